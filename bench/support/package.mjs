import { cpSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { buildPackage, repository } from '../../e2e/package-under-test.mjs';

const sources = ['credentials', 'engine', 'nodes', 'package.json'];

function newest(file) {
	if (!existsSync(file)) return 0;
	const stat = statSync(file);
	return stat.isDirectory() ? Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name)))) : stat.mtimeMs;
}

const isStale = (root) => Math.max(...sources.map((name) => newest(path.join(root, name)))) > newest(path.join(root, 'dist', 'engine'));

/**
 * Copies the built package, so that a build in the meantime changes nothing under measurement. This repository's own
 * is built before when it is older than its sources.
 * @param {string} folder a temporary folder
 * @param {string} [other] folder of another built package to measure instead
 * @returns {Promise<string>} the folder of the copy
 */
export async function snapshotPackage(folder, other) {
	if (!other && isStale(repository)) {
		console.error('Building the package …');
		await buildPackage();
	}
	const from = path.resolve(other ?? repository);
	if (!existsSync(path.join(from, 'dist'))) throw new Error('The folder given by --package holds no dist: build it first');
	const root = path.join(folder, 'package');
	mkdirSync(root);
	for (const name of ['package.json', 'README.md', 'LICENSE', 'dist']) {
		if (existsSync(path.join(from, name))) cpSync(path.join(from, name), path.join(root, name), { recursive: true });
	}
	symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'junction');
	return root;
}
