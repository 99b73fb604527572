import { storeFile } from '../files';
import type { Answer, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import { findItems } from './itemSearch';
import { findOrders } from './orderSearch';
import type { OrderSearch } from './orderSearch';
import { addressOf, goodsOf } from './orderShapes';
import { membership, money } from './shapes';
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
	return ok({ uuid: start(state, csvOf(state, found.orders), end) });
}

function start(state: CruxState, csv: string, end: CruxExport['end'] = 'COMPLETED'): string {
	const uuid = newUuid();
	state.exports.set(uuid, { uuid, end, csv, polls: 0, link: null });
	return uuid;
}

/** POST …/orders/export/: orders by uuid; an unknown one refuses the whole. */
export function startOrderExportByUuid({ state, body }: CruxVisit): Answer {
	const uuids = body.uuids as string[];
	const unknown = uuids.find((uuid) => !state.orders.some((order) => order.uuid === uuid));
	if (unknown || uuids.length === 0) return failed(422, unknown ? `No order ${unknown}` : 'uuids must name at least one order');
	return ok({ uuid: start(state, csvOf(state, state.orders.filter(({ uuid }) => uuids.includes(uuid)))) });
}

/** POST …/products/items/export/ and …/products/items/search/export/: the SKUs of items, by uuid or by a search. */
export function startItemExport({ state, body }: CruxVisit): Answer {
	const uuids = body.item_uuids as string[] | undefined;
	const unknown = uuids?.find((uuid) => !state.items.has(uuid));
	if (unknown) return failed(422, `No item ${unknown}`);
	const items = uuids ? [...state.items.values()].filter(({ uuid }) => uuids.includes(uuid)) : findItems(state, body, membership(state));
	const rows = items.flatMap((item) => item.skuUuids.map((uuid) => [item.item_id, state.skus.get(uuid)?.sku_id ?? '', item.title, item.brand, String(state.skus.get(uuid)?.quantity_in_stock ?? '')]));
	return ok({ export: { uuid: start(state, [['item_id', 'sku_id', 'title', 'brand', 'quantity_in_stock'], ...rows].map((cells) => `${cells.map(cell).join(',')}\n`).join('')) } });
}

/** POST /accounting/transactions/export/ */
export const startTransactionExport = ({ state }: CruxVisit): Answer =>
	ok({ uuid: start(state, ['transaction_id,total,status\n', ...state.transactions.map(({ id, total, status }) => `${id},${total},${status}\n`)].join('')) });

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
