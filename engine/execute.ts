import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { explainWarnings } from './explain';
import type { Sending } from './explain';
import { errorItem, nodeError, ranges } from './failure';
import { isObject } from './json';
import { RunMemory } from './memory';
import { doneBefore, toItems, toRecord } from './output';
import { readRecords } from './pages';
import { planItem, runSettings } from './plan';
import type { Plan } from './plan';
import { runPool } from './pool';
import { Pace } from './retry';
import { send } from './send';
import type { Answer, Api, Failure, Operation, Resource, Result } from './types';

type Outcomes = Array<Result<IDataObject[]> | undefined>;

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
	const continues = context.continueOnFail();
	const refused = plans.findIndex((plan) => !plan.ok);
	if (refused !== -1 && !continues) throw nodeError(context.getNode(), (plans[refused] as { failure: Failure }).failure, refused, nothingSent(count));
	const outcomes = await sendAll(context, api, operation, plans, continues);
	return [collect(outcomes)];
}

const nothingSent = (count: number): string => (count > 1 ? 'Nothing was sent for any item.' : '');

function findOperation(context: IExecuteFunctions, resources: readonly Resource[]): Operation {
	const [resource, operation] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const found = resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation);
	if (!found) throw new NodeOperationError(context.getNode(), `There is no operation '${String(operation)}' for '${String(resource)}'`, { description: 'Choose Resource and Operation again.' });
	return found;
}

async function sendAll(context: IExecuteFunctions, api: Api, operation: Operation, plans: Array<Result<Plan>>, continues: boolean): Promise<Outcomes> {
	const memory = new RunMemory(context);
	const signal = context.getExecutionCancelSignal?.();
	const outcomes: Outcomes = [];
	let failed: number | undefined;
	const stopped = () => signal?.aborted === true || (failed !== undefined && !continues);
	const { pool, limits } = runSettings(context);
	const pace = new Pace(limits, stopped);
	const laneOf = (index: number) => laneKey(operation, plans[index]);
	await runPool(plans.length, { ...pool, laneOf, stopped }, async (index) => {
		const plan = plans[index];
		const result = plan.ok ? await runItem(context, api, operation, plan.value, index, memory, pace) : plan;
		outcomes[index] = result;
		if (!result.ok && (failed === undefined || index < failed)) failed = index;
	});
	if (failed === undefined) memory.forget();
	else if (!continues) {
		const { failure } = outcomes[failed] as { failure: Failure };
		throw nodeError(context.getNode(), failure, failed, account(operation, outcomes, plans.length, failed));
	}
	return outcomes;
}

function laneKey({ lane }: Operation, plan: Result<Plan>): string | undefined {
	return lane && plan.ok ? JSON.stringify(lane.map((name) => plan.value.values[name])) : undefined;
}

/** Sends one item's requests and turns the answer into records; what an earlier try has settled is not sent again. */
async function runItem(context: IExecuteFunctions, api: Api, operation: Operation, plan: Plan, itemIndex: number, memory: RunMemory, pace: Pace): Promise<Result<IDataObject[]>> {
	const request = plan.request({});
	const known = memory.recall(itemIndex, request);
	if (known) return known;
	const { effect, repeat, meanings, fields, list, simplify } = operation;
	const sending = { api, effect, repeat, meanings, kind: plan.kind, fields, values: plan.values };
	let result: Result<IDataObject[]>;
	if (list) {
		const records = await readRecords(async (extra) => await send(context, sending, plan.request(extra), pace), list, plan.version, plan.limit);
		result = records.ok ? { ok: true, value: records.value.map((record) => toRecord(record, simplify, plan.shape.simplify)) } : records;
	} else {
		const answer = await send(context, sending, request, pace);
		result = answer.ok ? judged(operation, answer.value, plan, sending) : answer;
	}
	if (result.ok || result.failure.outcome === 'done' || (operation.repeat === 'never' && result.failure.outcome === 'unknown')) memory.keep(itemIndex, request, result);
	return result;
}

function judged(operation: Operation, { body, statusCode, repeated }: Answer, plan: Plan, sending: Sending): Result<IDataObject[]> {
	if (repeated) return { ok: true, value: [doneBefore(operation, plan.values)] };
	const warnings = plan.failOnWarnings && isObject(body) ? body.warnings : undefined;
	if (!Array.isArray(warnings) || !warnings.length) return { ok: true, value: toItems(operation, body, plan.values, plan.shape) };
	return { ok: false, failure: explainWarnings(warnings, statusCode, sending) };
}

/** Output in the order of the input, each item paired with its own. Items that were never started are left out. */
function collect(outcomes: Outcomes): INodeExecutionData[] {
	const output: INodeExecutionData[] = [];
	outcomes.forEach((outcome, itemIndex) => {
		if (!outcome) return;
		if (!outcome.ok) output.push(errorItem(outcome.failure, itemIndex));
		else for (const json of outcome.value) output.push({ json, pairedItem: { item: itemIndex } });
	});
	return output;
}

/** What happened to the other items when the node stops: said in full, as later items may be done already. */
function account({ effect }: Operation, outcomes: Outcomes, count: number, failed: number): string {
	const groups = new Map<string, number[]>();
	for (let index = 0; index < count; index++) {
		if (index === failed) continue;
		const outcome = outcomes[index];
		const group = !outcome ? 'not sent' : outcome.ok ? (effect === 'read' ? 'read' : 'done') : outcome.failure.outcome === 'unknown' ? 'may have been done' : 'failed too';
		groups.set(group, [...(groups.get(group) ?? []), index]);
	}
	return groups.size ? `Other items: ${[...groups].map(([group, indexes]) => `${group} ${ranges(indexes)}`).join('; ')}.` : '';
}
