import { country } from '../../../../engine/codes';
import { body, collection, json, jsonList, multiOption, number, option, path, text, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { locationLocator, locations } from './fields';
import { meanings } from './meanings';

const addressFields = under('location.address', {
	addressLine1: body('addressLine1', text({ label: 'Address Line 1', max: 128 })), addressLine2: body('addressLine2', text({ label: 'Address Line 2', max: 128 })),
	city: body('city', text({ label: 'City' })), county: body('county', text({ label: 'County' })), postalCode: body('postalCode', text({ label: 'Postal Code' })),
	stateOrProvince: body('stateOrProvince', text({ label: 'State or Province' })),
});

/** What can be given when a location is made and changed later. */
const details = {
	additionalInformation: body('locationAdditionalInformation', text({ label: 'Additional Information', max: 256 })),
	cutOffTimes: body('fulfillmentCenterSpecifications', json({ label: 'Fulfillment Center (JSON)', description: 'Until when an order is shipped the same day' })),
	geoLatitude: body('location.geoCoordinates.latitude', number({ label: 'Latitude' })),
	geoLongitude: body('location.geoCoordinates.longitude', number({ label: 'Longitude' })),
	instructions: body('locationInstructions', text({ label: 'Instructions', rows: 3, description: 'What buyers read before they pick something up' })),
	operatingHours: body('operatingHours', jsonList({ label: 'Operating Hours (JSON)', description: 'When a store is open' })),
	phone: body('phone', text({ label: 'Phone', max: 36 })),
	specialHours: body('specialHours', jsonList({ label: 'Special Hours (JSON)', description: 'Days with other opening hours' })),
	timeZone: body('timeZoneId', text({ label: 'Time Zone', placeholder: 'e.g. Europe/Berlin', description: 'Of the hours given here' })),
	webUrl: body('locationWebUrl', text({ label: 'Web Address', max: 512 })),
};

const locationName = body('name', text({ label: 'Name', placeholder: 'e.g. Main warehouse', description: 'What buyers read of a store' }));
const locationTypes = body('locationTypes', multiOption({ label: 'Location Types', description: 'A new one without it is a warehouse', options: { WAREHOUSE: 'Warehouse', STORE: 'Store', FULFILLMENT_CENTER: 'Fulfillment Center' } }));
const chosen = () => ({ locationKey: path('merchantLocationKey', locationLocator()) });
const keyOf = ({ locationKey }: { locationKey: string }) => ({ success: true, merchantLocationKey: locationKey });

export const location = resource('Location', 'location', [
	op({
		value: 'create', name: 'Create', action: 'Create location', description: 'Enter a warehouse or a store that items are shipped from or picked up at',
		route: 'POST /sell/inventory/v1/location/{locationKey}', tokens: ['user'], meanings,
		effect: 'create', repeat: { keyed: [25803] }, lane: ['locationKey'],
		fields: {
			locationKey: path('merchantLocationKey', text({ label: 'Location Key', required: true, max: 36, placeholder: 'e.g. warehouse-1', description: 'Your own name of it, which offers refer to' })),
			country: body('location.address.country', country({ label: 'Country', required: true, description: 'Where it is' })),
			address: collection({ label: 'Address', add: 'Add Field', description: 'Postal code and country, or city, state and country, are the least for a warehouse' }, addressFields),
			locationName,
			locationTypes,
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { ...details, status: body('merchantLocationStatus', option({ label: 'Status', options: { ENABLED: 'Enabled', DISABLED: 'Disabled' } })) }),
		},
		echo: keyOf,
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete location', description: 'Remove a warehouse or a store; listings stay, but offers that name it can be changed no more',
		route: 'DELETE /sell/inventory/v1/location/{locationKey}', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['locationKey'], fields: chosen(), echo: ({ locationKey }) => ({ deleted: true, merchantLocationKey: locationKey }),
	}),
	op({
		value: 'disable', name: 'Disable', action: 'Disable location', description: 'Keep a location from being used by further offers',
		route: 'POST /sell/inventory/v1/location/{locationKey}/disable', tokens: ['user'], meanings,
		effect: 'update', repeat: 'absolute', lane: ['locationKey'], fields: chosen(), echo: keyOf,
	}),
	op({
		value: 'enable', name: 'Enable', action: 'Enable location', description: 'Let a location be used by offers again',
		route: 'POST /sell/inventory/v1/location/{locationKey}/enable', tokens: ['user'], meanings,
		effect: 'update', repeat: 'absolute', lane: ['locationKey'], fields: chosen(), echo: keyOf,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get location', description: 'Retrieve a warehouse or a store with its address, hours and state',
		route: 'GET /sell/inventory/v1/location/{locationKey}', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: chosen(),
		simplify: { merchantLocationKey: 'merchantLocationKey', name: 'name', status: 'merchantLocationStatus', types: 'locationTypes', address: 'location.address', phone: 'phone', timeZone: 'timeZoneId' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many locations', description: 'Retrieve the warehouses and stores of the seller',
		route: 'GET /sell/inventory/v1/location', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: {}, list: locations,
	}),
	op({
		value: 'update', name: 'Update', action: 'Update location', description: 'Change name, address, hours and the like of a location; the address of a fulfillment center stays as it is once given',
		route: 'POST /sell/inventory/v1/location/{locationKey}/update_location_details', tokens: ['user'], meanings,
		effect: 'update', repeat: 'absolute', lane: ['locationKey'],
		fields: {
			...chosen(), locationName, locationTypes,
			address: collection({ label: 'Address', add: 'Add Field', description: 'Only what changes' }, { ...addressFields, country: body('location.address.country', country({ label: 'Country' })) }),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, details),
		},
		echo: keyOf,
	}),
]);
