import { whisk as service } from '../../simulator/whisk';
import { COMMUNITY, EMPTY_INTEGRATION, INTEGRATION } from '../../simulator/whisk/state';
import type { WhiskList } from '../../simulator/whisk/state';
import { useSimulator } from '../support/simulator';
import { callerOf, withQuery } from './whiskCalls';
import type { Json, Sent } from './whiskCalls';

const used = useSimulator();
const send = callerOf(used);
const weekly = (): WhiskList => used.sim.state.whisk.lists[0];

describe('routes', () => {
	test('every operation of the contract has a rule, and no rule is without one', () => {
		expect(Object.keys(service.rules).sort()).toEqual(service.operations.map(({ id }) => id).sort());
	});

	test.each(service.operations.map((one) => [one.id, one] as const))('%s is found by its path, and counted at its own host', async (id, { method, path, host }) => {
		await fetch(used.sim.urls.whisk + path.replace(/\{\w+\}/g, 'x'), { method });
		expect(used.sim.calls).toMatchObject([{ operation: id, host }]);
	});
});

describe('POST /list/v2', () => {
	test('a list with items of both kinds and a recipe, which stays', async () => {
		const recipe = [...used.sim.state.whisk.recipes.keys()][0];
		const items = [{ normalized: { name: 'flour', brand: 'Mill', comment: 'white', quantity: 1.5, unit: 'kg' } }, { raw: { text: '2 kg onions, chopped' } }, { raw: { text: 'salt' } }];
		const { status, json } = await send('POST', '/list/v2', { body: { name: 'Barbecue', primary: true, language: 'en', items, recipes: [{ recipe_id: recipe }] } });
		expect(status).toBe(200);
		expect(json.list).toEqual({ id: expect.stringMatching(/^[0-9a-f]{35}$/), name: 'Barbecue', primary: true });
		expect(json.content.items.map(({ item }: Json) => item)).toEqual([
			{ name: 'flour', brand: 'Mill', comment: 'white', quantity: 1.5, unit: 'kg' }, { name: 'onions', comment: 'chopped', quantity: 2, unit: 'kg' }, { name: 'salt' },
			{ name: 'onion', quantity: 1 }, { name: 'carrots', quantity: 500, unit: 'g' }, { name: 'stock', quantity: 1, unit: 'l' },
		]);
		expect(json.content.items.map((one: Json) => one.recipe)).toEqual([undefined, undefined, undefined, { recipe_id: recipe }, { recipe_id: recipe, position: 1 }, { recipe_id: recipe, position: 2 }]);
		expect(json.content.recipes.map(({ id }: Json) => id)).toEqual([recipe]);
		expect((await send('GET', `/list/v2/${json.list.id}`)).json).toEqual(json);
		const { items: lists } = (await send('GET', '/list/v2')).json;
		expect(lists.map(({ list, item_count: count }: Json) => [list.name, list.primary, count])).toEqual([['Weekly shop', undefined, 8], ['Party', undefined, 8], ['Barbecue', true, 6]]);
	});

	test('nothing given: empty members are left out; two such lists are two', async () => {
		const [first, second] = [await send('POST', '/list/v2', { body: {} }), await send('POST', '/list/v2', { body: { name: '', primary: false, items: [] } })];
		for (const { json } of [first, second]) expect(json).toEqual({ list: { id: expect.any(String) }, content: {} });
		expect(first.json.list.id).not.toBe(second.json.list.id);
		expect(weekly().isPrimary).toBe(true);
	});

	test('with a server token it belongs to nobody and is reached by its ID', async () => {
		const { json } = await send('POST', '/list/v2', { body: { name: 'Kiosk', primary: true }, token: 'server' });
		expect(json.list).toEqual({ id: expect.any(String), name: 'Kiosk' });
		expect((await send('GET', '/list/v2')).json.list.map(({ name }: Json) => name)).toEqual(['Weekly shop', 'Party']);
		expect((await send('GET', `/list/v2/${json.list.id}`, { token: 'server' })).json).toEqual(json);
		expect(weekly().isPrimary).toBe(true);
	});
});

