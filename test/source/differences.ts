/** A place where a printed sample and this package disagree. */
export interface Difference {
	/** Id of the contract. */
	operation: string;
	/** As the comparison words it. */
	what: string;
	/** Whom the package follows. */
	follows: 'contract' | 'sample' | 'both';
	why: string;
}

const COOKIE = 'the page was recorded in a browser that was signed in; the token is enough';
const RARE = 'the contract of getInventoryItem names it; the items of the sample go without';
const FOUND_ITEM = 'the text of the page gives an item of the search its SKUs, the sample of version 1 shows only their number as sku_count';

/** Every known difference. Nothing here is smoothed in the samples: one that ends must leave this list. */
export const differences: Difference[] = [
	{ operation: 'crux:POST /timp/organizations/files/upload/', what: 'header Cookie: not in the contract', follows: 'contract', why: COOKIE },
	{ operation: 'crux:POST /timp/products/skus/inventory/', what: 'header Cookie: not in the contract', follows: 'contract', why: COOKIE },
	{ operation: 'crux:POST /timp/products/skus/inventory/bulk/', what: 'header Cookie: not in the contract', follows: 'contract', why: COOKIE },
	{ operation: 'crux:GET /timp/products/skus/', what: 'host localhost', follows: 'contract', why: "the usage examples come from a developer's machine, the call beside them goes to the sandbox" },
	{ operation: 'crux:POST /timp/products/items/search/', what: 'crux/item/search timp: nothing at skus', follows: 'contract', why: FOUND_ITEM },
	{ operation: 'crux:POST /products/items/search/', what: 'crux/item/search v1: nothing at skus', follows: 'contract', why: FOUND_ITEM },
	{
		operation: 'crux:GET /timp/products/skus/{sku_uuid}/', what: 'body of address, shipping_carrier, po_number, notes, skus, shipping_method, none in the contract', follows: 'contract',
		why: 'the page shows the request of creating an order with this GET',
	},
	{ operation: 'crux:DELETE /orders/items/cancel/{order_item_uuid}/', what: 'path /orders/items/cancel//', follows: 'contract', why: 'the sample leaves the UUID empty, the heading of the page has it' },
	{ operation: 'whisk:GET /list/v2', what: 'host api.studio.whisk.com', follows: 'contract', why: 'the heading of the page names the Studio host, its sample and the pages of all other list calls name api.whisk.com' },
	{
		operation: 'whisk:POST /list/v2', what: 'answer name, primary, items, recipes, language in place of list, content', follows: 'contract',
		why: 'the stand-in answer of a client repeats the request; the page shows list and content',
	},
	{
		operation: 'whisk:GET /recipe/v2/get', follows: 'contract',
		what: 'answer id, name, description, ingredients, images, source, author, numberOfServings, durations, instructions, normalizedIngredients, nutrition, labels, constraints in place of recipe',
		why: "the client's stand-in is the answer of version 1, in camelCase; the page of version 2 shows the recipe below its own member",
	},
	{
		operation: 'whisk:GET /products/v1/get/batch', what: 'header Authorization: Bearer for a server token', follows: 'contract',
		why: 'the table of the page asks for a server token, which goes as Token by the page on authentication; the sample writes Bearer as those with a user token do',
	},
	{ operation: 'ebay:sell_inventory_v1.getInventoryItems', what: 'ebayListings/inventoryItem/getAll: nothing at locale', follows: 'contract', why: RARE },
	{ operation: 'ebay:sell_inventory_v1.getInventoryItems', what: 'ebayListings/inventoryItem/getAll: nothing at inventoryItemGroupKeys', follows: 'contract', why: RARE },
	{ operation: 'ebay:sell_inventory_v1.publishOffer', what: 'path /sell/inventory/v1/offer/id/publish/', follows: 'contract', why: 'a client of 2023, made from an older contract; the present one has no slash at the end' },
	{ operation: 'ebay:sell_fulfillment_v1.issueRefund', what: 'body orderLevelRefundAmount.value: number for string', follows: 'contract', why: "eBay's own example writes the amount as a number, the contract and every other amount are text" },
	...['sku in lineItems', 'legacyVariationId in lineItems', 'fulfillmentStartInstructions.0.shippingStep.shipTo.companyName', 'fulfillmentStartInstructions.0.shippingStep.shipTo.contactAddress.addressLine2'].map((member): Difference => ({
		operation: 'ebay:sell_fulfillment_v1.getOrder', what: `ebayOrders/order/get: nothing at ${member}`, follows: 'both', why: 'the contract of getOrder names it as optional; the order of the sample goes without',
	})),
	{ operation: 'ebay:sell_fulfillment_v1.getOrder', what: 'answer legacyOrderId: not in the contract', follows: 'contract', why: 'a sample of 2020; the present contract no longer has the member, which is handed on when it comes' },
];
