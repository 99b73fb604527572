import { body, collection, number, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { catalogLocator, itemUuids, needs, skuUuids } from './fields';
import { catalogForm } from './itemSearch';
import { catalogs } from './pickers';

/** The UUIDs of all input items go into as few calls as possible; how many a call may hold is on no page. */
const gatherItems = { max: 500, into: 'item_uuids', union: true as const };
const gatherSkus = { max: 500, into: 'sku_uuids', union: true as const };

const edits = { ...needs('edit_supplier_catalogs', 'supplier'), 404: 'No catalog with this UUID was found.' };

export const catalog = resource('Catalog', 'catalog', [
	op({
		value: 'addItems', name: 'Add Items', action: 'Add items to catalog',
		description: 'Put items, with all their SKUs, into a catalog',
		route: 'POST /products/catalogs/{catalog}/add-items/',
		effect: 'update', repeat: 'absolute', lane: ['catalog'], gather: gatherItems,
		fields: { catalog: catalogLocator(), itemUuids: itemUuids() },
		echo: ({ catalog: list, itemUuids: items }) => ({ success: true, catalog_uuid: list, item_uuids: items, added: items.length }), meanings: edits,
	}),
	op({
		value: 'addItemsBySearch', name: 'Add Items by Search', action: 'Add items to catalog by search',
		description: 'Put every item that a search finds into a catalog; an empty search finds all items',
		route: 'POST /products/catalogs/{catalog}/add-items-by-search/',
		effect: 'update', repeat: 'absolute', lane: ['catalog'],
		fields: { catalog: catalogLocator(), ...catalogForm },
		echo: ({ catalog: list }) => ({ success: true, catalog_uuid: list }), meanings: edits,
	}),
	op({
		value: 'addSkus', name: 'Add SKUs', action: 'Add SKU records to catalog', description: 'Put single SKUs into a catalog',
		route: 'POST /products/catalogs/{catalog}/add-skus/',
		effect: 'update', repeat: 'absolute', lane: ['catalog'], gather: gatherSkus,
		fields: { catalog: catalogLocator(), skuUuids: skuUuids() },
		echo: ({ catalog: list, skuUuids: skus }) => ({ success: true, catalog_uuid: list, sku_uuids: skus, added: skus.length }), meanings: edits,
	}),
	op({
		value: 'create', name: 'Create', action: 'Create catalog', description: 'Start a catalog without items; a second sending makes a second one',
		route: 'POST /products/catalogs/',
		effect: 'create', repeat: 'never',
		fields: {
			catalogName: body('name', text({ label: 'Name', required: true, placeholder: 'e.g. Spring Catalog', description: 'Under which retailers see it' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				defaultHandlingCost: body('default_handling_cost', number({ label: 'Default Handling Cost', description: 'For items that name none; without it, it varies' })),
				defaultShippingCost: body('default_shipping_cost', number({ label: 'Default Shipping Cost', description: 'For items that name no shipping; without it, it varies' })),
				catalogDescription: body('description', text({ label: 'Description', rows: 3, description: 'What the retailers read about it' })),
			}),
		},
		meanings: needs('edit_supplier_catalogs', 'supplier'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get catalog', description: 'Retrieve a catalog with its costs and the UUIDs of its SKUs',
		route: 'GET /products/catalogs/{catalog}/',
		effect: 'read', repeat: 'absolute',
		fields: { catalog: catalogLocator() },
		meanings: { ...needs('view_supplier_catalogs'), 404: 'No catalog with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many catalogs', description: 'Retrieve the catalogs that your organization offers or may see',
		route: 'GET /products/catalogs/',
		effect: 'read', repeat: 'absolute',
		fields: {}, list: catalogs,
		meanings: needs('view_supplier_catalogs'),
	}),
	op({
		value: 'removeItems', name: 'Remove Items', action: 'Remove items from catalog',
		description: 'Take items, with all their SKUs, out of a catalog',
		route: 'POST /products/catalogs/{catalog}/remove-items/',
		effect: 'delete', repeat: 'absolute', lane: ['catalog'], gather: gatherItems,
		fields: { catalog: catalogLocator(), itemUuids: itemUuids() },
		echo: ({ catalog: list, itemUuids: items }) => ({ success: true, catalog_uuid: list, item_uuids: items, removed: items.length }), meanings: edits,
	}),
	op({
		value: 'removeItemsBySearch', name: 'Remove Items by Search', action: 'Remove items from catalog by search',
		description: 'Take every item that a search finds out of a catalog; an empty search finds all items',
		route: 'POST /products/catalogs/{catalog}/remove-items-by-search/',
		effect: 'delete', repeat: 'absolute', lane: ['catalog'],
		fields: { catalog: catalogLocator(), ...catalogForm },
		echo: ({ catalog: list }) => ({ success: true, catalog_uuid: list }), meanings: edits,
	}),
	op({
		value: 'removeSkus', name: 'Remove SKUs', action: 'Remove SKU records from catalog', description: 'Take single SKUs out of a catalog',
		route: 'POST /products/catalogs/{catalog}/remove-skus/',
		effect: 'delete', repeat: 'absolute', lane: ['catalog'], gather: gatherSkus,
		fields: { catalog: catalogLocator(), skuUuids: skuUuids() },
		echo: ({ catalog: list, skuUuids: skus }) => ({ success: true, catalog_uuid: list, sku_uuids: skus, removed: skus.length }), meanings: edits,
	}),
]);
