import { toText } from '../../../../engine/checks';
import { locator, path } from '../../../../engine/fields';
import { FieldProblem } from '../../../../engine/problem';
import type { List, Picker } from '../../../../engine/types';
import { labelOf } from '../../fields';

/** The host of pictures and videos. */
export const MEDIA_HOST = 'apim.ebay.com';

/** A page of eBay's calls the offset a page number, its answers lead on by records: so the one in the answer's link is taken. */
export const inventoryItems: List = { items: 'inventoryItems', id: ['sku'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 200, total: 'total', next: 'next', link: 'offset', even: true } };

export const offers: List = { items: 'offers', id: ['offerId'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 100, total: 'total', next: 'next', link: 'offset', even: true } };

/** A seller's own number, which may hold spaces and slashes; codes in front of others are kept. */
export function toSku(raw: unknown): string {
	const sku = toText(raw);
	if (sku.length > 50) throw new FieldProblem(`is too long for a SKU: ${sku.length} of at most 50 characters`);
	return sku;
}

const skuPicker: Picker = {
	name: 'searchInventoryItems', route: 'GET /sell/inventory/v1/inventory_item', tokens: ['user'], list: inventoryItems,
	label: ({ sku, product }) => labelOf(sku, (product as { title?: string } | undefined)?.title), value: ['sku'],
};

export const skuLocator = () => locator({ label: 'SKU', description: "The seller's own number of the inventory item", picker: skuPicker, placeholder: 'e.g. LAMP-01', check: toSku });

const offerPicker: Picker = {
	name: 'searchOffers', route: 'GET /sell/inventory/v1/offer?sku={skuOfOffer}', tokens: ['user'], list: offers,
	label: ({ offerId, marketplaceId, status }) => labelOf(offerId, marketplaceId, status), value: ['offerId'],
	parent: { parameter: 'skuOfOffer', label: 'SKU', thing: 'inventory item' },
};

export const offerLocator = () => path('offerId', locator({ label: 'Offer', description: 'The offer to work on', picker: offerPicker, placeholder: 'e.g. 36445435465' }));
