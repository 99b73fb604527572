import { mintHex } from '../random';
import type { Answer, Visit } from '../types';
import { oauthFailed } from './errors';
import { APPLICATION_SCOPES } from './scopes';
import { refreshLife } from './state';
import type { EbayCaller, EbayState, EbayToken } from './state';

type TokenVisit = Visit<EbayState, EbayCaller>;

const TYPES = { application: 'Application Access Token', user: 'User Access Token' };

const scopesIn = (text: unknown) =>
	String(text ?? '')
		.split(/\s+/)
		.filter(Boolean);

function issue({ state, now }: TokenVisit, kind: EbayToken['kind'], scopes: string[], more: object = {}): Answer {
	const text = `v^1.1#i^1#p^${kind === 'user' ? 3 : 1}#${mintHex(64)}`;
	state.tokens.set(text, { kind, scopes, expires: now + state.tokenLife * 1000 });
	return { status: 200, body: { access_token: text, expires_in: state.tokenLife, ...more, token_type: TYPES[kind] } };
}

function forApplication(visit: TokenVisit): Answer {
	const { state, body } = visit;
	const scopes = scopesIn(body.scope);
	const unknown = scopes.find((scope) => !APPLICATION_SCOPES.includes(scope));
	if (scopes.length === 0 || unknown)
		return oauthFailed(400, 'invalid_scope', unknown ? `Scope is unknown or not granted: ${unknown}` : 'No scope was asked for');
	// what eBay answers beyond the quota is not documented
	if (state.mints >= state.mintQuota) return oauthFailed(429, 'rate_limit_exceeded', `No more than ${state.mintQuota} application tokens a day`);
	state.mints += 1;
	return issue(visit, 'application', scopes);
}

function fromRefreshToken(visit: TokenVisit): Answer {
	const { state, body, now } = visit;
	const known = state.refreshTokens.get(String(body.refresh_token ?? ''));
	if (!known || known.isRevoked || known.expires <= now)
		return oauthFailed(400, 'invalid_grant', 'The refresh token is wrong, expired, revoked or was issued to another client');
	const scopes = scopesIn(body.scope);
	const wider = scopes.find((scope) => !known.scopes.includes(scope));
	if (wider) return oauthFailed(400, 'invalid_scope', `The member has not consented to ${wider}`);
	state.refreshes += 1;
	return issue(visit, 'user', scopes.length > 0 ? scopes : [...known.scopes]);
}

function fromCode(visit: TokenVisit): Answer {
	const { state, body, now } = visit;
	if (body.redirect_uri !== state.client.ruName) return oauthFailed(400, 'invalid_request', 'redirect_uri must be the RuName of the client');
	const code = state.codes.get(String(body.code ?? ''));
	if (!code || code.isUsed || code.expires <= now || code.ruName !== body.redirect_uri)
		return oauthFailed(400, 'invalid_grant', 'The authorization code is wrong, used or expired');
	code.isUsed = true;
	const refreshToken = `v^1.1#i^1#r^1#${mintHex(48)}`;
	const [{ scopes }] = [...state.refreshTokens.values()];
	state.refreshTokens.set(refreshToken, { scopes: [...scopes], isRevoked: false, expires: now + refreshLife * 1000 });
	return issue(visit, 'user', [...scopes], { refresh_token: refreshToken, refresh_token_expires_in: refreshLife });
}

const GRANTS: Record<string, (visit: TokenVisit) => Answer> = {
	client_credentials: forApplication,
	refresh_token: fromRefreshToken,
	authorization_code: fromCode,
};

/** POST /identity/v1/oauth2/token: Basic client authentication, form body. */
export function grantToken(visit: TokenVisit): Answer {
	const { id, secret } = visit.state.client;
	const [scheme, text] = (visit.headers.authorization ?? '').split(' ');
	const isClient = scheme === 'Basic' && Buffer.from(text ?? '', 'base64').toString('utf8') === `${id}:${secret}`;
	if (!isClient) return oauthFailed(401, 'invalid_client', 'Client authentication failed');
	return GRANTS[String(visit.body.grant_type)](visit);
}
