import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { orderIdOf } from '../../simulator/ebay/ordersSeed';
import { runNode, runPicker } from '../support/engine';
import { useSimulator } from '../support/simulator';

/** What bites around orders in its own way: another scheme, files in JSON, money that moves once. */
const used = useSimulator();
const state = () => used.sim.state.ebay;
const calls = () => used.sim.calls.filter(({ path, status }) => !path.includes('oauth2') && status !== 401);
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const ebay = async (resource: string, operation: string, parameters: IDataObject, more: object = {}) =>
	await runNode({ node: 'ebayOrders', credential: used.credentials.ebay(), parameters: { options: {}, ...parameters, resource, operation } as never, ...more });

/** A token that a reset has forgotten costs one 401, which a fault would strike. */
beforeEach(async () => {
	await ebay('return', 'getPreferences', {});
	used.sim.calls.length = 0;
});

const returnIn = (...states: string[]) => [...state().returns.values()].find((one) => states.includes(one.state))!;
const openInquiry = () => [...state().inquiries.values()].find(({ status }) => status.startsWith('WAITING'))!;

describe('the Post-Order API', () => {
	test('gets the token under its own name, all others under Bearer; after a 401 too', async () => {
		await ebay('return', 'getAll', { limit: 5, filters: {} });
		used.sim.expireTokens('ebay');
		const { error } = await ebay('return', 'getAll', { limit: 5, filters: {} });
		await ebay('order', 'get', { order: byId(orderIdOf(1)), taxBreakdown: false });
		expect(error).toBeUndefined();
		const schemes = used.sim.calls.filter(({ status, path }) => status === 200 && !path.includes('oauth2')).map(({ path, headers }) => [path.split('/')[1], headers.authorization?.split(' ')[0]]);
		expect(schemes).toEqual([['post-order', 'IAF'], ['post-order', 'IAF'], ['sell', 'Bearer']]);
	});

	test('an own request to it gets that name as well', async () => {
		const { error } = await ebay('ownRequest', 'get', { path: '/post-order/v2/inquiry/search', host: 'api.ebay.com', token: 'user', query: '' });
		expect(error).toBeUndefined();
		expect(calls().at(-1)!.headers.authorization).toMatch(/^IAF /);
	});

	test('its errors stand in another place: they are read with what they mean', async () => {
		const { error } = await ebay('return', 'get', { return: byId('1'), additionalFields: {} });
		expect(error?.message).toBe('There is no such return');
		expect(error?.description).toContain('There is no return with this ID for the member behind this credential');
	});

	test('1001 is a fault of its own there, not a token that is wrong', async () => {
		used.sim.fault({ service: 'ebay', path: '/post-order/', status: 500 });
		const { error } = await ebay('inquiry', 'get', { inquiry: byId(openInquiry().inquiryId) });
		expect(error?.description).toContain('eBay reports a fault of its own');
		expect(error?.description).not.toContain('token');
	});
});

