// Corrections of Crux Connect; see ../overlays.mjs.

const ITEM_SEARCH = ['crux:POST /products/items/search/', 'crux:POST /timp/products/items/search/'];

const ITEM_FILTERS = ['cost_per_unit', 'image_height', 'image_width', 'minimum_tier_quantity', 'number_of_item_images', 'quantity_in_stock'];

const bound = { type: 'number', nullable: true };

export const cruxOverlays = [
	{
		name: 'inventory-list-paging',
		reason: 'the answer is paged and no request member is documented: start and limit by analogy with the SKU list',
		operations: ['crux:GET /timp/products/inventory-lists/'],
		patch: {
			query: { limit: { type: 'integer', documented: false }, start: { type: 'integer', documented: false } },
			inferred: ['query.limit', 'query.start'],
		},
	},
	{
		name: 'order-search-term',
		reason: 'the sample of version 1 sends search_term where the text says term',
		operations: ['crux:POST /orders/'],
		patch: { body: { search_term: { type: 'string' } } },
	},
	{
		name: 'order-sort-value',
		reason: 'the text sorts by key and dir, the samples by key and value',
		operations: ['crux:POST /orders/', 'crux:POST /timp/orders/'],
		patch: { body: { 'sort.value': { type: 'string', enum: ['asc', 'desc'] } } },
	},
	{
		name: 'order-list-answer',
		reason: 'the sample is cut off, so its members have lost their places',
		operations: ['crux:POST /timp/orders/'],
		patch: { answer: { total_results: 'integer', orders: 'array' } },
		replace: ['answer'],
	},
	{
		name: 'order-export-sort',
		reason: 'one page writes des where the others write desc, and its sample sorts by key and value',
		operations: ['crux:POST /orders/search/export/', 'crux:POST /timp/orders/search/export/'],
		patch: { body: { 'sort.dir': { enum: ['asc', 'desc'] }, 'sort.value': { type: 'string', enum: ['asc', 'desc'] } } },
	},
	{
		name: 'item-search-filters',
		reason: 'each filter is described as an object of min and max, either of which may be null',
		operations: ITEM_SEARCH,
		patch: { body: Object.fromEntries(ITEM_FILTERS.flatMap((name) => ['max', 'min'].map((end) => [`filters.${name}.${end}`, bound]))) },
	},
	{
		name: 'item-search-answer',
		reason: 'the sample of Timpanogos shows no item and both samples show the sorting as a list',
		operations: ITEM_SEARCH,
		patch: { answer: { items: 'array', sort: 'array' } },
	},
	{
		name: 'tracking-attributes',
		reason: 'the type of the list names the members of its elements, the table does not',
		operations: ['crux:POST /timp/orders/tracking/{order_uuid}/'],
		patch: { body: { 'package_attributes[].attribute_name': { type: 'string' }, 'package_attributes[].attribute_value': { type: 'string' } } },
	},
	{
		name: 'tracking-answer',
		reason: 'the text names the uuid of the package as the answer, no sample shows it',
		operations: ['crux:POST /timp/orders/tracking/{order_uuid}/'],
		patch: { answer: { package_uuid: 'any' } },
	},
	{
		name: 'clear-restriction',
		reason: 'no page says how a restriction is cleared: null is the reading that JSON offers',
		operations: ['crux:POST /timp/products/skus/inventory/'],
		patch: { body: { restrictions: { nullable: true } }, inferred: ['body.restrictions.null'] },
	},
	{
		name: 'clear-restriction-bulk',
		reason: 'the bulk call takes the same objects',
		operations: ['crux:POST /timp/products/skus/inventory/bulk/'],
		patch: { body: { '[].restrictions': { nullable: true } }, inferred: ['body.[].restrictions.null'] },
	},
];
