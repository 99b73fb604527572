import { parse } from 'csv-parse/sync';
import type { IDataObject } from 'n8n-workflow';
import { examples, runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

/** The rows of the stock file, read apart from the workflow. */
function stockFile(): Array<Record<string, string>> {
	const node = examples['stock-update'].workflow.nodes.find(({ name }) => name === 'Stock File')!;
	const [{ value }] = (node.parameters.assignments as { assignments: Array<{ value: string }> }).assignments;
	return parse(value, { bom: true, columns: (header: string[]) => header.map((name) => name.trim()) }) as Array<Record<string, string>>;
}

describe('stock file', () => {
	const file = stockFile();
	const isKnown = (sku: string) => /^SKU-(0\d{3}|1000)$/.test(sku);
	const reasonFor = ({ sku_id: sku, quantity_in_stock: stock }: Record<string, string>): RegExp | undefined =>
		sku === '' ? /^'Identifier' is empty \[item \d+\]$/ : stock === '3.5' ? /^'Quantity in Stock' must be a whole number, not "3\.5" \[item \d+\]$/ : isKnown(sku) ? undefined : new RegExp(`'${sku}'`);

	test('has a thousand rows, wrong ones of every known kind, a byte-order mark and a header with a space', () => {
		const node = examples['stock-update'].workflow.nodes.find(({ name }) => name === 'Stock File')!;
		const text = JSON.stringify(node.parameters);
		expect(file).toHaveLength(1000);
		expect(text).toContain('\ufeffitem_id');
		expect(text).toContain('quantity_on_backorder ,');
		const skus = file.map(({ sku_id: sku }) => sku).filter(Boolean);
		expect([file.filter(({ sku_id: sku }) => sku === '').length, file.filter(({ quantity_in_stock: stock }) => stock === '3.5').length, skus.length - new Set(skus).size, skus.filter((sku) => !isKnown(sku)).length]).toEqual([3, 4, 2, 5]);
	});

	test('gives one report line per row, good or bad, none lost', async () => {
		const { ran, rows } = await runExample('stock-update', used.sim);
		expect(ran.error).toBeUndefined();
		const report = rows.Report;
		expect(report).toHaveLength(1000);
		file.forEach((row, index) => {
			const reason = reasonFor(row);
			expect(report[index]).toMatchObject({ item_id: row.item_id, sku_id: row.sku_id, status: reason ? 'failed' : 'updated' });
			expect(String(report[index].message)).toMatch(reason ?? /^success$/);
		});
	});

	test('leaves the stock that the last row of each SKU says, one call a row, none for rows refused before', async () => {
		await runExample('stock-update', used.sim);
		const last = new Map<string, Record<string, string>>();
		for (const row of file.filter((one) => reasonFor(one) === undefined)) last.set(row.sku_id, { ...last.get(row.sku_id), ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')) });
		for (const sku of used.sim.state.crux.skus.values()) {
			const row = last.get(sku.sku_id);
			if (!row) continue;
			expect([sku.sku_id, sku.quantity_in_stock]).toEqual([sku.sku_id, Number(row.quantity_in_stock)]);
			if (row.quantity_on_backorder) expect([sku.sku_id, sku.quantity_on_backorder]).toEqual([sku.sku_id, Number(row.quantity_on_backorder)]);
		}
		const calls = used.sim.calls.filter(({ path, status }) => path.endsWith('/inventory/') && status !== 401);
		expect(calls).toHaveLength(1000 - 3 - 4);
		expect(calls.every(({ body }) => Object.values(body as IDataObject).every((value) => value !== ''))).toBe(true);
	});
});

test('discontinued SKUs: whole items leave the lists, order lines are asked to be cancelled, a shipped one says why not', async () => {
	const { crux } = used.sim.state;
	const discontinued = [...crux.skus.values()].filter(({ restrictions }) => restrictions === 'discontd');
	const whole = [...crux.items.values()].filter(({ skuUuids }) => skuUuids.every((uuid) => crux.skus.get(uuid)!.restrictions === 'discontd'));
	expect([discontinued.length, whole.length]).toEqual([9, 2]);
	const { ran, rows } = await runExample('discontinued-skus', used.sim);
	expect(ran.error).toBeUndefined();
	expect(rows['List Report'].map(({ list, items }) => [list, items])).toEqual([['Autumn Shop', 2], ['Marketplace', 2], ['Gift Guide', 2]]);
	for (const call of used.sim.calls.filter(({ path }) => path.endsWith('/remove-items/'))) {
		expect([...(call.body as { item_uuids: string[] }).item_uuids].sort()).toEqual(whole.map(({ uuid }) => uuid).sort());
	}
	const lines = rows['Order Report'];
	expect(lines.map(({ sku_id: sku, status }) => `${String(sku)} ${String(status)}`).sort()).toEqual([
		'SKU-0005 cancellation_requested', 'SKU-0007 cancellation_requested', 'SKU-0008 cancellation_requested', 'SKU-0013 not cancelled', 'SKU-0014 cancellation_requested', 'SKU-0026 cancellation_requested',
	]);
	expect(lines.find(({ sku_id: sku }) => sku === 'SKU-0013')?.message).toContain('cannot be cancelled');
	const pending = used.sim.state.crux.orders.flatMap((order) => order.lines).filter(({ isCancelRequested }) => isCancelRequested);
	expect(pending).toHaveLength(5);
});

test('lists and cart: what is checked is deleted, what can no longer be bought is removed, nothing else', async () => {
	const before = [...used.sim.state.whisk.lists.values()].flatMap(({ items }) => [...items.values()]).length;
	const { ran, rows } = await runExample('tidy-lists-and-cart', used.sim);
	expect(ran.error).toBeUndefined();
	expect(rows['List Report']).toEqual([
		{ list: 'Weekly shop', entry: 'butter', status: 'deleted', message: '' },
		{ list: 'Party', entry: 'crisps', status: 'deleted', message: '' },
		{ list: 'Party', entry: 'napkins', status: 'deleted', message: '' },
	]);
	expect(rows['Cart Report'].map(({ item, status, left_in_cart: left }) => [item, status, left])).toEqual([['Film camera', 'removed', 4], ['Vinyl record', 'removed', 4]]);
	expect(used.sim.state.ebay.cart.unavailable).toEqual([]);
	expect(used.sim.state.ebay.cart.items).toHaveLength(4);
	expect([...used.sim.state.whisk.lists.values()].flatMap(({ items }) => [...items.values()])).toHaveLength(before - 3);
});

test.each(Object.entries(examples))('%s can be shared: no credential, no pinned data, nothing of anyone in it', (_name, { workflow }) => {
	const text = JSON.stringify(workflow);
	expect(workflow).not.toHaveProperty('pinData');
	expect(workflow.nodes.every((node) => node.credentials === undefined && node.webhookId === undefined)).toBe(true);
	expect(text).not.toMatch(/instanceId|[\w.]+@[\w.]+\.\w{2,}|Bearer |v\^1\.1/);
});
