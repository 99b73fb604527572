import { sleep } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const BULK = '/sell/inventory/v1/bulk_update_price_quantity';

const job = (rows: IDataObject[], more: IDataObject = {}, settings: Partial<INode> = { onError: 'continueRegularOutput' }): NodeJob => ({
	node: 'ebayListings', credential: used.credentials.ebay(), settings, input: rows,
	parameters: {
		resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', offer: '={{ $json.offerId }}', price: '={{ $json.price }}', offerQuantity: '={{ $json.pieces }}', quantity: '={{ $json.stock }}',
		...more,
	},
});

const inventory = () => used.sim.state.ebay.inventory;
const sent = () => used.sim.calls.filter(({ path, status }) => path === BULK && status !== 401).map(({ body }) => (body as { requests: IDataObject[] }).requests);
const lookUps = () => used.sim.calls.filter(({ path, status }) => path === '/sell/inventory/v1/offer' && status !== 401).map(({ query }) => query.sku);
const priceOf = (offerId: string) => inventory().offers.get(offerId)!.pricingSummary?.price?.value;

test('by SKU alone: the offer is looked up once, and handed on with the row, its own columns and what became of it', async () => {
	const { out } = await runNode(job([{ shelf: 'A1', sku: 'DEMO-001', price: '77.10' }, { shelf: 'A2', sku: 'DEMO-002', pieces: 4 }]));
	expect(lookUps()).toEqual(['DEMO-001', 'DEMO-002']);
	expect(sent()).toEqual([[
		{ sku: 'DEMO-001', offers: [{ offerId: '8000000001', price: { value: '77.10', currency: 'USD' } }] }, { sku: 'DEMO-002', offers: [{ offerId: '8000000002', availableQuantity: 4 }] },
	]]);
	expect(out.map(({ json }) => json)).toEqual([
		{ shelf: 'A1', sku: 'DEMO-001', price: '77.10', offerId: '8000000001', statusCode: 200, status: 'done', changed: true, message: '' },
		{ shelf: 'A2', sku: 'DEMO-002', pieces: 4, offerId: '8000000002', statusCode: 200, status: 'done', changed: true, message: '' },
	]);
});

test('with the offer ID, or for the total quantity alone, nothing is looked up', async () => {
	await runNode(job([{ sku: 'DEMO-001', offerId: '8000000001', price: '77.10' }, { sku: 'DEMO-002', stock: 9 }]));
	expect(lookUps()).toEqual([]);
	expect(sent()).toHaveLength(1);
});

test('a SKU that is not in the inventory says that listings made elsewhere are migrated first, and fails alone', async () => {
	const { out } = await runNode(job([{ sku: 'OLD-1', price: '1.00' }, { sku: 'DEMO-001', price: '2.00' }]));
	expect(out[0].json).toMatchObject({ sku: 'OLD-1', price: '1.00', status: 'not sent', changed: false, message: expect.stringMatching(/no offer for the SKU "OLD-1".*Listing → Migrate/), error: expect.any(String), details: { outcome: 'not sent' } });
	expect(out[1].json).toMatchObject({ status: 'done' });
	expect(priceOf('8000000001')).toBe('2.00');
});

test('on the error output a failed row is bare, as n8n adds its input row', async () => {
	const { errors } = await runNode(job([{ shelf: 'A1', sku: 'OLD-1', price: '1.00' }], {}, { onError: 'continueErrorOutput' }));
	expect(Object.keys(errors[0].json).sort()).toEqual(['details', 'error', 'price', 'shelf', 'sku']);
});

test('a price in another currency than the offer has is not sent', async () => {
	inventory().offers.get('8000000001')!.pricingSummary = { price: { value: '9.00', currency: 'GBP' } };
	const { out } = await runNode(job([{ sku: 'DEMO-001', price: '1.00' }]));
	expect(out[0].json).toMatchObject({ status: 'not sent', message: expect.stringMatching(/priced in GBP.*in USD.*Choose its Marketplace/) });
	expect(sent()).toEqual([]);
});

