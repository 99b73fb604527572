import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { asker } from './ask';
import type { Asker } from './ask';
import { toBoolean, toInteger } from './checks';
import { timeOf } from './dates';
import type { TriggerEvent, Watching } from './events';
import { nodeError } from './failure';
import { labelled } from './members';
import { pick, toRecords } from './output';
import { firstStart, readPages } from './pages';
import type { Fetch, Start } from './pages';
import { checkKind, checkVersion } from './plan';
import { readValues } from './read';
import type { Parameters } from './read';
import { guarded, refusal } from './refusal';
import { getPath } from './request';
import { fingerprintOf } from './session';
import type { Api, Failure, List } from './types';
import { inTurn } from './turns';
import { SeenEntries } from './watch';
import type { Remembered } from './watch';

/** A poll waits for no more than so long; then it fails, and n8n tries again in its own time. */
const LIMITS = { tries: 3, requestWait: 10_000, runWait: 10_000 };
/** A poll that has found so many entries, or has read for so long, leaves the rest to the next one. */
const MOST_FOUND = 5_000;
const SHARE_OF_BUDGET = 0.4;
const USUAL_BUDGET = 300_000;
export const MOST_LOOK_BACK = 730;
/** How far a run by hand looks for something to show; some services search no further back than 90. */
const SAMPLE_DAYS = 89;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * One poll of a trigger. The first one notes what is there and hands nothing on; each later one hands on what is new or
 * has changed since. What was seen is noted only together with what is handed on, so a poll that fails moves nothing,
 * and a crash can give an entry twice, but never loses one. A run by hand shows a sample and notes nothing.
 * @throws NodeApiError, NodeOperationError in the words of the service and of the event
 */
export async function poll(context: IPollFunctions, api: Api, events: readonly TriggerEvent[]): Promise<INodeExecutionData[][] | null> {
	const watching = readWatching(context, api, events);
	const { reads } = watching.event;
	const asking = await asker(context, api, { version: watching.version, tokens: reads.tokens, meanings: reads.meanings, open: reads.open, limits: LIMITS });
	const lacking = checkKind(asking.api, reads, asking.credentials);
	if (lacking) throw nodeError(context.getNode(), lacking, 0);
	if (context.getMode() === 'manual') return await sample(context, watching, asking);
	return await inTurn(`${String(context.getWorkflow().id)} ${context.getNode().id}`, async () => {
		const state = context.getWorkflowStaticData('node');
		const before = state.watch as Remembered | undefined;
		const of = questionOf(context, watching, asking);
		const known = before?.of === of ? before : undefined;
		const { found, remembered } = await look(context, watching, asking, known);
		state.watch = { of, ...remembered } as never;
		return known ? handOn(watching, found) : null;
	});
}

/** Names what is asked, and of whom: another question, or another account, starts anew. */
const questionOf = (context: IPollFunctions, { event, values, version, lookBack }: Watching, { api, credentials }: Asker): string =>
	fingerprintOf(event.value, version, values, lookBack, api.address(credentials, event.reads.host ?? api.host), context.getNode().credentials?.[api.credential]?.id);

/** The records as they are handed on, with what the trigger has to say of them. */
function handOn({ event, simplify }: Watching, found: Found[]): INodeExecutionData[][] | null {
	const fields = event.simplify ?? (event.entries ? undefined : event.reads.simplify);
	const items = inOrder(event, found).map(({ entry, change }) => ({
		json: { ...toRecords(entry, fields, { simplify, omit: event.reads.omit ?? [] })[0], trigger: { event: event.value, ...(!event.watches ? {} : change === 'new' ? { change } : { change: 'changed', changed: change }) } },
	}));
	return items.length ? [items] : null;
}

