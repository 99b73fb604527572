import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isBlank, toList, toObject } from './checks';
import { readCsv } from './csv';
import { ranges } from './failure';
import { labelled } from './members';
import { FieldProblem } from './problem';
import { guarded } from './refusal';
import { placed } from './request';
import type { Field, Fields, Operation, Unit, Values } from './types';

/** Where the rows of a run come from: the parameter and its label, by the value of `rowsFrom`. */
export const TABLES = { csv: { name: 'rowsCsv', label: 'CSV Text' }, json: { name: 'rowsJson', label: 'JSON Rows' } } as const;

/**
 * What a run works on, and the operation as it reads it. The first item decides where rows come from; a table without
 * rows gives nothing to do.
 */
export function unitsOf(context: IExecuteFunctions, operation: Operation): { operation: Operation; units: Unit[] } {
	const items = context.getInputData().map((_, item) => ({ item }));
	const from = operation.gather?.table ? String(context.getNodeParameter('rowsFrom', 0, 'items')) : 'items';
	if (from !== 'csv' && from !== 'json') return { operation, units: items };
	const { name, label } = TABLES[from];
	const byColumns = readingColumns(operation);
	const units = items.flatMap(({ item }): Unit[] => {
		const table = guarded(label, { item }, () => {
			const raw = context.getNodeParameter(name, item);
			if (isBlank(raw)) throw new FieldProblem('is empty', 'Give rows, or check what the expression returns for this item.');
			return from === 'csv' ? csvRows(raw, columnsNeeded(context, byColumns.fields, item)) : jsonRows(raw);
		});
		return table.ok ? table.value.map((columns, index) => ({ item, row: { number: index + 1, columns } })) : [{ item, refused: table.failure }];
	});
	return { operation: byColumns, units };
}

/** The operation with every member of a collection as a field of its own, each named as its column is. */
function readingColumns(operation: Operation): Operation {
	const fields = Object.fromEntries(placed(operation.fields).map(([name, field]) => {
		const { place, control } = field;
		return [name, 'name' in place && place.in === 'body' ? { ...field, control: { ...control, displayName: place.name } } : field];
	}));
	const some = Object.values(operation.fields).flatMap(({ members, atLeastOne }) => (members && atLeastOne ? Object.keys(members) : []));
	return { ...operation, fields, ...(some.length ? { anyOf: some } : {}) };
}

/** The column of a body field; what is said beside the table decides which one it is for a field that is named by another. */
export const columnOf = ({ place }: Field, values: Values): string | undefined => (place.in !== 'body' ? undefined : 'nameFrom' in place ? String(values[place.nameFrom]) : place.name);

/** A cell as a field reads it: one that holds nothing is not given. */
export const cellOf = ({ columns }: NonNullable<Unit['row']>, column: string): unknown => (Object.hasOwn(columns, column) && !isBlank(columns[column]) ? columns[column] : undefined);

const columnsNeeded = (context: IExecuteFunctions, fields: Fields, item: number): string[] =>
	Object.values(fields).flatMap((field) => {
		const values = 'nameFrom' in field.place ? { [field.place.nameFrom]: context.getNodeParameter(field.place.nameFrom, item) } : {};
		const column = columnOf(field, values);
		return field.required && column !== undefined ? [column] : [];
	});

/** The rows of a JSON list. @throws FieldProblem */
const jsonRows = (raw: unknown): IDataObject[] => toList(raw).map((row, index) => labelled(TABLES.json.label, () => toObject(row) as IDataObject, `row ${index + 1}`));

/** The rows of a CSV text by the names in its first line. @throws FieldProblem */
function csvRows(raw: unknown, needed: string[]): IDataObject[] {
	const [header, ...records] = readCsv(String(raw));
	const names = header.map((name) => name.trim());
	const wrong = names.find((name, index) => name === '' || names.indexOf(name) !== index);
	if (wrong !== undefined) throw new FieldProblem(wrong === '' ? 'has a column without a name' : `has two columns '${wrong}'`, 'The first line names each column once.');
	const missing = needed.find((name) => !names.includes(name));
	if (missing !== undefined) throw new FieldProblem(`has no column '${missing}'`, `Its columns, separated by commas, are: ${names.join(', ')}.`);
	return records.map((record, index) => labelled(TABLES.csv.label, () => {
		if (record.length !== names.length) throw new FieldProblem(`has ${record.length} cells instead of ${names.length}`, 'Put quotes around cells that hold commas.');
		return Object.fromEntries(record.map((cell, column) => [names[column], cell]));
	}, `row ${index + 1}`));
}

/** Units by their numbers, as an account names them. */
export function numbersOf(units: Unit[], indexes: number[]): string {
	if (!indexes.some((index) => units[index].row)) return ranges(indexes);
	const items = [...new Set(indexes.map((index) => units[index].item))];
	const isOne = units.every(({ item }) => item === units[0].item);
	return items.map((item) => `${ranges(indexes.filter((index) => units[index].item === item).map((index) => units[index].row?.number ?? 0))}${isOne ? '' : ` of item ${item}`}`).join(', ');
}
