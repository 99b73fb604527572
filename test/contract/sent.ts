import type { INodePropertyOptions } from 'n8n-workflow';
import { placed, routeOf } from '../../engine/request';
import type { Api, ApiVersion, Field, Fields, Operation } from '../../engine/types';
import type { Place } from './contracts';

/** One value that an operation can send in one version. */
export interface Sent {
	in: Place;
	name: string;
	/** Parameter that gives it; paging has none. */
	field?: Field;
	required: boolean;
	/** It stands for one of several names, chosen by the user. */
	alternative: boolean;
	/** Values it can take, as they are sent. */
	values: unknown[];
}

/** Method, host and path of a row as the API writes it. */
export function callOf(api: Api, { route, host, fields }: Pick<Operation, 'route' | 'host' | 'fields'>, version?: ApiVersion) {
	const { method, path } = routeOf(route);
	const named = path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const place = fields[name]?.place;
		return `{${place?.in === 'path' ? place.name : name}}`;
	});
	return { method, host: host ?? api.host, path: (version?.prefix ?? '') + named };
}

/** What people may type, from the strictest form to the loosest; the first that a field takes is its sample. */
const SAMPLES = [
	'6dc3646a-8719-483e-8b4c-617215fb1bf0', 'v1|110553111111|0', '{ "a": 1 }', 'some text', '2026-01-02T03:04:05Z', '012345678905', '4',
];

/** The values that a field hands to the request: each of its options, or one sample. */
export function valuesOf({ control, read }: Field, version?: string): unknown[] {
	const options = (control.options ?? []) as INodePropertyOptions[];
	const typed = control.type === 'boolean' ? [true, false] : control.type === 'number' ? [4] : options.length ? options.map(({ value }) => value) : SAMPLES;
	const values = typed.flatMap((raw) => {
		try {
			const value = read(raw, { values: {}, timezone: 'UTC', version });
			return value === undefined ? [] : [value];
		} catch {
			return [];
		}
	});
	return typed === SAMPLES ? values.slice(0, 1) : values;
}

const inVersion = (fields: Fields, version?: string): Fields =>
	Object.fromEntries(
		Object.entries(fields)
			.filter(([, field]) => !field.version || field.version === version)
			.map(([name, field]) => [name, field.members ? { ...field, members: inVersion(field.members, version) } : field]),
	);

/** Everything that a row can send in a version: its fields, and the paging of its list. */
export function sentBy({ fields, list, gather }: Pick<Operation, 'fields' | 'list' | 'gather'>, version?: string): Sent[] {
	const element = gather ? `${gather.into ?? ''}[]` : '';
	const own = placed(inVersion(fields, version)).flatMap(([, field]): Sent[] => {
		const { place, required } = field;
		if (place.in === 'none') return [];
		const names = 'nameFrom' in place ? place.names : [place.name, ...('also' in place ? place.also ?? [] : [])];
		const values = valuesOf(field, version);
		return names.map((name) => ({ in: place.in, name: place.in === 'body' && element ? `${element}.${name}` : name, field, required, alternative: 'nameFrom' in place, values }));
	});
	if (element) own.push({ in: 'body', name: element, required: true, alternative: false, values: [[{}]] });
	const { paging } = list ?? {};
	if (!paging || (paging.version && paging.version !== version)) return own;
	return [...own, ...[paging.start, 'limit'].map((name): Sent => ({ in: paging.in, name, required: false, alternative: false, values: [paging.max] }))];
}
