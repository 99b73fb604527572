import type { Answer } from '../types';
import { ok, refused, trimmed } from './answers';
import { cursorTo, pageOf } from './paging';
import type { Asked } from './paging';
import type { WhiskVisit } from './state';

const LONGEST_QUERY = 255;
// no page tells the sizes
const SIZES = { usual: 10, most: 25 };

interface Search {
	query: string;
	cursor?: { limit?: number; cursors?: Pick<Asked, 'after' | 'before'> };
}

const wordsOf = (text: string) => text.toLowerCase().split(/[\s,]+/).filter(Boolean);

/** Whether each word that is looked for begins one of the title. */
const isMatch = (title: string, wanted: string[]) => wanted.every((word) => wordsOf(title).some((own) => own.startsWith(word)));

/** POST /food/v2/search */
export function searchFood({ state, body }: WhiskVisit): Answer {
	const { query, cursor: { limit, cursors } = {} } = body as unknown as Search;
	const wanted = wordsOf(query);
	if (wanted.length === 0) return refused(400, 'query.invalid', 'The query is empty');
	if (query.length > LONGEST_QUERY) return refused(400, 'query.invalid', `The query has more than ${LONGEST_QUERY} characters`);
	const found = state.foods.filter(({ title }) => isMatch(title, wanted));
	const page = pageOf(found, ({ hit }) => cursorTo(hit), { limit, ...cursors }, SIZES);
	if ('refusal' in page) return page.refusal;
	const { rows, after } = page;
	return ok(trimmed({ food: rows.map(({ hit, title }) => ({ food_hit: hit, title })), paging: { cursors: trimmed({ after }) } }));
}
