import type { IDataObject } from 'n8n-workflow';
import { isObject } from './json';
import { getPath } from './request';
import type { Operation, Simplify, Values } from './types';

/** What the user chose for the answer. */
export interface Shape {
	output?: string;
	simplify: boolean;
}

/** Anything as the json of an item. */
export const asJson = (value: unknown): IDataObject => (isObject(value) ? value : { value: value as IDataObject });

/** The items that one answer gives. */
export function toItems(operation: Operation, body: unknown, values: Values, { output, simplify }: Shape): IDataObject[] {
	const chosen = operation.outputs?.find(({ value }) => value === output);
	if (chosen?.replace) return [chosen.replace(values)];
	const answer = body === undefined || body === null ? emptyAnswer(operation) : body;
	// A write whose answer is empty gives its item in every form, so that the next node still runs.
	const split = answer === body || operation.effect === 'read' ? chosen?.split : undefined;
	const entries = split ? toList(getPath(answer, split)) : Array.isArray(answer) && !operation.echo ? answer : [answer];
	const echo = split ? {} : operation.echo?.(values);
	return entries.map((entry) => ({ ...echo, ...toRecord(entry, operation.simplify, simplify), ...(split ? {} : operation.always) }));
}

export const toRecord = (entry: unknown, fields: Simplify | undefined, simplify: boolean): IDataObject => (fields && simplify ? pick(asJson(entry), fields) : asJson(entry));

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The item of a write whose first answer was lost and whose repetition showed that it is done. */
export const doneBefore = ({ effect, echo, always }: Operation, values: Values): IDataObject => ({ ...(effect === 'delete' ? { deleted: true } : { success: true }), ...echo?.(values), ...always });

/** An answer without content still gives a useful item. */
function emptyAnswer({ empty, effect, echo }: Operation): IDataObject {
	if (empty) return { ...empty };
	if (echo) return {};
	return effect === 'delete' ? { deleted: true } : { success: true };
}

/** The chosen members of a record, under their own names. */
export function pick(record: IDataObject, fields: Simplify): IDataObject {
	const picked: IDataObject = {};
	for (const [name, source] of Object.entries(fields)) {
		const value =
			typeof source === 'string'
				? getPath(record, source)
				: toList(getPath(record, source.from)).map((entry) => pick(asJson(entry), source.each));
		if (value !== undefined) picked[name] = value as IDataObject;
	}
	return picked;
}
