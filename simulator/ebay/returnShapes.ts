import type { Fields } from '../types';
import { amountOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayLine, EbayOrder } from './ordersSeed';
import { dateOf } from './postOrder';

export interface EbayReturn {
	returnId: string;
	orderId: string;
	buyer: string;
	line: EbayLine;
	quantity: number;
	reason: string;
	state: 'RETURN_REQUESTED' | 'ITEM_READY_TO_SHIP' | 'ITEM_SHIPPED' | 'ITEM_DELIVERED' | 'RETURN_REJECTED' | 'PARTIAL_REFUND_REQUESTED' | 'REPLACEMENT_REQUESTED' | 'CLOSED';
	createdAt: number;
	history: Array<{ activity: string; at: number; comment?: string }>;
	files: Array<{ fileId: string; fileName: string; filePurpose: string; content: Buffer; at: number }>;
	labels?: Array<{ labelAction: string; at: number }>;
	tracking?: { trackingNumber: string; carrier: string; at: number };
	rma?: string;
	refundedCents: number;
	/** The case that it was escalated to. */
	caseId?: string;
}

/** The demo returns stand in each of these states in turn. */
const STATES = ['RETURN_REQUESTED', 'ITEM_READY_TO_SHIP', 'ITEM_SHIPPED', 'ITEM_DELIVERED', 'CLOSED'] as const;
const SENT: string[] = ['ITEM_SHIPPED', 'ITEM_DELIVERED', 'CLOSED'];

function returnOf(order: EbayOrder, index: number): EbayReturn {
	const state = STATES[index % STATES.length];
	const createdAt = order.createdAt + DAY / 2;
	const [line] = order.lines;
	return {
		returnId: String(5250000000 + index), orderId: order.orderId, buyer: order.buyer, line, quantity: 1, reason: index % 2 ? 'NOT_AS_DESCRIBED' : 'WRONG_SIZE', state, createdAt,
		history: [{ activity: 'BUYER_CREATE_RETURN', at: createdAt, comment: 'Please take it back' }], files: [{ fileId: String(6950000000 + index), fileName: 'damage.png', filePurpose: 'ITEM_RELATED', content: Buffer.from(`a picture ${index}`), at: createdAt }], refundedCents: 0,
		...(SENT.includes(state) ? { tracking: { trackingNumber: `9400${order.orderId.replace(/\D/g, '')}`, carrier: 'USPS', at: createdAt + DAY } } : {}),
	};
}

/** A return of each order that is shipped as a whole. */
export const createReturns = (orders: Map<string, EbayOrder>): Map<string, EbayReturn> =>
	new Map([...orders.values()].filter(({ lines }) => lines.every(({ shipped, quantity }) => shipped >= quantity)).map(returnOf).map((one) => [one.returnId, one]));

/** Whether the seller has to act. */
export const isWaiting = ({ state, caseId }: EbayReturn): boolean => !caseId && ['RETURN_REQUESTED', 'ITEM_DELIVERED'].includes(state);

/** A return as a search gives it. */
export function summaryOf(one: EbayReturn): Fields {
	const { returnId, orderId, buyer, line, quantity, reason, state, createdAt, refundedCents, caseId, history } = one;
	const refund = { estimatedRefundAmount: amountOf(line.cents * quantity), ...(refundedCents ? { actualRefundAmount: amountOf(refundedCents) } : {}) };
	return {
		returnId, orderId, buyerLoginName: buyer, sellerLoginName: 'demo_seller', currentType: 'MONEY_BACK', state, status: caseId ? 'ESCALATED' : state === 'ITEM_READY_TO_SHIP' ? 'READY_FOR_SHIPPING' : state,
		creationInfo: { item: { itemId: line.legacyItemId, transactionId: line.legacyTransactionId, returnQuantity: quantity }, reason, type: 'MONEY_BACK', comments: { content: history[0]?.comment ?? '' }, creationDate: dateOf(createdAt) },
		buyerTotalRefund: refund, sellerTotalRefund: refund,
		...(isWaiting(one) ? { sellerResponseDue: { activityDue: state === 'RETURN_REQUESTED' ? 'SELLER_APPROVE_REQUEST' : 'SELLER_ISSUE_REFUND', respondByDate: dateOf(createdAt + 3 * DAY) } } : {}),
		...(caseId ? { escalationInfo: { caseId } } : {}),
	};
}

/** A single return: its summary, and all that has happened. */
export function returnShape(one: EbayReturn, isFull: boolean): Fields {
	const { history, tracking, labels = [], rma, line } = one;
	const shipment = tracking && { shipmentTracking: { trackingNumber: tracking.trackingNumber, carrierUsed: tracking.carrier, shippedDate: dateOf(tracking.at) } };
	const responseHistory = history.map(({ activity, at, comment }) => ({ activity, author: activity.startsWith('BUYER') ? 'BUYER' : 'SELLER', creationDate: dateOf(at), ...(comment ? { notes: { content: comment } } : {}) }));
	const detail = { itemDetail: { itemId: line.legacyItemId, itemTitle: line.title, transactionId: line.legacyTransactionId }, responseHistory, ...(shipment ? { returnShipmentInfo: shipment } : {}), ...(labels.length ? { labels: labels.length } : {}), ...(rma ? { RMANumber: rma } : {}) };
	return { summary: summaryOf(one), ...(isFull ? { detail } : {}) };
}
