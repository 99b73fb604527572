import { categoryUuid } from '../../simulator/crux/shapes';
import { runOptions, runPicker } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const chosen = (value: string, mode = 'list') => ({ __rl: true, mode, value });
const crux = (parameters = {}): NodeJob => ({ node: 'crux', credential: used.credentials.retailer(), parameters: { apiVersion: 'timp', ...parameters } });
const whisk = (parameters = {}): NodeJob => ({ node: 'whisk', credential: used.credentials.whisk(), parameters });

const names = async (job: NodeJob, method: string, filter?: string) => (await runPicker(job, method, filter)).results.map(({ name }) => name);

test.each(['timp', 'v1'])('inventory lists by name (%s)', async (apiVersion) => {
	const { results } = await runPicker(crux({ apiVersion }), 'searchInventoryLists');
	expect(results.map(({ name }) => name)).toEqual(['Autumn Shop', 'Marketplace', 'Gift Guide']);
	expect(results[0].value).toBe('7210fcdf-0248-469e-8cf0-720e6bc9063a');
	expect(await names(crux({ apiVersion }), 'searchInventoryLists', 'gift')).toEqual(['Gift Guide']);
});

test.each(['timp', 'v1'])('orders by PO number and date, then the lines of the chosen one (%s)', async (apiVersion) => {
	const orders = await runPicker(crux({ apiVersion }), 'searchOrders');
	expect(orders.results).toHaveLength(6);
	expect(orders.results[0].name).toMatch(/^PO-1006 – \d{4}-\d\d-\d\d$/);
	const order = orders.results.find(({ name }) => name.startsWith('PO-1002'))!;
	const lines = await runPicker(crux({ apiVersion, order: chosen(String(order.value)) }), 'searchLineItems');
	expect(lines.results.map(({ value }) => value)).toContain('37f23716-bb3d-4dec-a964-ff4b197e816e');
	expect(lines.results.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^SKU-0013 × \d+ \(.+\)$/));
});

test('SKUs come page by page, and a filter looks on until it finds one', async () => {
	const first = await runPicker(crux(), 'searchSkus');
	expect(first.results).toHaveLength(100);
	const second = await runPicker(crux(), 'searchSkus', undefined, String(first.paginationToken));
	expect(second.results[0].name).toBe('SKU-0101');
	expect(await names(crux(), 'searchSkus', 'SKU-0777')).toEqual(['SKU-0777']);
	const last = await runPicker(crux(), 'searchSkus', undefined, '900');
	expect(last.paginationToken).toBeUndefined();
});

test('shopping lists with their counts, then the entries of the chosen one', async () => {
	const lists = await runPicker(whisk(), 'searchShoppingLists');
	expect(lists.results.map(({ name }) => name)).toEqual([expect.stringMatching(/^Weekly shop \(\d+ items\)$/), expect.stringMatching(/^Party \(\d+ items\)$/)]);
	const entries = await names(whisk({ list: chosen(String(lists.results[0].value)) }), 'searchShoppingListItems');
	expect(entries).toContainEqual(expect.stringMatching(/butter \(checked\)$/));
});

test('cart items by title, none when the cart is empty', async () => {
	const job: NodeJob = { node: 'ebayBuy', credential: used.credentials.ebay(), parameters: {} };
	expect((await runPicker(job, 'searchCartItems')).results[0]).toEqual({ name: expect.stringMatching(/./), value: '5400000001' });
	used.sim.state.ebay.cart = { items: [], unavailable: [] };
	expect((await runPicker(job, 'searchCartItems')).results).toEqual([]);
});

describe('a list that depends on another', () => {
	test.each([
		['crux', 'searchLineItems', 'order', 'Order'],
		['whisk', 'searchShoppingListItems', 'list', 'Shopping List'],
	] as const)('%s: says what to do when the parent is not chosen, an expression, or no ID', async (node, method, parameter, label) => {
		const job = (value: unknown) => ({ ...(node === 'crux' ? crux({ [parameter]: value }) : whisk({ [parameter]: value })) });
		const failure = async (value: unknown) => await runPicker(job(value), method).then(() => 'no failure', (error: Error) => error.message);
		const advice = `'${label}' is not chosen, or is an expression without a value here: run the nodes before this one, or choose the ${node === 'crux' ? 'order' : 'list'} by hand`;
		for (const value of [chosen(''), undefined, null, chosen('={{ $json.id }}', 'id')]) expect(await failure(value)).toBe(advice);
		expect(await failure(chosen('a/b', 'id'))).toContain(`'${label}' is not an ID`);
		expect(used.sim.calls).toHaveLength(0);
	});
});

test('a wrong sign-in is said, not swallowed', async () => {
	const job = crux();
	await expect(runPicker({ ...job, credential: { ...job.credential, password: 'wrong' } }, 'searchInventoryLists')).rejects.toThrow('Crux Connect sign-in: user name or password is not accepted');
	await expect(runPicker({ ...whisk(), credential: { ...whisk().credential, token: 'wrong' } }, 'searchShoppingLists')).rejects.toThrow('The token is not valid for this');
});

