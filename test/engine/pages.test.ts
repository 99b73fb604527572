import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { readRecords } from '../../engine/pages';
import type { List } from '../../engine/types';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const rowsOf = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ uuid: `u${index}` }));
const asIs = (record: IDataObject) => record;
const answered = (body: IDataObject) => ({ ok: true as const, value: { statusCode: 200, headers: {}, body } });

/** What a service of its own page size says of the end. */
interface Hints {
	total: boolean;
	next: boolean;
}

interface Asked {
	start: number;
	size: number;
}

/** A list and a service for it: which records a request asks for, and how the answer leads on. */
interface Kind {
	list: List;
	startOf: (query: IDataObject) => number;
	more: (end: number, count: number, hints: Hints) => IDataObject;
}

const records: Kind = {
	list: { items: 'rows', id: ['uuid'], paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 7, total: 'total', next: 'next' } },
	startOf: ({ start }) => Number(start),
	more: (end, count, { next }) => (next ? { next: end < count ? end : null } : {}),
};

const kinds: Record<string, Kind> = {
	records,
	cursor: {
		list: { items: 'rows', id: ['uuid'], paging: { in: 'query', by: 'cursor', at: 'paging.after', limit: 'limit', max: 7, next: 'paging.after' } },
		startOf: (query) => Number(String(query['paging.after'] ?? 'c0').slice(1)),
		more: (end, count) => (end < count ? { paging: { after: `c${end}` } } : {}),
	},
	'cursor in a link': {
		list: { items: 'rows', id: ['uuid'], paging: { in: 'query', by: 'cursor', at: 'token', limit: 'limit', max: 7, next: 'next', link: 'token' } },
		startOf: ({ token = 'c0' }) => Number(String(token).slice(1)),
		more: (end, count) => (end < count ? { next: `https://elsewhere.example/rows?token=c${end}` } : {}),
	},
};

/** A service with a page size of its own. */
const service = ({ startOf, more }: Kind, count: number, most: number, hints: Hints, asked: Asked[] = []) => async (extra: { query?: IDataObject }) => {
	const query = extra.query!;
	const [start, size] = [startOf(query), Number(query.limit)];
	asked.push({ start, size });
	const rows = rowsOf(count).slice(start, start + Math.min(size, most));
	return answered({ rows, ...(hints.total ? { total: count } : {}), ...more(start + rows.length, count, hints) });
};

const situation = fc.record({ count: fc.integer({ min: 0, max: 60 }), most: fc.integer({ min: 1, max: 9 }), total: fc.boolean(), next: fc.boolean() });

describe.each(Object.entries(kinds))('paging by %s', (_, kind) => {
	test('pages join to exactly the whole, whatever the page size and whatever the answer says of the end', async () => {
		await fc.assert(
			fc.asyncProperty(situation, async ({ count, most, ...hints }) => {
				expect(await readRecords(service(kind, count, most, hints), kind.list, undefined, asIs)).toEqual({ ok: true, value: rowsOf(count) });
			}),
			{ numRuns: 500 },
		);
	});

	test('a limit gives the first records and asks for no page beyond them', async () => {
		await fc.assert(
			fc.asyncProperty(situation, fc.integer({ min: 1, max: 40 }), async ({ count, most, ...hints }, limit) => {
				const asked: Asked[] = [];
				const read = await readRecords(service(kind, count, most, hints, asked), kind.list, undefined, asIs, limit);
				expect(read).toEqual({ ok: true, value: rowsOf(count).slice(0, limit) });
				expect(Math.max(...asked.map(({ start }) => start))).toBeLessThanOrEqual(limit);
			}),
			{ numRuns: 300 },
		);
	});

	test('a service that gives the same page for ever is asked twice', async () => {
		const asked: Asked[] = [];
		const same = async () => {
			asked.push({ start: 0, size: 7 });
			return answered({ rows: rowsOf(5), next: 5, paging: { after: 'c5' } });
		};
		expect(await readRecords(same, kind.list, undefined, asIs)).toEqual({ ok: true, value: rowsOf(5) });
		expect(asked.length).toBeLessThanOrEqual(2);
	});
});

test('a cursor that leads to itself ends the reading, also where records have no ID', async () => {
	let asked = 0;
	const fetch = async () => answered({ rows: [{ name: `row ${++asked}` }], paging: { after: 'same' } });
	const read = await readRecords(fetch, kinds.cursor.list, undefined, asIs);
	expect(read.ok && read.value.length).toBe(2);
	expect(asked).toBe(2);
});

test('page numbers start at 1, all pages have one size, and the first page that is not full is the last', async () => {
	const pages: List = { items: 'rows', id: ['uuid'], paging: { in: 'query', by: 'pages', at: 'page', limit: 'size', max: 7 } };
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), async (count, limit) => {
			const sizes = new Set<unknown>();
			const read = await readRecords(async ({ query }) => {
				const { page, size } = query as { page: number; size: number };
				sizes.add(size);
				return answered({ rows: rowsOf(count).slice((page - 1) * size, page * size) });
			}, pages, undefined, asIs, limit);
			expect(read).toEqual({ ok: true, value: rowsOf(count).slice(0, limit) });
			expect(sizes.size).toBe(1);
		}),
		{ numRuns: 300 },
	);
});

