import { isBlank, shown, toText } from '../../../../engine/checks';
import { mapped, pairs } from '../../../../engine/composites';
import { body, boolean, collection, forList, integer, json, jsonList, number, option, text, texts, under } from '../../../../engine/fields';
import { FieldProblem } from '../../../../engine/problem';
import type { Field } from '../../../../engine/types';
import { aspectMapper } from './aspects';
import { categoryLocator } from './categories';

const CONDITIONS = {
	NEW: 'New', LIKE_NEW: 'Like New', NEW_OTHER: 'New, Other', NEW_WITH_DEFECTS: 'New with Defects', CERTIFIED_REFURBISHED: 'Certified Refurbished', EXCELLENT_REFURBISHED: 'Excellent Refurbished', VERY_GOOD_REFURBISHED: 'Very Good Refurbished',
	GOOD_REFURBISHED: 'Good Refurbished', SELLER_REFURBISHED: 'Seller Refurbished', USED_EXCELLENT: 'Used, Excellent', USED_VERY_GOOD: 'Used, Very Good', USED_GOOD: 'Used, Good', USED_ACCEPTABLE: 'Used, Acceptable', FOR_PARTS_OR_NOT_WORKING: 'For Parts or Not Working',
};

/** Aspects that differ from item to item: a value that is no list becomes one, one without a text is left out. */
function aspectsJson(): Field<Record<string, unknown>> {
	const made = json({ label: 'Aspects (JSON)', placeholder: 'e.g. { "Brand": "Acme", "Color": ["Black", "White"] }', description: 'For aspects that differ from row to row, by an expression: names with one value or a list of them' });
	const texts = (value: unknown) => [value].flat().filter((one) => !isBlank(one)).map(String);
	return { ...made, read: (raw, reading) => {
		const entries = Object.entries(made.read(raw, reading) ?? {}).map(([name, value]) => [name, texts(value)] as const);
		const given = entries.filter(([, values]) => values.length);
		return given.length ? Object.fromEntries(given) : undefined;
	} };
}

/** eBay fetches pictures itself, by https only (25015). */
export function toPicture(raw: unknown): string {
	const address = toText(raw);
	if (/^https:\/\//i.test(address)) return address;
	throw new FieldProblem(`has an address that does not start with https://: ${shown(address)}`, 'Give an https address that anyone can open, not a file on a computer. Write a comma inside an address as %2C.');
}

const product = under('product', {
	aspectsJson: body('aspects', aspectsJson()),
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

const additional = {
	conditionDescription: body('conditionDescription', text({ label: 'Condition Description', max: 1000, rows: 3, description: 'For what is not new' })),
	conditionDescriptors: body('conditionDescriptors', jsonList({ label: 'Condition Descriptors (JSON)', description: 'Grades of trading cards and the like' })),
	distributions: body('availability.shipToLocationAvailability.availabilityDistributions', jsonList({ label: 'Stock by Location (JSON)', description: 'How many pieces lie at which location' })),
	pickup: body('availability.pickupAtLocationAvailability', jsonList({ label: 'Pickup (JSON)', description: 'What can be picked up where' })),
};

/** What an inventory item is made of, beside its SKU and language. */
export const itemFields = {
	title: body('product.title', text({ label: 'Title', max: 80, placeholder: 'e.g. Brass desk lamp', description: 'What buyers read first' })),
	productDescription: body('product.description', text({ label: 'Description', rows: 5, max: 4000, description: 'What buyers read about the product; HTML is allowed' })),
	quantity: body('availability.shipToLocationAvailability.quantity', integer({ label: 'Quantity', description: 'Pieces that can be shipped; 0 is a value' })),
	condition: body('condition', option({ label: 'Condition', options: { '': 'Not Given', ...CONDITIONS }, open: true })),
	imageUrls: body('product.imageUrls', texts({ label: 'Image URLs', check: toPicture, max: 24, placeholder: 'e.g. https://example.com/lamp.jpg', description: 'Pictures by https address, up to 24, separated by commas' })),
	category: forList(categoryLocator('Only fills the form of aspects below; the offer says in which category the item is listed')),
	aspects: body('product.aspects', mapped({ label: 'Aspects', mapper: aspectMapper, noun: { singular: 'aspect', plural: 'aspects' }, description: 'Several values of an aspect stand in lines of their own' })),
	product: collection({ label: 'Product', add: 'Add Field' }, product),
	packageDetails: parcel,
	additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, additional),
};

/** The same for an item that is to be listed at once; the category is that of its offer. */
export const listedItem = {
	texts: { title: itemFields.title, productDescription: itemFields.productDescription, quantity: itemFields.quantity, condition: itemFields.condition, imageUrls: itemFields.imageUrls },
	aspects: itemFields.aspects,
	details: { product: itemFields.product, packageDetails: parcel, itemDetails: collection({ label: 'Item Details', add: 'Add Field' }, additional) },
};
