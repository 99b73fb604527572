// Corrections of Whisk; see ../overlays.mjs.

export const whiskOverlays = [
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
];
