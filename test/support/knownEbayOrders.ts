import type { EbayOrder } from '../../simulator/ebay/ordersSeed';
import type { EbayReturn } from '../../simulator/ebay/returnShapes';
import type { SimulatorState } from '../../simulator/types';
import type { Find, World } from './known';

const orders = ({ ebay }: SimulatorState): EbayOrder[] => [...ebay.orders.values()];
/** Orders that nothing has been shipped of and nobody wishes to cancel. */
const untouched = (state: SimulatorState) => orders(state).filter(({ lines, cancellation }) => !cancellation && lines.every(({ shipped }) => !shipped));
const wishes = (state: SimulatorState) => orders(state).flatMap((order) => (order.cancellation ? [{ order, ...order.cancellation }] : []));
const open: Find = (state) => wishes(state).filter(({ status }) => status === 'CANCEL_REQUESTED').map(({ cancelId }) => cancelId);

const returnsIn = ({ ebay }: SimulatorState, ...states: string[]): EbayReturn[] => [...ebay.returns.values()].filter((one) => states.includes(one.state));
const returnsBy = (...states: string[]): Find => (state) => returnsIn(state, ...states).map(({ returnId }) => returnId);
const OPEN = ['RETURN_REQUESTED', 'ITEM_READY_TO_SHIP', 'ITEM_SHIPPED', 'ITEM_DELIVERED'];

const openInquiries: Find = ({ ebay }) => [...ebay.inquiries.values()].filter(({ status }) => status.startsWith('WAITING')).map(({ inquiryId }) => inquiryId);
const amounts: Find = () => ['0.10', '0.25'];

/** What exists around orders in the simulator; see `known.ts`. */
export const ordersKnown: Record<string, Find> = {
	cancelId: open,
	'/post-order/v2/cancellation legacyOrderId': (state) => untouched(state).map(({ orderId }) => orderId),
	legacyOrderId: (state) => orders(state).map(({ orderId }) => orderId),
	'relistLineItem[].itemId': (state) => orders(state).map(({ lines }) => lines[0].legacyItemId), 'relistLineItem[].transactionId': (state) => orders(state).map(({ lines }) => lines[0].legacyTransactionId),
	role: () => ['SELLER'],
	returnId: returnsBy(...OPEN),
	'/post-order/v2/return/{returnId}/decide returnId': returnsBy('RETURN_REQUESTED'), decision: () => ['APPROVE', 'DECLINE', 'OFFER_REPLACEMENT'], partialRefundAmount: amounts,
	'/post-order/v2/return/{returnId}/add_shipping_label returnId': returnsBy('ITEM_READY_TO_SHIP', 'ITEM_SHIPPED'), labelAction: () => ['EBAY_LABEL', 'PURCHASE_LABEL'], returnLabelCost: amounts,
	'/post-order/v2/return/{returnId}/mark_as_received returnId': returnsBy('ITEM_SHIPPED', 'ITEM_DELIVERED', 'ITEM_READY_TO_SHIP'),
	'refundDetail.totalAmount': () => ['1.00', '2.50'], 'refundDetail.itemizedRefundDetail[].refundAmount': amounts, return_state: () => ['ALL_OPEN'],
	inquiryId: openInquiries, '/post-order/v2/inquiry/{inquiryId} inquiryId': ({ ebay }) => [...ebay.inquiries.keys()],
	caseId: ({ ebay }) => [...ebay.cases.keys()], '/post-order/v2/casemanagement/{caseId}/appeal caseId': ({ ebay }) => [...ebay.cases.values()].filter(({ status }) => status === 'CS_CLOSED').map(({ caseId }) => caseId),
	buyer_username: () => ['buyer_1'],
	shippingQuoteId: ({ ebay }) => [...ebay.shippingQuotes.keys()], shipmentId: ({ ebay }) => [...ebay.shipments.keys()], 'packageSpecification.weight.value': () => ['2', '10.5'],
};

/** A line of an order as the Post-Order API searches for it. */
const lineOf = ({ legacyItemId, legacyTransactionId }: EbayOrder['lines'][number]): World => ({ item_id: [legacyItemId], transaction_id: [legacyTransactionId] });

const disputes = ({ ebay }: SimulatorState) => [...ebay.disputes.values()];
const unanswered = (state: SimulatorState): World[] => disputes(state).filter(({ status }) => status === 'ACTION_NEEDED').map(({ paymentDisputeId, revision }) => ({ payment_dispute_id: [paymentDisputeId], revision: [String(revision)] }));

export const ordersWorlds: Record<string, (state: SimulatorState) => World[]> = {
	'/post-order/v2/cancellation/search': (state) => wishes(state).map(({ order, cancelId }) => ({ cancel_id: [cancelId], legacy_order_id: [order.orderId], ...lineOf(order.lines[0]) })),
	'/post-order/v2/return/search': (state) => returnsIn(state, ...OPEN).map(({ returnId, orderId, line, state: at }) => ({ return_id: [returnId], order_id: [orderId], ...lineOf(line), states: [at] })),
	'/post-order/v2/return/{returnId}/tracking': (state) => returnsIn(state, 'ITEM_SHIPPED', 'ITEM_DELIVERED').map(({ returnId, tracking }) => ({ returnId: [returnId], carrier_used: [tracking!.carrier], tracking_number: [tracking!.trackingNumber] })),
	'/post-order/v2/return': (state) => orders(state).map(({ lines: [line] }) => ({ 'returnRequest.itemId': [line.legacyItemId], 'returnRequest.transactionId': [line.legacyTransactionId], 'returnRequest.returnQuantity': ['1'] })),
	'/post-order/v2/inquiry/search': ({ ebay }) => [...ebay.inquiries.values()].map(({ orderId, line, status }) => ({ order_id: [orderId], ...lineOf(line), inquiry_status: [status] })),
	'/post-order/v2/casemanagement/search': ({ ebay }) => [...ebay.cases.values()].filter(({ returnId }) => returnId).map(({ orderId, line, status, returnId }) => ({ order_id: [orderId], ...lineOf(line), case_status_filter: [status], return_id: [returnId!] })),
	'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/accept': unanswered,
	'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/contest': unanswered,
	'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/activity': (state) => disputes(state).map(({ paymentDisputeId }) => ({ payment_dispute_id: [paymentDisputeId] })),
	'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/update_evidence': (state) => disputes(state).filter(({ evidence, status }) => evidence.length && status === 'ACTION_NEEDED').map(({ paymentDisputeId, evidence, files, lines }) => ({
		payment_dispute_id: [paymentDisputeId], evidenceId: [evidence[0].evidenceId], fileId: files.map((one) => one.fileId), itemId: [lines[0].itemId], lineItemId: [lines[0].lineItemId],
	})),
	'/sell/fulfillment/v1/payment_dispute_summary': (state) => disputes(state).map(({ orderId }) => ({ order_id: [orderId] })),
	'/sell/fulfillment/v1/order/{orderId}/shipping_fulfillment/{fulfillmentId}': (state) => orders(state).flatMap(({ orderId, fulfillments: [one] }) => (one ? [{ orderId: [orderId], fulfillmentId: [one.fulfillmentId] }] : [])),
	'/sell/logistics/v1_beta/shipment/create_from_shipping_quote': ({ ebay }) => [...ebay.shippingQuotes.values()].filter(({ shipmentId }) => !shipmentId).map(({ shippingQuoteId, rates }) => ({ shippingQuoteId: [shippingQuoteId], rateId: [rates[0].rateId] })),
};
