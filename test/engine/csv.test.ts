import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCsv } from '../../engine/csv';

const asRead = (text: string): string[][] => parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true }) as string[][];

/** A cell as someone may write it: quotes where they are needed, and where they are not. */
const cell = fc.tuple(fc.oneof(fc.string(), fc.constantFrom('', 'a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', ' x ', '0012', 'ü€😀')), fc.boolean()).map(([value, quoted]) => ({
	value, written: quoted || /[",\r\n]/.test(value) || value === '\ufeff' ? `"${value.replaceAll('"', '""')}"` : value,
}));

test('whatever a table holds, it is read as csv-parse reads it and as it was written', () => {
	const table = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }));
	fc.assert(fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), (rows, newline, bom, ends) => {
		const lines = rows.map((row) => row.map(({ written }) => written).join(','));
		const text = `${bom ? '\ufeff' : ''}${lines.join(newline)}${ends ? newline : ''}`;
		fc.pre(bom || !text.startsWith('\ufeff'));
		expect(readCsv(text)).toEqual(rows.filter((_, index) => lines[index] !== '').map((row) => row.map(({ value }) => value)));
		expect(readCsv(text)).toEqual(parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, record_delimiter: newline }));
	}), { numRuns: 2000 });
});

test('whatever is no table is refused where csv-parse refuses it, and read alike where it does not', () => {
	const text = fc.array(fc.constantFrom('"', ',', '\n', 'a', ' ', '""', 'b,c'), { maxLength: 14 }).map((parts) => parts.join(''));
	const tried = <T>(read: () => T): T | 'refused' => {
		try {
			return read();
		} catch {
			return 'refused';
		}
	};
	fc.assert(fc.property(text, (given) => expect(tried(() => readCsv(given))).toEqual(tried(() => asRead(given)))), { numRuns: 5000 });
});

test.each([
	['a,b\n1,"x', 'line 2 has a quote that is never closed'],
	['a,b\n"1"2,3', 'line 2 has text after a closing quote'],
	['a,b\n"1\n2",3\n4,5"', 'line 4 has a quote inside a cell without quotes'],
])('%j names the line', (text, words) => {
	expect(() => readCsv(text)).toThrow(words);
});

test('a large text is read in time that grows with its length', () => {
	const rows = Array.from({ length: 100_000 }, (_, index) => `SKU-${index},"${'x'.repeat(20)}",${index}`);
	const start = Date.now();
	expect(readCsv(rows.join('\n'))).toHaveLength(100_000);
	expect(readCsv(`"${'""'.repeat(1_000_000)}"`)[0][0]).toHaveLength(1_000_000);
	expect(Date.now() - start).toBeLessThan(5_000);
});
