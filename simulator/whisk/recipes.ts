import { digest } from '../random';
import type { Answer, Fields, Operation } from '../types';
import { ok, refused } from './answers';
import type { WhiskRecipe, WhiskState, WhiskVisit } from './state';

/** A recipe by its id, or the one that lies at a web address. */
export function findRecipe(state: WhiskState, id: string): WhiskRecipe | undefined {
	if (!/^https?:\/\//.test(id)) return state.recipes.get(id);
	return { id: digest('recipe', id).slice(0, 32), name: 'Recipe of a web page', servings: 2, ingredients: ['200 g flour', '2 eggs'], steps: ['Mix.', 'Bake.'] };
}

function extras({ ingredients, steps }: WhiskRecipe, fields: string[]): Fields {
	const wants = (name: string) => fields.includes(`RECIPE_FIELD_${name}`);
	const named = ingredients.map((text) => ({ text, source_text: text, analysis: [] }));
	return {
		...(wants('NORMALIZED_INGREDIENTS') ? { normalized_ingredients: named } : {}),
		...(wants('INSTRUCTIONS') ? { instructions: { steps: steps.map((text) => ({ text })) } } : {}),
		...(wants('NUTRITION') ? { nutrition: { total: [{ code: 'NUTRITION_CODE_ENERC_KCAL', value: 320, unit: 'NUTRITION_UNIT_KCAL' }] } } : {}),
		...(wants('SAVED') ? { saved: {} } : {}),
	};
}

/** A recipe with the extra parts that are asked for; `url` is the page it was read from. */
export function recipeShape(recipe: WhiskRecipe, fields: string[] = [], url = `https://whisk.test/recipes/${recipe.id}`): Fields {
	return {
		id: recipe.id,
		name: recipe.name,
		ingredients: recipe.ingredients.map((text) => ({ text })),
		source: { name: 'whisk.test', display_name: 'Demo kitchen', source_recipe_url: url, license: 'LICENCE_FAIRUSE' },
		durations: { cook_time: 30, prep_time: 10, total_time: 40 },
		servings: recipe.servings,
		...extras(recipe, fields),
	};
}

/** Pictures are public: who sends a token to them has given it away. */
export const pictureOperation: Operation = {
	id: 'whisk:picture', version: 'v2', method: 'GET', host: 'pictures', path: '/images/{id}.jpg', token: [], params: { id: { type: 'string', required: true } }, success: [200], errors: {},
};

export const picture = ({ params: { id }, headers }: WhiskVisit): Answer =>
	headers.authorization === undefined
		? { status: 200, body: Buffer.from(`picture of ${id}`), headers: { 'content-type': 'image/jpeg', 'content-disposition': `inline; filename="${id}.jpg"` } }
		: { status: 400, body: 'Send no Authorization header to a public picture' };

/** The pictures of a recipe: at its publisher, and the copy that Whisk keeps. */
export const picturesOf = (id: string, address: string): Fields[] => [{ url: `https://whisk.test/images/${id}.jpg`, responsive: { url: `${address}/whisk/images/${id}.jpg`, width: 470, height: 540 } }];

/** GET /recipe/v2/get */
export function getRecipe({ state, query, address }: WhiskVisit): Answer {
	const { id, servings, scale, fields } = query as { id: string; servings?: number; scale?: number; fields?: string[] };
	const recipe = findRecipe(state, id);
	if (!recipe) return refused(400, 'recipe.notFound', `No recipe ${id}`);
	const scaled = servings ?? (scale === undefined ? undefined : recipe.servings * scale);
	const shape = { ...recipeShape(recipe, fields, /^http/.test(id) ? id : undefined), ...(state.recipes.has(id) ? { images: picturesOf(id, address) } : {}) };
	return ok({ recipe: scaled === undefined ? shape : { ...shape, servings_scaled: scaled } });
}
