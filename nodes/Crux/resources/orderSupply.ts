import type { IDataObject } from 'n8n-workflow';
import { repeated } from '../../../engine/composites';
import { body, collection, dateTime, integer, number, text, uuids } from '../../../engine/fields';
import { op } from '../../../engine/rows';
import type { Verify } from '../../../engine/types';
import { ADD_TRACKING, ADD_TRACKING_V1, CREATE_INVOICE } from './bodyExamples';
import { attributes, lineField, needs, onlyFor, orderLocator } from './fields';

const day = (utc: Date): string => utc.toISOString().slice(0, 10);

const trackingNumber = (label: string) => text({ label, required: true, placeholder: 'e.g. 1Z999AA10123456784', description: 'The number that the carrier gave the package' });

/** The numbers of the packages that a line is in, as both versions answer them. */
const numbersOf = (line: IDataObject): string[] => [line.tracking ?? line.tracking_numbers ?? []].flat().map((one) => (typeof one === 'object' && one !== null ? String((one as IDataObject).tracking_number) : String(one)));

type Order = { line_items?: IDataObject[]; invoices?: IDataObject[] } | undefined;
const uuidOf = (line: IDataObject): unknown => line.line_item_uuid ?? line.uuid;

/** A package is not to be entered twice: the order tells whether its number stands with each of the lines already. */
const verify: Verify = {
	route: 'GET /orders/{order}/',
	holds: (answer, { trackingNumber: number, lineItems }) => {
		const tracked = ((answer as Order)?.line_items ?? []).filter((line) => numbersOf(line).includes(String(number))).map(uuidOf);
		const wanted = (lineItems ?? []) as IDataObject[];
		return wanted.length > 0 && wanted.every((line) => tracked.includes(line.line_item_uuid));
	},
};

const skusOf = (lines: IDataObject[] = []): string => JSON.stringify(lines.map((line) => String(line.sku_id)).sort());

/** Nor is an invoice: one of this number that bills the same SKUs. */
const invoiced: Verify = {
	route: 'GET /orders/{order}/invoices/',
	holds: (answer, { invoiceNumber, lineItems }) => {
		const { line_items: lines = [], invoices = [] } = (answer as Order) ?? {};
		const wanted = ((lineItems ?? []) as IDataObject[]).flatMap((one) => lines.filter((line) => uuidOf(line) === one.line_item_uuid));
		return invoices.some((one) => String(one.invoice_number) === String(invoiceNumber) && skusOf(one.invoice_items as IDataObject[]) === skusOf(wanted));
	},
};

const trackingMeanings = { ...needs('add_order_tracking', 'supplier'), 404: 'No order with this UUID was found.', 422: 'A line is not of this order, has fewer pieces than given, or is not allocated yet: accept it with Allocate before it is shipped.' };
const trackingWords = { label: 'Line Items', add: 'Add Line', entry: 'Line', required: true, description: 'What is in the package' };
const pieces = (label: string, description: string) => integer({ label, required: true, description });

