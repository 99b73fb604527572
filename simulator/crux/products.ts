import type { Answer, Fields, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import { itemShape, membership, skuShape } from './shapes';
import { IDENTIFIERS } from './state';
import type { CruxCaller, CruxItem, CruxSku, CruxState, Identifier, Restriction } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

const SKUS_PAGE = 25;
const SKUS_PAGE_MAX = 500;
const ITEMS_PAGE = 200;

const without = (record: Fields, ...names: string[]): Fields => Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** GET /products/skus/: pages of up to 500 in Timpanogos, everything in version 1. */
export function getSkus({ state, operation, query }: CruxVisit): Answer {
	const lists = membership(state);
	const shape = (sku: CruxSku) => skuShape(state, sku, lists, query.item_verbosity === 'complete');
	if (operation.version === 'v1') return ok([...state.skus.values()].map(shape));
	const start = (query.start as number | undefined) ?? 0;
	const limit = (query.limit as number | undefined) ?? SKUS_PAGE;
	if (limit < 1 || limit > SKUS_PAGE_MAX) return failed(400, `limit must lie between 1 and ${SKUS_PAGE_MAX}`);
	if (start < 0) return failed(400, 'start must be 0 or more');
	const suppliers = ((query.supplier_uuids as string[] | undefined) ?? []).flatMap((text) => text.split(','));
	const own = state.accounts.find(({ role }) => role === 'SUPPLIER')?.sideUuid ?? '';
	const all = suppliers.length === 0 || suppliers.includes(own) ? [...state.skus.values()] : [];
	const end = start + limit;
	const pagination = { total_count: all.length, start, limit, next_start_index: end < all.length ? end : null };
	return ok({ pagination, skus: all.slice(start, end).map(shape) });
}

/** GET /products/skus/{uuid}/ */
export function getSku({ state, params }: CruxVisit): Answer {
	const sku = state.skus.get(params.sku_uuid);
	return sku ? ok(skuShape(state, sku, membership(state), false)) : failed(404, `No SKU ${params.sku_uuid}`);
}

/** GET /products/items/{uuid}/ */
export function getItem({ state, params }: CruxVisit): Answer {
	const item = state.items.get(params.item_uuid);
	return item ? ok(itemShape(state, item, membership(state), true)) : failed(404, `No item ${params.item_uuid}`);
}

/** GET /products/items/: pages in Timpanogos, everything in version 1. */
export function getItems({ state, operation, query }: CruxVisit): Answer {
	const lists = membership(state);
	const shape = (item: CruxItem) => itemShape(state, item, lists, true);
	const all = [...state.items.values()];
	if (operation.version === 'v1') return ok(all.map(shape));
	const { start = 0, limit = ITEMS_PAGE } = query as { start?: number; limit?: number };
	if (start < 0 || limit < 1) return failed(400, 'start must be 0 or more and limit 1 or more');
	const end = start + limit;
	const pagination = { total_count: all.length, start, limit, next_start_index: end < all.length ? end : null };
	return ok({ pagination, items: all.slice(start, end).map(shape) });
}

/** POST …/products/items/: an item without SKUs; the same item ID twice gives two items. */
export function createItem({ state, body, now }: CruxVisit): Answer {
	const { item_id, title, brand = '', categories = [], shipping_origin_country: country = 'US', ...more } = body as Fields & { item_id: string; title: string; brand?: string; shipping_origin_country?: string; categories?: Array<{ path: string[] }> };
	const empty = Object.entries({ item_id, title }).find(([, value]) => value.trim() === '');
	if (empty) return failed(400, `${empty[0]} must not be empty`);
	const at = new Date(now).toISOString();
	const uuid = newUuid();
	// attributes under the name that the Timpanogos sample gives them are lost, as its answer shows
	const item: CruxItem = {
		uuid, item_id, title, brand, category: categories[0]?.path.join(' > ') ?? '', country, shipping: 'fixed', bundle: 'single', catalogType: 'standard', images: [], skuUuids: [], created: at, last_updated: at, more: without(more, 'custom_attributes', 'category_id'),
	};
	state.items.set(uuid, item);
	return ok(itemShape(state, item, membership(state), true));
}

/** POST …/products/skus/: the same SKU ID twice gives two SKUs. */
export function createSku({ state, body, now }: CruxVisit): Answer {
	const { item: parent, sku_id, quantity_in_stock = null, quantity_on_backorder = 0, restrictions = null, ...more } = body as unknown as Pick<CruxSku, 'sku_id' | 'quantity_in_stock' | 'quantity_on_backorder' | 'restrictions'> & { item: { uuid: string } };
	const item = state.items.get(parent.uuid);
	if (!item) return failed(404, `No item ${parent.uuid}`);
	if (sku_id.trim() === '') return failed(400, 'sku_id must not be empty');
	const at = new Date(now).toISOString();
	const uuid = newUuid();
	const sku: CruxSku = {
		uuid, itemUuid: item.uuid, sku_id, upca: null, ean13: null, gtin14: null, isbn: null, quantity_in_stock, quantity_on_backorder, restrictions, color: '', size: '', cents: 0, created: at, last_updated: at, more,
	};
	state.skus.set(uuid, sku);
	item.skuUuids.push(uuid);
	return ok({ ...without(skuShape(state, sku, membership(state), false), 'inventory_lists'), catalogs: [{ uuid, name: '__master__' }] });
}

function findSku(state: CruxState, kind: Identifier, value: string): CruxSku | undefined {
	for (const sku of state.skus.values()) if (sku[kind] === value) return sku;
	return undefined;
}

const isQuantity = (value: unknown) => value === undefined || (value as number) >= 0;

/** One stock row: used by the single update, and fit for the bulk one. */
export function updateStock(state: CruxState, row: Fields, now: number): Answer {
	const given = IDENTIFIERS.filter((name) => row[name] !== undefined);
	if (given.length !== 1) return failed(400, `Exactly one identifier is needed, of ${IDENTIFIERS.join(', ')}; given: ${given.join(', ') || 'none'}`);
	const [kind] = given;
	const { quantity_in_stock: stock, quantity_on_backorder: backorder, restrictions } = row;
	if (stock === undefined && backorder === undefined && restrictions === undefined)
		return failed(400, 'Nothing to update: give quantity_in_stock, quantity_on_backorder or restrictions');
	if (!isQuantity(stock) || !isQuantity(backorder)) return failed(400, 'Quantities must be 0 or more');
	const sku = findSku(state, kind, row[kind] as string);
	if (!sku) return failed(404, `No sku found with sku identifier: {'${kind}': '${String(row[kind])}'}; Valid identifiers: ${IDENTIFIERS.join(', ')}`);
	if (stock !== undefined) sku.quantity_in_stock = stock as number;
	if (backorder !== undefined) sku.quantity_on_backorder = backorder as number;
	if (restrictions !== undefined) sku.restrictions = restrictions as Restriction;
	sku.last_updated = new Date(now).toISOString();
	return ok({ message: 'success' });
}

/** POST /timp/products/skus/inventory/ */
export const updateInventory = ({ state, body, now }: CruxVisit): Answer => updateStock(state, body, now);

/** POST /timp/products/skus/inventory/bulk/: 200 for the whole, whatever becomes of each element. */
export const updateInventoryBulk = ({ state, body, now }: CruxVisit): Answer =>
	ok((body as unknown as Fields[]).map((element) => {
		const { status, body: said } = updateStock(state, element, now);
		return { status_code: status, message: (said as { message: string }).message };
	}));
