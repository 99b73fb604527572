// Corrections of eBay's Inventory API; see ../overlays.mjs.

const inventory = (...names) => names.map((name) => `ebay:sell_inventory_v1.${name}`);

/** Members of a body that are required, in an overlay's form. */
const needs = (...names) => ({ body: Object.fromEntries(names.map((name) => [name, { required: true }])) });

export const ebayInventoryOverlays = [
	{
		name: 'inventory-empty-answer',
		reason: 'the source gives the shape of an error as the answer of calls that answer 204',
		operations: inventory(
			'createInventoryLocation', 'createOrReplaceSkuLocationMapping', 'deleteInventoryItem', 'deleteInventoryItemGroup', 'deleteInventoryLocation', 'deleteOffer',
			'deleteProductCompatibility', 'deleteSkuLocationMapping', 'updateInventoryLocation', 'withdrawOfferByInventoryItemGroup',
		),
		patch: { answer: {} },
		replace: ['answer'],
	},
	{
		name: 'inventory-required-aspects',
		reason: 'no code says that a required aspect is missing: sellers meet 25002 with the name of the item specific in its message, when an offer is published; that products with ePID, a code or brand with MPN are let through is inferred from the page of Product, which says that eBay takes aspects from its catalog then',
		operations: inventory('publishOffer', 'bulkPublishOffer', 'publishOfferByInventoryItemGroup', 'updateOffer'),
		patch: { inferred: ['errors.25002.aspects'] },
	},
	{
		name: 'inventory-motors',
		reason: 'the MarketplaceEnum of offers has EBAY_MOTORS (https://developer.ebay.com/api-docs/sell/inventory/types/slr:MarketplaceEnum), where headers, Taxonomy (https://developer.ebay.com/api-docs/commerce/taxonomy/static/supportedmarketplaces.html) and, as a client library reports of its page, Account have EBAY_MOTORS_US',
		operations: inventory('createOffer', 'bulkCreateOffer', 'getOffers', 'publishOfferByInventoryItemGroup', 'withdrawOfferByInventoryItemGroup'),
		patch: {},
	},
	{
		name: 'inventory-aspects',
		reason: 'the source calls them a string; they are an object of lists of texts under names that depend on the category',
		operations: inventory('createOrReplaceInventoryItem'),
		patch: { body: { 'product.aspects': { type: 'object' } } },
	},
	{
		name: 'inventory-bulk-items',
		reason: 'error 25733 demands SKU and locale of each record; aspects are an object of lists of texts, as in the single call',
		operations: inventory('bulkCreateOrReplaceInventoryItem'),
		patch: { body: { ...needs('requests', 'requests[].sku', 'requests[].locale').body, 'requests[].product.aspects': { type: 'object' } } },
	},
	{
		name: 'inventory-group-members',
		reason: 'the text calls the SKUs required; aspects are an object of lists of texts under names that depend on the category',
		operations: inventory('createOrReplaceInventoryItemGroup'),
		patch: { body: { variantSKUs: { required: true }, aspects: { type: 'object' } } },
	},
	{
		name: 'inventory-group-aspects',
		reason: 'the source calls them a string, as it does where they are written',
		operations: inventory('getInventoryItemGroup'),
		patch: { answer: { aspects: 'object' } },
	},
	{
		name: 'inventory-offer-required',
		reason: 'the text calls these required when an offer is made; the contract marks nothing',
		operations: inventory('createOffer'),
		patch: needs('sku', 'marketplaceId', 'format'),
	},
	{
		name: 'inventory-bulk-offers-required',
		reason: 'error 25735 demands these of each offer; the contract marks nothing',
		operations: inventory('bulkCreateOffer'),
		patch: needs('requests', 'requests[].sku', 'requests[].marketplaceId', 'requests[].format'),
	},
	{
		name: 'inventory-bulk-keys-required',
		reason: 'an entry is nothing but its key',
		operations: inventory('bulkPublishOffer'),
		patch: needs('requests', 'requests[].offerId'),
	},
	{
		name: 'inventory-bulk-skus-required',
		reason: 'an entry is nothing but its SKU',
		operations: inventory('bulkGetInventoryItem'),
		patch: needs('requests', 'requests[].sku'),
	},
	{
		name: 'inventory-migration-required',
		reason: 'an entry is nothing but the ID of its listing',
		operations: inventory('bulkMigrateListing'),
		patch: needs('requests', 'requests[].listingId'),
	},
	{
		name: 'inventory-fees-required',
		reason: 'fees are asked for by the IDs of offers alone',
		operations: inventory('getListingFees'),
		patch: needs('offers', 'offers[].offerId'),
	},
	{
		name: 'inventory-by-group-required',
		reason: 'group and marketplace say which listing is meant; the contract marks nothing',
		operations: inventory('publishOfferByInventoryItemGroup', 'withdrawOfferByInventoryItemGroup'),
		patch: needs('inventoryItemGroupKey', 'marketplaceId'),
	},
	{
		name: 'inventory-mapping-required',
		reason: 'error 25901 demands one location or more; an entry is nothing but its key',
		operations: inventory('createOrReplaceSkuLocationMapping'),
		patch: needs('locations', 'locations[].merchantLocationKey'),
	},
	{
		name: 'inventory-compatibility-required',
		reason: 'the call sets this list and nothing else',
		operations: inventory('createOrReplaceProductCompatibility'),
		patch: { body: { compatibleProducts: { required: true } }, inferred: ['body.compatibleProducts.required'] },
	},
	{
		name: 'inventory-bulk-required',
		reason: 'by the text an offer is found by its ID, and a price has value and currency; the contract marks nothing as required',
		operations: inventory('bulkUpdatePriceQuantity'),
		patch: {
			body: {
				requests: { required: true },
				'requests[].offers[].offerId': { required: true },
				'requests[].offers[].price.currency': { required: true },
				'requests[].offers[].price.value': { required: true },
			},
		},
	},
	{
		name: 'inventory-offers-sku',
		reason: 'all that getOffers gives is the offers of one SKU: without it the call is refused',
		operations: inventory('getOffers'),
		patch: { query: { sku: { required: true } } },
	},
	{
		name: 'inventory-location-required',
		reason: 'the text calls the address required; a country belongs to each of the sets it allows',
		operations: inventory('createInventoryLocation'),
		patch: { body: { location: { required: true }, 'location.address': { required: true }, 'location.address.country': { required: true } } },
	},
];
