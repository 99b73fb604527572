import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IDataObject, IHttpRequestHelper, IHttpRequestOptions, INodeProperties, Icon } from 'n8n-workflow';
import { SignInError } from '../engine/problem';
import { askForToken, authorize, fingerprintOf, renewSession, tokenOf } from '../engine/session';
import { cruxAddress } from '../nodes/Crux/address';

const fingerprint = (credentials: IDataObject): string => {
	const { authentication, username, password, token } = credentials;
	return fingerprintOf('crux', cruxAddress(credentials), authentication, username, password, token);
};

/** Signs in with user name and password; a token lives two hours (Crux documentation, Retrieve Auth Token). */
async function signIn(helper: IHttpRequestHelper, credentials: IDataObject): Promise<Record<string, string>> {
	if (credentials.authentication === 'token') return { user: String(credentials.token ?? '').trim() };
	const { statusCode, body } = await askForToken(helper, 'Crux Connect', {
		method: 'POST', url: `${cruxAddress(credentials)}/timp/organizations/user-login/`,
		headers: { Accept: 'application/json', 'Content-Type': 'application/json; charset=utf-8' },
		body: JSON.stringify({ username: credentials.username, password: credentials.password }),
	});
	if (statusCode === 400 || statusCode === 401 || statusCode === 403) throw new SignInError('Crux Connect sign-in: user name or password is not accepted. Check both, and that Environment is the one they belong to');
	if (typeof body.auth_token !== 'string' || body.auth_token === '') throw new SignInError(`Crux Connect sign-in: the service gave no token (status ${statusCode}). Try again later`);
	return { user: body.auth_token };
}

export class CruxApi implements ICredentialType {
	name = 'cruxApi';

	displayName = 'Crux Connect API';

	icon: Icon = { light: 'file:../nodes/Crux/crux.svg', dark: 'file:../nodes/Crux/crux.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-crux-whisk-ebay/n8n-nodes-crux-whisk-ebay#crux-connect';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment', name: 'environment', type: 'options', default: 'production',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Sandbox', value: 'sandbox' },
				{ name: 'Custom URL', value: 'custom' },
			],
			description: 'Which Crux Connect the user belongs to',
		},
		{
			displayName: 'Custom URL', name: 'customUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://api-dev.cruxconnect.com',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Address before the path of every call. Whoever may edit this credential decides where its password goes.',
		},
		{
			displayName: 'Authentication', name: 'authentication', type: 'options', default: 'login',
			options: [
				{ name: 'User Name and Password', value: 'login', description: 'Signs in by itself whenever a token has run out' },
				{ name: 'Fixed Token', value: 'token', description: 'Works for two hours, for trying things out' },
			],
		},
		{
			displayName: 'User Name', name: 'username', type: 'string', default: '', required: true, placeholder: 'e.g. nathan@example.com',
			description: 'With which you sign in to Crux Connect; the nodes can do what this user may do, on the side (retailer or supplier) that it belongs to',
			displayOptions: { show: { authentication: ['login'] } },
		},
		{
			displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '', required: true,
			displayOptions: { show: { authentication: ['login'] } },
		},
		{
			displayName: 'Token', name: 'token', type: 'string', typeOptions: { password: true }, default: '', required: true,
			displayOptions: { show: { authentication: ['token'] } },
		},
		{ displayName: 'Session', name: 'sessionToken', type: 'hidden', typeOptions: { expirable: true, password: true }, default: '' },
	];

	/** Called by n8n when there is no session yet and after a 401. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return { sessionToken: await renewSession(String(credentials.sessionToken ?? ''), fingerprint(credentials), async () => ({ tokens: await signIn(this, credentials) })) };
	}

	/** A session made for other values of this credential is withheld: the 401 that follows makes n8n sign in anew. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const token = tokenOf(credentials.sessionToken, fingerprint(credentials), 'user');
		return authorize(request, token && `Token ${token}`, [cruxAddress(credentials)]);
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ { production: "https://api.cruxconnect.com", sandbox: "https://api-sandbox.cruxconnect.com" }[$credentials.environment] || $credentials.customUrl }}',
			url: '/timp/organizations/',
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'Crux Connect does not accept this sign-in. Check user name, password or token, and Environment' } }],
	};
}
