import { country, language } from '../../../engine/codes';
import { repeated } from '../../../engine/composites';
import { body, collection, json, jsonList, number, path, query, text, under } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { collectionIds, cursorPaging, cursorPagingV1, recipeLocator, recipeOrPage, recipeParts, recipePartsV1, simpleRecipe } from '../fields';

const scaled = () => ({
	scale: query('scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts, such as 0.5 for half of them' })),
	servings: query('servings', number({ label: 'Servings', above: 0, default: 1, description: 'How many servings the amounts shall be for' })),
});

/** The first picture: Whisk's own copy, else that of the publisher. */
const pictureOf = (at: string): string => `${at}images.0.responsive.url|${at}images.0.url`;

const step = {
	text: body('text', text({ label: 'Text', required: true, rows: 2, placeholder: 'e.g. Simmer for half an hour' })),
	group: body('group', text({ label: 'Group', placeholder: 'e.g. For the sauce', description: 'Steps of one group stand together' })),
	images: body('images', jsonList({ label: 'Images (JSON)', placeholder: 'e.g. [{ "url": "https://example.com/step.jpg" }]', description: 'Pictures of this step' })),
};

const ingredient = {
	text: body('text', text({ label: 'Text', required: true, placeholder: 'e.g. 500 g carrots' })),
	group: body('group', text({ label: 'Group', placeholder: 'e.g. For the sauce', description: 'Ingredients of one group stand together' })),
};

/** What a recipe of the user's own holds. */
const payload = () => ({
	recipeName: body('payload.name', text({ label: 'Name', required: true, placeholder: 'e.g. Carrot soup', description: 'Title of the recipe' })),
	ingredients: body('payload.ingredients', repeated({ label: 'Ingredients', add: 'Add Ingredient', entry: 'Ingredient', description: 'Each as people write it, with its amount' }, ingredient)),
	steps: body('payload.instructions.steps', repeated({ label: 'Steps', add: 'Add Step', entry: 'Step', description: 'What to do, in its order' }, step)),
});

const details = () => under('payload', {
	description: body('description', text({ label: 'Description', rows: 3, description: 'What readers see first' })),
	durations: body('durations', json({ label: 'Durations (JSON)', placeholder: 'e.g. { "cookTime": 30, "prepTime": 10 }', description: 'Minutes of each part of the work' })),
	images: body('images', repeated({ label: 'Images', add: 'Add Image', entry: 'Image', description: 'Pictures that Whisk can fetch' }, { url: body('url', text({ label: 'URL', required: true, placeholder: 'e.g. https://example.com/soup.jpg' })) })),
	servings: body('servings', number({ label: 'Servings', above: 0, default: 4, description: 'How many people eat' })),
	source: body('source', json({ label: 'Source (JSON)', placeholder: 'e.g. { "name": "Grandmother" }', description: 'Where the recipe comes from' })),
});

