import { op, resource } from '../../../engine/table';
import { itemLocator, listLocator } from './fields';

export const shoppingListItem = resource('Shopping List Item', 'shoppingListItem', [
	op({
		value: 'delete', name: 'Delete', action: 'Delete shopping list item', description: 'Remove an entry from a shopping list and hand on what remains',
		route: 'DELETE /list/v2/{list}/item/{item}', tokens: ['user'],
		effect: 'delete', repeat: 'absolute', lane: ['list'],
		fields: { list: listLocator('list_id'), item: itemLocator() },
		outputs: [
			{ value: 'list', name: 'Remaining List', description: 'The whole list after the deletion, as Whisk answers it' },
			{ value: 'items', name: 'One Item per Remaining Entry', description: 'Every entry that is left as an item of its own', split: 'content.items' },
			{
				value: 'deleted', name: 'Deletion Only', description: 'Only that it was deleted, and which entry',
				replace: ({ list, item }) => ({ deleted: true, list_id: list, item_id: item }),
			},
		],
	}),
]);
