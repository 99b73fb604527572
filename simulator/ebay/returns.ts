import type { Answer, Fields } from '../types';
import { openCase } from './cases';
import type { EbayVisit } from './inventory';
import { amountOf, CURRENCY, restOf } from './orderShapes';
import type { EbayLine, EbayOrder } from './ordersSeed';
import { asked, between, dateOf, postOrderPage, refused, textIn } from './postOrder';
import { isWaiting, returnShape, summaryOf } from './returnShapes';
import type { EbayReturn } from './returnShapes';
import { serialOf } from './serial';

type Refusable<T> = T | { refusal: Answer };

const inReturn =
	(rule: (visit: EbayVisit, one: EbayReturn) => Answer) =>
	(visit: EbayVisit): Answer => {
		const found = visit.state.returns.get(visit.params.returnId);
		return found ? rule(visit, found) : refused(404, 'There is no such return');
	};

/** What can be done in these states only. */
const during = (states: string[], rule: (visit: EbayVisit, one: EbayReturn) => Answer) =>
	inReturn((visit, one) => (one.caseId || !states.includes(one.state) ? refused(409, `The return is in the state ${one.caseId ? 'ESCALATED' : one.state}`) : rule(visit, one)));

function note(one: EbayReturn, activity: string, at: number, comment?: string): void {
	one.history.push({ activity, at, ...(comment ? { comment } : {}) });
}

/** GET /return/search */
export function searchReturns(visit: EbayVisit): Answer {
	const { query, state } = visit;
	const dates = between(query, 'creation_date_range_from', 'creation_date_range_to');
	if ('refusal' in dates) return dates.refusal;
	const isOpen = (one: EbayReturn) => one.state !== 'CLOSED' && one.state !== 'RETURN_REJECTED';
	const found = [...state.returns.values()].filter((one) => dates.holds(one.createdAt) && query.role !== 'BUYER' && (query.return_state !== 'ALL_OPEN' || isOpen(one))
		&& (query.return_state !== 'CLOSED' || !isOpen(one)) && (query.return_state !== 'SELLER_ACTION_DUE' || isWaiting(one)) && asked(query, { return_id: one.returnId, order_id: one.orderId, item_id: one.line.legacyItemId, transaction_id: one.line.legacyTransactionId, states: one.state }));
	return postOrderPage(visit, 'members', 'total', found.map(summaryOf));
}

/** GET /return/{returnId}: the summary alone, or all of it. */
export const getReturn = inReturn(({ query }, one) => ({ status: 200, body: returnShape(one, query.fieldgroups !== 'SUMMARY') }));

const findLine = (orders: Iterable<EbayOrder>, { itemId, transactionId }: Fields): { order: EbayOrder; line: EbayLine } | undefined => {
	for (const order of orders) {
		const line = order.lines.find(({ legacyItemId, legacyTransactionId }) => legacyItemId === itemId && legacyTransactionId === transactionId);
		if (line) return { order, line };
	}
	return undefined;
};

/** POST /return: as a buyer would ask for it. */
export function createReturn({ state, body, now }: EbayVisit): Answer {
	const request = body.returnRequest as Fields;
	const found = findLine(state.orders.values(), request);
	if (!found) return refused(404, 'There is no such line of an order');
	const { returnQuantity = 1, reason = 'NO_REASON', comments } = request as { returnQuantity?: number; reason?: string; comments?: unknown };
	if (returnQuantity < 1 || returnQuantity > found.line.quantity) return refused(400, `Of this line 1 to ${found.line.quantity} can be returned`);
	const one: EbayReturn = { returnId: serialOf(state, 5200000000), orderId: found.order.orderId, buyer: found.order.buyer, line: found.line, quantity: returnQuantity, reason, state: 'RETURN_REQUESTED', createdAt: now, history: [], files: [], refundedCents: 0 };
	note(one, 'BUYER_CREATE_RETURN', now, textIn(comments));
	state.returns.set(one.returnId, one);
	return { status: 200, body: { returnId: one.returnId, ...returnShape(one, false) } };
}

