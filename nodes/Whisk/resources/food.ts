import { country, language } from '../../../engine/codes';
import { body, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

export const food = resource('Food', 'food', [
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
		meanings: { 403: 'The food database does not accept the token. Check token and Token Type in the credential.' },
	}),
]);
