// Breaks the product in one place at a time, in a copy, and tells whether the tests named for it notice.
import { spawn } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** How many tests failed; undefined when they did not end. */
async function failures(folder, tests, more) {
	const report = path.join(folder, 'report.json');
	rmSync(report, { force: true });
	const run = spawn('npx', ['jest', ...tests.split(' '), '--bail', '--silent', '--ci', '--json', `--outputFile=${report}`], { cwd: folder, env: { ...process.env, ...more }, stdio: 'ignore', detached: true });
	const timer = setTimeout(() => process.kill(-run.pid, 'SIGKILL'), LONGEST);
	await new Promise((resolve) => run.once('exit', resolve));
	clearTimeout(timer);
	if (!existsSync(report)) return undefined;
	const { numFailedTests, numRuntimeErrorTestSuites, numTotalTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
	if (!numTotalTests && !numRuntimeErrorTestSuites) throw new Error(`No test runs for ${tests}`);
	const first = testResults.flatMap(({ name, assertionResults }) => assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${path.basename(name)}: ${fullName}`))[0];
	return { count: numFailedTests + numRuntimeErrorTestSuites, first: first ?? (numRuntimeErrorTestSuites ? 'a suite does not load' : '') };
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
			const told = await failures(folder, tests, more);
			writeFileSync(path.join(folder, file), whole);
			rows.push([what, told === undefined ? 'caught: the tests do not end' : told.count ? `caught: ${told.first.slice(0, 140)}` : `NOT NOTICED by ${tests}`]);
		}
		console.log(rows.at(-1).join(' | '));
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
const missed = rows.filter(([, result]) => result.startsWith('NOT')).length;
console.log(`${rows.length - missed} of ${rows.length} faults noticed`);
process.exitCode = missed || !rows.length ? 1 : 0;
