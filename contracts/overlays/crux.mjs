// Corrections of Crux Connect; see ../overlays.mjs.

/** The same operation in both versions. */
const both = (...routes) => routes.flatMap((route) => [`crux:${route}`, `crux:${route.replace(' ', ' /timp')}`]);

const BY_SEARCH = both(...['inventory-lists/{inventory_list_uuid}', 'catalogs/{catalog_uuid}'].flatMap((list) => ['add', 'remove'].map((verb) => `POST /products/${list}/${verb}-items-by-search/`)));
const EXPORT_ITEMS = both('POST /products/items/search/export/');

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
		operations: [...ITEM_SEARCH, ...BY_SEARCH],
		patch: { body: Object.fromEntries(ITEM_FILTERS.flatMap((name) => ['max', 'min'].map((end) => [`filters.${name}.${end}`, bound]))) },
	},
	{
		name: 'item-search-answer',
		reason: 'the sample of Timpanogos shows no item and both samples show the sorting as a list',
		operations: ITEM_SEARCH,
		patch: { answer: { items: 'array', sort: 'array' } },
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
	{
		name: 'item-export-search',
		reason: 'the page of the export by search repeats the body of the export by UUIDs, its name says that it takes a search',
		operations: EXPORT_ITEMS,
		patch: {
			body: {
				item_uuids: { required: false },
				...Object.fromEntries(ITEM_FILTERS.flatMap((name) => ['max', 'min'].map((end) => [`filters.${name}.${end}`, { ...bound, documented: false }]))),
				...Object.fromEntries(['bundle_type', 'catalog_type', 'categories', 'product_identifiers', 'shipping_cost_type', 'shipping_origin_country', 'supplier'].map((name) => [`facets.${name}`, { type: 'array', items: 'string', documented: false }])),
				search_term: { type: 'string', documented: false },
				sort: { type: 'string', documented: false },
				'pagination.start': { type: 'integer', documented: false },
				'pagination.limit': { type: 'integer', documented: false },
			},
			inferred: ['body.search'],
		},
	},
	{
		name: 'item-attributes',
		reason: 'custom_attributes of the Timpanogos sample come back empty, item_attributes of version 1 come back filled',
		operations: ['crux:POST /timp/products/items/'],
		patch: { body: { item_attributes: { type: 'object' } } },
	},
	{
		name: 'discovery-paging',
		reason: 'the table has start and limit at the top, the sample has them in pagination',
		operations: both('POST /discovery/suppliers/'),
		patch: { body: { start: { type: 'integer' }, limit: { type: 'integer' } } },
	},
	{
		name: 'allocation-lines',
		reason: 'the pages mark it in one version only, and the call means nothing without lines',
		operations: both('PUT /orders/allocation/{order_uuid}/'),
		patch: { body: { line_items: { required: true } }, inferred: ['body.line_items.required'] },
	},
	{
		name: 'allocation-answer',
		reason: 'the answer is a list of objects whose one member is named by the UUID of the line',
		operations: both('PUT /orders/allocation/{order_uuid}/'),
		patch: { answerRoot: 'array', answer: {} },
	},
	{
		name: 'fee-lines',
		reason: 'a cost of a line means nothing without the line',
		operations: ['crux:POST /timp/orders/{order_uuid}/fees/'],
		patch: { body: { 'line_items[].line_item_uuid': { required: true }, 'line_items[].supplier_provided_sku_cost': { required: true } }, inferred: ['body.line_items.required'] },
	},
	{
		name: 'invoices-answer',
		reason: 'the sample is broken, so its members have lost their places: it is an order with its invoices',
		operations: ['crux:GET /timp/orders/{order_uuid}/invoices/'],
		patch: { answer: { order_uuid: 'any', po_number: 'any', created_date: 'any', address: 'object', retailer: 'object', invoices: 'array', line_items: 'array' } },
		replace: ['answer'],
	},
	{
		name: 'order-created-answer',
		reason: 'both pages show one answer; Timpanogos answers with the UUID, version 1 with the order',
		operations: ['crux:POST /orders/create/'],
		patch: { answer: { uuid: 'any', purchase_order_id: 'any', line_items: 'array' } },
	},
	{
		name: 'request-account-number',
		reason: 'the text of the page says organization_account_number, its sample retailer_account_number: both are sent',
		operations: both('POST /organizations/connections/request/'),
		patch: { body: { retailer_account_number: { type: 'string', documented: false } } },
	},
	{
		name: 'integration-types',
		reason: 'the samples write items where the list says item',
		operations: both('POST /organizations/connections/request/'),
		patch: { body: { 'integrations[].type': { openEnum: true } } },
	},
	{
		name: 'integration-types-update',
		reason: 'the samples write items where the list says item',
		operations: both('PATCH /organizations/connections/request/{request_uuid}/'),
		patch: { body: { 'integrations[].integration_type': { openEnum: true } } },
	},
	{
		name: 'reset-answer',
		reason: 'the public page shows no sample, the text names the token',
		operations: ['crux:POST /timp/organizations/reset-password/'],
		patch: { answer: { reset_token: 'any' } },
	},
	{
		name: 'participation-catalog',
		reason: 'only needed when the supplier is to take part',
		operations: both('POST /discovery/participation/{supplier_uuid}/'),
		patch: { body: { discovery_catalog_uuid: { required: false } } },
	},
	{
		name: 'request-list-answer',
		reason: 'the sample of the list shows no request',
		operations: both('GET /organizations/connections/request/'),
		patch: { answer: { requests: 'array' } },
	},
	{
		name: 'category-path',
		reason: 'a category of an item means nothing without its path',
		operations: both('POST /products/items/'),
		patch: { body: { 'categories[].path': { required: true } }, inferred: ['body.categories.path.required'] },
	},
	{
		name: 'user-permissions-answer',
		reason: 'the sample of version 1 is broken, so its members have lost their places; it lacks org_user',
		operations: ['crux:GET /organizations/users/permissions/{user_uuid}/'],
		patch: { answer: { permissions: 'array' } },
		replace: ['answer'],
	},
];
