import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { revokeConsent, SECOND_SELLER } from '../../simulator/ebay/sellers';
import { USER_SCOPES } from '../../simulator/ebay/scopes';
import type { EbayClient } from '../../simulator/ebay/state';
import { sendWith, testCredential } from '../support/credentialTest';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

let serial = 0;
let client: EbayClient;
const REFRESH = 'v^1.1#i^1#r^1#of-this-test';

// what the credential remembers in this process belongs to a keyset: each test has its own
beforeEach(() => {
	serial += 1;
	client = { id: `Test${serial}-Shop-PRD-1a2b`, secret: `PRD-secret-${serial}`, ruName: `Test_Shop-Test${serial}-PRD-abc` };
	const { clients, refreshTokens } = used.sim.state.ebay;
	clients.push(client);
	refreshTokens.set(REFRESH, { seller: 'demo_shop', clientId: client.id, scopes: USER_SCOPES, isRevoked: false, expires: Date.now() + 1e9 });
});

/** A keyset without a consent, as someone has just typed it. */
const keyset = (more: IDataObject = {}): ICredentialDataDecryptedObject => {
	const { id: clientId, secret: clientSecret, ruName } = client;
	return { environment: 'custom', customUrl: used.sim.urls.ebay, clientId, clientSecret, ruName, marketplace: 'EBAY_US', refreshToken: '', tokens: '', ...more } as ICredentialDataDecryptedObject;
};

const linkIn = (message: string): string => /https?:\/\/\S+\/oauth2\/authorize\?\S+/.exec(message)?.[0] ?? '';

/** Opens a link as a member does in a browser, and gives the address that eBay leads to. */
async function agree(link: string, user = 'demo_shop', answer = 'agree'): Promise<string> {
	expect((await fetch(link)).status).toBe(200);
	const decided = await fetch(`${link.replace('/authorize?', '/consent?')}&user=${user}&answer=${answer}`, { redirect: 'manual' });
	return decided.headers.get('location')!;
}

/** A credential with a consent, by the way that a person goes. */
async function connected(more: IDataObject = {}, user?: string): Promise<ICredentialDataDecryptedObject> {
	const credential = keyset(more);
	credential.refreshToken = await agree(linkIn(await testCredential(credential)), user);
	expect(await testCredential(credential)).toBe('OK');
	return credential;
}

const run = async (node: string, credential: ICredentialDataDecryptedObject, parameters: IDataObject) => await runNode({ node, credential, parameters: { options: {}, ...parameters } as never });
const orders = async (credential: ICredentialDataDecryptedObject) => await run('ebayOrders', credential, { resource: 'order', operation: 'getAll', filters: {}, additionalFields: {}, returnAll: true, simplify: true });
const grants = () => used.sim.calls.filter(({ path }) => path.endsWith('/token')).map(({ body, status }) => `${(body as { grant_type: string }).grant_type} ${status}`);
const count = (grant: string) => grants().filter((one) => one === grant).length;

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
		for (const ruName of ['', client.ruName]) expect(await testCredential(keyset({ ruName, refreshToken: REFRESH }))).toBe('OK');
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

