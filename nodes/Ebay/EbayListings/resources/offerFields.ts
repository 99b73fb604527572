import { body, boolean, collection, dateTime, integer, json, jsonList, option, text, texts, under } from '../../../../engine/fields';
import { FieldProblem } from '../../../../engine/problem';
import type { Field, Rule, Values } from '../../../../engine/types';
import { price } from '../../fields';
import { categoryLocator } from './categories';
import { locationLocator, policyLocator } from './fields';

type Price = Field<{ value: string; currency: string }>;

/** A price that is checked once more. */
const checked = (made: Price, looksAt: string[], check: (value: number, values: Values) => void): Price => ({
	...made, looksAt: [...(made.looksAt ?? []), ...looksAt],
	read: (raw, reading) => {
		const value = made.read(raw, reading);
		if (value) check(Number(value.value), reading.values);
		return value;
	},
});

const aboveZero = (made: Price) => checked(made, [], (value) => {
	if (value === 0) throw new FieldProblem('must be more than 0', 'eBay lists nothing for free.');
});

const aboveStart = (made: Price) => checked(made, ['auctionStartPrice'], (value, { auctionStartPrice: start }) => {
	if (start && value <= Number((start as { value: string }).value)) throw new FieldProblem('must be higher than the Auction Start Price');
});

const ONLY = 'left empty, the only one of the account is taken';

/** The policies that every listing needs. */
const mainPolicies = (more = '') => under('listingPolicies', {
	fulfillmentPolicy: body('fulfillmentPolicyId', policyLocator('fulfillment', `How it is shipped${more}`)),
	paymentPolicy: body('paymentPolicyId', policyLocator('payment', `How it is paid${more}`)),
	returnPolicy: body('returnPolicyId', policyLocator('return', `How it can be given back${more}`)),
});

const otherPolicies = under('listingPolicies', {
	bestOffer: body('bestOfferTerms', json({ label: 'Best Offer (JSON)', description: 'Whether buyers may propose a price, and which are accepted by themselves' })),
	eBayPlus: body('eBayPlusIfEligible', boolean({ label: 'eBay Plus', description: 'Whether to take part in eBay Plus, where there is one' })),
	productCompliance: body('productCompliancePolicyIds', texts({ label: 'Product Compliance Policy IDs', description: 'Separated by commas' })),
	regionalCompliance: body('regionalProductCompliancePolicies', json({ label: 'Regional Compliance Policies (JSON)', description: 'Compliance policies by country' })),
	regionalTakeBack: body('regionalTakeBackPolicies', json({ label: 'Regional Take-Back Policies (JSON)', description: 'Take-back policies by country' })),
	shippingOverrides: body('shippingCostOverrides', jsonList({ label: 'Shipping Cost Overrides (JSON)', description: 'Costs that differ from the fulfillment policy' })),
	takeBack: body('takeBackPolicyId', text({ label: 'Take-Back Policy ID', description: 'How old devices are taken back' })),
});

const pricing = under('pricingSummary', {
	auctionStartPrice: body('auctionStartPrice', aboveZero(price({ label: 'Auction Start Price', description: 'Where bids begin' }))),
	auctionReservePrice: body('auctionReservePrice', aboveStart(price({ label: 'Auction Reserve Price', description: 'Below it an auction sells nothing; eBay asks a fee for it' }))),
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
	price: body('pricingSummary.price', aboveZero(price({ label: 'Price', description: 'What buyers pay' }))),
	availableQuantity: body('availableQuantity', integer({ label: 'Quantity', description: 'Pieces for sale by this offer; 0 is a value' })),
	category: body('categoryId', categoryLocator('Where it is listed; type what the item is to see what fits')),
	location: body('merchantLocationKey', locationLocator({ required: false, description: 'Where it is shipped from' })),
	listingDescription: body('listingDescription', text({ label: 'Listing Description', rows: 5, max: 500_000, description: 'What buyers read on the page of the listing; HTML is allowed' })),
	policies: collection({ label: 'Policies', add: 'Add Policy' }, { ...mainPolicies(), ...otherPolicies }),
	pricing: collection({ label: 'Further Prices', add: 'Add Price' }, pricing),
	additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, additional),
};

/** The same for an offer that is to be listed at once: what every listing needs stands at the top. */
export const listedTerms = {
	price: offerTerms.price, ...mainPolicies(`; ${ONLY}`),
	location: body('merchantLocationKey', locationLocator({ required: false, description: `Where it is shipped from; ${ONLY}` })),
	listingDescription: offerTerms.listingDescription,
	policies: collection({ label: 'Further Policies', add: 'Add Policy' }, otherPolicies),
	pricing: offerTerms.pricing,
	offerDetails: collection({ label: 'Offer Details', add: 'Add Field' }, additional),
};

const BARE = ['pricing.auctionStartPrice', 'pricing.auctionReservePrice'];
const NO_AUCTION = ['pricing.originalRetailPrice', 'policies.eBayPlus'];

/** What each format needs and does not take; eBay refuses the rest (25755 to 25764). */
export const formatRules: readonly Rule[] = [
	{ when: ['format', 'FIXED_PRICE'], bars: BARE },
	{ when: ['format', 'AUCTION'], needs: ['pricing.auctionStartPrice', 'additionalFields.listingDuration'], bars: [...NO_AUCTION, 'availableQuantity', 'additionalFields.quantityLimit'] },
];

/** The same where what is missing may stand in the offer already. */
export const listedRules: readonly Rule[] = [
	{ when: ['format', 'FIXED_PRICE'], bars: BARE }, { when: ['format', 'AUCTION'], bars: [...NO_AUCTION, 'offerDetails.quantityLimit'] },
];
