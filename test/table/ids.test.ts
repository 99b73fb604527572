import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { credentialTypes, nodeTypes, tables, triggers } from './load.js';
import { membersOf, repeated, rows, versionedRows } from './rows';

type Ids = { [name: string]: Ids | string };

const isList = ({ type, options }: INodeProperties): boolean => options !== undefined && (type === 'options' || type === 'multiOptions');

/** What workflows have saved of a parameter: its name, and the values or members it may hold. */
function idOf(property: INodeProperties): [string, Ids | string] {
	if (property.type === 'collection' || property.type === 'fixedCollection') return [property.name, Object.fromEntries(membersOf(property).map(idOf))];
	if (property.type === 'resourceLocator') return [property.name, (property.modes ?? []).map(({ name }) => name).join(' | ')];
	return [property.name, isList(property) ? (property.options as INodePropertyOptions[]).map(({ value }) => JSON.stringify(value)).sort().join(' | ') : property.type];
}

const shownFor = ({ displayOptions }: INodeProperties, resource: string, operation: string): boolean =>
	displayOptions?.show?.resource?.includes(resource) === true && displayOptions.show.operation?.includes(operation) === true;

/** Parameters of an operation; one that differs from version to version stands once for each. */
function operationIds({ properties }: { properties: INodeProperties[] }, resource: string, operation: string): Ids {
	const shown = properties.filter((property) => shownFor(property, resource, operation));
	const names = shown.map(({ name }) => name);
	return Object.fromEntries(shown.map((property) => {
		const [name, id] = idOf(property);
		const versions = property.displayOptions?.show?.apiVersion;
		return [names.indexOf(name) === names.lastIndexOf(name) || !versions ? name : `${name} (${versions.join(', ')})`, id];
	}));
}

describe('unique', () => {
	test('node names', () => {
		expect(repeated(nodeTypes.map(({ description }) => description.name))).toEqual([]);
		expect(repeated(nodeTypes.map(({ description }) => description.displayName))).toEqual([]);
	});

	test('resources of a node and operations of a resource', () => {
		for (const { table: { resources } } of tables) expect(repeated(resources.map(({ value }) => value))).toEqual([]);
		expect(repeated(versionedRows.map(({ id }) => id))).toEqual([]);
		expect(repeated(versionedRows.map(({ description, resource, operation, version }) => `${description.name}: ${resource.name}: ${operation.name} ${version?.value ?? ''}`))).toEqual([]);
	});

	// n8n lists all actions of a node for each choice that is called Resource (seen on 2.41: every action of Crux Connect stood there twice)
	test('the choice of the resource', () => {
		for (const { description: { properties } } of tables) expect(properties.filter(({ displayName }) => displayName === 'Resource')).toHaveLength(1);
	});

	test('credential names and their fields', () => {
		expect(repeated(credentialTypes.map(({ type }) => type.name))).toEqual([]);
		for (const { type } of credentialTypes) expect(repeated(type.properties.map(({ name }) => name))).toEqual([]);
	});
});

test('all are words in camel case', () => {
	const ids = [...rows.flatMap(({ resource, operation }) => [resource.value, operation.value, ...Object.keys(operation.fields)]), ...nodeTypes.map(({ description }) => description.name)];
	expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]*$/.test(id))).toEqual([]);
});

// A change here breaks workflows that people have saved: from 1.0 on only additions, before it a line in the changelog.
describe('permanent', () => {
	test.each(tables.map(({ description, table }) => [description.name, { description, table }] as const))('%s', (_, { description, table }) => {
		const common = description.properties.filter(({ displayOptions, name }) => !displayOptions && name !== 'resource');
		const ids = table.resources.map(({ value, operations }) => [value, Object.fromEntries(operations.map((operation) => [operation.value, operationIds(description, value, operation.value)]))]);
		expect({ ...Object.fromEntries(common.map(idOf)), ...Object.fromEntries(ids) }).toMatchSnapshot();
	});

	test.each(triggers.map(({ description }) => [description.name, description] as const))('%s', (_, { properties }) => {
		const common = properties.filter(({ displayOptions, name }) => !displayOptions?.show?.event && name !== 'event');
		const events = [...new Set(properties.filter(({ name }) => name === 'event').flatMap(({ options }) => (options as INodePropertyOptions[]).map(({ value }) => String(value))))];
		const fieldsOf = (event: string) => Object.fromEntries(properties.filter(({ displayOptions }) => displayOptions?.show?.event?.includes(event)).map(idOf));
		expect({ ...Object.fromEntries(common.map(idOf)), ...Object.fromEntries(events.map((event) => [event, fieldsOf(event)])) }).toMatchSnapshot();
	});

	test.each(credentialTypes.map(({ type }) => [type.name, type] as const))('%s', (_, { properties }) => {
		expect(Object.fromEntries(properties.map(idOf))).toMatchSnapshot();
	});
});
