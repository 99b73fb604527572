// The example workflows on the real n8n, with n8n's own nodes, against what the demo gives.
import assert from 'node:assert/strict';
import path from 'node:path';
import { examples, readExample } from '../examples.mjs';
import { readRawOutput, rowsOf } from '../n8n-client.mjs';
import { repository } from '../package-under-test.mjs';
import { runProcess } from '../processes.mjs';
import { holdsNone, secretsOf } from './credentials.mjs';

/** The rows of the demo: reports by example. */
async function demoRows() {
	const { stdout, stderr } = await runProcess(process.execPath, ['--import', 'tsx', path.join('scripts', 'demo.mjs'), '--json'], {
		cwd: repository,
		env: process.env,
	});
	const line = stdout.trim().split('\n').at(-1);
	assert.match(line ?? '', /^\{/, `the demo gave no rows: ${stderr.slice(-1_000)}`);
	return JSON.parse(line);
}

/** @param made members that the service makes anew each time: there or not is all that counts */
function same(rows, expected, made = []) {
	const known = (row) => ({ ...row, ...Object.fromEntries(made.map((name) => [name, Boolean(row[name])])) });
	assert.equal(rows.length, expected.length, 'number of rows');
	rows.forEach((row, index) => assert.deepEqual(known(row), known(expected[index]), `row ${index + 1}`));
}

/** Rows of a node on a branch that nothing may have gone. */
const rowsIfAny = (run, node) => (run.data.resultData.runData[node] ? rowsOf(run, node) : []);

/** Those that are run by command line, which starts n8n anew each time. */
const BY_COMMAND = ['stock-update', 'discontinued-skus', 'tidy-lists-and-cart'];

async function byCommand(n8n, id, simulator) {
	const said = await n8n.cli(['execute', `--id=${id}`, '--rawOutput']);
	holdsNone(said.stdout + said.stderr, secretsOf(simulator.accounts), 'the output');
	return readRawOutput(said);
}

/** Imports and runs each example; gives the id of each saved workflow. */
export async function checkExamples(report, { n8n, client, simulator, saved }) {
	const ids = {};
	const demo = await report.check('the demo gives its rows', demoRows);
	for (const name of Object.keys(examples)) {
		const isByCommand = BY_COMMAND.includes(name);
		await report.check(`${name} runs ${isByCommand ? 'by command line' : 'from the editor'} and gives the rows of the demo`, async () => {
			await simulator.reset();
			ids[name] = (await client.importWorkflow(readExample(name, saved))).id;
			const run = isByCommand ? await byCommand(n8n, ids[name], simulator) : await client.run(ids[name], 'Start', 120_000);
			const reports = Object.entries(demo?.[name] ?? {});
			assert.ok(reports.length > 0, 'the demo has no report of this example');
			for (const [node, rows] of reports) same(rows.length ? rowsOf(run, node) : rowsIfAny(run, node), rows, examples[name].made);
		});
	}
	await report.check('stock-update runs from the editor too, each row written once', async () => {
		await simulator.reset();
		const run = await client.run(ids['stock-update'], 'Start');
		assert.equal(run.status, 'success');
		same(rowsOf(run, 'Report'), demo['stock-update'].Report);
		const reached = run.data.resultData.runData['Update Inventory'][0].data.main[0].filter(({ json }) => json.details?.outcome !== 'not sent');
		const writes = (await simulator.calls()).filter((call) => call.path.endsWith('/inventory/') && call.status !== 401);
		assert.equal(writes.length, reached.length);
	});
	return ids;
}
