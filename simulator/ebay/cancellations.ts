import type { Answer, Fields } from '../types';
import type { EbayVisit } from './inventory';
import { amountOf, restOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayCancellation, EbayOrder } from './ordersSeed';
import { asked, between, dateOf, postOrderPage, refused } from './postOrder';
import { serialOf } from './serial';

const WINDOW = 30 * DAY;

const all = ({ state }: EbayVisit): EbayCancellation[] => [...state.orders.values()].flatMap(({ cancellation }) => cancellation ?? []).sort((a, b) => b.requestedAt - a.requestedAt);

function shapeOf({ cancelId, orderId, requestor, reason, status, requestedAt, closedAt, shippedAt, trackingNumber }: EbayCancellation, order: EbayOrder): Fields {
	const isOpen = status === 'CANCEL_REQUESTED';
	return {
		cancelId, legacyOrderId: orderId, marketplaceId: 'EBAY_US', requestorType: requestor, cancelReason: reason, cancelStatus: status, cancelState: isOpen ? 'APPROVAL_PENDING' : 'CLOSED',
		cancelRequestDate: dateOf(requestedAt), ...(isOpen ? { sellerResponseDueDate: dateOf(requestedAt + 3 * DAY) } : {}), ...(closedAt ? { cancelCloseDate: dateOf(closedAt) } : {}),
		paymentStatus: 'PAID', requestRefundAmount: amountOf(isOpen ? restOf(order) : order.refunds.reduce((sum, { cents }) => sum + cents, 0)),
		buyerLoginName: order.buyer, sellerLoginName: 'demo_seller',
		...(shippedAt ? { shipmentDate: { value: shippedAt } } : {}), ...(trackingNumber ? { trackingNumber } : {}),
		lineItems: order.lines.map(({ legacyItemId, legacyTransactionId, title, quantity }) => ({ itemId: legacyItemId, transactionId: legacyTransactionId, itemTitle: title, cancelQuantity: quantity })),
	};
}

/** GET /cancellation/search */
export function searchCancellations(visit: EbayVisit): Answer {
	const { query, state } = visit;
	const dates = between(query, 'creation_date_range_from', 'creation_date_range_to');
	if ('refusal' in dates) return dates.refusal;
	const found = all(visit).filter((one) => {
		const { lines } = state.orders.get(one.orderId)!;
		return dates.holds(one.requestedAt) && query.role !== 'BUYER' && asked(query, { cancel_id: one.cancelId, legacy_order_id: one.orderId, item_id: lines.map((line) => line.legacyItemId), transaction_id: lines.map((line) => line.legacyTransactionId) });
	});
	return postOrderPage(visit, 'cancellations', 'total', found.map((one) => shapeOf(one, state.orders.get(one.orderId)!)));
}

const inCancellation =
	(rule: (visit: EbayVisit, cancellation: EbayCancellation, order: EbayOrder) => Answer) =>
	(visit: EbayVisit): Answer => {
		const found = all(visit).find(({ cancelId }) => cancelId === visit.params.cancelId);
		return found ? rule(visit, found, visit.state.orders.get(found.orderId)!) : refused(404, 'There is no such cancellation');
	};

/** GET /cancellation/{cancelId} */
export const getCancellation = inCancellation((_visit, one, order) => {
	const activityHistories = [{ activityParty: one.requestor, activityType: 'CANCEL_REQUESTED', actionDate: dateOf(one.requestedAt), cancelStatetateFrom: 'INITIAL' }];
	return { status: 200, body: { cancelDetail: { ...shapeOf(one, order), activityHistories } } };
});

/** Gives back what is left of an order and closes it. */
function close(visit: EbayVisit, one: EbayCancellation, order: EbayOrder): void {
	const cents = restOf(order);
	one.status = cents ? 'CANCEL_CLOSED_WITH_REFUND' : 'CANCEL_CLOSED_NO_REFUND';
	one.closedAt = visit.now;
	order.modifiedAt = visit.now;
	if (cents) order.refunds.push({ refundId: serialOf(visit.state, 5005000000), cents, at: visit.now, reason: one.requestor === 'BUYER' ? 'BUYER_CANCEL' : 'SELLER_CANCEL' });
}

/** POST /cancellation/{cancelId}/approve: the money goes back at once. */
export const approveCancellation = inCancellation((visit, one, order) => {
	if (one.status !== 'CANCEL_REQUESTED') return refused(409, 'The cancellation waits for no answer of the seller');
	close(visit, one, order);
	return { status: 200 };
});

/** POST /cancellation/{cancelId}/reject */
export const rejectCancellation = inCancellation(({ body, now }, one, order) => {
	if (one.status !== 'CANCEL_REQUESTED') return refused(409, 'The cancellation waits for no answer of the seller');
	const { shipmentDate, trackingNumber } = body as { shipmentDate?: { value: string }; trackingNumber?: string };
	Object.assign(one, { status: 'CANCEL_REJECTED', closedAt: now, shippedAt: shipmentDate?.value, trackingNumber });
	order.modifiedAt = now;
	return { status: 200 };
});

/** Why an order cannot be cancelled, in the words of the API. */
function obstaclesTo(order: EbayOrder, now: number): string[] {
	const { cancellation, createdAt, lines } = order;
	return [
		...(cancellation && cancellation.status !== 'CANCEL_REJECTED' ? ['CANCELLATION_EXIST'] : []),
		...(now - createdAt > WINDOW ? ['CANCEL_WINDOW_ELAPSED'] : []),
		...(lines.some(({ shipped }) => shipped > 0) ? ['ORDER_SHIPPED'] : []),
	];
}

function eligibilityOf(order: EbayOrder, now: number): Fields {
	const failureReason = obstaclesTo(order, now);
	const eligible = !failureReason.length;
	return {
		legacyOrderId: order.orderId, eligible, ...(eligible ? { eligibleCancelReason: ['ADDRESS_ISSUES', 'BUYER_ASKED_CANCEL', 'OUT_OF_STOCK_OR_CANNOT_FULFILL'] } : { failureReason }),
		itemEligibilityResult: order.lines.map(({ legacyItemId, legacyTransactionId, quantity }) => ({ itemId: legacyItemId, transactionId: legacyTransactionId, cancelQuantity: quantity, eligible })),
	};
}

const inOrder =
	(rule: (visit: EbayVisit, order: EbayOrder) => Answer) =>
	(visit: EbayVisit): Answer => {
		const order = visit.state.orders.get(String(visit.body.legacyOrderId));
		return order ? rule(visit, order) : refused(404, 'There is no such order');
	};

/** POST /cancellation/check_eligibility */
export const checkCancellation = inOrder(({ now }, order) => ({ status: 200, body: eligibilityOf(order, now) }));

/** POST /cancellation: the seller's own; an order that cannot be cancelled is told in an answer without an ID. */
export const createCancellation = inOrder((visit, order) => {
	const { now, body, state } = visit;
	const orderEligibilityResult = eligibilityOf(order, now);
	if (!orderEligibilityResult.eligible) return { status: 200, body: { orderEligibilityResult, warnings: [{ category: 'REQUEST', message: 'The order cannot be cancelled' }] } };
	const one: EbayCancellation = { cancelId: serialOf(state, 5100000000), orderId: order.orderId, requestor: 'SELLER', reason: String(body.cancelReason ?? 'OTHER'), status: 'CANCEL_REQUESTED', requestedAt: now };
	order.cancellation = one;
	close(visit, one, order);
	return { status: 200, body: { cancelId: one.cancelId } };
});
