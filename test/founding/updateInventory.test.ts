import type { CruxSku, Identifier } from '../../simulator/crux/state';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { continued, cruxToken, expectNoSecret, expectRefusedBeforeSending, headersOf, onTheWire, paired, stopped, testStatuses } from './support';

const used = useSimulator();
const PATH = '/timp/products/skus/inventory/';

const sku = (id: string): CruxSku => [...used.sim.state.crux.skus.values()].find(({ sku_id: one }) => one === id)!;
const bodies = (): unknown[] => used.sim.calls.map(({ body }) => body);

interface Given {
	inventory?: object;
	identifyBy?: string;
	identifier?: unknown;
	apiVersion?: string;
}

const update = ({ inventory = { quantityInStock: 7 }, identifyBy = 'sku_id', identifier = 'SKU-0001', apiVersion = 'timp' }: Given = {}, more: Partial<NodeJob> = {}): NodeJob => ({
	node: 'crux', credential: cruxToken(used.sim, 'SUPPLIER'),
	parameters: { apiVersion, resource: 'sku', operation: 'updateInventory', identifyBy, identifier, inventory, options: {} } as NodeJob['parameters'],
	...more,
});

/** One field whose value comes from the input, as it does from a sheet or an AI agent. */
const given = (name: string, value: unknown): NodeJob => update({ inventory: { [name]: '={{ $json.value }}' } }, { input: [{ value: value as string }] });

