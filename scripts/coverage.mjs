// Compares the contracts with what arrived at the simulator when every operation ran with full input.
// Usage: tsx scripts/coverage.mjs [--json]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-user-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_LOG_LEVEL = 'silent';
const { startSimulator } = await import('../simulator/server.ts');
const { contracts } = await import('../test/contract/contracts.ts');
const { coverageOf } = await import('../test/loop/coverage.ts');
const { NEVER_SENT } = await import('../test/loop/neverSent.ts');
const { sweep, sweepForms } = await import('../test/loop/sweep.ts');

const KINDS = ['operations', 'path', 'query', 'header', 'body'];
const sum = (list, kind) => list.reduce((total, one) => ({ documented: total.documented + one[kind].documented, arrived: total.arrived + one[kind].arrived }), { documented: 0, arrived: 0 });

/** A line for each API and one for all of them: arrived of documented. */
function table(list) {
	const total = { api: 'all', ...Object.fromEntries(KINDS.map((kind) => [kind, sum(list, kind)])) };
	const lines = [['', ...KINDS], ...[...list, total].map((one) => [one.api, ...KINDS.map((kind) => `${one[kind].arrived}/${one[kind].documented}`)])];
	const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	return lines.map((line) => line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ')).join('\n');
}

const simulator = await startSimulator();
try {
	const swept = await sweep(simulator);
	const list = coverageOf(contracts, [...swept.flatMap(({ calls }) => calls), ...(await sweepForms(simulator))]);
	const missing = list.flatMap((one) => one.missing);
	const unexplained = missing.filter((name) => !NEVER_SENT[name]);
	if (process.argv.includes('--json')) console.log(JSON.stringify(list, null, '\t'));
	else console.log(`${table(list)}\n\nNever arrived: ${missing.length || 'nothing'}, ${unexplained.length} without a reason${missing.map((name) => `\n  ${name}: ${NEVER_SENT[name] ?? 'no reason is known'}`).join('')}`);
} finally {
	await simulator.close();
	rmSync(folder, { recursive: true, force: true });
}
process.exit();
