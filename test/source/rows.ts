import { getPath } from '../../engine/request';
import type { Columns, Operation, Rows, Simplify } from '../../engine/types';
import { contracts, keyOf, namedIn } from '../contract/contracts';
import type { Contract } from '../contract/contracts';
import { callOf, sentBy } from '../contract/sent';
import { versionedRows } from '../table/rows';
import { rootsOf } from './answers';
import { isObject, once, samples } from './samples';
import type { Json, Sample, SampleRequest } from './samples';

type VersionedRow = (typeof versionedRows)[number];

const keyOfRow = ({ api, operation, version }: VersionedRow): string => keyOf(callOf(api, operation, version));

/** The rows that make the call of a contract, once for each version. */
const rowsOf = (contract: Contract): VersionedRow[] => versionedRows.filter((row) => keyOfRow(row) === keyOf(contract));

/** What all versions of an operation promise to answer: a row reads all of them alike. */
function contractsOf({ operation }: VersionedRow): Contract[] {
	const keys = versionedRows.filter((row) => row.operation === operation).map(keyOfRow);
	return contracts.filter((contract) => keys.includes(keyOf(contract)));
}

/** What a sample sends and no row can, and what a row looks for in an answer and does not find in the sample. */
export const rowDifferences = (contract: Contract, { request, response }: Sample): string[] =>
	rowsOf(contract).flatMap((row) => {
		const found = [...(request ? sendingDifferences(row, contract, request) : []), ...(response && response.body !== null ? readingDifferences(row, response.body) : [])];
		return once(found).map((what) => `${row.id}: ${what}`);
	});

const top = (name: string): string => name.replace(/^\[\]\./, '').split('.')[0].replace(/\[\]$/, '');

/** Only of what the contract knows: the rest is a difference of the contract. */
function sendingDifferences({ operation, version }: VersionedRow, contract: Contract, { url, body }: SampleRequest): string[] {
	const sent = sentBy(operation, version?.value);
	// Names of query parameters may hold dots; those of the body lead inwards.
	const namesOf = (all: Array<{ in: string; name: string }>, place: string) => all.filter((one) => one.in === place).map(({ name }) => (place === 'body' ? top(name) : name));
	const given = { body: rootsOf(body).flatMap(Object.keys), query: [...new URL(url).searchParams.keys()] };
	return (['body', 'query'] as const).flatMap((place) => {
		const names = namesOf(sent, place);
		const known = namesOf(namedIn(contract), place);
		const whole = sent.some((one) => one.in === place && one.name === '' && one.whole);
		return whole ? [] : given[place].filter((name) => known.includes(name) && !names.includes(name)).map((name) => `cannot send ${place} ${name}`);
	});
}

function readingDifferences(row: VersionedRow, body: unknown): string[] {
	const { list, outputs = [] } = row.operation;
	return [
		...outputs.flatMap(({ split }) => (split && !Array.isArray(getPath(body, split)) ? [`no list at ${split}`] : [])),
		...(list ? listDifferences(list, body, row.version?.value) : []),
		...gatherDifferences(row.operation, body),
		...simplifyDifferences(row.operation.simplify ?? {}, recordsOfRow(row), optionalOf(row)),
		...outputs.flatMap(({ rows }) => (rows ? simplifyDifferences(asSimplify(rows), recordsOfRow(row), optionalOf(row)) : [])),
	];
}

/** Rows read a record as a simplified one with a list does. */
const asSimplify = ({ from, record, entry }: Rows): Simplify => ({ ...plain(record), [from]: { from, each: plain(entry) } });
const plain = (columns: Columns): Simplify => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, typeof column === 'string' ? column : column.from]));

/** Records of the samples of all versions. */
function recordsOfRow(row: VersionedRow): Json[] {
	const ids = contractsOf(row).map(({ id }) => id);
	const bodies = samples.filter(({ operation }) => ids.includes(operation)).map(({ response }) => response?.body);
	return bodies.flatMap((body) => (row.operation.list ? recordsOf(body, row.operation.list.items) : rootsOf(body)));
}

/** An answer's own member may be missing in a sample; that a contract names it is held against the row elsewhere. */
const optionalOf = (row: VersionedRow): string[] => (row.operation.list ? [] : contractsOf(row).flatMap(({ answer }) => Object.keys(answer)));

const recordsOf = (body: unknown, path: string): Json[] => {
	const found = Array.isArray(body) ? body : getPath(body, path);
	return Array.isArray(found) ? found.filter(isObject) : [];
};

function listDifferences({ items, id, paging }: NonNullable<Operation['list']>, body: unknown, version?: string): string[] {
	const records = recordsOf(body, items);
	// The way to the next page may be missing, as it is on the last one.
	const next = paging?.next && isObject(body) && top(paging.next) in body ? paging.next : undefined;
	const paged = paging && (!paging.version || paging.version === version) ? [paging.total, next] : [];
	return [
		...(Array.isArray(body) || Array.isArray(getPath(body, items)) ? [] : [`no list at ${items}`]),
		...(records.length === 0 || records.some((record) => id.some((path) => reaches(record, path))) ? [] : [`no record has ${id.join(' or ')}`]),
		...paged.flatMap((path) => (path && !reaches(body, path) ? [`nothing at ${path}`] : [])),
	];
}

function gatherDifferences({ gather }: Operation, body: unknown): string[] {
	const { results, status, either } = gather ?? {};
	const told = status ?? (either && `${either.success}|${either.failure}`);
	if (!told) return [];
	const found = results ? getPath(body, results) : body;
	if (!Array.isArray(found)) return [`no list at ${results ?? 'the root'}`];
	return found.every((one) => reaches(one, told)) ? [] : [`a result has no ${told}`];
}

/** Whether a dot path, or one of several, leads to a member; what is beyond a null or in an empty list nobody can say. */
function reaches(source: unknown, path: string): boolean {
	return path.split('|').some((one) => {
		let at = source;
		for (const name of one.split('.')) {
			if (at === null || (Array.isArray(at) && at.length === 0)) return true;
			if (typeof at !== 'object' || !(name in (at as Json))) return false;
			at = (at as Json)[name];
		}
		return true;
	});
}

const withinOptional = (path: string, records: Json[], optional: string[]): boolean =>
	path.split('|').some((one) => optional.includes(top(one)) && !records.some((record) => top(one) in record));

function simplifyDifferences(simplify: Simplify, records: Json[], optional: string[]): string[] {
	if (records.length === 0) return [];
	return Object.values(simplify).flatMap((source) => {
		const from = typeof source === 'string' ? source : source.from;
		if (!records.some((record) => reaches(record, from))) return withinOptional(from, records, optional) ? [] : [`nothing at ${from}`];
		if (typeof source === 'string' || 'as' in source) return [];
		const inner = records.flatMap((record) => getPath(record, from) ?? []).filter(isObject);
		return simplifyDifferences(source.each, inner, []).map((what) => `${what} in ${from}`);
	});
}
