import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, IHttpRequestOptions, INodeProperties, Icon } from 'n8n-workflow';
import { SignInError } from '../engine/problem';
import { askForToken, authorize, fingerprintOf, renewSession, tokenOf } from '../engine/session';
import { EBAY_HOSTS, ebayAddress, schemeFor } from '../nodes/Ebay/address';
import { KIND_HEADER, SIGN_HEADER } from '../nodes/Ebay/api';
import { marketplaces } from '../nodes/Ebay/marketplaces';
import { signatureHeaders } from '../nodes/Ebay/signature';

const BASE_SCOPE = 'https://api.ebay.com/oauth/api_scope';

const fingerprint = (credentials: IDataObject): string => {
	const { environment, clientId, clientSecret, refreshToken, applicationScopes = '' } = credentials;
	return fingerprintOf('ebay', environment, ebayAddress(credentials, 'api.ebay.com'), clientId, clientSecret, refreshToken, applicationScopes);
};

/** What eBay's token endpoint answers, in words for the credential's owner. */
const REFUSALS: Record<string, string> = {
	invalid_client: 'Client ID and Client Secret are not accepted. Take both from the same keyset, and check that Environment fits: sandbox keys work in the sandbox only',
	invalid_grant: 'the refresh token is not accepted: it has expired (18 months), the member has withdrawn the consent or changed the password, or it belongs to another keyset. Get a new one',
	invalid_scope: 'the application may not ask for this access. Check its keyset at developer.ebay.com',
	unauthorized_client: 'this keyset may not sign in this way. Check at developer.ebay.com that it is enabled',
};

async function mint(helper: IHttpRequestHelper, credentials: IDataObject, form: Record<string, string>): Promise<string> {
	const basic = Buffer.from(`${String(credentials.clientId).trim()}:${String(credentials.clientSecret).trim()}`).toString('base64');
	const { statusCode, body } = await askForToken(helper, 'eBay', {
		method: 'POST', url: `${ebayAddress(credentials, 'api.ebay.com')}/identity/v1/oauth2/token`,
		headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded', Authorization: `Basic ${basic}` },
		body: new URLSearchParams(form).toString(),
	});
	if (typeof body.access_token === 'string') return body.access_token;
	const reason = REFUSALS[String(body.error)] ?? (statusCode === 429 ? 'too many sign-ins today; the quota starts anew at midnight Pacific time' : `the service gave no token (status ${statusCode})`);
	throw new SignInError(`eBay sign-in: ${reason}`);
}

/** Both kinds of token; without a refresh token only the application's. */
async function signIn(helper: IHttpRequestHelper, credentials: IDataObject): Promise<Record<string, string>> {
	const refreshToken = String(credentials.refreshToken ?? '').trim();
	const scope = [BASE_SCOPE, ...String(credentials.applicationScopes ?? '').split(/[\s,]+/)].filter(Boolean).join(' ');
	const application = await mint(helper, credentials, { grant_type: 'client_credentials', scope });
	if (!refreshToken) return { application };
	return { application, user: await mint(helper, credentials, { grant_type: 'refresh_token', refresh_token: refreshToken }) };
}

/** What the engine asks for by request: n8n hands the same request over again after a 401, when the private headers are gone. */
const wishes = new WeakMap<IHttpRequestOptions, { kind: string; sign: boolean }>();

/** `fresh` goes without a token at first, so that a test of the credential always proves the sign-in anew. */
function wishOf(request: IHttpRequestOptions, credentials: IDataObject): { kind: string; sign: boolean; withhold: boolean } {
	const known = wishes.get(request);
	const asked = request.headers?.[KIND_HEADER];
	const usual = credentials.refreshToken ? 'user' : 'application';
	const wish = known ?? { kind: asked === 'fresh' ? 'application' : String(asked ?? usual), sign: request.headers?.[SIGN_HEADER] !== undefined };
	wishes.set(request, wish);
	delete request.headers?.[KIND_HEADER];
	delete request.headers?.[SIGN_HEADER];
	return { ...wish, withhold: asked === 'fresh' && !known };
}

/** Where a request goes; the HTTP Request node hands over `uri`. */
const addressOf = ({ url, baseURL = '', ...request }: IHttpRequestOptions): string => {
	const named = url || String((request as { uri?: string }).uri ?? '');
	return /^https?:\/\//i.test(named) ? named : `${baseURL}${named}`;
};

