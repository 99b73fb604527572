import { body, boolean, collection, integer, json, jsonList, multiOption, option, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Rows } from '../../../../engine/types';
import { mealPlanId } from '../fields';

const DAYS = Object.fromEntries(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day) => [`DAY_OF_WEEK_${day.toUpperCase()}`, day]));

const SETTINGS = under('settings', {
	autoGeneration: body('enabled_auto_generation', boolean({ label: 'Automatic Generation', description: 'Whether the user agrees to automatic plans; Whisk plans alike with and without it' })),
	calories: body('calorie_per_day', integer({ label: 'Calories per Day', min: 1, description: 'Kilocalories to plan for' })),
	customLabels: body('custom_labels', json({ label: 'Custom Labels (JSON)', description: 'Labels of meals of your own' })),
	days: body('included_days', multiOption({ label: 'Days', description: 'Days to plan for; Week Template replaces it', options: DAYS })),
	food: body('food_settings', json({ label: 'Food Settings (JSON)', description: 'Diets, dislikes and the like' })),
	generationAlgorithm: body('generation_algorithm', option({ label: 'Generation Algorithm', options: { GENERATION_ALGORITHM_3_MEAL: 'Three Meals a Day' } })),
	mealTypes: body('included_meal_types', multiOption({ label: 'Meal Types', description: 'Meals to plan for; Week Template replaces it', options: { MEAL_TYPE_BREAKFAST: 'Breakfast', MEAL_TYPE_LUNCH: 'Lunch', MEAL_TYPE_DINNER: 'Dinner' } })),
	onlyGenerated: body('replace_only_generated', boolean({ label: 'Replace Only Generated', description: 'Whether meals that someone chose stay; without it new ones replace all meals of the week' })),
	servings: body('servings', integer({ label: 'Servings', min: 1, default: 2, description: 'How many people eat' })),
	weekStart: body('week_start', option({ label: 'Week Start', description: 'First day of the week', options: DAYS })),
	weekTemplate: body('week_template', jsonList({ label: 'Week Template (JSON)', placeholder: 'e.g. [{ "day": "DAY_OF_WEEK_MONDAY", "meal_templates": [{ "meal_type": "MEAL_TYPE_DINNER", "day_slot": 3 }] }]', description: 'Which meals each day has, and in which of its seven slots' })),
});

const settings = (words: { atLeastOne?: true; description?: string }) => collection({ label: 'Settings', add: 'Add Setting', ...words }, SETTINGS);

/** The columns of a meal, as Meal → Get Many simplifies it. */
const MEALS: Rows = {
	from: 'meals', entriesOnly: true,
	record: { meal_plan_id: 'meal_plan_id' },
	entry: { date: { from: 'date_time|date', as: 'day' }, meal_type: 'meal_type', recipe_name: 'content.recipe.name', recipe_id: 'content.recipe.id', day_slot: 'day_slot', generated: 'generated', id: 'id' },
};

export const mealPlan = resource('Meal Plan', 'mealPlan', [
	op({
		value: 'generate', name: 'Generate', action: 'Generate meal plan', description: 'Let Whisk plan a week anew, for the days and meals in the settings of the user or in others given here; no page says which week, the answer names its first and last day',
		route: 'PUT /mealplan/v2/generate', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: [],
		fields: { settings: settings({ description: 'If any is given, Whisk says, none of those that the user has stored counts' }), mealPlan: mealPlanId() },
		outputs: [
			{ value: 'plan', name: 'Whole Plan', description: 'One item with the plan and all its meals' },
			{ value: 'meals', name: 'One Item per Meal', description: 'Every meal of the plan as an item of its own, with flat columns', rows: MEALS },
		],
	}),
	op({
		value: 'getSettings', name: 'Get Settings', action: 'Get settings of meal plan', description: "Retrieve what the user's meals are planned by",
		route: 'GET /mealplan/v2/settings', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: {},
	}),
	op({
		value: 'updateSettings', name: 'Update Settings', action: 'Update settings of meal plan', description: 'Change what meals are planned by',
		route: 'PUT /mealplan/v2/settings', tokens: ['user'],
		effect: 'update', repeat: 'absolute', lane: [], merge: { route: 'GET /mealplan/v2/settings', from: 'settings', into: 'settings' },
		fields: { settings: settings({ atLeastOne: true }), mealPlan: mealPlanId() },
		echo: () => ({ success: true }),
	}),
]);
