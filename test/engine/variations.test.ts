import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { awaitJob } from '../../engine/jobs';
import { Pace, RETRY_LIMITS } from '../../engine/retry';
import { cruxApi } from '../../nodes/Crux/api';
import { exportedFile } from '../../nodes/Crux/resources/fields';
import { runMapper, runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** What each named variation gives that a loop over all rows cannot know: which fields are kept, which file comes back. */
const used = useSimulator();
/** A token that a reset has forgotten costs one 401. */
const calls = () => used.sim.calls.filter(({ path, status }) => !/login|oauth2/.test(path) && status !== 401);
const ebay = async (node: string, parameters: IDataObject, more: object = {}) => await runNode({ node, credential: used.credentials.ebay(), parameters: { options: {}, ...parameters } as never, ...more });
const crux = async (role: 'retailer' | 'supplier', parameters: IDataObject, more: object = {}) =>
	await runNode({ node: 'crux', credential: used.credentials[role](), parameters: { apiVersion: 'timp', options: {}, ...parameters } as never, ...more });
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const textFile = (content: string, fileName: string, mimeType: string): IBinaryKeyData => ({ data: { data: Buffer.from(content).toString('base64'), mimeType, fileName, fileExtension: fileName.split('.').pop() } });
const bytesOf = (binary: IBinaryKeyData | undefined, name = 'data') => Buffer.from(binary![name].data, 'base64').toString('utf8');

describe('Keep Other Fields', () => {
	const update = async (keepOtherFields: boolean, options = {}) =>
		await ebay('ebayListings', { resource: 'offer', operation: 'update', offer: byId('8000000001'), contentLanguage: 'marketplace', marketplace: '', price: '9.50', keepOtherFields, policies: {}, pricing: {}, additionalFields: {}, options });
	const offer = () => used.sim.state.ebay.inventory.offers.get('8000000001') as unknown as { body?: IDataObject } & IDataObject;

	test('on: what is not given stays, also inside objects', async () => {
		const before = structuredClone(offer());
		const { error } = await update(true);
		expect(error).toBeUndefined();
		const [read, write] = calls();
		expect([read.method, write.method]).toEqual(['GET', 'PUT']);
		expect(write.body).toMatchObject({ pricingSummary: { price: { value: '9.50', currency: 'USD' } } });
		expect(Object.keys(write.body as object).length).toBeGreaterThan(4);
		expect(Object.keys(write.body as object)).not.toEqual(expect.arrayContaining(['offerId', 'status', 'listing']));
		expect(JSON.stringify(offer())).not.toBe(JSON.stringify(before));
	});

	test('off: only what is given is sent, and the service refuses what a listing needs', async () => {
		const { error } = await update(false);
		expect(calls().map(({ method }) => method)).toEqual(['PUT']);
		expect(calls()[0].body).toEqual({ pricingSummary: { price: { value: '9.50', currency: 'USD' } } });
		expect(error?.message).toBeTruthy();
	});

	test('before each try the record is read anew, so that a change between two tries is not written over', async () => {
		used.sim.fault({ method: 'PUT', path: '/sell/inventory/v1/offer/', status: 503, count: 1 });
		const { error } = await update(true);
		expect(error).toBeUndefined();
		expect(calls().map(({ method }) => method)).toEqual(['GET', 'PUT', 'GET', 'PUT']);
	});

	test('a record that cannot be read is not replaced', async () => {
		used.sim.fault({ method: 'GET', path: '/sell/inventory/v1/offer/', status: 404 });
		const { error } = await update(true);
		expect(error?.message).toContain('could not be read to keep its other fields');
		expect(calls().map(({ method }) => method)).toEqual(['GET']);
	});

	test('a record that does not exist yet is made', async () => {
		const { error, json } = await ebay('ebayListings', { resource: 'inventoryItem', operation: 'createOrReplace', sku: 'NEW-1', contentLanguage: 'marketplace', bodyInput: 'fields', title: 'A lamp', quantity: 3, product: {}, packageDetails: {}, additionalFields: {} });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, sku: 'NEW-1' }]);
		expect(calls().map(({ method, status }) => [method, status])).toEqual([['GET', 404], ['PUT', 201]]);
	});
});