describe('address, headers and body', () => {
	const credential = (environment: string, customUrl = '') => ({ environment, customUrl, authentication: 'token', token: 'crux-token-1', sessionToken: '' });
	const cases = [
		{ host: 'https://api.cruxconnect.com', account: credential('production') }, { host: 'https://api-sandbox.cruxconnect.com', account: credential('sandbox') },
		{ host: 'https://api-dev.cruxconnect.com', account: credential('custom', 'https://api-dev.cruxconnect.com/') },
	];

	test.each(cases)('POST $host/timp/products/skus/inventory/ with a closing slash', async ({ host, account }) => {
		const { ran, sent } = await onTheWire(update({}, { credential: account }), () => ({ status: 200, body: '{"message":"success"}' }));
		expect(ran.error).toBeUndefined();
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${host}${PATH}`]);
	});

	test('Authorization: Token <token>, Content-Type: application/json; charset=utf-8, Accept JSON; the cookie is not needed', async () => {
		const { sent } = await onTheWire(update({}, { credential: credential('production') }), () => ({ status: 200, body: '{"message":"success"}', headers: { 'set-cookie': 'sessionid=abc' } }));
		expect(headersOf(sent[0])).toEqual({ accept: 'application/json', authorization: 'Token crux-token-1', 'content-type': 'application/json; charset=utf-8' });
	});

	test('body byte for byte: one identifier as text, whole numbers, the restriction', async () => {
		const inventory = { quantityInStock: 0, quantityOnBackorder: 12, restriction: 'tmpunavail' };
		const { sent } = await onTheWire(update({ inventory }, { credential: credential('production') }), () => ({ status: 200, body: '{"message":"success"}' }));
		expect(sent.map(({ body }) => body)).toEqual(['{"sku_id":"SKU-0001","quantity_in_stock":0,"quantity_on_backorder":12,"restrictions":"tmpunavail"}']);
	});
});

describe('identifier: exactly one of sku_id, upca, ean13, gtin14, isbn', () => {
	test.each(['sku_id', 'upca', 'ean13', 'gtin14', 'isbn'] as Identifier[])('%s alone is sent, as text, and finds its SKU', async (kind) => {
		const one = [...used.sim.state.crux.skus.values()].find((candidate) => candidate[kind] !== null)!;
		const { json } = await runNode(update({ identifyBy: kind, identifier: one[kind], inventory: { quantityInStock: 4321 } }));
		expect(used.sim.calls).toMatchObject([{ method: 'POST', host: 'api.cruxconnect.com', path: PATH, query: {}, status: 200 }]);
		expect(bodies()).toEqual([{ [kind]: one[kind], quantity_in_stock: 4321 }]);
		expect(one.quantity_in_stock).toBe(4321);
		expect(json).toEqual([{ success: true, identifier: { [kind]: one[kind] }, message: 'success' }]);
	});

	test('an SKU ID that looks like a number stays text; spaces around it are dropped', async () => {
		used.sim.fault({ path: PATH, status: 200, body: { message: 'success' } });
		for (const id of ['00420', ' 00420 ']) await runNode(update({ identifier: id }));
		await runNode(update({ identifier: '={{ $json.id }}' }, { input: [{ id: 420 }] }));
		expect(bodies().map((body) => (body as { sku_id: unknown }).sku_id)).toEqual(['00420', '00420', '420']);
	});

	test.each([[''], ['  '], [null], [undefined]])('%j is refused before any request', async (id) => {
		await expectRefusedBeforeSending(used, update({ identifier: '={{ $json.id }}' }, { input: [{ id: id as string }] }), /'Identifier' is empty \[item 0\]/, /\S/);
	});

	test('a bar code whose leading zeros a sheet has cut is refused, never filled up', async () => {
		await expectRefusedBeforeSending(used, update({ identifyBy: 'upca', identifier: '6140000002' }), /'Identifier' must have 12 digits/, /text in a sheet/);
	});
});

describe('quantity_in_stock, quantity_on_backorder: whole numbers, at least 0', () => {
	const FIELDS = [['quantityInStock', 'quantity_in_stock', 'Quantity in Stock'], ['quantityOnBackorder', 'quantity_on_backorder', 'Quantity on Backorder']] as const;

	test.each(FIELDS)('%s: 0 is a value, nothing else is sent', async (name, member) => {
		sku('SKU-0001')[member] = 9;
		const { error } = await runNode(update({ inventory: { [name]: 0 } }));
		expect(error).toBeUndefined();
		expect(bodies()).toEqual([{ sku_id: 'SKU-0001', [member]: 0 }]);
		expect(sku('SKU-0001')[member]).toBe(0);
	});

	test.each([['0', 0], ['15', 15], [' 15 ', 15], ['007', 7], [15, 15]])('%j is coerced to the number %i', async (value, number) => {
		await runNode(given('quantityInStock', value));
		expect(bodies()).toEqual([{ sku_id: 'SKU-0001', quantity_in_stock: number }]);
		expect(sku('SKU-0001').quantity_in_stock).toBe(number);
	});

	const refused = [3.5, '3.5', '', ' ', null, -1, '-1', '1E+05', '1e5', '1,000', '1.000', '1.234,50', '0x10', 'ten', true, [5], {}];
	const cases = FIELDS.flatMap(([name, , label]) => refused.map((value) => ({ name, label, value })));
	test.each(cases)('$name: $value is refused before sending, never rounded or guessed', async ({ name, label, value }) => {
		const { error, out } = await stopped(given(name, value));
		expect(error?.message).toMatch(new RegExp(`^'${label}' (is empty|must be (a whole number|at least 0), not .+) \\[item 0\\]$`));
		expect(out).toEqual([]);
		const went = await continued(given(name, value));
		expect(went.out).toEqual([{ json: { error: error?.message, details: expect.objectContaining({ outcome: 'not sent' }) }, pairedItem: { item: 0 } }]);
		expect(used.sim.calls).toEqual([]);
	});
});

describe('restrictions: discontd, tmpunavail, or cleared', () => {
	test.each([['discontd', 'discontd'], ['tmpunavail', 'tmpunavail'], ['none', null]])('%s is sent as %j and nothing else changes', async (restriction, word) => {
		const one = sku('SKU-0005');
		const stock = one.quantity_in_stock;
		one.restrictions = word === 'discontd' ? null : 'discontd';
		const { error } = await runNode(update({ identifier: 'SKU-0005', inventory: { restriction } }));
		expect(error).toBeUndefined();
		expect(bodies()).toEqual([{ sku_id: 'SKU-0005', restrictions: word }]);
		expect(one).toMatchObject({ restrictions: word, quantity_in_stock: stock });
	});

	test('the editor offers Discontinued, Temporarily Unavailable and None, the last marked as undocumented', async () => {
		const { nodes } = await import('../support/engine');
		const inventory = nodes.crux.description.properties.find(({ name }) => name === 'inventory')!;
		const field = inventory.options!.find(({ name }) => name === 'restriction') as { options: Array<{ name: string; value: string; description?: string }> };
		expect(field.options.map(({ name, value }) => [name, value])).toEqual([['Discontinued', 'discontd'], ['Temporarily Unavailable', 'tmpunavail'], ['None', 'none']]);
		expect(field.options[2].description).toMatch(/no page documents/);
	});

	test('another word is refused before sending, with the words that exist', async () => {
		await expectRefusedBeforeSending(used, given('restriction', 'Discontinued'), /'Restriction' does not know "Discontinued"/, /discontd, tmpunavail, none/);
	});
});

describe('nothing is required, but at least one field is needed; only what is given is sent', () => {
	test('no field: refused before sending, with the three that can be changed', async () => {
		const { error } = await stopped(update({ inventory: {} }));
		expect(error?.message).toBe("'Fields to Update' needs at least one of: Quantity in Stock, Quantity on Backorder, Restriction [item 0]");
		expect(used.sim.calls).toEqual([]);
	});

	test('a field whose expression gives nothing for a row is left out', async () => {
		const inventory = { quantityInStock: '={{ $json.stock }}', quantityOnBackorder: '={{ $json.later }}' };
		await runNode(update({ inventory }, { input: [{ stock: 5 }] }));
		expect(bodies()).toEqual([{ sku_id: 'SKU-0001', quantity_in_stock: 5 }]);
	});
});

test('v1 has no such operation: refused clearly before any request', async () => {
	await expectRefusedBeforeSending(used, update({ apiVersion: 'v1' }), /Update Inventory needs Timpanogos: it does not exist in Version 1/, /Set 'API Version' to Timpanogos/);
});

describe('an unknown SKU', () => {
	test("404 in the service's words, which name identifier and value; nothing was done", async () => {
		const { json } = await continued(update({ identifier: 'SKU-9999' }));
		expect(json).toEqual([{ error: expect.stringMatching(/'sku_id': 'SKU-9999'/), details: { statusCode: 404, outcome: 'not done', description: expect.stringContaining('No SKU') } }]);
	});

	test.each([['sku_id', 'SKU-9999'], ['ean13', '4006000000009']])('404 without a word from the service still says: No SKU with %s %s', async (identifyBy, identifier) => {
		used.sim.fault({ path: PATH, status: 404, body: '' });
		const { error } = await stopped(update({ identifyBy, identifier }));
		expect(`${error?.message} ${error?.description}`).toMatch(new RegExp(`No SKU with .*${identifier}`));
	});
});

describe('statuses by the standard list', () => {
	const said = (message: string) => ({ body: { message }, message });

	testStatuses(used, PATH, () => update(), [
		{ line: '400 something required is missing', status: 400, ours: /missing/, said: said('Give a quantity') },
		{ line: '401 credentials or token wrong', status: 401, ours: /[Uu]ser name and password|fixed token/, said: said('Bad token') },
		{ line: '403 permission missing', status: 403, ours: /permission 'edit_items'/, said: said('Forbidden for you') },
		{ line: '404 identifier unknown', status: 404, ours: /No SKU/, said: said('No sku found') },
		{ line: '405 wrong verb', status: 405, ours: /kind of request/, said: said('Method not allowed') },
		{ line: '409 requester of the wrong type', status: 409, ours: /supplier account/, said: said('Critical') },
		{ line: '415 Content-Type', status: 415, ours: /format/, said: said('Unsupported') },
		{ line: '422 not on this identifier', status: 422, ours: /cannot be done/, said: said('Locked') },
		{ line: '500 in no list', status: 500, outcome: 'unknown', ours: /may have been done/, said: said('Out of order') },
	]);

	test.each([200, 201, 204])('%i without a body is a success too', async (status) => {
		used.sim.fault({ path: PATH, status, body: status === 204 ? undefined : '' });
		expect((await runNode(update())).json).toEqual([{ success: true, identifier: { sku_id: 'SKU-0001' } }]);
	});

	test('400 lists what the operation requires', async () => {
		used.sim.fault({ path: PATH, status: 400, body: '' });
		const { error } = await stopped(update());
		for (const label of ['Identifier', 'Fields to Update']) expect(error?.description).toContain(label);
	});

	test('422 names the identifier also when the service says nothing', async () => {
		used.sim.fault({ path: PATH, status: 422, body: '' });
		const { error } = await stopped(update());
		expect(`${error?.message} ${error?.description}`).toContain('SKU-0001');
	});

	test('a retailer is told that this needs a supplier account; the stock stays', async () => {
		const stock = sku('SKU-0001').quantity_in_stock;
		const { error } = await stopped(update({ inventory: { quantityInStock: 4321 } }, { credential: cruxToken(used.sim, 'RETAILER') }));
		expect(error).toMatchObject({ httpCode: '409', description: expect.stringContaining('needs a supplier account') });
		expect(sku('SKU-0001').quantity_in_stock).toBe(stock);
	});
});

test('a password that the service repeats is hidden', async () => {
	used.sim.fault({ path: PATH, status: 400, body: { detail: [`${used.sim.demo.cruxSupplier.password}`] } });
	const ran = await stopped(update({}, { credential: used.credentials.supplier() }));
	expect(ran.error?.description).toContain('***');
	expectNoSecret(used.sim, ran);
});

test('N input items are N calls with their own values, each paired, bad ones among them', async () => {
	const rows = [['SKU-0001', 1], ['SKU-0002', '2'], ['SKU-9999', 3], ['SKU-0003', '3.5'], ['SKU-0004', 0]] as const;
	const job = update({ identifier: '={{ $json.id }}', inventory: { quantityInStock: '={{ $json.stock }}' } }, { input: rows.map(([id, stock]) => ({ id, stock })) });
	const { out } = await continued(job);
	expect(paired(out)).toEqual(rows.map((_, item) => ({ item })));
	expect(out.map(({ json }) => json.message ?? (json.details as { outcome: string }).outcome)).toEqual(['success', 'success', 'not done', 'not sent', 'success']);
	expect(bodies()).toHaveLength(4);
	expect(['SKU-0001', 'SKU-0002', 'SKU-0004'].map((id) => sku(id).quantity_in_stock)).toEqual([1, 2, 0]);
});
