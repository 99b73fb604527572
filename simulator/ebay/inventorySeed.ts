import type { Fields } from '../types';

export interface EbayAmount {
	value: string;
	currency: string;
}

/** An inventory item as it was written, with what eBay adds. */
export interface EbayItem extends Fields {
	sku: string;
	locale: string;
	product?: Fields;
	condition?: string;
	availability?: { shipToLocationAvailability?: { quantity?: number } };
}

export interface EbayOffer extends Fields {
	offerId: string;
	sku: string;
	marketplaceId: string;
	format: 'FIXED_PRICE' | 'AUCTION';
	status: 'PUBLISHED' | 'UNPUBLISHED';
	merchantLocationKey?: string;
	categoryId?: string;
	availableQuantity?: number;
	listingPolicies?: Fields;
	pricingSummary?: { price?: EbayAmount };
	listing?: { listingId: string; listingStatus: string; soldQuantity: number };
}

/** Variations that are listed as one. */
export interface EbayGroup extends Fields {
	inventoryItemGroupKey: string;
	variantSKUs: string[];
	title?: string;
	imageUrls?: string[];
	variesBy?: { aspectsImageVariesBy?: string[]; specifications?: unknown[] };
}

/** A listing that was made elsewhere, in Seller Hub or by the Trading API. */
export interface EbayForeignListing {
	listingId: string;
	sku?: string;
	title: string;
	price: string;
	quantity: number;
	isAuction: boolean;
}

export interface EbayInventory {
	items: Map<string, EbayItem>;
	offers: Map<string, EbayOffer>;
	locations: Map<string, Fields>;
	groups: Map<string, EbayGroup>;
	/** The vehicles that a part fits, by SKU. */
	compatibilities: Map<string, Fields>;
	/** Fulfillment centers by `listing/SKU`. */
	mappings: Map<string, string[]>;
	elsewhere: Map<string, EbayForeignListing>;
	/** How often each listing was changed today, and how often it may be. */
	revisions: Map<string, number>;
	revisionLimit: number;
	/** What an offset counts: eBay's page says pages, most who call it count records. */
	offsetCounts: 'records' | 'pages';
}

export const POLICIES = { fulfillmentPolicyId: '5000000001', paymentPolicyId: '5100000001', returnPolicyId: '5200000001' };
export const LOCATION = 'DEMO-WAREHOUSE';
export const ITEMS = 72;
/** The last items have no offer. */
const OFFERED = 66;

const ODD_SKUS: Record<number, string> = { 70: '00070', 71: 'DEMO/071 B', 72: 'DÉMO-072' };

/** The SKU of a demo item; the last three are awkward ones: leading zeros, a slash and a space, an accent. */
export const skuOf = (serial: number) => ODD_SKUS[serial] ?? `DEMO-${String(serial).padStart(3, '0')}`;

/** The id of the fixed price offer of a demo item. */
export const offerIdOf = (serial: number) => String(8000000000 + serial);

const KINDS = ['desk lamp', 'notebook', 'keyboard', 'kettle', 'wall clock', 'blanket'];
const COLORS = ['Black', 'White', 'Red', 'Blue'];

function itemAt(serial: number): EbayItem {
	const color = COLORS[serial % COLORS.length];
	return {
		sku: skuOf(serial),
		locale: 'en_US',
		product: {
			title: `Demo ${KINDS[serial % KINDS.length]} ${serial}, ${color.toLowerCase()}`,
			description: `Demo item number ${serial}`,
			brand: 'Demo',
			mpn: `D-${serial}`,
			aspects: { Brand: ['Demo'], Color: [color] },
			imageUrls: [`https://i.ebayimg.test/inventory/${serial}.jpg`],
		},
		condition: 'NEW',
		packageWeightAndSize: { weight: { value: 1 + (serial % 5), unit: 'POUND' } },
		availability: { shipToLocationAvailability: { quantity: (serial * 7) % 50 } },
	};
}

