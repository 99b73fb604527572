import { body, required, uuids } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { inventoryListLocator, inventoryLists, needs } from './fields';

const itemUuids = body('item_uuids', required(uuids({
	label: 'Item UUIDs', required: true, placeholder: 'e.g. 6dc3646a-8719-483e-8b4c-617215fb1bf0',
	description: 'Separate several with commas or line breaks, or give an array by expression',
	hint: "A supplier's item number is not a UUID: take 'item.uuid' of a SKU, or 'uuid' of an item.",
})));

/** The UUIDs of all input items go into as few calls as possible; how many a call may hold is on no page. */
const gather = { max: 500, into: 'item_uuids', union: true as const };

export const inventoryList = resource('Inventory List', 'inventoryList', [
	op({
		value: 'addItems', name: 'Add Items', action: 'Add items to inventory list',
		description: 'Put items, with all their SKUs, on an inventory list',
		route: 'POST /products/inventory-lists/{inventoryList}/add-items/',
		effect: 'update', repeat: 'absolute', lane: ['inventoryList'], gather,
		fields: { inventoryList: inventoryListLocator(), itemUuids },
		echo: ({ inventoryList: list, itemUuids: items }) => ({ success: true, inventory_list_uuid: list, item_uuids: items, added: items.length }),
		meanings: { ...needs('edit_inventory_lists', 'retailer'), 404: 'No inventory list with this UUID was found.' },
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
		effect: 'delete', repeat: 'absolute', lane: ['inventoryList'], gather,
		fields: { inventoryList: inventoryListLocator(), itemUuids },
		echo: ({ inventoryList: list, itemUuids: items }) => ({ success: true, inventory_list_uuid: list, item_uuids: items, removed: items.length }),
		meanings: { ...needs('edit_inventory_lists', 'retailer'), 404: 'No inventory list with this UUID was found.' },
	}),
]);
