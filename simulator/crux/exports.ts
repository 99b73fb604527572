import { storeFile } from '../files';
import type { Answer, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import { findOrders } from './orderSearch';
import type { OrderSearch } from './orderSearch';
import { addressOf, goodsOf } from './orderShapes';
import { money } from './shapes';
import { accountOf } from './state';
import type { CruxCaller, CruxExport, CruxLine, CruxOrder, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

/** Search terms that decide how an export ends. */
const ENDS: Record<string, CruxExport['end']> = { fail: 'FAILED', slow: 'never' };

/** One row of the order file: a line with its order. */
function rowOf(state: CruxState, order: CruxOrder, line: CruxLine): Record<string, string> {
	const { sku, skuId } = goodsOf(state, line);
	const { phone_number: phone, ...address } = addressOf(order);
	return {
		retailer_po_number: order.poNumber,
		order_uuid: order.uuid,
		supplier_org_uuid: accountOf(state, 'SUPPLIER').orgUuid,
		requested_shipping_carrier: 'UPS',
		requested_shipping_method: 'Ground',
		sku_id: skuId,
		sku_title_variants: sku ? `${sku.color} / ${sku.size}` : '',
		retailer_provided_sku_cost: money(sku?.cents ?? 0),
		line_item_uuid: line.uuid,
		line_item_special_instructions: '',
		quantity: String(line.quantity),
		...(address as Record<string, string>),
		phone: phone as string,
		estimated_shipping_cost: '4.50',
		dropship_fee: '2.00',
		per_order_fee: '0.50',
		estimated_tax: '0.00',
		retailer_provided_order_attributes: '',
		retailer_provided_notes: order.notes,
		retailer_provided_line_item_attributes: '',
	};
}

const COLUMNS = [
	'retailer_po_number', 'order_uuid', 'supplier_org_uuid', 'requested_shipping_carrier', 'requested_shipping_method', 'sku_id', 'sku_title_variants',
	'retailer_provided_sku_cost', 'line_item_uuid', 'line_item_special_instructions', 'quantity', 'business_name', 'name', 'phone', 'address1', 'address2',
	'city', 'state', 'country', 'postal_code', 'estimated_shipping_cost', 'dropship_fee', 'per_order_fee', 'estimated_tax',
	'retailer_provided_order_attributes', 'retailer_provided_notes', 'retailer_provided_line_item_attributes',
];

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function csvOf(state: CruxState, orders: CruxOrder[]): string {
	const rows = orders.flatMap((order) => order.lines.map((line) => rowOf(state, order, line)));
	return [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))].map((cells) => `${cells.map(cell).join(',')}\n`).join('');
}

/** POST …/orders/search/export/: start and limit bound the rows; without them, all that is found. */
export function startOrderExport({ state, body }: CruxVisit): Answer {
	const { term = '' } = body as OrderSearch;
	const end = ENDS[term] ?? 'COMPLETED';
	const found = findOrders(state, 'v1', body, Number.MAX_SAFE_INTEGER);
	if ('problem' in found) return failed(400, found.problem);
	const uuid = newUuid();
	state.exports.set(uuid, { uuid, end, csv: csvOf(state, found.orders), polls: 0, link: null });
	return ok({ uuid });
}

function fileOf(state: CruxState, { csv }: CruxExport, now: number): string {
	const fileName = `orders_${new Date(now).toISOString().slice(0, 10)}.csv`;
	return storeFile(state.files, { content: Buffer.from(csv, 'utf8'), contentType: 'text/csv', fileName });
}

/** GET /timp/data/export/{export_uuid}/: pending at first; only COMPLETED is a documented word. */
export function getExport({ state, params, address, now }: CruxVisit): Answer {
	const found = state.exports.get(params.export_uuid);
	if (!found) return failed(404, `No export ${params.export_uuid}`);
	const { uuid, end } = found;
	found.polls += 1;
	if (end === 'never' || found.polls <= state.pendingPolls) return ok({ uuid, status: 'PENDING', url: null });
	if (end === 'FAILED') return ok({ uuid, status: end, url: null });
	found.link ??= fileOf(state, found, now);
	return ok({ uuid, status: end, url: `${address}${found.link}` });
}
