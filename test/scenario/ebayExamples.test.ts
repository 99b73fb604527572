import type { IDataObject } from 'n8n-workflow';
import type { EbayOffer } from '../../simulator/ebay/inventorySeed';
import { lineIdOf, orderIdOf } from '../../simulator/ebay/ordersSeed';
import { PACKAGE, Trigger } from '../support/engine';
import type { Start } from '../support/engine';
import { examples, runExample } from '../support/examples';
import { useSimulator } from '../support/simulator';

/** The examples of eBay; rows of sheets stand in the workflows as text. */
const used = useSimulator();
const ebay = () => used.sim.state.ebay;
const run = async (name: string, start?: Start) => {
	const { ran, rows } = await runExample(name, used.sim, start);
	expect(ran.error).toBeUndefined();
	return rows;
};
const writes = (path: RegExp) => used.sim.calls.filter((call) => path.test(call.path) && call.method !== 'GET' && call.status !== 401);
const sizes = (path: RegExp) => writes(path).map(({ body }) => (body as { requests: unknown[] }).requests.length);

/** A start with what the trigger of an example finds after something has happened. */
async function foundBy(name: string, cause: () => void): Promise<Start> {
	const { name: node, parameters } = examples[name].workflow.nodes.find(({ type }) => type === `${PACKAGE}.ebayOrderTrigger`)!;
	const trigger = new Trigger({ node: 'ebayOrderTrigger', credential: used.credentials.ebay(), parameters });
	expect(await trigger.poll({ isActivation: true })).toBeNull();
	cause();
	return { node, handedOn: (await trigger.poll())! };
}

test('orders to a sheet: one row for every line of every new order, with what a warehouse needs', async () => {
	const start = await foundBy('ebay-orders-to-sheet', () => {
		const { orders } = ebay();
		for (const serial of [1, 2]) orders.set(`99-0000${serial}-00000`, { ...orders.get(orderIdOf(serial + 4))!, orderId: `99-0000${serial}-00000`, createdAt: Date.now(), modifiedAt: Date.now() });
	});
	const { 'Sheet Rows': sheet } = await run('ebay-orders-to-sheet', start);
	const wanted = ['99-00001-00000', '99-00002-00000'].flatMap((orderId) => ebay().orders.get(orderId)!.lines.map(({ lineItemId, sku, quantity }) => [orderId, lineItemId, sku, quantity]));
	expect(sheet.map(({ order, line_item: line, sku, quantity }) => [order, line, sku, quantity]).sort()).toEqual(wanted.sort());
	expect(sheet[0]).toMatchObject({ paid: 'PAID', currency: 'USD', line_total: expect.stringMatching(/^\d+\.\d\d$/), ship_to: expect.stringMatching(/^Buyer of .*, Portland, OR, 97201, US$/) });
});

test('orders so far: from the button, a row for every line of every order that is not shipped', async () => {
	const { 'Sheet Rows': sheet } = await run('ebay-orders-to-sheet');
	const open = [...ebay().orders.values()].filter(({ lines }) => lines.some(({ shipped, quantity }) => shipped < quantity)).flatMap(({ lines }) => lines.map(({ lineItemId }) => lineItemId));
	expect(sheet.map(({ line_item: line }) => line).sort()).toEqual(open.sort());
});

test('tracking: what has gone is told once with its number, the rest says why not, a second run writes nothing', async () => {
	const first = await run('tracking-to-ebay');
	expect(first.Shipped.map(({ line_item: line, status }) => [line, status])).toEqual([[lineIdOf(1, 1), 'shipped'], [lineIdOf(1, 2), 'shipped'], [lineIdOf(2, 2), 'shipped'], [lineIdOf(7, 1), 'failed'], [lineIdOf(13, 1), 'failed']]);
	expect(first.Shipped[4].message).toMatch(/'Tracking Number' needs 'Carrier'/);
	expect(first['Left Out'].map(({ reason }) => reason)).toEqual(['shipped already', 'no tracking number yet', expect.stringMatching(/no such order/), 'stands in the sheet twice']);
	const parcels = ebay().orders.get(orderIdOf(1))!.fulfillments;
	expect(parcels.map(({ trackingNumber, carrier, lines }) => [trackingNumber, carrier, lines]).sort()).toEqual([1, 2].map((line) => ['1Z999AA10123456784', 'UPS', [{ lineItemId: lineIdOf(1, line), quantity: line + 1 }]]).sort());
	const before = writes(/shipping_fulfillment/).filter(({ status }) => status === 201).length;
	const second = await run('tracking-to-ebay');
	expect([before, writes(/shipping_fulfillment/).filter(({ status }) => status === 201).length]).toEqual([3, 3]);
	expect(second['Left Out'].filter(({ reason }) => reason === 'shipped already')).toHaveLength(5);
});

