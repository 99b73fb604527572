// The triggers on the real n8n: by hand, on activation, and a minute later; and their panels in the editor.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from '../n8n-client.mjs';

const PACKAGE = 'n8n-nodes-crux-whisk-ebay';
const byId = (value) => ({ __rl: true, mode: 'id', value });
/** n8n polls each minute. */
const LONGEST = 100_000;

/** What is waited for, how it comes about, and what the item must hold. */
const cases = [
	{
		name: 'Stock Watch', node: 'cruxTrigger', account: 'cruxSupplier', labels: ['API Version', 'Event', 'Inventory List', 'Include New', 'Simplify'], parameters: { event: 'inventoryChanged' }, reads: /\/products\/skus\/$/,
		cause: { node: 'crux', parameters: { resource: 'sku', operation: 'updateInventory', identifyBy: 'sku_id', identifier: 'SKU-0003', inventory: { quantityInStock: 41 }, options: {} } },
		holds: ({ sku_id: sku, quantity_in_stock: stock, trigger }) => sku === 'SKU-0003' && stock === 41 && trigger.changed.join() === 'quantity_in_stock',
	},
	{
		name: 'Pantry Watch', node: 'whiskTrigger', account: 'whisk', labels: ['Event', 'Include New'], parameters: { event: 'foodListChanged' }, reads: /\/foodlist\/v2$/,
		cause: { node: 'whiskFood', parameters: { resource: 'foodListItem', operation: 'add', items: { entries: [{ name: 'saffron' }] }, options: {} } },
		holds: ({ name, trigger }) => name === 'saffron' && trigger.change === 'new',
	},
	{
		name: 'Order Watch', node: 'ebayOrderTrigger', account: 'ebay', labels: ['Event', 'Simplify'], parameters: { event: 'orderChanged' }, reads: /\/sell\/fulfillment\/v1\/order$/,
		cause: {
			node: 'ebayOrders',
			parameters: ({ orderId, lineItemId }) => ({ resource: 'shippingFulfillment', operation: 'create', order: byId(orderId), lineItems: { entries: [{ lineItem: lineItemId, quantity: '1' }] }, trackingNumber: '1Z998', carrier: 'UPS', shippedDate: '', options: {} }),
		},
		holds: ({ orderId, trigger }, seeds) => orderId === seeds.orderId && trigger.event === 'orderChanged',
	},
];

const nodeOf = ({ node, name, parameters }, { id, name: credential, type }, seeds) => ({
	id: name, name, type: `${PACKAGE}.${node}`, typeVersion: 1, position: [0, 0], parameters: typeof parameters === 'function' ? parameters(seeds) : parameters, credentials: { [type]: { id, name: credential } },
});

/** A workflow of two nodes, the first of which starts it. */
const chain = (name, first, second) => ({ name, nodes: [first, { ...second, position: [240, 0] }], connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } } });

const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
const end = { id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [240, 0], parameters: {} };

/** Ended runs of a workflow that its trigger has started. */
export async function runsOf(client, workflowId) {
	const { results } = await client.call('GET', `/rest/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId }))}&limit=20`);
	return results.filter(({ mode, finished, status }) => mode === 'trigger' && (finished || status === 'success' || status === 'error'));
}

/** The same as soon as there are some. */
export async function waitFor(client, workflowId) {
	for (const deadline = Date.now() + LONGEST; Date.now() < deadline; await sleep(1000)) {
		const runs = await runsOf(client, workflowId);
		if (runs.length) return runs;
	}
	throw new Error(`No run was started within ${LONGEST / 1000} seconds`);
}

/** How often the service has answered what the trigger asks. */
const readsOf = async (simulator, { reads }) => (await simulator.calls()).filter(({ path, status }) => reads.test(path) && status === 200).length;

/** Activates each trigger, makes something happen, and looks at what it starts; gives the ids of the workflows. */
export async function checkTriggers(report, { client, simulator, saved }) {
	await simulator.reset();
	const { seeds } = simulator;
	const ids = {};
	for (const one of cases) {
		const credential = saved[one.account];
		const { id } = await client.importWorkflow(chain(one.name, nodeOf({ ...one, parameters: { ...one.parameters, pollTimes: { item: [{ mode: 'everyMinute' }] } } }, credential, seeds), end));
		ids[one.name] = id;
		await report.check(`${one.name}: run by hand, the trigger shows a sample`, async () => {
			const run = await client.run(id, one.name);
			assert.equal(run.status, 'success', JSON.stringify(run.data?.resultData?.error?.message));
			assert.equal(rowsOf(run, one.name)[0]?.trigger?.event, one.parameters.event);
		});
		await report.check(`${one.name}: on activation it hands on nothing old`, async () => {
			const { versionId } = await client.call('GET', `/rest/workflows/${id}`);
			const before = await readsOf(simulator, one);
			await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
			// n8n answers before the first poll has ended.
			for (const deadline = Date.now() + 20_000; (await readsOf(simulator, one)) === before; await sleep(200)) assert.ok(Date.now() < deadline, 'no poll within 20 seconds');
			await sleep(1000);
			assert.deepEqual(await runsOf(client, id), []);
		});
		const cause = await client.importWorkflow(chain(`${one.name}: cause`, start, { ...nodeOf({ ...one.cause, name: 'Cause' }, credential, seeds) }));
		await report.check(`${one.name}: something happens`, async () => assert.equal((await client.run(cause.id, 'Start')).status, 'success'));
	}
	for (const one of cases) {
		await report.check(`${one.name}: within a minute it hands on what is new, once`, async () => {
			const [run, ...others] = await waitFor(client, ids[one.name]);
			assert.deepEqual(others, []);
			const data = await client.execution(run.id);
			const rows = rowsOf(data, one.name);
			assert.equal(rows.length, 1, JSON.stringify(rows).slice(0, 500));
			assert.ok(one.holds(rows[0], seeds), JSON.stringify(rows).slice(0, 500));
		});
		await client.call('POST', `/rest/workflows/${ids[one.name]}/deactivate`, {});
	}
	return ids;
}

/** Opens the panel of each trigger. */
export async function lookAtTriggers(report, editor, ids) {
	for (const [index, { name, labels }] of cases.entries()) {
		await report.check(`${name}: its panel shows the fields of the event`, async () => {
			await editor.openWorkflow(ids[name]);
			await editor.openNode(name);
			await editor.screenshot(`t${index + 1}-${name.toLowerCase().replace(/ /g, '-')}`);
			const shown = await editor.panelText(labels);
			for (const label of labels) assert.ok(shown.includes(label), `${label} is not in ${shown}`);
		});
	}
}
