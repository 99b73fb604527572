import fc from 'fast-check';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ApiVersion, Field, Fields, Reading } from '../../engine/types';
import type { ServiceName, SimulatorState } from '../../simulator/types';
import { contractOf } from '../contract/contracts';
import type { Members } from '../contract/contracts';
import { below, callOf, parentOf } from '../contract/sent';
import type { Row, VersionedRow } from '../table/rows';
import { FILE_NAME, fileFor, filesFor, readerOf, readingWith } from './files';
import { either, existing } from './known';

/** Inputs are made by one seed; the random rounds of the tests have another one each time. */
export const SEED = 20261122;

/** What an input shall be made of. */
export interface Wish {
	/** What exists, to take IDs from. */
	state: SimulatorState;
	/** Values of the fields that name the member of another field; see `forms`. */
	form?: Record<string, string>;
	/** Takes the values that exist in turn instead of at random. */
	turn?: number;
}

/** All that decides the values of one input. */
export interface Context extends Wish {
	row: VersionedRow;
	form: Record<string, string>;
	/** Every field, or only what is needed. */
	isFull: boolean;
	/** Which of the values that fit each other only go into this input. */
	step: number;
	/** Places in the body that stay empty, as others that exclude them are given. */
	without: string[];
}

/** A field of a row with its parameter, and the name of the object or list entry that it stands in. */
interface Placed {
	name: string;
	field: Field;
	parent: string;
}

type Kind = (placed: Placed, context: Context) => fc.Arbitrary<unknown>;

/** The simulator's name of the service that a row belongs to. */
export const serviceOf = ({ api }: Row): ServiceName => api.credential.replace(/Api$/, '') as ServiceName;

export const inVersion = (fields: Fields, version?: ApiVersion): Array<[string, Field]> => Object.entries(fields).filter(([, field]) => !field.version || field.version === version?.value);

const readingOf = ({ row, form }: Context): Reading => readingWith({ values: form, version: row.version?.value, file: readerOf(filesFor(row.operation.fields)) });

/** Whether a field makes something of what stands in its parameter. */
function accepts(field: Field, context: Context, raw: unknown): boolean {
	try {
		return (field.place.in === 'none' && !('term' in field)) || field.read(raw, readingOf(context)) !== undefined;
	} catch {
		return false;
	}
}

/** The API's own name of a field's value: a term of a filter by `parameter:term`, what is not sent by its parameter. */
function ownName({ name, field, parent }: Placed, { form }: Context): string {
	const { place } = field;
	if ('term' in field) return `${parent}:${(field as Field & { term: { name: string } }).term.name}`;
	if (place.in === 'none') return parent && name === 'ownFilter' ? `${parent}:` : name;
	return 'nameFrom' in place ? form[place.nameFrom] : 'name' in place ? place.name : name;
}

/** Values that exist for a field, of which one is taken in turn where that is wished. */
function candidatesOf(placed: Placed, context: Context): string[] | undefined {
	const { row, state, turn, step } = context;
	const name = ownName(placed, context);
	const { method, path } = callOf(row.api, row.operation);
	const found = existing(state, serviceOf(row), path, name, below(placed.parent, name), turn ?? step, method);
	if (found?.length === 0) throw new Error(`${row.id}: nothing exists in the simulator for ${name}`);
	return found && turn !== undefined ? [found[turn % found.length]] : found;
}

const optionsOf = ({ control }: Field): string[] => (control.options as INodePropertyOptions[]).map(({ value }) => String(value));

/** A text that begins with an equals sign is an expression to n8n. */
const typed = (unit: 'grapheme' | 'grapheme-ascii') => fc.string({ unit, minLength: 1, maxLength: 24 }).filter((text) => !text.trim().startsWith('='));
const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
const list = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
/** What people type, from the loosest form to the strictest. */
const FORMS: Array<fc.Arbitrary<string>> = [
	typed('grapheme'), typed('grapheme-ascii'), fc.uuid(), fc.integer({ min: 1, max: 99_999 }).map(String), fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
	fc.integer({ min: 1, max: 1e9 }).map((number) => `v1|${number}|0`), fc.webUrl({ validSchemes: ['https'] }), fc.emailAddress(), ...[12, 13, 14].map((length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))),
	list('US', 'GB', 'DE'), list('en', 'de', 'fr'), list('en-US', 'de-DE'), list('USD', 'EUR', 'GBP'), list('09:30', '17:45'), fc.integer({ min: 10_000, max: 99_999 }).map((one) => `12-${one}-${one + 10_000}`),
];

