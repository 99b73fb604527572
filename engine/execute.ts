import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { runGathered } from './bulk';
import type { Sending } from './explain';
import { nodeError } from './failure';
import { embeddedFiles, fetchLink } from './files';
import { callsOf, laneKey, wavesOf, withinLanes } from './gather';
import { awaitJob } from './jobs';
import { parseJson } from './json';
import { keeping } from './looks';
import { RunMemory } from './memory';
import { toRecords } from './output';
import { readRecords } from './pages';
import { readParts } from './parts';
import { planItem, runSettings, versionOf, versionsOf } from './plan';
import type { Plan, RunSettings } from './plan';
import { runPool } from './pool';
import { isPrepared, prepare } from './prepare';
import { redactAll, secretsIn } from './redact';
import { account, report } from './report';
import type { Outcomes } from './report';
import { getPath } from './request';
import type { Extra } from './request';
import { Pace } from './retry';
import type { Wire } from './retry';
import { isForPeople } from './rows';
import { judged, planAt, sendingOf } from './run';
import type { Run } from './run';
import { secretsNow, send } from './send';
import type { NextRequest } from './send';
import { signedIn } from './signIns';
import { dryRunOfSteps, runSteps } from './steps';
import { unitsOf } from './tabular';
import type { Answer, Api, Failure, HttpRequest, Item, Operation, Resource, Result, Unit } from './types';

/**
 * Runs the chosen operation for every input item: all parameters are read and checked before the first request goes
 * out, then a pool sends them, and the output keeps the order of the input.
 * @throws NodeOperationError or NodeApiError on the first failure, unless the node continues on failures
 */
export async function execute(context: IExecuteFunctions, whole: Api, resources: readonly Resource[]): Promise<INodeExecutionData[][]> {
	if (!context.getInputData().length) return [[]];
	const api = signedIn(context, whole);
	const { operation, units } = unitsOf(context, findOperation(context, api, resources));
	const credentials = await context.getCredentials(api.credential);
	const plans = withinLanes(operation, units.map((unit) => planItem(context, api, operation, credentials, unit)));
	const refused = plans.findIndex((plan) => !plan.ok);
	if (refused !== -1 && !context.continueOnFail()) {
		throw nodeError(context.getNode(), (plans[refused] as { failure: Failure }).failure, units[refused].item, units.length > 1 ? `Nothing was sent for any ${units[refused].row ? 'row' : 'item'}.` : '');
	}
	const settings = runSettings(context, operation);
	const outcomes = await sendAll(context, api, operation, credentials, plans, units, settings);
	const { rows } = operation.gather ?? {};
	const columnsOf = rows && ((index: number) => ({ input: units[index].row?.columns ?? context.getInputData()[units[index].item].json, own: columnsIn(rows, plans[index]) }));
	return [report(outcomes, units, settings.report, columnsOf, context.getNode().onError === 'continueErrorOutput')];
}

/** The values of the fields that have a column of their own. */
const columnsIn = (rows: Readonly<Record<string, string>>, plan: Result<Plan>): IDataObject =>
	Object.fromEntries(Object.entries(rows).flatMap(([column, name]) => (plan.ok && plan.value.values[name] !== undefined ? [[column, plan.value.values[name] as string]] : [])));

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

