import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import { goodsOf, orderTimpDetail, orderTimpListed, orderV1 } from './orderShapes';
import { accountOf } from './state';
import type { CruxCaller, CruxLine, CruxOrder, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;
type Test = (order: CruxOrder) => boolean;

interface Search {
	start?: number;
	limit?: number;
	line_item_allocation_statuses?: string[];
	line_item_designation?: string;
	start_date?: string;
	end_date?: string;
	term?: string;
	search_term?: string;
	po_number?: string;
	sent_to_supplier?: boolean;
	org_uuids?: string[];
	sort?: { key?: string; dir?: string; value?: string };
}

const ORDERS_PAGE = 25;
const DATES: Record<string, { form: RegExp; shown: string }> = {
	timp: { form: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, shown: 'YYYY-MM-DD hh:mm:ss' },
	v1: { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, shown: 'YYYY-MM-DDThh:mm:ss.000Z' },
};

/** The moment of a date in the format of the version; NaN when it is in another one. */
function momentOf(text: string, version: string): number {
	return DATES[version].form.test(text) ? Date.parse(version === 'timp' ? `${text.replace(' ', 'T')}Z` : text) : Number.NaN;
}

function termTest(state: CruxState, version: string, term: string): Test {
	const wanted = term.toLowerCase();
	const has = (text: string) => text.toLowerCase().includes(wanted);
	if (version === 'timp') return ({ lines }) => lines.some((line) => has(goodsOf(state, line).skuName));
	return ({ uuid, poNumber, lines }) => uuid === wanted || has(poNumber) || lines.some((line) => goodsOf(state, line).skuId.toLowerCase() === wanted);
}

function testsOf(state: CruxState, version: string, search: Search): Test[] {
	const {
		line_item_allocation_statuses: statuses,
		line_item_designation: designation,
		start_date: from,
		end_date: to,
		po_number: po,
		sent_to_supplier: isSent,
		org_uuids: organizations,
	} = search;
	const term = search.term ?? search.search_term;
	const owners = state.accounts.map(({ orgUuid }) => orgUuid);
	const tests: Array<Test | false> = [
		Boolean(statuses?.length) && (({ lines }) => lines.some(({ status }) => statuses?.includes(status))),
		Boolean(designation) && (({ lines }) => lines.some((line) => line.designation === designation)),
		Boolean(from) && (({ created }) => Date.parse(created) >= momentOf(from ?? '', version)),
		Boolean(to) && (({ created }) => Date.parse(created) <= momentOf(to ?? '', version)),
		Boolean(term) && termTest(state, version, term ?? ''),
		Boolean(po) && (({ poNumber }) => poNumber === po),
		isSent !== undefined && ((order) => order.isSentToSupplier === isSent),
		Boolean(organizations?.length) && (() => organizations?.some((uuid) => owners.includes(uuid)) ?? false),
	];
	return tests.filter((test) => test !== false);
}

function sorted(state: CruxState, orders: CruxOrder[], sort: Search['sort']): CruxOrder[] {
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

/** POST /orders/: the search of both versions, each with its own date format and answer. */
export function getOrders({ state, operation: { version }, body }: CruxVisit): Answer {
	const search = body as Search;
	const { start = 0, limit = ORDERS_PAGE, start_date: from, end_date: to } = search;
	if (start < 0 || limit < 0) return failed(400, 'start and limit must be 0 or more');
	const wrong = [from, to].find((date) => date && Number.isNaN(momentOf(date, version)));
	if (wrong !== undefined) return failed(400, `Date not understood: ${wrong}; write ${DATES[version].shown}`);
	const tests = testsOf(state, version, search);
	const found = sorted(
		state,
		state.orders.filter((order) => tests.every((test) => test(order))),
		search.sort,
	);
	const page = found.slice(start, state.limitIsPageEnd ? limit + 1 : start + limit);
	const shape = (order: CruxOrder): Fields => (version === 'v1' ? orderV1(state, order, false) : orderTimpListed(state, order));
	return ok({ total_results: found.length, orders: page.map(shape) });
}

/** GET /orders/{order_uuid}/ */
export function getOrder({ state, operation, params }: CruxVisit): Answer {
	const order = state.orders.find(({ uuid }) => uuid === params.order_uuid);
	if (!order) return failed(404, `No order ${params.order_uuid}`);
	return ok(operation.version === 'v1' ? orderV1(state, order, true) : orderTimpDetail(state, order));
}

function reasonAgainst(line: CruxLine | undefined): string | undefined {
	if (!line) return 'no such order line';
	if (line.designation === 'HasTracking') return 'it has shipped';
	if (line.designation === 'Cancelled') return 'it is cancelled already';
	return line.isCancelRequested ? 'a request is pending already' : undefined;
}

/** DELETE /orders/items/cancel/{order_item_uuid}/: asks for the cancellation, which stays pending. */
export function cancelItem({ state, params }: CruxVisit): Answer {
	const line = state.orders.flatMap(({ lines }) => lines).find(({ uuid }) => uuid === params.order_item_uuid);
	const reason = reasonAgainst(line);
	if (!line || reason) return failed(422, `Line ${params.order_item_uuid} cannot be cancelled: ${reason}`);
	line.isCancelRequested = true;
	return { status: 204 };
}

/** GET /organizations/ */
export function getOrganization({ state, operation, caller }: CruxVisit): Answer {
	const { account } = caller;
	const sides = { retailer_uuid: '', supplier_uuid: '', [`${account.role.toLowerCase()}_uuid`]: account.sideUuid };
	const [first, last] = accountOf(state, account.role).contact.split(' ');
	const person = { uuid: account.userUuid, first_name: first, last_name: last, email: account.username, phone: '555-0100' };
	const isTimp = operation.version === 'timp';
	return ok({
		uuid: account.orgUuid,
		name: account.organization,
		...(isTimp ? { website: 'https://shop.test' } : {}),
		org_type: account.role,
		status: 'ACTIVE',
		created_date: '2026-01-05T09:00:00.000001Z',
		active_date: '2026-01-06T09:00:00.000001Z',
		account_manager: { uuid: account.userUuid, person: isTimp ? { ...person, job_title: 'Operations' } : person },
		...(isTimp ? sides : {}),
	});
}
