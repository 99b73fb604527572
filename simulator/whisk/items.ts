import { uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { refused } from './answers';
import { categoryOf } from './state';
import type { WhiskItem, WhiskState } from './state';

/** What an item says of itself before the list knows it. */
type Draft = Pick<WhiskItem, 'name' | 'brand' | 'comment' | 'quantity' | 'unit' | 'recipeId'>;

type Drafts = { drafts: Draft[] } | { refusal: Answer };

const UNITS = 'kg|g|ml|l|oz|lb|tbsp|tsp|cups?|bottles?|bags?|packs?|boxes|box|jars?|cans?|slices?|scoops?';

/** Amount, unit, name and what follows a comma, such as "2 kg onions, chopped". */
const TEXT = new RegExp(`^(?:(\\d+(?:\\.\\d+)?)\\s+(?:(${UNITS})\\s+)?)?([^,]+?)\\s*(?:,\\s*(.+))?$`, 'i');

/** What stands in an entry as people write it. */
export function readText(text: string): Draft {
	const [, quantity, unit, name = text, comment] = TEXT.exec(text) ?? [];
	return { name, comment, unit, quantity: quantity === undefined ? undefined : Number(quantity) };
}

const invalid = (message: string) => ({ refusal: refused(400, 'item.invalid', message) });

function readItem({ normalized, raw }: { normalized?: Draft; raw?: { text?: string } }, index: number): Drafts {
	if ((normalized === undefined) === (raw === undefined)) return invalid(`items[${index}] must hold one of normalized and raw`);
	if (normalized) return normalized.name.trim() === '' ? invalid(`items[${index}].normalized.name is empty`) : { drafts: [normalized] };
	const text = raw?.text?.trim() ?? '';
	return text === '' ? invalid(`items[${index}].raw.text is empty`) : { drafts: [readText(text)] };
}

/** The ingredients of a recipe as items. */
function readRecipe(state: WhiskState, { recipe_id: id = '' }: { recipe_id?: string }): Drafts {
	const recipe = state.recipes.get(id);
	if (!recipe) return { refusal: refused(400, 'recipe.notFound', `No recipe ${id}`) };
	return { drafts: recipe.ingredients.map((text) => ({ ...readText(text), recipeId: id })) };
}

/** The items that a body names, as new entries of a list; a single bad one refuses them all. */
export function readItems(state: WhiskState, body: Fields, now: number): { items: WhiskItem[] } | { refusal: Answer } {
	const { items = [], recipes = [] } = body as { items?: Array<Parameters<typeof readItem>[0]>; recipes?: Array<{ recipe_id?: string }> };
	const drafts: Draft[] = [];
	for (const read of [...items.map(readItem), ...recipes.map((recipe) => readRecipe(state, recipe))]) {
		if ('refusal' in read) return read;
		drafts.push(...read.drafts);
	}
	const seconds = Math.floor(now / 1000);
	return {
		items: drafts.map(({ name, brand, comment, quantity, unit, recipeId }) => {
			const id = uuidOf(state.seed, `whisk-item:${(state.minted += 1)}`);
			return { id, name, brand, comment, quantity, unit, recipeId, category: categoryOf(name), isChecked: false, created: seconds, updated: seconds };
		}),
	};
}
