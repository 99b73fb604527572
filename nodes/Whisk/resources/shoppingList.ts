import { language } from '../../../engine/codes';
import { body, boolean, collection, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { listLocator, newListContent, shoppingLists } from './fields';

export const shoppingList = resource('Shopping List', 'shoppingList', [
	op({
		value: 'clear', name: 'Clear', action: 'Clear shopping list', description: 'Remove all entries of a shopping list, or only those that are checked; the list stays',
		route: 'DELETE /list/v2/{list}/item', tokens: ['user', 'server'],
		effect: 'delete', repeat: 'absolute', lane: ['list'],
		fields: { list: listLocator('id'), onlyChecked: body('only_checked', boolean({ label: 'Only Checked', description: 'Whether entries that are not checked stay' })) },
		echo: ({ list }) => ({ success: true, list_id: list }),
	}),
	op({
		value: 'create', name: 'Create', action: 'Create shopping list', description: 'Make a shopping list, empty or with entries and recipes',
		route: 'POST /list/v2', tokens: ['user', 'server'], status: 'partial',
		effect: 'create', repeat: 'never',
		fields: {
			listName: body('name', text({ label: 'Name', placeholder: 'e.g. Weekend', description: 'What the list is called' })),
			...newListContent(),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				language: body('language', language({ label: 'Language', description: 'Language of the entries' })),
				primary: body('primary', boolean({ label: 'Primary', description: 'Whether new entries go onto this list unless another is chosen' })),
			}),
		},
	}),
	op({
		value: 'get', name: 'Get', action: 'Get shopping list', description: 'Retrieve a shopping list with its items and recipes',
		route: 'GET /list/v2/{list}', tokens: ['user', 'server'],
		effect: 'read', repeat: 'absolute',
		fields: { list: listLocator('id') },
		outputs: [
			{ value: 'list', name: 'Whole List', description: 'One item with the list, its items, combined items and recipes' },
			{ value: 'items', name: 'One Item per Entry', description: 'Every entry of the list as an item of its own', split: 'content.items' },
		],
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many shopping lists', description: 'Retrieve the shopping lists of the user with the number of their items',
		route: 'GET /list/v2', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {}, list: shoppingLists,
	}),
]);
