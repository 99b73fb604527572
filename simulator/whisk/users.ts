import { digest } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused } from './answers';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members put over those that are there, on every level; lists are replaced. */
const over = (record: Fields, patch: Fields): Fields =>
	Object.entries(patch).reduce<Fields>((made, [name, value]) => ({ ...made, [name]: isObject(value) && isObject(made[name]) ? over(made[name] as Fields, value) : value }), record);

const userShape = (state: WhiskState): Fields => ({ id: digest('whisk-user').slice(0, 35), email: state.email, has_password: true, user_settings: state.userSettings });

const PARTS = ['personal_details', 'food_preferences', 'cooking_preferences', 'shopping_preferences'];

function change({ state, body }: WhiskVisit, answer: () => Fields): Answer {
	const settings = (body.settings ?? {}) as Fields;
	const strange = Object.keys(settings).find((name) => !PARTS.includes(name) || !isObject(settings[name]));
	if (strange !== undefined) return refused(400, 'settings.invalid', `Settings have no object ${strange}`);
	if (!Object.keys(settings).length) return refused(400, 'settings.invalid', 'No settings are given');
	state.userSettings = over(state.userSettings, settings);
	return ok(answer());
}

/** PATCH /v1/me: the steps are kept, so that a test can see them; only a replaced first name has an effect. */
function patchV1({ state, body }: WhiskVisit): Answer {
	const steps = body as unknown as Array<{ op: string; path: string; value?: unknown }>;
	if (!steps.length || steps.some(({ path }) => !path.startsWith('/'))) return refused(400, 'patch.invalid', 'Each step needs a path that starts with a slash');
	state.patches.push(...(steps as unknown as Fields[]));
	for (const { op, path, value } of steps) if (op === 'replace' && path === '/firstName') state.userSettings = over(state.userSettings, { personal_details: { first_name: value } });
	return ok({ id: userShape(state).id });
}

export const userRules: WhiskRules = {
	'whisk:GET /user/v2/me': ({ state }) => ok({ user: userShape(state) }),
	'whisk:PATCH /user/v2/settings': (visit) => change(visit, () => ({ user: userShape(visit.state) })),
	'whisk:POST /user/v2/settings/patch': (visit) => change(visit, () => ({ settings: visit.state.userSettings })),
	'whisk:PATCH /v1/me': patchV1,
};
