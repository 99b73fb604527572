import type { IDataObject } from 'n8n-workflow';
import { toId, toText } from '../../engine/checks';
import { repeated } from '../../engine/composites';
import { body, boolean, integer, json, locator, multiOption, number, path, query, text, texts } from '../../engine/fields';
import { textOf } from '../../engine/json';
import type { List, Paging, Picker } from '../../engine/types';

/** The same lists come twice: `items` has the counts too. */
export const shoppingLists: List = { items: 'items', id: ['list.id'] };

const listPicker: Picker = {
	name: 'searchShoppingLists', route: 'GET /list/v2', list: shoppingLists, tokens: ['user'],
	label: ({ list, item_count: count }) => `${textOf((list as IDataObject | undefined)?.name) || 'Without a name'} (${textOf(count) || '0'} items)`,
	value: ['list.id'],
};

const itemPicker: Picker = {
	name: 'searchShoppingListItems', route: 'GET /list/v2/{list}', list: { items: 'content.items', id: ['id'] }, tokens: ['user', 'server'],
	label: ({ item, checked }) => {
		const { name, quantity, unit } = (item ?? {}) as IDataObject;
		return [[textOf(quantity), textOf(unit), textOf(name)].filter(Boolean).join(' '), checked ? '(checked)' : ''].filter(Boolean).join(' ');
	},
	value: ['id'],
	parent: { parameter: 'list', label: 'Shopping List', thing: 'list' },
};

/** @param name the API's own name of the path parameter, which differs between its pages */
export const listLocator = (name: 'from_list_id' | 'id' | 'list_id') =>
	path(name, locator({ label: 'Shopping List', description: 'The list to work on', picker: listPicker, placeholder: 'e.g. 106c5fa8b2c14be39dd26ac9fd9b3c34500' }));

export const itemLocator = () =>
	path('item_id', locator({ label: 'Item', description: 'The entry of the list', picker: itemPicker, placeholder: 'e.g. 5f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a' }));

/** Parts of a recipe that an answer holds on request only. */
const PARTS = {
	RECIPE_FIELD_INSTRUCTIONS: 'Instructions', RECIPE_FIELD_INSTRUCTION_INTENTS: 'Instruction Intents', RECIPE_FIELD_INGREDIENTS_LINKED_PRODUCTS: 'Linked Products',
	RECIPE_FIELD_NORMALIZED_INGREDIENTS: 'Normalized Ingredients', RECIPE_FIELD_NUTRITION: 'Nutrition', RECIPE_FIELD_NUTRITION_COVERAGE: 'Nutrition Coverage',
	RECIPE_FIELD_SAVED: 'Saved',
};

/** Pages that list more of them. */
const MORE_PARTS = {
	RECIPE_FIELD_SAVE_COUNT: 'Save Count', RECIPE_FIELD_NORMALIZED_INGREDIENT_NUTRITION: 'Nutrition of Ingredients', RECIPE_FIELD_AVAILABILITY: 'Availability',
	RECIPE_FIELD_CONTENT_POLICY_VIOLATION: 'Content Policy Violation', RECIPE_FIELD_AUTHOR: 'Author', RECIPE_FIELD_PARENT: 'Parent', RECIPE_FIELD_REVIEWS_STATS: 'Review Statistics',
	RECIPE_FIELD_REVIEWS_TAGS: 'Review Tags', RECIPE_FIELD_MY_REVIEW: 'My Review',
};

export const recipeParts = () => query('fields', multiOption({ label: 'Parts', description: 'What the answer holds beside the basics', options: PARTS }));
export const allRecipeParts = () => query('fields', multiOption({ label: 'Parts', description: 'What each recipe holds beside the basics', options: { ...PARTS, ...MORE_PARTS } }));
/** The parts that version 1 knows. */
export const recipePartsV1 = () =>
	query('fields', multiOption({ label: 'Parts', description: 'What the recipe holds beside the basics', options: { instructions: 'Instructions', normalizedIngredients: 'Normalized Ingredients', nutrition: 'Nutrition' } }));

/** Version 2 pages by cursors that stand behind dots. */
export const cursorPaging = (max = 50): Paging => ({ in: 'query', by: 'cursor', at: 'paging.cursors.after', limit: 'paging.limit', max, next: 'paging.cursors.after' });
export const cursorPagingV1: Paging = { in: 'query', by: 'cursor', at: 'after', limit: 'limit', max: 50, next: 'paging.cursors.after' };

/** The recipe in a record of a list, in short. */
export const simpleRecipe = (at: string) => ({
	id: `${at}id`, name: `${at}name`, description: `${at}description`, servings: `${at}servings`, source: `${at}source.source_recipe_url|${at}source.sourceRecipeUrl`, image: `${at}images.0.url`,
});

const itemMembers = {
	name: body('normalized.name', text({ label: 'Name', placeholder: 'e.g. tomatoes' })),
	quantity: body('normalized.quantity', number({ label: 'Quantity', above: 0, default: 1 })),
	unit: body('normalized.unit', text({ label: 'Unit', placeholder: 'e.g. kg' })),
	brand: body('normalized.brand', text({ label: 'Brand', placeholder: 'e.g. Mutti' })),
	comment: body('normalized.comment', text({ label: 'Comment', placeholder: 'e.g. ripe ones' })),
	wording: body('raw.text', text({ label: 'As Text', placeholder: 'e.g. 2 kg ripe tomatoes', description: 'Whisk finds quantity and unit itself; leave the other members empty' })),
};

