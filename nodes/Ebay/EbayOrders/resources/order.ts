import { choice, filterText, from, repeated, to } from '../../../../engine/composites';
import { currency } from '../../../../engine/codes';
import { body, collection, dateTime, flag, multiOption, option, path, query, text, texts } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { lineItemLocator, orderLocator, price } from '../../fields';
import { refundCodes, searchCodes, singleCodes } from './orderMeanings';
import { ofMany, ofOne } from './orderRows';

const isoDate = (utc: Date): string => utc.toISOString();

const taxes = () => query('fieldGroups', flag('TAX_BREAKDOWN', { label: 'Tax Breakdown', description: 'Whether to show the taxes of each line one by one' }));

const simplify = {
	orderId: 'orderId', creationDate: 'creationDate', lastModifiedDate: 'lastModifiedDate', fulfillmentStatus: 'orderFulfillmentStatus', paymentStatus: 'orderPaymentStatus', cancelState: 'cancelStatus.cancelState', buyer: 'buyer.username',
	total: 'pricingSummary.total', lineItems: { from: 'lineItems', each: { lineItemId: 'lineItemId', sku: 'sku', title: 'title', quantity: 'quantity', cost: 'lineItemCost', legacyItemId: 'legacyItemId' } },
};

const filters = filterText({ label: 'Filters', add: 'Add Filter', description: 'Without a date, eBay gives the orders of the last 90 days; with dates of creation and of change, it counts those of creation only', own: text({ label: 'Filter Text', placeholder: 'e.g. orderfulfillmentstatus:{NOT_STARTED}', description: "In eBay's own grammar, added to the others" }) }, {
	createdAfter: from('creationdate', dateTime({ label: 'Created After', description: "A time without a zone is read in the workflow's zone", write: isoDate })),
	createdBefore: to('creationdate', dateTime({ label: 'Created Before', description: 'A time without a zone is read in the zone of the workflow', write: isoDate })),
	modifiedAfter: from('lastmodifieddate', dateTime({ label: 'Modified After', description: 'Orders that have changed since then', write: isoDate })),
	modifiedBefore: to('lastmodifieddate', dateTime({ label: 'Modified Before', description: 'Orders that have not changed since then', write: isoDate })),
	fulfillment: choice('orderfulfillmentstatus', multiOption({ label: 'Fulfillment Status', description: 'How much of the order is shipped', options: { NOT_STARTED: 'Not Started', IN_PROGRESS: 'In Progress', FULFILLED: 'Fulfilled' } })),
});

const REASONS = {
	BUYER_CANCEL: 'Buyer Canceled', BUYER_RETURN: 'Buyer Returned', ITEM_NOT_AS_DESCRIBED: 'Item Not as Described', ITEM_NOT_RECEIVED: 'Item Not Received',
	OTHER_ADJUSTMENT: 'Other Adjustment', SELLER_CANCEL: 'Seller Canceled', SHIPPING_DISCOUNT: 'Shipping Discount',
};

const refundItems = body('refundItems', repeated({ label: 'Refund per Line', add: 'Add Line', entry: 'Line', description: 'For some lines; for the whole order give Refund of Order instead' }, {
	lineItem: body('lineItemId', lineItemLocator({ required: false, description: 'The line that money is given back for' })),
	amount: body('refundAmount', price({ label: 'Refund of Line', required: true })),
	legacyItem: body('legacyReference.legacyItemId', text({ label: 'Legacy Item ID', description: 'Instead of the line item ID' })),
	legacyTransaction: body('legacyReference.legacyTransactionId', text({ label: 'Legacy Transaction ID', description: 'With the legacy item ID' })),
}));

export const order = resource('Order', 'order', [
	op({
		value: 'get', name: 'Get', action: 'Get order', description: 'Retrieve an order with its lines, amounts and addresses',
		route: 'GET /sell/fulfillment/v1/order/{order}', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: { order: path('orderId', orderLocator()), taxBreakdown: taxes() }, simplify, outputs: ofOne, meanings: singleCodes,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many orders', description: 'Search the orders of the last two years by dates and status',
		route: 'GET /sell/fulfillment/v1/order', tokens: ['user'],
		effect: 'read', repeat: 'absolute', warnings: true,
		fields: {
			filters: query('filter', filters),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				orderIds: query('orderIds', texts({ label: 'Order IDs', placeholder: 'e.g. 27-11111-22222', max: 50, join: ',', description: 'Up to 50, separated by commas; filters do not count then' })),
				taxBreakdown: taxes(),
			}),
		},
		list: { items: 'orders', id: ['orderId'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 200, total: 'total', even: true } }, simplify, outputs: ofMany, meanings: searchCodes,
	}),
	op({
		value: 'issueRefund', name: 'Issue Refund', action: 'Issue refund for order', description: 'Give money back for a whole order or for some of its lines; sent once only, never again',
		route: 'POST /sell/fulfillment/v1/order/{order}/issue_refund', tokens: ['user'],
		effect: 'create', repeat: 'never', sign: true, lane: ['order'],
		fields: {
			order: path('order_id', orderLocator()),
			reason: body('reasonForRefund', option({ label: 'Reason', required: true, description: 'What the buyer is told', options: REASONS, open: true })),
			currency: currency({ label: 'Currency', description: 'Of the amounts; without it, that of the marketplace in the credential' }),
			amount: body('orderLevelRefundAmount', price({ label: 'Refund of Order', description: 'For the whole order' })),
			refundItems,
			comment: body('comment', text({ label: 'Comment', max: 100, rows: 2, description: 'A note to the buyer' })),
		},
		oneOf: ['amount', 'refundItems'], meanings: refundCodes,
	}),
]);