describe('refused with what to do', () => {
	const saidOf = async (more: IDataObject) => await testCredential(keyset(more));

	test.each<[string, () => IDataObject]>([
		['another keyset', () => { const [, other] = used.sim.state.ebay.clients; return { clientId: other.id, clientSecret: other.secret, ruName: other.ruName }; }],
		['another RuName', () => ({ ruName: 'Else-AcmeApp-PRD-abc' })],
		['another environment', () => ({ customUrl: used.sim.urls.ebay.replace('127.0.0.1', 'localhost') })],
	])('an address made for %s: before anything is sent', async (_, more) => {
		const address = await agree(linkIn(await testCredential(keyset())));
		used.sim.calls.length = 0;
		const said = await saidOf({ ...more(), refreshToken: address });
		expect(said).toMatch(/^eBay sign-in: the pasted address was not made for this credential, but for another keyset, RuName or environment\. Open this link/);
		expect(used.sim.calls).toHaveLength(0);
	});

	test.each<[string, (address: string) => string, RegExp]>([
		['an address without state', (address) => address.replace(/state=[^&]*&/, ''), /was not made for this credential/],
		['a state of more than was asked for', (address) => address.replace(/(state=[^&]*)/, '$1.marketing'), /was not made for this credential/],
		['an address without a code', (address) => address.replace(/code=[^&]*/, ''), /holds no code/],
	])('%s', async (_, change, says) => {
		const address = await agree(linkIn(await testCredential(keyset())));
		expect(await saidOf({ refreshToken: change(address) })).toMatch(says);
		expect(grants().some((one) => one.startsWith('authorization_code'))).toBe(false);
	});

	test('the link itself, and the address after a refusal', async () => {
		const link = linkIn(await testCredential(keyset()));
		expect(await saidOf({ refreshToken: link })).toMatch(/what was pasted is the link itself/);
		expect(await saidOf({ refreshToken: await agree(link, 'demo_shop', 'decline') })).toMatch(/holds no code: eBay leads to one with a code only after you have agreed\. Open this link/);
	});

	test('a RuName that is an address, and one that eBay does not know', async () => {
		expect(await saidOf({ ruName: 'https://n8n.example.com/callback' })).toMatch(/^eBay sign-in: 'RuName' is not an address but eBay's ID of one/);
		expect(used.sim.calls).toHaveLength(0);
		const credential = keyset({ ruName: 'Wrong-AcmeApp-PRD-abc', refreshToken: 'v^1.1%23i^1' });
		expect(await testCredential(credential)).toMatch(/^eBay sign-in: eBay does not accept 'RuName' with this keyset\. Take it from the same environment/);
	});

	test('a code that was used by someone else, or is older than 299 seconds', async () => {
		const address = await agree(linkIn(await testCredential(keyset())));
		const [code] = used.sim.state.ebay.codes.values();
		code.expires = Date.now() - 1;
		const said = await saidOf({ refreshToken: address });
		expect(said).toMatch(/^eBay sign-in: the pasted code is not accepted: it works once, for five minutes.*Open this link/);
		expect(linkIn(said)).not.toBe('');
	});

	test('a text that is neither', async () => {
		expect(await saidOf({ refreshToken: 'nothing of use' })).toMatch(/^eBay sign-in: the refresh token is not accepted, nor is it a code.*Open this link/);
		expect(await saidOf({ refreshToken: 'nothing of use', ruName: '' })).toMatch(/Fill in 'RuName', empty 'Authorization Code or Refresh Token' and save: the test then shows a link/);
	});

	test.each([['Acme-Shop-SBX-1', 'custom', /belongs to the sandbox \(SBX\): set Environment to Sandbox/], ['Acme-Shop-1', 'custom', /sandbox keys work in the sandbox only$/]])('keys of the wrong environment: %s', async (clientId, environment, says) => {
		expect(await saidOf({ clientId, environment })).toMatch(says);
	});

	test('the quota of application tokens is used up', async () => {
		used.sim.state.ebay.mintQuota = 0;
		expect(await saidOf({})).toBe('eBay sign-in: too many sign-ins today; the quota starts anew at midnight Pacific time');
	});

	test('an application scope that is not granted', async () => {
		expect(await saidOf({ applicationScopes: 'https://api.ebay.com/oauth/api_scope/sell.nothing' })).toMatch(/one of the 'Application Scopes'/);
	});
});

describe('what is kept', () => {
	test('a session that the editor saved over, a new secret and a wider application scope cost no second exchange', async () => {
		const credential = await connected();
		credential.tokens = '';
		expect(await testCredential(credential)).toBe('OK');
		client.secret = credential.clientSecret = 'PRD-new-secret';
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
