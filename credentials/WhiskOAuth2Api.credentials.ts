import type { ICredentialDataDecryptedObject, ICredentialType, IDataObject, IHttpRequestHelper, INodeProperties, Icon } from 'n8n-workflow';

/** Where Whisk signs people in; a custom URL stands for that host too. */
const signInAt = (path: string): string => `={{ $self["environment"] === "custom" ? $self["customUrl"].trim().replace(/\\/+$/, "") : "https://login.whisk.com" }}${path}`;

export class WhiskOAuth2Api implements ICredentialType {
	name = 'whiskOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Whisk OAuth2 API';

	icon: Icon = { light: 'file:../nodes/Whisk/whisk.svg', dark: 'file:../nodes/Whisk/whisk.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-crux-whisk-ebay/n8n-nodes-crux-whisk-ebay#whisk';

	properties: INodeProperties[] = [
		{
			displayName: 'Whisk approves redirect addresses by hand: send it the OAuth Redirect URL above, together with the scopes you need, before you connect.',
			name: 'approvalNotice', type: 'notice', default: '',
		},
		{
			displayName: 'Environment', name: 'environment', type: 'options', default: 'production',
			options: [
				{ name: 'Production', value: 'production' },
				{ name: 'Custom URL', value: 'custom' },
			],
			description: 'Which Whisk the app and its users belong to',
		},
		{
			displayName: 'Custom URL', name: 'customUrl', type: 'string', default: '', required: true, placeholder: 'e.g. https://whisk.example.com',
			displayOptions: { show: { environment: ['custom'] } },
			description: 'Address before the path of every call, signing in among them. Whoever may edit this credential decides where its secrets go.',
		},
		{
			displayName: 'Scope', name: 'scope', type: 'string', default: 'shopping_list:read shopping_list:write community:read community:write',
			description: 'What the app may do for the user, separated by spaces. Whisk grants more on request; the list is not public.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: signInAt('/oauth/v2/authorize'), required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: signInAt('/oauth/v2/token'), required: true },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];

	/** Called by n8n before it signs a request: a token of any type but this one would go into the address, for all to read. */
	async preAuthentication(this: IHttpRequestHelper, { oauthTokenData }: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return oauthTokenData ? { oauthTokenData: { ...(oauthTokenData as IDataObject), token_type: 'Bearer' } } : {};
	}
}
