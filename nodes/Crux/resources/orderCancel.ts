import { forList, required } from '../../../engine/fields';
import { op } from '../../../engine/rows';
import { lineItemLocator, needs, orderInBody, orderLocator } from './fields';

const lineOf = (what: string) => ({ order: forList(orderLocator('Only fills the list of lines below; not needed when you give the line by ID')), lineItem: lineItemLocator(what) });

const ASKED = { status: 'cancellation_requested' };
const noRequest = 'There is no request to decide: nothing was asked, it is decided already, or the UUID is unknown.';
const orderMeanings = { ...needs('cancel_order', 'supplier'), 404: 'No order with this UUID was found.', 422: noRequest };
const lineMeanings = { ...needs('cancel_order', 'supplier'), 404: 'No order line with this UUID was found.', 422: noRequest };

/** A retailer asks, the supplier decides; nothing shows that something is asked. */
export const cancelRows = [
	op({
		value: 'cancel', name: 'Cancel', action: 'Request cancellation of order',
		description: 'Ask the suppliers to cancel a whole order; it is not cancelled until they agree',
		route: 'PATCH /orders/cancel/',
		effect: 'update', repeat: 'absolute', lane: ['order'],
		fields: { order: required(orderInBody('The order that is not wanted any more')) },
		echo: ({ order: id }) => ({ success: true, order_uuid: id }), always: ASKED,
		meanings: {
			...needs('cancel_order', 'retailer'), 404: 'The address was not found. Check API Version.',
			422: 'This order cannot be cancelled: its lines are shipped, cancelled or asked to be, or its UUID is unknown.',
		},
	}),
	op({
		value: 'cancelItem', name: 'Cancel Item', action: 'Request cancellation of order line',
		description: 'Ask the supplier to cancel one line of an order; the line is not cancelled until the supplier agrees',
		route: 'DELETE /orders/items/cancel/{lineItem}/',
		effect: 'delete', repeat: 'absolute', lane: ['lineItem'],
		fields: lineOf('The order line to cancel, by its own UUID (not the UUID of the item sold)'),
		echo: ({ lineItem }) => ({ success: true, order_item_uuid: lineItem }), always: ASKED,
		meanings: {
			...needs('cancel_order', 'retailer'),
			404: 'The address was not found. Check API Version and the UUID of the line.',
			422: 'This line cannot be cancelled: it is already shipped, already cancelled or asked to be, or its UUID is unknown.',
		},
	}),
	op({
		value: 'confirmCancellation', name: 'Confirm Cancellation', action: 'Confirm cancellation of order', description: 'Agree to cancel a whole order that its retailer does not want any more',
		route: 'PATCH /orders/cancel/{order}/confirm/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['order'],
		fields: { order: orderLocator('The order that the retailer has asked to cancel') },
		echo: ({ order: id }) => ({ success: true, order_uuid: id, status: 'cancellation_confirmed' }), meanings: orderMeanings,
	}),
	op({
		value: 'confirmItemCancellation', name: 'Confirm Item Cancellation', action: 'Confirm cancellation of order line', description: 'Agree to cancel one line of an order',
		route: 'PATCH /orders/items/cancel/{lineItem}/confirm/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['lineItem'],
		fields: lineOf('The order line that the retailer has asked to cancel'),
		echo: ({ lineItem }) => ({ success: true, order_item_uuid: lineItem, status: 'cancellation_confirmed' }), meanings: lineMeanings,
	}),
	op({
		value: 'rejectCancellation', name: 'Reject Cancellation', action: 'Reject cancellation of order', description: 'Refuse to cancel a whole order, because it is on its way for example',
		route: 'PATCH /orders/cancel/{order}/reject/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['order'],
		fields: { order: orderLocator('The order that the retailer has asked to cancel') },
		echo: ({ order: id }) => ({ success: true, order_uuid: id, status: 'cancellation_rejected' }), meanings: orderMeanings,
	}),
	op({
		value: 'rejectItemCancellation', name: 'Reject Item Cancellation', action: 'Reject cancellation of order line', description: 'Refuse to cancel one line of an order',
		route: 'PATCH /orders/items/cancel/{lineItem}/reject/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['lineItem'],
		fields: lineOf('The order line that the retailer has asked to cancel'),
		echo: ({ lineItem }) => ({ success: true, order_item_uuid: lineItem, status: 'cancellation_rejected' }), meanings: lineMeanings,
	}),
];
