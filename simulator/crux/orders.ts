import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import { findOrders } from './orderSearch';
import type { Reading } from './orderSearch';
import { feesV1, orderTimpDetail, orderTimpListed, orderV1 } from './orderShapes';
import { accountOf } from './state';
import type { CruxCaller, CruxOrder, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

const ORDERS_PAGE = 25;

/** POST /orders/: the search of both versions, each with its own date format and answer. */
export function getOrders({ state, operation: { version }, body }: CruxVisit): Answer {
	const found = findOrders(state, version as Reading, body, ORDERS_PAGE);
	if ('problem' in found) return failed(400, found.problem);
	const shape = (order: CruxOrder): Fields => (version === 'v1' ? orderV1(state, order, false) : orderTimpListed(state, order));
	return ok({ total_results: found.total, orders: found.orders.map(shape) });
}

/** GET /orders/{order_uuid}/ */
export function getOrder({ state, operation, params }: CruxVisit): Answer {
	const order = state.orders.find(({ uuid }) => uuid === params.order_uuid);
	if (!order) return failed(404, `No order ${params.order_uuid}`);
	return ok(operation.version === 'v1' ? orderV1(state, order, true) : orderTimpDetail(state, order));
}

/** GET /timp/orders/po/{po_number}/: every order with this number; a retailer may give it twice. */
export const getOrdersByPo = ({ state, params }: CruxVisit): Answer =>
	ok(state.orders.filter(({ poNumber }) => poNumber === params.po_number).map((order) => orderTimpDetail(state, order)));

/** POST /orders/fees/: what an order would cost beside its goods. */
export function estimateFees({ state, body }: CruxVisit): Answer {
	const wanted = body.skus as Array<{ sku_id: string; quantity: number }>;
	if (wanted.length === 0) return failed(400, 'skus must name at least one SKU');
	const none = wanted.find(({ quantity }) => quantity < 1);
	if (none) return failed(400, `The quantity of ${none.sku_id} must be 1 or more`);
	const known = new Set([...state.skus.values()].map((sku) => sku.sku_id));
	const strange = wanted.find(({ sku_id: id }) => !known.has(id));
	if (strange) return failed(422, `No SKU ${strange.sku_id}`);
	return ok(feesV1(wanted.reduce((sum, { quantity }) => sum + quantity, 0), new Set(wanted.map(({ sku_id: id }) => id)).size));
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
