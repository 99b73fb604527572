import type { Columns, Output } from '../../../engine/types';

/** Columns of the order, under the names of Timpanogos in both versions. */
const record: Columns = {
	order_uuid: 'order_uuid|uuid', po_number: 'po_number|purchase_order_id', created_date: 'created_date', retailer: 'retailer.organization_name|retailer.name',
	ship_to_name: 'address.name', ship_to_business_name: 'address.business_name', ship_to_address1: 'address.address1', ship_to_address2: 'address.address2', ship_to_city: 'address.city',
	ship_to_state: 'address.state', ship_to_postal_code: 'address.postal_code', ship_to_country: 'address.country', ship_to_phone: 'address.phone_number',
	retailer_notes: 'retailer_provided_order_notes|notes',
};

/** Columns of a line. */
const entry: Columns = {
	line_item_uuid: 'line_item_uuid|uuid', sku_id: 'sku_id', sku_uuid: 'sku_uuid', sku_name: 'sku_name', item_uuid: 'item_uuid', item_name: 'item_name',
	status: 'status', designation: 'line_item_designation', supplier: 'supplier.organization_name|supplier_name', sku_cost: 'retailer_provided_sku_cost|cost',
	quantity_ordered: 'allocation.quantity_ordered', quantity_accepted: 'allocation.quantity_accepted|allocation.quantity_allocated',
	quantity_rejected: 'allocation.quantity_rejected', quantity_backordered: 'allocation.quantity_backordered', backorder_date: 'allocation.backorder_date',
	tracking_numbers: { from: 'tracking|tracking_numbers', each: 'tracking_number' },
};

const lines = (description: string): Output => ({ value: 'lines', name: 'One Item per Order Line', description, rows: { from: 'line_items', record, entry } });
const orders: Output = { value: 'orders', name: 'Orders', description: 'An item for every order, with its lines' };

/** How orders are handed on: whole, or by line. */
export const ofOne: readonly Output[] = [
	{ value: 'orders', name: 'Whole Order', description: 'One item with the order and its lines' },
	lines('Every line as an item of its own, with flat columns of the order and of the line'),
];
export const ofSome: readonly Output[] = [orders, lines('Every line as an item of its own, with flat columns of its order and of the line')];
/** The same where a limit is given. */
export const ofMany: readonly Output[] = [orders, lines('Every line as an item of its own, with flat columns of its order and of the line; Limit counts orders')];
