// Measures the package against the figures it is to reach: npm run bench [-- --only engine,load] [-- --json FILE]
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { machineFacts, revision } from './support/machine.mjs';
import { snapshotPackage } from './support/package.mjs';
import { printSection, printSummary } from './support/table.mjs';

/** Each is a file of this name in sections/. */
const SECTIONS = ['engine', 'scale', 'pages', 'prices', 'load', 'real'];

const usage = `Ratios measured in one run, beside the figures to reach. Nothing here fails a test.

  npm run bench -- [options]

  --only <names>     some of: ${SECTIONS.join(', ')}
  --json <file>      the numbers, every sample and the facts of this machine
  --package <folder> measure the built package of another folder (a patched copy), not this one's
  --help             this text
`;

function options() {
	const text = { type: 'string' };
	const { values } = parseArgs({ options: { only: text, json: text, package: text, help: { type: 'boolean' } } });
	const only = values.only?.split(',').map((name) => name.trim()) ?? SECTIONS;
	const unknown = only.filter((name) => !SECTIONS.includes(name));
	if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(', ')}; there are ${SECTIONS.join(', ')}`);
	return { ...values, only: SECTIONS.filter((name) => only.includes(name)) };
}

/** Runs a section in a process of its own, so that no section warms up or litters the heap of another. */
async function runSection(name, root, folder) {
	const child = fork(new URL('./section.mjs', import.meta.url), [name, root], {
		execArgv: ['--import', 'tsx', '--expose-gc'],
		cwd: path.resolve(import.meta.dirname, '..'),
		env: { ...process.env, N8N_USER_FOLDER: path.join(folder, name), N8N_LOG_LEVEL: 'silent' },
	});
	const stop = () => child.kill();
	process.once('exit', stop);
	let result = { error: 'the section ended without a result' };
	child.on('message', (message) => {
		result = message;
	});
	await new Promise((resolve) => child.once('close', resolve));
	process.off('exit', stop);
	return result;
}

async function measure({ only, json, package: other }, folder) {
	const root = await snapshotPackage(folder, other);
	const report = { at: new Date().toISOString(), revision: other ? null : revision(), machine: machineFacts(), sections: {} };
	const started = Date.now();
	for (const name of only) {
		const [before, from] = [loadavg(), Date.now()];
		console.error(`${name} …`);
		const result = await runSection(name, root, folder);
		report.sections[name] = { seconds: (Date.now() - from) / 1000, loadAverage: { before, after: loadavg() }, ...result };
		printSection(name, report.sections[name]);
	}
	report.seconds = (Date.now() - started) / 1000;
	if (json) writeFileSync(json, `${JSON.stringify(report, null, '\t')}\n`);
	return report;
}

async function main() {
	const chosen = options();
	if (chosen.help) return console.log(usage);
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-bench-'));
	for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(130));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
	const report = await measure(chosen, folder);
	printSummary(report);
	process.exitCode = Object.values(report.sections).some(({ error }) => error) ? 1 : 0;
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
