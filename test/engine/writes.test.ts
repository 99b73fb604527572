import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** What named mechanisms give on operations that show them: results in words, look-ups by search, members left out, secrets, calls without a sign-in. */
const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const calls = () => used.sim.calls.filter(({ path, status }) => !path.includes('login') && status !== 401);
const crux = async (role: 'retailer' | 'supplier', parameters: IDataObject, more: object = {}) =>
	await runNode({ node: 'crux', credential: used.credentials[role](), parameters: { apiVersion: 'timp', options: {}, ...parameters } as never, ...more });
const crux1 = () => used.sim.state.crux;

// a token that a reset has forgotten costs a 401, on which a fault would be spent
beforeEach(async () => {
	for (const role of ['retailer', 'supplier'] as const) await crux(role, { resource: 'organization', operation: 'get' });
	used.sim.calls.length = 0;
});

describe('results in words', () => {
	const allocate = async (rows: IDataObject[]) => await crux('supplier', {
		resource: 'order', operation: 'allocate', order: byId(crux1().orders[0].uuid), lineItem: byId('={{ $json.line }}'), accepted: '={{ $json.pieces }}', rejected: 0, backordered: 0, backorderDate: '', report: 'all',
	}, { input: rows as never, settings: { onError: 'continueRegularOutput' } });

	test('lines of an order go in one call; a line that is not found fails alone, in its own place', async () => {
		const [one, two] = crux1().orders[0].lines;
		const { out } = await allocate([{ line: one.uuid, pieces: 1 }, { line: '6dc3646a-8719-483e-8b4c-617215fb1bf0', pieces: 1 }, { line: two.uuid, pieces: 2 }]);
		expect(calls()).toHaveLength(1);
		expect(out.map(({ json }) => json.status ?? json.error)).toEqual(['Allocated', 'Item Not Found', 'Allocated']);
		expect(out[1].json.details).toMatchObject({ statusCode: 422, outcome: 'not done', description: expect.stringContaining('The order has no such line') });
		expect([one, two].map(({ status, allocation }) => [status, allocation?.accepted])).toEqual([['Allocated', 1], ['Allocated', 2]]);
	});

	test('three quantities of 0 are refused before anything is sent; what was said is handed on', async () => {
		const [one, two] = crux1().orders[0].lines;
		const { out } = await allocate([{ line: one.uuid, pieces: 0 }, { line: two.uuid, pieces: 2 }]);
		expect(out[0].json).toMatchObject({ error: "Give more than 0 for at least one of 'Quantity Accepted', 'Quantity Rejected', 'Quantity Backordered' [item 0]", details: { outcome: 'not sent' } });
		expect(out[1].json).toMatchObject({ line_item_uuid: two.uuid, quantity_accepted: 2, quantity_rejected: 0 });
		expect(one.allocation).toBeUndefined();
	});

	test('the same line twice goes into two calls', async () => {
		const [, two] = crux1().orders[0].lines;
		const { out } = await allocate([{ line: two.uuid, pieces: 1 }, { line: two.uuid, pieces: 2 }]);
		expect(calls()).toHaveLength(2);
		expect(out.map(({ json }) => json.line_item_uuid)).toEqual([two.uuid, two.uuid]);
		expect(two.allocation?.accepted).toBe(2);
	});
});

