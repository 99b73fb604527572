// Puts this repository's package into an n8n the way a user gets it: packed, then unpacked.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from './processes.mjs';

/** The root of this repository. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function listedFiles(root) {
	const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	return [...(n8n?.nodes ?? []), ...(n8n?.credentials ?? [])];
}

async function succeed(label, command, args, options) {
	const { code, stdout, stderr } = await runProcess(command, args, options);
	if (code !== 0) throw new Error(`${label} failed:\n${stdout}${stderr}`);
	return stdout;
}

async function npm(root, ...args) {
	const command = process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm.cmd', ...args]] : ['npm', args];
	return await succeed(`npm ${args[0]} ${args[1]}`, ...command, { cwd: root, env: { ...process.env, CI: 'true', NO_COLOR: '1' } });
}

/** Builds the package, quietly unless that fails. */
export async function buildPackage(root = repository) {
	await npm(root, 'run', 'build');
}

async function pack(root, into) {
	const [{ filename }] = JSON.parse(await npm(root, 'pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', into));
	return path.join(into, filename.replace('@', '').replace('/', '-'));
}

/**
 * Packs the package of `root` and unpacks it into the user folder of an n8n.
 * @returns {Promise<string>} the folder that n8n loads
 */
export async function installPackage(userFolder, root = repository) {
	const missing = listedFiles(root).filter((file) => !existsSync(path.join(root, file)));
	if (missing.length > 0) throw new Error(`Run "npm run build" first: ${missing[0]} is missing`);
	const { name } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const target = path.join(userFolder, '.n8n', 'nodes', 'node_modules', name);
	const temporary = mkdtempSync(path.join(tmpdir(), 'n8n-pack-'));
	try {
		const tarball = await pack(root, temporary);
		rmSync(target, { recursive: true, force: true });
		mkdirSync(target, { recursive: true });
		await succeed('tar', 'tar', ['-xzf', path.basename(tarball), '-C', target, '--strip-components=1'], { cwd: temporary });
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	return target;
}
