import { filesIn, nodeTypes, tables, textOf } from './load.js';
import { rows } from './rows';

const KILOBYTE = 1024;
const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
const linesOf = (file: string): number => textOf(file).trimEnd().split('\n').length;
const nodes = nodeTypes.map(({ file, name, description }) => [name, { file, description }] as const);
const sources = filesIn(['credentials', 'engine', 'nodes', 'scripts', 'simulator', 'contracts', 'test'], /\.(ts|js|mjs)$/);

test.each(nodes)('%s: the description has at most 150 KB', (_, { description }) => {
	expect(bytes(description)).toBeLessThanOrEqual(150 * KILOBYTE);
});

test('a description has at most 2.0 KB for each operation, on average over all nodes', () => {
	const total = tables.reduce((sum, { description }) => sum + bytes(description), 0);
	expect(total / rows.length).toBeLessThanOrEqual(2 * KILOBYTE);
});

/** Nodes whose API is one whole that people know by one name; a part of it in a node of its own would be looked for in the wrong one. */
const LARGE = ['crux'];

test.each(tables.map(({ description, table }) => [description.name, table] as const))('%s: at most 60 operations, a large API of one piece at most 100', (name, { resources }) => {
	const operations = new Set(resources.flatMap(({ value, operations: list }) => list.map((operation) => `${value} ${operation.value}`)));
	expect(operations.size).toBeLessThanOrEqual(LARGE.includes(name) ? 100 : 60);
});

test.each(nodes)('%s: the node file is a shell of at most 60 lines', (_, { file }) => {
	expect(linesOf(file)).toBeLessThanOrEqual(60);
});

test('no file has more than 250 lines', () => {
	expect(sources.length).toBeGreaterThan(50);
	expect(sources.map((file) => ({ file, lines: linesOf(file) })).filter(({ lines }) => lines > 250)).toEqual([]);
});

/** Lines that do something: blank ones, comments and docstrings, which public functions must have, do not count. */
const codeLinesOf = (file: string): number => textOf(file).split('\n').filter((line) => line.trim() !== '' && !/^\s*(\/\/|\/?\*)/.test(line)).length;

/** Files that only declare the form of a row; nothing of them is left in the built package. */
const TYPES_ONLY = /(types|callTypes|fieldTypes|variations)\.ts$/;

test('the engine has at most 3,350 lines of code that runs (docs/decisions.md says what for)', () => {
	const files = filesIn(['engine'], /\.ts$/).filter((file) => !TYPES_ONLY.test(file));
	expect(files.reduce((sum, file) => sum + codeLinesOf(file), 0)).toBeLessThanOrEqual(3350);
});

test('files that only declare types give no code', () => {
	for (const file of filesIn(['engine'], TYPES_ONLY)) expect(textOf(file)).not.toMatch(/^(export )?(const|function|class|let|var) /m);
});
