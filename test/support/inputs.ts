import fc from 'fast-check';
import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ApiVersion, Field, Fields, Reading } from '../../engine/types';
import type { ServiceName, SimulatorState } from '../../simulator/types';
import { callOf } from '../contract/sent';
import type { Row } from '../table/rows';
import { existing } from './known';

/** Inputs are made by one seed; the random rounds of the tests have another one each time. */
export const SEED = 20261122;

/** An operation in one version of its API. */
export type VersionedRow = Row & { version?: ApiVersion };

/** What an input shall be made of. */
export interface Wish {
	/** What exists, to take IDs from. */
	state: SimulatorState;
	/** Values of the fields that name the member of another field; see `forms`. */
	form?: Record<string, string>;
	/** Takes the values that exist in turn instead of at random. */
	turn?: number;
}

type Kind = (field: Field, context: Context) => fc.Arbitrary<unknown>;

interface Context extends Wish {
	row: VersionedRow;
	form: Record<string, string>;
}

/** The simulator's name of the service that a row belongs to. */
export const serviceOf = ({ api }: Row): ServiceName => api.credential.replace(/Api$/, '') as ServiceName;

const inVersion = (fields: Fields, version?: ApiVersion): Array<[string, Field]> => Object.entries(fields).filter(([, field]) => !field.version || field.version === version?.value);

const readingOf = ({ row, form }: Context): Reading => ({ values: form, timezone: 'UTC', version: row.version?.value });

/** Whether a field sends something for what stands in its parameter. */
function accepts(field: Field, context: Context, raw: unknown): boolean {
	try {
		return field.place.in === 'none' || field.read(raw, readingOf(context)) !== undefined;
	} catch {
		return false;
	}
}

function candidatesOf({ place }: Field, { row, state, form, turn }: Context): string[] | undefined {
	if (place.in === 'none') return undefined;
	const name = 'nameFrom' in place ? form[place.nameFrom] : place.name;
	const found = existing(state, serviceOf(row), callOf(row.api, row.operation).path, name);
	if (found?.length === 0) throw new Error(`${row.id}: nothing exists in the simulator for ${name}`);
	return found && turn !== undefined ? [found[turn % found.length]] : found;
}

const valuesOf = ({ control }: Field): string[] => (control.options as INodePropertyOptions[]).map(({ value }) => String(value));

/** A text that begins with an equals sign is an expression to n8n. */
const typed = (unit: 'grapheme' | 'grapheme-ascii') => fc.string({ unit, minLength: 1, maxLength: 24 }).filter((text) => !text.trim().startsWith('='));
/** What people type, from the loosest form to the strictest. */
const FORMS: Array<fc.Arbitrary<string>> = [
	typed('grapheme'), typed('grapheme-ascii'), fc.uuid(), fc.integer({ min: 1, max: 99_999 }).map(String), fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
	fc.integer({ min: 1, max: 1e9 }).map((number) => `v1|${number}|0`), fc.webUrl(), fc.emailAddress(), ...[12, 13, 14].map((length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))),
];

const text: Kind = (field, context) => {
	const found = candidatesOf(field, context);
	if (found) {
		const isList = accepts(field, context, [found[0]]);
		return isList ? fc.tuple(fc.subarray(found, { minLength: 1, maxLength: Math.min(5, found.length) }), fc.constantFrom(', ', '\n')).map(([list, mark]) => list.join(mark)) : fc.constantFrom(...found);
	}
	// HTTP knows no other letters in a header
	const usable = field.place.in === 'header' ? FORMS.slice(1) : FORMS;
	const made = usable.find((form) => fc.sample(form, { seed: SEED, numRuns: 10 }).filter((value) => accepts(field, context, value)).length >= 5);
	if (!made) throw new Error(`${context.row.id}: no form of text suits '${field.control.displayName}'; name what exists in known.ts, or add a form`);
	return made;
};

const locator: Kind = (field, context) =>
	fc.tuple(fc.constantFrom(...(candidatesOf(field, context) ?? ['6dc3646a-8719-483e-8b4c-617215fb1bf0'])), fc.constantFrom('list', 'id')).map(([value, mode]) => ({
		__rl: true, mode, value, ...(mode === 'list' ? { cachedResultName: `Name of ${value}` } : {}),
	}));

const number: Kind = ({ control: { typeOptions: { minValue, maxValue, numberPrecision } = {} } }) => {
	const min = minValue ?? 0;
	const whole = fc.integer({ min, max: maxValue ?? min + 500 });
	return numberPrecision === 0 ? whole : fc.tuple(whole, fc.integer({ min: 0, max: 3 })).map(([value, quarters]) => value + quarters / 4);
};

