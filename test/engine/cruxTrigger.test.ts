import type { IDataObject } from 'n8n-workflow';
import type { CruxLine, CruxOrder, CruxState } from '../../simulator/crux/state';
import { cruxTrigger } from '../../nodes/Crux/CruxTrigger/triggerTable';
import { addOrder as addOrderTo, id, parcel } from '../support/cruxOrders';
import { runPicker, Trigger } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const crux = (): CruxState => used.sim.state.crux;
const addOrder = (serial: number, created?: string, more?: Partial<CruxLine>): CruxOrder => addOrderTo(crux(), serial, created, more);

const triggerOf = (parameters: IDataObject, role: 'supplier' | 'retailer' = 'supplier', budget?: number, saved: IDataObject = {}) =>
	new Trigger({ node: 'cruxTrigger', credential: used.credentials[role](), parameters: { apiVersion: 'timp', ...parameters } as never }, saved, budget);

interface Cause {
	role?: 'retailer';
	/** Makes it happen; gives what the item must hold. */
	happen: () => object;
	parameters?: IDataObject;
}

const causes: Record<string, Cause> = {
	newOrder: { happen: () => ({ po_number: addOrder(1).poNumber, trigger: { event: 'newOrder' } }) },
	orderChanged: {
		happen: () => {
			const [line] = crux().orders.at(-1)!.lines;
			line.tracking.push(parcel('1Z-CHANGED'));
			return { trigger: { event: 'orderChanged', change: 'changed', changed: ['tracking'] } };
		},
	},
	trackingAdded: {
		happen: () => {
			crux().orders.at(-1)!.lines[0].tracking.push(parcel('1Z-ADDED'));
			return { tracking_number: '1Z-ADDED', po_number: crux().orders.at(-1)!.poNumber };
		},
	},
	invoiceAdded: {
		happen: () => {
			crux().orders.at(-1)!.invoices = [{ uuid: id(3), number: 'INV-1', attributes: [], items: [], charges: {} }];
			return { invoice_number: 'INV-1' };
		},
	},
	orderCancelled: {
		happen: () => {
			crux().orders.at(-1)!.lines[0].designation = 'Cancelled';
			return { line_item_uuid: crux().orders.at(-1)!.lines[0].uuid, designation: 'Cancelled' };
		},
	},
	inventoryChanged: {
		happen: () => {
			const sku = [...crux().skus.values()][2];
			sku.quantity_in_stock = 77;
			return { sku_id: sku.sku_id, quantity_in_stock: 77, trigger: { event: 'inventoryChanged', change: 'changed', changed: ['quantity_in_stock'] } };
		},
	},
	newSku: {
		happen: () => {
			const sku = { ...[...crux().skus.values()][0], uuid: id(4), sku_id: 'SKU-NEW', created: new Date().toISOString() };
			crux().skus.set(sku.uuid, sku);
			return { sku_id: 'SKU-NEW' };
		},
	},
	newItem: {
		happen: () => {
			const item = { ...[...crux().items.values()][0], uuid: id(5), item_id: 'ITEM-NEW' };
			crux().items.set(item.uuid, item);
			return { item_id: 'ITEM-NEW' };
		},
	},
	newConnectionRequest: {
		role: 'retailer',
		happen: () => {
			crux().requests.set(id(6), { uuid: id(6), asked: { organization_name: 'Aldern' }, integrations: [], files: [], date: '2026-11-22', isApproved: false });
			return { record_uuid: id(6), org_name: 'Aldern' };
		},
	},
	connectionRequestApproved: {
		role: 'retailer',
		happen: () => {
			const asked = [...crux().requests.values()].find(({ isApproved }) => !isApproved)!;
			asked.isApproved = true;
			return { record_uuid: asked.uuid, is_approved: true };
		},
	},
	connectionChanged: {
		happen: () => {
			const [one] = crux().connections;
			one.status = 'DEACTIVATED';
			return { uuid: one.uuid, status: 'DEACTIVATED', trigger: { event: 'connectionChanged', change: 'changed', changed: ['status'] } };
		},
	},
	newNotification: {
		happen: () => {
			crux().notices.push({ ...crux().notices[0], uuid: id(7), title: 'Something has happened' });
			return { uuid: id(7), title: 'Something has happened' };
		},
	},
};

test('every event has a cause here', () => {
	expect(Object.keys(causes).sort()).toEqual(cruxTrigger.events.map(({ value }) => value).sort());
});

