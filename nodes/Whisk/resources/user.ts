import { op, resource } from '../../../engine/rows';

export const user = resource('User', 'user', [
	op({
		value: 'get', name: 'Get', action: 'Get user', description: 'Retrieve the user whose token the credential holds, with all settings',
		route: 'GET /user/v2/me', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: {},
	}),
]);
