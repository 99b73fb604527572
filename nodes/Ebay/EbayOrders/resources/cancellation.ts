import { repeated } from '../../../../engine/composites';
import { body, boolean, collection, integer, locator, option, path, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Picker, Simplify, Verify } from '../../../../engine/types';
import { labelOf, orderLocator } from '../../fields';
import { about, fieldGroups, listOf, moment, more, opened, postOrder, refusals, role, says } from './postOrder';

const list = listOf('cancellations', 'cancelId');

const picker: Picker = {
	name: 'searchCancellations', route: 'GET /post-order/v2/cancellation/search', ...postOrder, list,
	label: ({ cancelId, legacyOrderId, cancelStatus }) => labelOf(cancelId, legacyOrderId, cancelStatus), value: ['cancelId'],
};

const theCancellation = () => path('cancelId', locator({ label: 'Cancellation', description: 'The cancellation to work on', picker, placeholder: 'e.g. 5000012345' }));

const REASONS = {
	ADDRESS_ISSUES: 'Problem with the Address', BUYER_ASKED_CANCEL: 'Buyer Asked for It', ORDER_UNPAID: 'Order Is Not Paid', OUT_OF_STOCK_OR_CANNOT_FULFILL: 'Out of Stock',
	FOUND_CHEAPER_PRICE: 'Buyer: Found Cheaper', ORDER_MISTAKE: 'Buyer: Ordered by Mistake', WONT_ARRIVE_IN_TIME: 'Buyer: Will Not Arrive in Time', OTHER: 'Other',
};

/** Members by name, below the one that a single record stands in. */
const simplified = (below = ''): Simplify => Object.fromEntries(Object.entries({
	cancelId: 'cancelId', orderId: 'legacyOrderId', status: 'cancelStatus', state: 'cancelState', reason: 'cancelReason', requestor: 'requestorType', requested: 'cancelRequestDate.value',
	respondBy: 'sellerResponseDueDate.value', closed: 'cancelCloseDate.value', refund: 'requestRefundAmount', buyer: 'buyerLoginName', lineItems: 'lineItems',
}).map(([name, at]) => [name, `${below}${at}`]));

/** Only a status that is known tells; others may come to be. */
const isRejected: Verify = {
	route: 'GET /post-order/v2/cancellation/{cancellation}',
	holds: (answer) => (says(answer, 'cancelStatus', 'CANCEL_REJECTED') ? true : says(answer, 'cancelStatus', 'CANCEL_REQUESTED') ? false : undefined),
};

const orderToCancel = () => body('legacyOrderId', orderLocator());

export const cancellation = resource('Cancellation', 'cancellation', [
	op({
		value: 'approve', name: 'Approve', action: 'Approve cancellation', description: 'Agree to what a buyer has asked for: the order is cancelled and the money goes back. Sent once only, never again.',
		route: 'POST /post-order/v2/cancellation/{cancellation}/approve', ...postOrder,
		effect: 'update', repeat: 'never', sign: true, lane: ['cancellation'],
		fields: { cancellation: theCancellation() }, echo: ({ cancellation: cancelId }) => ({ success: true, cancelId }), meanings: refusals('cancellation'),
	}),
	op({
		value: 'checkEligibility', name: 'Check Eligibility', action: 'Check eligibility of order for cancellation', description: 'Ask whether an order can still be cancelled, for which reasons, and if not, why',
		route: 'POST /post-order/v2/cancellation/check_eligibility', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { order: orderToCancel() }, meanings: refusals('order'),
	}),
	op({
		value: 'create', name: 'Create', action: 'Create cancellation', description: 'Cancel a whole order as its seller, with a refund where it is paid; sent once only. An answer without a cancellation ID says that the order cannot be cancelled.',
		route: 'POST /post-order/v2/cancellation', ...postOrder,
		effect: 'create', repeat: 'never', sign: true, lane: ['order'], warnings: true,
		fields: {
			order: orderToCancel(),
			reason: body('cancelReason', option({ label: 'Reason', description: 'Out of stock counts against the seller', options: REASONS, default: 'BUYER_ASKED_CANCEL', open: true, required: true })),
			additionalFields: more({
				buyerPaid: body('buyerPaid', boolean({ label: 'Buyer Paid', description: 'Whether the money has arrived, where eBay does not handle the payment' })),
				buyerPaidDate: moment('buyerPaidDate', { label: 'Buyer Paid On', description: 'Since when the money is there' }),
				relist: body('relistLineItem', repeated({ label: 'Relist Lines', add: 'Add Line', entry: 'Line', description: 'What is offered again afterwards' }, {
					item: body('itemId', integer({ label: 'Item ID', required: true })), transaction: body('transactionId', integer({ label: 'Transaction ID', required: true })), quantity: body('quantity', integer({ label: 'Quantity', min: 1, default: 1 })),
				})),
			}),
		},
		meanings: refusals('order'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get cancellation', description: 'Retrieve a cancellation with what has been done about it',
		route: 'GET /post-order/v2/cancellation/{cancellation}', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { cancellation: theCancellation(), additionalFields: more({ fieldGroups: fieldGroups() }) }, simplify: simplified('cancelDetail.'), meanings: refusals('cancellation'),
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many cancellations', description: 'Search the cancellations that buyers have asked for or the seller has started',
		route: 'GET /post-order/v2/cancellation/search', ...postOrder,
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				cancelId: query('cancel_id', text({ label: 'Cancellation ID', placeholder: 'e.g. 5000012345' })), ...opened('creation_date_range'), ...about('legacy_order_id'), role: role(),
			}),
		},
		list, simplify: simplified(), meanings: refusals('cancellation'),
	}),
	op({
		value: 'reject', name: 'Reject', action: 'Reject cancellation', description: 'Refuse what a buyer has asked for, as the order is on its way',
		route: 'POST /post-order/v2/cancellation/{cancellation}/reject', ...postOrder,
		effect: 'update', repeat: { verify: isRejected }, lane: ['cancellation'],
		fields: {
			cancellation: theCancellation(),
			trackingNumber: body('trackingNumber', text({ label: 'Tracking Number', placeholder: 'e.g. 1Z999AA10123456784', description: 'Shows the buyer that the parcel is on its way' })),
			shippedDate: moment('shipmentDate', { label: 'Shipped', description: 'When the parcel was handed over' }),
		},
		echo: ({ cancellation: cancelId }) => ({ success: true, cancelId }), meanings: refusals('cancellation'),
	}),
]);
