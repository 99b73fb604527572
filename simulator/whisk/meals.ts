import { uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import { recipeShape } from './recipes';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';
import type { WhiskMeal } from './world';

/** Meals of one day. */
export const MOST = 7;
export type Day = WhiskMeal['date'];

/** The answer to the ID of a plan that is not there. */
export const unknownPlan = (id: string) => refused(400, 'mealPlan.notFound', `No meal plan ${id}`);
const unknownMeal = (id: string) => refused(400, 'meal.notFound', `No meal ${id}`);
/** Days in order. */
export const numberOf = ({ year, month, day }: Day) => year * 10_000 + month * 100 + day;
/** Meals by day and slot. */
export const sorted = (meals: WhiskMeal[]): WhiskMeal[] => [...meals].sort((a, b) => numberOf(a.date) - numberOf(b.date) || a.slot - b.slot);

/** Whether an ID is given that is not the user's plan. */
export const isStrangePlan = (state: WhiskState, id: unknown): id is string => id !== undefined && id !== state.mealPlan.id;

const shape = (state: WhiskState, { id, type, date, slot, recipeId, isGenerated }: WhiskMeal, parts?: string[]): Fields => trimmed({
	id, meal_type: type, date_time: date, date, day_slot: slot, generated: isGenerated, content: recipeId ? { recipe: recipeShape(state.recipes.get(recipeId)!, parts) } : undefined,
});

/** A plan as answers have it; which days it goes from and to is its first and last meal's unless said. */
export const planShape = (state: WhiskState, meals: WhiskMeal[], { from, to, parts }: { from?: Day; to?: Day; parts?: string[] } = {}): Fields => trimmed({
	meal_plan_id: state.mealPlan.id, start_date: from ?? meals[0]?.date, end_date: to ?? meals.at(-1)?.date, meals: meals.map((one) => shape(state, one, parts)),
});

const dayIn = (from: Fields, name: string): Day | undefined => (from[`${name}.year`] === undefined ? undefined : { year: Number(from[`${name}.year`]), month: Number(from[`${name}.month`]), day: Number(from[`${name}.day`]) });

/** Whether a meal is of these days, both counting. */
export const within = ({ date }: WhiskMeal, from?: Day, to?: Day) => (!from || numberOf(date) >= numberOf(from)) && (!to || numberOf(date) <= numberOf(to));

function getMeals({ state, query }: WhiskVisit): Answer {
	const [from, to] = [dayIn(query, 'period.from'), dayIn(query, 'period.to')];
	return ok(planShape(state, state.meals.filter((meal) => within(meal, from, to)), { parts: query.fields as string[] | undefined }));
}

interface Given {
	meal_type?: string;
	date_time?: Day;
	day_slot?: number;
	content?: { recipe?: { id?: string } };
}

/** What a meal is to be; no page names the members, those of the answer are taken. */
function read(state: WhiskState, body: Fields): Omit<WhiskMeal, 'id'> | Answer {
	const { meal_type: type, date_time: date, day_slot: slot, content } = body.meal as Given;
	if (!type?.startsWith('MEAL_TYPE_') || type.endsWith('_INVALID') || !date) return refused(400, 'meal.invalid', 'A meal needs meal_type and date_time');
	const recipeId = content?.recipe?.id;
	if (recipeId !== undefined && !state.recipes.has(recipeId)) return refused(400, 'recipe.notFound', `No recipe ${recipeId}`);
	return { type, date, slot: slot ?? 0, recipeId, isGenerated: false };
}

/** Puts a meal into its slot, as `on_conflict` says. */
function place(state: WhiskState, meal: WhiskMeal, action = 'DAY_SLOT_CONFLICT_ACTION_REPLACE'): Answer | undefined {
	const others = state.meals.filter(({ id }) => id !== meal.id);
	const ofDay = others.filter(({ date }) => numberOf(date) === numberOf(meal.date));
	const taken = ofDay.find(({ slot }) => slot === meal.slot);
	if (taken && action.endsWith('_FAIL')) return refused(400, 'meal.slotTaken', 'The slot is taken');
	const replaces = taken && action.endsWith('_REPLACE');
	if (!replaces && ofDay.length >= MOST) return refused(400, 'meal.tooMany', `A day has ${MOST} meals at most`);
	if (taken && !replaces) for (const other of ofDay) if (other.slot >= meal.slot) other.slot += 1;
	state.meals = sorted([...others.filter((one) => !(replaces && one === taken)), meal]);
	return undefined;
}

function add({ state, body }: WhiskVisit): Answer {
	const made = read(state, body);
	if ('status' in made) return made;
	const meal = { id: uuidOf(state.seed, `meal:${(state.minted += 1)}`), ...made };
	return place(state, meal, body.on_conflict as string | undefined) ?? ok({ meal: shape(state, meal) });
}

function update({ state, params, body }: WhiskVisit): Answer {
	if (!state.meals.some(({ id }) => id === params.meal_id)) return unknownMeal(params.meal_id);
	const made = read(state, body);
	if ('status' in made) return made;
	const meal = { id: params.meal_id, ...made };
	return place(state, meal, body.on_conflict as string | undefined) ?? ok({ meal: shape(state, meal) });
}

function remove({ state, params, body }: WhiskVisit): Answer {
	if (isStrangePlan(state, body.meal_plan_id)) return unknownPlan(body.meal_plan_id);
	if (!state.meals.some(({ id }) => id === params.meal_id)) return unknownMeal(params.meal_id);
	state.meals = state.meals.filter(({ id }) => id !== params.meal_id);
	return ok({});
}

function removeMany({ state, body }: WhiskVisit): Answer {
	const { period: { from, to }, meal_plan_id: plan, generated_only: only } = body as unknown as { period: { from: Day; to: Day }; meal_plan_id?: string; generated_only?: boolean };
	if (isStrangePlan(state, plan)) return unknownPlan(plan);
	state.meals = state.meals.filter((meal) => !within(meal, from, to) || (only === true && !meal.isGenerated));
	return ok({});
}

export const mealRules: WhiskRules = {
	'whisk:GET /mealplan/v2/meal': getMeals,
	'whisk:POST /mealplan/v2/meal': add,
	'whisk:PUT /mealplan/v2/meal/{meal_id}': update,
	'whisk:DELETE /mealplan/v2/meal/{meal_id}': remove,
	'whisk:DELETE /mealplan/v2': removeMany,
};
