import { CENTER, LOCATION, offerIdOf, POLICIES, skuOf } from '../../simulator/ebay/inventorySeed';
import type { EbayOffer } from '../../simulator/ebay/inventorySeed';
import type { SimulatorState } from '../../simulator/types';
import type { Find, World } from './known';

const ROOT = '/sell/inventory/v1';
const MOST = 12;

const offers = ({ ebay }: SimulatorState): EbayOffer[] => [...ebay.inventory.offers.values()];
const skus: Find = ({ ebay }) => [...ebay.inventory.items.keys()];
/** SKUs that no group holds. */
const single = ({ ebay }: SimulatorState, sku: string): boolean => ![...ebay.inventory.groups.values()].some(({ variantSKUs }) => variantSKUs.includes(sku));
const live: Find = (state) => offers(state).filter(({ status, format }) => status === 'PUBLISHED' && format === 'FIXED_PRICE').map(({ offerId }) => offerId);
/** Offers that could be published. */
const ready = (state: SimulatorState): EbayOffer[] => offers(state).filter(({ status, categoryId }) => status === 'UNPUBLISHED' && categoryId);
const unlisted: Find = (state) => offers(state).filter(({ status }) => status === 'UNPUBLISHED').map(({ offerId }) => offerId);
/** SKUs without any offer. */
const bare: Find = (state) => skus(state).filter((sku) => !offers(state).some((offer) => offer.sku === sku));
const newKeys: Find = () => Array.from({ length: MOST }, (_, index) => `STORE-${index + 1}`);
const of = (value: string): Find => () => [value];

const locationKeys: Find = ({ ebay }) => [...ebay.inventory.locations.keys()];
const LOCATION_PATH = `${ROOT}/location/{merchantLocationKey}`;

/** What exists in the simulator's inventory, by the API's own name of it. */
export const inventoryKnown: Record<string, Find> = {
	sku: skus, offerId: (state) => offers(state).map(({ offerId }) => offerId), category: of('9355'), merchantLocationKey: locationKeys,
	[`${ROOT}/offer/{offerId}/publish offerId`]: (state) => ready(state).map(({ offerId }) => offerId),
	[`${ROOT}/bulk_publish_offer offerId`]: (state) => ready(state).filter(({ sku }) => single(state, sku)).map(({ offerId }) => offerId),
	[`${ROOT}/offer/get_listing_fees offers`]: unlisted,
	[`${ROOT}/bulk_create_offer sku`]: bare, [`${ROOT}/bulk_create_offer format`]: of('FIXED_PRICE'), marketplaceId: of('EBAY_US'),
	[`${ROOT}/bulk_migrate_listing listingId`]: ({ ebay }) => [...ebay.inventory.elsewhere.values()].filter(({ sku, isAuction }) => sku && !isAuction).map(({ listingId }) => listingId),
	inventoryItemGroupKey: ({ ebay }) => [...ebay.inventory.groups.keys()],
	[`${ROOT}/offer/withdraw_by_inventory_item_group inventoryItemGroupKey`]: ({ ebay }) => [...ebay.inventory.groups.keys()].filter((key) => key.startsWith('GROUP')),
	variantSKUs: (state) => skus(state).filter((sku) => single(state, sku)),
	[`POST ${LOCATION_PATH} merchantLocationKey`]: newKeys, [`DELETE ${LOCATION_PATH} merchantLocationKey`]: (state) => locationKeys(state).filter((key) => key.startsWith('SPARE')),
	[`${ROOT}/listing/{listingId}/sku/{sku}/locations locations`]: of(CENTER),
	'listingPolicies.fulfillmentPolicyId': of(POLICIES.fulfillmentPolicyId), 'listingPolicies.paymentPolicyId': of(POLICIES.paymentPolicyId), 'listingPolicies.returnPolicyId': of(POLICIES.returnPolicyId),
	'pricingSummary.auctionStartPrice': of('1.00'), 'pricingSummary.auctionReservePrice': of('20.00'),
	[`PUT ${ROOT}/inventory_item/{sku} sku`]: (state) => [...ready(state), ...offers(state).filter(({ status, format }) => status === 'PUBLISHED' && format === 'FIXED_PRICE')].map(({ sku }) => sku),
	[`GET ${ROOT}/offer format`]: of('FIXED_PRICE'), [`POST ${ROOT}/offer format`]: () => ['FIXED_PRICE', 'AUCTION'],
	[`PUT ${ROOT}/inventory_item/{sku} format`]: of('FIXED_PRICE'), [`PUT ${ROOT}/inventory_item/{sku} availability.shipToLocationAvailability.quantity`]: () => ['1', '7', '30'],
	'product.imageUrls': () => ['https://i.ebayimg.test/1.jpg', 'https://i.ebayimg.test/2.jpg'], imageUrls: () => ['https://i.ebayimg.test/1.jpg', 'https://i.ebayimg.test/2.jpg'],
};

