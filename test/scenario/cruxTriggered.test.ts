import type { IDataObject } from 'n8n-workflow';
import type { CruxOrder, CruxSku, CruxTracking } from '../../simulator/crux/state';
import { Trigger } from '../support/engine';
import { examples, runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

/** The examples that Crux Connect Trigger starts: from what it hands on, as in an active workflow. */
const used = useSimulator();
const crux = () => used.sim.state.crux;
const id = (serial: number): string => `00000000-0000-4000-8000-0000000000${String(serial).padStart(2, '0')}`;
const writes = (path: RegExp) => used.sim.calls.filter((call) => path.test(call.path) && call.method !== 'GET' && call.status !== 401);
const parcel = (number: string, quantity: number): CruxTracking => ({ packageUuid: id(1), number, carrier: 'UPS', method: null, weight: null, cost: null, skuCost: null, date: '2026-11-22', created: new Date().toISOString(), quantity, attributes: [] });

/** An order of today; the lines ask for so many pieces of so many SKUs. */
function place(serial: number, ...wanted: Array<{ sku: CruxSku; quantity: number }>): CruxOrder {
	const [one] = crux().orders;
	const lines = wanted.map(({ sku, quantity }, at) => ({ ...one.lines[0], uuid: id(50 + 4 * serial + at), skuUuid: sku.uuid, quantity, status: 'Unallocated' as const, designation: null, allocation: undefined, tracking: [], backorderDate: null }));
	const order: CruxOrder = { ...one, uuid: id(serial), poNumber: `PO-9${serial}`, created: new Date().toISOString(), lines, acknowledged: 0, invoices: undefined };
	crux().orders.push(order);
	return order;
}

const skus = (): CruxSku[] => [...crux().skus.values()];

/** An active workflow: each poll of its trigger runs it with what the trigger hands on, if there is anything. */
function active(name: string) {
	const { workflow, accounts } = examples[name];
	const node = workflow.nodes.find(({ type }) => type.endsWith('.cruxTrigger'))!;
	const trigger = new Trigger({ node: 'cruxTrigger', credential: used.credentials[accounts.crux!](), parameters: node.parameters });
	return {
		activate: async () => expect(await trigger.poll({ isActivation: true })).toBeNull(),
		poll: async (): Promise<Record<string, IDataObject[]> | null> => {
			const handedOn = await trigger.poll();
			if (!handedOn) return null;
			const { ran, rows } = await runExample(name, used.sim, { node: node.name, handedOn });
			expect(ran.error).toBeUndefined();
			return rows;
		},
		byHand: async () => {
			const { ran, rows } = await runExample(name, used.sim, { node: node.name });
			expect(ran.error).toBeUndefined();
			return rows;
		},
	};
}

test('new orders: only the lines of a new order reach the warehouse, once, and only it is acknowledged', async () => {
	const workflow = active('new-orders-to-warehouse');
	await workflow.activate();
	const order = place(1, { sku: skus()[40], quantity: 2 }, { sku: skus()[41], quantity: 5 });
	const rows = await workflow.poll();
	expect(rows!['Pick List'].map(({ po_number: po, sku_id: sku, pieces }) => [po, sku, pieces])).toEqual(order.lines.map(({ skuUuid, quantity }) => [order.poNumber, crux().skus.get(skuUuid)!.sku_id, quantity]));
	expect(rows!.Acknowledged).toEqual([{ orders: 1, status: 'acknowledged', message: '' }]);
	expect(await workflow.poll()).toBeNull();
	expect(writes(/acknowledge/).map(({ body }) => body)).toEqual([{ uuids: [{ order_uuid: order.uuid }] }]);
});

test('new orders: two orders between two polls go in one run; a line that is allocated meanwhile is no work of the warehouse', async () => {
	const workflow = active('new-orders-to-warehouse');
	await workflow.activate();
	const [first, second] = [place(1, { sku: skus()[40], quantity: 2 }, { sku: skus()[41], quantity: 5 }), place(2, { sku: skus()[42], quantity: 1 })];
	first.lines[0].status = 'Allocated';
	const rows = await workflow.poll();
	expect(rows!['Pick List'].map(({ line_item_uuid: line }) => line)).toEqual([first.lines[1].uuid, second.lines[0].uuid]);
	expect(crux().orders.filter(({ acknowledged }) => acknowledged).map(({ uuid }) => uuid)).toEqual([first.uuid, second.uuid]);
});

test('allocation: a new order takes what is in stock, lines of one SKU share it, older orders stay as they are', async () => {
	const [scarce, gone] = [skus()[40], skus()[41]];
	scarce.quantity_in_stock = 3;
	Object.assign(gone, { quantity_in_stock: 50, restrictions: 'tmpunavail' });
	const workflow = active('allocate-against-stock');
	await workflow.activate();
	const before = JSON.stringify(crux().orders);
	const order = place(1, { sku: scarce, quantity: 2 }, { sku: scarce, quantity: 2 }, { sku: gone, quantity: 4 });
	const rows = await workflow.poll();
	expect(rows!.Report.map(({ sku_id: sku, ordered, accepted, status }) => [sku, ordered, accepted, status])).toEqual([[scarce.sku_id, 2, 2, 'Allocated'], [scarce.sku_id, 2, 1, 'Backordered'], [gone.sku_id, 4, 0, 'Backordered']]);
	expect(order.lines.map(({ allocation }) => allocation)).toEqual([{ accepted: 2, rejected: 0, backordered: 0 }, { accepted: 1, rejected: 0, backordered: 1 }, { accepted: 0, rejected: 0, backordered: 4 }]);
	expect(JSON.stringify(crux().orders.slice(0, -1))).toBe(before);
	expect(await workflow.poll()).toBeNull();
	expect(writes(/allocation/)).toHaveLength(1);
});

test('invoices: an order is billed when its package is there, the next package later, nothing twice', async () => {
	const workflow = active('shipped-orders-to-invoices');
	const order = place(1, { sku: skus()[40], quantity: 2 }, { sku: skus()[41], quantity: 5 });
	for (const line of order.lines) Object.assign(line, { status: 'Allocated', designation: 'NeedsTracking' });
	await workflow.activate();
	const ship = (at: number) => void order.lines[at].tracking.push(parcel(`1Z-${at}`, order.lines[at].quantity));
	ship(1);
	expect((await workflow.poll())!.Report).toEqual([expect.objectContaining({ po_number: order.poNumber, invoice: `INV-${order.poNumber}-1`, status: 'billed' })]);
	// the invoice itself is a change: it is looked at, and nothing is left to bill
	expect((await workflow.poll())!.Report).toEqual([]);
	expect(await workflow.poll()).toBeNull();
	ship(0);
	expect((await workflow.poll())!.Report).toEqual([expect.objectContaining({ invoice: `INV-${order.poNumber}-2`, status: 'billed' })]);
	expect(order.invoices!.map(({ items }) => items.map(({ sku_id: sku, quantity_invoiced: pieces }) => [sku, pieces]))).toEqual([[[skus()[41].sku_id, 5]], [[skus()[40].sku_id, 2]]]);
	expect(writes(/invoices/)).toHaveLength(2);
});

test('offers: a SKU of the list whose stock changes gives its offer, others and barred ones none', async () => {
	const list = [...crux().inventoryLists.values()].find(({ name }) => name === 'Marketplace')!;
	const of = (at: number): CruxSku => crux().skus.get(list.skuUuids.at(at)!)!;
	const workflow = active('inventory-list-to-offers');
	await workflow.activate();
	const elsewhere = skus().find(({ uuid }) => !list.skuUuids.includes(uuid))!;
	elsewhere.quantity_in_stock = 71;
	crux().items.get(of(0).itemUuid)!.more = { restrict_from_marketplaces: ['ebay'] };
	of(0).quantity_in_stock = 71;
	of(-1).quantity_in_stock = 71;
	of(-2).quantity_in_stock = 0;
	const { Offers } = (await workflow.poll())!;
	expect(Offers.map(({ sku_id: sku, pieces, status }) => [sku, pieces, status]).sort()).toEqual([[of(-2).sku_id, 0, 'withdraw'], [of(-1).sku_id, 71, 'offer']].sort());
	expect(Offers.every(({ title }) => /^\w.+ \d+ /.test(String(title)))).toBe(true);
	expect(await workflow.poll()).toBeNull();
	expect(writes(/products/)).toEqual([]);
});

test.each(['new-orders-to-warehouse', 'allocate-against-stock', 'shipped-orders-to-invoices', 'inventory-list-to-offers'])('%s: run by hand, its trigger shows a sample that the workflow works on', async (name) => {
	const order = place(1, { sku: skus()[40], quantity: 2 });
	if (name.startsWith('shipped')) Object.assign(order.lines[0], { status: 'Allocated', designation: 'HasTracking', tracking: [parcel('1Z-1', 2)] });
	// the sample is the first SKU, which stands in no list
	if (name.startsWith('inventory')) [...crux().inventoryLists.values()].find((one) => one.name === 'Marketplace')!.skuUuids.push(skus()[0].uuid);
	const { reports } = examples[name];
	const rows = await active(name).byHand();
	expect(rows[reports[0]]).toHaveLength(1);
	if (!name.startsWith('inventory')) expect(rows[reports[0]][0]).toMatchObject({ po_number: order.poNumber });
});
