import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from '../../../engine/events';
import { path } from '../../../engine/fields';
import { isObject } from '../../../engine/json';
import { rowOf } from '../../../engine/rows';
import { event } from '../../../engine/triggerTable';
import type { List } from '../../../engine/types';
import { collectionId, communityLocator, listLocator } from '../fields';
import { collection } from '../resources/collection';
import { shoppingList } from '../resources/shoppingList';
import { foodListItem } from '../WhiskFood/resources/foodListItem';
import { meal } from '../WhiskFood/resources/meal';
import { community } from '../WhiskPublishing/resources/community';

const NARROW = 'Nothing can narrow this list.';
const DAY = 24 * 60 * 60 * 1000;

const whole: List = { items: '', id: [], single: true };
const ofList = { reads: rowOf(shoppingList, 'get'), fields: { list: listLocator('id') }, narrow: 'Choose a shorter shopping list.' };
const entries = { ...ofList, list: { items: 'content.items', id: ['id'] }, key: ['id'], time: 'created_time' };

const dayOf = (date: Date): IDataObject => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });

/** The answer is shown on no page: the entries are those of the first list in it. */
const entriesOf = (answer: IDataObject): IDataObject[] => (Object.values(answer).find(Array.isArray) ?? []).filter(isObject) as IDataObject[];

export const events: TriggerEvent[] = [
	event({ ...entries, value: 'newItem', name: 'New Shopping List Item', description: 'Something was put on a shopping list' }),
	event({ ...entries, value: 'itemChecked', name: 'Item Checked', description: 'An entry of a shopping list was checked off', only: ({ checked }) => checked === true }),
	event({
		...ofList, list: whole, value: 'listChanged', name: 'List Changed', description: 'Name, entries or recipes of a shopping list have changed; it comes as a whole', key: ['list.id'],
		watches: {
			items: { from: 'content.items', each: { id: 'id', item: 'item', checked: 'checked' } }, name: 'list.name', primary: 'list.primary',
			recipes: { from: 'content.recipes', each: { id: 'id|recipe_id|recipe.id', scale: 'scale' } },
		},
	}),
	event({
		reads: rowOf(collection, 'getRecipes'), fields: { collection: path('id', collectionId()) }, key: ['id|recipe.id'], narrow: NARROW,
		value: 'newRecipeInCollection', name: 'New Recipe in Collection', description: 'A recipe was put into a collection of the user',
	}),
	event({
		reads: rowOf(community, 'getRecipes'), fields: { community: communityLocator() }, key: ['recipe.id|id'], narrow: NARROW,
		value: 'newRecipeInCommunity', name: 'New Recipe in Community', description: 'A member has shared a recipe with a community',
	}),
	event({
		reads: rowOf(meal, 'getAll'), fields: {}, key: ['id'], narrow: NARROW,
		value: 'mealPlanChanged', name: 'Meal Plan Changed', description: 'A meal was planned, or one from yesterday on has another day, slot or recipe',
		window: { by: 'lookBack', days: 1, time: 'date_time', in: 'query', write: (from) => ({ 'period.from': dayOf(from), 'period.to': dayOf(new Date(from.getTime() + 366 * DAY)) }) },
		watches: { date: 'date_time|date', day_slot: 'day_slot', meal_type: 'meal_type', recipe: 'content.recipe.id' },
	}),
	event({
		reads: rowOf(foodListItem, 'getAll'), fields: {}, list: whole, entries: entriesOf, key: ['id|item.id|external_id|name'], narrow: NARROW,
		value: 'foodListChanged', name: 'Food List Changed', description: "Food was put into the user's pantry or fridge, or something about it has changed. No page shows the answer: its first list counts.",
		watches: { presence: 'presence', quantity: 'quantity', unit: 'unit', entry: '' },
	}),
];
