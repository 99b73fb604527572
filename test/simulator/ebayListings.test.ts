import { useSimulator } from '../support/simulator';
import { callerOf, codeOf } from './ebayCalls';
import type { Got, Json } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

const ROOT = '/sell/inventory/v1';
const US = { 'content-language': 'en-US' };
const inventory = () => used.sim.state.ebay.inventory;
const post = (path: string, body?: Json) => call('POST', `${ROOT}${path}`, { body, headers: US });
const put = (path: string, body: Json) => call('PUT', `${ROOT}${path}`, { body, headers: US });
const results = ({ json }: Got): string[] => (json.responses as Json[]).map(({ statusCode, errors }) => `${statusCode} ${errors?.[0].errorId ?? ''}`.trim());

const TERMS = {
	categoryId: '9355', merchantLocationKey: 'DEMO-WAREHOUSE', availableQuantity: 2, pricingSummary: { price: { value: '12.00', currency: 'USD' } },
	listingPolicies: { fulfillmentPolicyId: '5000000001', paymentPolicyId: '5100000001', returnPolicyId: '5200000001' },
};

test('the whole round: item, offer, publish, change, withdraw, publish again, delete', async () => {
	await put('/inventory_item/NEW-1', { product: { title: 'New', imageUrls: ['https://example.com/1.jpg'], aspects: { Brand: ['Demo'], Model: ['One'], 'Storage Capacity': ['64 GB'] } }, condition: 'NEW', availability: { shipToLocationAvailability: { quantity: 3 } } });
	const made = await post('/offer', { sku: 'NEW-1', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', ...TERMS });
	const { offerId } = made.json as { offerId: string };
	expect([made.status, codeOf(await post('/offer', { sku: 'NEW-1', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE' }))]).toEqual([201, '400 25002']);
	expect((await post('/offer/get_listing_fees', { offers: [{ offerId }] })).json.feeSummaries).toEqual([expect.objectContaining({ marketplaceId: 'EBAY_US' })]);
	const first = await post(`/offer/${offerId}/publish`);
	expect([first.status, codeOf(await post('/offer/get_listing_fees', { offers: [{ offerId }] }))]).toEqual([200, '400 25754']);
	expect((await post(`/offer/${offerId}/withdraw`)).json).toEqual({ listingId: first.json.listingId });
	expect(codeOf(await post(`/offer/${offerId}/withdraw`))).toBe('400 25002');
	expect((await post(`/offer/${offerId}/publish`)).json.listingId).not.toBe(first.json.listingId);
	expect((await call('DELETE', `${ROOT}/offer/${offerId}`)).status).toBe(204);
	expect(codeOf(await post(`/offer/${offerId}/publish`))).toBe('404 25713');
});

test.each([
	['a SKU that is not known', { sku: 'NOBODY' }, '404 25702'], ['a site that is not served', { marketplaceId: 'EBAY_XX' }, '400 25709'], ['an auction without a duration', { format: 'AUCTION' }, '400 25755'],
	['an auction without a start price', { format: 'AUCTION', listingDuration: 'DAYS_7' }, '400 25757'],
	['a fixed price with a reserve price', { pricingSummary: { auctionReservePrice: { value: '9.00', currency: 'USD' } } }, '400 25758'],
	['an auction with a discount', { format: 'AUCTION', listingDuration: 'DAYS_7', pricingSummary: { auctionStartPrice: { value: '1.00', currency: 'USD' }, originalRetailPrice: { value: '9.00', currency: 'USD' } } }, '400 25761'],
	['an auction in eBay Plus', { format: 'AUCTION', listingDuration: 'DAYS_7', pricingSummary: { auctionStartPrice: { value: '1.00', currency: 'USD' } }, listingPolicies: { eBayPlusIfEligible: true } }, '400 25764'],
])('an offer of %s is refused', async (_, differing, code) => {
	expect(codeOf(await post('/offer', { sku: '00070', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', ...differing }))).toBe(code);
});

test('publishing needs policies, each of its own kind', async () => {
	for (const [name, code] of [['fulfillmentPolicyId', 25007], ['paymentPolicyId', 25008], ['returnPolicyId', 25009]] as const) {
		delete inventory().offers.get('8000000003')!.listingPolicies![name];
		expect(codeOf(await post('/offer/8000000003/publish'))).toBe(`400 ${code}`);
		inventory().offers.get('8000000003')!.listingPolicies![name] = TERMS.listingPolicies[name];
	}
});

test('bulk calls: 25 elements, none twice, each with its own result', async () => {
	const skus = (count: number) => ({ requests: Array.from({ length: count }, (_, index) => ({ sku: `DEMO-${String(index + 1).padStart(3, '0')}` })) });
	expect([codeOf(await post('/bulk_get_inventory_item', skus(26))), codeOf(await post('/bulk_get_inventory_item', { requests: [{ sku: 'A' }, { sku: 'A' }] }))]).toEqual(['400 25727', '400 25734']);
	expect(results(await post('/bulk_get_inventory_item', { requests: [{ sku: 'DEMO-001' }, { sku: 'NOBODY' }] }))).toEqual(['200', '404 25702']);
	expect(results(await post('/bulk_create_or_replace_inventory_item', { requests: [{ sku: 'DEMO-001', locale: 'en_US' }, { sku: 'B', locale: 'en_US' }, { sku: 'C', locale: 'xx_XX' }] }))).toEqual(['200', '201', '400 25709']);
	expect(inventory().items.get('DEMO-001')).toEqual({ sku: 'DEMO-001', locale: 'en_US' });
	expect(results(await post('/bulk_create_offer', { requests: [{ sku: '00070', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE' }, { sku: 'DEMO-002', marketplaceId: 'EBAY_US', format: 'FIXED_PRICE' }] }))).toEqual(['201', '400 25729']);
	expect(results(await post('/bulk_publish_offer', { requests: [{ offerId: '8000000015' }, { offerId: '8000000006' }, { offerId: '8000000003' }, { offerId: '1' }] }))).toEqual(['200', '400 25012', '400 25732', '404 25713']);
});

test('listings made elsewhere: unknown until they are migrated, five a call, each once', async () => {
	expect(codeOf(await call('GET', `${ROOT}/inventory_item/OLD-1`))).toBe('404 25710');
	const listings = (...serials: number[]) => ({ requests: serials.map((serial) => ({ listingId: String(120000000000 + serial) })) });
	expect(codeOf(await post('/bulk_migrate_listing', listings(1, 2, 3, 4, 5, 6)))).toBe('400 25718');
	const answer = await post('/bulk_migrate_listing', listings(1, 10, 11));
	expect([answer.status, ...results(answer)]).toEqual([207, '200', '400 25718', '400 25718']);
	expect((await call('GET', `${ROOT}/offer?sku=OLD-1`)).json.offers).toEqual([expect.objectContaining({ status: 'PUBLISHED', listing: expect.objectContaining({ listingId: '120000000001' }) })]);
	expect(results(await post('/bulk_migrate_listing', listings(1)))).toEqual(['400 25718']);
});

test('a group is listed as one, or not at all, and ended as one', async () => {
	const key = { inventoryItemGroupKey: 'DEMO-GROUP', marketplaceId: 'EBAY_US' };
	expect(codeOf(await post('/offer/withdraw_by_inventory_item_group', key))).toBe('400 25725');
	const { listingId } = (await post('/offer/publish_by_inventory_item_group', key)).json as { listingId: string };
	expect(['8000000003', '8000000009'].map((id) => inventory().offers.get(id)!.listing?.listingId)).toEqual([listingId, listingId]);
	expect((await post('/offer/withdraw_by_inventory_item_group', key)).status).toBe(204);
	expect(codeOf(await post('/offer/publish_by_inventory_item_group', { ...key, inventoryItemGroupKey: 'NONE' }))).toBe('400 25705');
});

test('a group is replaced whole, of known SKUs that no other group has', async () => {
	expect((await put('/inventory_item_group/DEMO-GROUP', { variantSKUs: ['DEMO-003'] })).status).toBe(204);
	expect((await call('GET', `${ROOT}/inventory_item_group/DEMO-GROUP`)).json).toEqual({ inventoryItemGroupKey: 'DEMO-GROUP', variantSKUs: ['DEMO-003'] });
	expect([codeOf(await put('/inventory_item_group/OTHER', { variantSKUs: ['DEMO-003'] })), codeOf(await put('/inventory_item_group/OTHER', { variantSKUs: ['NOBODY'] }))]).toEqual(['400 25703', '400 25702']);
});

test('locations: what is updated takes the place of what was, the rest stays; a fulfillment center is disabled, not deleted', async () => {
	expect((await post('/location/DEMO-CENTER/update_location_details', { phone: '555 0101', location: { address: { city: 'Fresno' } } })).status).toBe(204);
	expect((await call('GET', `${ROOT}/location/DEMO-CENTER`)).json).toMatchObject({ phone: '555 0101', timeZoneId: 'America/Los_Angeles', location: { address: { city: 'Fresno', postalCode: '95125' } } });
	expect(codeOf(await call('DELETE', `${ROOT}/location/DEMO-CENTER`))).toBe('400 25806');
	await post('/location/DEMO-CENTER/disable');
	expect((await call('GET', `${ROOT}/location`)).json.locations).toEqual([expect.objectContaining({ merchantLocationStatus: 'ENABLED' }), expect.objectContaining({ merchantLocationStatus: 'DISABLED' })]);
});

test('where a SKU of a listing ships from: fulfillment centers only, each once', async () => {
	const path = '/listing/110000000007/sku/DEMO-007/locations';
	const keys = (...names: string[]) => ({ locations: names.map((merchantLocationKey) => ({ merchantLocationKey })) });
	expect((await call('GET', ROOT + path)).status).toBe(404);
	expect([codeOf(await put(path, keys('DEMO-WAREHOUSE'))), codeOf(await put(path, keys('NONE'))), codeOf(await put(path, keys('DEMO-CENTER', 'DEMO-CENTER'))), codeOf(await put(path, keys()))]).toEqual(['400 25906', '400 25900', '400 25902', '400 25901']);
	expect((await put(path, keys('DEMO-CENTER'))).status).toBe(204);
	expect((await call('GET', ROOT + path)).json).toEqual(keys('DEMO-CENTER'));
	expect([codeOf(await put('/listing/1/sku/DEMO-007/locations', keys('DEMO-CENTER'))), codeOf(await put('/listing/110000000007/sku/DEMO-001/locations', keys('DEMO-CENTER')))]).toEqual(['400 25904', '400 25905']);
});
