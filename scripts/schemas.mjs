// Keeps the output schemas of all operations: tsx scripts/schemas.mjs writes them, --check fails when one is out of date.
// ROWS=<regular expression of row IDs> does so for some operations only.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(path.join(tmpdir(), 'n8n-user-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_LOG_LEVEL = 'silent';
const { startSimulator } = await import('../simulator/server.ts');
const { schemasOf } = await import('../test/loop/schemas.ts');
const { sweep } = await import('../test/loop/sweep.ts');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { ROWS } = process.env;
const at = (file) => path.join(root, file);

/** Schemas in the repository, by their path in it. */
const committed = () =>
	readdirSync(at('nodes'), { recursive: true }).map((file) => `nodes/${file.split(path.sep).join('/')}`).filter((file) => /\/__schema__\/.*\.json$/.test(file));

function write({ file, text }) {
	mkdirSync(path.dirname(at(file)), { recursive: true });
	writeFileSync(at(file), text);
}

const simulator = await startSimulator();
try {
	const schemas = schemasOf(await sweep(simulator, ROWS && new RegExp(ROWS)));
	const stale = (ROWS ? [] : committed()).filter((file) => !schemas.some((schema) => schema.file === file));
	const differing = schemas.filter(({ file, text }) => !existsSync(at(file)) || readFileSync(at(file), 'utf8') !== text);
	const unseen = schemas.flatMap(({ file, unseen: names }) => (names.length ? [`  ${file}: ${names.join(', ')}`] : []));
	const isCheck = process.argv.includes('--check');
	if (!isCheck) {
		for (const file of stale) rmSync(at(file));
		differing.forEach(write);
	}
	for (const file of [...differing.map((one) => one.file), ...stale]) console.log(`${isCheck ? 'out of date' : 'changed'}: ${file}`);
	const members = schemas.reduce((total, one) => total + one.members, 0);
	console.log(`${schemas.length} schemas, ${members} members${unseen.length ? `; known from the contract or the table only:\n${unseen.join('\n')}` : ''}`);
	if (isCheck && differing.length + stale.length) process.exitCode = 1;
} finally {
	await simulator.close();
	rmSync(folder, { recursive: true, force: true });
}
process.exit();
