import { BACKWARDS, MADE_BY_EBAY } from '../contract/contracts';

/** What no full input sends, each with its reason. */
export const NEVER_SENT: Record<string, string> = {
	'crux:POST /timp/products/items/: body custom_attributes': 'the samples of Timpanogos answer it empty, those of version 1 answer item_attributes filled: that is sent in both versions',
	...Object.fromEntries(['Fulfillment', 'Payment', 'Return'].map((kind) => [`ebay:sell_account_v1.get${kind}Policies: header Content-Language`, 'policies are read in the language of the credential'])),
	...Object.fromEntries(['api_context', 'api_name'].map((name) => [`ebay:developer_analytics_v1_beta.getRateLimits: query ${name}`, 'Check Setup asks for the limits of all APIs'])),
	...Object.fromEntries(['auctionReservePrice', 'auctionStartPrice'].map((name) => [`ebay:sell_inventory_v1.updateOffer: body pricingSummary.${name}`, 'only auctions have it, the offers here are of fixed price; test/engine/listItem.test.ts sends it'])),
	'ebay:developer_key_management_v1.createSigningKey': 'the credential asks for the key that it signs with',
	'ebay:identity.token: body code': 'the sign-in has tests of its own, here the credential has a refresh token',
	'ebay:identity.token: body redirect_uri': 'belongs to the authorization code',
	...Object.fromEntries(Object.entries(BACKWARDS).filter(([name]) => name.includes(': query '))),
	...Object.fromEntries(Object.entries(MADE_BY_EBAY).filter(([name]) => name.split(': body ')[1].split('.').length === 2)),
	'ebay:sell_inventory_v1.createOrReplaceInventoryItemGroup: body inventoryItemGroupKey': 'the address has it already',
	'ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body compatibleProducts[].productFamilyProperties': 'eBay takes it no more',
	'ebay:sell_inventory_v1.createOrReplaceProductCompatibility: body sku': 'the address has it already',
	'whisk:DELETE /list/v2/{list_id}/items: body list_id': 'the address has it already',
	'whisk:GET /retailers/oauth/v2/authorize': 'its address is handed on, for a shopper to open',
};
