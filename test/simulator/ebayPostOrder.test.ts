import { orderIdOf } from '../../simulator/ebay/ordersSeed';
import { useSimulator } from '../support/simulator';
import { callerOf, mint, signed } from './ebayCalls';
import type { Json } from './ebayCalls';

/** What follows an order has stages, and its order shows what became of it. */
const used = useSimulator();
const call = callerOf(used);
const post = async (path: string, body?: Json) => await send('POST', path, body);
const get = async (path: string) => await send('GET', path);

async function send(method: string, path: string, body?: Json) {
	const text = body === undefined ? '' : JSON.stringify(body);
	const at = `/post-order/v2${path}`;
	const signature = method === 'POST' ? signed({ key: used.sim.demo.ebay.signingKey, path: at.split('?')[0], text, ...(text ? {} : { parts: ['x-ebay-signature-key', '@method', '@path', '@authority'] }) }) : {};
	const headers = { authorization: `IAF ${await mint(used.sim, 'user')}`, ...signature, ...(text ? { 'content-type': 'application/json' } : {}) };
	if (!text) delete (headers as Json)['content-digest'];
	return await call(method, at, { headers, ...(text ? { raw: Buffer.from(text) } : {}) });
}

const state = () => used.sim.state.ebay;
const returnIn = (wanted: string) => [...state().returns.values()].find((one) => one.state === wanted)!;
const said = ({ status, json }: { status: number; json: Json }) => `${status} ${json.errorMessage?.error[0].message}`;
const refund = (value: string) => ({ refundDetail: { itemizedRefundDetail: [{ refundFeeType: 'PURCHASE_PRICE', refundAmount: { value, currency: 'USD' } }], totalAmount: { value, currency: 'USD' } } });

test('a token under the name Bearer is not taken', async () => {
	expect((await call('GET', '/post-order/v2/return/search')).status).toBe(401);
	expect((await get('/return/search')).status).toBe(200);
});

test('pages: by limit and offset, with the total, and nothing twice', async () => {
	const pages = await Promise.all([0, 15, 30].map(async (offset) => (await get(`/return/search?limit=15&offset=${offset}`)).json));
	const ids = pages.flatMap(({ members }) => members.map((one: Json) => one.returnId));
	expect(pages[0].paginationOutput).toMatchObject({ totalEntries: state().returns.size, limit: 15 });
	expect(new Set(ids).size).toBe(state().returns.size);
});

test('a return: approved, sent back, received, refunded; then nothing more', async () => {
	const one = returnIn('RETURN_REQUESTED');
	const at = `/return/${one.returnId}`;
	expect((await post(`${at}/decide`, { decision: 'APPROVE' })).status).toBe(200);
	expect(said(await post(`${at}/decide`, { decision: 'DECLINE' }))).toBe('409 The return is in the state ITEM_READY_TO_SHIP');
	expect((await post(`${at}/add_shipping_label`, { labelAction: 'PURCHASE_LABEL', trackingNumber: '9400X', carrierEnum: 'USPS' })).status).toBe(200);
	expect((await get(`${at}/tracking?carrier_used=USPS&tracking_number=9400X`)).json).toMatchObject({ trackingStatus: 'IN_TRANSIT' });
	await post(`${at}/mark_as_received`, {});
	expect((await post(`${at}/issue_refund`, refund('2.00'))).json).toEqual({ refundStatus: 'PENDING' });
	expect(state().orders.get(one.orderId)!.refunds).toMatchObject([{ cents: 200, reason: 'BUYER_RETURN' }]);
	expect((await post(`${at}/issue_refund`, refund('2.00'))).status).toBe(409);
	const { json } = await get(at);
	expect([json.summary.state, json.detail.responseHistory.map((entry: Json) => entry.activity)]).toEqual(['CLOSED', ['BUYER_CREATE_RETURN', 'SELLER_APPROVE', 'SELLER_PROVIDE_LABEL', 'SELLER_MARK_AS_RECEIVED', 'SELLER_ISSUE_REFUND']]);
});

