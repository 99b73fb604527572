import { ITEMS, skuOf } from './inventorySeed';

export interface EbayLine {
	lineItemId: string;
	legacyItemId: string;
	legacyTransactionId: string;
	sku: string;
	title: string;
	cents: number;
	quantity: number;
	shipped: number;
	refundedCents: number;
}

export interface EbayFulfillment {
	fulfillmentId: string;
	trackingNumber?: string;
	carrier?: string;
	shippedAt: string;
	lines: Array<{ lineItemId: string; quantity: number }>;
}

export interface EbayRefund {
	refundId: string;
	cents: number;
	at: number;
	reason: string;
}

export type CancelStatus = 'CANCEL_REQUESTED' | 'CANCEL_CLOSED_WITH_REFUND' | 'CANCEL_CLOSED_NO_REFUND' | 'CANCEL_REJECTED';

export interface EbayCancellation {
	cancelId: string;
	orderId: string;
	requestor: 'BUYER' | 'SELLER';
	reason: string;
	status: CancelStatus;
	requestedAt: number;
	closedAt?: number;
	shippedAt?: string;
	trackingNumber?: string;
}

export interface EbayOrder {
	orderId: string;
	createdAt: number;
	modifiedAt: number;
	buyer: string;
	lines: EbayLine[];
	shippingCents: number;
	fulfillments: EbayFulfillment[];
	refunds: EbayRefund[];
	/** The last wish to cancel it, and what became of it. */
	cancellation?: EbayCancellation;
}

export const ORDERS = 120;
export const DAY = 86_400_000;
const SPAN = 60;

/** The id of a demo order: the first is the newest. */
export const orderIdOf = (serial: number) => `12-${10000 + serial}-${20000 + serial}`;

/** The id of a line of a demo order, counted from 1. */
export const lineIdOf = (serial: number, line: number) => String(10_000_000_000 + serial * 10 + line);

/** The orders that their buyers wish to cancel. */
const UNWANTED = [4, 22];

function lineAt(serial: number, line: number): EbayLine {
	const item = ((serial + line) % (ITEMS - 6)) + 1;
	return {
		lineItemId: lineIdOf(serial, line),
		legacyItemId: String(110000000000 + item),
		legacyTransactionId: String(2_000_000_000 + serial * 10 + line),
		sku: skuOf(item),
		title: `Demo item ${item}`,
		cents: 950 + item * 100,
		quantity: 1 + ((serial * line) % 3),
		shipped: 0,
		refundedCents: 0,
	};
}

/** A parcel that has gone: the first line of an order in progress, all lines of one that is done. */
function ship(order: EbayOrder, lines: EbayLine[]): void {
	for (const line of lines) line.shipped = line.quantity;
	order.modifiedAt = order.createdAt + 3_600_000;
	order.fulfillments.push({
		fulfillmentId: order.orderId.replace(/\D/g, '').padEnd(14, '0'),
		trackingNumber: `1Z999AA1${order.orderId.slice(3, 8)}`,
		carrier: 'UPS',
		shippedAt: new Date(order.modifiedAt).toISOString(),
		lines: lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
	});
}

/** A buyer's wish to cancel an order, which the seller has not answered yet. */
export function wishToCancel(order: EbayOrder, requestedAt: number): EbayCancellation {
	order.cancellation = { cancelId: `5${order.orderId.replace(/\D/g, '')}`, orderId: order.orderId, requestor: 'BUYER', reason: 'ORDER_MISTAKE', status: 'CANCEL_REQUESTED', requestedAt };
	return order.cancellation;
}

function orderAt(serial: number, now: number): EbayOrder {
	const createdAt = now - 3_600_000 - Math.round(((serial - 1) * (SPAN * DAY - 7_200_000)) / (ORDERS - 1));
	const order: EbayOrder = {
		orderId: orderIdOf(serial),
		createdAt,
		modifiedAt: createdAt + 60_000,
		buyer: `buyer_${1 + (serial % 17)}`,
		lines: Array.from({ length: 1 + (serial % 4) }, (_, index) => lineAt(serial, index + 1)),
		shippingCents: 499,
		fulfillments: [],
		refunds: [],
	};
	if (UNWANTED.includes(serial)) wishToCancel(order, createdAt + 60_000);
	if (serial % 3 === 0) ship(order, order.lines);
	else if (serial % 3 === 2 && order.lines.length > 1) ship(order, order.lines.slice(0, 1));
	return order;
}

/** The orders of the demo member: one to four lines each, spread over 60 days, a third of them shipped. */
export function createOrders(now: number): Map<string, EbayOrder> {
	const serials = Array.from({ length: ORDERS }, (_, index) => index + 1);
	return new Map(serials.map((serial) => [orderIdOf(serial), orderAt(serial, now)]));
}
