import { parse } from 'csv-parse/sync';
import type { CruxSku } from '../../simulator/crux/state';
import { examples, runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

/** The examples of Crux Connect that begin where a trigger or a schedule would. */
const used = useSimulator();
const run = async (name: string) => {
	const { ran, rows } = await runExample(name, used.sim);
	expect(ran.error).toBeUndefined();
	return rows;
};
const skuOf = (id: string): CruxSku | undefined => [...used.sim.state.crux.skus.values()].find(({ sku_id: sku }) => sku === id);
const orderOf = (po: string) => used.sim.state.crux.orders.find(({ poNumber }) => poNumber === po)!;
const writes = (path: RegExp) => used.sim.calls.filter((call) => path.test(call.path) && call.method !== 'GET' && call.status !== 401);

/** The rows of a text that stands in a workflow, read apart from it. */
function textIn(name: string, node: string): Array<Record<string, string>> {
	const [{ value }] = (examples[name].workflow.nodes.find((one) => one.name === node)!.parameters.assignments as { assignments: Array<{ value: string }> }).assignments;
	return parse(value, { bom: true, columns: (header: string[]) => header.map((column) => column.trim()) }) as Array<Record<string, string>>;
}

test('stock feed: one line for each row with its own columns, one call for all that can be sent, the later row of a SKU counts', async () => {
	const feed = textIn('stock-feed-bulk', 'Stock Feed');
	const { Report } = await run('stock-feed-bulk');
	expect(Report.map(({ sku_id: sku, bin }) => [sku, bin])).toEqual(feed.map(({ sku_id: sku, bin }) => [sku, bin]));
	expect(Report.filter(({ status }) => status === 'failed').map(({ message }) => message)).toEqual([
		expect.stringContaining("'SKU-9001'"), "'sku_id' is empty [item 0, row 63]", "'quantity_in_stock' must be a whole number, not \"3.5\" [item 0, row 64]", expect.stringContaining('Give at least one of'),
	]);
	expect(writes(/inventory\/bulk/).map(({ body }) => (body as unknown[]).length)).toEqual([61, 1]);
	for (const row of feed.slice(1, 60)) if (row.sku_id !== 'SKU-0009') expect([row.sku_id, skuOf(row.sku_id)?.quantity_in_stock]).toEqual([row.sku_id, Number(row.quantity_in_stock)]);
	expect(skuOf('SKU-0001')?.quantity_in_stock).toBe(12);
});

test('new orders: each unallocated line becomes a line of the pick list, the orders are acknowledged in one call', async () => {
	const { 'Pick List': lines, Acknowledged } = await run('new-orders-to-warehouse');
	const open = used.sim.state.crux.orders.flatMap((order) => order.lines.filter(({ status }) => status === 'Unallocated').map((line) => ({ order, line })));
	expect(lines.map(({ line_item_uuid: line, po_number: po, pieces }) => [po, line, pieces]).sort()).toEqual(open.map(({ order, line }) => [order.poNumber, line.uuid, line.quantity]).sort());
	expect(lines[0]).toMatchObject({ ship_to: expect.stringMatching(/, .+, OR, \d{5}$/), sku_id: expect.stringMatching(/^SKU-/) });
	expect(Acknowledged).toEqual([{ orders: new Set(open.map(({ order }) => order.uuid)).size, status: 'acknowledged', message: '' }]);
	expect(writes(/acknowledge/)).toHaveLength(1);
});

test('allocation: no more is accepted than there is, lines of one SKU share it in their order, and nothing is taken twice', async () => {
	const { crux } = used.sim.state;
	const [first, , third] = crux.orders;
	const sku = [...crux.skus.values()].find(({ uuid }) => uuid === first.lines[1].skuUuid)!;
	sku.quantity_in_stock = 3;
	third.lines[0].skuUuid = sku.uuid;
	const before = crux.orders.flatMap(({ lines }) => lines).filter(({ status }) => status === 'Unallocated').map(({ uuid }) => uuid);
	const { Report } = await run('allocate-against-stock');
	expect(Report).toHaveLength(before.length);
	expect(Report.every(({ status, message }) => /^(Allocated|Backordered)$/.test(String(status)) && message === '')).toBe(true);
	expect(Report.filter(({ sku_id: id }) => id === sku.sku_id).map(({ po_number: po, ordered, accepted }) => [po, ordered, accepted])).toEqual([[first.poNumber, 2, 2], [third.poNumber, 2, 1]]);
	for (const line of crux.orders.flatMap(({ lines }) => lines).filter(({ uuid }) => before.includes(uuid))) expect(line.allocation!.accepted + line.allocation!.backordered).toBe(line.quantity);
	const calls = writes(/allocation/).length;
	expect(calls).toBe(new Set(Report.map(({ po_number: po }) => po)).size);
	await run('allocate-against-stock');
	expect(writes(/allocation/)).toHaveLength(calls);
});

test('invoices: each shipped line is billed once, however often the workflow runs', async () => {
	const { crux } = used.sim.state;
	const shipped = crux.orders.filter(({ lines }) => lines.some(({ tracking }) => tracking.length));
	const { Report } = await run('shipped-orders-to-invoices');
	expect(Report.map(({ po_number: po, invoice, status }) => [po, invoice, status]).sort()).toEqual(shipped.map(({ poNumber }) => [poNumber, `INV-${poNumber}-1`, 'billed']).sort());
	for (const order of shipped) {
		expect(order.invoices!.map(({ items }) => items.map(({ sku_id: sku, quantity_invoiced: pieces }) => [sku, pieces]))).toEqual([
			order.lines.filter(({ tracking }) => tracking.length).map((line) => [crux.skus.get(line.skuUuid)!.sku_id, line.tracking.reduce((sum, { quantity }) => sum + quantity, 0)]),
		]);
	}
	expect((await run('shipped-orders-to-invoices')).Report).toEqual([]);
	expect(writes(/invoices/)).toHaveLength(shipped.length);
});

test('shop orders: what is new is placed with its fees estimated, what is there already is left out, what is wrong says why', async () => {
	const { Report } = await run('shop-orders-to-crux');
	expect(Report.map(({ po_number: po, status }) => [po, status])).toEqual([['SHOP-501', 'placed'], ['SHOP-502', 'placed'], ['SHOP-503', 'failed'], ['SHOP-504', 'failed']]);
	expect(Report[0]).toMatchObject({ shipping: '9.00', order_uuid: orderOf('SHOP-501').uuid, message: '' });
	expect(Report.slice(2).map(({ message }) => message)).toEqual([expect.stringContaining('SKU-9999'), expect.stringContaining("'Quantity' is empty")]);
	expect(orderOf('SHOP-502')).toMatchObject({ customer: 'Omar Haddad', city: 'Boise' });
	expect(used.sim.state.crux.orders.filter(({ poNumber }) => poNumber === 'PO-1002')).toHaveLength(1);
	const placed = used.sim.state.crux.orders.length;
	await run('shop-orders-to-crux');
	expect(used.sim.state.crux.orders).toHaveLength(placed);
});

test('offers: every SKU of the list that may be sold there, never below the minimum advertised price', async () => {
	const { crux } = used.sim.state;
	const list = [...crux.inventoryLists.values()].find(({ name }) => name === 'Marketplace')!;
	const barred = crux.items.get(crux.skus.get(list.skuUuids[0])!.itemUuid)!;
	barred.more = { restrict_from_marketplaces: ['amazon', 'ebay'] };
	const { Offers } = await run('inventory-list-to-offers');
	const wanted = list.skuUuids.map((uuid) => crux.skus.get(uuid)!).filter(({ itemUuid }) => itemUuid !== barred.uuid);
	expect(Offers.map(({ sku_id: sku }) => sku).sort()).toEqual(wanted.map(({ sku_id: sku }) => sku).sort());
	for (const { sku_id: id, price, status, pieces, title } of Offers) {
		const sku = skuOf(String(id))!;
		expect(Number(price)).toBeGreaterThanOrEqual((sku.cents + 500) / 100);
		expect([id, status, pieces]).toEqual([id, sku.restrictions || !sku.quantity_in_stock ? 'withdraw' : 'offer', sku.restrictions ? 0 : (sku.quantity_in_stock ?? 0)]);
		expect(String(title)).toMatch(/^\w.+ \d+ /);
	}
	expect(writes(/products/)).toEqual([]);
});

test('list hygiene: discontinued SKUs leave every list they stand on, their neighbours stay, a second run has nothing to do', async () => {
	const { crux } = used.sim.state;
	const isGone = (uuid: string) => crux.skus.get(uuid)!.restrictions === 'discontd';
	const before = [...crux.inventoryLists.values()].map(({ name, skuUuids }) => [name, skuUuids.filter(isGone).length, skuUuids.filter((uuid) => !isGone(uuid)).length] as const);
	const { Report } = await run('discontinued-skus-off-lists');
	expect(Report.map(({ list, skus, status }) => [list, skus, status])).toEqual(before.filter(([, gone]) => gone).map(([name, gone]) => [name, gone, 'removed']));
	expect([...crux.inventoryLists.values()].map(({ name, skuUuids }) => [name, skuUuids.filter(isGone).length, skuUuids.length])).toEqual(before.map(([name, , rest]) => [name, 0, rest]));
	expect((await run('discontinued-skus-off-lists')).Report).toEqual([]);
});
