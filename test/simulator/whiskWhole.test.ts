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

describe('a week is planned', () => {
	/** A Wednesday. */
	const NOW = Date.parse('2026-11-18T10:00:00Z');
	const WORKDAYS = [23, 24, 25, 26, 27];
	beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
	afterEach(() => jest.restoreAllMocks());

	const generate = async (settings?: Json) => (await send('PUT', '/mealplan/v2/generate', { body: settings ? { settings } : {} })).json;
	const days = ({ meals }: Json) => meals.map(({ date, day_slot: slot = 0, meal_type: type }: Json) => `${date.day} ${slot} ${String(type).replace('MEAL_TYPE_', '').toLowerCase()}`);
	const threeOf = (of: number[]) => of.flatMap((day) => [`${day} 0 breakfast`, `${day} 1 lunch`, `${day} 2 dinner`]);
	const DINNERS = { week_template: [{ day: 'DAY_OF_WEEK_FRIDAY', meal_templates: [{ meal_type: 'MEAL_TYPE_DINNER', day_slot: 4 }, { meal_type: 'MEAL_TYPE_DINNER', day_slot: 5 }] }, { day: 'DAY_OF_WEEK_SUNDAY' }] };

	test('by the stored settings, unless the call has its own: then none of them counts', async () => {
		const plan = await generate();
		expect(plan).toMatchObject({ start_date: { year: 2026, month: 11, day: 23 }, end_date: { day: 29 }, result_code: 'GENERATION_RESULT_CODE_SUCCESS' });
		expect(days(plan)).toEqual(threeOf(WORKDAYS));
		expect(days(await generate({ servings: 4 }))).toEqual(threeOf([...WORKDAYS, 28, 29]));
		expect(state().mealPlan.settings.servings).toBe(2);
	});

	test.each<[string, Json, string[]]>([
		['days', { included_days: ['DAY_OF_WEEK_SATURDAY', 'DAY_OF_WEEK_THURSDAY'] }, threeOf([26, 28])],
		['meal types', { included_meal_types: ['MEAL_TYPE_DINNER'] }, [...WORKDAYS, 28, 29].map((day) => `${day} 0 dinner`)],
		['a template, which goes before both', { ...DINNERS, included_days: ['DAY_OF_WEEK_MONDAY'], included_meal_types: ['MEAL_TYPE_LUNCH'] }, ['27 4 dinner', '27 5 dinner']],
		['more meals than a day has: seven of them', { included_days: ['DAY_OF_WEEK_FRIDAY'], included_meal_types: Array(9).fill('MEAL_TYPE_LUNCH') }, Array.from({ length: 7 }, (_, slot) => `27 ${slot} lunch`)],
	])('by %s', async (_, settings, wanted) => {
		expect(days(await generate(settings))).toEqual(wanted);
	});

	test.each([['DAY_OF_WEEK_WEDNESDAY', 18, 24], ['DAY_OF_WEEK_THURSDAY', 19, 25], ['DAY_OF_WEEK_TUESDAY', 24, 30]])('from the next %s on, today counting', async (week_start, from, to) => {
		expect(await generate({ week_start })).toMatchObject({ start_date: { day: from }, end_date: { day: to } });
	});

	test('over the end of the month and of the year', async () => {
		jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-12-28T23:30:00Z'));
		expect(days(await generate({ included_meal_types: ['MEAL_TYPE_DINNER'] }))).toEqual([28, 29, 30, 31, 1, 2, 3].map((day) => `${day} 0 dinner`));
	});

	test('meals that someone chose stay where that is set, and their slot is not planned twice; elsewhere all are new', async () => {
		const chosen = () => state().meals.filter(({ isGenerated }) => !isGenerated).map(({ id }) => id);
		const before = chosen();
		const plan = await generate({ replace_only_generated: true });
		expect(chosen()).toEqual(before);
		expect(days(plan)).toEqual(threeOf([...WORKDAYS, 28, 29]));
		await generate();
		expect(chosen()).toEqual([]);
	});

	test('a day full of chosen meals gets no eighth', async () => {
		state().meals = Array.from({ length: 7 }, (_, slot) => ({ id: `m${slot}`, type: 'MEAL_TYPE_LUNCH', date: { year: 2026, month: 11, day: 27 }, slot: slot + 10, isGenerated: false }));
		expect((await generate({ ...DINNERS, replace_only_generated: true })).meals).toHaveLength(7);
	});

	test('other weeks stay as they are; in its own, days that are not planned are empty', async () => {
		const others = [22, 30].map((day) => ({ id: `other-${day}`, type: 'MEAL_TYPE_LUNCH', date: { year: 2026, month: 11, day }, slot: 0, isGenerated: true }));
		state().meals.push(...others);
		expect((await generate(DINNERS)).meals).toHaveLength(2);
		expect(state().meals.map(({ date: { day } }) => day)).toEqual([22, 27, 27, 30]);
		expect(state().meals.filter((meal) => others.includes(meal))).toEqual(others);
	});

	test('the same seed plans the same, a second time something else', async () => {
		const recipes = async () => (await generate()).meals.map(({ content }: Json) => content.recipe.id);
		const [first, second] = [await recipes(), await recipes()];
		expect(new Set(first).size).toBe(15);
		expect(second).not.toEqual(first);
		used.sim.reset();
		expect([await recipes(), await recipes()]).toEqual([first, second]);
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
