import type { INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';
import { isBlank, shown, toBoolean, toEntries, toId, toInteger, toList, toNumber, toObject, toText, toUuid } from './checks';
import { toDay, toUtc } from './dates';
import { FieldProblem } from './problem';
import type { Control, Day, Field, Fields, Picker, Reading } from './types';

export interface Words {
	label: string;
	description?: string;
	placeholder?: string;
	required?: boolean;
	version?: string;
}

/** Puts a field's value into the path, under the API's own name. */
export const path = <V>(name: string, field: Field<V>): Field<V> => ({ ...field, place: { in: 'path', name } });
export const query = <V>(name: string, field: Field<V>): Field<V> => ({ ...field, place: { in: 'query', name } });
/** Puts a field's value into a header, which carries printable ASCII only. */
export const header = <V>(name: string, field: Field<V>): Field<V> => ({
	...field,
	place: { in: 'header', name },
	read: (raw, reading) => {
		const value = field.read(raw, reading);
		if (value === undefined || /^[\x20-\x7e]*$/.test(String(value))) return value;
		throw new FieldProblem(`holds characters that a header cannot carry: ${shown(value)}`, 'Write it without accents and line breaks, or percent-encode them.');
	},
});
/** Puts a field's value into the body; names are dot paths, several send the value under each of them. */
export const body = <V>(name: string, field: Field<V>, also: string[] = []): Field<V> => ({ ...field, place: { in: 'body', name, also } });
/** A field's value is the whole body. */
export const wholeBody = <V>(field: Field<V>): Field<V> => body('', field);
/** Puts body fields below a member of the body. */
export const under = <F extends Fields>(name: string, fields: F): F =>
	Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, one.place.in === 'body' && 'name' in one.place ? { ...one, place: { ...one.place, name: `${name}.${one.place.name}` } } : one])) as unknown as F;
/** Puts a field's value into the body under the name that another field (an option) holds. */
export const bodyNamedBy = <V>(nameFrom: string, names: string[], field: Field<V>): Field<V> => ({ ...field, place: { in: 'body', nameFrom, names } });

/** A field of a kind: its control, and the check of what is given; nothing given is refused where it is required. */
export function field<V>(words: Words, control: Pick<Control, 'type' | 'default'> & Partial<Control>, check: (raw: unknown, reading: Reading) => V | undefined): Field<V> {
	const { label, description, placeholder, version } = words;
	const made: Field<V> = {
		control: { displayName: label, ...(description ? { description } : {}), ...(placeholder ? { placeholder } : {}), ...control },
		place: { in: 'none' },
		required: false,
		version,
		read: (raw, reading) => (isBlank(raw) ? undefined : check(raw, reading)),
	};
	return words.required ? required(made) : made;
}

/** The same field, demanded: what says nothing is refused, an empty list too. */
export const required = <V>(made: Field<V>): Field<V> => ({
	...made,
	required: true,
	read: (raw, reading) => {
		const value = isBlank(raw) ? undefined : made.read(raw, reading);
		if (value === undefined) throw new FieldProblem('is empty', `${made.control.type === 'fixedCollection' ? `Click '${made.control.placeholder}' and fill it in` : 'Give a value'}, or check what the expression returns for this item.`);
		return value;
	},
});

/** Free text; surrounding spaces are dropped. `rows` makes it a text of several lines, `max` is its longest length. */
export const text = (words: Words & { rows?: number; max?: number; check?: (value: string, reading: Reading) => void }): Field<string> =>
	field(words, { type: 'string', default: '', ...(words.rows ? { typeOptions: { rows: words.rows } } : {}) }, (raw, reading) => {
		const value = toText(raw);
		if (value.length > (words.max ?? Infinity)) throw new FieldProblem(`is too long: ${value.length} of at most ${words.max} characters`, 'Shorten it before this node; it is never cut here.');
		words.check?.(value, reading);
		return value;
	});

/** A text that nobody may read: a password, or a token that opens something. */
export const secret = (words: Words): Field<string> => {
	const made = text(words);
	return { ...made, secret: true, control: { ...made.control, typeOptions: { password: true } } };
};

