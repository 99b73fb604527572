import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { USER_SCOPES } from '../../simulator/ebay/scopes';
import type { EbayClient } from '../../simulator/ebay/state';
import { testCredential } from './credentialTest';
import { runNode } from './engine';
import type { NodeRan } from './engine';
import { useSimulator } from './simulator';

/** A refresh token of the keyset of each test. */
export const REFRESH = 'v^1.1#i^1#r^1#of-this-test';

/** The link that a message shows. */
export const linkIn = (message: string): string => /https?:\/\/\S+\/oauth2\/authorize\?\S+/.exec(message)?.[0] ?? '';

/** Opens a link as a member does in a browser, and gives the address that eBay leads to. */
export async function agree(link: string, user = 'demo_shop', answer = 'agree'): Promise<string> {
	if ((await fetch(link)).status !== 200) throw new Error(`eBay shows no page for ${link}`);
	const decided = await fetch(`${link.replace('/authorize?', '/consent?')}&user=${user}&answer=${answer}`, { redirect: 'manual' });
	return decided.headers.get('location')!;
}

const run = async (node: string, credential: ICredentialDataDecryptedObject, parameters: IDataObject): Promise<NodeRan> => await runNode({ node, credential, parameters: { options: {}, ...parameters } as never });

/** A simulator in which each test has a keyset of its own, as what the credential remembers in this process belongs to a keyset. */
export function useShop() {
	const used = useSimulator();
	let serial = 0;
	const shop = {
		used,
		client: { id: '', secret: '', ruName: '' } as EbayClient,
		/** A keyset without a consent, as someone has just typed it. */
		keyset: (more: IDataObject = {}): ICredentialDataDecryptedObject => {
			const { id: clientId, secret: clientSecret, ruName } = shop.client;
			return { environment: 'custom', customUrl: used.sim.urls.ebay, clientId, clientSecret, ruName, marketplace: 'EBAY_US', refreshToken: '', tokens: '', ...more } as ICredentialDataDecryptedObject;
		},
		/** A credential with a consent, by the way that a person goes. */
		connected: async (more: IDataObject = {}, user?: string): Promise<ICredentialDataDecryptedObject> => {
			const credential = shop.keyset(more);
			credential.refreshToken = await agree(linkIn(await testCredential(credential)), user);
			expect(await testCredential(credential)).toBe('OK');
			return credential;
		},
		run,
		orders: async (credential: ICredentialDataDecryptedObject): Promise<NodeRan> => await run('ebayOrders', credential, { resource: 'order', operation: 'getAll', filters: {}, additionalFields: {}, returnAll: true, simplify: true }),
		/** What the token endpoint was asked for, with the status of each answer. */
		grants: (): string[] => used.sim.calls.filter(({ path }) => path.endsWith('/token')).map(({ body, status }) => `${(body as { grant_type: string }).grant_type} ${status}`),
		count: (grant: string): number => shop.grants().filter((one) => one === grant).length,
	};
	beforeEach(() => {
		serial += 1;
		shop.client = { id: `Test${serial}-Shop-PRD-1a2b`, secret: `PRD-secret-${serial}`, ruName: `Test_Shop-Test${serial}-PRD-abc` };
		const { otherClients, refreshTokens } = used.sim.state.ebay;
		otherClients.push(shop.client);
		refreshTokens.set(REFRESH, { seller: 'demo_shop', clientId: shop.client.id, scopes: USER_SCOPES, isRevoked: false, expires: Date.now() + 1e9 });
	});
	return shop;
}
