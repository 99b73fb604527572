import type { Answer } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { readFilter } from './orderFilter';
import { fulfillmentShape, hrefOf, orderShape } from './orderShapes';
import type { EbayFulfillment, EbayOrder } from './ordersSeed';
import { linksOf, pageOf, recordsOn } from './pages';
import { serialOf } from './serial';

const MOST_IDS = 50;
const TAXES = 'TAX_BREAKDOWN';

const unknownGroup = (group: unknown) => (group === undefined || group === TAXES ? undefined : failed(400, 32800, { fieldGroup: String(group) }));

/** The orders that a query means, or why it means none: IDs overrule the filter. */
function wanted({ state, query, now }: EbayVisit): EbayOrder[] | { refusal: Answer } {
	const all = [...state.orders.values()].sort((a, b) => b.createdAt - a.createdAt);
	if (query.orderIds !== undefined) {
		const ids = String(query.orderIds).split(',');
		return ids.length > MOST_IDS ? { refusal: failed(400, 30900) } : all.filter(({ orderId }) => ids.includes(orderId));
	}
	const filter = readFilter(query.filter as string | undefined, now);
	return 'refusal' in filter ? filter : all.filter(filter);
}

/** GET /order */
export function getOrders(visit: EbayVisit): Answer {
	const { operation, query, address } = visit;
	const refusal = unknownGroup(query.fieldGroups);
	if (refusal) return refusal;
	const page = pageOf(query, { standard: 50, max: 200 });
	if ('wrong' in page) {
		return page.wrong === 'limit' ? failed(400, 31100, { limitvalue: String(query.limit) }) : failed(400, 31000, { offsetvalue: String(query.offset) });
	}
	const found = wanted(visit);
	if ('refusal' in found) return found.refusal;
	const { limit, offset } = page;
	const links = linksOf(page, found.length, `${address}/ebay/api.ebay.com${operation.path}`, query);
	const shown = { isSingle: false, isTaxShown: query.fieldGroups === TAXES };
	return { status: 200, body: { ...links, total: found.length, limit, offset, orders: recordsOn(page, found).map((order) => orderShape(order, address, shown)) } };
}

const ORDER_ID = /^\d{2}-\d{5}-\d{5}$/;

/** GET /order/{orderId} */
export function getOrder({ state, params, query, address }: EbayVisit): Answer {
	const { orderId } = params;
	const refusal = unknownGroup(query.fieldGroups);
	if (refusal) return refusal;
	const order = state.orders.get(orderId);
	if (!order) return failed(ORDER_ID.test(orderId) ? 404 : 400, 32100, { orderId });
	return { status: 200, body: orderShape(order, address, { isSingle: true, isTaxShown: query.fieldGroups === TAXES }) };
}

interface Parcel {
	lineItems: Array<{ lineItemId: string; quantity?: number }>;
	shippedDate?: string;
	shippingCarrierCode?: string;
	trackingNumber?: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

function parcelRefusal(order: EbayOrder, { lineItems, shippedDate, shippingCarrierCode, trackingNumber }: Parcel): Answer | undefined {
	if (lineItems.length === 0) return failed(400, 32600, {}, 'lineItems is empty');
	const ids = lineItems.map(({ lineItemId }) => lineItemId);
	if (new Set(ids).size < ids.length) return failed(400, 32210);
	for (const { lineItemId, quantity = 1 } of lineItems) {
		const line = order.lines.find((entry) => entry.lineItemId === lineItemId);
		if (!line) return failed(400, 32200, { lineItemId });
		if (quantity < 1 || quantity > line.quantity) return failed(400, 32600, {}, `Of line ${lineItemId} 1 to ${line.quantity} can be shipped`);
	}
	const isTracked = trackingNumber !== undefined;
	if (isTracked !== (shippingCarrierCode !== undefined) || (isTracked && !/^[A-Za-z0-9]+$/.test(trackingNumber))) return failed(400, 32300);
	return shippedDate !== undefined && !(DATE.test(shippedDate) && Date.parse(shippedDate)) ? failed(400, 32500) : undefined;
}

/** POST /order/{orderId}/shipping_fulfillment: each call makes a parcel, an equal one too. */
export function createShippingFulfillment({ state, params, body, address, now }: EbayVisit): Answer {
	const { orderId } = params;
	const order = state.orders.get(orderId);
	if (!order) return failed(400, 32100, { orderId });
	const parcel = body as unknown as Parcel;
	const refusal = parcelRefusal(order, parcel);
	if (refusal) return refusal;
	const lines = parcel.lineItems.map(({ lineItemId, quantity = 1 }) => ({ lineItemId, quantity }));
	const { trackingNumber, shippingCarrierCode: carrier, shippedDate: shippedAt = new Date(now).toISOString() } = parcel;
	const fulfillment: EbayFulfillment = { fulfillmentId: serialOf(state, 99000000000000), trackingNumber, carrier, shippedAt, lines };
	order.fulfillments.push(fulfillment);
	order.modifiedAt = now;
	for (const { lineItemId, quantity } of lines) {
		const line = order.lines.find((entry) => entry.lineItemId === lineItemId);
		if (line) line.shipped += quantity;
	}
	return { status: 201, headers: { location: `${hrefOf(address, orderId)}/${fulfillment.fulfillmentId}` } };
}

/** GET /order/{orderId}/shipping_fulfillment/{fulfillmentId} */
export function getShippingFulfillment({ state, params: { orderId, fulfillmentId } }: EbayVisit): Answer {
	const order = state.orders.get(orderId);
	if (!order) return failed(400, 32100, { orderId });
	const found = order.fulfillments.find((one) => one.fulfillmentId === fulfillmentId);
	return found ? { status: 200, body: fulfillmentShape(found) } : failed(400, 32110, { fulfillmentId });
}

/** GET /order/{orderId}/shipping_fulfillment */
export function getShippingFulfillments({ state, params }: EbayVisit): Answer {
	const order = state.orders.get(params.orderId);
	if (!order) return failed(400, 32100, { orderId: params.orderId });
	return { status: 200, body: { fulfillments: order.fulfillments.map(fulfillmentShape), total: order.fulfillments.length } };
}
