import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, IHttpRequestOptions, INodeProperties, Icon } from 'n8n-workflow';
import { SignInError } from '../engine/problem';
import { authorize, readSession, renewSession, tokenOf } from '../engine/session';
import { EBAY_HOSTS, ebayAddress, schemeFor } from '../nodes/Ebay/address';
import { KIND_HEADER, SIGN_HEADER } from '../nodes/Ebay/api';
import { stillToAgree } from '../nodes/Ebay/consent';
import { locales, marketplaces } from '../nodes/Ebay/marketplaces';
import { jobNames, jobOptions, USUAL_JOBS } from '../nodes/Ebay/scopes';
import { signatureHeaders } from '../nodes/Ebay/signature';
import { fingerprint, signIn, signingKeyOf } from '../nodes/Ebay/signIn';

interface Wish {
	kind: string;
	sign: boolean;
	/** The credential is being tested. */
	isTest: boolean;
}

/** What the engine asks for by request: n8n hands the same request over again after a 401, when the private headers are gone. */
const wishes = new WeakMap<IHttpRequestOptions, Wish>();

/** A session as young as this has just proven the sign-in. */
const JUST_MADE = 10_000;

/** A test goes without a token at first, so that it always proves the sign-in anew. */
function wishOf(request: IHttpRequestOptions, credentials: IDataObject): Wish & { withhold: boolean } {
	const known = wishes.get(request);
	const asked = request.headers?.[KIND_HEADER];
	const isTest = asked === 'fresh';
	const usual = credentials.refreshToken ? 'user' : 'application';
	const wish = known ?? { kind: isTest ? 'application' : String(asked ?? usual), sign: request.headers?.[SIGN_HEADER] !== undefined, isTest };
	wishes.set(request, wish);
	delete request.headers?.[KIND_HEADER];
	delete request.headers?.[SIGN_HEADER];
	const isYoung = Date.now() - (readSession(credentials.tokens, fingerprint(credentials))?.made ?? 0) < JUST_MADE;
	return { ...wish, withhold: isTest && !known && !isYoung };
}

/** The token for a request, under the scheme that its API wants; none where the session was made for other values, or has no key to sign with. */
function authorizationFor({ kind, sign }: Wish, credentials: IDataObject, request: IHttpRequestOptions): string | undefined {
	if (sign && credentials.signRequests && !signingKeyOf(credentials)) return undefined;
	const token = tokenOf(credentials.tokens, fingerprint(credentials), kind);
	return token && `${schemeFor(credentials, addressOf(request))} ${token}`;
}

/** Where a request goes; the HTTP Request node hands over `uri`. */
const addressOf = ({ url, baseURL = '', ...request }: IHttpRequestOptions): string => {
	const named = url || String((request as { uri?: string }).uri ?? '');
	return /^https?:\/\//i.test(named) ? named : `${baseURL}${named}`;
};

