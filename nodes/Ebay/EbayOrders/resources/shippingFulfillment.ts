import { repeated } from '../../../../engine/composites';
import { body, dateTime, integer, path, text } from '../../../../engine/fields';
import { isObject } from '../../../../engine/json';
import { op, resource } from '../../../../engine/rows';
import type { Verify } from '../../../../engine/types';
import { orderLocator } from '../../fields';

const idsIn = (lines: unknown): unknown[] => [lines ?? []].flat().map((line) => (isObject(line) ? line.lineItemId : undefined));

/** A parcel is not to be entered twice: those of the order tell whether its number stands there with these lines already. Without a number none is told from another. */
const verify: Verify = {
	route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment',
	holds: (answer, { trackingNumber, lineItems }) =>
		trackingNumber === undefined || !isObject(answer)
			? undefined
			: [answer.fulfillments ?? []].flat().some((one) => isObject(one) && one.shipmentTrackingNumber === trackingNumber && idsIn(lineItems).every((id) => idsIn(one.lineItems).includes(id))),
};

export const shippingFulfillment = resource('Shipping Fulfillment', 'shippingFulfillment', [
	op({
		value: 'create', name: 'Create', action: 'Create shipping fulfillment', description: 'Mark lines of an order as shipped and tell the buyer the tracking number',
		route: 'POST /sell/fulfillment/v1/order/{order}/shipping_fulfillment', tokens: ['user'],
		effect: 'create', repeat: { verify }, lane: ['order'], location: 'fulfillmentId',
		fields: {
			order: path('orderId', orderLocator()),
			lineItems: body('lineItems', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', required: true, description: 'What is in the parcel' }, {
				lineItem: body('lineItemId', text({ label: 'Line Item ID', required: true, placeholder: 'e.g. 10030000000001' })),
				quantity: body('quantity', integer({ label: 'Quantity', min: 1, default: 1 })),
			})),
			trackingNumber: body('trackingNumber', text({ label: 'Tracking Number', placeholder: 'e.g. 1Z999AA10123456784', description: 'Letters and digits only; goes with the carrier' })),
			carrier: body('shippingCarrierCode', text({ label: 'Carrier', placeholder: 'e.g. UPS', description: 'Goes with the tracking number' })),
			shippedDate: body('shippedDate', dateTime({ label: 'Shipped', description: 'Without it, now', write: (utc) => utc.toISOString() })),
		},
		goesWith: { trackingNumber: 'carrier', carrier: 'trackingNumber' },
		echo: ({ order }) => ({ success: true, orderId: order }),
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many shipping fulfillments', description: 'Retrieve the parcels of an order',
		route: 'GET /sell/fulfillment/v1/order/{order}/shipping_fulfillment', tokens: ['user'],
		effect: 'read', repeat: 'absolute', warnings: true,
		fields: { order: path('orderId', orderLocator()) }, list: { items: 'fulfillments', id: ['fulfillmentId'] },
	}),
]);
