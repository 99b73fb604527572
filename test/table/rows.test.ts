import { fieldAt } from '../../engine/read';
import { placed, routeOf } from '../../engine/request';
import { repeatCodes } from '../../engine/retry';
import type { Field, Operation, Place } from '../../engine/types';
import { valuesOf } from '../contract/values';
import { readingWith } from '../support/files';
import { allFieldsOf, fieldsOf, repeated, rows } from './rows';
import type { Row } from './rows';

/** Reads whose criteria do not fit into an address. Any other POST that claims to read would be repeated as harmless. */
const READ_BY_POST = [
	'ebayListings/inventoryItem/getBulk', 'ebayListings/offer/getFees',
	'ebayOrders/cancellation/checkEligibility', 'crux/discoverySupplier/getAll', 'crux/item/search', 'crux/order/estimateFees', 'crux/order/getAll', 'whisk/recipe/search', 'whisk/shoppingList/analyze', 'whisk/storeItem/search', 'whiskFood/food/search',
];
/** PUTs that do not set a state but add to it, or move what is there. */
const ADDED_BY_PUT = ['whisk/shoppingListItem/add', 'whiskPublishing/studioIntegration/add', 'whiskFood/meal/update', 'whisk/recipe/update'];

/** Switches that say no by themselves, where the service takes that for nothing said. */
const SENT_UNTOUCHED = ['whisk/shoppingList/clear onlyChecked'];

const each = test.each(rows.map((row) => [row.id, row] as const));
const promised = test.each(rows.filter(({ operation }) => !operation.own).map((row) => [row.id, row] as const));
const pathNames = (route: string): string[] => [...route.matchAll(/\{\+?([^}]*)\}/g)].map(([, name]) => name);
const allFields = ({ operation }: Row): Array<[string, Field]> => fieldsOf(operation.fields);

/** Parameters that another field of the row looks at: by its list or form, by the name of its member, or while it is read. */
const lookedAt = (row: Row): string[] =>
	allFieldsOf(row.operation.fields).flatMap(([, field]) => {
		const { picker, mapper, place } = field;
		const parents = [picker?.parent, mapper?.parent].flatMap((parent) => (parent ? [parent.parameter] : []));
		return [...parents, ...('nameFrom' in place ? [place.nameFrom] : []), ...readBy(field)];
	});

/** Names of the values that a field asks for while it is read. */
function readBy(field: Field): string[] {
	const asked = new Set<string>();
	const values = new Proxy({}, { get: (_, name) => void asked.add(String(name)) });
	for (const raw of ['1.50', 'some text', '{ "a": 1 }', '4']) {
		try {
			field.read(raw, readingWith({ values }));
		} catch {
			// what it asked before it refused the text counts
		}
	}
	return [...asked];
}

test('the tables hold operations', () => {
	expect(rows.length).toBeGreaterThanOrEqual(16);
});

describe('route', () => {
	each('%s: every {parameter} is a field in the path, and every path field stands in the route', (_, row) => {
		const placed = Object.entries(row.operation.fields).filter(([, { place }]) => place.in === 'path').map(([name]) => name);
		expect(placed.sort()).toEqual(pathNames(row.operation.route).sort());
	});

	promised('%s: it is a method, a space and a path of plain segments', (_, { operation: { route } }) => {
		expect(route).toMatch(/^(GET|POST|PUT|PATCH|DELETE) (\/([\w.-]+|\{[a-z]\w*\}(\.\w+)?))+\/?$/);
	});

	each('%s: path values are always there, or looked up', (_, row) => {
		const optional = allFields(row).filter(([name, { place, required }]) => place.in === 'path' && !required && row.operation.lookUp?.fills !== name);
		expect(optional.map(([name]) => name)).toEqual([]);
	});

	each('%s: no member of a collection stands in the path', (_, row) => {
		expect(allFields(row).filter(([name, { place }]) => name.includes('.') && place.in === 'path')).toEqual([]);
	});
});

