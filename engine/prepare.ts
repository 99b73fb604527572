import type { IDataObject } from 'n8n-workflow';
import { isObject } from './json';
import { asLook, keeping } from './looks';
import type { Plan } from './plan';
import { guarded } from './refusal';
import { getPath } from './request';
import { inDoubt } from './retry';
import { planAt, sendingOf } from './run';
import type { Run } from './run';
import { send } from './send';
import type { Compare, Failure, HttpRequest, Item, LookUp, Operation, Result, Values } from './types';

/** Whether rows of this operation are read for before they are sent. */
export const isPrepared = ({ lookUp, compare, merge, gather }: Operation): boolean => lookUp !== undefined || compare !== undefined || (merge !== undefined && gather !== undefined);

/** Reads once from each address. */
type Read = (route: string, none?: readonly number[]) => Promise<Result<unknown>>;

/**
 * Completes the request of an item: what is looked up is filled in, what a bulk call would replace is kept. An item that
 * would change nothing, or cannot be completed, is settled; its own request was not sent.
 */
export async function prepare(run: Run, index: number): Promise<Result<Item[]> | undefined> {
	const { operation, memory, wire } = run;
	const { lookUp, compare = [], merge, gather } = operation;
	const plan = planAt(run, index);
	const isUnsure = memory.inDoubt(index, plan.base);
	const failed = (failure: Failure): Result<Item[]> => ({ ok: false, failure: isUnsure ? inDoubt(failure) : { ...failure, outcome: 'not sent' } });
	const read = reader(run, index);
	if (plan.isLookedUp) {
		const found = await filled(lookUp!, operation.fields[lookUp!.fills].control.displayName, plan, read);
		if (!found.ok) return failed(found.failure);
		plan.values[lookUp!.fills] = getPath(found.value, lookUp!.with);
		if (lookUp!.already?.(found.value)) return unneeded(operation, plan.values, isUnsure);
	}
	if (plan.compareFirst) {
		const same = await isSame(operation, compare, plan.values, read);
		if (!same.ok) return failed(same.failure);
		if (same.value) return unneeded(operation, plan.values, isUnsure);
	}
	const kept: Result<HttpRequest> = merge && gather && plan.keepOthers ? await keeping(wire, sendingOf(run, index), merge, plan) : { ok: true, value: plan.request({}) };
	if (!kept.ok) return failed(kept.failure);
	run.ready.set(index, kept.value);
	return undefined;
}

/** The item of a row that needs no request. */
const unneeded = ({ echo }: Operation, values: Values, isUnsure: boolean): Result<Item[]> => ({ ok: true, value: [{ json: { ...echo?.(values), ...(isUnsure ? DONE_EARLIER : UNCHANGED) } }] });

const UNCHANGED = { status: 'unchanged', changed: false, message: 'It is as wanted already: nothing was sent' };
const DONE_EARLIER = { status: 'done', changed: true, message: 'An earlier try has done it' };

function reader(run: Run, index: number): Read {
	const seen = new Map<string, Result<unknown>>();
	const plan = planAt(run, index);
	return async (route, none = []) => {
		const request = plan.sibling(route);
		const known = seen.get(request.url);
		if (known) return known;
		const answer = await send(run.wire, asLook(sendingOf(run, index)), request);
		const isNothing = !answer.ok && none.includes(Number(answer.failure.statusCode));
		const told: Result<unknown> = answer.ok || isNothing ? { ok: true, value: answer.ok ? answer.value.body : undefined } : answer;
		seen.set(request.url, told);
		return told;
	};
}

/** The record that a look-up finds. */
async function filled({ route, find, none }: LookUp, label: string, { unit, values }: Plan, read: Read): Promise<Result<IDataObject>> {
	const answer = await read(route, none);
	if (!answer.ok) return { ok: false, failure: { ...answer.failure, message: `The look-up before it failed: ${answer.failure.message}` } };
	return guarded(label, unit, () => find(answer.value, values));
}

/** Whether all that the row would change is as it wants it already; what no read tells is not. */
async function isSame({ anyOf = [] }: Operation, compare: readonly Compare[], values: Values, read: Read): Promise<Result<boolean>> {
	const wanted = anyOf.filter((name) => getPath(values, name) !== undefined);
	if (!wanted.every((name) => compare.some(({ same }) => name in same))) return { ok: true, value: false };
	for (const { route, find, same } of compare) {
		const mine = wanted.filter((name) => name in same);
		if (!mine.length) continue;
		const answer = await read(route);
		if (!answer.ok) return { ok: false, failure: { ...answer.failure, message: `The values to compare with could not be read: ${answer.failure.message}` } };
		const record = find ? find(answer.value, values) : answer.value;
		if (!mine.every((name) => equals(getPath(values, name), getPath(record, same[name])))) return { ok: true, value: false };
	}
	return { ok: true, value: wanted.length > 0 };
}

/** Equal as values: 12.5 and "12.50" are; of an object, the members that are given count. */
export function equals(given: unknown, there: unknown): boolean {
	if (Array.isArray(given)) return Array.isArray(there) && given.length === there.length && given.every((entry, index) => equals(entry, there[index]));
	if (isObject(given)) return isObject(there) && Object.entries(given).every(([name, value]) => equals(value, there[name]));
	if (given === there || there === undefined || there === null) return given === there;
	return typeof given !== 'object' && String(given).trim() !== '' && Number(given) === Number(there);
}
