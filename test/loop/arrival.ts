import { getGlobalState } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { readMembers } from '../../engine/members';
import { getPath } from '../../engine/request';
import { pathValue } from '../contract/contracts';
import type { Field, Fields, FileContent, Reading, Values } from '../../engine/types';
import { digestOfBytes } from '../../simulator/random';
import type { Call } from '../../simulator/types';
import { filesFor, readerOf } from '../support/files';
import { inVersion } from '../support/kinds';
import { serviceOf } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import type { Simulator } from '../support/simulator';
import { credentialFor, partedCalls, promiseOf } from './run';

const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFile = (value: unknown): value is FileContent => isObject(value) && 'mimeType' in value;
const bytesOf = ({ data }: FileContent): Buffer => Buffer.from(data, 'base64');

/** What an operation makes of its parameters, read by its own fields from what the editor stores; what is not stored is at its default, as in n8n. */
export function valuesOf(row: VersionedRow, sim: Simulator, input: Values): Values {
	const { fields } = row.operation;
	const reading: Reading = { values: {}, version: row.version?.value, timezone: getGlobalState().defaultTimezone, credentials: credentialFor(row, sim), file: readerOf(filesFor(fields)) };
	for (const [name, field] of inVersion(fields, row.version)) {
		const raw = input[name] ?? field.control.default;
		const plain = field.control.type === 'resourceLocator' ? (raw as { value: unknown }).value : raw;
		const value = field.members ? readMembers(field.members, (raw ?? {}) as Values, reading) : field.read(plain, reading);
		if (value !== undefined) reading.values[name] = value;
	}
	return reading.values;
}

/** The part of a body that belongs to an item: its entry of the list that is gathered, or the body itself. */
function bodyFor({ body }: Call, { operation: { gather } }: VersionedRow, name: string): unknown {
	if (!gather || gather.union || (gather.shared ?? []).includes(name.split('.')[0])) return body;
	const list = gather.into ? getPath(body, gather.into) : body;
	return Array.isArray(list) ? list[0] : undefined;
}

/** An object in the query stands there by its members, behind dots. */
function partsIn(query: Call['query'], name: string): Record<string, unknown> | undefined {
	const parts = Object.entries(query).filter(([one]) => one.startsWith(`${name}.`));
	return parts.length && !(name in query) ? Object.fromEntries(parts.map(([one, value]) => [one.slice(name.length + 1), value])) : undefined;
}

const asTexts = (value: unknown): string => (isObject(value) ? JSON.stringify(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]))) : String(value));

function arrivedAt(call: Call, row: VersionedRow, { place }: Field, values: Values): unknown[] {
	if (place.in === 'query') return [partsIn(call.query, place.name) ?? call.query[place.name]];
	if (place.in === 'header') return [call.headers[place.name.toLowerCase()]];
	if (place.in === 'body') return ('nameFrom' in place ? [String(values[place.nameFrom])] : [place.name, ...(place.also ?? [])]).map((name) => getPath(bodyFor(call, row, name), name));
	return [pathValue(promiseOf(row).path, call.path, (place as { name: string }).name)];
}