const inVersions = cruxTrigger.events.flatMap(({ value, since }) => ['timp', ...(since ? [] : ['v1'])].map((version) => [value, version]));

test.each(inVersions)('%s (%s): nothing old, each new thing once', async (event, apiVersion) => {
	addOrder(9);
	const { role, happen, parameters } = causes[event];
	const trigger = triggerOf({ event, apiVersion, ...parameters }, role);
	expect(await trigger.poll({ isActivation: true })).toBeNull();
	expect(await trigger.poll()).toBeNull();
	const wanted = happen();
	const found = await trigger.poll();
	expect(found).toHaveLength(1);
	expect(found![0]).toMatchObject(wanted);
	expect(await trigger.poll()).toBeNull();
	trigger.restart();
	expect(await trigger.poll()).toBeNull();
});

test('a run by hand shows the newest one and notes nothing', async () => {
	addOrder(1, new Date(Date.now() - 1000).toISOString());
	const newest = addOrder(2);
	const trigger = triggerOf({ event: 'newOrder' });
	expect(await trigger.poll({ mode: 'manual' })).toMatchObject([{ po_number: newest.poNumber }]);
	expect(trigger.saved).toEqual({});
	expect(await trigger.poll({ isActivation: true })).toBeNull();
});

test('a run by hand that finds nothing says so, and what to do', async () => {
	crux().orders.length = 0;
	await expect(triggerOf({ event: 'newOrder', lookBack: 3 }).poll({ mode: 'manual' })).rejects.toMatchObject({ message: 'There is nothing to show for New Order', description: expect.stringMatching(/last 89 days.*Look Back \(Days\)/) });
	crux().notices.length = 0;
	await expect(triggerOf({ event: 'newNotification' }).poll({ mode: 'manual' })).rejects.toMatchObject({ message: 'There is nothing to show for New Notification', description: expect.not.stringContaining('Look Back') });
});

test('where nothing is recent, a run by hand shows an older one, which a poll would not tell of', async () => {
	const trigger = triggerOf({ event: 'newOrder' });
	const shown = await trigger.poll({ mode: 'manual' });
	expect(shown).toMatchObject([{ po_number: crux().orders.at(-1)!.poNumber }]);
	expect(Date.parse(String(shown![0].created_date))).toBeLessThan(Date.now() - 7 * 24 * 3600_000);
});

test('a poll that fails says so and moves nothing; the next one makes up for it', async () => {
	const trigger = triggerOf({ event: 'newOrder' });
	await trigger.poll({ isActivation: true });
	const { poNumber } = addOrder(1);
	const fault = used.sim.fault({ service: 'crux', status: 429, headers: { 'retry-after': '600' } });
	await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '429', failure: { cause: 'rate-limited', retryAfterMs: 600_000 } });
	fault.clear();
	used.sim.fault({ service: 'crux', path: 'orders', status: 400, count: 1 });
	await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '400' });
	expect(await trigger.poll()).toMatchObject([{ po_number: poNumber }]);
});

test('what is handed on between a crash and the save comes again, and nothing else', async () => {
	const trigger = triggerOf({ event: 'newOrder' });
	await trigger.poll({ isActivation: true });
	addOrder(1);
	expect(await trigger.poll({ crash: true })).toHaveLength(1);
	trigger.restart();
	expect(await trigger.poll()).toHaveLength(1);
	expect(await trigger.poll()).toBeNull();
});

test('another question starts anew; filters narrow what is told', async () => {
	const job = { node: 'cruxTrigger', credential: used.credentials.supplier() };
	const first = new Trigger({ ...job, parameters: { apiVersion: 'timp', event: 'newOrder' } });
	await first.poll({ isActivation: true });
	addOrder(1, undefined, { status: 'Allocated' });
	const filtered = new Trigger({ ...job, parameters: { apiVersion: 'timp', event: 'newOrder', filters: { allocationStatuses: ['Unallocated'] } } }, first.saved);
	expect(await filtered.poll({ isActivation: true })).toBeNull();
	addOrder(2, undefined, { status: 'Allocated' });
	addOrder(3, undefined, { status: 'Unallocated' });
	expect((await filtered.poll())!.map((one) => one.po_number)).toEqual(['PO-93']);
});

