import { path, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { allRecipeParts, cursorPaging, simpleRecipe } from '../../fields';

export const publicProfile = resource('Public Profile', 'publicProfile', [
	op({
		value: 'get', name: 'Get', action: 'Get public profile', description: 'Retrieve what everyone may see of a user',
		route: 'GET /v2/profile/by-username/{username}', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: { username: path('username', text({ label: 'Username', required: true, placeholder: 'e.g. kimcooks', description: 'As it stands in the address of the profile' })) },
	}),
	op({
		value: 'getRecipes', name: 'Get Recipes', action: 'Get recipes of public profile', description: 'Retrieve the recipes that a user shows to everyone',
		route: 'GET /v2/profile/{user}/recipes', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: { user: path('user_id', text({ label: 'User ID', required: true, placeholder: 'e.g. 1062fa8bbd8a4ae5', description: 'Get gives it' })), parts: allRecipeParts() },
		list: { items: 'recipes', id: ['recipe.id', 'id'], paging: cursorPaging() },
		simplify: simpleRecipe('recipe.'),
	}),
]);