const text: Kind = (placed, context) => {
	const { field } = placed;
	if (fileFor(field)) return fc.constant(FILE_NAME);
	const found = candidatesOf(placed, context);
	if (found) {
		const isList = accepts(field, context, [found[0]]);
		return isList ? fc.tuple(fc.subarray(found, { minLength: 1, maxLength: Math.min(5, found.length) }), fc.constantFrom(', ', '\n')).map(([some, mark]) => some.join(mark)) : fc.constantFrom(...found);
	}
	// HTTP knows no other letters in a header
	const usable = field.place.in === 'header' ? FORMS.slice(1) : FORMS;
	const made = usable.find((form) => fc.sample(form, { seed: SEED, numRuns: 10 }).filter((value) => accepts(field, context, value)).length >= 5);
	if (!made) throw new Error(`${context.row.id}: no form of text suits '${field.control.displayName}'; name what exists in known.ts, or add a form`);
	return made;
};

const locator: Kind = (placed, context) =>
	fc.tuple(fc.constantFrom(...(candidatesOf(placed, context) ?? ['6dc3646a-8719-483e-8b4c-617215fb1bf0'])), fc.constantFrom('list', 'id')).map(([value, mode]) => ({
		__rl: true, mode, value, ...(mode === 'list' ? { cachedResultName: `Name of ${value}` } : {}),
	}));

const number: Kind = (placed, context) => {
	const found = candidatesOf(placed, context);
	if (found) return fc.constantFrom(...found.map(Number));
	const { minValue, maxValue, numberPrecision } = placed.field.control.typeOptions ?? {};
	const min = minValue ?? 0;
	const whole = fc.integer({ min, max: maxValue ?? min + 500 });
	return numberPrecision === 0 ? whole : fc.tuple(whole, fc.integer({ min: 0, max: 3 })).map(([value, quarters]) => value + quarters / 4);
};

const days = (min: Date, max: Date) => fc.tuple(fc.date({ min, max, noInvalidDate: true }), fc.constantFrom('', 'Z', '+02:00')).map(([date, zone]) => `${date.toISOString().slice(0, 19)}${zone}`);
const ago = (count: number): Date => new Date(Date.now() - count * 86_400_000);

/** The ends of a range lie in the past, one before the other. */
const dateTime: Kind = ({ field, name }) => {
	if (name === 'openedAfter') return days(ago(60), ago(31));
	if (name === 'openedBefore') return days(ago(30), ago(2));
	if (!('term' in field)) return days(new Date('2026-08-01T00:00:00Z'), new Date('2026-12-31T00:00:00Z'));
	return (field as Field & { term: { part: string } }).term.part === 'from' ? days(ago(60), ago(31)) : days(ago(30), ago(2));
};

/** A member of an object in the user's own words, from what the contract says of it and of what stands below it. */
function documented(members: Members, at: string, find: (name: string) => string | undefined): unknown {
	if (Object.keys(members).some((name) => name.startsWith(`${at}[]`))) {
		const { items = 'object' } = members[at] ?? {};
		return [Object.keys(members).some((name) => name.startsWith(`${at}[].`)) ? documented(members, `${at}[]`, find) : items === 'object' ? {} : 'text'];
	}
	const steps = Object.keys(members).filter((name) => name.startsWith(at === '' ? '' : `${at}.`) && name !== at).map((name) => name.slice(at === '' ? 0 : at.length + 1).split(/\.|\[\]/)[0]);
	if (steps.length) return Object.fromEntries([...new Set(steps)].map((name) => [name, documented(members, below(at, name), find)]));
	const { type = 'object', items, enum: values } = members[at] ?? {};
	const one = find(at) ?? values?.[0] ?? 'text';
	const plain: Record<string, unknown> = { integer: 1, number: 1.5, boolean: true, array: items === 'object' ? [{}] : [one], object: {} };
	return plain[type] ?? one;
}

const json: Kind = (placed, context) => {
	const { row, state, turn, step } = context;
	const { operation } = row;
	const at = below(placed.parent || (parentOf(operation, placed.field) ?? ''), ownName(placed, context));
	const members: Members = Object.assign({}, ...[operation, ...(operation.steps?.writes.map(({ make }) => make) ?? [])].map((one) => contractOf(callOf(row.api, one, row.version))?.body ?? {}));
	const made = documented(members, at, (name) => existing(state, serviceOf(row), callOf(row.api, operation).path, name, name, turn ?? step)?.[0]);
	const isNothing = typeof made !== 'object' || made === null || !Object.keys(made).length;
	return isNothing ? fc.dictionary(fc.constantFrom('a', 'b'), fc.nat(), { minKeys: 1 }).map((value) => (accepts(placed.field, context, '[]') ? JSON.stringify([value]) : JSON.stringify(value))) : fc.constant(JSON.stringify(made));
};