/** What the user set; the trigger has no items, so nothing names one. */
function readWatching(context: IPollFunctions, api: Api, events: readonly TriggerEvent[]): Watching {
	const given = (name: string, fallback: unknown, options?: object) => context.getNodeParameter(name, fallback as string, options) as unknown;
	const version = api.versions ? String(given('apiVersion', api.versions[0].value)) : undefined;
	const event = chosenEvent(context, api, events, version);
	const parameters = {
		getNodeParameter: (name: string, _item: number, fallback: unknown, options?: object) => given(name, fallback ?? null, options) ?? undefined,
		getTimezone: () => context.getTimezone(), getInputData: () => [],
	} as unknown as Parameters;
	const read = readValues(parameters, event, {}, undefined, version);
	const rest = guarded('Trigger', undefined, () => ({
		simplify: labelled('Simplify', () => toBoolean(given('simplify', true))),
		includeNew: labelled('Include New', () => toBoolean(given('includeNew', true))),
		lookBack: labelled('Look Back (Days)', () => toInteger(given('lookBack', event.window?.days ?? 1), 1, MOST_LOOK_BACK)),
	}));
	if (!read.ok || !rest.ok) throw nodeError(context.getNode(), read.ok ? (rest as { failure: Failure }).failure : read.failure, 0);
	return { event, version, values: read.value, ...rest.value };
}

/** The event, if the API version has it. */
function chosenEvent(context: IPollFunctions, api: Api, events: readonly TriggerEvent[], version?: string): TriggerEvent {
	const wanted = context.getNodeParameter('event', events[0].value);
	const event = events.find(({ value }) => value === wanted);
	if (!event) throw nodeError(context.getNode(), refusal(`'Event' does not know "${String(wanted)}"`, `Use one of: ${events.map(({ value }) => value).join(', ')}.`), 0);
	const unfit = checkVersion(api, event, undefined, version);
	if (unfit) throw nodeError(context.getNode(), unfit, 0);
	return event;
}

/** The request of a page, narrowed to a time from which on records count. */
function fetchFrom({ event, values, version }: Watching, { ask }: Asker, from: number): Fetch {
	const { reads, fields, body, window } = event;
	const { route, host, fixed } = reads;
	const start = window && { [window.in]: window.write(new Date(from), version) };
	return async (extra) => {
		const inBody = { ...body, ...start?.body, ...extra.body };
		return await ask({ route, host, fixed, fields }, values, { query: { ...start?.query, ...extra.query }, ...(Object.keys(inBody).length ? { body: inBody } : {}) });
	};
}

/** An entry, and what is to be told of it. */
interface Found {
	entry: IDataObject;
	change: 'new' | string[];
}

const entriesOf = ({ entries }: TriggerEvent, records: IDataObject[]): IDataObject[] => (entries ? records.flatMap(entries) : records);

/** The newest entry of the first page that has one, as a run by hand shows it; where nothing is recent, an older one. @throws NodeOperationError when there is none, as an empty panel would look like a fault */
async function sample(context: IPollFunctions, watching: Watching, asking: Asker): Promise<INodeExecutionData[][] | null> {
	const { event, lookBack } = watching;
	const furthest = Math.max(lookBack, event.window ? SAMPLE_DAYS : 0);
	const shown = (await sampleOf(context, watching, asking, lookBack)) ?? (furthest > lookBack ? await sampleOf(context, watching, asking, furthest) : null);
	if (!shown) throw nodeError(context.getNode(), nothingFound(event, furthest), 0);
	return shown;
}

async function sampleOf(context: IPollFunctions, watching: Watching, asking: Asker, days: number): Promise<INodeExecutionData[][] | null> {
	const { event } = watching;
	for await (const page of readPages(fetchFrom(watching, asking, Date.now() - days * DAY), listOf(event), watching.version, () => pageSize(event))) {
		if (!page.ok) throw nodeError(context.getNode(), page.failure, 0);
		const found = inOrder(event, entriesOf(event, page.value.records).filter((entry) => isOf(watching, entry)).map((entry): Found => ({ entry, change: 'new' })));
		if (found.length) return handOn(watching, [event.time ? found.at(-1)! : found[0]]);
	}
	return null;
}

function nothingFound({ name, window }: TriggerEvent, days: number): Failure {
	const [when, advice] = window?.by === 'lookBack' ? [` of the last ${days} days`, ' Raise Look Back (Days), or set fewer filters.'] : ['', ''];
	return refusal(`There is nothing to show for ${name}`, `Nothing${when} fits what is set here.${advice} In a published workflow the trigger waits for what comes.`);
}

