import type { Answer, Fields } from '../types';
import { failed } from './errors';
import { formatProblem } from './formats';
import type { EbayVisit } from './inventory';
import type { EbayOffer } from './inventorySeed';
import { list, listingProblem, unknown } from './offers';
import { serialOf } from './serial';
import type { EbayState } from './state';

/** Offers have another word for Motors than all else. */
const offerSite = (marketplace: string): string => (marketplace === 'EBAY_MOTORS_US' ? 'EBAY_MOTORS' : marketplace);

/** A new offer of a SKU that is in the inventory; one for each marketplace and format. */
export function makeOffer(state: EbayState, body: Fields, taken: number): Answer {
	const { items, offers } = state.inventory;
	const { sku, marketplaceId, format } = body as EbayOffer;
	if (!items.has(sku)) return failed(404, 25702, { skuValue: sku });
	if (!state.marketplaces.map(offerSite).includes(marketplaceId)) return failed(400, 25709, { fieldName: 'marketplaceId' });
	if (!['FIXED_PRICE', 'AUCTION'].includes(format)) return failed(400, 25709, { fieldName: 'format' });
	const problem = formatProblem(body);
	if (problem) return problem;
	const same = [...offers.values()].find((offer) => offer.sku === sku && offer.marketplaceId === marketplaceId && offer.format === format);
	if (same) return failed(400, taken, taken === 25729 ? {} : { additionalInfo: `Offer entity already exists, offerId ${same.offerId}` });
	const offerId = serialOf(state, 8000100000);
	offers.set(offerId, { includeCatalogProductDetails: true, ...(body as EbayOffer), offerId, status: 'UNPUBLISHED' });
	return { status: 201, body: { offerId } };
}

/** POST /offer */
export const createOffer = ({ state, body }: EbayVisit): Answer => makeOffer(state, body, 25002);

/** DELETE /offer/{offerId}: its listing ends with it. */
export function deleteOffer({ state, params }: EbayVisit): Answer {
	return state.inventory.offers.delete(params.offerId) ? { status: 204 } : unknown(params.offerId);
}

/** Ends the listing of an offer, which stays. */
function unlist(offer: EbayOffer): string {
	const listingId = offer.listing?.listingId ?? '';
	offer.status = 'UNPUBLISHED';
	delete offer.listing;
	return listingId;
}

/** POST /offer/{offerId}/withdraw */
export function withdrawOffer({ state, params }: EbayVisit): Answer {
	const offer = state.inventory.offers.get(params.offerId);
	if (!offer) return unknown(params.offerId);
	if (offer.status !== 'PUBLISHED') return failed(400, 25002, { additionalInfo: 'The offer is not published' });
	return { status: 200, body: { listingId: unlist(offer) } };
}

const FEE = '0.35';

/** POST /offer/get_listing_fees: added up by site, for offers that are not published. */
export function getListingFees({ state, body }: EbayVisit): Answer {
	const ids = (body.offers as Array<{ offerId: string }>).map(({ offerId }) => offerId);
	if (!ids.length || ids.length > 250) return failed(400, 25709, { fieldName: 'offers' });
	const found = ids.map((id) => state.inventory.offers.get(id));
	if (found.some((offer) => offer?.status !== 'UNPUBLISHED')) return failed(400, 25754);
	const sites = [...new Set(found.map((offer) => offer!.marketplaceId))];
	const fees = (count: number) => [{ feeType: 'InsertionFee', amount: { value: (count * Number(FEE)).toFixed(2), currency: 'USD' }, promotionalDiscount: { value: '0.00', currency: 'USD' } }];
	return { status: 200, body: { feeSummaries: sites.map((marketplaceId) => ({ marketplaceId, fees: fees(found.filter((offer) => offer!.marketplaceId === marketplaceId).length) })) } };
}

/** The offers of a group on a site; undefined when there is no such group. */
function groupOf({ inventory: { groups, offers } }: EbayState, { inventoryItemGroupKey: key, marketplaceId }: Fields) {
	const group = groups.get(String(key));
	return group && { group, offers: [...offers.values()].filter((offer) => group.variantSKUs.includes(offer.sku) && offer.marketplaceId === marketplaceId && offer.format === 'FIXED_PRICE') };
}

/** POST /offer/publish_by_inventory_item_group: all offers of the group become one listing, or none does. */
export function publishOfferByInventoryItemGroup({ state, body }: EbayVisit): Answer {
	const found = groupOf(state, body);
	if (!found) return failed(400, 25705, { inventoryItemGroupKey: String(body.inventoryItemGroupKey) });
	const { group, offers } = found;
	if (!group.variesBy?.specifications?.length) return failed(400, 25013, { additionalInfo: 'variesBy is missing' });
	if (!offers.length) return failed(400, 25017, { additionalInfo: 'no offer of this group' });
	const problem = offers.map((offer) => listingProblem(state, offer, group)).find(Boolean);
	if (problem) return problem;
	const listingId = offers.find(({ listing }) => listing)?.listing?.listingId ?? serialOf(state, 110100000000);
	for (const offer of offers) if (!offer.listing) list(state, offer, listingId);
	return { status: 200, body: { listingId } };
}

/** POST /offer/withdraw_by_inventory_item_group */
export function withdrawOfferByInventoryItemGroup({ state, body }: EbayVisit): Answer {
	const live = groupOf(state, body)?.offers.filter(({ status }) => status === 'PUBLISHED') ?? [];
	live.forEach(unlist);
	return live.length ? { status: 204 } : failed(400, 25725);
}
