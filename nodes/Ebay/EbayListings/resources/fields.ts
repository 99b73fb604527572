import { toText } from '../../../../engine/checks';
import { locator, path, text } from '../../../../engine/fields';
import { FieldProblem } from '../../../../engine/problem';
import type { Field, List, Picker } from '../../../../engine/types';
import { labelOf } from '../../fields';
import { chosenSite } from '../../marketplaces';

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

export const locations: List = { items: 'locations', id: ['merchantLocationKey'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 100, total: 'total', next: 'next', link: 'offset', even: true } };

const locationPicker: Picker = {
	name: 'searchLocations', route: 'GET /sell/inventory/v1/location', tokens: ['user'], list: locations,
	label: ({ merchantLocationKey: key, name, merchantLocationStatus: status }) => labelOf(key, name, status), value: ['merchantLocationKey'],
};

export const locationLocator = (words: { required?: boolean; description?: string } = {}) => locator({ label: 'Location', description: 'Your own name of the location', picker: locationPicker, placeholder: 'e.g. warehouse-1', ...words });

/** The SKU of something new, or of a row of a sheet. */
export const skuText = (description?: string) => text({ label: 'SKU', required: true, placeholder: 'e.g. LAMP-01', description, check: (value) => void toSku(value) });

export const groupKey = () => text({ label: 'Item Group Key', required: true, max: 50, placeholder: 'e.g. SHIRTS-2026', description: 'Your own name of the group of variations' });

/** The business policies that every listing names, by the word that eBay has for each. */
export const POLICIES = { fulfillment: 'Fulfillment', payment: 'Payment', return: 'Return' } as const;
export type PolicyKind = keyof typeof POLICIES;

export const policyRoute = (kind: PolicyKind) => `GET /sell/account/v1/${kind}_policy`;

const policyPicker = (kind: PolicyKind): Picker => ({
	name: `search${POLICIES[kind]}Policies`, route: policyRoute(kind), tokens: ['user'], list: { items: `${kind}Policies`, id: [`${kind}PolicyId`] },
	looksAt: ['marketplace'], query: (credentials, chosen) => ({ marketplace_id: chosenSite(credentials, chosen) }),
	label: ({ name, description }) => labelOf(name, description), value: [`${kind}PolicyId`],
});
const policyPickers = { fulfillment: policyPicker('fulfillment'), payment: policyPicker('payment'), return: policyPicker('return') };

/** A business policy of the marketplace that is chosen. */
export const policyLocator = (kind: PolicyKind, description: string): Field<string> =>
	locator({ label: `${POLICIES[kind]} Policy`, description, required: false, picker: policyPickers[kind], placeholder: 'e.g. 5000000001' });
