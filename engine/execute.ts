import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { explainWarnings } from './explain';
import type { Sending } from './explain';
import { nodeError } from './failure';
import { joinRequests, laneKey, planCalls, splitResults } from './gather';
import { embeddedFiles } from './files';
import { awaitJob } from './jobs';
import { isObject, parseJson } from './json';
import { keeping, wasDone } from './looks';
import { RunMemory } from './memory';
import { doneBefore, toItems, toRecords } from './output';
import { readRecords } from './pages';
import { planItem, runSettings, versionOf, versionsOf } from './plan';
import type { Plan, RunSettings } from './plan';
import { runPool } from './pool';
import { redactAll, secretsIn, secretsOf } from './redact';
import { account, report } from './report';
import type { Outcomes } from './report';
import type { Extra } from './request';
import { Pace } from './retry';
import { isForPeople } from './rows';
import { send } from './send';
import type { Wire } from './send';
import type { Answer, Api, Failure, Item, Operation, Resource, Result } from './types';

/** Refusals that one bad value of many can cause; the service has done nothing. */
const REFUSED_FOR_VALUES = [400, 422];

/** What the calls of one run share. */
interface Run {
	wire: Wire;
	api: Api;
	operation: Operation;
	plans: Array<Result<Plan>>;
	memory: RunMemory;
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
	const operation = findOperation(context, api, resources);
	const credentials = await context.getCredentials(api.credential);
	const plans = Array.from({ length: count }, (_, itemIndex) => planItem(context, api, operation, credentials, itemIndex));
	const refused = plans.findIndex((plan) => !plan.ok);
	if (refused !== -1 && !context.continueOnFail()) {
		throw nodeError(context.getNode(), (plans[refused] as { failure: Failure }).failure, refused, count > 1 ? 'Nothing was sent for any item.' : '');
	}
	const settings = runSettings(context, operation);
	return [report(await sendAll(context, api, operation, credentials, plans, settings), settings.report)];
}

/** The chosen operation; one that each API version has its own form of has several rows. */
function findOperation(context: IExecuteFunctions, api: Api, resources: readonly Resource[]): Operation {
	const [resource, operation] = [context.getNodeParameter('resource', 0), context.getNodeParameter('operation', 0)];
	const found = resources.find(({ value }) => value === resource)?.operations.filter(({ value }) => value === operation) ?? [];
	if (!found.length) throw new NodeOperationError(context.getNode(), `There is no operation '${String(operation)}' for '${String(resource)}'`, { description: 'Choose Resource and Operation again.' });
	// n8n names the form of a node that an AI agent uses so
	if (context.getNode().type.endsWith('Tool') && found.every(isForPeople)) throw new NodeOperationError(context.getNode(), `${found[0].name} is not for AI agents`, { description: 'Use it in a workflow of your own, as a node.' });
	const version = versionOf(context, api, 0);
	return found.find((row) => versionsOf(api, row).some(({ value }) => value === version)) ?? found[0];
}

