import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, withQuery } from './ebayCalls';
import type { Json } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

const ROOT = '/sell/inventory/v1/offer';
const PUBLISHED = '8000000001';
const COMPLETE = '8000000003';
const INCOMPLETE = '8000000006';

const offers = () => used.sim.state.ebay.inventory.offers;
const offersOf = (query: Record<string, string>) => call('GET', withQuery(ROOT, query));
const update = (offerId: string, body: Json) => call('PUT', `${ROOT}/${offerId}`, { body, headers: { 'content-language': 'en-US' } });
const publish = (offerId: string) => call('POST', `${ROOT}/${offerId}/publish`);

const POLICIES = { fulfillmentPolicyId: '5000000001', paymentPolicyId: '5100000001', returnPolicyId: '5200000001' };
const FULL = {
	categoryId: '9355', merchantLocationKey: 'DEMO-WAREHOUSE', availableQuantity: 2, listingPolicies: POLICIES, pricingSummary: { price: { value: '12.00', currency: 'USD' } },
};

describe('reading offers', () => {
	test('needs a SKU; one without offers is 404 with 25713', async () => {
		expect([codeOf(await call('GET', ROOT)), codeOf(await offersOf({ sku: '' })), codeOf(await offersOf({ sku: '00070' }))]).toEqual(['400 25709', '400 25709', '404 25713']);
	});

	test('gives the offers of the SKU, narrowed by format and marketplace, page by page', async () => {
		expect((await offersOf({ sku: 'DEMO-005' })).json).toMatchObject({ total: 2, size: 1, limit: 100, offers: [{ offerId: '8000000005' }, { offerId: '8000000905' }] });
		expect((await offersOf({ sku: 'DEMO-005', format: 'AUCTION' })).json.offers).toHaveLength(1);
		expect(codeOf(await offersOf({ sku: 'DEMO-005', marketplace_id: 'EBAY_DE' }))).toBe('404 25713');
		const first = await offersOf({ sku: 'DEMO-005', limit: '1' });
		expect(first.json.next).toBe(`${ROOT}?sku=DEMO-005&limit=1&offset=1`);
		const last = await call('GET', first.json.next as string);
		expect([last.json.offers[0].offerId, last.json.next]).toEqual(['8000000905', undefined]);
	});

	test('100 offers are the most of a page', async () => {
		expect(codeOf(await offersOf({ sku: 'DEMO-005', limit: '101' }))).toBe('400 25706');
	});

	test('an offer has its listing when it is published; an unknown one is 404 with 25713', async () => {
		expect((await call('GET', `${ROOT}/${PUBLISHED}`)).json).toMatchObject({ status: 'PUBLISHED', listing: { listingId: '110000000001', listingStatus: 'ACTIVE' } });
		expect((await call('GET', `${ROOT}/${COMPLETE}`)).json).not.toHaveProperty('listing');
		expect(codeOf(await call('GET', `${ROOT}/1`))).toBe('404 25713');
	});
});

describe('updating an offer', () => {
	test('replaces all but what makes it this offer', async () => {
		expect((await update(COMPLETE, { availableQuantity: 7 })).status).toBe(204);
		expect(offers().get(COMPLETE)).toEqual({ offerId: COMPLETE, sku: 'DEMO-003', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', status: 'UNPUBLISHED', availableQuantity: 7 });
	});

	test('auction prices do not go with a fixed price', async () => {
		expect(codeOf(await update(COMPLETE, { pricingSummary: { auctionStartPrice: { value: '1.00', currency: 'USD' } } }))).toBe('400 25758');
	});

	test('a live one must stay fit to be listed, and keeps its listing and its start', async () => {
		const before = offers().get(PUBLISHED);
		expect(codeOf(await update(PUBLISHED, { availableQuantity: 7 }))).toBe('400 25012');
		expect(offers().get(PUBLISHED)).toBe(before);
		const answer = await update(PUBLISHED, { ...FULL, listingStartDate: '2030-01-01T00:00:00Z' });
		expect([answer.status, answer.json.offerId, answer.json.warnings[0].errorId]).toEqual([200, PUBLISHED, 25753]);
		expect(offers().get(PUBLISHED)).toEqual({ ...FULL, offerId: PUBLISHED, sku: 'DEMO-001', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', status: 'PUBLISHED', listing: before?.listing });
	});

	test('needs a Content-Language, an offer that exists, and no members of the answer', async () => {
		expect(codeOf(await call('PUT', `${ROOT}/${COMPLETE}`, { body: FULL }))).toBe('400 25709');
		expect(codeOf(await update('1', FULL))).toBe('404 25713');
		expect(codeOf(await update(COMPLETE, { ...FULL, sku: 'DEMO-003' }))).toBe('400 2004');
	});
});

describe('publishing an offer', () => {
	test('gives a listing once; the second time is 25002', async () => {
		const answer = await publish(COMPLETE);
		expect(answer.status).toBe(200);
		expect(answer.json.listingId).toMatch(/^1101\d{8}$/);
		expect(offers().get(COMPLETE)).toMatchObject({ status: 'PUBLISHED', listing: { listingId: answer.json.listingId } });
		expect(codeOf(await publish(COMPLETE))).toBe('400 25002');
		expect(codeOf(await publish('1'))).toBe('404 25713');
	});

	const without = (name: keyof typeof FULL) => Object.fromEntries(Object.entries(FULL).filter(([key]) => key !== name));
	test.each<[string, Json, number]>([
		['location', without('merchantLocationKey'), 25012],
		['known location', { ...FULL, merchantLocationKey: 'NOWHERE' }, 25012],
		['policies', without('listingPolicies'), 25007],
		['payment policy', { ...FULL, listingPolicies: { ...POLICIES, paymentPolicyId: '1' } }, 25008],
		['return policy', { ...FULL, listingPolicies: { ...POLICIES, returnPolicyId: undefined } }, 25009],
		['category', without('categoryId'), 25005],
		['leaf category', { ...FULL, categoryId: '15032' }, 25005],
		['quantity', without('availableQuantity'), 25004],
		['price', without('pricingSummary'), 25003],
		['price above 0', { ...FULL, pricingSummary: { price: { value: '0.00', currency: 'USD' } } }, 25003],
	])('without %s it is refused', async (_, body, code) => {
		expect((await update(INCOMPLETE, body)).status).toBe(204);
		expect(codeOf(await publish(INCOMPLETE))).toBe(`400 ${code}`);
		expect(offers().get(INCOMPLETE)?.status).toBe('UNPUBLISHED');
	});

	test.each<[Json, number]>([[{ condition: 'NEW' }, 25016], [{ condition: 'NEW', product: { title: 'T' } }, 25014], [{ product: { title: 'T', imageUrls: ['https://a.test/1.jpg'] } }, 25021]])('an item of only %j is refused', async (body, code) => {
		await call('PUT', '/sell/inventory/v1/inventory_item/DEMO-003', { body, headers: { 'content-language': 'en-US' } });
		expect(codeOf(await publish(COMPLETE))).toBe(`400 ${code}`);
	});
});
