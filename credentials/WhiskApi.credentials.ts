import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IHttpRequestOptions, INodeProperties, Icon } from 'n8n-workflow';
import { authorize } from '../engine/session';
import { WHISK_HOSTS, whiskAddress } from '../nodes/Whisk/address';

export class WhiskApi implements ICredentialType {
	name = 'whiskApi';

	displayName = 'Whisk API';

	icon: Icon = { light: 'file:../nodes/Whisk/whisk.svg', dark: 'file:../nodes/Whisk/whisk.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-crux-whisk-ebay/n8n-nodes-crux-whisk-ebay#whisk';

	properties: INodeProperties[] = [
		{
			displayName: 'Environment', name: 'environment', type: 'options', default: 'production',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Custom URL', value: 'custom' },
			],
			description: 'Which Whisk the token belongs to',
		},
		{
			displayName: 'Custom URL', name: 'customUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://whisk.example.com',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Address before the path of every call. Whoever may edit this credential decides where its token goes.',
		},
		{
			displayName: 'Token Type', name: 'accessType', type: 'options', default: 'user',
			options: [
				{ name: 'Client Token', value: 'client', description: 'Given with an app; reads public data only' },
				{ name: 'Server Token', value: 'server', description: 'Given by Whisk on request; lists belong to no user' },
				{ name: 'User Access Token', value: 'user', description: 'Stands for one user; needed to delete from shopping lists' },
			],
		},
		{ displayName: 'Token', name: 'token', type: 'string', typeOptions: { password: true }, default: '', required: true, description: 'As Whisk gave it; the word Bearer or Token before it may stay' },
	];

	/** A user's token is a bearer token, the others are announced by the word Token. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		const scheme = credentials.accessType === 'user' ? 'Bearer' : 'Token';
		return authorize(request, `${scheme} ${String(credentials.token ?? '').trim().replace(/^(bearer|token)\s+/i, '')}`, WHISK_HOSTS.map((host) => whiskAddress(credentials, host)));
	};

	// Only user tokens may ask who they are; the others read the recipe that Whisk's own pages use as their sample.
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.environment === "production" ? "https://api.whisk.com" : $credentials.customUrl }}',
			url: '={{ $credentials.accessType === "user" ? "/user/v2/me" : "/recipe/v2/get?id=9773cb7eca5d11e7ae7e42010a9a0035" }}',
		},
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'Whisk does not accept this token. Check that it is complete and that Token Type fits' } }],
	};
}
