import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { startSimulator } from '../../simulator/server';

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;

/** Credentials for a running simulator, as a user would fill them in; each call gives fresh objects. */
export const credentialsFor = ({ urls, demo }: Simulator) => ({
	retailer: (): ICredentialDataDecryptedObject => ({ environment: 'custom', customUrl: urls.crux, authentication: 'login', ...demo.cruxRetailer, sessionToken: '' }),
	supplier: (): ICredentialDataDecryptedObject => ({ environment: 'custom', customUrl: urls.crux, authentication: 'login', ...demo.cruxSupplier, sessionToken: '' }),
	whisk: (): ICredentialDataDecryptedObject => ({ environment: 'custom', customUrl: urls.whisk, accessType: 'user', token: demo.whisk.userToken }),
	whiskOAuth2: (): ICredentialDataDecryptedObject => ({
		environment: 'custom', customUrl: urls.whisk, ...demo.whisk.app, scope: 'shopping_list:read shopping_list:write community:read community:write',
		oauthTokenData: { access_token: demo.whisk.consent.accessToken, refresh_token: demo.whisk.consent.refreshToken, expires_in: 3600, scope: 'shopping_list:read', token_type: 'Bearer' },
	}),
	ebay: (): ICredentialDataDecryptedObject => {
		const { signingKey, ...rest } = demo.ebay;
		const signing = { signRequests: true, signingKey: 'own', signingKeyJwe: signingKey.jwe, signingPrivateKey: signingKey.privateKey };
		return { environment: 'custom', customUrl: urls.ebay, ...rest, applicationScopes: 'https://api.ebay.com/oauth/api_scope/buy.marketing', ...signing, tokens: '' };
	},
});

/** Starts a simulator before the tests of a file, resets it before each, and stops it after them. */
export function useSimulator(): { sim: Simulator; credentials: ReturnType<typeof credentialsFor> } {
	const used = {} as { sim: Simulator; credentials: ReturnType<typeof credentialsFor> };
	beforeAll(async () => {
		used.sim = await startSimulator();
		used.credentials = credentialsFor(used.sim);
	});
	beforeEach(() => used.sim.reset());
	afterAll(async () => await used.sim.close());
	return used;
}
