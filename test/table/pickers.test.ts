import type { INodeProperties } from 'n8n-workflow';
import type { Field, Picker } from '../../engine/types';
import { nodeTypes } from './load.js';
import { fieldsOf, repeated, rows } from './rows';

interface Used {
	id: string;
	node: string;
	picker: Picker;
	siblings: Record<string, Field>;
}

const used: Used[] = rows.flatMap(({ id, description, operation }) =>
	fieldsOf(operation.fields).flatMap(([name, { picker }]) => (picker ? [{ id: `${id} ${name}`, node: description.name, picker, siblings: operation.fields }] : [])),
);
const each = test.each(used.map((one) => [one.id, one] as const));
const pathNames = (route: string): string[] => [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

test('there are pickers', () => {
	expect(used.length).toBeGreaterThan(5);
});

test('one name stands for one picker in a node', () => {
	const different = [...new Map(used.map(({ node, picker }) => [picker, `${node} ${picker.name}`])).values()];
	expect(repeated(different)).toEqual([]);
});

each('%s: it asks only for what is chosen before it', (_, { picker: { route, parent } }) => {
	expect(pathNames(route)).toEqual(parent ? [parent.parameter] : []);
});

each('%s: its parent is a parameter of the same operation, under the label it has there', (_, { picker: { parent }, siblings }) => {
	if (!parent) return;
	expect(siblings[parent.parameter]?.control.displayName).toBe(parent.label);
	expect(siblings[parent.parameter]?.control.type).toBe('resourceLocator');
});

each('%s: it reads, and knows which member is the ID', (_, { picker: { route, value, list } }) => {
	expect(route).toMatch(/^(GET|POST) /);
	expect(value.length).toBeGreaterThan(0);
	expect([...list.id].sort()).toEqual([...value].sort());
});

each('%s: its label says something for a record without any member', (_, { picker }) => {
	expect(picker.label({})).not.toMatch(/undefined|null|\[object/);
});

test.each(nodeTypes.map(({ name, ...node }) => [name, node] as const))('%s: every list a parameter searches is a method of the node, and every method is searched', (_, { description, methods }) => {
	const members = (property: INodeProperties): INodeProperties[] => [property, ...(property.type === 'collection' ? (property.options as INodeProperties[]).flatMap(members) : [])];
	const searched = description.properties.flatMap(members).flatMap(({ modes = [] }) => modes.flatMap(({ typeOptions }) => (typeOptions?.searchListMethod ? [typeOptions.searchListMethod] : [])));
	expect([...new Set(searched)].sort()).toEqual(Object.keys(methods?.listSearch ?? {}).sort());
});
