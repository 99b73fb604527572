import { COMMUNITY, EMPTY_COMMUNITY, EMPTY_INTEGRATION, INTEGRATION, SMALL_COMMUNITY } from '../../simulator/whisk/state';
import { useSimulator } from '../support/simulator';
import { callerOf, readAll, withQuery } from './whiskCalls';
import type { Json, Sent } from './whiskCalls';

const used = useSimulator();
const send = callerOf(used);

describe('GET /community/v2/{community_id}/recipes', () => {
	const read = async (query: Record<string, string> = {}, id = COMMUNITY) => await send('GET', withQuery(`/community/v2/${id}/recipes`, query));
	const idsOf = ({ recipes = [] }: Json): string[] => recipes.map(({ recipe }: Json) => recipe.id);
	const after = ({ paging }: Json) => paging.cursors.after as string | undefined;

	test('pages of 20 at most join to all recipes, with the total as text', async () => {
		const pages = await readAll(async (cursor) => await read({ 'paging.limit': '500', ...(cursor ? { 'paging.cursors.after': cursor } : {}) }), after);
		const ids = pages.flatMap(idsOf);
		expect(pages.map(({ recipes }) => recipes.length)).toEqual([20, 20, 8]);
		expect(new Set(ids).size).toBe(48);
		expect(ids).toEqual(used.sim.state.whisk.communities.get(COMMUNITY)!.recipeIds);
		expect(pages.map(({ paging }) => paging.total)).toEqual(['48', '48', '48']);
		expect(pages.map(({ paging }) => Object.keys(paging.cursors).sort())).toEqual([['after'], ['after', 'before'], ['before']]);
	});

	test('the cursor before leads back', async () => {
		const first = await read({ 'paging.limit': '7' });
		const second = await read({ 'paging.limit': '7', 'paging.cursors.after': after(first.json)! });
		const back = await read({ 'paging.limit': '7', 'paging.cursors.before': second.json.paging.cursors.before });
		expect(idsOf(first.json)).toHaveLength(7);
		expect(back.json).toEqual(first.json);
	});

	test('without a limit: ten; one page of few; none at all', async () => {
		expect(idsOf((await read()).json)).toHaveLength(10);
		expect((await read({}, SMALL_COMMUNITY)).json).toMatchObject({ recipes: [{ recipe: { name: 'Carrot soup' } }, { recipe: { name: 'Winter stew' } }], paging: { total: '2' } });
		expect((await read({}, EMPTY_COMMUNITY)).json).toEqual({ paging: { cursors: {} } });
	});

	test('extra parts are given when they are asked for; each recipe can be read by its ID', async () => {
		const [{ recipe }] = (await read({ fields: 'RECIPE_FIELD_INSTRUCTIONS' })).json.recipes;
		expect(recipe.instructions.steps).toHaveLength(3);
		expect((await read()).json.recipes[0].recipe).not.toHaveProperty('instructions');
		expect((await send('GET', withQuery('/recipe/v2/get', { id: recipe.id }))).json.recipe.name).toBe(recipe.name);
	});

	test('refused: both cursors, an unknown one, limits that are none, an unknown community, a server token', async () => {
		const cursor = after((await read()).json)!;
		const codes = [];
		for (const query of [{ 'paging.cursors.after': cursor, 'paging.cursors.before': cursor }, { 'paging.cursors.after': 'none' }, { 'paging.limit': '0' }, { 'paging.limit': '-1' }, { 'paging.limit': 'x' }]) {
			const { status, json } = await read(query as unknown as Record<string, string>);
			codes.push([status, json.error_code]);
		}
		expect(codes).toEqual(Array(5).fill([400, 'paging.invalid']));
		expect(await read({}, 'none')).toMatchObject({ status: 400, json: { error_code: 'community.notFound' } });
		expect((await send('GET', `/community/v2/${COMMUNITY}/recipes`, { token: 'server' })).status).toBe(401);
	});
});

describe('POST /food/v2/search', () => {
	const search = async (query: string, cursor?: Json, more: Json = {}) => await send('POST', '/food/v2/search', { body: { query, language: 'en', ...(cursor ? { cursor } : {}), ...more } });

	test('pages of 25 at most join to all that is found, each food with its hit and title only', async () => {
		const pages = await readAll(async (after) => await search('apple', { limit: 100, cursors: after ? { after } : {} }), ({ paging }) => paging.cursors.after);
		const foods = pages.flatMap(({ food }) => food);
		expect(pages.map(({ food }) => food.length)).toEqual([25, 25, 10]);
		expect(new Set(foods.map(({ food_hit: hit }: Json) => hit)).size).toBe(60);
		for (const food of foods) expect(food).toEqual({ food_hit: expect.stringMatching(/^CiMy/), title: expect.stringMatching(/^apple/) });
	});

	test('all words must be found; ten without a limit; nothing found leaves the list out', async () => {
		expect((await search('baked Apple gala', undefined, { country: 'gb' })).json).toEqual({ food: [{ food_hit: expect.any(String), title: 'apple gala, baked' }], paging: { cursors: {} } });
		expect((await search('apple')).json.food).toHaveLength(10);
		expect((await search('granite')).json).toEqual({ paging: { cursors: {} } });
	});

	test('a query of 255 characters is taken, one of 256 or of none is not; nor both cursors', async () => {
		expect((await search('a'.repeat(255))).status).toBe(200);
		for (const query of ['a'.repeat(256), ' ']) expect(await search(query)).toMatchObject({ status: 400, json: { error_code: 'query.invalid' } });
		const { after } = (await search('apple')).json.paging.cursors;
		expect(await search('apple', { cursors: { after, before: after } })).toMatchObject({ status: 400, json: { error_code: 'paging.invalid' } });
		expect(await send('POST', '/food/v2/search', { body: { query: 'apple' } })).toMatchObject({ status: 400, json: { message: expect.stringContaining('language') } });
	});

	test('a token that does not fit gives 403 here, 401 elsewhere', async () => {
		expect(await send('POST', '/food/v2/search', { body: {}, token: 'server' })).toEqual({ status: 403, json: { code: 'auth.tokenInvalid' } });
		used.sim.expireTokens('whisk');
		expect(await search('apple')).toEqual({ status: 403, json: { code: 'auth.tokenExpired' } });
		expect(await send('GET', '/list/v2')).toEqual({ status: 401, json: { code: 'auth.tokenExpired' } });
	});
});

