import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { FieldProblem } from './problem';
import { getPath } from './request';
import type { Failure, Field, Fields, Operation, Reading, Result, Values } from './types';

const inVersion = (field: Field, version?: string): boolean => !field.version || field.version === version;

/**
 * The checked values of one item, by parameter name; a collection's members stand under its name. The failure names
 * the parameter as the user sees it, and the item.
 */
export function readValues(context: IExecuteFunctions, operation: Operation, itemIndex: number, version?: string): Result<Values> {
	const reading: Reading = { values: {}, timezone: context.getTimezone(), version };
	for (const [name, field] of Object.entries(operation.fields)) {
		if (!inVersion(field, version)) continue;
		const got = guarded(field.control.displayName, itemIndex, () => readField(context, name, field, itemIndex, reading));
		if (!got.ok) return got;
		if (got.value !== undefined) reading.values[name] = got.value;
	}
	const { anyOf, fields } = operation;
	if (anyOf && !anyOf.some((name) => getPath(reading.values, name) !== undefined)) {
		const labels = anyOf.map((name) => `'${fieldAt(fields, name).control.displayName}'`);
		return { ok: false, failure: refusal(`Give at least one of ${labels.join(', ')} [item ${itemIndex}]`) };
	}
	return { ok: true, value: reading.values };
}

/** A field by name, or a member of a collection by dot path. */
export function fieldAt(fields: Fields, path: string): Field {
	const [name, member] = path.split('.');
	return member ? fields[name].members![member] : fields[name];
}

function readField(context: IExecuteFunctions, name: string, field: Field, itemIndex: number, reading: Reading): unknown {
	const raw = context.getNodeParameter(name, itemIndex, undefined, { extractValue: field.control.type === 'resourceLocator' });
	return field.members ? readMembers(field, field.members, (raw ?? {}) as Values, reading) : field.read(raw, reading);
}

function readMembers(field: Field, members: Fields, raw: Values, reading: Reading): Values {
	const known = Object.entries(members).filter(([, member]) => inVersion(member, reading.version));
	const values: Values = {};
	for (const [name, member] of known) {
		if (!(name in raw)) continue;
		const value = labelled(member.control.displayName, () => member.read(raw[name], reading));
		if (value !== undefined) values[name] = value;
	}
	if (field.atLeastOne && !Object.keys(values).length) {
		throw new FieldProblem(`needs at least one of: ${known.map(([, member]) => member.control.displayName).join(', ')}`);
	}
	return values;
}

/** A problem that already names the member it is about. */
class MemberProblem extends FieldProblem {}

/** Runs a check and puts the name of the parameter before its problem. */
export function labelled<T>(label: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		const problem = error as FieldProblem;
		throw Object.assign(new MemberProblem(`'${label}' ${problem.message}`, problem.help));
	}
}

/** Runs a check and says its problem in one sentence with the parameter and the item. */
export function guarded<T>(label: string, itemIndex: number, check: () => T): Result<T> {
	try {
		return { ok: true, value: check() };
	} catch (error) {
		const own = error instanceof FieldProblem;
		const named = error instanceof MemberProblem ? error.message : own ? `'${label}' ${error.message}` : `'${label}' cannot be read: ${(error as Error).message}`;
		return { ok: false, failure: refusal(`${named} [item ${itemIndex}]`, own ? error.help : (error as NodeOperationError).description ?? '') };
	}
}

/** A failure found before anything was sent. */
export const refusal = (message: string, help = ''): Failure => ({ message, description: help, outcome: 'not sent' });
