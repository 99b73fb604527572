import type { IDataObject } from 'n8n-workflow';
import type { Seen, Sending } from './explain';
import type { Plan } from './plan';
import { getPath } from './request';
import type { Wire } from './retry';
import { send } from './send';
import type { HttpRequest, Merge, Result, Verify } from './types';

/** A read that goes with a write: tried again like any read, and told as one. */
export const asLook = (sending: Sending): Sending => ({ ...sending, effect: 'read', repeat: 'absolute', sign: false, binary: undefined, verify: undefined, unsure: false });

/** Reads whether a write was carried out: what there is to be seen of it, false, or undefined where that cannot be told. */
export async function wasDone(wire: Wire, sending: Sending, { route, body, holds, gives, none = [] }: Verify, plan: Plan): Promise<Result<Seen>> {
	const answer = await send(wire, asLook(sending), plan.sibling(route, {}, undefined, body ? { body: body(plan.known) } : {}));
	if (!answer.ok && !none.includes(Number(answer.failure.statusCode))) return answer;
	const found = answer.ok ? answer.value.body : undefined;
	const isDone = holds(found, plan.known);
	return { ok: true, value: isDone ? (gives?.(found, plan.known) ?? {}) : (isDone as false | undefined) };
}

/** Whether all of the writes of one call were carried out, or none was. */
export const wereDone = (sendings: Sending[]) => async (): Promise<Result<Seen>> => {
	const seen: Seen[] = [];
	for (const { verify } of sendings) {
		const told = await verify!();
		if (!told.ok) return told;
		seen.push(told.value);
	}
	return { ok: true, value: seen.every(Boolean) ? {} : seen.every((one) => one === false) ? false : undefined };
};

/**
 * The request with what the record has beside the fields that the user gives. It is made anew before each try, so that
 * a change between two tries is not written over.
 */
export async function keeping(wire: Wire, sending: Sending, merge: Merge, plan: Plan): Promise<Result<HttpRequest>> {
	const { route, from = '', mayBeNew } = merge;
	const found = await send(wire, asLook(sending), plan.sibling(route));
	if (!found.ok) {
		if (mayBeNew && found.failure.statusCode === 404) return { ok: true, value: plan.base };
		return { ok: false, failure: { ...found.failure, message: `The record could not be read to keep its other fields: ${found.failure.message}`, outcome: 'not sent' } };
	}
	return { ok: true, value: plan.request({ kept: keptOf(merge, (getPath(found.value.body, from) ?? {}) as IDataObject) }) };
}

/** What is sent along of a record, in its place in the body. */
export function keptOf({ into, omit = [] }: Merge, record: IDataObject): IDataObject {
	const kept = Object.fromEntries(Object.entries(record).filter(([name]) => !omit.includes(name)));
	return into ? { [into]: kept } : kept;
}
