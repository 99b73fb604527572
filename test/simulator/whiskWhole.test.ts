import { COMMUNITY, EMPTY_COMMUNITY } from '../../simulator/whisk/state';
import { useSimulator } from '../support/simulator';
import { callerOf, withQuery } from './whiskCalls';
import type { Json } from './whiskCalls';

/** The rules that bite, and that each write shows, so that a doubled one would. */
const used = useSimulator();
const send = callerOf(used);
const state = () => used.sim.state.whisk;
const [first, second] = [() => state().lists[0], () => state().lists[1]];
const code = ({ json }: { json: Json }) => json.error_code as string;

describe('lists', () => {
	test('an update changes what its mask names, and nothing else', async () => {
		const { id, name } = second();
		expect((await send('POST', `/list/v2/${id}`, { body: { fields: { name: '', primary: true }, mask: { paths: ['primary'] } } })).json).toEqual({ list: { id, name, primary: true } });
		expect(state().lists.map(({ isPrimary }) => isPrimary)).toEqual([false, true]);
		expect((await send('POST', `/list/v2/${id}`, { body: { fields: { name: 'Feast' }, mask: { paths: ['name'] } } })).status).toBe(400);
	});

	test('several entries are deleted at once or not at all', async () => {
		const [one, two] = first().items.map(({ id }) => id);
		expect(code(await send('DELETE', `/list/v2/${first().id}/items`, { body: { item_ids: [one, 'none'] } }))).toBe('item.notFound');
		expect(first().items).toHaveLength(8);
		expect((await send('DELETE', `/list/v2/${first().id}/items`, { body: { item_ids: [one, two] } })).json.content.items).toHaveLength(6);
	});

	test('moved entries stand on the other list only; a second sending finds none', async () => {
		const body = { to_list_id: second().id, item_ids: [first().items[0].id] };
		const move = async () => await send('POST', `/list/v2/${first().id}/move_items`, { body });
		expect((await move()).json.from_list_content.items).toHaveLength(7);
		expect([first().items.length, second().items.length]).toEqual([7, 9]);
		expect(code(await move())).toBe('item.notFound');
	});

	test('an entry is checked; texts are analyzed without a trace; a list of version 1 is one like others', async () => {
		const { id } = first().items[0];
		await send('PUT', `/list/v2/${first().id}/item/${id}`, { body: { checked: true } });
		expect(first().items.find((item) => item.id === id)!.isChecked).toBe(true);
		expect((await send('POST', '/v1/lists/analyze', { body: { items: ['2 kg onions'] }, token: 'server' })).json.analyzedItems).toEqual([expect.objectContaining({ sourceText: '2 kg onions', analysis: expect.objectContaining({ quantity: 2, unit: 'kg' }) })]);
		expect(state().lists).toHaveLength(2);
		const { json } = await send('POST', '/v1/lists', { body: { name: 'Old', rawItems: ['salt'] } });
		expect((await send('GET', `/list/v2/${json.id}`)).json.content.items).toHaveLength(1);
		expect((await send('DELETE', `/list/v2/${json.id}`)).json).toEqual({});
		expect(code(await send('DELETE', `/list/v2/${json.id}`))).toBe('list.notFound');
	});
});

describe('carts', () => {
	const add = async (id: string, body: unknown) => await send('POST', `/v1/${id}/items`, { body, token: 'server' });

	test('what is added twice is there twice, as one entry or as two', async () => {
		const { json: cart } = await send('POST', '/v1/carts', { body: { retailerId: 'GB:GreenBasket' }, token: 'client' });
		const items = [{ storeItem: { sku: '254870000', quantity: 2 } }];
		await add(cart.id, { items });
		expect((await add(cart.id, { items })).json.items).toEqual([expect.objectContaining({ product: expect.objectContaining({ quantity: { count: 4 } }) })]);
		expect((await add(cart.id, { items, combineItems: false })).json.items).toHaveLength(2);
		expect(code(await add(cart.id, { items: [{ storeItem: { sku: '254870000' }, raw: { name: 'milk' } }] }))).toBe('cartItem.invalid');
	});

	test('only a combined entry is split; a deleted cart is gone', async () => {
		const [cart] = state().carts.values();
		const [combined, , single] = cart.items.map(({ id }) => id);
		expect((await send('POST', `/v1/${cart.id}/items/${combined}/split`, {})).json.items).toHaveLength(5);
		expect(code(await send('POST', `/v1/${cart.id}/items/${single}/split`, {}))).toBe('cartItem.notCombined');
		expect((await send('DELETE', `/v1/${cart.id}`)).json).toEqual({ ok: true });
		expect(code(await send('DELETE', `/v1/${cart.id}`))).toBe('cart.notFound');
	});
});

