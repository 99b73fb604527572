import fc from 'fast-check';
import type { IDataObject, IPollFunctions } from 'n8n-workflow';
import type { TriggerEvent } from '../../engine/events';
import { poll } from '../../engine/poll';
import type { Api, Operation } from '../../engine/types';
import { env } from '../support/host.js';

/** Histories of a list and of the trigger that watches it, in a time of their own. */
const HISTORIES = 1000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-11-22T00:00:00.000Z');

interface Thing {
	id: number;
	created: number;
	version: number;
}

const read = { value: 'getAll', name: 'Get Many', route: 'GET /things', effect: 'read', repeat: 'absolute', fields: {}, list: { items: 'things', id: ['id'], paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 3, total: 'total' } } } as unknown as Operation;
const api = { name: 'Things', credential: 'thingsApi', secrets: [], host: 'things.test', address: () => 'https://things.test', problem: () => ({}), meanings: {} } as unknown as Api;
const base = { reads: read, fields: {}, key: ['id'], description: '', narrow: '', time: 'created' };
const from = { time: 'created', in: 'query' as const, write: (at: Date) => ({ from: at.toISOString() }) };

const events: TriggerEvent[] = [
	{ ...base, value: 'newest', name: 'New, from the newest on', window: { ...from, by: 'newest', overlap: 10 } },
	{ ...base, value: 'lookBack', name: 'Changed, of some days', window: { ...from, by: 'lookBack', days: 1 }, watches: { version: 'version' } },
	{ ...base, value: 'snapshot', name: 'Changed, of all', watches: { version: 'version' } },
];

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
	/** By thing and version: how often it was handed on, and how often that was lost on a crash before it was saved. */
	readonly told = new Map<string, number>();
	readonly excused = new Map<string, number>();
	/** Things and versions that were there before the trigger. */
	readonly old = new Set<string>();
	readonly problems: string[] = [];

	constructor(private readonly event: TriggerEvent, private readonly isSlow: boolean) {}

	create(late: number, count: number): void {
		// Several have one time; a late one shows up with a time that has passed.
		for (let more = 0; more < count; more++) this.things.push({ id: this.nextId++, created: this.now - late * MINUTE, version: 1 });
	}

	change(which: number): void {
		if (this.things.length) this.things[which % this.things.length].version++;
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

	/** The service: newest first, pages of three whatever is asked for. */
	private answer(url: string): IDataObject {
		if (this.during.failsAt === this.pages) return { statusCode: 400, headers: {}, body: '{}' };
		if (this.pages++ > 0 && this.pages < 4) this.happens();
		// So slow that a poll gets through one page only.
		if (this.isSlow) this.now += 2 * MINUTE;
		const { searchParams } = new URL(url);
		const since = Date.parse(searchParams.get('from') ?? '1970-01-01');
		const all = this.things.filter(({ created }) => created >= since).sort((a, b) => b.created - a.created || b.id - a.id);
		const start = Number(searchParams.get('start'));
		const things = all.slice(start, start + 3).map((one) => ({ ...one, created: new Date(one.created).toISOString() }));
		return { statusCode: 200, headers: {}, body: JSON.stringify({ things, total: all.length }) };
	}

	private get context(): IPollFunctions {
		const parameters: IDataObject = { event: this.event.value, lookBack: 1 };
		const helper = async (_type: string, { url }: { url: string }) => this.answer(url);
		return {
			getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback, getCredentials: async () => ({}), getTimezone: () => 'UTC', getMode: () => 'trigger',
			getWorkflow: () => ({ id: 'w' }), getNode: () => ({ id: 'n', name: 'Trigger', type: 'trigger', typeVersion: 1 }), getWorkflowStaticData: () => this.memory, getPollBudgetMs: () => 5 * MINUTE,
			helpers: { httpRequestWithAuthentication: helper },
		} as unknown as IPollFunctions;
	}

	async poll(how: Partial<Extract<Step, { do: 'poll' }>> = {}, isActivation = false): Promise<boolean> {
		this.during = how;
		this.pages = 0;
		const before = JSON.stringify(this.memory);
		const out = await poll(this.context, api, events).catch(() => undefined);
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

	private hand({ id, version }: IDataObject, crash: boolean): void {
		const key = this.event.watches ? `${String(id)} v${String(version)}` : String(id);
		this.told.set(key, (this.told.get(key) ?? 0) + 1);
		if (crash) this.excused.set(key, (this.excused.get(key) ?? 0) + 1);
	}

	keyOf = ({ id, version }: Thing): string => (this.event.watches ? `${id} v${version}` : String(id));

	verdict(): string[] {
		// What has left the days that are looked back on is not told of any more.
		const counts = ({ created }: Thing) => this.event.window?.by !== 'lookBack' || created > this.now - DAY + 60 * MINUTE;
		const missed = this.things.filter((one) => counts(one) && !this.old.has(this.keyOf(one)) && !this.told.has(this.keyOf(one))).map((one) => `missed ${this.keyOf(one)}`);
		const doubled = [...this.told].filter(([key, count]) => count - (this.excused.get(key) ?? 0) > 1).map(([key]) => `doubled ${key}`);
		const outdated = [...this.told.keys()].filter((key) => this.old.has(key)).map((key) => `old ${key}`);
		return [...this.problems, ...missed, ...doubled, ...outdated];
	}
}

async function live(event: TriggerEvent, before: number, isSlow: boolean, steps: Step[]): Promise<string[]> {
	const world = new World(event, isSlow);
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

// Lateness and a wrong clock have ten minutes together: the overlap.
test.each(events.map(({ name, value }) => [name, value]))(`%s: ${HISTORIES} histories miss nothing, and double nothing but on a crash`, async (_, value) => {
	const seed = Number(env.SEED ?? Date.now() % 2 ** 31);
	const event = events.find((one) => one.value === value)!;
	const history = fc.asyncProperty(fc.nat(7), fc.boolean(), fc.array(step, { maxLength: 25 }), async (before, isSlow, steps) => {
		expect(await live(event, before, isSlow, steps)).toEqual([]);
	});
	await fc.assert(history, { numRuns: HISTORIES, seed });
}, 300_000);