export const recipe = resource('Recipe', 'recipe', [
	op({
		value: 'create', name: 'Create', action: 'Create recipe', description: "Write a recipe of the user's own, with ingredients and steps",
		route: 'POST /v1/recipes', host: 'graph.whisk.com', tokens: ['user'],
		effect: 'create', repeat: 'never',
		fields: { ...payload(), additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { collections: collectionIds('collectionIds'), ...details(), parts: recipePartsV1() }) },
	}),
	op({
		value: 'get', name: 'Get', action: 'Get recipe', description: 'Retrieve a recipe by its ID or by the address of its web page',
		route: 'GET /recipe/v2/get', tokens: ['user', 'server'], picture: pictureOf('recipe.'),
		effect: 'read', repeat: 'absolute',
		fields: {
			recipe: query('id', recipeOrPage()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { parts: recipeParts(), ...scaled() }),
		},
	}),
	op({
		value: 'getV1', name: 'Get (Version 1)', action: 'Get recipe in version 1', description: 'Retrieve a recipe by the older API, whose members are named in another way; prefer Get',
		route: 'GET /v1/{recipe}', host: 'graph.whisk.com', tokens: ['user', 'server'], picture: pictureOf(''),
		effect: 'read', repeat: 'absolute',
		fields: {
			recipe: path('id', recipeOrPage()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				parts: recipePartsV1(), ...scaled(),
				user: query('userId', text({ label: 'User ID', placeholder: 'e.g. 1062fa8bbd8a4ae5', description: 'Whose view of the recipe to give' })),
			}),
		},
	}),
	op({
		value: 'getCategories', name: 'Get Categories', action: 'Get categories of recipes', description: 'Retrieve the categories that recipes of a country are sorted into',
		route: 'GET /v1/recipes/categories', host: 'graph.whisk.com', tokens: ['user', 'server'],
		effect: 'read', repeat: 'absolute',
		fields: { country: query('country', country({ label: 'Country', description: 'Whose categories; those of the United Kingdom unless given' })) },
		list: { items: 'categories', id: ['id'], paging: cursorPagingV1 },
	}),
	op({
		value: 'getManySaved', name: 'Get Many Saved', action: 'Get many saved recipes', description: 'Retrieve the recipes that the user has saved, with their collections',
		route: 'GET /v1/recipes', host: 'graph.whisk.com', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: {},
		list: { items: 'recipes', id: ['content.id'], paging: cursorPagingV1 },
	}),
	op({
		value: 'getSimilar', name: 'Get Similar', action: 'Get similar recipes', description: 'Retrieve recipes that resemble one',
		route: 'GET /v1/feed', host: 'graph.whisk.com', tokens: ['user', 'server'], status: 'partial', fixed: { type: 'related' },
		effect: 'read', repeat: 'absolute',
		fields: { recipe: query('itemId', recipeLocator()) },
		list: { items: 'feed', id: ['content.id'] },
	}),
	op({
		value: 'save', name: 'Save', action: 'Save recipe', description: 'Put a recipe, also one of a web page, among those that the user has saved; Whisk keeps 50 of them',
		route: 'POST /v1/recipes', host: 'graph.whisk.com', tokens: ['user'],
		effect: 'create', repeat: 'never',
		fields: {
			recipe: body('recipeId', recipeOrPage()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { collections: collectionIds('collectionIds'), parts: recipePartsV1() }),
		},
		meanings: { 400: 'Whisk could not save this recipe. Check the ID; a user can save 50 recipes.' },
	}),
	op({
		value: 'search', name: 'Search', action: 'Search recipes', description: 'Find recipes by words of their names and ingredients',
		route: 'POST /recipe/v2/search', tokens: ['user', 'server'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			term: body('query', text({ label: 'Search Text', placeholder: 'e.g. carrot soup', description: 'Without it, Whisk chooses' })),
			language: body('language', language({ label: 'Language', description: 'Language of the recipes' })),
			country: body('country', country({ label: 'Country', description: 'Prefer what is cooked there' })),
		},
		list: { items: 'recipes|data', id: ['content.id'], paging: { ...cursorPaging(), in: 'body' } },
		simplify: simpleRecipe('content.'),
	}),
	op({
		value: 'searchV1', name: 'Search (Version 1)', action: 'Search recipes in version 1', description: 'Find recipes by the older API, also by ingredients and labels; prefer Search',
		route: 'GET /v1/search', host: 'graph.whisk.com', tokens: ['user', 'server'], status: 'partial', fixed: { type: 'recipe' },
		effect: 'read', repeat: 'absolute',
		fields: {
			term: query('q', text({ label: 'Search Text', placeholder: 'e.g. carrot soup', description: 'Words of the name' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				ingredients: query('includeIngredients', text({ label: 'Ingredients', placeholder: 'e.g. carrots', description: 'What the recipes must contain' })),
				labels: query('labels', text({ label: 'Labels', placeholder: 'e.g. mealType:dinner:2', description: 'Group, name and, if wanted, weight of each; several are separated by commas' })),
			}),
		},
		list: { items: 'data', id: ['content.id'], paging: cursorPagingV1 },
	}),
	op({
		value: 'update', name: 'Update', action: 'Update recipe', description: "Write a recipe anew: what is not given is lost. One that is not the user's own is saved as a copy with an ID of its own, each time.",
		route: 'PUT /v1/{recipe}', host: 'graph.whisk.com', tokens: ['user'],
		effect: 'update', repeat: 'never', lane: ['recipe'],
		fields: { recipe: path('recipe_id', recipeLocator()), ...payload(), additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { ...details(), parts: recipePartsV1() }) },
	}),
]);
