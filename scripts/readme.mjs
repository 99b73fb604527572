// Keeps the table of operations in README.md: node scripts/readme.mjs writes it, --check fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtTables, engine, root } from './built.mjs';

const file = path.join(root, 'README.md');
const { versionsOf } = engine('plan');
const NOTES = { limited: 'needs an approval', internal: 'for the staff of the service', retired: 'retired by the service', partial: 'documented in part' };
const BLOCK = /(<!-- operations -->\n)[^]*?(<!-- \/operations -->)/;

/** The only version of several that has an operation; undefined where all have it, each with a row of its own or not. */
function onlyVersion(rows, api) {
	const { versions = [] } = api;
	const fit = versions.filter((version) => rows.some((row) => versionsOf(api, row).includes(version)));
	return fit.length === versions.length ? undefined : fit[0];
}

function operationText(rows, api) {
	const [{ name, status }] = rows;
	const notes = [onlyVersion(rows, api) && `${onlyVersion(rows, api).name} only`, status && NOTES[status]].filter(Boolean);
	return notes.length ? `${name} (${notes.join(', ')})` : name;
}

/** Rows of one value are one operation. */
const operationsOf = (rows) => [...new Set(rows.map(({ value }) => value))].map((value) => rows.filter((row) => row.value === value));

const rows = builtTables().flatMap(({ table: { api, resources }, description }) =>
	resources.map(({ name, operations }) => `| ${description.displayName} | ${name} | ${operationsOf(operations).map((one) => operationText(one, api)).join(', ')} |`),
);
const text = readFileSync(file, 'utf8');
const wanted = text.replace(BLOCK, (_, start, end) => `${start}| Node | Resource | Operations |\n|---|---|---|\n${rows.join('\n')}\n${end}`);

if (!BLOCK.test(text)) throw new Error('README.md has lost the markers of its table of operations');
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (text !== wanted) {
	console.error('README.md: the table of operations is out of date; run node scripts/readme.mjs');
	process.exitCode = 1;
} else console.log('README.md: table of operations up to date');
