import type { IDataObject } from 'n8n-workflow';
import { path, uuid, uuidLocator } from '../../../engine/fields';
import type { Job, List, Meanings, Picker } from '../../../engine/types';

/** Timpanogos answers in pages of start and limit; version 1 answers everything at once. */
export const inventoryLists: List = {
	items: 'inventory_lists', id: ['uuid'],
	paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 100, total: 'pagination.total_count', version: 'timp' },
};

export const orders: List = { items: 'orders', id: ['uuid', 'order_uuid'], paging: { in: 'body', by: 'records', at: 'start', limit: 'limit', max: 100, total: 'total_results' } };

export const skus: List = {
	items: 'skus', id: ['uuid'],
	paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 500, total: 'pagination.total_count', next: 'pagination.next_start_index', version: 'timp' },
};

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const listPicker: Picker = {
	name: 'searchInventoryLists', route: 'GET /products/inventory-lists/', list: inventoryLists,
	label: ({ name, uuid }) => text(name ?? uuid), value: ['uuid'],
};

const orderPicker: Picker = {
	name: 'searchOrders', route: 'POST /orders/', list: { ...orders, paging: { ...orders.paging!, max: 50 } },
	body: { sort: { key: 'date', dir: 'desc', value: 'desc' } },
	label: (order) => `${text(order.po_number ?? order.purchase_order_id)} – ${text(order.created_date).slice(0, 10)}`,
	value: ['order_uuid', 'uuid'],
};

const linePicker: Picker = {
	name: 'searchLineItems', route: 'GET /orders/{order}/', list: { items: 'line_items', id: ['line_item_uuid', 'uuid'] },
	label: (line) => `${text(line.sku_id)} × ${text(quantityOf(line))} (${text(line.status)})`,
	value: ['line_item_uuid', 'uuid'],
	parent: { parameter: 'order', label: 'Order', thing: 'order' },
};

const quantityOf = (line: IDataObject): unknown => (line.allocation as IDataObject | undefined)?.quantity_ordered ?? line.quantity ?? '?';

const skuPicker: Picker = {
	name: 'searchSkus', route: 'GET /products/skus/', list: skus,
	label: ({ sku_id: sku, uuid }) => text(sku ?? uuid), value: ['uuid'],
};

export const inventoryListLocator = () =>
	path('inventory_list_uuid', uuidLocator({
		label: 'Inventory List', description: 'The list to work on', picker: listPicker,
		hint: 'The name of a list is not its UUID: choose the list from the list.',
	}));

export const orderLocator = (description: string) =>
	path('order_uuid', uuidLocator({ label: 'Order', description, picker: orderPicker, hint: 'A PO number is not the UUID of an order: choose the order from the list.' }));

export const lineItemLocator = () =>
	path('order_item_uuid', uuidLocator({
		label: 'Line Item', description: 'The order line to cancel, by its own UUID (not the UUID of the item sold)', picker: linePicker,
		hint: "The line's UUID stands in 'line_items' of the order; an item number or a SKU does not name a line.",
	}));

export const itemUuid = () =>
	path('item_uuid', uuid({ label: 'Item UUID', required: true, hint: "A supplier's item number is not a UUID: take 'item.uuid' of a SKU." }));

export const skuLocator = () =>
	path('sku_uuid', uuidLocator({ label: 'SKU', description: 'The SKU to look up', picker: skuPicker, hint: "The supplier's own SKU ID is not the UUID: choose the SKU from the list." }));

/** What a 403 means when the operation names its permission, and a 409 when it names its side. */
export const needs = (permission: string, side?: 'retailer' | 'supplier'): Meanings => {
	const meanings: Meanings = { 403: `The user of the credential lacks the permission '${permission}'. An administrator of your organization can assign it.` };
	if (side) meanings[409] = `This needs a ${side} account; the credential belongs to a ${side === 'retailer' ? 'supplier' : 'retailer'}.`;
	return meanings;
};

/** An export answers at once; its file is ready some time later. The page of its look-up exists in Timpanogos only, and shows no status but COMPLETED. */
export const exportedFile: Job = { id: 'uuid|export.uuid', route: 'GET /data/export/{job}/', version: 'timp', status: 'status', done: ['COMPLETED'], failed: /FAIL|ERROR|CANCEL/i, link: 'url' };
