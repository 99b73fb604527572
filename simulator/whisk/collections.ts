import { digest } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import { pageV2 } from './paging';
import { recipeShape } from './recipes';
import type { WhiskRecipe, WhiskRules, WhiskState, WhiskVisit } from './state';

const unknown = (id: string) => refused(400, 'collection.notFound', `No collection ${id}`);
const unknownRecipe = (id: string) => refused(400, 'recipe.notFound', `No recipe ${id}`);

const recipesOf = (state: WhiskState, ids: string[]): WhiskRecipe[] => ids.flatMap((id) => state.recipes.get(id) ?? []);

/** Where a recipe is saved. */
export const savedIn = (state: WhiskState, id: string): string[] => [...state.collections.values()].filter(({ recipeIds }) => recipeIds.includes(id)).map((one) => one.id);

const named = (body: Fields) => (body.name as string).trim();

function create({ state, body }: WhiskVisit): Answer {
	if (!named(body)) return refused(400, 'collection.invalid', 'The name is empty');
	const id = digest(state.seed, `collection:${(state.minted += 1)}`).slice(0, 32);
	state.collections.set(id, { id, name: named(body), recipeIds: [] });
	return ok({ id, name: named(body) });
}

function update({ state, params, body }: WhiskVisit): Answer {
	const found = state.collections.get(params.id);
	if (!found) return unknown(params.id);
	if (!named(body)) return refused(400, 'collection.invalid', 'The name is empty');
	found.name = named(body);
	return ok({});
}

const remove = ({ state, params }: WhiskVisit): Answer => (state.collections.delete(params.id) ? ok({}) : unknown(params.id));

/** The recipes stand flat here, by the client's own fixture. */
function getRecipes({ state, params, query }: WhiskVisit): Answer {
	const found = state.collections.get(params.id);
	return found ? pageV2(recipesOf(state, found.recipeIds), query, (rows) => ({ recipes: rows.map((row) => recipeShape(row, query.fields as string[] | undefined)) })) : unknown(params.id);
}

/** POST /recipe/v2: saves, and puts into collections; both stay as they are when they are so already. */
function addRecipe({ state, body }: WhiskVisit): Answer {
	const { recipe_id: id, collection_ids: ids = [] } = body as { recipe_id: string; collection_ids?: string[] };
	if (!state.recipes.has(id)) return unknownRecipe(id);
	const missing = ids.find((one) => !state.collections.has(one));
	if (missing !== undefined) return unknown(missing);
	if (!state.saved.includes(id)) state.saved.push(id);
	for (const one of ids.map((name) => state.collections.get(name)!)) if (!one.recipeIds.includes(id)) one.recipeIds.push(id);
	return ok({ id, saved: trimmed({ value: true, collection_ids: savedIn(state, id), recipe_type: 'RECIPE_TYPE_SAVED' }) });
}

/** DELETE /recipe/v2/{recipe_id}: out of the collections of the body; without any it is no longer saved. */
function removeRecipe({ state, params: { recipe_id: id }, body }: WhiskVisit): Answer {
	const { collection_ids: ids } = body as { collection_ids?: string[] };
	if (!state.recipes.has(id)) return unknownRecipe(id);
	for (const one of state.collections.values()) if (!ids?.length || ids.includes(one.id)) one.recipeIds = one.recipeIds.filter((other) => other !== id);
	if (!ids?.length) state.saved = state.saved.filter((other) => other !== id);
	return ok({});
}

function getSmart({ state, params }: WhiskVisit): Answer {
	const found = state.smart.get(params.collection_id);
	if (!found) return unknown(params.collection_id);
	const { tags, recipeIds, ...rest } = found;
	return ok({ collection: trimmed({ ...rest, recipe_count: recipeIds.length }), smart_tags: tags.map((name) => ({ value: { name, display_name: name[0].toUpperCase() + name.slice(1) } })) });
}

function getSmartRecipes({ state, params, query }: WhiskVisit): Answer {
	const found = state.smart.get(params.collection_id);
	if (!found) return unknown(params.collection_id);
	const tags = query.smart_tags as string[] | undefined;
	const isTagged = !tags || tags.some((tag) => found.tags.includes(tag));
	return pageV2(isTagged ? recipesOf(state, found.recipeIds) : [], query, (rows) => ({ recipes: rows.map((row) => ({ recipe: recipeShape(row, query.fields as string[] | undefined) })) }));
}

export const collectionRules: WhiskRules = {
	'whisk:POST /recipe/v2/collection': create,
	'whisk:PUT /recipe/v2/collection/{id}': update,
	'whisk:DELETE /collection/v2/{id}': remove,
	'whisk:GET /collection/v2/{id}/recipe': getRecipes,
	'whisk:POST /recipe/v2': addRecipe,
	'whisk:DELETE /recipe/v2/{recipe_id}': removeRecipe,
	'whisk:GET /v2/smart_collection/{collection_id}': getSmart,
	'whisk:GET /v2/smart_collection/{collection_id}/recipes': getSmartRecipes,
};