describe('a job', () => {
	const start = async (parameters: IDataObject = {}, options: IDataObject = {}) =>
		await crux('retailer', { resource: 'order', operation: 'exportBySearch', filters: {}, sort: {}, waitForCompletion: true, ...parameters, options: { checkEvery: 1, ...options } });

	test('it is started, asked about, and its file fetched without a credential', async () => {
		const { out, error } = await start();
		expect(error).toBeUndefined();
		expect(out[0].json).toMatchObject({ status: 'COMPLETED', mimeType: 'text/csv' });
		expect(out[0].json).not.toHaveProperty('url');
		expect(bytesOf(out[0].binary)).toContain('PO-1001');
		const link = used.sim.calls.find(({ path }) => path.startsWith('/files/'))!;
		expect(link.status).toBe(200);
		expect(link.headers).not.toHaveProperty('authorization');
	});

	test('without waiting only its ID is handed on', async () => {
		const { json } = await start({ waitForCompletion: false });
		expect(json).toEqual([{ uuid: expect.any(String) }]);
		expect(calls()).toHaveLength(1);
	});

	test('one that fails says that it was started and under which ID', async () => {
		const { error } = await start({ filters: { term: 'fail' } });
		expect(error?.message).toContain('ended as FAILED');
		expect(error?.description).toMatch(/started under the ID [0-9a-f-]{36}/);
	});

	test('one that takes too long is given up, with its ID; nobody is told to start it again', async () => {
		const answer = { statusCode: 200, headers: {}, body: '{ "status": "PENDING" }' };
		const caller = { helpers: { httpRequestWithAuthentication: async () => answer } };
		const wire = { caller, credentials: {}, pace: new Pace(RETRY_LIMITS, () => false) };
		const plan = { wait: { limit: 30, interval: 5 }, sibling: () => ({ method: 'GET', url: 'https://api.example/x', headers: {}, timeout: 1000 }) };
		const ended = await awaitJob(wire as never, { api: cruxApi, effect: 'create' }, exportedFile, plan as never, { statusCode: 200, headers: {}, body: { uuid: 'e-1' } });
		expect(ended).toMatchObject({ ok: false, failure: { message: expect.stringContaining('still running'), description: expect.stringContaining('under the ID e-1'), outcome: 'done' } });
	});
});

describe('files', () => {
	test('multipart: bytes, name and kind arrive', async () => {
		const { json, error } = await crux('retailer', { resource: 'file', operation: 'upload', file: 'data', fileName: 'w9.pdf' }, { files: [textFile('%PDF-1.4 ünïcode', 'form ü.pdf', 'application/pdf')] });
		expect(error).toBeUndefined();
		const [kept] = [...used.sim.state.crux.uploads.values()] as unknown as Array<{ name: string; fileName: string; content: Buffer; contentType: string }>;
		expect(json).toEqual([{ uuid: expect.any(String) }]);
		expect({ ...kept, content: kept.content.toString('utf8') }).toMatchObject({ name: 'w9.pdf', fileName: 'form ü.pdf', content: '%PDF-1.4 ünïcode', contentType: 'application/pdf' });
	});

	test('raw: exactly the bytes with their length; the ID of the video comes from the Location header', async () => {
		const content = 'x'.repeat(2048);
		const made = await ebay('ebayListings', { resource: 'video', operation: 'create', title: 'Lamp', size: content.length, classification: ['ITEM'], description: '' });
		expect(made.json).toEqual([{ videoId: expect.stringMatching(/./) }]);
		const { error } = await ebay('ebayListings', { resource: 'video', operation: 'upload', video: made.json[0].videoId, file: 'data', range: '' }, { files: [textFile(content, 'lamp.mp4', 'video/mp4')] });
		expect(error).toBeUndefined();
		expect(calls().at(-1)).toMatchObject({ status: 200, host: 'apim.ebay.com', headers: { 'content-length': '2048', 'content-type': 'application/octet-stream' } });
	});

	test('down: the name from content-disposition, the bytes as they were sent up', async () => {
		const dispute = '5800000001';
		const picture = textFile('not a real picture', 'proof – 1.png', 'image/png');
		const sent = await ebay('ebayOrders', { resource: 'paymentDispute', operation: 'uploadEvidenceFile', dispute, file: 'data' }, { files: [picture] });
		const fileId = sent.json[0].fileId as string;
		const added = await ebay('ebayOrders', { resource: 'paymentDispute', operation: 'addEvidence', dispute, evidenceType: 'PROOF_OF_DELIVERY', files: { entries: [{ file: fileId }] }, lineItems: {} });
		const { out, error } = await ebay('ebayOrders', { resource: 'paymentDispute', operation: 'getEvidenceFile', dispute, evidence: added.json[0].evidenceId, file: fileId, binaryProperty: 'proof' });
		expect(error).toBeUndefined();
		expect(out[0].binary!.proof).toMatchObject({ fileName: 'proof – 1.png' });
		expect(bytesOf(out[0].binary, 'proof')).toBe('not a real picture');
	});

	test('a packed file is unpacked, one that is not is left', async () => {
		const get = async (task: string) => (await ebay('ebayFeeds', { resource: 'task', operation: 'getResultFile', task, binaryProperty: 'data' })).out[0];
		const [packed, plain] = [await get('task-16-1000000001'), await get('task-16-1000000002')];
		expect([packed.json.fileName, bytesOf(packed.binary)]).toEqual(['orders.csv', 'orderId,total\n12-10001-20001,25.00\n']);
		expect([plain.json.fileName, bytesOf(plain.binary)]).toEqual(['inventory.csv', 'sku,quantity\nDEMO-001,3\n']);
	});

	test('a missing file, and one of the wrong kind, are refused before anything is sent', async () => {
		const upload = async (files: IBinaryKeyData[]) => (await ebay('ebayOrders', { resource: 'paymentDispute', operation: 'uploadEvidenceFile', dispute: '5800000001', file: 'data' }, { files })).error?.message;
		expect(await upload([{}])).toContain("'Input Data Field Name' names no file of this item");
		expect(await upload([textFile('a,b', 'list.csv', 'text/csv')])).toContain('of a kind that is not taken');
		expect(calls()).toEqual([]);
	});
});

