import { sleep } from 'n8n-workflow';

export interface PoolOptions {
	/** Most tasks under way at once. */
	concurrency: number;
	/** Milliseconds between the starts of two tasks, 0 for none. */
	interval: number;
	/** Tasks of one lane run one after the other, in order. */
	laneOf: (index: number) => string | undefined;
	/** Asked before each start: true ends the run without starting more. */
	stopped: () => boolean;
}

/** Hands out task numbers in order, but never two of one lane at once. */
class Queue {
	private next = 0;
	private readonly ready: number[] = [];
	private readonly waiting = new Map<string, number[]>();

	constructor(
		private readonly size: number,
		private readonly laneOf: PoolOptions['laneOf'],
	) {}

	take(): number | undefined {
		const ready = this.ready.shift();
		if (ready !== undefined) return ready;
		while (this.next < this.size) {
			const index = this.next++;
			const lane = this.laneOf(index);
			if (lane === undefined) return index;
			const queued = this.waiting.get(lane);
			if (!queued) {
				this.waiting.set(lane, []);
				return index;
			}
			queued.push(index);
		}
		return undefined;
	}

	/** Frees the lane of a finished task for its next one. */
	done(index: number): void {
		const lane = this.laneOf(index);
		if (lane === undefined) return;
		const follower = this.waiting.get(lane)?.shift();
		if (follower === undefined) this.waiting.delete(lane);
		else this.ready.push(follower);
	}
}

/**
 * Runs `size` tasks, at most `concurrency` at once; resolves when all that were started have ended. A task must not
 * throw.
 */
export async function runPool(size: number, options: PoolOptions, task: (index: number) => Promise<void>): Promise<void> {
	const queue = new Queue(size, options.laneOf);
	const running = new Set<Promise<void>>();
	let start = 0;
	for (;;) {
		const index = running.size < options.concurrency && !options.stopped() ? queue.take() : undefined;
		if (index === undefined) {
			if (!running.size) return;
			await Promise.race(running);
			continue;
		}
		if (options.interval) {
			await pause(start - Date.now(), options.stopped);
			if (options.stopped()) continue;
			start = Date.now() + options.interval;
		}
		const run: Promise<void> = task(index).finally(() => {
			running.delete(run);
			queue.done(index);
		});
		running.add(run);
	}
}

/** Waits in slices, so that a stopped workflow does not wait to the end. */
export async function pause(milliseconds: number, stopped: () => boolean): Promise<void> {
	const end = Date.now() + milliseconds;
	while (Date.now() < end && !stopped()) await sleep(Math.min(250, end - Date.now()));
}
