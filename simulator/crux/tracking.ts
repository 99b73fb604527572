import type { Answer, Fields, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import type { CruxAttribute, CruxCaller, CruxLine, CruxOrder, CruxState, CruxTracking } from './state';

interface Shipped {
	uuid: string;
	quantity: number;
	skuCost?: number;
}

/** A package as either version tells of it. */
interface Parcel {
	number: string;
	carrier?: string;
	method?: string;
	weight?: number;
	cost?: number;
	date?: string;
	attributes: CruxAttribute[];
	lines: Shipped[];
}

const parcelTimp = (body: Fields): Parcel => {
	const given = body as Record<string, string> & { package_weight?: number; package_ship_cost?: number; package_attributes?: CruxAttribute[] };
	const lines = body.line_items as Array<{ line_item_uuid: string; quantity_shipped: number; supplier_provided_sku_cost?: number }>;
	return {
		number: given.tracking_number,
		carrier: given.supplier_provided_carrier,
		method: given.supplier_provided_method,
		weight: given.package_weight,
		cost: given.package_ship_cost,
		date: given.package_ship_date,
		attributes: given.package_attributes ?? [],
		lines: lines.map(({ line_item_uuid: uuid, quantity_shipped: quantity, supplier_provided_sku_cost: skuCost }) => ({ uuid, quantity, skuCost })),
	};
};

const parcelV1 = (body: Fields): Parcel => {
	const { tracking: number, carrier, method, weight, ship_cost: cost } = body as { tracking: string; carrier?: string; method?: string; weight?: number; ship_cost?: number };
	const lines = body.line_items as Array<{ line_item_uuid: string; quantity: number; sku_cost?: number }>;
	return { number, carrier, method, weight, cost, attributes: [], lines: lines.map(({ line_item_uuid: uuid, quantity, sku_cost: skuCost }) => ({ uuid, quantity, skuCost })) };
};

function lineProblem(line: CruxLine | undefined, quantity: number): string | undefined {
	if (!line) return 'the order has no such line';
	if (line.status === 'Unallocated') return 'it is not allocated yet';
	if (line.designation === 'Rejected' || line.designation === 'Cancelled') return `it is ${line.designation.toLowerCase()}`;
	return quantity > line.quantity ? `${quantity} are more than the ${line.quantity} ordered` : undefined;
}

/** What is wrong with a package; earlier packages do not count, so that a second sending shows. */
function refusalOf(order: CruxOrder, { number, lines }: Parcel): Answer | undefined {
	if (number.trim() === '') return failed(400, 'The tracking number must not be empty');
	if (lines.length === 0) return failed(400, 'line_items must name at least one line');
	const none = lines.find(({ quantity }) => quantity < 1);
	if (none) return failed(400, `The quantity of line ${none.uuid} must be 1 or more`);
	for (const { uuid } of lines) {
		const quantity = lines.filter((line) => line.uuid === uuid).reduce((sum, line) => sum + line.quantity, 0);
		const problem = lineProblem(order.lines.find((line) => line.uuid === uuid), quantity);
		if (problem) return failed(422, `Line ${uuid} cannot be shipped: ${problem}`);
	}
	return undefined;
}

const decimal = (value: number | undefined): string | null => value?.toFixed(2) ?? null;

function entryOf(parcel: Parcel, { quantity, skuCost }: Shipped, packageUuid: string, now: number): CruxTracking {
	const { number, carrier = null, method = null, weight, cost, date, attributes } = parcel;
	const created = new Date(now).toISOString();
	const measures = { weight: decimal(weight), cost: decimal(cost), skuCost: decimal(skuCost) };
	return { packageUuid, number, carrier, method, ...measures, date: date ?? created.slice(0, 10), created, quantity, attributes };
}

/** POST …/orders/tracking/{order_uuid}/: adds a package, also when one with this number is there already. */
export function addTracking({ state, operation, params, body, now }: Visit<CruxState, CruxCaller>): Answer {
	const order = state.orders.find(({ uuid }) => uuid === params.order_uuid);
	if (!order) return failed(404, `No order ${params.order_uuid}`);
	const isTimp = operation.version === 'timp';
	const parcel = isTimp ? parcelTimp(body) : parcelV1(body);
	const refusal = refusalOf(order, parcel);
	if (refusal) return refusal;
	const packageUuid = newUuid();
	for (const shipped of parcel.lines) {
		const line = order.lines.find(({ uuid }) => uuid === shipped.uuid);
		line?.tracking.push(entryOf(parcel, shipped, packageUuid, now));
		if (line) line.designation = 'HasTracking';
	}
	return ok(isTimp ? { package_uuid: packageUuid } : undefined);
}
