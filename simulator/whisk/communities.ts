import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import { pageV2 } from './paging';
import { recipeShape } from './recipes';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';

// communities come in small pages, so that few of them show how pages join
const SIZES = { usual: 3, most: 3 };

const unknown = (id: string) => refused(400, 'community.notFound', `No community ${id}`);

const TOPICS = [{ id: 'vegetarian', display_name: 'Vegetarian' }, { id: 'soups', display_name: 'Soups' }];
const [VEGETARIAN, SOUPS] = TOPICS;

const topicsOf = (name: string) => [/vegetable/i.test(name) ? VEGETARIAN : SOUPS];

interface Listed {
	id: string;
	name: string;
	recipeIds: string[];
}

const allOf = ({ communities }: WhiskState): Listed[] => [...communities].map(([id, one]) => ({ id, ...one }));

function shape(state: WhiskState, { id, name, recipeIds }: Listed, parts: string[] = []): Fields {
	const wants = (part: string) => parts.includes(`COMMUNITY_FIELD_${part}`);
	return trimmed({
		id, name, image: { url: `https://whisk.test/communities/${id}.jpg` },
		description: wants('DESCRIPTION') ? `All about ${name.toLowerCase()}` : undefined,
		topics: wants('TOPICS') ? topicsOf(name) : undefined,
		social_settings: wants('SOCIAL_SETTINGS') ? { website_url: 'https://whisk.test' } : undefined,
		permissions: wants('PERMISSIONS') ? permissionsOf(state, id) : undefined,
		members: wants('MEMBERS_COUNT') ? { count: 12 } : undefined,
		recipes: wants('RECIPES_COUNT') ? trimmed({ count: recipeIds.length }) : undefined,
		is_sponsored: wants('SPONSORED') && name === 'Soups',
	});
}

const permissionsOf = ({ roles }: WhiskState, id: string): Fields => trimmed({ role: roles.get(id), mode: 'COMMUNITY_CONTRIBUTION_PERMISSION_MODE_ANYONE', visibility: 'COMMUNITY_VISIBILITY_PUBLIC' });

const partsOf = ({ fields }: Fields) => fields as string[] | undefined;

function getOne({ state, params: { community_id: id }, query }: WhiskVisit): Answer {
	const found = state.communities.get(id);
	return found ? ok({ community: shape(state, { id, ...found }, partsOf(query)) }) : unknown(id);
}

function getOwn({ state, query }: WhiskVisit): Answer {
	const roles = query['filters.roles'] as string[] | undefined;
	const own = allOf(state).filter(({ id }) => state.roles.has(id) && (!roles || roles.includes(state.roles.get(id)!)));
	return pageV2(own, query, (rows) => ({ communities: rows.map((one) => shape(state, one, partsOf(query))) }), SIZES);
}

function byTopic({ state, params, query }: WhiskVisit): Answer {
	const topic = TOPICS.find(({ id }) => id === params.topic_id);
	if (!topic) return refused(400, 'topic.notFound', `No topic ${params.topic_id}`);
	return pageV2(allOf(state).filter(({ name }) => topicsOf(name).includes(topic)), query, (rows) => ({ topic, communities: rows.map((one) => shape(state, one, partsOf(query))) }), SIZES);
}

function discover({ state, query }: WhiskVisit): Answer {
	const all = allOf(state);
	const topics = TOPICS.map((details) => ({ details, community_ids: all.filter(({ name }) => topicsOf(name).includes(details)).map(({ id }) => id), has_more_communities: true }));
	return ok({ topics, communities: all.map((one) => shape(state, one, partsOf(query))) });
}

/** Of the filters only the diets narrow: what vegetarians eat is all there is. */
function search({ state, query }: WhiskVisit): Answer {
	const { query: text = '' } = query as { query?: string };
	const diets = query['filters.diets'] as string[] | undefined;
	const found = allOf(state).filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()) && (!diets || diets.some((diet) => diet.includes('VEG'))));
	return pageV2(found, query, (rows) => ({ communities: rows.map((one) => trimmed({ community: shape(state, one, partsOf(query)), is_member: state.roles.has(one.id) })) }), SIZES);
}

function join({ state, params: { community_id: id } }: WhiskVisit): Answer {
	if (!state.communities.has(id)) return unknown(id);
	if (!state.roles.has(id)) state.roles.set(id, 'COMMUNITY_ROLE_MEMBER');
	return ok({ permissions: permissionsOf(state, id) });
}

function leave({ state, params: { community_id: id } }: WhiskVisit): Answer {
	if (!state.communities.has(id)) return unknown(id);
	state.roles.delete(id);
	return ok({ permissions: permissionsOf(state, id) });
}

function getRecipes({ state, params, query }: WhiskVisit): Answer {
	const community = state.communities.get(params.community_id);
	if (!community) return unknown(params.community_id);
	const all = community.recipeIds.flatMap((id) => state.recipes.get(id) ?? []);
	return pageV2(all, query, (rows) => ({ recipes: rows.map((recipe) => ({ recipe: recipeShape(recipe, partsOf(query)) })) }));
}

/** POST /community/v2/{community_id}/recipes: no page shows the body; `recipe_ids` is taken for it. */
function addRecipes({ state, params, body }: WhiskVisit): Answer {
	const community = state.communities.get(params.community_id);
	if (!community) return unknown(params.community_id);
	const ids = (body.recipe_ids as string[] | undefined) ?? [];
	const missing = ids.find((id) => !state.recipes.has(id));
	if (!ids.length || missing !== undefined) return refused(400, 'recipe.notFound', `No recipe ${missing ?? ''}`);
	community.recipeIds.push(...ids);
	return ok({ recipes: ids.map((id) => ({ success: { recipe: recipeShape(state.recipes.get(id)!) } })) });
}

export const communityRules: WhiskRules = {
	'whisk:GET /community/v2/{community_id}': getOne,
	'whisk:GET /community/v2': getOwn,
	'whisk:GET /community/v2/by_topic/{topic_id}': byTopic,
	'whisk:GET /community/v2/discover': discover,
	'whisk:GET /community/v2/search': search,
	'whisk:POST /community/v2/{community_id}/join': join,
	'whisk:POST /community/v2/{community_id}/leave': leave,
	'whisk:GET /community/v2/{community_id}/recipes': getRecipes,
	'whisk:POST /community/v2/{community_id}/recipes': addRecipes,
};
