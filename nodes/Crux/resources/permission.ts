import { op, resource } from '../../../engine/rows';
import { needs } from './fields';
import { wholeList } from './pickers';

export const permission = resource('Permission', 'permission', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many permissions', description: 'Retrieve everything that users can be allowed to do, with what it means',
		route: 'GET /organizations/all_permissions/',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList(), meanings: needs('view_org_users'),
	}),
]);
