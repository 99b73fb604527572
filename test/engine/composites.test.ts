import fc from 'fast-check';
import { country, currency, language } from '../../engine/codes';
import { choice, file, filterText, from, mapped, money, pairs, repeated, term, to } from '../../engine/composites';
import { body, integer, multiOption, required, text, under } from '../../engine/fields';
import { FieldProblem } from '../../engine/problem';
import type { Field } from '../../engine/types';
import { filesFor, readerOf, readingWith } from '../support/files';

const read = (field: Field, raw: unknown, more = {}) => field.read(raw, readingWith(more));
const refused = (field: Field, raw: unknown, words: RegExp) => {
	expect(() => read(field, raw)).toThrow(FieldProblem);
	expect(() => read(field, raw)).toThrow(words);
};

describe('repeated objects', () => {
	const lines = repeated({ label: 'Lines', add: 'Add Line', entry: 'Line' }, {
		id: body('lineId', text({ label: 'ID', required: true })), count: body('amount.count', integer({ label: 'Count', min: 1 })), note: body('amount.note', text({ label: 'Note' })),
	});

	test('each entry is an object, members stand at their dot paths, what is empty is left out', () => {
		expect(read(lines, { entries: [{ id: ' a ', count: '2', note: '' }, { id: 'b', count: 1, note: 'x' }] })).toEqual([{ lineId: 'a', amount: { count: 2 } }, { lineId: 'b', amount: { count: 1, note: 'x' } }]);
	});

	test('a list, or the text of one, is taken as well; their order stays', () => {
		fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 5 }), (ids) => {
			const given = ids.map((id) => ({ id }));
			const made = ids.map((lineId) => ({ lineId }));
			for (const raw of [{ entries: given }, given, JSON.stringify(given)]) expect(read(lines, raw)).toEqual(made);
		}));
	});

	test('nothing, or no entries, sends nothing', () => {
		for (const raw of [undefined, null, '', {}, { entries: [] }, []]) expect(read(lines, raw)).toBeUndefined();
	});

	test('where one is demanded, the help names the button', () => {
		expect(() => read(required(lines), {})).toThrow(expect.objectContaining({ message: 'is empty', help: "Click 'Add Line' and fill it in, or check what the expression returns for this item." }));
	});

	test('a bad entry is named with its number and its member', () => {
		refused(lines, { entries: [{ id: 'a' }, { id: '' }] }, /'ID' is empty.*\(Line 2\)/);
		refused(lines, { entries: [{ id: 'a', count: '1.5' }] }, /'Count' must be a whole number.*\(Line 1\)/);
		refused(lines, 'no list', /JSON/);
	});

	test('one of several members can be demanded of each entry', () => {
		const either = repeated({ label: 'Items', add: 'Add Item', entry: 'Item', needs: ['name', 'words'] }, { name: body('name', text({ label: 'Name' })), words: body('words', text({ label: 'Words' })) });
		expect(read(either, [{ name: 'a' }, { words: 'b' }])).toEqual([{ name: 'a' }, { words: 'b' }]);
		refused(either, [{ name: 'a' }, {}], /needs 'Name' or 'Words' \(Item 2\)/);
	});

	test('lists in lists', () => {
		const outer = repeated({ label: 'Boxes', add: 'Add Box', entry: 'Box' }, { lines: body('lines', lines) });
		expect(read(outer, { entries: [{ lines: { entries: [{ id: 'a' }] } }] })).toEqual([{ lines: [{ lineId: 'a' }] }]);
	});
});

describe('names with values', () => {
	const words = { label: 'Aspects', add: 'Add Aspect', entry: 'Aspect' };

	test('an object; with lists a repeated name adds to its list', () => {
		const entries = [{ name: 'Color', value: 'Red' }, { name: 'Size', value: 'L' }, { name: 'Color', value: 'Blue' }];
		expect(read(pairs({ ...words, lists: true }), { entries })).toEqual({ Color: ['Red', 'Blue'], Size: ['L'] });
		expect(read(pairs(words), { entries })).toEqual({ Color: 'Blue', Size: 'L' });
		expect(read(pairs(words), { entries: [] })).toBeUndefined();
	});

	test('a name without a value is refused', () => {
		refused(pairs(words), { entries: [{ name: 'Color', value: '' }] }, /'Value' is empty.*\(Aspect 1\)/);
	});

	test('names that every object has are names like others', () => {
		expect(Object.keys(read(pairs({ ...words, lists: true }), { entries: [{ name: 'constructor', value: 'x' }] }) as object)).toEqual(['constructor']);
		expect(read(pairs({ ...words, lists: true }), { entries: [{ name: 'constructor', value: 'x' }, { name: 'toString', value: 'y' }] })).toMatchObject({ constructor: ['x'], toString: ['y'] });
	});
});

