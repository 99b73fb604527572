import type { IDataObject } from 'n8n-workflow';
import { getPath } from './request';
import type { Extra } from './request';
import type { Answer, List, Result } from './types';

/** Asks for one page. */
export type Fetch = (extra: Extra) => Promise<Result<Answer>>;

export interface Page {
	records: IDataObject[];
	/** Where the next page starts, undefined at the end. */
	next?: number;
}

/** Records of an answer: a member, or the answer itself when it is an array. */
export function recordsOf(body: unknown, list: List): IDataObject[] {
	const records = Array.isArray(body) ? body : getPath(body, list.items);
	return Array.isArray(records) ? (records as IDataObject[]) : [];
}

/** Whether this API version answers page by page. */
export const isPaged = ({ paging }: List, version?: string): boolean => paging !== undefined && (!paging.version || paging.version === version);

/** One page from a start on; a list without paging is one page. */
export async function readPage(fetch: Fetch, list: List, version: string | undefined, start: number, size: number): Promise<Result<Page>> {
	const { paging } = list;
	if (!paging || !isPaged(list, version)) {
		const whole = await fetch({});
		return whole.ok ? { ok: true, value: { records: recordsOf(whole.value.body, list) } } : whole;
	}
	const answer = await fetch({ [paging.in]: { [paging.start]: start, limit: size } });
	if (!answer.ok) return answer;
	const { body } = answer.value;
	const records = recordsOf(body, list);
	const reached = start + records.length;
	const [total, next] = [getPath(body, paging.total), paging.next && getPath(body, paging.next)];
	const ended = !records.length || next === null || reached >= (paging.most ?? Infinity) || (typeof total === 'number' && reached >= total);
	return { ok: true, value: { records, next: ended ? undefined : typeof next === 'number' && next > start ? next : reached } };
}

/**
 * Records up to a limit, or all. Ends when a page brings no record that was not seen before, whatever the answer says
 * of totals; pages that overlap give each record once.
 */
export async function readRecords(fetch: Fetch, list: List, version: string | undefined, limit = Infinity): Promise<Result<IDataObject[]>> {
	const records: IDataObject[] = [];
	const seen = new Set<unknown>();
	const { max = 0, even = false } = list.paging ?? {};
	for (let start = 0, pages = 0; ; pages++) {
		const page = await readPage(fetch, list, version, start, Math.min(max, even ? limit : limit - records.length));
		if (!page.ok) return pages ? { ok: false, failure: { ...page.failure, message: `${page.failure.message} (after ${pages} pages with ${records.length} records)` } } : page;
		const fresh = page.value.records.filter((record) => isNew(record, list.id, seen));
		records.push(...fresh.slice(0, limit - records.length));
		if (!fresh.length || records.length >= limit || page.value.next === undefined) return { ok: true, value: records };
		start = page.value.next;
	}
}

function isNew(record: IDataObject, names: readonly string[], seen: Set<unknown>): boolean {
	const id = getPath(record, names.join('|'));
	if (id === undefined) return true;
	if (seen.has(id)) return false;
	seen.add(id);
	return true;
}