const day = { min: new Date('2026-08-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true };

/** What the editor stores, by the control of the field. */
const KINDS: Partial<Record<INodeProperties['type'], Kind>> = {
	boolean: () => fc.boolean(),
	number,
	options: (field, context) => fc.constantFrom(...(candidatesOf(field, context) ?? valuesOf(field))),
	multiOptions: (field) => fc.subarray(valuesOf(field), { minLength: 1 }),
	dateTime: () => fc.tuple(fc.date(day), fc.constantFrom('', 'Z', '+02:00')).map(([date, zone]) => `${date.toISOString().slice(0, 19)}${zone}`),
	json: () => fc.dictionary(fc.constantFrom('a', 'b'), fc.nat(), { minKeys: 1 }).map((value) => JSON.stringify(value)),
	string: text,
	resourceLocator: locator,
};

function stored(field: Field, context: Context): fc.Arbitrary<unknown> {
	const kind = KINDS[field.control.type];
	if (!kind) throw new Error(`${context.row.id}: no values are known for a control of type ${field.control.type}`);
	const read = (raw: unknown): unknown => (field.control.type === 'resourceLocator' ? (raw as { value: unknown }).value : raw);
	return kind(field, context).filter((raw) => accepts(field, context, read(raw)));
}

const record = (entries: Array<[string, Field]>, context: Context) => fc.record(Object.fromEntries(entries.map(([name, field]) => [name, stored(field, context)])));

/** A collection with all members, or with the one that it needs. */
function members(field: Field, context: Context, isFull: boolean, needed?: string): fc.Arbitrary<unknown> | undefined {
	const known = inVersion(field.members!, context.row.version);
	if (isFull) return known.length ? record(known, context) : undefined;
	if (needed) return record(known.filter(([name]) => name === needed), context);
	return field.atLeastOne ? fc.oneof(...known.map((entry) => record([entry], context))) : undefined;
}

function fieldParameters(context: Context, isFull: boolean): Record<string, fc.Arbitrary<unknown>> {
	const made: Record<string, fc.Arbitrary<unknown>> = {};
	const [needed, member] = context.row.operation.anyOf?.[0].split('.') ?? [];
	for (const [name, field] of inVersion(context.row.operation.fields, context.row.version)) {
		if (name in context.form) {
			if (context.form[name] !== field.control.default) made[name] = fc.constant(context.form[name]);
			continue;
		}
		const value = field.members ? members(field, context, isFull, name === needed ? member : undefined) : isFull || field.required || name === needed ? stored(field, context) : undefined;
		if (value) made[name] = value;
	}
	return made;
}

/** Stands for Return All and Limit, of which one is stored. */
const RECORDS = '(records)';

/** Return All or Limit, and the options that are numbers; the shape of the output stays the default one. */
function commonParameters({ row: { operation, description } }: Context): Record<string, fc.Arbitrary<unknown>> {
	const options = description.properties.find(({ name }) => name === 'options')!.options as INodeProperties[];
	const numbers = options.filter(({ type, displayOptions }) => type === 'number' && !displayOptions);
	const few = ({ typeOptions }: INodeProperties) => {
		const min = typeOptions?.minValue ?? 0;
		return fc.integer({ min, max: Math.min(typeOptions?.maxValue ?? Infinity, min + 20) });
	};
	const list = fc.oneof(fc.constant({ returnAll: true }), fc.integer({ min: 1, max: 60 }).map((limit) => ({ limit })));
	return { options: fc.record(Object.fromEntries(numbers.map((one) => [one.name, few(one)]))), ...(operation.list ? { [RECORDS]: list } : {}) };
}

/** Each way to name the member of a field that takes its name from an option; one empty form where there is none. */
export function forms({ operation: { fields } }: Row): Array<Record<string, string>> {
	const names = [...new Set(Object.values(fields).flatMap(({ place }) => ('nameFrom' in place ? [place.nameFrom] : [])))];
	return names.reduce<Array<Record<string, string>>>((made, name) => made.flatMap((form) => valuesOf(fields[name]).map((value) => ({ ...form, [name]: value }))), [{}]);
}

function parameters(row: VersionedRow, wish: Wish, isFull: boolean): fc.Arbitrary<INodeParameters> {
	const { resource, operation, version, api } = row;
	const chosen = { resource: resource.value, operation: operation.value, ...(version && version !== api.versions?.[0] ? { apiVersion: version.value } : {}) };
	const form = wish.form ? fc.constant(wish.form) : fc.constantFrom(...(isFull ? forms(row) : forms(row).slice(0, 1)));
	return form.chain((own) => {
		const context = { ...wish, row, form: own };
		const made = { ...fieldParameters(context, isFull), ...(isFull ? commonParameters(context) : {}) };
		return fc.record(made).map(({ [RECORDS]: records, ...values }) => ({ ...chosen, ...values, ...(records as object | undefined) }) as INodeParameters);
	});
}

/** Parameters of an operation with no more than it needs, as the editor stores them. */
export const minimal = (row: VersionedRow, wish: Wish): fc.Arbitrary<INodeParameters> => parameters(row, wish, false);

/** Parameters of an operation with every field that the version has. */
export const full = (row: VersionedRow, wish: Wish): fc.Arbitrary<INodeParameters> => parameters(row, wish, true);

/** One of the generated inputs; the same for the same seed. */
export const sample = (made: fc.Arbitrary<INodeParameters>, seed = SEED): INodeParameters => fc.sample(made, { seed, numRuns: 1 })[0];
