import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { FILES_HOST } from '../../simulator/files';
import type { Call } from '../../simulator/types';
import type { Trace } from './cell';
import { isOwnStruck, ITEMS } from './kind';
import type { Kind } from './kind';

/** What the user is told of an item; `read` and `done` as a stopped node's account of the items has them. */
type Said = 'success' | 'done' | 'in part' | 'not sent' | 'not done' | 'unknown' | 'nothing';

/** What a failure's text tells someone who reads no further. */
function outcomeIn(text: string): Said {
	if (/may have been done|may have done it|not known which rows were done/i.test(text)) return 'unknown';
	return /The job (itself )?(was started|is done)|was carried out/i.test(text) ? 'done' : 'not done';
}

const numbersIn = (text: string): number[] =>
	[...text.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to = from]) => Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index));

/** Of an item that failed at a later step: whether the struck one was done. */
const ofStep = (said: Said, isDone: boolean): Said => (['not done', 'not sent'].includes(said) && isDone ? 'done' : said);

const GROUPS: Record<string, Said> = { 'done in part': 'in part', 'not sent': 'not sent', read: 'success', done: 'done', 'may have been done': 'unknown', 'failed too': 'not done', 'failed after it was done': 'done' };

/** What follows the account of rows that go together. */
const ADVICE = " Set 'On Error' in Settings to Continue, and each row comes back with what became of it.";

/** What a stopped node says of its items. */
function saidInError({ ran: { error }, kind }: Trace, problem: (text: string) => void): Said[] {
	const description = String(error?.description ?? '');
	const [own, others = ''] = description.split(/Other (?:items|rows): /);
	// rows are counted from 1
	const first = kind.rowsBy ? 1 : 0;
	const said: Said[] = ITEMS.map(() => 'nothing');
	for (const part of others.replace(ADVICE, '').replace(/\.$/, '').split('; ').filter(Boolean)) {
		const [, words, numbers] = /^(\D+?) ([\d–, ]+)$/.exec(part) ?? [];
		if (!GROUPS[words]) problem(`the account of items cannot be read: ${part}`);
		for (const item of numbersIn(numbers ?? '')) said[item - first] = GROUPS[words];
	}
	const index = kind.rowsBy ? Number(/Failed: row (\d+)\./.exec(own)?.[1]) - first : Number(error?.context?.itemIndex);
	if (Number.isInteger(index)) said[index] = ofStep(outcomeIn(`${error?.message} ${own}`), kind.step !== undefined && new RegExp(`So far: .*\\b${kind.step} (created|updated|published|unchanged)`).test(own));
	else problem(`the error names no item: ${error?.message} (${kind.name})`);
	return said;
}

const pairOf = ({ pairedItem }: INodeExecutionData): number => (typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : -1);

/** Which item of the cell an output item belongs to; rows are all paired with the one input item and told by their number or their own member. */
function itemOf(one: INodeExecutionData, { rowsBy, holds }: Kind): number {
	if (!rowsBy) return pairOf(one);
	const { row } = (one.json.details ?? {}) as { row?: { number: number } };
	return pairOf(one) === 0 ? (row ? row.number - 1 : (holds?.indexOf(String(one.json[rowsBy])) ?? -1)) : -1;
}
const isFailure = ({ json }: INodeExecutionData): boolean => 'error' in json && 'details' in json;

