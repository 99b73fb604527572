import { sleep } from 'n8n-workflow';
import type { FaultRule } from '../../simulator/faults';
import type { Call } from '../../simulator/types';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

const TAKES_A_WHILE = 200;

interface Got {
	status: number;
	text: string;
}

/** A stock call of the demo supplier; what breaks off is a status of 0. */
async function stock(body: unknown, signal?: AbortSignal): Promise<Got> {
	const { urls, demo } = used.sim;
	const login = await fetch(`${urls.crux}/timp/organizations/user-login/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(demo.cruxSupplier) });
	const { auth_token: token } = (await login.json()) as { auth_token: string };
	const isBulk = Array.isArray(body);
	try {
		const answer = await fetch(`${urls.crux}/timp/products/skus/inventory/${isBulk ? 'bulk/' : ''}`, { method: 'POST', signal, headers: { 'content-type': 'application/json', authorization: `Token ${token}` }, body: JSON.stringify(body) });
		return { status: answer.status, text: await answer.text() };
	} catch (error) {
		return { status: 0, text: String((error as Error).cause ?? error) };
	}
}

const PATH = '/timp/products/skus/inventory/';
const skuAt = (serial: number) => `SKU-000${serial}`;
const row = (serial: number) => ({ sku_id: skuAt(serial), quantity_in_stock: 900 + serial });
const stocks = () => [1, 2, 3].map((serial) => [...used.sim.state.crux.skus.values()].find((sku) => sku.sku_id === skuAt(serial))!.quantity_in_stock);
const calls = (): Call[] => used.sim.calls.filter(({ path }) => path.startsWith(PATH));
const fault = (rule: FaultRule) => used.sim.fault({ path: PATH, ...rule });

test('a rule that names what a call holds strikes only such calls, by body or by query', async () => {
	fault({ status: 503, holds: skuAt(2) });
	expect([(await stock(row(1))).status, (await stock(row(2))).status, (await stock(row(3))).status]).toEqual([200, 503, 200]);
	used.sim.fault({ service: 'whisk', status: 418, holds: '^fields=a b&page=2\\n$' });
	const of = async (query: string) => (await fetch(`${used.sim.urls.whisk}/recipe/v2/get?${query}`)).status;
	expect([await of('fields=a+b&page=2'), await of('fields=a+b&page=3')]).toEqual([418, 401]);
});

test('half of an answer: the call is carried out, its JSON is cut off, and the status stays', async () => {
	fault({ kind: 'cut' });
	const { status, text } = await stock(row(1));
	expect([status, text]).toEqual([200, '{"message"']);
	expect(stocks()[0]).toBe(901);
});

test('an answer that breaks off: the call is carried out, and less arrives than was announced', async () => {
	fault({ kind: 'broken', count: 1 });
	expect(await stock(row(1))).toMatchObject({ status: 0 });
	expect(stocks()[0]).toBe(901);
	expect(calls().map(({ status, fault: kind }) => [status, kind])).toEqual([['dropped', 'broken']]);
	expect((await stock(row(2))).status).toBe(200);
});

describe('an element of a bulk call fails', () => {
	const failure = { status_code: 500, message: 'No' };
	const all = [row(1), row(2), row(3)];

	test('it is not carried out, the others are, and the results keep their order', async () => {
		fault({ kind: 'element', holds: skuAt(2), body: failure });
		const before = stocks();
		expect(JSON.parse((await stock(all)).text)).toEqual([{ status_code: 200, message: 'success' }, failure, { status_code: 200, message: 'success' }]);
		expect(stocks()).toEqual([901, before[1], 903]);
	});

	test('it can be carried out all the same, and stand alone', async () => {
		fault({ kind: 'element', holds: skuAt(2), body: failure, applied: true });
		expect(JSON.parse((await stock(all)).text)[1]).toEqual(failure);
		expect(stocks()).toEqual([901, 902, 903]);
		used.sim.clearFaults();
		fault({ kind: 'element', holds: skuAt(2), body: failure });
		expect(await stock([row(2)])).toEqual({ status: 200, text: JSON.stringify([failure]) });
	});

	test("eBay's form of it has a result for each offer", async () => {
		const { urls, demo } = used.sim;
		const { clientId, clientSecret, refreshToken } = demo.ebay;
		const token = await fetch(`${urls.ebay}/api.ebay.com/identity/v1/oauth2/token`, {
			method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
			body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }).toString(),
		});
		const failed = { sku: 'DEMO-002', statusCode: 500, errors: [] };
		used.sim.fault({ service: 'ebay', path: '/sell/inventory/', kind: 'element', holds: 'DEMO-002', body: failed });
		const requests = [1, 2, 4].map((serial) => ({ sku: `DEMO-00${serial}`, offers: [{ offerId: String(8000000000 + serial), availableQuantity: 77 }] }));
		const answer = await fetch(`${urls.ebay}/api.ebay.com/sell/inventory/v1/bulk_update_price_quantity`, {
			method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en-US', authorization: `Bearer ${((await token.json()) as { access_token: string }).access_token}` }, body: JSON.stringify({ requests }),
		});
		const { responses } = (await answer.json()) as { responses: Array<{ sku: string }> };
		expect(responses.map(({ sku }) => sku)).toEqual(['DEMO-001', 'DEMO-002', 'DEMO-004']);
		expect(responses[1]).toEqual(failed);
		expect([1, 2, 4].map((serial) => used.sim.state.ebay.inventory.offers.get(String(8000000000 + serial))!.availableQuantity === 77)).toEqual([true, false, true]);
	});
});

test('a timeout can be carried out after the caller has given up', async () => {
	fault({ kind: 'timeout', late: TAKES_A_WHILE });
	const before = stocks()[0];
	expect((await stock(row(1), AbortSignal.timeout(100))).status).toBe(0);
	expect(stocks()[0]).toBe(before);
	await sleep(TAKES_A_WHILE * 3);
	expect(stocks()[0]).toBe(901);
});