/** The account replaces secrets: there what was given counts as what arrived. */
function shown(arrived: unknown, given: unknown): unknown {
	if (/^\[secret /.test(String(arrived))) return given;
	if (Array.isArray(arrived)) return arrived.map((entry, index) => shown(entry, Array.isArray(given) ? given[index] : undefined));
	return isObject(arrived) ? Object.fromEntries(Object.entries(arrived).map(([name, entry]) => [name, shown(entry, isObject(given) ? given[name] : undefined)])) : arrived;
}

/** An object may hold more than one field gives: others go into it too, or it is kept of the record. */
function expectSame(name: string, arrived: unknown, given: unknown): void {
	const value = isFile(given) ? bytesOf(given).toString('base64') : given;
	const seen = { name, arrived: shown(arrived, value) };
	if (isObject(value)) expect(seen).toMatchObject({ name, arrived: value });
	else expect(seen).toEqual({ name, arrived: value });
}

/** Every value stands in the request, in its place. */
export function expectArrived(call: Call, row: VersionedRow, values: Values, fields: Fields = row.operation.fields, top = values): void {
	for (const [name, field] of Object.entries(fields)) {
		const value = values[name];
		if (value === undefined) continue;
		if (field.members) expectArrived(call, row, value as Values, field.members, top);
		else if (['path', 'query', 'header', 'body'].includes(field.place.in) && !hasParts(row)) {
			for (const arrived of arrivedAt(call, row, field, top)) expectSame(name, field.place.in === 'body' ? arrived : asTexts(arrived), field.place.in === 'body' ? value : asTexts(value));
		} else if (field.place.in !== 'body' && field.place.in !== 'none') for (const arrived of arrivedAt(call, row, field, top)) expectSame(name, String(arrived), String(value));
	}
}

const hasParts = ({ operation: { encoding } }: VersionedRow): boolean => encoding === 'multipart' || encoding === 'raw';

/** Every object in the state of the simulator that holds these bytes. */
function holdersOf(state: unknown, bytes: Buffer, seen = new Set<unknown>()): IDataObject[] {
	if (typeof state !== 'object' || state === null || Buffer.isBuffer(state) || seen.has(state)) return [];
	seen.add(state);
	const inside = state instanceof Map ? [...state.values()] : Object.values(state);
	const holds = inside.some((one) => Buffer.isBuffer(one) && one.equals(bytes));
	return [...(holds ? [state as IDataObject] : []), ...inside.flatMap((one) => holdersOf(one, bytes, seen))];
}

/** Files are compared by their bytes: those of a raw body with what came in, the parts of a form with what the service keeps. */
export function expectFiles(call: Call, row: VersionedRow, sim: Simulator, values: Values): void {
	if (!hasParts(row)) return;
	const inBody = Object.entries(row.operation.fields).filter(([name, { place }]) => place.in === 'body' && values[name] !== undefined).map(([name]) => values[name]);
	const file = inBody.find(isFile)!;
	if (row.operation.encoding === 'raw') {
		expect(call.body).toEqual({ bytes: bytesOf(file).length, sha256: digestOfBytes(bytesOf(file)) });
		return;
	}
	expect(call.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
	const [kept] = holdersOf(sim.state[serviceOf(row)], bytesOf(file));
	const texts = inBody.filter((value) => !isFile(value)).map(String);
	expect(Object.values(kept ?? {})).toEqual(expect.arrayContaining([file.fileName, file.mimeType, ...texts]));
}

/** Pages are asked for one after the other, each once; the first without a cursor, or from the beginning. */
export function expectPages(calls: Call[], row: VersionedRow): void {
	const { paging } = row.operation.list ?? {};
	if (!paging?.by || !paging.at || (paging.version && paging.version !== row.version?.value)) {
		expect(calls).toHaveLength(1);
		return;
	}
	const { at, by } = paging;
	const starts = calls.map(({ query, body }) => (paging.in === 'query' ? query[at] : getPath(body, at)));
	expect(starts[0] === undefined ? undefined : Number(starts[0])).toBe({ records: 0, pages: 1, cursor: undefined }[by]);
	expect(new Set(starts.map(String)).size).toBe(starts.length);
	if (by !== 'cursor') expect(starts.map(Number)).toEqual(starts.map(Number).sort((a, b) => a - b));
}

const isOff = (value: unknown): boolean => value === false || value === 'false';

/** The reads that go with a call: the record before it is replaced, the job until it is done; its file without a credential. */
export function expectLooks(row: VersionedRow, sim: Simulator, input: Values): void {
	const { own, looks, links, others } = partedCalls(row, sim);
	const { merge, job } = row.operation;
	expect(others).toEqual([]);
	for (const look of looks) expect({ look, ok: look.status }).toMatchObject({ ok: 200 });
	if (merge) expect(looks.map(({ n }) => n)).toEqual(isOff(input.keepOtherFields) ? [] : own.map(({ n }) => n - 1));
	else if (job) expect({ asked: looks.length > 0, links: links.map(({ status, headers }) => [status, headers.authorization]) }).toEqual({ asked: true, links: [[200, undefined]] });
	else expect({ looks, links }).toEqual({ looks: [], links: [] });
}
