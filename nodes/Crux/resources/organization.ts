import { op, resource } from '../../../engine/rows';

export const organization = resource('Organization', 'organization', [
	op({
		value: 'get', name: 'Get', action: 'Get organization', description: 'Retrieve your own organization with its account manager',
		route: 'GET /organizations/',
		effect: 'read', repeat: 'absolute', fields: {},
	}),
]);