/** Puts a signature on a request that needs one, if the credential has a key. @throws SignInError when it cannot be used */
function signed(credentials: IDataObject, request: IHttpRequestOptions): IHttpRequestOptions {
	try {
		request.headers = { ...request.headers, ...signatureHeaders(credentials, request, Math.floor(Date.now() / 1000)) };
		return request;
	} catch {
		throw new SignInError('eBay signature: the private key cannot be read. Paste it as eBay gave it, as one Base64 text');
	}
}

export class EbayApi implements ICredentialType {
	name = 'ebayApi';

	displayName = 'eBay API';

	icon: Icon = { light: 'file:../nodes/Ebay/EbayBuy/ebay.svg', dark: 'file:../nodes/Ebay/EbayBuy/ebay.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-crux-whisk-ebay/n8n-nodes-crux-whisk-ebay#ebay';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment', name: 'environment', type: 'options', default: 'production',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Custom URL', value: 'custom' },
			],
			description: 'Each environment has its own keyset and its own members',
		},
		{
			displayName: 'Custom URL', name: 'customUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://gateway.example.com/ebay',
			displayOptions: { show: { environment: ['custom'] } },
			description: "Address of a gateway: it receives the path after eBay's host name, as in /api.ebay.com/buy/… Whoever may edit this credential decides where its secrets go.",
		},
		{ displayName: 'Client ID', name: 'clientId', type: 'string', default: '', required: true, placeholder: 'e.g. Acme-Shop-PRD-1a2b3c4d5', description: 'App ID of the keyset' },
		{ displayName: 'Client Secret', name: 'clientSecret', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'Cert ID of the keyset' },
		{
			displayName: 'Refresh Token', name: 'refreshToken', type: 'string', typeOptions: { password: true }, default: '',
			description: 'Stands for the consent of an eBay member, for 18 months. Leave empty for operations that need no member.',
		},
		{
			displayName: 'Marketplace', name: 'marketplace', type: 'options', default: 'EBAY_US',
			options: Object.entries(marketplaces).map(([value, name]) => ({ name, value })),
			description: 'The eBay site to work on; a node can choose another',
		},
		{
			displayName: 'Application Scopes', name: 'applicationScopes', type: 'string', default: '', placeholder: 'e.g. https://api.ebay.com/oauth/api_scope/buy.marketing',
			description: 'Scopes that eBay has granted this keyset beside the usual one, separated by spaces; for APIs that need an approval',
		},
		{
			displayName: 'Sign Requests', name: 'signRequests', type: 'boolean', default: false,
			description: 'Whether refunds and payouts carry a digital signature, which sellers in the European Union and the United Kingdom need',
		},
		{
			displayName: 'Signing Key (JWE)', name: 'signingKeyJwe', type: 'string', default: '', required: true, displayOptions: { show: { signRequests: [true] } },
			description: "The public key as eBay's Key Management API gives it",
		},
		{
			displayName: 'Signing Private Key', name: 'signingPrivateKey', type: 'string', typeOptions: { password: true }, default: '', required: true, displayOptions: { show: { signRequests: [true] } },
			description: 'The private key that belongs to it, ED25519 or RSA, which eBay shows only once',
		},
		{ displayName: 'Tokens', name: 'tokens', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	/** Called by n8n when there are no tokens yet and after a 401. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return { tokens: await renewSession(String(credentials.tokens ?? ''), fingerprint(credentials), async () => await signIn(this, credentials)) };
	}

	/** Tokens made for other values of this credential are withheld: the 401 that follows makes n8n mint new ones. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const { kind, sign, withhold } = wishOf(request, credentials);
		const token = withhold ? undefined : tokenOf(credentials.tokens, fingerprint(credentials), kind);
		const authorized = authorize(request, token && `${schemeFor(credentials, addressOf(request))} ${token}`, EBAY_HOSTS.map((host) => ebayAddress(credentials, host)));
		return sign && credentials.signRequests ? signed(credentials, authorized) : authorized;
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ { production: "https://api.ebay.com", sandbox: "https://api.sandbox.ebay.com" }[$credentials.environment] || $credentials.customUrl + "/api.ebay.com" }}',
			url: '/developer/analytics/v1_beta/rate_limit/',
			headers: { 'X-Token-Kind': 'fresh' },
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'eBay does not accept these keys. Check Client ID, Client Secret and Environment' } }],
	};
}