describe('prices from a sheet', () => {
	test('one call for what changes, offer IDs handed back, failures with their reason on a branch of their own', async () => {
		const { 'Sheet Rows': sheet, Failures } = await run('prices-to-ebay');
		expect(sheet.map(({ sku, offer_id: offer, status }) => [sku, offer, status])).toEqual([
			['DEMO-001', '8000000001', 'done'], ['DEMO-002', '8000000002', 'unchanged'], ['DEMO-004', '8000000004', 'done'], ['DEMO-005', '8000000005', 'done'], ['DEMO-007', '8000000007', 'unchanged'],
		]);
		expect(Failures.map(({ sku, outcome, message, what_to_do: help }) => [sku, outcome, `${String(message)} ${String(help)}`])).toEqual([
			['DEMO-003', 'not done', expect.stringMatching(/not published.*25002/)], ['OLD-1', 'not sent', expect.stringMatching(/Listing → Migrate/)],
			['DEMO-008', 'not sent', expect.stringMatching(/'Price' is not an amount/)], ['DEMO-010', 'not sent', expect.stringMatching(/Give at least one of/)],
		]);
		expect(sizes(/bulk_update_price_quantity/)).toEqual([4]);
		expect(ebay().inventory.offers.get('8000000004')).toMatchObject({ availableQuantity: 12, pricingSummary: { price: { value: '14.20' } } });
		expect(ebay().inventory.offers.get('8000000005')).toMatchObject({ availableQuantity: 0 });
	});

	test('a second run changes nothing', async () => {
		await run('prices-to-ebay');
		const { 'Sheet Rows': sheet } = await run('prices-to-ebay');
		expect(sheet.every(({ status }) => status === 'unchanged')).toBe(true);
		expect(Object.fromEntries(ebay().inventory.revisions)).toEqual({ 110000000001: 1, 110000000004: 1, 110000000005: 1 });
	});
});

test('catalogue: 25 rows a call, every row with its listing or its reason, nothing made twice', async () => {
	const { Report } = await run('catalogue-to-ebay');
	const failed = Report.filter(({ status }) => status === 'failed');
	expect(Report).toHaveLength(28);
	expect(failed.map(({ sku, message }) => [sku, message])).toEqual([
		['CAT-005', expect.stringMatching(/'Title' is too long/)], ['CAT-011', expect.stringMatching(/'Image URLs' has an address that does not start with https/)], ['CAT-017', expect.stringMatching(/pictures/)], ['CAT-022', expect.stringMatching(/'Price' must be more than 0/)], ['', expect.stringMatching(/'SKU' is empty/)],
	]);
	expect([sizes(/bulk_create_or_replace_inventory_item/), sizes(/bulk_create_offer/), sizes(/bulk_publish_offer/)]).toEqual([[25], [24], [24]]);
	for (const { sku, offer_id: offerId, listing_id: listingId } of Report.filter(({ status }) => status === 'listed')) {
		expect(ebay().inventory.offers.get(String(offerId))).toMatchObject({ sku, status: 'PUBLISHED', listing: { listingId } });
	}
	const offers = ebay().inventory.offers.size;
	const again = await run('catalogue-to-ebay');
	expect(ebay().inventory.offers.size).toBe(offers);
	expect(again.Report.every(({ status, message }) => status === 'failed' && message !== '')).toBe(true);
});

test('returns: small and harmless ones are approved once, the others go to a person with the day of the answer', async () => {
	const start = await foundBy('returns-triage', () => {
		const [one] = ebay().returns.values();
		const reasons: Array<[string, number]> = [['WRONG_SIZE', 1450], ['NOT_AS_DESCRIBED', 1450], ['NO_REASON', 4500], ['ORDERED_ACCIDENTALLY', 900]];
		reasons.forEach(([reason, cents], index) => ebay().returns.set(`529000000${index}`, { ...one, returnId: `529000000${index}`, reason, line: { ...one.line, cents }, state: 'RETURN_REQUESTED', createdAt: Date.now() + index, history: [...one.history] }));
	});
	used.sim.fault({ path: '5290000003/decide$', kind: 'reset-before' });
	const { Approved, 'Not Approved': open, 'For a Person': person } = await run('returns-triage', start);
	expect(Approved).toEqual([expect.objectContaining({ return: '5290000000', reason: 'WRONG_SIZE', amount: '14.50 USD', status: 'approved' })]);
	expect(open).toEqual([expect.objectContaining({ return: '5290000003', outcome: 'unknown' })]);
	expect(person.map(({ return: id, reason, amount }) => [id, reason, amount])).toEqual([['5290000001', 'NOT_AS_DESCRIBED', '14.50 USD'], ['5290000002', 'NO_REASON', '45.00 USD']]);
	expect(person.every(({ respond_by: day }) => Date.parse(String(day)) > Date.now())).toBe(true);
	expect([writes(/\/decide$/).length, ebay().returns.get('5290000000')!.state, ebay().returns.get('5290000001')!.state]).toEqual([2, 'ITEM_READY_TO_SHIP', 'RETURN_REQUESTED']);
});

