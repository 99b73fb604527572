import { digest, uuidOf } from '../random';

export type WhiskTokenKind = 'server' | 'client' | 'user';

export interface WhiskToken {
	kind: WhiskTokenKind;
	scopes: string[];
	isExpired: boolean;
}

export interface WhiskItem {
	id: string;
	name: string;
	brand?: string;
	comment?: string;
	quantity?: number;
	unit?: string;
	category: string;
	isChecked: boolean;
	recipeId?: string;
	/** Seconds since 1970. */
	created: number;
	updated: number;
}

/** Two or more items of one product; the quantity is the sum of theirs. */
export interface WhiskCombined {
	id: string;
	itemIds: string[];
}

export interface WhiskList {
	id: string;
	name: string;
	isPrimary: boolean;
	items: WhiskItem[];
	combined: WhiskCombined[];
}

export interface WhiskRecipe {
	id: string;
	name: string;
	servings: number;
	ingredients: string[];
	steps: string[];
}

export interface WhiskState {
	tokens: Map<string, WhiskToken>;
	lists: WhiskList[];
	recipes: Map<string, WhiskRecipe>;
	email: string;
}

export interface WhiskCaller {
	kind: WhiskTokenKind;
}

type ItemPlan = [name: string, category: string, quantity?: number, unit?: string, more?: Partial<WhiskItem>];

/** The id of the recipe in the documentation's own sample. */
const SOUP = '9773cb7eca5d11e7ae7e42010a9a0035';
const STEW = '9773cb7eca5d11e7ae7e42010a9a0036';
const CREATED = 1791187200;

const WEEKLY: ItemPlan[] = [
	['milk', 'Dairy', 2, 'l', { brand: 'Green Farm' }],
	['onion', 'Vegetables', 1, undefined, { recipeId: SOUP }],
	['onion', 'Vegetables', 2, undefined, { recipeId: STEW }],
	['butter', 'Dairy', 250, 'g', { isChecked: true }],
	['carrots', 'Vegetables', 500, 'g', { recipeId: SOUP }],
	['carrots', 'Vegetables', 300, 'g', { recipeId: STEW }],
	['bread', 'Bakery', 1, undefined, { comment: 'sliced' }],
	['coffee', 'Drinks'],
];

const PARTY: ItemPlan[] = [
	['lemonade', 'Drinks', 6, 'bottles'],
	['crisps', 'Snacks', 4, 'bags', { isChecked: true }],
	['cheese', 'Dairy', 400, 'g'],
	['grapes', 'Fruit', 1, 'kg'],
	['napkins', 'Household', 2, 'packs', { isChecked: true }],
	['ice', 'Frozen', 3, 'bags'],
	['crackers', 'Snacks', 2, 'boxes', { brand: 'Crumb' }],
	['olives', 'Preserves', 1, 'jar', { comment: 'without stones' }],
];

function createItem(seed: number, list: string, [name, category, quantity, unit, more]: ItemPlan, index: number): WhiskItem {
	const created = CREATED + index * 60;
	return { id: uuidOf(seed, `whisk:${list}:${index}`), name, category, quantity, unit, isChecked: false, created, updated: created, ...more };
}

/** Items of the same name stand combined in a list. */
function combine(seed: number, list: string, items: WhiskItem[]): WhiskCombined[] {
	const names = [...new Set(items.map(({ name }) => name))];
	return names.flatMap((name) => {
		const itemIds = items.filter((item) => item.name === name).map(({ id }) => id);
		return itemIds.length > 1 ? [{ id: uuidOf(seed, `combined:${list}:${name}`), itemIds }] : [];
	});
}

function createList(seed: number, name: string, isPrimary: boolean, plans: ItemPlan[]): WhiskList {
	const items = plans.map((plan, index) => createItem(seed, name, plan, index));
	return { id: digest(seed, `whisk-list:${name}`).slice(0, 35), name, isPrimary, items, combined: combine(seed, name, items) };
}

const recipe = (id: string, name: string, ingredients: string[]): [string, WhiskRecipe] => [
	id,
	{ id, name, servings: 4, ingredients, steps: ['Cut everything small.', 'Simmer for half an hour.'] },
];

const TOKENS: Record<WhiskTokenKind, string> = { server: 'whisk-demo-server-token', client: 'whisk-demo-client-token', user: 'whisk-demo-user-token' };

/** The token a demo caller of the kind has. */
export const demoToken = (kind: WhiskTokenKind) => TOKENS[kind];

/** A fresh state: three tokens, two lists of eight items, two recipes. */
export function createWhiskState(seed: number): WhiskState {
	const scopes = ['shopping_list:read', 'shopping_list:write', 'community:read', 'community:write'];
	const kinds = Object.keys(TOKENS) as WhiskTokenKind[];
	return {
		tokens: new Map(kinds.map((kind) => [TOKENS[kind], { kind, scopes: [...scopes], isExpired: false }])),
		lists: [createList(seed, 'Weekly shop', true, WEEKLY), createList(seed, 'Party', false, PARTY)],
		recipes: new Map([
			recipe(SOUP, 'Carrot soup', ['1 onion', '500 g carrots', '1 l stock']),
			recipe(STEW, 'Winter stew', ['2 onions', '300 g carrots', '400 g beef']),
		]),
		email: 'cook@whisk.test',
	};
}
