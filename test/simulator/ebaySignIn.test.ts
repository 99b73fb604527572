import { revokeConsent, SECOND_SELLER } from '../../simulator/ebay/sellers';
import { APPLICATION_SCOPES, BASE_SCOPE } from '../../simulator/ebay/scopes';
import { useSimulator } from '../support/simulator';
import type { Json } from './ebayCalls';

const used = useSimulator();
const ORDERS = `${BASE_SCOPE}/sell.fulfillment`;

const page = (name: string, query: Record<string, string>) => fetch(`${used.sim.urls.ebay}/auth.ebay.com/oauth2/${name}?${new URLSearchParams(query)}`, { redirect: 'manual' });
const link = (more: Record<string, string> = {}) => ({ client_id: used.sim.demo.ebay.clientId, redirect_uri: used.sim.demo.ebay.ruName, response_type: 'code', scope: `${BASE_SCOPE} ${ORDERS}`, state: 'abc', ...more });

async function token(form: Record<string, string>, client = used.sim.state.ebay.client): Promise<{ status: number; json: Json }> {
	const answer = await fetch(`${used.sim.urls.ebay}/api.ebay.com/identity/v1/oauth2/token`, {
		method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form).toString(),
	});
	return { status: answer.status, json: (await answer.json()) as Json };
}

const codeFor = async (user = 'demo_shop', more: Record<string, string> = {}): Promise<string> => {
	const answer = await page('consent', { ...link(more), user, answer: 'agree' });
	return new URL(answer.headers.get('location')!).searchParams.get('code')!;
};
const exchange = (code: string, more: Record<string, string> = {}, client = used.sim.state.ebay.client) => token({ grant_type: 'authorization_code', code, redirect_uri: client.ruName, ...more }, client);
const refresh = (text: string, scope?: string) => token({ grant_type: 'refresh_token', refresh_token: text, ...(scope ? { scope } : {}) });
const failure = ({ status, json }: { status: number; json: Json }) => `${status} ${json.error}`;

