import { body, collection, json, jsonList, text, under, wholeBody } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

export const user = resource('User', 'user', [
	op({
		value: 'get', name: 'Get', action: 'Get user', description: 'Retrieve the user whose token the credential holds, with all settings',
		route: 'GET /user/v2/me', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: {},
	}),
	op({
		value: 'patchSettings', name: 'Update Settings by JSON', action: 'Update settings of user by JSON', description: 'Change any part of the settings, written as one object by the names that Get answers with',
		route: 'POST /user/v2/settings/patch', tokens: ['user'],
		effect: 'update', repeat: 'absolute', lane: [],
		fields: { settings: body('settings', json({ label: 'Settings (JSON)', required: true, placeholder: 'e.g. { "food_preferences": { "diets": { "list": ["DIET_VEGAN"] } } }', description: 'Only the parts that change; each list stands in an object of its own' })) },
	}),
	op({
		value: 'updateSettings', name: 'Update Settings', action: 'Update settings of user', description: 'Change name and preferences of the user whose token the credential holds',
		route: 'PATCH /user/v2/settings', tokens: ['user'],
		effect: 'update', repeat: 'absolute', lane: [],
		fields: {
			settings: collection({ label: 'Settings', add: 'Add Setting', atLeastOne: true }, under('settings', {
				cooking: body('cooking_preferences', json({ label: 'Cooking Preferences (JSON)', placeholder: 'e.g. { "household_adults": { "size": 2 } }', description: 'Household, kitchen and favourites' })),
				firstName: body('personal_details.first_name', text({ label: 'First Name', placeholder: 'e.g. Kim' })),
				food: body('food_preferences', json({ label: 'Food Preferences (JSON)', placeholder: 'e.g. { "diets": { "list": ["DIET_VEGAN"] } }', description: 'Diets, dislikes and what is avoided' })),
				lastName: body('personal_details.last_name', text({ label: 'Last Name', placeholder: 'e.g. Cook' })),
				shopping: body('shopping_preferences', json({ label: 'Shopping Preferences (JSON)', placeholder: 'e.g. { "preferred_retailers": { "retailers": ["GB:Tesco"] } }', description: 'Stores, budget and values' })),
			})),
		},
	}),
	op({
		value: 'updateV1', name: 'Update (Version 1)', action: 'Update user in version 1', description: 'Change the user by steps of JSON Patch in the older API; prefer Update Settings',
		route: 'PATCH /v1/me', host: 'graph.whisk.com', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'never', lane: [],
		fields: { steps: wholeBody(jsonList({ label: 'Steps (JSON)', required: true, placeholder: 'e.g. [{ "op": "replace", "path": "/firstName", "value": "Kim" }]', description: 'What to do, step by step' })) },
		echo: () => ({ success: true }),
	}),
]);
