/** What runs, and what waits for its end, by name. */
const running = new Map<string, Promise<unknown>>();
const waiting = new Set<string>();

/**
 * Runs work of one name one after the other: n8n starts a poll although the one before is not done. One may wait; what
 * comes while one waits is left out, as the waiting one will do the same.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T | null> {
	if (running.has(name)) {
		if (waiting.has(name)) return null;
		waiting.add(name);
		while (running.has(name)) await running.get(name)!.catch(() => undefined);
		waiting.delete(name);
	}
	const run = work().finally(() => running.delete(name));
	running.set(name, run);
	return await run;
}