test('returns that wait: from the button, those that may be approved are, a second run finds only what is for a person', async () => {
	const waiting = [...ebay().returns.values()].filter(({ state }) => ['RETURN_REQUESTED', 'ITEM_DELIVERED'].includes(state)).length;
	const first = await run('returns-triage');
	expect(first.Approved.length).toBeGreaterThan(0);
	expect(first.Approved.length + first['For a Person'].length).toBe(waiting);
	const second = await run('returns-triage');
	expect([second.Approved, second['For a Person'].map(({ return: id }) => id)]).toEqual([[], first['For a Person'].map(({ return: id }) => id)]);
});

describe('Crux Connect inventory list to eBay', () => {
	const crux = () => used.sim.state.crux;
	const skuOf = (id: unknown) => [...crux().skus.values()].find(({ sku_id: sku }) => sku === id)!;
	const offerOf = (sku: string): EbayOffer | undefined => [...ebay().inventory.offers.values()].find((offer) => offer.sku === sku);
	const statuses = (rows: IDataObject[]) => Object.fromEntries(rows.map(({ sku, status }) => [sku, status]));

	test('lists every SKU that may be sold, none below the minimum advertised price, and says why the others are not', async () => {
		const { Listed, Withdrawn, Failed } = await run('crux-list-to-ebay');
		expect([Listed.length, Withdrawn.length, Failed.length]).toEqual([24, 4, 0]);
		for (const { sku, status, price } of Listed) {
			const { cents, quantity_in_stock: pieces } = skuOf(sku);
			expect(Number(price)).toBeGreaterThanOrEqual((cents + 500) / 100);
			expect(offerOf(String(sku))).toMatchObject({ status: status === 'listed' ? 'PUBLISHED' : 'UNPUBLISHED', availableQuantity: pieces, pricingSummary: { price: { value: price } } });
		}
		expect(Listed.filter(({ status }) => status === 'failed').map(({ sku, message }) => [sku, message])).toEqual(['SKU-0069', 'SKU-0070', 'SKU-0071', 'SKU-0072'].map((sku) => [sku, expect.stringMatching(/pictures/)]));
		expect(Withdrawn.every(({ status, reason }) => status === 'not listed' && reason === 'restricted: discontd')).toBe(true);
	});

	test('afterwards changes what has changed, ends what is barred, restricted or out of stock, and lists it again when it is back', async () => {
		await run('crux-list-to-ebay');
		skuOf('SKU-0049').quantity_in_stock = 0;
		skuOf('SKU-0050').restrictions = 'tmpunavail';
		skuOf('SKU-0051').cents += 1000;
		crux().items.get(skuOf('SKU-0053').itemUuid)!.more = { restrict_from_marketplaces: ['amazon', 'eBay'] };
		const second = await run('crux-list-to-ebay');
		const gone = ['SKU-0049', 'SKU-0050', 'SKU-0053', 'SKU-0054', 'SKU-0055', 'SKU-0056'];
		expect(second.Withdrawn.filter(({ status }) => status === 'withdrawn').map(({ sku, reason }) => [sku, reason])).toEqual(gone.map((sku, index) => [sku, ['out of stock', 'restricted: tmpunavail'][index] ?? 'may not be sold on eBay']));
		expect(gone.map((sku) => offerOf(sku)!.status)).toEqual(gone.map(() => 'UNPUBLISHED'));
		expect(Object.entries(statuses(second.Updated)).filter(([, status]) => status !== 'unchanged')).toEqual([['SKU-0051', 'updated']]);
		skuOf('SKU-0049').quantity_in_stock = 7;
		const third = await run('crux-list-to-ebay');
		expect(statuses(third['Listed Again'])).toMatchObject({ 'SKU-0049': 'listed', 'SKU-0069': 'failed' });
		expect(offerOf('SKU-0049')).toMatchObject({ status: 'PUBLISHED', availableQuantity: 7, categoryId: '9355' });
		expect([...ebay().inventory.revisions.values()].every((count) => count === 1)).toBe(true);
	});
});
