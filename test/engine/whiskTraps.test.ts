import type { IDataObject } from 'n8n-workflow';
import { runNode, runPicker } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { callsOf } from '../loop/run';

/** Mechanisms that Whisk needs and that a loop over all rows does not look at closely. */
const used = useSimulator();
const run = async (node: string, parameters: IDataObject, accessType = 'user') => {
	const token = { user: used.sim.demo.whisk.userToken, server: used.sim.demo.whisk.serverToken }[accessType]!;
	return await runNode({ node, credential: { ...used.credentials.whisk(), accessType, token }, parameters: { options: {}, ...parameters } as never });
};
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const list = () => used.sim.state.whisk.lists[1];
const [call] = [() => callsOf(used.sim)[0]];

describe('an update that names what it changes', () => {
	const update = async (changes: IDataObject, options = {}) => await run('whisk', { resource: 'shoppingList', operation: 'update', list: byId(list().id), changes, options });

	test('what is not given is sent as the service wants it, and left out of the list', async () => {
		expect((await update({ name: 'Feast' })).json).toEqual([{ list: { id: list().id, name: 'Feast' } }]);
		expect(call().body).toEqual({ fields: { name: 'Feast', primary: false }, mask: { paths: ['name'] } });
	});

	test('a dry run shows it, and nothing given is refused', async () => {
		expect((await update({ primary: true }, { dryRun: true })).json[0]).toMatchObject({ body: { fields: { name: '', primary: true }, mask: { paths: ['primary'] } } });
		expect((await update({})).error?.message).toContain("'Changes' needs at least one of: Name, Primary");
		expect(callsOf(used.sim)).toEqual([]);
	});
});

test('the meals of a plan that has none: no item, where one of empty columns would go on as a meal', async () => {
	const generate = async (week_template: IDataObject[]) => await run('whiskFood', { resource: 'mealPlan', operation: 'generate', settings: { weekTemplate: JSON.stringify(week_template) }, output: 'meals' });
	const { json } = await generate([{ day: 'DAY_OF_WEEK_FRIDAY', meal_templates: [{ meal_type: 'MEAL_TYPE_DINNER', day_slot: 3 }] }]);
	expect(json).toEqual([expect.objectContaining({ date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), meal_type: 'MEAL_TYPE_DINNER', day_slot: 3 })]);
	expect((await generate([{ day: 'DAY_OF_WEEK_FRIDAY' }])).json).toEqual([]);
});

describe('days', () => {
	const meals = async (from: string) => await run('whiskFood', { resource: 'meal', operation: 'getAll', returnAll: true, period: { from, to: '2026-11-24' } });

	test.each([['2026-11-24T00:00:00'], ['2026-11-24'], ['2026-11-24T12:00:00+02:00']])('%s is the day as people mean it, in names behind dots', async (from) => {
		expect((await meals(from)).json).toHaveLength(3);
		expect(call().query).toMatchObject({ 'period.from.year': '2026', 'period.from.month': '11', 'period.from.day': '24', 'period.to.day': '24' });
	});

	test('a day as the answers have it can be handed over from one step to the next', async () => {
		const input = [{ start: { year: 2026, month: 11, day: 24 }, end: { year: 2026, month: 11, day: 24 } }];
		const parameters = { resource: 'meal', operation: 'getAll', returnAll: true, period: { from: '={{ $json.start }}', to: '={{ $json.end }}' }, options: {} };
		const { json } = await runNode({ node: 'whiskFood', credential: used.credentials.whisk(), parameters, input });
		expect(json.map(({ date }) => date)).toEqual(Array(3).fill('2026-11-24'));
		expect(call().query).toMatchObject({ 'period.from.day': '24', 'period.to.day': '24' });
	});

	test('a moment of another zone is the day that it is in the zone of the workflow', async () => {
		const parameters = { resource: 'meal', operation: 'getAll', returnAll: true, period: { from: "={{ DateTime.fromISO('2026-11-24T23:30:00-12:00', { setZone: true }) }}" }, options: {} };
		await runNode({ node: 'whiskFood', credential: used.credentials.whisk(), parameters });
		expect(call().query).toMatchObject({ 'period.from.day': '25' });
	});

	test('in the body it is an object', async () => {
		await run('whiskFood', { resource: 'meal', operation: 'deleteMany', from: '2026-11-23', to: '2026-11-23', additionalFields: {} });
		expect(call()).toMatchObject({ method: 'DELETE', body: { period: { from: { year: 2026, month: 11, day: 23 }, to: { year: 2026, month: 11, day: 23 } } } });
	});

	test('what is no day is refused', async () => {
		expect((await meals('next week')).error?.message).toContain('is not a date');
	});
});

