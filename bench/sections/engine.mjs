// 1,000 single writes through n8n's engine against a bare fetch loop at the same concurrency.
import { bareLoop, loadEngine, rate, stockRows } from '../support/harness.mjs';
import { interleave, line, median, paired } from '../support/measure.mjs';
import { startServer, startSimulatorProcess } from '../support/server.mjs';

const ROWS = 1_000;
/** Those at 0 ms stand first and warm up the others. */
const CASES = [
	{ latency: 0, concurrency: 10, rows: ROWS, rounds: 3, warmUp: 1 },
	{ latency: 0, concurrency: 50, rows: ROWS, rounds: 2 },
	{ latency: 0, concurrency: 1, rows: ROWS, rounds: 2 },
	{ latency: 50, concurrency: 10, rows: ROWS, rounds: 3, helper: true, atLeast: 85 },
	{ latency: 50, concurrency: 50, rows: ROWS, rounds: 2 },
	{ latency: 50, concurrency: 1, rows: 40, rounds: 2 },
];

/** Which server slows a client down: the simulator keeps an account and checks contracts. */
async function compareServers(server) {
	const simulator = await startSimulatorProcess();
	const rows = stockRows(ROWS).map((row, index) => ({ ...row, sku: simulator.skus[index % simulator.skus.length] }));
	const sides = { own: () => bareLoop(server.url(0), rows, 50), simulator: () => bareLoop(simulator.url, rows, 50, simulator.token) };
	const times = await interleave(sides, { rounds: 3 });
	simulator.stop();
	const [own, simulated] = [rate(ROWS, times.own), rate(ROWS, times.simulator)];
	const text = `server: the bench's own, ${own.toFixed(0)} requests a second at concurrency 50; the simulator would give ${simulated.toFixed(0)}`;
	return { own, simulator: simulated, text };
}

async function compare(engine, server, { latency, concurrency, rows: count, rounds, warmUp = 0, helper, atLeast }) {
	const [url, rows] = [server.url(latency), stockRows(count)];
	const most = [];
	const sides = {
		bare: () => bareLoop(url, rows, concurrency),
		ours: async () => {
			await server.counts();
			const { wall } = await engine.ours(url, rows, concurrency);
			most.push((await server.counts()).most);
			return wall;
		},
		...(helper ? { helper: async () => (await engine.helper(url, rows, concurrency)).wall } : {}),
	};
	const times = await interleave(sides, { rounds, warmUp });
	const share = (name) => paired(times.bare, times[name], (bare, other) => (bare / other) * 100);
	const rates = Object.fromEntries(Object.keys(times).map((name) => [name, rate(count, times[name])]));
	const note = `${rates.ours.toFixed(0)}/s against ${rates.bare.toFixed(0)}/s; most in flight ${Math.max(...most)}`;
	const label = `${latency} ms, concurrency ${concurrency}`;
	const lines = [
		line(`${label}: share of a bare fetch loop`, share('ours'), { unit: '%', digits: 1, atLeast, note: count === ROWS ? note : `${note}; ${count} rows` }),
	];
	if (helper)
		lines.push(line(`${label}: the same by a node of only n8n's helper`, share('helper'), { unit: '%', digits: 1, note: `${rates.helper.toFixed(0)}/s` }));
	return {
		lines,
		most: Math.max(...most),
		concurrency,
		label,
		rates,
		milliseconds: Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
	};
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	const server = await startServer();
	const servers = await compareServers(server);
	const engine = loadEngine(root);
	await engine.ours(server.url(0), stockRows(ROWS), 10);
	const cases = [];
	for (const one of CASES) cases.push(await compare(engine, server, one));
	server.stop();
	const over = cases.filter(({ most, concurrency }) => most > concurrency);
	const note = over.map(({ label, most }) => `${label}: ${most}`).join('; ') || 'counted by the server, over all cases';
	const lines = [...cases.flatMap((one) => one.lines), line('cases with more in flight than asked', over.length, { digits: 0, atMost: 0, note })];
	return { lines, facts: [servers.text, 'time of the whole WorkflowExecute, not of execute alone'], servers, cases };
}
