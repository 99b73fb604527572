import { Ajv } from 'ajv';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { routeOf } from '../../engine/request';
import type { Fields, Operation, Values } from '../../engine/types';
import type { Call } from '../../simulator/types';
import { contractOf } from '../contract/contracts';
import type { Contract } from '../contract/contracts';
import { callOf, sentBy } from '../contract/sent';
import { full, minimal, sample, SEED } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import { jsonOf } from '../table/load.js';
import { guidedRows } from '../table/rows';
import { expectArrived, valuesOf } from './arrival';
import { callsOf, runMany, runOne, startOver, useLoop } from './run';
import { folderOf, schemaFile } from './schemas';

const used = useLoop();
const each = test.each(guidedRows.map((row) => [row.id, row] as const));
const contractFor = ({ api, version }: VersionedRow, { route, host, fields }: Pick<Operation, 'route' | 'host'> & { fields: Fields }): Contract | undefined => contractOf(callOf(api, { route: route.split('?')[0], host, fields }, version));

/** Rows that a guided one can carry out, each once. */
const rowsOf = ({ operation }: VersionedRow): Operation[] => [...new Set(operation.steps!.writes.flatMap(({ make, change }) => [make, ...(change ? [change] : [])]))];
const writesIn = (calls: Call[]): Call[] => calls.filter(({ method }) => method !== 'GET');

test('there are such rows, and each begins with its own route', () => {
	expect(guidedRows.length).toBeGreaterThan(0);
	for (const { operation } of guidedRows) expect(operation.route).toBe(operation.steps!.writes[0].make.route);
});

each('%s: every read is in its contract with what it sends, and every kind of token serves all of its rows', (_, row) => {
	const { reads } = row.operation.steps!;
	for (const { name, route, query, tokens = row.operation.tokens! } of reads) {
		const contract = contractFor(row, { route, fields: row.operation.fields });
		const asked = [...new URL(route.split(' ')[1], 'https://none.invalid').searchParams.keys(), ...Object.keys(query?.({}) ?? {})];
		const demanded = Object.entries(contract?.query ?? {}).filter(([, { required }]) => required).map(([one]) => one);
		expect({ name, there: contract !== undefined, reads: routeOf(route).method, unknown: asked.filter((one) => !(one in (contract?.query ?? {}))), missing: demanded.filter((one) => !asked.includes(one)) }).toEqual({ name, there: true, reads: 'GET', unknown: [], missing: [] });
		expect(tokens.filter((kind) => !contract!.token.includes(kind))).toEqual([]);
	}
	for (const { tokens } of rowsOf(row)) expect(tokens).toEqual(row.operation.tokens);
});

each('%s: each step names a read, and each value that a user gives is one that a row of it sends', (_, row) => {
	const { reads, writes } = row.operation.steps!;
	expect(writes.filter(({ there }) => !reads.some(({ name }) => name === there))).toEqual([]);
	const sent = rowsOf(row).flatMap((operation) => sentBy(operation).map(({ in: place, name }) => `${place} ${name}`));
	const own = sentBy(row.operation).map(({ in: place, name }) => `${place} ${name}`);
	expect(own.filter((name) => !sent.includes(name))).toEqual([]);
});

const ajv = new Ajv({ strict: false });

/** Every value stands in a write that has a place for it, and nothing failed. */
async function expectRuns(row: VersionedRow, input: INodeParameters): Promise<IDataObject[]> {
	const { json, out, error } = await runOne(row, used.sim, input);
	expect(error).toBeUndefined();
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
	const schema = jsonOf(`${folderOf(row)}/${schemaFile(row)}`) as IDataObject;
	expect({ json, problems: ajv.validate(schema, json[0]) ? [] : ajv.errors, unknown: Object.keys(json[0]).filter((name) => !(name in (schema.properties as object))) }).toEqual({ json, problems: [], unknown: [] });
	const values = valuesOf(row, used.sim, input as Values);
	for (const call of writesIn(callsOf(used.sim))) {
		const { body = {} } = contractFor(row, rowsOf(row).find((one) => contractFor(row, one)?.id === call.operation)!)!;
		const mine = Object.fromEntries(Object.entries(row.operation.fields).flatMap(([name, field]) => {
			const fits = (place: { in: string }) => place.in === 'body' && 'name' in place && String(place.name) in body;
			const members = field.members && Object.fromEntries(Object.entries(field.members).filter(([, member]) => fits(member.place)));
			return members ? [[name, { ...field, members }]] : fits(field.place) ? [[name, field]] : [];
		})) as Fields;
		expectArrived(call, row, values, mine);
	}
	return json;
}

each('%s: minimal input', async (_, row) => {
	await expectRuns(row, sample(minimal(row, used.sim)));
});

each('%s: full inputs, again with nothing to do, and with the switch off', async (_, row) => {
	for (const turn of [0, 1, 2, 3]) {
		startOver(used.sim);
		const input = { ...sample(full(row, { ...used.sim, turn }), SEED + turn), keepOtherFields: turn % 2 === 0 };
		const [first] = await expectRuns(row, input);
		expect(first.changed).toBe(true);
		expect(writesIn(callsOf(used.sim)).length).toBeGreaterThan(0);
		used.sim.calls.length = 0;
		const [second] = await expectRuns(row, input);
		expect({ ...second, writes: writesIn(callsOf(used.sim)).length }).toMatchObject({ changed: false, writes: 0 });
	}
});

each('%s: Dry Run shows the writes and sends nothing', async (_, row) => {
	const { json } = await runOne(row, used.sim, { ...sample(full(row, used.sim)), options: { dryRun: true } });
	expect(json).toEqual([{ dryRun: true, note: expect.any(String), requests: row.operation.steps!.writes.map(({ name, make }) => expect.objectContaining({ step: name, method: routeOf(make.route).method, url: expect.any(String) })) }]);
	expect(callsOf(used.sim)).toEqual([]);
});

each('%s: a write that is refused becomes an item with the error, its details and what was done before', async (_, row) => {
	for (const { route } of rowsOf(row)) {
		startOver(used.sim);
		used.sim.fault({ method: routeOf(route).method, path: `^${routeOf(route).path.replace(/\{\w+\}/g, '[^/]+')}$`, status: 400 });
		const { out } = await runOne(row, used.sim, sample(full(row, { ...used.sim, turn: 0 })), { onError: 'continueRegularOutput' });
		const [{ json }] = out;
		if (json.error === undefined) continue;
		expect(out).toEqual([{ json: { error: expect.stringMatching(/\S/), details: expect.objectContaining({ statusCode: 400, outcome: 'not done', description: expect.stringMatching(/\S/) }) }, pairedItem: { item: 0 } }]);
		const done = writesIn(callsOf(used.sim)).filter(({ status }) => Number(status) < 300).length;
		expect((json.details as IDataObject).steps !== undefined).toBe(done > 0);
	}
});

each('%s: Retry On Fail sends only what failed', async (_, row) => {
	const { route } = row.operation;
	used.sim.fault({ method: routeOf(route).method, path: `^${routeOf(route).path.replace(/\{\w+\}/g, '[^/]+')}$`, status: 400, after: 1, count: 1 });
	const { out, error } = await runMany(row, used.sim, [0, 1].map((turn) => sample(full(row, { ...used.sim, turn }), SEED + turn)), { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
	expect(error).toBeUndefined();
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	const done = writesIn(callsOf(used.sim)).filter(({ status }) => Number(status) < 300).map(({ method, path }) => `${method} ${path}`);
	expect(new Set(done).size).toBe(done.length);
});