test('more than was paid is not given back, and a buyer\'s words are not the seller\'s', async () => {
	const [first, second] = [...state().returns.values()].filter((one) => one.state === 'RETURN_REQUESTED');
	expect((await post(`/return/${first.returnId}/issue_refund`, refund('99999.00'))).status).toBe(400);
	expect(said(await post(`/return/${second.returnId}/decide`, { decision: 'ACCEPT_PARTIAL_REFUND' }))).toContain('Not a decision of the seller');
});

test('an escalated return becomes a case and is out of the seller\'s hands', async () => {
	const one = returnIn('ITEM_DELIVERED');
	expect((await post(`/return/${one.returnId}/escalate`, { reason: 'OTHER', comments: { content: 'It is another lamp' } })).status).toBe(200);
	expect((await post(`/return/${one.returnId}/mark_as_received`, {})).status).toBe(409);
	const { json } = await get(`/casemanagement/search?return_id=${one.returnId}`);
	expect(json.members.filter(({ caseId }: Json) => caseId === one.caseId)).toMatchObject([{ caseStatusEnum: 'OPEN' }]);
});

test('a decision of a case is appealed once, an open case not at all', async () => {
	const [decided, open] = ['CS_CLOSED', 'OPEN'].map((status) => [...state().cases.values()].find((one) => one.status === status)!);
	const text = { comments: { content: 'Look at the picture' } };
	expect([await post(`/casemanagement/${decided.caseId}/appeal`, text), await post(`/casemanagement/${decided.caseId}/appeal`, text), await post(`/casemanagement/${open.caseId}/appeal`, text)].map(({ status }) => status)).toEqual([200, 409, 409]);
});

test('an inquiry: shipped, then refunded on its order, then closed; an escalated one becomes a case', async () => {
	const [first, second] = [...state().inquiries.values()].filter(({ status }) => status === 'WAITING_SELLER_RESPONSE');
	await post(`/inquiry/${first.inquiryId}/provide_shipment_info`, { trackingNumber: '1Z1', shippingCarrierName: 'UPS' });
	expect((await get(`/inquiry/${first.inquiryId}`)).json).toMatchObject({ status: 'WAITING_BUYER_RESPONSE', inquiryHistoryDetails: { shipmentTrackingDetails: { trackingNumber: '1Z1' } } });
	expect((await post(`/inquiry/${first.inquiryId}/issue_refund`, {})).json).toMatchObject({ refundResult: { refundStatus: 'PENDING' } });
	expect(state().orders.get(first.orderId)!.refunds).toMatchObject([{ reason: 'ITEM_NOT_RECEIVED' }]);
	expect((await post(`/inquiry/${first.inquiryId}/issue_refund`, {})).status).toBe(409);
	const before = state().cases.size;
	await post(`/inquiry/${second.inquiryId}/escalate`, { escalateInquiryReason: 'OTHER' });
	expect([state().cases.size, (await get(`/inquiry/${second.inquiryId}`)).json.inquiryDetails.escalationDate]).toEqual([before + 1, expect.anything()]);
});

test('a cancellation: asked for, approved, refunded on its order; a rejected one leaves the order as it is', async () => {
	const [first, second] = [...state().orders.values()].filter(({ cancellation }) => cancellation);
	expect((await post(`/cancellation/${first.cancellation!.cancelId}/approve`)).status).toBe(200);
	expect((await post(`/cancellation/${first.cancellation!.cancelId}/approve`)).status).toBe(409);
	await post(`/cancellation/${second.cancellation!.cancelId}/reject`, { trackingNumber: '1Z2' });
	expect([first.refunds.length, second.refunds.length, second.cancellation!.status]).toEqual([1, 0, 'CANCEL_REJECTED']);
	expect((await call('GET', `/sell/fulfillment/v1/order/${first.orderId}`)).json.cancelStatus).toMatchObject({ cancelState: 'CANCELED', cancelRequests: [{ cancelRequestState: 'COMPLETED' }] });
});

