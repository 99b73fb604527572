import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { explainWarnings } from './explain';
import type { Sending } from './explain';
import { nodeError } from './failure';
import { joinRequests, laneKey, planCalls, splitResults } from './gather';
import { isObject } from './json';
import { RunMemory } from './memory';
import { doneBefore, toItems, toRecord } from './output';
import { readRecords } from './pages';
import { planItem, runSettings } from './plan';
import type { Plan, RunSettings } from './plan';
import { runPool } from './pool';
import { redactAll, secretsOf } from './redact';
import { account, report } from './report';
import type { Outcomes } from './report';
import { Pace } from './retry';
import { send } from './send';
import type { Answer, Api, Failure, Operation, Resource, Result } from './types';

/** What the calls of one run share. */
interface Run {
	context: IExecuteFunctions;
	api: Api;
	operation: Operation;
	plans: Array<Result<Plan>>;
	settings: RunSettings;
	memory: RunMemory;
	pace: Pace;
	outcomes: Outcomes;
}

/**
 * Runs the chosen operation for every input item: all parameters are read and checked before the first request goes
 * out, then a pool sends them, and the output keeps the order of the input.
 * @throws NodeOperationError or NodeApiError on the first failure, unless the node continues on failures
 */
export async function execute(context: IExecuteFunctions, api: Api, resources: readonly Resource[]): Promise<INodeExecutionData[][]> {
	const count = context.getInputData().length;
	if (!count) return [[]];
	const operation = findOperation(context, resources);
	const credentials = await context.getCredentials(api.credential);
	const plans = Array.from({ length: count }, (_, itemIndex) => planItem(context, api, operation, credentials, itemIndex));
	const refused = plans.findIndex((plan) => !plan.ok);
	if (refused !== -1 && !context.continueOnFail()) {
		throw nodeError(context.getNode(), (plans[refused] as { failure: Failure }).failure, refused, count > 1 ? 'Nothing was sent for any item.' : '');
	}
	const settings = runSettings(context, operation);
	return [report(await sendAll(context, api, operation, plans, settings), settings.report)];
}

function findOperation(context: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const [resource, operation] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (!found) throw new NodeOperationError(context.getNode(), `There is no operation '${String(operation)}' for '${String(resource)}'`, { description: 'Choose Resource and Operation again.' });
	return found;
}

async function sendAll(context: IExecuteFunctions, api: Api, operation: Operation, plans: Run['plans'], settings: RunSettings): Promise<Outcomes> {
	const signal = context.getExecutionCancelSignal?.();
	const continues = context.continueOnFail();
	const outcomes: Outcomes = [];
	const firstFailure = () => outcomes.findIndex((outcome) => outcome && !outcome.ok);
	let failed = false;
	const stopped = () => signal?.aborted === true || (failed && !continues);
	const run: Run = { context, api, operation, plans, settings, outcomes, memory: new RunMemory(context), pace: new Pace(settings.limits, stopped) };
	for (const calls of planCalls(operation, plans, settings.batchSize)) {
		const laneOf = (call: number) => (operation.gather ? undefined : laneKey(operation, plans[calls[call][0]]));
		await runPool(calls.length, { ...settings.pool, laneOf, stopped }, async (call) => {
			await runCall(run, calls[call]);
			failed ||= calls[call].some((index) => outcomes[index]?.ok === false);
		});
	}
	if (!failed) run.memory.forget();
	else if (!continues) {
		const index = firstFailure();
		throw nodeError(context.getNode(), (outcomes[index] as { failure: Failure }).failure, index, account(operation, outcomes, plans.length, index));
	}
	return outcomes;
}

/** Settles the items of one call: those an earlier try has settled are not sent again. */
async function runCall(run: Run, indexes: number[]): Promise<void> {
	const { plans, memory, outcomes, operation } = run;
	const open: number[] = [];
	for (const index of indexes) {
		const plan = plans[index];
		const settled = plan.ok ? (plan.value.dryRun ? dryRun(plan.value) : memory.recall(index, plan.value.request({}))) : plan;
		if (settled) outcomes[index] = settled;
		else open.push(index);
	}
	if (!open.length) return;
	const results = await withoutSecrets(run, operation.gather ? await runGathered(run, open) : [await runSingle(run, planAt(run, open[0]))]);
	open.forEach((index, position) => {
		const result = results[position];
		outcomes[index] = result;
		const settled = result.ok || result.failure.outcome === 'done' || (operation.repeat === 'never' && result.failure.outcome === 'unknown');
		if (settled) memory.keep(index, planAt(run, index).request({}), result);
	});
}

/** Hides secrets in failures that come from inside a 2xx answer too: results of single rows, warnings. */
async function withoutSecrets({ context, api }: Run, results: Array<Result<IDataObject[]>>): Promise<Array<Result<IDataObject[]>>> {
	if (results.every(({ ok }) => ok)) return results;
	const secrets = secretsOf(await context.getCredentials(api.credential), api.secrets);
	return results.map((result) => (result.ok ? result : { ok: false, failure: redactAll(result.failure, secrets) }));
}

const planAt = ({ plans }: Run, index: number): Plan => (plans[index] as { value: Plan }).value;

const sendingOf = ({ api, operation: { effect, repeat, meanings, fields } }: Run, { kind, values }: Plan): Sending => ({ api, effect, repeat, meanings, kind, fields, values });

/** The request that would be sent, before any sign-in. */
function dryRun({ request }: Plan): Result<IDataObject[]> {
	const { method, url, headers, body } = request({});
	return { ok: true, value: [{ dryRun: true, method, url, headers, ...(body === undefined ? {} : { body: JSON.parse(body) as IDataObject }) }] };
}

async function runSingle(run: Run, plan: Plan): Promise<Result<IDataObject[]>> {
	const { context, operation, pace } = run;
	const { list, simplify } = operation;
	const sending = sendingOf(run, plan);
	if (list) {
		const records = await readRecords(async (extra) => await send(context, sending, plan.request(extra), pace), list, plan.version, plan.limit);
		return records.ok ? { ok: true, value: records.value.map((record) => toRecord(record, simplify, plan.shape.simplify)) } : records;
	}
	const answer = await send(context, sending, plan.request({}), pace);
	return answer.ok ? judged(operation, answer.value, plan, sending) : answer;
}

/** One call for many items; what befalls the whole call befalls each of them. */
async function runGathered(run: Run, indexes: number[]): Promise<Array<Result<IDataObject[]>>> {
	const plans = indexes.map((index) => planAt(run, index));
	const sendings = plans.map((plan) => sendingOf(run, plan));
	const gather = run.operation.gather!;
	const request = joinRequests(gather, plans.map((plan) => plan.request({})));
	const answer = await send(run.context, sendings[0], request, run.pace);
	if (!answer.ok) return plans.map(() => answer);
	return splitResults(gather, answer.value.body, sendings, request).map((result, position) =>
		result.ok ? judged(run.operation, { statusCode: answer.value.statusCode, body: result.value }, plans[position], sendings[position]) : result,
	);
}

function judged(operation: Operation, { body, statusCode, repeated }: Answer, plan: Plan, sending: Sending): Result<IDataObject[]> {
	if (repeated) return { ok: true, value: [doneBefore(operation, plan.values)] };
	const warnings = plan.failOnWarnings && isObject(body) ? body.warnings : undefined;
	if (!Array.isArray(warnings) || !warnings.length) return { ok: true, value: toItems(operation, body, plan.values, plan.shape) };
	return { ok: false, failure: explainWarnings(warnings, statusCode, sending) };
}
