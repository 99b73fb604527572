import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isUnder } from './address';
import type { NetworkFault } from './explain';
import { isObject } from './json';
import type { Api, Caller, Failure } from './types';

/** The parameter that chooses among several ways to sign in; none where there is one. */
export const signInProperty = ({ signIns }: Api): INodeProperties[] =>
	signIns
		? [{
			displayName: 'Authentication', name: 'authentication', type: 'options', noDataExpression: true, default: signIns[0].value,
			options: signIns.map(({ name, value, description }) => ({ name, value, description })),
		}]
		: [];

/** The API with what the chosen way to sign in says of credential, tokens and secrets; nodes of old have the usual way. */
export function signedIn(context: Caller, api: Api): Api {
	const [usual] = api.signIns ?? [];
	if (!usual) return api;
	const value = 'getCurrentNodeParameter' in context ? context.getCurrentNodeParameter('authentication')
		: 'getActivationMode' in context ? context.getNodeParameter('authentication', usual.value)
		: context.getNodeParameter('authentication', 0, usual.value);
	const { as } = api.signIns!.find((one) => one.value === value) ?? usual;
	return { ...api, ...as, meanings: { ...api.meanings, ...as.meanings } };
}

/** Why nothing can be sent yet: nobody has given consent with this credential. */
export const notConnected = (api: Api, { oauthTokenData }: IDataObject): Failure | undefined =>
	api.oAuth2 && !(isObject(oauthTokenData) && oauthTokenData.access_token)
		? { message: `The ${api.name} credential is not connected to an account`, description: 'Nothing was sent. Open the credential and click Connect.', outcome: 'not sent' }
		: undefined;

/** Whether a request goes without the credential: n8n's OAuth2 would sign it for any host, and a token is for its own hosts only. */
export const goesUnsigned = (api: Api, credentials: IDataObject, url: string): boolean =>
	api.oAuth2 === true && !(api.hosts ?? [api.host]).some((host) => isUnder(api.address(credentials, host), url));

/** An error of n8n's OAuth2, which tells neither by name nor by type whether the sign-in or the request failed. */
export interface OAuthError extends Error {
	code?: string;
	cause?: OAuthError;
	/** Only errors of a request have it. */
	config?: { data?: unknown };
	response?: { status: number };
	failure?: { cause?: string };
}

/** Renewal is asked for after a 401 only, so a fault of it means that the request itself was refused. */
const RENEWAL = /(^|&)grant_type=refresh_token(&|$)/;

/** The fault of a sign-in that n8n could not renew; undefined when it was the request that failed. */
export function renewalFault({ name, oAuth2 }: Api, error: OAuthError): NetworkFault | undefined {
	const { config, message, code, failure, response } = error;
	if (!oAuth2 || (config ? !RENEWAL.test(String(config.data)) : response)) return undefined;
	const silent = `the token endpoint ${response ? `answered with status ${response.status}` : `cannot be reached${code ? ` (${code})` : ''}`}`;
	const reason = failure?.cause === 'credential-invalid' ? 'the consent was withdrawn or has run out' : config ? silent : message;
	return { message: `${name} sign-in: the access could not be renewed: ${reason}`, signIn: true };
}