/** Gives money back for a return, out of what is left of its order. */
function refund({ state, now }: EbayVisit, one: EbayReturn, cents: number): Answer | undefined {
	const order = state.orders.get(one.orderId)!;
	if (cents <= 0 || cents > restOf(order)) return refused(400, `Up to ${amountOf(restOf(order)).value} ${CURRENCY} can be given back`);
	order.refunds.push({ refundId: serialOf(state, 5005000000), cents, at: now, reason: 'BUYER_RETURN' });
	order.modifiedAt = now;
	one.refundedCents += cents;
	return undefined;
}

function centsOf(amount: unknown): Refusable<{ cents: number }> {
	const { value, currency = CURRENCY } = (amount ?? {}) as { value?: string; currency?: string };
	if (!/^\d+(\.\d{1,2})?$/.test(value ?? '') || currency !== CURRENCY) return { refusal: refused(400, 'The amount is not valid') };
	return { cents: Math.round(Number(value) * 100) };
}

/** The state that each decision leads to. */
const DECISIONS: Record<string, EbayReturn['state']> = {
	APPROVE: 'ITEM_READY_TO_SHIP', APPROVE_WITHOUT_EBAY_LABEL: 'ITEM_READY_TO_SHIP', OFFER_RETURN: 'ITEM_READY_TO_SHIP', OFFER_RETURN_WITHOUT_LABEL: 'ITEM_READY_TO_SHIP', PROVIDE_RMA: 'ITEM_READY_TO_SHIP',
	DECLINE: 'RETURN_REJECTED', OFFER_PARTIAL_REFUND: 'PARTIAL_REFUND_REQUESTED', OFFER_REPLACEMENT: 'REPLACEMENT_REQUESTED',
};

/** POST /return/{returnId}/decide: the seller's answer; what only the buyer can say is refused. */
export const decideReturn = during(['RETURN_REQUESTED'], (visit, one) => {
	const { decision, keepOriginalItem, partialRefundAmount, RMANumber, comments } = visit.body as { decision: string; keepOriginalItem?: boolean; partialRefundAmount?: unknown; RMANumber?: string; comments?: unknown };
	const next = DECISIONS[decision];
	if (!next) return refused(400, `Not a decision of the seller: ${decision}`);
	if (decision === 'OFFER_PARTIAL_REFUND') {
		const money = centsOf(partialRefundAmount);
		if ('refusal' in money) return money.refusal;
		const wrong = keepOriginalItem ? refund(visit, one, money.cents) : undefined;
		if (wrong) return wrong;
	}
	Object.assign(one, { state: next, ...(RMANumber ? { rma: RMANumber } : {}) });
	note(one, `SELLER_${decision}`, visit.now, textIn(comments));
	return { status: 200, body: one.refundedCents ? { refundStatus: 'PENDING' } : {} };
});

interface LabelRequest {
	labelAction: string;
	noLabelReason?: string;
	trackingNumber?: string;
	carrierEnum?: string;
	carrierName?: string;
	comments?: unknown;
}

/** POST /return/{returnId}/add_shipping_label: with a number the parcel is on its way. */
export const addShippingLabel = during(['ITEM_READY_TO_SHIP', 'ITEM_SHIPPED'], ({ body, now }, one) => {
	const { labelAction, noLabelReason, trackingNumber, carrierEnum, carrierName, comments } = body as unknown as LabelRequest;
	if (labelAction === 'NO_LABEL' && !noLabelReason) return refused(400, 'A reason is needed where there is no label');
	one.labels = [...(one.labels ?? []), { labelAction, at: now }];
	if (trackingNumber) Object.assign(one, { tracking: { trackingNumber, carrier: carrierName ?? carrierEnum ?? 'OTHER', at: now }, state: 'ITEM_SHIPPED' });
	note(one, 'SELLER_PROVIDE_LABEL', now, textIn(comments));
	return { status: 200 };
});

/** GET /return/{returnId}/tracking */
export const trackReturn = inReturn(({ query }, one) => {
	const { tracking } = one;
	if (!tracking || tracking.trackingNumber !== query.tracking_number) return refused(404, 'Nothing is known of this parcel');
	const scans = one.state === 'ITEM_SHIPPED' ? ['ACCEPTED'] : ['ACCEPTED', 'DELIVERED'];
	return { status: 200, body: { carrierUsed: tracking.carrier, trackingNumber: tracking.trackingNumber, trackingStatus: scans.length > 1 ? 'DELIVERED' : 'IN_TRANSIT', scanHistory: scans.map((eventStatus) => ({ eventStatus, eventTime: dateOf(tracking.at) })) } };
});

