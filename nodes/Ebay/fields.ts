import { money } from '../../engine/composites';
import { header, locator, option } from '../../engine/fields';
import type { Words } from '../../engine/fields';
import { textOf } from '../../engine/json';
import type { Field, Picker, Reading } from '../../engine/types';
import { currencyOf, locales, localeOf, marketplaces } from './marketplaces';

export const marketplace = () => header('X-EBAY-C-MARKETPLACE-ID', option({
	label: 'Marketplace', description: 'The eBay site to work on', options: { '': ['As in Credential', 'The marketplace that stands in the credential'], ...marketplaces },
}));

const marketplaceIn = ({ values, credentials }: Reading): unknown => values.marketplace ?? credentials.marketplace;

/** A price in the currency of the marketplace, or in the one that a field `currency` names. */
export const price = (words: Words): Field<{ value: string; currency: string }> => ({
	...money({ ...words, currency: (reading) => String(reading.values.currency ?? currencyOf(marketplaceIn(reading))) }), looksAt: ['currency', 'marketplace'],
});

/** The language in which a record is written; every record of the Inventory API has one. */
export function contentLanguage(): Field<string> {
	const made = option({ label: 'Content Language', description: 'Language of the texts given here', options: { marketplace: ['Of the Marketplace', 'The usual language of the marketplace in the credential'], ...locales } });
	return header('Content-Language', {
		...made,
		required: true,
		read: (raw, reading) => {
			const chosen = made.read(raw, reading);
			return chosen && chosen !== 'marketplace' ? chosen : localeOf(reading.credentials.marketplace);
		},
	});
}

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
