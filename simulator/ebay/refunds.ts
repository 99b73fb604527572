import type { Answer } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { CURRENCY, restOf } from './orderShapes';
import type { EbayLine, EbayOrder } from './ordersSeed';
import { serialOf } from './serial';

interface Money {
	value?: string;
	currency?: string;
}

interface RefundItem {
	lineItemId?: string;
	legacyReference?: { legacyItemId?: string; legacyTransactionId?: string };
	refundAmount?: Money;
}

interface RefundRequest {
	reasonForRefund: string;
	comment?: string;
	orderLevelRefundAmount?: Money;
	refundItems?: RefundItem[];
}

/** Cents to give back, and the line they belong to, if to one. */
interface Share {
	cents: number;
	line?: EbayLine;
}

type Refusable<T> = T | { refusal: Answer };

const COMMENT = 1000;

function centsOf({ value, currency }: Money = {}): Refusable<{ cents: number }> {
	if (!value) return { refusal: failed(400, 34906) };
	if (!currency) return { refusal: failed(400, 34908) };
	if (currency !== CURRENCY) return { refusal: failed(400, 34909) };
	const isMoney = /^\d+(\.\d{1,2})?$/.test(value) && Number(value) > 0;
	return isMoney ? { cents: Math.round(Number(value) * 100) } : { refusal: failed(400, 34907) };
}

function lineOf({ lines }: EbayOrder, { lineItemId, legacyReference: old }: RefundItem): Refusable<{ line: EbayLine }> {
	if (!lineItemId && !old) return { refusal: failed(400, 34910) };
	if (!lineItemId && !old?.legacyItemId) return { refusal: failed(400, 34911) };
	if (!lineItemId && !old?.legacyTransactionId) return { refusal: failed(400, 34912) };
	const line = lines.find((entry) =>
		lineItemId ? entry.lineItemId === lineItemId : entry.legacyItemId === old?.legacyItemId && entry.legacyTransactionId === old.legacyTransactionId,
	);
	return line ? { line } : { refusal: failed(400, 34914) };
}

function shareOf(order: EbayOrder, item: RefundItem): Refusable<Share & { line: EbayLine }> {
	const found = lineOf(order, item);
	if ('refusal' in found) return found;
	const money = centsOf(item.refundAmount);
	if ('refusal' in money) return money;
	const { line } = found;
	return money.cents > line.cents * line.quantity - line.refundedCents ? { refusal: failed(409, 34924) } : { line, cents: money.cents };
}

/** What is to be given back: one amount for the order, or one for each line. */
function sharesOf(order: EbayOrder, { orderLevelRefundAmount: whole, refundItems = [] }: RefundRequest): Refusable<Share[]> {
	if ((whole !== undefined) === refundItems.length > 0) return { refusal: failed(400, 34905) };
	const shares: Share[] = [];
	for (const share of whole ? [centsOf(whole)] : refundItems.map((item) => shareOf(order, item))) {
		if ('refusal' in share) return share;
		shares.push(share);
	}
	return shares;
}

/** POST /order/{order_id}/issue_refund: each call that is accepted gives money back once more. */
export function issueRefund({ state, params, body, now }: EbayVisit): Answer {
	const order = state.orders.get(params.order_id);
	if (!order) return failed(404, 34913);
	const request = body as unknown as RefundRequest;
	if (request.reasonForRefund.trim() === '') return failed(400, 34903);
	if ((request.comment ?? '').length > COMMENT) return failed(400, 34921);
	const shares = sharesOf(order, request);
	if ('refusal' in shares) return shares.refusal;
	const cents = shares.reduce((sum, share) => sum + share.cents, 0);
	if (restOf(order) === 0) return failed(400, 34917);
	if (cents > restOf(order)) return failed(400, 34915);
	for (const { line, cents: part } of shares) if (line) line.refundedCents += part;
	const refundId = serialOf(state, 5005000000);
	order.refunds.push({ refundId, cents, at: now, reason: request.reasonForRefund });
	order.modifiedAt = now;
	return { status: 200, body: { refundId, refundStatus: 'PENDING' } };
}
