import type { Fields } from '../types';

/** A page of a list that is asked for by limit and offset. */
export interface Page {
	limit: number;
	offset: number;
	/** By how much the offset grows from page to page: by the limit, or by 1 where it counts pages. */
	step: number;
}

/** How a list may be asked for. */
export interface Paging {
	standard: number;
	max: number;
	countsPages?: boolean;
}

const WHOLE = /^\d{1,9}$/;

/** The page that a query asks for, or the name of the parameter that cannot be read. */
export function pageOf({ limit, offset }: Fields, { standard, max, countsPages }: Paging): Page | { wrong: 'limit' | 'offset' } {
	const [size, from] = [limit ?? String(standard), offset ?? '0'].map((text) => (WHOLE.test(String(text)) ? Number(text) : -1));
	if (size < 1 || size > max) return { wrong: 'limit' };
	if (from < 0) return { wrong: 'offset' };
	return { limit: size, offset: from, step: countsPages ? 1 : size };
}

/** The records of a page. */
export function recordsOn<T>({ limit, offset, step }: Page, all: T[]): T[] {
	const start = (offset * limit) / step;
	return all.slice(start, start + limit);
}

/** The address of a page and of its neighbours; what does not exist is left out. */
export function linksOf({ limit, offset, step }: Page, total: number, base: string, query: Fields): { href: string; next?: string; prev?: string } {
	const at = (from: number) => {
		const asked = Object.entries({ ...query, limit, offset: from }).map(([name, value]) => [name, String(value)]);
		return `${base}?${new URLSearchParams(Object.fromEntries(asked) as Record<string, string>)}`;
	};
	const seen = ((offset + step) * limit) / step;
	return {
		href: at(offset),
		...(seen < total ? { next: at(offset + step) } : {}),
		...(offset > 0 ? { prev: at(Math.max(0, offset - step)) } : {}),
	};
}
