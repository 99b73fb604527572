import { language } from '../../../engine/codes';
import { collection, integer, multiOption, option, path, query, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';

const FILE_LANGUAGES = {
	zh: 'Chinese', en: 'English', 'en-gb': 'English (United Kingdom)', 'en-us': 'English (United States)', fr: 'French', de: 'German', it: 'Italian', ko: 'Korean', no: 'Norwegian',
	es: 'Spanish', 'es-mx': 'Spanish (Mexico)', 'es-es': 'Spanish (Spain)', sv: 'Swedish',
};

export const dictionary = resource('Dictionary', 'dictionary', [
	op({
		value: 'autocomplete', name: 'Autocomplete', action: 'Autocomplete product name', description: 'Complete what someone has begun to type, in the language of the user',
		route: 'GET /autocomplete/v2/suggest', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			typed: query('q', text({ label: 'Typed Text', required: true, placeholder: 'e.g. tom', description: 'The beginning of a word' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				most: query('limit', integer({ label: 'Most per Type', min: 1, default: 10, description: 'How many names of each type' })),
				type: query('product_type', option({ label: 'Type', options: { PRODUCT_TYPE_ONTOLOGY_PRODUCT: 'Food Terms', PRODUCT_TYPE_BASE_ITEM: 'Store Products' }, description: 'Both unless one is chosen' })),
			}),
		},
		list: { items: 'response', id: ['product_id', 'name'] },
	}),
	op({
		value: 'get', name: 'Get', action: 'Get dictionaries', description: 'Retrieve the languages, cooking devices and tags that Whisk knows',
		route: 'GET /provision/v2/dictionaries', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: {
			language: query('language', language({ label: 'Language', description: 'Language of the names; that of the user unless given' })),
			dictionaries: query('response_mask.paths', multiOption({ label: 'Dictionaries', description: 'All unless some are chosen', options: { recipe_languages: 'Recipe Languages', cooking_devices: 'Cooking Devices', recipe_tags: 'Recipe Tags' } })),
		},
	}),
	op({
		value: 'getProducts', name: 'Get Product Names', action: 'Get product names', description: 'Retrieve a public file with the product names of a language, which needs no token',
		route: 'GET /autocomplete/v1/{language}/{file}.json', host: 'cdn.whisk.com',
		effect: 'read', repeat: 'absolute',
		fields: {
			language: path('language-tag', option({ label: 'Language', required: true, options: FILE_LANGUAGES, default: 'en', description: 'Language of the names' })),
			file: path('file-type', option({ label: 'File', required: true, options: { all: 'All', 'all-slim': 'All, Short', food: 'Food', 'food-slim': 'Food, Short' }, description: 'Which products, and how much of each' })),
		},
		list: { items: 'products', id: ['name'] },
	}),
]);
