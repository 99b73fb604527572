import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { nodes, runNode, runPicker } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { CART, ebayAccount, removeFrom } from './cart';
import { afterNode, continued, expectNoSecret, expectRefusedBeforeSending, headersOf, onTheWire, paired } from './support';
import type { Sent } from './support';

const used = useSimulator();
const PATH = '/buy/browse/v1/shopping_cart/remove_item';

const cart = () => used.sim.state.ebay.cart;
const remove = (id: unknown = '5400000001', parameters: IDataObject = {}, more: Partial<NodeJob> = {}): NodeJob => removeFrom(used.sim, id, parameters, more);
const removals = () => used.sim.calls.filter(({ path }) => path === PATH);

describe('1. address in both environments, 2. headers, 4. body', () => {
	const hosts = [['production', 'https://api.ebay.com'], ['sandbox', 'https://api.sandbox.ebay.com']] as const;
	const account = (environment: string): ICredentialDataDecryptedObject => ({
		environment, customUrl: '', clientId: `client-${environment}`, clientSecret: 'cert-1', refreshToken: 'v^1.1#refresh', marketplace: 'EBAY_GB', tokens: '',
	});
	const answer = ({ url, body }: Sent) => {
		const token = body.includes('refresh_token') ? 'user-token' : 'application-token';
		return { status: 200, body: url.endsWith('/token') ? JSON.stringify({ access_token: token }) : JSON.stringify(CART), headers: { 'set-cookie': 'session=1; Path=/' } };
	};

	test.each(hosts)('%s: POST %s/buy/browse/v1/shopping_cart/remove_item, no URI parameters; tokens from the same environment', async (environment, host) => {
		const { ran, sent } = await onTheWire(remove('5400000001', {}, { credential: account(environment) }), answer);
		expect(ran.error).toBeUndefined();
		const token = `POST ${host}/identity/v1/oauth2/token`;
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([token, token, `POST ${host}${PATH}`]);
	});

	test('Authorization: Bearer <user token>, marketplace, Content-Type and Accept; no cookie, nothing else', async () => {
		const { sent } = await onTheWire(remove('5400000001', {}, { credential: account('production') }), answer);
		expect(headersOf(sent.at(-1)!)).toEqual({
			accept: 'application/json', authorization: 'Bearer user-token', 'content-type': 'application/json; charset=utf-8', 'x-ebay-c-marketplace-id': 'EBAY_GB',
		});
	});

	test('body byte for byte: {"cartItemId":"<string>"}', async () => {
		const { sent } = await onTheWire(remove(' 5400000001 ', {}, { credential: account('sandbox') }), answer);
		expect(sent.at(-1)!.body).toBe('{"cartItemId":"5400000001"}');
	});

	test('X-EBAY-C-MARKETPLACE-ID from the credential, and from the parameter where one is chosen', async () => {
		const credential = { ...ebayAccount(used.sim), marketplace: 'EBAY_DE' };
		await runNode(remove('5400000001', {}, { credential }));
		await runNode(remove('5400000002', { marketplace: 'EBAY_GB' }, { credential }));
		await runNode(remove('5400000003', { marketplace: '={{ $json.site }}' }, { credential, input: [{ site: 'EBAY_AU' }] }));
		expect(removals().map(({ headers }) => headers['x-ebay-c-marketplace-id'])).toEqual(['EBAY_DE', 'EBAY_GB', 'EBAY_AU']);
	});
});

describe('3. a user token, with the scope buy.shopping.cart', () => {
	test('an application-only credential is refused before anything is sent, not even a token is minted', async () => {
		const credential = { ...ebayAccount(used.sim), refreshToken: '' };
		await expectRefusedBeforeSending(used, remove('5400000001', {}, { credential }), /^Remove Item needs a user token/, /refresh token, which stands for the consent/);
	});

	test('it is the user token that is sent, not the application token that was minted too', async () => {
		const { error } = await runNode(remove());
		expect(error).toBeUndefined();
		expect(used.sim.calls.map(({ path, status }) => [path, status])).toEqual([['/identity/v1/oauth2/token', 200], ['/identity/v1/oauth2/token', 200], [PATH, 200]]);
	});

	test('a consent without the scope: 403 that says so', async () => {
		const [grant] = used.sim.state.ebay.refreshTokens.values();
		grant.scopes = ['https://api.ebay.com/oauth/api_scope'];
		const { json } = await continued(remove());
		expect(json).toEqual([{ error: expect.any(String), details: expect.objectContaining({ statusCode: 403, code: '1100', outcome: 'not done', description: expect.stringMatching(/scope.*consent/) }) }]);
		expect(cart().items).toHaveLength(4);
	});
});

