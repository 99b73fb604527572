// The real n8n: our node against other ways to make the same call from a workflow.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { bareLoop, rate, stockRows } from '../support/harness.mjs';
import { interleave, line, paired } from '../support/measure.mjs';
import { isInstalled, startRealN8n } from '../support/real-n8n.mjs';
import { startServer } from '../support/server.mjs';

/** One call after the other at 50 ms takes most of a minute for 1,000 rows: its rate is measured on fewer. */
const FEW = 60;
const CASES = [
	{ latency: 0, rows: 500, rounds: 2 },
	{ latency: 50, rows: 1_000, rounds: 2, atLeast: 85 },
];
const NAMES = {
	helper: "a node of only n8n's helper",
	httpRequest: 'the HTTP Request node, batching 10',
	declarative: 'a declarative node',
	oneByOne: 'a programmatic node, one by one',
};

/** Each side that works, after a short run; why the others do not. */
async function probe(n8n, url) {
	const broken = {};
	for (const side of ['ours', ...Object.keys(NAMES)]) {
		await n8n.run(side, { url, latency: 0, rows: 250 }).catch((error) => {
			broken[side] = error.message;
		});
	}
	if (broken.ours) throw new Error(broken.ours);
	return broken;
}

function linesOf({ latency, rows: all, atLeast }, { times, most, count, broken }) {
	const perSecond = (side) => `${rate(1, times[side]).toFixed(0)}/s`;
	const share = paired(times.bare, times.ours, (base, ours) => (base / ours) * 100);
	const note = `${perSecond('ours')} against ${perSecond('bare')}; most in flight ${most.ours}`;
	const against = ([side, name]) => {
		const what = `${latency} ms: times as fast as ${name}`;
		if (broken[side]) return line(what, NaN, { note: `not measured: ${broken[side]}` });
		const rows = count(side) === all ? '' : `; ${count(side)} rows`;
		return line(
			what,
			paired(times[side], times.ours, (other, ours) => other / ours),
			{ note: `${perSecond(side)}; most in flight ${most[side]}${rows}` },
		);
	};
	return [
		line(`${latency} ms, concurrency 10: share of a bare fetch loop`, share, { unit: '%', digits: 1, note, atLeast }),
		...Object.entries(NAMES).map(against),
	];
}

async function compare(n8n, server, broken, one) {
	const { latency, rows, rounds } = one;
	const url = server.url(latency);
	const most = {};
	const count = (side) => (side === 'oneByOne' && latency > 0 ? FEW : rows);
	const timed = (side) => async () => {
		await server.counts();
		const milliseconds = await n8n.run(side, { url, latency, rows: count(side) });
		most[side] = Math.max(most[side] ?? 0, (await server.counts()).most);
		return milliseconds / count(side);
	};
	// The first run with a credential signs in.
	await n8n.run('ours', { url, latency, rows: 10 });
	const bare = async () => (await bareLoop(url, stockRows(rows), 10)) / rows;
	const working = ['ours', ...Object.keys(NAMES)].filter((side) => !broken[side]);
	const sides = { bare, ...Object.fromEntries(working.map((side) => [side, timed(side)])) };
	const times = await interleave(sides, { rounds, warmUp: 0 });
	return { lines: linesOf(one, { times, most, count, broken }), latency, most, times };
}

/** @param {string} root folder of the built package */
export async function measure(root) {
	if (!isInstalled()) return { skipped: 'the real n8n is not installed here; "npm run e2e" or "npm start" installs it' };
	const server = await startServer();
	const n8n = await startRealN8n(mkdtempSync(path.join(path.dirname(root), 'real-')), root);
	try {
		const broken = await probe(n8n, server.url(0));
		const cases = [];
		for (const one of CASES) cases.push(await compare(n8n, server, broken, one));
		return {
			lines: cases.flatMap(({ lines }) => lines),
			facts: [`n8n ${n8n.version} with SQLite; the time that n8n notes for the node`],
			n8n: n8n.version,
			broken,
			cases,
		};
	} finally {
		await n8n.stop();
		server.stop();
	}
}
