import { body, collection, integer, jsonList, option, path, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { contentLanguage, marketplace, price, usually } from '../../fields';
import { locales } from '../../marketplaces';
import { inventoryItems, skuLocator, skuText } from './fields';
import { itemFields } from './itemFields';
import { offerAndStock, offerOfSku } from './lookUps';
import { meanings } from './meanings';

const EXAMPLE = '{\n  "availability": { "shipToLocationAvailability": { "quantity": 10 } },\n  "condition": "NEW",\n  "product": { "title": "Brass desk lamp", "aspects": { "Brand": ["Acme"] }, "imageUrls": ["https://example.com/lamp.jpg"] }\n}';

const underscored = Object.fromEntries(Object.entries(locales).map(([code, name]) => [code.replace('-', '_'), name]));

/** The language once more, as each record of a call for many names its own. */
const locale = usually(option({ label: 'Locale', description: 'Language of this one record', options: { same: ['As Content Language', 'The language chosen above'], ...underscored } }), ['contentLanguage'], ({ values }) => String(values.contentLanguage ?? 'en-US').replace('-', '_'));

/** What eBay gives of an item and does not take. */
const omit = ['groupIds', 'inventoryItemGroupKeys'];

export const inventoryItem = resource('Inventory Item', 'inventoryItem', [
	op({
		value: 'createOrReplace', name: 'Create or Replace', action: 'Create or replace inventory item', description: 'Describe what is for sale under a SKU: product, condition and stock',
		route: 'PUT /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'absolute', lane: ['sku'], bodyExample: EXAMPLE,
		merge: { route: 'GET /sell/inventory/v1/inventory_item/{sku}', omit: ['sku', 'locale', ...omit], mayBeNew: true },
		fields: { sku: path('sku', skuText('Your own number of the inventory item')), contentLanguage: contentLanguage(), ...itemFields },
		echo: ({ sku }) => ({ success: true, sku }),
	}),
	op({
		value: 'createOrReplaceBulk', name: 'Create or Replace (Bulk)', action: 'Create or replace inventory items in bulk', description: 'Describe what is for sale under the SKUs of all input items, 25 a call; each gets a result of its own',
		route: 'POST /sell/inventory/v1/bulk_create_or_replace_inventory_item', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'absolute', lane: ['sku'],
		gather: { max: 25, into: 'requests', results: 'responses', key: 'sku', status: 'statusCode' },
		merge: { route: 'GET /sell/inventory/v1/inventory_item/{sku}', omit, mayBeNew: true },
		fields: { sku: body('sku', skuText('Your own number of the inventory item')), contentLanguage: contentLanguage(), locale: body('locale', locale), ...itemFields },
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete inventory item', description: 'Remove a SKU with its offers; its listings end at once',
		route: 'DELETE /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['sku'],
		fields: { sku: path('sku', skuLocator()) }, echo: ({ sku }) => ({ deleted: true, sku }),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get inventory item', description: 'Retrieve an inventory item with product, condition and stock',
		route: 'GET /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: { sku: path('sku', skuLocator()) },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many inventory items', description: 'Retrieve the inventory items of the seller; listings made elsewhere are not among them',
		route: 'GET /sell/inventory/v1/inventory_item', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: {}, list: inventoryItems,
		simplify: { sku: 'sku', title: 'product.title', quantity: 'availability.shipToLocationAvailability.quantity', condition: 'condition', aspects: 'product.aspects', image: 'product.imageUrls.0', locale: 'locale', groupKeys: 'inventoryItemGroupKeys' },
	}),
	op({
		value: 'getBulk', name: 'Get (Bulk)', action: 'Get inventory items in bulk', description: 'Retrieve the inventory items of the SKUs of all input items, 25 a call',
		route: 'POST /sell/inventory/v1/bulk_get_inventory_item', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', gather: { max: 25, into: 'requests', results: 'responses', key: 'sku', status: 'statusCode' },
		fields: { sku: body('sku', skuText('A number of yours that is in the inventory')) },
	}),
	op({
		value: 'updatePriceAndQuantity', name: 'Update Price and Quantity', action: 'Update price and quantity', description: 'Send the prices and quantities of all input items by SKU, 25 a call; each row comes back with its columns and what became of it. eBay takes 250 revisions of a listing a day. Listings made in Seller Hub or by the Trading API must be migrated first (Listing → Migrate).',
		route: 'POST /sell/inventory/v1/bulk_update_price_quantity', tokens: ['user'], warnings: false, meanings,
		effect: 'update', repeat: 'absolute', lane: ['sku'], lookUp: offerOfSku, compare: offerAndStock,
		laneMost: { most: 250, why: 'eBay takes 250 revisions of a listing a day. Leave only the last row of each SKU: it alone counts in the end.' },
		gather: { max: 25, into: 'requests', results: 'responses', key: 'sku', status: 'statusCode', rows: { offerId: 'offer' } },
		fields: {
			sku: body('sku', skuText()),
			offer: body('offers.0.offerId', text({ label: 'Offer ID', placeholder: 'e.g. 36445435465', description: 'Saves a request for each row: left empty, it is looked up by the SKU and handed on, so that a sheet can keep it' })),
			marketplace: marketplace(),
			price: body('offers.0.price', price({ label: 'Price', description: 'New price of the offer' })),
			offerQuantity: body('offers.0.availableQuantity', integer({ label: 'Quantity of Offer', description: 'Pieces for sale at this marketplace; 0 is a value' })),
			quantity: body('shipToLocationAvailability.quantity', integer({ label: 'Total Quantity', description: 'Pieces in stock over all marketplaces; 0 is a value' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				distributions: body('shipToLocationAvailability.availabilityDistributions', jsonList({ label: 'Stock by Location (JSON)', description: 'How many pieces lie at which location' })),
			}),
		},
		anyOf: ['price', 'offerQuantity', 'quantity', 'additionalFields.distributions'],
	}),
]);
