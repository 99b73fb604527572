// Ten thousand rows of stock through the real n8n in bulk, beside one call a row.
import assert from 'node:assert/strict';
import { signInToCrux } from '../crux-client.mjs';
import { readExample } from '../examples.mjs';
import { countMemoryAnew, megabytes, memoryOf } from '../memory.mjs';
import { rowsOf } from '../n8n-client.mjs';
import { startSimulator } from '../simulator.mjs';

const ROWS = 10_000;
const PER_CALL = 500;
const SAMPLE = 500;
/** Milliseconds that a call takes, there and back, over the internet. */
const LATENCY = 100;
const TIMES_FASTER = 20;
const SKUS_PER_ITEM = 4;
/** Every so manieth row names a SKU that nobody has. */
const UNKNOWN = 333;
/** The node that writes, in both examples. */
const WRITER = 'Update Inventory';

const skuOf = (serial) => `SKU-${String(serial).padStart(4, '0')}`;

/** Rows of a stock feed, each with a column of its own; the quantities count on from the first, so that each run leaves others behind. */
const stockRows = (count, first) =>
	Array.from({ length: count }, (_, index) => {
		const isUnknown = index % UNKNOWN === UNKNOWN - 1;
		return { item: `ITEM-${Math.ceil((index + 1) / SKUS_PER_ITEM)}`, sku: isUnknown ? `NONE-${index + 1}` : skuOf(index + 1), stock: first + index, bin: `Aisle ${index % 40}, shelf ${index}`, isUnknown };
	});

const csvOf = (rows) => ['item_id,sku_id,quantity_in_stock,bin', ...rows.map(({ item, sku, stock, bin }) => `${item},${sku},${stock},"${bin}"`)].join('\n');

/**
 * An example with another text in the node that holds its file, up to the node that writes: n8n's own node after it takes longer than all before.
 * @param writer parameters of the node that writes, over its own, and its settings
 */
function withFile({ name, nodes, connections, settings }, rows, { parameters, ...more } = {}) {
	for (const node of nodes) {
		const held = node.parameters.assignments?.assignments.find((one) => one.name === 'csv');
		if (held) held.value = csvOf(rows);
		if (node.name === WRITER) Object.assign(node, more, { parameters: { ...node.parameters, options: {}, ...parameters } });
	}
	const { [WRITER]: _, ...kept } = connections;
	return { name: `${name}: ${rows.length} rows`, nodes: nodes.filter((node) => node.name !== 'Report'), connections: kept, settings };
}

const bulk = { operation: 'updateInventoryBulk', report: 'all' };
const inItem = ({ json: { error, details, ...done } }) => (error ? details.row.columns : done);

/**
 * The ways to give the rows: one text; the items of a file or a sheet as one list, by one expression; or field by field,
 * where n8n's own work for three expressions an item takes most of the time, as it does with a call a row.
 */
const FEEDS = {
	'one CSV text': { example: 'stock-feed-bulk', columnsOf: inItem },
	'one list of all input items': { example: 'stock-update', writer: { executeOnce: true, parameters: { ...bulk, rowsFrom: 'json', rowsJson: '={{ $input.all().map((row) => row.json) }}' } }, columnsOf: inItem },
	'input items, field by field': { example: 'stock-update', writer: { parameters: { ...bulk, rowsFrom: 'items' } }, columnsOf: ({ pairedItem }, rows) => rows[pairedItem.item], isSlow: true },
};

/** Runs a workflow; gives the time of its node that writes, of the whole, and the most memory that n8n took meanwhile. */
async function measured({ n8n, client }, workflow) {
	const { id } = await client.importWorkflow(workflow);
	const before = countMemoryAnew(n8n.pid);
	const from = Date.now();
	const run = await client.run(id, 'Start', 300_000);
	const whole = Date.now() - from;
	assert.equal(run.status, 'success', JSON.stringify(run.data?.resultData?.error?.message));
	return { run, whole, writing: run.data.resultData.runData[WRITER][0].executionTime, memory: { before, most: memoryOf(n8n.pid, 'VmHWM') } };
}

const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;

/** Nothing is lost on the way and nothing sent twice: what was carried out holds each row once. */
function checkCalls(calls, rows) {
	const carriedOut = calls.filter(({ status }) => status === 200);
	assert.deepEqual([calls.length, carriedOut.length, calls.filter(({ status }) => status === 429).length], [ROWS / PER_CALL + 1, ROWS / PER_CALL, 1]);
	const sent = carriedOut.flatMap(({ body }) => body.map((element) => [element.sku_id, element.quantity_in_stock]));
	assert.deepEqual(sent.sort(), rows.map(({ sku, stock }) => [sku, stock]).sort());
}

