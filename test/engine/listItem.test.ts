import type { IDataObject, INode } from 'n8n-workflow';
import { LOCATION, POLICIES, skuOf } from '../../simulator/ebay/inventorySeed';
import type { FaultRule } from '../../simulator/server';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const inventory = () => used.sim.state.ebay.inventory;

/** A lamp as a row of a catalogue gives it. */
const LAMP = { title: 'Brass desk lamp', imageUrls: 'https://i.ebayimg.test/lamp.jpg', condition: 'NEW', quantity: 5, price: '24.50', category: '20697', product: { aspectsJson: '{ "Brand": "Acme" }' } };

const list = async (more: IDataObject = {}, input: IDataObject[] = [{ sku: 'LAMP-1' }], settings: Partial<INode> = {}): Promise<NodeRan> =>
	await runNode({ node: 'ebayListings', credential: used.credentials.ebay(), parameters: { resource: 'listing', operation: 'listItem', sku: '={{ $json.sku }}', format: 'FIXED_PRICE', ...LAMP, options: {}, ...more } as never, input, settings });

/** What was asked beside signing in; a token that a reset has forgotten costs one 401. */
const calls = () => used.sim.calls.filter(({ path, status }) => !path.endsWith('/token') && status !== 401);
const writes = () => calls().filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.replace('/sell/inventory/v1', '')}`);
const offersOf = (sku: string) => [...inventory().offers.values()].filter((offer) => offer.sku === sku);
const again = () => void (used.sim.calls.length = 0);

describe('the first time', () => {
	test('an item, its offer and its listing; the only policy of each kind and the only location are taken', async () => {
		inventory().locations.delete('DEMO-CENTER');
		const { json, error } = await list();
		expect(error).toBeUndefined();
		const [offer] = offersOf('LAMP-1');
		expect(json).toEqual([{ sku: 'LAMP-1', offerId: offer.offerId, listingId: offer.listing!.listingId, item: 'created', offer: 'created', listing: 'published', changed: true, warnings: [] }]);
		expect(writes()).toEqual(['PUT /inventory_item/LAMP-1', 'POST /offer', `POST /offer/${offer.offerId}/publish`]);
		expect(offer).toMatchObject({ status: 'PUBLISHED', categoryId: '20697', merchantLocationKey: LOCATION, listingPolicies: POLICIES, availableQuantity: 5, pricingSummary: { price: { value: '24.50', currency: 'USD' } } });
		expect(inventory().items.get('LAMP-1')).toMatchObject({ condition: 'NEW', product: { title: 'Brass desk lamp', imageUrls: ['https://i.ebayimg.test/lamp.jpg'] }, availability: { shipToLocationAvailability: { quantity: 5 } } });
	});

	test('what all items ask alike is asked once for a whole catalogue', async () => {
		const { json } = await list({ location: byId(LOCATION) }, Array.from({ length: 20 }, (_, index) => ({ sku: `LAMP-${index}` })));
		expect(json.map(({ sku, listing }) => [sku, listing])).toEqual(Array.from({ length: 20 }, (_, index) => [`LAMP-${index}`, 'published']));
		expect(calls().filter(({ path }) => /policy|location/.test(path)).map(({ path }) => path.split('/').pop()).sort()).toEqual(['fulfillment_policy', 'location', 'payment_policy', 'return_policy']);
		expect(calls()).toHaveLength(6 + 20 * 5);
	});

	test('an auction: bids begin at its own price, and it has no quantity of its own', async () => {
		const { json, error } = await list({ format: 'AUCTION', price: '', quantity: 1, location: byId(LOCATION), pricing: { auctionStartPrice: '5.00', auctionReservePrice: '20.00' }, offerDetails: { listingDuration: 'DAYS_7' } });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ listing: 'published' });
		expect(offersOf('LAMP-1')[0]).toMatchObject({ format: 'AUCTION', listingDuration: 'DAYS_7', pricingSummary: { auctionStartPrice: { value: '5.00' }, auctionReservePrice: { value: '20.00' } } });
		expect(offersOf('LAMP-1')[0]).not.toHaveProperty('availableQuantity');
	});

	test('aspects of each row by an expression: one value or several, empty ones are left out', async () => {
		await list({ location: byId(LOCATION), product: { aspectsJson: '={{ { "Brand": $json.brand, "Color": $json.colors, "Room": $json.room } }}' } }, [{ sku: 'LAMP-1', brand: 'Acme', colors: ['Black', 'White'], room: '' }, { sku: 'LAMP-2', brand: 7 }]);
		expect(['LAMP-1', 'LAMP-2'].map((sku) => inventory().items.get(sku)!.product!.aspects)).toEqual([{ Brand: ['Acme'], Color: ['Black', 'White'] }, { Brand: ['7'] }]);
	});

	test('Dry Run shows every request, and sends nothing', async () => {
		const { json } = await list({ location: byId(LOCATION), options: { dryRun: true, additionalBodyFields: '{ "item": { "packageWeightAndSize": { "packageType": "MAILING_BOX" } }, "offer": { "lotSize": 2 } }' } });
		expect(json[0]).toMatchObject({ dryRun: true, note: expect.any(String), requests: [
			{ step: 'item', method: 'PUT', url: expect.stringMatching(/\/inventory_item\/LAMP-1$/), body: { condition: 'NEW', packageWeightAndSize: { packageType: 'MAILING_BOX' } } },
			{ step: 'offer', method: 'POST', url: expect.stringMatching(/\/offer$/), body: { sku: 'LAMP-1', lotSize: 2, categoryId: '20697' } },
			{ step: 'listing', method: 'POST', url: expect.stringMatching(/\/offer\/.*looked%20up.*\/publish$/) },
		] });
		expect(used.sim.calls).toEqual([]);
	});

	test('additional body fields stand under the name of their step', async () => {
		const { error } = await list({ options: { additionalBodyFields: '{ "lotSize": 2 }' } });
		expect(error).toMatchObject({ message: expect.stringMatching(/'Additional Body Fields \(JSON\)' does not say what "lotSize" belongs to/), description: expect.stringContaining('item, offer') });
	});
});

describe('run again', () => {
	const first = async (more: IDataObject = {}) => {
		await list({ location: byId(LOCATION), ...more });
		again();
	};

	test('nothing has changed: nothing is written, the IDs are handed on', async () => {
		await first();
		const { json } = await list({ location: byId(LOCATION) });
		const [offer] = offersOf('LAMP-1');
		expect(json).toEqual([{ sku: 'LAMP-1', offerId: offer.offerId, listingId: offer.listing!.listingId, item: 'unchanged', offer: 'unchanged', listing: 'unchanged', changed: false, warnings: [] }]);
		expect(writes()).toEqual([]);
	});

	test('a price that has changed is repaired, and nothing else written', async () => {
		await first();
		const { json } = await list({ price: '19.00' });
		expect(json[0]).toMatchObject({ item: 'unchanged', offer: 'updated', listing: 'unchanged', changed: true });
		expect(writes()).toEqual([`PUT /offer/${offersOf('LAMP-1')[0].offerId}`]);
		expect(offersOf('LAMP-1')[0]).toMatchObject({ pricingSummary: { price: { value: '19.00' } }, merchantLocationKey: LOCATION });
	});

	test('an auction that waits to be published gets other prices', async () => {
		const auction = { format: 'AUCTION', price: '', quantity: 1, offerDetails: { listingDuration: 'DAYS_7' } };
		used.sim.fault({ method: 'POST', path: 'offer/\\d+/publish$', status: 400, count: 1 });
		await list({ location: byId(LOCATION), ...auction, pricing: { auctionStartPrice: '5.00' } });
		const { json } = await list({ ...auction, offerDetails: {}, pricing: { auctionStartPrice: '4.00', auctionReservePrice: '20.00' } });
		expect(json[0]).toMatchObject({ item: 'unchanged', offer: 'updated', listing: 'published' });
		expect(offersOf('LAMP-1')).toMatchObject([{ listingDuration: 'DAYS_7', pricingSummary: { auctionStartPrice: { value: '4.00' }, auctionReservePrice: { value: '20.00' } } }]);
	});

	test('what is not given is kept; with Keep Other Fields off it is lost, and refused before writing where a listing needs it', async () => {
		await first({ productDescription: 'Warm light' });
		await list({ title: 'Brass lamp', imageUrls: '', condition: '', quantity: '', price: '', category: '' });
		expect(inventory().items.get('LAMP-1')!.product).toMatchObject({ title: 'Brass lamp', description: 'Warm light', imageUrls: ['https://i.ebayimg.test/lamp.jpg'] });
		again();
		const { error } = await list({ condition: '', price: '', keepOtherFields: false });
		expect(error?.message).toMatch(/^'Condition', 'Price' are missing, .*; 'Location' is missing, /);
		expect(writes()).toEqual([]);
	});

	test('an item alone, and an item with an unpublished offer, are gone on with', async () => {
		const { json } = await list({ location: byId(LOCATION) }, [{ sku: skuOf(67) }, { sku: skuOf(3) }]);
		expect(json.map(({ item, offer, listing }) => [item, offer, listing])).toEqual([['updated', 'created', 'published'], ['updated', 'updated', 'published']]);
		expect(offersOf(skuOf(3)).map(({ offerId, status }) => [offerId, status])).toEqual([['8000000003', 'PUBLISHED']]);
	});

	test('the same SKU on another site and in another format has an offer of its own', async () => {
		await first();
		const { json } = await list({ location: byId(LOCATION), marketplace: '={{ $json.site }}' }, [{ sku: 'LAMP-1', site: 'EBAY_GB' }, { sku: 'LAMP-1', site: 'EBAY_US' }]);
		expect(json.map(({ item, offer }) => [item, offer])).toEqual([['unchanged', 'created'], ['unchanged', 'unchanged']]);
		expect(offersOf('LAMP-1').map(({ marketplaceId, pricingSummary }) => [marketplaceId, pricingSummary!.price!.currency])).toEqual([['EBAY_US', 'USD'], ['EBAY_GB', 'GBP']]);
	});
});

describe('what eBay would refuse is said before anything is written', () => {
	const refusals: Array<[string, IDataObject, RegExp, RegExp]> = [
		['nothing but a SKU', { title: '', imageUrls: '', condition: '', quantity: '', price: '', category: '' }, /^'Title', 'Image URLs', 'Condition', 'Category', 'Price' are missing, and eBay has none yet; 'Location' is missing, and the account has several; 'Quantity' is missing or 0 \[item 0\]$/, /^'Title': Give a title .*\. 'Image URLs': Give .* 'Location': Choose one of: Demo .* 'Price': Give the price that buyers pay\. Nothing was written\.$/],
		['a picture that lies on a computer', { imageUrls: 'https://i.ebayimg.test/1.jpg, C:\\lamp.jpg' }, /^'Image URLs' has an address that does not start with https:\/\/: "C:\\\\?lamp.jpg" \[item 0\]$/, /not a file/],
		['a picture without https', { imageUrls: 'http://a.test/1.jpg' }, /^'Image URLs' has an address that does not start with https:\/\//, /open/],
		['a policy of another site', { paymentPolicy: byId('77') }, /'Payment Policy' is none of EBAY_US: "77"/, /'Payment Policy': Choose one of: Managed payments – 5100000001\. 'Location': Choose/],
		['a location that is not there', { location: byId('NOWHERE') }, /'Location' is not known: "NOWHERE"/, /Demo warehouse – DEMO-WAREHOUSE/],
		['no location where there are several', {}, /^'Location' is missing, and the account has several \[item 0\]$/, /^Choose one of: Demo warehouse – DEMO-WAREHOUSE, Demo center – DEMO-CENTER\. Nothing was written/],
		['an auction without its prices', { format: 'AUCTION', quantity: 1 }, /'Auction Start Price', 'Listing Duration' are missing/, /1 to 10 days/],
		['auction prices at a fixed price', { pricing: { auctionStartPrice: '5.00' } }, /Leave 'Auction Start Price' empty where 'Format' is Fixed Price/, /^/],
		['a reserve below the start', { format: 'AUCTION', pricing: { auctionStartPrice: '5.00', auctionReservePrice: '5.00' } }, /'Auction Reserve Price' must be higher than the Auction Start Price/, /^/],
		['a price of nothing', { price: '0.00' }, /'Price' must be more than 0/, /^/],
	];

	test.each(refusals)('%s', async (_, more, message, description) => {
		const { error } = await list(more);
		expect(error?.message).toMatch(message);
		expect(error?.description ?? '').toMatch(description);
		expect(writes()).toEqual([]);
	});

	test('a code with words of its own does not name what an inner request needs', async () => {
		const { error } = await list({ location: byId(LOCATION), price: '24.505' });
		expect(error?.description).toMatch(/Check Price of the offer.*Code 25003/);
		expect(error?.description).not.toMatch(/Required:|'Offer'/);
	});

	test('a location that is disabled, a kind of policy that the account has not, an item of a group', async () => {
		inventory().locations.get(LOCATION)!.merchantLocationStatus = 'DISABLED';
		expect((await list({ location: byId(LOCATION) })).error?.message).toMatch(/'Location' is disabled: "DEMO-WAREHOUSE"/);
		used.sim.fault({ path: '/sell/account/v1/return_policy', status: 200, body: { returnPolicies: [], total: 0 } });
		expect((await list()).error?.message).toMatch(/'Return Policy' cannot be chosen: the account has none on EBAY_US/);
		inventory().locations.clear();
		expect((await list()).error).toMatchObject({ message: expect.stringMatching(/'Location' cannot be chosen: the account has none/), description: expect.stringContaining('Location → Create') });
		inventory().items.get(skuOf(1))!.inventoryItemGroupKeys = ['SHIRTS'];
		expect((await list({}, [{ sku: skuOf(1) }])).error?.message).toMatch(/'SKU' belongs to the item group "SHIRTS"/);
		expect(writes()).toEqual([]);
	});

	test('where policies may not be read, they are left to eBay: a refusal there names the parameter too', async () => {
		used.sim.fault({ path: '/sell/account/v1/', status: 403 });
		const { error } = await list({ location: byId(LOCATION), fulfillmentPolicy: byId('1'), paymentPolicy: byId(POLICIES.paymentPolicyId), returnPolicy: byId(POLICIES.returnPolicyId) });
		expect(error?.description).toMatch(/Fulfillment Policy.*Code 25007.*Failed at: listing\. So far: item created, offer created\. Another run/);
		again();
		const { json } = await list({ fulfillmentPolicy: byId(POLICIES.fulfillmentPolicyId) });
		expect(json[0]).toMatchObject({ item: 'unchanged', offer: 'updated', listing: 'published' });
		expect(offersOf('LAMP-1')).toHaveLength(1);
	});
});

const STEPS: Array<[string, Pick<FaultRule, 'method' | 'path'>]> = [['item', { method: 'PUT', path: '/sell/inventory/v1/inventory_item/' }], ['offer', { method: 'POST', path: 'v1/offer$' }], ['listing', { method: 'POST', path: 'offer/\\d+/publish$' }]];
const DONE: Record<string, IDataObject> = { item: {}, offer: { item: 'created' }, listing: { item: 'created', offer: 'created' } };

describe.each(STEPS)('the step %s', (step, at) => {
	const located = { location: byId(LOCATION) };

	test.each(['reset-after', 'timeout'] as const)('its answer is lost (%s): it is done once all the same', async (kind) => {
		used.sim.fault({ ...at, kind, applied: true, count: 1 });
		const { json, error } = await list({ ...located, options: { timeout: 1 } });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ listing: 'published', offerId: offersOf('LAMP-1')[0].offerId, listingId: offersOf('LAMP-1')[0].listing!.listingId });
		expect(offersOf('LAMP-1')).toHaveLength(1);
	});

	test('it is refused: what was done before is told, and the next run goes on from there', async () => {
		used.sim.fault({ ...at, status: 400, body: { errors: [{ errorId: 25709, message: 'Invalid value' }] }, count: 1 });
		const { json } = await list(located, undefined, { onError: 'continueRegularOutput' });
		expect(json).toEqual([{ error: 'Invalid value', details: expect.objectContaining({ outcome: 'not done', code: '25709' }) }]);
		expect((json[0].details as IDataObject).steps ?? {}).toMatchObject(DONE[step]);
		again();
		const { json: second } = await list(located);
		expect(second[0]).toMatchObject({ ...Object.fromEntries(Object.keys(DONE[step]).map((name) => [name, 'unchanged'])), listing: 'published' });
		expect(offersOf('LAMP-1')).toHaveLength(1);
	});

	test('it is down: Retry On Fail goes on, and writes nothing twice', async () => {
		used.sim.fault({ ...at, status: 503, count: 1 });
		const { json, error } = await list({ ...located, options: { maxTries: 1 } }, [{ sku: 'LAMP-1' }, { sku: 'LAMP-2' }], { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		expect(error).toBeUndefined();
		expect(json.map(({ sku, listing }) => [sku, listing])).toEqual([['LAMP-1', 'published'], ['LAMP-2', 'published']]);
		const done = calls().filter(({ method, status }) => method !== 'GET' && Number(status) < 300).map(({ path }) => path);
		expect(done.filter((path) => !path.endsWith('/offer'))).toHaveLength(4);
		expect(done.filter((path) => path.endsWith('/offer'))).toHaveLength(2);
	});
});

test('warnings of each step are handed on; with Fail on Warnings they fail what was done', async () => {
	const warnings = [{ errorId: 25401, message: 'An option was dropped' }];
	used.sim.fault({ path: 'offer/\\d+/publish$', applied: true, status: 200, body: { listingId: '1', warnings } });
	const { json } = await list({ location: byId(LOCATION) });
	expect(json[0]).toMatchObject({ listing: 'published', warnings: [{ step: 'listing', ...warnings[0] }] });
	const { error } = await list({ location: byId(LOCATION), options: { failOnWarnings: true } }, [{ sku: 'LAMP-2' }]);
	expect(error).toMatchObject({ message: 'An option was dropped', description: expect.stringMatching(/was carried out/) });
});