async function sendAll(context: IExecuteFunctions, api: Api, operation: Operation, credentials: IDataObject, plans: Run['plans'], units: Unit[], settings: RunSettings): Promise<Outcomes> {
	const signal = context.getExecutionCancelSignal?.();
	const continues = context.continueOnFail();
	const outcomes: Outcomes = [];
	const firstFailure = () => outcomes.findIndex((outcome) => outcome && !outcome.ok);
	let failed = false;
	const cancelled = () => signal?.aborted === true;
	const stopped = () => cancelled() || (failed && !continues);
	const wire: Wire = { caller: context, credentials: { ...credentials }, pace: new Pace(settings.limits, stopped, cancelled) };
	const run: Run = { wire, api, operation, plans, outcomes, memory: new RunMemory(context), ready: new Map(), shared: new Map() };
	// First of all, so that a run which stops accounts for what an earlier try has done.
	plans.forEach((_, index) => settle(run, index));
	failed = firstFailure() !== -1;
	const inPool = async (groups: number[][], task: (items: number[]) => Promise<void>) => {
		const laneOf = (group: number) => (operation.gather && !operation.gather.union ? undefined : laneKey(operation, plans[groups[group][0]]));
		await runPool(groups.length, { ...settings.pool, laneOf, stopped }, async (group) => {
			await task(groups[group]);
			failed ||= groups[group].some((index) => outcomes[index]?.ok === false);
		});
	};
	for (const items of stretchesOf(operation, plans, settings)) {
		if (isPrepared(operation)) await inPool(items.map((item) => [item]), async ([item]) => await complete(run, item));
		const open = isPrepared(operation) ? items.filter((item) => run.ready.has(item)) : items;
		await inPool(callsOf(operation, open, (item) => run.ready.get(item) ?? baseAt(run, item), settings.batchSize), async (call) => await runCall(run, call));
	}
	if (!failed) run.memory.forget();
	else if (!continues) {
		const index = firstFailure();
		// What this try did not come to may have failed in the one before: then it was sent.
		plans.forEach((plan, at) => (outcomes[at] ??= plan.ok ? run.memory.failed(at, plan.value.base) : undefined));
		throw nodeError(context.getNode(), (outcomes[index] as { failure: Failure }).failure, units[index].item, account(operation, outcomes, units, index));
	}
	return outcomes;
}

/** Items that are sent one after the other or at once: all of a wave, or, where each is read for first, as many as fill the calls that may be under way. */
function stretchesOf(operation: Operation, plans: Run['plans'], { batchSize, pool }: RunSettings): number[][] {
	const waves = wavesOf(operation, plans);
	const most = isPrepared(operation) ? batchSize * pool.concurrency : plans.length;
	return waves.flatMap((wave) => Array.from({ length: Math.ceil(wave.length / most) }, (_, part) => wave.slice(part * most, (part + 1) * most)));
}

const baseAt = ({ plans }: Run, index: number) => {
	const plan = plans[index];
	return plan.ok ? plan.value.base : undefined;
};

/** Completes one item that is not settled yet. */
async function complete(run: Run, index: number): Promise<void> {
	if (run.outcomes[index]) return;
	const settled = await prepare(run, index);
	if (!settled) return;
	const [outcome] = await withoutSecrets(run, [settled]);
	run.outcomes[index] = outcome;
	if (outcome.ok) run.memory.keep(index, planAt(run, index).base, outcome);
	else if (outcome.failure.outcome === 'unknown') run.memory.doubt(index, planAt(run, index).base);
}

/** What needs no sending: a refused item, a dry run, what an earlier try has settled. */
function settle({ plans, memory, outcomes, operation }: Run, index: number): void {
	const plan = plans[index];
	const settled = plan.ok ? (plan.value.dryRun ? redactAll(operation.steps ? dryRunOfSteps(operation.steps, plan.value) : dryRun(plan.value), secretsIn(operation.fields, plan.value.values)) : memory.recall(index, plan.value.base)) : plan;
	if (settled) outcomes[index] = settled;
}

/** Sends the items of one call that are not settled yet. */
async function runCall(run: Run, indexes: number[]): Promise<void> {
	const { memory, outcomes, operation } = run;
	const open = indexes.filter((index) => !outcomes[index]);
	if (!open.length) return;
	// What an earlier try left open is looked at by itself: its neighbours are new.
	const isOpen = (index: number) => operation.gather !== undefined && sendingOf(run, index).verify !== undefined && memory.inDoubt(index, planAt(run, index).base);
	const [doubtful, others] = [open.filter(isOpen), open.filter((index) => !isOpen(index))];
	for (const indexes of [...doubtful.map((index) => [index]), others]) await runItems(run, indexes);
}

/** Sends items in one call and keeps what came of each. */
async function runItems(run: Run, indexes: number[]): Promise<void> {
	if (!indexes.length) return;
	const { memory, outcomes, operation } = run;
	const results = await withoutSecrets(run, operation.gather ? await runGathered(run, indexes) : [await runSingle(run, indexes[0])]);
	indexes.forEach((index, position) => {
		const result = results[position];
		outcomes[index] = result;
		// A job that was started and not seen to its end is waited for again, not started again.
		const settled = result.ok || (result.failure.outcome === 'done' && !operation.job) || (operation.repeat === 'never' && result.failure.outcome === 'unknown');
		if (settled) memory.keep(index, planAt(run, index).base, result);
		else if (!result.ok && result.failure.outcome === 'unknown') memory.doubt(index, planAt(run, index).base);
		else if (!result.ok && result.failure.outcome === 'not done') memory.fail(index, planAt(run, index).base, result);
	});
}

