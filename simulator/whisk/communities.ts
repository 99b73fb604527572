import type { Answer } from '../types';
import { countOf, ok, refused, trimmed } from './answers';
import { cursorTo, pageOf } from './paging';
import { recipeShape } from './recipes';
import type { WhiskVisit } from './state';

// no page tells the sizes
const SIZES = { usual: 10, most: 20 };

/** GET /community/v2/{community_id}/recipes */
export function getCommunityRecipes({ state, params, query }: WhiskVisit): Answer {
	const community = state.communities.get(params.community_id);
	if (!community) return refused(400, 'community.notFound', `No community ${params.community_id}`);
	const { fields } = query as { fields?: string[] };
	const all = community.recipeIds.flatMap((id) => state.recipes.get(id) ?? []);
	const asked = { limit: query['paging.limit'], after: query['paging.cursors.after'], before: query['paging.cursors.before'] } as Parameters<typeof pageOf>[2];
	const page = pageOf(all, ({ id }) => cursorTo(id), asked, SIZES);
	if ('refusal' in page) return page.refusal;
	const { rows, after, before } = page;
	return ok(trimmed({
		recipes: rows.map((recipe) => ({ recipe: recipeShape(recipe, fields) })),
		paging: trimmed({ cursors: trimmed({ after, before }), total: countOf(all) }),
	}));
}
