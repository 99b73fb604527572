import { uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused } from './answers';
import { recipeShape } from './recipes';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';

const invalid = (message: string) => refused(400, 'request.invalid', message);

/** No page shows what this answers with: an object with a list is the simulator's own. */
function getFoodList({ state, query }: WhiskVisit): Answer {
	const presence = (query['filters.presence'] as string[] | undefined)?.map((one) => one.replace('PRESENCE_FILTER_', ''));
	const isWine = query['filters.foodItemType'] === 'FOOD_TYPE_FILTER_WINE_ITEM';
	const found = state.foodList.filter((one) => (!presence || presence.includes(String(one.presence))) && (!isWine || 'food_item_type' in one));
	return ok({ items: query['sorting.direction'] === 'SORT_DIRECTION_ASC' ? found : [...found].reverse() });
}

/** POST /foodlist/v2/action: adds, so that the same call sent twice adds twice; one item a slot of the wine fridge. */
function addFood({ state, body }: WhiskVisit): Answer {
	const { items = [] } = (body.add ?? {}) as { items?: Fields[] };
	if (!items.length) return invalid('No items are given');
	const made = items.map((item) => ({ id: uuidOf(state.seed, `food-added:${(state.minted += 1)}`), ...item, presence: 'EXISTING' }));
	state.foodList.push(...made);
	return ok({ items: made });
}

const LONGEST_ID = 128;

/** POST /health/foodlog/v2/action: an external id that was used before refuses the whole call. */
function addLog({ state, body }: WhiskVisit): Answer {
	const { items = [] } = (body.add ?? {}) as { items?: Array<Fields & { external_id?: string }> };
	if (!items.length) return invalid('No items are given');
	const ids = items.flatMap(({ external_id: id }) => id ?? []);
	const repeated = ids.find((id, index) => state.foodLog.has(id) || ids.indexOf(id) !== index || id.length > LONGEST_ID);
	if (repeated !== undefined) return refused(400, 'externalId.used', `external_id was used before or is too long: ${repeated}`);
	for (const item of items) state.foodLog.set(item.external_id ?? uuidOf(state.seed, `log:${(state.minted += 1)}`), item);
	return ok({ items: items.map(({ external_id: id }) => ({ external_id: id })) });
}

const dayOf = (query: Fields, name: string) => ({ year: query[`${name}.year`], month: query[`${name}.month`], day: query[`${name}.day`] });

/** Some recipes, always the same ones; no page shows how advice is answered. */
const some = (state: WhiskState, count: number, parts?: string[]) => [...state.recipes.values()].slice(0, count).map((one) => ({ recipe: recipeShape(one, parts) }));

function forMeal({ state, query }: WhiskVisit): Answer {
	if (query.meal_time === undefined && query['local_time.hours'] === undefined) return invalid('meal_time or local_time is needed');
	return ok({ meal_time: query.meal_time ?? 'MEAL_TIME_LUNCH', recipes: some(state, 3) });
}

const forDay = ({ state, query }: WhiskVisit) => ok({ date: dayOf(query, 'date'), meals: [{ meal_time: 'MEAL_TIME_DINNER', recipes: some(state, 2) }] });

const goal = ({ query }: WhiskVisit) => ok({ nutrition_goal: { kcal: query['health_profile.daily_kcal_goal'] ?? 2000, date: dayOf(query, 'date') } });

function tailored({ state, query }: WhiskVisit): Answer {
	const [from, to] = [dayOf(query, 'period.from'), dayOf(query, 'period.to')];
	return ok({ period: { from, to }, meals: ((query.meal_times as string[] | undefined) ?? ['MEAL_TIME_DINNER']).map((time) => ({ meal_time: time, recipes: some(state, 1, query.fields as string[] | undefined) })) });
}

function sandbox({ state, query }: WhiskVisit): Answer {
	return ok({ days: [{ date: dayOf(query, 'period.startDate'), meals: (query.mealTimes as string[]).map((time) => ({ mealTime: time, recipes: some(state, Number(query.limit ?? 1)) })) }] });
}

const MOST_HEALTHY = 20;

function searchHealthy({ state, query }: WhiskVisit): Answer {
	const { limit, calories, response_mask: mask } = query as unknown as { limit: number; calories: number; response_mask: string[] };
	if (limit > MOST_HEALTHY || calories <= 0) return invalid('limit is 20 at most, calories more than 0');
	const whole = [...state.recipes.values()].slice(0, limit).map(({ id, name, servings }) => ({
		id, title: name, image: { url: `https://whisk.test/${id}.jpg` }, nutrition: { nutrition: [{ amount: calories, unit: 'NUTRITION_UNIT_KCAL', code: 'NUTRITION_CODE_ENERC_KCAL' }] }, recipe_link: `https://whisk.test/recipes/${id}`, number_of_servings: servings,
	}));
	return ok({ recipes: whole.map((one) => Object.fromEntries(Object.entries(one).filter(([name]) => mask.includes(name)))) });
}

/** GET /food/v2/get */
function getFoods({ state, query }: WhiskVisit): Answer {
	const hits = query.food_hits as string[];
	const mask = query['response_mask.paths'] as string[] | undefined;
	const found = hits.map((hit) => state.foods.find((one) => one.hit === hit));
	if (found.some((one) => !one)) return refused(400, 'food.notFound', 'One of the foods does not exist');
	const nutrition = { nutrition: [{ amount: 52, unit_name: 'NUTRITION_UNIT_KCAL', code: 'NUTRITION_CODE_ENERC_KCAL' }] };
	const shapes = found.map((one) => ({ title: one!.title, brand: 'Demo', nutrition, measures: { measures_with_nutrition: [{ measures: { amount: 100, measure_unit: 'MEASURE_UNIT_G', nutrition_coefficient: 1, name: 'g' }, nutrition }] } }));
	return ok({ food: shapes.map((one) => (mask ? Object.fromEntries(Object.entries(one).filter(([name]) => mask.includes(name))) : one)) });
}

export const healthRules: WhiskRules = {
	'whisk:GET /foodlist/v2': getFoodList,
	'whisk:POST /foodlist/v2/action': addFood,
	'whisk:POST /health/foodlog/v2/action': addLog,
	'whisk:GET /health/recommendations/v2/recommend': forMeal,
	'whisk:GET /health/recommendations/v2/recommend/daily': forDay,
	'whisk:GET /health/recommendations/v2/goal': goal,
	'whisk:GET /health/recommendations/v2/get_tailored_plan': tailored,
	'whisk:GET /v1/health/recommend': sandbox,
	'whisk:GET /health/recipe/v2/search': searchHealthy,
	'whisk:GET /food/v2/get': getFoods,
};