describe('amounts', () => {
	const price = money({ label: 'Price', currency: ({ values }) => String(values.currency ?? 'USD') });

	test('the digits as they are given, with the currency from elsewhere', () => {
		expect(read(price, '12.50')).toEqual({ value: '12.50', currency: 'USD' });
		expect(read(price, 7, { values: { currency: 'EUR' } })).toEqual({ value: '7', currency: 'EUR' });
		expect(read(price, '')).toBeUndefined();
	});

	test.each(['1.234,50', '12,50', '1E+05', '-1', '+1', '$5', '1 000', '.5', '5.', 'free'])('%s is refused, never guessed', (raw) => {
		refused(price, raw, /is not an amount/);
	});
});

describe('filters in one text', () => {
	const filters = filterText({ label: 'Filters', add: 'Add Filter', own: text({ label: 'Filter Text' }) }, {
		after: from('date', text({ label: 'After' })), before: to('date', text({ label: 'Before' })),
		status: choice('status', multiOption({ label: 'Status', options: { A: 'One', B: 'Two' } })), kind: term('kind', text({ label: 'Kind' })),
	});

	test('ranges, choices and values stand in the grammar of the service, the own text last', () => {
		expect(read(filters, { before: '9', after: '1', status: ['A', 'B'], kind: 'x', ownFilter: 'more:{C}' })).toBe('date:[1..9],status:{A|B},kind:x,more:{C}');
		expect(read(filters, { after: '1' })).toBe('date:[1..]');
		expect(read(filters, { before: '9' })).toBe('date:[..9]');
		expect(read(filters, { status: ['A'] })).toBe('status:{A}');
		expect(read(filters, { ownFilter: 'only:this' })).toBe('only:this');
	});

	test('without a filter there is no text', () => {
		for (const raw of [undefined, {}, { status: [], after: '' }]) expect(read(filters, raw)).toBeUndefined();
	});
});

describe('forms whose fields come from the API', () => {
	const parent = { parameter: 'category', label: 'Category', thing: 'category' };
	const form = mapped({ label: 'Aspects', noun: { singular: 'aspect', plural: 'aspects' }, mapper: { name: 'getAspects', parent, steps: [], fields: () => [] } });

	test('every value is a list, a line each; what is empty is left out', () => {
		expect(read(form, { mappingMode: 'defineBelow', value: { Brand: 'Acme', Color: 'Red\n Blue \n', Size: '', Height: 5, Room: null }, schema: [] })).toEqual({ Brand: ['Acme'], Color: ['Red', 'Blue'], Height: ['5'] });
		expect(read(form, { Brand: ['Acme', 'Best'] })).toEqual({ Brand: ['Acme', 'Best'] });
	});

	test('a form that nobody filled in sends nothing', () => {
		for (const raw of [undefined, { mappingMode: 'defineBelow', value: null }, { mappingMode: 'defineBelow', value: {} }, { mappingMode: 'defineBelow', value: { Brand: '' } }]) expect(read(form, raw)).toBeUndefined();
	});
});

describe('files', () => {
	const picture = body('file', file({ types: /image\/png/, typesText: 'PNG pictures', maxBytes: 200 }));
	const files = filesFor({ picture });

	test('the file of that name is taken, and no other kind, no empty and no larger one', () => {
		expect(read(picture, 'data', { file: readerOf(files) })).toMatchObject({ fileName: expect.stringMatching(/\.png$/), mimeType: 'image/png' });
		expect(() => read(picture, 'data', { file: readerOf(filesFor({ any: body('file', file()) })) })).toThrow(/of a kind that is not taken.*text\/plain/);
		for (const [size, words] of [[0, /without content/], [201, /201 bytes/]] as const) expect(() => read(picture, 'data', { file: () => ({ ...readerOf(files)('data'), size }) })).toThrow(words);
		expect(() => read(picture, '')).toThrow(/is empty/);
	});
});

describe('codes', () => {
	test.each<[string, (words: { label: string }) => Field<string>, Record<string, string>, string[]]>([
		['country', country, { us: 'US', ' De ': 'DE' }, ['USA', 'Germany', 'XX', 'ZZ', '1']],
		['language', language, { EN: 'en', de: 'de' }, ['english', 'xx', 'e']],
		['currency', currency, { usd: 'USD', EUR: 'EUR' }, ['$', 'US', 'ABC', 'euro']],
	])('%s: known ones in the letters of the standard, others are refused', (_, make, known, unknown) => {
		const field = make({ label: 'Code' });
		for (const [raw, code] of Object.entries(known)) expect(read(field, raw)).toBe(code);
		for (const raw of unknown) refused(field, raw, /is not a code/);
	});
});

test('fields put below a member keep their own names behind it', () => {
	const { a, b } = under('address', { a: body('city', text({ label: 'City' })), b: text({ label: 'Other' }) });
	expect([a.place, b.place]).toEqual([expect.objectContaining({ in: 'body', name: 'address.city' }), { in: 'none' }]);
});
