import { country } from '../../../../engine/codes';
import { money, repeated } from '../../../../engine/composites';
import { body, collection, header, locator, number, option, path, text, under } from '../../../../engine/fields';
import { isObject } from '../../../../engine/json';
import { op, resource } from '../../../../engine/rows';
import type { Fields, Meanings, Verify } from '../../../../engine/types';
import { marketplace, orderPicker } from '../../fields';

/** Labels of the Logistics API: for approved applications, in the United States, of one carrier. */
const shared = { tokens: ['user'], status: 'limited' as const };

const failed: Meanings = { 90000: 'eBay reports a fault of its own.' };
const unknownQuote: Meanings = { ...failed, 90005: 'There is no shipping quote with this ID for the member behind this credential.' };
const unknownShipment: Meanings = { ...failed, 90005: 'There is no shipment with this ID for the member behind this credential.' };
const unfit: Meanings = { ...failed, 90010: 'A value is missing that eBay needs.', 90020: 'eBay could not use a value.' };

const quoteCodes: Meanings = {
	...unfit,
	90100: 'No carrier brings a parcel from the one address to the other. Check both.',
	90110: 'There is no such order for the member behind this credential.',
	90120: 'The parcel is too large or too heavy for its destination.',
	90130: 'Labels cannot be bought for this order.',
	90133: 'At most 10 orders go into one parcel.',
};

const buyCodes: Meanings = {
	...unfit,
	90030: 'The label could not be paid. Check how the member pays for labels.',
	90200: 'The quote has expired. Create a new one and take one of its rates.',
	90210: 'A label was bought for this quote already: look for its shipment before you create a new quote.',
};

/** A person or company with an address; eBay calls it a contact. */
const contact = (name: string): Fields => under(name, {
	fullName: body('fullName', text({ label: 'Full Name', placeholder: 'e.g. Nathan Smith' })), companyName: body('companyName', text({ label: 'Company' })),
	addressLine1: body('contactAddress.addressLine1', text({ label: 'Address Line 1' })), addressLine2: body('contactAddress.addressLine2', text({ label: 'Address Line 2' })), city: body('contactAddress.city', text({ label: 'City' })), county: body('contactAddress.county', text({ label: 'County' })),
	state: body('contactAddress.stateOrProvince', text({ label: 'State or Province', placeholder: 'e.g. OR' })), postalCode: body('contactAddress.postalCode', text({ label: 'Postal Code' })), country: body('contactAddress.countryCode', country({ label: 'Country' })),
	phone: body('primaryPhone.phoneNumber', text({ label: 'Phone Number', placeholder: 'e.g. 5035550100' })),
});

/** eBay writes measures as texts. */
const measure = (label: string, description: string) => {
	const made = number({ label, description, required: true, above: 0 });
	return { ...made, read: (raw: unknown, reading: Parameters<typeof made.read>[1]) => { const value = made.read(raw, reading); return value === undefined ? undefined : String(value); } };
};

const orders = () => body('orders', repeated({ label: 'Orders', add: 'Add Order', entry: 'Order', required: true, description: 'What goes into the parcel; at most 10' }, {
	order: body('orderId', locator({ label: 'Order', description: 'One of the orders of the same buyer', picker: orderPicker, placeholder: 'e.g. 27-11111-22222' })),
	channel: body('channel', option({ label: 'Channel', description: 'Where the order comes from', options: { EBAY: 'eBay' }, required: true, open: true })),
}));

const parcel = {
	weight: body('packageSpecification.weight.value', measure('Weight', 'Of the packed parcel')),
	weightUnit: body('packageSpecification.weight.unit', option({ label: 'Weight Unit', required: true, description: 'Of the number above', options: { POUND: 'Pound', OUNCE: 'Ounce', KILOGRAM: 'Kilogram', GRAM: 'Gram' }, open: true })),
	length: body('packageSpecification.dimensions.length', measure('Length', 'The longest side')), width: body('packageSpecification.dimensions.width', measure('Width', 'The second side')), height: body('packageSpecification.dimensions.height', measure('Height', 'The third side')),
	lengthUnit: body('packageSpecification.dimensions.unit', option({ label: 'Length Unit', required: true, description: 'Of all three sides', options: { INCH: 'Inch', FEET: 'Feet', CENTIMETER: 'Centimeter', METER: 'Meter' }, open: true })),
};

const quote = () => path('shippingQuoteId', text({ label: 'Shipping Quote ID', required: true, placeholder: 'e.g. 7000012345', description: 'From the answer of Create' }));
const shipment = () => path('shipmentId', text({ label: 'Shipment ID', required: true, placeholder: 'e.g. 7000054321', description: 'From the answer of Create; eBay has no list of them' }));

