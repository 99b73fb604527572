import { country } from '../../../../engine/codes';
import { body, collection, json, jsonList, multiOption, number, option, path, text, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

const address = collection({ label: 'Address', add: 'Add Field', description: 'Postal code and country, or city, state and country, are the least for a warehouse' }, under('location.address', {
	addressLine1: body('addressLine1', text({ label: 'Address Line 1', max: 128 })), addressLine2: body('addressLine2', text({ label: 'Address Line 2', max: 128 })),
	city: body('city', text({ label: 'City' })), county: body('county', text({ label: 'County' })), postalCode: body('postalCode', text({ label: 'Postal Code' })),
	stateOrProvince: body('stateOrProvince', text({ label: 'State or Province' })),
}));

export const location = resource('Location', 'location', [
	op({
		value: 'create', name: 'Create', action: 'Create location', description: 'Enter a warehouse or a store that items are shipped from or picked up at',
		route: 'POST /sell/inventory/v1/location/{locationKey}', tokens: ['user'],
		effect: 'create', repeat: { keyed: [25803] }, lane: ['locationKey'],
		fields: {
			locationKey: path('merchantLocationKey', text({ label: 'Location Key', required: true, max: 36, placeholder: 'e.g. warehouse-1', description: 'Your own name of it, which offers refer to' })),
			country: body('location.address.country', country({ label: 'Country', required: true, description: 'Where it is' })),
			address,
			locationName: body('name', text({ label: 'Name', placeholder: 'e.g. Main warehouse', description: 'What buyers read of a store' })),
			locationTypes: body('locationTypes', multiOption({ label: 'Location Types', description: 'Without it, a warehouse', options: { WAREHOUSE: 'Warehouse', STORE: 'Store', FULFILLMENT_CENTER: 'Fulfillment Center' } })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				additionalInformation: body('locationAdditionalInformation', text({ label: 'Additional Information', max: 256 })),
				cutOffTimes: body('fulfillmentCenterSpecifications', json({ label: 'Fulfillment Center (JSON)', description: 'Until when an order is shipped the same day' })),
				geoLatitude: body('location.geoCoordinates.latitude', number({ label: 'Latitude' })),
				geoLongitude: body('location.geoCoordinates.longitude', number({ label: 'Longitude' })),
				instructions: body('locationInstructions', text({ label: 'Instructions', rows: 3, description: 'What buyers read before they pick something up' })),
				operatingHours: body('operatingHours', jsonList({ label: 'Operating Hours (JSON)', description: 'When a store is open' })),
				phone: body('phone', text({ label: 'Phone', max: 36 })),
				specialHours: body('specialHours', jsonList({ label: 'Special Hours (JSON)', description: 'Days with other opening hours' })),
				status: body('merchantLocationStatus', option({ label: 'Status', options: { ENABLED: 'Enabled', DISABLED: 'Disabled' } })),
				timeZone: body('timeZoneId', text({ label: 'Time Zone', placeholder: 'e.g. Europe/Berlin', description: 'Of the hours given here' })),
				webUrl: body('locationWebUrl', text({ label: 'Web Address', max: 512 })),
			}),
		},
		meanings: {
			25001: 'eBay reports a fault of its own.', 25800: 'A value is not one that eBay takes. Check it against the message.', 25801: 'A value is missing. Check country and address.',
			25802: 'eBay could not use the values. Check them against the message.', 25803: 'A location with this key exists already.', 25804: 'eBay could not use the values. Check them against the message.',
		},
		echo: ({ locationKey }) => ({ success: true, merchantLocationKey: locationKey }),
	}),
]);
