import { op, resource } from '../../../engine/table';
import { listLocator, shoppingLists } from './fields';

export const shoppingList = resource('Shopping List', 'shoppingList', [
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
