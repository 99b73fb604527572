import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { skuOf } from '../../simulator/ebay/inventorySeed';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** eBay refuses a write of an item that another write is changing at that moment (25025). */
const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const item = (sku: string) => used.sim.state.ebay.inventory.items.get(sku)!;
const writes = () => used.sim.calls.filter(({ method, path, status }) => method === 'PUT' && path.includes('/inventory_item/') && status !== 401);
const refused = () => used.sim.calls.filter(({ status }) => status === 500);

/** Every write takes a while. */
const slow = (delay = 150) => used.sim.fault({ method: 'PUT', path: '/sell/inventory/v1/', kind: 'delay', delay });

const replace = async (input: IDataObject[], more: IDataObject = {}): Promise<NodeRan> => await runNode({
	node: 'ebayListings', credential: used.credentials.ebay(), input,
	parameters: { resource: 'inventoryItem', operation: 'createOrReplace', sku: '={{ $json.sku }}', contentLanguage: 'marketplace', title: '={{ $json.title }}', quantity: '={{ $json.quantity }}', options: { concurrency: 10 }, ...more } as never,
});

/** A write of someone else, past this package. */
async function fromElsewhere(sku: string, body: IDataObject): Promise<number> {
	const [token] = [...used.sim.state.ebay.tokens].find(([, { kind }]) => kind === 'user')!;
	const answer = await fetch(`${used.sim.urls.ebay}/api.ebay.com/sell/inventory/v1/inventory_item/${sku}`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-language': 'en-US', 'accept-language': 'en-US' }, body: JSON.stringify(body) });
	return answer.status;
}

test('two writes of one SKU at the same time: the second one is refused and does nothing; other SKUs are free', async () => {
	await replace([{ sku: skuOf(9), title: 'Warm up' }]);
	slow();
	const [first, second, other] = await Promise.all([fromElsewhere(skuOf(1), { product: { title: 'First' } }), fromElsewhere(skuOf(1), { product: { title: 'Second' } }), fromElsewhere(skuOf(2), { product: { title: 'Other' } })]);
	expect([[first, second].sort(), other]).toEqual([[204, 500], 204]);
	expect(await fromElsewhere(skuOf(1), { product: { title: 'Third' } })).toBe(204);
	expect(item(skuOf(1)).product!.title).toBe('Third');
});

test('rows of one SKU go one after the other, and are never refused so; rows of different SKUs go at once', async () => {
	slow();
	const rows = Array.from({ length: 12 }, (_, index) => ({ sku: skuOf(1 + (index % 4)), title: `Title ${index}` }));
	const { error } = await replace(rows);
	expect(error).toBeUndefined();
	expect(refused()).toEqual([]);
	expect([1, 2, 3, 4].map((serial) => item(skuOf(serial)).product!.title)).toEqual(['Title 8', 'Title 9', 'Title 10', 'Title 11']);
	expect(Math.max(...writes().map(({ inFlight }) => inFlight))).toBeGreaterThan(1);
});

test('an item that is listed on two sites by one run: its writes go one after the other too', async () => {
	used.sim.fault({ path: '/sell/inventory/v1/', kind: 'delay', delay: 40 });
	const { json, error } = await runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), input: [{ site: 'EBAY_US' }, { site: 'EBAY_GB' }],
		parameters: { resource: 'listing', operation: 'listItem', sku: 'LAMP-1', marketplace: '={{ $json.site }}', format: 'FIXED_PRICE', title: 'Lamp', imageUrls: 'https://i.ebayimg.test/1.jpg', condition: 'NEW', quantity: 1, price: '5.00', category: '20697', product: { aspectsJson: '{ "Brand": "Acme" }' }, location: byId('DEMO-WAREHOUSE'), options: {} } as never,
	});
	expect(error).toBeUndefined();
	expect(json.map(({ listing }) => listing)).toEqual(['published', 'published']);
	expect(refused()).toEqual([]);
});

test('a write that meets one of someone else is sent again, after a new read: what the other one changed is kept', async () => {
	await replace([{ sku: skuOf(9), title: 'Warm up' }]);
	used.sim.calls.length = 0;
	slow(300);
	const elsewhere = fromElsewhere(skuOf(1), { ...item(skuOf(1)), sku: undefined, locale: undefined, condition: 'USED_GOOD' });
	const { json, error } = await replace([{ sku: skuOf(1), title: 'Mine' }]);
	expect(error).toBeUndefined();
	expect(await elsewhere).toBe(204);
	expect(json).toEqual([{ success: true, sku: skuOf(1) }]);
	expect(refused().length).toBeGreaterThan(0);
	expect(item(skuOf(1))).toMatchObject({ condition: 'USED_GOOD', product: { title: 'Mine' } });
});

test('a bulk call that is sent again keeps what someone else has changed since the first try', async () => {
	const bulk = /\/bulk_create_or_replace_inventory_item$/;
	const tried = () => used.sim.calls.filter(({ path, status }) => bulk.test(path) && status !== 401);
	used.sim.fault({ method: 'POST', path: bulk.source, status: 503, headers: { 'retry-after': '1' }, count: 1 });
	const run = runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), input: [1, 2].map((serial) => ({ sku: skuOf(serial), title: `Mine ${serial}` })),
		parameters: { resource: 'inventoryItem', operation: 'createOrReplaceBulk', sku: '={{ $json.sku }}', title: '={{ $json.title }}', options: {} } as never,
	});
	while (!tried().length) await sleep(5);
	item(skuOf(1)).condition = 'USED_GOOD';
	expect((await run).error).toBeUndefined();
	expect(tried().map(({ status }) => status)).toEqual([503, 200]);
	expect(item(skuOf(1))).toMatchObject({ condition: 'USED_GOOD', product: { title: 'Mine 1' } });
});
