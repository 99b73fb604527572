import { country, language } from '../../../../engine/codes';
import { collection, day, integer, multiOption, number, option, query, required, texts } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { allRecipeParts } from '../../fields';
import { MEAL_TIMES, healthProfile, mealTimes, periodIn } from '../fields';

const date = () => query('date', day({ label: 'Date', required: true, description: 'The day to advise on' }));
const offset = () => query('offset_timezone', number({ label: 'Time Zone Offset', default: 0, description: 'Hours from UTC, where the user is' }));

const RECIPE_MEMBERS = { id: 'ID', image: 'Image', number_of_servings: 'Number of Servings', nutrition: 'Nutrition', recipe_link: 'Recipe Link', title: 'Title' };

export const recommendation = resource('Recommendation', 'recommendation', [
	op({
		value: 'getForDay', name: 'Get for Day', action: 'Get recommendation for day', description: 'Retrieve what Whisk advises the user to eat on a day',
		route: 'GET /health/recommendations/v2/recommend/daily', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { date: date(), offset: offset(), profile: healthProfile() },
	}),
	op({
		value: 'getForMeal', name: 'Get for Meal', action: 'Get recommendation for meal', description: 'Retrieve what Whisk advises the user to eat at a meal, named or found by the time of day',
		route: 'GET /health/recommendations/v2/recommend', tokens: ['user'], status: 'partial', anyOf: ['mealTime', 'localTime.hours'],
		effect: 'read', repeat: 'absolute',
		fields: {
			mealTime: query('meal_time', option({ label: 'Meal Time', options: { '': 'By Local Time', ...MEAL_TIMES }, default: '', description: 'The meal, or the one that fits the time given below' })),
			localTime: collection({ label: 'Local Time', add: 'Add Part', description: 'Time of day where the user is' }, {
				hours: query('local_time.hours', integer({ label: 'Hours', max: 23, default: 12, description: 'From 0 to 23' })),
				minutes: query('local_time.minutes', integer({ label: 'Minutes', max: 59, description: 'From 0 to 59' })),
			}),
			offset: offset(), profile: healthProfile(),
		},
	}),
	op({
		value: 'getGoal', name: 'Get Nutrition Goal', action: 'Get nutrition goal', description: 'Retrieve how much of each nutrient the user shall eat on a day',
		route: 'GET /health/recommendations/v2/goal', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { date: date(), profile: healthProfile() },
	}),
	op({
		value: 'getTailoredPlan', name: 'Get Tailored Plan', action: 'Get tailored plan', description: "Retrieve a plan of meals for some days, made for the user's health",
		route: 'GET /health/recommendations/v2/get_tailored_plan', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { ...periodIn('period.from', 'period.to'), mealTimes: mealTimes('meal_times'), parts: allRecipeParts() },
	}),
	op({
		value: 'getTailoredPlanSandbox', name: 'Get Tailored Plan (Sandbox)', action: 'Get tailored plan of sandbox', description: "Try the older form of the tailored plan on Whisk's internal sandbox, three days at most; not for production, says its page",
		route: 'GET /v1/health/recommend', host: 'api-x.whisk.com', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			...periodIn('period.startDate', 'period.endDate'),
			mealTimes: required(mealTimes('mealTimes')),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				members: query('responseMask.paths', texts({ label: 'Members', placeholder: 'e.g. recipes.title', description: 'Only these members of the answer, separated by commas' })),
				most: query('limit', integer({ label: 'Options per Meal', min: 1, default: 1, description: 'How many recipes to choose from for each meal' })),
			}),
		},
	}),
	op({
		value: 'searchRecipes', name: 'Search Healthy Recipes', action: 'Search healthy recipes', description: 'Find recipes by calories on the host for partners of Samsung Health; the order is another one each time',
		route: 'GET /health/recipe/v2/search', host: 'samsung-health-api.whisk.com', tokens: ['server'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			mealTime: query('meal_time', option({ label: 'Meal Time', required: true, options: MEAL_TIMES, description: 'The meal they are for' })),
			calories: query('calories', number({ label: 'Calories', required: true, above: 0, default: 500, description: 'Kilocalories to aim at; answers lie between 85 and 120 percent of it' })),
			most: query('limit', integer({ label: 'Number of Recipes', required: true, min: 1, max: 20, default: 10, description: 'Twenty at most' })),
			members: query('response_mask', multiOption({ required: true, label: 'Members', options: RECIPE_MEMBERS, description: 'What each recipe holds' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				country: query('country', country({ label: 'Country', description: 'US unless given' })),
				language: query('language', language({ label: 'Language', description: 'English unless given' })),
			}),
		},
		outputs: [
			{ value: 'recipes', name: 'One Item per Recipe', description: 'Every recipe that was found as an item of its own', split: 'recipes' },
			{ value: 'whole', name: 'Whole Answer', description: 'One item with all recipes' },
		],
	}),
]);
