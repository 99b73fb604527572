import type { TriggerEvent, Window } from '../../../engine/events';
import { rowOf } from '../../../engine/rows';
import { event } from '../../../engine/triggerTable';
import { cancellation } from '../EbayOrders/resources/cancellation';
import { inquiry } from '../EbayOrders/resources/inquiry';
import { order } from '../EbayOrders/resources/order';
import { paymentDispute } from '../EbayOrders/resources/paymentDispute';
import { returns } from '../EbayOrders/resources/return';

const NARROW = 'Lower Look Back (Days).';

const ofOrders = { reads: rowOf(order, 'getAll'), fields: {}, narrow: NARROW };
const created = (days: number): Window => ({ by: 'lookBack', days, time: 'creationDate', in: 'query', write: (from) => ({ filter: `creationdate:[${from.toISOString()}..]` }) });
/** eBay asks for two minutes, as an order can be found a moment after it has changed. */
const modified: Window = { by: 'newest', overlap: 10, time: 'lastModifiedDate', in: 'query', write: (from) => ({ filter: `lastmodifieddate:[${from.toISOString()}..]` }) };
/** What buyers and sellers ask of each other; disputes are searched for ninety days at most. */
const opened = (name: string, time: string, more: Record<string, string> = {}): Window => ({ by: 'lookBack', days: 30, time, in: 'query', write: (from) => ({ [name]: from.toISOString(), ...more }) });

export const events: TriggerEvent[] = [
	event({
		...ofOrders, value: 'newOrder', name: 'New Order', description: 'A buyer has placed an order, paid or not', key: ['orderId'], time: 'creationDate', window: created(2),
	}),
	event({
		...ofOrders, value: 'orderPaid', name: 'Order Paid', description: 'An order is paid and can be shipped', key: ['orderId'], time: 'creationDate', window: created(7),
		only: ({ orderPaymentStatus: status }) => status === 'PAID',
	}),
	event({
		...ofOrders, value: 'orderChanged', name: 'Order Changed', description: 'An order is new, or something in it has changed, however old it is', key: ['orderId', 'lastModifiedDate'], time: 'lastModifiedDate', window: modified,
	}),
	event({
		reads: rowOf(cancellation, 'getAll'), fields: {}, narrow: NARROW, value: 'cancellationRequested', name: 'Cancellation Requested', description: 'A buyer wants an order to be cancelled',
		key: ['cancelId'], time: 'cancelRequestDate.value', window: opened('creation_date_range_from', 'cancelRequestDate.value', { role: 'SELLER' }), only: ({ requestorType: by }) => by !== 'SELLER',
	}),
	event({
		reads: rowOf(returns, 'getAll'), fields: {}, narrow: NARROW, value: 'newReturn', name: 'New Return', description: 'A buyer wants to send something back',
		key: ['returnId'], time: 'creationInfo.creationDate.value', window: opened('creation_date_range_from', 'creationInfo.creationDate.value', { role: 'SELLER' }),
	}),
	event({
		reads: rowOf(inquiry, 'getAll'), fields: {}, narrow: NARROW, value: 'newInquiry', name: 'New Inquiry', description: 'A buyer has not received a parcel',
		key: ['inquiryId'], time: 'creationDate.value', window: opened('inquiry_creation_date_range_from', 'creationDate.value'),
	}),
	event({
		reads: rowOf(paymentDispute, 'getAll'), fields: {}, narrow: NARROW, value: 'newDispute', name: 'New Dispute', description: 'A buyer has disputed a payment with the bank or PayPal',
		key: ['paymentDisputeId'], time: 'openDate', window: opened('open_date_from', 'openDate'),
	}),
];