describe('PUT /list/v2/{id}/item', () => {
	const add = async (body: unknown, id = weekly().id, token: Sent['token'] = 'user') => await send('PUT', `/list/v2/${id}/item`, { body, token });

	test('adds: the same call twice adds twice, combined with what is there', async () => {
		const body = { items: [{ normalized: { name: 'Milk', quantity: 3, unit: 'l' } }] };
		expect((await add(body)).json.content.items).toHaveLength(9);
		const { json } = await add(body, undefined, 'server');
		const added = json.content.items.slice(8);
		expect(json.list.name).toBe('Weekly shop');
		expect(added.map(({ item }: Json) => item.quantity)).toEqual([3, 3]);
		expect(new Set(json.content.items.map(({ id }: Json) => id)).size).toBe(10);
		const milk = json.content.combined_items.find(({ item }: Json) => item.name === 'milk');
		expect(milk.item).toEqual({ name: 'milk', quantity: 8, unit: 'l' });
		expect(added.map(({ combined }: Json) => combined)).toEqual([{ combined_item_id: milk.id, quantity: 3 }, { combined_item_id: milk.id, quantity: 3 }]);
	});

	test('other units are not summed up, a quantity of zero is left out, times are seconds as text', async () => {
		const before = Math.floor(Date.now() / 1000);
		const { json } = await add({ items: [{ normalized: { name: 'milk', quantity: 500, unit: 'ml' } }, { normalized: { name: 'tea', quantity: 0, unit: '', brand: '' } }] });
		const [milk, tea] = json.content.items.slice(8);
		expect(milk).not.toHaveProperty('combined');
		expect(tea).toEqual({ id: expect.any(String), item: { name: 'tea' }, analysis: expect.anything(), created_time: expect.stringMatching(/^\d{10}$/), updated_at: tea.created_time, matching_properties: {} });
		expect(Number(tea.created_time)).toBeGreaterThanOrEqual(before);
	});

	test('a recipe adds its ingredients', async () => {
		const { recipeIds } = used.sim.state.whisk.communities.get(COMMUNITY)!;
		const { json } = await add({ recipes: recipeIds.slice(0, 2).map((id) => ({ recipe_id: id })) });
		expect(json.content.items.slice(8).map(({ recipe }: Json) => recipe.recipe_id)).toEqual(recipeIds.slice(0, 2).flatMap((id) => [id, id, id]));
		expect(json.content.recipes.map(({ id }: Json) => id)).toEqual(expect.arrayContaining(recipeIds.slice(0, 2)));
	});

	test.each([
		['neither items nor recipes', {}, 'item.invalid'],
		['an empty list', { items: [], recipes: [] }, 'item.invalid'],
		['an item of both kinds', { items: [{ normalized: { name: 'a' }, raw: { text: 'a' } }] }, 'item.invalid'],
		['an item of no kind', { items: [{ normalized: { name: 'good' } }, {}] }, 'item.invalid'],
		['an empty text', { items: [{ raw: { text: ' ' } }] }, 'item.invalid'],
		['an empty name', { items: [{ normalized: { name: '' } }] }, 'item.invalid'],
		['no name', { items: [{ normalized: { quantity: 1 } }] }, 'request.invalid'],
		['a quantity as text', { items: [{ normalized: { name: 'a', quantity: '1' } }] }, 'request.invalid'],
		['a list that is none', { items: { normalized: { name: 'a' } } }, 'request.invalid'],
		['an unknown recipe', { items: [{ normalized: { name: 'good' } }], recipes: [{ recipe_id: 'none' }] }, 'recipe.notFound'],
		['a recipe without an ID', { recipes: [{}] }, 'recipe.notFound'],
	])('%s: refused, and nothing is added', async (_, body, code) => {
		expect(await add(body)).toEqual({ status: 400, json: { error_code: code, message: expect.any(String) } });
		expect(weekly().items).toHaveLength(8);
	});

	test('an unknown list; a token that may not', async () => {
		const body = { items: [{ raw: { text: 'salt' } }] };
		expect(await add(body, 'none')).toMatchObject({ status: 400, json: { error_code: 'list.notFound' } });
		expect(await add(body, undefined, 'client')).toEqual({ status: 401, json: { code: 'auth.tokenInvalid' } });
	});
});

describe('DELETE /list/v2/{id}/item', () => {
	test.each([['all', { only_checked: false }, 0], ['all, as nothing else is said', undefined, 0], ['the checked ones only', { only_checked: true }, 7]])('%s: answers {}', async (_, body, left) => {
		expect(await send('DELETE', `/list/v2/${weekly().id}/item`, { body })).toEqual({ status: 200, json: {} });
		expect(weekly().items).toHaveLength(left);
		expect(weekly().items.filter(({ isChecked }) => isChecked)).toEqual([]);
		expect(weekly().combined).toHaveLength(left === 0 ? 0 : 2);
		expect(used.sim.state.whisk.lists[1].items).toHaveLength(8);
	});

	test('an unknown list, a wrong type', async () => {
		expect(await send('DELETE', '/list/v2/none/item', { body: {} })).toMatchObject({ status: 400, json: { error_code: 'list.notFound' } });
		expect(await send('DELETE', `/list/v2/${weekly().id}/item`, { body: { only_checked: 'yes' } })).toMatchObject({ status: 400 });
		expect(weekly().items).toHaveLength(8);
	});
});

