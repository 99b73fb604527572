import type { Columns, Output, Simplify } from '../../../engine/types';

/** What an order is called in the three shapes in which the two versions answer it: the names of Timpanogos stand for all. */
const ofOrder = {
	order_uuid: 'order_uuid|uuid', po_number: 'po_number|purchase_order_id', created_date: 'created_date', retailer: 'retailer.organization_name|retailer.name',
	retailer_notes: 'retailer_provided_order_notes|notes',
};

const ofLine = {
	line_item_uuid: 'line_item_uuid|uuid', sku_id: 'sku_id', sku_uuid: 'sku_uuid', sku_name: 'sku_name', item_uuid: 'item_uuid', item_name: 'item_name',
	status: 'status', designation: 'line_item_designation', supplier: 'supplier.organization_name|supplier_name', sku_cost: 'retailer_provided_sku_cost|cost',
	quantity_ordered: 'allocation.quantity_ordered', quantity_accepted: 'allocation.quantity_accepted|allocation.quantity_allocated',
	quantity_rejected: 'allocation.quantity_rejected', quantity_backordered: 'allocation.quantity_backordered', backorder_date: 'allocation.backorder_date',
	line_notes: 'retailer_item_notes|sku_special_instructions|line_item_special_instructions',
};

/** Version 1 names the packages of a line only, Timpanogos tells about them. */
const packages = {
	from: 'tracking|tracking_numbers',
	each: { tracking_number: 'tracking_number|value', carrier: 'shipping_carrier', method: 'shipping_method', shipping_date: 'shipping_date', quantity: 'quantity' },
};

const shared: Simplify = { ...ofOrder, ship_to: 'address', line_items: { from: 'line_items', each: { ...ofLine, tracking: packages } } };
const timpOnly: Simplify = { supplier_notes: 'supplier_provided_order_notes', invoices: 'invoices' };

/** Each of the two is told by some answers only: whether all is allocated by lists and by version 1, whether it is sent by a single order of Timpanogos. */
const allocated: Simplify = { is_allocated: 'is_allocated' };
const sent: Simplify = { sent_to_supplier: 'sent_to_supplier' };

/** How orders look in a list, alone, alone in one version, and when they were made in version 1. */
export const listed: Simplify = { ...shared, ...timpOnly, ...allocated };
export const detail: Simplify = { ...listed, ...sent };
export const timpDetail: Simplify = { ...shared, ...timpOnly, ...sent };
export const made: Simplify = { ...shared, ...allocated };

const record: Columns = {
	...ofOrder,
	ship_to_name: 'address.name', ship_to_business_name: 'address.business_name', ship_to_address1: 'address.address1', ship_to_address2: 'address.address2', ship_to_city: 'address.city',
	ship_to_state: 'address.state', ship_to_postal_code: 'address.postal_code', ship_to_country: 'address.country', ship_to_phone: 'address.phone_number',
};
const entry: Columns = { ...ofLine, tracking_numbers: { from: 'tracking|tracking_numbers', each: 'tracking_number' } };

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
