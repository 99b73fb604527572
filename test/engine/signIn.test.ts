import { renewSession } from '../../engine/session';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { startSimulator } from '../../simulator/server';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

const lists = (credential: ICredentialDataDecryptedObject): NodeJob => ({
	node: 'crux', credential, parameters: { apiVersion: 'timp', resource: 'inventoryList', operation: 'getAll', returnAll: true, options: {} },
});
const cart = (credential: ICredentialDataDecryptedObject): NodeJob => ({
	node: 'ebayBuy', credential, parameters: { resource: 'shoppingCart', operation: 'get', marketplace: '', output: 'cart', options: {} },
});
const shoppingLists = (credential: ICredentialDataDecryptedObject): NodeJob => ({
	node: 'whisk', credential, parameters: { resource: 'shoppingList', operation: 'getAll', returnAll: true, options: {} },
});
const stock = (credential: ICredentialDataDecryptedObject, count = 50): NodeJob => ({
	node: 'crux', credential, settings: { onError: 'continueRegularOutput' },
	parameters: {
		apiVersion: 'timp', resource: 'sku', operation: 'updateInventory', identifyBy: 'sku_id', identifier: '={{ $json.sku }}',
		inventory: { quantityInStock: 5 }, options: { concurrency: 10 },
	},
	input: Array.from({ length: count }, (_, index) => ({ sku: `SKU-${String(index + 1).padStart(4, '0')}` })),
});

const logins = () => used.sim.calls.filter(({ path, status }) => path.includes('user-login') && status === 200).length;
const done = () => used.sim.calls.filter(({ path, status }) => path.endsWith('/inventory/') && status === 200).length;

const WRONG = ['wrong', 'password', '1'].join('-');
const SECRETS = [WRONG, 'wrong-secret-1', 'wrong-token-1', 'wrong-refresh-1'];
const expectClear = (error: Error & { description?: string } | undefined, sentence: RegExp) => {
	expect(error?.message).toMatch(sentence);
	expect(error?.message).not.toMatch(/\n|\bat \w+\.|Error:/);
	for (const secret of SECRETS) expect(`${JSON.stringify(error)} ${error?.message} ${error?.description}`).not.toContain(secret);
};

describe('one clear sentence for', () => {
	test('a wrong password', async () => {
		const { error } = await runNode(lists({ ...used.credentials.retailer(), password: WRONG }));
		expectClear(error, /^Crux Connect sign-in: user name or password is not accepted/);
		expect(error?.description).toContain('Open the Crux Connect credential');
	});

	test('a wrong client secret', async () => {
		const { error } = await runNode(cart({ ...used.credentials.ebay(), clientSecret: 'wrong-secret-1' }));
		expectClear(error, /^eBay sign-in: Client ID and Client Secret are not accepted/);
	});

	test('a refresh token that is not accepted', async () => {
		const { error } = await runNode(cart({ ...used.credentials.ebay(), refreshToken: 'wrong-refresh-1' }));
		expectClear(error, /^eBay sign-in: the refresh token is not accepted/);
	});

	test('a wrong and an expired Whisk token', async () => {
		const wrong = await runNode(shoppingLists({ ...used.credentials.whisk(), token: 'wrong-token-1' }));
		expectClear(wrong.error, /^The token is not valid for this$/);
		expect(wrong.error?.description).toContain('Check Token Type in the credential');
		expect(wrong.error?.httpCode).toBe('401');
		used.sim.expireTokens('whisk');
		const expired = await runNode(shoppingLists(used.credentials.whisk()));
		expectClear(expired.error, /^The token has expired$/);
		expect(expired.error?.description).toContain('Get a new one and put it into the credential');
	});

	test('a fixed token that has run out', async () => {
		const { error } = await runNode(lists({ ...used.credentials.retailer(), authentication: 'token', token: 'wrong-token-1' }));
		expect(error?.httpCode).toBe('401');
		expectClear(error, /./);
		expect(error?.description).toContain('credential');
	});

	test('a host that cannot be reached', async () => {
		const { error } = await runNode(shoppingLists({ ...used.credentials.whisk(), customUrl: 'http://127.0.0.1:9' }));
		expectClear(error, /^127\.0\.0\.1:9 refused the connection/);
		const crux = await runNode(lists({ ...used.credentials.retailer(), customUrl: 'http://127.0.0.1:9' }));
		expectClear(crux.error, /^Crux Connect sign-in: 127\.0\.0\.1:9 cannot be reached/);
	});

	test('a web page with status 200, broken JSON, a redirect', async () => {
		const page = async (kind: 'html' | 'bad-json') => {
			used.sim.clearFaults();
			used.sim.fault({ service: 'whisk', kind, status: 200, count: 1 });
			return (await runNode(shoppingLists(used.credentials.whisk()))).error;
		};
		expectClear(await page('html'), /answered with a web page instead of data \(status 200\)/);
		expectClear(await page('bad-json'), /answered with something that is not valid JSON/);
		used.sim.clearFaults();
		used.sim.fault({ service: 'whisk', kind: 'redirect', location: 'http://127.0.0.1:9/elsewhere', count: 1 });
		expectClear((await runNode(shoppingLists(used.credentials.whisk()))).error, /redirects to 127\.0\.0\.1:9 instead of answering/);
	});

	test('a custom URL that is none, or not https', async () => {
		for (const customUrl of ['', 'whisk', 'http://api.whisk.com', 'https://user:pass@api.whisk.com', 'ftp://x']) {
			const { error } = await runNode(shoppingLists({ ...used.credentials.whisk(), customUrl }));
			expectClear(error, /^'Credential' has a Custom URL/);
		}
		expect(used.sim.calls).toHaveLength(0);
	});
});

