import { numberOf as randomOf, uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused } from './answers';
import { strangeIn } from './mealPlan';
import { isStrangePlan, MOST, numberOf, planShape, sorted, unknownPlan, within } from './meals';
import type { Day } from './meals';
import type { WhiskState, WhiskVisit } from './state';
import type { WhiskMeal } from './world';

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'].map((day) => `DAY_OF_WEEK_${day}`);
const THREE_MEALS = ['BREAKFAST', 'LUNCH', 'DINNER'].map((meal) => `MEAL_TYPE_${meal}`);
const DAY = 24 * 60 * 60 * 1000;

type Slot = Pick<WhiskMeal, 'type' | 'slot'>;
type Template = Array<{ day?: string; meal_templates?: Array<{ meal_type?: string; day_slot?: number }> }>;

/** What each day of the week is to have. The template counts, as it replaces the older days and meal types; none of these: three meals on all days, which is inferred. */
function slotsOf({ week_template: template = [], included_days: days = [], included_meal_types: types = [] }: { week_template?: Template; included_days?: string[]; included_meal_types?: string[] }): Map<string, Slot[]> {
	if (template.length) return new Map(template.map(({ day = '', meal_templates: meals = [] }) => [day, meals.map(({ meal_type: type = THREE_MEALS[2], day_slot: slot = 0 }) => ({ type, slot }))]));
	const slots = (types.length ? types : THREE_MEALS).map((type, slot) => ({ type, slot }));
	return new Map((days.length ? days : DAYS).map((day) => [day, slots]));
}

/** The seven days from the next first day of a week on, today's counting: no page says which week is planned, a past one would help nobody. */
export function comingWeek(now: number, weekStart = 'DAY_OF_WEEK_MONDAY'): Day[] {
	const first = now + ((DAYS.indexOf(weekStart) - new Date(now).getUTCDay() + 7) % 7) * DAY;
	return Array.from({ length: 7 }, (_, index) => new Date(first + index * DAY)).map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));
}

const nameOf = ({ year, month, day }: Day) => DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];

/** New meals in the slots of a day that are free; with those that stay there are seven at most. */
function planned(state: WhiskState, date: Day, slots: Slot[], kept: WhiskMeal[], recipeOf: () => string): WhiskMeal[] {
	const free = slots.filter(({ slot }, index) => slots.findIndex((one) => one.slot === slot) === index && kept.every((one) => one.slot !== slot));
	return free.slice(0, Math.max(0, MOST - kept.length)).map(({ type, slot }) => ({ id: uuidOf(state.seed, `meal:${(state.minted += 1)}`), type, date, slot, recipeId: recipeOf(), isGenerated: true }));
}

/** Plans a week anew: all its meals go, or only those that were generated; other weeks stay as they are. */
function planWeek(state: WhiskState, week: Day[], settings: Fields): void {
	const slots = slotsOf(settings);
	const recipes = [...state.recipes.keys()];
	let next = randomOf(state.seed, `week:${state.minted}`, recipes.length);
	const recipeOf = () => recipes[(next += 1) % recipes.length];
	const stays = (meal: WhiskMeal) => !within(meal, week[0], week[6]) || (settings.replace_only_generated === true && !meal.isGenerated);
	const kept = state.meals.filter(stays);
	const ofDay = (date: Day) => kept.filter((meal) => numberOf(meal.date) === numberOf(date));
	state.meals = sorted([...kept, ...week.flatMap((date) => planned(state, date, slots.get(nameOf(date)) ?? [], ofDay(date), recipeOf))]);
}

/** PUT /mealplan/v2/generate: settings of the call stand in place of all stored ones; servings and calories change no recipe here. */
export function generate({ state, body, now }: WhiskVisit): Answer {
	const { meal_plan_id: plan, settings: given = {} } = body as { meal_plan_id?: string; settings?: Fields };
	if (isStrangePlan(state, plan)) return unknownPlan(plan);
	const strange = strangeIn(given);
	if (strange) return refused(400, 'mealPlan.invalid', strange);
	const settings = Object.keys(given).length ? given : state.mealPlan.settings;
	const week = comingWeek(now, settings.week_start as string | undefined);
	planWeek(state, week, settings);
	const meals = state.meals.filter((meal) => within(meal, week[0], week[6]));
	return ok({ ...planShape(state, meals, { from: week[0], to: week[6] }), result_code: 'GENERATION_RESULT_CODE_SUCCESS' });
}
