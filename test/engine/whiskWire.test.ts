import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { rows, allFieldsOf } from '../table/rows';
import { onTheWire } from '../founding/support';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** Traps of Whisk's documentation: what stands on the wire, and what comes back in another form than one would think. */
const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const production = { environment: 'production', accessType: 'user', token: 'whisk-token-1' };
const wire = async (node: string, parameters: object, body: object | string = {}, status = 200) =>
	await onTheWire({ node, credential: { ...production }, parameters: { options: { maxTries: 1 }, ...parameters } as INodeParameters }, () => ({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }));
const run = async (node: string, parameters: object, accessType = 'user') => {
	const token = { user: used.sim.demo.whisk.userToken, server: used.sim.demo.whisk.serverToken }[accessType]!;
	return await runNode({ node, credential: { ...used.credentials.whisk(), accessType, token }, parameters: { options: {}, ...parameters } as INodeParameters, settings: { onError: 'continueRegularOutput' } });
};
const list = () => used.sim.state.whisk.lists[1];
const whiskRows = rows.filter(({ api }) => api.name === 'Whisk');

describe('the address', () => {
	test('a list repeats its name, without brackets', async () => {
		const { sent } = await wire('whiskFood', { resource: 'food', operation: 'get', hits: 'one, two', members: ['brand', 'title'] }, { food: [] });
		expect(sent.map(({ url }) => url)).toEqual(['https://api.whisk.com/food/v2/get?food_hits=one&food_hits=two&response_mask.paths=brand&response_mask.paths=title']);
	});

	test('pages go by names with dots, forwards only, and end where no cursor is named or a page is empty', async () => {
		const pages = [{ recipes: [{ recipe: { id: '1' } }], paging: { cursors: { after: 'a/b=', before: 'z' }, total: '3' } }, { recipes: [{ recipe: { id: '2' } }], paging: { cursors: { after: 'c' } } }, { paging: { cursors: { after: 'd' } } }];
		const parameters = { resource: 'community', operation: 'getRecipes', community: byId('c1'), returnAll: true, simplify: false, options: {} };
		const { ran, sent } = await onTheWire({ node: 'whiskPublishing', credential: { ...production }, parameters }, () => ({ status: 200, body: JSON.stringify(pages.shift()) }));
		expect(ran.json).toEqual([{ recipe: { id: '1' } }, { recipe: { id: '2' } }]);
		expect(sent.map(({ url }) => url.split('?')[1])).toEqual(['paging.limit=50', 'paging.cursors.after=a%2Fb%3D&paging.limit=50', 'paging.cursors.after=c&paging.limit=50']);
	});

	test('the token stands in Authorization, whatever the tables of the pages say', async () => {
		const { sent } = await wire('whisk', { resource: 'shoppingList', operation: 'getAll', returnAll: true });
		expect(sent[0].headers).toMatchObject({ authorization: 'Bearer whisk-token-1' });
		expect(sent[0].headers).not.toHaveProperty('authentication');
	});
});

describe('deletions that carry a body', () => {
	test.each([
		['the checked entries of a list', 'whisk', { resource: 'shoppingList', operation: 'clear', list: byId('L1'), onlyChecked: true }, 'DELETE https://api.whisk.com/list/v2/L1/item', { only_checked: true }],
		['some entries of a list', 'whisk', { resource: 'shoppingListItem', operation: 'deleteMany', list: byId('L1'), items: 'a, b' }, 'DELETE https://api.whisk.com/list/v2/L1/items', { item_ids: ['a', 'b'] }],
		['a recipe of some collections', 'whisk', { resource: 'collection', operation: 'removeRecipe', recipe: byId('R1'), collections: 'c1' }, 'DELETE https://api.whisk.com/recipe/v2/R1', { collection_ids: ['c1'] }],
		['the meals of a week', 'whiskFood', { resource: 'meal', operation: 'deleteMany', from: '2026-11-23', to: '2026-11-29', additionalFields: { generated: true } }, 'DELETE https://api.whisk.com/mealplan/v2', { period: { from: { year: 2026, month: 11, day: 23 }, to: { year: 2026, month: 11, day: 29 } }, generated_only: true }],
	])('%s: as JSON, with its length and type', async (_, node, parameters, address, body) => {
		const { ran, sent } = await wire(node, parameters, { content: {} });
		expect(ran.error).toBeUndefined();
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([address]);
		expect(JSON.parse(sent[0].body)).toEqual(body);
		expect(sent[0].headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'content-length': String(sent[0].body.length) });
	});
});

test('a PUT that adds is sent once, whatever becomes of its answer', async () => {
	const before = list().items.length;
	const add = { resource: 'shoppingListItem', operation: 'add', list: byId(list().id), items: { entries: [{ name: 'tea' }] } };
	for (const fault of [{ kind: 'reset-after' }, { kind: 'status', status: 503, applied: true }, { kind: 'html', status: 502, applied: true }] as const) {
		used.sim.fault({ method: 'PUT', path: '/list/v2', count: 1, ...fault });
		expect(((await run('whisk', add)).json[0].details as IDataObject).outcome).toBe('unknown');
	}
	expect(used.sim.calls.filter(({ method }) => method === 'PUT')).toHaveLength(3);
	expect(list().items).toHaveLength(before + 3);
});

