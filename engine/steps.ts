import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { explainWarnings } from './explain';
import { isObject, parseJson } from './json';
import { asLook, keptOf } from './looks';
import { RunMemory } from './memory';
import { kindOf, LOOKED_UP } from './plan';
import type { Plan } from './plan';
import { equals } from './prepare';
import { fieldAt } from './read';
import { at, guarded, refusal } from './refusal';
import { getPath } from './request';
import { inDoubt } from './retry';
import { planAt, sendingOf } from './run';
import type { Run } from './run';
import { send } from './send';
import type { Failure, Fields, HttpRequest, Item, Operation, Result, Step, StepRead, Steps, Values } from './types';

/** Carries out one row for one item. */
type RunOne = (run: Run, index: number) => Promise<Result<Item[]>>;

/** What one step would send: nothing where its record is as wanted. */
type Write = { operation: Operation; plan: Plan & { first: HttpRequest }; isSame: boolean };

/** What has come of the steps so far. */
type Course = Record<'done' | 'given', IDataObject> & { warnings: IDataObject[] };

/**
 * Carries out several writes of one item: what is there is read first, what stands in the way is said before anything is
 * written, and what is as wanted is left alone. An item whose earlier try is in doubt never says "not done".
 */
export async function runSteps(run: Run, index: number, runOne: RunOne): Promise<Result<Item[]>> {
	const plan = planAt(run, index);
	const result = await walk(run, index, runOne);
	if (result.ok) return result;
	const notes = new RunMemory(run.wire.caller as IExecuteFunctions, 'steps');
	const earlier = notes.recall(index, plan.base);
	const failure = inCourse(result.failure, run.operation.steps!, { ...(earlier && !earlier.ok ? earlier.failure.steps : {}), ...result.failure.steps });
	notes.keep(index, plan.base, { ok: false, failure });
	return { ok: false, failure: failure.outcome !== 'unknown' && run.memory.inDoubt(index, plan.base) ? inDoubt(failure) : failure };
}

async function walk(run: Run, index: number, runOne: RunOne): Promise<Result<Item[]>> {
	const [plan, { operation }] = [planAt(run, index), run];
	const steps = operation.steps!;
	const there = await whatIsThere(run, index, steps.reads);
	if (!there.ok) return there;
	const known = there.value;
	const refused = inTheWay(operation.fields, steps, plan, known);
	if (refused) return { ok: false, failure: refused };
	const course: Course = { done: {}, given: {}, warnings: [] };
	for (const step of steps.writes) {
		const failure = await take(run, index, step, known, course, runOne);
		if (failure) return { ok: false, failure: { ...failure, steps: { ...course.done, ...course.given }, description: `${failure.description} Failed at: ${step.name}.`.trim() } };
	}
	const { done, given, warnings } = course;
	if (plan.failOnWarnings && warnings.length) return { ok: false, failure: { ...explainWarnings(warnings, 200, sendingOf(run, index)), steps: { ...done, ...given } } };
	return { ok: true, value: [{ json: { ...operation.echo?.(plan.known), ...given, ...done, changed: isChanged(done), warnings } }] };
}

const UNCHANGED = 'unchanged';
const isChanged = (done: IDataObject): boolean => Object.values(done).some((word) => word !== UNCHANGED);

/** What the reads find, beside the values of the item. */
async function whatIsThere(run: Run, index: number, reads: readonly StepRead[]): Promise<Result<Values>> {
	const plan = planAt(run, index);
	const known: Values = { ...plan.known, keepOthers: plan.keepOthers };
	for (const read of reads) {
		const { name, route, query, headers, when, shared } = read;
		if (when && !when(known)) continue;
		const request = guarded('Credential', plan.unit, () => plan.sibling(route, known, undefined, { query: query?.(known) }));
		if (!request.ok) return request;
		Object.assign(request.value.headers, headers?.(known));
		const found = await (shared ? askOnce : ask)(run, index, read, request.value, known);
		if (!found.ok) return { ok: false, failure: { ...found.failure, message: `What is there could not be read: ${found.failure.message}`, outcome: 'not sent' } };
		known[name] = found.value;
	}
	return { ok: true, value: known };
}

/** What one read shows. */
async function ask(run: Run, index: number, { tokens, find, none = [] }: StepRead, request: HttpRequest, known: Values): Promise<Result<unknown>> {
	const look = asLook(sendingOf(run, index));
	const answer = await send(run.wire, tokens ? { ...look, kind: kindOf(run.api, { tokens }, run.wire.credentials) } : look, request);
	if (!answer.ok) return none.includes(Number(answer.failure.statusCode)) ? { ok: true, value: undefined } : answer;
	return { ok: true, value: find ? find(answer.value.body, known) : answer.value.body };
}

/** The same for all items that ask alike; a failure is not shared with the items that come later. */
async function askOnce(run: Run, index: number, read: StepRead, request: HttpRequest, known: Values): Promise<Result<unknown>> {
	const key = JSON.stringify([request.url, request.headers]);
	const asked = run.shared.get(key) ?? ask(run, index, read, request, known);
	run.shared.set(key, asked);
	const found = await asked;
	if (!found.ok) run.shared.delete(key);
	return found;
}