describe('GET /v1/retailers', () => {
	const read = async (query: Record<string, string> = {}, token: Sent['token'] = 'server') => await send('GET', withQuery('/v1/retailers', query), { token });
	const idsOf = ({ retailers }: Json): string[] => retailers.map(({ id }: Json) => id);

	test('of one country, or of all; for any kind of token', async () => {
		expect(idsOf((await read({ country: 'GB' })).json)).toEqual(['GB:GreenBasket', 'GB:MarketRow', 'GB:CornerShop']);
		for (const token of ['server', 'client', 'user'] as const) expect(idsOf((await read({}, token)).json)).toHaveLength(9);
		expect((await read({ country: 'IT' })).json).toEqual({ retailers: [] });
	});

	test('US and DE need a zipcode, which chooses among them', async () => {
		for (const query of [{ country: 'US' }, { country: 'de' }, { country: 'US', zipcode: ' ' }]) expect(await read(query as unknown as Record<string, string>)).toMatchObject({ status: 400, json: { error_code: 'zipcode.required' } });
		const { json } = await read({ country: 'US', zipcode: '10001' });
		expect(json.retailers.map(({ id, metadata }: Json) => [id, metadata.branch])).toEqual([['US:HarborFoods', 'US:HarborFoods-100'], ['US:PrairieMart', 'US:PrairieMart-100']]);
		expect(idsOf((await read({ country: 'US', zipcode: '99999' })).json)).toEqual([]);
	});

	test('names come in the language that is asked for, else in English', async () => {
		const names = async (language: string) => (await read({ country: 'GB', language })).json.retailers.map(({ displayName }: Json) => displayName);
		expect(await names('de')).toEqual(['Grüner Korb', 'Market Row', 'Eckladen']);
		expect(await names('en')).toEqual(['Green Basket', 'Market Row', 'Corner Shop']);
	});
});

describe('GET /products/v1/get/batch', () => {
	const read = async (query: Record<string, string> = {}, more: Sent = {}) =>
		await send('GET', withQuery('/products/v1/get/batch', { integration_id: INTEGRATION, ...query }), { token: 'server', ...more });
	const namesOf = ({ products = [] }: Json): string[] => products.map((one: Json) => one.external_product_id);

	test('pages of 20 at most join to all products; the cursor is a product ID, without a level of its own', async () => {
		const pages = await readAll(async (after) => await read({ 'paging.limit': '50', ...(after ? { 'paging.after': after } : {}) }), ({ paging }) => paging.after);
		expect(pages.map(({ products }) => products.length)).toEqual([20, 16]);
		expect(pages.map(({ paging }) => paging)).toEqual([{ total: '36', after: pages[0].products.at(-1).id }, { total: '36' }]);
		expect(new Set(pages.flatMap(namesOf)).size).toBe(36);
		expect(pages[0].products[0]).toMatchObject({ name: 'Oat bar, classic', price: { rrp: { currency_code: 'GBP', cents: 150 } }, created_at: expect.stringMatching(/^\d{13}$/) });
	});

	test('updated_at.min and .max are counted in', async () => {
		const { products } = (await read()).json;
		const [min, max] = [products[3].updated_at, products[5].updated_at];
		const between = (await read({ 'updated_at.min': min, 'updated_at.max': max })).json;
		expect(namesOf(between)).toEqual(['SKU-1004', 'SKU-1005', 'SKU-1006']);
		expect(between.paging).toEqual({ total: '3' });
		expect((await read({ 'updated_at.min': '9999999999999' })).json).toEqual({ paging: {} });
	});

	test('nutrition when it is asked for; an integration without products', async () => {
		expect((await read({ fields: 'EXTRA_PRODUCT_FIELD_NUTRITION' })).json.products[0].nutrition).toHaveLength(1);
		expect((await read()).json.products[0]).not.toHaveProperty('nutrition');
		expect((await read({ integration_id: EMPTY_INTEGRATION })).json).toEqual({ paging: {} });
	});

	test('refused: an unknown integration or cursor, times that are none; a user token. Bearer is taken as well', async () => {
		for (const query of [{ integration_id: 'none' }, { 'paging.after': 'none' }, { 'updated_at.min': '2026-01-01' }, { 'paging.limit': '0' }, { 'paging.cursors.after': 'x' }]) {
			expect(await read(query as unknown as Record<string, string>)).toMatchObject({ status: 400, json: { error_code: expect.any(String) } });
		}
		expect(await read({}, { token: 'user' })).toEqual({ status: 401, json: { code: 'auth.tokenInvalid' } });
		expect((await read({}, { scheme: 'Bearer' })).status).toBe(200);
	});
});
