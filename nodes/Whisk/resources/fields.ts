import type { IDataObject } from 'n8n-workflow';
import { locator, path } from '../../../engine/fields';
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
