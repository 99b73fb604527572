import { repeated } from '../../../../engine/composites';
import { body, dateTime, integer, locator, path, text } from '../../../../engine/fields';
import { isObject } from '../../../../engine/json';
import { op, resource } from '../../../../engine/rows';
import type { Picker, Verify } from '../../../../engine/types';
import { labelOf, lineItemLocator, orderLocator } from '../../fields';
import { badOrder, badParcel, parcelCodes } from './orderMeanings';

const idsIn = (lines: unknown): unknown[] => [lines ?? []].flat().map((line) => (isObject(line) ? line.lineItemId : undefined));

/** A parcel is not to be entered twice: those of the order tell whether its number stands there with these lines already. Without a number none is told from another. */
const verify: Verify = {
	route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment',
	holds: (answer, { trackingNumber, lineItems }) =>
		trackingNumber === undefined || !isObject(answer)
			? undefined
			: [answer.fulfillments ?? []].flat().some((one) => isObject(one) && one.shipmentTrackingNumber === trackingNumber && idsIn(lineItems).every((id) => idsIn(one.lineItems).includes(id))),
};

const parcels: Picker = {
	name: 'searchFulfillments', route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment', tokens: ['user'], list: { items: 'fulfillments', id: ['fulfillmentId'] },
	label: ({ fulfillmentId, shipmentTrackingNumber: number, shippingCarrierCode: carrier }) => labelOf(fulfillmentId, carrier, number), value: ['fulfillmentId'], parent: { parameter: 'order', label: 'Order', thing: 'order' },
};

export const shippingFulfillment = resource('Shipping Fulfillment', 'shippingFulfillment', [
	op({
		value: 'create', name: 'Create', action: 'Create shipping fulfillment with tracking', description: 'Mark lines of an order as shipped and tell the buyer the tracking number',
		route: 'POST /sell/fulfillment/v1/order/{order}/shipping_fulfillment', tokens: ['user'],
		effect: 'create', repeat: { verify }, lane: ['order'], location: 'fulfillmentId',
		fields: {
			order: path('orderId', orderLocator()),
			lineItems: body('lineItems', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', required: true, description: 'What is in the parcel' }, {
				lineItem: body('lineItemId', lineItemLocator({ description: 'What of the order is in the parcel' })),
				quantity: body('quantity', integer({ label: 'Quantity', min: 1, default: 1 })),
			})),
			trackingNumber: body('trackingNumber', text({ label: 'Tracking Number', placeholder: 'e.g. 1Z999AA10123456784', description: 'Letters and digits only; goes with the carrier' })),
			carrier: body('shippingCarrierCode', text({ label: 'Carrier', placeholder: 'e.g. UPS', description: 'Goes with the tracking number' })),
			shippedDate: body('shippedDate', dateTime({ label: 'Shipped', description: 'Without it, now', write: (utc) => utc.toISOString() })),
		},
		goesWith: { trackingNumber: 'carrier', carrier: 'trackingNumber' },
		echo: ({ order }) => ({ success: true, orderId: order }), meanings: parcelCodes,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get shipping fulfillment', description: 'Retrieve one parcel of an order with its lines and tracking number',
		route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment/{fulfillment}', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			order: path('orderId', orderLocator()),
			fulfillment: path('fulfillmentId', locator({ label: 'Fulfillment', description: 'One of the parcels of the order', picker: parcels, placeholder: 'e.g. 9405509699937003457459' })),
		},
		meanings: badParcel,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many shipping fulfillments', description: 'Retrieve the parcels of an order',
		route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment', tokens: ['user'],
		effect: 'read', repeat: 'absolute', warnings: true,
		fields: { order: path('orderId', orderLocator()) }, list: parcels.list, meanings: badOrder,
	}),
]);