/** POST /return/{returnId}/mark_as_received */
export const markReceived = during(['ITEM_SHIPPED', 'ITEM_READY_TO_SHIP', 'ITEM_DELIVERED'], ({ body, now }, one) => {
	one.state = 'ITEM_DELIVERED';
	note(one, 'SELLER_MARK_AS_RECEIVED', now, textIn(body.comments));
	return { status: 200 };
});

/** POST /return/{returnId}/issue_refund: each call that is accepted gives money back. */
export const refundReturn = during(['RETURN_REQUESTED', 'ITEM_READY_TO_SHIP', 'ITEM_SHIPPED', 'ITEM_DELIVERED'], (visit, one) => {
	const { refundDetail, comments } = visit.body as { refundDetail: { itemizedRefundDetail: Array<{ refundAmount: unknown }>; totalAmount: unknown }; comments?: unknown };
	const total = centsOf(refundDetail.totalAmount);
	if ('refusal' in total) return total.refusal;
	let sum = 0;
	for (const { refundAmount } of refundDetail.itemizedRefundDetail) {
		const part = centsOf(refundAmount);
		if ('refusal' in part) return part.refusal;
		sum += part.cents;
	}
	if (sum > total.cents) return refused(400, 'The parts are more than the total');
	const wrong = refund(visit, one, total.cents);
	if (wrong) return wrong;
	one.state = 'CLOSED';
	note(one, 'SELLER_ISSUE_REFUND', visit.now, textIn(comments));
	return { status: 200, body: { refundStatus: 'PENDING' } };
});

/** POST /return/{returnId}/escalate: eBay decides from then on. */
export const escalateReturn = during(['RETURN_REQUESTED', 'ITEM_READY_TO_SHIP', 'ITEM_SHIPPED', 'ITEM_DELIVERED', 'RETURN_REJECTED'], ({ state, body, now }, one) => {
	const { caseId } = openCase(state, { caseType: 'RETURN', orderId: one.orderId, buyer: one.buyer, line: one.line, cents: one.line.cents * one.quantity, at: now, returnId: one.returnId });
	one.caseId = caseId;
	note(one, 'SELLER_ESCALATE', now, textIn(body.comments));
	return { status: 200 };
});

/** POST /return/{returnId}/send_message */
export const messageReturn = inReturn(({ body, now }, one) => {
	const text = textIn(body.message);
	if (!text) return refused(400, 'A message needs a text');
	note(one, 'SELLER_SEND_MESSAGE', now, text);
	return { status: 200 };
});

/** POST /return/{returnId}/file/upload: the file is in the body, as Base64. */
export const uploadReturnFile = inReturn(({ state, body, now }, one) => {
	const { data, fileName = 'file', filePurpose } = body as { data: string; fileName?: string; filePurpose: string };
	const content = Buffer.from(data, 'base64');
	if (!content.length || content.toString('base64').replace(/=+$/, '') !== data.replace(/=+$/, '')) return refused(400, 'The file is not in Base64');
	const fileId = serialOf(state, 6900000000);
	one.files.push({ fileId, fileName, filePurpose, content, at: now });
	return { status: 200, body: { fileId } };
});

/** GET /return/{returnId}/files */
export const getReturnFiles = inReturn((_visit, { files }) => ({
	status: 200,
	body: { files: files.map(({ fileId, fileName, filePurpose, content, at }) => ({ fileId, fileName, filePurpose, fileFormat: /\.(\w+)$/.exec(fileName)?.[1].toUpperCase() ?? 'UNKNOWN', fileStatus: 'PUBLISHED', fileSize: content.length, fileData: content.toString('base64'), creationDate: dateOf(at), submitter: 'SELLER' })) },
}));

/** GET /return/preference */
export const getReturnPreference = ({ state }: EbayVisit): Answer => ({ status: 200, body: { rmaRequired: state.rmaRequired } });

/** POST /return/preference */
export function setReturnPreference({ state, body }: EbayVisit): Answer {
	state.rmaRequired = body.rmaRequired === true;
	return { status: 200 };
}
