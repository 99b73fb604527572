import { REPLIES } from '../../simulator/whisk/posts';
import { THREAD } from '../../simulator/whisk/recipesV1';
import { COMMUNITY, INTEGRATION, SMALL_COMMUNITY } from '../../simulator/whisk/state';
import { PRODUCTS } from '../../simulator/whisk/world';
import type { SimulatorState } from '../../simulator/types';
import type { Find, World } from './known';

const lists: Find = ({ whisk }) => whisk.lists.map(({ id }) => id);
const recipes: Find = ({ whisk }) => [...whisk.recipes.keys()];
const carts: Find = ({ whisk }) => [...whisk.carts.keys()];
const collections: Find = ({ whisk }) => [...whisk.collections.keys()];
const posts: Find = ({ whisk }) => [...whisk.posts.keys()];
const retailers: Find = ({ whisk }) => whisk.retailers.map(({ id }) => id);
const communities: Find = () => [COMMUNITY, SMALL_COMMUNITY];
const skus: Find = () => PRODUCTS.map(({ sku }) => sku);
const feeds: Find = () => [THREAD];

/** What exists of Whisk in the simulator; see `known.ts`. */
export const whiskKnown: Record<string, Find> = {
	'/list/v2/{id} id': lists, '/list/v2/{id}/item id': lists, list_id: ({ whisk }) => [whisk.lists[0].id],
	item_id: ({ whisk }) => whisk.lists[0].items.map(({ id }) => id), item_ids: ({ whisk }) => whisk.lists[0].items.map(({ id }) => id),
	'/recipe/v2/get id': recipes, '/v1/{id} id': recipes, recipe_id: recipes, recipeId: recipes, recipeIds: recipes, itemId: recipes, recipe_ids: recipes, 'recipes[].id': recipes, 'body.item.food_type.recipe.id': recipes,
	'post.attachments.recipe_ids': recipes, 'post.attachments.recipe_with_rating.recipe_id': recipes, 'post.attachments.community_ids': communities,
	'/recipe/v2/search query': () => ['carrot', 'roast', 'grilled'], '/v1/search q': () => ['oat', 'carrot', 'tomatoes'], includeIngredients: () => ['carrots', 'olive'],
	'/storeitem/v2/search query': () => ['milk', 'rice'], '/food/v2/search query': () => ['apple', 'apple raw', 'milk', 'rice'], '/autocomplete/v2/suggest q': () => ['apple', 'ban', 'oat'],
	food_hits: ({ whisk }) => whisk.foods.map(({ hit }) => hit),
	'/feed/v2/get id': feeds, '/v1/feed id': feeds, allowedTypes: () => ['recipe'],
	'/collection/v2/{id} id': collections, '/collection/v2/{id}/recipe id': collections, '/recipe/v2/collection/{id} id': collections, collection_ids: collections, collectionIds: collections,
	collection_id: ({ whisk }) => [...whisk.smart.keys()], smart_tags: () => ['quick', 'oven'],
	'/v1/{id}/recipes recipes[].id': recipes, '/v1/{id}/items id': carts, '/v1/{id}/recipes id': carts, cart_id: carts, retailerId: retailers, retailer: retailers, 'storeItem.sku': skus, 'newItem.sku': skus,
	redirect_uri: () => ['https://example.com/signed-in', 'https://example.com/back?x=1'],
	community_id: communities, topic_id: () => ['vegetarian', 'soups'],
	post_id: posts, 'target.post': posts, 'target.reply': () => REPLIES, reply_id: () => REPLIES,
	username: ({ whisk }) => [whisk.profile.username], user_id: ({ whisk }) => [whisk.profile.id],
	integration_id: () => [INTEGRATION], '/integrations/v1/add type': () => ['CUSTOM', 'SALSIFY', 'SHOPIFY', 'WORDPRESS'].map((name) => `INTEGRATION_TYPE_${name}`),
	meal_plan_id: ({ whisk }) => [whisk.mealPlan.id], meal_id: ({ whisk }) => whisk.meals.map(({ id }) => id), 'meal.meal_type': () => ['MEAL_TYPE_DINNER'], 'meal.content.recipe.id': recipes,
	'settings.included_meal_types': () => ['MEAL_TYPE_BREAKFAST', 'MEAL_TYPE_LUNCH', 'MEAL_TYPE_DINNER'],
	'add.items[].external_id': () => Array.from({ length: 12 }, (_, index) => `meal-${index + 1}`),
};

type Worlds = (state: SimulatorState) => World[];

/** The entries of all carts, each with its cart; those that were combined only. */
const cartItems = (isCombined: boolean): Worlds => ({ whisk }) =>
	[...whisk.carts.values()].flatMap(({ id, items }) => items.filter(({ sources }) => !isCombined || sources.length > 1).map((item) => ({ cart_id: [id], item_id: [item.id] })));

const movable: Worlds = ({ whisk: { lists: [first, second] } }) => [first, second].map((from) => ({ from_list_id: [from.id], to_list_id: [from === first ? second.id : first.id], item_ids: [from.items[0].id] }));

const mealsOf: Worlds = (state) => state.whisk.meals.map(({ id }, index) => ({ meal_id: [id], 'meal.content.recipe.id': [recipes(state)[index]] }));

export const whiskWorlds: Record<string, Worlds> = {
	'/v1/retailers': () => [{ country: ['GB'], zipcode: ['10001'] }, { country: ['US'], zipcode: ['10001'] }, { country: ['DE'], zipcode: ['10115'] }],
	'/v1/{cart_id}/items/{item_id}': cartItems(false), '/v1/carts/{cart_id}/items/{item_id}': cartItems(false), '/v1/{cart_id}/items/{item_id}/options': cartItems(false),
	'/v1/{cart_id}/items/{item_id}/swap': cartItems(false), '/v1/{cart_id}/items/{item_id}/split': cartItems(true),
	'/list/v2/{from_list_id}/move_items': movable,
	'/mealplan/v2/meal': mealsOf, '/mealplan/v2/meal/{meal_id}': mealsOf,
	'/user/v2/settings/patch': () => ['Kim', 'Alex', 'Robin'].map((name) => ({ 'settings.personal_details.first_name': [name] })),
	'/v1/me': () => ['/firstName', '/lastName', '/zipcode'].map((path) => ({ '[].path': [path] })),
};

const cartEntries = [['items[].storeItem', 'items[].raw']];
const listEntries = [['items[].normalized', 'items[].raw']];
const attachments = [['post.attachments.recipe_ids', 'post.attachments.recipe_with_rating', 'post.attachments.community_ids']];

export const whiskEither: Record<string, string[][]> = {
	'/list/v2/{id}/item': listEntries, '/list/v2': listEntries,
	'/v1/carts': cartEntries, '/v1/carts/checkout': cartEntries, '/v1/{id}/items': cartEntries,
	'/v2/reaction': [['target.post', 'target.reply']], '/v2/reaction/users': [['target.post', 'target.reply']], '/v2/posts': attachments, '/v2/posts/{post_id}': attachments,
};
