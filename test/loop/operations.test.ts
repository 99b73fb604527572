import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Values } from '../../engine/types';
import type { Call } from '../../simulator/types';
import { promisedRows } from '../table/rows';
import { SEED, full, minimal, sample } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import type { NodeRan } from '../support/engine';
import { jsonOf } from '../table/load.js';
import { expectArrived, expectFiles, expectLooks, expectPages, valuesOf } from './arrival';
import { ownCalls, promiseOf, runMany, runOne, startOver, useLoop } from './run';
import { folderOf, schemaFile } from './schemas';
import type { Schema } from './schemas';

const used = useLoop();
const each = test.each(promisedRows.map((row) => [row.id, row] as const));
const writes = test.each(promisedRows.filter(({ operation }) => operation.effect !== 'read').map((row) => [row.id, row] as const));

const succeeded = ({ status }: Call): boolean => typeof status === 'number' && status >= 200 && status < 300;
const escaped = (path: string): string => path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const patternOf = (row: VersionedRow): string => `^${escaped(promiseOf(row).path).replace(/\{[^}]*\}/g, '[^/]+')}$`;

function expectSent(row: VersionedRow, input: INodeParameters): void {
	const { method, host, id } = promiseOf(row);
	if (row.operation.link) return expect(used.sim.calls).toEqual([]);
	const calls = ownCalls(row, used.sim);
	const values = valuesOf(row, used.sim, input as Values);
	for (const call of calls) {
		expect({ ...call, ok: succeeded(call) }).toMatchObject({ ok: true, method, host, operation: id, path: expect.stringMatching(new RegExp(patternOf(row))) });
		expectArrived(call, row, values);
		expectFiles(call, row, used.sim, values);
	}
	expectPages(calls, row);
	expectLooks(row, used.sim, input as Values);
}

// n8n's schemas carry a version, which JSON Schema does not know
const ajv = new Ajv({ strict: false });
const schemas = new Map<string, { schema: Schema; validate: ValidateFunction }>();

/** Every item has the types of its schema, and no top-level member that the schema does not name. */
function expectSchema(row: VersionedRow, items: IDataObject[]): void {
	const file = `${folderOf(row)}/${schemaFile(row)}`;
	const { schema, validate } = schemas.get(file) ?? { schema: jsonOf(file) as Schema, validate: ajv.compile(jsonOf(file) as object) };
	schemas.set(file, { schema, validate });
	for (const item of items) {
		expect({ item, problems: validate(item) ? [] : validate.errors }).toEqual({ item, problems: [] });
		expect(Object.keys(item).filter((name) => !(name in (schema.properties ?? {})))).toEqual([]);
	}
}

/** A list may be empty for a full input, which narrows it in every way; a file has bytes. */
function expectItems({ operation: { list, binary, embedded, job } }: VersionedRow, { out, error }: NodeRan, { binaryProperty = 'data' }: INodeParameters, isFull: boolean): void {
	expect(error).toBeUndefined();
	if (!list || !isFull) expect(out.length).toBeGreaterThan(0);
	for (const item of out) {
		expect(item.pairedItem).toEqual({ item: 0 });
		if (!list) expect(Object.keys(item.json)).not.toEqual([]);
		if (!binary && !embedded && !job) expect(item.binary).toBeUndefined();
		else expect(Buffer.from(item.binary?.[String(binaryProperty)]?.data ?? '', 'base64').length).toBeGreaterThan(0);
	}
}

async function expectRuns(row: VersionedRow, input: INodeParameters, isFull: boolean): Promise<void> {
	const ran = await runOne(row, used.sim, input);
	expectItems(row, ran, input, isFull);
	expectSchema(row, ran.json);
	expectSent(row, input);
}

/** Every number and switch as text, as AI agents and sheets give them. */
const asText = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(asText);
	if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === '__rl' ? entry : asText(entry)]));
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
};

/** What the row sent; the boundary of a form is another one each time. */
const sent = (row: VersionedRow): unknown => ownCalls(row, used.sim).map(({ method, path, query, body }) => ({ method, path, query, ...(row.operation.encoding === 'multipart' ? {} : { body }) }));

const withOptions = (input: INodeParameters, options: IDataObject): INodeParameters => ({ ...input, options: { ...(input.options as IDataObject), ...options } as INodeParameters });

