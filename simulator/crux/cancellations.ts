import type { Answer, Visit } from '../types';
import { failed } from './answers';
import { orderOf } from './orderWrites';
import type { CruxCaller, CruxLine, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

function reasonAgainst(line: CruxLine | undefined): string | undefined {
	if (!line) return 'no such order line';
	if (line.designation === 'HasTracking') return 'it has shipped';
	if (line.designation === 'Cancelled') return 'it is cancelled already';
	return line.isCancelRequested ? 'a request is pending already' : undefined;
}

const lineOf = ({ state, params }: CruxVisit): CruxLine | undefined => state.orders.flatMap(({ lines }) => lines).find(({ uuid }) => uuid === params.order_item_uuid);

/** DELETE …/orders/items/cancel/{order_item_uuid}/: asks for the cancellation, which stays pending. */
export function cancelItem(visit: CruxVisit): Answer {
	const line = lineOf(visit);
	const reason = reasonAgainst(line);
	if (!line || reason) return failed(422, `Line ${visit.params.order_item_uuid} cannot be cancelled: ${reason}`);
	line.isCancelRequested = true;
	return { status: 204 };
}

/** PATCH …/orders/cancel/: asks for all lines that can still be cancelled, and is refused when there is none. */
export function cancelOrder({ state, body }: CruxVisit): Answer {
	const order = state.orders.find(({ uuid }) => uuid === body.order_uuid);
	const open = order?.lines.filter((line) => reasonAgainst(line) === undefined) ?? [];
	if (open.length === 0) return failed(422, `Order ${String(body.order_uuid)} cannot be cancelled: ${order ? 'no line is open' : 'no such order'}`);
	for (const line of open) line.isCancelRequested = true;
	return { status: 204 };
}

/** What the supplier says to a request: agreed, the line is cancelled; refused, it goes on as if nothing was asked. */
const decide = (lines: CruxLine[], isAgreed: boolean, what: string): Answer => {
	const asked = lines.filter((line) => line.isCancelRequested);
	if (asked.length === 0) return failed(422, `${what} has no pending request`);
	for (const line of asked) {
		line.isCancelRequested = false;
		if (isAgreed) line.designation = 'Cancelled';
	}
	return { status: 204 };
};

/** PATCH /timp/orders/items/cancel/{order_item_uuid}/confirm/ and …/reject/ */
export const decideItem = (isAgreed: boolean) => (visit: CruxVisit): Answer => decide([lineOf(visit) ?? []].flat(), isAgreed, `Line ${visit.params.order_item_uuid}`);

/** PATCH /timp/orders/cancel/{order_uuid}/confirm/ and …/reject/ */
export const decideOrder = (isAgreed: boolean) => (visit: CruxVisit): Answer => decide(orderOf(visit)?.lines ?? [], isAgreed, `Order ${visit.params.order_uuid}`);
