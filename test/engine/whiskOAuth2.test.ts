import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { revokeConsents } from '../../simulator/whisk/oauthState';
import { goesUnsigned, signedIn } from '../../engine/signIns';
import type { Caller } from '../../engine/types';
import { whiskApi } from '../../nodes/Whisk/api';
import { onTheWire } from '../founding/support';
import { credentialTypes, resolvedCredential, runNode, runPicker } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** n8n's own OAuth2 on n8n's own engine: what it renews, what it is not let do, and what is said when it fails. */
const used = useSimulator();
const job = (parameters: object = {}, more: Partial<NodeJob> = {}): NodeJob => ({
	node: 'whisk', credential: used.credentials.whiskOAuth2(), ...more,
	parameters: { authentication: 'oAuth2', resource: 'shoppingList', operation: 'getAll', returnAll: true, options: {}, ...parameters } as INodeParameters,
});
/** A node whose Authentication is so. */
const choosing = (value?: string) => ({ getNodeParameter: (_name: string, _item: number, usual: string) => value ?? usual }) as unknown as Caller;
const renewals = () => used.sim.calls.filter(({ path }) => path === '/oauth/v2/token').map(({ status }) => status);
const calls = () => used.sim.calls.filter(({ path }) => !path.startsWith('/oauth'));
const list = () => used.sim.state.whisk.lists[1];
const addItem = () => ({ resource: 'shoppingListItem', operation: 'add', list: { __rl: true, mode: 'id', value: list().id }, items: { entries: [{ name: 'tea' }] } });
const secretsIn = (text: string) => ['whisk-demo-client-secret', 'whisk-demo-oauth'].filter((secret) => text.includes(secret));

