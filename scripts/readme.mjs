// Keeps the table of operations in README.md: node scripts/readme.mjs writes it, --check fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtTables, root } from './built.mjs';

const file = path.join(root, 'README.md');
const BLOCK = /(<!-- operations -->\n)[^]*?(<!-- \/operations -->)/;

function operationText({ name, since, status }, versions = []) {
	const only = versions.find(({ value }) => value === since);
	const notes = [only && `${only.name} only`, status && `${status} by the service`].filter(Boolean);
	return notes.length ? `${name} (${notes.join(', ')})` : name;
}

const rows = builtTables().flatMap(({ table: { api, resources }, description }) =>
	resources.map(({ name, operations }) => `| ${description.displayName} | ${name} | ${operations.map((row) => operationText(row, api.versions)).join(', ')} |`),
);
const text = readFileSync(file, 'utf8');
const wanted = text.replace(BLOCK, (_, start, end) => `${start}| Node | Resource | Operations |\n|---|---|---|\n${rows.join('\n')}\n${end}`);

if (!BLOCK.test(text)) throw new Error('README.md has lost the markers of its table of operations');
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (text !== wanted) {
	console.error('README.md: the table of operations is out of date; run node scripts/readme.mjs');
	process.exitCode = 1;
} else console.log('README.md: table of operations up to date');