describe('the consent page', () => {
	test('names the keyset and its scopes, and lets a member choose who that is', async () => {
		const answer = await page('authorize', link({ prompt: 'login' }));
		const text = await answer.text();
		expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
		for (const part of [used.sim.demo.ebay.clientId, ORDERS, '<option>demo_shop</option>', '<option>second_shop</option>']) expect(text).toContain(part);
	});

	test('without prompt=login whoever signed in last stays signed in', async () => {
		await codeFor(SECOND_SELLER);
		expect(await (await page('authorize', link())).text()).toContain('Signed in as <b>second_shop</b>');
		expect(await (await page('authorize', link({ prompt: 'login' }))).text()).not.toContain('Signed in as');
	});

	test.each<[string, Record<string, string>, string]>([
		['an unknown client', { client_id: 'Nobody' }, 'unauthorized_client'], ['an address for a RuName', { redirect_uri: 'https://n8n.example.com/callback' }, 'invalid_request'],
		['the RuName of another keyset', { redirect_uri: 'Other_Shop-OtherApp-Other-ghijkl' }, 'invalid_request'], ['a token instead of a code', { response_type: 'token' }, 'unsupported_response_type'],
		['an unknown scope', { scope: `${BASE_SCOPE}/sell.nothing` }, 'invalid_scope'], ['no scope', { scope: '' }, 'invalid_scope'],
	])('refuses %s', async (_, more, code) => {
		for (const name of ['authorize', 'consent']) {
			const answer = await page(name, { ...link(more), user: 'demo_shop', answer: 'agree' });
			expect([answer.status, (await answer.text()).includes(code)]).toEqual([400, true]);
		}
	});

	test('leads to an address with code, state and the seconds it lives; after a refusal to one without a code', async () => {
		const accepted = new URL((await page('consent', { ...link(), user: 'demo_shop', answer: 'agree' })).headers.get('location')!);
		expect(Object.fromEntries(accepted.searchParams)).toEqual({ state: 'abc', code: expect.stringMatching(/^v\^1\.1#/), expires_in: '299' });
		expect((await fetch(accepted)).status).toBe(200);
		const declined = new URL((await page('consent', { ...link(), user: 'demo_shop', answer: 'decline' })).headers.get('location')!);
		expect([declined.searchParams.has('code'), declined.searchParams.get('error')]).toEqual([false, 'access_denied']);
	});

	test('serves no API, knows no other page, and shows what it is given as text', async () => {
		expect((await page('nothing', {})).status).toBe(404);
		expect((await fetch(`${used.sim.urls.ebay}/auth.ebay.com/sell/fulfillment/v1/order`)).status).toBe(404);
		expect(await (await page('authorize', link({ state: '"><script>' }))).text()).not.toContain('<script>');
	});
});

describe('the token endpoint', () => {
	test('a code gives both tokens once, under the name that eBay gives the type', async () => {
		const code = await codeFor();
		const { json } = await exchange(code);
		expect(json).toEqual({ access_token: expect.any(String), expires_in: 7200, refresh_token: expect.any(String), refresh_token_expires_in: 47304000, token_type: 'User Access Token' });
		expect(failure(await exchange(code))).toBe('400 invalid_grant');
		const again = await refresh(json.refresh_token as string);
		expect(again.json).toEqual({ access_token: expect.any(String), expires_in: 7200, token_type: 'User Access Token' });
	});

	test('a code is dead after 299 seconds, with another RuName and for another keyset', async () => {
		const { state } = used.sim;
		const late = await codeFor();
		state.ebay.codes.get(late)!.expires = Date.now() - 1;
		const [other] = state.ebay.otherClients;
		expect([failure(await exchange(late)), failure(await exchange(await codeFor(), { redirect_uri: 'https://x.example.com' })), failure(await exchange(await codeFor(), {}, other))]).toEqual(['400 invalid_grant', '400 invalid_request', '400 invalid_grant']);
	});

	test('a consent can be narrowed and not widened, and is the keyset\'s own', async () => {
		const { json } = await exchange(await codeFor());
		expect((await refresh(json.refresh_token as string, ORDERS)).status).toBe(200);
		expect(failure(await refresh(json.refresh_token as string, `${BASE_SCOPE}/sell.inventory`))).toBe('400 invalid_scope');
		const [other] = used.sim.state.ebay.otherClients;
		expect(failure(await token({ grant_type: 'refresh_token', refresh_token: json.refresh_token as string }, other))).toBe('400 invalid_grant');
	});

	test('a withdrawn consent ends its tokens at once', async () => {
		const { json } = await exchange(await codeFor());
		revokeConsent(used.sim.state.ebay, 'demo_shop');
		expect(failure(await refresh(json.refresh_token as string))).toBe('400 invalid_grant');
		const answer = await fetch(`${used.sim.urls.ebay}/api.ebay.com/sell/fulfillment/v1/order`, { headers: { authorization: `Bearer ${json.access_token}` } });
		expect(answer.status).toBe(401);
	});

	test('each kind of token has its quota', async () => {
		const [one, two] = [await codeFor(), await codeFor()];
		Object.assign(used.sim.state.ebay, { mintQuota: 1, refreshQuota: 1, exchangeQuota: 1 });
		const { json } = await exchange(one);
		const own = () => token({ grant_type: 'client_credentials', scope: APPLICATION_SCOPES[0] });
		expect([(await own()).status, (await own()).status, (await exchange(two)).status, (await refresh(json.refresh_token as string)).status, (await refresh(json.refresh_token as string)).status]).toEqual([200, 429, 429, 200, 429]);
	});
});

describe('members', () => {
	const ask = async (path: string, text: string, host = 'api.ebay.com') => (await (await fetch(`${used.sim.urls.ebay}/${host}${path}`, { headers: { authorization: `Bearer ${text}` } })).json()) as Json;

	test('each has orders of its own, and says who it is', async () => {
		const scope = `${ORDERS} ${BASE_SCOPE}/commerce.identity.readonly`;
		const tokens = await Promise.all(['demo_shop', SECOND_SELLER].map(async (user) => (await exchange(await codeFor(user, { scope }))).json.access_token as string));
		const totals = await Promise.all(tokens.map(async (text) => (await ask('/sell/fulfillment/v1/order', text)).total as number));
		const names = await Promise.all(tokens.map(async (text) => (await ask('/commerce/identity/v1/user/', text, 'apiz.ebay.com')).username as string));
		expect([totals, names]).toEqual([[120, 3], ['demo_shop', 'second_shop']]);
	});
});

describe('Key Management', () => {
	const create = async (body: object) => {
		const { json } = await token({ grant_type: 'client_credentials', scope: BASE_SCOPE });
		const answer = await fetch(`${used.sim.urls.ebay}/apiz.ebay.com/developer/key_management/v1/signing_key`, { method: 'POST', headers: { authorization: `Bearer ${json.access_token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
		return { status: answer.status, json: (await answer.json()) as Json };
	};

	test.each(['ED25519', 'RSA'])('%s: a pair with the private key, a new one each time', async (signingKeyCipher) => {
		const [one, two] = [await create({ signingKeyCipher }), await create({ signingKeyCipher })];
		expect([one.status, one.json]).toEqual([200, { signingKeyId: expect.any(String), signingKeyCipher, creationTime: expect.any(Number), expirationTime: expect.any(Number), jwe: expect.any(String), privateKey: expect.any(String), publicKey: expect.any(String) }]);
		expect(two.json.jwe).not.toBe(one.json.jwe);
	});

	test('another cipher is refused', async () => {
		const { status, json } = await create({ signingKeyCipher: 'ED448' });
		expect([status, json.errors[0].errorId]).toEqual([400, 210001]);
	});
});
