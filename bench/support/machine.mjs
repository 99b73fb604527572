import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');
const versionOf = (name) => JSON.parse(readFileSync(path.join(repository, 'node_modules', name, 'package.json'), 'utf8')).version;

/** What the numbers depend on; no names of this machine, its user or its folders. */
export function machineFacts() {
	const cores = cpus();
	return {
		platform: `${process.platform}-${process.arch}`,
		processor: cores[0]?.model,
		cores: cores.length,
		memoryGB: Math.round(totalmem() / 2 ** 30),
		loadAverage: loadavg(),
		node: process.version,
		'n8n-core': versionOf('n8n-core'),
		'n8n-workflow': versionOf('n8n-workflow'),
	};
}

/** The commit that is measured, and whether files differ from it; null outside of git. */
export function revision() {
	const git = (...args) => spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
	const commit = git('rev-parse', 'HEAD');
	if (commit.status !== 0) return null;
	return { commit: commit.stdout.trim(), changed: git('status', '--porcelain', 'credentials', 'engine', 'nodes').stdout.trim() !== '' };
}
