import type { Answer, Fields, Visit } from '../types';
import { failed } from './errors';
import type { EbayItem } from './inventorySeed';
import { linksOf, pageOf, recordsOn } from './pages';
import type { Paging } from './pages';
import type { EbayCaller, EbayState } from './state';

export type EbayVisit = Visit<EbayState, EbayCaller>;

export const LOCALES = [
	'de-AT', 'en-AU', 'fr-BE', 'nl-BE', 'en-CA', 'fr-CA', 'de-CH', 'de-DE', 'es-ES', 'fr-FR', 'en-GB', 'zh-HK', 'en-IE', 'it-IT', 'en-US', 'nl-NL', 'en-PH', 'pl-PL', 'zh-TW',
];

const TITLE = 80;
const SKU = 50;

/** A refusal when a language is not one of eBay's: of the answer where one is asked for, of the content where the operation needs it. */
function languageRefusal({ operation, headers }: EbayVisit): Answer | undefined {
	const accepted = headers['accept-language'];
	if (accepted !== undefined && !LOCALES.includes(accepted)) return failed(400, 25709, { fieldName: 'Accept-Language' });
	const isNeeded = operation.header?.['Content-Language']?.required;
	return isNeeded && !LOCALES.includes(headers['content-language'] ?? '') ? failed(400, 25709, { fieldName: 'Content-Language' }) : undefined;
}

/** Guards a rule of the Inventory API with what holds for all of them. */
export const inInventory =
	(rule: (visit: EbayVisit) => Answer) =>
	(visit: EbayVisit): Answer =>
		languageRefusal(visit) ?? rule(visit);

/** An answer with one page of records under a name. */
export function pagedAnswer({ state, operation, query }: EbayVisit, name: string, all: Fields[], paging: Paging): Answer {
	const page = pageOf(query, { ...paging, countsPages: state.inventory.offsetCounts === 'pages' });
	if ('wrong' in page) return failed(400, 25706, { additionalInfo: `${page.wrong} must be ${page.wrong === 'limit' ? `1 to ${paging.max}` : '0 or more'}` });
	const { limit } = page;
	const size = Math.ceil(all.length / limit);
	return { status: 200, body: { total: all.length, size, ...linksOf(page, all.length, operation.path, query), limit, [name]: recordsOn(page, all) } };
}

/** GET /inventory_item */
export const getInventoryItems = (visit: EbayVisit): Answer =>
	pagedAnswer(visit, 'inventoryItems', [...visit.state.inventory.items.values()], { standard: 25, max: 200 });

/** GET /inventory_item/{sku} */
export function getInventoryItem({ state, params }: EbayVisit): Answer {
	const item = state.inventory.items.get(params.sku);
	return item ? { status: 200, body: item } : failed(404, 25710);
}

/** What is wrong with an item that is to be written. */
export function itemRefusal(sku: string, { product, availability }: Partial<EbayItem>): Answer | undefined {
	const { title, aspects = {}, imageUrls = [] } = (product ?? {}) as { title?: string; aspects?: Fields; imageUrls?: string[] };
	if (sku.length > SKU) return failed(400, 25707);
	if (title !== undefined && title.length > TITLE) return failed(400, 25709, { fieldName: 'product.title', additionalInfo: `at most ${TITLE} characters` });
	const odd = Object.entries(aspects).find(([, values]) => !Array.isArray(values) || values.some((value) => typeof value !== 'string'));
	if (odd) return failed(400, 2004, {}, `product.aspects.${odd[0]} must be a list of texts`);
	const picture = imageUrls.find((url) => !url.startsWith('https://'));
	if (picture) return failed(400, 25015, { additionalInfo: picture });
	const { quantity = 0 } = availability?.shipToLocationAvailability ?? {};
	return quantity < 0 ? failed(400, 25709, { fieldName: 'availability.shipToLocationAvailability.quantity' }) : undefined;
}

/** Puts an item in the place of the one before; tells by its status whether there was one. */
export function writeItem({ inventory: { items } }: EbayState, item: EbayItem): number {
	const status = items.has(item.sku) ? 204 : 201;
	items.set(item.sku, item);
	return status;
}

/** PUT /inventory_item/{sku}: what is not in the body is gone afterwards. */
export function createOrReplaceInventoryItem({ state, params, headers, body }: EbayVisit): Answer {
	const { sku } = params;
	const refusal = itemRefusal(sku, body);
	if (refusal) return refusal;
	return { status: writeItem(state, { ...body, sku, locale: (headers['content-language'] ?? '').replace('-', '_') }) };
}

/** DELETE /inventory_item/{sku}: its offers and listings go with it. */
export function deleteInventoryItem({ state, params }: EbayVisit): Answer {
	const { items, offers, compatibilities } = state.inventory;
	if (!items.delete(params.sku)) return failed(404, 25710);
	compatibilities.delete(params.sku);
	for (const [offerId, { sku }] of offers) if (sku === params.sku) offers.delete(offerId);
	return { status: 204 };
}
