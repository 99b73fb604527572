import { revokeConsents } from '../../simulator/whisk/oauthState';
import { useSimulator } from '../support/simulator';

/** How people sign in to the simulator's Whisk, step by step and by hand. */
const used = useSimulator();
const CALLBACK = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';
const app = () => used.sim.demo.whisk.app;
const asked = (more: object = {}) => ({ client_id: app().clientId, redirect_uri: CALLBACK, response_type: 'code', scope: 'shopping_list:read community:read', state: 'a&b=c', ...more }) as Record<string, string>;
const form = async (path: string, fields: Record<string, string>) =>
	await fetch(used.sim.urls.whisk + path, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
const open = async (more?: object) => await fetch(`${used.sim.urls.whisk}/oauth/v2/authorize?${new URLSearchParams(asked(more)).toString()}`, { redirect: 'manual' });
const decide = async (decision: string, more?: object) => await form('/oauth/v2/authorize', { ...asked(more), decision });
const target = (answer: Response) => new URL(answer.headers.get('location')!);
const codeOf = async (more?: object) => target(await decide('allow', more)).searchParams.get('code')!;
const token = async (fields: Record<string, string>) => {
	const answer = await form('/oauth/v2/token', { client_id: app().clientId, client_secret: app().clientSecret, ...fields });
	return { status: answer.status, json: (await answer.json()) as Record<string, string> };
};
const exchange = async (code: string, more: Record<string, string> = {}) => await token({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...more });
const refresh = async (refreshToken: string) => await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
const me = async (accessToken: string) => await fetch(`${used.sim.urls.whisk}/user/v2/me`, { headers: { authorization: `Bearer ${accessToken}` } });

test('a page asks for consent, and what is agreed to comes back with the state', async () => {
	const page = await open();
	expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
	const text = await page.text();
	expect(text).toContain('<li>community:read</li>');
	expect(text).toContain('value="a&#38;b=c"');
	const url = target(await decide('allow'));
	expect([url.origin + url.pathname, url.searchParams.get('state')]).toEqual([CALLBACK, 'a&b=c']);
	const { status, json } = await exchange(url.searchParams.get('code')!);
	expect([status, json]).toEqual([200, { access_token: expect.any(String), expires_in: 3600, refresh_token: expect.any(String), scope: 'shopping_list:read community:read', token_type: 'Bearer' }]);
	expect((await me(json.access_token)).status).toBe(200);
});

test('nobody is sent to an address that is not approved, nor for an app that is not known', async () => {
	for (const more of [{ redirect_uri: 'https://elsewhere.example/rest/oauth2-credential/callback' }, { redirect_uri: `${CALLBACK}/more` }, { redirect_uri: 'http://127.0.0.1.example/rest/oauth2-credential/callback' }, { client_id: 'other' }]) {
		for (const answer of [await open(more), await decide('allow', more)]) expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
	}
});

test('a refusal, a scope that was not granted and another kind of answer are told', async () => {
	expect(target(await decide('deny')).searchParams.get('error')).toBe('access_denied');
	expect(target(await open({ scope: 'health:read' })).searchParams.get('error')).toBe('invalid_scope');
	expect(target(await decide('allow', { scope: 'health:read' })).searchParams.get('code')).toBeNull();
	expect(target(await open({ response_type: 'token' })).searchParams.get('error')).toBe('unsupported_response_type');
});

test('a code is good once, for a day, for its own address and app', async () => {
	const code = await codeOf();
	expect((await exchange(code, { redirect_uri: 'http://localhost/rest/oauth2-credential/callback' })).json.error).toBe('invalid_grant');
	expect((await exchange(code, { client_secret: 'wrong' })).json.error).toBe('invalid_client');
	expect((await exchange(code)).status).toBe(200);
	expect((await exchange(code)).json.error).toBe('invalid_grant');
	const old = await codeOf();
	used.sim.state.whisk.oauth.codes.get(old)!.expires = 1;
	expect((await exchange(old)).json.error).toBe('invalid_grant');
	expect((await exchange('none')).json.error).toBe('invalid_grant');
});

test('access ends by its time and is renewed with the scopes of the consent, a year long', async () => {
	const { json: first } = await exchange(await codeOf());
	used.sim.state.whisk.tokens.get(first.access_token)!.expires = Date.now() - 1;
	const late = await me(first.access_token);
	expect([late.status, await late.json()]).toEqual([401, { code: 'auth.tokenExpired' }]);
	const { json: second } = await refresh(first.refresh_token);
	expect(second).toMatchObject({ refresh_token: first.refresh_token, scope: first.scope });
	expect((await me(second.access_token)).status).toBe(200);
	used.sim.state.whisk.oauth.grants.get(first.refresh_token)!.expires = Date.now() - 1;
	expect((await refresh(first.refresh_token)).json.error).toBe('invalid_grant');
});

test('consents that are taken back end their tokens', async () => {
	const { json } = await exchange(await codeOf());
	revokeConsents(used.sim.state.whisk);
	expect((await me(json.access_token)).status).toBe(401);
	expect((await refresh(json.refresh_token)).json.error).toBe('invalid_grant');
	expect((await me(used.sim.demo.whisk.userToken)).status).toBe(200);
});

test('a kind of grant or a member that is not known is refused in the form of the standard', async () => {
	expect((await token({ grant_type: 'client_credentials' })).json.error).toBe('unsupported_grant_type');
	expect((await token({ grant_type: 'refresh_token', redirect_url: CALLBACK })).json.error).toBe('invalid_request');
});

test('the account of calls holds no code, token or secret', async () => {
	const { json } = await exchange(await codeOf());
	await refresh(json.refresh_token);
	const text = JSON.stringify(used.sim.calls);
	for (const secret of [app().clientSecret, json.access_token, json.refresh_token]) expect(text).not.toContain(secret);
});
