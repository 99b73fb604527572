import type { IDataObject } from 'n8n-workflow';
import { isUnder } from './address';
import { FieldProblem } from './problem';
import type { Api, Field, Fields, HttpRequest, Place, Values } from './types';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a row or a picker says of its request. */
export interface Call {
	route: string;
	host?: string;
	fields: Fields;
}

/** Values that stand in the request beside the fields: paging, fixed members, the user's own body fields. */
export interface Extra {
	query?: IDataObject;
	body?: IDataObject;
	/** Merged last. */
	ownBody?: IDataObject;
}

/** Method and path of a route. */
export const routeOf = (route: string): { method: HttpRequest['method']; path: string } => {
	const [method, path] = route.split(' ');
	return { method: method as HttpRequest['method'], path };
};

/** A body is sent for every method that may have one, except where no field can stand in it. */
const hasBody = (method: string, fields: Fields, extra: Extra): boolean =>
	(method !== 'GET' && placed(fields).some(([, field]) => field.place.in === 'body')) || extra.body !== undefined || extra.ownBody !== undefined;

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
	const { method, path } = routeOf(call.route);
	const base = api.address(credentials, call.host ?? api.host);
	const headers: Record<string, string> = { Accept: 'application/json', ...api.headers?.(credentials) };
	const query: Array<[string, unknown]> = Object.entries(extra.query ?? {});
	const body: IDataObject = structuredClone(extra.body ?? {});
	for (const [place, value] of valuesOf(call.fields, values)) {
		if (place.in === 'query') query.push([place.name, value]);
		if (place.in === 'header') headers[place.name] = String(value);
		if (place.in === 'body') for (const name of namesOf(place, values)) setPath(body, name, value);
	}
	Object.assign(body, extra.ownBody);
	const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(values[name]));
	const url = `${base}${prefix}${filled}${queryText(query)}`;
	if (!isUnder(base, url)) throw new FieldProblem('would lead to another address than the credential names');
	if (!hasBody(method, call.fields, extra)) return { method, url, headers, timeout };
	return { method, url, headers: { ...headers, 'Content-Type': JSON_TYPE }, body: JSON.stringify(body), timeout };
}

const namesOf = (place: Extract<Place, { in: 'body' }>, values: Values): string[] =>
	'nameFrom' in place ? [String(values[place.nameFrom])] : [place.name, ...(place.also ?? [])];

/** @throws FieldProblem: a missing value would turn the route into another one */
function encodeSegment(value: unknown): string {
	const text = String(value ?? '');
	if (text === '' || text === '.' || text === '..') throw new FieldProblem('leaves a part of the address empty');
	return encodeURIComponent(text);
}

/** Query text; lists repeat their key. */
function queryText(query: Array<[string, unknown]>): string {
	const parts = query.flatMap(([name, value]) => [value].flat().map((entry) => `${encodeURIComponent(name)}=${encodeURIComponent(String(entry))}`));
	return parts.length ? `?${parts.join('&')}` : '';
}

/** Sets a member by dot path. */
export function setPath(target: IDataObject, path: string, value: unknown): void {
	const names = path.split('.');
	const last = names.pop()!;
	let place = target;
	for (const name of names) place = (place[name] ??= {}) as IDataObject;
	place[last] = value as IDataObject;
}

/** Reads a member by dot path; several paths parted by | are tried in turn. */
export function getPath(source: unknown, path: string): unknown {
	for (const one of path.split('|')) {
		const value = one === '' ? source : one.split('.').reduce<unknown>((at, name) => (at as IDataObject | undefined | null)?.[name], source);
		if (value !== undefined) return value;
	}
	return undefined;
}
