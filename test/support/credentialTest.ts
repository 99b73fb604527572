import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { credentialTypes, runWorkflow } from './engine';

/** Sends a request with an eBay credential, as any node of n8n can; gives the answer or the error that a person sees. What the sign-in gives is put into the data, as n8n saves it. */
export async function sendWith(data: ICredentialDataDecryptedObject, request: IDataObject): Promise<{ answer?: IDataObject; message: string }> {
	const node = { id: '1', name: 'Node', type: 'test.credentialTester', typeVersion: 1, position: [0, 0] as [number, number], parameters: {}, credentials: { ebayApi: { id: 'c1', name: 'c1' } } };
	const { error, items } = await runWorkflow({ nodes: [node], connections: {} }, { c1: { type: 'ebayApi', data } }, [{ json: request }]);
	return { message: error?.message ?? '', answer: items('Node')[0]?.json.answer as IDataObject };
}

/** What n8n's test of an eBay credential for the simulator says: OK, or a message. */
export async function testCredential(data: ICredentialDataDecryptedObject): Promise<string> {
	const { request } = credentialTypes.ebayApi.test!;
	const { message } = await sendWith(data, { method: 'GET', url: `${String(data.customUrl)}/api.ebay.com${request.url}`, headers: { ...request.headers } as IDataObject });
	return message || 'OK';
}