/** Whole number; an empty value is refused, never read as 0. */
export const integer = (words: Words & { min?: number; max?: number; default?: number }): Field<number> => {
	const { min = 0, max = Number.MAX_SAFE_INTEGER } = words;
	const control = { type: 'number' as const, default: words.default ?? min, typeOptions: { minValue: min, numberPrecision: 0 } };
	const made = field(words, control, (raw) => toInteger(raw, min, max));
	return { ...made, read: (raw) => (raw === undefined && !words.required ? undefined : toInteger(raw, min, max)) };
};

/** A number with decimals, more than `above`. */
export const number = (words: Words & { above?: number; default?: number }): Field<number> => {
	const { above = -Infinity, default: fallback = 0 } = words;
	return field(words, { type: 'number', default: fallback }, (raw) => toNumber(raw, above));
};

export const boolean = (words: Words): Field<boolean> => field(words, { type: 'boolean', default: false }, toBoolean);

/**
 * One of a list of values, given as value → name; the first is the default; those in `nulls` are sent as JSON null; an
 * `open` list takes other values by expression, where the API may know more than its pages.
 */
export const option = (words: Words & { options: Record<string, string | [string, string]>; default?: string; nulls?: string[]; open?: boolean }): Field<string | null> => {
	const fallback = words.default ?? Object.keys(words.options)[0];
	return field(words, { type: 'options', options: optionList(words.options), default: fallback }, (raw) => {
		const value = words.open ? toText(raw) : chosen(raw, words.options);
		return words.nulls?.includes(value) ? null : value;
	});
};

/** Several of a fixed list of values; `join` sends them as one text. */
export const multiOption = (words: Words & { options: Record<string, string | [string, string]>; join?: string }): Field<string[] | string> =>
	field(words, { type: 'multiOptions', options: optionList(words.options), default: [] }, (raw) => joined(toEntries(raw).map((entry) => chosen(entry, words.options)), words.join));

/** A list, or one text of it; nothing for an empty one. */
const joined = (list: string[], join?: string): string[] | string | undefined => (!list.length ? undefined : join === undefined ? list : list.join(join));

