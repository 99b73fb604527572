// Requires and makes every node and credential of a built package once, in a fresh process: its folder as argument.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const [root] = process.argv.slice(2);
const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const files = [...n8n.credentials, ...n8n.nodes];

function settled() {
	for (let times = 0; times < 3; times++) globalThis.gc();
	return process.memoryUsage().heapUsed;
}

// n8n has this loaded before it looks at any package.
createRequire(path.join(root, 'dist/engine/execute.js'))('n8n-workflow');
const before = settled();
const started = performance.now();
const made = files.map((file) => new (require(path.join(root, file))[path.basename(file).split('.')[0]])());
const milliseconds = performance.now() - started;
const unsettled = process.memoryUsage().heapUsed - before;
const heap = settled() - before;
const descriptions = made
	.filter(({ description }) => description)
	.map(({ description: { name, ...rest } }) => ({ name, bytes: Buffer.byteLength(JSON.stringify({ name, ...rest })) }));
process.send({ milliseconds, heap, unsettled, descriptions, files: files.length });
