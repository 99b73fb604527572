import type { IDataObject } from 'n8n-workflow';
import { fetchLink } from '../../engine/files';
import { body, jsonList, multiOption, required, secret, text, texts, uuids, wholeBody, collection } from '../../engine/fields';
import { secretsIn } from '../../engine/redact';
import { buildRequest, getPath } from '../../engine/request';
import { Pace, RETRY_LIMITS } from '../../engine/retry';
import type { Fields, Values } from '../../engine/types';
import { cruxApi } from '../../nodes/Crux/api';
import { readingWith } from '../support/files';

/** What no row of the tables can show, or shows only when something goes wrong. */
const api = { ...cruxApi, address: () => 'https://api.example/base' };
const made = (fields: Fields, values: Values, more: object = {}) => buildRequest(api, {}, { route: 'POST /things/', fields, ...more }, values, {});

test('a form body is written as forms are', () => {
	const fields = { name: body('name', text({ label: 'Name' })), place: body('place.city', text({ label: 'City' })) };
	const { body: written, headers } = made({ name: fields.name }, { name: 'Ida & Söhne = 1' }, { encoding: 'form' });
	expect(headers['Content-Type']).toBe('application/x-www-form-urlencoded');
	expect(Object.fromEntries(new URLSearchParams(written))).toEqual({ name: 'Ida & Söhne = 1' });
});

test('a list can be the whole body', () => {
	expect(made({ rows: wholeBody(jsonList({ label: 'Rows' })) }, { rows: [{ a: 1 }, { a: 2 }] }).body).toBe('[{"a":1},{"a":2}]');
});

test('what every object inherits is no member of an answer', () => {
	for (const path of ['constructor', '__proto__.toString', 'a.hasOwnProperty', 'list.map']) expect(getPath({ a: {}, list: [1] }, path)).toBeUndefined();
	expect(getPath({ list: [{ name: 'x' }] }, 'list.0.name')).toBe('x');
});

describe('an empty list', () => {
	const kinds = { texts: texts({ label: 'List' }), uuids: uuids({ label: 'List', hint: '' }), options: multiOption({ label: 'List', options: { a: 'A' } }) };

	test.each(Object.entries(kinds))('%s: says nothing where it is optional, and is refused where something is demanded', (_, kind) => {
		for (const nothing of [[], '[]', ' , ', '', undefined, null]) {
			expect(kind.read(nothing, readingWith())).toBeUndefined();
			expect(() => required<unknown>(kind as never).read(nothing, readingWith())).toThrow('is empty');
		}
	});

	test('a field that is demanded by its words is demanded all the same', () => {
		for (const kind of [texts({ label: 'List', required: true }), multiOption({ label: 'List', required: true, options: { a: 'A' } })]) expect(() => kind.read([], readingWith())).toThrow('is empty');
	});
});

test('a secret of a collection is known as one', () => {
	const fields = { open: text({ label: 'Open' }), more: collection({ label: 'More', add: 'Add' }, { token: secret({ label: 'Token' }), name: text({ label: 'Name' }) }) };
	expect(secretsIn(fields, { open: 'open text', more: { token: 'hidden text', name: 'a name' } })).toEqual(['hidden text']);
});

describe('the link of a file', () => {
	const fetched: IDataObject[] = [];
	const caller = { helpers: { httpRequest: async (options: IDataObject) => { fetched.push(options); return { statusCode: 200, headers: { 'content-type': 'text/csv' }, body: {} }; }, prepareBinaryData: async () => ({ data: '', mimeType: 'text/csv' }) } };
	const wire = { caller, credentials: {}, pace: new Pace(RETRY_LIMITS, () => false) };
	const get = async (link: unknown) => await fetchLink(wire as never, { api: { ...api, fileHosts: ['store.example'] }, effect: 'create' }, link, made({}, {}));
	beforeEach(() => void fetched.splice(0));

	test.each(['https://store.example/f?sig=1', 'https://eu.store.example/f?sig=1', 'https://api.example/files/f?sig=1'])('%s is fetched, without a credential', async (link) => {
		expect((await get(link)).ok).toBe(true);
		expect(fetched).toEqual([expect.objectContaining({ url: link, disableFollowRedirect: true })]);
		expect(fetched[0]).not.toHaveProperty('headers');
	});

	test.each(['http://store.example/f', 'https://evil-store.example/f', 'https://store.example.evil.example/f', 'https://user@store.example/f', 'ftp://store.example/f', 'file:///etc/hosts', 'not a link', undefined])('%s is not', async (link) => {
		expect(await get(link)).toMatchObject({ ok: false, failure: { outcome: 'done', message: expect.stringContaining('not one of its own') } });
		expect(fetched).toEqual([]);
	});
});