describe('4. cartItemId is required, a string, not the item ID', () => {
	test.each([[''], ['  '], [null], [undefined]])('%j is refused before the call (10007)', async (id) => {
		await expectRefusedBeforeSending(used, remove('={{ $json.id }}', {}, { input: [{ id: id as string }] }), /'Cart Item' is empty \[item 0\]/, /\S/);
	});

	test.each(['v1|110553111111|0', ' v1|110553111111|410108124325 '])('%s is refused with the difference between the two IDs', async (id) => {
		await expectRefusedBeforeSending(used, remove(id), /'Cart Item' is the ID of an item for sale, not of an entry in the cart: "v1\|110553111111/, /'cartItemId' from the cart/);
	});

	test('a number from a sheet is sent as a string', async () => {
		const { error } = await runNode(remove('={{ $json.id }}', {}, { input: [{ id: 5400000002 }] }));
		expect(error).toBeUndefined();
		expect(removals().map(({ body }) => body)).toEqual([{ cartItemId: '5400000002' }]);
	});
});

describe('5. 200: the cart is passed on unchanged', () => {
	test('every member, conditional ones absent where they are absent, unknown ones kept, money as strings', async () => {
		used.sim.fault({ path: PATH, status: 200, body: CART });
		const { out } = await runNode(remove());
		expect(out).toStrictEqual([{ json: CART, pairedItem: { item: 0 } }]);
	});

	test('the entry is gone from the cart, the others are in the answer with what eBay shows of each', async () => {
		const { json } = await runNode(remove('5400000001'));
		const answer = json[0] as { cartItems: IDataObject[]; cartSubtotal: IDataObject; unavailableCartItems: IDataObject[] };
		expect(answer.cartItems.map(({ cartItemId }) => cartItemId)).toEqual(['5400000002', '5400000003', '5400000004']);
		expect(answer.cartItems[1]).toMatchObject({ price: { value: '89.00', currency: 'USD', convertedFromCurrency: 'GBP', convertedFromValue: '71.20' } });
		expect(answer.cartItems[1]).not.toHaveProperty('itemWebUrl');
		expect(answer.cartItems[2]).not.toHaveProperty('cartItemSubtotal');
		expect(answer.cartItems[2]).not.toHaveProperty('image');
		expect(answer.cartSubtotal).toEqual({ value: '205.87', currency: 'USD' });
		expect(cart().items.map(({ cartItemId }) => cartItemId)).toEqual(['5400000002', '5400000003', '5400000004']);
		expect(removals()).toMatchObject([{ method: 'POST', host: 'api.ebay.com', path: PATH, query: {}, body: { cartItemId: '5400000001' }, status: 200 }]);
	});

	test('what can no longer be bought can be removed too', async () => {
		const { json } = await runNode(remove('5400000005'));
		expect((json[0].unavailableCartItems as IDataObject[]).map(({ cartItemId }) => cartItemId)).toEqual(['5400000006']);
		expect(cart().items).toHaveLength(4);
		expect(cart().unavailable.map(({ cartItemId }) => cartItemId)).toEqual(['5400000006']);
	});
});

describe('6. 204 when the last item was removed', () => {
	beforeEach(() => {
		used.sim.state.ebay.cart = { items: [cart().items[0]], unavailable: [] };
	});

	test('the item says that the cart is empty', async () => {
		const { out, error } = await runNode(remove());
		expect(error).toBeUndefined();
		expect(out).toEqual([{ json: { cartItems: [], cartEmpty: true }, pairedItem: { item: 0 } }]);
		expect(removals().map(({ status }) => status)).toEqual([204]);
		expect(cart().items).toEqual([]);
	});

	test('a following node still runs', async () => {
		const ran = await afterNode(remove(), 'ebayApi');
		expect(ran.error).toBeUndefined();
		expect(ran.items('Next').map(({ json }) => json)).toEqual([{ cartItems: [], cartEmpty: true }]);
	});
});

describe('7. output modes', () => {
	beforeEach(() => void used.sim.fault({ path: PATH, status: 200, body: CART }));

	test('whole cart by default, unavailable items in it', async () => {
		const { parameters, ...job } = remove();
		const { output, ...rest } = parameters;
		expect((await runNode({ ...job, parameters: rest })).json).toStrictEqual([CART]);
		expect(output).toBe('cart');
	});

	test.each([['items', 'cartItems'], ['unavailable', 'unavailableCartItems']])('%s: one item per entry of %s, unchanged and paired', async (output, member) => {
		const { out } = await runNode(remove('5400000001', { output }, { input: [{}, {}] }));
		const entries = CART[member] as IDataObject[];
		expect(out).toStrictEqual([0, 1].flatMap((index) => entries.map((json) => ({ json, pairedItem: { item: index } }))));
	});
});

describe('9. many items', () => {
	test('N input items are N calls, each paired, a bad one among them', async () => {
		const ids = ['5400000001', '5400000099', '', '5400000006', 'v1|110553111111|0', '5400000001'];
		const { out } = await continued(remove('={{ $json.id }}', {}, { input: ids.map((id) => ({ id })) }));
		expect(paired(out)).toEqual(ids.map((_, item) => ({ item })));
		expect(out.map(({ json }) => (json.cartItems as unknown[] | undefined)?.length ?? (json.details as IDataObject).outcome)).toEqual([3, 'not done', 'not sent', 3, 'not sent', 'not done']);
		expect(removals().map(({ body }) => (body as IDataObject).cartItemId)).toEqual([ids[0], ids[1], ids[3], ids[5]]);
		expect(cart().items).toHaveLength(3);
		expect(cart().unavailable).toHaveLength(1);
	});

	test('401 in the middle mints once more and removes each entry once', async () => {
		used.sim.fault({ path: PATH, kind: 'expire-token', after: 1, count: 1 });
		const ran = await runNode(remove('={{ $json.id }}', {}, { input: ['5400000001', '5400000002', '5400000003'].map((id) => ({ id })) }));
		expect(ran.error).toBeUndefined();
		expect(removals().map(({ status }) => status)).toEqual([200, 401, 200, 200]);
		expect(used.sim.state.ebay.refreshes).toBe(2);
		expectNoSecret(used.sim, ran);
	});
});

describe('10. companions in the same resource', () => {
	test('Add Item, Get and Update Quantity stand beside Remove Item', () => {
		const operations = nodes.ebayBuy.description.properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes('shoppingCart'))!;
		expect(operations.options!.map(({ name }) => name)).toEqual(['Add Item', 'Get', 'Remove Item', 'Update Quantity']);
	});

	test('the picker of cart items reads the cart', async () => {
		const { results } = await runPicker(remove(), 'searchCartItems');
		expect(results.map(({ value }) => value)).toEqual(['5400000001', '5400000002', '5400000003', '5400000004']);
		expect(results[1].name).toContain('Leather notebook');
		expect(used.sim.calls.at(-1)).toMatchObject({ method: 'GET', path: '/buy/browse/v1/shopping_cart/', status: 200 });
	});

	test('an entry that was added can be removed by the ID that the answer gave', async () => {
		const add = remove('', { operation: 'addItem', itemId: 'v1|110000000007|0', quantity: 2 });
		const added = (await runNode(add)).json[0].cartItems as IDataObject[];
		const { json } = await runNode(remove(added.at(-1)!.cartItemId));
		expect(added.map(({ itemId }) => itemId)).toContain('v1|110000000007|0');
		expect((json[0].cartItems as IDataObject[]).map(({ itemId }) => itemId)).not.toContain('v1|110000000007|0');
	});
});

test('6. 204 gives an item in every output mode, so that the next node runs', async () => {
	for (const output of ['cart', 'items', 'unavailable']) {
		used.sim.reset();
		used.sim.state.ebay.cart = { items: [{ cartItemId: '5400000001', itemId: 'v1|110000000001|0', quantity: 1 }], unavailable: [] };
		const { json } = await runNode(removeFrom(used.sim, '5400000001', { output }));
		expect(json).toEqual([{ cartItems: [], cartEmpty: true }]);
	}
});