/** Whether the failed items have the shape that n8n keeps, and say in words what they say in `outcome`. */
function saidInItems({ ran, mode, kind, sim }: Trace, problem: (text: string) => void): Said[] {
	const wanted = mode === 'error output' ? ran.errors : ran.out.filter(isFailure);
	const good = mode === 'error output' ? ran.out : ran.out.filter((item) => !isFailure(item));
	if (mode === 'error output' && good.some(isFailure)) problem('a failed item is on the success output');
	if (mode === 'error output' && !wanted.every(isFailure)) problem('an item on the error output is no failure');
	for (const list of [ran.out, ran.errors]) {
		const order = list.map((one) => itemOf(one, kind));
		if (order.some((item, index) => item < 0 || item > 2 || (index > 0 && item < order[index - 1]))) problem(`order or pairing is lost: ${order.slice(0, 9).join(', ')}`);
	}
	const said: Said[] = ITEMS.map((item) => (good.some((one) => itemOf(one, kind) === item) ? 'success' : 'nothing'));
	for (const failed of wanted) {
		const item = itemOf(failed, kind);
		const { error, details, ...row } = failed.json as IDataObject & { details: IDataObject };
		if (said[item] !== 'nothing') problem(`item ${item} is there more than once`);
		said[item] = details.outcome as Said;
		const isBare = !kind.isRow || mode === 'error output';
		if (!isBare) {
			if (row.status !== details.outcome || typeof row.message !== 'string' || !('changed' in row)) problem(`the row of item ${item} does not say what became of it: ${JSON.stringify(row)}`);
			for (const name of ['status', 'changed', 'message', 'offerId']) if (!(name in kind.input[item])) delete row[name];
		}
		const expected = !isBare || mode === 'error output' ? { ...kind.input[kind.rowsBy ? 0 : item], list: sim.state.whisk.lists[0].id } : {};
		if (JSON.stringify(row) !== JSON.stringify(expected)) problem(`the failed item ${item} is not {error, details}${mode === 'error output' ? ' with its input row' : ''}: ${Object.keys(failed.json).join(', ')}`);
		const inWords = outcomeIn(`${String(error)} ${String(details.description)}`);
		if (inWords !== said[item] && !(said[item] === 'not sent' && inWords === 'not done')) problem(`item ${item} is '${said[item]}', its words say '${inWords}': ${String(error)} ${String(details.description)}`);
		said[item] = ofStep(said[item], kind.step !== undefined && ((details.steps ?? {}) as IDataObject)[kind.step] !== undefined);
	}
	return said;
}

const textOf = ({ path, query, body }: Call): string => `${Object.entries(query).map(([name, value]) => `${name}=${String(value)}`).join('&')}\n${path}\n${JSON.stringify(body)}`;
const isCall = ({ method, path }: Call, wanted: { method: string; path: string | string[] }): boolean => method === wanted.method && [wanted.path].flat().some((one) => new RegExp(one).test(path));

/** The calls that carry an item's request, those of another kind of call left out. */
function callsOf({ calls, kind }: Trace, item: number): Call[] {
	const own = calls.filter((call) => isCall(call, kind.own ?? kind));
	if (kind.own && !isOwnStruck(kind)) return own.filter((call) => textOf(call).includes(String(kind.input[item].po)));
	return own.filter((call) => {
		if (kind.isMixed) return false;
		const isAt = !Array.isArray(kind.path) || new RegExp(kind.path[item]).test(call.path);
		return isAt && (!kind.holds || new RegExp(kind.holds[item]).test(textOf(call)));
	});
}

/** Whether a fault has spoilt the answer to a call; a call that was only slow, or whose token died, has an answer of the service's own. */
const isStruck = ({ fault }: Call): boolean => fault !== null && fault !== 'delay';

const UNUSABLE = /reset|timeout|html|bad-json|cut|broken|element|redirect/;

/** Whether the caller cannot tell from what came back whether a call was carried out. */
const leavesOpen = (call: Call): boolean => isStruck(call) && (UNUSABLE.test(call.fault!) || Number(call.status) >= 500);

/** Whether something left open whether an item was done: a struck call of its own. */
function leftOpen(trace: Trace, item: number): boolean {
	if (!trace.fault.isOpen || !isOwnStruck(trace.kind)) return false;
	if (trace.kind.isMixed) return trace.calls.some(leavesOpen);
	return callsOf(trace, item).some(leavesOpen);
}

/** Nothing lost, nothing twice, and what is said is true. */
function checkTruth(trace: Trace, said: Said[], problem: (text: string) => void): void {
	const { effects, kind, ran, sim, fault } = trace;
	for (const item of ITEMS) {
		const [what, done, sent] = [said[item], effects?.[item], callsOf(trace, item).length];
		const is = `item ${item} is said to be '${what}'`;
		if (what === 'nothing') problem(`item ${item} is lost: nothing is said of it`);
		if (what === 'success' && kind.shows && ran.out.length && !kind.shows(ran.out.filter((one) => itemOf(one, kind) === item), item, sim.state)) problem(`${is}, but what it hands on is wrong`);
		if (what === 'not sent' && sent) problem(`${is}, but ${sent} requests were sent for it`);
		if (done === undefined) continue;
		if (done > 1) problem(`item ${item} was done ${done} times`);
		if ((what === 'success' || what === 'done') && done < 1) problem(`${is}, but the state does not show it`);
		if ((what === 'not done' || what === 'not sent') && done > 0) problem(`${is}, but the state shows it`);
		if (what === 'unknown' && !leftOpen(trace, item)) problem(`${is}, but every answer to it was clear`);
		if (what === 'unknown' && kind.nature === 'verify' && fault.isSilent === undefined && !fault.name.includes('look fails')) problem(`${is}, though a look would have told`);
	}
}