each('%s: minimal input', async (_, row) => {
	await expectRuns(row, sample(minimal(row, used.sim)), false);
});

each('%s: full input, and the same with numbers and switches as text', async (_, row) => {
	const input = sample(full(row, used.sim));
	await expectRuns(row, input, true);
	const first = sent(row);
	startOver(used.sim);
	await expectRuns(row, asText(input) as INodeParameters, true);
	expect(sent(row)).toEqual(first);
});

each('%s: full input of another round', async (_, row) => {
	await fc.assert(fc.asyncProperty(full(row, used.sim), async (input) => {
		startOver(used.sim);
		await expectRuns(row, input, true);
	}), { seed: Date.now() % 2 ** 31, numRuns: 1, endOnFailure: true });
});

const shaped = promisedRows.flatMap((row) => {
	const { simplify, outputs = [], gather } = row.operation;
	const shapes = [...(simplify ? [{ simplify: false }] : []), ...outputs.slice(1).map(({ value }) => ({ output: value })), ...(gather && !gather.union ? [{ report: 'summary' }] : [])];
	return shapes.map((shape) => [row.id, JSON.stringify(shape), row, shape] as const);
});

test.each(shaped)('%s %s: the same request gives items in another shape', async (_, __, row, shape) => {
	const input = sample(minimal(row, used.sim));
	const plain = await runOne(row, used.sim, input);
	const first = sent(row);
	startOver(used.sim);
	const { json, error } = await runOne(row, used.sim, { ...input, ...shape });
	expect(error).toBeUndefined();
	expect(json.length).toBeGreaterThan(0);
	expect(json).not.toEqual(plain.json);
	expect(sent(row)).toEqual(first);
	const rows = row.operation.outputs?.find(({ value }) => 'output' in shape && value === shape.output)?.rows;
	if (rows) for (const item of json) expect({ columns: Object.keys(item), nested: Object.values(item).filter((value) => typeof value === 'object' && value !== null) }).toEqual({ columns: [...Object.keys(rows.record), ...Object.keys(rows.entry)], nested: [] });
});

const asking = test.each(promisedRows.filter(({ operation }) => !operation.link).map((row) => [row.id, row] as const));

asking('%s: what the service refuses becomes an item with the error and its details', async (_, row) => {
	used.sim.fault({ method: promiseOf(row).method, path: patternOf(row), status: 400 });
	const { out, error } = await runOne(row, used.sim, sample(minimal(row, used.sim)), { onError: 'continueRegularOutput' });
	expect(error).toBeUndefined();
	const details = expect.objectContaining({ statusCode: 400, outcome: 'not done', description: expect.stringMatching(/\S/) });
	const failed = { error: expect.stringMatching(/\S/), details };
	// a row has its columns, whatever became of it
	expect(out).toEqual([{ json: row.operation.gather?.rows ? expect.objectContaining({ ...failed, status: 'not done', changed: false }) : failed, pairedItem: { item: 0 } }]);
	expect(ownCalls(row, used.sim)).toHaveLength(1);
});

/** Two inputs with different requests: the smallest ones, unless these are all alike. */
function twoInputs(row: VersionedRow): INodeParameters[] {
	const [first, second] = [minimal, full].map((made) => [0, 1].map((turn) => sample(made(row, { ...used.sim, turn }), SEED + turn)));
	const inputs = JSON.stringify(first[0]) === JSON.stringify(first[1]) ? second : first;
	return inputs.map((input) => withOptions(input, row.operation.gather ? { batchSize: 1 } : {}));
}

writes('%s: Retry On Fail sends only what failed', async (_, row) => {
	used.sim.fault({ method: promiseOf(row).method, path: patternOf(row), status: 400, after: 1, count: 1 });
	const { out, error } = await runMany(row, used.sim, twoInputs(row), { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
	expect(error).toBeUndefined();
	expect([...new Set(out.map(({ pairedItem }) => (pairedItem as { item: number }).item))]).toEqual([0, 1]);
	const calls = ownCalls(row, used.sim);
	expect(calls).toHaveLength(3);
	const done = calls.filter(succeeded).map(({ path, query, body }) => JSON.stringify([path, query, body]));
	// what has no parameter sends the same for every item
	expect(new Set(done).size).toBe(Object.keys(row.operation.fields).length ? 2 : 1);
	expect(done).toHaveLength(2);
});
