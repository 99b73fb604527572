import type { IDataObject } from 'n8n-workflow';
import { revokeConsent, SECOND_SELLER } from '../../simulator/ebay/sellers';
import { sendWith, testCredential } from '../support/credentialTest';
import { agree, linkIn, REFRESH, useShop } from '../support/ebayShop';

const shop = useShop();
const { used, keyset, connected, run, orders, grants, count } = shop;

describe('the first sign-in', () => {
	test('without a consent the test fails with the link; the link asks for what is chosen, for a new sign-in, and names no secret', async () => {
		const credential = keyset({ scopes: ['orders', 'identity'] });
		const said = await testCredential(credential);
		expect(said).toMatch(/^Client ID and Client Secret are right\. Now an eBay member has to agree\. Open this link, sign in as the shop and agree\. Then paste the whole address/);
		const { searchParams: asked, host, pathname } = new URL(linkIn(said));
		expect([host, pathname]).toEqual([new URL(used.sim.address).host, '/ebay/auth.ebay.com/oauth2/authorize']);
		const root = 'https://api.ebay.com/oauth/api_scope';
		expect(Object.fromEntries(asked)).toEqual({
			client_id: credential.clientId, redirect_uri: credential.ruName, response_type: 'code', prompt: 'login', state: expect.stringMatching(/^[0-9a-f]{32}\.identity\.orders$/),
			scope: `${root} ${root}/commerce.identity.readonly ${root}/sell.fulfillment`,
		});
		expect(said).not.toContain(String(credential.clientSecret));
	});

	test('an untouched choice, which the editor saves as empty, asks for the usual access', async () => {
		for (const scopes of [[], undefined]) expect(linkIn(await testCredential(keyset({ scopes } as IDataObject)))).toContain('.account.disputes.finances.identity.listings.orders&');
	});

	test('in production and the sandbox the link leads to the page of that environment', async () => {
		const { consentLink } = await import('../../nodes/Ebay/consent');
		expect(consentLink(keyset({ environment: 'production' }))).toMatch(/^https:\/\/auth\.ebay\.com\/oauth2\/authorize\?client_id=/);
		expect(consentLink(keyset({ environment: 'sandbox' }))).toMatch(/^https:\/\/auth\.sandbox\.ebay\.com\/oauth2\/authorize\?client_id=/);
	});

	test('the pasted address turns it green, the code is exchanged once, and operations run', async () => {
		const credential = await connected();
		expect(count('authorization_code 200')).toBe(1);
		const { json, error } = await orders(credential);
		expect([error, json.length]).toEqual([undefined, 120]);
		expect(await testCredential(credential)).toBe('OK');
		expect(grants().filter((one) => one.startsWith('authorization_code'))).toEqual(['authorization_code 200']);
	});

	test.each([
		['the code alone, as it stands in the address', (address: string) => /code=([^&]*)/.exec(address)![1]],
		['the code alone, decoded', (address: string) => new URL(address).searchParams.get('code')!],
		['the address with line breaks around it', (address: string) => `\n${address} \n`],
		['the address with its code decoded, signs and all', (address: string) => address.replace(/code=[^&]*/, `code=${new URL(address).searchParams.get('code')}`)],
	])('%s will do', async (_, pasted) => {
		const credential = keyset();
		credential.refreshToken = pasted(await agree(linkIn(await testCredential(credential))));
		expect(await testCredential(credential)).toBe('OK');
		expect(count('authorization_code 200')).toBe(1);
		expect((await orders(credential)).error).toBeUndefined();
	});

	test('a refresh token will do, with and without RuName, and no code is tried', async () => {
		for (const ruName of ['', shop.client.ruName]) expect(await testCredential(keyset({ ruName, refreshToken: REFRESH }))).toBe('OK');
		expect(count('authorization_code 200') + count('authorization_code 400')).toBe(0);
	});

	test('without RuName and consent the keyset is enough for what needs no member', async () => {
		const credential = keyset({ ruName: '' });
		expect(await testCredential(credential)).toBe('OK');
		expect((await run('ebayBuy', credential, { resource: 'itemSearch', operation: 'search', keywords: 'lamp', limit: 3 })).error).toBeUndefined();
	});

	test('before the consent, operations that need no member work, others are refused before sending with what to do', async () => {
		const credential = keyset();
		await testCredential(credential);
		const sent = used.sim.calls.length;
		const { error } = await orders(credential);
		expect([error?.message, error?.description]).toEqual([expect.stringMatching(/^Get Many needs a user token/), expect.stringMatching(/fill in 'RuName' and save: its test shows a link/)]);
		expect(used.sim.calls).toHaveLength(sent);
	});

	test('no token stands in an address, and the code stands only where it was pasted', async () => {
		const credential = await connected();
		await orders(credential);
		const [code] = used.sim.state.ebay.codes.keys();
		for (const call of used.sim.calls.filter(({ host }) => host !== 'auth.ebay.com')) expect(JSON.stringify([call.path, call.query])).not.toMatch(/v\^1|access_token/);
		expect(String(credential.tokens)).not.toContain(code);
	});
});

