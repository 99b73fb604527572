import fc from 'fast-check';
import type { IDataObject, INode } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const PATH = '/timp/products/skus/inventory/bulk/';
const CONTINUE: Partial<INode> = { onError: 'continueRegularOutput' };

interface Wish {
	options?: IDataObject;
	settings?: Partial<INode>;
	report?: string;
	identifyBy?: string;
}

const run = async (from: 'csv' | 'json', tables: unknown[], { options = {}, settings = CONTINUE, report = 'all', identifyBy = 'sku_id' }: Wish = {}) => await runNode({
	node: 'crux', credential: used.credentials.supplier(), settings, input: tables.map((table) => ({ table })) as IDataObject[],
	parameters: { apiVersion: 'timp', resource: 'sku', operation: 'updateInventoryBulk', rowsFrom: from, identifyBy, [from === 'csv' ? 'rowsCsv' : 'rowsJson']: '={{ $json.table }}', report, options: options as never },
});
const calls = () => used.sim.calls.filter(({ path, status }) => path === PATH && status !== 401);
const sizes = () => calls().map(({ body }) => (body as unknown[]).length);
const stocks = () => new Map([...used.sim.state.crux.skus.values()].map((sku) => [sku.sku_id, sku.quantity_in_stock]));
/** A token that a reset has forgotten costs a call, which a fault would strike. */
const signIn = async () => {
	await run('csv', ['sku_id,quantity_in_stock\nSKU-0010,1']);
	used.sim.calls.length = 0;
};
const name = (number: number) => `SKU-${String(number).padStart(4, '0')}`;

test('ten thousand rows of one text: twenty calls, each row with its own result and columns, the last row of each SKU counts', async () => {
	const rows = Array.from({ length: 10_000 }, (_, index) => ({ item_id: `I-${index}`, sku_id: name((index % 1000) + 1), quantity_in_stock: String(index) }));
	const { out } = await run('csv', [`item_id,sku_id,quantity_in_stock\n${rows.map((row) => Object.values(row).join(',')).join('\n')}`], { options: { concurrency: 4 } });
	expect(sizes()).toEqual(Array(20).fill(500));
	expect(out).toHaveLength(10_000);
	out.forEach(({ json, pairedItem }, index) => {
		if (pairedItem === undefined || json.success !== true || json.item_id !== rows[index].item_id || json.quantity_in_stock !== String(index)) throw new Error(`row ${index + 1}: ${JSON.stringify(json)}`);
	});
	expect([stocks().get('SKU-0001'), stocks().get('SKU-1000')]).toEqual([9_000, 9_999]);
	for (const { body } of calls()) expect(new Set((body as Array<{ sku_id: string }>).map(({ sku_id: sku }) => sku)).size).toBe(500);
});

test('the flat file of Crux Connect: byte-order mark, spaces around names, quotes, empty cells, columns that are not sent, wrong and unknown rows', async () => {
	const text = '\ufeffitem_id,sku_id , quantity_in_stock,restrictions,note\r\nA,SKU-0001,5,discontd,"one, ""two"""\r\nB,SKU-0002,3.5,,\r\nC,SKU-9999,1,,\r\nD,,1,,\r\nE,SKU-0003,,,\r\nF,SKU-0004,0,none,\r\n';
	const { out } = await run('csv', [text]);
	expect(calls()[0].body).toEqual([{ sku_id: 'SKU-0001', quantity_in_stock: 5, restrictions: 'discontd' }, { sku_id: 'SKU-9999', quantity_in_stock: 1 }, { sku_id: 'SKU-0004', quantity_in_stock: 0, restrictions: null }]);
	expect(out.map(({ json, pairedItem }) => [json.success ?? json.error, pairedItem])).toEqual([
		true, "'quantity_in_stock' must be a whole number, not \"3.5\" [item 0, row 2]", expect.stringContaining("'SKU-9999'"), "'sku_id' is empty [item 0, row 4]",
		"Give at least one of 'quantity_in_stock', 'quantity_on_backorder', 'restrictions' [item 0, row 5]", true,
	].map((said) => [said, { item: 0 }]));
	expect(out[0].json).toMatchObject({ item_id: 'A', sku_id: 'SKU-0001', note: 'one, "two"', identifier: { sku_id: 'SKU-0001' } });
	expect(Object.keys(out[2].json)).toEqual(['error', 'details']);
	expect(out[2].json.details).toMatchObject({ statusCode: 404, outcome: 'not done', row: { number: 3, columns: { item_id: 'C', sku_id: 'SKU-9999', quantity_in_stock: '1', restrictions: '', note: '' } } });
});

