import type { IDataObject } from 'n8n-workflow';
import { explainAnswer } from './explain';
import type { Sending } from './explain';
import { isObject, parseJson } from './json';
import type { Plan } from './plan';
import { at, refusal } from './refusal';
import { getPath } from './request';
import type { Failure, Gather, HttpRequest, Operation, Result } from './types';

/** Value of the lane fields: what must not be written at the same time, nor stand twice in one call. */
export function laneKey({ lane }: Pick<Operation, 'lane'>, plan: Result<Plan>): string | undefined {
	return lane && plan.ok ? JSON.stringify(lane.map((name) => plan.value.values[name])) : undefined;
}

/** The plans, of which each lane has no more than it may; the others are refused. */
export function withinLanes(operation: Operation, plans: Array<Result<Plan>>): Array<Result<Plan>> {
	const { laneMost, lane = [], fields } = operation;
	if (!laneMost) return plans;
	const seen = new Map<string | undefined, number>();
	return plans.map((plan) => {
		const key = laneKey(operation, plan);
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		if (!plan.ok || count <= laneMost.most) return plan;
		const names = lane.map((name) => fields[name].control.displayName).join(', ');
		return { ok: false, failure: refusal(`More than ${laneMost.most} rows have the same ${names}${at(plan.value.unit)}`, laneMost.why) };
	});
}

/** Item numbers by wave: the second item of a lane goes into a later wave, which starts when the one before has ended. */
export function wavesOf({ gather, ...operation }: Operation, plans: Array<Result<Plan>>): number[][] {
	const seen = new Map<string, number>();
	const waves: number[][] = [[]];
	plans.forEach((plan, index) => {
		const lane = gather && !gather.union ? laneKey(operation, plan) : undefined;
		const wave = lane === undefined ? 0 : (seen.get(lane) ?? 0);
		if (lane !== undefined) seen.set(lane, wave + 1);
		(waves[wave] ??= []).push(index);
	});
	return waves;
}

/** Item numbers by call: one item a call unless the operation gathers. Items of one call go to the same address. */
export function callsOf({ gather }: Pick<Operation, 'gather'>, items: number[], requestOf: (item: number) => HttpRequest | undefined, batchSize: number): number[][] {
	if (!gather) return items.map((item) => [item]);
	const calls = new Map<string, Array<{ items: number[]; size: number }>>();
	for (const item of items) {
		const request = requestOf(item);
		const size = request ? parts(gather, request).entries.length : 1;
		const address = request ? addressOf(gather, request) : '';
		const open = calls.get(address) ?? [];
		const last = open.at(-1);
		if (last && last.size + size <= batchSize) {
			last.items.push(item);
			last.size += size;
		} else calls.set(address, [...open, { items: [item], size }]);
	}
	return [...calls.values()].flat().map((call) => call.items);
}

const bodyOf = ({ body = '{}' }: HttpRequest): IDataObject => parseJson(body) as IDataObject;

/** The members of the body that stand beside the list, and the entries that an item puts into it. */
function parts({ into, union, shared = [] }: Gather, request: HttpRequest): { beside: IDataObject; entries: unknown[] } {
	const body = Object.entries(bodyOf(request));
	if (union) return { beside: Object.fromEntries(body.filter(([name]) => name !== into)), entries: bodyOf(request)[into!] as unknown[] };
	const stays = ([name]: [string, unknown]) => shared.includes(name);
	return { beside: Object.fromEntries(body.filter(stays)), entries: [Object.fromEntries(body.filter((member) => !stays(member)))] };
}

/** What the items of one call must share: where it goes, and the members beside the list. */
const addressOf = (gather: Gather, request: HttpRequest): string => JSON.stringify([request.method, request.url, request.headers, parts(gather, request).beside]);

/** One request for many items, made of the request of each. */
export function joinRequests(gather: Gather, requests: HttpRequest[]): HttpRequest {
	const all = requests.flatMap((request) => parts(gather, request).entries);
	// results by key serve all items that ask for the same
	const entries = gather.union ? [...new Set(all)] : gather.key ? [...new Map(all.map((entry) => [JSON.stringify(entry), entry])).values()] : all;
	return { ...requests[0], body: JSON.stringify(gather.into ? { ...parts(gather, requests[0]).beside, [gather.into]: entries } : entries) };
}

/** The result of each item of a call; a list that does not fit the items fails them all rather than guess. */
export function splitResults(gather: Gather, body: unknown, sendings: Sending[], requests: HttpRequest[]): Array<Result<unknown>> {
	if (gather.union) return sendings.map(() => ({ ok: true, value: body }));
	const list = gather.results ? getPath(body, gather.results) : body;
	const groups = Array.isArray(list) ? groupsOf(gather, list.map((entry: unknown) => (isObject(entry) ? entry : {})).flatMap((entry) => inWords(gather, entry)), requests) : [];
	const failure = mismatch(Array.isArray(list) ? list.length : undefined, sendings);
	return sendings.map((sending, index) => (groups[index]?.length ? judgeAll(gather, groups[index], sending, requests[index]) : { ok: false, failure }));
}

/** The results of each item: by their order, or by the key that they share with what was sent. */
function groupsOf(gather: Gather, list: IDataObject[], requests: HttpRequest[]): IDataObject[][] {
	const { key } = gather;
	if (!key) return list.length === requests.length ? list.map((entry) => [entry]) : [];
	const keyed = list.map((entry): [string, IDataObject] => [String(resultKey(gather, entry)), entry]);
	return requests.map((request) => {
		const own = String(getPath(bodyOf(request), key));
		return keyed.flatMap(([one, entry]) => (one === own ? [entry] : []));
	});
}

/** Words by the key of their element become results that name both. */
const inWords = ({ words, key = '' }: Gather, entry: IDataObject): IDataObject[] => (words ? Object.entries(entry).map(([id, word]) => ({ [key]: id, [words.name]: word })) : [entry]);

const resultKey = ({ key = '', either }: Gather, entry: IDataObject): unknown => getPath(entry, either ? `${either.success}.${key}|${either.failure}.${key}` : key);

/** One failed result fails its item; several good ones are joined. */
function judgeAll(gather: Gather, group: IDataObject[], sending: Sending, request: HttpRequest): Result<IDataObject> {
	const judged = group.map((entry) => judge(gather, entry, sending, request));
	const failed = judged.find(({ ok }) => !ok);
	return failed ?? { ok: true, value: Object.assign({}, ...judged.map((one) => (one.ok ? one.value : {}))) as IDataObject };
}

function judge({ status, either, words }: Gather, element: IDataObject, sending: Sending, request: HttpRequest): Result<IDataObject> {
	if (either && isObject(element[either.success])) return { ok: true, value: element[either.success] as IDataObject };
	const word = words && String(element[words.name]);
	const statusCode = either || (word !== undefined && words!.failed.test(word)) ? 422 : Number((status && getPath(element, status)) ?? 200);
	if (statusCode >= 200 && statusCode < 300) return { ok: true, value: element };
	const said = either ? (element[either.failure] ?? element) : element;
	return { ok: false, failure: explainAnswer({ statusCode, headers: {}, text: word ?? JSON.stringify(said) }, sending, request) };
}

function mismatch(count: number | undefined, [{ api }, ...others]: Sending[]): Failure {
	const rows = others.length + 1;
	return {
		message: `${api.name} answered with ${count === undefined ? 'no list of results' : `${count} results`} for ${rows} rows`,
		description: 'It is not known which rows were done: check before sending them again.',
		outcome: 'unknown',
	};
}
