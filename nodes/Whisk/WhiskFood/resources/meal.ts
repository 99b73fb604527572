import { body, boolean, collection, day, json, option, query } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { allRecipeParts } from '../../fields';
import { mealLocator, mealPlanId } from '../fields';

const CONFLICTS: Record<string, [string, string]> = {
	DAY_SLOT_CONFLICT_ACTION_REPLACE: ['Replace', 'The meal that stands there goes'],
	DAY_SLOT_CONFLICT_ACTION_INSERT: ['Insert', 'The others move on; a day has seven meals at most'],
	DAY_SLOT_CONFLICT_ACTION_FAIL: ['Fail', 'Nothing is changed'],
};

const planned = () => ({
	meal: body('meal', json({ label: 'Meal (JSON)', required: true, placeholder: 'e.g. { "meal_type": "MEAL_TYPE_DINNER", "date_time": { "year": 2026, "month": 11, "day": 23 } }', description: 'The page does not name the members; those in the example stand in answers, where the recipe is content.recipe' })),
	additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
		conflict: body('on_conflict', option({ label: 'If the Slot Is Taken', options: CONFLICTS, description: 'What becomes of a meal that is planned there already' })),
	}),
});

const full = 'Whisk could not plan this meal. The slot is taken, the day has seven meals, or the recipe does not exist.';

export const meal = resource('Meal', 'meal', [
	op({
		value: 'add', name: 'Add', action: 'Add meal', description: 'Plan a meal of a day',
		route: 'POST /mealplan/v2/meal', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never', fields: planned(), meanings: { 400: full },
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete meal', description: 'Take one meal off the plan',
		route: 'DELETE /mealplan/v2/meal/{meal}', tokens: ['user'],
		effect: 'delete', repeat: 'absolute', lane: ['meal'], fields: { meal: mealLocator(), mealPlan: mealPlanId() },
		echo: ({ meal: id }) => ({ deleted: true, meal_id: id }),
	}),
	op({
		value: 'deleteMany', name: 'Delete Many', action: 'Delete many meals', description: 'Take all meals of some days off the plan, or only those that Whisk has planned',
		route: 'DELETE /mealplan/v2', tokens: ['user'],
		effect: 'delete', repeat: 'absolute', lane: [],
		fields: {
			from: body('period.from', day({ label: 'From', required: true, description: 'First day that counts' })),
			to: body('period.to', day({ label: 'To', required: true, description: 'Last day that counts' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				generated: body('generated_only', boolean({ label: 'Only Generated', description: 'Whether meals that someone chose stay' })),
				mealPlan: mealPlanId(),
			}),
		},
		echo: ({ from, to }) => ({ deleted: true, from, to }),
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many meals', description: 'Retrieve the planned meals of some days, with their recipes',
		route: 'GET /mealplan/v2/meal', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			period: collection({ label: 'Period', add: 'Add Day', description: 'No page says which days come without it' }, {
				from: query('period.from', day({ label: 'From', description: 'First day that counts' })),
				to: query('period.to', day({ label: 'To', description: 'Last day that counts' })),
			}),
			parts: allRecipeParts(),
		},
		list: { items: 'meals', id: ['id'] },
		simplify: { id: 'id', date: { from: 'date_time|date', as: 'day' }, meal_type: 'meal_type', recipe_name: 'content.recipe.name', recipe_id: 'content.recipe.id', day_slot: 'day_slot', generated: 'generated' },
	}),
	op({
		value: 'update', name: 'Update', action: 'Update meal', description: 'Write a planned meal anew, such as on another day; inserted into a taken slot it moves the others on, each time',
		route: 'PUT /mealplan/v2/meal/{id}', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'never', lane: ['id'], fields: { id: mealLocator(), ...planned() }, meanings: { 400: full },
		echo: ({ id }) => ({ success: true, meal_id: id }),
	}),
]);
