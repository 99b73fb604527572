import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { shown } from './checks';
import { inVersion, readMembers } from './members';
import { FieldProblem } from './problem';
import { at, guarded, refusal } from './refusal';
import { getPath } from './request';
import { cellOf, columnOf } from './tabular';
import type { Field, Fields, FileContent, Operation, Reading, Result, Unit, Values } from './types';

/** What gives parameters and files: a run, or what stands for it at a poll. */
export type Parameters = Pick<IExecuteFunctions, 'getNodeParameter' | 'getTimezone' | 'getInputData'>;

/** What is looked at of a row. */
type Checked = Pick<Operation, 'fields' | 'anyOf' | 'oneOf' | 'notAllZero' | 'rules' | 'goesWith' | 'bodyExample'>;

/**
 * The checked values of one item, by parameter name; a collection's members stand under its name. The failure names
 * the parameter as the user sees it, and the item if there are any.
 */
export function readValues(context: Parameters, operation: Checked, credentials: IDataObject, unit: Unit | undefined, version?: string): Result<Values> {
	const itemIndex = unit?.item ?? 0;
	const reading: Reading = { values: {}, timezone: context.getTimezone(), version, credentials, file: (name) => fileOf(context, itemIndex, name) };
	const asJson = isBodyJson(context, operation, itemIndex);
	for (const [name, field] of Object.entries(operation.fields)) {
		if (!inVersion(field, version) || (asJson && isInBody(field))) continue;
		const column = unit?.row && columnOf(field, reading.values);
		const got = guarded(column ?? field.control.displayName, unit, () => (column === undefined ? readField(context, name, field, itemIndex, reading) : field.read(cellOf(unit!.row!, column), reading)));
		if (!got.ok) return got;
		if (got.value !== undefined) reading.values[name] = got.value;
	}
	const broken = asJson ? undefined : brokenRule(operation, reading.values);
	return broken ? { ok: false, failure: refusal(`${broken}${at(unit)}`) } : { ok: true, value: reading.values };
}

/** What is wrong with the fields together; undefined when nothing is. */
function brokenRule({ anyOf, oneOf, notAllZero, rules = [], goesWith = {}, fields }: Checked, values: Values): string | undefined {
	const isGiven = (name: string) => getPath(values, name) !== undefined;
	const labels = (names: readonly string[]) => names.map((name) => `'${fieldAt(fields, name).control.displayName}'`).join(', ');
	if (anyOf && !anyOf.some(isGiven)) return `Give at least one of ${labels(anyOf)}`;
	if (notAllZero?.every((name) => values[name] === 0)) return `Give more than 0 for at least one of ${labels(notAllZero)}`;
	if (oneOf && oneOf.filter(isGiven).length !== 1) return `Give ${oneOf.some(isGiven) ? 'only one' : 'one'} of ${labels(oneOf)}`;
	for (const { when: [name, value], needs = [], bars = [] } of rules.filter(({ when: [name, value] }) => values[name] === value)) {
		const [missing, barred] = [needs.filter((one) => !isGiven(one)), bars.filter(isGiven)];
		const where = `where ${labels([name])} is ${chosenName(fields[name], value)}`;
		if (missing.length) return `Give ${labels(missing)} ${where}`;
		if (barred.length) return `Leave ${labels(barred)} empty ${where}`;
	}
	const alone = Object.entries(goesWith).find(([name, other]) => isGiven(name) && !isGiven(other));
	return alone && `${labels([alone[0]])} needs ${labels([alone[1]])}`;
}

/** The name of a choice as it is shown. */
const chosenName = ({ control: { options = [] } }: Field, value: string): string => options.find((one) => 'value' in one && one.value === value)?.name ?? value;

/** Whether the body is given as one JSON text instead of fields. */
export const isBodyJson = (context: Parameters, { bodyExample }: Pick<Operation, 'bodyExample'>, itemIndex: number): boolean => bodyExample !== undefined && context.getNodeParameter('bodyInput', itemIndex, 'fields') === 'json';

/** Whether a field, or all members of a collection, stand in the body. */
export const isInBody = ({ place, members }: Field): boolean => (members ? Object.values(members).every(isInBody) : place.in === 'body');

/** A field by name, or a member of a collection by dot path. */
export function fieldAt(fields: Fields, path: string): Field {
	const [name, member] = path.split('.');
	return member ? fields[name].members![member] : fields[name];
}

function readField(context: Parameters, name: string, field: Field, itemIndex: number, reading: Reading): unknown {
	const raw = context.getNodeParameter(name, itemIndex, undefined, { extractValue: field.control.type === 'resourceLocator' });
	return field.members ? readCollection(field, field.members, (raw ?? {}) as Values, reading) : field.read(raw, reading);
}

/** The members of a collection, of which at least one may be demanded. */
function readCollection(field: Field, members: Fields, raw: Values, reading: Reading): Values {
	const values = readMembers(members, raw, reading);
	if (field.atLeastOne && !Object.keys(values).length) {
		const known = Object.values(members).filter((member) => inVersion(member, reading.version));
		throw new FieldProblem(`needs at least one of: ${known.map(({ control }) => control.displayName).join(', ')}`);
	}
	return values;
}

/** The file of an input item by its name there. @throws FieldProblem */
function fileOf(context: Parameters, itemIndex: number, name: string): FileContent {
	const found = context.getInputData()[itemIndex]?.binary?.[name];
	if (!found) {
		const names = Object.keys(context.getInputData()[itemIndex]?.binary ?? {});
		throw new FieldProblem(`names no file of this item: ${shown(name)}`, names.length ? `The item has: ${names.join(', ')}.` : 'The item has no file; put a node before this one that reads or downloads it.');
	}
	const { id, data, fileName = name, mimeType, bytes } = found;
	return { id, data, fileName, mimeType, size: bytes ?? (id ? undefined : Buffer.byteLength(data, 'base64')) };
}
