import { body, collection, multiOption, number, text, texts, under } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import type { Fields } from '../../../engine/types';
import { itemUuid, needs } from './fields';


const simplify = {
	uuid: 'uuid', item_id: 'item_id', title: 'title', description: 'description', supplier: 'supplier.name|supplier.organization.name', categories: 'categories',
	cost_range: 'cost_range', skus: { from: 'skus', each: { uuid: 'uuid', sku_id: 'sku_id', quantity_in_stock: 'quantity_in_stock', restrictions: 'restrictions' } }, last_updated: 'last_updated',
};

const RANGES = {
	cost_per_unit: 'Cost per Unit', image_height: 'Image Height', image_width: 'Image Width', minimum_tier_quantity: 'Minimum Tier Quantity', number_of_item_images: 'Number of Images', quantity_in_stock: 'Quantity in Stock',
};

/** Each range with its two ends. */
const ranges: Fields = Object.fromEntries(Object.entries(RANGES).flatMap(([name, label]) => [
	[`${name}_min`, body(`${name}.min`, number({ label: `${label} From` }))], [`${name}_max`, body(`${name}.max`, number({ label: `${label} To` }))],
]));

const facets = collection({ label: 'Facets', add: 'Add Facet', description: 'Only items that belong to all of these' }, under('facets', {
	bundleType: body('bundle_type', multiOption({ label: 'Bundle Types', options: { case_pack: 'Case Pack', single: 'Single' } })),
	catalogType: body('catalog_type', multiOption({ label: 'Catalog Types', description: 'Without it, standard catalogs only', options: { standard: 'Standard', discovery: 'Discovery' } })),
	categories: body('categories', texts({ label: 'Categories', description: 'UUIDs from the facets of an earlier answer, separated by commas' })),
	productIdentifiers: body('product_identifiers', texts({ label: 'Product Identifiers', placeholder: 'e.g. upca, ean13', description: 'Codes that an item has, separated by commas' })),
	shippingCostType: body('shipping_cost_type', multiOption({ label: 'Shipping Cost Types', options: { fixed: 'Fixed', free: 'Free', variable: 'Variable' } })),
	shippingOrigin: body('shipping_origin_country', texts({ label: 'Shipping Origins', placeholder: 'e.g. US, CA', description: 'Countries of two letters, separated by commas' })),
	suppliers: body('supplier', texts({ label: 'Suppliers', description: 'UUIDs of suppliers from the facets of an earlier answer' })),
}));

export const item = resource('Item', 'item', [
	op({
		value: 'get', name: 'Get', action: 'Get item', description: 'Retrieve an item with its SKUs, prices and pictures',
		route: 'GET /products/items/{item}/',
		effect: 'read', repeat: 'absolute',
		fields: { item: itemUuid() }, simplify,
		meanings: { ...needs('view_items'), 404: 'No item with this UUID was found.' },
	}),
	op({
		value: 'search', name: 'Search', action: 'Search items', description: 'Find items by words, ranges of values and what they belong to',
		route: 'POST /products/items/search/',
		effect: 'read', repeat: 'absolute',
		fields: {
			searchTerm: body('search_term', text({ label: 'Search Term', placeholder: 'e.g. rain jacket', description: 'Words of title, item ID or brand' })),
			filters: collection({ label: 'Filters', add: 'Add Filter', description: 'Both ends of a range are included' }, under('filters', ranges)),
			facets,
			sort: body('sort', text({ label: 'Sort By', placeholder: 'e.g. title', description: 'Name of the value to sort by' })),
		},
		list: { items: 'items', id: ['uuid'], paging: { in: 'body', by: 'records', at: 'pagination.start', limit: 'pagination.limit', max: 100, total: 'pagination.total_count' } },
		simplify: { ...simplify, sku_count: 'sku_count' }, meanings: needs('view_items'),
	}),
]);
