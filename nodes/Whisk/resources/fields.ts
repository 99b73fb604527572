import type { IDataObject } from 'n8n-workflow';
import { repeated } from '../../../engine/composites';
import { body, locator, multiOption, number, path, query, text as plainText } from '../../../engine/fields';
import type { List, Picker } from '../../../engine/types';

/** The same lists come twice: `items` has the counts too. */
export const shoppingLists: List = { items: 'items', id: ['list.id'] };

/** Members that are false or empty are left out of Whisk's answers. */
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const listPicker: Picker = {
	name: 'searchShoppingLists', route: 'GET /list/v2', list: shoppingLists, tokens: ['user'],
	label: ({ list, item_count: count }) => `${text((list as IDataObject | undefined)?.name)} (${text(count) || '0'} items)`,
	value: ['list.id'],
};

const itemPicker: Picker = {
	name: 'searchShoppingListItems', route: 'GET /list/v2/{list}', list: { items: 'content.items', id: ['id'] }, tokens: ['user', 'server'],
	label: ({ item, checked }) => {
		const { name, quantity, unit } = (item ?? {}) as IDataObject;
		return [[text(quantity), text(unit), text(name)].filter(Boolean).join(' '), checked ? '(checked)' : ''].filter(Boolean).join(' ');
	},
	value: ['id'],
	parent: { parameter: 'list', label: 'Shopping List', thing: 'list' },
};

/** @param name the API's own name of the path parameter, which differs between its pages */
export const listLocator = (name: 'id' | 'list_id') =>
	path(name, locator({ label: 'Shopping List', description: 'The list to work on', picker: listPicker, placeholder: 'e.g. 106c5fa8b2c14be39dd26ac9fd9b3c34500' }));

export const itemLocator = () =>
	path('item_id', locator({ label: 'Item', description: 'The entry of the list', picker: itemPicker, placeholder: 'e.g. 5f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a' }));

/** Parts of a recipe that an answer holds on request only. */
const PARTS = {
	RECIPE_FIELD_INSTRUCTIONS: 'Instructions', RECIPE_FIELD_INSTRUCTION_INTENTS: 'Instruction Intents', RECIPE_FIELD_INGREDIENTS_LINKED_PRODUCTS: 'Linked Products',
	RECIPE_FIELD_NORMALIZED_INGREDIENTS: 'Normalized Ingredients', RECIPE_FIELD_NUTRITION: 'Nutrition', RECIPE_FIELD_NUTRITION_COVERAGE: 'Nutrition Coverage',
	RECIPE_FIELD_SAVED: 'Saved',
};

export const recipeParts = () => query('fields', multiOption({ label: 'Parts', description: 'What the answer holds beside the basics', options: PARTS }));

const itemMembers = {
	name: body('normalized.name', plainText({ label: 'Name', placeholder: 'e.g. tomatoes' })),
	quantity: body('normalized.quantity', number({ label: 'Quantity', above: 0, default: 1 })),
	unit: body('normalized.unit', plainText({ label: 'Unit', placeholder: 'e.g. kg' })),
	brand: body('normalized.brand', plainText({ label: 'Brand', placeholder: 'e.g. Mutti' })),
	comment: body('normalized.comment', plainText({ label: 'Comment', placeholder: 'e.g. ripe ones' })),
	wording: body('raw.text', plainText({ label: 'As Text', placeholder: 'e.g. 2 kg ripe tomatoes', description: 'Whisk finds quantity and unit itself; leave the other members empty' })),
};

/** Codes that name a product; only the page of Add Items knows them. */
const productMembers = {
	gtin: body('gtin', plainText({ label: 'GTIN', description: 'Code of the product' })),
	customProduct: body('custom_product_id', plainText({ label: 'Custom Product ID', description: 'Your own ID of the product' })),
};

const recipeMember = { recipe: body('recipe_id', plainText({ label: 'Recipe ID', required: true, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035' })) };
const recipeScale = { scale: body('scale.scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts' })) };

const itemWords = { label: 'Items', add: 'Add Item', entry: 'Item', description: 'What to buy; give the name, or the whole entry as text', needs: ['name', 'wording'] };
const recipeWords = { label: 'Recipes', add: 'Add Recipe', entry: 'Recipe', description: 'All ingredients of a recipe come onto the list' };

/** What a new list can hold: entries, each by its parts or as it is said, and recipes. */
export const newListContent = () => ({ items: body('items', repeated(itemWords, itemMembers)), recipes: body('recipes', repeated(recipeWords, recipeMember)) });

/** What can be put on a list. */
export const addedContent = () => ({ items: body('items', repeated(itemWords, { ...itemMembers, ...productMembers })), recipes: body('recipes', repeated(recipeWords, { ...recipeMember, ...recipeScale })) });