describe('recipes', () => {
	test('one route writes and saves; fifty recipes are all that a user can save', async () => {
		expect((await send('POST', '/v1/recipes', { body: { payload: { name: 'Toast', ingredients: [{ text: '1 slice' }], instructions: { steps: [{ text: 'Toast it.' }] } } } })).json.recipe.name).toBe('Toast');
		expect((await send('POST', '/v1/recipes', { body: { recipeId: [...state().recipes.keys()][30] } })).json).toMatchObject({ status: 'success', recipe: { saved: { value: true } } });
		expect(code(await send('POST', '/v1/recipes', { body: {} }))).toBe('recipe.invalid');
		state().saved = [...state().recipes.keys()].slice(0, 50);
		expect(code(await send('POST', '/v1/recipes', { body: { recipeId: state().saved[0] } }))).toBe('recipe.tooMany');
	});

	test('one route searches recipes and products, as its type says', async () => {
		expect((await send('GET', '/v1/search?type=recipe&q=carrot')).json.data).toEqual([expect.objectContaining({ content: expect.objectContaining({ name: 'Carrot soup' }) })]);
		expect((await send('GET', '/v1/search?type=storeItem&q=oat&retailerId=GB:GreenBasket')).json.items).toHaveLength(3);
		expect((await send('GET', '/v1/search?type=storeItem&q=oat')).status).toBe(400);
		expect((await send('GET', '/v1/search?q=oat')).status).toBe(400);
	});

	test('a recipe is put into collections once, and leaves them all when none is named', async () => {
		const [id] = state().recipes.keys();
		const [{ id: collection }] = [...state().collections.values()].slice(1);
		for (let time = 0; time < 2; time++) await send('POST', '/recipe/v2', { body: { recipe_id: id, collection_ids: [collection] } });
		expect(state().collections.get(collection)!.recipeIds.filter((one) => one === id)).toHaveLength(1);
		await send('DELETE', `/recipe/v2/${id}`, { body: {} });
		expect([...state().collections.values()].some(({ recipeIds }) => recipeIds.includes(id))).toBe(false);
		expect(state().saved).not.toContain(id);
	});
});

describe('meals', () => {
	const date = { year: 2026, month: 11, day: 23 };
	const add = async (on_conflict?: string) => await send('POST', '/mealplan/v2/meal', { body: { meal: { meal_type: 'MEAL_TYPE_DINNER', date_time: date, day_slot: 2 }, ...(on_conflict ? { on_conflict } : {}) } });
	const ofDay = () => state().meals.filter(({ date: { day } }) => day === 23);

	test('a taken slot: replaced, moved on or refused; seven meals a day', async () => {
		expect((await add()).status).toBe(200);
		expect(ofDay()).toHaveLength(3);
		expect(code(await add('DAY_SLOT_CONFLICT_ACTION_FAIL'))).toBe('meal.slotTaken');
		for (let count = 0; count < 4; count++) expect((await add('DAY_SLOT_CONFLICT_ACTION_INSERT')).status).toBe(200);
		expect(code(await add('DAY_SLOT_CONFLICT_ACTION_INSERT'))).toBe('meal.tooMany');
	});

	test('a period is deleted, or what was generated in it', async () => {
		const remove = async (generated_only: boolean) => await send('DELETE', '/mealplan/v2', { body: { period: { from: date, to: { ...date, day: 24 } }, generated_only } });
		await remove(true);
		expect(state().meals.map(({ isGenerated, date: { day } }) => [day, isGenerated])).toEqual([[23, false], [24, false], [25, true], [25, false], [25, true]]);
		await remove(false);
		expect(state().meals).toHaveLength(3);
	});
});

