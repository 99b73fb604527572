import fc from 'fast-check';
import { runPool } from '../../engine/pool';

const tick = async () => await new Promise<void>((resolve) => queueMicrotask(resolve));

const plan = fc.record({
	lanes: fc.array(fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }), { maxLength: 40 }),
	concurrency: fc.integer({ min: 1, max: 12 }),
	ticks: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 40, maxLength: 40 }),
});

test('every task runs once, never more at once than asked, and a lane in order and alone', async () => {
	await fc.assert(
		fc.asyncProperty(plan, async ({ lanes, concurrency, ticks }) => {
			const started: number[] = [];
			const running = new Set<number>();
			await runPool(lanes.length, { concurrency, interval: 0, laneOf: (index) => lanes[index], stopped: () => false }, async (index) => {
				const together = [...running].map((other) => lanes[other]);
				if (lanes[index] !== undefined && together.includes(lanes[index])) throw new Error('two of one lane at once');
				running.add(index);
				started.push(index);
				if (running.size > concurrency) throw new Error('more than asked');
				for (let n = 0; n < ticks[index]; n++) await tick();
				running.delete(index);
			});
			expect([...started].sort((a, b) => a - b)).toEqual(lanes.map((_, index) => index));
			for (const lane of ['a', 'b', 'c']) {
				const ofLane = started.filter((index) => lanes[index] === lane);
				expect(ofLane).toEqual([...ofLane].sort((a, b) => a - b));
			}
		}),
		{ numRuns: 300 },
	);
});

test('nothing starts after a stop, and what is under way is waited for', async () => {
	const ended: number[] = [];
	let stop = false;
	await runPool(20, { concurrency: 4, interval: 0, laneOf: () => undefined, stopped: () => stop }, async (index) => {
		await tick();
		if (index === 2) stop = true;
		await tick();
		ended.push(index);
	});
	expect(ended.sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
});

test('a pause between requests keeps the starts apart', async () => {
	const starts: number[] = [];
	await runPool(4, { concurrency: 4, interval: 30, laneOf: () => undefined, stopped: () => false }, async () => {
		starts.push(Date.now());
	});
	const gaps = starts.slice(1).map((start, index) => start - starts[index]);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(28);
});
