import { op, resource } from '../../../engine/rows';
import { addedContent, itemLocator, listLocator } from './fields';

export const shoppingListItem = resource('Shopping List Item', 'shoppingListItem', [
	op({
		value: 'add', name: 'Add', action: 'Add to shopping list', description: 'Put entries, or all ingredients of recipes, onto a shopping list; what stands there already is added once more',
		route: 'PUT /list/v2/{list}/item', tokens: ['user', 'server'], status: 'partial',
		effect: 'create', repeat: 'never', lane: ['list'],
		fields: { list: listLocator('id'), ...addedContent() }, anyOf: ['items', 'recipes'],
		outputs: [
			{ value: 'list', name: 'Whole List', description: 'One item with the list as it is now' },
			{ value: 'items', name: 'One Item per List Entry', description: 'Every entry that the list has now as an item of its own', split: 'content.items' },
		],
	}),
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
