import type { Sending } from './explain';
import { joinRequests, splitResults } from './gather';
import { wereDone } from './looks';
import type { Plan } from './plan';
import { prepare } from './prepare';
import { look } from './retry';
import { judged, planAt, sendingOf } from './run';
import type { Run } from './run';
import { send } from './send';
import type { NextRequest } from './send';
import type { Failure, HttpRequest, Item, Result } from './types';

/** Refusals that one bad value of many can cause; the service has done nothing. */
const REFUSED_FOR_VALUES = [400, 422];

/**
 * One call for many items; what befalls the whole call befalls each of them. Lists that were put together and refused
 * for a value are halved until the bad one stands alone, so that it does not fail its neighbours.
 */
export async function runGathered(run: Run, indexes: number[]): Promise<Array<Result<Item[]>>> {
	const plans = indexes.map((index) => planAt(run, index));
	const sendings = indexes.map((index) => sendingOf(run, index));
	const gather = run.operation.gather!;
	const requests = indexes.map((index) => run.ready.get(index) ?? planAt(run, index).base);
	const whole: Sending = { ...sendings[0], unsure: sendings.some(({ unsure }) => unsure), ...(sendings[0].verify ? { verify: wereDone(sendings) } : {}) };
	const answer = await send(run.wire, whole, freshly(run, indexes, requests));
	if (!answer.ok && gather.union && indexes.length > 1 && REFUSED_FOR_VALUES.includes(Number(answer.failure.statusCode)) && !run.wire.pace.stopped()) {
		const middle = Math.ceil(indexes.length / 2);
		return [...(await runGathered(run, indexes.slice(0, middle))), ...(await runGathered(run, indexes.slice(middle)))];
	}
	if (!answer.ok) return await Promise.all(sendings.map(async (sending, position) => await lookedAt(run, plans[position], sending, answer.failure, true)));
	const { repeated, body } = answer.value;
	if (repeated && whole.verify) return await Promise.all(sendings.map(async (sending, position) => await lookedAt(run, plans[position], sending, LOST, true)));
	const results: Array<Result<unknown>> = repeated ? plans.map(() => ({ ok: true, value: undefined })) : splitResults(gather, body, sendings, requests);
	return await Promise.all(results.map(async (result, position) => (result.ok ? judged(run.operation, { ...answer.value, body: result.value }, plans[position], sendings[position]) : await lookedAt(run, plans[position], sendings[position], result.failure, false))));
}

/** The request of a call. What is kept of records is read anew before each further try, so that a change between two tries is not written over. */
function freshly(run: Run, indexes: number[], requests: HttpRequest[]): NextRequest {
	let tries = 0;
	return async () => {
		if (tries++ === 0 || !run.operation.merge) return { ok: true, value: joinRequests(run.operation.gather!, requests) };
		for (const index of indexes) {
			const settled = await prepare(run, index);
			if (settled && !settled.ok) return settled;
		}
		return { ok: true, value: joinRequests(run.operation.gather!, indexes.map((index) => run.ready.get(index)!)) };
	};
}

/** What is known of an item whose call was done, though its own answer is lost. */
const LOST: Failure = { message: 'The answer to this row was lost', description: 'Check whether it was done: it may have been done.', outcome: 'unknown' };

/** What became of one item of a call, after a look where that can be seen. */
async function lookedAt(run: Run, plan: Plan, sending: Sending, failure: Failure, isSilent: boolean): Promise<Result<Item[]>> {
	const told = await look(sending, failure, isSilent);
	return told.ok ? judged(run.operation, told.value, plan, sending) : told;
}
