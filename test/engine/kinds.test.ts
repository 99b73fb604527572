import fc from 'fast-check';
import { toBoolean, toEntries, toId, toInteger, toNumber, toObject, toText, toUuid } from '../../engine/checks';
import { toUtc } from '../../engine/dates';
import { boolean, dateTime, flag, integer, json, multiOption, number, option, text, uuids } from '../../engine/fields';
import { FieldProblem } from '../../engine/problem';
import type { Field } from '../../engine/types';
import { readingWith } from '../support/files';

const reading = readingWith({ timezone: 'America/New_York' });
const read = (field: Field, raw: unknown) => field.read(raw, reading);
const refused = (act: () => unknown) => expect(act).toThrow(FieldProblem);

describe('numbers', () => {
	test('whole numbers: numbers and their plain text, nothing else', () => {
		fc.assert(fc.property(fc.maxSafeInteger(), (value) => {
			expect(toInteger(value, -Infinity, Infinity)).toBe(value);
			expect(toInteger(` ${value} `, -Infinity, Infinity)).toBe(value);
		}));
		for (const raw of ['', ' ', null, undefined, '3.5', 3.5, '1,000', '1.234,50', '1E+05', '1e3', 'NaN', NaN, Infinity, '0x10', 'ten', true, [], {}, '9007199254740993']) refused(() => toInteger(raw, -Infinity, Infinity));
		refused(() => toInteger(-1, 0, 10));
		refused(() => toInteger(11, 0, 10));
	});

	test('decimals: one reading only, never a guess', () => {
		expect([toNumber('12.5', 0), toNumber(' 7 ', 0), toNumber(0.5, 0)]).toEqual([12.5, 7, 0.5]);
		for (const raw of ['12,50', '1.234,50', '1 000', '1E+05', '', 'x', true, 0, -1]) refused(() => toNumber(raw, 0));
	});

	test('an optional number that is absent is not sent, an empty one is refused', () => {
		expect(read(integer({ label: 'n' }), undefined)).toBeUndefined();
		refused(() => read(integer({ label: 'n' }), ''));
		refused(() => read(integer({ label: 'n', required: true }), undefined));
		expect(read(number({ label: 'n' }), '')).toBeUndefined();
	});
});

test('booleans: the words count, also from an AI agent; "false" is not true', () => {
	expect([true, 'true', ' TRUE ', false, 'false', 'False'].map(toBoolean)).toEqual([true, true, true, false, false, false]);
	for (const raw of ['yes', 1, 0, '', 'on']) refused(() => toBoolean(raw));
	expect([read(boolean({ label: 'b' }), undefined), read(flag('complete', { label: 'b' }), 'false'), read(flag('complete', { label: 'b' }), true)]).toEqual([undefined, undefined, 'complete']);
});

test('text: numbers stay as they are written, objects are refused, blanks are nothing', () => {
	expect([toText(' a '), toText(7), toText('00123')]).toEqual(['a', '7', '00123']);
	for (const raw of [{}, [], true, null, NaN]) refused(() => toText(raw));
	expect([read(text({ label: 't' }), '  '), read(text({ label: 't' }), undefined)]).toEqual([undefined, undefined]);
	refused(() => read(text({ label: 't', required: true }), ' '));
});

test('IDs: one word; no address, no path', () => {
	for (const raw of ['abc', 'v1|110|0', 'a.b', 123, '...']) expect(toId(raw)).toBe(String(raw));
	expect(() => toId('{{ $json.id }}')).toThrow('is an expression that nobody has worked out: "{{ $json.id }}"');
	for (const raw of ['', '.', '..', 'a/b', 'a\\b', 'a b', 'a?b', 'a#b', 'https://a', 'ftp://x', 'www.a.b', 'a\u0000', 'a\nb', '\ud800', {}, null]) refused(() => toId(raw));
});

test('lists of UUIDs: array, its JSON, commas, lines; blanks and repetitions go, anything else is refused', () => {
	const [a, b] = ['6dc3646a-8719-483e-8b4c-617215fb1bf0', '0d6702e9-6846-4ed2-896e-d57139b02a37'];
	const field = uuids({ label: 'u', hint: 'hint' });
	for (const raw of [[a, b], JSON.stringify([a, b]), `${a},${b}`, ` ${a} ,, ${b.toUpperCase()},${a}\n`, `${a}\r\n${b}`, [a, b, '', null, a]]) expect(read(field, raw)).toEqual([a, b]);
	expect(read(uuids({ label: 'u', hint: '', join: ',' }), [a, b])).toBe(`${a},${b}`);
	expect(read(field, [])).toBeUndefined();
	refused(() => read(uuids({ label: 'u', hint: 'hint', required: true }), []));
	for (const raw of ['x', [a, 5], '[1', { a }]) refused(() => read(field, raw));
	expect(() => toUuid('ITEM-1', 'what it is not')).toThrow(expect.objectContaining({ help: expect.stringContaining('what it is not') }));
});

test('entries of any list keep their order and come once', () => {
	fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/)), (entries) => {
		const unique = [...new Set(entries)];
		expect(toEntries(entries)).toEqual(unique);
		expect(toEntries(entries.join(','))).toEqual(unique);
		expect(toEntries(entries.join('\n'))).toEqual(unique);
	}));
});

test('options: known values only; some mean null; several can be sent as one text', () => {
	const one = option({ label: 'o', options: { a: 'A', none: 'None' }, nulls: ['none'] });
	expect([read(one, 'a'), read(one, 'none'), read(one, '')]).toEqual(['a', null, undefined]);
	for (const raw of ['b', 'toString', 5]) refused(() => read(one, raw));
	const many = multiOption({ label: 'm', options: { a: 'A', b: 'B' } });
	expect([read(many, ['a', 'b']), read(many, 'a,b'), read(many, []), read(multiOption({ label: 'm', options: { a: 'A', b: 'B' }, join: ',' }), ['b', 'a'])]).toEqual([['a', 'b'], ['a', 'b'], undefined, 'b,a']);
	refused(() => read(many, ['a', 'c']));
});

test('dates: with a zone as they are, without one in the zone of the workflow', () => {
	const iso = (raw: unknown) => toUtc(raw, 'America/New_York').toISOString();
	expect(iso('2026-07-01T12:00:00Z')).toBe('2026-07-01T12:00:00.000Z');
	expect(iso('2026-07-01T12:00:00+02:00')).toBe('2026-07-01T10:00:00.000Z');
	expect(iso('2026-07-01T12:00:00')).toBe('2026-07-01T16:00:00.000Z');
	expect(iso('2026-01-01 12:00:00')).toBe('2026-01-01T17:00:00.000Z');
	expect(iso(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
	expect(iso({ toISO: () => '2026-07-01T12:00:00.000-04:00' })).toBe('2026-07-01T16:00:00.000Z');
	for (const raw of ['soon', '2026-13-01', {}, '31.12.2026']) refused(() => toUtc(raw, 'UTC'));
	expect(read(dateTime({ label: 'd', write: (utc) => utc.toISOString() }), '')).toBeUndefined();
});

test('JSON: text or object, nothing else', () => {
	expect([toObject('{"a":1}'), toObject({ a: 1 }), read(json({ label: 'j' }), '')]).toEqual([{ a: 1 }, { a: 1 }, undefined]);
	for (const raw of ['[1]', [1], '{a:1}', 'x', 5, null]) refused(() => toObject(raw));
});
