import fc from 'fast-check';
import type { INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { keepsRecords } from '../../engine/plan';
import type { Field } from '../../engine/types';
import { callOf } from '../contract/sent';
import type { Row, VersionedRow } from '../table/rows';
import { inVersion, isUnder, record, SEED, serviceOf, stored } from './kinds';
import type { Context, Wish } from './kinds';
import { barred, either, needed as neededBy } from './known';

export { SEED, serviceOf } from './kinds';
export type { Wish } from './kinds';
export type { VersionedRow } from '../table/rows';

/** Whether another value excludes this field in this input. */
const isLeftOut = ({ place }: Field, { without }: Context): boolean => (place.in === 'body' || place.in === 'query') && 'name' in place && isUnder(place.name, without);

/** A collection with all members, or with those that it needs. */
function members(field: Field, context: Context, needed: string[]): fc.Arbitrary<unknown> | undefined {
	const known = inVersion(field.members!, context.row.version).filter(([, member]) => !isLeftOut(member, context));
	if (context.isFull) return known.length ? record(known, context) : undefined;
	if (needed.length) return record(known.filter(([name]) => needed.includes(name)), context);
	return field.atLeastOne ? fc.oneof(...known.map((entry) => record([entry], context))) : undefined;
}

function fieldParameters(context: Context): Record<string, fc.Arbitrary<unknown>> {
	const { row } = context;
	const made: Record<string, fc.Arbitrary<unknown>> = {};
	const needed = [...((row.operation.anyOf ?? row.operation.oneOf)?.slice(0, 1) ?? []), ...neededBy(serviceOf(row), callOf(row.api, row.operation).path)].map((path) => path.split('.'));
	for (const [name, field] of inVersion(row.operation.fields, row.version)) {
		if (name in context.form) {
			if (context.form[name] !== field.control.default) made[name] = fc.constant(context.form[name]);
			continue;
		}
		if (isLeftOut(field, context)) continue;
		const mine = needed.filter(([one]) => one === name);
		const isWanted = context.isFull || field.required || mine.length > 0;
		const value = field.members ? members(field, context, mine.map(([, member]) => member)) : isWanted ? stored({ name, field, parent: '' }, context) : undefined;
		if (value) made[name] = value;
	}
	return made;
}

/** Stands for Return All and Limit, of which one is stored. */
const RECORDS = '(records)';

/** The options that are numbers; a job is asked about every second, as tests have no time. */
function options({ row: { operation, description }, isFull }: Context): fc.Arbitrary<unknown> | undefined {
	const known = description.properties.find(({ name }) => name === 'options')!.options as INodeProperties[];
	const numbers = isFull ? known.filter(({ type, displayOptions }) => type === 'number' && !displayOptions) : [];
	const few = ({ typeOptions }: INodeProperties) => {
		const min = typeOptions?.minValue ?? 0;
		return fc.integer({ min, max: Math.min(typeOptions?.maxValue ?? Infinity, min + 20) });
	};
	const made = { ...Object.fromEntries(numbers.map((one) => [one.name, few(one)])), ...(operation.job ? { checkEvery: fc.constant(1) } : {}) };
	return isFull || operation.job ? fc.record(made) : undefined;
}

/** Return All or Limit, what becomes of the rest of a record and of a file, and the options; the shape of the output stays the default one. */
function commonParameters(context: Context): Record<string, fc.Arbitrary<unknown>> {
	const { row: { operation }, isFull } = context;
	const list = fc.oneof(fc.constant({ returnAll: true }), fc.integer({ min: 1, max: 60 }).map((limit) => ({ limit })));
	const made = options(context);
	return {
		...(made ? { options: made } : {}),
		...(isFull && operation.list ? { [RECORDS]: list } : {}),
		...(isFull && keepsRecords(operation) ? { keepOtherFields: fc.boolean() } : {}),
		...(isFull && (operation.binary || operation.embedded || operation.job) ? { binaryProperty: fc.constantFrom('data', 'file') } : {}),
	};
}

const valuesOf = ({ control }: Field): string[] => (control.options as INodePropertyOptions[]).map(({ value }) => String(value));

/** Each way to name the member of a field that takes its name from an option; one empty form where there is none. */
export function forms({ operation: { fields } }: Row): Array<Record<string, string>> {
	const names = [...new Set(Object.values(fields).flatMap(({ place }) => ('nameFrom' in place ? [place.nameFrom] : [])))];
	return names.reduce<Array<Record<string, string>>>((made, name) => made.flatMap((form) => valuesOf(fields[name]).map((value) => ({ ...form, [name]: value }))), [{}]);
}

/** Of places at the top of the body that exclude each other one is filled: the first one in a minimal input. */
function choices(row: VersionedRow, isFull: boolean): fc.Arbitrary<string[]> {
	const groups = either(serviceOf(row), callOf(row.api, row.operation).path).filter((group) => !group.some((name) => name.includes('[]')));
	const left = groups.map((group) => fc.constantFrom(...(isFull ? group : group.slice(0, 1))).map((chosen) => group.filter((name) => name !== chosen)));
	return fc.tuple(...left).map((lists) => [...lists.flat(), ...barred(serviceOf(row), row.operation.route)]);
}

/** Leaves out what does not go with the choices that were made; a smallest input chooses what asks for nothing more. */
function obeying({ operation: { rules = [] } }: VersionedRow, isFull: boolean, given: INodeParameters): INodeParameters {
	const values = structuredClone(given) as Record<string, Record<string, unknown> | unknown>;
	const met = () => rules.filter(({ when: [name, value] }) => values[name] === value);
	const asking = isFull ? undefined : met().find(({ needs }) => needs);
	if (asking) values[asking.when[0]] = rules.find(({ when: [name], needs }) => name === asking.when[0] && !needs)!.when[1];
	for (const [name, member] of met().flatMap(({ bars = [] }) => bars).map((path) => path.split('.'))) {
		if (member === undefined) delete values[name];
		else delete (values[name] as Record<string, unknown> | undefined)?.[member];
	}
	return values as INodeParameters;
}

function parameters(row: VersionedRow, wish: Wish, isFull: boolean): fc.Arbitrary<INodeParameters> {
	const { resource, operation, version, api } = row;
	const chosen = { resource: resource.value, operation: operation.value, ...(version && version !== api.versions?.[0] ? { apiVersion: version.value } : {}) };
	const form = wish.form ? fc.constant(wish.form) : fc.constantFrom(...(isFull ? forms(row) : forms(row).slice(0, 1)));
	return fc.tuple(form, choices(row, isFull), fc.nat(999)).chain(([own, without, step]) => {
		const context = { ...wish, row, form: own, isFull, without, step };
		return fc.record({ ...fieldParameters(context), ...commonParameters(context) }).map(({ [RECORDS]: records, ...values }) => obeying(row, isFull, { ...chosen, ...values, ...(records as object | undefined) } as INodeParameters));
	});
}

/** Parameters of an operation with no more than it needs, as the editor stores them. */
export const minimal = (row: VersionedRow, wish: Wish): fc.Arbitrary<INodeParameters> => parameters(row, wish, false);

/** Parameters of an operation with every field that the version has. */
export const full = (row: VersionedRow, wish: Wish): fc.Arbitrary<INodeParameters> => parameters(row, wish, true);

/** One of the generated inputs; the same for the same seed. */
export const sample = (made: fc.Arbitrary<INodeParameters>, seed = SEED): INodeParameters => fc.sample(made, { seed, numRuns: 1 })[0];