test('several offers of a SKU are not guessed between', async () => {
	inventory().offers.set('1', { ...inventory().offers.get('8000000001')!, offerId: '1', marketplaceId: 'EBAY_GB' });
	const { out } = await runNode(job([{ sku: 'DEMO-001', pieces: 1 }]));
	expect(out[0].json).toMatchObject({ status: 'not sent', message: expect.stringMatching(/has 2 offers.*Choose the Marketplace/) });
	await runNode(job([{ sku: 'DEMO-001', pieces: 1 }], { marketplace: 'EBAY_GB' }));
	expect(sent()).toEqual([[{ sku: 'DEMO-001', offers: [{ offerId: '1', availableQuantity: 1 }] }]]);
});

describe('Compare First', () => {
	const compared = (rows: IDataObject[], options: IDataObject = {}) => runNode(job(rows, { compareFirst: true, options: options as never }));

	test('rows that would change nothing are not sent, however their numbers are written', async () => {
		const stock = inventory().items.get('DEMO-003')!.availability!.shipToLocationAvailability!.quantity;
		const { out } = await compared([{ sku: 'DEMO-001', price: '10.5', pieces: '2' }, { sku: 'DEMO-002', price: '11.50', pieces: 9 }, { sku: 'DEMO-003', stock }]);
		expect(out.map(({ json }) => [json.status, json.changed, json.offerId])).toEqual([['unchanged', false, '8000000001'], ['done', true, '8000000002'], ['unchanged', false, undefined]]);
		expect(sent()).toEqual([[expect.objectContaining({ sku: 'DEMO-002' })]]);
		expect(lookUps()).toEqual(['DEMO-001', 'DEMO-002']);
	});

	test('what no read tells is sent', async () => {
		await compared([{ sku: 'DEMO-001', price: '10.50' }], { additionalBodyFields: '{ "note": 1 }' });
		expect(sent()).toHaveLength(1);
	});

	test('the second row of a SKU is compared with what the first has done', async () => {
		const { out } = await compared([{ sku: 'DEMO-001', price: '5.00' }, { sku: 'DEMO-001', price: '5' }, { sku: 'DEMO-001', price: '6.00' }]);
		expect(out.map(({ json }) => json.status)).toEqual(['done', 'unchanged', 'done']);
		expect(priceOf('8000000001')).toBe('6.00');
	});
});

const many = (count: number) => {
	const { items, offers } = inventory();
	return Array.from({ length: count }, (_, index): IDataObject => {
		const [sku, offerId] = [`BULK-${index}`, String(9000000000 + index)];
		items.set(sku, { ...items.get('DEMO-001')!, sku });
		offers.set(offerId, { ...offers.get('8000000001')!, offerId, sku, listing: { listingId: `L${index}`, listingStatus: 'ACTIVE', soldQuantity: 0 } });
		return { sku, offerId, price: '12.00', row: index };
	});
};

