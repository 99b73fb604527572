// Corrections of Whisk; see ../overlays.mjs.

/** A page that the catalogue knew by its name only, found in a public copy later. */
const found = (page, { method, path, ...record }) => ({
	id: `whisk:${method} ${path}`, method, path, version: 'v2', host: 'api.whisk.com', token: ['user'], success: [200], empty204: false, errors: {}, inferred: [], source: `https://docs.whisk.com/${page}`, date: '2026-11-22', certainty: 'full', ...record,
});

const SIGN_IN_CODES = { 401: ['auth.tokenNotFound', 'auth.tokenExpired', 'auth.tokenInvalid', 'auth.tokenRequired'], 500: [] };
const ID = { type: 'string', required: true };

export const whiskOverlays = [
	{
		name: 'found-later',
		service: 'whisk',
		reason: 'the catalogue knows these by name only; their pages were found in public copies. Two pages describe the one route that updates a recipe; that of the categories says POST, its own sample and the older page GET; the likes name their members as a body, which a GET has not',
		add: [
			found('master/api/recipes/recipe-categories', {
				method: 'GET', path: '/v1/recipes/categories', api: 'Recipe', version: 'v1', host: 'graph.whisk.com', token: ['server', 'user'],
				query: { country: { type: 'string' }, limit: { type: 'integer' }, after: { type: 'string', documented: false } },
				answer: { categories: 'array', paging: 'object' }, inferred: ['method', 'query.after'],
			}),
			found('api/recipes/user-recipes-and-collections/update-user-recipe', {
				method: 'PUT', path: '/v1/{recipe_id}', api: 'User Recipe', version: 'v1', host: 'graph.whisk.com',
				params: { recipe_id: ID }, query: { fields: { type: 'array', items: 'string', enum: ['normalizedIngredients', 'instructions', 'nutrition'] } },
				body: {
					'payload.name': ID, 'payload.description': { type: 'string' }, 'payload.servings': { type: 'number' }, 'payload.durations': { type: 'object' }, 'payload.source': { type: 'object' },
					'payload.ingredients[].text': ID, 'payload.ingredients[].group': { type: 'string' }, 'payload.images': { type: 'array', items: 'object' }, 'payload.images[].url': { type: 'string' },
					'payload.instructions.steps[].text': ID, 'payload.instructions.steps[].group': { type: 'string' }, 'payload.instructions.steps[].images': { type: 'array' },
				},
				answer: { recipe: 'any', status: 'any' },
			}),
			found('api/posts-and-reviews/get-post-by-id', { method: 'GET', path: '/v2/posts/{post_id}', api: 'Post', params: { post_id: ID }, errors: SIGN_IN_CODES, answer: { post: 'object' }, certainty: 'partial' }),
			found('api/posts-and-reviews/users-who-liked-a-post-or-reply', {
				method: 'GET', path: '/v2/reaction/users', api: 'Post', errors: SIGN_IN_CODES, certainty: 'partial',
				query: Object.fromEntries(['target.post', 'target.reply', 'paging.cursors.after', 'paging.cursors.before'].map((name) => [name, { type: 'string' }]).concat([['paging.limit', { type: 'integer' }]])),
				answer: { users: 'array', paging: 'object' }, inferred: ['query', 'answer.paging'],
			}),
		],
	},
	{
		name: 'recipe-fields-open',
		reason: 'the page lists fewer values than the reference counts',
		operations: ['whisk:GET /recipe/v2/get', 'whisk:GET /community/v2/{community_id}/recipes'],
		patch: { query: { fields: { openEnum: true } } },
	},
	{
		name: 'list-item-codes',
		reason: 'the page of the call names them with the other members of an element, the catalogue left them out',
		operations: ['whisk:PUT /list/v2/{id}/item'],
		patch: { body: { 'items[].gtin': { type: 'string' }, 'items[].custom_product_id': { type: 'string' }, 'recipes[].scale': { type: 'object' }, 'recipes[].scale.scale': { type: 'number' } } },
	},
	{
		name: 'list-bodies',
		reason: 'the pages name the members of the elements, not the lists that hold them',
		operations: ['whisk:POST /list/v2', 'whisk:PUT /list/v2/{id}/item'],
		patch: { body: { items: { type: 'array', items: 'object' }, recipes: { type: 'array', items: 'object' } } },
	},
	{
		name: 'product-batch',
		reason: 'the page names the members of the rows, not the list that holds them; without rows the call does nothing',
		operations: ['whisk:POST /products/v1/upsert/batch'],
		patch: { body: { batch: { type: 'array', items: 'object', required: true } }, inferred: ['body.batch.required'] },
	},
	{
		name: 'meal-plan-settings-replaced',
		reason: 'the page does not say what becomes of the settings that are left out: they are taken to be lost',
		operations: ['whisk:PUT /mealplan/v2/settings'],
		patch: { inferred: ['body.settings.replaced'] },
	},
	{
		name: 'meal-plan-week',
		reason: 'no page says which week is planned: the next seven days from week_start on are taken, and three meals on all days where settings name neither a template nor days and meal types; settings of the call stand in place of the stored ones, and the template in place of days and meal types, say https://docs.whisk.com/master/api/meal-plans/auto-generator and https://docs.whisk.com/api/meal-plans/get-meal-plan-settings',
		operations: ['whisk:PUT /mealplan/v2/generate'],
		patch: { inferred: ['week', 'settings.none'] },
	},
	{
		name: 'feed-by-query',
		reason: 'the page says GET, the PHP client posts a body: a GET carries the id in its query; the client knows another member for the entries',
		operations: ['whisk:GET /feed/v2/get'],
		replace: ['body'],
		patch: { query: { id: { type: 'string' } }, answer: { items: 'array', feed: 'array' }, inferred: ['query.id', 'answer.feed'] },
	},
	{
		name: 'recipe-search-pages',
		reason: 'the answer gives a cursor and the pages of other searches say where it goes; the PHP client has its records in recipes, the page shows data',
		operations: ['whisk:POST /recipe/v2/search'],
		patch: {
			body: { 'paging.limit': { type: 'integer', documented: false }, 'paging.cursors.after': { type: 'string', documented: false } },
			answer: { recipes: 'array' }, inferred: ['body.paging', 'answer.recipes'],
		},
	},
	{
		name: 'store-item-search-pages',
		reason: 'the page is unfinished: the cursor and the list of the answer are those of Search Food and of its own words',
		operations: ['whisk:POST /storeitem/v2/search'],
		patch: { body: { 'cursor.cursors.after': { type: 'string', documented: false } }, answer: { items: 'array', paging: 'object' }, inferred: ['body.cursor.cursors.after', 'answer.items', 'answer.paging'] },
	},
	{
		name: 'v1-recipe-search-answer',
		reason: 'the sample on the page of the newer search is one of version 1',
		operations: ['whisk:GET /v1/search'],
		patch: { answer: { data: 'array' }, inferred: ['answer.data'] },
	},
	{
		name: 'v1-feed-answer',
		reason: 'the fixture of the PHP client is an answer of version 1',
		operations: ['whisk:GET /v1/feed'],
		patch: { answer: { id: 'any', feed: 'array', paging: 'object' }, inferred: ['answer.feed'] },
	},
	{
		name: 'answers-in-words',
		reason: 'the pages describe the answer in words only: what was read out of them as members is none',
		operations: ['whisk:POST /v1/carts/checkout', 'whisk:GET /v1/{id}', 'whisk:GET /retailers/oauth/v2/authorize'],
		replace: ['answer'],
	},
	{
		name: 'answers-by-analogy',
		reason: 'the pages show no answer, or not all of it: that of the sibling pages is taken',
		operations: ['whisk:GET /v2/profile/{user_id}/recipes', 'whisk:GET /collection/v2/{id}/recipe', 'whisk:GET /recipes/v1/get/batch'],
		patch: { answer: { recipes: 'array', paging: 'object' }, inferred: ['answer.paging', 'answer.recipes', 'query.paging'] },
	},
	{
		name: 'item-update-body',
		reason: 'the body lies below the cut of the page: the members of an entry are taken',
		operations: ['whisk:PUT /list/v2/{list_id}/item/{item_id}'],
		patch: {
			body: Object.fromEntries([['name', 'string'], ['brand', 'string'], ['comment', 'string'], ['quantity', 'number'], ['unit', 'string'], ['checked', 'boolean']].map(([name, type]) => [name, { type, documented: false }])),
			inferred: ['body'],
		},
	},
	{
		name: 'move-items-body',
		reason: 'the body lies below the cut of the page, which says that it names the entries and the target',
		operations: ['whisk:POST /list/v2/{from_list_id}/move_items'],
		patch: { body: { to_list_id: { type: 'string', documented: false }, item_ids: { type: 'array', items: 'string', documented: false } }, inferred: ['body'] },
	},
	{
		name: 'community-recipes-body',
		reason: 'the body lies below the cut of the page, which says that it names one or more recipes',
		operations: ['whisk:POST /community/v2/{community_id}/recipes'],
		patch: { body: { recipe_ids: { type: 'array', items: 'string', documented: false } }, inferred: ['body'] },
	},
	{
		name: 'cart-item-body',
		reason: 'only the address is known, from the README of the PHP client',
		operations: ['whisk:PATCH /v1/carts/{cart_id}/items/{item_id}'],
		patch: { body: { quantity: { type: 'integer', documented: false } }, inferred: ['body'] },
	},
	{
		name: 'meal-body',
		reason: 'the pages name the object and not its members: those of the answer are taken',
		operations: ['whisk:POST /mealplan/v2/meal', 'whisk:PUT /mealplan/v2/meal/{meal_id}'],
		patch: {
			body: {
				'meal.meal_type': { type: 'string', documented: false }, 'meal.day_slot': { type: 'integer', documented: false }, 'meal.content.recipe.id': { type: 'string', documented: false },
				'meal.date_time.year': { type: 'integer', documented: false }, 'meal.date_time.month': { type: 'integer', documented: false }, 'meal.date_time.day': { type: 'integer', documented: false },
			},
			inferred: ['body.meal'],
		},
	},
	{
		name: 'user-settings-parts',
		reason: 'the page of the older form names two members of settings; the parts are those that Get User answers with',
		operations: ['whisk:PATCH /user/v2/settings'],
		patch: {
			body: { 'settings.food_preferences': { type: 'object' }, 'settings.cooking_preferences': { type: 'object' }, 'settings.shopping_preferences': { type: 'object' } },
			inferred: ['body.settings'],
		},
	},
	{
		name: 'user-settings-example',
		reason: 'any part of the settings may be sent: two members of one part stand for all',
		operations: ['whisk:POST /user/v2/settings/patch'],
		patch: { body: { 'settings.personal_details.first_name': { type: 'string', documented: false }, 'settings.food_preferences': { type: 'object', documented: false } }, inferred: ['body.settings.personal_details'] },
	},
	{
		name: 'recipe-images',
		reason: 'the page names the type of an image by its one member',
		operations: ['whisk:POST /v1/recipes'],
		patch: { body: { 'payload.images[].url': { type: 'string' } } },
	},
];