describe('money moves once', () => {
	const refund = (returnId: string) => ({ return: byId(returnId), currency: '', total: '1.00', parts: { entries: [{ fee: 'PURCHASE_PRICE', amount: '1.00', restockingFee: '' }] }, comments: '', additionalFields: {} });

	test.each([['the connection breaks after it', { kind: 'reset-after' }], ['the gateway gives up after it', { status: 504, applied: true }]] as const)('a refund of a return whose answer is lost, as %s, is not sent again', async (_, fault) => {
		const one = returnIn('ITEM_DELIVERED');
		used.sim.fault({ service: 'ebay', path: 'issue_refund$', count: 1, ...fault });
		const { error } = await ebay('return', 'issueRefund', refund(one.returnId));
		expect(error?.description).toContain('It may have been done');
		expect(one.refundedCents).toBe(100);
		expect(calls()).toHaveLength(1);
	});

	test('an approved cancellation gives all of the order back, and its order says so', async () => {
		const [order] = [...state().orders.values()].filter(({ cancellation }) => cancellation);
		const { json } = await ebay('cancellation', 'approve', { cancellation: byId(order.cancellation!.cancelId) });
		expect(json).toEqual([{ success: true, cancelId: order.cancellation!.cancelId }]);
		const { json: [seen] } = await ebay('order', 'get', { order: byId(order.orderId), taxBreakdown: false, simplify: false, output: 'order' });
		expect(seen).toMatchObject({ orderPaymentStatus: 'FULLY_REFUNDED', cancelStatus: { cancelState: 'CANCELED' } });
	});

	test('an order that cannot be cancelled gives an answer without an ID, and nothing is paid back', async () => {
		const shipped = [...state().orders.values()].find(({ lines }) => lines.every((line) => line.shipped))!;
		const { json } = await ebay('cancellation', 'create', { order: byId(shipped.orderId), reason: 'BUYER_ASKED_CANCEL', additionalFields: {} });
		expect(json[0]).toMatchObject({ orderEligibilityResult: { eligible: false } });
		expect(json[0]).not.toHaveProperty('cancelId');
		expect(shipped.refunds).toEqual([]);
	});

	test('a label whose answer is lost is asked for again, and bought once', async () => {
		const [quote] = [...state().shippingQuotes.values()].filter(({ shipmentId }) => !shipmentId);
		const before = state().shipments.size;
		used.sim.fault({ service: 'ebay', path: 'create_from_shipping_quote$', kind: 'reset-after', count: 1 });
		const { json, error } = await ebay('shipment', 'create', { marketplace: '', quote: quote.shippingQuoteId, rate: quote.rates[0].rateId, labelSize: '', labelMessage: '', shippingOptions: {}, returnTo: {} });
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ success: true });
		expect(state().shipments.size).toBe(before + 1);
	});
});

describe('what may have been done is looked up', () => {
	test('tracking of an inquiry stands there already: it is not sent a second time', async () => {
		const one = openInquiry();
		used.sim.fault({ service: 'ebay', path: 'provide_shipment_info$', kind: 'reset-after', count: 1 });
		const { json, error } = await ebay('inquiry', 'provideShipmentInfo', { inquiry: byId(one.inquiryId), trackingNumber: '1ZLOST', carrier: 'UPS', shippedDate: '', additionalFields: {} });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, inquiryId: one.inquiryId }]);
		expect(one.history.filter(({ action }) => action === 'SELLER_PROVIDE_SHIPMENT')).toHaveLength(1);
	});

	test('a label of a return that did not arrive is sent again', async () => {
		const one = returnIn('ITEM_READY_TO_SHIP');
		used.sim.fault({ service: 'ebay', path: 'add_shipping_label$', status: 503, count: 1 });
		const { error } = await ebay('return', 'addShippingLabel', { return: byId(one.returnId), labelAction: 'PURCHASE_LABEL', trackingNumber: '9400LATE', additionalFields: { carrier: 'USPS' } });
		expect(error).toBeUndefined();
		expect([one.labels?.length, one.tracking?.trackingNumber, one.state]).toEqual([1, '9400LATE', 'ITEM_SHIPPED']);
	});

	test('an accepted dispute is not answered twice; an old revision is refused and explained', async () => {
		const [one] = [...state().disputes.values()];
		used.sim.fault({ service: 'ebay', path: 'accept$', kind: 'reset-after', count: 1 });
		const accepted = await ebay('paymentDispute', 'accept', { dispute: byId(one.paymentDisputeId), revision: one.revision, returnAddress: {} });
		expect([accepted.error, one.response, one.activities.length]).toEqual([undefined, 'ACCEPT', 2]);
		const { error } = await ebay('paymentDispute', 'contest', { dispute: byId(one.paymentDisputeId), revision: 1, note: '', returnAddress: {} });
		expect(error?.description).toContain('get it again and give its new Revision');
	});
});

