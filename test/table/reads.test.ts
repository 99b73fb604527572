import { fieldAt } from '../../engine/read';
import { routeOf } from '../../engine/request';
import { repeated, rows } from './rows';

const each = test.each(rows.map((row) => [row.id, row] as const));
const pathNames = (route: string): string[] => [...route.matchAll(/\{\+?([^}]*)\}/g)].map(([, name]) => name);

each('%s: what is looked up fills a field that may be left empty, for fields that there are', (_, { operation: { lookUp, fields, route } }) => {
	if (!lookUp) return;
	expect({ reads: routeOf(lookUp.route).method, isOptional: fieldAt(fields, lookUp.fills)?.required === false, unknown: (lookUp.for ?? []).filter((name) => !fieldAt(fields, name)) }).toEqual({ reads: 'GET', isOptional: true, unknown: [] });
	expect(pathNames(lookUp.route).filter((name) => !fields[name]?.required)).toEqual([]);
	if (pathNames(route).includes(lookUp.fills)) expect(lookUp.for).toBeUndefined();
});

each('%s: what is compared is what the row can change, once', (_, { operation: { compare = [], anyOf = [], effect } }) => {
	const names = compare.flatMap(({ same }) => Object.keys(same));
	expect({ strange: names.filter((name) => !anyOf.includes(name)), twice: repeated(names), reads: compare.filter(({ route }) => routeOf(route).method !== 'GET') }).toEqual({ strange: [], twice: [], reads: [] });
	if (compare.length) expect(effect).toBe('update');
});

each('%s: columns of rows are values of fields', (_, { operation: { gather, fields } }) => {
	expect(Object.values(gather?.rows ?? {}).filter((name) => !(name in fields))).toEqual([]);
});