test('two forms of one route differ in a parameter that is always sent', async () => {
	await run('whisk', { resource: 'recipe', operation: 'searchV1', term: 'carrot', returnAll: false, limit: 3, additionalFields: {} });
	await run('whisk', { resource: 'storeItem', operation: 'searchV1', retailer: byId('GB:GreenBasket'), term: 'oat', returnAll: false, limit: 3 });
	expect(callsOf(used.sim).map(({ path, query }) => [path, query.type])).toEqual([['/v1/search', 'recipe'], ['/v1/search', 'storeItem']]);
});

test('a link for a person is handed on, and not opened', async () => {
	const { json } = await run('whisk', { resource: 'retailer', operation: 'getSignInLink', retailer: byId('GB:GreenBasket'), redirectUri: 'https://example.com/back?a=1' });
	expect(json).toEqual([{ url: `${used.sim.urls.whisk}/retailers/oauth/v2/authorize?retailer=GB%3AGreenBasket&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fa%3D1` }]);
	expect(callsOf(used.sim)).toEqual([]);
});

test('records are found in either shape of an answer', async () => {
	const search = async () => (await run('whisk', { resource: 'recipe', operation: 'search', term: 'carrot', returnAll: false, limit: 5, simplify: true })).json;
	const found = await search();
	used.sim.fault({ method: 'POST', path: '/recipe/v2/search', status: 200, body: { data: [{ content: { id: found[0].id, name: 'Carrot soup' } }] }, count: 1 } as never);
	expect(found).toEqual([expect.objectContaining({ name: 'Carrot soup' })]);
	expect(await search()).toEqual([{ id: found[0].id, name: 'Carrot soup' }]);
});

test('what needs a user is refused before anything is sent with a server token', async () => {
	for (const [node, resource, operation] of [['whisk', 'user', 'get'], ['whiskFood', 'mealPlan', 'getSettings'], ['whiskPublishing', 'community', 'discover']]) {
		expect((await run(node, { resource, operation }, 'server')).error?.message).toContain('needs a user token');
	}
	expect(callsOf(used.sim)).toEqual([]);
});

test('the list of recipes asks the service for what is typed', async () => {
	const { results } = await runPicker({ node: 'whisk', credential: used.credentials.whisk(), parameters: {} }, 'searchRecipes', 'grilled');
	expect(results).toHaveLength(8);
	expect(callsOf(used.sim).map(({ body }) => (body as IDataObject).query)).toEqual(['grilled']);
});

describe('a recipe by its web page', () => {
	const get = async (value: string, mode: string) => await run('whisk', { resource: 'recipe', operation: 'get', recipe: { __rl: true, mode, value }, additionalFields: {} });

	test.each(['url', 'id'])('given as %s, the address goes to Whisk whole', async (mode) => {
		expect((await get('https://example.com/soup?x=1', mode)).json[0].recipe).toMatchObject({ source: { source_recipe_url: 'https://example.com/soup?x=1' } });
		expect(call().query.id).toBe('https://example.com/soup?x=1');
	});

	test('what is neither ID nor address is refused', async () => {
		expect((await get('carrot soup', 'id')).error?.message).toContain("'Recipe' is not an ID");
	});
});
