import type { Answer, Fields } from '../types';
import { countOf, ok, refused, trimmed } from './answers';

/** What a caller asks of a list; an empty text counts as not given. */
export interface Asked {
	limit?: number | string;
	after?: string;
	before?: string;
}

/** Records of a page when nothing is asked, and when too much is. */
export interface Sizes {
	usual: number;
	most: number;
}

export interface Page<T> {
	rows: T[];
	/** Where the next page begins; absent at the end. */
	after?: string;
	/** Where the page before ends; absent at the beginning. */
	before?: string;
}

/** A cursor that tells callers nothing, with characters that an address must have encoded. */
export const cursorTo = (id: string): string => `c/${Buffer.from(id).toString('base64')}+`;

const invalid = (message: string) => ({ refusal: refused(400, 'paging.invalid', message) });

/** One page of a list; `cursorOf` gives the cursor that stands for a record. */
export function pageOf<T>(all: T[], cursorOf: (row: T) => string, asked: Asked, { usual, most }: Sizes): Page<T> | { refusal: Answer } {
	const { limit = usual } = asked;
	if (asked.after && asked.before) return invalid('The cursors after and before cannot be used together');
	if (!/^\d+$/.test(String(limit)) || Number(limit) === 0) return invalid(`The limit must be a whole number from 1: ${limit}`);
	const cursor = asked.after || asked.before;
	const at = cursor ? all.findIndex((row) => cursorOf(row) === cursor) : -1;
	if (cursor && at < 0) return invalid(`No such cursor: ${cursor}`);
	const size = Math.min(Number(limit), most);
	const [start, end] = asked.before ? [Math.max(0, at - size), at] : [at + 1, at + 1 + size];
	const rows = all.slice(start, end);
	return {
		rows,
		after: rows.length > 0 && end < all.length ? cursorOf(rows[rows.length - 1]) : undefined,
		before: rows.length > 0 && start > 0 ? cursorOf(rows[0]) : undefined,
	};
}

// no page tells the sizes
const SIZES: Sizes = { usual: 10, most: 20 };

/** A page as version 2 asks for it and answers: cursors behind dots, the total as text. */
export function pageV2<T extends { id: string }>(all: T[], query: Fields, shape: (rows: T[]) => Fields, sizes = SIZES): Answer {
	const asked = { limit: query['paging.limit'], after: query['paging.cursors.after'], before: query['paging.cursors.before'] } as Asked;
	const page = pageOf(all, ({ id }) => cursorTo(id), asked, sizes);
	if ('refusal' in page) return page.refusal;
	const { rows, after, before } = page;
	return ok(trimmed({ ...shape(rows), paging: trimmed({ cursors: trimmed({ after, before }), total: countOf(all) }) }));
}

/** The same in version 1, which leaves nothing out and counts in numbers. */
export function pageV1<T>(all: T[], cursorOf: (row: T) => string, query: Fields, shape: (rows: T[]) => Fields): Answer {
	const page = pageOf(all, cursorOf, query as Asked, { usual: 16, most: 16 });
	if ('refusal' in page) return page.refusal;
	const { rows, after, before } = page;
	return ok({ ...shape(rows), paging: { total: all.length, cursors: { ...(after ? { after } : {}), ...(before ? { before } : {}) } } });
}
