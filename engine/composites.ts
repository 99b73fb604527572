import type { INodeProperties } from 'n8n-workflow';
import { isBlank, shown, toAmount, toList, toObject, toText } from './checks';
import { field, leftEmpty } from './fields';
import type { Words } from './fields';
import { isObject } from './json';
import { readMembers } from './members';
import { FieldProblem } from './problem';
import { setPath } from './request';
import type { Field, Fields, FileContent, Mapper, Place, Reading, Values } from './types';

const places = (members: Fields, values: Values): Array<[Place, unknown]> => Object.entries(members).filter(([name]) => values[name] !== undefined).map(([name, { place }]) => [place, values[name]]);

/** The entries of a fixed collection, which stand under the name `entries`; a list or its JSON text is taken as well. */
const entriesOf = (raw: unknown): Values[] => toList(isObject(raw) ? (raw.entries ?? []) : raw).map(toObject);

const noneIf = <V>(made: Field<V>, isNothing: (raw: unknown) => boolean): Field<V> => ({ ...made, read: (raw, reading) => made.read(isBlank(raw) || isNothing(raw) ? undefined : raw, reading) });

/** Five members and more are sorted by name, as n8n asks for; fewer keep the order of the row. */
const sortedIfMany = (members: INodeProperties[]): INodeProperties[] => (members.length < 5 ? members : members.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')));

const rowsControl = (words: Words & { add: string; entry: string }, members: Fields) => ({
	type: 'fixedCollection' as const, default: {}, placeholder: words.add, typeOptions: { multipleValues: true },
	options: [{ displayName: words.entry, name: 'entries', values: sortedIfMany(Object.entries(members).map(([name, { control, required }]) => ({ ...control, name, ...(required ? { required } : {}) }) as INodeProperties)) }],
});

/** A list of objects, each with the same members; their places are dot paths inside an object. `needs`: exactly one of these is needed. */
export const repeated = (words: Words & { add: string; entry: string; needs?: string[] }, given: Fields): Field<unknown[]> => {
	const members = Object.fromEntries(Object.entries(given).map(([name, member]) => [name, leftEmpty(member)]));
	const made = noneIf(field(words, rowsControl(words, members), (raw, reading) => {
		const list = entriesOf(raw).map((entry, index) => objectOf(members, entry, reading, `${words.entry} ${index + 1}`, words.needs));
		if (!list.length) throw new FieldProblem('is empty', `Add at least one ${words.entry.toLowerCase()}.`);
		return list;
	}), (raw) => !entriesOf(raw).length);
	return { ...made, inner: members, looksAt: Object.values(members).flatMap(({ looksAt }) => looksAt ?? []) };
};

function objectOf(members: Fields, entry: Values, reading: Reading, where: string, needs?: string[]): Values {
	const object = {};
	const values = readMembers(members, entry, reading, where);
	const given = needs?.filter((name) => values[name] !== undefined).length;
	if (needs && given !== 1) throw new FieldProblem(`needs ${given ? 'only one of ' : ''}${needs.map((name) => `'${members[name].control.displayName}'`).join(given ? ', ' : ' or ')} (${where})`);
	for (const [place, value] of places(members, values)) if ('name' in place) setPath(object, place.name, value);
	return object;
}

/** Names with their values, as an object; with `lists` every value is a list, and a repeated name adds to it. */
export const pairs = (words: Words & { add: string; entry: string; lists?: boolean }): Field<Record<string, unknown>> => {
	const members = { name: field({ label: 'Name', required: true }, { type: 'string', default: '' }, toText), value: field({ label: 'Value', required: true }, { type: 'string', default: '' }, toText) };
	return noneIf(field(words, rowsControl(words, members), (raw, reading) => {
		const found = new Map<string, string | string[]>();
		for (const [index, entry] of entriesOf(raw).entries()) {
			const { name, value } = readMembers(members, entry, reading, `${words.entry} ${index + 1}`) as Record<string, string>;
			found.set(name, words.lists ? [...((found.get(name) as string[] | undefined) ?? []), value] : value);
		}
		return Object.fromEntries(found);
	}), (raw) => !entriesOf(raw).length);
};

/** An amount with its currency, as `{ value, currency }`; the currency comes from elsewhere, as nobody types it. */
export const money = (words: Words & { currency: (reading: Reading) => string }): Field<{ value: string; currency: string }> =>
	field({ placeholder: 'e.g. 12.50', ...words }, { type: 'string', default: '' }, (raw, reading) => ({ value: toAmount(raw), currency: words.currency(reading) }));

/** What a member of a filter text says: one of a choice, or an end of a range. */
export type Term = Field & { term: { name: string; part: 'choice' | 'value' | 'from' | 'to' } };
export const choice = (name: string, made: Field): Term => ({ ...made, term: { name, part: 'choice' } });
export const term = (name: string, made: Field): Term => ({ ...made, term: { name, part: 'value' } });
export const from = (name: string, made: Field): Term => ({ ...made, term: { name, part: 'from' } });
export const to = (name: string, made: Field): Term => ({ ...made, term: { name, part: 'to' } });

/**
 * Filters that are sent as one text: `name:value`, `name:{A|B}`, `name:[from..to]`, with commas between them; a text of
 * the user's own comes last.
 */
export const filterText = (words: Words & { add: string; own?: Field<string> }, terms: Record<string, Term>): Field<string> => {
	const inner = { ...terms, ...(words.own ? { ownFilter: words.own } : {}) };
	const made = field(words, { type: 'collection', default: {}, placeholder: words.add }, (raw, reading) => {
		const { ownFilter, ...values } = readMembers(inner, toObject(raw), reading);
		const parts = new Map<string, Record<string, unknown>>();
		for (const [key, value] of Object.entries(values)) parts.set(terms[key].term.name, { ...parts.get(terms[key].term.name), [terms[key].term.part]: value });
		return [...[...parts].map(([name, part]) => `${name}:${termText(part)}`), ...(ownFilter === undefined ? [] : [String(ownFilter)])].join(',');
	});
	return { ...made, inner, read: (raw, reading) => made.read(raw, reading) || undefined };
};

const termText = ({ choice: chosen, value, from: start = '', to: end = '' }: Record<string, unknown>): string =>
	chosen !== undefined ? `{${[chosen].flat().join('|')}}` : value !== undefined ? String(value) : `[${String(start)}..${String(end)}]`;

/** A file of the input item, by the name it has there. */
export const file = (words: Partial<Words> & { maxBytes?: number; types?: RegExp; typesText?: string } = {}): Field<FileContent> =>
	field({ label: 'Input Data Field Name', description: 'The name of the input field that holds the file', required: true, ...words }, { type: 'string', default: 'data' }, (raw, reading) => {
		const content = reading.file(toText(raw));
		if (content.size === 0) throw new FieldProblem('names a file without content');
		if ((content.size ?? 0) > (words.maxBytes ?? Infinity)) throw new FieldProblem(`names a file of ${content.size} bytes, more than the ${words.maxBytes} that are allowed`);
		if (words.types && !words.types.test(`${content.mimeType} ${content.fileName}`)) throw new FieldProblem(`names a file of a kind that is not taken: ${shown(content.mimeType)}`, `Allowed: ${words.typesText}.`);
		return content;
	});

/** A form whose fields come from the API; several values stand in lines of their own. Gives names with lists of values. */
export const mapped = (words: Words & { mapper: Mapper; noun: { singular: string; plural: string } }): Field<Record<string, string[]>> => ({
	...field(words, {
		type: 'resourceMapper', default: { mappingMode: 'defineBelow', value: null }, noDataExpression: true,
		typeOptions: { loadOptionsDependsOn: [`${words.mapper.parent.parameter}.value`], resourceMapper: { resourceMapperMethod: words.mapper.name, mode: 'map', valuesLabel: words.label, fieldWords: words.noun, addAllFields: false, supportAutoMap: false } },
	}, (raw) => {
		const values = isObject(raw) && 'mappingMode' in raw ? ((raw.value ?? {}) as Values) : toObject(raw);
		const given = Object.entries(values).filter(([, value]) => !isBlank(value));
		return given.length ? Object.fromEntries(given.map(([name, value]) => [name, [value].flat().flatMap((one) => String(one).split(/[\r\n]+/)).map((one) => one.trim()).filter(Boolean)])) : undefined;
	}),
	mapper: words.mapper,
	looksAt: [words.mapper.parent.parameter],
});
