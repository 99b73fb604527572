import { country, language } from '../../../engine/codes';
import { query, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { retailerLocator } from '../fields';

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
	op({
		value: 'getSignInLink', name: 'Get Sign-In Link', action: 'Get link to sign in to retailer', description: 'Make the link that a shopper opens to sign in at a store; the store then calls your address with a token for Cart → Checkout. Nothing is sent.',
		route: 'GET /retailers/oauth/v2/authorize', host: 'login.whisk.com', link: 'url',
		effect: 'read', repeat: 'absolute',
		fields: {
			retailer: query('retailer', retailerLocator()),
			redirectUri: query('redirect_uri', text({ label: 'Redirect URL', required: true, placeholder: 'e.g. https://example.com/signed-in', description: 'Where the shopper comes back to, such as the address of a Webhook node' })),
		},
	}),
]);
