import { loadOutputSchema } from 'n8n-core';
import { startSimulator } from '../../simulator/server';
import type { Call } from '../../simulator/types';
import { contracts } from '../contract/contracts';
import { path, root } from '../support/host.js';
import type { Simulator } from '../support/simulator';
import { exists, filesIn, jsonOf, textOf } from '../table/load.js';
import { promisedRows } from '../table/rows';
import { coverageOf } from './coverage';
import { NEVER_SENT } from './neverSent';
import { promiseOf } from './run';
import { folderOf, infer, schemaFile, schemasOf } from './schemas';
import { sweep, sweepForms, sweptRows } from './sweep';
import type { Swept } from './sweep';

let swept: Swept[] = [];
/** What the forms of the editor asked. */
let asked: Call[] = [];

const sweepAll = async (sim: Simulator): Promise<[Swept[], Call[]]> => [await sweep(sim), await sweepForms(sim)];

beforeAll(async () => {
	const sim = await startSimulator();
	[swept, asked] = await sweepAll(sim).finally(async () => await sim.close());
}, 600_000);

describe('coverage', () => {
	const coverage = () => coverageOf(contracts, [...swept.flatMap(({ calls }) => calls), ...asked]);

	test('all that is documented has arrived at least once, but for what is named here with its reason', () => {
		expect(coverage().flatMap(({ missing }) => missing).sort()).toEqual(Object.keys(NEVER_SENT).sort());
	});

	test('it counts operations and names of every place', () => {
		const total = (kind: 'operations' | 'path' | 'query' | 'header' | 'body') => coverage().reduce((sum, one) => sum + one[kind].arrived, 0);
		expect(total('operations')).toBeGreaterThanOrEqual(new Set(promisedRows.filter(({ operation }) => !operation.link).map((row) => promiseOf(row).id)).size);
		for (const kind of ['path', 'query', 'header', 'body'] as const) expect(total(kind)).toBeGreaterThan(0);
	});

	test('it finds what was not sent, at any depth and in lists', () => {
		const contract = {
			...contracts[0], id: 'x:test', method: 'POST', path: '/a/{b}/', params: { b: { type: 'string' } }, query: { q: { type: 'string' } }, header: { H: { type: 'string' } },
			body: { 'rows[].there': { type: 'string' }, 'rows[].absent': { type: 'string' }, 'deep.too.far': { type: 'string' }, other: { type: 'string' } },
		};
		const call = { ...swept[0].calls[0], operation: 'x:test', status: 200, path: '/a/1/', query: {}, headers: { h: '1' }, body: { rows: [{}, { there: 0 }] } };
		expect(coverageOf([contract], [call])).toEqual([expect.objectContaining({
			operations: { documented: 1, arrived: 1 }, path: { documented: 1, arrived: 1 }, query: { documented: 1, arrived: 0 }, header: { documented: 1, arrived: 1 },
			body: { documented: 3, arrived: 1 }, missing: ['x:test: query q', 'x:test: body rows[].absent', 'x:test: body other'],
		})]);
		expect(coverageOf([contract], [{ ...call, status: 400 }])[0].missing).toEqual(['x:test']);
		const bare = { ...contract, query: {}, body: { '': { type: 'array' }, '[].there': { type: 'string' }, '[].absent': { type: 'string' }, '[].deep[].far.too': { type: 'string' } } };
		expect(coverageOf([bare], [{ ...call, body: [{ there: 0 }] }])[0]).toMatchObject({ body: { documented: 3, arrived: 2 }, missing: ['x:test: body [].absent'] });
	});

	test('a form counts by what it must have to be accepted, and what no page names does not count', () => {
		const contract = { ...contracts[0], id: 'x:test', path: '/a/', params: {}, query: {}, header: { H: { type: 'string', documented: false } }, bodyType: 'multipart', body: { file: { type: 'binary', required: true }, note: { type: 'string' } } };
		const call = { ...swept[0].calls[0], operation: 'x:test', status: 200, path: '/a/', query: {}, headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: { bytes: 3, sha256: 'x' } };
		expect(coverageOf([contract], [call])[0]).toMatchObject({ header: { documented: 0 }, body: { documented: 2, arrived: 1 }, missing: ['x:test: body note'] });
	});
});

describe('output schemas', () => {
	test('those in the repository are what the operations give now', () => {
		const made = schemasOf(swept);
		expect(made.filter(({ file, text }) => !exists(file) || textOf(file) !== text).map(({ file }) => file)).toEqual([]);
		expect(filesIn(['nodes'], /\/__schema__\/.*\.json$/)).toEqual(made.map(({ file }) => file).sort());
	});

	test.each(sweptRows.map((row) => [row.id, row] as const))('%s: n8n finds the schema beside the built node', (_, row) => {
		const { resource, operation, description } = row;
		const found = loadOutputSchema({ nodeDir: path.join(root, 'dist', folderOf(row)), version: description.version as number, resource: resource.value, operation: operation.value });
		expect(found).toEqual(jsonOf(`${folderOf(row)}/${schemaFile(row)}`));
		expect(found).toMatchObject({ type: 'object', version: 1, properties: expect.objectContaining({}) });
	});

	test('types are taken from all values of a place', () => {
		expect(infer([{ a: 1, b: [], c: null }, { a: null, b: [{ d: 'x' }, 'y'], c: null }])).toEqual({
			type: 'object',
			properties: { a: { type: ['number', 'null'] }, b: { type: 'array', items: { type: ['object', 'string'], properties: { d: { type: 'string' } } } }, c: {} },
		});
	});
});
