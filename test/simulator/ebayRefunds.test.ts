import { lineIdOf, orderIdOf } from '../../simulator/ebay/ordersSeed';
import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, signed } from './ebayCalls';
import type { Json, Signing } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

const pathOf = (orderId: string) => `/sell/fulfillment/v1/order/${orderId}/issue_refund`;
const PATH = pathOf(orderIdOf(1));
const order = () => used.sim.state.ebay.orders.get(orderIdOf(1))!;
const usd = (value: string) => ({ value, currency: 'USD' });
const FIVE = { reasonForRefund: 'BUYER_CANCEL', orderLevelRefundAmount: usd('5.00') };
const TEXT = JSON.stringify(FIVE);

const demoKey = () => used.sim.demo.ebay.signingKey;
const send = (headers: Record<string, string>, text = TEXT, path = PATH) => call('POST', path, { raw: Buffer.from(text), headers: { 'content-type': 'application/json', ...headers } });
const sign = (more: Partial<Signing> = {}) => signed({ key: demoKey(), path: PATH, text: TEXT, ...more });
const refund = (body: Json, path = PATH) => send(signed({ key: demoKey(), path, text: JSON.stringify(body) }), JSON.stringify(body), path);

describe('the digital signature', () => {
	test('of the demo key is taken, and of the RSA key too', async () => {
		const { RSA } = used.sim.state.ebay.signingKeys;
		const answers = [await send(sign()), await send(sign({ key: RSA, algorithm: 'sha256' }))];
		expect(answers.map(({ status, json }) => [status, json.refundStatus])).toEqual([[200, 'PENDING'], [200, 'PENDING']]);
	});

	test('is still that of the demo key after a reset', async () => {
		used.sim.reset();
		expect((await send(sign())).status).toBe(200);
	});

	test.each<[string, string, number]>([
		['x-ebay-signature-key', '', 215001], ['signature-input', '', 215112], ['signature', '', 215111], ['content-digest', '', 215000],
		['x-ebay-signature-key', 'unknown', 215115], ['content-digest', 'sha-256=:AAAA:', 215105], ['signature-input', 'sig1=("@method")', 215113], ['signature', 'sig1=:AAAA:', 215122],
	])('with %s "%s" is refused with %i, and nothing is paid back', async (name, value, code) => {
		const headers = sign();
		if (value) headers[name] = value;
		else delete headers[name];
		expect(codeOf(await send(headers))).toBe(`403 ${code}`);
		expect(order().refunds).toEqual([]);
	});

	const now = () => Math.floor(Date.now() / 1000);
	test.each<[string, () => Partial<Signing>, number]>([
		['another host', () => ({ host: 'apiz.ebay.com' }), 215122], ['another path', () => ({ path: pathOf(orderIdOf(2)) }), 215122], ['the path with its query', () => ({ path: `${PATH}?a=1` }), 215122],
		['too few parts', () => ({ parts: ['content-digest', 'x-ebay-signature-key', '@method', '@path'] }), 215122], ['no digest', () => ({ parts: ['x-ebay-signature-key', '@method', '@path', '@authority'] }), 215122],
		['an hour ago', () => ({ created: now() - 3600 }), 215114], ['an hour ahead', () => ({ created: now() + 3600 }), 215114],
	])('made for %s is refused', async (_, more, code) => {
		expect(codeOf(await send(sign(more())))).toBe(`403 ${code}`);
	});

	test('holds for the bytes that were signed alone', async () => {
		expect(codeOf(await send(sign(), JSON.stringify(FIVE, null, 1)))).toBe('403 215105');
	});

	test('is looked at after the token', async () => {
		expect(codeOf(await send({ authorization: 'Bearer nothing' }))).toBe('401 1001');
	});
});

describe('refunds', () => {
	test('each accepted call gives money back once more', async () => {
		const ids = [(await refund(FIVE)).json.refundId, (await refund(FIVE)).json.refundId];
		expect(ids[0]).not.toBe(ids[1]);
		const { json } = await call('GET', `/sell/fulfillment/v1/order/${orderIdOf(1)}`);
		expect(json.orderPaymentStatus).toBe('PARTIALLY_REFUNDED');
		expect(json.paymentSummary.refunds).toMatchObject(ids.map((refundId) => ({ refundId, amount: usd('5.00') })));
	});

	test('no more than the order was paid with: then it is refunded already', async () => {
		const total = (await call('GET', `/sell/fulfillment/v1/order/${orderIdOf(1)}`)).json.pricingSummary.total as Json;
		const whole = { reasonForRefund: 'OTHER', orderLevelRefundAmount: total };
		expect(codeOf(await refund({ ...whole, orderLevelRefundAmount: usd((Number(total.value) + 0.01).toFixed(2)) }))).toBe('400 34915');
		expect((await refund(whole)).status).toBe(200);
		expect(codeOf(await refund(whole))).toBe('400 34917');
	});

	test('a line is refunded by its ID or by its old reference, up to what it cost', async () => {
		const [line] = order().lines;
		const value = ((line.cents * line.quantity) / 100).toFixed(2);
		const { legacyItemId, legacyTransactionId } = line;
		const byId = { reasonForRefund: 'OTHER', refundItems: [{ lineItemId: line.lineItemId, refundAmount: usd('1.00') }] };
		const byReference = { reasonForRefund: 'OTHER', refundItems: [{ legacyReference: { legacyItemId, legacyTransactionId }, refundAmount: usd(value) }] };
		expect((await refund(byId)).status).toBe(200);
		expect(codeOf(await refund(byReference))).toBe('409 34924');
		expect([order().refunds.length, line.refundedCents]).toEqual([1, 100]);
	});

	const line = (more: Json) => ({ reasonForRefund: 'OTHER', refundItems: [{ refundAmount: usd('1.00'), ...more }] });
	test.each<[string, Json, number]>([
		['no reason', { orderLevelRefundAmount: usd('1.00') }, 34903], ['neither amount nor lines', { reasonForRefund: 'OTHER' }, 34905],
		['both', { ...FIVE, ...line({ lineItemId: lineIdOf(1, 1) }) }, 34905], ['an amount without value', { ...FIVE, orderLevelRefundAmount: { currency: 'USD' } }, 34906],
		['three decimals', { ...FIVE, orderLevelRefundAmount: usd('1.005') }, 34907], ['no currency', { ...FIVE, orderLevelRefundAmount: { value: '1' } }, 34908],
		['another currency', { ...FIVE, orderLevelRefundAmount: { value: '1', currency: 'EUR' } }, 34909], ['a line without name', line({}), 34910],
		['a reference without item', line({ legacyReference: { legacyTransactionId: '1' } }), 34911], ['a reference without transaction', line({ legacyReference: { legacyItemId: '1' } }), 34912],
		['a line of another order', line({ lineItemId: lineIdOf(2, 1) }), 34914], ['a long comment', { ...FIVE, comment: 'c'.repeat(1001) }, 34921],
	])('%s is refused', async (_, body, code) => {
		expect(codeOf(await refund(body))).toBe(`400 ${code}`);
		expect(order().refunds).toEqual([]);
	});

	test('an unknown order is 404', async () => {
		expect(codeOf(await refund(FIVE, pathOf('12-99999-99999')))).toBe('404 34913');
	});
});
