import type { IDataObject, INode } from 'n8n-workflow';
import { LOCATION, skuOf } from '../../simulator/ebay/inventorySeed';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const LAMPS = '20697';
const PHONES = '9355';

const list = async (more: IDataObject = {}, input: IDataObject[] = [{ sku: 'LAMP-1' }], settings: Partial<INode> = {}) =>
	await runNode({
		node: 'ebayListings', credential: used.credentials.ebay(), input, settings,
		parameters: {
			resource: 'listing', operation: 'listItem', sku: '={{ $json.sku }}', format: 'FIXED_PRICE', title: 'Brass desk lamp', imageUrls: 'https://i.ebayimg.test/lamp.jpg', condition: 'NEW', quantity: 5, price: '24.50',
			category: LAMPS, location: byId(LOCATION), options: {}, ...more,
		} as never,
	});

const asked = () => used.sim.calls.filter(({ path, status }) => path.startsWith('/commerce/taxonomy/') && status !== 401);
const writes = () => used.sim.calls.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'));
const aspects = (given: IDataObject) => ({ product: { aspectsJson: JSON.stringify(given) } });

describe('what a category demands is said before anything is written', () => {
	const refusals: Array<[string, IDataObject, RegExp]> = [
		['one aspect', {}, /^'Aspects' lacks what the category "20697" demands: Brand \[item 0\]$/],
		['an aspect without a text', aspects({ Brand: '' }), /demands: Brand \[item 0\]$/],
		['several, of which one is there under other letters', { category: PHONES, ...aspects({ brand: 'Demo' }) }, /^'Aspects' lacks what the category "9355" demands: Model, Storage Capacity \[item 0\]$/],
		['a code that is none', { product: { upc: 'Does not apply' } }, /demands: Brand/],
		['a brand without the number of its maker', { product: { brand: 'Demo' } }, /demands: Brand/],
		['a category with others below it', { category: '15032' }, /^'Category' cannot be used: "15032" is no category of EBAY_US in which items are listed \[item 0\]$/],
		['a category that is not there', { category: '999999' }, /^'Category' cannot be used: "999999" is no category of EBAY_US/],
	];

	test.each(refusals)('%s', async (_, more, message) => {
		const { error } = await list(more);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/Nothing was written\.$/);
		expect(writes()).toEqual([]);
	});

	test('wrong rows of a catalogue ask no more often than right ones', async () => {
		await list({ category: '999999' }, [{ sku: 'LAMP-1' }]);
		used.sim.calls.length = 0;
		const rows = Array.from({ length: 10 }, (_, index) => ({ sku: `LAMP-${index}`, category: index % 2 ? '999999' : LAMPS }));
		const { json } = await list({ category: '={{ $json.category }}', ...aspects({ Brand: 'Acme' }) }, rows, { onError: 'continueRegularOutput' });
		expect(json.map(({ error, listing }) => error ?? listing)).toEqual(rows.map(({ category }) => (category === LAMPS ? 'published' : expect.stringMatching(/^'Category' cannot be used: "999999"/))));
		expect(asked()).toHaveLength(3);
	});
});

describe('nothing is demanded', () => {
	const accepted: Array<[string, IDataObject]> = [
		['of an item with all aspects', { category: PHONES, ...aspects({ Brand: 'Demo', Model: 'One', 'Storage Capacity': '64 GB' }) }],
		["of a product of eBay's catalog", { category: PHONES, product: { epid: '240000001' } }],
		['of a product with a code', { category: PHONES, product: { upc: '012345678905' } }],
		['of a product with brand and the number of its maker', { category: PHONES, product: { brand: 'Demo', mpn: 'D-1' } }],
		['in a category without aspects', { category: '1201' }],
	];

	test.each(accepted)('%s', async (_, more) => {
		const { json, error } = await list(more);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ listing: 'published' });
	});

	test('on a site without a tree of categories, where eBay itself says what is missing', async () => {
		used.sim.fault({ path: 'get_default_category_tree_id', status: 400, body: { errors: [{ errorId: 62003, message: 'No such site' }] } });
		const { error } = await list();
		expect(asked()).toHaveLength(1);
		expect(error?.description).toMatch(/item specific Brand is missing.*Failed at: listing\. So far: item created, offer created/s);
		const { json } = await list(aspects({ Brand: 'Acme' }));
		expect(json[0]).toMatchObject({ item: 'updated', offer: 'unchanged', listing: 'published' });
	});

	test('of a listing that is live: it was let in with what it has', async () => {
		const live = used.sim.state.ebay.inventory.items.get(skuOf(1))!;
		live.product = { ...live.product, aspects: {}, mpn: undefined };
		const { error } = await list({ price: '99.00', category: '', title: '', imageUrls: '', condition: '' }, [{ sku: skuOf(1) }]);
		expect(asked()).toEqual([]);
		expect(error?.description).toMatch(/Code 25002/);
	});
});

test('the category is asked for in the language of the item, and without the account of the seller', async () => {
	await list({ contentLanguage: 'fr-CA', marketplace: 'EBAY_CA', ...aspects({ Brand: 'Acme' }) });
	const [tree, demanded] = asked();
	expect(tree.query).toEqual({ marketplace_id: 'EBAY_CA' });
	expect(demanded).toMatchObject({ path: '/commerce/taxonomy/v1/category_tree/2/get_item_aspects_for_category', query: { category_id: LAMPS }, headers: { 'accept-language': 'fr-CA' } });
	const user = used.sim.calls.find(({ path }) => path.includes('/inventory_item/'))!.headers.authorization;
	expect(asked().map(({ headers }) => headers.authorization === user)).toEqual([false, false]);
});

test('aspects that stand in the item already count', async () => {
	used.sim.state.ebay.inventory.items.set('LAMP-1', { sku: 'LAMP-1', locale: 'en_US', product: { aspects: { Brand: ['Acme'] } } });
	const { json, error } = await list();
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ item: 'updated', listing: 'published' });
});

test('rows of one category in two languages are asked for in each of them', async () => {
	const { error } = await list({ contentLanguage: '={{ $json.language }}', marketplace: 'EBAY_CA', ...aspects({ Brand: 'Acme' }) }, [{ sku: 'LAMP-1', language: 'fr-CA' }, { sku: 'LAMP-2', language: 'en-CA' }, { sku: 'LAMP-3', language: 'fr-CA' }]);
	expect(error).toBeUndefined();
	expect(asked().map(({ query, headers }) => query.category_id && headers['accept-language']).filter(Boolean).sort()).toEqual(['en-CA', 'fr-CA']);
});

test('a read that fails fails its row; the rows after it ask anew', async () => {
	used.sim.fault({ path: 'get_item_aspects_for_category', status: 500, count: 1 });
	const { json } = await list({ ...aspects({ Brand: 'Acme' }), options: { maxTries: 1, concurrency: 1 } }, [{ sku: 'LAMP-1' }, { sku: 'LAMP-2' }], { onError: 'continueRegularOutput' });
	expect(json).toMatchObject([{ error: expect.stringMatching(/^What is there could not be read: /), details: { outcome: 'not sent' } }, { listing: 'published' }]);
});
