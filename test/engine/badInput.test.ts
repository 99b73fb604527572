import type { INode } from 'n8n-workflow';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const locator = (value: string, mode = 'id') => ({ __rl: true, mode, value });

const jobs: Record<string, (id: string) => NodeJob> = {
	'Inventory List': (id) => ({
		node: 'crux', credential: used.credentials.retailer(),
		parameters: { apiVersion: 'timp', resource: 'inventoryList', operation: 'removeItems', inventoryList: locator('={{ $json.id }}'), itemUuids: '0d6702e9-6846-4ed2-896e-d57139b02a37', options: {} },
		input: [{ id }],
	}),
	'Line Item': (id) => ({
		node: 'crux', credential: used.credentials.retailer(),
		parameters: { apiVersion: 'v1', resource: 'order', operation: 'cancelItem', order: locator('', 'list'), lineItem: locator('={{ $json.id }}'), options: {} }, input: [{ id }],
	}),
	'Shopping List': (id) => ({
		node: 'whisk', credential: used.credentials.whisk(),
		parameters: { resource: 'shoppingListItem', operation: 'delete', list: locator('={{ $json.id }}'), item: locator('3414f562-b3fb-46cb-9494-dde121265a6d'), output: 'list', options: {} }, input: [{ id }],
	}),
	Item: (id) => ({
		node: 'whisk', credential: used.credentials.whisk(),
		parameters: { resource: 'shoppingListItem', operation: 'delete', list: locator('7e233417a54e439159a4bb8551388c7382b'), item: locator('={{ $json.id }}'), output: 'list', options: {} }, input: [{ id }],
	}),
	'Cart Item': (id) => ({
		node: 'ebayBuy', credential: used.credentials.ebay(),
		parameters: { resource: 'shoppingCart', operation: 'removeItem', cartItem: locator('={{ $json.id }}'), marketplace: '', output: 'cart', options: {} }, input: [{ id }],
	}),
};

const refused: Record<string, RegExp> = { '': /is empty/, '   ': /is empty/, 'a/b': /is not an ID/, '..': /is not an ID/, '.': /is not an ID/, 'a b': /is not an ID/, 'a?b=1': /is not an ID/, 'https://api.example.com/lists/1': /is a URL/ };

describe.each(Object.keys(jobs))('an ID that cannot be one, in %s', (label) => {
	test.each(Object.entries(refused))('%j is refused before any request', async (id, reason) => {
		const { error } = await runNode(jobs[label](id));
		expect(error?.message).toMatch(reason);
		expect(error?.message).toContain(`'${label}'`);
		expect(error?.message).toContain('[item 0]');
		expect(used.sim.calls).toHaveLength(0);
	});
});

test("a supplier's item number is refused where a UUID is expected, with the difference", async () => {
	const job = jobs['Inventory List']('7210fcdf-0248-469e-8cf0-720e6bc9063a');
	const { error } = await runNode({ ...job, parameters: { ...job.parameters, itemUuids: 'ITEM-0002' } });
	expect(error?.message).toBe("'Item UUIDs' is not a UUID: \"ITEM-0002\" [item 0]");
	expect(error?.description).toContain("supplier's item number");
	expect(used.sim.calls).toHaveLength(0);
});

test('an eBay item ID is refused where a cart item ID is expected, with the difference', async () => {
	const { error } = await runNode(jobs['Cart Item']('v1|110000000001|0'));
	expect(error?.message).toContain("'Cart Item' is the ID of an item for sale, not of an entry in the cart");
	expect(used.sim.calls).toHaveLength(0);
});

const update = (settings: Partial<INode>, input = ['SKU-0001', 'SKU-0002', '', 'SKU-0003']): NodeJob => ({
	node: 'crux', credential: used.credentials.supplier(), settings,
	parameters: {
		apiVersion: 'timp', resource: 'sku', operation: 'updateInventory', identifyBy: 'sku_id', identifier: '={{ $json.sku }}',
		inventory: { quantityInStock: '={{ $json.stock }}' }, options: {},
	},
	input: input.map((sku, index) => ({ sku, stock: index, shelf: `S${index}` })),
});

/** SKUs of the updates that the service looked at; a call whose token had died is answered 401 and counts for nothing. */
const writes = () => used.sim.calls.filter(({ path, status }) => path.endsWith('/inventory/') && status !== 401).map(({ body }) => (body as { sku_id: string }).sku_id);

