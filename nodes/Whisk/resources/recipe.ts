import { collection, number, query, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { recipeParts } from './fields';

export const recipe = resource('Recipe', 'recipe', [
	op({
		value: 'get', name: 'Get', action: 'Get recipe', description: 'Retrieve a recipe by its ID or by the address of its web page',
		route: 'GET /recipe/v2/get', tokens: ['user', 'server'],
		effect: 'read', repeat: 'absolute',
		fields: {
			recipe: query('id', text({ label: 'Recipe ID or URL', required: true, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035', description: 'Whisk reads a page that it does not know yet' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				parts: recipeParts(),
				scale: query('scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts, such as 0.5 for half of them' })),
				servings: query('servings', number({ label: 'Servings', above: 0, default: 1, description: 'How many servings the amounts shall be for' })),
			}),
		},
	}),
]);
