import fc from 'fast-check';
import type { FaultRule } from '../../simulator/faults';
import { startSimulator } from '../../simulator/server';
import { env } from '../support/host.js';
import type { Simulator } from '../support/simulator';
import { modes, runCell } from './cell';
import type { Cell } from './cell';
import { targetOf } from './faults';
import type { Fault } from './faults';
import { generalProblemsOf } from './invariants';
import { kinds } from './kinds';

/** Runs side by side, as their waits are real. */
const LANES = 8;
const RUNS = 64;

/** What can happen to a call of an item; what is left out here stands in the list of what is open. */
const HAPPENINGS: Record<string, FaultRule> = {
	busy: { status: 429 }, down: { status: 503 }, 'fault after the write': { status: 500, applied: true }, reset: { kind: 'reset-before' }, lost: { kind: 'reset-after' },
	garbled: { kind: 'bad-json', applied: true }, 'web page': { kind: 'html', status: 200 }, quota: { status: 429, headers: { 'retry-after': '7200' } }, refused: { status: 401 }, 'bad request': { status: 400 },
};

interface Strike {
	item: number;
	what: string;
	after: number;
	count: number;
}

interface Script {
	kind: string;
	mode: string;
	strikes: Strike[];
	options: { maxTries: number; concurrency: number };
}

const writes = kinds.filter(({ nature, own }) => nature !== 'read' && !own);

const script: fc.Arbitrary<Script> = fc.record({
	kind: fc.constantFrom(...writes.map(({ name }) => name)),
	mode: fc.constantFrom(...Object.keys(modes), 'Retry On Fail'),
	strikes: fc.array(fc.record({ item: fc.nat(2), what: fc.constantFrom(...Object.keys(HAPPENINGS)), after: fc.nat(1), count: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 4 }),
	options: fc.record({ maxTries: fc.integer({ min: 1, max: 3 }), concurrency: fc.integer({ min: 1, max: 3 }) }),
});

const cellOf = ({ kind: name, mode, strikes, options }: Script): Cell => {
	const kind = kinds.find((one) => one.name === name)!;
	const fault: Fault = {
		name: strikes.map(({ item, what, after, count }) => `${what} of item ${item}, after ${after}, ${count} times`).join('; '), isOpen: true, survivors: 'none', isSilent: true, options,
		rules: () => strikes.map(({ item, what, after, count }) => ({ ...targetOf(kind, [item], count), after, ...HAPPENINGS[what] })),
	};
	return { kind, fault, mode, round: 'passes' };
};

let sims: Simulator[] = [];
beforeAll(async () => {
	sims = await Promise.all(Array.from({ length: LANES }, async () => await startSimulator()));
});
afterAll(async () => await Promise.all(sims.map(async (sim) => await sim.close())));

test.each([Number(env.SEED ?? Date.now() % 2 ** 31)])('failures, stops and repeats in any order: no write twice, none misreported (seed %d)', async (seed) => {
	const scripts = fc.sample(script, { seed, numRuns: RUNS });
	const wrong: Array<{ script: Script; problems: string[] }> = [];
	await Promise.all(sims.map(async (sim) => {
		for (let one = scripts.pop(); one; one = scripts.pop()) {
			const trace = await runCell(cellOf(one), sim, { address: '', requests: 0 });
			const problems = generalProblemsOf(trace);
			if (problems.length) wrong.push({ script: one, problems });
		}
	}));
	expect(wrong.sort((a, b) => a.script.strikes.length - b.script.strikes.length)).toEqual([]);
});

test("n8n's second try says of each item what became of it in the first", async () => {
	const kind = kinds.find(({ name }) => name.startsWith('never: eBay order issueRefund'))!;
	const struck = targetOf(kind, [1]);
	const fault: Fault = { name: 'lost, slowly', isOpen: true, survivors: 'none', options: { concurrency: 2 }, rules: () => [{ ...struck, kind: 'delay', delay: 500 }, { ...struck, kind: 'reset-after' }] };
	const trace = await runCell({ kind, fault, mode: 'Retry On Fail', round: 'stays' }, sims[0], { address: '', requests: 0 });
	expect(trace.effects).toEqual([1, 1, 1]);
	expect(generalProblemsOf(trace)).toEqual([]);
});

test('a try that stops at once does not call unsent what the one before has sent', async () => {
	const kind = kinds.find(({ name }) => name.startsWith('never: eBay order issueRefund'))!;
	const fault: Fault = { name: 'one refused, one lost', isOpen: true, survivors: 'none', options: { concurrency: 2 }, rules: () => [{ ...targetOf(kind, [0]), kind: 'status', status: 400 }, { ...targetOf(kind, [1]), kind: 'html', status: 200 }] };
	const trace = await runCell({ kind, fault, mode: 'Retry On Fail', round: 'stays' }, sims[0], { address: '', requests: 0 });
	expect(generalProblemsOf(trace)).toEqual([]);
});
