import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

const update = (rows: Array<{ sku: string; stock: number }>, options = {}) => ({
	node: 'crux' as const, credential: used.credentials.supplier(), input: rows,
	parameters: {
		apiVersion: 'timp', resource: 'sku', operation: 'updateInventory', identifyBy: 'sku_id', identifier: '={{ $json.sku }}',
		inventory: { quantityInStock: '={{ $json.stock }}' }, options,
	},
});

const stockOf = (sku: string) => [...used.sim.state.crux.skus.values()].find(({ sku_id: id }) => id === sku)!.quantity_in_stock;

test('output keeps the order of the input, each item paired with its own', async () => {
	const rows = Array.from({ length: 30 }, (_, index) => ({ sku: `SKU-${String(30 - index).padStart(4, '0')}`, stock: index }));
	const { out } = await runNode(update(rows, { concurrency: 7 }));
	expect(out.map(({ json }) => (json.identifier as { sku_id: string }).sku_id)).toEqual(rows.map(({ sku }) => sku));
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
});

test('the same SKU twice is written in the order of the rows, whatever the concurrency', async () => {
	used.sim.fault({ path: '/timp/products/skus/inventory/', kind: 'delay', delay: 60, count: 1 });
	const { json } = await runNode(update([{ sku: 'SKU-0001', stock: 1 }, { sku: 'SKU-0002', stock: 2 }, { sku: 'SKU-0001', stock: 3 }, { sku: 'SKU-0001', stock: 4 }], { concurrency: 10 }));
	expect(json).toHaveLength(4);
	expect(stockOf('SKU-0001')).toBe(4);
	const order = used.sim.calls.filter(({ status }) => status === 200).map(({ body }) => body as { sku_id?: string; quantity_in_stock: number }).filter((body) => body?.sku_id === 'SKU-0001');
	expect(order.map(({ quantity_in_stock: stock }) => stock)).toEqual([1, 3, 4]);
});

test('never more requests under way than Concurrency says', async () => {
	for (const [concurrency, expected] of [[1, 1], [4, 4], [500, 50]]) {
		used.sim.reset();
		used.sim.fault({ path: '/timp/products/skus/inventory/', kind: 'delay', delay: 15 });
		await runNode(update(Array.from({ length: 70 }, (_, index) => ({ sku: `SKU-${String(index + 1).padStart(4, '0')}`, stock: 1 })), { concurrency }));
		expect(Math.max(...used.sim.calls.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(expected);
		expect(Math.max(...used.sim.calls.map(({ inFlight }) => inFlight))).toBeGreaterThanOrEqual(Math.min(expected, 3));
	}
});

test('no input items, no requests', async () => {
	const { out } = await runNode(update([]));
	expect(out).toEqual([]);
	expect(used.sim.calls).toHaveLength(0);
});

test('each item is read with its own values, the operation of the first', async () => {
	const lists = [...used.sim.state.crux.inventoryLists.keys()];
	const { out } = await runNode({
		node: 'crux', credential: used.credentials.retailer(), input: lists.map((id) => ({ id })),
		parameters: { apiVersion: 'timp', resource: 'inventoryList', operation: 'get', inventoryList: { __rl: true, mode: 'id', value: '={{ $json.id }}' }, options: {} },
	});
	expect(out.map(({ json }) => json.uuid)).toEqual(lists);
});

test('additional body fields are merged last, and refused when they are no JSON object', async () => {
	await runNode(update([{ sku: 'SKU-0001', stock: 1 }], { additionalBodyFields: '{ "quantity_in_stock": 9 }' }));
	expect(used.sim.calls.at(-1)?.body).toEqual({ sku_id: 'SKU-0001', quantity_in_stock: 9 });
	const { error } = await runNode(update([{ sku: 'SKU-0001', stock: 1 }], { additionalBodyFields: '[1]' }));
	expect(error?.message).toContain("'Additional Body Fields (JSON)' must be a JSON object");
});
