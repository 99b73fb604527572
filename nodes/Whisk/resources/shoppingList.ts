import { language } from '../../../engine/codes';
import { repeated } from '../../../engine/composites';
import { body, boolean, collection, number, text, texts, under } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { listLocator, newListContent, shoppingLists } from '../fields';

const nameAmountUnit = {
	name: body('name', text({ label: 'Name', required: true, placeholder: 'e.g. tomatoes' })),
	quantity: body('quantity', number({ label: 'Quantity', above: 0, default: 1 })),
	unit: body('unit', text({ label: 'Unit', placeholder: 'e.g. kg' })),
};

const entryWords = { label: 'Items', add: 'Add Item', entry: 'Item', description: 'What to buy, with amount and unit' };

export const shoppingList = resource('Shopping List', 'shoppingList', [
	op({
		value: 'analyze', name: 'Analyze Text', action: 'Analyze text of shopping list', description: 'Find product, quantity, unit and category in entries that people have written; nothing is stored',
		route: 'POST /v1/lists/analyze', host: 'graph.whisk.com', tokens: ['user', 'server'],
		effect: 'read', repeat: 'absolute',
		fields: { entries: body('items', texts({ label: 'Entries', required: true, placeholder: 'e.g. 2 kg ripe tomatoes', description: 'Texts such as people write on a list; several are separated by commas or stand in lines' })) },
		outputs: [
			{ value: 'entries', name: 'One Item per Text', description: 'What was found in each text as an item of its own', split: 'analyzedItems' },
			{ value: 'whole', name: 'Whole Answer', description: 'One item with what was found in all texts' },
		],
	}),
	op({
		value: 'clear', name: 'Clear', action: 'Clear shopping list', description: 'Remove all entries of a shopping list, or only those that are checked; the list stays',
		route: 'DELETE /list/v2/{list}/item', tokens: ['user', 'server'],
		effect: 'delete', repeat: 'absolute', lane: ['list'],
		fields: { list: listLocator('id'), onlyChecked: body('only_checked', boolean({ label: 'Only Checked', description: 'Whether entries that are not checked stay' })) },
		echo: ({ list, onlyChecked }) => ({ success: true, list_id: list, only_checked: onlyChecked }),
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
		value: 'createV1', name: 'Create (Version 1)', action: 'Create shopping list in version 1', description: 'Make a shopping list by the older API, which takes plain texts and scaled recipes; prefer Create',
		route: 'POST /v1/lists', host: 'graph.whisk.com', tokens: ['user', 'server'],
		effect: 'create', repeat: 'never',
		fields: {
			listName: body('name', text({ label: 'Name', placeholder: 'e.g. Weekend', description: 'What the list is called' })),
			texts: body('rawItems', texts({ label: 'Texts', placeholder: 'e.g. 2 kg ripe tomatoes', description: 'Entries as people write them; several are separated by commas or stand in lines' })),
			items: body('items', repeated(entryWords, { ...nameAmountUnit, comment: body('comment', text({ label: 'Comment', placeholder: 'e.g. ripe ones' })) })),
			recipes: body('recipes', repeated({ label: 'Recipes', add: 'Add Recipe', entry: 'Recipe', description: 'All ingredients of each recipe come onto the list' }, {
				recipe: body('id', text({ label: 'Recipe ID', required: true, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035' })),
				scale: body('scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { language: body('language', language({ label: 'Language', description: 'Language of the entries' })) }),
		},
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete shopping list', description: 'Delete a shopping list with all that stands on it',
		route: 'DELETE /list/v2/{list}', tokens: ['user'],
		effect: 'delete', repeat: 'absolute', lane: ['list'],
		fields: { list: listLocator('id') },
		echo: ({ list }) => ({ deleted: true, list_id: list }),
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
	op({
		value: 'transfer', name: 'Transfer to Retailer', action: 'Transfer shopping list to retailer', description: 'Get a link under which a shopper hands entries over to a store of their choice',
		route: 'POST /v1/lists/transfers', host: 'graph.whisk.com', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never',
		fields: { items: body('items', repeated({ ...entryWords, required: true }, nameAmountUnit)) },
	}),
	op({
		value: 'update', name: 'Update', action: 'Update shopping list', description: 'Rename a shopping list, or make it the primary one; what is not given stays',
		route: 'POST /list/v2/{list}', tokens: ['user', 'server'],
		effect: 'update', repeat: 'absolute', lane: ['list'], mask: { of: 'fields', into: 'mask.paths', rest: { name: '', primary: false } },
		fields: {
			list: listLocator('id'),
			changes: collection({ label: 'Changes', add: 'Add Change', atLeastOne: true }, under('fields', {
				name: body('name', text({ label: 'Name', placeholder: 'e.g. Weekend', description: 'What the list is to be called' })),
				primary: body('primary', boolean({ label: 'Primary', description: 'Whether new entries go onto this list unless another is chosen' })),
			})),
		},
	}),
]);
