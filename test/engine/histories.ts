import fc from 'fast-check';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { TriggerEvent } from '../../engine/events';
import { poll } from '../../engine/poll';
import { getPath, setPath } from '../../engine/request';
import type { Api, List } from '../../engine/types';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-11-22T00:00:00.000Z');
/** Records of a page, whatever is asked for. */
const PAGE = 3;

/** What a list holds; its time is that of its creation, or of its last change where the event says so. */
export interface Thing {
	id: number;
	created: number;
	version: number;
}

/** A list as a service shows it, and the event that watches it. */
export interface Source {
	api: Api;
	credentials?: IDataObject;
	event: TriggerEvent;
	/** A record with `thing` and `turn`, its version, wherever the event hands them on. */
	shape: (thing: Thing) => IDataObject;
	/** A change gives a record another time. */
	isMoved?: boolean;
	parameters?: IDataObject;
}

type Step =
	| { do: 'create'; late: number; count: number }
	| { do: 'change'; which: number }
	| { do: 'remove'; which: number }
	| { do: 'wait'; minutes: number }
	| { do: 'poll'; failsAt?: number; crash?: boolean; between?: 'create' | 'change' | 'remove' }
	| { do: 'restart' }
	| { do: 'clock'; minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), late: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) }, { weight: 1, arbitrary: fc.constant(-60) }), count: fc.integer({ min: 1, max: 5 }) }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), which: fc.nat(50) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(50) }) },
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }) }, { weight: 1, arbitrary: fc.constant(600) }) }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('poll' as const), failsAt: fc.option(fc.nat(3), { nil: undefined, freq: 4 }), crash: fc.boolean(), between: fc.option(fc.constantFrom('create' as const, 'change' as const, 'remove' as const), { nil: undefined }) }, { requiredKeys: ['do'] }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('clock' as const), minutes: fc.integer({ min: -5, max: 5 }) }) },
);

/** A history: how many things there are before it, whether the service is slow, and what happens. */
export const history = fc.tuple(fc.nat(7), fc.boolean(), fc.array(step, { maxLength: 25 }));

/** The row with pages of three, and with the time that its window starts at told to `since`. */
function watched(event: TriggerEvent, since: (from: Date) => void): TriggerEvent {
	const list = (event.list ?? event.reads.list)!;
	const { window } = event;
	return {
		...event, list: list.paging ? { ...list, paging: { ...list.paging, max: PAGE, min: 1 } } : list,
		...(window ? { window: { ...window, write: (from: Date, version?: string) => {
			since(from);
			return window.write(from, version);
		} } } : {}),
	};
}

/** A service, n8n around the trigger, and what came out of it. */
class World {
	now = START;
	/** Minutes by which n8n's clock is ahead. */
	skew = 0;
	things: Thing[] = [];
	private nextId = 1;
	/** What n8n holds in memory, and what it has saved. */
	private memory: IDataObject = {};
	private saved = '{}';
	private during: Partial<Extract<Step, { do: 'poll' }>> = {};
	private pages = 0;
	private since = 0;
	private readonly event: TriggerEvent;
	/** By thing and version: how often it was handed on, and how often that was lost on a crash before it was saved. */
	readonly told = new Map<string, number>();
	readonly excused = new Map<string, number>();
	/** Things and versions that were there before the trigger. */
	readonly old = new Set<string>();
	readonly problems: string[] = [];

	constructor(private readonly source: Source, private readonly isSlow: boolean) {
		this.event = watched(source.event, (from) => (this.since = from.getTime()));
	}

	private get list(): List {
		return this.event.list!;
	}

	create(late: number, count: number): void {
		// Several have one time; a late one shows up with a time that has passed.
		for (let more = 0; more < count; more++) this.things.push({ id: this.nextId++, created: this.now - late * MINUTE, version: 1 });
	}

	change(which: number): void {
		if (!this.things.length) return;
		const thing = this.things[which % this.things.length];
		thing.version++;
		if (this.source.isMoved) thing.created = this.now;
	}

	remove(which: number): void {
		if (this.event.window?.by !== 'newest' && this.things.length) this.things.splice(which % this.things.length, 1);
	}

	restart(): void {
		this.memory = JSON.parse(this.saved) as IDataObject;
	}

	private happens(): void {
		if (this.during.between === 'create') this.create(0, 1);
		if (this.during.between === 'change') this.change(7);
		if (this.during.between === 'remove') this.remove(3);
	}

	/** The service: newest first, pages of three. */
	private answer(url: string, sent: unknown): IDataObject {
		if (this.during.failsAt === this.pages) return { statusCode: 400, headers: {}, body: '{}' };
		if (this.pages++ > 0 && this.pages < 4) this.happens();
		// So slow that a poll gets through one page only.
		if (this.isSlow) this.now += 2 * MINUTE;
		const all = this.things.filter(({ created }) => !this.event.window || created >= this.since).sort((a, b) => b.created - a.created || b.id - a.id);
		return { statusCode: 200, headers: {}, body: JSON.stringify(this.page(all, url, typeof sent === 'string' ? (JSON.parse(sent) as IDataObject) : {})) };
	}

