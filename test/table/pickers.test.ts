import type { Field, Mapper, Picker } from '../../engine/types';
import { nodeTypes } from './load.js';
import { allFieldsOf, repeated, rows, withMembers } from './rows';

interface Used {
	id: string;
	node: string;
	picker: Picker;
	siblings: Record<string, Field>;
}

const used: Used[] = rows.flatMap(({ id, description, operation }) =>
	allFieldsOf(operation.fields).flatMap(([name, { picker }]) => (picker ? [{ id: `${id} ${name}`, node: description.name, picker, siblings: operation.fields }] : [])),
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

each('%s: it asks only for what is chosen before it', (_, { picker: { route, parent, before = [] } }) => {
	expect(pathNames(route)).toEqual([...before.flatMap(({ gives }) => gives ?? []), ...(parent ? [parent.parameter] : [])]);
	expect(before.filter((one) => !one.route.startsWith('GET '))).toEqual([]);
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

test.each(nodeTypes.map(({ name, ...node }) => [name, node] as const))('%s: every choice that a parameter loads is a method of the node, and every method is used', (_, { description, methods }) => {
	const loaded = description.properties.flatMap(withMembers).flatMap(({ typeOptions }) => (typeOptions?.loadOptionsMethod ? [typeOptions.loadOptionsMethod] : []));
	expect([...new Set(loaded)].sort()).toEqual(Object.keys(methods?.loadOptions ?? {}).sort());
});

test.each(nodeTypes.map(({ name, ...node }) => [name, node] as const))('%s: every list a parameter searches is a method of the node, and every method is searched', (_, { description, methods }) => {
	const searched = description.properties.flatMap(withMembers).flatMap(({ modes = [] }) => modes.flatMap(({ typeOptions }) => (typeOptions?.searchListMethod ? [typeOptions.searchListMethod] : [])));
	expect([...new Set(searched)].sort()).toEqual(Object.keys(methods?.listSearch ?? {}).sort());
});

interface UsedForm {
	id: string;
	node: string;
	mapper: Mapper;
	siblings: Record<string, Field>;
}

const usedForms: UsedForm[] = rows.flatMap(({ id, description, operation }) =>
	allFieldsOf(operation.fields).flatMap(([name, { mapper }]) => (mapper ? [{ id: `${id} ${name}`, node: description.name, mapper, siblings: operation.fields }] : [])),
);

test.each(usedForms.map((one) => [one.id, one] as const))('form %s: its steps read, and ask only for what is chosen or what a step before gave', (_, { mapper: { steps, parent }, siblings }) => {
	expect(siblings[parent.parameter]?.control.displayName).toBe(parent.label);
	steps.forEach(({ route }, index) => {
		expect(route).toMatch(/^GET /);
		expect(pathNames(route).filter((name) => ![parent.parameter, ...steps.slice(0, index).map(({ gives }) => gives)].includes(name))).toEqual([]);
	});
});

test('one name stands for one form in a node', () => {
	expect(repeated([...new Map(usedForms.map(({ node, mapper }) => [mapper, `${node} ${mapper.name}`])).values()])).toEqual([]);
});

test.each(nodeTypes.map(({ name, ...node }) => [name, node] as const))('%s: every form a parameter asks for is a method of the node, and every method is asked', (_, { description, methods }) => {
	const asked = description.properties.flatMap(withMembers).flatMap(({ typeOptions }) => (typeOptions?.resourceMapper?.resourceMapperMethod ? [typeOptions.resourceMapper.resourceMapperMethod] : []));
	expect([...new Set(asked)].sort()).toEqual(Object.keys(methods?.resourceMapping ?? {}).sort());
});
