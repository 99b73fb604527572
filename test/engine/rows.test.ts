import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { toRecords } from '../../engine/output';
import type { Rows } from '../../engine/types';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const rows: Rows = {
	from: 'lines',
	record: { id: 'id|uuid', city: 'address.city' },
	entry: { line: 'uuid', pieces: 'quantity', numbers: { from: 'parcels|numbers', each: 'number' } },
};
const rowsOf = (record: unknown): IDataObject[] => toRecords(record, { id: 'id' }, { rows, simplify: true, omit: [], only: ['id'] });

describe('records as rows', () => {
	test('a row for each entry, with the columns of the record in each', () => {
		const lines = [{ uuid: 'a', quantity: 2, parcels: [{ number: 'X' }, { number: 7 }, {}] }, { uuid: 'b', quantity: 0, numbers: ['Y'] }];
		expect(rowsOf({ uuid: 'o', address: { city: 'Reno' }, lines })).toEqual([
			{ id: 'o', city: 'Reno', line: 'a', pieces: 2, numbers: 'X, 7' },
			{ id: 'o', city: 'Reno', line: 'b', pieces: 0, numbers: 'Y' },
		]);
	});

	test('a record without entries gives one row, so that nothing is lost; every row has every column', () => {
		const empty = { line: null, pieces: null, numbers: '' };
		for (const lines of [[], null, undefined, 'none', {}]) expect(rowsOf({ id: 'o', lines })).toEqual([{ id: 'o', city: null, ...empty }]);
		expect(rowsOf('text')).toEqual([{ id: null, city: null, ...empty }]);
		expect(rowsOf({ id: 'o', lines: [null, 5] })).toEqual([{ id: 'o', city: null, ...empty }, { id: 'o', city: null, ...empty }]);
	});

	test('where entries alone are wanted, a record without them gives none', () => {
		const of = (lines: unknown) => toRecords({ id: 'o', lines }, undefined, { rows: { ...rows, entriesOnly: true }, simplify: true, omit: [] });
		expect([[], null, undefined, 'none'].map(of)).toEqual([[], [], [], []]);
		expect(of([{ uuid: 'a' }])).toEqual([{ id: 'o', city: null, line: 'a', pieces: null, numbers: '' }]);
	});

	test('whatever the answer holds: as many rows as entries, at least one, all with the same columns', () => {
		fc.assert(fc.property(fc.record({ id: fc.anything(), lines: fc.oneof(fc.array(fc.anything()), fc.anything()) }), (record) => {
			const made = rowsOf(record);
			expect(made).toHaveLength(Math.max(1, Array.isArray(record.lines) ? record.lines.length : 0));
			for (const row of made) expect(Object.keys(row)).toEqual(['id', 'city', 'line', 'pieces', 'numbers']);
		}));
	});
});

describe('a day as one text', () => {
	const day = { from: 'at|other', as: 'day' } as const;
	const simplified = (at: unknown) => toRecords({ at }, { at: day }, { simplify: true, omit: [] })[0];
	const asRow = (at: unknown) => toRecords({ entries: [{ at }] }, undefined, { rows: { from: 'entries', record: {}, entry: { at: day } }, simplify: true, omit: [] })[0];

	test('of year, month and day, as a sheet takes it', () => {
		for (const made of [simplified, asRow]) expect([made({ year: 2026, month: 3, day: 9 }), made({ year: 987, month: 12, day: 31 })]).toEqual([{ at: '2026-03-09' }, { at: '0987-12-31' }]);
		expect(toRecords({ other: { year: 2026, month: 3, day: 9 } }, { at: day }, { simplify: true, omit: [] })).toEqual([{ at: '2026-03-09' }]);
	});

	test.each([['2026-03-09'], [{ year: 2026, month: 2, day: 30 }], [{ year: 2026, month: 3 }], [{ year: '2026', month: 3, day: 9 }], [1795435200], [null]])('%j is none, and stays as it is', (value) => {
		for (const made of [simplified, asRow]) expect(made(value)).toEqual({ at: value });
	});

	test('what is not there makes no member, and an empty column', () => {
		expect([simplified(undefined), asRow(undefined)]).toEqual([{}, { at: null }]);
	});

	test('whatever the answer holds becomes a day, or stays what it is', () => {
		fc.assert(fc.property(fc.anything(), (value) => {
			const { at } = simplified(value);
			if (!Object.is(at, value)) expect(at).toMatch(/^\d{4}-\d\d-\d\d$/);
		}));
	});
});

