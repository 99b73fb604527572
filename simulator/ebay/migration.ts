import type { Answer, Fields } from '../types';
import { wrong } from './bulk';
import type { Outcome } from './bulk';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { LOCATION, POLICIES } from './inventorySeed';
import type { EbayOffer } from './inventorySeed';
import { serialOf } from './serial';
import type { EbayState } from './state';

const MOST = 5;

/** A listing that was made elsewhere becomes an item with an offer; it stays live. */
function migrate(state: EbayState, listingId: string): Outcome {
	const { elsewhere, items, offers } = state.inventory;
	const found = elsewhere.get(listingId);
	const cannot = (why: string) => wrong({ listingId }, 400, 25718, { additionalInfo: why });
	if (!found) return cannot('there is no such listing, or it was migrated already');
	if (found.isAuction) return cannot('an auction');
	if (!found.sku) return cannot('the listing has no SKU');
	const { sku, title, price, quantity } = found;
	const offerId = serialOf(state, 8000200000);
	items.set(sku, { sku, locale: 'en_US', product: { title, imageUrls: ['https://i.ebayimg.test/old.jpg'] }, condition: 'NEW', availability: { shipToLocationAvailability: { quantity } } });
	const offer: EbayOffer = {
		offerId, sku, marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', status: 'PUBLISHED', availableQuantity: quantity, categoryId: '1201', merchantLocationKey: LOCATION, listingPolicies: { ...POLICIES },
		pricingSummary: { price: { value: price, currency: 'USD' } }, listing: { listingId, listingStatus: 'ACTIVE', soldQuantity: 0 },
	};
	offers.set(offerId, offer);
	elsewhere.delete(listingId);
	return { statusCode: 200, listingId, marketplaceId: 'EBAY_US', inventoryItems: [{ sku, offerId }] };
}

/** POST /bulk_migrate_listing: five a call. */
export function bulkMigrateListing({ state, body }: EbayVisit): Answer {
	const requests = body.requests as Array<{ listingId: string }>;
	if (!requests.length || requests.length > MOST) return failed(400, 25718, { additionalInfo: `1 to ${MOST} listings` });
	const responses = requests.map(({ listingId }) => migrate(state, listingId));
	return { status: responses.every(({ statusCode }) => statusCode === 200) ? 200 : 207, body: { responses } };
}

/** What is wrong with a listing and the SKU in it. */
function pairProblem({ inventory: { offers } }: EbayState, { listingId, sku }: Record<string, string>): Answer | undefined {
	const inListing = [...offers.values()].filter(({ listing }) => listing?.listingId === listingId);
	if (!inListing.length) return failed(400, 25904);
	return inListing.some((offer) => offer.sku === sku) ? undefined : failed(400, 25905);
}

const keyOf = ({ listingId, sku }: Record<string, string>) => `${listingId}/${sku}`;

/** GET /listing/{listingId}/sku/{sku}/locations: without locations there is nothing to be found. */
export function getSkuLocationMapping({ state, params }: EbayVisit): Answer {
	const keys = state.inventory.mappings.get(keyOf(params));
	return pairProblem(state, params) ?? (keys ? { status: 200, body: { locations: keys.map((merchantLocationKey): Fields => ({ merchantLocationKey })) } } : { status: 404 });
}

/** PUT /listing/{listingId}/sku/{sku}/locations */
export function createOrReplaceSkuLocationMapping({ state, params, body }: EbayVisit): Answer {
	const keys = (body.locations as Array<{ merchantLocationKey: string }>).map(({ merchantLocationKey }) => merchantLocationKey);
	const problem = pairProblem(state, params);
	if (problem) return problem;
	if (!keys.length) return failed(400, 25901);
	if (new Set(keys).size < keys.length) return failed(400, 25902);
	const places = keys.map((key) => state.inventory.locations.get(key));
	if (places.some((place) => !place)) return failed(400, 25900);
	if (!places.every((place) => (place!.locationTypes as string[]).includes('FULFILLMENT_CENTER'))) return failed(400, 25906);
	state.inventory.mappings.set(keyOf(params), keys);
	return { status: 204 };
}

/** DELETE /listing/{listingId}/sku/{sku}/locations */
export function deleteSkuLocationMapping({ state, params }: EbayVisit): Answer {
	const problem = pairProblem(state, params);
	if (problem) return problem;
	return state.inventory.mappings.delete(keyOf(params)) ? { status: 204 } : { status: 404 };
}
