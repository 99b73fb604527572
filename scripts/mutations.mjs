// Breaks the product in one place at a time, in a copy, and tells whether the tests named for it notice.
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTATIONS } from './mutations-list.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A mutation may make a test endless: that is noticed too. */
const LONGEST = 300_000;
const [pattern = ''] = process.argv.slice(2);
if (pattern === '--help') {
	console.log('npm run mutations [-- <regular expression>]: breaks one line at a time in a copy and runs the tests that must notice');
	process.exit(0);
}

/** The files of the project as they are now, those not committed yet too. */
function copy() {
	const folder = mkdtempSync(path.join(tmpdir(), 'mutations-'));
	const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
	for (const file of files) if (existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(folder, file));
	symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
	return folder;
}

/** The first test that fails; '' when none does, and what else ended the run. */
async function firstFailure(folder, tests, more) {
	const output = path.join(folder, 'output.txt');
	const to = openSync(output, 'w');
	const run = spawn('npx', ['jest', ...tests.split(' '), '--bail', '--ci'], { cwd: folder, env: { ...process.env, ...more, NO_COLOR: '1' }, stdio: ['ignore', to, to], detached: true });
	const timer = setTimeout(() => process.kill(-run.pid, 'SIGKILL'), LONGEST);
	const [code, signal] = await new Promise((resolve) => run.once('exit', (...how) => resolve(how)));
	clearTimeout(timer);
	closeSync(to);
	const text = readFileSync(output, 'utf8');
	if (signal) return 'the tests do not end';
	if (/^No tests found/m.test(text)) throw new Error(`No test runs for ${tests}`);
	return code === 0 ? '' : (/^\s*● (.+)$/m.exec(text)?.[1] ?? 'the run fails');
}

const folder = copy();
const rows = [];
try {
	for (const [what, file, from, to, by] of MUTATIONS.filter(([name]) => new RegExp(pattern).test(name))) {
		const whole = readFileSync(path.join(root, file), 'utf8');
		const places = whole.split(from).length - 1;
		if (places !== 1) {
			rows.push([what, `NOT APPLIED: its text stands ${places} times in ${file}`]);
		} else {
			writeFileSync(path.join(folder, file), whole.replace(from, () => to));
			const [tests, more = {}] = [by].flat();
			const told = await firstFailure(folder, tests, more);
			writeFileSync(path.join(folder, file), whole);
			rows.push([what, told ? `noticed: ${told.slice(0, 140)}` : `NOT NOTICED by ${tests}`]);
		}
		console.log(rows.at(-1).join(' | '));
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
const missed = rows.filter(([, result]) => result.startsWith('NOT')).length;
console.log(`${rows.length - missed} of ${rows.length} faults noticed`);
process.exitCode = missed || !rows.length ? 1 : 0;
