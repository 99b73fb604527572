import { FieldProblem } from './problem';

/**
 * Records of a CSV text as RFC 4180 has it: commas between cells, a record ends with its line, quotes around cells that
 * hold commas, quotes (doubled) or line breaks. Empty lines and a byte-order mark are left out; nothing is guessed.
 * @throws FieldProblem that names the line
 */
export function readCsv(text: string): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	let at = text.startsWith('\ufeff') ? 1 : 0;
	while (at < text.length || record.length) {
		const start = at;
		const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
		record.push(cell);
		at = end + (text.startsWith('\r\n', end) ? 2 : 1);
		if (text[end] === ',') continue;
		if (record.length > 1 || end > start) records.push(record);
		record = [];
	}
	return records;
}

/** The cell that starts here, and where it ends. */
function plainCell(text: string, start: number): [string, number] {
	const rest = /[",\r\n]/g;
	rest.lastIndex = start;
	const end = rest.exec(text)?.index ?? text.length;
	if (text[end] === '"') throw broken(text, end, 'a quote inside a cell without quotes');
	return [text.slice(start, end), end];
}

function quotedCell(text: string, start: number): [string, number] {
	let end = text.indexOf('"', start + 1);
	while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
	if (end === -1) throw broken(text, start, 'a quote that is never closed');
	if (!/^[,\r\n]?$/.test(text.charAt(end + 1))) throw broken(text, end, 'text after a closing quote');
	return [text.slice(start + 1, end).replaceAll('""', '"'), end + 1];
}

const broken = (text: string, at: number, what: string): FieldProblem =>
	new FieldProblem(`is not CSV: line ${text.slice(0, at).split(/\r\n|\r|\n/).length} has ${what}`, 'Put quotes around cells that hold commas, quotes or line breaks, and write each quote in them twice.');
