import type { IDataObject } from 'n8n-workflow';
import { isUnder } from './address';
import { isObject } from './json';
import { FieldProblem } from './problem';
import type { Api, Encoding, Field, Fields, FileContent, HttpRequest, Mask, Method, Operation, Place, Values } from './types';

const CONTENT_TYPES: Partial<Record<Encoding, string>> = { json: 'application/json; charset=utf-8', form: 'application/x-www-form-urlencoded' };

/** What a row or a picker says of its request. */
export interface Call extends Pick<Operation, 'fixed' | 'mask'> {
	route: string;
	host?: string;
	fields: Fields;
	encoding?: Encoding;
	binary?: object;
}

/** Values that stand in the request beside the fields: paging, fixed members, the user's own body fields. */
export interface Extra {
	query?: IDataObject;
	/** Members by dot path. */
	body?: IDataObject;
	/** The body as the user wrote it, before anything is put into it. */
	wholeBody?: IDataObject;
	/** What is kept of a record that is replaced; under everything that the user gives. */
	kept?: IDataObject;
	/** Merged last. */
	ownBody?: IDataObject;
}

/** Method and path of a route. */
export const routeOf = (route: string): { method: Method; path: string } => {
	const [method, path] = route.split(' ');
	return { method: method as Method, path };
};

/** A body is sent for every method that may have one, except where no field can stand in it. */
const hasBody = (method: string, fields: Fields, extra: Extra): boolean =>
	(method !== 'GET' && placed(fields).some(([, field]) => field.place.in === 'body')) || [extra.body, extra.wholeBody, extra.kept, extra.ownBody].some((part) => part !== undefined);

/** Every field with a value of its own: the members of collections, and all that are no collection. */
export const placed = (fields: Fields): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([name, field]): Array<[string, Field]> => (field.members ? placed(field.members) : [[name, field]]));

/** Every value with its place, in the order of the row. */
const valuesOf = (fields: Fields, values: Values): Array<[Place, unknown]> =>
	Object.entries(fields).flatMap(([name, field]): Array<[Place, unknown]> => {
		if (field.members) return valuesOf(field.members, (values[name] ?? {}) as Values);
		return values[name] === undefined ? [] : [[field.place, values[name]]];
	});

/**
 * The request of one call. Path values are encoded, and the address is compared with the credential's own.
 * @throws FieldProblem when the address would leave the credential's environment
 */
export function buildRequest(api: Api, credentials: IDataObject, call: Call, values: Values, extra: Extra, prefix = '', timeout = 60_000): HttpRequest {
	const placedValues = valuesOf(call.fields, values);
	const chosen = (where: 'method' | 'host') => placedValues.find(([place]) => place.in === where)?.[1] as string | undefined;
	const { method: usual, path } = routeOf(call.route);
	const method = (chosen('method') ?? usual) as Method;
	const base = api.address(credentials, chosen('host') ?? call.host ?? api.host);
	const headers: Record<string, string> = { Accept: call.binary ? '*/*' : 'application/json', ...api.headers?.(credentials, path) };
	const query: Array<[string, unknown]> = Object.entries({ ...call.fixed, ...extra.query });
	for (const [place, value] of placedValues) {
		if (place.in === 'query') query.push(...(place.name === '' ? Object.entries(value as IDataObject) : [[place.name, value] as [string, unknown]]));
		if (place.in === 'header') headers[place.name] = String(value);
	}
	const filled = path.replace(/\{(\+?)(\w+)\}/g, (_, whole: string, name: string) => (whole ? encodePath(values[name]) : encodeSegment(values[name])));
	const url = `${base}${prefix}${filled}${queryText(query)}`;
	if (!isUnder(base, url)) throw new FieldProblem('would lead to another address than the credential names');
	if (!hasBody(method, call.fields, extra)) return { method, url, headers, timeout };
	return { method, url, timeout, ...written(call.encoding ?? 'json', bodyOf(placedValues, values, extra, call.mask), headers) };
}

/** The body: what is kept or written by the user, then the fields, then the user's own members. */
function bodyOf(placedValues: Array<[Place, unknown]>, values: Values, extra: Extra, mask?: Mask): unknown {
	const body = structuredClone(extra.wholeBody ?? {}) as IDataObject;
	let list: unknown;
	for (const [name, value] of Object.entries(extra.body ?? {})) setPath(body, name, value);
	for (const [place, value] of placedValues) {
		if (place.in !== 'body') continue;
		for (const name of namesOf(place, values)) {
			if (name) setPath(body, name, value);
			else if (isObject(value)) Object.assign(body, value);
			else list = value;
		}
	}
	if (mask) setMask(body, mask);
	return list ?? { ...overlaid(extra.kept ?? {}, body), ...extra.ownBody };
}

