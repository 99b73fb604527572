import { toText } from '../../../engine/checks';
import { body, collection, integer, multiOption, multiPicker, number, text, texts, under } from '../../../engine/fields';
import type { Fields } from '../../../engine/types';
import { categoryPicker, codePicker, facetSupplierPicker, originPicker } from './pickers';

const RANGES = {
	cost_per_unit: 'Cost per Unit', image_height: 'Image Height', image_width: 'Image Width', minimum_tier_quantity: 'Minimum Tier Quantity', number_of_item_images: 'Number of Images', quantity_in_stock: 'Quantity in Stock',
};

/** Each range with its two ends. */
const ranges: Fields = Object.fromEntries(Object.entries(RANGES).flatMap(([name, label]) => [
	[`${name}_min`, body(`${name}.min`, number({ label: `${label} From` }))], [`${name}_max`, body(`${name}.max`, number({ label: `${label} To` }))],
]));

/** What items belong to; the values are those that the service counts, found when the list is opened. */
const facetFields: Fields = {
	bundleType: body('bundle_type', multiOption({ label: 'Bundle Types', options: { case_pack: 'Case Pack', single: 'Single' } })),
	catalogType: body('catalog_type', multiOption({ label: 'Catalog Types', description: 'Without it, standard catalogs only', options: { standard: 'Standard', discovery: 'Discovery' } })),
	categories: body('categories', multiPicker({ label: 'Category Names or IDs', picker: categoryPicker, check: toText })),
	productIdentifiers: body('product_identifiers', multiPicker({ label: 'Product Identifier Names or IDs', picker: codePicker, check: toText })),
	shippingCostType: body('shipping_cost_type', multiOption({ label: 'Shipping Cost Types', options: { fixed: 'Fixed', free: 'Free', variable: 'Variable' } })),
	shippingOrigin: body('shipping_origin_country', multiPicker({ label: 'Shipping Origin Names or IDs', picker: originPicker, check: toText })),
	suppliers: body('supplier', multiPicker({ label: 'Supplier Names or IDs', picker: facetSupplierPicker, check: toText })),
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
