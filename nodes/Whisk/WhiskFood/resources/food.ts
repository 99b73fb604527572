import { country, language } from '../../../../engine/codes';
import { body, collection, multiOption, query, text, texts } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

export const food = resource('Food', 'food', [
	op({
		value: 'get', name: 'Get', action: 'Get foods', description: 'Retrieve measures and nutrition of foods of the food database by the hits that Search gives',
		route: 'GET /food/v2/get', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			hits: query('food_hits', texts({ label: 'Food Hits', required: true, placeholder: 'e.g. CiMyMDI2OTdjYjQ5MGU5YmM0', description: 'Several are separated by commas' })),
			members: query('response_mask.paths', multiOption({ label: 'Members', options: { brand: 'Brand', measures: 'Measures', nutrition: 'Nutrition', title: 'Title' }, description: 'All unless some are chosen' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				country: query('country', country({ label: 'Country', description: 'For US, GB and CA imperial measures come too' })),
				language: query('language', language({ label: 'Language', description: 'Language of the titles' })),
			}),
		},
		outputs: [
			{ value: 'foods', name: 'One Item per Food', description: 'Every food as an item of its own', split: 'food' },
			{ value: 'whole', name: 'Whole Answer', description: 'One item with all foods' },
		],
	}),
	op({
		value: 'search', name: 'Search', action: 'Search foods', description: 'Find foods of the food database by their names',
		route: 'POST /food/v2/search', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			term: body('query', text({ label: 'Name', required: true, max: 255, placeholder: 'e.g. apple', description: 'A word of the name, or several' })),
			language: body('language', language({ label: 'Language', required: true, description: 'Language of the name, as a code of two letters' })),
			country: body('country', country({ label: 'Country', description: 'Prefer what is sold in this country' })),
		},
		list: { items: 'food', id: ['food_hit'], paging: { in: 'body', by: 'cursor', at: 'cursor.cursors.after', limit: 'cursor.limit', max: 50, next: 'paging.cursors.after' } },
		meanings: { 403: 'The food database does not accept the token. Check the credential, and connect it again if it is one of OAuth2.' },
	}),
]);
