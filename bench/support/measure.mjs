/** The middle of some numbers. */
export function median(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median with the smallest and largest sample. */
export const summary = (samples) => ({ median: median(samples), min: Math.min(...samples), max: Math.max(...samples), samples });

/**
 * Runs all sides in turn, round by round (A B C A B C …), after rounds that do not count.
 * @param {Record<string, () => Promise<T>>} sides
 * @returns {Promise<Record<string, T[]>>} what each side gave, by round
 * @template T
 */
export async function interleave(sides, { rounds, warmUp = 1 }) {
	const results = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
	for (let round = -warmUp; round < rounds; round++) {
		for (const [name, side] of Object.entries(sides)) {
			const result = await side();
			if (round >= 0) results[name].push(result);
		}
	}
	return results;
}

/** Two lists of samples of the same rounds, combined round by round. */
export const paired = (a, b, combine) => summary(a.map((value, round) => combine(value, b[round])));

/** Runs `size` tasks with so many workers. */
export async function workers(size, concurrency, task) {
	let next = 0;
	const work = async () => {
		while (next < size) await task(next++);
	};
	await Promise.all(Array.from({ length: Math.min(size, concurrency) }, work));
}

/**
 * One line of the table.
 * @param {string} what
 * @param {{ median: number, min?: number, max?: number } | number} value
 * @param {{ unit?: string, atLeast?: number, atMost?: number, reached?: boolean, figure?: string, note?: string, digits?: number }} [more]
 */
export function line(what, value, { unit = '', atLeast, atMost, digits = 2, note, ...given } = {}) {
	const measured = typeof value === 'number' ? { median: value } : value;
	const figure = given.figure ?? (atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : undefined);
	const judged = atLeast !== undefined ? measured.median >= atLeast : atMost !== undefined ? measured.median <= atMost : null;
	return { what, ...measured, unit, digits, figure: figure ?? null, reached: given.reached ?? judged, ...(note ? { note } : {}) };
}
