import { lineIdOf, orderIdOf } from '../../simulator/ebay/ordersSeed';
import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, withQuery } from './ebayCalls';
import type { Json } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

const ROOT = '/sell/fulfillment/v1/order';
const DAY = 86_400_000;
const orders = () => used.sim.state.ebay.orders;
const find = async (query: Record<string, string> = {}) => await call('GET', withQuery(ROOT, { limit: '200', ...query }));
const idsOf = ({ json }: { json: Json }) => (json.orders as Json[]).map(({ orderId }) => orderId as string);
const iso = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString();
const kept = (test: (order: Json) => boolean) => [...orders().values()].filter((order) => test(order as unknown as Json)).map(({ orderId }) => orderId);

describe('finding orders', () => {
	test('there are 120 of one to four lines, the newest first, fifty on a page', async () => {
		const all = await find();
		expect([all.json.total, idsOf(all)[0], idsOf(all)[119]]).toEqual([120, orderIdOf(1), orderIdOf(120)]);
		expect([...new Set((all.json.orders as Json[]).map(({ lineItems }) => (lineItems as Json[]).length))].sort()).toEqual([1, 2, 3, 4]);
		const page = await call('GET', ROOT);
		expect([page.json.limit, page.json.orders.length]).toEqual([50, 50]);
		const next = new URL(page.json.next as string);
		expect([next.origin, next.searchParams.get('offset')]).toEqual([used.sim.address, '50']);
		const last = await find({ limit: '50', offset: '100' });
		expect([last.json.orders.length, last.json.next]).toEqual([20, undefined]);
	});

	test.each([['limit', '0', 31100], ['limit', '201', 31100], ['offset', '-1', 31000], ['fieldGroups', 'ALL', 32800]])('%s %s is refused', async (name, value, code) => {
		expect(codeOf(await find({ [name]: value }))).toBe(`400 ${code}`);
	});

	test('a range of creation dates keeps what lies in it, also with its end left open', async () => {
		const [from, to] = [iso(20), iso(10)];
		const within = kept(({ createdAt }) => createdAt >= Date.parse(from) && createdAt <= Date.parse(to));
		expect(within.length).toBeGreaterThan(10);
		expect(idsOf(await find({ filter: `creationdate:[${from}..${to}]` }))).toEqual(within);
		expect(idsOf(await find({ filter: `creationdate:[${to}..]` }))).toEqual(kept(({ createdAt }) => createdAt >= Date.parse(to)));
	});

	test('a change of an order brings it into a range of modification dates; of both dates only that of creation counts', async () => {
		const from = iso(0.02);
		expect(idsOf(await find({ filter: `lastmodifieddate:[${from}..]` }))).toEqual([]);
		orders().get(orderIdOf(90))!.modifiedAt = Date.now();
		expect(idsOf(await find({ filter: `lastmodifieddate:[${from}..]` }))).toEqual([orderIdOf(90)]);
		expect(idsOf(await find({ filter: `lastmodifieddate:[${from}..],creationdate:[${iso(1)}..]` }))).not.toContain(orderIdOf(90));
	});

	test('statuses are joined by a bar, criteria by a comma', async () => {
		const open = await find({ filter: 'orderfulfillmentstatus:{NOT_STARTED|IN_PROGRESS}' });
		expect([...new Set((open.json.orders as Json[]).map(({ orderFulfillmentStatus: status }) => status as string))].sort()).toEqual(['IN_PROGRESS', 'NOT_STARTED']);
		expect(open.json.total).toBe(80);
		const recent = await find({ filter: `creationdate:[${iso(10)}..],orderfulfillmentstatus:{FULFILLED}` });
		expect((recent.json.orders as Json[]).every(({ orderFulfillmentStatus: status }) => status === 'FULFILLED')).toBe(true);
		expect(recent.json.total).toBeGreaterThan(3);
		expect(recent.json.total).toBeLessThan(12);
	});

	test('without a filter only the last 90 days are looked at', async () => {
		orders().get(orderIdOf(7))!.createdAt = Date.now() - 91 * DAY;
		expect(idsOf(await find())).not.toContain(orderIdOf(7));
		expect(idsOf(await find({ filter: `creationdate:[${iso(100)}..]` }))).toContain(orderIdOf(7));
	});

	test.each<[string, number]>([
		['status:{FULFILLED}', 30700], ['FULFILLED', 30700], ['%7Bcreationdate%7D', 30700], ['creationdate:2026-01-01T00:00:00Z', 30800], ['orderfulfillmentstatus:[FULFILLED]', 30800],
		['orderfulfillmentstatus:{SENT}', 30800], ['creationdate:[2026-01-01..]', 30810], ['creationdate:[2026-01-01T00:00:00+01:00..]', 30810], ['creationdate:[..2026-01-01T00:00:00.000Z]', 30820],
		['creationdate:[2010-01-01T00:00:00.000Z..]', 30830], ['creationdate:[2026-02-01T00:00:00.000Z..2026-01-01T00:00:00.000Z]', 30840], ['creationdate:[2099-01-01T00:00:00.000Z..]', 30850],
	])('the filter %s is refused with %i', async (filter, code) => {
		expect(codeOf(await find({ filter }))).toBe(`400 ${code}`);
	});

	test('up to 50 IDs overrule the filter; unknown ones are left out', async () => {
		const ids = Array.from({ length: 50 }, (_, index) => orderIdOf(index + 1));
		expect(idsOf(await find({ orderIds: ids.join(','), filter: 'nonsense' }))).toEqual(ids);
		expect(idsOf(await find({ orderIds: `${orderIdOf(3)},12-99999-99999` }))).toEqual([orderIdOf(3)]);
		expect(codeOf(await find({ orderIds: [...ids, orderIdOf(60)].join(',') }))).toBe('400 30900');
	});
});