test('a filter that is taken away tells of nothing that was there before', async () => {
	const filtered = triggerOf({ event: 'newOrder', filters: { allocationStatuses: ['Unallocated'] } });
	await filtered.poll({ isActivation: true });
	addOrder(1, undefined, { status: 'Allocated' });
	const open = triggerOf({ event: 'newOrder' }, 'supplier', undefined, filtered.saved);
	expect(await open.poll({ isActivation: true })).toBeNull();
	expect([addOrder(2, undefined, { status: 'Allocated' }), (await open.poll())!.map((one) => one.po_number)]).toMatchObject([{ poNumber: 'PO-92' }, ['PO-92']]);
});

test('SKUs of one list: one that is put into it is new, one that is taken out is forgotten', async () => {
	const [list] = crux().inventoryLists.values();
	const [outside] = [...crux().skus.keys()].filter((uuid) => !list.skuUuids.includes(uuid));
	const trigger = triggerOf({ event: 'newSku', inventoryList: { __rl: true, mode: 'id', value: list.uuid } }, 'retailer');
	await trigger.poll({ isActivation: true });
	list.skuUuids.push(outside);
	expect(await trigger.poll()).toMatchObject([{ uuid: outside }]);
	list.skuUuids.pop();
	expect(await trigger.poll()).toBeNull();
	list.skuUuids.push(outside);
	expect(await trigger.poll()).toHaveLength(1);
});

test('too much to watch is refused when it is activated, and the filter is named', async () => {
	const [sku] = crux().skus.values();
	for (let serial = 0; serial <= 20_000; serial++) crux().skus.set(`many-${serial}`, { ...sku, uuid: `many-${serial}` });
	const refused = triggerOf({ event: 'inventoryChanged' }).poll({ isActivation: true });
	await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('too much to watch for Inventory Changed'), description: expect.stringContaining('Inventory List') });
});

test('more than one poll can carry comes in several, each once', async () => {
	const trigger = triggerOf({ event: 'newOrder' }, 'supplier', 1);
	await trigger.poll({ isActivation: true });
	for (let serial = 0; serial < 250; serial++) addOrder(1).uuid = `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;
	const polls: number[] = [];
	for (let more = 0; more < 8; more++) polls.push((await trigger.poll())?.length ?? 0);
	expect(polls[0]).toBeLessThan(250);
	expect(polls.reduce((sum, count) => sum + count)).toBe(250);
});

test('what cannot be is refused in words before anything is sent', async () => {
	const cases: Array<[IDataObject, string]> = [
		[{ event: 'newOrder', lookBack: 0 }, "'Look Back (Days)'"], [{ event: 'invoiceAdded', apiVersion: 'v1' }, 'Invoice Added needs Timpanogos'],
		[{ event: 'newOrder', filters: { organizationUuids: 'PO-1' } }, "'Organization UUIDs'"], [{ event: 'soon' }, "'Event' does not know"],
	];
	for (const [parameters, words] of cases) {
		const message = await triggerOf(parameters).poll().then(() => 'nothing was refused', (error: Error) => error.message);
		expect(message).toContain(words);
		expect(message).not.toMatch(/\[item/);
	}
	expect(used.sim.calls).toEqual([]);
});

test('what is remembered holds hashes only', async () => {
	const trigger = triggerOf({ event: 'orderChanged', lookBack: 730 });
	await trigger.poll({ isActivation: true });
	const text = JSON.stringify(trigger.saved);
	expect(text).toContain('seen');
	for (const secret of [crux().orders[0].uuid, crux().orders[0].poNumber, String(used.credentials.supplier().password)]) expect(text).not.toContain(secret);
});

test('two polls at once hand nothing on twice', async () => {
	const trigger = triggerOf({ event: 'newOrder' });
	await trigger.poll({ isActivation: true });
	addOrder(1);
	const found = await Promise.all([trigger.poll(), trigger.poll(), trigger.poll()]);
	expect(found.flatMap((one) => one ?? [])).toHaveLength(1);
});

test('the list of its panel opens', async () => {
	expect(Object.keys(cruxTrigger.methods.listSearch)).toEqual(['searchInventoryLists']);
	const { results } = await runPicker({ node: 'cruxTrigger', credential: used.credentials.retailer(), parameters: { event: 'newSku' } }, 'searchInventoryLists');
	expect(results.map(({ value }) => value)).toEqual(expect.arrayContaining([...crux().inventoryLists.keys()].slice(0, 1)));
});
