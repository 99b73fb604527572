import { routeOf } from '../../engine/request';
import type { Api, ApiVersion, Field, Fields, Operation } from '../../engine/types';
import type { Place } from './contracts';
import { valuesOf } from './values';

/** One value that an operation can send in one version. */
export interface Sent {
	in: Place;
	/** As contracts write it: a dot path in the body, `list[].member` for what stands in a list. */
	name: string;
	/** Parameter that gives it; paging has none. */
	field?: Field;
	required: boolean;
	/** It stands for one of several names, chosen by the user. */
	alternative: boolean;
	/** It holds all that is documented below it: an object or a list that the user writes. */
	whole: boolean;
	/** A member of an object that one control makes: it comes and goes with it. */
	part?: true;
	/** The row has it in every call, with the same value. */
	fixed?: true;
	/** Values it can take, as they are sent. */
	values: unknown[];
}

/** Method, host and path of a row as the API writes it. */
export function callOf(api: Api, { route, host, fields }: Pick<Operation, 'route' | 'host' | 'fields'>, version?: ApiVersion) {
	const { method, path } = routeOf(route);
	const named = path.replace(/\{\+?(\w+)\}/g, (_, name: string) => {
		const place = fields[name]?.place;
		return `{${place?.in === 'path' ? place.name : name}}`;
	});
	return { method, host: host ?? api.host, path: (version?.prefix ?? '') + named };
}

/** A name below another one as contracts write it: the whole body has none, a place in a list is []. */
export const below = (parent: string, name: string): string => [parent, name].filter((part) => part !== '').join('.').replace(/\.\d+(?=\.|$)/g, '[]');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names under which the body holds a field's value. */
const bodyNames = (place: Extract<Field['place'], { in: 'body' }>): readonly string[] => ('nameFrom' in place ? place.names : [place.name, ...(place.also ?? [])]);

interface Around {
	version?: string;
	/** Name of the object or list entry that the field stands in. */
	parent: string;
}

/** What one field can send: itself, and each member of an object or list that it makes. */
function sentOf(field: Field, around: Around): Sent[] {
	const { place, required } = field;
	if (place.in !== 'path' && place.in !== 'query' && place.in !== 'header' && place.in !== 'body') return [];
	const values = valuesOf(field, around.version);
	const one = { field, required, alternative: 'nameFrom' in place, values };
	if (place.in !== 'body') return [{ ...one, in: place.in, name: place.name, whole: place.name === '' }, ...(place.in === 'query' ? partsOf(field, place.name, values, around, 'query') : [])];
	return bodyNames(place).flatMap((own) => {
		const name = below(around.parent, own);
		return [{ ...one, in: 'body' as const, name, whole: isWhole(field) }, ...partsOf(field, name, values, around)];
	});
}

/** Objects and lists in the user's own words: their members are nowhere named. */
const isWhole = ({ control, inner }: Field): boolean => control.type === 'json' || control.type === 'resourceMapper' || (control.type === 'fixedCollection' && !inner);

/** Members of the entries of a list, and of an object that one control makes, such as an amount with its currency. */
function partsOf(field: Field, name: string, values: unknown[], { version }: Around, where: 'body' | 'query' = 'body'): Sent[] {
	if (field.control.type === 'fixedCollection' && field.inner) return Object.values(inVersion(field.inner, version)).flatMap((member) => sentOf(member, { version, parent: `${name}[]` }));
	const [value] = values;
	if (Array.isArray(value) && isObject(value[0]) && !isWhole(field)) return Object.entries(value[0]).map(([part, sample]) => ({ in: 'body', name: below(`${name}[]`, part), field, required: field.required, alternative: false, whole: false, part: true, values: [sample] }));
	if (isWhole(field) || !isObject(value) || 'mimeType' in value) return [];
	return Object.entries(value).map(([part, sample]) => ({ in: where, name: below(name, part), field, required: field.required, alternative: false, whole: false, part: true, values: [sample] }));
}

/** The fields that a version knows. */
export const inVersion = (fields: Fields, version?: string): Fields =>
	Object.fromEntries(
		Object.entries(fields)
			.filter(([, field]) => !field.version || field.version === version)
			.map(([name, field]) => [name, field.members ? { ...field, members: inVersion(field.members, version) } : field]),
	);

/** The fields of a row, collections opened. */
const opened = (fields: Fields): Field[] => Object.values(fields).flatMap((field) => (field.members ? opened(field.members) : [field]));

/** Where a field of an operation that gathers stands: in the entry of the item, or beside the list. */
export function parentOf({ gather, encoding }: Pick<Operation, 'gather' | 'encoding'>, { place }: Field): string | undefined {
	if (place.in === 'body' && encoding === 'raw') return undefined;
	if (!gather || gather.union || place.in !== 'body') return '';
	return 'name' in place && (gather.shared ?? []).includes(place.name.split('.')[0]) ? '' : `${gather.into ?? ''}[]`;
}

/** Names that a list's paging sends. */
export function pagingNames({ list }: Pick<Operation, 'list'>, version?: string): Array<{ in: 'query' | 'body'; name: string; value: unknown }> {
	const { paging } = list ?? {};
	if (!paging || (paging.version && paging.version !== version)) return [];
	const { in: place, at, limit, max, by, also } = paging;
	const names = [{ in: place, name: limit, value: max }, ...(at ? [{ in: place, name: at, value: by === 'cursor' ? 'text' : max }] : [])];
	return [...names, ...(also ? [also.limit, also.at].map((name) => ({ in: place, name, value: max })) : [])];
}

/** Everything that a row can send in a version: its fields, the list that it gathers into, and its paging. */
export function sentBy(operation: Pick<Operation, 'fields' | 'list' | 'gather' | 'encoding' | 'fixed' | 'mask'>, version?: string): Sent[] {
	const { fields, gather, fixed = {}, mask } = operation;
	const own = opened(inVersion(fields, version)).flatMap((field) => {
		const parent = parentOf(operation, field);
		return parent === undefined ? [] : sentOf(field, { version, parent });
	});
	const gathered: Sent[] = gather && !gather.union ? [{ in: 'body', name: gather.into ?? '', required: true, alternative: false, whole: false, values: [[{}]] }] : [];
	const paged = pagingNames(operation, version).map(({ in: place, name, value }): Sent => ({ in: place, name, required: false, alternative: false, whole: false, values: [value] }));
	const always = Object.entries(fixed).map(([name, value]): Sent => ({ in: 'query', name, required: true, alternative: false, whole: false, fixed: true, values: [value] }));
	const masked = mask ? own.filter(({ in: place, name }) => place === 'body' && name.startsWith(`${mask.of}.`)).map(({ name }) => name.slice(mask.of.length + 1)) : [];
	const named: Sent[] = mask ? [{ in: 'body', name: mask.into, required: true, alternative: false, whole: false, values: [masked] }] : [];
	return [...own, ...gathered, ...always, ...named, ...paged];
}
