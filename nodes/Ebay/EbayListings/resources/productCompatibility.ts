import { repeated } from '../../../../engine/composites';
import { body, path, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { contentLanguage } from '../../fields';
import { skuLocator } from './fields';
import { meanings } from './meanings';

const sku = () => path('sku', skuLocator());

const properties = repeated({ label: 'Properties', add: 'Add Property', entry: 'Property', description: 'What names a vehicle in this category, such as Make, Model and Year' }, {
	property: body('name', text({ label: 'Property Name', required: true, placeholder: 'e.g. Make' })),
	value: body('value', text({ label: 'Value', required: true, placeholder: 'e.g. Toyota' })),
});

const vehicles = repeated({ label: 'Vehicles', required: true, add: 'Add Vehicle', entry: 'Vehicle', description: 'All that the part fits: by properties, or by one of the catalog codes' }, {
	properties: body('compatibilityProperties', properties),
	epid: body('productIdentifier.epid', text({ label: 'Product ID (ePID)', description: "Of the vehicle in eBay's catalog" })),
	gtin: body('productIdentifier.gtin', text({ label: 'GTIN', description: 'A trade number of the vehicle' })),
	ktype: body('productIdentifier.ktype', text({ label: 'K Type', description: 'The number of the vehicle that European sites use' })),
	notes: body('notes', text({ label: 'Notes', max: 500, placeholder: 'e.g. front left only' })),
});

export const productCompatibility = resource('Product Compatibility', 'productCompatibility', [
	op({
		value: 'createOrReplace', name: 'Create or Replace', action: 'Create or replace product compatibility', description: 'Say which vehicles a part fits; the list given takes the place of the one before',
		route: 'PUT /sell/inventory/v1/inventory_item/{sku}/product_compatibility', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'absolute', lane: ['sku'],
		fields: { sku: sku(), contentLanguage: contentLanguage(), vehicles: body('compatibleProducts', vehicles) }, echo: ({ sku: part }) => ({ success: true, sku: part }),
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete product compatibility', description: 'Remove the list of vehicles from a part',
		route: 'DELETE /sell/inventory/v1/inventory_item/{sku}/product_compatibility', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['sku'], fields: { sku: sku() }, echo: ({ sku: part }) => ({ deleted: true, sku: part }),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get product compatibility', description: 'Retrieve the vehicles that a part fits',
		route: 'GET /sell/inventory/v1/inventory_item/{sku}/product_compatibility', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: { sku: sku() },
		outputs: [
			{ value: 'whole', name: 'Whole List', description: 'One item with the SKU and all vehicles' },
			{ value: 'vehicles', name: 'One Item per Vehicle', description: 'An item for each entry', split: 'compatibleProducts' },
		],
	}),
]);