describe('words that say that nothing was said', () => {
	test('no list of choices offers one', () => {
		const offered = whiskRows.flatMap(({ id, operation }) => allFieldsOf(operation.fields).flatMap(([name, { control }]) => (control.options ?? []).flatMap((option) => ('value' in option && /_INVALID$/.test(String(option.value)) ? [`${id} ${name}`] : []))));
		expect(offered).toEqual([]);
	});

	test.each([
		['Meal (JSON)', 'whiskFood', { resource: 'meal', operation: 'add', meal: '{ "meal_type": "MEAL_TYPE_INVALID" }' }],
		['Filters', 'whiskPublishing', { resource: 'community', operation: 'search', filters: { mealTypes: 'MEAL_TYPE_DINNER, MEAL_TYPE_INVALID' } }],
		['Items', 'whiskFood', { resource: 'foodListItem', operation: 'add', items: { entries: [{ name: 'milk', location: 'FOOD_ITEM_LOCATION_INVALID' }] } }],
		['Query Parameters (JSON)', 'whisk', { resource: 'ownRequest', operation: 'get', path: '/recipe/v2/get', query: '{ "fields": ["RECIPE_FIELD_INVALID"] }' }],
	])('%s: one that is written is refused before anything is sent', async (label, node, parameters) => {
		const { json } = await run(node, parameters);
		expect(json[0]).toMatchObject({ error: expect.stringMatching(new RegExp(`^'${label.replace(/[()]/g, '\\$&')}' holds "[A-Z_]+_INVALID" \\[item 0\\]$`)), details: { outcome: 'not sent', description: expect.stringContaining('Leave it out') } });
		expect(used.sim.calls).toEqual([]);
	});

	test('other words stay as they are', async () => {
		await run('whisk', { resource: 'shoppingListItem', operation: 'add', list: byId(list().id), items: { entries: [{ name: 'INVALID' }, { name: 'not _INVALID at all' }] } });
		expect(list().items.slice(-2).map(({ name }) => name)).toEqual(['INVALID', 'not _INVALID at all']);
	});
});

describe('times', () => {
	test('of lists come as seconds in texts and are handed on so, of carts as numbers', async () => {
		const { json } = await run('whisk', { resource: 'shoppingList', operation: 'get', list: byId(list().id), output: 'items' });
		for (const { created_time: created, updated_at: updated } of json) expect([created, updated]).toEqual([expect.stringMatching(/^\d{10}$/), expect.stringMatching(/^\d{10}$/)]);
		const { ran } = await wire('whisk', { resource: 'cart', operation: 'create', retailer: byId('GB:X'), items: { entries: [{ wording: 'sugar' }] } }, { id: 'c', created: 1791187200, expiresIn: 1791190800 });
		expect(ran.json).toEqual([{ id: 'c', created: 1791187200, expiresIn: 1791190800 }]);
	});

	test('of the food log are sent as milliseconds in texts', async () => {
		const { sent } = await wire('whiskFood', { resource: 'foodLog', operation: 'add', entries: { entries: [{ externalId: 'meal-1', consumedAt: '2026-11-23T12:00:00Z' }] } });
		expect(JSON.parse(sent[0].body)).toEqual({ add: { items: [{ external_id: 'meal-1', consumed_at: '1795435200000' }] } });
	});
});

describe('answers', () => {
	test('a fault in plain text is said in its words', async () => {
		const { ran } = await wire('whisk', { resource: 'shoppingList', operation: 'getAll', returnAll: true }, 'upstream: no healthy "list" service', 500);
		expect([ran.error?.message, ran.error?.httpCode]).toEqual(['upstream: no healthy "list" service', '500']);
		expect(ran.error?.description).toContain('Whisk reports a fault of its own');
	});

	test.each([
		[400, { error_code: 'REAL_CODE', message: 'No such list' }, 'No such list', 'REAL_CODE'], [401, { code: 'auth.tokenExpired' }, 'The token has expired', 'auth.tokenExpired'],
		[401, { description: 'Token is expired', code: 'user.tokenExpired' }, 'Token is expired', 'user.tokenExpired'], [403, { code: 'auth.tokenInvalid' }, 'The token is not valid for this', 'auth.tokenInvalid'],
	])('%i %j: each of their forms is read', async (status, body, message, code) => {
		const { ran } = await onTheWire({ node: 'whisk', credential: { ...production }, parameters: { resource: 'shoppingList', operation: 'getAll', returnAll: true, options: { maxTries: 1 } }, settings: { onError: 'continueRegularOutput' } }, () => ({ status, body: JSON.stringify(body) }));
		expect(ran.json[0]).toMatchObject({ error: message, details: { statusCode: status, code } });
	});

	test.each([
		['feed', { resource: 'feed', operation: 'getAll' }, { feed: [{ key: { id: 'f' } }] }, { items: [{ key: { id: 'f' } }] }],
		['search', { resource: 'recipe', operation: 'search', simplify: false }, { recipes: [{ content: { id: 'r' } }] }, { data: [{ content: { id: 'r' } }] }],
	])('%s: two shapes give the same', async (_, parameters, one, other) => {
		const [first, second] = [await wire('whisk', { returnAll: true, ...parameters }, one), await wire('whisk', { returnAll: true, ...parameters }, other)];
		expect(first.ran.json).toHaveLength(1);
		expect(second.ran.json).toEqual(first.ran.json);
	});

	test('what is false, zero or empty is missing, and stays so', async () => {
		const { json } = await run('whisk', { resource: 'shoppingList', operation: 'get', list: byId(list().id), output: 'items' });
		expect(new Set(json.map(({ checked }) => checked))).toEqual(new Set([undefined, true]));
	});
});

test('no field asks for a password of a shopper, by its name or by the place it is sent to', () => {
	const asking = whiskRows.flatMap(({ id, operation }) => allFieldsOf(operation.fields).flatMap(([name, { control, place }]) => (/passw|login|credentials\.(?!oauth)/i.test(`${name} ${control.displayName} ${'name' in place ? place.name : ''}`) ? [`${id} ${name}`] : [])));
	expect(asking).toEqual([]);
});
