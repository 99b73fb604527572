import type { IDataObject } from 'n8n-workflow';
import type { Api, Problem } from '../../engine/types';
import { cruxAddress } from './address';

/** Crux Connect: one host, two versions side by side. */
export const cruxApi: Api = {
	name: 'Crux Connect',
	credential: 'cruxApi',
	secrets: ['password', 'token', 'sessionToken'],
	host: 'api.cruxconnect.com',
	versions: [
		{ name: 'Timpanogos', value: 'timp', prefix: '/timp', description: 'The current release' },
		{ name: 'Version 1', value: 'v1', prefix: '', description: 'The first release, for workflows that rely on its shapes' },
	],
	address: cruxAddress,
	// Exports are put on this store, says a page of the documentation; no sample shows a link.
	fileHosts: ['amazonaws.com'],
	problem: readProblem,
	meanings: {
		400: 'Something that the request needs is missing or has the wrong form. Check the values of this item.',
		401: 'Crux Connect does not accept the sign-in. Check user name and password in the credential.',
		403: 'The Crux Connect user lacks the permission for this. Ask an administrator of your organization to assign it.',
		404: 'Nothing was found under this address. Check the ID, API Version and the environment of the credential.',
		405: 'Crux Connect does not know this kind of request here. Check API Version.',
		409: 'The account is of the wrong type: some operations need a retailer, others a supplier.',
		415: 'Crux Connect did not accept the format of the request.',
		422: 'This cannot be done with the ID given.',
		429: 'Crux Connect receives too many requests. Lower Concurrency or set a pause between requests in Options.',
	},
};

/** No page shows an error body; `message` is what the inventory pages use, the other names are common in its framework. */
function readProblem(body: IDataObject): Problem {
	const { message, detail, error } = body;
	const said = [message, detail, error].find((text) => typeof text === 'string' && text !== '');
	return { message: said ? String(said) : undefined, description: said || !Object.keys(body).length ? undefined : JSON.stringify(body).slice(0, 500) };
}