test('a token that dies before an upload costs no second file and no failure', async () => {
	const content = 'y'.repeat(512);
	const { json } = await ebay('ebayListings', { resource: 'video', operation: 'create', title: 'Lamp', size: content.length, classification: ['ITEM'], description: '' });
	used.sim.fault({ service: 'ebay', path: '/commerce/media/v1_beta/video/.*/upload', kind: 'expire-token', count: 1 });
	const { error } = await ebay('ebayListings', { resource: 'video', operation: 'upload', video: json[0].videoId, file: 'data', range: '' }, { files: [textFile(content, 'lamp.mp4', 'video/mp4')] });
	expect(error).toBeUndefined();
});

describe('a signed request', () => {
	const refund = async (credential: IDataObject = {}) => await runNode({
		node: 'ebayOrders', credential: { ...used.credentials.ebay(), ...credential } as never,
		parameters: { resource: 'order', operation: 'issueRefund', order: byId('12-10001-20001'), reason: 'BUYER_CANCEL', currency: '', amount: '1.50', refundItems: {}, comment: '', options: {} } as never,
	});

	test('ED25519 and RSA keys are accepted by a service that checks every part of it', async () => {
		for (const key of [used.sim.demo.ebay.signingKey, used.sim.state.ebay.signingKeys.RSA]) {
			const { error, json } = await refund({ signingKeyJwe: key.jwe, signingPrivateKey: key.privateKey });
			expect(error?.message).toBeUndefined();
			expect(json[0]).toHaveProperty('refundId');
		}
	});

	test('without a key it goes unsigned and the service says so; a key that cannot be read is said before anything is sent', async () => {
		expect((await refund({ signRequests: false })).error?.message).toBeTruthy();
		const before = calls().length;
		const { error } = await refund({ signingPrivateKey: 'bm8ga2V5' });
		expect(error?.message).toContain('the private key cannot be read');
		expect(JSON.stringify(error)).not.toContain('bm8ga2V5');
		expect(calls().length).toBe(before);
	});
});

test('one item per line of an order, and filters in the grammar of eBay', async () => {
	const { json } = await ebay('ebayOrders', { resource: 'order', operation: 'get', order: { __rl: true, mode: 'url', value: 'https://www.ebay.com/mesh/ord/details?mode=SH&orderid=12-10001-20001&x=1' }, taxBreakdown: false, output: 'lines' });
	expect(json.length).toBeGreaterThan(0);
	expect(json[0]).toHaveProperty('lineItemId');
	await ebay('ebayOrders', { resource: 'order', operation: 'getAll', returnAll: false, limit: 3, simplify: true, additionalFields: {}, filters: { createdAfter: '2026-10-01T00:00:00Z', createdBefore: '2026-11-01T00:00:00Z', fulfillment: ['NOT_STARTED', 'IN_PROGRESS'] } });
	expect(calls().at(-1)).toMatchObject({ status: 200, query: { filter: 'creationdate:[2026-10-01T00:00:00.000Z..2026-11-01T00:00:00.000Z],orderfulfillmentstatus:{NOT_STARTED|IN_PROGRESS}' } });
});

