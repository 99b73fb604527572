// Corrections of eBay; see ../overlays.mjs.

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

export const ebayOverlays = [
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
		name: 'evidence-file-body',
		reason: 'the source has no schema for the multipart body; its text names the part file',
		operations: ['ebay:sell_fulfillment_v1.uploadEvidenceFile'],
		patch: { body: { file: { type: 'binary', required: true } } },
	},
	{
		name: 'evidence-required',
		reason: 'the text of files[] asks for at least one file, the contract marks nothing as required',
		operations: ['ebay:sell_fulfillment_v1.addEvidence'],
		patch: { body: { evidenceType: { required: true }, files: { required: true }, 'files[].fileId': { required: true } } },
	},
	{
		name: 'fulfillment-required',
		reason: 'a parcel holds one line or more, by the text; the contract marks nothing as required',
		operations: ['ebay:sell_fulfillment_v1.createShippingFulfillment'],
		patch: { body: { lineItems: { required: true }, 'lineItems[].lineItemId': { required: true } } },
	},
	{
		name: 'refund-reason-required',
		reason: 'error 34903 demands it, and so does the text; the contract marks nothing as required',
		operations: ['ebay:sell_fulfillment_v1.issueRefund'],
		patch: { body: { reasonForRefund: { required: true } } },
	},
	{
		name: 'video-required',
		reason: 'errors 190002, 190006 and 190014 demand them; the contract marks nothing as required',
		operations: ['ebay:commerce_media_v1_beta.createVideo'],
		patch: { body: { classification: { required: true }, size: { required: true }, title: { required: true } } },
	},
	{
		name: 'video-upload-headers',
		reason: 'every client sets Content-Length by itself: nothing to be chosen',
		operations: ['ebay:commerce_media_v1_beta.uploadVideo'],
		patch: { header: { 'Content-Range': { type: 'string' } } },
		replace: ['header'],
	},
	{
		name: 'ebay-token-endpoint',
		reason: 'no contract of the set describes the token endpoint',
		service: 'ebay',
		add: [tokenEndpoint],
	},
	{
		name: 'search-sort',
		reason: 'the source is cut before its list of values ends: the others are generally known',
		operations: ['ebay:buy_browse_v1.search'],
		patch: { query: { sort: { enum: ['price', '-price', 'newlyListed', 'endingSoonest'], openEnum: true } }, inferred: ['query.sort.enum'] },
	},
];
