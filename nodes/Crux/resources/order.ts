import { body, boolean, collection, dateTime, forList, multiOption, option, text, uuids } from '../../../engine/fields';
import { op, resource } from '../../../engine/table';
import { lineItemLocator, needs, orderLocator, orders } from './fields';

/** Timpanogos wants a space and seconds, version 1 ISO 8601 with milliseconds; both in UTC. */
const writeDate = (utc: Date, version?: string): string => (version === 'v1' ? utc.toISOString() : utc.toISOString().slice(0, 19).replace('T', ' '));

const lines = {
	from: 'line_items',
	each: {
		line_item_uuid: 'line_item_uuid|uuid', sku_id: 'sku_id', item_name: 'item_name', status: 'status', designation: 'line_item_designation',
		item_uuid: 'item_uuid', allocation: 'allocation', tracking: 'tracking|tracking_numbers',
	},
};

const simplify = {
	order_uuid: 'order_uuid|uuid', po_number: 'po_number|purchase_order_id', created_date: 'created_date',
	retailer: 'retailer.organization_name|retailer.name', sent_to_supplier: 'sent_to_supplier', is_allocated: 'is_allocated',
	ship_to: 'address', line_items: lines,
};

const filters = collection({ label: 'Filters', add: 'Add Filter' }, {
	allocationStatuses: body('line_item_allocation_statuses', multiOption({
		label: 'Allocation Statuses', description: 'Orders that have a line in one of these states',
		options: { Unallocated: 'Unallocated', Partial: 'Partial', Allocated: 'Allocated' },
	})),
	designation: body('line_item_designation', option({
		label: 'Line Designation', description: 'Orders that have a line so marked',
		options: { HasTracking: 'Has Tracking', NeedsTracking: 'Needs Tracking', Backordered: 'Backordered', Rejected: 'Rejected', Cancelled: 'Cancelled' },
	})),
	createdAfter: body('start_date', dateTime({ label: 'Created After', description: "A time without a zone is read in the workflow's zone", write: writeDate })),
	createdBefore: body('end_date', dateTime({ label: 'Created Before', description: "A time without a zone is read in the zone of the workflow", write: writeDate })),
	organizationUuids: body('org_uuids', uuids({
		label: 'Organization UUIDs', description: 'Only orders with these organizations, separated by commas', hint: 'Take it from a connection of your organization.',
	})),
	poNumber: body('po_number', text({ label: 'PO Number', description: 'The purchase order number that the retailer gave', version: 'timp' })),
	term: body('term', text({ label: 'SKU Description Word', description: 'A word from the description of a SKU in the order', version: 'timp' })),
	searchTerm: body('term', text({ label: 'Search Term', description: 'An order UUID, a PO number or a SKU ID', version: 'v1' }), ['search_term']),
	sentToSupplier: body('sent_to_supplier', boolean({ label: 'Sent to Supplier', description: 'Whether the order has reached the supplier', version: 'timp' })),
});

const sort = collection({ label: 'Sort', add: 'Add Sorting' }, {
	sortBy: body('sort.key', option({ label: 'Sort By', options: { date: 'Date', sku_id: 'SKU ID', status: 'Status' } })),
	// The text of the page names the direction `dir`, its samples `value`: both are sent.
	sortDirection: body('sort.dir', option({ label: 'Sort Direction', options: { asc: 'Ascending', desc: 'Descending' }, default: 'desc' }), ['sort.value']),
});

export const order = resource('Order', 'order', [
	op({
		value: 'cancelItem', name: 'Cancel Item', action: 'Request cancellation of order line',
		description: 'Ask the supplier to cancel one line of an order; the line is not cancelled until the supplier agrees',
		route: 'DELETE /orders/items/cancel/{lineItem}/',
		effect: 'delete', repeat: 'absolute', lane: ['lineItem'],
		fields: { order: forList(orderLocator('Only fills the list of lines below; not needed when you give the line by ID')), lineItem: lineItemLocator() },
		echo: ({ lineItem }) => ({ success: true, order_item_uuid: lineItem }), always: { status: 'cancellation_requested' },
		meanings: {
			...needs('cancel_order', 'retailer'),
			404: 'The address was not found. Check API Version and the UUID of the line.',
			422: 'This line cannot be cancelled: it is already shipped, already cancelled, or its UUID is unknown.',
		},
	}),
	op({
		value: 'get', name: 'Get', action: 'Get order', description: 'Retrieve an order with its lines',
		route: 'GET /orders/{order}/',
		effect: 'read', repeat: 'absolute',
		fields: { order: orderLocator('The order to look up') }, simplify,
		meanings: { ...needs('view_order'), 404: 'No order with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many orders', description: 'Search the orders of your organization',
		route: 'POST /orders/',
		effect: 'read', repeat: 'absolute',
		fields: { filters, sort }, list: orders, simplify,
		meanings: needs('view_order'),
	}),
]);
