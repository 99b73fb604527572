import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { readRecords } from '../../engine/pages';
import type { List } from '../../engine/types';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const list: List = { items: 'rows', id: ['uuid'], paging: { in: 'query', start: 'start', max: 7, total: 'total', next: 'next' } };
const rowsOf = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ uuid: `u${index}` }));

/** A service with a page size of its own; `hints` says which ends it tells of. */
const service = (count: number, most: number, hints: { total: boolean; next: boolean }, asked: number[] = []) => async (extra: { query?: IDataObject }) => {
	const { start, limit } = extra.query as { start: number; limit: number };
	asked.push(start);
	const rows = rowsOf(count).slice(start, start + Math.min(limit, most));
	const end = start + rows.length;
	return { ok: true as const, value: { statusCode: 200, body: { rows, ...(hints.total ? { total: count } : {}), ...(hints.next ? { next: end < count ? end : null } : {}) } } };
};

const situation = fc.record({ count: fc.integer({ min: 0, max: 60 }), most: fc.integer({ min: 1, max: 9 }), total: fc.boolean(), next: fc.boolean() });

test('pages join to exactly the whole, whatever the page size and whatever the answer says of the end', async () => {
	await fc.assert(
		fc.asyncProperty(situation, async ({ count, most, ...hints }) => {
			const read = await readRecords(service(count, most, hints), list, undefined);
			expect(read).toEqual({ ok: true, value: rowsOf(count) });
		}),
		{ numRuns: 500 },
	);
});

test('a limit gives the first records and asks for no page beyond them', async () => {
	await fc.assert(
		fc.asyncProperty(situation, fc.integer({ min: 1, max: 40 }), async ({ count, most, ...hints }, limit) => {
			const asked: number[] = [];
			const read = await readRecords(service(count, most, hints, asked), list, undefined, limit);
			expect(read).toEqual({ ok: true, value: rowsOf(count).slice(0, limit) });
			expect(Math.max(...asked)).toBeLessThanOrEqual(limit);
		}),
		{ numRuns: 300 },
	);
});

test('a service that gives the same page for ever is asked twice', async () => {
	const asked: number[] = [];
	const same = async (extra: { query?: IDataObject }) => await service(5, 5, { total: false, next: false })({ query: { ...extra.query, start: asked.push(0) && 0 } });
	expect(await readRecords(same, list, undefined)).toEqual({ ok: true, value: rowsOf(5) });
	expect(asked).toHaveLength(2);
});

test('pages of one size start at multiples of it, and a service that gives no more than so many is not asked beyond', async () => {
	const even: List = { ...list, paging: { in: 'query', start: 'offset', max: 7, total: 'total', even: true, most: 28 } };
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), async (count, limit) => {
			const asked: Array<[number, number]> = [];
			const read = await readRecords(async ({ query }) => {
				const { offset, limit: size } = query as { offset: number; limit: number };
				asked.push([offset, size]);
				return await service(count, 7, { total: true, next: false })({ query: { start: offset, limit: size } });
			}, even, undefined, limit);
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
