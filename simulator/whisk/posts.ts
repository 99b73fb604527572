import { digest } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import { pageV2 } from './paging';
import { recipeShape } from './recipes';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';
import type { WhiskPost } from './world';

const unknown = (id: string) => refused(400, 'post.notFound', `No post ${id}`);
const FANS = 22;
/** The replies that there are. */
export const REPLIES = ['5b0c7d1e9f3a4c71', '5b0c7d1e9f3a4c72'];

const shape = ({ id, text, attachments }: WhiskPost): Fields => ({ id, title: text.slice(0, 40), text: { text }, header: { title: 'Kim Cook' }, attachments: trimmed(attachments) });

interface Given {
	text?: { text?: string };
	attachments?: { recipe_ids?: string[]; community_ids?: string[]; recipe_with_rating?: { recipe_id: string } };
}

/** What a post says, or why it cannot. */
function read(state: WhiskState, body: Fields): Omit<WhiskPost, 'id'> | Answer {
	const { text, attachments = {} } = (body.post ?? {}) as Given;
	if (!text?.text && !Object.keys(attachments).length) return refused(400, 'post.invalid', 'The post is empty');
	const ids = [...(attachments.recipe_ids ?? []), ...(attachments.recipe_with_rating ? [attachments.recipe_with_rating.recipe_id] : [])];
	const missing = ids.find((id) => !state.recipes.has(id));
	if (missing !== undefined) return refused(400, 'recipe.notFound', `No recipe ${missing}`);
	const strange = attachments.community_ids?.find((id) => !state.communities.has(id));
	if (strange !== undefined) return refused(400, 'community.notFound', `No community ${strange}`);
	const kinds = [attachments.recipe_ids, attachments.community_ids, attachments.recipe_with_rating].filter(Boolean).length;
	if (kinds > 1) return refused(400, 'post.invalid', 'Recipes, a review and communities exclude each other');
	return { text: text?.text ?? '', attachments: attachments as Fields };
}

function create({ state, body }: WhiskVisit): Answer {
	const made = read(state, body);
	if ('status' in made) return made;
	const post = { id: digest(state.seed, `post:${(state.minted += 1)}`).slice(0, 16), ...made };
	state.posts.set(post.id, post);
	return ok({ post: shape(post) });
}

/** PUT /v2/posts/{post_id}: the post becomes what the body says. */
function update({ state, params, body }: WhiskVisit): Answer {
	if (!state.posts.has(params.post_id)) return unknown(params.post_id);
	const made = read(state, body);
	if ('status' in made) return made;
	const post = { id: params.post_id, ...made };
	state.posts.set(post.id, post);
	return ok({ post: shape(post) });
}

function like({ state, body }: WhiskVisit): Answer {
	const { reaction, target = {} } = body as unknown as { reaction: { like: boolean }; target?: { post?: string; reply?: string } };
	if ((target.post === undefined) === (target.reply === undefined)) return refused(400, 'target.invalid', 'One of post and reply is needed');
	if (target.post !== undefined && !state.posts.has(target.post)) return unknown(target.post);
	if (target.reply !== undefined && !REPLIES.includes(target.reply)) return unknown(target.reply);
	state.reactions.set(String(target.post ?? target.reply), reaction.like);
	return ok({});
}

/** GET /v2/reaction/users: the user, if this one likes it, and some who always do. */
function likes({ state, query }: WhiskVisit): Answer {
	const { 'target.post': post, 'target.reply': reply } = query as Record<string, string | undefined>;
	if ((post === undefined) === (reply === undefined)) return refused(400, 'target.invalid', 'One of post and reply is needed');
	if (post === undefined ? !REPLIES.includes(reply!) : !state.posts.has(post)) return unknown(String(post ?? reply));
	const own = state.reactions.get(String(post ?? reply)) ? [state.profile] : [];
	const users = [...own, ...Array.from({ length: FANS }, (_, index) => ({ id: `fan-${index + 1}`, username: `fan${index + 1}` }))];
	return pageV2(users, query, (rows) => ({ users: rows.map(({ id, username }) => ({ id, username, first_name: 'Kim', last_name: 'Cook' })) }));
}

function report(visit: WhiskVisit, id: string, isThere: boolean): Answer {
	if (!isThere) return unknown(id);
	visit.state.reports.push({ id, ...(visit.body.report_info as Fields) });
	return ok({});
}

function getProfile({ state: { profile }, params: { username } }: WhiskVisit): Answer {
	if (username !== profile.username) return refused(400, 'profile.notFound', `No user ${username}`);
	return ok({ profile: { ...profile, first_name: 'Kim', last_name: 'Cook', picture: { url: 'https://whisk.test/kim.jpg' } } });
}

function profileRecipes({ state, params: { user_id: id }, query }: WhiskVisit): Answer {
	if (id !== state.profile.id) return refused(400, 'profile.notFound', `No user ${id}`);
	return pageV2(state.saved.flatMap((one) => state.recipes.get(one) ?? []), query, (rows) => ({ recipes: rows.map((one) => ({ recipe: recipeShape(one, query.fields as string[] | undefined) })) }));
}

export const postRules: WhiskRules = {
	'whisk:POST /v2/posts': create,
	'whisk:PUT /v2/posts/{post_id}': update,
	'whisk:GET /v2/posts/{post_id}': ({ state, params: { post_id: id } }) => (state.posts.has(id) ? ok({ post: shape(state.posts.get(id)!) }) : unknown(id)),
	'whisk:GET /v2/reaction/users': likes,
	'whisk:POST /v2/reaction': like,
	'whisk:POST /v2/posts/{post_id}/report': (visit) => report(visit, visit.params.post_id, visit.state.posts.has(visit.params.post_id)),
	'whisk:POST /v2/posts/replies/{reply_id}/report': (visit) => report(visit, visit.params.reply_id, REPLIES.includes(visit.params.reply_id)),
	'whisk:GET /v2/profile/by-username/{username}': getProfile,
	'whisk:GET /v2/profile/{user_id}/recipes': profileRecipes,
};
