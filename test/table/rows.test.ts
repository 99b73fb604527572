import { routeOf } from '../../engine/request';
import type { Field } from '../../engine/types';
import { fieldsOf, repeated, rows } from './rows';
import type { Row } from './rows';
import { fieldAt } from '../../engine/read';
import { repeatCodes } from '../../engine/retry';

/** Searches whose criteria do not fit into an address. Any other POST that claims to read would be repeated as harmless. */
const READ_BY_POST = ['crux/order/getAll'];

const each = test.each(rows.map((row) => [row.id, row] as const));
const pathNames = (route: string): string[] => [...route.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
const allFields = ({ operation }: Row): Array<[string, Field]> => fieldsOf(operation.fields);

/** Parameters that another field of the row looks at. */
const lookedAt = (row: Row): string[] =>
	allFields(row).flatMap(([, { picker, place }]) => [...(picker?.parent ? [picker.parent.parameter] : []), ...('nameFrom' in place ? [place.nameFrom] : [])]);

test('the tables hold operations', () => {
	expect(rows.length).toBeGreaterThanOrEqual(16);
});

describe('route', () => {
	each('%s: every {parameter} is a field in the path, and every path field stands in the route', (_, row) => {
		const placed = Object.entries(row.operation.fields).filter(([, { place }]) => place.in === 'path').map(([name]) => name);
		expect(placed.sort()).toEqual(pathNames(row.operation.route).sort());
	});

	each('%s: it is a method, a space and a path of plain segments', (_, { operation: { route } }) => {
		expect(route).toMatch(/^(GET|POST|PUT|PATCH|DELETE) (\/([\w.-]+|\{[a-z]\w*\}))+\/?$/);
	});

	each('%s: path values are always there', (_, row) => {
		const optional = allFields(row).filter(([, { place, required }]) => place.in === 'path' && !required);
		expect(optional.map(([name]) => name)).toEqual([]);
	});

	each('%s: no member of a collection stands in the path', (_, row) => {
		expect(allFields(row).filter(([name, { place }]) => name.includes('.') && place.in === 'path')).toEqual([]);
	});
});

describe('fields', () => {
	each('%s: every field is sent, or is what another field looks at', (_, row) => {
		const idle = allFields(row).filter(([name, { place, members }]) => place.in === 'none' && !members && !lookedAt(row).includes(name));
		expect(idle.map(([name]) => name)).toEqual([]);
	});

	each('%s: a value named by another field has an option for each of its names', (_, row) => {
		for (const [, { place }] of allFields(row)) {
			if (!('nameFrom' in place)) continue;
			const options = row.operation.fields[place.nameFrom]?.control.options ?? [];
			expect(options.map((option) => 'value' in option && option.value).sort()).toEqual([...place.names].sort());
		}
	});

	each('%s: no two fields are sent to the same place in one version', (_, row) => {
		const { api } = row;
		for (const version of api.versions?.map(({ value }) => value) ?? [undefined]) {
			const sent = allFields(row).filter(([, field]) => !field.version || field.version === version).flatMap(([, { place }]) => placeNames(place));
			expect(repeated(sent)).toEqual([]);
		}
	});

	each('%s: versions named are versions of the API', (_, { api, operation }) => {
		const known = api.versions?.map(({ value }) => value) ?? [];
		const named = [operation.since, operation.list?.paging?.version, ...fieldsOf(operation.fields).map(([, { version }]) => version)];
		expect(named.filter((version) => version !== undefined && !known.includes(version))).toEqual([]);
	});

	each('%s: required fields refuse to be left empty', (_, row) => {
		for (const [, field] of allFields(row).filter(([, one]) => one.required)) {
			for (const nothing of [undefined, '', null]) expect(() => field.read(nothing, { values: {}, timezone: 'UTC' })).toThrow();
		}
	});

	each('%s: optional fields send nothing when nothing is given', (_, row) => {
		for (const [, field] of allFields(row).filter(([, one]) => !one.required && !one.members)) {
			expect(field.read(undefined, { values: {}, timezone: 'UTC' })).toBeUndefined();
		}
	});
});

function placeNames(place: Field['place']): string[] {
	if (place.in === 'none') return [];
	if ('nameFrom' in place) return place.names.map((name) => `body ${name}`);
	return [place.name, ...('also' in place ? place.also ?? [] : [])].map((name) => `${place.in} ${name}`);
}

describe('effect and repeat', () => {
	each('%s: both are known words', (_, { operation: { effect, repeat } }) => {
		expect(['read', 'create', 'update', 'delete']).toContain(effect);
		if (typeof repeat === 'object') expect(repeatCodes(repeat).length).toBeGreaterThan(0);
		else expect(['absolute', 'never']).toContain(repeat);
	});

	each('%s: they fit each other and the method', (id, { operation: { effect, repeat, route } }) => {
		const { method } = routeOf(route);
		if (effect === 'read') expect(repeat).toBe('absolute');
		if (method === 'GET') expect(effect).toBe('read');
		if (method === 'DELETE') expect(effect).toBe('delete');
		if (method === 'PUT') expect({ effect, repeat }).toEqual({ effect: expect.stringMatching(/create|update/), repeat: 'absolute' });
		if (method !== 'GET' && effect === 'read') expect(READ_BY_POST).toContain(id);
		if (method === 'POST' && effect === 'create') expect(repeat).not.toBe('absolute');
	});

	each('%s: a code that means "done already" has a sentence of its own', (_, { operation: { repeat, meanings = {} } }) => {
		const codes = repeatCodes(repeat);
		expect(codes.filter((code) => !(code in meanings))).toEqual([]);
	});

	each('%s: only writes have a lane, and it names fields of the row', (_, { operation: { effect, lane, fields } }) => {
		if (effect === 'read') expect(lane).toBeUndefined();
		else expect(lane).toBeDefined();
		expect((lane ?? []).filter((name) => !(name in fields))).toEqual([]);
	});
});

describe('outputs', () => {
	each('%s: several ways to hand the answer on, each with its own value, name and description', (_, { operation: { outputs } }) => {
		if (!outputs) return;
		expect(outputs.length).toBeGreaterThan(1);
		for (const key of ['value', 'name', 'description'] as const) expect(repeated(outputs.map((output) => output[key]))).toEqual([]);
	});

	each('%s: a page is at least one record and its place is known', (_, { operation: { list } }) => {
		if (list?.paging) expect(list.paging.max).toBeGreaterThan(0);
		if (list) expect(list.id.length).toBeGreaterThan(0);
	});
});

test('the share of operations with code of their own is at most a tenth', () => {
	const own = rows.filter(({ operation }) => 'run' in operation);
	expect(own.length).toBeLessThanOrEqual(rows.length / 10);
});

test('the exceptions named here still exist', () => {
	expect(READ_BY_POST.filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
});

each('%s: what it needs one of are fields of its own, several of them and none required', (_, { operation: { anyOf = [], fields } }) => {
	if (!anyOf.length) return;
	expect(anyOf.length).toBeGreaterThan(1);
	expect(anyOf.filter((name) => fieldAt(fields, name)?.required !== false)).toEqual([]);
});