/** What a supplier does with an order. */
export const supplyRows = [
	op({
		value: 'acknowledge', name: 'Acknowledge', action: 'Acknowledge orders', description: 'Tell the retailers that their orders have been received; the documentation publishes no page of it',
		route: 'PUT /orders/acknowledge/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['orderUuids'],
		fields: { orderUuids: body('uuids', uuids({ label: 'Order UUIDs', required: true, each: 'order_uuid', description: 'Those that were received, separated by commas or line breaks', hint: "A PO number is not a UUID: take 'uuid' or 'order_uuid' of an order." })) },
		echo: ({ orderUuids: orders }) => ({ success: true, acknowledged: orders.length }), meanings: onlyFor('supplier'),
	}),
	op({
		value: 'addTracking', name: 'Add Tracking', action: 'Add tracking to order', description: 'Tell the retailer which package holds which lines of an order',
		route: 'POST /orders/tracking/{order}/', since: 'timp', bodyExample: ADD_TRACKING,
		effect: 'create', repeat: { verify }, lane: ['order'],
		fields: {
			order: orderLocator('The order that is shipped'), trackingNumber: body('tracking_number', trackingNumber('Tracking Number')),
			lineItems: body('line_items', repeated(trackingWords, {
				lineItem: lineField(),
				quantity: body('quantity_shipped', integer({ label: 'Quantity', required: true, min: 1, default: 1, description: 'Pieces of the line in this package' })),
				cost: body('supplier_provided_sku_cost', number({ label: 'SKU Cost', description: 'What you charge for a piece' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				carrier: body('supplier_provided_carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })),
				method: body('supplier_provided_method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
				packageAttributes: attributes('package_attributes', 'Package Attributes', 'Names and values of your own'),
				shipCost: body('package_ship_cost', number({ label: 'Shipping Cost' })),
				shipDate: body('package_ship_date', dateTime({ label: 'Ship Date', write: day })),
				weight: body('package_weight', number({ label: 'Weight' })),
			}),
		},
		echo: ({ order: id, trackingNumber: tracking }) => ({ success: true, order_uuid: id, tracking_number: tracking }), meanings: trackingMeanings,
	}),
	op({
		value: 'addTracking', name: 'Add Tracking', action: 'Add tracking to order', description: 'Tell the retailer which package holds which lines of an order',
		route: 'POST /orders/tracking/{order}/', until: 'v1', bodyExample: ADD_TRACKING_V1,
		effect: 'create', repeat: { verify }, lane: ['order'],
		fields: {
			order: orderLocator('The order that is shipped'), trackingNumber: body('tracking', trackingNumber('Tracking Number')),
			lineItems: body('line_items', repeated(trackingWords, {
				lineItem: lineField(),
				quantity: body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1, description: 'Pieces of the line in this package' })),
				cost: body('sku_cost', number({ label: 'SKU Cost', description: 'What you charge for a piece' })),
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
		value: 'allocate', name: 'Allocate', action: 'Allocate order lines', description: "Accept, reject or backorder order lines, one for each input item (Get with Output 'One Item per Order Line' makes them of an order); lines of one order go in one call, each with its own result",
		route: 'PUT /orders/allocation/{order}/',
		effect: 'update', repeat: 'absolute', lane: ['lineItem'], notAllZero: ['accepted', 'rejected', 'backordered'],
		gather: { max: 500, into: 'line_items', key: 'line_item_uuid', words: { name: 'status', failed: /not found/i } },
		fields: {
			order: orderLocator('The order that the line belongs to'), lineItem: lineField(),
			accepted: body('allocation.quantity_accepted', pieces('Quantity Accepted', 'Pieces that will be shipped')),
			rejected: body('allocation.quantity_rejected', pieces('Quantity Rejected', 'Pieces that cannot be had')),
			backordered: body('allocation.quantity_backordered', pieces('Quantity Backordered', 'Pieces that will be shipped later')),
			backorderDate: body('allocation.backorder_date', dateTime({ label: 'Backorder Date', description: 'When these pieces will be there', write: day })),
		},
		echo: ({ order: id, accepted, rejected, backordered }) => ({ success: true, order_uuid: id, quantity_accepted: accepted, quantity_rejected: rejected, quantity_backordered: backordered }),
		meanings: { ...needs('allocate_order', 'supplier'), 404: 'No order with this UUID was found.', 422: 'The order has no such line, or the three quantities together are more than were ordered.' },
	}),
	op({
		value: 'createInvoice', name: 'Create Invoice', action: 'Create invoice for order', description: 'Bill what was shipped, by line or as a whole',
		route: 'POST /orders/{order}/invoices/', since: 'timp', bodyExample: CREATE_INVOICE,
		effect: 'create', repeat: { verify: invoiced }, lane: ['order'],
		fields: {
			order: orderLocator('The order that is billed'),
			invoiceNumber: body('invoice_number', text({ label: 'Invoice Number', required: true, placeholder: 'e.g. INV-2042', description: 'Your own. After a broken connection it tells whether the invoice was made.' })),
			lineItems: body('line_items', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', description: 'What is billed' }, {
				lineItem: lineField(),
				quantity: body('quantity_invoiced', integer({ label: 'Quantity', min: 1, default: 1, description: 'Pieces of the line that are billed' })),
				cost: body('supplier_provided_sku_cost', number({ label: 'SKU Cost', description: 'What you charge for a piece' })),
				lineAttributes: attributes('invoice_item_attributes', 'Line Attributes', 'Names and values of your own on this line'),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				dropshipFee: body('supplier_provided_drop_ship_fee', number({ label: 'Dropship Fee' })),
				invoiceAttributes: attributes('invoice_attributes', 'Invoice Attributes', 'Names and values of your own on the invoice'),
				orderFee: body('supplier_provided_order_fee', number({ label: 'Order Fee' })),
				orderTotal: body('supplier_provided_order_total', number({ label: 'Order Total' })),
				shippingCost: body('supplier_provided_shipping_cost', number({ label: 'Shipping Cost' })),
				tax: body('supplier_provided_tax', number({ label: 'Tax' })),
			}),
		},
		echo: ({ order: id, invoiceNumber: invoice }) => ({ success: true, order_uuid: id, invoice_number: invoice }),
		meanings: { ...onlyFor('supplier'), 404: 'No order with this UUID was found.', 422: 'A line is not of this order, or has fewer pieces than given.' },
	}),
];