describe('fields', () => {
	each('%s: every field is sent, or is what another field looks at', (_, row) => {
		const seen = [...lookedAt(row), ...pathNames(row.operation.lookUp?.route ?? '')];
		const idle = allFields(row).filter(([name, { place, members }]) => place.in === 'none' && !members && !seen.includes(name));
		expect(idle.map(([name]) => name)).toEqual([]);
	});

	each('%s: what a field asks of others while it is read, it says', (_, row) => {
		for (const [name, field] of allFieldsOf(row.operation.fields)) {
			const { place, looksAt = [] } = field;
			expect({ name, unsaid: readBy(field).filter((one) => !looksAt.includes(one) && !('nameFrom' in place && place.nameFrom === one)) }).toEqual({ name, unsaid: [] });
		}
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
			const sent = allFields(row).filter(([, field]) => !field.version || field.version === version).flatMap(([, field]) => (isFree(field) ? [] : placeNames(field.place)));
			expect(repeated(sent)).toEqual([]);
		}
	});

	each('%s: versions named are versions of the API', (_, { api, operation }) => {
		const known = api.versions?.map(({ value }) => value) ?? [];
		const named = [operation.since, operation.until, operation.list?.paging?.version, operation.job?.version, ...allFieldsOf(operation.fields).map(([, { version }]) => version)];
		expect(named.filter((version) => version !== undefined && !known.includes(version))).toEqual([]);
	});

	each('%s: required fields refuse to be left empty', (_, row) => {
		const demanded = allFieldsOf(row.operation.fields).filter(([, field]) => field.required && !hasUsual(field));
		for (const [, field] of demanded) for (const nothing of [undefined, '', null]) expect(() => field.read(nothing, readingWith())).toThrow();
	});

	each('%s: optional fields send nothing when nothing is given', (_, row) => {
		for (const [, field] of allFields(row).filter(([, one]) => !one.required && !one.members)) {
			expect(field.read(undefined, readingWith())).toBeUndefined();
		}
	});

	// n8n hands over the default of a parameter that nobody touched: a 0 or false among them would be written.
	each('%s: an optional field that nobody touched sends nothing', (id, { operation: { fields } }) => {
		const touched = Object.entries(fields).filter(([, { members, required, place }]) => !members && !required && place.in !== 'none' && !isChosen(place));
		const sent = touched.filter(([, { control, read }]) => read(control.type === 'resourceLocator' ? '' : control.default, readingWith()) !== undefined);
		expect(sent.map(([name]) => `${id} ${name}`).filter((name) => !SENT_UNTOUCHED.includes(name))).toEqual([]);
	});
});

const isChosen = ({ in: where }: Place): boolean => ['method', 'host', 'token'].includes(where);
/** Names and values of the user's own: several fields may add to them. */
const isFree = ({ control, inner }: Field): boolean => control.type === 'resourceMapper' || control.type === 'json' || (control.type === 'fixedCollection' && !inner);
/** A choice whose first entry stands for a usual value. */
const hasUsual = ({ control, read }: Field): boolean => control.type === 'options' && read(control.default, readingWith()) !== undefined;

function placeNames(place: Place): string[] {
	if (!('name' in place || 'nameFrom' in place)) return isChosen(place) ? [place.in] : [];
	if ('nameFrom' in place) return place.names.map((name) => `body ${name}`);
	return [place.name, ...('also' in place ? place.also ?? [] : [])].map((name) => `${place.in} ${name}`);
}

describe('effect and repeat', () => {
	each('%s: both are known words', (_, { operation: { effect, repeat } }) => {
		expect(['read', 'create', 'update', 'delete']).toContain(effect);
		if (typeof repeat !== 'object') expect(['absolute', 'never']).toContain(repeat);
		else if ('keyed' in repeat) expect(repeatCodes(repeat).length).toBeGreaterThan(0);
		else expect(repeat.verify.holds({}, {})).not.toBe(true);
	});

	promised('%s: they fit each other and the method', (id, { operation: { effect, repeat, route } }) => {
		const { method } = routeOf(route);
		if (effect === 'read') expect(repeat).toBe('absolute');
		if (method === 'GET') expect(effect).toBe('read');
		if (method === 'DELETE') expect(effect).toBe('delete');
		if (ADDED_BY_PUT.includes(id)) expect({ method, repeat }).toEqual({ method: 'PUT', repeat: 'never' });
		else if (method === 'PUT') expect({ effect, repeat }).toEqual({ effect: expect.stringMatching(/create|update/), repeat: 'absolute' });
		if (method !== 'GET' && effect === 'read') expect(READ_BY_POST).toContain(id);
		if (method === 'POST' && effect === 'create') expect(repeat).not.toBe('absolute');
	});

	each('%s: a code that means "done already" has a sentence of its own', (_, { operation: { repeat, meanings = {} } }) => {
		const codes = repeatCodes(repeat);
		expect(codes.filter((code) => !(code in meanings))).toEqual([]);
	});

	// What makes something new has no state to write twice; all else names it.
	promised('%s: only writes have a lane, and it names fields of the row', (_, { operation: { effect, lane, fields } }) => {
		if (effect === 'read') expect(lane).toBeUndefined();
		else if (effect !== 'create') expect(lane).toBeDefined();
		expect((lane ?? []).filter((name) => !(name in fields))).toEqual([]);
	});
});

