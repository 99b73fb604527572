import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { nodeTypes, triggers } from './load.js';
import { membersOf, repeated, rows, versionedRows, visibleFor, withMembers } from './rows';

const SMALL = ['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'per', 'the', 'to', 'with'];
/** Words that say nothing by themselves: a description made of these and of its label's words says nothing. */
const EMPTY = [...SMALL, 'be', 'is', 'it', 'its', 'that', 'this', 'which', 'whether', 'value', 'field', 'use', 'enter', 'your'];
/** Names that AI agents' tools take for themselves. */
const TAKEN = ['description', 'name'];

const each = test.each(rows.map((row) => [row.id, row] as const));
const eachVersion = test.each(versionedRows.map((row) => [row.id, row] as const));

const isTitleCase = (text: string): boolean =>
	text.split(' ').every((word, index) => /^[A-Z0-9(]/.test(word) || /^e[A-Z]/.test(word) || (index > 0 && SMALL.includes(word)));
/** Sentence case; words in capitals, such as SKU, SKUs or eBay, stay as they are. */
const isSentenceCase = (text: string): boolean => text.split(' ').every((word, index) => (index === 0 ? /^[A-Z]/ : /^([a-z]|[A-Z]{2,}s?$|\d)/).test(word));
const sentences = (text: string): number => text.split(/[.!?](?=\s|$)/).filter((part) => part.trim()).length;
const words = (text: string): string[] => text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word && !EMPTY.includes(word));
const repeats = (label: string, description: string): boolean => words(description).every((word) => words(label).includes(word));

const properties = nodeTypes.flatMap(({ description }) => description.properties.flatMap(withMembers).map((property) => [`${description.name} ${property.name}`, property] as const));
const optionsOf = ({ type, options = [] }: INodeProperties): INodePropertyOptions[] => (type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : []);

/** Every operation as people see it: one that has a row for each API version counts once; a call of the user's own is the same in all nodes. */
const operations = [...new Map(rows.filter(({ operation }) => !operation.own).map(({ description: { name: node }, resource, operation }) => [`${node} ${resource.value} ${operation.value} ${operation.action}`, { node, operation }])).values()];

describe('operations', () => {
	each('%s: name in Title Case, action in sentence case without articles', (_, { operation: { name, action } }) => {
		expect({ name, titled: isTitleCase(name) }).toEqual({ name, titled: true });
		expect({ action, cased: isSentenceCase(action) }).toEqual({ action, cased: true });
		expect(action).not.toMatch(/\b(a|an|the)\b/i);
		expect(action).not.toMatch(/\.$/);
	});

	each('%s: the description is more than the name, and ends with a period only after several sentences', (_, { operation: { action, description } }) => {
		expect(description).toMatch(/^[A-Z]/);
		expect(repeats(action, description)).toBe(false);
		expect({ description, period: description.endsWith('.') }).toEqual({ description, period: sentences(description) > 1 });
	});

	test('no two of a node share an action', () => {
		expect(repeated(operations.map(({ node, operation }) => `${node}: ${operation.action}`))).toEqual([]);
	});

	test('no two share a description', () => {
		expect(repeated(operations.map(({ operation }) => operation.description))).toEqual([]);
	});

	test('names of resources are in Title Case, each once in its node', () => {
		const names = [...new Set(rows.map(({ description, resource }) => `${description.name}: ${resource.value}: ${resource.name}`))];
		expect(names.filter((name) => !isTitleCase(name.split(': ')[2]))).toEqual([]);
		expect(repeated(names.map((name) => name.replace(/: .*: /, ': ')))).toEqual([]);
	});
});

describe('events of triggers', () => {
	const events = triggers.flatMap(({ description, table }) => table.events.map((one) => [`${description.name} ${one.value}`, one] as const));

	test.each(events)('%s: named in Title Case and told in words of its own', (_, { name, description, narrow }) => {
		expect({ name, titled: isTitleCase(name) }).toEqual({ name, titled: true });
		expect(repeats(name, description)).toBe(false);
		expect({ description, period: description.endsWith('.') }).toEqual({ description, period: sentences(description) > 1 });
		expect(narrow).toMatch(/\.$/);
	});

	test('no two share a description, nor two of a trigger a value or a name', () => {
		expect(repeated(events.map(([, { description }]) => description))).toEqual([]);
		expect(repeated(events.map(([id]) => id))).toEqual([]);
		expect(repeated(triggers.flatMap(({ description, table }) => table.events.map(({ name }) => `${description.name}: ${name}`)))).toEqual([]);
	});
});

describe('parameters', () => {
	test.each(properties)('%s: the description does not repeat the label', (_, { displayName, description }) => {
		if (description !== undefined) expect({ displayName, description, repeats: repeats(displayName, description) }).toMatchObject({ repeats: false });
	});

	test.each(properties)('%s: options with descriptions that say more than their names, each name and value once', (_, property) => {
		const options = optionsOf(property);
		expect(options.filter(({ name, description }) => description !== undefined && repeats(name, description))).toEqual([]);
		expect(repeated(options.map(({ name }) => name))).toEqual([]);
		expect(repeated(options.map(({ value }) => value))).toEqual([]);
	});

	test.each(properties)('%s: lists of five and more are sorted, as are resources, operations and members', (_, property) => {
		const always = ['resource', 'operation'].includes(property.name) || property.type === 'collection';
		const listed = property.type === 'collection' ? (property.options as INodeProperties[]).map(({ displayName }) => displayName) : optionsOf(property).map(({ name }) => name);
		if (always || listed.length >= 5) expect(listed).toEqual([...listed].sort((a, b) => a.localeCompare(b, 'en')));
	});

	test.each(properties)('%s: the default of a list is one of its values', (_, property) => {
		if (property.type === 'options') expect(optionsOf(property).map(({ value }) => value)).toContain(property.default);
	});

	test('none at the top takes a name that tools for AI agents need', () => {
		const top = nodeTypes.flatMap(({ description }) => description.properties.map(({ name }) => `${description.name} ${name}`));
		expect(top.filter((name) => TAKEN.includes(name.split(' ')[1]))).toEqual([]);
	});

	eachVersion('%s: those shown together have different labels and names', (_, row) => {
		const shown = visibleFor(row, row.version?.value);
		expect(shown.map(({ name }) => name)).toEqual(expect.arrayContaining(['resource', 'operation', 'options', ...Object.keys(row.operation.fields).filter((name) => {
			const { version } = row.operation.fields[name];
			return !version || version === row.version?.value;
		})]));
		for (const level of [shown, ...shown.flatMap(withMembers).map(membersOf).filter(({ length }) => length)]) {
			const together = level.filter((property) => belongsTo(property, row.version?.value));
			expect(repeated(together.map(({ displayName }) => displayName))).toEqual([]);
			expect(repeated(together.map(({ name }) => name))).toEqual([]);
		}
	});
});

/** Whether a member of a collection is offered in an API version. */
function belongsTo({ displayOptions }: INodeProperties, version?: string): boolean {
	const versions = displayOptions?.show?.['/apiVersion'];
	return versions === undefined || (versions as unknown[]).includes(version);
}
