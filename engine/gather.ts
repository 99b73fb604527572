import type { IDataObject } from 'n8n-workflow';
import { explainAnswer } from './explain';
import type { Sending } from './explain';
import { isObject, parseJson } from './json';
import type { Plan } from './plan';
import { getPath } from './request';
import type { Failure, Gather, HttpRequest, Operation, Result } from './types';

/** Value of the lane fields: what must not be written at the same time, nor stand twice in one call. */
export function laneKey({ lane }: Operation, plan: Result<Plan>): string | undefined {
	return lane && plan.ok ? JSON.stringify(lane.map((name) => plan.value.values[name])) : undefined;
}

/**
 * Item numbers by call, and calls by wave: one item a call unless the operation gathers. Items of one call go to the
 * same address; the second item of a lane goes into a later wave, which starts when the one before has ended.
 */
export function planCalls(operation: Operation, plans: Array<Result<Plan>>, batchSize: number): number[][][] {
	if (!operation.gather) return [plans.map((_, index) => [index])];
	const seen = new Map<string, number>();
	const waves: Array<Map<string, number[][]>> = [];
	plans.forEach((plan, index) => {
		const lane = laneKey(operation, plan);
		const wave = lane === undefined ? 0 : (seen.get(lane) ?? 0);
		if (lane !== undefined) seen.set(lane, wave + 1);
		const calls = (waves[wave] ??= new Map<string, number[][]>());
		const address = plan.ok ? addressOf(plan.value.request({})) : '';
		const open = calls.get(address) ?? [];
		const last = open.at(-1);
		if (last && last.length < batchSize) last.push(index);
		else calls.set(address, [...open, [index]]);
	});
	return waves.map((calls) => [...calls.values()].flat());
}

const addressOf = ({ method, url, headers }: HttpRequest): string => JSON.stringify([method, url, headers]);

/** One request for many items, made of the request of each. */
export function joinRequests({ into }: Gather, requests: HttpRequest[]): HttpRequest {
	const elements = requests.map(({ body }) => parseJson(body ?? '{}') as IDataObject);
	return { ...requests[0], body: JSON.stringify(into ? { [into]: elements } : elements) };
}

/** The result of each item of a call; a list that does not fit the items fails them all rather than guess. */
export function splitResults({ results, status }: Gather, body: unknown, sendings: Sending[], request: HttpRequest): Array<Result<IDataObject>> {
	const list = results ? getPath(body, results) : body;
	if (!Array.isArray(list) || list.length !== sendings.length) {
		const failure = mismatch(Array.isArray(list) ? list.length : undefined, sendings);
		return sendings.map(() => ({ ok: false, failure }));
	}
	return list.map((entry: unknown, index): Result<IDataObject> => {
		const element = isObject(entry) ? entry : {};
		const statusCode = Number(getPath(element, status) ?? 200);
		if (statusCode >= 200 && statusCode < 300) return { ok: true, value: element };
		return { ok: false, failure: explainAnswer({ statusCode, headers: {}, text: JSON.stringify(element) }, sendings[index], request) };
	});
}

function mismatch(count: number | undefined, [{ api }, ...others]: Sending[]): Failure {
	const rows = others.length + 1;
	return {
		message: `${api.name} answered with ${count === undefined ? 'no list of results' : `${count} results`} for ${rows} rows`,
		description: 'It is not known which rows were done: check before sending them again.',
		outcome: 'unknown',
	};
}
