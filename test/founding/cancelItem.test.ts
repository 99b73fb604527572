import type { CruxLine } from '../../simulator/crux/state';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { continued, cruxToken, expectNoSecret, expectRefusedBeforeSending, headersOf, locator, onTheWire, paired, stopped, testStatuses } from './support';

const used = useSimulator();
const LINE = '7210fcdf-0248-469e-8cf0-720e6bc9063a';
const VERSIONS = [['v1', ''], ['timp', '/timp']] as const;

const line = (po: string, index: number): CruxLine => used.sim.state.crux.orders.find(({ poNumber }) => poNumber === po)!.lines[index];

const cancel = (id: unknown, more: Partial<NodeJob> = {}, apiVersion = 'v1'): NodeJob => ({
	node: 'crux', credential: cruxToken(used.sim, 'RETAILER'),
	parameters: { apiVersion, resource: 'order', operation: 'cancelItem', order: locator('', 'list'), lineItem: locator(id), options: {} } as NodeJob['parameters'],
	...more,
});

describe('address and headers', () => {
	const hosts = [['production', 'https://api.cruxconnect.com'], ['sandbox', 'https://api-sandbox.cruxconnect.com']] as const;
	const cases = hosts.flatMap(([environment, host]) => VERSIONS.map(([version, prefix]) => ({ environment, host, version, prefix })));

	test.each(cases)('DELETE $host$prefix/orders/items/cancel/{order_item_uuid}/ with a closing slash, in $environment, $version', async ({ environment, host, version, prefix }) => {
		const credential = { environment, authentication: 'token', token: 'crux-token-1', sessionToken: '' };
		const { ran, sent } = await onTheWire(cancel(LINE, { credential }, version), () => ({ status: 204 }));
		expect(ran.error).toBeUndefined();
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`DELETE ${host}${prefix}/orders/items/cancel/${LINE}/`]);
	});

	test('Authorization: Token <token>, Accept JSON; no body, so no Content-Type and no Content-Length', async () => {
		const credential = { environment: 'production', authentication: 'token', token: 'crux-token-1', sessionToken: '' };
		const { sent } = await onTheWire(cancel(LINE, { credential }), () => ({ status: 204 }));
		expect(headersOf(sent[0])).toEqual({ accept: 'application/json', authorization: 'Token crux-token-1' });
		expect(sent[0].headers).not.toHaveProperty('content-length');
		expect(sent[0].body).toBe('');
	});

	test('no cookie is kept from the sign-in, whose token is used', async () => {
		const credential = { environment: 'sandbox', authentication: 'login', username: 'r@shop.test', password: 'cancel-password', sessionToken: '' };
		const { sent } = await onTheWire(cancel(LINE, { credential }), ({ url }) =>
			url.endsWith('/user-login/') ? { status: 200, body: '{"auth_token":"fresh-token"}', headers: { 'set-cookie': 'sessionid=abc; Path=/' } } : { status: 204 },
		);
		expect(sent.map(({ url }) => new URL(url).host)).toEqual(['api-sandbox.cruxconnect.com', 'api-sandbox.cruxconnect.com']);
		expect(sent[1].headers).not.toHaveProperty('cookie');
		expect(sent[1].headers.authorization).toBe('Token fresh-token');
	});
});

