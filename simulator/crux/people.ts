import { uuidOf } from '../random';
import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import type { CruxSetting, CruxUser } from './peopleState';
import { BY_ROLE } from './state';
import type { CruxCaller, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

const NAMES = [...new Set(Object.values(BY_ROLE).flat())];

export const permissionUuid = (name: string): string => uuidOf(1, `permission:${name}`);

function visibilityOf(name: string): string {
	const sides = (Object.keys(BY_ROLE) as Array<keyof typeof BY_ROLE>).filter((role) => BY_ROLE[role].includes(name));
	return sides.length === 1 ? sides[0] : 'BOTH';
}

/** A permission; version 1 does not say who can have it. */
export const permissionShape = (name: string, isTimp: boolean): Fields => ({
	uuid: permissionUuid(name), name, display_name: name.replace(/_/g, ' '), description: `May ${name.replace(/_/g, ' ')}`, ...(isTimp ? { visibility: visibilityOf(name), grouping: 'General' } : {}),
});

/** What someone may do, with the user it belongs to. */
export const assignmentsOf = ({ uuid, permissions }: Pick<CruxUser, 'uuid' | 'permissions'>, isTimp: boolean): Fields => ({
	permissions: permissions.map((name) => ({ assigned: true, permission: permissionShape(name, isTimp) })), org_user: { uuid },
});

function userShape(user: CruxUser, isTimp: boolean): Fields {
	const { uuid, first, last, email, job, status } = user;
	return {
		uuid, status, permission_assignments: assignmentsOf(user, isTimp),
		person: { uuid, first_name: first, last_name: last, email, phone: '555-0100', ...(isTimp ? { job_title: job } : {}) },
		...(isTimp ? { token: status === 'CONFIRMATION WAITING' ? uuidOf(1, `token:${uuid}`).replace(/-/g, '') : null } : {}),
	};
}

const isTimp = ({ operation }: CruxVisit): boolean => operation.version === 'timp';
const own = ({ state, caller }: CruxVisit): CruxUser[] => state.users.filter(({ orgUuid }) => orgUuid === caller.account.orgUuid);
const userOf = (visit: CruxVisit): CruxUser | undefined => own(visit).find(({ uuid }) => uuid === visit.params.user_uuid);
const noUser = ({ params }: CruxVisit): Answer => failed(404, `No user ${params.user_uuid}`);

/** GET …/organizations/users/all/ */
export const getUsers = (visit: CruxVisit): Answer => ok(own(visit).map((user) => userShape(user, isTimp(visit))));

/** GET …/organizations/users/detail/{user_uuid}/ */
export function getUser(visit: CruxVisit): Answer {
	const user = userOf(visit);
	return user ? ok(userShape(user, isTimp(visit))) : noUser(visit);
}

/** GET …/organizations/users/permissions/{user_uuid}/ */
export function getUserPermissions(visit: CruxVisit): Answer {
	const user = userOf(visit);
	if (!user) return noUser(visit);
	const { permissions, org_user: owner } = assignmentsOf(user, isTimp(visit));
	return ok({ permissions, ...(isTimp(visit) ? { org_user: owner } : {}) });
}

/** PATCH and DELETE …/organizations/users/permissions/{user_uuid}/: an unknown permission refuses the whole call. */
export const changePermissions = (isAdding: boolean) => (visit: CruxVisit): Answer => {
	const user = userOf(visit);
	if (!user) return noUser(visit);
	const uuids = visit.body.permission_uuids as string[];
	const names = uuids.map((uuid) => NAMES.find((name) => permissionUuid(name) === uuid));
	if (uuids.length === 0 || names.includes(undefined)) return failed(422, 'permission_uuids must name permissions that exist');
	const has = user.permissions.filter((name) => !names.includes(name));
	user.permissions.splice(0, user.permissions.length, ...has, ...(isAdding ? (names as string[]) : []));
	return { status: 204 };
};

/** GET …/organizations/all_permissions/ */
export const getPermissions = (visit: CruxVisit): Answer => ok(NAMES.map((name) => permissionShape(name, isTimp(visit))));

/** GET …/notifications/ */
export const getNotices = ({ state }: CruxVisit): Answer => ok(state.notices.map(({ uuid, title, created }) => ({ uuid, title, created_at: created, type: 'Dashboard' })));

/** A setting: version 1 has its name in words, Timpanogos a slug beside them. */
const settingShape = ({ uuid, slug, label, domain, types }: CruxSetting, user: string, timp: boolean): Fields => ({
	uuid, ...(timp ? { notification_display_name: label } : {}), notification_name: timp ? slug : label, notification_domain: domain,
	notification_type: types.map(({ via, frequency, enabled }) => ({ notification_via: via, notification_frequency: frequency, enabled })), org_user: { uuid: user },
});

/** GET …/notifications/notification-settings/ */
export const getSettings = (visit: CruxVisit): Answer => ok(visit.state.settings.map((one) => settingShape(one, visit.caller.account.userUuid, isTimp(visit))));

/** PUT …/notifications/notification-settings/: one way of one setting. */
export function updateSetting({ state, body }: CruxVisit): Answer {
	const { uuid, notification_via: via, notification_frequency: frequency, enabled } = body as { uuid: string; notification_via: string; notification_frequency: string; enabled: boolean };
	const found = state.settings.find((one) => one.uuid === uuid)?.types.find((one) => one.via === via);
	if (!found) return failed(404, `No notification setting ${uuid}`);
	Object.assign(found, { frequency, enabled });
	return { status: 204 };
}
