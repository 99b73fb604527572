import { goodsOf } from './orderShapes';
import type { CruxOrder, CruxState } from './state';

/** How dates and terms are read: the exports of both versions read them as version 1 does. */
export type Reading = 'timp' | 'v1';

/** What was found, and of that what was asked for; or what is wrong with the question. */
export type Found = { total: number; orders: CruxOrder[] } | { problem: string };

type Test = (order: CruxOrder) => boolean;

/** What both the search and the export of orders may be asked. */
export interface OrderSearch {
	start?: number;
	limit?: number;
	line_item_allocation_statuses?: string[];
	/** One where orders are read, several where they are exported. */
	line_item_designation?: string | string[];
	start_date?: string;
	end_date?: string;
	term?: string;
	search_term?: string;
	po_number?: string;
	sent_to_supplier?: boolean;
	org_uuids?: string[];
	sort?: { key?: string; dir?: string; value?: string };
}

const DATES: Record<Reading, { form: RegExp; shown: string }> = {
	timp: { form: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, shown: 'YYYY-MM-DD hh:mm:ss' },
	v1: { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, shown: 'YYYY-MM-DDThh:mm:ss.000Z' },
};

/** The moment of a date in the format of the reading; NaN when it is in another one. */
function momentOf(text: string, reading: Reading): number {
	return DATES[reading].form.test(text) ? Date.parse(reading === 'timp' ? `${text.replace(' ', 'T')}Z` : text) : Number.NaN;
}

function termTest(state: CruxState, reading: Reading, term: string): Test {
	const wanted = term.toLowerCase();
	const has = (text: string) => text.toLowerCase().includes(wanted);
	if (reading === 'timp') return ({ lines }) => lines.some((line) => has(goodsOf(state, line).skuName));
	return ({ uuid, poNumber, lines }) => uuid === wanted || has(poNumber) || lines.some((line) => goodsOf(state, line).skuId.toLowerCase() === wanted);
}

function testsOf(state: CruxState, reading: Reading, search: OrderSearch): Test[] {
	const {
		line_item_allocation_statuses: statuses,
		start_date: from,
		end_date: to,
		po_number: po,
		sent_to_supplier: isSent,
		org_uuids: organizations,
	} = search;
	const designations = [search.line_item_designation ?? []].flat().filter(Boolean);
	const term = search.term ?? search.search_term;
	const owners = state.accounts.map(({ orgUuid }) => orgUuid);
	const tests: Array<Test | false> = [
		Boolean(statuses?.length) && (({ lines }) => lines.some(({ status }) => statuses?.includes(status))),
		designations.length > 0 && (({ lines }) => lines.some((line) => line.designation !== null && designations.includes(line.designation))),
		Boolean(from) && (({ created }) => Date.parse(created) >= momentOf(from ?? '', reading)),
		Boolean(to) && (({ created }) => Date.parse(created) <= momentOf(to ?? '', reading)),
		Boolean(term) && termTest(state, reading, term ?? ''),
		Boolean(po) && (({ poNumber }) => poNumber === po),
		isSent !== undefined && ((order) => order.isSentToSupplier === isSent),
		Boolean(organizations?.length) && (() => organizations?.some((uuid) => owners.includes(uuid)) ?? false),
	];
	return tests.filter((test) => test !== false);
}

function sorted(state: CruxState, orders: CruxOrder[], sort: OrderSearch['sort']): CruxOrder[] {
	const keys: Record<string, (order: CruxOrder) => string> = {
		date: ({ created }) => created,
		status: ({ lines }) => lines[0]?.status ?? '',
		sku_id: ({ lines }) => (lines[0] ? goodsOf(state, lines[0]).skuId : ''),
	};
	const keyOf = keys[sort?.key ?? 'date'];
	// without a sort object the newest come first, so that a page of the newest is one call
	const direction = (sort?.dir ?? sort?.value ?? (sort ? 'asc' : 'desc')) === 'asc' ? 1 : -1;
	return [...orders].sort((a, b) => direction * keyOf(a).localeCompare(keyOf(b)));
}

/** The orders that a search names, sorted and cut as it asks. */
export function findOrders(state: CruxState, reading: Reading, search: OrderSearch, page: number): Found {
	const { start = 0, limit = page, start_date: from, end_date: to } = search;
	if (start < 0 || limit < 0) return { problem: 'start and limit must be 0 or more' };
	const wrong = [from, to].find((date) => date && Number.isNaN(momentOf(date, reading)));
	if (wrong !== undefined) return { problem: `Date not understood: ${wrong}; write ${DATES[reading].shown}` };
	const tests = testsOf(state, reading, search);
	const found = sorted(
		state,
		state.orders.filter((order) => tests.every((test) => test(order))),
		search.sort,
	);
	return { total: found.length, orders: found.slice(start, state.limitIsPageEnd ? limit + 1 : start + limit) };
}