test('results of a bulk call come back to their own rows by their key, one failed row among them', async () => {
	const rows = [['DEMO-002', '8000000002', '11.00'], ['NO-SUCH-SKU', '8000009999', '1.00'], ['DEMO-004', '8000000004', '12.00']].map(([sku, offer, price]) => ({ sku, offer, price }));
	const { out } = await ebay('ebayListings', { resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', offer: '={{ $json.offer }}', price: '={{ $json.price }}', marketplace: '', additionalFields: {}, report: 'all' }, { input: rows, settings: { onError: 'continueRegularOutput' } });
	expect(calls()).toHaveLength(1);
	expect(out.map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([['DEMO-002', { item: 0 }], ['NO-SUCH-SKU', { item: 1 }], ['DEMO-004', { item: 2 }]]);
	expect(out[1].json).toMatchObject({ error: expect.any(String), details: { code: expect.stringMatching(/^257(02|13)$/), outcome: 'not done' } });
});

test('a row that could be refused for another one is tried alone: lists that were put together are halved', async () => {
	const list = [...used.sim.state.crux.inventoryLists.values()].find(({ name }) => name === 'Autumn Shop')!;
	const [one, two, three] = [...used.sim.state.crux.items.keys()].slice(100);
	const ids = [one, '11111111-1111-4111-8111-111111111111', two, three];
	const { out } = await crux('retailer', { resource: 'inventoryList', operation: 'addItems', inventoryList: byId(list.uuid), itemUuids: '={{ $json.id }}' }, { input: ids.map((id) => ({ id })), settings: { onError: 'continueRegularOutput' } });
	expect(out.map(({ json }) => json.added ?? (json.details as IDataObject).outcome)).toEqual([1, 'not done', 1, 1]);
	expect(calls().map(({ body }) => (body as { item_uuids: string[] }).item_uuids.length)).toEqual([4, 2, 1, 1, 2]);
});

test('the form of aspects comes from the category', async () => {
	const job = (category: string) => ({ node: 'ebayListings', credential: used.credentials.ebay(), parameters: { resource: 'inventoryItem', operation: 'createOrReplace', category } as never });
	const { fields } = await runMapper(job('9355'), 'getAspects');
	expect(fields.length).toBeGreaterThan(2);
	expect(fields.some(({ required }) => required)).toBe(true);
	// n8n's form itself marks nothing as required.
	expect(fields.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(['Brand (required)', 'Color', 'Features (one per line)']));
	expect(fields.filter(({ type }) => type === 'options').every(({ options }) => options!.length > 0 && options!.length <= 200)).toBe(true);
	await expect(runMapper(job(''), 'getAspects')).rejects.toThrow("'Category' is not chosen");
});

describe('an own request', () => {
	const own = async (parameters: IDataObject) => await ebay('ebayBuy', { resource: 'ownRequest', host: 'api.ebay.com', token: 'user', query: '', ...parameters });

	test('reads and writes with the path, query, host and token chosen', async () => {
		expect((await own({ operation: 'get', path: '/buy/browse/v1/shopping_cart/' })).json[0]).toHaveProperty('cartItems');
		expect((await own({ operation: 'get', path: '/commerce/notification/v1/topic', token: 'application', query: '{ "limit": 10 }' })).json[0]).toHaveProperty('topics');
		const { json } = await own({ operation: 'send', method: 'POST', path: '/buy/browse/v1/shopping_cart/remove_item', body: `{ "cartItemId": "${used.sim.state.ebay.cart.items[0].cartItemId}" }` });
		expect(json[0]).toHaveProperty('cartWebUrl');
		expect(calls().map(({ method, status }) => [method, status])).toEqual([['GET', 200], ['GET', 200], ['POST', 200]]);
	});

	test.each(['buy/browse', 'https://evil.example/x', '//evil.example/x', '/a/../../b', '/a/./b', '/a?b=c', '/a#b', '/'])('%s is no path', async (path) => {
		expect((await own({ operation: 'get', path })).error?.message).toMatch(/^'Path' /);
		expect(calls()).toEqual([]);
	});
});

