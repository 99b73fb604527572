import { body, boolean, collection, integer, json, jsonList, multiOption, option, texts, under } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { mealPlanId } from '../fields';

const DAYS = Object.fromEntries(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((day) => [`DAY_OF_WEEK_${day.toUpperCase()}`, day]));

const SETTINGS = under('settings', {
	autoGeneration: body('enabled_auto_generation', boolean({ label: 'Automatic Generation', description: 'Whether Whisk plans each week by itself' })),
	calories: body('calorie_per_day', integer({ label: 'Calories per Day', min: 1, description: 'Kilocalories to plan for' })),
	customLabels: body('custom_labels', json({ label: 'Custom Labels (JSON)', description: 'Labels of meals of your own' })),
	days: body('included_days', multiOption({ label: 'Days', description: 'Days to plan for; Week Template replaces it', options: DAYS })),
	food: body('food_settings', json({ label: 'Food Settings (JSON)', description: 'Diets, dislikes and the like' })),
	generationAlgorithm: body('generation_algorithm', option({ label: 'Generation Algorithm', options: { GENERATION_ALGORITHM_3_MEAL: 'Three Meals a Day' } })),
	mealTypes: body('included_meal_types', texts({ label: 'Meal Types', placeholder: 'e.g. MEAL_TYPE_BREAKFAST, MEAL_TYPE_DINNER', description: 'Meals to plan for, separated by commas' })),
	onlyGenerated: body('replace_only_generated', boolean({ label: 'Replace Only Generated', description: 'Whether meals that someone chose stay when the week is planned anew' })),
	servings: body('servings', integer({ label: 'Servings', min: 1, default: 2, description: 'How many people eat' })),
	weekStart: body('week_start', option({ label: 'Week Start', description: 'First day of the week', options: DAYS })),
	weekTemplate: body('week_template', jsonList({ label: 'Week Template (JSON)', placeholder: 'e.g. [{ "day": "DAY_OF_WEEK_MONDAY" }]', description: 'Which meals each day has' })),
});

const settings = (words: { atLeastOne?: true; description?: string }) => collection({ label: 'Settings', add: 'Add Setting', ...words }, SETTINGS);

export const mealPlan = resource('Meal Plan', 'mealPlan', [
	op({
		value: 'generate', name: 'Generate', action: 'Generate meal plan', description: 'Let Whisk plan the week anew, for the days and meals in the settings of the user or in others given here',
		route: 'PUT /mealplan/v2/generate', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: [],
		fields: { settings: settings({ description: 'Those of the user count where nothing is given' }), mealPlan: mealPlanId() },
		outputs: [
			{ value: 'plan', name: 'Whole Plan', description: 'One item with the plan and all its meals' },
			{ value: 'meals', name: 'One Item per Meal', description: 'Every meal that was planned as an item of its own', split: 'meals' },
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