/** Codes that name a product; only the page of Add Items knows them. */
const productMembers = {
	gtin: body('gtin', text({ label: 'GTIN', description: 'Code of the product' })),
	customProduct: body('custom_product_id', text({ label: 'Custom Product ID', description: 'Your own ID of the product' })),
};

const recipePicker: Picker = {
	name: 'searchRecipes', route: 'POST /recipe/v2/search', tokens: ['user', 'server'], search: 'query',
	list: { items: 'recipes|data', id: ['content.id'], paging: { in: 'body', by: 'cursor', at: 'paging.cursors.after', limit: 'paging.limit', max: 50, next: 'paging.cursors.after' } },
	label: ({ content }) => textOf((content as IDataObject | undefined)?.name), value: ['content.id'],
};

/** A recipe: its place is given by the row. */
export const recipeLocator = () => locator({ label: 'Recipe', description: 'Chosen by its name, or given by its ID', picker: recipePicker, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035' });

/** An ID, or the address of a recipe's page, which Whisk reads. */
const toIdOrAddress = (raw: unknown): string => {
	const text = toText(raw);
	return /^https?:\/\/\S+$/.test(text) ? text : toId(text);
};

/** A recipe that Whisk knows, or one of a web page. */
export const recipeOrPage = () =>
	locator({
		label: 'Recipe', description: 'One that Whisk knows, or the address of a web page, which Whisk reads', picker: recipePicker, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035', check: toIdOrAddress,
		url: { find: '^\\s*(https?:\\/\\/\\S+)\\s*$', example: 'e.g. https://example.com/carrot-soup' },
	});

const retailerPicker: Picker = {
	name: 'searchRetailers', route: 'GET /v1/retailers', host: 'graph.whisk.com', tokens: ['user', 'server', 'client'], list: { items: 'retailers', id: ['id'] },
	label: ({ displayName, name, country }) => [textOf(displayName ?? name), textOf(country)].filter(Boolean).join(', '), value: ['id'],
};

export const retailerLocator = () => locator({ label: 'Retailer', description: 'The store to shop at', picker: retailerPicker, placeholder: 'e.g. GB:Tesco' });

const communityPicker: Picker = {
	name: 'searchCommunities', route: 'GET /community/v2', tokens: ['user'], list: { items: 'communities', id: ['id'], paging: cursorPaging() },
	label: ({ name }) => textOf(name), value: ['id'],
};

export const communityLocator = () =>
	path('community_id', locator({ label: 'Community', description: 'The list has those that the user belongs to', picker: communityPicker, placeholder: 'e.g. 10773a8dcf2148fb9e5d5f8f8d5c2bd4' }));

export const collectionId = () => text({ label: 'Collection ID', required: true, placeholder: 'e.g. 106c5fa8b2c14be39dd26ac9fd9b3c34', description: 'Recipe → Get Many Saved and Collection → Create give it' });
export const collectionIds = (name: string) => body(name, texts({ label: 'Collection IDs', placeholder: 'e.g. 106c5fa8b2c14be39dd26ac9fd9b3c34', description: 'Several are separated by commas' }));

/** What a cart takes: a product of the store, or an entry in words that Whisk finds a product for. */
const cartMembers = {
	sku: body('storeItem.sku', text({ label: 'SKU', placeholder: 'e.g. 254878201', description: "The store's own number of the product" })),
	quantity: body('storeItem.quantity', integer({ label: 'Quantity', min: 1, default: 1, description: 'How many packs of the product' })),
	source: body('storeItem.source', json({ label: 'Source (JSON)', placeholder: 'e.g. { "name": "2 apples" }', description: 'Where the product comes from: a name and the ID of a group' })),
	wording: body('raw.name', text({ label: 'As Text', placeholder: 'e.g. 1 tbsp sugar', description: 'Whisk finds a product; leave the other members empty' })),
};

export const cartItems = (required = false) =>
	body('items', repeated({ label: 'Items', add: 'Add Item', entry: 'Item', description: 'Products of the store by their SKU, or entries in words', needs: ['sku', 'wording'], required }, cartMembers));

export const combineItems = () => body('combineItems', boolean({ label: 'Combine Items', description: 'Whether entries that mean the same product become one; Whisk does so unless told otherwise' }));

export const cartId = (name: 'id' | 'cart_id') => path(name, text({ label: 'Cart ID', required: true, placeholder: 'e.g. 1062fa8bbd8a4ae5', description: 'Cart → Create gives it; carts expire' }));
export const cartItemId = () => path('item_id', text({ label: 'Cart Item ID', required: true, placeholder: 'e.g. 7f0e7e0c-4b0f-4f3a', description: 'The entry of the cart, as the cart itself names it' }));

const recipeMember = { recipe: body('recipe_id', recipeLocator()) };
const recipeScale = { scale: body('scale.scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts' })) };

const itemWords = { label: 'Items', add: 'Add Item', entry: 'Item', description: 'What to buy; give the name, or the whole entry as text', needs: ['name', 'wording'] };
const recipeWords = { label: 'Recipes', add: 'Add Recipe', entry: 'Recipe', description: 'All ingredients of a recipe come onto the list' };

/** What a new list can hold: entries, each by its parts or as it is said, and recipes. */
export const newListContent = () => ({ items: body('items', repeated(itemWords, itemMembers)), recipes: body('recipes', repeated(recipeWords, recipeMember)) });

/** What can be put on a list. */
export const addedContent = () => ({ items: body('items', repeated(itemWords, { ...itemMembers, ...productMembers })), recipes: body('recipes', repeated(recipeWords, { ...recipeMember, ...recipeScale })) });
