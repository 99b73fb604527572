import type { IDataObject } from 'n8n-workflow';
import { repeated } from '../../../engine/composites';
import { body, collection, dateTime, forList, integer, number, path, required, text, under, uuid } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import type { Verify } from '../../../engine/types';
import { exportedFile, lineItemLocator, needs, orderLocator, orders } from './fields';
import { exportFilters, filters, sort } from './orderSearch';

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

const trackingNumber = (label: string) => required(text({ label, required: true, placeholder: 'e.g. 1Z999AA10123456784', description: 'The number that the carrier gave the package' }));

/** The numbers of the packages that a line is in, as both versions answer them. */
const numbersOf = (line: IDataObject): string[] => [line.tracking ?? line.tracking_numbers ?? []].flat().map((one) => (typeof one === 'object' && one !== null ? String((one as IDataObject).tracking_number) : String(one)));

/** A package is not to be entered twice: the order tells whether its number stands with each of the lines already. */
const verify: Verify = {
	route: 'GET /orders/{order}/',
	holds: (answer, { trackingNumber, lineItems }) => {
		const lines = (answer as { line_items?: IDataObject[] } | undefined)?.line_items ?? [];
		const tracked = lines.filter((line) => numbersOf(line).includes(String(trackingNumber))).map((line) => line.line_item_uuid ?? line.uuid);
		const wanted = (lineItems ?? []) as IDataObject[];
		return wanted.length > 0 && wanted.every((line) => tracked.includes(line.line_item_uuid));
	},
};

const lineUuid = () => body('line_item_uuid', uuid({ label: 'Line Item UUID', required: true, hint: "It stands in 'line_items' of the order." }));

const trackingMeanings = { ...needs('add_order_tracking', 'supplier'), 404: 'No order with this UUID was found.', 422: 'A line is not of this order, is not allocated, or has fewer pieces than given.' };

const trackingWords = { label: 'Line Items', add: 'Add Line', entry: 'Line', required: true, description: 'What is in the package' };

export const order = resource('Order', 'order', [
	op({
		value: 'addTracking', name: 'Add Tracking', action: 'Add tracking to order', description: 'Tell the retailer which package holds which lines of an order',
		route: 'POST /orders/tracking/{order}/', since: 'timp',
		effect: 'create', repeat: { verify }, lane: ['order'],
		fields: {
			order: orderLocator('The order that is shipped'), trackingNumber: body('tracking_number', trackingNumber('Tracking Number')),
			lineItems: body('line_items', repeated(trackingWords, {
				lineItem: lineUuid(),
				quantity: body('quantity_shipped', integer({ label: 'Quantity', required: true, min: 1, default: 1 })),
				cost: body('supplier_provided_sku_cost', number({ label: 'SKU Cost' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				carrier: body('supplier_provided_carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })),
				method: body('supplier_provided_method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
				packageAttributes: body('package_attributes', repeated({ label: 'Package Attributes', add: 'Add Attribute', entry: 'Attribute', description: 'Names and values of your own' }, {
					name: body('attribute_name', text({ label: 'Name', required: true })), value: body('attribute_value', text({ label: 'Value', required: true })),
				})),
				shipCost: body('package_ship_cost', number({ label: 'Shipping Cost' })),
				shipDate: body('package_ship_date', dateTime({ label: 'Ship Date', write: (utc) => utc.toISOString().slice(0, 10) })),
				weight: body('package_weight', number({ label: 'Weight' })),
			}),
		},
		echo: ({ order: id, trackingNumber: tracking }) => ({ success: true, order_uuid: id, tracking_number: tracking }), meanings: trackingMeanings,
	}),
	op({
		value: 'addTracking', name: 'Add Tracking', action: 'Add tracking to order', description: 'Tell the retailer which package holds which lines of an order',
		route: 'POST /orders/tracking/{order}/', until: 'v1',
		effect: 'create', repeat: { verify }, lane: ['order'],
		fields: {
			order: orderLocator('The order that is shipped'), trackingNumber: body('tracking', trackingNumber('Tracking Number')),
			lineItems: body('line_items', repeated(trackingWords, {
				lineItem: lineUuid(),
				quantity: body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1 })),
				cost: body('sku_cost', number({ label: 'SKU Cost' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				carrier: body('carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })),
				method: body('method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
				shipCost: body('ship_cost', number({ label: 'Shipping Cost' })),
				weight: body('weight', number({ label: 'Weight' })),
			}),
		},
		echo: ({ order: id, trackingNumber: tracking }) => ({ success: true, order_uuid: id, tracking_number: tracking }), meanings: trackingMeanings,
	}),
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
		value: 'exportBySearch', name: 'Export by Search', action: 'Export orders by search', description: 'Get orders as a CSV file, which Crux Connect also sends by e-mail to the user of the credential',
		route: 'POST /orders/search/export/',
		effect: 'create', repeat: 'never', job: exportedFile,
		fields: { filters: exportFilters, sort }, meanings: needs('export_order'),
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
	op({
		value: 'getByPoNumber', name: 'Get by PO Number', action: 'Get orders by PO number', description: "Retrieve the orders that have a retailer's purchase order number",
		route: 'GET /orders/po/{poNumber}/', since: 'timp', status: 'internal',
		effect: 'read', repeat: 'absolute',
		fields: { poNumber: path('po_number', text({ label: 'PO Number', required: true, placeholder: 'e.g. PO-1001' })) }, simplify: shared,
		meanings: { ...needs('view_order'), 404: 'No order with this PO number was found.' },
	}),
]);