test('JSON of two input items, named by another code: rows are paired with their item and go in one call', async () => {
	const [one, two] = [...used.sim.state.crux.skus.values()].filter(({ upca }) => upca !== null);
	const { out } = await run('json', [JSON.stringify([{ upca: one.upca, quantity_in_stock: 7 }, { upca: '12', quantity_in_stock: 7 }]), [{ upca: two.upca, quantity_on_backorder: 8, mine: { any: 'thing' } }]], { identifyBy: 'upca' });
	expect(calls().map(({ body }) => body)).toEqual([[{ upca: one.upca, quantity_in_stock: 7 }, { upca: two.upca, quantity_on_backorder: 8 }]]);
	expect(out.map(({ json, pairedItem }) => [json.success ?? json.error, pairedItem])).toEqual([[true, { item: 0 }], ["'upca' must have 12 digits, not \"12\" [item 0, row 2]", { item: 0 }], [true, { item: 1 }]]);
	expect(out[2].json).toMatchObject({ mine: { any: 'thing' }, upca: two.upca });
});

test.each([
	['csv', '', "'CSV Text' is empty [item 0]"],
	['csv', 'sku_id;quantity_in_stock\nSKU-0001;1', "'CSV Text' has no column 'sku_id' [item 0]"],
	['csv', 'sku_id,quantity_in_stock,sku_id\nSKU-0001,1,x', "'CSV Text' has two columns 'sku_id' [item 0]"],
	['csv', 'sku_id,quantity_in_stock,\nSKU-0001,1,', "'CSV Text' has a column without a name [item 0]"],
	['csv', 'sku_id,quantity_in_stock\nSKU-0001,1\nSKU-0002,1,000', "'CSV Text' has 3 cells instead of 2 (row 2) [item 0]"],
	['csv', 'sku_id,quantity_in_stock\nSKU-0001,"1', "'CSV Text' is not CSV: line 2 has a quote that is never closed [item 0]"],
	['json', '{ "sku_id": "SKU-0001" }', "'JSON Rows' must be a JSON list, not \"{ \"sku_id\": \"SKU-0001\" }\" [item 0]"],
	['json', '[{ "sku_id": "SKU-0001", "quantity_in_stock": 1 }, 5]', "'JSON Rows' must be a JSON object, not \"5\" (row 2) [item 0]"],
] as const)('%s %j is refused before anything is sent', async (from, table, words) => {
	const { error } = await run(from, [table], { settings: {} });
	expect(error?.message).toBe(words);
	expect(error?.description).toBeTruthy();
	const { json } = await run(from, [table]);
	expect(json).toEqual([{ error: words, details: { outcome: 'not sent', description: expect.any(String) } }]);
	expect(used.sim.calls).toEqual([]);
});

test('a table without rows sends nothing and gives nothing', async () => {
	expect((await run('csv', ['sku_id,quantity_in_stock\n'])).out).toEqual([]);
	expect((await run('json', ['[]'], { report: 'summary' })).json).toEqual([{ total: 0, done: 0, failed: 0, failures: [] }]);
	expect(used.sim.calls).toEqual([]);
});

test('one bad row stops the run before anything is sent, named by its number', async () => {
	const { error } = await run('csv', ['sku_id,quantity_in_stock\nSKU-0001,1\nSKU-0002,x'], { settings: {} });
	expect([error?.message, error?.description]).toEqual(["'quantity_in_stock' must be a whole number, not \"x\" [item 0, row 2]", expect.stringContaining('Nothing was sent for any row.')]);
	expect(used.sim.calls).toEqual([]);
});

