// The examples that a trigger starts, active on the real n8n: what someone does on Crux Connect comes through, once.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { signInToCrux } from '../crux-client.mjs';
import { readExample } from '../examples.mjs';
import { rowsOf } from '../n8n-client.mjs';
import { runsOf, waitFor } from './triggers.mjs';

/** n8n refuses a poll time that comes more than once a minute, but takes many of them. */
const EVERY = 3;
const pollTimes = { item: Array.from({ length: 60 / EVERY }, (_, index) => ({ mode: 'custom', cronExpression: `${index * EVERY} * * * * *` })) };
/** Two polls and some time to work. */
const TWO_POLLS = 2 * EVERY * 1_000 + 2_000;

const isTrigger = ({ type }) => type.endsWith('Trigger') && !type.startsWith('n8n-nodes-base.');
const sentTo = async (simulator, method, path) => (await simulator.calls()).filter((call) => call.method === method && path.test(call.path) && call.status < 300).map(({ body }) => body);

/** An order of the retailer, of two SKUs of the demo supplier. */
const orderOf = (number, supplier) => ({
	po_number: number,
	address: { name: 'Ada Lamb', address1: '1 Mill Lane', city: 'Salem', state: 'OR', postal_code: '97301' },
	skus: [['SKU-0101', 2], ['SKU-0102', 3]].map(([sku, quantity]) => ({ sku_id: sku, quantity, supplier_org_uuid: supplier })),
});

const linesOf = ({ line_items: lines }) => lines.map((line) => line.line_item_uuid);

/** What happens, and what must have come of it; each runs alone, as two of them act on new orders. */
const cases = {
	'new-orders-to-warehouse': {
		happens: async ({ retailer, supplierOrg }) => await retailer('POST', '/timp/orders/create/', orderOf('LIVE-1', supplierOrg)),
		comes: async ({ simulator, run, made }) => {
			assert.deepEqual(rowsOf(run, 'Pick List').map(({ po_number: po, sku_id: sku, pieces }) => [po, sku, pieces]), [['LIVE-1', 'SKU-0101', 2], ['LIVE-1', 'SKU-0102', 3]]);
			assert.deepEqual(await sentTo(simulator, 'PUT', /acknowledge/), [{ uuids: [{ order_uuid: made.order_uuid }] }]);
		},
	},
	'allocate-against-stock': {
		happens: async ({ retailer, supplier, supplierOrg }) => {
			await supplier('POST', '/timp/products/skus/inventory/bulk/', [{ sku_id: 'SKU-0101', quantity_in_stock: 9 }, { sku_id: 'SKU-0102', quantity_in_stock: 1 }]);
			return await retailer('POST', '/timp/orders/create/', orderOf('LIVE-2', supplierOrg));
		},
		comes: async ({ simulator, supplier, run, made }) => {
			assert.deepEqual(rowsOf(run, 'Report').map(({ sku_id: sku, accepted, status }) => [sku, accepted, status]), [['SKU-0101', 2, 'Allocated'], ['SKU-0102', 1, 'Backordered']]);
			assert.equal((await sentTo(simulator, 'PUT', /allocation/)).length, 1);
			const { line_items: lines } = await supplier('GET', `/timp/orders/${made.order_uuid}/`);
			assert.deepEqual(lines.map(({ allocation }) => [allocation.quantity_accepted, allocation.quantity_backordered]), [[2, 0], [1, 2]]);
		},
	},
	'shipped-orders-to-invoices': {
		// An order that is allocated before the workflow is activated.
		before: async ({ retailer, supplier, supplierOrg }) => {
			const { order_uuid: uuid } = await retailer('POST', '/timp/orders/create/', orderOf('LIVE-3', supplierOrg));
			const order = await supplier('GET', `/timp/orders/${uuid}/`);
			const allocation = (pieces) => ({ quantity_accepted: pieces, quantity_rejected: 0, quantity_backordered: 0 });
			await supplier('PUT', `/timp/orders/allocation/${uuid}/`, { line_items: linesOf(order).map((line, index) => ({ line_item_uuid: line, allocation: allocation(index + 2) })) });
			return order;
		},
		happens: async ({ supplier, made }) => {
			const [line] = linesOf(made);
			await supplier('POST', `/timp/orders/tracking/${made.order_uuid}/`, { tracking_number: '1Z-LIVE', line_items: [{ line_item_uuid: line, quantity_shipped: 2 }] });
		},
		comes: async ({ simulator, run, made }) => {
			assert.deepEqual(rowsOf(run, 'Report').map(({ po_number: po, invoice, status }) => [po, invoice, status]), [['LIVE-3', 'INV-LIVE-3-1', 'billed']]);
			const sent = await sentTo(simulator, 'POST', /invoices/);
			assert.deepEqual(sent.map(({ invoice_number: number, line_items: lines }) => [number, lines.map((line) => [line.line_item_uuid, line.quantity_invoiced])]), [['INV-LIVE-3-1', [[linesOf(made)[0], 2]]]]);
		},
		// The invoice is a change of the order too: it is looked at, and nothing is left to bill.
		follows: 1,
	},
	'inventory-list-to-offers': {
		// The last of them stands in no list.
		happens: async ({ supplier }) => await supplier('POST', '/timp/products/skus/inventory/bulk/', [['SKU-0052', 71], ['SKU-0053', 0], ['SKU-0200', 71]].map(([sku, stock]) => ({ sku_id: sku, quantity_in_stock: stock }))),
		comes: async ({ run }) => assert.deepEqual(rowsOf(run, 'Offers').map(({ sku_id: sku, pieces, status }) => [sku, pieces, status]), [['SKU-0052', 71, 'offer'], ['SKU-0053', 0, 'withdraw']]),
	},
};

