import type { Answer, Fields } from '../types';
import { MOST, wrong } from './bulk';
import type { Outcome } from './bulk';
import { entryOf, failed } from './errors';
import { itemRefusal, LOCALES, writeItem } from './inventory';
import type { EbayVisit } from './inventory';
import type { EbayItem } from './inventorySeed';
import { publishOffer } from './offers';
import { makeOffer } from './offerWrites';
import type { EbayState } from './state';

/** What a single call would have answered, as the result of an element. */
export const asElement = (names: Fields, { status, body }: Answer): Outcome => ({ ...names, ...(body as Fields | undefined), statusCode: status });

/** The elements of a call, or its refusal: at most 25, each named once. */
function elementsOf({ body }: EbayVisit, tooMany: number, twice: number, nameOf: (entry: Fields) => string): Fields[] | Answer {
	const requests = body.requests as Fields[];
	if (!requests.length) return failed(400, 25709, { fieldName: 'requests' });
	if (requests.length > MOST) return failed(400, tooMany, { additionalInfo: String(MOST) });
	return new Set(requests.map(nameOf)).size < requests.length ? failed(400, twice) : requests;
}

const answerOf = (responses: Outcome[]): Answer => ({ status: responses.every(({ statusCode }) => statusCode < 300) ? 200 : 207, body: { responses } });

const skuOf = ({ sku }: Fields) => String(sku);

function writeOne(state: EbayState, entry: Fields): Outcome {
	const { sku, locale } = entry as EbayItem;
	if (!LOCALES.includes(locale.replace('_', '-'))) return wrong({ sku, locale }, 400, 25709, { fieldName: 'locale' });
	const refusal = itemRefusal(sku, entry);
	return asElement({ sku, locale }, refusal ?? { status: writeItem(state, entry as EbayItem) === 201 ? 201 : 200 });
}

/** POST /bulk_create_or_replace_inventory_item */
export function bulkCreateOrReplaceInventoryItem(visit: EbayVisit): Answer {
	const entries = elementsOf(visit, 25727, 25728, skuOf);
	return Array.isArray(entries) ? answerOf(entries.map((entry) => writeOne(visit.state, entry))) : entries;
}

/** POST /bulk_get_inventory_item */
export function bulkGetInventoryItem(visit: EbayVisit): Answer {
	const entries = elementsOf(visit, 25727, 25734, skuOf);
	if (!Array.isArray(entries)) return entries;
	const { items } = visit.state.inventory;
	return answerOf(entries.map(({ sku }): Outcome => {
		const inventoryItem = items.get(String(sku));
		return inventoryItem ? { sku, inventoryItem, statusCode: 200 } : { sku, statusCode: 404, errors: [entryOf(25702, { skuValue: String(sku) })] };
	}));
}

/** POST /bulk_create_offer */
export function bulkCreateOffer(visit: EbayVisit): Answer {
	const entries = elementsOf(visit, 25730, 25729, ({ sku, marketplaceId, format }) => JSON.stringify([sku, marketplaceId, format]));
	if (!Array.isArray(entries)) return entries;
	return answerOf(entries.map((entry) => {
		const { sku, marketplaceId, format } = entry;
		return asElement({ sku, marketplaceId, format }, makeOffer(visit.state, entry, 25729));
	}));
}

/** POST /bulk_publish_offer */
export function bulkPublishOffer(visit: EbayVisit): Answer {
	const entries = elementsOf(visit, 25730, 25731, ({ offerId }) => String(offerId));
	if (!Array.isArray(entries)) return entries;
	const { inventory: { groups, offers } } = visit.state;
	const isGrouped = (offerId: string) => [...groups.values()].some(({ variantSKUs }) => variantSKUs.includes(offers.get(offerId)?.sku ?? ''));
	return answerOf(entries.map(({ offerId }) =>
		isGrouped(String(offerId)) ? wrong({ offerId }, 400, 25732, {}) : asElement({ offerId }, publishOffer({ ...visit, params: { offerId: String(offerId) } }))));
}