/** A demo offer: two of three are published; of the others every second lacks what publishing needs. */
function offerAt(serial: number): EbayOffer {
	const isPublished = serial % 3 !== 0;
	const isComplete = isPublished || serial % 2 === 1;
	return {
		offerId: offerIdOf(serial),
		sku: skuOf(serial),
		marketplaceId: 'EBAY_US',
		format: 'FIXED_PRICE',
		listingDescription: `Demo item number ${serial}`,
		listingDuration: 'GTC',
		includeCatalogProductDetails: true,
		quantityLimitPerBuyer: 5,
		availableQuantity: 1 + (serial % 9),
		pricingSummary: { price: { value: (9.5 + serial).toFixed(2), currency: 'USD' } },
		...(isComplete ? { categoryId: '9355', merchantLocationKey: LOCATION, listingPolicies: { ...POLICIES } } : {}),
		status: isPublished ? 'PUBLISHED' : 'UNPUBLISHED',
		...(isPublished ? { listing: { listingId: String(110000000000 + serial), listingStatus: 'ACTIVE', soldQuantity: serial % 4 } } : {}),
	};
}

/** An unpublished auction beside the fixed price offer of the fifth item. */
const auction = (): EbayOffer => ({
	offerId: '8000000905',
	sku: skuOf(5),
	marketplaceId: 'EBAY_US',
	format: 'AUCTION',
	listingDuration: 'DAYS_7',
	pricingSummary: { auctionStartPrice: { value: '5.00', currency: 'USD' } } as EbayOffer['pricingSummary'],
	status: 'UNPUBLISHED',
});

const byKey = <T extends Fields>(records: T[], key: string): Map<string, T> => new Map(records.map((record) => [String(record[key]), record]));

export const GROUP = 'DEMO-GROUP';
export const CENTER = 'DEMO-CENTER';

/** Two items without an offer of their own yet, and a third one with an offer that could be published. */
const group = (): EbayGroup => ({
	inventoryItemGroupKey: GROUP,
	variantSKUs: [skuOf(3), skuOf(9)],
	title: 'Demo group',
	description: 'Demo items in several colors',
	imageUrls: ['https://i.ebayimg.test/inventory/group.jpg'],
	aspects: { Brand: ['Demo'] },
	variesBy: { aspectsImageVariesBy: ['Color'], specifications: [{ name: 'Color', values: ['Blue', 'White'] }] },
});

/** Listings of before: three that can be taken over, one without a SKU, one auction. */
const FOREIGN: Array<[serial: number, sku: string | undefined, isAuction?: boolean]> = [
	...Array.from({ length: 9 }, (_, index): [number, string] => [index + 1, `OLD-${index + 1}`]), [10, undefined], [11, 'OLD-11', true],
];

const foreign = (): EbayForeignListing[] =>
	FOREIGN.map(([serial, sku, isAuction = false]) => ({ listingId: String(120000000000 + serial), sku, title: `Old listing ${serial}`, price: (5 + serial).toFixed(2), quantity: serial, isAuction }));

const vehicle = (model: string) => ({ compatibilityProperties: [{ name: 'Make', value: 'Demo' }, { name: 'Model', value: model }, { name: 'Year', value: '2020' }], notes: 'front' });

/** The inventory of the demo member. */
export function createInventory(): EbayInventory {
	const serials = Array.from({ length: ITEMS }, (_, index) => index + 1);
	const address = { addressLine1: '1 Demo Street', city: 'San Jose', stateOrProvince: 'CA', postalCode: '95125', country: 'US' };
	return {
		items: byKey(serials.map(itemAt), 'sku'),
		offers: byKey([...serials.slice(0, OFFERED).map(offerAt), auction()], 'offerId'),
		locations: new Map([
			[LOCATION, { name: 'Demo warehouse', location: { address }, locationTypes: ['WAREHOUSE'], merchantLocationStatus: 'ENABLED' }],
			[CENTER, { name: 'Demo center', location: { address }, locationTypes: ['FULFILLMENT_CENTER'], merchantLocationStatus: 'ENABLED', phone: '555 0100', timeZoneId: 'America/Los_Angeles' }],
		]),
		groups: new Map([[GROUP, group()]]),
		compatibilities: new Map(serials.slice(0, 12).map((serial) => [skuOf(serial), { compatibleProducts: [vehicle('One'), vehicle('Two')] }])),
		mappings: new Map([1, 2, 4, 5].map((serial) => [`${110000000000 + serial}/${skuOf(serial)}`, [CENTER]])),
		elsewhere: byKey(foreign() as unknown as Fields[], 'listingId') as unknown as Map<string, EbayForeignListing>,
		revisions: new Map(),
		revisionLimit: 250,
		offsetCounts: 'records',
	};
}
