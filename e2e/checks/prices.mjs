// Ten thousand prices from a sheet through the real n8n.
import assert from 'node:assert/strict';
import { readExample } from '../examples.mjs';
import { countMemoryAnew, megabytes, memoryOf } from '../memory.mjs';
import { rowsOf } from '../n8n-client.mjs';

const ROWS = 10_000;
const PER_CALL = 25;
const BULK = '/sell/inventory/v1/bulk_update_price_quantity';
const LONGEST = 300_000;
const WRITER = 'Update Price and Quantity';

/** A row of the generated sheet; the simulator's listings are numbered the same way. */
const rowAt = (index) => ({ sku: `BULK-${String(index).padStart(5, '0')}`, offer_id: String(8_500_000_000 + index), price: `${10 + (index % 90)}.50`, quantity: String(index % 40) });

const sheet = () => ['sku,offer_id,price,quantity', ...Array.from({ length: ROWS }, (_, index) => Object.values(rowAt(index)).join(','))].join('\n');

/** The example with another sheet in it, up to the node that writes: n8n's own node behind it takes longer than all before. Nearly every row changes, so nothing is read before. */
function workflowOf(saved) {
	const workflow = readExample('prices-to-ebay', saved);
	const parametersOf = (name) => workflow.nodes.find((node) => node.name === name).parameters;
	parametersOf('Price Sheet').assignments.assignments[0].value = sheet();
	parametersOf(WRITER).compareFirst = false;
	const { [WRITER]: _, ...connections } = workflow.connections;
	const behind = workflow.connections[WRITER].main.flat().map(({ node }) => node);
	return { ...workflow, name: `${workflow.name}: ${ROWS} rows`, connections, nodes: workflow.nodes.filter(({ name }) => !behind.includes(name)) };
}

/** One run by the editor's button: every row is reported, in 400 calls, and each listing is changed as the sheet says. */
export async function checkPrices(report, { n8n, client, simulator, saved }) {
	await report.check(`${ROWS} prices of a sheet: ${ROWS / PER_CALL} calls, every row handed back with its offer ID`, async () => {
		await simulator.reset();
		await simulator.control('POST', 'listings', { count: ROWS });
		const { id } = await client.importWorkflow(workflowOf(saved));
		const before = countMemoryAnew(n8n.pid);
		const started = Date.now();
		const run = await client.run(id, 'Start', LONGEST);
		const seconds = (Date.now() - started) / 1000;
		const { executionTime } = run.data.resultData.runData[WRITER][0];
		console.log(`# ${ROWS} rows: ${seconds.toFixed(1)} s for the workflow, ${(executionTime / 1000).toFixed(1)} s of it for the node; memory of n8n ${megabytes(before)} before, ${megabytes(memoryOf(n8n.pid, 'VmHWM'))} at most`);
		assert.equal(run.status, 'success');
		const rows = rowsOf(run, WRITER);
		assert.equal(rows.length, ROWS);
		rows.forEach((row, index) => {
			const { offer_id: offerId, ...own } = rowAt(index);
			assert.deepEqual({ sku: row.sku, price: row.price, quantity: row.quantity, offerId: row.offerId, status: row.status }, { ...own, offerId, status: 'done' });
		});
		const writes = (await simulator.calls()).filter(({ path, status }) => path === BULK && status !== 401);
		assert.equal(writes.length, ROWS / PER_CALL);
		const sent = writes.flatMap(({ body }) => body.requests.map(({ sku, offers: [{ price, availableQuantity }] }) => [sku, price.value, String(availableQuantity)]));
		assert.deepEqual(sent.sort(), Array.from({ length: ROWS }, (_, index) => rowAt(index)).map(({ sku, price, quantity }) => [sku, price, quantity]).sort());
	});
}
