import type { IDataObject } from 'n8n-workflow';
import type { Api, Problem } from '../../engine/types';
import { WHISK_HOSTS, whiskAddress } from './address';

/** Names of the token types as the credential shows them. */
const TOKEN_TYPES: Record<string, string> = { client: 'Client Token', server: 'Server Token', user: 'User Access Token' };
const namesOf = (kinds: readonly string[]): string => kinds.map((kind) => `'${TOKEN_TYPES[kind]}'`).join(' or ');

/** What to do about a token that n8n itself holds. */
const RECONNECT = {
	401: 'Whisk does not accept the access of this credential, nor did renewing it help. Open the credential and connect it again.',
	'auth.tokenNotFound': 'Whisk does not know the access of this credential. Open the credential and connect it again.',
	'auth.tokenExpired': 'The access has expired, and renewing it did not help. Open the credential and connect it again.',
	'auth.tokenInvalid': 'The access is not valid for this. Open the credential, check Scope, and connect it again.',
	403: 'This access may not do this. Ask Whisk for the scope that it needs, put it into Scope of the credential, and connect it again.',
};

/** Whisk version 2; errors come as JSON but for 500, which is plain text. */
export const whiskApi: Api = {
	name: 'Whisk',
	credential: 'whiskApi',
	secrets: ['token'],
	host: 'api.whisk.com',
	hosts: WHISK_HOSTS,
	address: whiskAddress,
	kinds: ({ accessType }) => [String(accessType)],
	signIns: [
		{ name: 'Access Token', value: 'accessToken', description: 'A token that Whisk gave, of any type', as: {} },
		{
			name: 'OAuth2', value: 'oAuth2', description: 'The consent of a user, renewed by itself',
			as: {
				// the pages of the food database name 403 where all others name 401
				credential: 'whiskOAuth2Api', oAuth2: true, renewOn: [401, 403], secrets: ['clientSecret', 'oauthTokenData.access_token', 'oauthTokenData.refresh_token'], kinds: () => ['user'],
				kindHelp: (wanted) => `Choose a Whisk API credential (Authentication: Access Token) with Token Type ${namesOf(wanted)}.`,
				meanings: RECONNECT,
			},
		},
	],
	kindHelp: (wanted) => `Make a credential with Token Type ${namesOf(wanted)}.`,
	// where the samples of Whisk's pages have their pictures
	fileHosts: ['cloudinary.com', 'googleusercontent.com', 'whisk.com'],
	zeroWord: /^[A-Z]+(_[A-Z]+)*_INVALID$/,
	problem: readProblem,
	meanings: {
		400: 'Whisk could not do this with the values given. Check the IDs: all that they name must exist, and belong together.',
		401: 'Whisk does not accept the token. Check token and Token Type in the credential.',
		'auth.tokenNotFound': 'Whisk does not know this token. Check that the whole token stands in the credential.',
		'auth.tokenExpired': 'The token has expired. Get a new one and put it into the credential.',
		'auth.tokenInvalid': 'The token is not valid for this. Check Token Type in the credential, and that the token was not cut.',
		'auth.tokenRequired': 'Whisk received no token. Choose a credential with a token.',
		403: 'This token may not do this. Check which scopes it was given.',
		404: 'Nothing was found under this address. Check the IDs.',
		429: 'Whisk receives too many requests. Lower Concurrency or set a pause between requests in Options.',
		500: 'Whisk reports a fault of its own.',
	},
};

function readProblem(body: IDataObject): Problem {
	// a row of a batch has a name of its own for it
	const { error_code: errorCode, code, message, description, error_message: ofRow } = body;
	const said = message ?? description ?? ofRow;
	return { message: said ? String(said) : undefined, code: (errorCode ?? code) as string | undefined };
}