describe('one order', () => {
	const read = async (orderId: string, query = '') => await call('GET', `${ROOT}/${orderId}${query}`);

	test('shows the wish to cancel it, which the list leaves out', async () => {
		const single = (await read(orderIdOf(4))).json.cancelStatus;
		const [listed] = (await find({ orderIds: orderIdOf(4) })).json.orders as Json[];
		expect(single).toMatchObject({ cancelState: 'CANCEL_REQUESTED', cancelRequests: [{ cancelReason: 'BUYER_CANCEL' }] });
		expect(listed.cancelStatus).toEqual({ cancelState: 'CANCEL_REQUESTED', cancelRequests: [] });
	});

	test('shows taxes on request only', async () => {
		expect((await read(orderIdOf(1))).json.lineItems[0]).not.toHaveProperty('taxes');
		expect((await read(orderIdOf(1), '?fieldGroups=TAX_BREAKDOWN')).json.lineItems[0].taxes).toHaveLength(1);
		expect(codeOf(await read(orderIdOf(1), '?fieldGroups=X'))).toBe('400 32800');
	});

	test('an unknown one is 404, what is no order ID 400', async () => {
		expect([codeOf(await read('12-99999-99999')), codeOf(await read('abc'))]).toEqual(['404 32100', '400 32100']);
	});
});

describe('parcels', () => {
	// two lines, none shipped
	const ORDER = orderIdOf(1);
	const path = `${ROOT}/${ORDER}/shipping_fulfillment`;
	const parcel = { lineItems: [{ lineItemId: lineIdOf(1, 1), quantity: 1 }], shippingCarrierCode: 'UPS', trackingNumber: '1Z999' };
	const ship = (body: Json) => call('POST', path, { body });

	test('each call makes one, an equal one too, and says where it is', async () => {
		const answers = [await ship(parcel), await ship(parcel)];
		expect(answers.map(({ status, bytes }) => [status, bytes.length])).toEqual([[201, 0], [201, 0]]);
		const { json } = await call('GET', path);
		expect(json.total).toBe(2);
		expect(json.fulfillments[0]).toMatchObject({ shipmentTrackingNumber: '1Z999', shippingCarrierCode: 'UPS', lineItems: [{ lineItemId: lineIdOf(1, 1), quantity: 1 }] });
		const ids = (json.fulfillments as Json[]).map(({ fulfillmentId }) => fulfillmentId as string);
		expect(answers.map(({ headers }) => headers.get('location'))).toEqual(ids.map((id) => `${used.sim.urls.ebay}/api.ebay.com${path}/${id}`));
		expect(new Set(ids).size).toBe(2);
	});

	test('they carry the order from not started to fulfilled', async () => {
		const statuses: string[] = [];
		const look = async () => statuses.push((await call('GET', `${ROOT}/${ORDER}`)).json.orderFulfillmentStatus as string);
		await look();
		for (const line of [1, 2]) {
			const { quantity } = orders().get(ORDER)!.lines[line - 1];
			await ship({ lineItems: [{ lineItemId: lineIdOf(1, line), quantity }] });
			await look();
		}
		expect(statuses).toEqual(['NOT_STARTED', 'IN_PROGRESS', 'FULFILLED']);
		expect(Date.now() - orders().get(ORDER)!.modifiedAt).toBeLessThan(60_000);
	});

	test.each<[string, Json, number]>([
		['no line', {}, 32600], ['an empty list', { lineItems: [] }, 32600], ['an unknown line', { lineItems: [{ lineItemId: '1' }] }, 32200],
		['a line twice', { lineItems: [...parcel.lineItems, ...parcel.lineItems] }, 32210], ['too many pieces', { lineItems: [{ lineItemId: lineIdOf(1, 1), quantity: 99 }] }, 32600],
		['a quantity that is no number', { lineItems: [{ lineItemId: lineIdOf(1, 1), quantity: '1' }] }, 32600],
		['a number without a carrier', { ...parcel, shippingCarrierCode: undefined }, 32300], ['a carrier without a number', { ...parcel, trackingNumber: undefined }, 32300],
		['a number with a space', { ...parcel, trackingNumber: '1Z 999' }, 32300], ['a date without a time', { ...parcel, shippedDate: '2026-01-01' }, 32500],
	])('%s is refused', async (_, body, code) => {
		expect(codeOf(await ship(body))).toBe(`400 ${code}`);
		expect(orders().get(ORDER)!.fulfillments).toEqual([]);
	});

	test('an unknown order is refused, on reading too', async () => {
		const other = `${ROOT}/12-99999-99999/shipping_fulfillment`;
		expect([codeOf(await call('POST', other, { body: parcel })), codeOf(await call('GET', other))]).toEqual(['400 32100', '400 32100']);
	});
});
