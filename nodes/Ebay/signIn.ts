import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import { SignInError } from '../../engine/problem';
import { askForToken, fingerprintOf, readSession } from '../../engine/session';
import type { SignedIn } from '../../engine/session';
import { ebayAddress } from './address';
import { checkGiven, checkRuName, howToAgree, readGiven } from './consent';
import type { Given } from './consent';
import { applicationScopes } from './scopes';

/** What is got once and cannot be had again, with what it was got for; it is carried from session to session. */
type Kept = { of: string; ends: number } & ({ refreshToken: string } | { jwe: string; privateKey: string });
type Grant = Extract<Kept, { refreshToken: string }>;
export type SigningKey = Extract<Kept, { jwe: string }>;

const MOST_REMEMBERED = 200;
/** A signing key is made anew so long before it ends. */
const EARLY = 86_400_000;
/** Kept in this process too: neither a step that fails afterwards nor an editor that saves over the session loses it. */
const remembered = new Map<string, Kept>();

function remember<T extends Kept>(kept: T): T {
	remembered.set(kept.of, kept);
	if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
	return kept;
}

const keysetOf = (credentials: IDataObject): unknown[] => [credentials.environment, ebayAddress(credentials, 'api.ebay.com'), String(credentials.clientId).trim()];

/** What the stored session keeps, if for the same purpose. */
function storedIn<T extends Kept>(credentials: IDataObject, name: 'grant' | 'signing', of: string): T | undefined {
	const stored = readSession(credentials.tokens)?.kept?.[name] as T | undefined;
	return stored?.of === of ? stored : undefined;
}

const recall = <T extends Kept>(credentials: IDataObject, name: 'grant' | 'signing', of: string): T | undefined => storedIn<T>(credentials, name, of) ?? (remembered.get(of) as T | undefined);

/** What a consent was pasted for: it outlives a new secret and another RuName. */
const consentOf = (credentials: IDataObject, text: string): string => fingerprintOf('grant', ...keysetOf(credentials), text);

const inMilliseconds = (seconds: unknown): number => Date.now() + (Number(seconds) || 0) * 1000;

interface TokenAnswer {
	statusCode: number;
	body: IDataObject;
}

const explain = (credentials: IDataObject, reason: string, isConsent = false): SignInError => new SignInError(`eBay sign-in: ${reason}${isConsent ? `. ${howToAgree(credentials)}` : ''}`);

/** What tells that a keyset belongs elsewhere: its ID says so. */
function environmentHint({ clientId, environment }: IDataObject): string {
	const kind = /-(PRD|SBX)-/.exec(String(clientId))?.[1];
	if (kind === 'SBX' && environment !== 'sandbox') return '. This Client ID belongs to the sandbox (SBX): set Environment to Sandbox, or take the keyset of production';
	return kind === 'PRD' && environment === 'sandbox' ? '. This Client ID belongs to production (PRD): set Environment to Production, or take the keyset of the sandbox' : '';
}

/** What eBay's token endpoint answers whatever is asked for, in words for the credential's owner. */
function generally(credentials: IDataObject, { statusCode, body }: TokenAnswer): SignInError {
	const refusals: Record<string, string> = {
		invalid_client: `Client ID and Client Secret are not accepted. Take both from the same keyset, and check that Environment fits: sandbox keys work in the sandbox only${environmentHint(credentials)}`,
		invalid_scope: "the keyset has not been granted one of the 'Application Scopes'. Take out what its page at developer.ebay.com does not list",
		unauthorized_client: 'this keyset may not sign in this way. Check at developer.ebay.com that it is enabled: a new keyset is not until its notification of account deletions is set up',
		invalid_request: "eBay cannot read the request for a token. Check 'Client ID' and 'Application Scopes' for signs that do not belong there, and that no gateway changes what is sent",
		unsupported_grant_type: 'eBay does not take this kind of sign-in at this address. Check that Environment or Custom URL leads to eBay, and that no gateway changes what is sent',
		invalid_grant: 'eBay refuses the sign-in of the application itself. Check at developer.ebay.com that the keyset is enabled, and take Client ID and Client Secret from it anew',
	};
	const later = statusCode > 499 ? '. Try again later; what the credential holds stays good' : '. Check that Environment or Custom URL leads to eBay';
	const usual = statusCode === 429 ? 'too many sign-ins today; the quota starts anew at midnight Pacific time' : `the service gave no token (status ${statusCode})${later}`;
	return explain(credentials, refusals[String(body.error)] ?? usual);
}

