import { digest, uuidOf } from '../random';
import type { Fields } from '../types';

/** Recipes that the user put together under a name. */
export interface WhiskCollection {
	id: string;
	name: string;
	recipeIds: string[];
}

export interface WhiskProductChoice {
	sku: string;
	name: string;
	price: number;
}

export interface WhiskCartItem {
	id: string;
	/** What it was asked for as; several where it was combined. */
	sources: string[];
	product: WhiskProductChoice;
	quantity: number;
}

export interface WhiskCart {
	id: string;
	retailerId: string;
	items: WhiskCartItem[];
	/** Seconds since 1970. */
	created: number;
}

export interface WhiskMeal {
	id: string;
	type: string;
	date: { year: number; month: number; day: number };
	slot: number;
	recipeId?: string;
	isGenerated: boolean;
}

export interface WhiskPost {
	id: string;
	text: string;
	attachments: Fields;
}

/** What the user has beside lists and settings of the meal plan; each write shows here. */
export interface WhiskWorld {
	collections: Map<string, WhiskCollection>;
	smart: Map<string, { id: string; name: string; type: string; recipeIds: string[]; tags: string[] }>;
	/** Saved recipes, in the order they were saved. */
	saved: string[];
	carts: Map<string, WhiskCart>;
	checkouts: Fields[];
	transfers: Fields[];
	meals: WhiskMeal[];
	foodList: Fields[];
	/** Entries by the user's own ID. */
	foodLog: Map<string, Fields>;
	posts: Map<string, WhiskPost>;
	/** Likes by what they are about. */
	reactions: Map<string, boolean>;
	reports: Fields[];
	profile: { id: string; username: string };
	/** The user's role by community. */
	roles: Map<string, string>;
	/** Connections of Studio that were added. */
	connections: Array<{ id: string; type: string; created: number }>;
	userSettings: Fields;
	patches: Fields[];
}

export const collectionIdOf = (seed: number, name: string) => digest(seed, 'collection', name).slice(0, 32);

const GOODS = ['oat milk', 'whole milk', 'tomatoes', 'peeled tomatoes', 'basmati rice', 'onions', 'carrots', 'butter', 'flour', 'olive oil', 'lemons', 'vegetable stock'];
const SIZES = ['small', 'family pack', 'organic'];

/** What the stores sell. */
export const PRODUCTS: WhiskProductChoice[] = GOODS.flatMap((name, row) => SIZES.map((size, column) => ({ sku: String(254870000 + row * 10 + column), name: `${name}, ${size}`, price: 0.99 + row * 0.3 + column })));

const DAY = { year: 2026, month: 11 };
const TYPES = ['MEAL_TYPE_BREAKFAST', 'MEAL_TYPE_LUNCH', 'MEAL_TYPE_DINNER'];

const createMeals = (seed: number, recipeIds: string[]): WhiskMeal[] =>
	[23, 24, 25].flatMap((day) => TYPES.map((type, slot) => ({ id: uuidOf(seed, `meal:${day}:${slot}`), type, date: { ...DAY, day }, slot, recipeId: recipeIds[(day + slot) % recipeIds.length], isGenerated: slot !== 1 })));

const CONTENT = [['2 onions', '1 onion'], ['500 g carrots', '3 carrots'], ['1 l oat milk'], ['butter']];

const createCart = (seed: number, name: string, retailerId: string): WhiskCart => ({
	id: digest(seed, 'cart', name).slice(0, 33), retailerId, created: 1791187200,
	items: CONTENT.map((sources, index) => ({ id: uuidOf(seed, `cart-item:${name}:${index}`), sources, product: PRODUCTS[[15, 18, 0, 21][index]], quantity: sources.length })),
});

/** A fresh world around the user. */
export function createWorld(seed: number, recipeIds: string[], communityIds: string[]): WhiskWorld {
	const named = (name: string, ids: string[]): [string, WhiskCollection] => [collectionIdOf(seed, name), { id: collectionIdOf(seed, name), name, recipeIds: ids }];
	const smart = (name: string, type: string, ids: string[], tags: string[]) => [digest(seed, 'smart', name).slice(0, 32), { id: digest(seed, 'smart', name).slice(0, 32), name, type: `SMART_COLLECTION_TYPE_${type}`, recipeIds: ids, tags }] as const;
	const carts = [createCart(seed, 'first', 'GB:GreenBasket'), createCart(seed, 'second', 'GB:MarketRow')];
	const postIds = ['post', 'second post'].map((name) => digest(seed, name).slice(0, 16));
	return {
		collections: new Map([named('Soups', recipeIds.slice(0, 2)), named('Weeknights', recipeIds.slice(1, 22))]),
		smart: new Map([smart('Made it', 'MADE_IT', recipeIds.slice(2, 32), ['quick']), smart('Recently viewed', 'RECENTLY_VIEWED', recipeIds.slice(5, 18), ['quick', 'oven'])]),
		saved: recipeIds.slice(0, 22),
		carts: new Map(carts.map((cart) => [cart.id, cart])),
		checkouts: [], transfers: [], foodLog: new Map(), reactions: new Map(), reports: [], patches: [],
		meals: createMeals(seed, recipeIds),
		foodList: [{ id: uuidOf(seed, 'food-item:1'), name: 'milk', quantity: 1, unit: 'l', presence: 'EXISTING' }, { id: uuidOf(seed, 'food-item:2'), name: 'eggs', quantity: 6, presence: 'CONSUMED' }],
		posts: new Map(postIds.map((id, index) => [id, { id, text: `What we cook, part ${index + 1}`, attachments: { recipe_ids: [recipeIds[index]] } }])),
		profile: { id: digest('whisk-user').slice(0, 35), username: 'kimcooks' },
		roles: new Map(communityIds.map((id, index) => [id, index === 1 ? 'COMMUNITY_ROLE_OWNER' : 'COMMUNITY_ROLE_MEMBER'])),
		connections: [],
		userSettings: {
			personal_details: { first_name: 'Kim', last_name: 'Cook', country: 'GB', language: 'en' },
			food_preferences: { diets: { list: ['DIET_VEGETARIAN'] } },
			cooking_preferences: { household_adults: { size: 2 } },
			shopping_preferences: {},
		},
	};
}
