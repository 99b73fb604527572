import type { IDataObject } from 'n8n-workflow';
import { isObject } from './json';
import { getPath } from './request';
import type { Extra } from './request';
import type { Answer, List, Paging, Result } from './types';

/** Asks for one page. */
export type Fetch = (extra: Extra) => Promise<Result<Answer>>;

/** Where a page starts: a number of records, a page number, or a cursor; undefined is the first cursor. */
export type Start = number | string | undefined;

export interface Page {
	records: IDataObject[];
	/** Where the next page starts. */
	next: Start;
	isLast: boolean;
}

/** Records of an answer: a member, or the answer itself when it is an array or the only one. */
export function recordsOf(body: unknown, { items, grouped, single }: List): IDataObject[] {
	if (single) return isObject(body) ? [body] : [];
	const found = Array.isArray(body) ? body : getPath(body, items);
	const records = grouped && isObject(found) ? Object.values(found).flat() : found;
	return Array.isArray(records) ? (records as IDataObject[]) : [];
}

/** Whether this API version answers page by page. */
export const isPaged = ({ paging }: List, version?: string): boolean => paging !== undefined && (!paging.version || paging.version === version);

const FIRST: Record<NonNullable<Paging['by']>, Start> = { records: 0, pages: 1, cursor: undefined };

export const firstStart = ({ paging }: List): Start => paging?.by && FIRST[paging.by];

/** One page from a start on; a list without paging is one page. */
export async function readPage(fetch: Fetch, list: List, version: string | undefined, start: Start, size: number): Promise<Result<Page>> {
	const paging = isPaged(list, version) ? list.paging : undefined;
	const named = (at?: string, limit?: string) => ({ ...(start === undefined || !at ? {} : { [at]: start }), ...(limit ? { [limit]: size } : {}) });
	const answer = await fetch(paging ? { [paging.in]: { ...named(paging.at, paging.limit), ...named(paging.also?.at, paging.also?.limit) } } : {});
	if (!answer.ok) return answer;
	const records = recordsOf(answer.value.body, list);
	return { ok: true, value: { records, ...(paging ? following(paging, answer.value.body, start, records.length, size) : { next: undefined, isLast: true }) } };
}

function following({ by, total: totalAt, next: nextAt, link, most = Infinity }: Paging, body: unknown, start: Start, count: number, size: number): Omit<Page, 'records'> {
	const total = totalAt === undefined ? undefined : getPath(body, totalAt);
	const told = nextAt === undefined ? undefined : getPath(body, nextAt);
	const given = link ? cursorIn(told, link) : told;
	if (by === 'cursor') {
		const next = typeof given === 'string' && given !== '' ? given : undefined;
		return { next, isLast: !count || next === undefined || next === start };
	}
	if (by === 'pages') return { next: Number(start) + 1, isLast: count < size };
	const reached = Number(start) + count;
	const isTold = given !== undefined && given !== null;
	const isEnd = given === null || (link !== undefined && !isTold);
	const isLast = by === undefined || !count || isEnd || reached >= most || (typeof total === 'number' && reached >= total);
	return { next: isTold && Number(given) > Number(start) ? Number(given) : reached, isLast };
}

/** A link is read for its cursor only; it is never followed, as it may lead to another host. */
const cursorIn = (link: unknown, name: string): string | undefined =>
	typeof link === 'string' && URL.canParse(link, 'https://none.invalid') ? (new URL(link, 'https://none.invalid').searchParams.get(name) ?? undefined) : undefined;

/**
 * Pages from a start on, each with the records that were not seen before. Ends when a page brings none, whatever the
 * answer says of totals; pages that overlap give each record once.
 */
export async function* readPages(fetch: Fetch, list: List, version: string | undefined, sizeOf: () => number, from = firstStart(list)): AsyncGenerator<Result<Page>, void> {
	const seen = new Set<unknown>();
	for (let start = from; ; ) {
		const page = await readPage(fetch, list, version, start, sizeOf());
		if (!page.ok) {
			yield page;
			return;
		}
		const records = page.value.records.filter((record) => isNew(record, list.id, seen));
		const isLast = !records.length || page.value.isLast;
		yield { ok: true, value: { ...page.value, records, isLast } };
		if (isLast) return;
		start = page.value.next;
	}
}

/** Records up to a limit, or all, each turned into what is handed on as its page comes, so that pages can be released. */
export async function readRecords<T>(fetch: Fetch, list: List, version: string | undefined, shape: (record: IDataObject) => T, limit = Infinity): Promise<Result<T[]>> {
	const found: T[] = [];
	const { max = 0, min = 1, even, by } = list.paging ?? {};
	const same = even === true || by === 'pages';
	let pages = 0;
	for await (const page of readPages(fetch, list, version, () => Math.min(max, Math.max(min, same ? limit : limit - found.length)))) {
		if (!page.ok) return pages ? { ok: false, failure: { ...page.failure, message: `${page.failure.message} (after ${pages} pages with ${found.length} records)` } } : page;
		for (const record of page.value.records.slice(0, limit - found.length)) found.push(shape(record));
		if (found.length >= limit) break;
		pages++;
	}
	return { ok: true, value: found };
}

function isNew(record: IDataObject, names: readonly string[], seen: Set<unknown>): boolean {
	const id = getPath(record, names.join('|'));
	if (id === undefined) return true;
	if (seen.has(id)) return false;
	seen.add(id);
	return true;
}