describe('files in JSON', () => {
	const picture = (content: string): IBinaryKeyData => ({ data: { data: Buffer.from(content).toString('base64'), mimeType: 'image/png', fileName: 'damage.png' } });

	test('a file goes into the body and comes back with the same bytes', async () => {
		const one = returnIn('RETURN_REQUESTED');
		const { json, error } = await ebay('return', 'uploadFile', { return: byId(one.returnId), file: 'data', purpose: 'ITEM_RELATED', fileName: 'crack.png' }, { files: [picture('a broken lamp')] });
		expect(error).toBeUndefined();
		const { out } = await ebay('return', 'getFiles', { return: byId(one.returnId), binaryProperty: 'proof' });
		const found = out.find((item) => item.json.fileId === json[0].fileId)!;
		expect(Buffer.from(found.binary!.proof.data, 'base64').toString()).toBe('a broken lamp');
		expect([found.binary!.proof.fileName, found.json.fileName, found.json.fileData]).toEqual(['crack.png', 'crack.png', undefined]);
	});

	test('Dry Run shows its name, not its bytes', async () => {
		const { json } = await ebay('return', 'uploadFile', { return: byId('1'), file: 'data', purpose: 'ITEM_RELATED', fileName: '', options: { dryRun: true } }, { files: [picture('secret')] });
		expect(json[0].body).toEqual({ filePurpose: 'ITEM_RELATED', data: { fileName: 'damage.png', mimeType: 'image/png' } });
		expect(calls()).toEqual([]);
	});

	test('a label is a PDF file under the name that eBay gives it', async () => {
		const [id] = [...state().shipments.keys()];
		const { out } = await ebay('shipment', 'downloadLabel', { shipment: id, format: 'application/pdf', binaryProperty: 'data' });
		expect(out[0].binary!.data).toMatchObject({ fileName: `label-${id}.pdf`, mimeType: 'application/pdf' });
		expect(calls().at(-1)!.headers.accept).toBe('application/pdf');
	});
});

describe('live lists', () => {
	const pick = async (method: string, parameters: IDataObject = {}, filter?: string) =>
		await runPicker({ node: 'ebayOrders', credential: used.credentials.ebay(), parameters: { resource: 'order', operation: 'issueRefund', ...parameters } as never }, method, filter);

	test.each([
		['searchReturns', () => [...state().returns.keys()]], ['searchInquiries', () => [...state().inquiries.keys()]], ['searchCases', () => [...state().cases.keys()]],
		['searchDisputes', () => [...state().disputes.keys()]], ['searchCancellations', () => [...state().orders.values()].flatMap(({ cancellation }) => cancellation?.cancelId ?? [])],
	] as const)('%s: everything that there is, each under a name of its own', async (method, expected) => {
		const { results } = await pick(method);
		expect(results.map(({ value }) => value).sort()).toEqual(expected().sort());
		expect(new Set(results.map(({ name }) => name)).size).toBe(results.length);
	});

	test('lines are those of the order that is chosen; without one the list says so', async () => {
		const order = state().orders.get(orderIdOf(3))!;
		const { results } = await pick('searchLineItems', { order: byId(order.orderId) });
		expect(results.map(({ value }) => value)).toEqual(order.lines.map(({ lineItemId }) => lineItemId));
		expect(results[0].name).toContain(order.lines[0].title);
		await expect(pick('searchLineItems', { order: byId('') })).rejects.toThrow("'Order' is not chosen");
	});
});

test('orders by line: a row for each line, with flat columns', async () => {
	const { json } = await ebay('order', 'getAll', { returnAll: false, limit: 7, filters: {}, additionalFields: {}, output: 'lines' });
	const newest = [...state().orders.values()].slice(0, 7);
	expect(json.map(({ orderId, lineItemId }) => [orderId, lineItemId])).toEqual(newest.flatMap(({ orderId, lines }) => lines.map((line) => [orderId, line.lineItemId])));
	for (const row of json) expect(Object.values(row).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
	expect(json[0]).toMatchObject({ currency: 'USD', shipToCity: 'Portland', shipToCountry: 'US', shippingService: 'USPSPriority' });
});

test('a parcel that eBay refuses says what to do, for each of its codes', async () => {
	const { error } = await ebay('shippingFulfillment', 'create', { order: byId(orderIdOf(1)), lineItems: { entries: [{ lineItem: byId('1'), quantity: 1 }] }, trackingNumber: '', carrier: '', shippedDate: '' });
	expect(error?.description).toContain('A line does not belong to this order');
});
