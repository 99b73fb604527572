import type { IDataObject } from 'n8n-workflow';
import { LOCATION, offerIdOf, skuOf } from '../../simulator/ebay/inventorySeed';
import { runNode, runPicker } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** eBay Motors is EBAY_MOTORS in the Inventory API's list of sites, and EBAY_MOTORS_US in those of all other APIs. */
const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const offers = () => [...used.sim.state.ebay.inventory.offers.values()];
const asked = (path: RegExp) => used.sim.calls.filter((call) => path.test(call.path) && call.status !== 401);

const run = async (parameters: IDataObject, input: IDataObject[] = [{}], marketplace = 'EBAY_US') =>
	await runNode({ node: 'ebayListings', credential: { ...used.credentials.ebay(), marketplace }, parameters: { options: {}, ...parameters } as never, input });

const PART = { resource: 'listing', operation: 'listItem', sku: 'PART-1', format: 'FIXED_PRICE', title: 'Brake pads', imageUrls: 'https://i.ebayimg.test/pads.jpg', condition: 'NEW', quantity: 1, price: '20.00', category: '20697', location: byId(LOCATION), product: { aspectsJson: '{ "Brand": "Acme" }' } };

describe.each([['in the form', 'EBAY_MOTORS_US', 'EBAY_US'], ['in the credential', 'credential', 'EBAY_MOTORS_US'], ['as an offer names it', 'EBAY_MOTORS', 'EBAY_US']])('Motors %s', (_, marketplace, own) => {
	test('an item is listed there, its policies and aspects are those of the site, and a second run finds all', async () => {
		const { json, error } = await run({ ...PART, marketplace }, [{}], own);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ offer: 'created', listing: 'published' });
		expect(offers().filter(({ sku }) => sku === 'PART-1')).toMatchObject([{ marketplaceId: 'EBAY_MOTORS', pricingSummary: { price: { currency: 'USD' } } }]);
		expect(asked(/_policy$|get_default_category_tree_id/).map(({ query }) => query.marketplace_id)).toEqual(Array(4).fill('EBAY_MOTORS_US'));
		expect(asked(/get_item_aspects/).map(({ path }) => path)).toEqual([expect.stringContaining('/category_tree/100/')]);
		expect((await run({ ...PART, marketplace }, [{}], own)).json[0]).toMatchObject({ changed: false });
	});
});

test('the offer of Motors is found by its SKU, as it is chosen and as a sheet has it', async () => {
	const [offer, other] = [offers().find(({ offerId }) => offerId === offerIdOf(1))!, offers().find(({ offerId }) => offerId === offerIdOf(2))!];
	offer.marketplaceId = other.marketplaceId = 'EBAY_MOTORS';
	const { json, error } = await run({ resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', marketplace: '={{ $json.site }}', price: '={{ $json.price }}' }, [{ sku: skuOf(1), site: 'EBAY_MOTORS_US', price: '11.00' }, { sku: skuOf(2), site: 'EBAY_MOTORS', price: '12.00' }]);
	expect(error).toBeUndefined();
	expect(json.map(({ offerId, statusCode }) => [offerId, statusCode])).toEqual([[offerIdOf(1), 200], [offerIdOf(2), 200]]);
	expect([offer, other].map(({ pricingSummary }) => pricingSummary!.price)).toEqual([{ value: '11.00', currency: 'USD' }, { value: '12.00', currency: 'USD' }]);
});

test('offers of a SKU are looked for in the words of the Inventory API', async () => {
	offers().find(({ offerId }) => offerId === offerIdOf(1))!.marketplaceId = 'EBAY_MOTORS';
	const { json } = await run({ resource: 'offer', operation: 'getAll', sku: byId(skuOf(1)), returnAll: true, additionalFields: { marketplace: 'EBAY_MOTORS_US' } });
	expect(json).toMatchObject([{ offerId: offerIdOf(1), marketplaceId: 'EBAY_MOTORS' }]);
});

test('lists that depend on the site ask for that of the form', async () => {
	const { results } = await runPicker({ node: 'ebayListings', credential: used.credentials.ebay(), parameters: { resource: 'listing', operation: 'listItem', marketplace: 'EBAY_MOTORS_US', title: 'lamp' } as never }, 'searchCategories');
	expect(results).toEqual([{ name: 'Lamps', value: '20697' }]);
	expect(asked(/get_default_category_tree_id/).map(({ query }) => query.marketplace_id)).toEqual(['EBAY_MOTORS_US']);
});

test('a site that is none is told with those that are', async () => {
	const { error } = await run({ resource: 'listing', operation: 'end', sku: byId(skuOf(1)), marketplace: 'EBAY_XX' });
	expect(error).toMatchObject({ message: expect.stringMatching(/^'Marketplace' does not know "EBAY_XX"/), description: expect.stringMatching(/^Use one of: EBAY_AU, /) });
});