async function ask(helper: IHttpRequestHelper, credentials: IDataObject, form: Record<string, string>): Promise<TokenAnswer> {
	const basic = Buffer.from(`${String(credentials.clientId).trim()}:${String(credentials.clientSecret).trim()}`).toString('base64');
	return await askForToken(helper, 'eBay', {
		method: 'POST', url: `${ebayAddress(credentials, 'api.ebay.com')}/identity/v1/oauth2/token`,
		headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', Authorization: `Basic ${basic}` },
		body: new URLSearchParams(form).toString(),
	});
}

interface Token {
	text: string;
	ends: number;
}

const tokenIn = ({ body }: TokenAnswer): Token | undefined => (typeof body.access_token === 'string' ? { text: body.access_token, ends: inMilliseconds(body.expires_in) } : undefined);

const isOver = ({ body }: TokenAnswer): boolean => body.error === 'invalid_grant';

/** The token of the application by itself. */
async function application(helper: IHttpRequestHelper, credentials: IDataObject): Promise<Token> {
	const answer = await ask(helper, credentials, { grant_type: 'client_credentials', scope: applicationScopes(credentials).join(' ') });
	const token = tokenIn(answer);
	if (!token) throw generally(credentials, answer);
	return token;
}

const refresh = async (helper: IHttpRequestHelper, credentials: IDataObject, refreshToken: string): Promise<TokenAnswer> => await ask(helper, credentials, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** A code gives its first token and the refresh token that stands for the consent from then on; this happens once. */
async function exchange(helper: IHttpRequestHelper, credentials: IDataObject, code: string): Promise<{ answer: TokenAnswer; grant?: Grant }> {
	checkRuName(credentials);
	const answer = await ask(helper, credentials, { grant_type: 'authorization_code', code, redirect_uri: String(credentials.ruName).trim() });
	if (['invalid_request', 'unauthorized_client'].includes(String(answer.body.error))) {
		throw explain(credentials, "eBay does not accept 'RuName' with this keyset. Take it from the same environment at developer.ebay.com: Application Keys, User Tokens, Get a Token from eBay via Your Application");
	}
	const { refresh_token: refreshToken, refresh_token_expires_in: life } = answer.body;
	return { answer, grant: typeof refreshToken === 'string' ? remember({ of: consentOf(credentials, code), refreshToken, ends: inMilliseconds(life) }) : undefined };
}

const OVER = {
	kept: 'the consent of the eBay member is over: withdrawn in My eBay, ended by a new user name or password, or older than 18 months',
	code: 'the pasted code is not accepted: it works once, for five minutes, and for the keyset it was made for',
	either: 'the refresh token is not accepted, nor is it a code that can be used: it has expired (18 months), the member has withdrawn the consent or changed user name or password, it was used before, or it belongs to another keyset',
};

/** The token of the member: from the consent that is kept, or from what was pasted. Only eBay can tell a bare code from a refresh token. */
async function member(helper: IHttpRequestHelper, credentials: IDataObject, given: Given, kept?: Grant): Promise<{ token: Token; grant?: Grant }> {
	const refreshToken = kept?.refreshToken ?? (given.kind === 'either' ? given.text : undefined);
	let got: { answer: TokenAnswer; grant?: Grant } | undefined = refreshToken === undefined ? undefined : { answer: await refresh(helper, credentials, refreshToken), grant: kept };
	const mayBeCode = !kept && (given.kind === 'code' || String(credentials.ruName ?? '').trim() !== '');
	if (!got || (isOver(got.answer) && mayBeCode)) got = await exchange(helper, credentials, given.text);
	const token = tokenIn(got.answer);
	if (token) return { token, grant: got.grant };
	throw isOver(got.answer) ? explain(credentials, OVER[kept ? 'kept' : given.kind], true) : generally(credentials, got.answer);
}

/** What the signing key was made for. */
const signingPurpose = (credentials: IDataObject): string => fingerprintOf('signing', ...keysetOf(credentials), credentials.signingKey);

/** Whether the credential makes a signing key of its own. */
const makesKey = ({ signRequests, signingKey }: IDataObject): boolean => signRequests === true && signingKey !== 'own';

/** The key that signs: given by the owner, or made by eBay for this credential; undefined when there is none, or it has run out. */
export function signingKeyOf(credentials: IDataObject): { jwe: string; privateKey: string } | undefined {
	if (!makesKey(credentials)) return { jwe: String(credentials.signingKeyJwe ?? '').trim(), privateKey: String(credentials.signingPrivateKey ?? '') };
	const kept = storedIn<SigningKey>(credentials, 'signing', signingPurpose(credentials));
	return kept && kept.ends > Date.now() ? kept : undefined;
}

/** A key pair of eBay's making, which shows the private key this once. */
async function signing(helper: IHttpRequestHelper, credentials: IDataObject, token: Token): Promise<SigningKey> {
	const of = signingPurpose(credentials);
	const kept = recall<SigningKey>(credentials, 'signing', of);
	if (kept && kept.ends > Date.now() + EARLY) return kept;
	const { statusCode, body } = await askForToken(helper, 'eBay', {
		method: 'POST', url: `${ebayAddress(credentials, 'apiz.ebay.com')}/developer/key_management/v1/signing_key`,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: `Bearer ${token.text}` },
		body: JSON.stringify({ signingKeyCipher: credentials.signingKey ?? 'ED25519' }),
	});
	const { jwe, privateKey, expirationTime } = body;
	if (typeof jwe !== 'string' || typeof privateKey !== 'string') throw new SignInError(`eBay signing key: eBay made none (status ${statusCode}). Try again later, or switch Sign Requests off until then`);
	return remember({ of, jwe, privateKey, ends: Number(expirationTime) * 1000 || Number.MAX_SAFE_INTEGER });
}

