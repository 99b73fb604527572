import { file, filterText, money, pairs, repeated, term } from '../../engine/composites';
import { body, collection, integer, json, jsonList, query, text, under, wholeBody } from '../../engine/fields';
import type { Fields, Gather, List } from '../../engine/types';
import { contracts } from './contracts';
import { pagingNames, sentBy } from './sent';
import { knownPaths } from '../support/known';

const names = (fields: Fields, more: { gather?: Gather; encoding?: 'multipart' | 'raw'; list?: List } = {}, version?: string) => sentBy({ fields, ...more }, version).map(({ in: place, name }) => `${place} ${name}`);
const words = { label: 'A', add: 'Add', entry: 'Entry' };
const price = money({ label: 'Price', currency: () => 'USD' });
const id = text({ label: 'ID' });

test('members of lists, at any depth, stand behind []', () => {
	const inner = repeated(words, { price: body('price', price), only: body('only', text({ label: 'Only', version: 'v1' })) });
	const fields = { list: body('a.list', repeated(words, { id: body('id', id), inner: body('deep.inner', inner) })) };
	expect(names(fields)).toEqual(['body a.list', 'body a.list[].id', 'body a.list[].deep.inner', 'body a.list[].deep.inner[].price', 'body a.list[].deep.inner[].price.value', 'body a.list[].deep.inner[].price.currency']);
	expect(names(fields, {}, 'v1')).toContain('body a.list[].deep.inner[].only');
	expect(names({ first: body('offers.0.offerId', id) })).toEqual(['body offers[].offerId']);
});

test('what many items gather into is a list of its own, what is shared stays beside it', () => {
	const fields = { id: body('id', id), common: body('common', id), price: body('price', price) };
	expect(names(fields, { gather: { max: 2, into: 'rows', shared: ['common'] } })).toEqual(['body rows[].id', 'body common', 'body rows[].price', 'body rows[].price.value', 'body rows[].price.currency', 'body rows']);
	expect(names({ id: body('id', id) }, { gather: { max: 2 } })).toEqual(['body [].id', 'body ']);
	expect(names({ ids: body('ids', id) }, { gather: { max: 2, into: 'ids', union: true } })).toEqual(['body ids']);
});

test('objects and lists in the user\'s own words stand for all below them', () => {
	const fields = { a: body('a', json({ label: 'A' })), b: body('b', jsonList({ label: 'B' })), c: body('c', pairs(words)), d: wholeBody(jsonList({ label: 'D' })), e: body('e', integer({ label: 'E' })) };
	expect(sentBy({ fields }).map(({ name, whole }) => [name, whole])).toEqual([['a', true], ['b', true], ['c', true], ['', true], ['e', false]]);
});

test('filters in one text are one parameter; a file is a part, or the body without a name', () => {
	expect(names({ filters: query('filter', filterText({ label: 'F', add: 'Add' }, { a: term('a', id), b: term('b', id) })) })).toEqual(['query filter']);
	expect(names({ file: body('file', file()), name: body('name', id) }, { encoding: 'multipart' })).toEqual(['body file', 'body name']);
	expect(names({ file: body('file', file()) }, { encoding: 'raw' })).toEqual([]);
});

test('what n8n only shows is not sent, collections are opened, also-names count', () => {
	const fields = { shown: id, more: collection({ label: 'M', add: 'Add' }, under('m', { one: body('one', id), two: body('two', id, ['three']) })) };
	expect(names(fields)).toEqual(['body m.one', 'body m.two', 'body three']);
});

test('paging is sent by its own names, where the version pages', () => {
	const list: List = { items: 'x', id: ['id'], paging: { in: 'body', by: 'cursor', at: 'cursor.after', limit: 'cursor.limit', max: 10, version: 'v2' } };
	expect(pagingNames({ list }, 'v2').map(({ name }) => name)).toEqual(['cursor.limit', 'cursor.after']);
	expect(pagingNames({ list }, 'v1')).toEqual([]);
	expect(pagingNames({ list: { ...list, paging: { in: 'query', limit: 'limit', max: 10 } } }).map(({ in: place, name }) => `${place} ${name}`)).toEqual(['query limit']);
});

test('every path that the inputs know something of is one of the contracts', () => {
	const paths = contracts.map(({ path }) => path.replace(/^\/timp/, ''));
	expect(knownPaths().filter((path) => !paths.includes(path))).toEqual([]);
});
