import { path, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { recipeParts } from './fields';

export const community = resource('Community', 'community', [
	op({
		value: 'getRecipes', name: 'Get Recipes', action: 'Get recipes of community', description: 'Retrieve the recipes that the members of a community share',
		route: 'GET /community/v2/{community}/recipes', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			community: path('community_id', text({ label: 'Community ID', required: true, placeholder: 'e.g. 10773a8dcf2148fb9e5d5f8f8d5c2bd4', description: 'The last part of the address of its page' })),
			parts: recipeParts(),
		},
		list: { items: 'recipes', id: ['recipe.id'], paging: { in: 'query', by: 'cursor', at: 'paging.cursors.after', limit: 'paging.limit', max: 50, next: 'paging.cursors.after' } },
		simplify: { id: 'recipe.id', name: 'recipe.name', description: 'recipe.description', servings: 'recipe.servings', source: 'recipe.source.source_recipe_url', image: 'recipe.images.0.url' },
	}),
]);