/** Hides secrets in failures that come from inside a 2xx answer too: results of single rows, warnings. */
async function withoutSecrets({ wire, api }: Run, results: Array<Result<Item[]>>): Promise<Array<Result<Item[]>>> {
	if (results.every(({ ok }) => ok)) return results;
	const secrets = await secretsNow(wire, api);
	return results.map((result) => (result.ok ? result : { ok: false, failure: redactAll(result.failure, secrets) }));
}

/** The request that would be sent, before any sign-in. */
function dryRun({ base, keepOthers, isLookedUp, compareFirst }: Plan): Result<Item[]> {
	const { method, url, headers, body, parts } = base;
	const content = parts ? Object.assign(body === undefined ? {} : (parseJson(body) as IDataObject), Object.fromEntries(parts.map(([name, part]) => [name || 'file', typeof part === 'string' ? part : { fileName: part.fileName, mimeType: part.mimeType }]))) : body;
	const shown = content === undefined ? {} : { body: typeof content === 'string' ? ((parseJson(content) ?? content) as IDataObject) : content };
	const notes = [
		...(keepOthers ? ['The other fields of the record are read and sent along'] : []), ...(isLookedUp ? ['What is missing is looked up first'] : []),
		...(compareFirst ? ['It is sent only if it would change something'] : []),
	];
	return { ok: true, value: [{ json: { dryRun: true, method, url, headers, ...shown, ...(notes.length ? { note: notes.join('. ') } : {}) } }] };
}

async function runSingle(run: Run, index: number): Promise<Result<Item[]>> {
	const { wire, operation, memory } = run;
	const plan = planAt(run, index);
	const { list, simplify, job, link, parts, steps, embedded } = operation;
	if (link) return { ok: true, value: [{ json: { [link]: plan.base.url } }] };
	if (steps) return await runSteps(run, index, runSingle);
	const sending = sendingOf(run, index);
	if (parts) return await readParts(wire, sending, parts, plan);
	if (list) {
		const fetch = async (extra: Extra) => await send(wire, sending, plan.request(extra));
		const read = await readRecords(fetch, list, plan.version, (record) => toRecords(record, simplify, plan.shape), plan.limit);
		return read.ok ? { ok: true, value: read.value.flat().map((json) => ({ json })) } : read;
	}
	const begun = job && memory.begun(index, plan.base);
	const answer = begun ?? (await send(wire, sending, requestOf(run, index, sending)));
	if (!answer.ok) return answer;
	if (embedded) return { ok: true, value: await embeddedFiles(wire.caller as IExecuteFunctions, embedded, answer.value.body, plan.shape.binaryProperty) };
	if (job) memory.begin(index, plan.base, answer);
	const finished = job ? await awaitJob(wire, sending, job, plan, answer.value) : await withPicture(wire, sending, operation, plan, answer.value);
	return finished.ok ? judged(operation, finished.value, plan, sending) : finished;
}

/** The request of an item. What is kept of a record is read anew before each try, but for a first one that was prepared a moment ago. */
function requestOf({ wire, operation: { merge }, ready, plans }: Run, index: number, sending: Sending): HttpRequest | NextRequest {
	const plan = planAt({ plans }, index);
	if (!merge || !plan.keepOthers) return plan.first ?? ready.get(index) ?? plan.base;
	let { first } = plan;
	return async () => {
		const request: Result<HttpRequest> = first ? { ok: true, value: first } : await keeping(wire, sending, merge, plan);
		first = undefined;
		return request;
	};
}

/** The answer with the picture that it links to, where that is wanted and there is one. */
async function withPicture(wire: Wire, sending: Sending, { picture }: Operation, { shape, base }: Plan, answer: Answer): Promise<Result<Answer>> {
	const link = picture && shape.binaryProperty ? getPath(answer.body, picture) : undefined;
	if (link === undefined) return { ok: true, value: answer };
	const got = await fetchLink(wire, sending, link, base);
	return got.ok ? { ok: true, value: { ...answer, file: got.value.file } } : { ok: false, failure: { ...got.failure, outcome: 'not done' } };
}
