// eBay prices by SKU: a sheet of ten thousand rows against one call a row.
import { loadEngine, priceRows } from '../support/harness.mjs';
import { line } from '../support/measure.mjs';
import { startServer } from '../support/server.mjs';

const ROWS = 10_000;
const CONCURRENCY = 5;
/** Milliseconds to an answer; what eBay takes is not known here, so two are shown. */
const LATENCIES = [{ latency: 500, atLeast: 20 }, { latency: 100 }];
/** One call after the other takes a quarter of an hour for ten thousand rows: its rate is measured on fewer. */
const FEW = 100;

/** A run with what the server has counted, and seconds for ten thousand rows. */
async function timed(engine, server, latency, rows, options = {}) {
	const url = server.url(latency);
	await server.counts();
	const { wall, cpu } = await engine.prices(url, rows, { concurrency: CONCURRENCY, ...options });
	const { requests, most } = await server.counts();
	return { seconds: ((wall / 1000) * ROWS) / rows.length, cpu: cpu / 1000, requests, most };
}

async function compare(engine, server, { latency, atLeast }) {
	// The first run signs in.
	await timed(engine, server, latency, priceRows(25, true));
	const bulk = await timed(engine, server, latency, priceRows(ROWS, true));
	const single = await timed(engine, server, latency, priceRows(FEW, true), { batchSize: 1 });
	const note = `${bulk.requests} calls in ${bulk.seconds.toFixed(1)} s; one call a row ${single.seconds.toFixed(0)} s (from ${FEW} rows); most in flight ${Math.max(bulk.most, single.most)}`;
	return { lines: [line(`${latency} ms: 10,000 rows with offer IDs, times as fast as one call a row`, single.seconds / bulk.seconds, { digits: 1, note, atLeast })], latency, bulk, single };
}

async function withoutIds(engine, server) {
	const { seconds, requests, most } = await timed(engine, server, 0, priceRows(ROWS, false));
	return line('0 ms: 10,000 rows without offer IDs', seconds, { unit: 's', digits: 1, note: `${requests} requests, most in flight ${most}` });
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	const server = await startServer();
	const engine = loadEngine(root);
	const cases = [];
	for (const one of LATENCIES) cases.push(await compare(engine, server, one));
	const lines = [...cases.flatMap((one) => one.lines), await withoutIds(engine, server)];
	server.stop();
	return { lines, facts: [`concurrency ${CONCURRENCY} on every side; processor time of execute ${cases[0].bulk.cpu.toFixed(1)} s for 10,000 rows, most of it n8n's expressions`], cases };
}