test('three good rows and a bad one, Continue: four items, each paired, the bad one with its reason', async () => {
	const { out, error } = await runNode(update({ onError: 'continueRegularOutput' }));
	expect(error).toBeUndefined();
	expect(out.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
	expect(out[2].json).toEqual({ error: "'Identifier' is empty [item 2]", details: { outcome: 'not sent', description: expect.any(String) } });
	expect(writes()).toEqual(['SKU-0001', 'SKU-0002', 'SKU-0003']);
});

test('the same on the error output: the columns of the row stay beside error and details', async () => {
	const { out, errors } = await runNode(update({ onError: 'continueErrorOutput' }, ['SKU-0001', 'SKU-0002', 'SKU-9999', 'SKU-0003']));
	expect(out).toHaveLength(3);
	expect(errors).toHaveLength(1);
	expect(errors[0].json).toMatchObject({ sku: 'SKU-9999', shelf: 'S2', error: expect.stringContaining('SKU-9999'), details: { statusCode: 404, outcome: 'not done' } });
	expect([...out, ...errors].map(({ pairedItem }) => (pairedItem as { item: number }).item).sort()).toEqual([0, 1, 2, 3]);
});

describe('Retry On Fail, three tries', () => {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
	const skus = ['SKU-9999', 'SKU-0001', 'SKU-0002', 'SKU-0003'];

	test.each(['continueRegularOutput', 'continueErrorOutput', 'stopWorkflow'] as const)('%s: each good row is written once', async (onError) => {
		const { error } = await runNode(update({ ...retry, onError }, skus));
		const counts = skus.map((sku) => writes().filter((written) => written === sku).length);
		expect(counts[0]).toBe(3);
		expect(counts.slice(1)).toEqual(onError === 'stopWorkflow' ? expect.arrayContaining([1]) : [1, 1, 1]);
		expect(Math.max(...counts.slice(1))).toBe(1);
		expect(error === undefined).toBe(onError !== 'stopWorkflow');
	});

	test('a row that fails once is repeated and done', async () => {
		used.sim.fault({ path: '/timp/products/skus/inventory/', status: 503, count: 1 });
		const { error, json } = await runNode(update({ ...retry, onError: 'stopWorkflow' }, ['SKU-0001', 'SKU-0002', 'SKU-0003']));
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
		expect(writes().filter((sku) => sku !== 'SKU-0001').sort()).toEqual(['SKU-0002', 'SKU-0003']);
	});

	test('two runs in one workflow do not share what they remember', async () => {
		for (let run = 0; run < 2; run++) await runNode(update({ ...retry, onError: 'continueRegularOutput' }, ['SKU-9999', 'SKU-0001']));
		expect(writes().filter((sku) => sku === 'SKU-0001')).toHaveLength(2);
	});
});

test('a bad row stops everything before the first request when the node does not continue', async () => {
	const { error } = await runNode(update({}));
	expect(error?.message).toBe("'Identifier' is empty [item 2]");
	expect(error?.description).toContain('Nothing was sent for any item.');
	expect(used.sim.calls).toHaveLength(0);
});

test('a failure in the middle says what was done, what failed and what was not sent', async () => {
	const skus = Array.from({ length: 12 }, (_, index) => (index === 3 ? 'SKU-9999' : `SKU-${String(index + 1).padStart(4, '0')}`));
	const job = update({}, skus);
	const { error } = await runNode({ ...job, parameters: { ...job.parameters, options: { concurrency: 1 } } });
	expect(error?.message).toContain('SKU-9999');
	expect(error?.description).toContain('Other items: done 0–2; not sent 4–11.');
	expect(writes()).toEqual(skus.slice(0, 4));
});

test('a search without anything to search for is refused before any request, with what would do', async () => {
	const parameters = { resource: 'itemSearch', operation: 'search', keywords: ' ', marketplace: '', filters: { aspects: 'x' }, additionalFields: {}, returnAll: false, limit: 5, simplify: true, options: {} };
	const { error } = await runNode({ node: 'ebayBuy', credential: used.credentials.ebay(), parameters });
	expect(error?.message).toBe("Give at least one of 'Keywords', 'Category ID', 'Charity ID', 'Product ID (ePID)', 'GTIN' [item 0]");
	expect(used.sim.calls).toHaveLength(0);
});
