import type { IDataObject } from 'n8n-workflow';
import { dayText } from '../../../engine/dates';
import { body, collection, day, integer, locator, multiOption, number, option, path, query, text } from '../../../engine/fields';
import type { Picker } from '../../../engine/types';

/** Height, weight and activity of a person, for advice on meals. */
export const healthProfile = () => collection({ label: 'Health Profile', add: 'Add Value', description: 'Without it, what the user has told Whisk is taken' }, {
	goal: query('health_profile.daily_kcal_goal', integer({ label: 'Daily Calories', min: 1, default: 2000, description: 'Better left out, says Whisk' })),
	height: query('health_profile.height', number({ label: 'Height (M)', above: 0, default: 1.7, description: 'In metres' })),
	leisure: query('health_profile.activity.leisure', option({ label: 'Leisure Activity', options: { LEISURE_ACTIVITY_LIGHT: 'Light', LEISURE_ACTIVITY_MODERATE: 'Moderate', LEISURE_ACTIVITY_ACTIVE: 'Active' }, description: 'How much the person moves in spare time' })),
	living: query('health_profile.activity.living', option({ label: 'Living Activity', options: { LIVING_ACTIVITY_VERY_LIGHT: 'Very Light', LIVING_ACTIVITY_MODERATE: 'Moderate', LIVING_ACTIVITY_HEAVY: 'Heavy' }, description: 'How much the person moves at work and at home' })),
	weight: query('health_profile.weight', number({ label: 'Weight (Kg)', above: 0, default: 70, description: 'In kilograms' })),
});

export const MEAL_TIMES = { MEAL_TIME_BREAKFAST: 'Breakfast', MEAL_TIME_LUNCH: 'Lunch', MEAL_TIME_DINNER: 'Dinner', MEAL_TIME_SNACK: 'Snack' };

/** Two days, both counted in, as `<name>.from` and `<name>.to` of the query. */
export const periodIn = (from: string, to: string) => ({
	from: query(from, day({ label: 'From', required: true, description: 'First day that counts' })),
	to: query(to, day({ label: 'To', required: true, description: 'Last day that counts' })),
});

export const mealTimes = (name: string, words: { required?: boolean } = {}) => query(name, multiOption({ label: 'Meal Times', description: 'Which meals of the day', options: MEAL_TIMES, ...words }));

export const mealPlanId = () => body('meal_plan_id', text({ label: 'Meal Plan ID', placeholder: 'e.g. 9353cad68836ffe0f871bd353c522728', description: 'Only needed if the user has several plans; Generate answers it as meal_plan_id' }));

const mealPicker: Picker = {
	name: 'searchMeals', route: 'GET /mealplan/v2/meal', tokens: ['user'], list: { items: 'meals', id: ['id'] }, label: mealName, value: ['id'],
};

/** Such as "2026-11-23 Dinner: Carrot soup". */
function mealName({ meal_type: type, date_time: date, content }: IDataObject): string {
	const written = dayText(date);
	const { name = '' } = ((content as IDataObject | undefined)?.recipe ?? {}) as { name?: string };
	return [typeof written === 'string' ? written : '', String(type ?? '').replace('MEAL_TYPE_', '').toLowerCase(), name].filter(Boolean).join(' ');
}

export const mealLocator = () => path('meal_id', locator({ label: 'Meal', description: 'The planned meal to work on', picker: mealPicker, placeholder: 'e.g. 5f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a' }));
