import { body, collection, integer, multiOption, number, text, texts, under } from '../../../engine/fields';
import type { Fields } from '../../../engine/types';

const RANGES = {
	cost_per_unit: 'Cost per Unit', image_height: 'Image Height', image_width: 'Image Width', minimum_tier_quantity: 'Minimum Tier Quantity', number_of_item_images: 'Number of Images', quantity_in_stock: 'Quantity in Stock',
};

/** Each range with its two ends. */
const ranges: Fields = Object.fromEntries(Object.entries(RANGES).flatMap(([name, label]) => [
	[`${name}_min`, body(`${name}.min`, number({ label: `${label} From` }))], [`${name}_max`, body(`${name}.max`, number({ label: `${label} To` }))],
]));

const facetFields: Fields = {
	bundleType: body('bundle_type', multiOption({ label: 'Bundle Types', options: { case_pack: 'Case Pack', single: 'Single' } })),
	catalogType: body('catalog_type', multiOption({ label: 'Catalog Types', description: 'Without it, standard catalogs only', options: { standard: 'Standard', discovery: 'Discovery' } })),
	categories: body('categories', texts({ label: 'Categories', description: 'UUIDs from the facets of an earlier answer, separated by commas' })),
	productIdentifiers: body('product_identifiers', texts({ label: 'Product Identifiers', placeholder: 'e.g. upca, ean13', description: 'Codes that an item has, separated by commas' })),
	shippingCostType: body('shipping_cost_type', multiOption({ label: 'Shipping Cost Types', options: { fixed: 'Fixed', free: 'Free', variable: 'Variable' } })),
	shippingOrigin: body('shipping_origin_country', texts({ label: 'Shipping Origins', placeholder: 'e.g. US, CA', description: 'Countries of two letters, separated by commas' })),
	suppliers: body('supplier', texts({ label: 'Suppliers', description: 'UUIDs of suppliers from the facets of an earlier answer' })),
};

/** The form of an item search. */
export const searchForm = {
	searchTerm: body('search_term', text({ label: 'Search Term', placeholder: 'e.g. rain jacket', description: 'Words of title, item ID or brand' })),
	filters: collection({ label: 'Filters', add: 'Add Filter', description: 'Both ends of a range are included' }, under('filters', ranges)),
	facets: collection({ label: 'Facets', add: 'Add Facet', description: 'Only items that belong to all of these' }, under('facets', facetFields)),
	sort: body('sort', text({ label: 'Sort By', placeholder: 'e.g. title', description: 'Name of the value to sort by' })),
};

/** Which part of what is found is meant, where a search chooses items instead of showing them. No page says what it does there. */
const part = collection({ label: 'Part', add: 'Add Bound', description: 'No page says what these do here; without them, all that is found' }, {
	start: body('pagination.start', integer({ label: 'Start', description: 'How many items to leave out at the beginning' })),
	itemCount: body('pagination.limit', integer({ label: 'Number of Items', min: 1, default: 100, description: 'How many items to take at most' })),
});

/** The search of what adds, removes or exports what it finds. An empty one finds everything. */
export const choosingForm = { ...searchForm, part };

/** The search of catalogs knows one facet more. */
export const catalogForm = {
	...choosingForm,
	facets: collection({ label: 'Facets', add: 'Add Facet', description: 'Only items that belong to all of these facets' }, under('facets', {
		...facetFields, countryOfOrigin: body('country_of_origin', texts({ label: 'Countries of Origin', placeholder: 'e.g. US, CA', description: 'Where an item is made: two letters each, separated by commas' })),
	})),
};
