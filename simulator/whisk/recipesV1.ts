import { digest } from '../random';
import type { Answer, Fields } from '../types';
import { savedIn } from './collections';
import { countOf, ok, refused, trimmed } from './answers';
import { cursorTo, pageOf, pageV1 } from './paging';
import type { Asked } from './paging';
import { findRecipe, picturesOf, recipeShape } from './recipes';
import type { WhiskRecipe, WhiskRules, WhiskState, WhiskVisit } from './state';
import { PRODUCTS } from './world';
import type { WhiskProductChoice } from './world';

const MOST_SAVED = 50;

const wordsOf = (text: string) => text.toLowerCase().split(/[\s,]+/).filter(Boolean);
const isMatch = (title: string, wanted: string) => wordsOf(wanted).every((word) => wordsOf(title).some((own) => own.startsWith(word)));

/** A recipe as version 1 writes it: names in camel case, nothing left out. */
function shapeV1({ id, name, servings, ingredients, steps }: WhiskRecipe, parts: string[] = []): Fields {
	return {
		id, name, servings, description: '', images: [], ingredients: ingredients.map((text) => ({ text })),
		source: { name: 'whisk.test', displayName: 'Demo kitchen', sourceRecipeUrl: `https://whisk.test/recipes/${id}`, license: 'Fairuse' },
		durations: { cookTime: 30, prepTime: 10, totalTime: 40 },
		...(parts.includes('instructions') ? { instructions: { steps: steps.map((text) => ({ text })) } } : {}),
		...(parts.includes('normalizedIngredients') ? { normalizedIngredients: ingredients.map((text) => ({ text, analysis: [] })) } : {}),
		...(parts.includes('nutrition') ? { nutrition: { total: [{ code: 'ENERC_KCAL', value: 320, unit: 'KCAL' }] } } : {}),
	};
}

/** A product as version 1 writes it. */
export const productShape = ({ sku, name, price }: WhiskProductChoice, count = 1): Fields =>
	({ sku, name, quantity: { count }, price: { list: Number(price.toFixed(2)) }, images: [{ url: `https://whisk.test/products/${sku}.jpg` }], url: `https://whisk.test/products/${sku}` });

const partsOf = ({ fields }: Fields) => fields as string[] | undefined;

function getV1({ state, params: { id }, query, address }: WhiskVisit): Answer {
	const recipe = findRecipe(state, id);
	if (!recipe) return refused(400, 'recipe.notFound', `No recipe ${id}`);
	const { servings, scale } = query as { servings?: number; scale?: number };
	const scaled = servings ?? (scale === undefined ? undefined : recipe.servings * scale);
	return ok({ ...shapeV1(recipe, partsOf(query)), ...(state.recipes.has(id) ? { images: picturesOf(id, address) } : {}), ...(scaled === undefined ? {} : { servingsScaled: scaled }) });
}

/** POST /recipe/v2/search: `recipes`, as the client's fixture has it; the page of it shows `data`. */
function search({ state, body }: WhiskVisit): Answer {
	const { query = '', paging: { limit, cursors } = {} } = body as { query?: string; paging?: { limit?: number; cursors?: Asked } };
	const found = [...state.recipes.values()].filter(({ name }) => isMatch(name, query));
	const page = pageOf(found, ({ id }) => cursorTo(id), { limit, ...cursors }, { usual: 10, most: 20 });
	if ('refusal' in page) return page.refusal;
	return ok(trimmed({ recipes: page.rows.map((one) => ({ content: recipeShape(one), matched_ingredients: [] })), paging: trimmed({ cursors: trimmed({ after: page.after }), total: countOf(found) }) }));
}

/** GET /v1/search: recipes or products of a store, as `type` says. */
function searchV1({ state, query }: WhiskVisit): Answer {
	const { type, q = '', retailerId, includeIngredients } = query as Record<string, string | undefined>;
	if (type === 'storeItem') {
		if (!retailerId || !q.trim()) return refused(400, 'search.invalid', 'retailerId and q are needed to search for products');
		if (!state.retailers.some(({ id, name }) => id === retailerId || name === retailerId)) return refused(400, 'retailer.notFound', `No retailer ${retailerId}`);
		return pageV1(PRODUCTS.filter(({ name }) => isMatch(name, q)), ({ sku }) => cursorTo(sku), query, (rows) => ({ items: rows.map((one) => productShape(one)) }));
	}
	const found = [...state.recipes.values()].filter(({ name, ingredients }) => isMatch(name, q) && (!includeIngredients || ingredients.some((text) => isMatch(text, includeIngredients))));
	return pageV1(found, ({ id }) => cursorTo(id), query, (rows) => ({ data: rows.map((one) => ({ content: shapeV1(one), matchedIngredients: [] })) }));
}

/** The one feed that there is. */
export const THREAD = digest('feed').slice(0, 16);
const FEED_LENGTH = 8;