describe('a token that dies', () => {
	test('fifty items, concurrency ten, killed after the twentieth answer: one new login, all done', async () => {
		const credential = used.credentials.supplier();
		await runNode(stock(credential, 1));
		const before = logins();
		used.sim.fault({ path: '/timp/products/skus/inventory/', kind: 'expire-token', after: 20, count: 1 });
		const { json } = await runNode(stock(credential));
		expect(json.filter(({ success }) => success)).toHaveLength(50);
		expect(logins() - before).toBe(1);
		expect(done()).toBe(51);
	});

	test('two such workflows at once: one new login for both', async () => {
		const credential = used.credentials.supplier();
		await runNode(stock(credential, 1));
		const before = logins();
		used.sim.fault({ path: '/timp/products/skus/inventory/', kind: 'expire-token', after: 20, count: 1 });
		const both = await Promise.all([runNode(stock(credential)), runNode(stock(credential))]);
		expect(both.flatMap(({ json }) => json).filter(({ success }) => success)).toHaveLength(100);
		expect(logins() - before).toBe(1);
	});

	test('two deaths, two logins, also between runs and when a login ends the older token', async () => {
		used.sim.state.crux.loginEndsOlderToken = true;
		const credential = used.credentials.supplier();
		await runNode(stock(credential, 1));
		const before = logins();
		for (const after of [5, 30]) used.sim.fault({ path: '/timp/products/skus/inventory/', kind: 'expire-token', after, count: 1 });
		const { json } = await runNode(stock(credential));
		expect(json.filter(({ success }) => success)).toHaveLength(50);
		expect(logins() - before).toBe(2);
		used.sim.expireTokens('crux');
		await runNode(stock(credential, 3));
		expect(logins() - before).toBe(3);
	});

	test('fifty items start without a token: one login', async () => {
		const { json } = await runNode(stock(used.credentials.supplier()));
		expect(json.filter(({ success }) => success)).toHaveLength(50);
		expect(logins()).toBe(1);
	});

	test('a wrong password with fifty items asks once', async () => {
		const { json } = await runNode(stock({ ...used.credentials.supplier(), password: WRONG }));
		expect(json).toHaveLength(50);
		expect(used.sim.calls).toHaveLength(1);
	});
});

test('whoever still holds a token that has been replaced gets the newest one without a sign-in', async () => {
	let made = 0;
	const signIn = async () => ({ tokens: { user: `token ${++made}` } });
	const name = `late comers ${Math.random()}`;
	const first = await renewSession('', name, signIn);
	const second = await renewSession(first, name, signIn);
	expect(made).toBe(2);
	expect([await renewSession(first, name, signIn), await renewSession('', name, signIn)]).toEqual([second, second]);
	expect(made).toBe(2);
	expect(await renewSession(second, name, signIn)).toContain('token 3');
});

describe("the credential's environment is switched after a token was stored", () => {
	test.each([
		['crux', (url: string) => ({ customUrl: `${url}/crux` }), () => lists(used.credentials.retailer())],
		['ebay', (url: string) => ({ customUrl: `${url}/ebay` }), () => cart(used.credentials.ebay())],
	] as const)('%s: the other host never receives that token', async (_service, elsewhere, jobOf) => {
		const other = await startSimulator({ seed: 2 });
		const job = jobOf();
		await runNode(job);
		const stored = JSON.stringify(job.credential);
		expect(stored).toContain('fingerprint');
		const marks = new Set(used.sim.calls.map(({ headers }) => headers.authorization));
		Object.assign(job.credential, elsewhere(other.address));
		await runNode(job);
		await other.close();
		expect(other.calls.length).toBeGreaterThan(1);
		expect(other.calls[0].status).toBe(401);
		for (const { headers, path } of other.calls) {
			if (!/user-login|oauth2\/token/.test(path)) expect(marks.has(headers.authorization) && headers.authorization !== undefined).toBe(false);
		}
	});
});
