import { body, path, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { allRecipeParts, collectionId, collectionIds, cursorPaging, recipeLocator, simpleRecipe } from '../fields';

const collectionName = () => body('name', text({ label: 'Name', required: true, placeholder: 'e.g. Soups', description: 'What the collection is called' }));

export const collection = resource('Collection', 'collection', [
	op({
		value: 'addRecipe', name: 'Add Recipe', action: 'Add recipe to collection', description: 'Save a recipe, and put it into collections if any are given',
		route: 'POST /recipe/v2', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['recipe'],
		fields: { recipe: body('recipe_id', recipeLocator()), collections: collectionIds('collection_ids') },
	}),
	op({
		value: 'create', name: 'Create', action: 'Create collection', description: 'Make a collection that recipes can be put into',
		route: 'POST /recipe/v2/collection', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never', fields: { collectionName: collectionName() },
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete collection', description: 'Delete a collection; its recipes stay saved',
		route: 'DELETE /collection/v2/{collection}', tokens: ['user'], status: 'partial',
		effect: 'delete', repeat: 'absolute', lane: ['collection'], fields: { collection: path('id', collectionId()) },
		echo: ({ collection: id }) => ({ deleted: true, collection_id: id }),
	}),
	op({
		value: 'getRecipes', name: 'Get Recipes', action: 'Get recipes of collection', description: 'Retrieve the recipes that stand in a collection',
		route: 'GET /collection/v2/{collection}/recipe', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute', fields: { collection: path('id', collectionId()), parts: allRecipeParts() },
		list: { items: 'recipes', id: ['id', 'recipe.id'], paging: cursorPaging(500) },
		simplify: simpleRecipe(''),
	}),
	op({
		value: 'removeRecipe', name: 'Remove Recipe', action: 'Remove recipe from collection', description: 'Take a recipe out of collections; without collections it is no longer saved',
		route: 'DELETE /recipe/v2/{recipe}', tokens: ['user'], status: 'partial',
		effect: 'delete', repeat: 'absolute', lane: ['recipe'], fields: { recipe: path('recipe_id', recipeLocator()), collections: collectionIds('collection_ids') },
		echo: ({ recipe }) => ({ removed: true, recipe_id: recipe }),
	}),
	op({
		value: 'update', name: 'Update', action: 'Update collection', description: 'Give a collection another name',
		route: 'PUT /recipe/v2/collection/{collection}', tokens: ['user'], status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['collection'], fields: { collection: path('id', collectionId()), collectionName: collectionName() },
		echo: ({ collection: id, collectionName: name }) => ({ success: true, collection_id: id, name }),
	}),
]);
