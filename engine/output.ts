import type { IDataObject } from 'n8n-workflow';
import { isObject } from './json';
import { getPath, setPath } from './request';
import type { Answer, Item, Operation, Simplify, Values } from './types';

/** What the user chose for the answer. */
export interface Shape {
	output?: string;
	simplify: boolean;
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
	return entries.map((entry) => ({
		json: { ...before, ...toRecord(entry, simplify, shape), ...(split ? {} : always) },
		...(file ? { binary: { [shape.binaryProperty ?? 'data']: file } } : {}),
	}));
}

/** The ID at the end of a Location header. */
const idOf = ({ location }: IDataObject): string | undefined => {
	const last = String(location ?? '').split(/[?#]/)[0].split('/').filter(Boolean).pop();
	return last && decodeURIComponent(last);
};

export const toRecord = (entry: unknown, fields: Simplify | undefined, { simplify, only }: Shape): IDataObject =>
	only?.length ? select(asJson(entry), only) : fields && simplify ? pick(asJson(entry), fields) : asJson(entry);

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
		const value =
			typeof source === 'string'
				? getPath(record, source)
				: toList(getPath(record, source.from)).map((entry) => pick(asJson(entry), source.each));
		if (value !== undefined) picked[name] = value as IDataObject;
	}
	return picked;
}
