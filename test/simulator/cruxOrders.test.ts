import { useSimulator } from '../support/simulator';
import { NOWHERE, callerOf, said } from './cruxCalls';
import type { Json } from './cruxCalls';

const used = useSimulator();
const { ask, lineOf, orderOf } = callerOf(used);
const detail = async (po: string): Promise<Json> => (await ask('Retailer', `GET /timp/orders/${orderOf(po).uuid}/`)).body;

const address = { name: 'Zoe Park', address1: '1 Quay', city: 'Astoria', state: 'OR', postal_code: '97103' };
const wanted = (more: Json = {}): Json => ({ po_number: 'PO-9', skus: [{ sku_id: 'SKU-0001', quantity: 2, supplier_org_uuid: used.sim.state.crux.accounts[1].orgUuid, ...more }], address });

describe('placing an order', () => {
	test('Timpanogos answers with the uuid, version 1 with the order', async () => {
		const { status, body } = await ask('Retailer', 'POST /timp/orders/create/', { ...wanted(), retailer_provided_notes: 'Gift', retailer_provided_tax: 1.5 });
		expect({ status, body }).toEqual({ status: 201, body: { order_uuid: orderOf('PO-9').uuid, messages: [] } });
		expect(await detail('PO-9')).toMatchObject({ po_number: 'PO-9', address, retailer_provided_order_notes: 'Gift', line_items: [{ sku_id: 'SKU-0001', status: 'Unallocated' }] });
		expect((await ask('Retailer', `GET /timp/orders/${body.order_uuid}/fees/`)).body).toMatchObject({ retailer_provided_tax: 1.5, supplier_provided_tax: null });
		const { skus: [{ sku_id, quantity }] } = wanted();
		const old = await ask('Retailer', 'POST /orders/create/', { purchase_order_id: 'PO-8', address, skus: [{ sku_id, quantity, supplier_uuid: used.sim.state.crux.accounts[1].sideUuid }] });
		expect(old).toMatchObject({ status: 201, body: { purchase_order_id: 'PO-8', line_items: [{ sku_id, status: 'Unallocated' }] } });
	});

	test('twice is two orders', async () => {
		for (let turn = 0; turn < 2; turn++) await ask('Retailer', 'POST /timp/orders/create/', wanted());
		expect((await ask('Retailer', 'GET /timp/orders/po/PO-9/')).body).toHaveLength(2);
	});

	test('unknown SKUs and suppliers, the wrong one of their uuids and no pieces are refused; a supplier places none', async () => {
		expect(await ask('Retailer', 'POST /timp/orders/create/', wanted({ sku_id: 'SKU-X' }))).toEqual({ status: 422, body: said('SKU-X') });
		expect(await ask('Retailer', 'POST /timp/orders/create/', wanted({ supplier_org_uuid: used.sim.state.crux.accounts[1].sideUuid }))).toEqual({ status: 422, body: said('organization uuid') });
		expect(await ask('Retailer', 'POST /timp/orders/create/', wanted({ quantity: 0 }))).toEqual({ status: 400, body: said('1 or more') });
		expect((await ask('Supplier', 'POST /timp/orders/create/', wanted())).status).toBe(409);
		expect(used.sim.state.crux.orders).toHaveLength(6);
	});
});

describe('allocation', () => {
	const allocate = async (po: string, lines: Array<[uuid: string, accepted: number, rejected: number, backordered: number]>, version = '/timp') =>
		await ask('Supplier', `PUT ${version}/orders/allocation/${orderOf(po).uuid}/`, {
			line_items: lines.map(([uuid, a, r, b]) => ({ line_item_uuid: uuid, allocation: { quantity_accepted: a, quantity_rejected: r, quantity_backordered: b, ...(b ? { backorder_date: '2026-12-24' } : {}) } })),
		});

	test.each(['/timp', ''])('%s: each line has its word; one that is not there is a word too', async (version) => {
		const [one, two] = orderOf('PO-1001').lines;
		const { status, body } = await allocate('PO-1001', [[one.uuid, 1, 0, 0], [NOWHERE, 1, 0, 0], [two.uuid, 0, 0, 2]], version);
		expect({ status, body }).toEqual({ status: 200, body: [{ [one.uuid]: 'Allocated' }, { [NOWHERE]: 'Item Not Found' }, { [two.uuid]: 'Backordered' }] });
		const [first, second] = (await detail('PO-1001')).line_items;
		expect(first).toMatchObject({ status: 'Allocated', line_item_designation: 'NeedsTracking', allocation: { quantity_accepted: 1 } });
		expect(second).toMatchObject({ line_item_designation: 'Backordered', allocation: { quantity_backordered: 2, backorder_date: '2026-12-24' } });
	});

	test('rejected, in part, cancelled, more than ordered', async () => {
		const [one, two] = orderOf('PO-1001').lines;
		expect((await allocate('PO-1001', [[one.uuid, 0, 1, 0], [two.uuid, 1, 0, 0]])).body).toEqual([{ [one.uuid]: 'Rejected' }, { [two.uuid]: 'Allocated' }]);
		expect([one.designation, two.status]).toEqual(['Rejected', 'Partial']);
		expect((await allocate('PO-1004', [[lineOf('PO-1004', 1).uuid, 1, 0, 0]])).body).toEqual([{ [lineOf('PO-1004', 1).uuid]: 'Cancelled' }]);
		expect(await allocate('PO-1001', [[two.uuid, 3, 0, 0]])).toEqual({ status: 422, body: said('the 2 ordered') });
	});
});

