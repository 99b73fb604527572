import { mintHex } from '../random';
import type { Answer, Fields, Operation } from '../types';
import { DEMO_CLIENT, REFRESH_LIFE } from './oauthState';
import type { WhiskRules, WhiskVisit } from './state';

const HOST = 'login.whisk.com';
const text = { type: 'string' };
const needed = { type: 'string', required: true };
const common = { version: 'v2', host: HOST, token: [], success: [200], errors: { 400: [], 401: [] } };
const asked = { client_id: text, redirect_uri: text, response_type: text, scope: text, state: text, identity_provider: text };

/** Signing in is in no list of operations; its three calls follow the page on authentication. */
export const oauthOperations: Operation[] = [
	{ ...common, id: 'whisk:oauth authorize', method: 'GET', path: '/oauth/v2/authorize', query: asked },
	{ ...common, id: 'whisk:oauth consent', method: 'POST', path: '/oauth/v2/authorize', bodyType: 'form', body: { ...asked, decision: needed } },
	{
		...common, id: 'whisk:oauth token', method: 'POST', path: '/oauth/v2/token', bodyType: 'form',
		body: { grant_type: text, client_id: text, client_secret: text, code: text, redirect_uri: text, refresh_token: text },
	},
];

/** n8n's own address for answers, on this machine: the only one that the simulator's Whisk has approved. */
const APPROVED = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/rest\/oauth2-credential\/callback$/;

const CODE_LIFE = 24 * 3600;

const page = (status: number, title: string, content: string): Answer => ({
	status, headers: { 'content-type': 'text/html; charset=utf-8' },
	body: `<!doctype html><title>${title}</title><main style="font-family: sans-serif; margin: 4em auto; max-width: 30em"><h1>${title}</h1>${content}</main>`,
});
const safe = (value: unknown): string => String(value ?? '').replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
/** Separated by spaces or commas. */
const scopesIn = (value: unknown): string[] => String(value ?? '').split(/[\s,]+/).filter(Boolean);

/** What makes an address for answers unsafe, or one that cannot be used: nobody is sent there. */
function misled({ client_id: client, redirect_uri: target }: Fields): Answer | undefined {
	if (client !== DEMO_CLIENT.clientId) return page(400, 'Unknown app', '<p>No app has this client_id.</p>');
	return APPROVED.test(String(target)) ? undefined : page(400, 'Address not approved', `<p>${safe(target)} is no approved redirect_uri of this app.</p>`);
}

const back = ({ redirect_uri: target, state }: Fields, answer: Record<string, string>): Answer =>
	({ status: 302, headers: { location: `${String(target)}?${new URLSearchParams({ ...answer, ...(state === undefined ? {} : { state: String(state) }) }).toString()}` } });

/** Scopes that this app may not ask for; none when all are granted. */
const beyond = ({ state }: WhiskVisit, { scope }: Fields): string[] => scopesIn(scope).filter((one) => !state.oauth.grantable.includes(one));

function authorizePage(visit: WhiskVisit): Answer {
	const { query } = visit;
	const wrong = misled(query);
	if (wrong) return wrong;
	if (query.response_type !== 'code') return back(query, { error: 'unsupported_response_type' });
	if (beyond(visit, query).length) return back(query, { error: 'invalid_scope', error_description: `Not granted to this app: ${beyond(visit, query).join(' ')}` });
	const kept = Object.entries(query).map(([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`).join('');
	const wanted = scopesIn(query.scope).map((one) => `<li>${safe(one)}</li>`).join('');
	const buttons = '<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button>';
	return page(200, 'Whisk (simulator)', `<p>An app asks for access to the account of ${safe(visit.state.email)}:</p><ul>${wanted}</ul><form method="post" action="authorize">${kept}${buttons}</form>`);
}

function consent(visit: WhiskVisit): Answer {
	const { body, state, now } = visit;
	const wrong = misled(body);
	if (wrong) return wrong;
	if (body.decision !== 'allow') return back(body, { error: 'access_denied' });
	if (beyond(visit, body).length) return back(body, { error: 'invalid_scope' });
	const code = mintHex(40);
	state.oauth.codes.set(code, { scopes: scopesIn(body.scope), redirectUri: String(body.redirect_uri), expires: now + CODE_LIFE * 1000, isUsed: false });
	return back(body, { code });
}

/** No page shows an error of the token endpoint: the form of the standard is taken for it. */
export const oauthFailed = (status: number, error: string, description: string): Answer => ({ status, body: { error, error_description: description } });

function issue({ state, now }: WhiskVisit, scopes: string[], refreshToken: string): Answer {
	const { tokenLife, tokenType } = state.oauth;
	const token = `whisk-${mintHex(40)}`;
	state.tokens.set(token, { kind: 'user', scopes, isExpired: false, expires: now + tokenLife * 1000, grant: refreshToken });
	return { status: 200, body: { access_token: token, expires_in: tokenLife, refresh_token: refreshToken, scope: scopes.join(' '), token_type: tokenType } };
}

function fromCode(visit: WhiskVisit): Answer {
	const { state, body, now } = visit;
	const code = state.oauth.codes.get(String(body.code ?? ''));
	if (!code || code.isUsed || code.expires <= now) return oauthFailed(400, 'invalid_grant', 'The code is wrong, used or expired');
	if (code.redirectUri !== body.redirect_uri) return oauthFailed(400, 'invalid_grant', 'redirect_uri is not the one that the code was given to');
	code.isUsed = true;
	const refreshToken = `whisk-refresh-${mintHex(40)}`;
	state.oauth.grants.set(refreshToken, { scopes: code.scopes, expires: now + REFRESH_LIFE * 1000, isRevoked: false });
	return issue(visit, code.scopes, refreshToken);
}

function fromRefreshToken(visit: WhiskVisit): Answer {
	const { state, body, now } = visit;
	const given = String(body.refresh_token ?? '');
	const grant = state.oauth.grants.get(given);
	if (!grant || grant.isRevoked || grant.expires <= now) return oauthFailed(400, 'invalid_grant', 'The refresh token is wrong, expired or revoked');
	state.oauth.refreshes += 1;
	if (!state.oauth.rotates) return issue(visit, grant.scopes, given);
	grant.isRevoked = true;
	const next = `whisk-refresh-${mintHex(40)}`;
	state.oauth.grants.set(next, { ...grant, isRevoked: false });
	return issue(visit, grant.scopes, next);
}

function token(visit: WhiskVisit): Answer {
	const { client_id: id, client_secret: secret, grant_type: grant } = visit.body;
	if (id !== DEMO_CLIENT.clientId || secret !== DEMO_CLIENT.clientSecret) return oauthFailed(401, 'invalid_client', 'client_id and client_secret are not those of an app');
	if (grant === 'authorization_code') return fromCode(visit);
	return grant === 'refresh_token' ? fromRefreshToken(visit) : oauthFailed(400, 'unsupported_grant_type', 'Only authorization_code and refresh_token');
}

export const oauthRules: WhiskRules = { 'whisk:oauth authorize': authorizePage, 'whisk:oauth consent': consent, 'whisk:oauth token': token };