describe('204 No Content: the request for cancellation is now pending', () => {
	test.each(VERSIONS)('%s: the item says cancellation_requested with the UUID of the line, and the line is not cancelled', async (version, prefix) => {
		const { uuid } = line('PO-1001', 0);
		const ran = await runNode(cancel(uuid, {}, version));
		expect(ran.error).toBeUndefined();
		expect(ran.out).toEqual([{ json: { success: true, order_item_uuid: uuid, status: 'cancellation_requested' }, pairedItem: { item: 0 } }]);
		expect(used.sim.calls).toMatchObject([{ method: 'DELETE', host: 'api.cruxconnect.com', path: `${prefix}/orders/items/cancel/${uuid}/`, query: {}, body: null, status: 204 }]);
		expect(line('PO-1001', 0)).toMatchObject({ isCancelRequested: true, designation: null, status: 'Unallocated' });
	});

	test('never says "cancelled"', async () => {
		const { json } = await runNode(cancel(line('PO-1001', 0).uuid));
		expect(json).toHaveLength(1);
		expect(JSON.stringify(json)).not.toMatch(/cancelled|canceled/i);
	});

	test.each([[200, ''], [200, '{}'], [200, 'null'], [201, '']])('%i with the body %j, which the current page allows, means the same', async (status, body) => {
		used.sim.fault({ path: 'cancel', status, body });
		const { json } = await runNode(cancel(LINE));
		expect(json).toEqual([{ success: true, order_item_uuid: LINE, status: 'cancellation_requested' }]);
	});
});

describe('path: the UUID of the order line is required', () => {
	test.each([[''], ['   '], [null], [undefined]])('%j is refused before any request, so that /orders/items/cancel// is never called', async (id) => {
		const job = cancel('={{ $json.id }}', { input: [{ id: id as string }] });
		await expectRefusedBeforeSending(used, job, /'Line Item' is empty \[item 0\]/, /\S/);
	});

	test.each(['SKU-0005', 'PO-1001', '5'])('%s, which is no UUID, is refused with what it may have been mistaken for', async (id) => {
		await expectRefusedBeforeSending(used, cancel(id), /'Line Item' is not a UUID/, /line_items.*item number or a SKU/);
	});

	test("the list of lines may be fed by an order, which is never sent", async () => {
		const { uuid } = line('PO-1001', 1);
		const job = cancel(uuid);
		await runNode({ ...job, parameters: { ...job.parameters, order: locator(used.sim.state.crux.orders[0].uuid, 'list') } } as NodeJob);
		expect(used.sim.calls.map(({ path, body }) => [path, body])).toEqual([[`/orders/items/cancel/${uuid}/`, null]]);
	});
});

describe('422: the line cannot be cancelled or is wrong altogether', () => {
	const cases: Array<[string, () => string, RegExp]> = [
		['already shipped', () => line('PO-1002', 1).uuid, /it has shipped/], ['already cancelled', () => line('PO-1004', 1).uuid, /cancelled already/], ['unknown', () => LINE, /no such order line/],
	];

	test.each(cases)("%s: the service's reason, then what 422 can mean", async (_, id, reason) => {
		const { error } = await stopped(cancel(id()));
		expect(error).toMatchObject({ httpCode: '422', message: expect.stringMatching(reason), description: expect.stringMatching(/cannot be cancelled.*already shipped, already cancelled.*unknown/) });
		expect(error?.message).toContain(id());
	});

	test('a second request for one line says that the first is pending', async () => {
		const { uuid } = line('PO-1001', 0);
		const { json } = await continued(cancel(uuid, { input: [{}, {}] }));
		expect(json).toEqual([
			{ success: true, order_item_uuid: uuid, status: 'cancellation_requested' },
			{ error: expect.stringContaining('pending already'), details: expect.objectContaining({ statusCode: 422, outcome: 'not done' }) },
		]);
	});

	test('names the line also when the service says nothing', async () => {
		used.sim.fault({ path: 'cancel', status: 422, body: '' });
		const { error } = await stopped(cancel(LINE));
		expect(`${error?.message} ${error?.description}`).toContain(LINE);
	});
});

