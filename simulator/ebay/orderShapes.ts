import type { Fields } from '../types';
import type { EbayFulfillment, EbayLine, EbayOrder } from './ordersSeed';

export const CURRENCY = 'USD';
const TAX = 0.08;

export const amountOf = (cents: number) => ({ value: (cents / 100).toFixed(2), currency: CURRENCY });

export const hrefOf = (address: string, orderId: string) => `${address}/ebay/api.ebay.com/sell/fulfillment/v1/order/${orderId}/shipping_fulfillment`;

export const totalOf = ({ lines, shippingCents }: EbayOrder) => lines.reduce((sum, { cents, quantity }) => sum + cents * quantity, shippingCents);

const refundedOf = ({ refunds }: EbayOrder) => refunds.reduce((sum, { cents }) => sum + cents, 0);

/** What may still be refunded of an order. */
export const restOf = (order: EbayOrder) => totalOf(order) - refundedOf(order);

/** How far an order or a line is shipped. */
export function progressOf(lines: EbayLine[]): string {
	if (lines.every(({ shipped, quantity }) => shipped >= quantity)) return 'FULFILLED';
	return lines.some(({ shipped }) => shipped > 0) ? 'IN_PROGRESS' : 'NOT_STARTED';
}

function lineShape(line: EbayLine, isTaxShown: boolean): Fields {
	const { lineItemId, legacyItemId, sku, title, cents, quantity } = line;
	return {
		lineItemId,
		legacyItemId,
		sku,
		title,
		lineItemCost: amountOf(cents * quantity),
		total: amountOf(cents * quantity),
		quantity,
		soldFormat: 'FIXED_PRICE',
		listingMarketplaceId: 'EBAY_US',
		purchaseMarketplaceId: 'EBAY_US',
		lineItemFulfillmentStatus: progressOf([line]),
		...(isTaxShown ? { taxes: [{ amount: amountOf(Math.round(cents * quantity * TAX)), taxType: 'STATE_SALES_TAX' }] } : {}),
	};
}

function paymentShape(order: EbayOrder): Fields {
	const total = totalOf(order);
	return {
		orderPaymentStatus: order.refunds.length === 0 ? 'PAID' : restOf(order) > 0 ? 'PARTIALLY_REFUNDED' : 'FULLY_REFUNDED',
		paymentSummary: {
			payments: [{ amount: amountOf(total), paymentDate: new Date(order.createdAt).toISOString(), paymentMethod: 'EBAY', paymentReferenceId: order.orderId.replace(/-/g, ''), paymentStatus: 'PAID' }],
			refunds: order.refunds.map(({ refundId, cents, at }) => ({ refundId, amount: amountOf(cents), refundDate: new Date(at).toISOString(), refundStatus: 'PENDING' })),
			totalDueSeller: amountOf(total),
		},
		pricingSummary: { priceSubtotal: amountOf(total - order.shippingCents), deliveryCost: amountOf(order.shippingCents), total: amountOf(total) },
	};
}

const CANCEL_STATES = { CANCEL_REQUESTED: ['CANCEL_REQUESTED', 'REQUESTED'], CANCEL_REJECTED: ['NONE_REQUESTED', 'REJECTED'], CANCEL_CLOSED_WITH_REFUND: ['CANCELED', 'COMPLETED'], CANCEL_CLOSED_NO_REFUND: ['CANCELED', 'COMPLETED'] };

function cancelShape({ cancellation }: EbayOrder, isSingle: boolean): Fields {
	if (!cancellation) return { cancelState: 'NONE_REQUESTED', cancelRequests: [] };
	const { cancelId, requestor, status, requestedAt } = cancellation;
	const [cancelState, cancelRequestState] = CANCEL_STATES[status];
	const wish = { cancelReason: requestor === 'BUYER' ? 'BUYER_CANCEL' : 'SELLER_CANCEL', cancelRequestId: cancelId, cancelRequestedDate: new Date(requestedAt).toISOString(), cancelInitiator: requestor === 'BUYER' ? 'Buyer' : 'Seller', cancelRequestState };
	return { cancelState, cancelRequests: isSingle ? [wish] : [] };
}

/** An order as eBay shows it; wishes to cancel it come with the single order alone. */
export function orderShape(order: EbayOrder, address: string, { isSingle, isTaxShown }: { isSingle: boolean; isTaxShown: boolean }): Fields {
	const { orderId, createdAt, modifiedAt, buyer, lines, fulfillments } = order;
	return {
		orderId,
		legacyOrderId: orderId,
		creationDate: new Date(createdAt).toISOString(),
		lastModifiedDate: new Date(modifiedAt).toISOString(),
		orderFulfillmentStatus: progressOf(lines),
		...paymentShape(order),
		sellerId: 'demo_seller',
		buyer: { username: buyer },
		cancelStatus: cancelShape(order, isSingle),
		fulfillmentStartInstructions: [
			{
				fulfillmentInstructionsType: 'SHIP_TO',
				shippingStep: {
					shippingServiceCode: 'USPSPriority',
					shipTo: {
						fullName: `Buyer of ${orderId}`,
						contactAddress: { addressLine1: '1 Sample Road', city: 'Portland', stateOrProvince: 'OR', postalCode: '97201', countryCode: 'US' },
					},
				},
			},
		],
		fulfillmentHrefs: fulfillments.map(({ fulfillmentId }) => `${hrefOf(address, orderId)}/${fulfillmentId}`),
		lineItems: lines.map((line) => lineShape(line, isTaxShown)),
		ebayCollectAndRemitTax: isTaxShown,
		salesRecordReference: orderId.slice(3, 8),
	};
}

/** A parcel as eBay shows it. */
export const fulfillmentShape = ({ fulfillmentId, trackingNumber, carrier, shippedAt, lines }: EbayFulfillment): Fields => ({
	fulfillmentId,
	...(trackingNumber ? { shipmentTrackingNumber: trackingNumber, shippingCarrierCode: carrier } : {}),
	shippedDate: shippedAt,
	lineItems: lines,
});
