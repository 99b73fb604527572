import { digest, uuidOf } from '../random';
import type { Fields, Rule, Visit } from '../types';
import { communityRecipes, createFoods, createProducts, createRetailers } from './catalog';
import { combine } from './lists';
import { createOAuth, DEMO_GRANT } from './oauthState';
import type { WhiskOAuth } from './oauthState';
import { createWorld } from './world';
import type { WhiskWorld } from './world';

export type WhiskTokenKind = 'server' | 'client' | 'user';

export interface WhiskToken {
	kind: WhiskTokenKind;
	scopes: string[];
	isExpired: boolean;
	/** When it ends by itself, and the refresh token of the consent that it stands for. */
	expires?: number;
	grant?: string;
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
	/** A list without an owner is reached by its id only. */
	isOwned: boolean;
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

export interface WhiskCommunity {
	name: string;
	recipeIds: string[];
}

export interface WhiskFood {
	hit: string;
	title: string;
}

export interface WhiskRetailer {
	id: string;
	name: string;
	/** Its name for people, by language. */
	titles: Record<string, string>;
	country: string;
	currency: string;
	/** How the zipcodes begin that it serves. */
	zips?: string[];
}

/** A product of Whisk Studio; times in milliseconds since 1970. */
export interface WhiskProduct {
	id: string;
	externalId: string;
	name: string;
	description: string;
	brand: string;
	language: string;
	gtin: string;
	cents: number;
	calories: number;
	created: number;
	updated: number;
}

export interface WhiskState extends WhiskWorld {
	tokens: Map<string, WhiskToken>;
	oauth: WhiskOAuth;
	lists: WhiskList[];
	recipes: Map<string, WhiskRecipe>;
	/** Recipes of the user's own. */
	written: Set<string>;
	communities: Map<string, WhiskCommunity>;
	foods: WhiskFood[];
	mealPlan: { id: string; settings: Fields };
	retailers: WhiskRetailer[];
	/** Products by the id of their integration. */
	integrations: Map<string, WhiskProduct[]>;
	email: string;
	seed: number;
	/** How many records were made since the beginning: each gets an id of its own. */
	minted: number;
}

export interface WhiskCaller {
	kind: WhiskTokenKind;
}

export type WhiskVisit = Visit<WhiskState, WhiskCaller>;
export type WhiskRules = Record<string, Rule<WhiskState, WhiskCaller>>;

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

function createList(seed: number, name: string, isPrimary: boolean, plans: ItemPlan[]): WhiskList {
	const list = { id: digest(seed, `whisk-list:${name}`).slice(0, 35), items: plans.map((plan, index) => createItem(seed, name, plan, index)) };
	return { ...list, name, isPrimary, isOwned: true, combined: combine(seed, list) };
}

const CATEGORIES = new Map([...WEEKLY, ...PARTY].map(([name, category]) => [name, category]));

/** The shop's department for an item; what no seed names goes to the last one. */
export const categoryOf = (name: string): string => CATEGORIES.get(name.toLowerCase()) ?? 'Other';

const recipe = (id: string, name: string, ingredients: string[]): [string, WhiskRecipe] => [
	id,
	{ id, name, servings: 4, ingredients, steps: ['Cut everything small.', 'Simmer for half an hour.'] },
];

const TOKENS: Record<WhiskTokenKind, string> = { server: 'whisk-demo-server-token', client: 'whisk-demo-client-token', user: 'whisk-demo-user-token' };

/** The token a demo caller of the kind has. */
export const demoToken = (kind: WhiskTokenKind) => TOKENS[kind];

export const COMMUNITY = '5b0c7d1e9f3a4c62';
export const SMALL_COMMUNITY = '5b0c7d1e9f3a4c63';
export const EMPTY_COMMUNITY = '5b0c7d1e9f3a4c64';
const MORE_COMMUNITIES = Array.from({ length: 8 }, (_, index) => `5b0c7d1e9f3a4c${80 + index}`);
export const INTEGRATION = '0f4b8c2d-6a1e-4d35-9c7f-2b8e5a1d3c60';
export const EMPTY_INTEGRATION = '0f4b8c2d-6a1e-4d35-9c7f-2b8e5a1d3c61';

const MEAL_TYPES = ['MEAL_TYPE_BREAKFAST', 'MEAL_TYPE_LUNCH', 'MEAL_TYPE_DINNER'];
const WORKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => `DAY_OF_WEEK_${day}`);

const createSettings = (): Fields => ({
	servings: 2,
	calorie_per_day: 2100,
	included_days: [...WORKDAYS],
	included_meal_types: [...MEAL_TYPES],
	enabled_auto_generation: true,
	week_template: WORKDAYS.map((day) => ({ day, meal_templates: MEAL_TYPES.map((type, index) => ({ meal_type: type, day_slot: index })) })),
	replace_only_generated: false,
	week_start: 'DAY_OF_WEEK_MONDAY',
	generation_algorithm: 'GENERATION_ALGORITHM_3_MEAL',
	food_settings: { labels: [{ label: { diet: 'DIET_VEGETARIAN' } }] },
	custom_labels: {},
});

/** A fresh state: three tokens, two lists, recipes with and without a community, foods, retailers, a meal plan and Studio products. */
export function createWhiskState(seed: number): WhiskState {
	const scopes = ['shopping_list:read', 'shopping_list:write', 'community:read', 'community:write'];
	const kinds = Object.keys(TOKENS) as WhiskTokenKind[];
	const shared = communityRecipes();
	return {
		...createWorld(seed, [SOUP, STEW, ...shared.map(({ id }) => id)], [COMMUNITY, SMALL_COMMUNITY, ...MORE_COMMUNITIES]),
		tokens: new Map([
			...kinds.map((kind): [string, WhiskToken] => [TOKENS[kind], { kind, scopes: [...scopes], isExpired: false }]),
			[DEMO_GRANT.accessToken, { kind: 'user', scopes: [...scopes], isExpired: false, grant: DEMO_GRANT.refreshToken }],
		]),
		oauth: createOAuth(scopes),
		lists: [createList(seed, 'Weekly shop', true, WEEKLY), createList(seed, 'Party', false, PARTY)],
		recipes: new Map([
			recipe(SOUP, 'Carrot soup', ['1 onion', '500 g carrots', '1 l stock']),
			recipe(STEW, 'Winter stew', ['2 onions', '300 g carrots', '400 g beef']),
			...shared.map((one) => [one.id, one] as const),
		]),
		written: new Set(),
		communities: new Map([
			[COMMUNITY, { name: 'Weeknight vegetables', recipeIds: shared.map(({ id }) => id) }],
			[SMALL_COMMUNITY, { name: 'Soups', recipeIds: [SOUP, STEW] }],
			[EMPTY_COMMUNITY, { name: 'Just opened', recipeIds: [] }],
			...MORE_COMMUNITIES.map((id, index): [string, WhiskCommunity] => [id, { name: index % 2 ? `Soups, part ${index}` : `Vegetables, part ${index}`, recipeIds: [SOUP] }]),
		]),
		foods: createFoods(),
		mealPlan: { id: digest(seed, 'meal-plan').slice(0, 32), settings: createSettings() },
		retailers: createRetailers(),
		integrations: new Map([[INTEGRATION, createProducts(seed)], [EMPTY_INTEGRATION, []]]),
		email: 'cook@whisk.test',
		seed,
		minted: 0,
	};
}
