import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../../../engine/json';
import type { List, Picker } from '../../../engine/types';

/** Timpanogos answers in pages of start and limit; version 1 answers everything at once. */
const pagedByTotal = (items: string): List => ({
	items, id: ['uuid'],
	paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 100, total: 'pagination.total_count', version: 'timp' },
});

export const inventoryLists = pagedByTotal('inventory_lists');
export const catalogs = pagedByTotal('catalogs');

const pagedByNext = (items: string, max: number): List => ({
	items, id: ['uuid'],
	paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max, total: 'pagination.total_count', next: 'pagination.next_start_index', version: 'timp' },
});

export const skus = pagedByNext('skus', 500);
export const items = pagedByNext('items', 200);

export const orders: List = { items: 'orders', id: ['uuid', 'order_uuid'], paging: { in: 'body', by: 'records', at: 'start', limit: 'limit', max: 100, total: 'total_results' } };

export const foundItems: List = {
	items: 'items', id: ['uuid'], paging: { in: 'body', by: 'records', at: 'pagination.start', limit: 'pagination.limit', max: 100, total: 'pagination.total_count' },
};

/** Values of a facet with how many items each has, from a search that asks for one item only. Categories stand by supplier. */
const facetPicker = (name: string, facet: string, grouped?: true): Picker => ({
	name, route: 'POST /products/items/search/', list: { items: `facets.${facet}`, id: ['uuid'], ...(grouped ? { grouped } : {}) }, body: { 'pagination.start': 0, 'pagination.limit': 1 },
	label: ({ name: label, uuid, count }) => `${textOf(label ?? uuid)} (${textOf(count ?? '?')})`, value: ['uuid'],
});

export const categoryPicker = facetPicker('getCategories', 'categories', true);
export const codePicker = facetPicker('getProductIdentifiers', 'product_identifiers');
export const originPicker = facetPicker('getShippingOrigins', 'shipping_origin_country');
export const facetSupplierPicker = facetPicker('getFacetSuppliers', 'supplier');

export const connectionRequests: List = {
	items: 'requests', id: ['record_uuid'], paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 100, total: 'pagination.total_count' },
};

/** A list that comes as a bare array. */
export const wholeList = (id = 'uuid'): List => ({ items: '', id: [id] });

const at = (record: IDataObject, ...path: string[]): IDataObject => path.reduce<IDataObject>((one, name) => (one[name] ?? {}) as IDataObject, record);

export const listPicker: Picker = {
	name: 'searchInventoryLists', route: 'GET /products/inventory-lists/', list: inventoryLists,
	label: ({ name, uuid }) => textOf(name ?? uuid), value: ['uuid'],
};

export const catalogPicker: Picker = {
	name: 'searchCatalogs', route: 'GET /products/catalogs/', list: catalogs,
	label: ({ name, uuid }) => textOf(name ?? uuid), value: ['uuid'],
};

export const itemPicker: Picker = {
	name: 'searchItems', route: 'POST /products/items/search/', list: { ...foundItems, paging: { ...foundItems.paging!, max: 50 } }, search: 'search_term',
	label: ({ title, item_id: id, uuid }) => `${textOf(title ?? uuid)} (${textOf(id)})`, value: ['uuid'],
};

export const skuPicker: Picker = {
	name: 'searchSkus', route: 'GET /products/skus/', list: skus,
	label: ({ sku_id: sku, uuid }) => textOf(sku ?? uuid), value: ['uuid'],
};

export const orderPicker: Picker = {
	name: 'searchOrders', route: 'POST /orders/', list: { ...orders, paging: { ...orders.paging!, max: 50 } },
	body: { sort: { key: 'date', dir: 'desc', value: 'desc' } },
	label: (order) => `${textOf(order.po_number ?? order.purchase_order_id)} – ${textOf(order.created_date).slice(0, 10)}`,
	value: ['order_uuid', 'uuid'],
};

const quantityOf = (line: IDataObject): unknown => at(line, 'allocation').quantity_ordered ?? line.quantity ?? '?';

export const linePicker: Picker = {
	name: 'searchLineItems', route: 'GET /orders/{order}/', list: { items: 'line_items', id: ['line_item_uuid', 'uuid'] },
	label: (line) => `${textOf(line.sku_id)} × ${textOf(quantityOf(line))} (${textOf(line.status)})`,
	value: ['line_item_uuid', 'uuid'],
	parent: { parameter: 'order', label: 'Order', thing: 'order' },
};

/** A supplier has two UUIDs, which differ: its own, and the one of its organization. */
const supplierPicker = (name: string, value: string): Picker => ({
	name, route: 'GET /organizations/connections/', list: wholeList(value),
	label: (connection) => `${textOf(at(connection, 'supplier', 'organization').name)} (${textOf(connection.status).toLowerCase()})`, value: [value],
});

export const supplierUuidPicker = supplierPicker('searchSuppliers', 'supplier.uuid');
/** The same as a choice of several. */
export const suppliersPicker = supplierPicker('getSuppliers', 'supplier.uuid');
export const supplierOrganizationPicker = supplierPicker('searchSupplierOrganizations', 'supplier.organization.uuid');

export const userPicker: Picker = {
	name: 'searchUsers', route: 'GET /organizations/users/all/', list: wholeList(),
	label: (user) => `${textOf(at(user, 'person').first_name)} ${textOf(at(user, 'person').last_name)} (${textOf(at(user, 'person').email)})`, value: ['uuid'],
};

export const permissionPicker: Picker = {
	name: 'getPermissions', route: 'GET /organizations/all_permissions/', list: wholeList(),
	label: ({ display_name: label, name }) => textOf(label ?? name), value: ['uuid'],
};

export const requestPicker: Picker = {
	name: 'searchConnectionRequests', route: 'GET /organizations/connections/request/', list: connectionRequests,
	label: ({ org_name: name, record_uuid: id }) => textOf(name ?? id), value: ['record_uuid'],
};

export const settingPicker: Picker = {
	name: 'searchNotificationSettings', route: 'GET /notifications/notification-settings/', list: wholeList(),
	label: ({ notification_display_name: label, notification_name: name }) => textOf(label ?? name), value: ['uuid'],
};
