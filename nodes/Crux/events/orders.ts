import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent, Window } from '../../../engine/events';
import { collection } from '../../../engine/fields';
import { rowOf } from '../../../engine/rows';
import { event } from '../../../engine/triggerTable';
import { order } from '../resources/order';
import { allocationStatuses, organizationUuids, writeDate } from '../resources/orderSearch';

const NARROW = 'Lower Look Back (Days), or set a filter.';

/** Orders have no date of change, and may reach a supplier long after they were placed: all of some days are read. */
const lookBack = (days: number): Window => ({ by: 'lookBack', days, time: 'created_date', in: 'body', write: (from, version) => ({ start_date: writeDate(from, version) }) });

const common = {
	reads: rowOf(order, 'getAll'), narrow: NARROW, time: 'created_date',
	body: { sort: { key: 'date', dir: 'desc', value: 'desc' } },
	fields: { filters: collection({ label: 'Filters', add: 'Add Filter' }, { allocationStatuses: allocationStatuses(), organizationUuids: organizationUuids() }) },
};

const listOf = (value: unknown): IDataObject[] => (Array.isArray(value) ? value : []);
const idsOf = (one: IDataObject): IDataObject => ({ order_uuid: one.order_uuid ?? one.uuid, po_number: one.po_number ?? one.purchase_order_id, created_date: one.created_date });

/** The lines of an order, each with what names the order. */
const linesOf = (one: IDataObject): IDataObject[] =>
	listOf(one.line_items).map((line) => ({ ...idsOf(one), ...line, line_item_uuid: line.line_item_uuid ?? line.uuid, line_item_designation: line.line_item_designation ?? line.status }));

/** The packages of the lines of an order; version 1 knows their numbers only. */
const packagesOf = (one: IDataObject): IDataObject[] =>
	linesOf(one).flatMap(({ order_uuid, po_number, line_item_uuid, sku_id, tracking, tracking_numbers: numbers }) =>
		((tracking ?? numbers ?? []) as unknown[]).map((parcel) => ({ order_uuid, po_number, line_item_uuid, sku_id, ...(typeof parcel === 'object' ? parcel : { tracking_number: parcel }) }) as IDataObject));

const invoicesOf = (one: IDataObject): IDataObject[] => listOf(one.invoices).map((invoice) => ({ ...idsOf(one), ...invoice }));

const line = 'line_item_uuid|uuid';

export const orderEvents: TriggerEvent[] = [
	event({
		...common, value: 'newOrder', name: 'New Order', description: 'An order was placed, or has reached you',
		window: lookBack(7), key: ['order_uuid|uuid'],
	}),
	event({
		...common, value: 'orderChanged', name: 'Order Changed', description: 'Lines, allocation, tracking, invoices, notes or attributes of an order have changed',
		window: lookBack(30), key: ['order_uuid|uuid'],
		watches: {
			allocation: { from: 'line_items', each: { line, allocation: 'allocation' } },
			attributes: 'retailer_provided_order_attributes', supplier_attributes: 'supplier_provided_order_attributes',
			invoices: { from: 'invoices', each: { number: 'invoice_number' } },
			is_allocated: 'is_allocated', notes: 'retailer_provided_order_notes|notes', supplier_notes: 'supplier_provided_order_notes', sent_to_supplier: 'sent_to_supplier',
			status: { from: 'line_items', each: { line, status: 'status', designation: 'line_item_designation' } },
			tracking: { from: 'line_items', each: { line, tracking: 'tracking|tracking_numbers' } },
		},
	}),
	event({
		...common, value: 'trackingAdded', name: 'Tracking Added', description: 'A package was sent: an item for each line in it',
		window: lookBack(30), entries: packagesOf, key: ['order_uuid', 'line_item_uuid', 'tracking_number'],
	}),
	event({
		...common, value: 'invoiceAdded', name: 'Invoice Added', description: 'The supplier has billed something of an order', since: 'timp',
		window: lookBack(30), entries: invoicesOf, key: ['order_uuid', 'invoice_number'],
	}),
	event({
		...common, value: 'orderCancelled', name: 'Order Cancelled', description: 'A line of an order is cancelled. A cancellation that is only asked for cannot be seen.',
		window: lookBack(30), entries: linesOf, only: ({ line_item_designation: state }) => state === 'Cancelled', key: ['order_uuid', 'line_item_uuid'],
		simplify: { order_uuid: 'order_uuid', po_number: 'po_number', line_item_uuid: 'line_item_uuid', sku_id: 'sku_id', item_name: 'item_name', allocation: 'allocation', designation: 'line_item_designation' },
	}),
];