/** The write that a step needs; none where the record shows that all is done. */
function writeOf({ name, there, make, change, done, values }: Step, plan: Plan, known: Values): Result<Write | undefined> {
	const record = known[there] as IDataObject | undefined;
	if (record && done?.(record)) return { ok: true, value: undefined };
	const operation = (record && change) || make;
	const made = plan.step(name, operation, values(known));
	if (!made.ok) return made;
	const kept = operation.merge && record ? keptOf(operation.merge, record) : undefined;
	const first = made.value.request(kept && plan.keepOthers ? { kept } : {});
	const body = parseJson(first.body ?? '');
	return { ok: true, value: { operation, plan: { ...made.value, first }, isSame: kept !== undefined && equals(body, kept) && equals(kept, body) } };
}

/** What each step would send, as far as that is known before the first one. */
function preview({ writes }: Steps, plan: Plan, known: Values): Array<[Step, Result<Write | undefined>]> {
	const later = Object.fromEntries(writes.flatMap(({ gives }) => Object.keys(gives)).map((name) => [name, LOOKED_UP]));
	return writes.map((step) => [step, writeOf(step, plan, { ...later, ...known })]);
}

/** Why nothing is written at all, if that is so. */
function inTheWay(fields: Fields, steps: Steps, plan: Plan, known: Values): Failure | undefined {
	const bodies: Record<string, IDataObject> = {};
	for (const [{ name }, write] of preview(steps, plan, known)) {
		if (!write.ok) return write.failure;
		const body = parseJson(write.value?.plan.first.body ?? '');
		if (isObject(body)) bodies[name] = body;
	}
	const found = steps.obstacles(bodies, known);
	const name = (field: string) => `'${fieldAt(fields, field).control.displayName}'`;
	const said = [...new Set(found.map(({ problem }) => problem))].map((problem) => {
		const names = found.filter((one) => one.problem === problem).map(({ field }) => name(field));
		// what is missing of one is told of several in the plural
		return `${names.join(', ')} ${names.length > 1 ? problem.replace(/^is /, 'are ') : problem}`;
	});
	// Of several, each advice says what it is for.
	const advice = found.map(({ field, help }) => (found.length > 1 ? `${name(field)}: ${help}` : help));
	return found.length ? refusal(`${said.join('; ')}${at(plan.unit)}`, [...advice, 'Nothing was written.'].join(' ')) : undefined;
}

/** Takes one step and notes what it did; the failure that ends the course, if there is one. */
async function take(run: Run, index: number, step: Step, known: Values, { done, given, warnings }: Course, runOne: RunOne): Promise<Failure | undefined> {
	const record = known[step.there] as IDataObject | undefined;
	const write = writeOf(step, planAt(run, index), known);
	if (!write.ok) return write.failure;
	let shown: IDataObject = record ?? {};
	done[step.name] = UNCHANGED;
	if (write.value && !write.value.isSame) {
		delete done[step.name];
		if (run.wire.pace.cancelled()) return { message: 'The workflow was stopped', description: '', outcome: 'not sent' };
		const { operation, plan } = write.value;
		const memory = new RunMemory(run.wire.caller as IExecuteFunctions, step.name);
		const told = await runOne({ ...run, operation, memory, plans: Object.assign([], { [index]: { ok: true, value: plan } }), ready: new Map() }, index);
		if (!told.ok && told.failure.outcome === 'unknown') memory.doubt(index, plan.base);
		if (!told.ok) return told.failure;
		shown = { ...record, ...told.value[0].json };
		done[step.name] = step.word ?? (record ? 'updated' : 'created');
		if (Array.isArray(shown.warnings)) warnings.push(...(shown.warnings as IDataObject[]).map((warning) => ({ step: step.name, ...warning })));
	}
	for (const [name, path] of Object.entries(step.gives)) given[name] = known[name] = getPath(shown, path) as string;
	return undefined;
}

/** A failure tells what the steps before it have done, in an earlier try too, and that another run goes on from there. */
function inCourse(failure: Failure, { writes }: Steps, steps: IDataObject): Failure {
	const passed = writes.flatMap(({ name }) => (steps[name] ? [`${name} ${String(steps[name])}`] : []));
	if (!passed.length) return { ...failure, steps: undefined };
	const outcome = failure.outcome === 'not sent' ? 'not done' : failure.outcome;
	return { ...failure, outcome, steps, description: `${failure.description} So far: ${passed.join(', ')}. Another run goes on from there.`.trim() };
}

/** What would be sent where nothing is there yet. */
export function dryRunOfSteps(steps: Steps, plan: Plan): Result<Item[]> {
	const requests: IDataObject[] = [];
	for (const [{ name }, write] of preview(steps, plan, plan.known)) {
		if (!write.ok) return write;
		const { method, url, headers, body } = write.value!.plan.first;
		requests.push({ step: name, method, url, headers, ...(body === undefined ? {} : { body: parseJson(body) as IDataObject }) });
	}
	return { ok: true, value: [{ json: { dryRun: true, requests, note: 'What is there is read first: it is changed instead of made anew, and what is as wanted is not sent' } }] };
}