/** GET /v1/feed: what Whisk recommends, or what resembles a recipe. */
function feedV1({ state, query }: WhiskVisit): Answer {
	const { id, type, itemId } = query as Record<string, string | undefined>;
	if (id !== undefined && id !== THREAD) return refused(400, 'feed.notFound', `No feed ${id}`);
	if (type === 'related' && !state.recipes.has(itemId ?? '')) return refused(400, 'recipe.notFound', `No recipe ${itemId}`);
	const chosen = [...state.recipes.values()].filter((one) => one.id !== itemId).slice(0, FEED_LENGTH);
	return ok({ id: THREAD, feed: chosen.map((one, index) => ({ type: 'recipe', key: `recipe-${index}`, display: { displayName: one.name, images: [] }, content: shapeV1(one), filterKey: 'category::dinner' })), paging: { cursors: {} } });
}

/** GET /feed/v2/get */
function feed({ state, query }: WhiskVisit): Answer {
	if (query.id !== undefined && query.id !== THREAD) return refused(400, 'feed.notFound', `No feed ${String(query.id)}`);
	const chosen = [...state.recipes.values()].slice(0, FEED_LENGTH);
	return ok({ feed_id: THREAD, items: chosen.map((one) => ({ key: { id: one.id }, display: { display_name: one.name }, content: { recipe: recipeShape(one) } })) });
}

const saved = (state: WhiskState, id: string) => ({ value: true, collectionIds: savedIn(state, id), owner: 'user', type: 'saved' });

function getSaved({ state, query }: WhiskVisit): Answer {
	const found = state.saved.flatMap((id) => findRecipe(state, id) ?? []);
	return pageV1(found, ({ id }) => cursorTo(id), query, (rows) => ({
		recipes: rows.map((one) => ({ content: shapeV1(one), collections: savedIn(state, one.id).map((id) => ({ id, name: state.collections.get(id)!.name })) })),
	}));
}

interface Written {
	recipeId?: string;
	collectionIds?: string[];
	payload?: { name: string; servings?: number; ingredients?: Array<{ text: string }>; instructions?: { steps?: Array<{ text: string }> } };
}

/** POST /v1/recipes: writes a recipe (`payload`), or saves one that there is (`recipeId`). */
function postRecipe({ state, body, query }: WhiskVisit): Answer {
	const { recipeId, collectionIds = [], payload } = body as Written;
	const strange = collectionIds.find((id) => !state.collections.has(id));
	if (strange !== undefined) return refused(400, 'collection.notFound', `No collection ${strange}`);
	if ((recipeId === undefined) === (payload === undefined)) return refused(400, 'recipe.invalid', 'One of recipeId and payload is needed');
	if (state.saved.length >= MOST_SAVED) return refused(400, 'recipe.tooMany', `A user can save ${MOST_SAVED} recipes`);
	const recipe = payload ? write(state, payload) : findRecipe(state, recipeId!);
	if (!recipe) return refused(400, 'recipe.notFound', `No recipe ${recipeId}`);
	if (payload) state.written.add(recipe.id);
	state.recipes.set(recipe.id, recipe);
	if (!state.saved.includes(recipe.id)) state.saved.push(recipe.id);
	for (const id of collectionIds) state.collections.get(id)!.recipeIds.push(recipe.id);
	const shape = { ...shapeV1(recipe, partsOf(query)), saved: saved(state, recipe.id) };
	return ok(payload ? { recipe: shape } : { recipe: shape, partiallyParsed: false, status: 'success' });
}

/** PUT /v1/{recipe_id}: a recipe of the user's own becomes what the body says; any other is kept, and a copy made. */
function putRecipe({ state, params: { recipe_id: id }, body, query }: WhiskVisit): Answer {
	if (!state.recipes.has(id)) return refused(400, 'recipe.notFound', `No recipe ${id}`);
	const written = write(state, (body as Written).payload!);
	const recipe = state.written.has(id) ? { ...written, id } : written;
	state.recipes.set(recipe.id, recipe);
	state.written.add(recipe.id);
	return ok({ recipe: { ...shapeV1(recipe, partsOf(query)), saved: { ...saved(state, recipe.id), type: 'manual' } }, status: 'success' });
}

const CATEGORIES = ['Baking', 'Breakfast', 'Desserts', 'Healthy recipes', 'Quick and easy', 'Soups'].map((displayName) => ({ id: displayName.toLowerCase().replace(/ /g, '-'), displayName }));

const categories = ({ query }: WhiskVisit): Answer =>
	pageV1(CATEGORIES, ({ id }) => cursorTo(id), query, (rows) => ({ categories: rows.map((one) => ({ ...one, image: { url: `https://whisk.test/categories/${one.id}.png`, width: 800, height: 800 } })) }));

function write(state: WhiskState, { name, servings = 4, ingredients = [], instructions: { steps = [] } = {} }: NonNullable<Written['payload']>): WhiskRecipe {
	const id = digest(state.seed, `recipe:${(state.minted += 1)}`).slice(0, 32);
	return { id, name, servings, ingredients: ingredients.map(({ text }) => text), steps: steps.map(({ text }) => text) };
}

export const recipeV1Rules: WhiskRules = {
	'whisk:GET /v1/{id}': getV1,
	'whisk:POST /recipe/v2/search': search,
	'whisk:GET /v1/search': searchV1,
	'whisk:GET /v1/feed': feedV1,
	'whisk:GET /feed/v2/get': feed,
	'whisk:GET /v1/recipes': getSaved,
	'whisk:POST /v1/recipes': postRecipe,
	'whisk:PUT /v1/{recipe_id}': putRecipe,
	'whisk:GET /v1/recipes/categories': categories,
};
