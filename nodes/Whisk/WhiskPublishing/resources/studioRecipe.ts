import { collection, dateTime, multiOption, query } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { simpleRecipe } from '../../fields';
import { integrationId } from '../fields';

const PARTS = {
	EXTRA_RECIPE_FIELD_AUTO_LABELS: 'Automatic Labels', EXTRA_RECIPE_FIELD_INSTRUCTIONS: 'Instructions', EXTRA_RECIPE_FIELD_INGREDIENTS_LINKED_PRODUCTS: 'Linked Products',
	EXTRA_RECIPE_FIELD_NORMALIZED_INGREDIENTS: 'Normalized Ingredients', EXTRA_RECIPE_FIELD_NUTRITION: 'Nutrition',
};

const milliseconds = (utc: Date): string => String(utc.getTime());

export const studioRecipe = resource('Studio Recipe', 'studioRecipe', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many studio recipes', description: 'Retrieve the recipes of an integration, also only those changed in a time',
		route: 'GET /recipes/v1/get/batch', host: 'api.studio.whisk.com', tokens: ['server'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			integration: query('integration_id', integrationId()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				parts: query('fields', multiOption({ label: 'Parts', description: 'What each recipe holds beside the basics', options: PARTS })),
				updatedAfter: query('updated_at.min', dateTime({ label: 'Updated After', description: "A time without a zone is read in the workflow's zone", write: milliseconds })),
				updatedBefore: query('updated_at.max', dateTime({ label: 'Updated Before', description: 'A time without a zone is read in the zone of the workflow', write: milliseconds })),
			}),
		},
		list: { items: 'recipes', id: ['recipe.id'], paging: { in: 'query', by: 'cursor', at: 'paging.after', limit: 'paging.limit', max: 100, next: 'paging.after' } },
		simplify: simpleRecipe('recipe.'),
	}),
]);