const outline = { creationDate: 'creationDate', orders: 'orders', shipTo: 'shipTo.fullName', shipFrom: 'shipFrom.fullName' };
const shipmentOutline = { shipmentId: 'shipmentId', trackingNumber: 'shipmentTrackingNumber', ...outline, carrier: 'rate.shippingCarrierName', service: 'rate.shippingServiceName', cost: 'rate.totalShippingCost', label: 'labelDownloadUrl', labelSize: 'labelSize', cancellation: 'cancellation' };

export const shippingQuote = resource('Shipping Quote', 'shippingQuote', [
	op({
		value: 'create', name: 'Create', action: 'Create shipping quote', description: 'Ask what a label for a parcel costs, carrier by carrier; nothing is bought',
		route: 'POST /sell/logistics/v1_beta/shipping_quote', ...shared,
		effect: 'create', repeat: 'never', warnings: true,
		fields: {
			marketplace: marketplace(), orders: orders(), ...parcel,
			shipFrom: collection({ label: 'Ship From', add: 'Add Field', description: 'Without it, the address of the seller' }, contact('shipFrom')), shipTo: collection({ label: 'Ship To', add: 'Add Field', description: 'Without it, the address of the order' }, contact('shipTo')),
		},
		meanings: quoteCodes,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get shipping quote', description: 'Retrieve the rates of a quote and until when they hold',
		route: 'GET /sell/logistics/v1_beta/shipping_quote/{quote}', ...shared,
		effect: 'read', repeat: 'absolute', warnings: true, fields: { quote: quote() }, meanings: unknownQuote,
	}),
]);

/** A cancelled shipment says so. */
const isCancelled: Verify = { route: 'GET /sell/logistics/v1_beta/shipment/{shipment}', holds: (answer) => (isObject(answer) && answer.shipmentId !== undefined ? answer.cancellation !== undefined : undefined) };

export const shipmentResource = resource('Shipment', 'shipment', [
	op({
		value: 'cancel', name: 'Cancel', action: 'Cancel shipment', description: 'Give a label back that was not used; its price is refunded',
		route: 'POST /sell/logistics/v1_beta/shipment/{shipment}/cancel', ...shared,
		effect: 'update', repeat: { verify: isCancelled }, lane: ['shipment'], fields: { shipment: shipment() }, simplify: shipmentOutline,
		meanings: { ...unknownShipment, 90260: 'The shipment cannot be cancelled: its label was used, or it is cancelled already.' },
	}),
	op({
		value: 'create', name: 'Create', action: 'Create shipment', description: 'Buy the label of one rate of a shipping quote; eBay sells each quote once',
		route: 'POST /sell/logistics/v1_beta/shipment/create_from_shipping_quote', ...shared,
		effect: 'create', repeat: { keyed: [90210] }, lane: ['quote'],
		fields: {
			marketplace: marketplace(),
			quote: body('shippingQuoteId', text({ label: 'Shipping Quote ID', required: true, placeholder: 'e.g. 7000012345', description: 'The quote that has the rate' })),
			rate: body('rateId', text({ label: 'Rate ID', required: true, description: "One of 'rates' in the quote" })),
			labelSize: body('labelSize', text({ label: 'Label Size', placeholder: 'e.g. 4"x6"', description: 'Where the carrier has several' })), labelMessage: body('labelCustomMessage', text({ label: 'Label Message', description: 'Printed on the label, where the carrier does that' })),
			shippingOptions: body('additionalOptions', repeated({ label: 'Shipping Options', add: 'Add Option', entry: 'Option', description: 'Extras that the rate offers' }, {
				option: body('optionType', text({ label: 'Option', required: true, description: 'Its name as the rate has it' })),
				cost: body('additionalCost', money({ label: 'Cost', description: 'What the rate asks for it, in US dollars', currency: () => 'USD' })),
			})),
			returnTo: collection({ label: 'Return To', add: 'Add Field', description: 'Printed on the label; without it, where the parcel comes from' }, contact('returnTo')),
		},
		simplify: shipmentOutline, meanings: buyCodes,
	}),
	op({
		value: 'downloadLabel', name: 'Download Label', action: 'Download label of shipment', description: 'Get the label of a parcel as a file to print',
		route: 'GET /sell/logistics/v1_beta/shipment/{shipment}/download_label_file', ...shared,
		effect: 'read', repeat: 'absolute', binary: {},
		fields: { shipment: shipment(), format: header('Accept', option({ label: 'File Format', required: true, description: 'Labels come in one format only', options: { 'application/pdf': 'PDF' } })) }, meanings: unknownShipment,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get shipment', description: 'Retrieve a bought label with its tracking number and price',
		route: 'GET /sell/logistics/v1_beta/shipment/{shipment}', ...shared,
		effect: 'read', repeat: 'absolute', fields: { shipment: shipment() }, simplify: shipmentOutline, meanings: unknownShipment,
	}),
]);