/** Lists of five and more are sorted by name, as n8n asks for; shorter ones keep the order of the row. */
function optionList(options: Record<string, string | [string, string]>): INodePropertyOptions[] {
	const list = Object.entries(options).map(([value, words]) => (typeof words === 'string' ? { name: words, value } : { name: words[0], value, description: words[1] }));
	return list.length < 5 ? list : list.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function chosen(raw: unknown, options: Record<string, unknown>): string {
	const value = toText(raw);
	if (Object.hasOwn(options, value)) return value;
	throw new FieldProblem(`does not know ${shown(value)}`, `Use one of: ${Object.keys(options).filter(Boolean).join(', ')}.`);
}

/** Date and time; without a zone it is read in the workflow's zone and sent in UTC, in the format `write` gives it. */
export const dateTime = (words: Words & { write: (utc: Date, version?: string) => string }): Field<string> =>
	field(words, { type: 'dateTime', default: '' }, (raw, { timezone, version }) => words.write(toUtc(raw, timezone), version));

/** A day, sent as an object of year, month and day; of a time with a zone, the day it is then in the workflow's zone. */
export const day = (words: Words): Field<Day> => field(words, { type: 'dateTime', default: '' }, (raw, { timezone }) => toDay(raw, timezone));

/** One UUID given by hand or by an expression. */
export const uuid = (words: Words & { hint: string }): Field<string> =>
	field({ placeholder: 'e.g. 6dc3646a-8719-483e-8b4c-617215fb1bf0', ...words }, { type: 'string', default: '' }, (raw) => toUuid(raw, words.hint));

/** List of texts: an array, its JSON, or text with commas or line breaks; repeated ones are sent once. `each` sends every one as an object with this one member. */
export const texts = (words: Words & { check?: (raw: unknown) => string; join?: string; max?: number; each?: string }): Field<string[] | string> =>
	field(words, { type: 'string', default: '' }, (raw) => {
		const list = [...new Set(toEntries(raw).map((entry) => (words.check ?? toText)(entry)))];
		if (list.length > (words.max ?? Infinity)) throw new FieldProblem(`has ${list.length} values, more than the ${words.max} that are allowed`, 'Split them over several items.');
		if (words.each !== undefined && list.length) return list.map((entry) => ({ [words.each!]: entry })) as never;
		return joined(list, words.join);
	});

/** List of UUIDs. */
export const uuids = (words: Words & { hint: string; join?: string; each?: string }): Field<string[] | string> => texts({ ...words, check: (raw) => toUuid(raw, words.hint) });

/** An object, or a list, of the user's own, given as JSON text or by an expression. */
export const json = (words: Words): Field<Record<string, unknown>> => field(words, { type: 'json', default: '' }, toObject);
export const jsonList = (words: Words): Field<unknown[]> => field(words, { type: 'json', default: '' }, toList);

/** An ID chosen from a live list, given by hand, or taken from an address: `url` is a regular expression with the ID in parentheses. */
export const locator = (words: Words & { picker: Picker; hint?: string; check?: (raw: unknown) => string; url?: { find: string; example: string } }): Field<string> => {
	const { picker, placeholder, check = toId, url, ...rest } = words;
	const modes: INodePropertyMode[] = [
		{ displayName: 'From List', name: 'list', type: 'list', placeholder: 'Choose…', typeOptions: { searchListMethod: picker.name, searchable: true } },
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		...(url ? [{ displayName: 'By URL', name: 'url', type: 'string' as const, placeholder: url.example, extractValue: { type: 'regex' as const, regex: url.find } }] : []),
	];
	const control = { type: 'resourceLocator' as const, default: { mode: 'list', value: '' }, modes };
	return { ...field({ required: true, ...rest }, control, (raw) => check(raw)), picker };
};

/** Several values chosen from a live list, UUIDs unless another check is given, or given by an expression; `join` sends them as one text. */
export const multiPicker = (words: Words & { picker: Picker; hint?: string; check?: (raw: unknown) => string; join?: string }): Field<string[] | string> => {
	const { picker, hint = '', check = (raw: unknown) => toUuid(raw, hint), join, ...rest } = words;
	const description = 'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';
	const made = field({ description, ...rest }, { type: 'multiOptions', default: [], typeOptions: { loadOptionsMethod: picker.name } }, (raw) => joined([...new Set(toEntries(raw).map((entry) => check(entry)))], join));
	return { ...made, picker };
};

/** A locator whose IDs are UUIDs. */
export const uuidLocator = (words: Words & { picker: Picker; hint: string }): Field<string> =>
	locator({ placeholder: 'e.g. 6dc3646a-8719-483e-8b4c-617215fb1bf0', ...words, check: (raw) => toUuid(raw, words.hint) });

/** Optional fields behind one "Add" button. */
export const collection = (words: Words & { add: string; atLeastOne?: boolean }, members: Fields): Field => ({
	...field(words, { type: 'collection', default: {} }, (raw) => raw),
	control: { displayName: words.label, type: 'collection', placeholder: words.add, default: {}, ...(words.description ? { description: words.description } : {}) },
	members,
	atLeastOne: words.atLeastOne,
});

/** A switch that sends a fixed word when it is on, and nothing when it is off. */
export const flag = (word: string, words: Words): Field<string> => ({
	...boolean(words), read: (raw) => (!isBlank(raw) && toBoolean(raw) ? word : undefined),
}) as Field<string>;

/** A locator that only feeds the list of another one: whatever stands in it is not sent. */
export const forList = (made: Field<string>): Field<string> => ({ ...made, required: false, place: { in: 'none' }, read: () => undefined });

/**
 * An optional number that can be left empty. The editor stores a number for every number field, 0 if nobody touches it,
 * which would be sent; so outside of collections, whose members are stored only when they are added, it is a text.
 */
export function leftEmpty<F extends Field>(made: F): F {
	if (made.required || made.control.type !== 'number') return made;
	return { ...made, control: { ...made.control, typeOptions: undefined, type: 'string', default: '' }, read: (raw, reading) => (isBlank(raw) ? undefined : made.read(raw, reading)) };
}
