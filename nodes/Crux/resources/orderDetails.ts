import { repeated } from '../../../engine/composites';
import { body, collection, number, text } from '../../../engine/fields';
import { op } from '../../../engine/rows';
import { UPDATE_ATTRIBUTES, UPDATE_FEES } from './bodyExamples';
import { attributes, lineField, needs, orderLocator } from './fields';

const unknown = { 404: 'No order with this UUID was found.' };

/** What both sides note on an order. */
export const detailRows = [
	op({
		value: 'getAttributes', name: 'Get Attributes', action: 'Get attributes of order', description: 'Retrieve notes and attributes of an order and of its lines',
		route: 'GET /orders/{order}/attributes/', since: 'timp', status: 'hidden',
		effect: 'read', repeat: 'absolute', fields: { order: orderLocator('Whose notes and attributes are wanted') }, meanings: { ...needs('view_order'), ...unknown },
	}),
	op({
		value: 'getFees', name: 'Get Fees', action: 'Get fees of order', description: 'Retrieve what each side says that an order costs beside its goods',
		route: 'GET /orders/{order}/fees/', since: 'timp',
		effect: 'read', repeat: 'absolute', fields: { order: orderLocator('Whose fees are wanted') }, meanings: { ...needs('view_order'), ...unknown },
	}),
	op({
		value: 'getInvoices', name: 'Get Invoices', action: 'Get invoices of order', description: 'Retrieve an order with its invoices',
		route: 'GET /orders/{order}/invoices/', since: 'timp',
		effect: 'read', repeat: 'absolute', fields: { order: orderLocator('Whose invoices are wanted') },
		outputs: [
			{ value: 'order', name: 'Whole Order', description: 'One item with the order, its lines and its invoices' },
			{ value: 'invoices', name: 'One Item per Invoice', description: 'Every invoice as an item of its own', split: 'invoices' },
		],
		meanings: { ...needs('view_order'), ...unknown },
	}),
	op({
		value: 'updateAttributes', name: 'Update Attributes', action: 'Update attributes of order', description: 'Set notes and attributes of an order and of its lines. No page says whether attributes are added or replaced, so it is sent once only.',
		route: 'POST /orders/{order}/attributes/', since: 'timp', bodyExample: UPDATE_ATTRIBUTES,
		effect: 'update', repeat: 'never', lane: ['order'],
		fields: {
			order: orderLocator('The order to note something on'),
			updateFields: collection({ label: 'Update Fields', add: 'Add Field', description: 'A retailer sets what retailers provide, a supplier what suppliers provide' }, {
				retailerAttributes: attributes('retailer_provided_order_attributes', 'Retailer Attributes', 'Names and values that the retailer puts on the order'),
				retailerNotes: body('retailer_provided_notes', text({ label: 'Retailer Notes', rows: 3 })),
				supplierAttributes: attributes('supplier_provided_order_attributes', 'Supplier Attributes', 'Names and values that the supplier puts on the order'),
				supplierNotes: body('supplier_provided_notes', text({ label: 'Supplier Notes', rows: 3 })),
			}),
			lineItems: body('line_items', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', description: 'Notes and attributes of single lines' }, {
				lineItem: lineField(),
				supplierNotes: body('supplier_provided_notes', text({ label: 'Supplier Notes' })),
				retailerNotes: body('retailer_provided_notes', text({ label: 'Retailer Notes' })),
				supplierAttributes: attributes('supplier_provided_item_attributes', 'Supplier Attributes', 'Names and values that the supplier puts on the line'),
				retailerAttributes: attributes('retailer_provided_item_attributes', 'Retailer Attributes', 'Names and values that the retailer puts on the line'),
			})),
		},
		anyOf: ['updateFields', 'lineItems'],
		echo: ({ order: id }) => ({ success: true, order_uuid: id }), meanings: unknown,
	}),
	op({
		value: 'updateFees', name: 'Update Fees', action: 'Update fees of order', description: 'Set what your side says that an order costs beside its goods',
		route: 'POST /orders/{order}/fees/', since: 'timp', bodyExample: UPDATE_FEES,
		effect: 'update', repeat: 'absolute', lane: ['order'],
		fields: {
			order: orderLocator('The order whose fees are set'),
			fees: collection({ label: 'Fees', add: 'Add Fee', description: 'A retailer sets what retailers provide, a supplier what suppliers provide' }, {
				retailerDropshipFee: body('retailer_provided_dropship_fee', number({ label: 'Retailer Dropship Fee' })),
				retailerOrderFee: body('retailer_provided_order_fee', number({ label: 'Retailer Order Fee' })),
				retailerShippingCost: body('retailer_provided_shipping_cost', number({ label: 'Retailer Shipping Cost' })),
				retailerTax: body('retailer_provided_tax', number({ label: 'Retailer Tax' })),
				supplierDropshipFee: body('supplier_provided_dropship_fee', number({ label: 'Supplier Dropship Fee' })),
				supplierOrderFee: body('supplier_provided_order_fee', number({ label: 'Supplier Order Fee' })),
				supplierOrderTotal: body('supplier_provided_order_total', number({ label: 'Supplier Order Total' })),
				supplierPoNumber: body('supplier_provided_po_number', text({ label: 'Supplier PO Number', description: "The supplier's own number of the order" })),
				supplierTax: body('supplier_provided_tax', number({ label: 'Supplier Tax' })),
			}),
			lineItems: body('line_items', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', description: 'What the supplier charges for single lines' }, {
				lineItem: lineField(), cost: body('supplier_provided_sku_cost', number({ label: 'SKU Cost', required: true })),
			})),
		},
		anyOf: ['fees', 'lineItems'],
		echo: ({ order: id }) => ({ success: true, order_uuid: id }), meanings: unknown,
	}),
];
