import { body, boolean, collection, dateTime, integer, multiOption, option, text, uuids } from '../../../engine/fields';

/** Timpanogos wants a space and seconds, version 1 ISO 8601 with milliseconds; both in UTC. */
export const writeDate = (utc: Date, version?: string): string => (version === 'v1' ? utc.toISOString() : utc.toISOString().slice(0, 19).replace('T', ' '));

const DESIGNATIONS = { HasTracking: 'Has Tracking', NeedsTracking: 'Needs Tracking', Backordered: 'Backordered', Rejected: 'Rejected', Cancelled: 'Cancelled' };

export const allocationStatuses = () => body('line_item_allocation_statuses', multiOption({
	label: 'Allocation Statuses', description: 'Orders that have a line in one of these states',
	options: { Unallocated: 'Unallocated', Partial: 'Partial', Allocated: 'Allocated' },
}));

export const organizationUuids = () => body('org_uuids', uuids({
	label: 'Organization UUIDs', description: 'Only orders with these organizations, separated by commas', hint: 'Take it from a connection of your organization.',
}));

/** What an order search of either version can be narrowed by. */
export const filters = collection({ label: 'Filters', add: 'Add Filter' }, {
	allocationStatuses: allocationStatuses(),
	designation: body('line_item_designation', option({
		label: 'Line Designation', description: 'Orders that have a line so marked',
		options: DESIGNATIONS,
	})),
	createdAfter: body('start_date', dateTime({ label: 'Created After', description: "A time without a zone is read in the workflow's zone", write: writeDate })),
	createdBefore: body('end_date', dateTime({ label: 'Created Before', description: "A time without a zone is read in the zone of the workflow", write: writeDate })),
	organizationUuids: organizationUuids(),
	poNumber: body('po_number', text({ label: 'PO Number', description: 'The purchase order number that the retailer gave', version: 'timp' })),
	term: body('term', text({ label: 'SKU Description Word', description: 'A word from the description of a SKU in the order', version: 'timp' })),
	searchTerm: body('term', text({ label: 'Search Term', description: 'An order UUID, a PO number or a SKU ID', version: 'v1' }), ['search_term']),
	sentToSupplier: body('sent_to_supplier', boolean({ label: 'Sent to Supplier', description: 'Whether the order has reached the supplier', version: 'timp' })),
});

export const sort = collection({ label: 'Sort', add: 'Add Sorting' }, {
	sortBy: body('sort.key', option({ label: 'Sort By', options: { date: 'Date', sku_id: 'SKU ID', status: 'Status' } })),
	// The text of the page names the direction `dir`, its samples `value`: both are sent.
	sortDirection: body('sort.dir', option({ label: 'Sort Direction', options: { asc: 'Ascending', desc: 'Descending' }, default: 'desc' }), ['sort.value']),
});

const isoDate = (utc: Date): string => utc.toISOString();

/** The export reads dates and words as version 1 does, in both versions, and takes several designations. */
export const exportFilters = collection({ label: 'Filters', add: 'Add Filter', description: 'Without a filter, every order' }, {
	allocationStatuses: allocationStatuses(),
	createdAfter: body('start_date', dateTime({ label: 'Created After', description: "A time without a zone is read in the workflow's zone", write: isoDate })),
	createdBefore: body('end_date', dateTime({ label: 'Created Before', description: 'A time without a zone is read in the zone of the workflow', write: isoDate })),
	designations: body('line_item_designation', multiOption({ label: 'Line Designations', description: 'Orders that have a line so marked', options: DESIGNATIONS })),
	numberOfOrders: body('limit', integer({ label: 'Number of Orders', min: 1, default: 100, description: 'How many orders the file holds at most' })),
	organizationUuids: organizationUuids(),
	start: body('start', integer({ label: 'Start', description: 'How many orders to leave out at the beginning' })),
	term: body('term', text({ label: 'Search Term', description: 'An order UUID, a PO number or a SKU ID' })),
});
