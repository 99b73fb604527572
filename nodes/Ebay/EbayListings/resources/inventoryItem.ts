import { mapped, pairs } from '../../../../engine/composites';
import { body, boolean, collection, integer, jsonList, number, option, path, text, texts, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { contentLanguage, marketplace, price } from '../../fields';
import { aspectMapper } from './aspects';
import { inventoryItems, skuLocator, toSku } from './fields';

const CONDITIONS = {
	NEW: 'New', LIKE_NEW: 'Like New', NEW_OTHER: 'New, Other', NEW_WITH_DEFECTS: 'New with Defects', CERTIFIED_REFURBISHED: 'Certified Refurbished', EXCELLENT_REFURBISHED: 'Excellent Refurbished', VERY_GOOD_REFURBISHED: 'Very Good Refurbished',
	GOOD_REFURBISHED: 'Good Refurbished', SELLER_REFURBISHED: 'Seller Refurbished', USED_EXCELLENT: 'Used, Excellent', USED_VERY_GOOD: 'Used, Very Good', USED_GOOD: 'Used, Good', USED_ACCEPTABLE: 'Used, Acceptable', FOR_PARTS_OR_NOT_WORKING: 'For Parts or Not Working',
};

const product = under('product', {
	brand: body('brand', text({ label: 'Brand', description: 'Goes with the MPN' })),
	ean: body('ean', texts({ label: 'EAN', description: 'Codes of 13 digits, separated by commas' })),
	epid: body('epid', text({ label: 'Product ID (ePID)', description: "A product of eBay's catalog, which fills the rest in" })),
	isbn: body('isbn', texts({ label: 'ISBN', description: 'Codes of books, separated by commas' })),
	mpn: body('mpn', text({ label: 'MPN', description: "The manufacturer's number of the part" })),
	otherAspects: body('aspects', pairs({ label: 'Other Aspects', add: 'Add Aspect', entry: 'Aspect', lists: true, description: 'Aspects of a category that is not chosen here; a name may come several times' })),
	subtitle: body('subtitle', text({ label: 'Subtitle', max: 55, description: 'Costs a fee on most sites' })),
	upc: body('upc', texts({ label: 'UPC', description: 'Codes of 12 digits, separated by commas' })),
	videoIds: body('videoIds', texts({ label: 'Video IDs', description: 'Videos that Video → Create has made, separated by commas' })),
});

const parcel = collection({ label: 'Package', add: 'Add Field', description: 'Size and weight as it is shipped' }, under('packageWeightAndSize', {
	height: body('dimensions.height', number({ label: 'Height' })),
	irregular: body('shippingIrregular', boolean({ label: 'Irregular', description: 'Whether its form makes it hard to ship' })),
	length: body('dimensions.length', number({ label: 'Length' })),
	lengthUnit: body('dimensions.unit', option({ label: 'Length Unit', options: { INCH: 'Inch', FEET: 'Feet', CENTIMETER: 'Centimeter', METER: 'Meter' } })),
	packageType: body('packageType', text({ label: 'Package Type', placeholder: 'e.g. MAILING_BOX' })),
	weight: body('weight.value', number({ label: 'Weight' })),
	weightUnit: body('weight.unit', option({ label: 'Weight Unit', options: { POUND: 'Pound', OUNCE: 'Ounce', KILOGRAM: 'Kilogram', GRAM: 'Gram' } })),
	width: body('dimensions.width', number({ label: 'Width' })),
}));

const EXAMPLE = '{\n  "availability": { "shipToLocationAvailability": { "quantity": 10 } },\n  "condition": "NEW",\n  "product": { "title": "Brass desk lamp", "aspects": { "Brand": ["Acme"] }, "imageUrls": ["https://example.com/lamp.jpg"] }\n}';

export const inventoryItem = resource('Inventory Item', 'inventoryItem', [
	op({
		value: 'createOrReplace', name: 'Create or Replace', action: 'Create or replace inventory item', description: 'Describe what is for sale under a SKU: product, condition and stock',
		route: 'PUT /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'], warnings: true,
		effect: 'update', repeat: 'absolute', lane: ['sku'], bodyExample: EXAMPLE,
		merge: { route: 'GET /sell/inventory/v1/inventory_item/{sku}', omit: ['sku', 'locale', 'groupIds', 'inventoryItemGroupKeys'], mayBeNew: true },
		fields: {
			sku: path('sku', text({ label: 'SKU', required: true, placeholder: 'e.g. LAMP-01', description: 'Your own number of the inventory item', check: (value) => void toSku(value) })),
			contentLanguage: contentLanguage(),
			title: body('product.title', text({ label: 'Title', max: 80, placeholder: 'e.g. Brass desk lamp', description: 'What buyers read first' })),
			productDescription: body('product.description', text({ label: 'Description', rows: 5, max: 4000, description: 'What buyers read about the product; HTML is allowed' })),
			quantity: body('availability.shipToLocationAvailability.quantity', integer({ label: 'Quantity', description: 'Pieces that can be shipped; 0 is a value' })),
			condition: body('condition', option({ label: 'Condition', options: { '': 'Not Given', ...CONDITIONS }, open: true })),
			imageUrls: body('product.imageUrls', texts({ label: 'Image URLs', max: 24, placeholder: 'e.g. https://example.com/lamp.jpg', description: 'Pictures by https address, up to 24, separated by commas' })),
			category: text({ label: 'Category ID', placeholder: 'e.g. 112581', description: 'Only fills the form of aspects below; the offer says in which category the item is listed' }),
			aspects: body('product.aspects', mapped({ label: 'Aspects', mapper: aspectMapper, noun: { singular: 'aspect', plural: 'aspects' }, description: 'Several values of an aspect stand in lines of their own' })),
			product: collection({ label: 'Product', add: 'Add Field' }, product),
			packageDetails: parcel,
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				conditionDescription: body('conditionDescription', text({ label: 'Condition Description', max: 1000, rows: 3, description: 'For what is not new' })),
				conditionDescriptors: body('conditionDescriptors', jsonList({ label: 'Condition Descriptors (JSON)', description: 'Grades of trading cards and the like' })),
				distributions: body('availability.shipToLocationAvailability.availabilityDistributions', jsonList({ label: 'Stock by Location (JSON)', description: 'How many pieces lie at which location' })),
				pickup: body('availability.pickupAtLocationAvailability', jsonList({ label: 'Pickup (JSON)', description: 'What can be picked up where' })),
			}),
		},
		echo: ({ sku }) => ({ success: true, sku }),
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete inventory item', description: 'Remove a SKU with its offers; its listings end at once',
		route: 'DELETE /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'],
		effect: 'delete', repeat: 'absolute', lane: ['sku'],
		fields: { sku: path('sku', skuLocator()) }, echo: ({ sku }) => ({ deleted: true, sku }),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get inventory item', description: 'Retrieve an inventory item with product, condition and stock',
		route: 'GET /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: { sku: path('sku', skuLocator()) },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many inventory items', description: 'Retrieve the inventory items of the seller; listings made elsewhere are not among them',
		route: 'GET /sell/inventory/v1/inventory_item', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: {}, list: inventoryItems,
		simplify: { sku: 'sku', title: 'product.title', quantity: 'availability.shipToLocationAvailability.quantity', condition: 'condition', aspects: 'product.aspects', image: 'product.imageUrls.0', locale: 'locale', groupKeys: 'inventoryItemGroupKeys' },
	}),
	op({
		value: 'updatePriceAndQuantity', name: 'Update Price and Quantity', action: 'Update price and quantity', description: 'Send the prices and quantities of all input items, 25 a call; each gets a result of its own. eBay takes 250 revisions of a listing a day.',
		route: 'POST /sell/inventory/v1/bulk_update_price_quantity', tokens: ['user'], warnings: false,
		effect: 'update', repeat: 'absolute', lane: ['sku'],
		gather: { max: 25, into: 'requests', results: 'responses', key: 'sku', status: 'statusCode' },
		fields: {
			sku: body('sku', text({ label: 'SKU', required: true, placeholder: 'e.g. LAMP-01', check: (value) => void toSku(value) })),
			offer: body('offers.0.offerId', text({ label: 'Offer ID', placeholder: 'e.g. 36445435465', description: 'The offer whose price or quantity changes; Offer → Get Many tells it' })),
			marketplace: marketplace(),
			price: body('offers.0.price', price({ label: 'Price', description: 'New price of the offer' })),
			offerQuantity: body('offers.0.availableQuantity', integer({ label: 'Quantity of Offer', description: 'Pieces for sale at this marketplace; 0 is a value' })),
			quantity: body('shipToLocationAvailability.quantity', integer({ label: 'Total Quantity', description: 'Pieces in stock over all marketplaces; 0 is a value' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				distributions: body('shipToLocationAvailability.availabilityDistributions', jsonList({ label: 'Stock by Location (JSON)', description: 'How many pieces lie at which location' })),
			}),
		},
		anyOf: ['price', 'offerQuantity', 'quantity', 'additionalFields.distributions'], goesWith: { price: 'offer', offerQuantity: 'offer' },
	}),
]);