test('where only the size can be asked for, there is one page', async () => {
	const asked: unknown[] = [];
	const one: List = { items: 'rows', id: ['uuid'], paging: { in: 'query', limit: 'limit', max: 7 } };
	const fetch = async ({ query }: { query?: IDataObject }) => answered({ rows: rowsOf(Number(asked.push(query) && query!.limit)) });
	expect(await readRecords(fetch, one, undefined, asIs, 3)).toEqual({ ok: true, value: rowsOf(3) });
	expect(await readRecords(fetch, one, undefined, asIs)).toEqual({ ok: true, value: rowsOf(7) });
	expect(asked).toEqual([{ limit: 3 }, { limit: 7 }]);
});

test('pages of one size start at multiples of it, and a service that gives no more than so many is not asked beyond', async () => {
	const even: List = { ...records.list, paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 7, total: 'total', even: true, most: 28 } };
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), async (count, limit) => {
			const asked: Array<[number, number]> = [];
			const read = await readRecords(async ({ query }) => {
				const { offset, limit: size } = query as { offset: number; limit: number };
				asked.push([offset, size]);
				return await service(records, count, 7, { total: true, next: false })({ query: { start: offset, limit: size } });
			}, even, undefined, asIs, limit);
			expect(read).toEqual({ ok: true, value: rowsOf(Math.min(count, 28)).slice(0, limit) });
			for (const [offset, size] of asked) expect([offset % size, offset < 28]).toEqual([0, true]);
		}),
		{ numRuns: 300 },
	);
});

describe('against the simulator', () => {
	const used = useSimulator();
	const getMany = async (resource: string, apiVersion: string, parameters = {}) =>
		await runNode({ node: 'crux', credential: used.credentials.retailer(), parameters: { apiVersion, resource, operation: 'getAll', returnAll: true, filters: {}, sort: {}, simplify: false, options: {}, ...parameters } });

	test.each([['sku', 'timp', 1000, 2], ['sku', 'v1', 1000, 1], ['inventoryList', 'timp', 3, 1], ['inventoryList', 'v1', 3, 1], ['order', 'timp', 6, 1], ['order', 'v1', 6, 1]] as const)(
		'%s in %s: %i records in %i pages', async (resource, version, records, pages) => {
			const { json } = await getMany(resource, version);
			expect(json).toHaveLength(records);
			expect(new Set(json.map(({ uuid }) => uuid)).size).toBe(records);
			expect(used.sim.calls.filter(({ path, status }) => !path.includes('login') && status === 200)).toHaveLength(pages);
		},
	);

	test('eBay items, found by words', async () => {
		const search = async (keywords: string, more = {}) =>
			(await runNode({ node: 'ebayBuy', credential: used.credentials.ebay(), parameters: { resource: 'itemSearch', operation: 'search', keywords, marketplace: '', filters: {}, additionalFields: {}, returnAll: true, simplify: true, options: {}, ...more } })).json;
		expect((await search('clock')).map(({ title }) => title)).toEqual(['Wall clock']);
		expect(await search('', { filters: { category: '1234' } })).toHaveLength(13);
		expect(await search('', { filters: { category: '1234' }, returnAll: false, limit: 5 })).toHaveLength(5);
		expect(await search('nothing of the kind')).toEqual([]);
		await search('lamp', { filters: { fieldFilter: 'price:[10..50],conditions:{NEW|USED}' }, additionalFields: { autoCorrect: true, detailGroups: ['FULL', 'EXTENDED'], sort: '-price' } });
		expect(used.sim.calls.at(-1)?.query).toMatchObject({ q: 'lamp', filter: 'price:[10..50],conditions:{NEW|USED}', auto_correct: 'KEYWORD', fieldgroups: 'FULL,EXTENDED', sort: '-price', limit: '200', offset: '0' });
	});

	test('a service that ignores start, and one that reads limit as the end of the page', async () => {
		used.sim.state.crux.pagesInventoryLists = false;
		expect((await getMany('inventoryList', 'timp')).json).toHaveLength(3);
		used.sim.state.crux.limitIsPageEnd = true;
		expect((await getMany('order', 'timp', { returnAll: false, limit: 5 })).json).toHaveLength(5);
		expect((await getMany('order', 'timp')).json).toHaveLength(6);
	});

	test('filters, sorting and dates reach the service in the words of each version', async () => {
		const filters = { allocationStatuses: ['Unallocated', 'Partial'], designation: 'NeedsTracking', createdAfter: '2020-01-02T03:04:05.678+02:00', organizationUuids: '7210fcdf-0248-469e-8cf0-720e6bc9063a' };
		await getMany('order', 'timp', { filters: { ...filters, poNumber: ' PO-1 ', sentToSupplier: true, term: 'lamp' }, sort: { sortBy: 'status', sortDirection: 'asc' }, limit: 3, returnAll: false });
		expect(used.sim.calls.at(-1)).toMatchObject({ path: '/timp/orders/', status: 200, body: {
			start: 0, limit: 3, line_item_allocation_statuses: ['Unallocated', 'Partial'], line_item_designation: 'NeedsTracking', start_date: '2020-01-02 01:04:05',
			org_uuids: ['7210fcdf-0248-469e-8cf0-720e6bc9063a'], po_number: 'PO-1', sent_to_supplier: true, term: 'lamp', sort: { key: 'status', dir: 'asc', value: 'asc' },
		} });
		await getMany('order', 'v1', { filters: { ...filters, searchTerm: 'PO-1', poNumber: 'left over from Timpanogos' } });
		const { body } = used.sim.calls.at(-1)!;
		expect(body).toMatchObject({ start_date: '2020-01-02T01:04:05.678Z', term: 'PO-1', search_term: 'PO-1' });
		expect(body).not.toHaveProperty('po_number');
	});
});
