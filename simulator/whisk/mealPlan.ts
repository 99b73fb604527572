import type { Answer, Fields } from '../types';
import { ok, refused, trimmedDeep } from './answers';
import type { WhiskVisit } from './state';

/** GET /mealplan/v2/settings */
export const getSettings = ({ state }: WhiskVisit): Answer => ok({ settings: trimmedDeep(state.mealPlan.settings) });

const ENUMS: Record<string, string> = {
	included_days: 'DAY_OF_WEEK_',
	included_meal_types: 'MEAL_TYPE_',
	week_start: 'DAY_OF_WEEK_',
	generation_algorithm: 'GENERATION_ALGORITHM_',
};

/** A value that is none of its enum; the zero value, which ends in INVALID, counts as one. */
export function strangeIn(settings: Fields): string | undefined {
	const values = Object.entries(ENUMS).flatMap(([name, prefix]) => [settings[name] ?? []].flat().map((value) => ({ name, prefix, value: String(value) })));
	const strange = values.find(({ prefix, value }) => !value.startsWith(prefix) || value === `${prefix}INVALID`);
	return strange && `settings.${strange.name} cannot be ${strange.value}`;
}

/** PUT /mealplan/v2/settings: the settings become those of the body, what it leaves out is lost; the page does not say so. */
export function putSettings({ state, body }: WhiskVisit): Answer {
	const { meal_plan_id: id, settings } = body as { meal_plan_id?: string; settings?: Fields };
	if (id && id !== state.mealPlan.id) return refused(400, 'mealPlan.notFound', `No meal plan ${id}`);
	if (!settings) return refused(400, 'mealPlan.invalid', 'No settings are given');
	const strange = strangeIn(settings);
	if (strange) return refused(400, 'mealPlan.invalid', strange);
	state.mealPlan.settings = settings;
	return ok({});
}