/** Puts a signature on a request that needs one, if the credential has a key. @throws SignInError when it cannot be used */
function signed(credentials: IDataObject, request: IHttpRequestOptions): IHttpRequestOptions {
	const key = signingKeyOf(credentials);
	try {
		if (key) request.headers = { ...request.headers, ...signatureHeaders(credentials, key, request, Math.floor(Date.now() / 1000)) };
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
			displayName: 'RuName', name: 'ruName', type: 'string', default: '', placeholder: 'e.g. Acme-AcmeApp-PRD-abc123',
			description: "eBay's ID of the address to come back to, from Application Keys, User Tokens. No URL. Leave empty for operations that need no eBay member.",
		},
		{
			displayName: 'Access', name: 'scopes', type: 'multiOptions', default: [], options: jobOptions,
			description: `What the eBay member is asked to agree to; to change it later, a new consent is needed. Leave empty for what sellers usually need: ${jobNames(USUAL_JOBS)}.`,
		},
		{
			displayName: 'To connect a shop, fill in the above and save. The test fails then, and its More Details show a link: open it, sign in as the shop and agree. Paste the whole address of the page you land on below within five minutes, and save again.',
			name: 'consentNotice', type: 'notice', default: '',
		},
		{
			displayName: 'Authorization Code or Refresh Token', name: 'refreshToken', type: 'string', typeOptions: { password: true }, default: '', placeholder: 'e.g. https://www.example.com/thanks?state=…&code=…',
			description: 'The whole address that eBay led to after the consent, or only the code in it, or a refresh token. A consent lasts 18 months. Leave empty for operations that need no eBay member.',
		},
		{
			displayName: 'Marketplace', name: 'marketplace', type: 'options', default: 'EBAY_US',
			options: Object.entries(marketplaces).map(([value, name]) => ({ name, value })),
			description: 'The eBay site to work on; a node can choose another',
		},
		{
			displayName: 'Language', name: 'language', type: 'options', default: 'marketplace',
			options: [{ name: 'Of the Marketplace', value: 'marketplace' }, ...Object.entries(locales).map(([value, name]) => ({ name, value }))],
			description: 'The language of what is written and read, where a site has several',
		},
		{
			displayName: 'Sign Requests', name: 'signRequests', type: 'boolean', default: false,
			description: 'Whether refunds and payouts carry a digital signature, which sellers in the European Union and the United Kingdom need',
		},
		{
			displayName: 'Signing Key', name: 'signingKey', type: 'options', default: 'ED25519', displayOptions: { show: { signRequests: [true] } },
			options: [
				{ name: 'Made by eBay, ED25519', value: 'ED25519', description: 'The credential asks for a key pair on saving and keeps it hidden' },
				{ name: 'Made by eBay, RSA', value: 'RSA', description: 'The same with the older cipher, whose headers are longer' },
				{ name: 'My Own', value: 'own', description: 'A key pair that exists already' },
			],
			description: 'Where the key pair comes from',
		},
		{
			displayName: 'Signing Key (JWE)', name: 'signingKeyJwe', type: 'string', default: '', required: true, displayOptions: { show: { signRequests: [true], signingKey: ['own'] } },
			description: "The public key as eBay's Key Management API gives it",
		},
		{
			displayName: 'Signing Private Key', name: 'signingPrivateKey', type: 'string', typeOptions: { password: true }, default: '', required: true, displayOptions: { show: { signRequests: [true], signingKey: ['own'] } },
			description: 'The private key that belongs to it, ED25519 or RSA, which eBay shows only once',
		},
		{
			displayName: 'Application Scopes', name: 'applicationScopes', type: 'string', default: '', placeholder: 'e.g. https://api.ebay.com/oauth/api_scope/buy.marketing',
			description: 'Scopes that eBay has granted this keyset beside the usual one, separated by spaces; for APIs that need an approval',
		},
		{
			displayName: 'Further Scopes of the Member', name: 'furtherScopes', type: 'string', default: '', placeholder: 'e.g. https://api.ebay.com/oauth/api_scope/sell.logistics',
			description: 'Scopes to ask the member for that Access does not offer, separated by spaces; most need an approval of eBay',
		},
		{ displayName: 'Tokens', name: 'tokens', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	/** Called by n8n when there are no tokens yet and after a 401. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return { tokens: await renewSession(String(credentials.tokens ?? ''), fingerprint(credentials), async () => await signIn(this, credentials)) };
	}

	/** Tokens made for other values of this credential are withheld: the 401 that follows makes n8n mint new ones. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const { withhold, ...wish } = wishOf(request, credentials);
		const open = wish.isTest && !withhold ? stillToAgree(credentials) : undefined;
		if (open) throw new SignInError(open);
		const authorized = authorize(request, withhold ? undefined : authorizationFor(wish, credentials, request), EBAY_HOSTS.map((host) => ebayAddress(credentials, host)));
		return wish.sign && credentials.signRequests ? signed(credentials, authorized) : authorized;
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
