// Ten thousand rows of stock through the real n8n in bulk, beside one call a row.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { signInToCrux } from '../crux-client.mjs';
import { readExample } from '../examples.mjs';
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
const MEGABYTE = 1024 ** 2;

const skuOf = (serial) => `SKU-${String(serial).padStart(4, '0')}`;

/** Rows of a stock feed, each with a column of its own and a quantity that no other run leaves behind. */
const stockRows = (count) =>
	Array.from({ length: count }, (_, index) => {
		const isUnknown = index % UNKNOWN === UNKNOWN - 1;
		return { item: `ITEM-${Math.ceil((index + 1) / SKUS_PER_ITEM)}`, sku: isUnknown ? `NONE-${index + 1}` : skuOf(index + 1), stock: 1_000 + index, bin: `Aisle ${index % 40}, shelf ${index}`, isUnknown };
	});

const csvOf = (rows) => ['item_id,sku_id,quantity_in_stock,bin', ...rows.map(({ item, sku, stock, bin }) => `${item},${sku},${stock},"${bin}"`)].join('\n');

/** An example with another text in the node that holds its file. */
function withFile(workflow, rows) {
	for (const { parameters } of workflow.nodes) {
		const held = parameters.assignments?.assignments.find(({ name }) => name === 'csv');
		if (held) held.value = csvOf(rows);
	}
	return { ...workflow, name: `${workflow.name}: ${rows.length} rows` };
}

/** What Linux says of the memory of a process, in bytes; elsewhere nothing. */
function memoryOf(pid, name) {
	const file = `/proc/${pid}/status`;
	const found = existsSync(file) && new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'));
	return found ? Number(found[1]) * 1024 : undefined;
}

/** Runs a workflow; gives the time of its node that writes, of the whole, and the most memory that n8n took meanwhile. */
async function measured({ n8n, client }, workflow) {
	const { id } = await client.importWorkflow(workflow);
	const before = memoryOf(n8n.pid, 'VmRSS');
	// Makes Linux count the highest value anew.
	if (before) writeFileSync(`/proc/${n8n.pid}/clear_refs`, '5');
	const from = Date.now();
	const run = await client.run(id, 'Start', 300_000);
	const whole = Date.now() - from;
	assert.equal(run.status, 'success', JSON.stringify(run.data?.resultData?.error?.message));
	return { run, whole, writing: run.data.resultData.runData['Update Inventory'][0].executionTime, memory: { before, most: memoryOf(n8n.pid, 'VmHWM') } };
}

const seconds = (milliseconds) => `${(milliseconds / 1_000).toFixed(1)} s`;
const megabytes = (bytes) => (bytes ? `${Math.round(bytes / MEGABYTE)} MB` : 'not known here');

/** Nothing is lost on the way and nothing sent twice: what was carried out holds each row once. */
function checkCalls(calls, rows) {
	const carriedOut = calls.filter(({ status }) => status === 200);
	assert.deepEqual([calls.length, carriedOut.length, calls.filter(({ status }) => status === 429).length], [ROWS / PER_CALL + 1, ROWS / PER_CALL, 1]);
	const sent = carriedOut.flatMap(({ body }) => body.map((element) => [element.sku_id, element.quantity_in_stock]));
	assert.deepEqual(sent.sort(), rows.map(({ sku, stock }) => [sku, stock]).sort());
}

/** A line for each row, in order, with the row's own columns and what became of it. */
function checkReport(lines, rows) {
	assert.equal(lines.length, rows.length);
	rows.forEach(({ item, sku, bin, isUnknown }, index) => {
		const { message, ...line } = lines[index];
		assert.deepEqual(line, { item_id: item, sku_id: sku, bin, status: isUnknown ? 'failed' : 'updated' }, `row ${index + 1}`);
		assert.ok(isUnknown ? message.includes(sku) : message === 'success', `row ${index + 1}: ${message}`);
	});
}

async function checkStored(account, rows) {
	const { ask } = await signInToCrux(account);
	const pages = await Promise.all(Array.from({ length: ROWS / PER_CALL }, (_, page) => ask('GET', `/timp/products/skus/?start=${page * PER_CALL}&limit=${PER_CALL}`)));
	const stored = new Map(pages.flatMap(({ skus }) => skus.map((sku) => [sku.sku_id, sku.quantity_in_stock])));
	for (const { sku, stock, isUnknown } of rows) assert.equal(stored.get(sku), isUnknown ? undefined : stock, sku);
}

/** Runs both against a simulator of its own, which has ten thousand SKUs and the latency of a far service. */
export async function checkStock(report, { n8n, client }) {
	const simulator = await startSimulator(0, { latency: LATENCY, items: ROWS / SKUS_PER_ITEM });
	try {
		const { type, data } = simulator.accounts.cruxSupplier;
		const { id, name } = await client.createCredential(type, 'Crux Connect supplier (far simulator)', data);
		const saved = { cruxSupplier: { id, name, type } };
		const bulk = await report.check(`${ROWS} rows of stock go in ${ROWS / PER_CALL} calls, one of them refused in between: a line for each row, nothing lost, nothing sent twice`, async () => {
			const rows = stockRows(ROWS);
			await simulator.control('POST', 'faults', { service: 'crux', path: '/timp/products/skus/inventory/bulk/', status: 429, headers: { 'retry-after': '1' }, after: 9, count: 1 });
			const result = await measured({ n8n, client }, withFile(readExample('stock-feed-bulk', saved), rows));
			checkReport(rowsOf(result.run, 'Report'), rows);
			checkCalls((await simulator.calls()).filter(({ path }) => path.endsWith('/inventory/bulk/')), rows);
			await checkStored(simulator.accounts.cruxSupplier, rows);
			return result;
		});
		await report.check(`at ${LATENCY} ms a call that is at least ${TIMES_FASTER} times as fast as a call a row`, async () => {
			await simulator.control('DELETE', 'faults');
			const single = await measured({ n8n, client }, withFile(readExample('stock-update', saved), stockRows(SAMPLE)));
			assert.equal(rowsOf(single.run, 'Report').length, SAMPLE);
			const scaled = (single.writing / SAMPLE) * ROWS;
			const ratio = scaled / bulk.writing;
			console.log(`    ${ROWS} rows in bulk: ${seconds(bulk.writing)} in the node, a pause of 1 s for the refused call in it; the whole workflow ${seconds(bulk.whole)}`);
			console.log(`    a call a row: ${SAMPLE} rows, 10 at a time, in ${seconds(single.writing)}, so ${seconds(scaled)} for ${ROWS}: ${ratio.toFixed(0)} times as long`);
			console.log(`    memory of n8n: ${megabytes(bulk.memory.before)} before, ${megabytes(bulk.memory.most)} at most while ${ROWS} rows went through`);
			assert.ok(ratio >= TIMES_FASTER, `only ${ratio.toFixed(1)} times`);
		});
	} finally {
		await simulator.stop();
	}
}
