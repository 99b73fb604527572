import { repeated } from '../../../../engine/composites';
import { body, dateTime, number, option, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { MEAL_TIMES } from '../fields';

const SOURCES = { '': 'Not Said', FOOD_ITEM_SOURCE_SMART_THINGS_COOKING: 'SmartThings Cooking', FOOD_ITEM_SOURCE_SAMSUNG_HEALTH: 'Samsung Health' };

const nutrient = {
	code: body('code', text({ label: 'Code', required: true, placeholder: 'e.g. NUTRITION_CODE_ENERC_KCAL', description: 'What is counted' })),
	amount: body('amount', number({ label: 'Amount', required: true })),
	unit: body('unit_name', option({ label: 'Unit', required: true, options: { NUTRITION_UNIT_KCAL: 'Kilocalories', NUTRITION_UNIT_G: 'Grams', NUTRITION_UNIT_MG: 'Milligrams', NUTRITION_UNIT_MKG: 'Micrograms' } })),
};

const entry = {
	externalId: body('external_id', text({ label: 'External ID', required: true, max: 128, placeholder: 'e.g. meal-4711', description: 'Your own ID: Whisk takes each only once, so that nothing is logged twice' })),
	title: body('body.item.title', text({ label: 'Title', placeholder: 'e.g. Carrot soup', description: 'What was eaten' })),
	mealTime: body('meal_time', option({ label: 'Meal Time', options: { '': 'Not Said', ...MEAL_TIMES }, default: '' })),
	consumedAt: body('consumed_at', dateTime({ label: 'Consumed At', description: "A time without a zone is read in the workflow's zone", write: (utc) => String(utc.getTime()) })),
	nutrition: body('body.item.nutrition', repeated({ label: 'Nutrition', add: 'Add Nutrient', entry: 'Nutrient', description: 'What the portion holds' }, nutrient)),
	portion: body('body.item.measure.scale.value', number({ label: 'Portion', above: 0, default: 1, description: 'Factor of the usual portion' })),
	source: body('body.item.source', option({ label: 'Source', options: SOURCES, default: '', description: 'Where the entry comes from' })),
	recipe: body('body.item.food_type.recipe.id', text({ label: 'Recipe ID', placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035' })),
};

export const foodLog = resource('Food Log', 'foodLog', [
	op({
		value: 'add', name: 'Add', action: 'Add to food log', description: 'Write down what the user has eaten, with its nutrition',
		route: 'POST /health/foodlog/v2/action', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: { keyed: [400] },
		fields: { entries: body('add.items', repeated({ label: 'Entries', add: 'Add Entry', entry: 'Entry', required: true, description: 'What was eaten, and when' }, entry)) },
		meanings: { 400: 'Whisk could not log this. An External ID may have been used before.' },
	}),
]);