test('a seller cancels what is not shipped, once', async () => {
	const order = state().orders.get(orderIdOf(1))!;
	const body = { legacyOrderId: order.orderId, cancelReason: 'OUT_OF_STOCK_OR_CANNOT_FULFILL' };
	expect((await post('/cancellation/check_eligibility', { legacyOrderId: order.orderId })).json).toMatchObject({ eligible: true });
	expect((await post('/cancellation', body)).json).toHaveProperty('cancelId');
	expect((await post('/cancellation', body)).json).toMatchObject({ orderEligibilityResult: { eligible: false, failureReason: ['CANCELLATION_EXIST'] } });
	expect(order.refunds).toHaveLength(1);
});

test('labels: a quote is sold once, its label is a PDF file, and a cancelled one is gone', async () => {
	const at = '/sell/logistics/v1_beta';
	const plain = async (method: string, path: string, body?: Json, headers: Record<string, string> = {}) => await call(method, `${at}${path}`, { ...(body ? { body } : {}), headers: { 'x-ebay-c-marketplace-id': 'EBAY_US', ...headers } });
	const size = { weight: { unit: 'POUND', value: '2' }, dimensions: { unit: 'INCH', length: '9', width: '6', height: '3' } };
	const quoted = await plain('POST', '/shipping_quote', { orders: [{ channel: 'EBAY', orderId: orderIdOf(1) }], packageSpecification: size });
	expect(quoted.status).toBe(201);
	expect((await plain('POST', '/shipping_quote', { orders: [{ channel: 'EBAY', orderId: orderIdOf(1) }], packageSpecification: { ...size, weight: { unit: 'KILOGRAM', value: '90' } } })).json.errors[0].errorId).toBe(90120);
	const buy = { shippingQuoteId: quoted.json.shippingQuoteId, rateId: quoted.json.rates[0].rateId };
	const { json: bought } = await plain('POST', '/shipment/create_from_shipping_quote', buy);
	expect((await plain('POST', '/shipment/create_from_shipping_quote', buy)).json.errors[0].errorId).toBe(90210);
	const label = async () => await plain('GET', `/shipment/${bought.shipmentId}/download_label_file`, undefined, { accept: 'application/pdf' });
	expect((await label()).bytes.toString()).toContain('%PDF');
	expect([(await plain('POST', `/shipment/${bought.shipmentId}/cancel`)).status, (await plain('POST', `/shipment/${bought.shipmentId}/cancel`)).json.errors[0].errorId, (await label()).status]).toEqual([200, 90260, 404]);
});

test('a dispute takes evidence until it is answered, and an answer to its newest revision only', async () => {
	const [one] = [...state().disputes.values()];
	const at = `/sell/fulfillment/v1/payment_dispute/${one.paymentDisputeId}`;
	const dispute = async (path: string, body: Json) => (await call('POST', `${at}${path}`, { body, host: 'apiz.ebay.com' }));
	expect((await dispute('/contest', { revision: 1 })).json.errors[0].errorId).toBe(33102);
	one.files.push({ fileId: '1', fileName: 'a.png', contentType: 'image/png', content: Buffer.from('a'), at: '' });
	const { json: { evidenceId } } = await dispute('/add_evidence', { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId: '1' }] });
	expect((await dispute('/update_evidence', { evidenceId, evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId: '1' }], lineItems: one.lines })).status).toBe(204);
	expect((await dispute('/contest', { revision: 1 })).json.errors[0].errorId).toBe(33011);
	expect((await dispute('/contest', { revision: one.revision })).status).toBe(204);
	expect((await dispute('/add_evidence', { evidenceType: 'PROOF_OF_DELIVERY', files: [{ fileId: '1' }] })).json.errors[0].errorId).toBe(33004);
});
