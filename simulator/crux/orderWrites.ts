import type { Answer, Fields, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import { goodsOf, orderTimpDetail, orderV1 } from './orderShapes';
import { accountOf } from './state';
import type { CruxAttribute, CruxCaller, CruxLine, CruxOrder, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

interface WantedLine {
	sku_id: string;
	quantity: number;
	supplier_org_uuid?: string;
	supplier_uuid?: string;
	retailer_provided_sku_cost?: number;
	retailer_line_item_instructions?: string;
	retailer_provided_line_item_attributes?: CruxAttribute[];
}

export const orderOf = ({ state, params }: Pick<CruxVisit, 'state' | 'params'>): CruxOrder | undefined => state.orders.find(({ uuid }) => uuid === params.order_uuid);
const noOrder = ({ params }: CruxVisit): Answer => failed(404, `No order ${params.order_uuid}`);

function newLine(state: CruxState, wanted: WantedLine): CruxLine | Answer {
	const { sku_id: id, quantity, supplier_org_uuid: org, supplier_uuid: side, retailer_provided_sku_cost: cost, retailer_line_item_instructions: notes, retailer_provided_line_item_attributes: attributes } = wanted;
	const supplier = accountOf(state, 'SUPPLIER');
	if (quantity < 1) return failed(400, `The quantity of ${id} must be 1 or more`);
	if (org !== undefined && org !== supplier.orgUuid) return failed(422, `No connected supplier has the organization uuid ${org}`);
	if (side !== undefined && side !== supplier.sideUuid) return failed(422, `No connected supplier has the uuid ${side}`);
	const sku = [...state.skus.values()].find((one) => one.sku_id === id);
	if (!sku) return failed(422, `No SKU ${id}`);
	const more = { ...(cost === undefined ? {} : { retailer_provided_sku_cost: cost.toFixed(2) }), ...(notes ? { retailer_item_notes: notes } : {}), ...(attributes ? { retailer_provided_item_attributes: attributes } : {}) };
	return { uuid: newUuid(), skuUuid: sku.uuid, quantity, status: 'Unallocated', designation: null, backorderDate: null, tracking: [], isCancelRequested: false, more };
}

const isAnswer = (value: CruxLine | Answer): value is Answer => typeof value.status === 'number';

/** POST …/orders/create/: a PO number may come twice, so a second sending shows as a second order. */
export function createOrder({ state, operation, body, now }: CruxVisit): Answer {
	const { skus, address } = body as { skus: WantedLine[]; address: Fields & { name: string; city: string } };
	const poNumber = (body.po_number ?? body.purchase_order_id) as string;
	if (poNumber.trim() === '') return failed(400, 'The PO number must not be empty');
	if (skus.length === 0) return failed(400, 'skus must name at least one SKU');
	const lines = skus.map((wanted) => newLine(state, wanted));
	const refusal = lines.find(isAnswer);
	if (refusal) return refusal;
	const attributes = body.retailer_provided_order_attributes ? { retailer_provided_order_attributes: body.retailer_provided_order_attributes } : {};
	const fees = Object.fromEntries(Object.entries(body).filter(([name, value]) => name.startsWith('retailer_provided_') && typeof value === 'number'));
	const order: CruxOrder = {
		uuid: newUuid(), poNumber, created: new Date(now).toISOString().replace('Z', '001Z'), customer: address.name, city: address.city, notes: String(body.retailer_provided_notes ?? body.notes ?? ''),
		isSentToSupplier: true, lines: lines as CruxLine[], address, more: attributes, fees,
	};
	state.orders.push(order);
	return { status: 201, body: operation.version === 'v1' ? orderV1(state, order, true) : { order_uuid: order.uuid, messages: [] } };
}

interface AllocatedLine {
	line_item_uuid: string;
	allocation: { quantity_accepted: number; quantity_rejected: number; quantity_backordered: number; backorder_date?: string };
}

/** What becomes of a line, in the word that the answer says. */
function allocateLine(line: CruxLine, { quantity_accepted: accepted, quantity_rejected: rejected, quantity_backordered: backordered, backorder_date: date }: AllocatedLine['allocation']): string {
	if (line.designation === 'Cancelled') return 'Cancelled';
	const sum = accepted + rejected + backordered;
	Object.assign(line, { allocation: { accepted, rejected, backordered }, status: sum === 0 ? 'Unallocated' : sum < line.quantity ? 'Partial' : 'Allocated', backorderDate: backordered > 0 ? (date ?? null) : null });
	if (line.designation !== 'HasTracking') line.designation = backordered > 0 ? 'Backordered' : accepted > 0 ? 'NeedsTracking' : rejected > 0 ? 'Rejected' : null;
	return backordered > 0 ? 'Backordered' : rejected > 0 && accepted === 0 ? 'Rejected' : 'Allocated';
}

/** PUT …/orders/allocation/{order_uuid}/: 200 for the whole, also when a line is not found. */
export function allocate(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const wanted = visit.body.line_items as AllocatedLine[];
	const lineOf = (uuid: string) => order.lines.find((line) => line.uuid === uuid);
	for (const { line_item_uuid: uuid, allocation: { quantity_accepted: a, quantity_rejected: r, quantity_backordered: b } } of wanted) {
		const quantity = lineOf(uuid)?.quantity ?? Infinity;
		if (Math.min(a, r, b) < 0 || a + r + b > quantity) return failed(422, `Line ${uuid} cannot be allocated: ${a + r + b} are not between 0 and the ${quantity} ordered`);
	}
	return ok(wanted.map(({ line_item_uuid: uuid, allocation }) => {
		const line = lineOf(uuid);
		return { [uuid]: line ? allocateLine(line, allocation) : 'Item Not Found' };
	}));
}

/** PUT /timp/orders/acknowledge/: all orders or none. */
export function acknowledge({ state, body }: CruxVisit): Answer {
	const uuids = (body.uuids as Array<{ order_uuid: string }>).map((one) => one.order_uuid);
	const unknown = uuids.find((uuid) => !state.orders.some((order) => order.uuid === uuid));
	if (unknown || uuids.length === 0) return failed(422, unknown ? `No order ${unknown}` : 'uuids must name at least one order');
	for (const order of state.orders) if (uuids.includes(order.uuid)) order.acknowledged = (order.acknowledged ?? 0) + 1;
	return { status: 204 };
}

interface InvoicedLine {
	line_item_uuid: string;
	quantity_invoiced?: number;
	supplier_provided_sku_cost?: number;
	invoice_item_attributes?: CruxAttribute[];
}

/** POST /timp/orders/{order_uuid}/invoices/: a number may come twice, so that a second sending shows. */
export function createInvoice(visit: CruxVisit): Answer {
	const { state, body } = visit;
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const { invoice_number: number, invoice_attributes: attributes = [], line_items: wanted = [], ...charges } = body as { invoice_number: string; invoice_attributes?: CruxAttribute[]; line_items?: InvoicedLine[] };
	if (number.trim() === '') return failed(400, 'invoice_number must not be empty');
	const items: Fields[] = [];
	for (const { line_item_uuid: uuid, quantity_invoiced: quantity, invoice_item_attributes: own = [] } of wanted) {
		const line = order.lines.find((one) => one.uuid === uuid);
		if (!line || (quantity ?? 1) > line.quantity) return failed(422, `Line ${uuid} cannot be billed: ${line ? `${quantity} are more than the ${line.quantity} ordered` : 'the order has no such line'}`);
		items.push({ sku_id: goodsOf(state, line).skuId, quantity_ordered: line.quantity, quantity_invoiced: quantity ?? line.quantity, supplier_order_number: null, invoice_item_attributes: own });
	}
	const uuid = newUuid();
	(order.invoices ??= []).push({ uuid, number, attributes, items, charges });
	return ok({ invoice_uuid: uuid });
}

/** GET /timp/orders/{order_uuid}/invoices/: the order with its invoices. */
export function getInvoices(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	return order ? ok(orderTimpDetail(visit.state, order)) : noOrder(visit);
}

/** GET /timp/orders/{order_uuid}/fees/ */
export function getFees(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const none = ['retailer_provided_tax', 'retailer_provided_order_fee', 'retailer_provided_shipping_cost', 'retailer_provided_dropship_fee', 'supplier_provided_dropship_fee', 'supplier_provided_order_fee', 'supplier_provided_tax', 'supplier_provided_po_number', 'supplier_provided_order_total'];
	const lines = order.lines.map(({ uuid, more }) => ({ line_item_uuid: uuid, supplier_provided_sku_cost: more?.supplier_provided_sku_cost ?? null }));
	return ok({ ...Object.fromEntries(none.map((name) => [name, null])), ...order.fees, line_items: lines });
}

type LineNotes = Fields & { line_item_uuid: string };

/** Sets members of the lines that are named; a line of another order refuses the whole call. */
function changeLines(order: CruxOrder, wanted: LineNotes[]): Answer | undefined {
	const unknown = wanted.find(({ line_item_uuid: uuid }) => !order.lines.some((line) => line.uuid === uuid));
	if (unknown) return failed(422, `The order has no line ${unknown.line_item_uuid}`);
	for (const { line_item_uuid: uuid, ...members } of wanted) {
		const line = order.lines.find((one) => one.uuid === uuid)!;
		line.more = { ...line.more, ...members };
	}
	return undefined;
}

/** POST /timp/orders/{order_uuid}/fees/: sets what is given. */
export function updateFees(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const { line_items: lines = [], ...fees } = visit.body as { line_items?: LineNotes[] };
	const refusal = changeLines(order, lines);
	if (refusal) return refusal;
	order.fees = { ...order.fees, ...fees };
	return ok(undefined);
}

/** POST /timp/orders/{order_uuid}/attributes/: attributes are added, so that a second sending shows. */
export function updateAttributes(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const { line_items: lines = [], retailer_provided_notes: retailer, supplier_provided_notes: supplier, ...attributes } = visit.body as Fields & { line_items?: LineNotes[] };
	const refusal = changeLines(order, lines);
	if (refusal) return refusal;
	const had = order.more ?? {};
	const added = Object.fromEntries(Object.entries(attributes).map(([name, list]) => [name, [...((had[name] as unknown[] | undefined) ?? []), ...(list as unknown[])]]));
	order.more = { ...had, ...added, ...(retailer === undefined ? {} : { retailer_provided_order_notes: retailer }), ...(supplier === undefined ? {} : { supplier_provided_order_notes: supplier }) };
	return ok(undefined);
}

/** GET /timp/orders/{order_uuid}/attributes/, in the shape of the one sample. */
export function getAttributes(visit: CruxVisit): Answer {
	const order = orderOf(visit);
	if (!order) return noOrder(visit);
	const { more = {}, notes, lines } = order;
	return ok({
		retailer_provided_order_attributes: more.retailer_provided_order_attributes ?? [],
		retailer_provided_notes: more.retailer_provided_order_notes ?? notes,
		line_items: lines.map((line) => ({ line_item_uuid: line.uuid, supplier_provided_notes: line.more?.supplier_provided_notes ?? '', supplier_provided_order_attributes: line.more?.supplier_provided_item_attributes ?? [] })),
	});
}
