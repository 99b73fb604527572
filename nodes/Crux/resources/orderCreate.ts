import type { IDataObject } from 'n8n-workflow';
import { repeated } from '../../../engine/composites';
import { body, collection, integer, number, text } from '../../../engine/fields';
import { op } from '../../../engine/rows';
import type { Values, Verify } from '../../../engine/types';
import { CREATE_ORDER, CREATE_ORDER_V1 } from './bodyExamples';
import { addressFields, attributes, needs, supplierField } from './fields';
import { made } from './orderOutputs';
import { supplierOrganizationPicker, supplierUuidPicker } from './pickers';

const address = addressFields({
	recipient: body('name', text({ label: 'Recipient Name', required: true, placeholder: 'e.g. Ida Brandt', description: 'Who gets the parcel' })),
	address1: body('address1', text({ label: 'Address Line 1', required: true, placeholder: 'e.g. 12 Elm Street', description: 'Street and number' })),
	city: body('city', text({ label: 'City', required: true, placeholder: 'e.g. Portland' })),
	state: body('state', text({ label: 'State', required: true, placeholder: 'e.g. OR', description: 'As the carrier writes it' })),
	postalCode: body('postal_code', text({ label: 'Postal Code', required: true, placeholder: 'e.g. 97201' })),
});

const addressDetails = addressFields({
	address2: body('address2', text({ label: 'Address Line 2', description: 'Apartment, suite or floor' })),
	businessName: body('business_name', text({ label: 'Business Name', description: 'The firm of the recipient' })),
	phone: body('phone_number', text({ label: 'Phone Number', description: 'For the carrier' })),
});

const skusWords = { label: 'SKUs', add: 'Add SKU', entry: 'SKU', required: true, description: 'What is ordered, from whom' };
const skuId = () => body('sku_id', text({ label: 'SKU ID', required: true, placeholder: 'e.g. SKU-0001', description: 'As the supplier writes it' }));
const quantity = () => body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1 }));
const poNumber = () => text({ label: 'PO Number', required: true, placeholder: 'e.g. PO-1001', description: 'Your own number of the order. After a broken connection it tells whether the order was placed, so give each order its own.' });

type Record = IDataObject & { line_items?: IDataObject[] };
const skusOf = (lines: unknown): string => JSON.stringify(((lines ?? []) as IDataObject[]).map((line) => String(line.sku_id)).sort());

/** Among orders of the same PO number the one placed has the same SKUs. */
const holds = (orders: unknown, { poNumber: number, skus }: Values): boolean =>
	number !== undefined && [orders ?? []].flat().some((order) => String((order as Record).po_number ?? (order as Record).purchase_order_id) === String(number) && skusOf((order as Record).line_items) === skusOf(skus));

const byPoNumber: Verify = { route: 'GET /orders/po/{poNumber}/', holds };
const bySearch: Verify = {
	route: 'POST /orders/', body: ({ poNumber: number }) => ({ search_term: number, term: number, start: 0, limit: 100 } as IDataObject),
	holds: (answer, values) => holds((answer as { orders?: unknown } | undefined)?.orders, values),
};

const shared = {
	value: 'create', name: 'Create', action: 'Create order', description: 'Place an order with one or several suppliers', effect: 'create' as const,
	echo: ({ poNumber: number }: Values) => ({ success: true, ...(number === undefined ? {} : { po_number: number as string }) }),
	meanings: { ...needs('create_order', 'retailer'), 422: 'A SKU is not known, or its supplier is not connected with your organization.' },
};

/** The two versions have a form each. */
export const createRows = [
	op({
		...shared, route: 'POST /orders/create/', since: 'timp', bodyExample: CREATE_ORDER,
		repeat: { verify: byPoNumber }, lane: ['poNumber'],
		fields: {
			poNumber: body('po_number', poNumber()),
			skus: body('skus', repeated(skusWords, {
				skuId: skuId(), quantity: quantity(),
				supplier: body('supplier_org_uuid', supplierField(supplierOrganizationPicker, "Take 'supplier.organization.uuid' of a connection, not 'supplier.uuid'.")),
				carrier: body('retailer_provided_shipping_carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })),
				method: body('retailer_provided_shipping_method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
				instructions: body('retailer_line_item_instructions', text({ label: 'Instructions', description: 'What the supplier has to observe with this line' })),
				cost: body('retailer_provided_sku_cost', number({ label: 'SKU Cost', description: 'What you expect to pay for a piece' })),
				lineAttributes: attributes('retailer_provided_line_item_attributes', 'Line Attributes', 'Names and values of your own on this line'),
			})),
			...address,
			addressDetails: collection({ label: 'Address Details', add: 'Add Field' }, addressDetails),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				dropshipFee: body('retailer_provided_dropship_fee', number({ label: 'Dropship Fee', description: 'What you expect to pay for dropshipping' })),
				notes: body('retailer_provided_notes', text({ label: 'Notes', rows: 3, description: 'For the suppliers' })),
				orderAttributes: attributes('retailer_provided_order_attributes', 'Order Attributes', 'Names and values of your own on the order'),
				orderFee: body('retailer_provided_order_fee', number({ label: 'Order Fee', description: 'What you expect to pay for the order as such' })),
				shippingCost: body('retailer_provided_shipping_cost', number({ label: 'Shipping Cost', description: 'What you expect to pay for shipping' })),
				tax: body('retailer_provided_tax', number({ label: 'Tax', description: 'What you expect to pay in taxes' })),
			}),
		},
	}),
	op({
		...shared, route: 'POST /orders/create/', until: 'v1', bodyExample: CREATE_ORDER_V1, simplify: made,
		repeat: { verify: bySearch }, lane: ['poNumber'],
		fields: {
			poNumber: body('purchase_order_id', poNumber()),
			skus: body('skus', repeated(skusWords, {
				skuId: skuId(), quantity: quantity(),
				supplier: body('supplier_uuid', supplierField(supplierUuidPicker, "Take 'supplier.uuid' of a connection, not the UUID of its organization.")),
				price: body('price', number({ label: 'Price', description: 'As the sample of the documentation sends it' })),
				expectedCost: body('expected_sku_cost', number({ label: 'Expected SKU Cost', description: 'What you expect to pay for a piece' })),
			})),
			...address,
			addressDetails: collection({ label: 'Address Details', add: 'Add Field' }, addressDetails),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				carrier: body('shipping_carrier', text({ label: 'Carrier', placeholder: 'e.g. UPS' })),
				method: body('shipping_method', text({ label: 'Method', placeholder: 'e.g. Ground' })),
				notes: body('notes', text({ label: 'Notes', rows: 3, description: 'For the suppliers' })),
			}),
		},
	}),
];
