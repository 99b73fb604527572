import { path, query, text, texts } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { allRecipeParts, cursorPaging, simpleRecipe } from '../fields';

const smartId = () => path('collection_id', text({ label: 'Smart Collection ID', required: true, placeholder: 'e.g. 106c5fa8b2c14be39dd26ac9fd9b3c35', description: 'Whisk keeps these collections by itself, such as the recipes seen last' }));

export const smartCollection = resource('Smart Collection', 'smartCollection', [
	op({
		value: 'get', name: 'Get', action: 'Get smart collection', description: 'Retrieve name, type and tags of a collection that Whisk keeps by itself',
		route: 'GET /v2/smart_collection/{smartCollection}', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: { smartCollection: smartId() },
	}),
	op({
		value: 'getRecipes', name: 'Get Recipes', action: 'Get recipes of smart collection', description: 'Retrieve the recipes of a collection that Whisk keeps by itself',
		route: 'GET /v2/smart_collection/{smartCollection}/recipes', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			smartCollection: smartId(), parts: allRecipeParts(),
			tags: query('smart_tags', texts({ label: 'Smart Tags', placeholder: 'e.g. quick', description: 'Only recipes with one of these; Get names those of a collection' })),
		},
		list: { items: 'recipes', id: ['recipe.id'], paging: cursorPaging() },
		simplify: simpleRecipe('recipe.'),
	}),
]);
