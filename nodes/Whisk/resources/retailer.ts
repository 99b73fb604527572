import { country, language } from '../../../engine/codes';
import { query, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

export const retailer = resource('Retailer', 'retailer', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many retailers', description: 'Retrieve the stores that a shopping list can be handed over to',
		route: 'GET /v1/retailers', host: 'graph.whisk.com', tokens: ['user', 'server', 'client'],
		effect: 'read', repeat: 'absolute',
		fields: {
			country: query('country', country({ label: 'Country', description: 'Without it, stores of the whole world' })),
			zipcode: query('zipcode', text({ label: 'ZIP Code', placeholder: 'e.g. 10001', description: 'Needed for the United States and Germany' })),
			language: query('language', language({ label: 'Language', description: 'Language of the names' })),
		},
		list: { items: 'retailers', id: ['id'] },
		meanings: { 400: 'Whisk could not find stores by these values. For US and DE a ZIP code is needed.' },
	}),
]);