describe('what is kept', () => {
	test('a session that the editor saved over, a new secret and a wider application scope cost no second exchange', async () => {
		const credential = await connected();
		credential.tokens = '';
		expect(await testCredential(credential)).toBe('OK');
		shop.client.secret = credential.clientSecret = 'PRD-new-secret';
		expect(await testCredential(credential)).toBe('OK');
		credential.applicationScopes = 'https://api.ebay.com/oauth/api_scope/buy.marketing';
		expect(await testCredential(credential)).toBe('OK');
		expect(grants().filter((one) => one.startsWith('authorization_code'))).toEqual(['authorization_code 200']);
	});

	test('an access token that has run out is made anew from the consent, once for all items', async () => {
		const credential = await connected();
		used.sim.expireTokens('ebay');
		const before = count('refresh_token 200');
		expect((await orders(credential)).json).toHaveLength(120);
		expect(count('refresh_token 200') - before).toBe(1);
	});

	test('a second shop: a credential of its own, with its own orders', async () => {
		const [first, second] = [await connected(), await connected({ marketplace: 'EBAY_DE' }, SECOND_SELLER)];
		expect((await orders(first)).json).toHaveLength(120);
		const { json } = await orders(second);
		expect(json.map(({ orderId }) => String(orderId).slice(0, 3))).toEqual(['27-', '27-', '27-']);
	});

	test('another consent in the same credential takes the place of the first', async () => {
		const credential = await connected();
		credential.refreshToken = '';
		credential.refreshToken = await agree(linkIn(await testCredential(credential)), SECOND_SELLER);
		expect((await orders(credential)).json).toHaveLength(3);
		expect(count('authorization_code 200')).toBe(2);
	});

	test('a consent that was withdrawn says so, in the test and in a run', async () => {
		const credential = await connected();
		revokeConsent(used.sim.state.ebay, 'demo_shop');
		const { error } = await orders(credential);
		expect(error?.message).toMatch(/^eBay sign-in: the consent of the eBay member is over: withdrawn in My eBay.*Open this link, sign in as the shop and agree/);
		credential.refreshToken = await agree(linkIn(error!.message));
		expect(await testCredential(credential)).toBe('OK');
		expect((await orders(credential)).json).toHaveLength(120);
	});

	test('a wider choice of access asks for a new consent in the test, and everything else goes on', async () => {
		const credential = await connected({ scopes: ['orders'] });
		credential.scopes = ['orders', 'marketing'];
		expect(await testCredential(credential)).toMatch(/^The member has not agreed to Marketing yet; everything else works\. Open this link/);
		expect((await orders(credential)).json).toHaveLength(120);
	});
});

test('a missing scope is named in the words of the credential', async () => {
	const credential = await connected({ scopes: ['identity'] });
	const { error } = await orders(credential);
	expect([error?.httpCode, error?.description]).toEqual(['403', expect.stringMatching(/add 'Orders and Shipping' to 'Access', empty 'Authorization Code or Refresh Token' and save/)]);
});

test('the older APIs get the token under IAF, all others as Bearer', async () => {
	const credential = await connected();
	const at = (path: string) => ({ method: 'GET', url: `${used.sim.urls.ebay}/api.ebay.com${path}`, ignoreHttpStatusErrors: true, headers: {} });
	await sendWith(credential, at('/post-order/v2/return/search'));
	await sendWith(credential, at('/sell/fulfillment/v1/order'));
	expect(used.sim.calls.slice(-2).map(({ path, headers }) => `${path} ${headers.authorization?.split(' ')[0]}`)).toEqual(['/post-order/v2/return/search IAF', '/sell/fulfillment/v1/order Bearer']);
});