/** What must not be sent again is sent once after an answer that leaves it open. */
function checkOnce(trace: Trace, problem: (text: string) => void): void {
	const { kind, fault } = trace;
	if (kind.nature !== 'never' || !fault.isOpen || !isOwnStruck(kind)) return;
	for (const item of ITEMS) {
		const calls = callsOf(trace, item);
		const first = calls.findIndex(leavesOpen);
		if (first !== -1 && first < calls.length - 1) problem(`item ${item} was sent ${calls.length - 1 - first} times more after an answer that left it open`);
	}
}

const isSignIn = ({ path, body }: Call): boolean => path.endsWith('/user-login/') || (path === '/identity/v1/oauth2/token' && (body as IDataObject).grant_type === 'refresh_token');

function checkSignIns({ calls, kind, fault, round }: Trace, problem: (text: string) => void): void {
	const count = calls.filter(isSignIn).length;
	if (kind.service === 'whisk') return;
	const struck = calls.filter(({ fault: kinds }) => kinds && (fault.ends === 'token' && (kinds.includes('status') || kinds.includes('expire-token')))).length;
	if (!fault.ends && count !== 1) problem(`${count} sign-ins, though the token stayed good`);
	if (fault.ends && round === 'passes' && count !== 1 + struck) problem(`${count} sign-ins for ${struck} dead tokens`);
	if (fault.ends && (count > 1 + struck || count > 13)) problem(`${count} sign-ins for ${struck} dead tokens`);
}

function checkSafety({ calls, strayed, ran, credential, kind }: Trace, problem: (text: string) => void): void {
	if (strayed) problem(`another host received ${strayed} requests`);
	if (calls.some(({ path }) => path.endsWith('/elsewhere'))) problem('a redirect was followed');
	if (calls.some(({ host, headers }) => host === FILES_HOST && headers.authorization)) problem('a link received a credential');
	if (kind.name.startsWith('paged')) return;
	const shown = JSON.stringify([ran.out, ran.errors, ran.error, ran.error?.message, ran.error?.description]);
	for (const name of ['password', 'clientSecret', 'refreshToken', 'token'] as const) if (credential[name] && shown.includes(String(credential[name]))) problem(`the ${name} is shown`);
}

/** A fault that passes is got over where that does no harm, within the tries of the engine or of n8n. */
function checkSurvival({ fault, kind, round, ran, mode }: Trace, said: Said[], problem: (text: string) => void): void {
	if (round !== 'passes') return;
	const isHarmless = kind.nature !== 'never' || !isOwnStruck(kind);
	const cannotTell = kind.nature === 'verify' && fault.isSilent;
	const survives = fault.survivors === 'all' || (fault.survivors === 'harmless' && isHarmless && !cannotTell);
	if (survives && said.some((one) => one !== 'success')) problem(`not got over, though the fault has passed: ${said.join(', ')} ${ran.error?.message ?? ''}`);
	const again = mode === 'Retry On Fail' && isHarmless && isOwnStruck(kind) && !cannotTell && !/quota|look fails/.test(fault.name);
	if (again && said.some((one) => one !== 'success')) problem(`n8n's second try did not get over it: ${said.join(', ')} ${ran.error?.message ?? ''}`);
}

/** What holds for any run, whatever struck it. */
export function generalProblemsOf(trace: Trace): string[] {
	const problems: string[] = [];
	const problem = (text: string) => void problems.push(text);
	const said = trace.ran.error ? saidInError(trace, problem) : saidInItems(trace, problem);
	checkTruth(trace, said, problem);
	checkOnce(trace, problem);
	checkSafety(trace, problem);
	return [...new Set(problems)];
}

/** What of a run is not as it must be. */
export function problemsOf(trace: Trace): string[] {
	const problems = generalProblemsOf(trace);
	const problem = (text: string) => void problems.push(text);
	if (!trace.calls.some(isStruck)) problem('the fault has not struck: this cell proves nothing');
	const said = trace.ran.error ? saidInError(trace, () => undefined) : saidInItems(trace, () => undefined);
	checkSignIns(trace, problem);
	checkSurvival(trace, said, problem);
	return [...new Set(problems)];
}

