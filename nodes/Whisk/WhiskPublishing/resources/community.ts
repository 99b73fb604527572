import { collection, json, multiOption, query, text, texts, wholeBody } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { communityLocator, cursorPaging, recipeParts, simpleRecipe } from '../../fields';
import { communityParts, topicLocator } from '../fields';

const listed = (...names: string[]): Record<string, string> =>
	Object.fromEntries(names.map((name) => [name, name.replace(/^[A-Z]+_/, '').split('_').map((word) => (word === 'AND' ? 'and' : word[0] + word.slice(1).toLowerCase())).join(' ')]));

const DIETS = listed(...['VEGETARIAN', 'VEGAN', 'OVO_VEGETARIAN', 'LACTO_VEGETARIAN', 'OVO_LACTO_VEGETARIAN', 'PESCATARIAN', 'KETOGENIC', 'DETOX', 'PALEO', 'DAIRY_FREE', 'GLUTEN_FREE'].map((one) => `DIET_${one}`));
const CUISINES = listed(...[
	'AFRICAN', 'AMERICAN', 'ASIAN', 'AUSTRALIAN', 'BRITISH', 'CAJUN_AND_CREOLE', 'CANADIAN', 'CARIBBEAN', 'CHINESE', 'CUBAN', 'EASTERN_EUROPEAN', 'EUROPEAN', 'FRENCH', 'GERMAN', 'GREEK', 'INDIAN', 'ISRAELI', 'ITALIAN',
	'JAPANESE', 'KOREAN', 'LATIN_AMERICAN', 'MEDITERRANEAN', 'MEXICAN', 'MIDDLE_EASTERN', 'MOROCCAN', 'PORTUGUESE', 'SOUTHERN', 'SPANISH', 'TEX_MEX', 'THAI', 'VIETNAMESE', 'WORLD_CUISINE',
].map((one) => `CUISINE_${one}`));
const ROLES = { COMMUNITY_ROLE_OWNER: 'Owner', COMMUNITY_ROLE_ADMIN: 'Admin', COMMUNITY_ROLE_MEMBER: 'Member', COMMUNITY_ROLE_BLOCKED: 'Blocked', COMMUNITY_ROLE_PENDING: 'Pending' };

const simpleCommunity = (at: string) => ({ id: `${at}id`, name: `${at}name`, description: `${at}description`, members: `${at}members.count`, recipes: `${at}recipes.count`, visibility: `${at}permissions.visibility` });

export const community = resource('Community', 'community', [
	op({
		value: 'addRecipes', name: 'Add Recipes', action: 'Add recipes to community', description: 'Share recipes with a community. The page does not show the body: it is sent as you write it.',
		route: 'POST /community/v2/{community}/recipes', tokens: ['user'], status: 'partial',
		effect: 'create', repeat: 'never', lane: ['community'],
		fields: { community: communityLocator(), recipes: wholeBody(json({ label: 'Body (JSON)', required: true, placeholder: 'e.g. { "recipe_ids": ["9773cb7eca5d11e7ae7e42010a9a0035"] }', description: 'Which recipes; the name in the example is a guess' })) },
		outputs: [
			{ value: 'recipes', name: 'One Item per Recipe', description: 'What became of each recipe as an item of its own', split: 'recipes' },
			{ value: 'whole', name: 'Whole Answer', description: 'One item with what became of all recipes' },
		],
	}),
	op({
		value: 'discover', name: 'Discover', action: 'Discover communities', description: 'Retrieve the communities that Whisk recommends to the user, with their topics',
		route: 'GET /community/v2/discover', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: { parts: communityParts() },
		outputs: [
			{ value: 'communities', name: 'One Item per Community', description: 'Every recommended community as an item of its own', split: 'communities' },
			{ value: 'topics', name: 'One Item per Topic', description: 'Every topic with the IDs of its communities', split: 'topics' },
			{ value: 'whole', name: 'Whole Answer', description: 'One item with all topics and communities' },
		],
	}),
	op({
		value: 'get', name: 'Get', action: 'Get community', description: 'Retrieve one community by its ID',
		route: 'GET /community/v2/{community}', tokens: ['user'], status: 'partial', picture: 'community.image.url',
		effect: 'read', repeat: 'absolute', fields: { community: communityLocator(), parts: communityParts() },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many communities', description: 'Retrieve the communities that the user belongs to',
		route: 'GET /community/v2', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: { roles: query('filters.roles', multiOption({ label: 'Roles', description: 'Only those where the user is one of these', options: ROLES })), parts: communityParts() },
		list: { items: 'communities', id: ['id'], paging: cursorPaging() },
		simplify: simpleCommunity(''),
	}),
	op({
		value: 'getByTopic', name: 'Get by Topic', action: 'Get communities by topic', description: 'Retrieve the communities of a topic, whoever belongs to them',
		route: 'GET /community/v2/by_topic/{topic}', tokens: ['user'],
		effect: 'read', repeat: 'absolute', fields: { topic: topicLocator(), parts: communityParts() },
		list: { items: 'communities', id: ['id'], paging: cursorPaging() },
		simplify: simpleCommunity(''),
	}),
	op({
		value: 'getRecipes', name: 'Get Recipes', action: 'Get recipes of community', description: 'Retrieve the recipes that the members of a community share',
		route: 'GET /community/v2/{community}/recipes', tokens: ['user'],
		effect: 'read', repeat: 'absolute',
		fields: { community: communityLocator(), parts: recipeParts() },
		list: { items: 'recipes', id: ['recipe.id'], paging: cursorPaging() },
		simplify: simpleRecipe('recipe.'),
	}),
	op({
		value: 'join', name: 'Join', action: 'Join community', description: 'Make the user a member of a community, or ask for it where membership is granted',
		route: 'POST /community/v2/{community}/join', tokens: ['user'],
		effect: 'update', repeat: 'absolute', lane: ['community'], fields: { community: communityLocator() },
		echo: ({ community: id }) => ({ joined: true, community_id: id }),
	}),
	op({
		value: 'leave', name: 'Leave', action: 'Leave community', description: "End the user's membership of a community",
		route: 'POST /community/v2/{community}/leave', tokens: ['user'],
		effect: 'update', repeat: 'absolute', lane: ['community'], fields: { community: communityLocator() },
		echo: ({ community: id }) => ({ left: true, community_id: id }),
	}),
	op({
		value: 'search', name: 'Search', action: 'Search communities', description: 'Find communities by words of their names, diets and cuisines',
		route: 'GET /community/v2/search', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: {
			term: query('query', text({ label: 'Search Text', placeholder: 'e.g. vegetables', description: 'Words of the name' })),
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				cuisines: query('filters.cuisines', multiOption({ label: 'Cuisines', options: CUISINES })),
				diets: query('filters.diets', multiOption({ label: 'Diets', options: DIETS })),
				mealTypes: query('filters.meal_types', texts({ label: 'Meal Types', placeholder: 'e.g. MEAL_TYPE_BREAKFAST, MEAL_TYPE_DINNER', description: 'Separated by commas' })),
			}),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				direction: query('sorting.direction', text({ label: 'Sort Direction', placeholder: 'e.g. SORT_DIRECTION_DESC', description: 'The page cuts off which there are' })),
				parts: communityParts(),
				sortBy: query('sorting.by', text({ label: 'Sort By', placeholder: 'e.g. SORT_BY_CREATED_AT', description: 'What decides the order; the page cuts off what there is' })),
			}),
		},
		list: { items: 'communities', id: ['community.id'], paging: cursorPaging() },
		simplify: { ...simpleCommunity('community.'), isMember: 'is_member' },
	}),
]);
