// Runs the example workflows on n8n's own engine against the simulator and shows their reports: npm run demo [-- --json]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-user-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_LOG_LEVEL = 'silent';
const { startSimulator } = await import('../simulator/server.ts');
const { examples, runExample } = await import('../test/support/examples.ts');

const SHOWN = 6;
const json = process.argv.includes('--json');

/** Rows as a text table; the columns of the first row. */
function table(rows) {
	const names = Object.keys(rows[0]);
	const cut = (value) => (String(value).length > 76 ? `${String(value).slice(0, 75)}…` : String(value));
	const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => cut(row[name]).length)));
	const line = (cells) => `  ${cells.map((cell, index) => cell.padEnd(widths[index])).join('  ')}`.trimEnd();
	return [line(names), line(widths.map((width) => '─'.repeat(width))), ...rows.map((row) => line(names.map((name) => cut(row[name]))))].join('\n');
}

function show(report, rows) {
	const good = rows.filter(({ message, status }) => status !== 'failed' && !(message && message !== 'success'));
	const bad = rows.filter((row) => !good.includes(row));
	console.log(`\n${report}: ${rows.length} rows, ${good.length} done, ${bad.length} not`);
	if (good.length) console.log(`${table(good.slice(0, SHOWN))}${good.length > SHOWN ? `\n  … and ${good.length - SHOWN} more` : ''}`);
	if (bad.length) console.log(`\nNot done, with the reason:\n${table(bad)}`);
}

const reports = {};
let failed = false;
for (const [name, { title }] of Object.entries(examples)) {
	const simulator = await startSimulator();
	const started = Date.now();
	const { ran, rows } = await runExample(name, simulator);
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	const calls = simulator.calls.length;
	await simulator.close();
	reports[name] = rows;
	failed ||= ran.error !== undefined;
	if (json) continue;
	console.log(`\n━━ ${title} (examples/${name}.json) ━━ ${calls} calls in ${seconds} s`);
	if (ran.error) console.log(`The workflow failed: ${ran.error.message}`);
	for (const [report, list] of Object.entries(rows)) show(report, list);
}
if (json) console.log(JSON.stringify(reports));
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
