import { mintHex } from '../random';
import type { Answer, Visit } from '../types';
import { oauthFailed } from './errors';
import { APPLICATION_SCOPES } from './scopes';
import { refreshLife } from './state';
import type { EbayCaller, EbayClient, EbayRefreshToken, EbayState, EbayToken } from './state';

type TokenVisit = Visit<EbayState, EbayCaller>;
type Grant = (visit: TokenVisit, client: EbayClient) => Answer;

const TYPES = { application: 'Application Access Token', user: 'User Access Token' };

/** Seconds a code of the consent page can be exchanged. */
export const CODE_LIFE = 299;

/** Names of scopes in a text, parted by spaces. */
export const scopesIn = (text: unknown) =>
	String(text ?? '')
		.split(/\s+/)
		.filter(Boolean);

function issue({ state, now }: TokenVisit, token: Omit<EbayToken, 'expires'>, more: object = {}): Answer {
	const text = `v^1.1#i^1#p^${token.kind === 'user' ? 3 : 1}#${mintHex(64)}`;
	state.tokens.set(text, { ...token, expires: now + state.tokenLife * 1000 });
	return { status: 200, body: { access_token: text, expires_in: state.tokenLife, ...more, token_type: TYPES[token.kind] } };
}

// what eBay answers beyond a quota is not documented
const tooMany = (quota: number, what: string): Answer => oauthFailed(429, 'rate_limit_exceeded', `No more than ${quota} ${what} a day`);

const forApplication: Grant = (visit) => {
	const { state, body } = visit;
	const scopes = scopesIn(body.scope);
	const unknown = scopes.find((scope) => !APPLICATION_SCOPES.includes(scope));
	if (scopes.length === 0 || unknown)
		return oauthFailed(400, 'invalid_scope', unknown ? `Scope is unknown or not granted: ${unknown}` : 'No scope was asked for');
	if (state.mints >= state.mintQuota) return tooMany(state.mintQuota, 'application tokens');
	state.mints += 1;
	return issue(visit, { kind: 'application', scopes });
};

const isDead = ({ isRevoked, expires }: EbayRefreshToken, now: number) => isRevoked || expires <= now;

const fromRefreshToken: Grant = (visit, client) => {
	const { state, body, now } = visit;
	const known = state.refreshTokens.get(String(body.refresh_token ?? ''));
	if (!known || isDead(known, now) || (known.clientId ?? state.client.id) !== client.id)
		return oauthFailed(400, 'invalid_grant', 'The refresh token is wrong, expired, revoked or was issued to another client');
	const scopes = scopesIn(body.scope);
	const wider = scopes.find((scope) => !known.scopes.includes(scope));
	if (wider) return oauthFailed(400, 'invalid_scope', `The member has not consented to ${wider}`);
	if (state.refreshes >= state.refreshQuota) return tooMany(state.refreshQuota, 'refreshed tokens');
	state.refreshes += 1;
	return issue(visit, { kind: 'user', seller: known.seller, scopes: scopes.length > 0 ? scopes : [...known.scopes] });
};

const fromCode: Grant = (visit, client) => {
	const { state, body, now } = visit;
	if (body.redirect_uri !== client.ruName) return oauthFailed(400, 'invalid_request', 'redirect_uri must be the RuName of the client');
	const code = state.codes.get(String(body.code ?? ''));
	if (!code || code.isUsed || code.expires <= now || code.ruName !== body.redirect_uri || code.clientId !== client.id)
		return oauthFailed(400, 'invalid_grant', 'The authorization code is wrong, used or expired');
	if (state.exchanges >= state.exchangeQuota) return tooMany(state.exchangeQuota, 'exchanged codes');
	state.exchanges += 1;
	code.isUsed = true;
	const { seller, scopes } = code;
	const refreshToken = `v^1.1#i^1#r^1#${mintHex(48)}`;
	state.refreshTokens.set(refreshToken, { seller, clientId: client.id, scopes: [...scopes], isRevoked: false, expires: now + refreshLife * 1000 });
	return issue(visit, { kind: 'user', seller, scopes: [...scopes] }, { refresh_token: refreshToken, refresh_token_expires_in: refreshLife });
};

const GRANTS: Record<string, Grant> = {
	client_credentials: forApplication,
	refresh_token: fromRefreshToken,
	authorization_code: fromCode,
};

/** All keysets of the environment. */
export const clientsOf = ({ client, otherClients }: EbayState): EbayClient[] => [client, ...otherClients];

/** POST /identity/v1/oauth2/token: Basic client authentication, form body. */
export function grantToken(visit: TokenVisit): Answer {
	const [scheme, text] = (visit.headers.authorization ?? '').split(' ');
	const named = scheme === 'Basic' ? Buffer.from(text ?? '', 'base64').toString('utf8') : '';
	const client = clientsOf(visit.state).find(({ id, secret }) => named === `${id}:${secret}`);
	if (!client) return oauthFailed(401, 'invalid_client', 'Client authentication failed');
	return GRANTS[String(visit.body.grant_type)](visit, client);
}