/** Saves an example as a user has it, but for the times of its trigger. */
async function save(client, name, saved) {
	const workflow = readExample(name, saved);
	const nodes = workflow.nodes.map((node) => (isTrigger(node) ? { ...node, parameters: { ...node.parameters, pollTimes } } : node));
	return await client.importWorkflow({ ...workflow, name: `${workflow.name}: active`, nodes });
}

/** Activates a workflow and waits for the first poll to end. */
async function activate(client, simulator, { id, versionId }) {
	const asked = async () => (await simulator.calls()).filter(({ status }) => status === 200).length;
	const before = await asked();
	await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	for (const deadline = Date.now() + 20_000; (await asked()) === before; await sleep(200)) assert.ok(Date.now() < deadline, 'no poll within 20 seconds');
	await sleep(1_000);
	assert.deepEqual(await runsOf(client, id), []);
}

/** Runs one: activated, something happens, it comes through, and no later poll brings it again. */
async function live(name, { client, simulator, saved, world }) {
	const { before, happens, comes, follows = 0 } = cases[name];
	const early = await before?.(world);
	const workflow = await save(client, name, saved);
	try {
		await activate(client, simulator, workflow);
		const made = (await happens({ ...world, made: early })) ?? early;
		const [{ id }] = await waitFor(client, workflow.id);
		const run = await client.execution(id);
		assert.equal(run.status, 'success', JSON.stringify(run.data?.resultData?.error?.message));
		await sleep(TWO_POLLS);
		assert.equal((await runsOf(client, workflow.id)).length, 1 + follows, 'runs after two more polls');
		await comes({ ...world, simulator, run, made });
	} finally {
		await client.call('POST', `/rest/workflows/${workflow.id}/deactivate`, {});
	}
}

/** Activates each example that begins with a trigger. */
export async function checkActiveExamples(report, { client, simulator, saved }) {
	for (const name of Object.keys(cases)) {
		await report.check(`${name}, active: what happens on Crux Connect comes through at the next poll, once`, async () => {
			await simulator.reset();
			const [retailer, supplier] = [await signInToCrux(simulator.accounts.cruxRetailer), await signInToCrux(simulator.accounts.cruxSupplier)];
			await live(name, { client, simulator, saved, world: { retailer: retailer.ask, supplier: supplier.ask, supplierOrg: supplier.organization } });
		});
	}
}