describe('orders by line', () => {
	const used = useSimulator();
	const run = async (parameters: INodeParameters, input: IDataObject[] = [{}]) =>
		await runNode({ node: 'crux', credential: used.credentials.supplier(), parameters: { apiVersion: 'timp', resource: 'order', output: 'lines', options: {}, ...parameters }, input });
	const seeded = () => used.sim.state.crux.orders;
	/** Rows that the orders make: one without lines makes one. */
	const expected = () => seeded().flatMap(({ poNumber, lines }) => (lines.length ? lines.map(({ uuid }) => [poNumber, uuid]) : [[poNumber, null]]));
	const many = { operation: 'getAll', filters: {}, sort: {} };
	const asPairs = (json: IDataObject[]) => json.map(({ po_number: po, line_item_uuid: line }) => [po, line]);
	const addEmpty = () => seeded().push({ ...seeded()[0], uuid: '00000000-0000-4000-8000-00000000000a', poNumber: 'PO-EMPTY', lines: [] });

	test.each(['timp', 'v1'])('%s: Return All loses no order and no line, over pages, with the same flat columns', async (apiVersion) => {
		addEmpty();
		for (let copy = 0; copy < 120; copy++) seeded().push({ ...seeded()[1], uuid: `00000000-0000-4000-8000-000000001${String(copy).padStart(3, '0')}`, poNumber: `PO-C${copy}` });
		const { json, out } = await run({ ...many, apiVersion, returnAll: true });
		expect(asPairs(json).sort()).toEqual(expected().sort());
		const [{ json: first }] = out;
		for (const { json: row, pairedItem } of out) {
			expect([pairedItem, Object.keys(row)]).toEqual([{ item: 0 }, Object.keys(first)]);
			expect(Object.values(row).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
		}
		expect(json.find(({ tracking_numbers: numbers }) => numbers !== '')).toMatchObject({ tracking_numbers: expect.stringMatching(/^1Z/), quantity_accepted: expect.any(Number) });
	});

	test('Limit counts orders; rows of each input item are paired with it', async () => {
		const { out } = await run({ ...many, returnAll: false, limit: 2, filters: { poNumber: '={{ $json.po }}' } }, [{ po: 'PO-1004' }, { po: 'PO-1001' }]);
		expect(out.map(({ json, pairedItem }) => [json.po_number, pairedItem])).toEqual([...Array(4).fill(['PO-1004', { item: 0 }]), ...Array(2).fill(['PO-1001', { item: 1 }])]);
		const two = await run({ ...many, returnAll: false, limit: 2 });
		expect(new Set(two.json.map(({ order_uuid: order }) => order)).size).toBe(2);
		expect(two.json.length).toBeGreaterThan(2);
	});

	test('Get and Get by PO Number give the lines of their orders; an order without lines gives one item', async () => {
		addEmpty();
		const get = async (order: string, apiVersion: string) => asPairs((await run({ operation: 'get', apiVersion, order: { __rl: true, mode: 'id', value: order } })).json);
		const [{ uuid, poNumber, lines }] = seeded();
		for (const version of ['timp', 'v1']) {
			expect(await get(uuid, version)).toEqual(lines.map((line) => [poNumber, line.uuid]));
			expect(await get(seeded().at(-1)!.uuid, version)).toEqual([['PO-EMPTY', null]]);
		}
		expect(asPairs((await run({ operation: 'getByPoNumber', poNumber })).json)).toEqual(lines.map((line) => [poNumber, line.uuid]));
	});

	test('whole orders are simplified or raw as before', async () => {
		const [{ json: [plain] }, { json: [raw] }] = [await run({ ...many, output: 'orders', returnAll: false, limit: 1 }), await run({ ...many, output: 'orders', simplify: false, returnAll: false, limit: 1 })];
		expect([plain.order_uuid, raw.order_uuid, raw.uuid]).toEqual([raw.uuid, undefined, plain.order_uuid]);
	});
});