async function sendAll(context: IExecuteFunctions, api: Api, operation: Operation, credentials: IDataObject, plans: Run['plans'], settings: RunSettings): Promise<Outcomes> {
	const signal = context.getExecutionCancelSignal?.();
	const continues = context.continueOnFail();
	const outcomes: Outcomes = [];
	const firstFailure = () => outcomes.findIndex((outcome) => outcome && !outcome.ok);
	let failed = false;
	const cancelled = () => signal?.aborted === true;
	const stopped = () => cancelled() || (failed && !continues);
	const wire: Wire = { caller: context, credentials: { ...credentials }, pace: new Pace(settings.limits, stopped, cancelled) };
	const run: Run = { wire, api, operation, plans, outcomes, memory: new RunMemory(context) };
	// First of all, so that a run which stops accounts for what an earlier try has done.
	plans.forEach((_, index) => settle(run, index));
	failed = firstFailure() !== -1;
	for (const calls of planCalls(operation, plans, settings.batchSize)) {
		const laneOf = (call: number) => (operation.gather && !operation.gather.union ? undefined : laneKey(operation, plans[calls[call][0]]));
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

/** What needs no sending: a refused item, a dry run, what an earlier try has settled. */
function settle({ plans, memory, outcomes, operation }: Run, index: number): void {
	const plan = plans[index];
	const settled = plan.ok ? (plan.value.dryRun ? redactAll(dryRun(plan.value), secretsIn(operation.fields, plan.value.values)) : memory.recall(index, plan.value.base)) : plan;
	if (settled) outcomes[index] = settled;
}

/** Sends the items of one call that are not settled yet. */
async function runCall(run: Run, indexes: number[]): Promise<void> {
	const { memory, outcomes, operation } = run;
	const open = indexes.filter((index) => !outcomes[index]);
	if (!open.length) return;
	const results = withoutSecrets(run, operation.gather ? await runGathered(run, open) : [await runSingle(run, open[0])]);
	open.forEach((index, position) => {
		const result = results[position];
		outcomes[index] = result;
		// A job that was started and not seen to its end is waited for again, not started again.
		const settled = result.ok || (result.failure.outcome === 'done' && !operation.job) || (operation.repeat === 'never' && result.failure.outcome === 'unknown');
		if (settled) memory.keep(index, planAt(run, index).base, result);
		else if (!result.ok && result.failure.outcome === 'unknown') memory.doubt(index, planAt(run, index).base);
	});
}

/** Hides secrets in failures that come from inside a 2xx answer too: results of single rows, warnings. */
function withoutSecrets({ wire, api }: Run, results: Array<Result<Item[]>>): Array<Result<Item[]>> {
	if (results.every(({ ok }) => ok)) return results;
	const secrets = secretsOf(wire.credentials, api.secrets);
	return results.map((result) => (result.ok ? result : { ok: false, failure: redactAll(result.failure, secrets) }));
}

const planAt = ({ plans }: Run, index: number): Plan => (plans[index] as { value: Plan }).value;

function sendingOf(run: Run, index: number): Sending {
	const { api, operation, wire, memory } = run;
	const plan = planAt(run, index);
	const { effect, repeat, meanings, fields, sign, binary, open } = operation;
	const { kind, values } = plan;
	const base: Sending = { api, effect, repeat, meanings, kind, fields, values, sign, binary, open, unsure: memory.inDoubt(index, plan.base) };
	if (typeof repeat !== 'object' || !('verify' in repeat)) return base;
	return { ...base, verify: async () => await wasDone(wire, base, repeat.verify, plan) };
}

/** The request that would be sent, before any sign-in. */
function dryRun({ base, keepOthers }: Plan): Result<Item[]> {
	const { method, url, headers, body, parts } = base;
	const content = parts ? Object.assign(body === undefined ? {} : (parseJson(body) as IDataObject), Object.fromEntries(parts.map(([name, part]) => [name || 'file', typeof part === 'string' ? part : { fileName: part.fileName, mimeType: part.mimeType }]))) : body;
	const shown = content === undefined ? {} : { body: typeof content === 'string' ? ((parseJson(content) ?? content) as IDataObject) : content };
	const note = keepOthers ? { note: 'The other fields of the record are read and sent along' } : {};
	return { ok: true, value: [{ json: { dryRun: true, method, url, headers, ...shown, ...note } }] };
}

async function runSingle(run: Run, index: number): Promise<Result<Item[]>> {
	const { wire, operation, memory } = run;
	const plan = planAt(run, index);
	const { list, simplify, merge, job, link, embedded } = operation;
	if (link) return { ok: true, value: [{ json: { [link]: plan.base.url } }] };
	const sending = sendingOf(run, index);
	if (list) {
		const fetch = async (extra: Extra) => await send(wire, sending, plan.request(extra));
		const read = await readRecords(fetch, list, plan.version, (record) => toRecords(record, simplify, plan.shape), plan.limit);
		return read.ok ? { ok: true, value: read.value.flat().map((json) => ({ json })) } : read;
	}
	const begun = job && memory.begun(index, plan.base);
	const answer = begun ?? (await send(wire, sending, merge && plan.keepOthers ? async () => await keeping(wire, sending, merge, plan) : plan.base));
	if (!answer.ok) return answer;
	if (embedded) return { ok: true, value: await embeddedFiles(wire.caller as IExecuteFunctions, embedded, answer.value.body, plan.shape.binaryProperty) };
	if (job) memory.begin(index, plan.base, answer);
	const finished = job ? await awaitJob(wire, sending, job, plan, answer.value) : answer;
	return finished.ok ? judged(operation, finished.value, plan, sending) : finished;
}

/**
 * One call for many items; what befalls the whole call befalls each of them. Lists that were put together and refused
 * for a value are halved until the bad one stands alone, so that it does not fail its neighbours.
 */
async function runGathered(run: Run, indexes: number[]): Promise<Array<Result<Item[]>>> {
	const plans = indexes.map((index) => planAt(run, index));
	const sendings = indexes.map((index) => sendingOf(run, index));
	const gather = run.operation.gather!;
	const requests = plans.map(({ base }) => base);
	const answer = await send(run.wire, { ...sendings[0], unsure: sendings.some(({ unsure }) => unsure) }, joinRequests(gather, requests));
	if (!answer.ok && gather.union && indexes.length > 1 && REFUSED_FOR_VALUES.includes(Number(answer.failure.statusCode)) && !run.wire.pace.stopped()) {
		const middle = Math.ceil(indexes.length / 2);
		return [...(await runGathered(run, indexes.slice(0, middle))), ...(await runGathered(run, indexes.slice(middle)))];
	}
	if (!answer.ok) return plans.map(() => answer);
	const results: Array<Result<unknown>> = answer.value.repeated ? plans.map(() => ({ ok: true, value: undefined })) : splitResults(gather, answer.value.body, sendings, requests);
	return results.map((result, position) => (result.ok ? judged(run.operation, { ...answer.value, body: result.value }, plans[position], sendings[position]) : result));
}

function judged(operation: Operation, answer: Answer, plan: Plan, sending: Sending): Result<Item[]> {
	if (answer.repeated) return { ok: true, value: [{ json: doneBefore(operation, plan.values) }] };
	const warnings = plan.failOnWarnings && isObject(answer.body) ? answer.body.warnings : undefined;
	if (!Array.isArray(warnings) || !warnings.length) return { ok: true, value: toItems(operation, answer, plan.values, plan.shape) };
	return { ok: false, failure: explainWarnings(warnings, answer.statusCode, sending) };
}
