import type { IDataObject } from 'n8n-workflow';
import type { Sending } from './explain';
import type { Plan } from './plan';
import { getPath } from './request';
import { send } from './send';
import type { Wire } from './send';
import type { HttpRequest, Merge, Result, Verify } from './types';

/** A read that goes with a write: tried again like any read, and told as one. */
export const asLook = (sending: Sending): Sending => ({ ...sending, effect: 'read', repeat: 'absolute', sign: false, binary: undefined, verify: undefined, unsure: false });

/** Reads whether a write was carried out. */
export async function wasDone(wire: Wire, sending: Sending, { route, body, holds }: Verify, plan: Plan): Promise<Result<boolean | undefined>> {
	const answer = await send(wire, asLook(sending), plan.sibling(route, {}, undefined, body ? { body: body(plan.known) } : {}));
	return answer.ok ? { ok: true, value: holds(answer.value.body, plan.known) } : answer;
}

/**
 * The request with what the record has beside the fields that the user gives. It is made anew before each try, so that
 * a change between two tries is not written over.
 */
export async function keeping(wire: Wire, sending: Sending, { route, from = '', into, omit = [], mayBeNew }: Merge, plan: Plan): Promise<Result<HttpRequest>> {
	const found = await send(wire, asLook(sending), plan.sibling(route));
	if (!found.ok) {
		if (mayBeNew && found.failure.statusCode === 404) return { ok: true, value: plan.base };
		return { ok: false, failure: { ...found.failure, message: `The record could not be read to keep its other fields: ${found.failure.message}`, outcome: 'not sent' } };
	}
	const record = Object.entries((getPath(found.value.body, from) ?? {}) as IDataObject).filter(([name]) => !omit.includes(name));
	const kept = Object.fromEntries(record);
	return { ok: true, value: plan.request({ kept: into ? { [into]: kept } : kept }) };
}