const listOf = ({ list, reads }: TriggerEvent): List => (list ?? reads.list)!;
const pageSize = (event: TriggerEvent): number => listOf(event).paging?.max ?? 0;
const isOf = ({ event: { only }, values }: Watching, entry: IDataObject): boolean => !only || only(entry, values);
const inOrder = ({ time }: TriggerEvent, found: Found[]): Found[] => (time ? [...found].sort((a, b) => timeOf(getPath(a.entry, time)) - timeOf(getPath(b.entry, time))) : found);

/** Reads the list, or as much of it as a poll can, and notes it. */
async function look(context: IPollFunctions, watching: Watching, asking: Asker, known?: Remembered): Promise<{ found: Found[]; remembered: Omit<Remembered, 'of'> }> {
	const { event, version } = watching;
	const list = listOf(event);
	const seen = new SeenEntries(known?.seen);
	const from = windowStart(watching, known);
	const until = Date.now() + (context.getPollBudgetMs?.() ?? USUAL_BUDGET) * SHARE_OF_BUDGET;
	const found: Found[] = [];
	let newest = known?.newest;
	let start: Start = known?.next ?? firstStart(list);
	let [last, pages] = [start, 0];
	for await (const page of readPages(fetchFrom(watching, asking, from), list, version, () => pageSize(event), start)) {
		if (!page.ok) throw nodeError(context.getNode(), page.failure, 0);
		const { records, isLast, next } = page.value;
		for (const entry of entriesOf(event, records)) note(watching, seen, entry, found);
		newest = newestOf(event, records, newest);
		if (isLast) {
			seen.settle();
			return { found, remembered: { since: Math.max(event.window?.by === 'newest' ? (known?.since ?? from) : from, newest ?? -Infinity), seen: textToKeep(context, event, seen) } };
		}
		// The next poll reads the last page again, as the list moves; but a poll that reads one page must get on.
		start = pages++ ? last : next;
		last = next;
		// The first reading is never parted: what comes to be in between would be taken for old.
		if (known && (found.length >= MOST_FOUND || Date.now() >= until)) break;
	}
	return { found, remembered: { since: known!.since, newest, next: start, seen: textToKeep(context, event, seen) } };
}

/** Notes an entry, and puts it with those that are handed on when it says something new. */
function note(watching: Watching, seen: SeenEntries, entry: IDataObject, found: Found[]): void {
	const { event: { key: names, watches }, includeNew } = watching;
	const parts = names.map((path) => getPath(entry, path) ?? null);
	// What has no name is known by all that it holds.
	const key = parts.some((part) => part !== null) ? parts : entry;
	if (!isOf(watching, entry)) {
		seen.forget(key);
		return;
	}
	const picked = watches ? pick(entry, watches) : {};
	// Every watched member counts, there or not: prints of a record stand in one order.
	const change = seen.note(key, Object.fromEntries(Object.keys(watches ?? {}).map((name) => [name, picked[name] ?? null])));
	if (change && (change !== 'new' || !watches || includeNew)) found.push({ entry, change });
}

function textToKeep(context: IPollFunctions, event: TriggerEvent, seen: SeenEntries): string {
	const text = seen.toText();
	if (text === undefined) throw nodeError(context.getNode(), tooMuch(event), 0);
	return text;
}

/** Where the reading starts; it never goes back, whatever the clock of this machine does. */
function windowStart({ event, lookBack }: Watching, known?: Remembered): number {
	const { window } = event;
	if (window?.by === 'lookBack') return Math.max(Date.now() - lookBack * DAY, known?.since ?? 0);
	return known ? known.since - (window?.overlap ?? 0) * MINUTE : Date.now() - DAY;
}

/** The newest time so far; one from the future does not count, as it would hide what comes until then. */
const newestOf = ({ window }: TriggerEvent, records: IDataObject[], before?: number): number | undefined =>
	window?.by === 'newest' ? Math.max(before ?? -Infinity, ...records.map((record) => timeOf(getPath(record, window.time))).filter((time) => time <= Date.now())) : undefined;

const tooMuch = ({ name, narrow }: TriggerEvent): Failure => refusal(`There is too much to watch for ${name}: more than 20,000 entries, or 2 MB of what is remembered of them`, narrow);
