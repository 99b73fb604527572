import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { getGlobalState } from 'n8n-workflow';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { getPath } from '../../engine/request';
import type { Field, Fields, Values } from '../../engine/types';
import type { Call } from '../../simulator/types';
import { versionedRows } from '../table/rows';
import { SEED, full, minimal, sample } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import type { NodeRan } from '../support/engine';
import { jsonOf } from '../table/load.js';
import { callsOf, promiseOf, runMany, runOne, startOver, useLoop } from './run';
import { folderOf, schemaFile } from './schemas';
import type { Schema } from './schemas';

const used = useLoop();
const each = test.each(versionedRows.map((row) => [row.id, row] as const));
const writes = test.each(versionedRows.filter(({ operation }) => operation.effect !== 'read').map((row) => [row.id, row] as const));

const succeeded = ({ status }: Call): boolean => typeof status === 'number' && status >= 200 && status < 300;
const escaped = (path: string): string => path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const patternOf = (row: VersionedRow): string => `^${escaped(promiseOf(row).path).replace(/\{[^}]*\}/g, '[^/]+')}$`;

/** What one field hands to the request, read from what the editor stores. */
function valueOf(field: Field, raw: unknown, values: Values, version?: string): unknown {
	const plain = field.control.type === 'resourceLocator' ? (raw as { value: unknown }).value : raw;
	return field.read(plain, { values, version, timezone: getGlobalState().defaultTimezone });
}

function arrivedAt(call: Call, row: VersionedRow, { place }: Field, values: Values): unknown[] {
	if (place.in === 'query') return [call.query[place.name]];
	if (place.in === 'header') return [call.headers[place.name.toLowerCase()]];
	const { gather } = row.operation;
	const body = gather ? ([getPath(call.body, gather.into ?? '')].flat()[0] as unknown) : call.body;
	if (place.in === 'body') return ('nameFrom' in place ? [String(values[place.nameFrom])] : [place.name, ...(place.also ?? [])]).map((name) => getPath(body, name));
	const at = promiseOf(row).path.split('/').indexOf(`{${(place as { name: string }).name}}`);
	return [decodeURIComponent(call.path.split('/')[at])];
}

/** Every value of the input stands in the request, in its place. */
function expectArrived(call: Call, row: VersionedRow, input: Values, fields: Fields = row.operation.fields, values = chosenIn(row, input)): void {
	for (const [name, field] of Object.entries(fields)) {
		const raw = input[name];
		if (raw === undefined || (field.place.in === 'none' && !field.members)) continue;
		if (field.members) {
			expectArrived(call, row, raw as Values, field.members, values);
			continue;
		}
		const value = valueOf(field, raw, values, row.version?.value);
		const inBody = field.place.in === 'body';
		for (const arrived of arrivedAt(call, row, field, values)) {
			// the account replaces secrets
			if (/^\[secret /.test(String(arrived))) continue;
			expect({ name, arrived: inBody ? arrived : String(arrived) }).toEqual({ name, arrived: inBody ? value : String(value) });
		}
	}
}

/** Options that stand in no parameter are at their default. */
const chosenIn = ({ operation: { fields } }: VersionedRow, input: Values): Values =>
	Object.fromEntries(Object.entries(fields).filter(([, { place }]) => place.in === 'none').map(([name, { control }]) => [name, input[name] ?? control.default]));

function expectPages(calls: Call[], row: VersionedRow): void {
	const { paging } = row.operation.list ?? {};
	if (!paging || (paging.version && paging.version !== row.version?.value)) {
		expect(calls).toHaveLength(1);
		return;
	}
	const starts = calls.map(({ query, body }) => Number((paging.in === 'query' ? query : (body as IDataObject))[paging.start]));
	expect(starts[0]).toBe(0);
	expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
}

function expectSent(row: VersionedRow, input: INodeParameters): void {
	const { method, host, id } = promiseOf(row);
	const calls = callsOf(used.sim);
	for (const call of calls) {
		expect({ ...call, ok: succeeded(call) }).toMatchObject({ ok: true, method, host, operation: id, path: expect.stringMatching(new RegExp(patternOf(row))) });
		expectArrived(call, row, input as Values);
	}
	expectPages(calls, row);
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

function expectItems({ operation: { list } }: VersionedRow, { out, error }: NodeRan, isFull: boolean): void {
	expect(error).toBeUndefined();
	if (!list || !isFull) expect(out.length).toBeGreaterThan(0);
	for (const item of out) {
		expect(item.pairedItem).toEqual({ item: 0 });
		if (!list) expect(Object.keys(item.json)).not.toEqual([]);
	}
}

async function expectRuns(row: VersionedRow, input: INodeParameters, isFull: boolean): Promise<void> {
	const ran = await runOne(row, used.sim, input);
	expectItems(row, ran, isFull);
	expectSchema(row, ran.json);
	expectSent(row, input);
}

/** Every number and switch as text, as AI agents and sheets give them. */
const asText = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(asText);
	if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === '__rl' ? entry : asText(entry)]));
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
};

