import type { IDataObject } from 'n8n-workflow';
import { INTEGRATION, SMALL_COMMUNITY } from '../../simulator/whisk/state';
import { runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

/** The workflows of Whisk on n8n's own engine: what they report, and what has become of the world. */
const used = useSimulator();
const DAY = 24 * 60 * 60 * 1000;
const SOUP = '9773cb7eca5d11e7ae7e42010a9a0035';
const whisk = () => used.sim.state.whisk;
const rowsOf = async (name: string): Promise<IDataObject[]> => {
	const { ran, rows } = await runExample(name, used.sim);
	expect(ran.error).toBeUndefined();
	return Object.values(rows)[0];
};

test('recipe to basket: a list with the ingredients, and a cart with a product for each', async () => {
	const [lists, carts] = [whisk().lists.length, whisk().carts.size];
	const rows = await rowsOf('recipe-to-basket');
	expect(rows.map(({ for: wanted, product, packs, price }) => [wanted, product, packs, price])).toEqual([['1 onion', 'onions, small', 1, 2.49], ['500 g carrots', 'carrots, small', 1, 2.79], ['1 l stock', 'vegetable stock, small', 1, 4.29]]);
	expect([whisk().lists.length, whisk().carts.size]).toEqual([lists + 1, carts + 1]);
	expect(whisk().lists.at(-1)).toMatchObject({ name: 'Carrot soup', items: [{ recipeId: SOUP }, { recipeId: SOUP }, { recipeId: SOUP }] });
});

test('meal plan to list: the primary list holds the ingredients of the coming week and nothing else, the other list all it had', async () => {
	const [first, second] = whisk().lists.map(({ items }) => items.length);
	const rows = await rowsOf('meal-plan-to-list');
	expect(first).toBeGreaterThan(0);
	const days = [...new Set(rows.map(({ day }) => String(day)))];
	expect(days.map((day) => new Date(day).getUTCDay())).toEqual([1, 2, 3, 4, 5]);
	expect(Date.parse(days[0])).toBeLessThan(Date.now() + 7 * DAY);
	expect(Date.parse(days[0])).toBeGreaterThan(Date.now() - DAY);
	expect(rows.map(({ day, meal, status }) => `${String(day)} ${String(meal)} ${String(status)}`)).toEqual(days.flatMap((day) => ['breakfast', 'lunch', 'dinner'].map((meal) => `${day} ${meal} on the list`)));
	const planned = whisk().meals.filter(({ date: { year, month, day } }) => days.includes(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)));
	expect(rows.map(({ recipe }) => recipe)).toEqual(planned.map(({ recipeId }) => whisk().recipes.get(recipeId!)!.name));
	const wanted = new Set(planned.map(({ recipeId }) => recipeId));
	expect(new Set(whisk().lists[0].items.map(({ recipeId }) => recipeId))).toEqual(wanted);
	expect(whisk().lists[1].items).toHaveLength(second);
	expect(whisk().mealPlan.settings).toMatchObject({ servings: 2, calorie_per_day: 2100 });
});

test('recipe intake: pages and IDs are read, what is neither is said, and nobody else is kept from it', async () => {
	const rows = await rowsOf('recipe-intake');
	expect(rows.map(({ url, status, kcal }) => [url, status, kcal])).toEqual([['https://example.com/recipes/omelette', 'read', 320], ['https://example.com/recipes/pancakes', 'read', 320], ['carrot soup', 'failed', 0], [SOUP, 'read', 320]]);
	expect(rows[2].message).toMatch(/^'Recipe' is not an ID: "carrot soup"/);
	expect(rows[3]).toMatchObject({ name: 'Carrot soup', servings: 4, ingredients: 3 });
});

test('studio catalogue: one call for all rows, a reason for each that is not taken', async () => {
	const rows = await rowsOf('studio-catalogue');
	expect(rows.map(({ sku, status, message }) => [sku, status, message])).toEqual([['SKU-2001', 'sent', ''], ['SKU-2002', 'sent', ''], ['SKU-2003', 'failed', 'name is missing'], ['', 'failed', "'Product ID' is empty [item 3]"], ['SKU-2004', 'sent', '']]);
	expect(used.sim.calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /products/v1/upsert/batch']);
	const made = whisk().integrations.get(INTEGRATION)!.filter(({ externalId }) => externalId.startsWith('SKU-2'));
	expect(made.map(({ id }) => id).sort()).toEqual(rows.map(({ product_id: id }) => id).filter(Boolean).sort());
});

test('recipes for a community: each is shared once and announced once', async () => {
	const before = [...whisk().communities.get(SMALL_COMMUNITY)!.recipeIds];
	const rows = await rowsOf('community-recipes');
	expect(rows).toHaveLength(3);
	for (const { status, post, message } of rows) expect([status, whisk().posts.has(String(post)), message]).toEqual(['announced', true, '']);
	const shared = whisk().communities.get(SMALL_COMMUNITY)!.recipeIds.slice(before.length);
	expect(shared).toHaveLength(3);
	expect(rows.map(({ post }) => whisk().posts.get(String(post))!.attachments.recipe_ids)).toEqual(shared.map((id) => [id]));
});

test('clean ingredients: texts with commas in them stay whole, and nothing is stored', async () => {
	const before = JSON.stringify(whisk().lists);
	const rows = await rowsOf('clean-ingredients');
	expect(rows.map(({ text, product, quantity, unit, category }) => [text, product, quantity, unit, category])).toEqual([
		['2 kg carrots', 'carrots', 2, 'kg', 'Vegetables'], ['1 onion, chopped', 'onion', 1, '', 'Vegetables'], ['250 g butter', 'butter', 250, 'g', 'Dairy'], ['milk', 'milk', 0, '', 'Dairy'],
	]);
	expect(JSON.stringify(whisk().lists)).toBe(before);
});
