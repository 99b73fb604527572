import type { ICredentialDataDecryptedObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { credentialTypes } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();
const accounts = {
	cruxApi: () => ({ data: used.credentials.retailer(), base: used.sim.urls.crux }),
	ebayApi: () => ({ data: used.credentials.ebay(), base: `${used.sim.urls.ebay}/api.ebay.com` }),
	whiskApi: () => ({ data: used.credentials.whisk(), base: used.sim.urls.whisk }),
};
const helper = {
	helpers: {
		httpRequest: async ({ url, headers, body }: IHttpRequestOptions) => {
			const answer = await fetch(url, { method: 'POST', headers: headers as Record<string, string>, body: body as string });
			return { statusCode: answer.status, headers: {}, body: await answer.text() };
		},
	},
} as unknown as IHttpRequestHelper;

/** The Authorization header that a credential puts on a request, after it has signed in where it must. */
async function authorization(name: keyof typeof accounts, data: ICredentialDataDecryptedObject, request: object): Promise<unknown> {
	const { preAuthentication, authenticate } = credentialTypes[name];
	const session = await preAuthentication?.call(helper, data);
	if (typeof authenticate !== 'function') throw new Error(`${name} has no function for authenticate`);
	return (await authenticate({ ...data, ...session } as ICredentialDataDecryptedObject, request as IHttpRequestOptions)).headers?.Authorization;
}

test('a Whisk token that was pasted with the word before it is sent with one word', async () => {
	const { data, base } = accounts.whiskApi();
	expect(await authorization('whiskApi', { ...data, accessType: 'user', token: 'Bearer abc.def' }, { url: `${base}/some/path` })).toBe('Bearer abc.def');
});

describe.each(Object.keys(accounts) as Array<keyof typeof accounts>)('%s', (name) => {
	// n8n's HTTP Request node and its Custom API Call hand the address over as uri.
	test.each(['url', 'uri'])('gives its token to its own host, named as %s', async (key) => {
		const { data, base } = accounts[name]();
		expect(await authorization(name, data, { [key]: `${base}/some/path` })).toMatch(/^(Token|Bearer) \S+$/);
	});

	test.each(['url', 'uri'])('withholds it from any other host, named as %s', async (key) => {
		const { data } = accounts[name]();
		expect(await authorization(name, data, { [key]: 'http://127.0.0.1:9/some/path' })).toBeUndefined();
	});

	test('withholds it when the two names differ and one of them is another host, or when there is none', async () => {
		const { data, base } = accounts[name]();
		expect(await authorization(name, data, { url: `${base}/a`, uri: 'http://127.0.0.1:9/a' })).toBeUndefined();
		expect(await authorization(name, data, {})).toBeUndefined();
	});
});