describe('cancellations', () => {
	const decide = async (what: string, verb: string) => await ask('Supplier', `PATCH /timp/orders/${what}/${verb}/`);

	test('a request is pending and nowhere to be seen, until the supplier confirms it', async () => {
		const before = await detail('PO-1001');
		expect((await ask('Retailer', 'PATCH /timp/orders/cancel/', { order_uuid: orderOf('PO-1001').uuid })).status).toBe(204);
		expect(await detail('PO-1001')).toEqual(before);
		expect(await ask('Retailer', 'PATCH /orders/cancel/', { order_uuid: orderOf('PO-1001').uuid })).toEqual({ status: 422, body: said('no line is open') });
		expect((await decide(`cancel/${orderOf('PO-1001').uuid}`, 'confirm')).status).toBe(204);
		expect((await detail('PO-1001')).line_items.map((line: Json) => line.line_item_designation)).toEqual(['Cancelled', 'Cancelled']);
		expect((await decide(`cancel/${orderOf('PO-1001').uuid}`, 'confirm')).status).toBe(422);
	});

	test('a rejected request leaves the line as it was, and it can be asked for again', async () => {
		const { uuid } = lineOf('PO-1002', 0);
		expect((await decide(`items/cancel/${uuid}`, 'reject')).status).toBe(422);
		for (let turn = 0; turn < 2; turn++) {
			expect((await ask('Retailer', `DELETE /timp/orders/items/cancel/${uuid}/`)).status).toBe(204);
			expect((await decide(`items/cancel/${uuid}`, 'reject')).status).toBe(204);
		}
		expect(lineOf('PO-1002', 0).designation).toBe('NeedsTracking');
		await ask('Retailer', `DELETE /timp/orders/items/cancel/${uuid}/`);
		await decide(`items/cancel/${uuid}`, 'confirm');
		expect([0, 1, 2].map((at) => lineOf('PO-1002', at).designation)).toEqual(['Cancelled', 'HasTracking', 'NeedsTracking']);
	});
});

describe('what both sides note', () => {
	test('invoices stand on the order, twice when they are sent twice', async () => {
		const { uuid } = orderOf('PO-1002');
		const invoice = { invoice_number: 'INV-1', line_items: [{ line_item_uuid: lineOf('PO-1002', 2).uuid, quantity_invoiced: 2 }], supplier_provided_tax: 1 };
		const { body } = await ask('Supplier', `POST /timp/orders/${uuid}/invoices/`, invoice);
		await ask('Supplier', `POST /timp/orders/${uuid}/invoices/`, invoice);
		const { invoices, order_uuid } = (await ask('Retailer', `GET /timp/orders/${uuid}/invoices/`)).body;
		expect({ order_uuid, made: body }).toEqual({ order_uuid: uuid, made: { invoice_uuid: expect.any(String) } });
		expect(invoices.map((one: Json) => [one.invoice_number, one.invoice_items[0].quantity_invoiced])).toEqual([['INV-1', 2], ['INV-1', 2]]);
		const strange = { ...invoice, line_items: [{ line_item_uuid: NOWHERE }] };
		expect(await ask('Supplier', `POST /timp/orders/${uuid}/invoices/`, strange)).toEqual({ status: 422, body: said('no such line') });
	});

	test('attributes are added, notes and fees are set', async () => {
		const { uuid } = orderOf('PO-1003');
		const note = { supplier_provided_notes: 'Late', retailer_provided_order_attributes: [{ attribute_name: 'gift', attribute_value: 'yes' }], line_items: [{ line_item_uuid: lineOf('PO-1003', 0).uuid, supplier_provided_notes: 'Blue' }] };
		for (let turn = 0; turn < 2; turn++) await ask('Supplier', `POST /timp/orders/${uuid}/attributes/`, note);
		const seen = (await ask('Retailer', `GET /timp/orders/${uuid}/attributes/`)).body;
		expect(seen.retailer_provided_order_attributes).toHaveLength(2);
		expect(seen.line_items[0].supplier_provided_notes).toBe('Blue');
		for (const tax of [1, 2]) await ask('Supplier', `POST /timp/orders/${uuid}/fees/`, { supplier_provided_tax: tax, line_items: [{ line_item_uuid: lineOf('PO-1003', 0).uuid, supplier_provided_sku_cost: 9 }] });
		expect((await ask('Retailer', `GET /timp/orders/${uuid}/fees/`)).body).toMatchObject({ supplier_provided_tax: 2, line_items: [{ supplier_provided_sku_cost: 9 }, { supplier_provided_sku_cost: null }] });
	});

	test('orders are acknowledged all or none', async () => {
		const uuids = ['PO-1001', 'PO-1002'].map((po) => ({ order_uuid: orderOf(po).uuid }));
		expect((await ask('Supplier', 'PUT /timp/orders/acknowledge/', { uuids: [...uuids, { order_uuid: NOWHERE }] })).status).toBe(422);
		expect(orderOf('PO-1001').acknowledged).toBeUndefined();
		expect((await ask('Supplier', 'PUT /timp/orders/acknowledge/', { uuids })).status).toBe(204);
		expect([orderOf('PO-1001').acknowledged, orderOf('PO-1003').acknowledged]).toEqual([1, undefined]);
	});
});