test('300 rows without offer IDs: 300 look-ups and 12 calls, never more under way than asked', async () => {
	const rows = many(300).map(({ sku, price, row }) => ({ sku, price, row }));
	const { out } = await runNode(job(rows, { options: { concurrency: 4 } }));
	expect([lookUps().length, sent().length, Math.max(...sent().map(({ length }) => length))]).toEqual([300, 12, 25]);
	expect(out.map(({ json }) => [json.row, json.status, json.offerId])).toEqual(rows.map((_, index) => [index, 'done', String(9000000000 + index)]));
	expect(Math.max(...used.sim.calls.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(4);
});

test('a run that stops says what became of every row; what was looked up and not sent is not sent', async () => {
	const rows = many(60).map(({ sku, price, row }) => ({ sku, price, row }));
	used.sim.fault({ path: BULK, status: 400, after: 1 });
	const { error } = await runNode(job(rows, { options: { concurrency: 1 } }, {}));
	expect(error?.description).toMatch(/Other items: done 0–24; failed too 26–49; not sent 50–59\./);
});

test('a quota that ends in the middle: the rest is not sent, and a second run does it', async () => {
	const rows = many(100);
	used.sim.fault({ path: BULK, status: 429, headers: { 'retry-after': '7200' }, after: 3 });
	const { out } = await runNode(job(rows, { options: { concurrency: 1 } }));
	expect(out.map(({ json }) => json.status)).toEqual(rows.map((_, index) => (index < 50 ? 'done' : index < 75 ? 'not done' : 'not sent')));
	used.sim.clearFaults();
	const again = await runNode(job(rows, { compareFirst: true }));
	expect(again.out.filter(({ json }) => json.status === 'unchanged')).toHaveLength(50);
	expect(again.out.filter(({ json }) => json.status === 'done')).toHaveLength(50);
	expect([...inventory().revisions.values()].every((count) => count === 1)).toBe(true);
});

test('the 251st revision of a listing in a day is refused, and the row says so', async () => {
	inventory().revisions.set('110000000001', 250);
	const { out } = await runNode(job([{ sku: 'DEMO-001', price: '1.00' }, { sku: 'DEMO-002', price: '1.00' }]));
	expect(out.map(({ json }) => json.status)).toEqual(['not done', 'done']);
	expect(out[0].json.message).toContain('250 revisions');
});

describe('a sheet that names a SKU more often than eBay takes revisions in a day', () => {
	const rows = Array.from({ length: 252 }, (_, index) => ({ sku: 'DEMO-001', offerId: '8000000001', price: `${index + 1}.00`, row: index }));
	const mixed = [...rows, { sku: 'DEMO-002', offerId: '8000000002', price: '1.00', row: 252 }];

	test('250 rows of it are sent, the others say why not, and no other row suffers', async () => {
		const { out } = await runNode(job(mixed));
		expect(out.map(({ json }) => json.status)).toEqual(mixed.map(({ row }) => (row === 250 || row === 251 ? 'not sent' : 'done')));
		expect(out[251].json.message).toMatch(/^More than 250 rows have the same SKU \[item 251\].*250 revisions of a listing a day/);
		expect(inventory().revisions.get('110000000001')).toBe(250);
	});

	test('where the node stops on failures, nothing is sent', async () => {
		const { error } = await runNode(job(mixed, {}, {}));
		expect(error?.message).toBe('More than 250 rows have the same SKU [item 250]');
		expect(sent()).toEqual([]);
	});
});

describe('ending a listing by SKU', () => {
	const end = (...skus: string[]) => runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), settings: { onError: 'continueRegularOutput' }, input: skus.map((sku) => ({ sku })),
		parameters: { resource: 'listing', operation: 'end', sku: { __rl: true, mode: 'id', value: '={{ $json.sku }}' } },
	});
	const withdrawn = () => used.sim.calls.filter(({ path, status }) => path.endsWith('/withdraw') && status !== 401).length;

	test('its offer is looked up; run again, it is left as it is', async () => {
		const first = await end('DEMO-001', 'OLD-1');
		expect(first.json).toEqual([{ success: true, offerId: '8000000001', listingId: '110000000001' }, { error: expect.stringMatching(/no offer for the SKU "OLD-1"/), details: expect.objectContaining({ outcome: 'not sent' }) }]);
		const second = await end('DEMO-001');
		expect(second.json).toEqual([{ success: true, offerId: '8000000001', status: 'unchanged', changed: false, message: expect.any(String) }]);
		expect(withdrawn()).toBe(1);
	});
});

test('a bulk call that keeps other fields reads them anew before a further try', async () => {
	const { items } = inventory();
	used.sim.fault({ path: '/bulk_create_or_replace_inventory_item$', status: 503, after: 0, count: 1 });
	const running = runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), input: [{ sku: 'DEMO-001' }, { sku: 'DEMO-002' }],
		parameters: { resource: 'inventoryItem', operation: 'createOrReplaceBulk', sku: '={{ $json.sku }}', title: 'New title' },
	});
	for (let waited = 0; waited < 500 && !used.sim.calls.some(({ fault }) => fault !== null); waited++) await sleep(5);
	items.set('DEMO-002', { ...items.get('DEMO-002')!, condition: 'LIKE_NEW' });
	expect((await running).error).toBeUndefined();
	expect(items.get('DEMO-002')).toMatchObject({ condition: 'LIKE_NEW', product: { title: 'New title', brand: 'Demo' } });
	expect(items.get('DEMO-001')).toMatchObject({ condition: 'NEW', product: { title: 'New title' }, availability: { shipToLocationAvailability: { quantity: 7 } } });
});