/** Names what a session is made for: with other values of these the stored one is withheld. */
export const fingerprint = (credentials: IDataObject): string => {
	const { clientSecret, ruName = '', refreshToken, applicationScopes: scopes = '' } = credentials;
	return fingerprintOf('ebay', ...keysetOf(credentials), clientSecret, ruName, refreshToken, scopes, ...(makesKey(credentials) ? [credentials.signingKey] : []));
};

/**
 * Tokens of both kinds, as far as there are consents for them, and a signing key where one is wished for. The code of a
 * consent is used last: what can fail without it fails before.
 */
export async function signIn(helper: IHttpRequestHelper, credentials: IDataObject): Promise<SignedIn> {
	checkRuName(credentials);
	const given = readGiven(credentials);
	const consent = given && recall<Grant>(credentials, 'grant', consentOf(credentials, given.text));
	if (given && !consent) checkGiven(credentials, given);
	const own = await application(helper, credentials);
	const key = makesKey(credentials) ? await signing(helper, credentials, own) : undefined;
	const { token, grant } = given ? await member(helper, credentials, given, consent) : {};
	return {
		tokens: { application: own.text, ...(token ? { user: token.text } : {}) },
		ends: { application: own.ends, ...(token ? { user: token.ends } : {}), ...(grant ? { consent: grant.ends } : {}), ...(key ? { signing: key.ends } : {}) },
		kept: { ...(grant ? { grant } : {}), ...(key ? { signing: key } : {}) } as unknown as IDataObject,
	};
}
