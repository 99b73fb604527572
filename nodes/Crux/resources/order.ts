import { repeated } from '../../../engine/composites';
import { body, collection, integer, path, text, under, uuids } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { exportedFile, needs, orderLocator } from './fields';
import { cancelRows } from './orderCancel';
import { createRows } from './orderCreate';
import { detailRows } from './orderDetails';
import { ofMany, ofOne, ofSome } from './orderRows';
import { exportFilters, filters, sort } from './orderSearch';
import { supplyRows } from './orderSupply';
import { orders } from './pickers';

const lines = {
	from: 'line_items',
	each: {
		line_item_uuid: 'line_item_uuid|uuid', sku_id: 'sku_id', item_name: 'item_name', status: 'status', designation: 'line_item_designation',
		item_uuid: 'item_uuid', allocation: 'allocation', tracking: 'tracking|tracking_numbers',
	},
};

/** What both the detail and the lists of orders have. */
const shared = {
	order_uuid: 'order_uuid|uuid', po_number: 'po_number|purchase_order_id', created_date: 'created_date',
	retailer: 'retailer.organization_name|retailer.name',
	ship_to: 'address', line_items: lines,
};

const simplify = { ...shared, is_allocated: 'is_allocated' };

export const order = resource('Order', 'order', [
	...createRows, ...cancelRows, ...supplyRows, ...detailRows,
	op({
		value: 'estimateFees', name: 'Estimate Fees', action: 'Estimate fees of order', description: 'Calculate shipping and fees of an order before it is placed',
		route: 'POST /orders/fees/', until: 'v1',
		effect: 'read', repeat: 'absolute',
		fields: {
			skus: body('skus', repeated({ label: 'SKUs', add: 'Add SKU', entry: 'SKU', required: true, description: 'What would be ordered' }, {
				sku: body('sku_id', text({ label: 'SKU ID', required: true })), quantity: body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1 })),
			})),
			address: collection({ label: 'Address', add: 'Add Field', description: 'Where the order would go' }, under('address', {
				address1: body('address1', text({ label: 'Address Line 1' })), address2: body('address2', text({ label: 'Address Line 2' })),
				businessName: body('business_name', text({ label: 'Business Name' })), city: body('city', text({ label: 'City' })), name: body('name', text({ label: 'Name' })),
				phone: body('phone_number', text({ label: 'Phone Number' })), postalCode: body('postal_code', text({ label: 'Postal Code' })), state: body('state', text({ label: 'State' })),
			})),
			shipping: collection({ label: 'Shipping', add: 'Add Field' }, {
				carrier: body('shipping_carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })), method: body('shipping_method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
			}),
		},
		meanings: { ...needs('create_order', 'retailer'), 422: 'One of the SKUs is not known.' },
	}),
	op({
		value: 'export', name: 'Export', action: 'Export orders', description: 'Get chosen orders as a CSV file, which the user of the credential also gets by e-mail',
		route: 'POST /orders/export/',
		effect: 'create', repeat: 'never', job: exportedFile,
		fields: { orderUuids: body('uuids', uuids({ label: 'Order UUIDs', required: true, description: 'Those to export, separated by commas or line breaks', hint: "A PO number is not a UUID: take 'uuid' or 'order_uuid' of an order." })) },
		meanings: needs('export_order'),
	}),
	op({
		value: 'exportBySearch', name: 'Export by Search', action: 'Export orders by search', description: 'Get orders as a CSV file, which Crux Connect also sends by e-mail to the user of the credential',
		route: 'POST /orders/search/export/',
		effect: 'create', repeat: 'never', job: exportedFile,
		fields: { filters: exportFilters, sort }, meanings: needs('export_order'),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get order', description: 'Retrieve an order with its lines',
		route: 'GET /orders/{order}/',
		effect: 'read', repeat: 'absolute',
		fields: { order: orderLocator('The order to look up') }, simplify, outputs: ofOne,
		meanings: { ...needs('view_order'), 404: 'No order with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many orders', description: 'Search the orders of your organization',
		route: 'POST /orders/',
		effect: 'read', repeat: 'absolute',
		fields: { filters, sort }, list: orders, simplify, outputs: ofMany,
		meanings: needs('view_order'),
	}),
	op({
		value: 'getByPoNumber', name: 'Get by PO Number', action: 'Get orders by PO number', description: "Retrieve the orders that have a retailer's purchase order number",
		route: 'GET /orders/po/{poNumber}/', since: 'timp', status: 'internal',
		effect: 'read', repeat: 'absolute',
		fields: { poNumber: path('po_number', text({ label: 'PO Number', required: true, placeholder: 'e.g. PO-1001' })) }, simplify: shared, outputs: ofSome,
		meanings: { ...needs('view_order'), 404: 'No order with this PO number was found.' },
	}),
]);
