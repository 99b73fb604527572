import { body, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { inventoryListLocator, itemUuids, needs, skuUuids } from './fields';
import { choosingForm } from './itemSearch';
import { inventoryLists } from './pickers';

/** The UUIDs of all input items go into as few calls as possible; how many a call may hold is on no page. */
const gatherItems = { max: 500, into: 'item_uuids', union: true as const };
const gatherSkus = { max: 500, into: 'sku_uuids', union: true as const };

const edits = { ...needs('edit_inventory_lists', 'retailer'), 404: 'No inventory list with this UUID was found.' };

export const inventoryList = resource('Inventory List', 'inventoryList', [
	op({
		value: 'addItems', name: 'Add Items', action: 'Add items to inventory list',
		description: 'Put items, with all their SKUs, on an inventory list',
		route: 'POST /products/inventory-lists/{inventoryList}/add-items/',
		effect: 'update', repeat: 'absolute', lane: ['inventoryList'], gather: gatherItems,
		fields: { inventoryList: inventoryListLocator(), itemUuids: itemUuids() },
		echo: ({ inventoryList: list, itemUuids: items }) => ({ success: true, inventory_list_uuid: list, item_uuids: items, added: items.length }), meanings: edits,
	}),
	op({
		value: 'addItemsBySearch', name: 'Add Items by Search', action: 'Add items to inventory list by search',
		description: 'Put every item that a search finds on an inventory list; an empty search finds all items',
		route: 'POST /products/inventory-lists/{inventoryList}/add-items-by-search/',
		effect: 'update', repeat: 'absolute', lane: ['inventoryList'],
		fields: { inventoryList: inventoryListLocator(), ...choosingForm },
		echo: ({ inventoryList: list }) => ({ success: true, inventory_list_uuid: list }), meanings: edits,
	}),
	op({
		value: 'addSkus', name: 'Add SKUs', action: 'Add SKU records to inventory list', description: 'Put single SKUs on an inventory list',
		route: 'POST /products/inventory-lists/{inventoryList}/add-skus/',
		effect: 'update', repeat: 'absolute', lane: ['inventoryList'], gather: gatherSkus,
		fields: { inventoryList: inventoryListLocator(), skuUuids: skuUuids() },
		echo: ({ inventoryList: list, skuUuids: skus }) => ({ success: true, inventory_list_uuid: list, sku_uuids: skus, added: skus.length }), meanings: edits,
	}),
	op({
		value: 'create', name: 'Create', action: 'Create inventory list', description: 'Start an inventory list without items; a second sending makes a second one',
		route: 'POST /products/inventory-lists/',
		effect: 'create', repeat: 'never',
		fields: {
			listName: body('name', text({ label: 'Name', required: true, placeholder: 'e.g. Autumn Shop', description: 'Under which it stands among the lists' })),
			listDescription: body('description', text({ label: 'Description', rows: 3, placeholder: 'e.g. What the shop shows in autumn', description: 'What the list is for' })),
		},
		meanings: needs('edit_inventory_lists', 'retailer'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get inventory list', description: 'Retrieve an inventory list with the UUIDs of its SKUs',
		route: 'GET /products/inventory-lists/{inventoryList}/',
		effect: 'read', repeat: 'absolute',
		fields: { inventoryList: inventoryListLocator() },
		meanings: { ...needs('view_inventory_lists', 'retailer'), 404: 'No inventory list with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many inventory lists', description: 'Retrieve the inventory lists of your organization',
		route: 'GET /products/inventory-lists/',
		effect: 'read', repeat: 'absolute',
		fields: {}, list: inventoryLists,
		meanings: needs('view_inventory_lists', 'retailer'),
	}),
	op({
		value: 'removeItems', name: 'Remove Items', action: 'Remove items from inventory list',
		description: 'Take items, with all their SKUs, off an inventory list',
		route: 'POST /products/inventory-lists/{inventoryList}/remove-items/',
		effect: 'delete', repeat: 'absolute', lane: ['inventoryList'], gather: gatherItems,
		fields: { inventoryList: inventoryListLocator(), itemUuids: itemUuids() },
		echo: ({ inventoryList: list, itemUuids: items }) => ({ success: true, inventory_list_uuid: list, item_uuids: items, removed: items.length }), meanings: edits,
	}),
	op({
		value: 'removeItemsBySearch', name: 'Remove Items by Search', action: 'Remove items from inventory list by search',
		description: 'Take every item that a search finds off an inventory list; an empty search finds all items',
		route: 'POST /products/inventory-lists/{inventoryList}/remove-items-by-search/',
		effect: 'delete', repeat: 'absolute', lane: ['inventoryList'],
		fields: { inventoryList: inventoryListLocator(), ...choosingForm },
		echo: ({ inventoryList: list }) => ({ success: true, inventory_list_uuid: list }), meanings: edits,
	}),
	op({
		value: 'removeSkus', name: 'Remove SKUs', action: 'Remove SKU records from inventory list', description: 'Take single SKUs off an inventory list',
		route: 'POST /products/inventory-lists/{inventoryList}/remove-skus/',
		effect: 'delete', repeat: 'absolute', lane: ['inventoryList'], gather: gatherSkus,
		fields: { inventoryList: inventoryListLocator(), skuUuids: skuUuids() },
		echo: ({ inventoryList: list, skuUuids: skus }) => ({ success: true, inventory_list_uuid: list, sku_uuids: skus, removed: skus.length }), meanings: edits,
	}),
]);