test('a stopped run accounts for every row; Retry On Fail sends only what did not succeed', async () => {
	const text = `sku_id,quantity_in_stock\n${[1, 2, 3, 4, 5, 6].map((number) => `${name(number)},${number}`).join('\n')}`;
	await signIn();
	used.sim.fault({ path: PATH, status: 400, after: 1, count: 1 });
	const { error } = await run('csv', [text], { options: { batchSize: 2, concurrency: 1 }, settings: {} });
	expect(error?.description).toContain('Failed: row 3. Other rows: done 1–2; failed too 4; not sent 5–6.');
	used.sim.reset();
	await signIn();
	used.sim.fault({ path: PATH, status: 400, after: 1, count: 1 });
	const again = await run('csv', [text], { options: { batchSize: 2, concurrency: 1 }, settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } });
	expect([again.error, again.json.length, sizes()]).toEqual([undefined, 6, [2, 2, 2, 2]]);
});

test('rows of several texts are accounted for by item', async () => {
	await signIn();
	used.sim.fault({ path: PATH, status: 400, after: 1, count: 1 });
	const { error } = await run('csv', ['sku_id,quantity_in_stock\nSKU-0001,1\nSKU-0002,1', 'sku_id,quantity_in_stock\nSKU-0003,1\nSKU-0004,1\nSKU-0005,1'], { options: { batchSize: 2, concurrency: 1 }, settings: {} });
	expect(error?.description).toContain('Failed: row 1 of item 1. Other rows: done 1–2 of item 0; failed too 2 of item 1; not sent 3 of item 1.');
	expect(error?.context?.itemIndex).toBe(1);
});

test('failures only, a summary, and Dry Run', async () => {
	const text = 'sku_id,quantity_in_stock\nSKU-0001,1\nSKU-9999,2\nSKU-0003,4';
	expect((await run('csv', [text], { report: 'failures' })).json).toEqual([{ error: expect.stringContaining('SKU-9999'), details: expect.objectContaining({ row: { number: 2, columns: { sku_id: 'SKU-9999', quantity_in_stock: '2' } } }) }]);
	const { out } = await run('csv', [text], { report: 'summary' });
	expect(out).toEqual([{ json: { total: 3, done: 2, failed: 1, failures: [{ item: 0, row: 2, message: expect.stringContaining('SKU-9999'), outcome: 'not done' }] }, pairedItem: [{ item: 0 }] }]);
	used.sim.reset();
	const dry = await run('csv', [text], { options: { dryRun: true } });
	expect(dry.json[2]).toMatchObject({ sku_id: 'SKU-0003', dryRun: true, method: 'POST', body: { sku_id: 'SKU-0003', quantity_in_stock: 4 } });
	expect(used.sim.calls).toEqual([]);
});

test('whatever rows are given, as CSV or as JSON: what is reported is what was written', async () => {
	const row = fc.record({ sku_id: fc.constantFrom('SKU-0001', 'SKU-0002', 'SKU-9999', ''), quantity_in_stock: fc.constantFrom('1', '22', 'x', '') });
	await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), fc.constantFrom('csv', 'json'), fc.integer({ min: 1, max: 4 }), async (rows, from, batchSize) => {
		used.sim.reset();
		const before = stocks();
		const { out } = await run(from, [from === 'json' ? rows : `sku_id,quantity_in_stock\n${rows.map((one) => `${one.sku_id},"${one.quantity_in_stock}"`).join('\n')}`], { options: { batchSize } });
		const good = rows.map(({ sku_id: sku, quantity_in_stock: stock }) => /000[12]$/.test(sku) && /^\d+$/.test(stock));
		expect(out.map(({ json }) => json.success === true)).toEqual(good);
		for (const sku of ['SKU-0001', 'SKU-0002']) {
			const last = rows.filter((one, index) => one.sku_id === sku && good[index]).at(-1);
			expect(stocks().get(sku)).toBe(last ? Number(last.quantity_in_stock) : before.get(sku));
		}
	}), { numRuns: 25 });
});
