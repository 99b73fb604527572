import { body, json, texts, wholeBody } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { addedContent, itemLocator, listLocator } from '../fields';

/** The list after a change is the answer; what is left of it can be had entry by entry. */
const afterwards = [
	{ value: 'list', name: 'Whole List', description: 'One item with the list as it is after the change' },
	{ value: 'items', name: 'One Item per Entry of the List', description: 'Every entry that the list has after the change as an item of its own', split: 'content.items' },
];

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
		meanings: { 400: 'Whisk could not do this with the values given. Check the IDs: both the list and the entry must exist.' },
		outputs: [
			{ value: 'list', name: 'Remaining List', description: 'The whole list after the deletion, as Whisk answers it' },
			{ value: 'items', name: 'One Item per Remaining Entry', description: 'Every entry that is left as an item of its own', split: 'content.items' },
			{
				value: 'deleted', name: 'Deletion Only', description: 'Only that it was deleted, and which entry',
				replace: ({ list, item }) => ({ deleted: true, list_id: list, item_id: item }),
			},
		],
	}),
	op({
		value: 'deleteMany', name: 'Delete Many', action: 'Delete many shopping list items', description: 'Remove several entries from one shopping list in one call',
		route: 'DELETE /list/v2/{list}/items', tokens: ['user'], status: 'partial',
		effect: 'delete', repeat: 'absolute', lane: ['list'],
		fields: {
			list: listLocator('list_id'),
			items: body('item_ids', texts({ label: 'Item IDs', required: true, placeholder: 'e.g. 5f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a', description: 'Several are separated by commas' })),
		},
		outputs: afterwards,
	}),
	op({
		value: 'move', name: 'Move', action: 'Move shopping list items', description: 'Take entries from one shopping list to another. The page does not show the body: it is sent as you write it.',
		route: 'POST /list/v2/{list}/move_items', tokens: ['user', 'server'], status: 'partial',
		effect: 'update', repeat: 'never', lane: ['list'],
		fields: { list: listLocator('from_list_id'), move: wholeBody(json({ label: 'Body (JSON)', required: true, placeholder: 'e.g. { "to_list_id": "106c5fa8b2c1", "item_ids": ["5f0e7e0c-4b0f"] }', description: 'Which entries go to which list; the names in the example are a guess' })) },
		outputs: [
			{ value: 'list', name: 'Whole Answer', description: 'One item with what the first list holds after the change' },
			{ value: 'items', name: 'One Item per Entry That Stays', description: 'Every entry that the first list still has as an item of its own', split: 'from_list_content.items' },
		],
	}),
	op({
		value: 'update', name: 'Update', action: 'Update shopping list item', description: 'Change an entry of a shopping list, such as checking it. The page does not show the body: it is sent as you write it.',
		route: 'PUT /list/v2/{list}/item/{item}', tokens: ['user', 'server'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['list'],
		fields: { list: listLocator('list_id'), item: itemLocator(), changes: wholeBody(json({ label: 'Body (JSON)', required: true, placeholder: 'e.g. { "name": "milk", "quantity": 2, "unit": "l", "checked": true }', description: 'The entry as it shall be; the names in the example are a guess' })) },
		outputs: afterwards,
	}),
]);
