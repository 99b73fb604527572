import { explainWarnings } from './explain';
import type { Sending } from './explain';
import { isObject } from './json';
import { wasDone } from './looks';
import type { RunMemory } from './memory';
import { doneBefore, toItems } from './output';
import type { Plan } from './plan';
import type { Outcomes } from './report';
import type { Wire } from './retry';
import type { Answer, Api, HttpRequest, Item, Operation, Result } from './types';

/** What the calls of one run share. */
export interface Run {
	wire: Wire;
	api: Api;
	operation: Operation;
	plans: Array<Result<Plan>>;
	memory: RunMemory;
	outcomes: Outcomes;
	/** Requests of gathered items after what they were completed with. */
	ready: Map<number, HttpRequest>;
	/** What reads show that items share, by address and headers. */
	shared: Map<string, Promise<Result<unknown>>>;
}

/** An item that was read without a problem. */
export const planAt = ({ plans }: Pick<Run, 'plans'>, index: number): Plan => (plans[index] as { value: Plan }).value;

/** What is known of the call for one item. */
export function sendingOf(run: Run, index: number): Sending {
	const { api, operation, wire, memory } = run;
	const plan = planAt(run, index);
	const { effect, repeat, meanings, fields, sign, binary, open } = operation;
	const { kind, values } = plan;
	const base: Sending = { api, effect, repeat, meanings, kind, fields, values, sign, binary, open, unsure: memory.inDoubt(index, plan.base) };
	if (typeof repeat !== 'object' || !('verify' in repeat)) return base;
	return { ...base, verify: async () => await wasDone(wire, base, repeat.verify, plan) };
}

/** The items of an answer, unless its warnings are to fail. */
export function judged(operation: Operation, answer: Answer, plan: Plan, sending: Sending): Result<Item[]> {
	if (answer.repeated) return { ok: true, value: [{ json: { ...doneBefore(operation, plan.known), ...(answer.body as object | undefined) } }] };
	const warnings = plan.failOnWarnings && isObject(answer.body) ? answer.body.warnings : undefined;
	if (!Array.isArray(warnings) || !warnings.length) return { ok: true, value: toItems(operation, answer, plan.known, plan.shape) };
	return { ok: false, failure: explainWarnings(warnings, answer.statusCode, sending) };
}