describe('/mealplan/v2/settings', () => {
	const read = async () => (await send('GET', '/mealplan/v2/settings')).json;
	const write = async (body: Json) => await send('PUT', '/mealplan/v2/settings', { body });

	test('GET leaves out what is false, on every level', async () => {
		const { settings } = await read();
		expect(Object.keys(settings).sort()).toEqual([
			'calorie_per_day', 'custom_labels', 'enabled_auto_generation', 'food_settings', 'generation_algorithm', 'included_days', 'included_meal_types', 'servings', 'week_start', 'week_template',
		]);
		expect(settings.week_template[0].meal_templates.map(({ day_slot: slot }: Json) => slot)).toEqual([undefined, 1, 2]);
	});

	test('PUT replaces: what is left out is lost; the answer is empty', async () => {
		expect(await write({ settings: { servings: 4, enabled_auto_generation: false, included_days: [], week_start: 'DAY_OF_WEEK_SUNDAY' } })).toEqual({ status: 200, json: {} });
		expect(await read()).toEqual({ settings: { servings: 4, week_start: 'DAY_OF_WEEK_SUNDAY' } });
	});

	test('what was read can be written back unchanged, with the ID of the plan or without', async () => {
		const before = await read();
		expect((await write(before)).status).toBe(200);
		expect((await write({ ...before, meal_plan_id: used.sim.state.whisk.mealPlan.id })).status).toBe(200);
		expect(await read()).toEqual(before);
	});

	test.each([
		['no settings', {}], ['another plan', { meal_plan_id: 'none', settings: { servings: 1 } }], ['a zero value', { settings: { included_days: ['DAY_OF_WEEK_MONDAY', 'DAY_OF_WEEK_INVALID'] } }],
		['a value of another enum', { settings: { week_start: 'MONDAY' } }], ['an unknown member', { settings: { portions: 1 } }], ['settings beside their object', { servings: 1 }],
	])('%s: refused, and nothing changes', async (_, body) => {
		const before = await read();
		expect(await write(body)).toMatchObject({ status: 400, json: { error_code: expect.any(String) } });
		expect(await read()).toEqual(before);
	});
});

describe('POST /products/v1/upsert/batch', () => {
	const products = () => used.sim.state.whisk.integrations.get(INTEGRATION)!;
	const upsert = async (batch: unknown, integration = INTEGRATION) => await send('POST', '/products/v1/upsert/batch', { token: 'server', body: { integration_id: integration, batch } });
	const row = (request: number, external: string, payload: Json = { name: 'Jam' }) => ({ request_id: `r${request}`, payload: { external_product_id: external, ...payload } });

	test('results in the order sent: made, failed, written over', async () => {
		const old = products()[0];
		const started = Date.now();
		const { status, json } = await upsert([row(3, 'NEW-1', { name: 'Jam', brand: 'Crumb' }), row(1, 'NEW-2', { brand: 'Crumb' }), row(2, 'SKU-1001', { name: 'Oat bar' }), row(4, 'NEW-3', { name: ' ' }), { request_id: 'r5' }]);
		expect(status).toBe(200);
		const made = products().at(-1)!;
		expect(json.results).toEqual([
			{ success: { request_id: 'r3', product_id: made.id, external_product_id: 'NEW-1' } },
			{ error: { request_id: 'r1', external_product_id: 'NEW-2', error_message: expect.stringContaining('name') } },
			{ success: { request_id: 'r2', product_id: old.id, external_product_id: 'SKU-1001' } },
			{ error: { request_id: 'r4', external_product_id: 'NEW-3', error_message: expect.stringContaining('name') } },
			{ error: { request_id: 'r5', error_message: expect.stringContaining('external_product_id') } },
		]);
		expect(products()).toHaveLength(37);
		const read = await send('GET', withQuery('/products/v1/get/batch', { integration_id: INTEGRATION, 'updated_at.min': String(started) }), { token: 'server' });
		expect(read.json.products.map(({ name, brand, gtin }: Json) => [name, brand, gtin])).toEqual([['Oat bar', undefined, old.gtin], ['Jam', 'Crumb', undefined]]);
	});

	test('a row sent again writes over and makes nothing new', async () => {
		const [first, second] = [await upsert([row(1, 'NEW-1')], EMPTY_INTEGRATION), await upsert([row(1, 'NEW-1')], EMPTY_INTEGRATION)];
		expect(second.json).toEqual(first.json);
		expect(used.sim.state.whisk.integrations.get(EMPTY_INTEGRATION)).toHaveLength(1);
	});

	test('a hundred rows are taken, more or none are not', async () => {
		const rows = Array.from({ length: 101 }, (_, index) => row(index, `NEW-${index}`));
		for (const batch of [rows, []]) expect(await upsert(batch)).toMatchObject({ status: 400, json: { error_code: 'batch.invalid' } });
		expect(products()).toHaveLength(36);
		expect((await upsert(rows.slice(1))).json.results).toHaveLength(100);
		expect(products()).toHaveLength(136);
	});

	test('refused as a whole: an unknown integration, a row without its own ID, no rows at all', async () => {
		expect(await upsert([row(1, 'NEW-1')], 'none')).toMatchObject({ status: 400, json: { error_code: 'integration.notFound' } });
		for (const batch of [[{ payload: { external_product_id: 'NEW-1', name: 'Jam' } }], [{ request_id: 'r1', payload: { name: 'Jam' } }], undefined]) {
			expect(await upsert(batch)).toMatchObject({ status: 400, json: { error_code: 'request.invalid' } });
		}
		expect(products()).toHaveLength(36);
	});
});