describe('an order whose answer is lost', () => {
	const address = { recipient: 'Ida Brandt', address1: '12 Elm Street', city: 'Portland', state: 'OR', postalCode: '97201' };
	const placed = (po: string) => crux1().orders.filter(({ poNumber }) => poNumber === po);
	const create = async (version: 'timp' | 'v1', more: IDataObject = {}) => {
		const [, { orgUuid, sideUuid }] = crux1().accounts;
		const skus = { entries: [{ skuId: 'SKU-0001', quantity: 2, supplier: byId(version === 'timp' ? orgUuid : sideUuid) }] };
		return await crux('retailer', { apiVersion: version, resource: 'order', operation: 'create', bodyInput: 'fields', poNumber: 'PO-7001', skus, ...address, addressDetails: {}, additionalFields: {}, ...more });
	};

	test.each(['timp', 'v1'] as const)('%s: it is looked up, and not placed twice', async (version) => {
		used.sim.fault({ method: 'POST', path: 'orders/create/', kind: 'reset-after', count: 1 });
		const { json, error } = await create(version);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ success: true, po_number: 'PO-7001' });
		expect(placed('PO-7001')).toHaveLength(1);
	});

	test.each(['timp', 'v1'] as const)('%s: one that was not placed is placed, once', async (version) => {
		used.sim.fault({ method: 'POST', path: 'orders/create/', status: 503, count: 1 });
		const { error } = await create(version);
		expect(error).toBeUndefined();
		expect(placed('PO-7001')).toHaveLength(1);
	});

	test('another order of the same number is no proof', async () => {
		await create('timp', { skus: { entries: [{ skuId: 'SKU-0002', quantity: 1, supplier: byId(crux1().accounts[1].orgUuid) }] } });
		used.sim.fault({ method: 'POST', path: 'orders/create/', status: 503, count: 1 });
		await create('timp');
		expect(placed('PO-7001').map(({ lines }) => lines.length)).toEqual([1, 1]);
	});

	test('a body of the user\'s own is looked up by what stands in it', async () => {
		used.sim.fault({ method: 'POST', path: 'orders/create/', kind: 'reset-after', count: 1 });
		const skus = [{ sku_id: 'SKU-0001', quantity: 2, supplier_org_uuid: crux1().accounts[1].orgUuid }];
		const bodyJson = JSON.stringify({ po_number: 'PO-7002', skus, address: { name: 'A', address1: 'B', city: 'C', state: 'D', postal_code: '1' } });
		const { error } = await crux('retailer', { resource: 'order', operation: 'create', bodyInput: 'json', bodyJson });
		expect(error).toBeUndefined();
		expect(placed('PO-7002')).toHaveLength(1);
	});

	test('an invoice is looked up by its number and its lines', async () => {
		const order = crux1().orders[1];
		const invoice = async () => await crux('supplier', { resource: 'order', operation: 'createInvoice', order: byId(order.uuid), invoiceNumber: 'INV-1', lineItems: { entries: [{ lineItem: byId(order.lines[0].uuid), quantity: 1 }] }, additionalFields: {} });
		used.sim.fault({ method: 'POST', path: 'invoices/', kind: 'reset-after', count: 1 });
		expect((await invoice()).error).toBeUndefined();
		expect(order.invoices).toHaveLength(1);
	});

	test('a package and an invoice given as JSON are looked up by what stands in it, which comes back with the result', async () => {
		const order = crux1().orders[1];
		const line = order.lines.find(({ designation }) => designation === 'NeedsTracking')!;
		const send = async (operation: string, body: IDataObject) => await crux('supplier', { resource: 'order', operation, order: byId(order.uuid), bodyInput: 'json', bodyJson: JSON.stringify(body) });
		for (const path of ['orders/tracking/', 'invoices/']) used.sim.fault({ method: 'POST', path, kind: 'reset-after', count: 1 });
		const tracked = await send('addTracking', { tracking_number: 'T-77', line_items: [{ line_item_uuid: line.uuid, quantity_shipped: 1 }] });
		const invoiced = await send('createInvoice', { invoice_number: 'INV-77', line_items: [{ line_item_uuid: line.uuid, quantity_invoiced: 1 }] });
		expect([tracked.json, invoiced.json]).toEqual([[{ success: true, order_uuid: order.uuid, tracking_number: 'T-77' }], [{ success: true, order_uuid: order.uuid, invoice_number: 'INV-77' }]]);
		expect([line.tracking.map(({ number }) => number), order.invoices?.map(({ number }) => number)]).toEqual([['T-77'], ['INV-77']]);
	});

	test('a cancellation that was asked for twice may have been asked for', async () => {
		used.sim.fault({ method: 'PATCH', path: 'orders/cancel/', status: 503, applied: true, count: 1 });
		const { json } = await crux('retailer', { resource: 'order', operation: 'cancel', order: byId(crux1().orders[0].uuid) }, { settings: { onError: 'continueRegularOutput' } });
		expect(json[0].details).toMatchObject({ statusCode: 422, outcome: 'unknown', description: expect.stringContaining('may have done it') });
	});
});

describe('what nobody may read', () => {
	const login = async (more: IDataObject = {}) => await crux('retailer', { resource: 'account', operation: 'getToken', ...used.sim.demo.cruxRetailer, output: 'withoutToken', ...more });

	test('a token is left out unless it is asked for, and the call takes none', async () => {
		const { json } = await login();
		expect(Object.keys(json[0])).not.toContain('auth_token');
		expect(json[0].org_type).toBe('RETAILER');
		expect(used.sim.calls).toHaveLength(1);
		expect(used.sim.calls[0].headers.authorization).toBeUndefined();
		expect((await login({ output: 'withToken' })).json[0].auth_token).toMatch(/^[0-9a-f]{40}$/);
	});

	test('Dry Run and failures hide what was given', async () => {
		const { json } = await login({ options: { dryRun: true } });
		expect(json[0]).toMatchObject({ dryRun: true, body: { password: '***' } });
		used.sim.fault({ kind: 'status', status: 500, body: { message: `no ${used.sim.demo.cruxRetailer.password} here` } } as never);
		const { json: failed } = await crux('retailer', { resource: 'account', operation: 'getToken', ...used.sim.demo.cruxRetailer, output: 'withoutToken' }, { settings: { onError: 'continueRegularOutput' } });
		expect(JSON.stringify(failed)).not.toContain(used.sim.demo.cruxRetailer.password);
	});

	test('the number of a card is never handed on', async () => {
		const { json } = await crux('retailer', { apiVersion: 'v1', resource: 'billing', operation: 'getPaymentMethods' });
		expect(json[0]).toMatchObject({ card_last_four: '4242' });
		expect(JSON.stringify(json)).not.toContain('4242424242424242');
	});
});

test('start and limit go out under both of their names', async () => {
	const { json } = await crux('retailer', { resource: 'discoverySupplier', operation: 'getAll', returnAll: true, filters: {}, sort: {} });
	expect(json).toHaveLength(120);
	expect(calls().map(({ body }) => body)).toEqual([{ pagination: { start: 0, limit: 100 }, start: 0, limit: 100 }, { pagination: { start: 100, limit: 100 }, start: 100, limit: 100 }]);
});