/** Entries of a repeated object, or names with values; those that name what exists name it once. */
const entries: Kind = ({ name, field, parent }, context) => {
	if (!field.inner) return fc.uniqueArray(fc.record({ name: word, value: word }), { minLength: 1, maxLength: 3, selector: (entry) => entry.name }).map((made) => ({ entries: made }));
	const at = `${below(parent, ownName({ name, field, parent }, context))}[]`;
	const known = inVersion(field.inner, context.row.version);
	const ids = known.filter(([key, member]) => candidatesOf({ name: key, field: member, parent: at }, context)).map(([key]) => key);
	const entry = entryOf(field, known, at, context);
	const sizes = { minLength: 1, maxLength: 3 };
	const several = ids.length ? fc.uniqueArray(entry, { ...sizes, selector: (one) => JSON.stringify(ids.map((id) => idOf((one as Record<string, unknown>)[id]))) }) : fc.array(entry, sizes);
	return several.map((made) => ({ entries: made }));
};

/** What a locator names, however it was chosen. */
const idOf = (raw: unknown): unknown => (typeof raw === 'object' && raw !== null && '__rl' in raw ? (raw as unknown as { value: unknown }).value : raw);

/** One entry: all members but those that exclude each other, or what it needs. */
function entryOf(field: Field, known: Array<[string, Field]>, at: string, context: Context): fc.Arbitrary<unknown> {
	const needed = known.filter(([, member]) => member.required);
	if (!context.isFull && needed.length) {
		const made = record(needed, context, at);
		if (accepts(field, context, { entries: fc.sample(made, { seed: SEED, numRuns: 1 }) })) return made;
	}
	const groups = either(serviceOf(context.row), callOf(context.row.api, context.row.operation).path).filter((group) => group.every((one) => one.startsWith(`${at}.`)));
	return groups.reduce((made, group) => made.chain((without) => fc.constantFrom(...group).map((chosen) => [...without, ...group.filter((one) => one !== chosen)])), fc.constant<string[]>([])).chain((without) =>
		record(known.filter(([name, member]) => !isUnder(below(at, ownName({ name, field: member, parent: at }, context)), without)), context, at));
}

/** Whether a name stands in one of the places, or below it. */
export const isUnder = (name: string, places: string[]): boolean => places.some((one) => name === one || name.startsWith(`${one}.`) || name.startsWith(`${one}[`));

/** What the editor stores, by the control of the field. */
const KINDS: Partial<Record<INodeProperties['type'], Kind>> = {
	boolean: () => fc.boolean(),
	number, dateTime, json,
	options: (placed, context) => fc.constantFrom(...(candidatesOf(placed, context) ?? optionsOf(placed.field))),
	multiOptions: (placed, context) => fc.subarray(placed.field.control.options ? optionsOf(placed.field) : candidatesOf(placed, context)!, { minLength: 1 }),
	string: text,
	resourceLocator: locator,
	fixedCollection: entries,
	collection: (placed, context) => record(inVersion(placed.field.inner!, context.row.version), context, ownName(placed, context)),
	resourceMapper: () => fc.record({ mappingMode: fc.constant('defineBelow'), value: fc.dictionary(word, fc.oneof(word, fc.tuple(word, word).map((two) => two.join('\n'))), { minKeys: 1, maxKeys: 3 }), schema: fc.constant([]) }),
};

/** What the editor stores for a field. */
export function stored(placed: Placed, context: Context): fc.Arbitrary<unknown> {
	const { control } = placed.field;
	const kind = KINDS[control.type];
	if (!kind) throw new Error(`${context.row.id}: no values are known for a control of type ${control.type}`);
	const read = (raw: unknown): unknown => (control.type === 'resourceLocator' ? (raw as { value: unknown }).value : raw);
	return kind(placed, context).filter((raw) => accepts(placed.field, context, read(raw)));
}

/** An object with a value for each of the fields. */
export const record = (fields: Array<[string, Field]>, context: Context, parent = ''): fc.Arbitrary<Record<string, unknown>> =>
	fc.record(Object.fromEntries(fields.map(([name, field]) => [name, stored({ name, field, parent }, context)])));
