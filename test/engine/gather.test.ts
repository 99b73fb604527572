import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const PATH = '/timp/products/skus/inventory/bulk/';

interface Row {
	sku: string;
	stock: number | string;
}

const bulk = (rows: Row[], options = {}, settings: Partial<INode> = { onError: 'continueRegularOutput' }, report = 'all'): NodeJob => ({
	node: 'crux', credential: used.credentials.supplier(), settings, input: rows as never,
	parameters: {
		apiVersion: 'timp', resource: 'sku', operation: 'updateInventoryBulk', identifyBy: 'sku_id', identifier: '={{ $json.sku }}',
		inventory: { quantityInStock: '={{ $json.stock }}' }, report, options,
	},
});

const name = (number: number) => `SKU-${String(number).padStart(4, '0')}`;
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ sku: name((index % 1000) + 1), stock: index }));
const calls = () => used.sim.calls.filter(({ path, status }) => path === PATH && status !== 401);
const stocks = () => new Map([...used.sim.state.crux.skus.values()].map((sku) => [sku.sku_id, sku.quantity_in_stock]));

test('ten thousand rows of a thousand SKUs: twenty calls, each row with its own result, the last row of each SKU counts', async () => {
	const rows = rowsOf(10_000);
	const { out } = await runNode(bulk(rows, { concurrency: 4 }));
	expect(calls()).toHaveLength(20);
	expect(out).toHaveLength(10_000);
	expect(out.every(({ json, pairedItem }, item) => json.success === true && (json.identifier as { sku_id: string }).sku_id === rows[item].sku && (pairedItem as { item: number }).item === item)).toBe(true);
	expect(stocks().get('SKU-0001')).toBe(9_000);
	expect(stocks().get('SKU-1000')).toBe(9_999);
});

test('one failed row does not fail its neighbours, and says why in its own place', async () => {
	const { out } = await runNode(bulk([{ sku: 'SKU-0001', stock: 1 }, { sku: 'SKU-9999', stock: 2 }, { sku: 'SKU-0002', stock: '3.5' }, { sku: 'SKU-0003', stock: 4 }]));
	expect(calls()).toHaveLength(1);
	expect(out.map(({ json }) => json.success ?? json.error)).toEqual([true, expect.stringContaining("'SKU-9999'"), "'Quantity in Stock' must be a whole number, not \"3.5\" [item 2]", true]);
	expect(out[1].json.details).toMatchObject({ statusCode: 404, outcome: 'not done', description: expect.stringContaining('Given: sku_id SKU-9999.') });
});

test('rows in any order, repeated or unknown: what is reported is what was written, and a repeated SKU never stands twice in a call', async () => {
	const row = fc.record({ sku: fc.constantFrom('SKU-0001', 'SKU-0002', 'SKU-0003', 'SKU-9999'), stock: fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constant('x')) });
	await fc.assert(
		fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (rows, batchSize) => {
			used.sim.reset();
			const before = stocks();
			const { out } = await runNode(bulk(rows, { batchSize, concurrency: 3 }));
			const good = rows.map(({ sku, stock }) => sku !== 'SKU-9999' && stock !== 'x');
			expect(out.map(({ json }) => json.success === true)).toEqual(good);
			for (const sku of ['SKU-0001', 'SKU-0002', 'SKU-0003']) {
				const last = rows.filter((one, index) => one.sku === sku && good[index]).at(-1);
				expect(stocks().get(sku)).toBe(last ? last.stock : before.get(sku));
			}
			for (const { body } of calls()) {
				const skus = (body as Array<{ sku_id: string }>).map(({ sku_id: sku }) => sku);
				expect(skus.length).toBeLessThanOrEqual(batchSize);
				expect(new Set(skus).size).toBe(skus.length);
			}
		}),
		{ numRuns: 40 },
	);
});

test('a whole call that fails fails its rows; what the next try of Retry On Fail sends is only those', async () => {
	used.sim.fault({ path: PATH, status: 400, after: 1, count: 1 });
	const { error, json } = await runNode(bulk(rowsOf(6), { batchSize: 2, concurrency: 1 }, { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 }));
	expect(error).toBeUndefined();
	expect(json).toHaveLength(6);
	expect(calls().map(({ body }) => (body as unknown[]).length)).toEqual([2, 2, 2, 2]);
	const written = calls().filter(({ status }) => status === 200).flatMap(({ body }) => (body as Array<{ sku_id: string }>).map(({ sku_id: sku }) => sku));
	expect(written.sort()).toEqual([1, 2, 3, 4, 5, 6].map(name));
});

test.each([[{ body: [{ status_code: 200, message: 'success' }] }, '1 results for 3 rows'], [{ body: { message: 'ok' } }, 'no list of results for 3 rows']])('an answer that does not fit the rows fails them all rather than guess: %j', async (answer, words) => {
	used.sim.fault({ path: PATH, status: 200, ...answer });
	const { json } = await runNode(bulk(rowsOf(3)));
	expect(json).toHaveLength(3);
	for (const one of json) expect(one).toMatchObject({ error: expect.stringContaining(words), details: { outcome: 'unknown' } });
});

test('failures only, and a summary', async () => {
	const rows = [{ sku: 'SKU-0001', stock: 1 }, { sku: 'SKU-9999', stock: 2 }, { sku: 'SKU-0003', stock: 4 }];
	const failures = await runNode(bulk(rows, {}, undefined, 'failures'));
	expect(failures.out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	const { out } = await runNode(bulk(rows, {}, undefined, 'summary'));
	expect(out).toHaveLength(1);
	expect(out[0].json).toEqual({ total: 3, done: 2, failed: 1, failures: [{ item: 1, message: expect.stringContaining('SKU-9999'), outcome: 'not done' }] });
});

test('Dry Run shows the request of each row and sends nothing, not even a sign-in', async () => {
	const { json } = await runNode(bulk(rowsOf(2), { dryRun: true }));
	expect(used.sim.calls).toHaveLength(0);
	expect(json[1]).toMatchObject({ dryRun: true, method: 'POST', url: `${used.sim.urls.crux}${PATH}`, body: { sku_id: 'SKU-0002', quantity_in_stock: 1 } });
	expect(JSON.stringify(json)).not.toMatch(/authorization/i);
});

test('a row refused with the token or the password in its words does not show them', async () => {
	const job = bulk([{ sku: 'SKU-0001', stock: 1 }]);
	await runNode(job);
	const { tokens } = JSON.parse(String(job.credential.sessionToken)) as { tokens: { user: string } };
	used.sim.fault({ path: PATH, status: 200, body: [{ status_code: 400, message: `Refused ${tokens.user} of ${String(job.credential.password)}` }] });
	const { json } = await runNode(job);
	expect(json[0].error).toBe('Refused *** of ***');
	expect(JSON.stringify(json)).not.toContain(tokens.user);
});