describe('statuses', () => {
	const said = (message: string) => ({ body: { message }, message });

	testStatuses(used, 'items/cancel', () => cancel(LINE), [
		{ line: '400 something required is missing', status: 400, ours: /missing/, said: said('A required value is missing') },
		{ line: '401 user name or password wrong', status: 401, ours: /[Uu]ser name and password|fixed token/, said: said('Bad token') },
		{ line: '403 no permission', status: 403, ours: /permission 'cancel_order'/, said: said('Forbidden for you') },
		{ line: '404 wrong URL', status: 404, ours: /API Version/, said: said('No such page') },
		{ line: '405 wrong verb', status: 405, ours: /kind of request/, said: said('Method not allowed') },
		{ line: '409 requester of the wrong type', status: 409, ours: /retailer account/, said: said('Critical') },
		{ line: '415 syntax or Content-Type', status: 415, ours: /format/, said: said('Unsupported') },
		{ line: '422 cannot be cancelled', status: 422, ours: /already shipped, already cancelled/, said: said('Not now') },
		{ line: '500 in no list', status: 500, outcome: 'unknown', ours: /may have been done/, said: said('Out of order') },
	]);

	test('400 lists what the operation requires', async () => {
		used.sim.fault({ path: 'cancel', status: 400, body: '' });
		expect((await stopped(cancel(LINE))).error?.description).toContain('Line Item');
	});

	test('403 of a user without the permission, 409 of a supplier: each says what is needed', async () => {
		used.sim.state.crux.accounts[0].permissions = [];
		const { error } = await stopped(cancel(line('PO-1001', 0).uuid));
		expect(error).toMatchObject({ httpCode: '403', description: expect.stringContaining("'cancel_order'") });
		const other = await stopped(cancel(line('PO-1001', 0).uuid, { credential: cruxToken(used.sim, 'SUPPLIER') }));
		expect(other.error).toMatchObject({ httpCode: '409', description: expect.stringContaining('needs a retailer account') });
		expect(line('PO-1001', 0).isCancelRequested).toBe(false);
	});
});

test('401 signs in once more, then the line is asked for; nothing is sent twice', async () => {
	const credential = used.credentials.retailer();
	await runNode(cancel(line('PO-1001', 0).uuid, { credential }));
	used.sim.expireTokens('crux');
	const [before, calls] = [used.sim.state.crux.logins, used.sim.calls.length];
	const ran = await runNode(cancel(line('PO-1001', 1).uuid, { credential }));
	expect(ran.error).toBeUndefined();
	expect(used.sim.state.crux.logins - before).toBe(1);
	expect(used.sim.calls.slice(calls).map(({ status }) => status)).toEqual([401, 200, 204]);
});

test('a password that the service repeats is hidden', async () => {
	const credential = used.credentials.retailer();
	const { password } = used.sim.demo.cruxRetailer;
	used.sim.fault({ path: 'cancel', status: 403, body: { message: `No right for ${password}` } });
	const ran = await stopped(cancel(LINE, { credential }));
	expect(ran.error?.message).toMatch(/^No right for \*+/);
	expectNoSecret(used.sim, ran);
});

test('N input items are N calls, each paired with its own, a bad one among them', async () => {
	const ids = [line('PO-1001', 0).uuid, line('PO-1002', 1).uuid, '', line('PO-1001', 1).uuid];
	const { out } = await continued(cancel('={{ $json.id }}', { input: ids.map((id) => ({ id })) }));
	expect(paired(out)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
	expect(out.map(({ json }) => json.status ?? (json.details as { outcome: string }).outcome)).toEqual(['cancellation_requested', 'not done', 'not sent', 'cancellation_requested']);
	expect(used.sim.calls.map(({ path }) => path.split('/').at(-2)).sort()).toEqual([ids[0], ids[1], ids[3]].sort());
});

test('an answer that says "cancelled" does not make it so: what is said is cancellation_requested', async () => {
	used.sim.fault({ path: 'items/cancel', status: 200, body: { status: 'cancelled', note: 'kept' }, count: 1 });
	const { json } = await continued(cancel(LINE));
	expect(json).toEqual([{ success: true, order_item_uuid: LINE, status: 'cancellation_requested', note: 'kept' }]);
});
