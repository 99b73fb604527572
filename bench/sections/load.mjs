// What the package costs each n8n process at its start.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { line, summary } from '../support/measure.mjs';

const require = createRequire(import.meta.url);
const ROUNDS = 9;
const KILOBYTE = 1024;

async function loadOnce(root) {
	const child = fork(new URL('../support/load-process.mjs', import.meta.url), [root], { execArgv: ['--expose-gc'] });
	const [message] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the package could not be loaded')))]);
	return message;
}

function operationsIn(root) {
	const folder = path.join(root, 'dist/nodes');
	const files = readdirSync(folder, { recursive: true }).filter((file) => path.basename(file) === 'table.js');
	const tables = files.flatMap((file) => Object.values(require(path.join(folder, file))));
	return tables.flatMap(({ resources }) => resources.flatMap(({ operations }) => operations)).length;
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	await loadOnce(root);
	const rounds = [];
	for (let index = 0; index < ROUNDS; index++) rounds.push(await loadOnce(root));
	const of = (name, divisor = 1) => summary(rounds.map((one) => one[name] / divisor));
	const { descriptions, files } = rounds[0];
	const operations = operationsIn(root);
	const bytes = descriptions.reduce((sum, one) => sum + one.bytes, 0);
	const biggest = descriptions.reduce((most, one) => (one.bytes > most.bytes ? one : most));
	const lines = [
		line('all nodes and credentials required and made', of('milliseconds'), {
			unit: 'ms',
			digits: 1,
			atMost: 150,
			note: `${files} files listed, n8n-workflow loaded before`,
		}),
		line('heap kept by them', of('heap', KILOBYTE ** 2), { unit: 'MB', atMost: 8 }),
		line('heap before collecting', of('unsettled', KILOBYTE ** 2), { unit: 'MB' }),
		line('description of an operation, on average', bytes / operations / KILOBYTE, {
			unit: 'KB',
			atMost: 2,
			note: `${operations} operations, ${(bytes / KILOBYTE).toFixed(0)} KB in all`,
		}),
		line('biggest description', biggest.bytes / KILOBYTE, { unit: 'KB', digits: 0, atMost: 150, note: biggest.name }),
	];
	return { lines, descriptions, operations, rounds };
}
