import type { Answer, Fields } from '../types';
import { entryOf, failed } from './errors';
import { formatProblem } from './formats';
import { pagedAnswer } from './inventory';
import type { EbayVisit } from './inventory';
import { POLICIES } from './inventorySeed';
import type { EbayGroup, EbayItem, EbayOffer } from './inventorySeed';
import { serialOf } from './serial';
import type { EbayState } from './state';
import { CATEGORIES, isLeaf } from './taxonomySeed';

/** GET /offer: the offers of one SKU. */
export function getOffers(visit: EbayVisit): Answer {
	const { sku, format, marketplace_id: marketplace } = visit.query;
	if (sku === '') return failed(400, 25709, { fieldName: 'sku' });
	const found = [...visit.state.inventory.offers.values()].filter(
		(offer) => offer.sku === sku && (format === undefined || offer.format === format) && (marketplace === undefined || offer.marketplaceId === marketplace),
	);
	return found.length > 0 ? pagedAnswer(visit, 'offers', found, { standard: 100, max: 100 }) : failed(404, 25713, { additionalInfo: `SKU ${String(sku)}` });
}

export const unknown = (offerId: string) => failed(404, 25713, { additionalInfo: offerId });

/** GET /offer/{offerId} */
export function getOffer({ state, params }: EbayVisit): Answer {
	const offer = state.inventory.offers.get(params.offerId);
	return offer ? { status: 200, body: offer } : unknown(params.offerId);
}

/** Whether an amount of money is above zero and written as eBay writes it. */
export const isPrice = (price: unknown): boolean => {
	const { value, currency } = (price ?? {}) as { value?: string; currency?: string };
	return /^\d+(\.\d{1,2})?$/.test(value ?? '') && Number(value) > 0 && /^[A-Z]{3}$/.test(currency ?? '');
};

/** What a listing needs of its offer, by the code that says it is missing. */
function offerProblem(state: EbayState, { merchantLocationKey, categoryId, availableQuantity, pricingSummary, listingPolicies = {}, format }: EbayOffer): Answer | undefined {
	const location = state.inventory.locations.get(merchantLocationKey ?? '');
	if (location?.merchantLocationStatus !== 'ENABLED') return failed(400, 25012, { additionalInfo: merchantLocationKey ?? 'merchantLocationKey is missing' });
	const policies = { fulfillmentPolicyId: 25007, paymentPolicyId: 25008, returnPolicyId: 25009 } as const;
	for (const [name, code] of Object.entries(policies)) {
		if (listingPolicies[name] !== POLICIES[name as keyof typeof POLICIES]) return failed(400, code, { additionalInfo: String(listingPolicies[name] ?? `${name} is missing`) });
	}
	if (!isLeaf(categoryId ?? '')) return failed(400, 25005, { additionalInfo: categoryId ?? 'categoryId is missing' });
	if (format === 'FIXED_PRICE' && (availableQuantity ?? 0) < 1) return failed(400, 25004, { additionalInfo: 'availableQuantity must be 1 or more' });
	const price = format === 'AUCTION' ? (pricingSummary as { auctionStartPrice?: unknown } | undefined)?.auctionStartPrice : pricingSummary?.price;
	return isPrice(price) ? undefined : failed(400, 25003, { additionalInfo: 'a price above 0 is needed' });
}

/** What a listing needs of its inventory item; a group has a title and pictures for all of its items. */
function itemProblem(item: EbayItem | undefined, group?: EbayGroup): Answer | undefined {
	const own = (item?.product ?? {}) as { title?: string; imageUrls?: string[] };
	const [title, imageUrls] = [own.title ?? group?.title, own.imageUrls ?? group?.imageUrls];
	if (!title) return failed(400, 25016, { fieldName: 'product.title' });
	if (!imageUrls?.length) return failed(400, 25014, { additionalInfo: 'product.imageUrls is missing' });
	return item?.condition ? undefined : failed(400, 25021, { additionalInfo: 'condition is missing' });
}

/** What a category demands and neither the item nor its group says; a product that eBay's catalog may have brings its own. */
function aspectProblem(categoryId: string, item?: EbayItem, group?: EbayGroup): Answer | undefined {
	const { aspects = {}, epid, ean, isbn, upc, brand, mpn } = (item?.product ?? {}) as Fields & { aspects?: Fields };
	if (epid || (brand && mpn) || [ean, isbn, upc].flat().some((code) => /\d{8}/.test(String(code)))) return undefined;
	const missing = CATEGORIES[categoryId].aspects.find(({ name, isRequired }) => isRequired && !{ ...(group?.aspects as Fields | undefined), ...aspects }[name]);
	return missing && failed(400, 25002, {}, `The item specific ${missing.name} is missing, which the category needs`);
}

/** What keeps an offer from being listed. */
export function listingProblem(state: EbayState, offer: EbayOffer, group?: EbayGroup): Answer | undefined {
	const item = state.inventory.items.get(offer.sku);
	return offerProblem(state, offer) ?? itemProblem(item, group) ?? aspectProblem(offer.categoryId!, item, group);
}

/** Counts a change of a live listing; false when it has had as many as a day allows. */
export function revise({ inventory: { revisions, revisionLimit } }: EbayState, { listing }: EbayOffer): boolean {
	if (!listing) return true;
	const count = (revisions.get(listing.listingId) ?? 0) + 1;
	if (count > revisionLimit) return false;
	revisions.set(listing.listingId, count);
	return true;
}

/** PUT /offer/{offerId}: replaces all but what makes it this offer; what is live must stay fit to be listed. */
export function updateOffer({ state, params, body }: EbayVisit): Answer {
	const { offers } = state.inventory;
	const known = offers.get(params.offerId);
	if (!known) return unknown(params.offerId);
	const { offerId, sku, marketplaceId, format, status, listing } = known;
	const isLive = status === 'PUBLISHED';
	const { listingStartDate, ...rest } = body;
	const kept: Fields = isLive || listingStartDate === undefined ? rest : body;
	const offer: EbayOffer = { ...kept, offerId, sku, marketplaceId, format, status, ...(listing ? { listing } : {}) };
	const problem = formatProblem(offer) ?? (isLive ? listingProblem(state, offer) : undefined);
	if (problem) return problem;
	if (isLive && !revise(state, offer)) return failed(400, 25019, { additionalInfo: 'The listing was revised as often as a day allows' });
	offers.set(offerId, offer);
	return isLive && listingStartDate !== undefined ? { status: 200, body: { offerId, warnings: [entryOf(25753)] } } : { status: 204 };
}

/** POST /offer/{offerId}/publish */
export function publishOffer({ state, params }: EbayVisit): Answer {
	const offer = state.inventory.offers.get(params.offerId);
	if (!offer) return unknown(params.offerId);
	if (offer.status === 'PUBLISHED') return failed(400, 25002, { additionalInfo: 'The offer is published already' });
	const problem = listingProblem(state, offer);
	if (problem) return problem;
	return { status: 200, body: { listingId: list(state, offer, serialOf(state, 110100000000)) } };
}

/** Makes an offer part of a live listing. */
export function list({ inventory: { revisions } }: EbayState, offer: EbayOffer, listingId: string): string {
	offer.status = 'PUBLISHED';
	offer.listing = { listingId, listingStatus: 'ACTIVE', soldQuantity: 0 };
	revisions.delete(listingId);
	return listingId;
}