describe('people and food', () => {
	test('an ID of the food log is taken once; food is put into the pantry as often as it is sent', async () => {
		const log = async () => await send('POST', '/health/foodlog/v2/action', { body: { add: { items: [{ external_id: 'a1' }] } } });
		expect([(await log()).status, code(await log())]).toEqual([200, 'externalId.used']);
		for (let time = 0; time < 2; time++) await send('POST', '/foodlist/v2/action', { body: { add: { items: [{ name: 'milk' }] } } });
		expect(state().foodList.filter(({ name }) => name === 'milk')).toHaveLength(3);
	});

	test('membership is joined and left, and seen in the own communities', async () => {
		const roles = async () => (await send('GET', withQuery('/community/v2', { 'filters.roles': 'COMMUNITY_ROLE_OWNER' }))).json.communities.length;
		expect(await roles()).toBe(1);
		for (let time = 0; time < 2; time++) expect((await send('POST', `/community/v2/${EMPTY_COMMUNITY}/join`, {})).json.permissions.role).toBe('COMMUNITY_ROLE_MEMBER');
		await send('POST', `/community/v2/${COMMUNITY}/leave`, {});
		expect([state().roles.has(COMMUNITY), state().roles.has(EMPTY_COMMUNITY)]).toEqual([false, true]);
	});

	test('a post has recipes, a review or communities, not two of them; a reaction is of one thing', async () => {
		const recipe_ids = [[...state().recipes.keys()][0]];
		expect(code(await send('POST', '/v2/posts', { body: { post: { attachments: { recipe_ids, community_ids: [COMMUNITY] } } } }))).toBe('post.invalid');
		expect((await send('POST', '/v2/posts', { body: { post: { attachments: { recipe_ids } } } })).status).toBe(200);
		expect(state().posts.size).toBe(3);
		expect(code(await send('POST', '/v2/reaction', { body: { reaction: { like: true } } }))).toBe('target.invalid');
	});

	test('settings are put over those that there are; the zero value of an enum is refused everywhere', async () => {
		await send('PATCH', '/user/v2/settings', { body: { settings: { personal_details: { first_name: 'Alex' } } } });
		expect(state().userSettings.personal_details).toEqual({ first_name: 'Alex', last_name: 'Cook', country: 'GB', language: 'en' });
		expect(code(await send('POST', '/user/v2/settings/patch', { body: { settings: { food_preferences: { diets: { list: ['DIET_INVALID'] } } } } }))).toBe('enum.invalid');
		expect(code(await send('PUT', '/mealplan/v2/generate', { body: { settings: { week_start: 'DAY_OF_WEEK_INVALID' } } }))).toBe('enum.invalid');
	});
});

describe('what takes no token', () => {
	test('the public files of names, and the page that a shopper signs in on', async () => {
		const names = await fetch(`${used.sim.urls.whisk}/autocomplete/v1/en-gb/food-slim.json`);
		expect(((await names.json()) as Json).products[0]).toEqual({ name: 'oat milk, small', displayName: 'Oat milk, small' });
		expect((await fetch(`${used.sim.urls.whisk}/autocomplete/v1/en-gb/none.json`)).status).toBe(404);
		const back = await fetch(`${used.sim.urls.whisk}${withQuery('/retailers/oauth/v2/authorize', { retailer: 'GB:GreenBasket', redirect_uri: 'https://example.com/back' })}`, { redirect: 'manual' });
		expect([back.status, back.headers.get('location')]).toEqual([302, expect.stringMatching(/^https:\/\/example\.com\/back\?token=\w{24}$/)]);
	});
});
