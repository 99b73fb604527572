import { isObject } from './json';
import { FieldProblem } from './problem';
import type { Field, Fields, Reading, Values } from './types';

/** Whether a field exists in the chosen API version. */
export const inVersion = (field: Field, version?: string): boolean => !field.version || field.version === version;

/**
 * The checked values of the members of a collection, by name; absent ones that are required are refused.
 * @param where which entry of several it is, for messages
 * @throws FieldProblem that names the member
 */
export function readMembers(members: Fields, raw: Values, reading: Reading, where = ''): Values {
	const values: Values = {};
	for (const [name, member] of Object.entries(members)) {
		if (!inVersion(member, reading.version) || !(name in raw || member.required)) continue;
		const value = labelled(member.control.displayName, () => member.read(plain(member, raw[name]), { ...reading, values: { ...reading.values, ...values } }), where);
		if (value !== undefined) values[name] = value;
	}
	return values;
}

/** What stands in a locator of a list's entry: n8n takes the value out of those at the top only. */
const plain = ({ control }: Fields[string], raw: unknown): unknown => (control.type === 'resourceLocator' && isObject(raw) ? raw.value : raw);

/** A problem that already names the member it is about. */
export class MemberProblem extends FieldProblem {}

/** Runs a check and puts the name of the parameter before its problem. */
export function labelled<T>(label: string, read: () => T, where = ''): T {
	try {
		return read();
	} catch (error) {
		const problem = error as FieldProblem;
		const named = problem instanceof MemberProblem ? problem.message : `'${label}' ${problem.message}`;
		throw Object.assign(new MemberProblem(where ? `${named} (${where})` : named, problem.help));
	}
}