const sent = (): unknown => callsOf(used.sim).map(({ method, path, query, body }) => ({ method, path, query, body }));

const withOptions = (input: INodeParameters, options: IDataObject): INodeParameters => ({ ...input, options: { ...(input.options as IDataObject), ...options } as INodeParameters });

each('%s: minimal input', async (_, row) => {
	await expectRuns(row, sample(minimal(row, used.sim)), false);
});

each('%s: full input, and the same with numbers and switches as text', async (_, row) => {
	const input = sample(full(row, used.sim));
	await expectRuns(row, input, true);
	const first = sent();
	startOver(used.sim);
	await expectRuns(row, asText(input) as INodeParameters, true);
	expect(sent()).toEqual(first);
});

each('%s: full input of another round', async (_, row) => {
	await fc.assert(fc.asyncProperty(full(row, used.sim), async (input) => await expectRuns(row, input, true)), { seed: Date.now() % 2 ** 31, numRuns: 1, endOnFailure: true });
});

const shaped = versionedRows.flatMap((row) => {
	const { simplify, outputs = [], gather } = row.operation;
	const shapes = [...(simplify ? [{ simplify: false }] : []), ...outputs.slice(1).map(({ value }) => ({ output: value })), ...(gather ? [{ report: 'summary' }] : [])];
	return shapes.map((shape) => [row.id, JSON.stringify(shape), row, shape] as const);
});

test.each(shaped)('%s %s: the same request gives items in another shape', async (_, __, row, shape) => {
	const input = sample(minimal(row, used.sim));
	const plain = await runOne(row, used.sim, input);
	const first = sent();
	startOver(used.sim);
	const { json, error } = await runOne(row, used.sim, { ...input, ...shape });
	expect(error).toBeUndefined();
	expect(json.length).toBeGreaterThan(0);
	expect(json).not.toEqual(plain.json);
	expect(sent()).toEqual(first);
});

each('%s: what the service refuses becomes an item with the error and its details', async (_, row) => {
	used.sim.fault({ method: promiseOf(row).method, path: patternOf(row), status: 400 });
	const { out, error } = await runOne(row, used.sim, sample(minimal(row, used.sim)), { onError: 'continueRegularOutput' });
	expect(error).toBeUndefined();
	const details = expect.objectContaining({ statusCode: 400, outcome: 'not done', description: expect.stringMatching(/\S/) });
	expect(out).toEqual([{ json: { error: expect.stringMatching(/\S/), details }, pairedItem: { item: 0 } }]);
	expect(callsOf(used.sim)).toHaveLength(1);
});

writes('%s: Retry On Fail sends only what failed', async (_, row) => {
	const inputs = [0, 1].map((turn) => withOptions(sample(minimal(row, { ...used.sim, turn }), SEED + turn), row.operation.gather ? { batchSize: 1 } : {}));
	used.sim.fault({ method: promiseOf(row).method, path: patternOf(row), status: 400, after: 1, count: 1 });
	const { out, error } = await runMany(row, used.sim, inputs, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
	expect(error).toBeUndefined();
	expect([...new Set(out.map(({ pairedItem }) => (pairedItem as { item: number }).item))]).toEqual([0, 1]);
	const calls = callsOf(used.sim);
	expect(calls).toHaveLength(3);
	const done = calls.filter(succeeded).map(({ path, query, body }) => JSON.stringify([path, query, body]));
	expect(new Set(done).size).toBe(2);
	expect(done).toHaveLength(2);
});