test('the token of the consent is sent as a bearer token', async () => {
	const { json, error } = await runNode(job());
	expect(error).toBeUndefined();
	expect(json).toHaveLength(2);
	expect(calls().map(({ headers: { authorization } }) => authorization)).toEqual([expect.stringMatching(/^Bearer \[secret/)]);
	expect(renewals()).toEqual([]);
});

test.each([['of another type', 'user'], ['in small letters', 'bearer']])('a token %s never goes into an address', async (_, type) => {
	const credential = used.credentials.whiskOAuth2();
	(credential.oauthTokenData as IDataObject).token_type = type;
	used.sim.state.whisk.oauth.tokenType = type;
	used.sim.expireTokens('whisk');
	expect((await runNode(job({}, { credential }))).json).toHaveLength(2);
	for (const { query, headers } of calls()) expect([query, headers.authorization]).toEqual([{}, expect.stringMatching(/^Bearer /)]);
	// and for nodes of others that sign with this credential
	const ready = await credentialTypes.whiskOAuth2Api.preAuthentication!.call({} as never, credential);
	expect(ready).toMatchObject({ oauthTokenData: { token_type: 'Bearer', refresh_token: expect.any(String) } });
});

describe('an access that has expired', () => {
	test('is renewed and kept', async () => {
		used.sim.expireTokens('whisk');
		const given = job();
		expect((await runNode(given)).json).toHaveLength(2);
		expect(calls().map(({ status }) => status)).toEqual([401, 200]);
		expect(renewals()).toEqual([200]);
		expect(given.credential.oauthTokenData).toMatchObject({ access_token: expect.stringMatching(/^whisk-[0-9a-f]{40}$/), refresh_token: 'whisk-demo-oauth-refresh-token' });
		expect((await runNode(given)).json).toHaveLength(2);
		expect(renewals()).toEqual([200]);
	});

	test('is renewed by its time too, and a refresh token that is good for once is replaced', async () => {
		const { oauth, tokens } = used.sim.state.whisk;
		Object.assign(oauth, { rotates: true, tokenLife: 1 });
		used.sim.expireTokens('whisk');
		const given = job();
		await runNode(given);
		for (const token of tokens.values()) if (token.expires) token.expires = 1;
		expect((await runNode(given)).json).toHaveLength(2);
		expect(renewals()).toEqual([200, 200]);
	});

	test('is renewed once for any number of items', async () => {
		used.sim.expireTokens('whisk');
		const { out, error } = await runNode(job({ ...addItem(), options: { concurrency: 10 } }, { input: Array.from({ length: 30 }, () => ({})) }));
		expect(error).toBeUndefined();
		expect(out).toHaveLength(30);
		expect(renewals()).toEqual([200]);
		expect(list().items.filter(({ name }) => name === 'tea')).toHaveLength(30);
	});

	test('is renewed where the service says 403, unless its time is not over', async () => {
		const search = { resource: 'food', operation: 'search', term: 'apple', language: 'en', returnAll: false, limit: 1 };
		const statuses = () => calls().map(({ status }) => status);
		used.sim.expireTokens('whisk');
		const { error, out } = await runNode(job(search, { node: 'whiskFood' }));
		expect([error, statuses(), renewals()]).toEqual([undefined, [403, 200], [200]]);
		expect(out.length).toBeGreaterThan(0);
		used.sim.reset();
		used.sim.expireTokens('whisk');
		const fresh = { ...(used.credentials.whiskOAuth2().oauthTokenData as IDataObject), n8n_expires_at: String(Date.now() + 3_600_000) };
		const ran = await runNode(job(search, { node: 'whiskFood', credential: { ...used.credentials.whiskOAuth2(), oauthTokenData: fresh } as never }));
		expect([ran.error?.message, statuses(), renewals()]).toEqual(['The food database does not accept the token', [403], []]);
	});

	test('is renewed for a list of the editor', async () => {
		used.sim.expireTokens('whisk');
		expect((await runPicker(job(), 'searchShoppingLists')).results).toHaveLength(2);
		expect(renewals()).toEqual([200]);
	});
});

describe('one clear sentence, no secret and nothing done for', () => {
	const failing = async (more: Partial<NodeJob> = {}) => {
		const ran = await runNode(job(addItem(), { settings: { onError: 'continueRegularOutput' }, ...more }));
		expect(secretsIn(JSON.stringify([ran.json, ran.run.data.resultData]))).toEqual([]);
		return ran.json[0] as { error: string; details: IDataObject };
	};

	test('a consent that was taken back', async () => {
		revokeConsents(used.sim.state.whisk);
		const { error, details } = await failing();
		expect(error).toBe('Whisk sign-in: the access could not be renewed: the consent was withdrawn or has run out');
		expect(details).toMatchObject({ outcome: 'not sent', description: 'Nothing was done. Open the Whisk credential and connect it again.' });
		expect(calls()).toHaveLength(1);
	});

	test('a client secret that is no longer good', async () => {
		used.sim.expireTokens('whisk');
		const { error, details } = await failing({ credential: { ...used.credentials.whiskOAuth2(), clientSecret: 'whisk-demo-client-secret-old' } });
		expect(error).toMatch(/^Whisk sign-in: the access could not be renewed: \S/);
		expect(details.outcome).toBe('not sent');
	});

	test('a token endpoint that fails or hangs up', async () => {
		for (const kind of ['reset-before', 'status'] as const) {
			used.sim.expireTokens('whisk');
			used.sim.fault({ path: '/oauth/v2/token', kind, status: 503, count: 1 } as never);
			const { error, details } = await failing();
			expect(error).toMatch(/^Whisk sign-in: the access could not be renewed: \S/);
			expect(details.outcome).toBe('not sent');
		}
	});

	test('a consent without a refresh token', async () => {
		used.sim.expireTokens('whisk');
		const credential = { ...used.credentials.whiskOAuth2(), oauthTokenData: { access_token: 'whisk-demo-oauth-access-token', token_type: 'Bearer' } };
		expect((await failing({ credential })).error).toMatch(/^Whisk sign-in: the access could not be renewed: /);
	});

	test('a credential that was never connected', async () => {
		const credential = used.credentials.whiskOAuth2();
		delete credential.oauthTokenData;
		const { error, details } = await failing({ credential });
		expect([error, details.outcome, calls()]).toEqual(['The Whisk credential is not connected to an account', 'not sent', []]);
		await expect(runPicker(job({}, { credential }), 'searchShoppingLists')).rejects.toThrow('is not connected to an account');
	});

	test('what no consent of a user can give', async () => {
		const { json } = await runNode(job({ resource: 'studioProduct', operation: 'getAll', integration: '0f4b8c2d-6a1e-4d35-9c7f-2b8e5a1d3c60' }, { node: 'whiskPublishing', settings: { onError: 'continueRegularOutput' } }));
		expect(json[0]).toMatchObject({ error: expect.stringContaining('needs a server token'), details: { description: expect.stringContaining("Choose a Whisk API credential (Authentication: Access Token) with Token Type 'Server Token'") } });
		expect(calls()).toEqual([]);
	});
});

test('a write whose connection breaks off is not taken for a failed sign-in', async () => {
	used.sim.fault({ path: '/list/v2', kind: 'reset-after', count: 1, method: 'PUT' } as never);
	const { json } = await runNode(job(addItem(), { settings: { onError: 'continueRegularOutput' } }));
	expect((json[0].details as IDataObject).outcome).toBe('unknown');
	expect(list().items.filter(({ name }) => name === 'tea')).toHaveLength(1);
});

test('a secret that an answer repeats is hidden, a renewed one too', async () => {
	const given = job(addItem(), { settings: { onError: 'continueRegularOutput' } });
	used.sim.expireTokens('whisk');
	used.sim.fault({ method: 'PUT', path: '/list/v2', status: 400, kind: 'echo', count: 1, after: 1 } as never);
	const { json } = await runNode(given);
	expect(json[0]).toHaveProperty('error');
	const { access_token: token, refresh_token: refresh } = given.credential.oauthTokenData as Record<string, string>;
	for (const secret of [token, refresh, 'whisk-demo-client-secret']) expect(JSON.stringify(json)).not.toContain(secret);
});

test.each([
	['https://cdn.whisk.com/autocomplete/v1/en/all.json', true], ['https://login.whisk.com/x', true], ['https://api.whisk.com.example/x', true], ['http://api.whisk.com/x', true],
	['https://api.whisk.com/list/v2', false], ['https://graph.whisk.com/v1/x', false],
])('%s goes without the token: %s', (url, unsigned) => {
	expect(goesUnsigned(signedIn(choosing('oAuth2'), whiskApi), { environment: 'production' }, url)).toBe(unsigned);
});

test('on the wire, Whisk itself gets the token and its public files do not', async () => {
	const credential = { ...used.credentials.whiskOAuth2(), environment: 'production', customUrl: '' };
	const listed = await onTheWire(job({}, { credential }), () => ({ status: 200, body: '{"list":[]}' }));
	expect(listed.sent.map(({ url, headers }) => [url, headers.authorization])).toEqual([['https://api.whisk.com/list/v2', 'Bearer whisk-demo-oauth-access-token']]);
	const names = await onTheWire(job({ resource: 'dictionary', operation: 'getProducts', language: 'en', file: 'all' }, { credential }), () => ({ status: 200, body: '{"products":[]}' }));
	expect(names.sent.map(({ url, headers }) => [url, headers.authorization])).toEqual([['https://cdn.whisk.com/autocomplete/v1/en/all.json', undefined]]);
});

test.each([
	[{ environment: 'production' }, 'https://login.whisk.com'], [{ environment: 'custom', customUrl: ' https://whisk.example.com/a// ' }, 'https://whisk.example.com/a'],
])('people sign in where the credential says: %j', (data, base) => {
	expect(resolvedCredential('whiskOAuth2Api', data)).toMatchObject({ authUrl: `${base}/oauth/v2/authorize`, accessTokenUrl: `${base}/oauth/v2/token`, grantType: 'authorizationCode', authentication: 'body' });
});

test('a custom address has the token to itself, whatever Whisk is called elsewhere', () => {
	const here = { environment: 'custom', customUrl: 'https://whisk.example.com/a' };
	const api = signedIn(choosing('oAuth2'), whiskApi);
	expect(['https://api.whisk.com/list/v2', 'https://whisk.example.com/b', 'https://whisk.example.com/a/list/v2'].map((url) => goesUnsigned(api, here, url))).toEqual([true, true, false]);
});

test.each([[undefined], ['accessToken'], ['somethingElse']])('without a choice of OAuth2 (%s) a node signs in as it always did', (value) => {
	expect(signedIn(choosing(value), whiskApi)).toMatchObject({ credential: 'whiskApi', secrets: ['token'], meanings: whiskApi.meanings });
});
