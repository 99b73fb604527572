import { body, boolean, collection, dateTime, integer, json, jsonList, option, text, texts, under } from '../../../../engine/fields';
import { price } from '../../fields';
import { locationLocator } from './fields';

const policies = under('listingPolicies', {
	bestOffer: body('bestOfferTerms', json({ label: 'Best Offer (JSON)', description: 'Whether buyers may propose a price, and which are accepted by themselves' })),
	eBayPlus: body('eBayPlusIfEligible', boolean({ label: 'eBay Plus', description: 'Whether to take part in eBay Plus, where there is one' })),
	fulfillmentPolicy: body('fulfillmentPolicyId', text({ label: 'Fulfillment Policy ID', description: 'How it is shipped' })),
	paymentPolicy: body('paymentPolicyId', text({ label: 'Payment Policy ID', description: 'How it is paid' })),
	productCompliance: body('productCompliancePolicyIds', texts({ label: 'Product Compliance Policy IDs', description: 'Separated by commas' })),
	regionalCompliance: body('regionalProductCompliancePolicies', json({ label: 'Regional Compliance Policies (JSON)', description: 'Compliance policies by country' })),
	regionalTakeBack: body('regionalTakeBackPolicies', json({ label: 'Regional Take-Back Policies (JSON)', description: 'Take-back policies by country' })),
	returnPolicy: body('returnPolicyId', text({ label: 'Return Policy ID', description: 'How it can be given back' })),
	shippingOverrides: body('shippingCostOverrides', jsonList({ label: 'Shipping Cost Overrides (JSON)', description: 'Costs that differ from the fulfillment policy' })),
	takeBack: body('takeBackPolicyId', text({ label: 'Take-Back Policy ID', description: 'How old devices are taken back' })),
});

const pricing = under('pricingSummary', {
	auctionReservePrice: body('auctionReservePrice', price({ label: 'Auction Reserve Price', description: 'Below it an auction sells nothing' })),
	auctionStartPrice: body('auctionStartPrice', price({ label: 'Auction Start Price', description: 'Where bids begin' })),
	minimumAdvertisedPrice: body('minimumAdvertisedPrice', price({ label: 'Minimum Advertised Price', description: 'No lower price may be shown' })),
	originalRetailPrice: body('originalRetailPrice', price({ label: 'Original Retail Price', description: 'Shown struck through, for sellers who may' })),
	pricingVisibility: body('pricingVisibility', option({ label: 'Pricing Visibility', description: 'When the price is shown, if a lowest advertised price is given', open: true, options: { NONE: 'Always', PRE_CHECKOUT: 'Before Checkout', DURING_CHECKOUT: 'During Checkout' } })),
	soldElsewhere: body('originallySoldForRetailPriceOn', option({ label: 'Sold for Original Price On', open: true, options: { ON_EBAY: 'eBay', OFF_EBAY: 'Elsewhere', ON_AND_OFF_EBAY: 'eBay and Elsewhere' } })),
});

const additional = {
	charity: body('charity', json({ label: 'Charity (JSON)', description: 'What share of the price goes to whom' })),
	hideBuyer: body('hideBuyerDetails', boolean({ label: 'Private Listing', description: 'Whether the names of buyers are hidden' })),
	includeCatalog: body('includeCatalogProductDetails', boolean({ label: 'Include Catalog Details', description: "Whether details of eBay's catalog are added" })),
	listingDuration: body('listingDuration', option({ label: 'Listing Duration', open: true, options: { GTC: 'Until Canceled', DAYS_1: '1 Day', DAYS_3: '3 Days', DAYS_5: '5 Days', DAYS_7: '7 Days', DAYS_10: '10 Days' } })),
	listingStart: body('listingStartDate', dateTime({ label: 'Listing Start', description: 'When it becomes visible', write: (utc) => utc.toISOString() })),
	lotSize: body('lotSize', integer({ label: 'Lot Size', min: 1, default: 1, description: 'Pieces that are sold together' })),
	producerResponsibility: body('extendedProducerResponsibility', json({ label: 'Producer Responsibility (JSON)', description: 'Numbers that France asks for' })),
	quantityLimit: body('quantityLimitPerBuyer', integer({ label: 'Limit per Buyer', min: 1, default: 1, description: 'How many pieces one buyer may have' })),
	regulatory: body('regulatory', json({ label: 'Regulatory (JSON)', description: 'Manufacturer, product safety, energy label and the like' })),
	secondaryCategory: body('secondaryCategoryId', text({ label: 'Secondary Category ID', description: 'Costs a fee' })),
	storeCategories: body('storeCategoryNames', texts({ label: 'Store Categories', placeholder: 'e.g. /Lamps/Desk', description: 'Up to two paths in your own store, separated by commas', max: 2 })),
	tax: body('tax', json({ label: 'Tax (JSON)', description: 'Tax settings, where eBay does not calculate them' })),
};

/** The terms of an offer, beside whose it is; the marketplace, whose currency prices have, stands before them. */
export const offerTerms = {
	price: body('pricingSummary.price', price({ label: 'Price', description: 'What buyers pay' })),
	availableQuantity: body('availableQuantity', integer({ label: 'Quantity', description: 'Pieces for sale by this offer; 0 is a value' })),
	category: body('categoryId', text({ label: 'Category ID', placeholder: 'e.g. 112581', description: 'Where it is listed' })),
	location: body('merchantLocationKey', locationLocator({ required: false, description: 'Where it is shipped from' })),
	listingDescription: body('listingDescription', text({ label: 'Listing Description', rows: 5, max: 500_000, description: 'What buyers read on the page of the listing; HTML is allowed' })),
	policies: collection({ label: 'Policies', add: 'Add Policy' }, policies),
	pricing: collection({ label: 'Further Prices', add: 'Add Price' }, pricing),
	additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, additional),
};
