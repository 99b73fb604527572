import type { IDataObject } from 'n8n-workflow';
import type { Api, HttpRequest, Problem } from '../../engine/types';
import { EBAY_HOSTS, ebayAddress, ebayPath } from './address';
import { languageOf } from './marketplaces';
import { jobOf } from './scopes';

interface EbayError {
	errorId?: number;
	domain?: string;
	category?: string;
	message?: string;
	longMessage?: string;
	parameters?: Array<{ name: string; value: string }>;
	/** So in the Post-Order API. */
	parameter?: Array<{ name: string; value: string }>;
}

/** Tells the credential's `authenticate` which token is wanted; taken off there. */
export const KIND_HEADER = 'X-Token-Kind';
/** Tells it that the request is to be signed; taken off there too. */
export const SIGN_HEADER = 'X-Sign-Request';

/** eBay's REST APIs; one error shape, tokens of two kinds, the marketplace in a header. */
export const ebayApi: Api = {
	name: 'eBay',
	credential: 'ebayApi',
	secrets: ['clientSecret', 'refreshToken', 'tokens', 'signingPrivateKey', 'signingKeyJwe'],
	host: 'api.ebay.com',
	hosts: EBAY_HOSTS,
	tokenNames: { user: 'Of the Member', application: 'Of the Application' },
	address: ebayAddress,
	// what sellers use refuses languages that are none of eBay's, so none is left to chance; the cart's page names its headers, and this is none of them
	headers: ({ language, marketplace }, path = ''): Record<string, string> => ({
		...(path.startsWith('/buy/') ? {} : { 'Accept-Language': languageOf({ language, marketplace }) }), ...(marketplace ? { 'X-EBAY-C-MARKETPLACE-ID': String(marketplace) } : {}),
	}),
	kindHeader: KIND_HEADER,
	signHeader: SIGN_HEADER,
	notDone: ['25025'],
	kinds: ({ refreshToken }) => [...(refreshToken ? ['user'] : []), 'application'],
	kindHelp: (wanted) =>
		wanted.includes('user')
			? "Open the eBay credential, fill in 'RuName' and save: its test shows a link on which an eBay member agrees. Or give it a refresh token, which stands for the consent of a member."
			: 'Choose another token.',
	problem: readProblem,
	meanings: {
		400: 'eBay could not use the values of this request. Check them against the message.',
		401: 'eBay does not accept the token. Check the credential: environment, keys and refresh token belong together.',
		403: 'eBay does not allow this: its scope may not be part of the consent, or the application has no access to this API.',
		404: 'Nothing was found under this ID, or the API is not available for this application.',
		409: 'The state of the cart or item does not allow this.',
		429: 'eBay receives too many requests from this application, or its daily quota is used up. Lower Concurrency, or go on after midnight Pacific time.',
		500: 'eBay reports a fault of its own.',
		1001: 'eBay does not accept the token. Check that environment, keys and refresh token belong together.',
		1002: 'eBay received no token. Test the credential again.',
		1100: 'The scope of this operation is not part of the consent that the credential holds, or not granted to the application.',
	},
};

/** What to add to the credential when an access is missing, in its own words. */
function missingAccess(code: number | undefined, request?: HttpRequest): string | undefined {
	if (code !== 1100) return undefined;
	const job = request && jobOf(ebayPath(request.url));
	const what = job ? `add '${job.name}' to 'Access'` : "add its scope to 'Access' or 'Further Scopes of the Member' (of the application: 'Application Scopes')";
	return `Open the eBay credential, ${what}, empty 'Authorization Code or Refresh Token' and save: its test then shows the link for a new consent.`;
}

/** The first error speaks; further ones are added to its description. */
function readProblem(body: IDataObject, request?: HttpRequest): Problem {
	const { errors, errorMessage, error, error_description: oauth } = body as { errors?: EbayError[]; errorMessage?: { error?: EbayError[] } } & IDataObject;
	const list = errors ?? errorMessage?.error;
	const [first, ...others] = Array.isArray(list) ? list : [];
	if (!first) return { message: (oauth ?? error) as string | undefined, code: oauth ? String(error) : undefined };
	const parameters = Object.fromEntries((first.parameters ?? first.parameter ?? []).map(({ name, value }) => [name, value]));
	// a long message that only goes on where the short one ends says it all
	const message = first.message && !first.longMessage?.startsWith(first.message) ? first.message : first.longMessage ?? first.message;
	const said = [first.longMessage === message ? undefined : first.longMessage, ...others.map((other) => other.longMessage ?? other.message), missingAccess(first.errorId, request)];
	return {
		message,
		description: said.filter(Boolean).join(' ') || undefined,
		code: first.errorId === undefined ? undefined : String(first.errorId),
		parameters: Object.keys(parameters).length ? parameters : undefined,
	};
}
