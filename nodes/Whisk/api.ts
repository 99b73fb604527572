import type { IDataObject } from 'n8n-workflow';
import type { Api, Problem } from '../../engine/types';
import { WHISK_HOSTS, whiskAddress } from './address';

/** Whisk version 2; errors come as JSON but for 500, which is plain text. */
export const whiskApi: Api = {
	name: 'Whisk',
	credential: 'whiskApi',
	secrets: ['token'],
	host: 'api.whisk.com',
	hosts: WHISK_HOSTS,
	address: whiskAddress,
	kinds: ({ accessType }) => [String(accessType)],
	kindHelp: (wanted) => `Make a credential with Token Type '${wanted.map((kind) => kind[0].toUpperCase() + kind.slice(1)).join("' or '")}'.`,
	problem: readProblem,
	meanings: {
		400: 'Whisk could not do this with the values given. Check the IDs: both the list and the entry must exist.',
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
	const { error_code: errorCode, code, message, description } = body;
	const said = message ?? description;
	return { message: said ? String(said) : undefined, code: (errorCode ?? code) as string | undefined };
}
