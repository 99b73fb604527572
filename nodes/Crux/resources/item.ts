import { pairs, repeated } from '../../../engine/composites';
import { country } from '../../../engine/codes';
import { body, boolean, collection, path, text, texts } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { CREATE_ITEM } from './bodyExamples';
import { exportedFile, images, itemLocator, itemUuids, needs, someItemUuids } from './fields';
import { choosingForm, searchForm } from './itemSearch';
import { foundItems, items } from './pickers';

const simplify = {
	uuid: 'uuid', item_id: 'item_id', title: 'title', description: 'description', brand: 'brand', supplier: 'supplier.name|supplier.organization.name', supplier_uuid: 'supplier.uuid', categories: 'categories',
	cost_range: 'cost_range', restrict_from_marketplaces: 'restrict_from_marketplaces', images,
	skus: { from: 'skus', each: { uuid: 'uuid', sku_id: 'sku_id', quantity_in_stock: 'quantity_in_stock', restrictions: 'restrictions' } }, last_updated: 'last_updated',
};

const categoryPath = () => body('path', texts({ label: 'Path', required: true, placeholder: 'e.g. home, garden', description: 'From the root to the leaf, separated by commas' }));
const categoryWords = { label: 'Categories', add: 'Add Category', entry: 'Category', description: 'Where the item stands in the tree of goods' };

/** What an item has beside its ID and its title; Timpanogos names a category of its own, version 1 describes the path. */
const details = {
	brand: body('brand', text({ label: 'Brand', max: 128 })),
	categories: { ...body('categories', repeated(categoryWords, { path: categoryPath() })), version: 'timp' },
	categoriesV1: { ...body('categories', repeated(categoryWords, { path: categoryPath(), note: body('description', text({ label: 'Description', description: 'Taken, but not used yet' })) })), version: 'v1' },
	categoryId: body('category_id', text({ label: 'Category ID', description: 'As the sample of the documentation has it; no page explains it', version: 'timp' })),
	countryOfOrigin: body('country_of_origin', country({ label: 'Country of Origin', description: 'Where it is made' })),
	fbaCertified: body('fba_certified', boolean({ label: 'FBA Certified', description: 'Whether Amazon ships it for the supplier' })),
	itemAttributes: body('item_attributes', pairs({ label: 'Item Attributes', add: 'Add Attribute', entry: 'Attribute', description: 'Names and values that all its SKUs share' })),
	itemDescription: body('description', text({ label: 'Description', rows: 5, max: 65_535, description: 'What buyers read' })),
	manufacturer: body('manufacturer', text({ label: 'Manufacturer', max: 128 })),
	marketplaceRestriction: body('other_marketplace_restriction', text({ label: 'Marketplace Restriction', placeholder: 'e.g. eBay, Amazon', description: 'Where it must not be sold' })),
	returnPolicy: body('return_policy', text({ label: 'Return Policy', rows: 3, max: 65_535 })),
	shippingOrigin: body('shipping_origin_country', country({ label: 'Shipping Origin', description: 'The country it is shipped from' })),
	warranty: body('warranty', text({ label: 'Warranty', rows: 3, max: 65_535 })),
};

export const item = resource('Item', 'item', [
	op({
		value: 'create', name: 'Create', action: 'Create item', description: 'Add an item to your assortment, without SKUs; a second sending may make a second one',
		route: 'POST /products/items/', bodyExample: CREATE_ITEM,
		effect: 'create', repeat: 'never',
		fields: {
			itemId: body('item_id', text({ label: 'Item ID', required: true, max: 256, placeholder: 'e.g. ITEM-001', description: "The supplier's own number" })),
			title: body('title', text({ label: 'Title', required: true, max: 256, placeholder: 'e.g. Rain jacket', description: 'What buyers read first' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, details),
		},
		simplify, meanings: needs('edit_items', 'supplier'),
	}),
	op({
		value: 'export', name: 'Export', action: 'Export items', description: 'Get chosen items as a CSV file, which Crux Connect also sends by e-mail to the user of the credential',
		route: 'POST /products/items/export/',
		effect: 'create', repeat: 'never', job: exportedFile,
		fields: { itemUuids: itemUuids() }, meanings: needs('view_items'),
	}),
	op({
		value: 'exportBySearch', name: 'Export by Search', action: 'Export items by search', description: 'Get the items that a search finds as a CSV file, which the user of the credential also gets by e-mail',
		route: 'POST /products/items/search/export/',
		effect: 'create', repeat: 'never', job: exportedFile,
		fields: { ...choosingForm, itemUuids: someItemUuids() }, meanings: needs('view_items'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get item', description: 'Retrieve an item with its SKUs, prices and pictures',
		route: 'GET /products/items/{item}/',
		effect: 'read', repeat: 'absolute',
		fields: { item: path('item_uuid', itemLocator('The item to look up')) }, simplify,
		meanings: { ...needs('view_items'), 404: 'No item with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many items', description: 'Retrieve the items that your organization can see, with their SKUs',
		route: 'GET /products/items/',
		effect: 'read', repeat: 'absolute',
		fields: {}, list: items, simplify, meanings: needs('view_items'),
	}),
	op({
		value: 'search', name: 'Search', action: 'Search items', description: 'Find items by words, ranges of values and what they belong to',
		route: 'POST /products/items/search/',
		effect: 'read', repeat: 'absolute',
		fields: searchForm, list: foundItems, simplify: { ...simplify, sku_count: 'sku_count' }, meanings: needs('view_items'),
	}),
]);
