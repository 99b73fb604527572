import type { Fields } from '../types';
import { money } from './shapes';
import { accountOf } from './state';
import type { CruxLine, CruxOrder, CruxState, CruxTracking } from './state';

/** Names of a line's goods, as the answers and the search use them. */
export function goodsOf(state: CruxState, line: CruxLine) {
	const sku = state.skus.get(line.skuUuid);
	const item = sku && state.items.get(sku.itemUuid);
	return {
		sku,
		itemName: item?.title ?? '',
		itemUuid: sku?.itemUuid ?? '',
		skuId: sku?.sku_id ?? '',
		skuName: `${item?.title ?? ''} ${sku?.color ?? ''} ${sku?.size ?? ''}`.trim(),
	};
}

function allocationOf({ quantity, status, designation, backorderDate, allocation }: CruxLine, accepted: string): Fields {
	if (allocation) return { quantity_ordered: quantity, [accepted]: allocation.accepted, quantity_backordered: allocation.backordered, quantity_rejected: allocation.rejected, backorder_date: backorderDate };
	const backordered = designation === 'Backordered' ? quantity : 0;
	const rejected = designation === 'Rejected' ? quantity : 0;
	const taken = status === 'Unallocated' ? 0 : quantity - backordered - rejected;
	return { quantity_ordered: quantity, [accepted]: taken, quantity_backordered: backordered, quantity_rejected: rejected, backorder_date: backorderDate };
}

/** Where an order goes. */
export function addressOf({ customer, city, address }: CruxOrder): Fields {
	return {
		name: customer,
		business_name: '',
		address1: '12 Elm Street',
		address2: '',
		city,
		state: 'OR',
		postal_code: '97201',
		phone_number: '555-0100',
		country: 'US',
		...address,
	};
}

/** A line of version 1: one status that also holds what Timpanogos calls designation. */
function lineV1(state: CruxState, line: CruxLine, notesKey: string): Fields {
	const { sku, itemName, itemUuid, skuId, skuName } = goodsOf(state, line);
	const supplier = accountOf(state, 'SUPPLIER');
	const isPlain = line.designation === null || line.designation === 'NeedsTracking';
	return {
		uuid: line.uuid,
		status: isPlain ? line.status : line.designation,
		item_uuid: itemUuid,
		item_name: itemName,
		sku_uuid: line.skuUuid,
		sku_id: skuId,
		sku_name: skuName,
		sku_title_variants: sku ? `${sku.color} / ${sku.size}` : '',
		[notesKey]: '',
		cost: money(sku?.cents ?? 0),
		supplier_uuid: supplier.sideUuid,
		supplier_name: supplier.organization,
		tracking_numbers: line.tracking.map(({ number }) => number),
		allocation: allocationOf(line, 'quantity_allocated'),
	};
}

const trackingTimp = ({ number, carrier, method, weight, cost, date, created, quantity, attributes }: CruxTracking): Fields => ({
	tracking_number: number,
	shipping_carrier: carrier,
	shipping_method: method,
	shipping_weight: weight,
	shipping_cost: cost,
	shipping_date: date,
	created_date: created,
	quantity,
	package_attributes: attributes,
});

function lineTimp(state: CruxState, line: CruxLine): Fields {
	const { sku, itemName, itemUuid, skuId, skuName } = goodsOf(state, line);
	const supplier = accountOf(state, 'SUPPLIER');
	return {
		line_item_uuid: line.uuid,
		status: line.status,
		line_item_designation: line.designation,
		item_uuid: itemUuid,
		item_name: itemName,
		sku_uuid: line.skuUuid,
		sku_id: skuId,
		sku_name: skuName,
		sku_title_variants: sku ? `${sku.color} / ${sku.size}` : '',
		product_codes: { upca: sku?.upca ?? null, ean13: sku?.ean13 ?? null, isbn: sku?.isbn ?? null, gtin14: sku?.gtin14 ?? null, asin: null, mpn: null },
		supplier_item_notes: '',
		retailer_item_notes: '',
		retailer_provided_sku_cost: money(sku?.cents ?? 0),
		supplier: { uuid: supplier.orgUuid, organization_name: supplier.organization, order_submitted_by: null },
		supplier_provided_item_attributes: [],
		retailer_provided_item_attributes: [],
		tracking: line.tracking.map(trackingTimp),
		allocation: allocationOf(line, 'quantity_accepted'),
		...line.more,
	};
}

/** Fees under the names of version 1: shipping by the piece, dropship by the SKU, a fixed one for the order. */
export const feesV1 = (pieces: number, skus: number): Fields => ({
	estimated_shipping_cost: money(450 * pieces),
	drop_ship_fee: money(200 * skus),
	order_fee: money(50),
});

/** What the list of both versions and the detail of version 1 have in common. */
function listed(state: CruxState, order: CruxOrder): Fields {
	const retailer = accountOf(state, 'RETAILER');
	return {
		uuid: order.uuid,
		is_allocated: order.lines.every(({ status }) => status === 'Allocated'),
		purchase_order_id: order.poNumber,
		created_date: order.created,
		fees: feesV1(1, 1),
		retailer: { name: retailer.organization, uuid: retailer.orgUuid, user: { name: retailer.contact, email: retailer.username } },
		address: addressOf(order),
		requested_shipping: { shipping_carrier: 'UPS', shipping_method: 'Ground' },
	};
}

/** An order of version 1; list and detail differ in the name of the line notes. */
export function orderV1(state: CruxState, order: CruxOrder, isDetail: boolean): Fields {
	const notesKey = isDetail ? 'sku_special_instructions' : 'line_item_special_instructions';
	return { ...listed(state, order), notes: order.notes, line_items: order.lines.map((line) => lineV1(state, line, notesKey)) };
}

/** The invoices of an order. */
export const invoicesOf = ({ invoices = [] }: CruxOrder): Fields[] => invoices.map(({ number, attributes, items }) => ({ invoice_number: number, invoice_attributes: attributes, invoice_items: items }));

/** An order in the list of Timpanogos: old names for the order, new ones for its lines. */
export function orderTimpListed(state: CruxState, order: CruxOrder): Fields {
	const notes = { retailer_provided_order_notes: order.notes, supplier_provided_order_notes: '' };
	const attributes = { retailer_provided_order_attributes: [], supplier_provided_order_attributes: [] };
	return { ...listed(state, order), ...notes, ...attributes, ...order.more, invoices: invoicesOf(order), line_items: order.lines.map((line) => lineTimp(state, line)) };
}

/** One order of Timpanogos. */
export function orderTimpDetail(state: CruxState, order: CruxOrder): Fields {
	const retailer = accountOf(state, 'RETAILER');
	return {
		order_uuid: order.uuid,
		po_number: order.poNumber,
		created_date: order.created,
		address: addressOf(order),
		sent_to_supplier: order.isSentToSupplier,
		retailer: { uuid: retailer.orgUuid, organization_name: retailer.organization, order_submitted_by: retailer.contact },
		retailer_provided_order_notes: order.notes,
		supplier_provided_order_notes: '',
		retailer_provided_fees: { order_fee: '0.50', order_tax: '0.00', shipping_cost: '4.50', dropship_fee: '2.00' },
		retailer_provided_order_attributes: [],
		supplier_provided_order_attributes: [],
		...order.more,
		invoices: invoicesOf(order),
		line_items: order.lines.map((line) => lineTimp(state, line)),
	};
}
