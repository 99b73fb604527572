import { isBlank } from '../../engine/checks';
import { money } from '../../engine/composites';
import { body, header, locator, option, query } from '../../engine/fields';
import type { Words } from '../../engine/fields';
import { textOf } from '../../engine/json';
import type { Field, Picker, Reading } from '../../engine/types';
import { currencyOf, languageOf, localeOf, locales, marketplaces, offerSite, siteOf } from './marketplaces';

/** A choice of a site, which takes what an offer says of its own, too. */
const site = <T extends string | null>(made: Field<T>): Field<T> => ({ ...made, read: (raw, reading) => made.read(isBlank(raw) ? raw : siteOf(raw), reading) });

export const marketplace = () => header('X-EBAY-C-MARKETPLACE-ID', site(option({
	label: 'Marketplace', description: 'The eBay site to work on', options: { '': ['As in Credential', 'The marketplace that stands in the credential'], ...marketplaces },
})));

const marketplaceIn = ({ values, credentials }: Reading): string => siteOf(values.marketplace ?? credentials.marketplace);

/** A price in the currency of the marketplace, or in the one that a field `currency` names. */
export const price = (words: Words): Field<{ value: string; currency: string }> => ({
	...money({ ...words, currency: (reading) => String(reading.values.currency ?? currencyOf(marketplaceIn(reading))) }), looksAt: ['currency', 'marketplace'],
});

/** A choice that always says something: its first option stands for a usual value. */
export function usually(made: Field<string | null>, looksAt: readonly string[], usual: (reading: Reading) => string): Field<string> {
	const [first] = made.control.options as Array<{ value: string }>;
	const word = made.control.default ?? first.value;
	const read = (raw: unknown, reading: Reading) => {
		const chosen = made.read(raw, reading) ?? word;
		return chosen === word ? usual(reading) : String(chosen);
	};
	return { ...made, required: true, looksAt, read };
}

/** A site that is sent as offers name it. */
const asOffers = <T extends string | null>(made: Field<T>): Field<T> => ({
	...made,
	read: (raw, reading) => {
		const chosen = made.read(raw, reading);
		return (isBlank(chosen) ? chosen : offerSite(chosen)) as T;
	},
});

/** The site that a record belongs to, where the record itself names it. */
export const marketplaceId = () => body('marketplaceId', asOffers(usually(
	site(option({ label: 'Marketplace', description: 'The eBay site to sell on', options: { credential: ['As in Credential', 'The marketplace that stands in the credential'], ...marketplaces } })), [], ({ credentials }) => siteOf(credentials.marketplace),
)));

/** Offers of one site only. */
export const marketplaceOfOffers = () => query('marketplace_id', asOffers(site(option({ label: 'Marketplace', description: 'Only the offer of this site', options: marketplaces }))));

/** The language in which a record is written; every record of the Inventory API has one. */
export const contentLanguage = () => header('Content-Language', usually(
	option({ label: 'Content Language', description: 'Language of the texts given here', options: { marketplace: ['Of the Marketplace', "That of the credential on its own marketplace, else the marketplace's usual one"], ...locales } }), ['marketplace'],
	(reading) => (marketplaceIn(reading) === siteOf(reading.credentials.marketplace) ? languageOf(reading.credentials) : localeOf(marketplaceIn(reading))),
));

/** The parts of a record that are there, in a line. */
export const labelOf = (...parts: unknown[]): string => parts.map(textOf).filter(Boolean).join(' – ') || 'Untitled';

export const orderPicker: Picker = {
	name: 'searchOrders', route: 'GET /sell/fulfillment/v1/order', tokens: ['user'],
	list: { items: 'orders', id: ['orderId'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 200, total: 'total' } },
	label: ({ orderId, creationDate, orderFulfillmentStatus: status }) => labelOf(orderId, typeof creationDate === 'string' ? creationDate.slice(0, 10) : undefined, status),
	value: ['orderId'],
};

const lineItemPicker: Picker = {
	name: 'searchLineItems', route: 'GET /sell/fulfillment/v1/order/{order}', tokens: ['user'], list: { items: 'lineItems', id: ['lineItemId'] },
	label: ({ title, sku, quantity }) => labelOf(title, sku, quantity && `${textOf(quantity)} pcs`), value: ['lineItemId'], parent: { parameter: 'order', label: 'Order', thing: 'order' },
};

/** A line of the order that is chosen above. */
export const lineItemLocator = (words: { required?: boolean; description?: string } = {}) =>
	locator({ label: 'Line Item', description: 'One of the lines of the order', placeholder: 'e.g. 10030000000001', required: true, ...words, picker: lineItemPicker });

export const orderLocator = () => locator({
	label: 'Order', description: 'The order to work on', picker: orderPicker, placeholder: 'e.g. 27-11111-22222',
	url: { find: '[?&]orderid=([0-9-]+)', example: 'e.g. https://www.ebay.com/mesh/ord/details?orderid=27-11111-22222' },
});
