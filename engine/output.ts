import type { IDataObject } from 'n8n-workflow';
import { dayText } from './dates';
import { isObject, textOf } from './json';
import { getPath, setPath } from './request';
import type { Answer, Columns, DayColumn, Item, Operation, Rows, Simplify, Values } from './types';

/** What the user chose for the answer. */
export interface Shape {
	output?: string;
	/** Records become rows, whatever the other wishes say. */
	rows?: Rows;
	simplify: boolean;
	/** Names of members that are left out. */
	omit: readonly string[];
	/** Only these members, by dot path. */
	only?: string[];
	/** Name under which a file is handed on. */
	binaryProperty?: string;
}

/** Anything as the json of an item. */
export const asJson = (value: unknown): IDataObject => (isObject(value) ? value : { value: value as IDataObject });

/** The items that one answer gives. */
export function toItems(operation: Operation, { body, file, headers }: Answer, values: Values, shape: Shape): Item[] {
	const { outputs, effect, echo, simplify, always, location } = operation;
	const chosen = outputs?.find(({ value }) => value === shape.output);
	if (chosen?.replace) return [{ json: chosen.replace(values) }];
	const id = location && idOf(headers);
	const made = { ...(file ? { fileName: file.fileName, mimeType: file.mimeType, fileSize: file.fileSize } : {}), ...(id ? { [location]: id } : {}) };
	const isEmpty = body === undefined || body === null || (effect !== 'read' && isObject(body) && !Object.keys(body).length);
	const answer = isEmpty ? emptyAnswer(operation, made) : body;
	// A write whose answer is empty gives its item in every form, so that the next node still runs.
	const split = answer === body || effect === 'read' ? chosen?.split : undefined;
	const entries = split ? toList(getPath(answer, split)) : Array.isArray(answer) && !echo ? answer : [answer];
	const before = split ? {} : { ...echo?.(values), ...made };
	return entries.flatMap((entry) => toRecords(entry, simplify, shape)).map((record) => ({
		json: { ...before, ...record, ...(split ? {} : always) },
		...(file ? { binary: { [shape.binaryProperty ?? 'data']: file } } : {}),
	}));
}

/** The ID at the end of a Location header. */
const idOf = ({ location }: IDataObject): string | undefined => {
	const last = String(location ?? '').split(/[?#]/)[0].split('/').filter(Boolean).pop();
	return last && decodeURIComponent(last);
};

/** What one record is handed on as: itself, what was chosen of it, or its rows. */
export function toRecords(given: unknown, fields: Simplify | undefined, { rows, simplify, only, omit }: Shape): IDataObject[] {
	const record = asJson(omit.length ? without(given, omit) : given);
	if (rows) return toRows(record, rows);
	return [only?.length ? select(record, only) : fields && simplify ? pick(record, fields) : record];
}

/** A row for each entry of the record's list; one without entries, so that no record is lost, unless entries alone are wanted. */
function toRows(record: IDataObject, { from, record: shared, entry: own, entriesOnly }: Rows): IDataObject[] {
	const entries = toList(getPath(record, from));
	return (entries.length || entriesOnly ? entries : [{}]).map((entry) => ({ ...columns(record, shared), ...columns(asJson(entry), own) }));
}

const columns = (source: IDataObject, names: Columns): IDataObject =>
	Object.fromEntries(Object.entries(names).map(([name, column]) => [name, (isPlain(column) ? (valueIn(source, column) ?? null) : textsIn(source, column)) as IDataObject]));

const isPlain = (column: string | object): column is string | DayColumn => typeof column === 'string' || 'as' in column;

const valueIn = (source: unknown, column: string | DayColumn): unknown => (typeof column === 'string' ? getPath(source, column) : dayText(getPath(source, column.from)));

/** A member of all entries of a list, as one text; entries that are texts stand for themselves. */
const textsIn = (source: IDataObject, { from, each }: Exclude<Columns[string], string | DayColumn>): string =>
	toList(getPath(source, from)).map((entry) => textOf(isObject(entry) ? getPath(entry, each) : entry)).filter(Boolean).join(', ');

/** A value without the members of these names, wherever they stand in it. */
function without(value: unknown, names: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((entry) => without(entry, names));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)).map(([name, entry]) => [name, without(entry, names)]));
}

/** Members of a record by dot path, where they stand in it. */
function select(record: IDataObject, paths: string[]): IDataObject {
	const selected: IDataObject = {};
	for (const path of paths) {
		const value = getPath(record, path);
		if (value !== undefined) setPath(selected, path, value);
	}
	return selected;
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The item of a write whose first answer was lost and whose repetition showed that it is done. */
export const doneBefore = ({ effect, echo, always }: Operation, values: Values): IDataObject => ({ ...(effect === 'delete' ? { deleted: true } : { success: true }), ...echo?.(values), ...always });

/** An answer without content still gives a useful item. */
function emptyAnswer({ empty, effect, echo }: Operation, made: IDataObject): IDataObject {
	if (empty) return { ...empty };
	if (echo || Object.keys(made).length) return {};
	return effect === 'delete' ? { deleted: true } : { success: true };
}

/** The chosen members of a record, under their own names. */
export function pick(record: IDataObject, fields: Simplify): IDataObject {
	const picked: IDataObject = {};
	for (const [name, source] of Object.entries(fields)) {
		const value = isPlain(source) ? valueIn(record, source) : toList(getPath(record, source.from)).map((entry) => pick(asJson(entry), source.each));
		if (value !== undefined) picked[name] = value as IDataObject;
	}
	return picked;
}
