import type { Answer, Fields } from '../types';
import type { EbayVisit } from './inventory';
import { amountOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayLine, EbayOrder } from './ordersSeed';
import { asked, between, dateOf, postOrderPage, refused, textIn } from './postOrder';
import { serialOf } from './serial';

export interface EbayCase {
	caseId: string;
	caseType: 'ITEM_NOT_RECEIVED' | 'RETURN';
	orderId: string;
	buyer: string;
	line: EbayLine;
	cents: number;
	status: 'OPEN' | 'CS_CLOSED';
	openedAt: number;
	returnId?: string;
	appeal?: { at: number; text: string };
}

interface Opening {
	caseType: EbayCase['caseType'];
	orderId: string;
	buyer: string;
	line: EbayLine;
	cents: number;
	at: number;
	returnId?: string;
}

/** Hands an inquiry or a return over to eBay. */
export function openCase(state: { cases: Map<string, EbayCase>; serial: number }, { at, ...opening }: Opening): EbayCase {
	const one: EbayCase = { caseId: serialOf(state, 5300000000), ...opening, status: 'OPEN', openedAt: at };
	state.cases.set(one.caseId, one);
	return one;
}

const SEEDED = 16;

/** Cases of old orders: every other one is decided, and may be appealed. */
export const createCases = (orders: Map<string, EbayOrder>): Map<string, EbayCase> =>
	new Map([...orders.values()].slice(-SEEDED).map(({ orderId, buyer, lines: [line], createdAt }, index): [string, EbayCase] => {
		const caseId = String(5350000000 + index);
		return [caseId, { caseId, caseType: index % 3 ? 'ITEM_NOT_RECEIVED' : 'RETURN', orderId, buyer, line, cents: line.cents, status: index % 2 ? 'OPEN' : 'CS_CLOSED', openedAt: createdAt + DAY, ...(index % 3 ? {} : { returnId: String(5250000000 + index) }) }];
	}));

const summaryOf = ({ caseId, buyer, cents, openedAt, line, status, appeal, returnId }: EbayCase): Fields => ({
	caseId, caseStatusEnum: status, buyer, seller: 'demo_seller', claimAmount: amountOf(cents), creationDate: dateOf(openedAt), lastModifiedDate: dateOf(appeal?.at ?? openedAt),
	itemId: line.legacyItemId, transactionId: line.legacyTransactionId, ...(status === 'OPEN' ? { respondByDate: dateOf(openedAt + 3 * DAY) } : {}), ...(returnId ? { returnId } : {}),
});

/** GET /casemanagement/search */
export function searchCases(visit: EbayVisit): Answer {
	const { query, state } = visit;
	const dates = between(query, 'case_creation_date_range_from', 'case_creation_date_range_to');
	if ('refusal' in dates) return dates.refusal;
	const found = [...state.cases.values()].filter((one) => dates.holds(one.openedAt) && asked(query, { order_id: one.orderId, item_id: one.line.legacyItemId, transaction_id: one.line.legacyTransactionId, return_id: one.returnId, case_status_filter: one.status }));
	return postOrderPage(visit, 'members', 'totalNumberOfCases', found.map(summaryOf));
}

/** GET /casemanagement/{caseId} */
export function getCase({ state, params }: EbayVisit): Answer {
	const one = state.cases.get(params.caseId);
	if (!one) return refused(404, 'There is no such case');
	const { caseId, caseType, cents, line, status, returnId, appeal, openedAt } = one;
	const history = [{ action: 'ESCALATED', date: dateOf(openedAt) }, ...(appeal ? [{ action: 'APPEALED', date: dateOf(appeal.at), description: appeal.text }] : [])];
	return {
		status: 200,
		body: {
			caseId, caseType, caseQuantity: 1, claimAmount: amountOf(cents), initiator: 'BUYER', itemId: line.legacyItemId, transactionId: line.legacyTransactionId, state: status === 'OPEN' ? 'OPEN' : 'CLOSED', status, ...(returnId ? { returnId } : {}),
			caseDetails: { creationDate: dateOf(openedAt), ...(appeal ? { appealDetails: { appealDate: dateOf(appeal.at), appealStatus: 'OPEN' } } : {}) }, caseHistoryDetails: { history }, itemDetails: { itemTitle: line.title, itemPrice: amountOf(line.cents) },
		},
	};
}

/** POST /casemanagement/{caseId}/appeal: of a decision, and once. */
export function appealCase({ state, params, body, now }: EbayVisit): Answer {
	const one = state.cases.get(params.caseId);
	if (!one) return refused(404, 'There is no such case');
	const text = textIn(body.comments);
	if (!text) return refused(400, 'An appeal needs a text');
	if (one.status !== 'CS_CLOSED') return refused(409, 'The case is not decided yet');
	if (one.appeal) return refused(409, 'The decision was appealed already');
	one.appeal = { at: now, text };
	return { status: 200 };
}