/** An item for each row, in order, with what became of it and the row's own columns, in it or by its link to the item that came in. */
function checkReport(run, rows, columnsOf) {
	const items = run.data.resultData.runData[WRITER][0].data.main[0];
	const came = run.data.resultData.runData.Rows?.[0].data.main[0].map(({ json }) => json);
	assert.equal(items.length, rows.length);
	rows.forEach(({ item, sku, bin, isUnknown }, index) => {
		const { error, details, message } = items[index].json;
		const { item_id, sku_id, bin: own } = columnsOf(items[index], came);
		assert.deepEqual([item_id, sku_id, own], [item, sku, bin], `row ${index + 1}`);
		if (isUnknown) assert.ok(error.includes(sku) && details.outcome === 'not done', `row ${index + 1}: ${error}`);
		else assert.deepEqual([error, message], [undefined, 'success'], `row ${index + 1}`);
	});
}

async function checkStored(account, rows) {
	const { ask } = await signInToCrux(account);
	const pages = await Promise.all(Array.from({ length: ROWS / PER_CALL }, (_, page) => ask('GET', `/timp/products/skus/?start=${page * PER_CALL}&limit=${PER_CALL}`)));
	const stored = new Map(pages.flatMap(({ skus }) => skus.map((sku) => [sku.sku_id, sku.quantity_in_stock])));
	for (const { sku, stock, isUnknown } of rows) assert.equal(stored.get(sku), isUnknown ? undefined : stock, sku);
}

/** Runs one feed; the tenth call is refused once, for being one too many. */
async function feed({ n8n, client, simulator, saved }, { example, writer, columnsOf }, first) {
	const rows = stockRows(ROWS, first);
	await simulator.control('DELETE', 'faults');
	await simulator.control('POST', 'faults', { service: 'crux', path: '/timp/products/skus/inventory/bulk/', status: 429, headers: { 'retry-after': '1' }, after: 9, count: 1 });
	const before = (await simulator.calls()).length;
	const result = await measured({ n8n, client }, withFile(readExample(example, saved), rows, writer));
	checkReport(result.run, rows, columnsOf);
	checkCalls((await simulator.calls()).slice(before).filter(({ path }) => path.endsWith('/inventory/bulk/')), rows);
	await checkStored(simulator.accounts.cruxSupplier, rows);
	return result;
}

/** How long a call a row takes, by the same node with the same options, on fewer rows. */
async function oneByOne({ n8n, client, simulator, saved }) {
	await simulator.control('DELETE', 'faults');
	const { run, writing } = await measured({ n8n, client }, withFile(readExample('stock-update', saved), stockRows(SAMPLE, 1)));
	assert.equal(rowsOf(run, WRITER).length, SAMPLE);
	return (writing / SAMPLE) * ROWS;
}

/**
 * Runs all of it against a simulator of its own, which has ten thousand SKUs and the latency of a far service.
 * @param isWhole with the feed in which n8n's own expressions take most of the time
 */
export async function checkStock(report, { n8n, client }, isWhole = false) {
	const simulator = await startSimulator(0, { latency: LATENCY, items: ROWS / SKUS_PER_ITEM });
	try {
		const { type, data } = simulator.accounts.cruxSupplier;
		const { id, name } = await client.createCredential(type, 'Crux Connect supplier (far simulator)', data);
		const at = { n8n, client, simulator, saved: { cruxSupplier: { id, name, type } } };
		const runs = [];
		for (const [index, [from, one]] of Object.entries(FEEDS).filter(([, { isSlow }]) => isWhole || !isSlow).entries()) {
			await report.check(`${ROWS} rows of stock from ${from} go in ${ROWS / PER_CALL} calls, one of them refused in between: an item for each row, nothing lost, nothing sent twice`, async () => {
				const { writing, whole, memory } = await feed(at, one, (index + 1) * 100_000);
				if (!one.isSlow) runs.push(writing);
				console.log(`    ${seconds(writing)} in the node, a pause of 1 s in it; the whole workflow ${seconds(whole)}; memory of n8n ${megabytes(memory.before)} before, ${megabytes(memory.most)} at most`);
			});
		}
		await report.check(`at ${LATENCY} ms a call, five at once, one text or one list is at least ${TIMES_FASTER} times as fast as a call a row`, async () => {
			const single = await oneByOne(at);
			const ratios = runs.map((writing) => single / writing);
			console.log(`    a call a row: ${seconds((single / ROWS) * SAMPLE)} for ${SAMPLE} rows, so ${seconds(single)} for ${ROWS}: ${ratios.map((ratio) => ratio.toFixed(0)).join(' and ')} times as long`);
			assert.ok(runs.length === 2 && Math.min(...ratios) >= TIMES_FASTER, `only ${ratios.map((ratio) => ratio.toFixed(1)).join(' and ')} times`);
		});
	} finally {
		await simulator.stop();
	}
}
