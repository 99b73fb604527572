import { currency } from '../../../../engine/codes';
import { repeated } from '../../../../engine/composites';
import { body, day, integer, json, multiOption, number, option, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

const PRESENCE = { PRESENCE_FILTER_EXISTING: 'There', PRESENCE_FILTER_CONSUMED: 'Consumed' };

const members = {
	name: body('name', text({ label: 'Name', required: true, placeholder: 'e.g. milk' })),
	displayName: body('display_name', text({ label: 'Display Name', placeholder: 'e.g. Fresh milk', description: 'What people see' })),
	quantity: body('quantity', number({ label: 'Quantity', above: 0, default: 1 })),
	unit: body('unit', text({ label: 'Unit', placeholder: 'e.g. l' })),
	expires: body('expiry_date', day({ label: 'Expiry Date', description: 'Best before this day' })),
	location: body('location', text({ label: 'Location', placeholder: 'e.g. FOOD_ITEM_LOCATION_WINE_FRIDGE', description: 'Where it is kept; the page cuts off what there is' })),
	locationId: body('location_id', text({ label: 'Location ID', placeholder: 'e.g. fridge-2', description: 'Tells two fridges apart' })),
	zone: body('location_zone_place.wine_fridge_placing.zone', text({ label: 'Wine Fridge Zone', placeholder: 'e.g. WINE_FRIDGE_LOCATION_ZONE_BOTTOM', description: 'Part of the fridge; the page cuts off what there is' })),
	place: body('location_zone_place.wine_fridge_placing.place', integer({ label: 'Wine Fridge Place', min: 1, default: 1, description: 'Number of the slot; each takes one bottle' })),
	image: body('image.url', text({ label: 'Image URL', placeholder: 'e.g. https://example.com/milk.jpg' })),
	wine: body('food_item_type.wine_item', json({ label: 'Wine (JSON)', placeholder: 'e.g. { "vintage": 2020, "winery": "Demo" }', description: 'Type, grape, vintage, winery and country' })),
	currency: body('price.currency_code', currency({ label: 'Currency', description: 'Of the price' })),
	cents: body('price.cents', text({ label: 'Price in Cents', placeholder: 'e.g. 129' })),
	memo: body('memo', text({ label: 'Memo', placeholder: 'e.g. for the party', description: 'A note of your own' })),
	externalId: body('external_id', text({ label: 'External ID', placeholder: 'e.g. 4711', description: 'Your own ID' })),
};

export const foodListItem = resource('Food List Item', 'foodListItem', [
	op({
		value: 'add', name: 'Add', action: 'Add food list items', description: "Put food into the user's pantry or fridge; the same food sent twice stands there twice",
		route: 'POST /foodlist/v2/action', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never',
		fields: { items: body('add.items', repeated({ label: 'Items', add: 'Add Item', entry: 'Item', required: true, description: 'What is there now' }, members)) },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many food list items', description: "Retrieve what is in the user's pantry and fridges. The page shows no answer: it is handed on as it comes.",
		route: 'GET /foodlist/v2', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			presence: query('filters.presence', multiOption({ label: 'Presence', options: PRESENCE, description: 'Only food that is still there, or was consumed' })),
			kind: query('filters.foodItemType', option({ label: 'Kind', options: { '': 'All', FOOD_TYPE_FILTER_WINE_ITEM: 'Wine' }, default: '', description: 'Wine alone, or everything' })),
			sortBy: query('sorting.by', option({ label: 'Sort By', options: { '': 'As It Comes', SORT_BY_CREATED_AT: 'Time Added' }, default: '', description: 'What decides the order' })),
			direction: query('sorting.direction', option({ label: 'Sort Direction', options: { '': 'As It Comes', SORT_DIRECTION_ASC: 'Ascending', SORT_DIRECTION_DESC: 'Descending' }, default: '', description: 'Which end comes first' })),
		},
	}),
]);
