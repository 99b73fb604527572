import type { Answer, Fields } from '../types';
import { openCase } from './cases';
import type { EbayVisit } from './inventory';
import { amountOf, restOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayLine, EbayOrder } from './ordersSeed';
import { asked, between, dateOf, postOrderPage, refused, textIn } from './postOrder';
import { serialOf } from './serial';

export interface EbayInquiry {
	inquiryId: string;
	orderId: string;
	buyer: string;
	line: EbayLine;
	status: 'WAITING_SELLER_RESPONSE' | 'WAITING_BUYER_RESPONSE' | 'CLOSED' | 'CLOSED_WITH_ESCALATION';
	openedAt: number;
	escalatedAt?: number;
	shipment?: { trackingNumber?: string; carrier?: string; shippedAt?: string };
	history: Array<{ action: string; at: number; text?: string }>;
}

const inquiryOf = ({ orderId, buyer, lines: [line], createdAt }: EbayOrder, index: number): [string, EbayInquiry] => {
	const inquiryId = String(5450000000 + index);
	const openedAt = createdAt + DAY / 2;
	return [inquiryId, { inquiryId, orderId, buyer, line, status: index % 4 === 3 ? 'CLOSED' : 'WAITING_SELLER_RESPONSE', openedAt, history: [{ action: 'BUYER_CREATE', at: openedAt, text: 'Where is it?' }] }];
};

/** Buyers ask where the parcel is: for every order that has more than one line. */
export const createInquiries = (orders: Map<string, EbayOrder>): Map<string, EbayInquiry> => new Map([...orders.values()].filter(({ lines }) => lines.length === 2).map(inquiryOf));

const amountIn = ({ line }: EbayInquiry) => amountOf(line.cents * line.quantity);

const summaryOf = (one: EbayInquiry): Fields => ({
	inquiryId: one.inquiryId, inquiryStatusEnum: one.status, buyer: one.buyer, seller: 'demo_seller', claimAmount: amountIn(one), creationDate: dateOf(one.openedAt), lastModifiedDate: dateOf(one.history.at(-1)!.at),
	itemId: one.line.legacyItemId, transactionId: one.line.legacyTransactionId, ...(one.status === 'WAITING_SELLER_RESPONSE' ? { respondByDate: dateOf(one.openedAt + 3 * DAY) } : {}),
});

/** GET /inquiry/search */
export function searchInquiries(visit: EbayVisit): Answer {
	const { query, state } = visit;
	const dates = between(query, 'inquiry_creation_date_range_from', 'inquiry_creation_date_range_to');
	if ('refusal' in dates) return dates.refusal;
	const found = [...state.inquiries.values()].filter((one) => dates.holds(one.openedAt) && asked(query, { order_id: one.orderId, item_id: one.line.legacyItemId, transaction_id: one.line.legacyTransactionId, inquiry_status: [one.status, one.status.startsWith('CLOSED') ? 'CLOSED' : 'OPEN'] }));
	return postOrderPage(visit, 'members', 'totalNumberOfInquiries', found.map(summaryOf));
}

const inInquiry =
	(rule: (visit: EbayVisit, one: EbayInquiry) => Answer) =>
	(visit: EbayVisit): Answer => {
		const found = visit.state.inquiries.get(visit.params.inquiryId);
		return found ? rule(visit, found) : refused(404, 'There is no such inquiry');
	};

const whileOpen = (rule: (visit: EbayVisit, one: EbayInquiry) => Answer) =>
	inInquiry((visit, one) => (one.status.startsWith('CLOSED') ? refused(409, 'The inquiry is closed') : rule(visit, one)));

/** GET /inquiry/{inquiryId} */
export const getInquiry = inInquiry((_visit, one) => {
	const { inquiryId, line, status, openedAt, escalatedAt, shipment, history } = one;
	const { trackingNumber, carrier, shippedAt } = shipment ?? {};
	const tracking = shipment && { shipmentTrackingDetails: { ...(trackingNumber ? { trackingNumber } : {}), ...(carrier ? { carrier } : {}), ...(shippedAt ? { shippingDate: { value: shippedAt } } : {}) } };
	return {
		status: 200,
		body: {
			inquiryId, status, state: status.startsWith('CLOSED') ? 'CLOSED' : 'OPEN', claimAmount: amountIn(one), initiator: 'BUYER', inquiryQuantity: line.quantity, itemId: line.legacyItemId, transactionId: line.legacyTransactionId,
			inquiryDetails: { creationDate: dateOf(openedAt), ...(escalatedAt ? { escalationDate: dateOf(escalatedAt) } : {}) }, itemDetails: { itemTitle: line.title, itemPrice: amountOf(line.cents) },
			inquiryHistoryDetails: { history: history.map(({ action, at, text }) => ({ action, actor: action.startsWith('BUYER') ? 'BUYER' : 'SELLER', date: dateOf(at), ...(text ? { description: text } : {}) })), ...tracking }, sellerMakeItRightByDate: dateOf(openedAt + 3 * DAY),
		},
	};
});

/** POST /inquiry/{inquiryId}/provide_shipment_info */
export const shipInquiry = whileOpen(({ body, now }, one) => {
	const { trackingNumber, shippingCarrierName, shippingDate, sellerComments } = body as { trackingNumber?: string; shippingCarrierName?: string; shippingDate?: { value: string }; sellerComments?: unknown };
	one.shipment = { trackingNumber, carrier: shippingCarrierName, shippedAt: shippingDate?.value };
	one.status = 'WAITING_BUYER_RESPONSE';
	one.history.push({ action: 'SELLER_PROVIDE_SHIPMENT', at: now, text: textIn(sellerComments) });
	return { status: 200 };
});

/** POST /inquiry/{inquiryId}/issue_refund: all that is left of the line, and the end of the inquiry. */
export const refundInquiry = whileOpen(({ state, body, now }, one) => {
	const order = state.orders.get(one.orderId)!;
	const cents = Math.min(restOf(order), one.line.cents * one.line.quantity);
	if (!cents) return refused(409, 'The order is refunded already');
	order.refunds.push({ refundId: serialOf(state, 5005000000), cents, at: now, reason: 'ITEM_NOT_RECEIVED' });
	order.modifiedAt = now;
	one.status = 'CLOSED';
	one.history.push({ action: 'SELLER_REFUND', at: now, text: textIn(body.comments) });
	return { status: 200, body: { refundResult: { refundSource: 'EBAY', refundStatus: 'PENDING' } } };
});

/** POST /inquiry/{inquiryId}/send_message */
export const messageInquiry = inInquiry(({ body, now }, one) => {
	const text = textIn(body.message);
	if (!text) return refused(400, 'A message needs a text');
	one.history.push({ action: 'SELLER_MESSAGE', at: now, text });
	return { status: 200 };
});

/** POST /inquiry/{inquiryId}/escalate */
export const escalateInquiry = whileOpen(({ state, body, now }, one) => {
	openCase(state, { caseType: 'ITEM_NOT_RECEIVED', orderId: one.orderId, buyer: one.buyer, line: one.line, cents: one.line.cents * one.line.quantity, at: now });
	Object.assign(one, { status: 'CLOSED_WITH_ESCALATION', escalatedAt: now });
	one.history.push({ action: 'ESCALATED', at: now, text: textIn(body.comments) });
	return { status: 200 };
});
