import type { IDataObject } from 'n8n-workflow';
import type { Gather } from '../../engine/types';
import { minimal, sample } from '../support/inputs';
import { promisedRows } from '../table/rows';
import { partedCalls, runOne, startOver, useLoop } from './run';

const used = useLoop();
const rowsWith = (name: 'job' | 'merge' | 'bodyExample') => promisedRows.filter(({ operation }) => operation[name] !== undefined).map((row) => [row.id, row] as const);

test('there are rows of each variation', () => {
	for (const name of ['job', 'merge', 'bodyExample'] as const) expect(rowsWith(name)).not.toEqual([]);
});

describe('jobs', () => {
	test.each(rowsWith('job'))('%s: without waiting it is only started, and its ID handed on', async (_, row) => {
		const { json, out, error } = await runOne(row, used.sim, { ...sample(minimal(row, used.sim)), waitForCompletion: false });
		expect(error).toBeUndefined();
		expect(partedCalls(row, used.sim)).toMatchObject({ own: [{ status: 200 }], looks: [], links: [] });
		expect(Object.values(json[0]).length).toBeGreaterThan(0);
		expect(out[0].binary).toBeUndefined();
	});

	test.each(rowsWith('job'))('%s: the link of the file opens it to anyone, and is not handed on', async (_, row) => {
		const { json } = await runOne(row, used.sim, sample(minimal(row, used.sim)));
		const [{ path, query }] = partedCalls(row, used.sim).links;
		expect(Object.keys(query)).not.toEqual([]);
		expect(JSON.stringify(json)).not.toContain(path);
	});
});

/** Names of all values below an object, by dot path. */
const pathsIn = (value: unknown, at = ''): string[] =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([name, entry]) => pathsIn(entry, at ? `${at}.${name}` : name)) : [at];

/** The first record of a body: the only one of a list that many items go into. */
const entryOf = (gather: Gather | undefined, body: unknown): unknown => (gather?.into ? (body as Record<string, unknown[]>)[gather.into][0] : body);

describe('records that are replaced', () => {
	test.each(rowsWith('merge'))('%s: what is not given is kept, and lost with the switch off', async (_, row) => {
		const input = sample(minimal(row, used.sim));
		await runOne(row, used.sim, input);
		const { own: [kept], looks: [look] } = partedCalls(row, used.sim);
		expect(look.n).toBeLessThan(kept.n);
		startOver(used.sim);
		await runOne(row, used.sim, { ...input, keepOtherFields: false }, { onError: 'continueRegularOutput' });
		const { own: [bare], looks } = partedCalls(row, used.sim);
		expect(looks).toEqual([]);
		const [much, little] = [kept.body, bare.body].map((body) => pathsIn(entryOf(row.operation.gather, body)).filter(Boolean));
		expect(much).toEqual(expect.arrayContaining(little));
		expect(much.length).toBeGreaterThan(little.length);
	});
});

describe('bodies as JSON', () => {
	test.each(rowsWith('bodyExample'))('%s: the example is sent as it is written, beside the fields that stand elsewhere', async (_, row) => {
		const example = JSON.parse(row.operation.bodyExample!) as IDataObject;
		const input = { ...sample(minimal(row, used.sim)), bodyInput: 'json', bodyJson: row.operation.bodyExample! };
		const { json, error } = await runOne(row, used.sim, { ...input, keepOtherFields: false, options: { dryRun: true } });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ dryRun: true, body: example });
		expect(Object.keys(json[0].body as object).sort()).toEqual(Object.keys(example).sort());
		expect(partedCalls(row, used.sim).own).toEqual([]);
	});
});
