// Keeps the table of operations in README.md: node scripts/readme.mjs writes it, --check fails when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtTables, builtTriggers, engine, root } from './built.mjs';

const file = path.join(root, 'README.md');
const { versionsOf } = engine('plan');
const NOTES = { limited: 'needs an approval', internal: 'for the staff of the service', retired: 'retired by the service', partial: 'documented in part' };
const block = (name) => new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- \\/${name} -->)`);

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
const events = builtTriggers().flatMap(({ table: { events: list }, description }) => list.map(({ name, description: what }) => `| ${description.displayName} | ${name} | ${what} |`));
const BLOCKS = {
	operations: ['| Node | Resource | Operations |\n|---|---|---|', ...rows].join('\n'),
	triggers: ['| Node | Event | When |\n|---|---|---|', ...events].join('\n'),
};

const text = readFileSync(file, 'utf8');
for (const name of Object.keys(BLOCKS)) if (!block(name).test(text)) throw new Error(`README.md has lost the markers of its table of ${name}`);
const wanted = Object.entries(BLOCKS).reduce((so, [name, table]) => so.replace(block(name), (_, start, end) => `${start}${table}\n${end}`), text);

if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (text !== wanted) {
	console.error('README.md: a table is out of date; run node scripts/readme.mjs');
	process.exitCode = 1;
} else console.log('README.md: tables of operations and triggers up to date');
