// The closed list of corrections to what the sources say. Each has a name, a reason, the
// operations it touches and a patch (merged into their records) or whole records of our own.

const CART = ['addItem', 'getShoppingCart', 'removeItem', 'updateQuantity'].map((name) => `ebay:buy_browse_v1.${name}`);

const tokenEndpoint = {
	id: 'ebay:identity.token',
	api: 'identity',
	version: 'v1',
	method: 'POST',
	host: 'api.ebay.com',
	path: '/identity/v1/oauth2/token',
	token: ['client'],
	bodyType: 'form',
	body: {
		code: { type: 'string' },
		grant_type: { type: 'string', required: true, enum: ['client_credentials', 'authorization_code', 'refresh_token'] },
		redirect_uri: { type: 'string' },
		refresh_token: { type: 'string' },
		scope: { type: 'string' },
	},
	success: [200],
	errors: {
		400: ['invalid_grant', 'invalid_request', 'invalid_scope', 'unauthorized_client', 'unsupported_grant_type'],
		401: ['invalid_client'],
	},
	answer: { access_token: 'string', expires_in: 'integer', refresh_token: 'string', refresh_token_expires_in: 'integer', token_type: 'string' },
	source: 'eBay OAuth guide',
	date: '2026-11-22',
	certainty: 'full',
	inferred: [],
};

export const overlays = [
	{
		name: 'cart-marketplace-header',
		reason: 'error 10025 of the cart methods demands the header, their parameter tables leave it out',
		operations: CART,
		patch: { header: { 'X-EBAY-C-MARKETPLACE-ID': { type: 'string', required: true } } },
	},
	{
		name: 'cart-required-item',
		reason: 'error 10007 names missing members, the old contract marks none as required',
		operations: ['ebay:buy_browse_v1.addItem'],
		patch: { body: { itemId: { required: true }, quantity: { required: true } } },
	},
	{
		name: 'cart-required-quantity',
		reason: 'error 10007 names missing members, the old contract marks none as required',
		operations: ['ebay:buy_browse_v1.updateQuantity'],
		patch: { body: { cartItemId: { required: true }, quantity: { required: true } } },
	},
	{
		name: 'browse-user-token',
		reason: 'a user token carries the base scope that these ask for',
		operations: ['ebay:buy_browse_v1.getItem', 'ebay:buy_browse_v1.search'],
		patch: { token: ['application', 'user'], inferred: ['token.user'] },
	},
	{
		name: 'ebay-token-endpoint',
		reason: 'no contract of the set describes the token endpoint',
		service: 'ebay',
		add: [tokenEndpoint],
	},
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
		name: 'search-sort',
		reason: 'the source is cut before its list of values ends: the others are generally known',
		operations: ['ebay:buy_browse_v1.search'],
		patch: { query: { sort: { enum: ['price', '-price', 'newlyListed', 'endingSoonest'], openEnum: true } }, inferred: ['query.sort.enum'] },
	},
	{
		name: 'recipe-fields-open',
		reason: 'the page lists fewer values than the reference counts',
		operations: ['whisk:GET /recipe/v2/get'],
		patch: { query: { fields: { openEnum: true } } },
	},
];
