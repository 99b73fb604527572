import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/**
 * Starts the measuring server, in a process of its own.
 * @returns {Promise<{ url(latency: number): string, counts(): Promise<{ requests: number, most: number }>, stop(): void }>}
 */
export async function startServer() {
	const child = fork(new URL('./server-process.mjs', import.meta.url), { execArgv: [] });
	const [{ port }] = await once(child, 'message');
	return {
		url: (latency) => `http://127.0.0.1:${port}/${latency}`,
		/** Requests, and most at once, since the last time this was asked. */
		counts: async () => {
			child.send('counts');
			return (await once(child, 'message'))[0];
		},
		stop: () => child.disconnect(),
	};
}

/** Starts the simulator in a process of its own, to compare the two servers. */
export async function startSimulatorProcess() {
	const entry = path.join(repository, 'bench/support/simulator-process.mjs');
	const child = fork(entry, { execArgv: ['--import', 'tsx'], cwd: repository });
	const [{ url, token, skus }] = await once(child, 'message');
	return { url, token, skus, stop: () => child.disconnect() };
}
