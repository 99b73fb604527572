import { sleep } from 'n8n-workflow';
import { startSimulator } from '../../simulator/server';
import { env, http } from '../support/host.js';
import type { Simulator } from '../support/simulator';
import { idOf, rounds, runCell } from './cell';
import type { Cell } from './cell';
import { faultsOf } from './faults';
import type { Fault } from './faults';
import { problemsOf } from './invariants';
import { kinds } from './kinds';
import { isOpen, OPEN } from './open';

/** Simulators at work side by side: waits between tries are real. */
const SIMULATORS = 48;
/** A cell that takes so long has stopped for good: three items, tried three times in three runs, each try three seconds long, take 81. */
const LONGEST = 120_000;
const SLICE = 500;
const ENDLESS = 'the cell does not end';
const chosen = env.CELLS ? new RegExp(env.CELLS) : undefined;

const roundsOf = ({ rounds: only = Object.keys(rounds) }: Fault) => only as Array<Cell['round']>;

const cells: Cell[] = kinds.flatMap((kind) => faultsOf(kind).flatMap((fault) => roundsOf(fault).flatMap((round) => rounds[round].modes.map((mode) => ({ kind, fault, round, mode })))))
	.filter((cell) => !chosen || chosen.test(idOf(cell)));

const stranger = { address: '', requests: 0 };
const found = new Map<string, string[]>();
const closing: Array<() => void> = [];
let sims: Simulator[] = [];

/** A result, or that there is none in time. */
async function within(milliseconds: number, work: Promise<string[]>): Promise<string[]> {
	let result: string[] | undefined;
	const end = Date.now() + milliseconds;
	const done = work.then((problems) => (result = problems));
	while (!result && Date.now() < end) await Promise.race([done, sleep(SLICE)]);
	return result ?? [ENDLESS];
}

const problemsIn = async (cell: Cell, sim: Simulator): Promise<string[]> =>
	await within(LONGEST, runCell(cell, sim, stranger).then(problemsOf, (error: Error) => [`the cell cannot be run: ${error.stack}`]));

beforeAll(async () => {
	const server = http.createServer((_request, response) => {
		stranger.requests += 1;
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	stranger.address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
	closing.push(() => server.close());
	sims = await Promise.all(Array.from({ length: Math.min(SIMULATORS, cells.length) }, async () => await startSimulator()));
	// the slow ones first, so that none is left alone at the end
	const queue = [...cells].sort((a, b) => Number(/timeout/.test(a.fault.name)) - Number(/timeout/.test(b.fault.name)));
	await Promise.all(sims.map(async (first) => {
		let sim = first;
		for (let cell = queue.pop(); cell; cell = queue.pop()) {
			const problems = await problemsIn(cell, sim);
			// what does not end goes on in the background: not into another cell
			if (problems.includes(ENDLESS)) sims.push((sim = await startSimulator()));
			// a machine that is busy for a second makes timeouts of its own
			found.set(idOf(cell), problems.length && cell.fault.options ? await problemsIn(cell, sim) : problems);
		}
	}));
}, 900_000);

afterAll(async () => {
	closing.forEach((close) => close());
	await Promise.all(sims.map(async (sim) => await sim.close()));
});

const shown = (ids: string[]): string[] => ids.flatMap((id) => found.get(id)!.map((problem) => `${id}: ${problem}`));

test.each([...new Set(cells.map(({ kind }) => kind.name))])('%s', (name) => {
	const ids = cells.filter(({ kind }) => kind.name === name).map(idOf);
	expect(shown(ids.filter((id) => !isOpen(id)))).toEqual([]);
});

test('what is listed as open still fails', () => {
	expect([...found].filter(([id, problems]) => isOpen(id) && !problems.length).map(([id]) => id)).toEqual([]);
	const unused = OPEN.filter(({ cells: pattern }) => !chosen && ![...found.keys()].some((id) => pattern.test(id)));
	expect(unused.map(({ cells: pattern }) => String(pattern))).toEqual([]);
});