/** Names the members that are given, and puts those beside them that the service wants in any case. */
function setMask(body: IDataObject, { of, into, rest = {} }: Mask): void {
	const given = (getPath(body, of) ?? {}) as IDataObject;
	setPath(body, into, Object.keys(given));
	setPath(body, of, { ...rest, ...given });
}

/** A record with the members of another one over it; objects are merged, lists and values replaced. */
export const overlaid = (record: IDataObject, over: IDataObject): IDataObject =>
	Object.fromEntries([...new Set([...Object.keys(record), ...Object.keys(over)])].map((name) => {
		const [kept, given] = [record[name], over[name]];
		return [name, isObject(kept) && isObject(given) ? overlaid(kept, given) : given === undefined ? kept : given];
	}));

/** The body in its encoding, with its header; the boundary of a multipart body is set when it is sent. */
function written(encoding: Encoding, body: unknown, headers: Record<string, string>): Pick<HttpRequest, 'headers' | 'body' | 'parts'> {
	if (encoding === 'raw') {
		const content = Object.values(body as Record<string, FileContent>)[0];
		return { headers: { ...headers, 'Content-Type': 'application/octet-stream' }, parts: [['', content]] };
	}
	if (encoding === 'multipart') return { headers, parts: Object.entries(body as Record<string, FileContent | string>).map(([name, part]) => [name, isObject(part) ? part : String(part)]) };
	if (encoding === 'base64') return withFiles(body as Record<string, unknown>, headers);
	const text = encoding === 'form' ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
	return { headers: { ...headers, 'Content-Type': CONTENT_TYPES[encoding]! }, body: text };
}

/** JSON and the files that go into it. */
function withFiles(body: Record<string, unknown>, headers: Record<string, string>): Pick<HttpRequest, 'headers' | 'body' | 'parts'> {
	const parts = Object.entries(body).filter(([, value]) => isObject(value) && 'mimeType' in value) as Array<[string, FileContent]>;
	const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !parts.some(([part]) => part === name)));
	return { headers: { ...headers, 'Content-Type': CONTENT_TYPES.json! }, body: JSON.stringify(rest), parts };
}

const namesOf = (place: Extract<Place, { in: 'body' }>, values: Values): string[] =>
	'nameFrom' in place ? [String(values[place.nameFrom])] : [place.name, ...(place.also ?? [])];

/** @throws FieldProblem: a missing value would turn the route into another one */
function encodeSegment(value: unknown): string {
	const text = String(value ?? '');
	if (text === '' || text === '.' || text === '..') throw new FieldProblem('leaves a part of the address empty');
	return encodeURIComponent(text);
}

/** A path of several segments; a slash at its end is kept. */
const encodePath = (value: unknown): string => {
	const [, start, end] = /^\/?(.*?)(\/?)$/.exec(String(value ?? ''))!;
	return start.split('/').map(encodeSegment).join('/') + end;
};

/** Query text; lists repeat their key, members of objects stand behind a dot. */
function queryText(query: Array<[string, unknown]>): string {
	const flat = ([name, value]: [string, unknown]): Array<[string, unknown]> => (isObject(value) ? Object.entries(value).flatMap(([part, inner]) => flat([`${name}.${part}`, inner])) : [[name, value]]);
	const parts = query.flatMap(flat).flatMap(([name, value]) => [value].flat().map((entry) => `${encodeURIComponent(name)}=${encodeURIComponent(String(entry))}`));
	return parts.length ? `?${parts.join('&')}` : '';
}

/** Sets a member by dot path, in which numbers are places of a list; an object is put into one that stands there. */
export function setPath(target: IDataObject, path: string, value: unknown): void {
	const names = path.split('.');
	const last = names.pop()!;
	let place = target;
	names.forEach((name, index) => {
		place = (place[name] ??= /^\d+$/.test(names[index + 1] ?? last) ? [] : {}) as IDataObject;
	});
	const there = place[last];
	place[last] = (isObject(there) && isObject(value) ? { ...there, ...value } : value) as IDataObject;
}

/** An own member; what every object inherits is none. */
const member = (at: unknown, name: string): unknown => (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as IDataObject)[name] : undefined);

/** Reads a member by dot path; several paths parted by | are tried in turn. */
export function getPath(source: unknown, path: string): unknown {
	for (const one of path.split('|')) {
		const value = one === '' ? source : one.split('.').reduce(member, source);
		if (value !== undefined) return value;
	}
	return undefined;
}