describe('outputs', () => {
	each('%s: several ways to hand the answer on, each with its own value, name and description', (_, { operation: { outputs } }) => {
		if (!outputs) return;
		expect(outputs.length).toBeGreaterThan(1);
		for (const key of ['value', 'name', 'description'] as const) expect(repeated(outputs.map((output) => output[key]))).toEqual([]);
	});

	each('%s: no column of a record and of its entries have one name', (_, { operation: { outputs = [] } }) => {
		for (const { rows: made } of outputs) if (made) expect(Object.keys(made.record).filter((name) => name in made.entry)).toEqual([]);
	});

	each('%s: a page is at least one record and its place is known', (_, { operation: { list } }) => {
		if (list?.paging) expect(list.paging.max).toBeGreaterThan(0);
		if (list) expect(list.id.length).toBeGreaterThan(0);
	});
});

describe('variations', () => {
	const names = (operation: Operation): string[] => fieldsOf(operation.fields).flatMap(([, { place }]) => (place.in === 'body' ? placeNames(place).map((name) => name.slice('body '.length)) : []));

	each('%s: what is kept of a record is read from its own address, for a write that replaces it', (_, { operation: { merge, gather, fields, route, effect, encoding = 'json' } }) => {
		if (!merge) return;
		const isOwn = (name: string) => (gather ? fields[name]?.required === true : pathNames(route).includes(name));
		expect({ effect, encoding, reads: routeOf(merge.route).method, same: pathNames(merge.route).every(isOwn) }).toEqual({ effect: 'update', encoding: 'json', reads: 'GET', same: true });
	});

	each('%s: a read that tells of a write has only values of the row in its address', (_, { operation: { repeat, fields, lookUp } }) => {
		if (typeof repeat === 'object' && 'verify' in repeat) expect(pathNames(repeat.verify.route).filter((name) => !fields[name]?.required && lookUp?.fills !== name)).toEqual([]);
	});

	each('%s: a job is asked about by its own ID, and ends in a word that is no failure', (_, { operation: { job } }) => {
		if (job) expect({ names: pathNames(job.route), failed: job.done.filter((word) => job.failed.test(word)) }).toEqual({ names: ['job'], failed: [] });
	});

	each('%s: many items in one call have an entry or a list of their own, and results that can be told apart', (_, { operation }) => {
		const { gather } = operation;
		if (!gather) return;
		expect(gather.max).toBeGreaterThan(1);
		if (gather.union) expect(names(operation)).toContain(gather.into);
		if (gather.key) expect([...names(operation), ...names(operation).map((name) => name.replace(/\.0\./, '.'))]).toContain(gather.key);
		expect((gather.shared ?? []).filter((name) => !names(operation).includes(name))).toEqual([]);
	});

	each('%s: what can come from a table is one value a column, in columns of different names', (_, { operation: { gather, fields, bodyExample } }) => {
		if (!gather?.table) return;
		const cells = placed(fields);
		expect({ names: repeated(cells.map(([name]) => name)), objects: cells.filter(([, { inner, place }]) => inner || (place.in === 'body' && 'name' in place && place.name.includes('.'))).map(([name]) => name) }).toEqual({ names: [], objects: [] });
		expect({ bodyExample, isUnion: gather.union }).toEqual({ bodyExample: undefined, isUnion: undefined });
	});

	each('%s: a body of its own kind has a file in it, a raw one nothing else', (_, { operation: { encoding, fields } }) => {
		if (encoding !== 'multipart' && encoding !== 'raw') return;
		const inBody = Object.values(fields).filter(({ place }) => place.in === 'body');
		const files = inBody.filter((field) => valuesOf(field).some((value) => typeof value === 'object' && value !== null && 'mimeType' in value));
		expect({ files: files.length, others: encoding === 'raw' ? inBody.length - files.length : 0 }).toEqual({ files: 1, others: 0 });
	});

	each('%s: the example of its JSON body is an object', (_, { operation: { bodyExample } }) => {
		if (bodyExample !== undefined) expect(JSON.parse(bodyExample)).toEqual(expect.objectContaining({}));
	});
});

test('the share of operations with code of their own is at most a tenth', () => {
	const own = rows.filter(({ operation }) => 'run' in operation);
	expect(own.length).toBeLessThanOrEqual(rows.length / 10);
});

test('the exceptions named here still exist', () => {
	expect([...READ_BY_POST, ...ADDED_BY_PUT, ...SENT_UNTOUCHED.map((name) => name.split(' ')[0])].filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
});

each('%s: what it needs one of are fields of its own, several of them and none required', (_, { operation: { anyOf, oneOf, goesWith = {}, fields } }) => {
	for (const names of [anyOf, oneOf].filter((list) => list !== undefined)) {
		expect(names.length).toBeGreaterThan(1);
		expect(names.filter((name) => fieldAt(fields, name)?.required !== false)).toEqual([]);
	}
	expect(Object.entries(goesWith).flat().filter((name) => fieldAt(fields, name)?.required !== false)).toEqual([]);
});