	/** The part of the list that is asked for, in the form that the row reads. */
	private page(all: Thing[], url: string, body: IDataObject): IDataObject {
		const { items, paging } = this.list;
		const records = (some: Thing[]) => some.map(this.source.shape);
		if (!paging?.at) return laid(items, records(all));
		const asked = paging.in === 'query' ? new URL(url).searchParams.get(paging.at) : getPath(body, paging.at);
		const start = Number(asked ?? 0);
		const end = start + PAGE;
		const page = laid(items, records(all.slice(start, end)));
		if (paging.total) setPath(page, paging.total, all.length);
		if (paging.next && end < all.length) setPath(page, paging.next, paging.link ? `https://service.test/?${paging.link}=${end}` : paging.by === 'cursor' ? String(end) : end);
		return page;
	}

	private get context(): IPollFunctions {
		const parameters: IDataObject = { lookBack: 1, simplify: false, ...this.source.parameters, event: this.event.value };
		const helper = async (_type: string, { url, body }: { url: string; body?: unknown }) => this.answer(url, body);
		return {
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback, getCredentials: async () => this.source.credentials ?? {}, getTimezone: () => 'UTC', getMode: () => 'trigger', getActivationMode: () => 'init',
			getWorkflow: () => ({ id: 'w' }), getNode: () => ({ id: 'n', name: 'Trigger', type: 'trigger', typeVersion: 1 }), getWorkflowStaticData: () => this.memory, getPollBudgetMs: () => 5 * MINUTE,
			helpers: { httpRequestWithAuthentication: helper },
		} as unknown as IPollFunctions;
	}

	async poll(how: Partial<Extract<Step, { do: 'poll' }>> = {}, isActivation = false): Promise<boolean> {
		this.during = how;
		this.pages = 0;
		const before = JSON.stringify(this.memory);
		const out = await poll(this.context, this.source.api, [this.event]).catch((error: Error) => {
			if (how.failsAt === undefined) this.problems.push(`a poll fails without a reason: ${error.message}`);
			return undefined;
		});
		if (out === undefined) {
			if (JSON.stringify(this.memory) !== before) this.problems.push('a failed poll moved what is remembered');
			return false;
		}
		const crash = how.crash === true && !isActivation;
		for (const { json } of out?.[0] ?? []) this.hand(json, crash);
		if (crash && out) this.restart();
		else if (out || isActivation) this.saved = JSON.stringify(this.memory);
		return out !== null;
	}

	private hand({ thing, turn }: IDataObject, crash: boolean): void {
		if (thing === undefined) this.problems.push('an item tells of nothing');
		const key = this.keyOf({ id: Number(thing), version: Number(turn), created: 0 });
		this.told.set(key, (this.told.get(key) ?? 0) + 1);
		if (crash) this.excused.set(key, (this.excused.get(key) ?? 0) + 1);
	}

	keyOf = ({ id, version }: Thing): string => (this.event.watches || this.source.isMoved ? `${id} v${version}` : String(id));

	verdict(): string[] {
		// What has left the days that are looked back on is not told of any more.
		const counts = ({ created }: Thing) => this.event.window?.by !== 'lookBack' || created > this.now - DAY + 60 * MINUTE;
		const missed = this.things.filter((one) => counts(one) && !this.old.has(this.keyOf(one)) && !this.told.has(this.keyOf(one))).map((one) => `missed ${this.keyOf(one)}`);
		const doubled = [...this.told].filter(([key, count]) => count - (this.excused.get(key) ?? 0) > 1).map(([key]) => `doubled ${key}`);
		const outdated = [...this.told.keys()].filter((key) => this.old.has(key)).map((key) => `old ${key}`);
		return [...this.problems, ...missed, ...doubled, ...outdated];
	}
}

/** Records at their place of an answer; the answer itself when the place has no name. */
function laid(place: string, records: IDataObject[]): IDataObject {
	const [name] = place.split('|');
	if (name === '') return records as never;
	const answer: IDataObject = {};
	setPath(answer, name, records);
	return answer;
}

/** What went wrong in a history; nothing when all was told of once. */
export async function live(source: Source, before: number, isSlow: boolean, steps: Step[]): Promise<string[]> {
	const world = new World(source, isSlow);
	jest.spyOn(Date, 'now').mockImplementation(() => world.now + world.skew * MINUTE);
	// Some things are older than any window, or just there.
	world.create(25 * 60, 2);
	if (before) world.create(5, before);
	await world.poll({}, true);
	for (const one of world.things) world.old.add(world.keyOf(one));
	for (const one of steps) {
		if (one.do === 'create') world.create(one.late, one.count);
		else if (one.do === 'change') world.change(one.which);
		else if (one.do === 'remove') world.remove(one.which);
		else if (one.do === 'wait') world.now += one.minutes * MINUTE;
		else if (one.do === 'restart') world.restart();
		else if (one.do === 'clock') world.skew = one.minutes;
		else await world.poll(one);
		world.now += 1000;
	}
	// Left alone, it comes to rest: after every page was read.
	for (let quiet = 0; quiet < world.things.length + 2; ) quiet = (await world.poll()) ? 0 : quiet + 1;
	jest.restoreAllMocks();
	return world.verdict();
}
