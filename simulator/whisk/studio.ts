import { uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { countOf, ok, refused, trimmed } from './answers';
import { pageOf } from './paging';
import type { Asked } from './paging';
import { recipeShape } from './recipes';
import type { WhiskProduct, WhiskState, WhiskVisit } from './state';

// no page tells sizes or a limit of rows: these are the simulator's own
const SIZES = { usual: 10, most: 20 };
const MOST_ROWS = 100;
const WRITTEN = 1791187200_000;

const unknownIntegration = (id: string) => refused(400, 'integration.notFound', `No integration ${id}`);

function shape({ externalId, gtin, cents, created, updated, calories, ...texts }: WhiskProduct, hasNutrition: boolean): Fields {
	return trimmed({
		...texts,
		external_product_id: externalId,
		gtin,
		price: cents > 0 ? { rrp: { currency_code: 'GBP', cents } } : undefined,
		nutrition: hasNutrition && calories > 0 ? [{ code: 'NUTRITION_CODE_ENERC_KCAL', value: calories, unit: 'NUTRITION_UNIT_KCAL' }] : [],
		created_at: String(created),
		updated_at: String(updated),
	});
}

/** GET /products/v1/get/batch: the cursor is the id of the last product; times are epoch milliseconds, both ends counted in. */
export function getProducts({ state, query }: WhiskVisit): Answer {
	const { integration_id: id, fields, 'updated_at.min': min = '', 'updated_at.max': max = '' } = query as Record<string, string | undefined>;
	const products = state.integrations.get(String(id));
	if (!products) return unknownIntegration(String(id));
	const unreadable = [min, max].find((time) => !/^\d*$/.test(time));
	if (unreadable !== undefined) return refused(400, 'updatedAt.invalid', `Not a time in milliseconds: ${unreadable}`);
	const [from, to] = [Number(min), max === '' ? Infinity : Number(max)];
	const found = products.filter(({ updated }) => updated >= from && updated <= to);
	const asked = { limit: query['paging.limit'], after: query['paging.after'] } as Asked;
	const page = pageOf(found, (product) => product.id, asked, SIZES);
	if ('refusal' in page) return page.refusal;
	const { rows, after } = page;
	return ok(trimmed({ products: rows.map((product) => shape(product, fields !== undefined)), paging: trimmed({ total: countOf(found), after }) }));
}

interface Row {
	request_id: string;
	payload?: { external_product_id: string; name?: string; description?: string; brand?: string; language?: string };
}

/** One row: made or, where the external id is known, written over. */
function upsert(state: WhiskState, products: WhiskProduct[], { request_id: request, payload }: Row, now: number): Fields {
	const external = payload?.external_product_id ?? '';
	const failed = (message: string) => ({ error: trimmed({ request_id: request, external_product_id: external, error_message: message }) });
	if (!payload || external.trim() === '') return failed('external_product_id is missing');
	const { name = '', description = '', brand = '', language = '' } = payload;
	if (name.trim() === '') return failed('name is missing');
	const texts = { name, description, brand, language };
	let product = products.find(({ externalId }) => externalId === external);
	if (product) {
		Object.assign(product, texts, { updated: now });
	} else {
		const id = uuidOf(state.seed, `product:${(state.minted += 1)}`);
		product = { id, externalId: external, ...texts, gtin: '', cents: 0, calories: 0, created: now, updated: now };
		products.push(product);
	}
	return { success: { request_id: request, product_id: product.id, external_product_id: external } };
}

/** POST /products/v1/upsert/batch: 200 for the whole, whatever becomes of each row. */
export function upsertProducts({ state, body, now }: WhiskVisit): Answer {
	const { integration_id: id, batch } = body as unknown as { integration_id: string; batch: Row[] };
	const products = state.integrations.get(id);
	if (!products) return unknownIntegration(id);
	if (batch.length === 0 || batch.length > MOST_ROWS) return refused(400, 'batch.invalid', `A batch holds 1 to ${MOST_ROWS} rows, not ${batch.length}`);
	return ok({ results: batch.map((row) => upsert(state, products, row, now)) });
}

/** PUT /integrations/v1/add: makes one more each time. */
export function addIntegration({ state, body, now }: WhiskVisit): Answer {
	const id = uuidOf(state.seed, `integration:${(state.minted += 1)}`);
	state.connections.push({ id, type: String(body.type), created: now });
	state.integrations.set(id, []);
	return ok({ integration: { id, type: body.type, status: 'INTEGRATION_STATUS_ACTIVE', created_at: String(now), updated_at: String(now) } });
}

/** GET /recipes/v1/get/batch: every recipe was last written on one day. */
export function getRecipes({ state, query }: WhiskVisit): Answer {
	const { integration_id: id, 'updated_at.min': min = '0', 'updated_at.max': max } = query as Record<string, string | undefined>;
	if (!state.integrations.has(String(id))) return unknownIntegration(String(id));
	const isIn = WRITTEN >= Number(min) && WRITTEN <= (max === undefined ? Infinity : Number(max));
	const asked = { limit: query['paging.limit'], after: query['paging.after'] } as Asked;
	const found = isIn ? [...state.recipes.values()] : [];
	const page = pageOf(found, (recipe) => recipe.id, asked, SIZES);
	if ('refusal' in page) return page.refusal;
	const parts = ((query.fields as string[] | undefined) ?? []).map((name) => name.replace('EXTRA_', ''));
	return ok(trimmed({ recipes: page.rows.map((one) => ({ recipe: recipeShape(one, parts) })), paging: trimmed({ total: countOf(found), after: page.after }) }));
}
