// Return All of 100,000 records: the heap that execute needs at its peak over the heap that its output keeps.
import { loadEngine } from '../support/harness.mjs';
import { line, summary } from '../support/measure.mjs';
import { startServer } from '../support/server.mjs';

const RECORDS = 100_000;
const ROUNDS = 3;
const MEGABYTE = 2 ** 20;
/** Pages between two collections where the heap in real use is looked at: each costs a tenth of a second. */
const PAGES_BETWEEN = 20;

const used = () => process.memoryUsage().heapUsed;
const parameters = (simplify, more = { returnAll: true }) => ({ apiVersion: 'timp', resource: 'sku', operation: 'getAll', simplify, ...more });

function settled() {
	for (let times = 0; times < 3; times++) globalThis.gc();
	return used();
}

/** Highest heap while `work` runs: by a timer, at each page and at both ends; or only what is in use after collecting. */
async function highest(engine, collecting, work) {
	let [peak, pages] = [0, 0];
	const look = () => {
		peak = Math.max(peak, used());
	};
	const { cruxApi } = engine.credentialTypes;
	const { authenticate } = cruxApi;
	// n8n calls this just before each request: the boundary between two pages.
	cruxApi.authenticate = async (...given) => {
		if (collecting && pages++ % PAGES_BETWEEN === 0) globalThis.gc();
		if (!collecting || pages % PAGES_BETWEEN === 1) look();
		return await authenticate(...given);
	};
	const timer = collecting ? undefined : setInterval(look, 5);
	try {
		const result = await work(look);
		return { result, peak };
	} finally {
		clearInterval(timer);
		cruxApi.authenticate = authenticate;
	}
}

async function round(engine, url, simplify, collecting) {
	const before = settled();
	const started = performance.now();
	const { result, peak } = await highest(engine, collecting, async (look) => {
		engine.onEnd(() => {
			if (collecting) globalThis.gc();
			look();
		});
		return (await engine.run(url, parameters(simplify), [{}])).items;
	});
	const seconds = (performance.now() - started) / 1000;
	const kept = settled() - before;
	if (result.length !== RECORDS) throw new Error(`${result.length} records came instead of ${RECORDS}`);
	return { ratio: (peak - before) / kept, peak: (peak - before) / MEGABYTE, kept: kept / MEGABYTE, seconds };
}

async function compare(engine, url, simplify) {
	const rounds = [];
	for (let index = 0; index < ROUNDS; index++) rounds.push(await round(engine, url, simplify, false));
	const collected = await round(engine, url, simplify, true);
	const of = (name) => summary(rounds.map((one) => one[name]));
	const label = simplify ? 'Simplify on' : 'Simplify off';
	const note = `${of('peak').median.toFixed(0)} MB over ${of('kept').median.toFixed(0)} MB, ${of('seconds').median.toFixed(1)} s`;
	const lines = [
		line(`${label}: peak heap over kept output`, of('ratio'), { atMost: 1.5, note }),
		line(`${label}: in use at the pages and at the end`, collected.ratio, { note: 'collected before looking: without garbage that waits' }),
	];
	return { lines, rounds, collected };
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	const server = await startServer();
	const engine = loadEngine(root);
	const url = server.url(0);
	await engine.run(url, parameters(true, { returnAll: false, limit: 5_000 }), [{}]);
	const cases = [await compare(engine, url, true), await compare(engine, url, false)];
	server.stop();
	return { lines: cases.flatMap(({ lines }) => lines), facts: [`${RECORDS} records of about 1.3 KB in pages of 500`], cases };
}