/** Listings with fulfillment centers of their own. */
const mapped = ({ ebay }: SimulatorState): World[] => [...ebay.inventory.mappings.keys()].map((key) => key.split('/')).map(([listingId, sku]) => ({ listingId: [listingId], sku: [sku] }));

/** Values that only fit each other. */
export const inventoryWorlds: Record<string, (state: SimulatorState) => World[]> = {
	[`${ROOT}/bulk_update_price_quantity`]: (state) => offers(state).filter(({ status }) => status === 'PUBLISHED').map(({ sku, offerId }) => ({ sku: [sku], 'offers.0.offerId': [offerId] })),
	[`${ROOT}/offer`]: (state) => [...new Set(offers(state).map(({ sku }) => sku))].map((sku) => ({ sku: [sku], marketplace_id: ['EBAY_US'], marketplaceId: ['EBAY_GB'] })),
	[`${ROOT}/offer/{offerId}/withdraw`]: (state) => live(state).map((offerId) => ({ offerId: [offerId], sku: [state.ebay.inventory.offers.get(offerId)!.sku] })),
	[`${ROOT}/listing/{listingId}/sku/{sku}/locations`]: mapped,
	[`${ROOT}/inventory_item/{sku}/product_compatibility`]: ({ ebay }) => [...ebay.inventory.compatibilities.keys()].map((sku) => ({ sku: [sku] })),
};

/** Only auctions have these; the offers that are updated are of fixed price. */
export const inventoryBarred: Record<string, string[]> = { 'PUT /sell/inventory/v1/offer/{offer}': ['pricingSummary.auctionStartPrice', 'pricingSummary.auctionReservePrice'] };

/** Parameters that eBay needs though its contract leaves them open. */
export const inventoryNeeded: Record<string, string[]> = { [LOCATION_PATH]: ['address.postalCode'], [`${ROOT}/bulk_update_price_quantity`]: ['offer'], [`${ROOT}/offer/{offerId}/withdraw`]: ['offer'] };


/** Puts into the inventory what only other calls would have made: groups, parts, listings and locations to work on. */
export function addInventory({ ebay: { inventory } }: SimulatorState): void {
	const { locations, groups, mappings, offers: all } = inventory;
	const center = { name: 'Spare', location: { address: { postalCode: '10001', country: 'US' }, geoCoordinates: { latitude: 40.7, longitude: -74 } }, merchantLocationStatus: 'ENABLED' };
	const texts = { locationAdditionalInformation: 'gate 2', locationInstructions: 'ring twice', locationWebUrl: 'https://example.com/store' };
	const hours = { operatingHours: [{ dayOfWeekEnum: 'MONDAY', intervals: [{ open: '09:00', close: '17:00' }] }], specialHours: [{ date: '2026-12-24', intervals: [{ open: '09:00', close: '12:00' }] }] };
	for (const serial of [1, 2, 3, 4, 5, 6]) {
		locations.set(`SPARE-${serial}`, { ...center, ...texts, ...hours, locationTypes: ['STORE'] });
		const [first, second] = [3 * serial + 12, 3 * serial + 13];
		Object.assign(all.get(offerIdOf(first))!, { categoryId: '9355', merchantLocationKey: LOCATION, listingPolicies: { ...POLICIES } });
		groups.set(`GROUP-${serial}`, { ...groups.values().next().value!, inventoryItemGroupKey: `GROUP-${serial}`, variantSKUs: [skuOf(first), skuOf(second)], subtitle: 'All colors', videoIds: ['4800000001'] });
	}
	for (const serial of [1, 2, 4, 5, 7, 8, 10, 11, 13, 14]) mappings.set(`${110000000000 + serial}/${skuOf(serial)}`, [CENTER]);
}