test.each(['timp', 'v1'])('Crux Connect: catalogs, users, settings, requests and suppliers, these by either of their UUIDs (%s)', async (apiVersion) => {
	const job = crux({ apiVersion });
	expect(await names(job, 'searchCatalogs')).toEqual(['Standard', 'Winter', 'Discovery']);
	expect(await names(job, 'searchUsers', 'menon')).toEqual(['Ravi Menon (ravi@crux.test)']);
	expect(await names(job, 'searchNotificationSettings', 'invoice')).toEqual(['Invoice Due']);
	expect(await names(job, 'searchConnectionRequests', 'mead')).toEqual(['Meadow Mills']);
	const [, supplier] = used.sim.state.crux.accounts;
	expect((await runPicker(job, 'searchSuppliers', 'northwind')).results).toEqual([{ name: 'Northwind Supply (active)', value: supplier.sideUuid }]);
	expect((await runPicker(job, 'searchSupplierOrganizations', 'northwind')).results).toEqual([{ name: 'Northwind Supply (active)', value: supplier.orgUuid }]);
});

test('items are searched by the service: what is typed goes out, and nothing is filtered here', async () => {
	expect(await names(crux(), 'searchItems', 'camp stove 13')).toEqual(['Camp Stove 13 (ITEM-013)', 'Camp Stove 133 (ITEM-133)']);
	const bodies = used.sim.calls.filter(({ path, status }) => path.endsWith('/search/') && status !== 401).map(({ body }) => body);
	expect(bodies).toEqual([{ search_term: 'camp stove 13', pagination: { start: 0, limit: 50 } }]);
});

test.each(['timp', 'v1'])('facets of the item search are loaded with their counts, by one search for one item (%s)', async (apiVersion) => {
	const of = async (method: string) => await runOptions(crux({ apiVersion }), method);
	const items = [...used.sim.state.crux.items.values()].filter(({ catalogType }) => catalogType === 'standard');
	const [categories, codes, origins, suppliers] = [await of('getCategories'), await of('getProductIdentifiers'), await of('getShippingOrigins'), await of('getFacetSuppliers')];
	expect(categories.map(({ value }) => value).sort()).toEqual([...new Set(items.map(({ category }) => categoryUuid(category)))].sort());
	expect(categories.map(({ name }) => Number(/\((\d+)\)$/.exec(name)![1])).reduce((sum, count) => sum + count, 0)).toBe(items.length);
	expect(codes).toContainEqual({ name: expect.stringMatching(/^UPC-A \(\d+\)$/), value: 'upca' });
	expect(origins.every(({ value }) => /^[A-Z]{2}$/.test(String(value)))).toBe(true);
	expect(suppliers).toEqual([{ name: `Northwind Supply (${items.length})`, value: used.sim.state.crux.accounts[1].sideUuid }]);
	const bodies = used.sim.calls.filter(({ path, status }) => path.endsWith('/search/') && status !== 401).map(({ body }) => body);
	expect(bodies).toEqual(Array(4).fill({ pagination: { start: 0, limit: 1 } }));
});

test('a choice of several is loaded at once, with what is to be sent', async () => {
	const options = await runOptions(crux(), 'getPermissions');
	expect(options).toContainEqual({ name: 'edit items', value: expect.stringMatching(/^[0-9a-f-]{36}$/) });
	expect(options.length).toBeGreaterThan(15);
});

describe('eBay: what an offer needs', () => {
	const ebay = (parameters = {}): NodeJob => ({ node: 'ebayListings', credential: used.credentials.ebay(), parameters: { resource: 'listing', operation: 'listItem', ...parameters } });
	const asked = (path: string) => used.sim.calls.filter((call) => call.path.includes(path) && call.status === 200).map(({ query }) => query);

	test.each([['Fulfillment', 'Two days, free'], ['Payment', 'Managed payments'], ['Return', 'Thirty days']])('%s policies by name, of the marketplace in the form', async (kind, name) => {
		expect(await names(ebay(), `search${kind}Policies`)).toEqual([name]);
		expect(await names(ebay({ marketplace: 'EBAY_GB' }), `search${kind}Policies`)).toEqual([name]);
		expect(await names(ebay({ marketplace: '={{ $json.site }}' }), `search${kind}Policies`, 'nothing like it')).toEqual([]);
		expect(asked(`/${kind.toLowerCase()}_policy`).map((query) => query.marketplace_id)).toEqual(['EBAY_US', 'EBAY_GB', 'EBAY_US']);
	});

	test('categories that fit what is typed, or the title of the item, in the tree of the marketplace', async () => {
		const { results } = await runPicker(ebay({ marketplace: 'EBAY_GB' }), 'searchCategories', 'smartphones');
		expect(results).toEqual([{ name: 'Cell Phones & Accessories – Cell Phones & Smartphones', value: '9355' }]);
		expect(asked('get_default_category_tree_id')).toEqual([{ marketplace_id: 'EBAY_GB' }]);
		expect(await names(ebay({ title: 'Brass desk lamp' }), 'searchCategories')).toEqual(['Lamps']);
		expect(await names(ebay(), 'searchCategories', 'spaceship')).toEqual([]);
		await expect(runPicker(ebay({ title: '={{ $json.title }}' }), 'searchCategories')).rejects.toThrow('Type what the item is, such as desk lamp');
	});
});
