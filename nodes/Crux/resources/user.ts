import { body, multiPicker } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { needs, userLocator } from './fields';
import { permissionPicker, wholeList } from './pickers';

const permissions = () => body('permission_uuids', multiPicker({
	label: 'Permission Names or IDs', required: true, picker: permissionPicker, hint: "The name of a permission is not its UUID: choose it from the list, or take 'uuid' from Permission → Get Many.",
}));

/** The token of a pending invitation, which Timpanogos puts into a user. */
const omit = ['token'];

const simplify = {
	uuid: 'uuid', first_name: 'person.first_name', last_name: 'person.last_name', email: 'person.email', phone: 'person.phone', job_title: 'person.job_title', status: 'status',
	permissions: { from: 'permission_assignments.permissions', each: { name: 'permission.name', uuid: 'permission.uuid', assigned: 'assigned' } },
};

const unknown = { 404: 'No user with this UUID was found.' };

export const user = resource('User', 'user', [
	op({
		value: 'addPermissions', name: 'Add Permissions', action: 'Add permissions to user', description: 'Allow someone of your organization to do more',
		route: 'PATCH /organizations/users/permissions/{user}/',
		effect: 'update', repeat: 'absolute', lane: ['user'],
		fields: { user: userLocator(), permissions: permissions() },
		echo: ({ user: id, permissions: list }) => ({ success: true, user_uuid: id, permission_uuids: list }), meanings: { ...needs('edit_org_users'), ...unknown },
	}),
	op({
		value: 'get', name: 'Get', action: 'Get user', description: 'Retrieve someone of your organization with permissions and contact',
		route: 'GET /organizations/users/detail/{user}/',
		effect: 'read', repeat: 'absolute', fields: { user: userLocator() }, simplify, omit, meanings: { ...needs('view_org_users'), ...unknown },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many users', description: 'Retrieve everyone of your organization',
		route: 'GET /organizations/users/all/',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList(), simplify, omit, meanings: needs('view_org_users'),
	}),
	op({
		value: 'getPermissions', name: 'Get Permissions', action: 'Get permissions of user', description: 'Retrieve what someone of your organization may do',
		route: 'GET /organizations/users/permissions/{user}/',
		effect: 'read', repeat: 'absolute', fields: { user: userLocator() }, meanings: { ...needs('view_org_users'), ...unknown },
	}),
	op({
		value: 'removePermissions', name: 'Remove Permissions', action: 'Remove permissions from user', description: 'Forbid someone of your organization what is named here',
		route: 'DELETE /organizations/users/permissions/{user}/',
		effect: 'delete', repeat: 'absolute', lane: ['user'],
		fields: { user: userLocator(), permissions: permissions() },
		echo: ({ user: id, permissions: list }) => ({ success: true, user_uuid: id, permission_uuids: list }), meanings: { ...needs('edit_org_users'), ...unknown },
	}),
]);
