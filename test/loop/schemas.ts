import type { IDataObject } from 'n8n-workflow';
import { path } from '../support/host.js';
import type { VersionedRow } from '../support/inputs';
import { tables } from '../table/load.js';
import type { Row } from '../table/rows';
import { promiseOf } from './run';
import type { Swept } from './sweep';

/** As much of JSON Schema as the editor reads. */
export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

const TYPES = ['object', 'array', 'string', 'number', 'boolean', 'null'];
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The schema of all values seen in one place. Of what was always null nothing is known. */
export function infer(values: unknown[]): Schema {
	const present = values.filter((value) => value !== undefined);
	const types = TYPES.filter((type) => present.some((value) => typeOf(value) === type));
	if (!types.length || types.join() === 'null') return {};
	const objects = present.filter((value) => typeOf(value) === 'object') as IDataObject[];
	const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
	const items = infer((present.filter(Array.isArray) as unknown[][]).flat());
	return {
		type: types.length === 1 ? types[0] : types,
		...(names.length ? { properties: Object.fromEntries(names.map((name) => [name, infer(objects.map((object) => object[name]))])) } : {}),
		...(Object.keys(items).length ? { items } : {}),
	};
}

const KNOWN: Record<string, string> = { object: 'object', array: 'array', string: 'string', integer: 'number', number: 'number', boolean: 'boolean' };
const schemaOf = (type: string | undefined): Schema => (type && KNOWN[type] ? { type: KNOWN[type] } : {});

/** Members that the item has by its row and its contract, whether or not the simulator gives them. */
function promised(row: VersionedRow): Record<string, Schema> {
	// what puts several calls together has an output of its own
	if (row.operation.parts || row.operation.steps) return {};
	const { list, simplify, outputs, gather, embedded, omit = [] } = row.operation;
	const { answer: whole, answerRoot, success } = promiseOf(row);
	const left = [...omit, ...(outputs?.[0].omit ?? [])];
	const answer = Object.fromEntries(Object.entries(whole).filter(([name]) => !left.includes(name)));
	const rows = outputs?.[0].rows;
	const isRecord = !list || answerRoot === 'array';
	// an answer without content has no members, whatever is documented of its failures
	if (gather || embedded || success.every((status) => status === 204)) return {};
	if (rows) return Object.fromEntries(Object.keys({ ...rows.record, ...rows.entry }).map((name) => [name, {}]));
	if (simplify) {
		return Object.fromEntries(Object.entries(simplify).map(([name, source]) => [name, typeof source === 'string' ? schemaOf(isRecord ? answer[source] : undefined) : 'as' in source ? schemaOf('string') : schemaOf('array')]));
	}
	const isWhole = isRecord && !outputs?.[0].split && !outputs?.[0].replace;
	return isWhole ? Object.fromEntries(Object.entries(answer).map(([name, type]) => [name, schemaOf(type)])) : {};
}

/** Where n8n looks for the schema of an operation, from the folder of its node. */
export const schemaFile = ({ resource, operation }: Row): string => `__schema__/v1.0.0/${resource.value}/${operation.value}.json`;

/** Folder of a row's node in the repository. */
export const folderOf = ({ description }: Row): string => path.posix.dirname(tables.find((table) => table.description === description)!.file);

/** A schema as it stands in its file. */
export interface Derived {
	/** Path in the repository. */
	file: string;
	text: string;
	members: number;
	/** Members that no answer of the simulator had. */
	unseen: string[];
}

/** The schema of one item of an operation's default output, over all versions and forms. */
function derive(swept: Swept[]): Derived {
	const [{ row }] = swept;
	const seen = infer(swept.flatMap(({ items }) => items)).properties ?? {};
	const properties = { ...seen };
	const wanted = swept.flatMap((one) => Object.entries(promised(one.row)));
	for (const [name, schema] of wanted) if (!properties[name]?.type) properties[name] = name in seen && schema.type ? { type: [String(schema.type), 'null'] } : schema;
	const text = `${JSON.stringify({ type: 'object', properties, version: 1 }, null, '\t')}\n`;
	return { file: `${folderOf(row)}/${schemaFile(row)}`, text, members: Object.keys(properties).length, unseen: Object.keys(properties).filter((name) => !(name in seen)) };
}

/** The schemas of all operations, from what they gave in the simulator and what their contracts say; rows of one value share one. */
export function schemasOf(swept: Swept[]): Derived[] {
	const ofFile = new Map<string, Swept[]>();
	for (const one of swept) ofFile.set(`${folderOf(one.row)}/${schemaFile(one.row)}`, [...(ofFile.get(`${folderOf(one.row)}/${schemaFile(one.row)}`) ?? []), one]);
	return [...ofFile.values()].map(derive);
}
