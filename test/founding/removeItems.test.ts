import type { CruxInventoryList } from '../../simulator/crux/state';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { continued, cruxToken, expectNoSecret, expectRefusedBeforeSending, headersOf, locator, onTheWire, paired, stopped, testStatuses } from './support';

const used = useSimulator();
const VERSIONS = [['v1', ''], ['timp', '/timp']] as const;
const LIST = '3f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a';
const [A, B, C] = ['6dc3646a-8719-483e-8b4c-617215fb1bf0', '7210fcdf-0248-469e-8cf0-720e6bc9063a', '0d6702e9-6846-4ed2-896e-d57139b02a37'];

const listOf = (name: string): CruxInventoryList => [...used.sim.state.crux.inventoryLists.values()].find((list) => list.name === name)!;
const itemOf = (number: number) => [...used.sim.state.crux.items.values()][number - 1];

const remove = (itemUuids: unknown, more: Partial<NodeJob> = {}, { list = LIST, apiVersion = 'v1' }: { list?: unknown; apiVersion?: string } = {}): NodeJob => ({
	node: 'crux', credential: cruxToken(used.sim, 'RETAILER'),
	parameters: { apiVersion, resource: 'inventoryList', operation: 'removeItems', inventoryList: locator(list), itemUuids, options: {} } as NodeJob['parameters'],
	...more,
});

const bodies = (): unknown[] => used.sim.calls.map(({ body }) => body);

describe('address and headers', () => {
	const hosts = [['production', 'https://api.cruxconnect.com'], ['sandbox', 'https://api-sandbox.cruxconnect.com']] as const;
	const cases = hosts.flatMap(([environment, host]) => VERSIONS.map(([apiVersion, prefix]) => ({ environment, host, apiVersion, prefix })));
	const credential = (environment: string) => ({ environment, authentication: 'token', token: 'crux-token-1', sessionToken: '' });

	test.each(cases)('POST $host$prefix/products/inventory-lists/{uuid}/remove-items/ with a closing slash, in $environment, $apiVersion', async ({ environment, host, apiVersion, prefix }) => {
		const { ran, sent } = await onTheWire(remove(A, { credential: credential(environment) }, { apiVersion }), () => ({ status: 200 }));
		expect(ran.error).toBeUndefined();
		expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${host}${prefix}/products/inventory-lists/${LIST}/remove-items/`]);
	});

	test('Authorization: Token <token>, Content-Type: application/json; charset=utf-8, Accept JSON, no cookie', async () => {
		const { sent } = await onTheWire(remove(A, { credential: credential('production') }), () => ({ status: 200, headers: { 'set-cookie': 'sessionid=abc' } }));
		expect(headersOf(sent[0])).toEqual({ accept: 'application/json', authorization: 'Token crux-token-1', 'content-type': 'application/json; charset=utf-8' });
	});

	test('body {"item_uuids": [...]}, byte for byte, and nothing else in it', async () => {
		const { sent } = await onTheWire(remove(`${A},${B}`, { credential: credential('production') }), () => ({ status: 200 }));
		expect(sent.map(({ body }) => body)).toEqual([`{"item_uuids":["${A}","${B}"]}`]);
	});
});

describe('effect: the items leave the list with all their SKUs', () => {
	test.each(VERSIONS)('%s: two of twelve items, eight of 48 SKUs; other lists stay as they are', async (apiVersion, prefix) => {
		const [list, other] = [listOf('Autumn Shop'), listOf('Marketplace')];
		const [before, untouched] = [[...list.skuUuids], [...other.skuUuids]];
		const gone = [itemOf(2), itemOf(4)];
		const ran = await runNode(remove(gone.map(({ uuid }) => uuid).join('\n'), {}, { list: list.uuid, apiVersion }));
		expect(ran.error).toBeUndefined();
		expect(list.skuUuids).toEqual(before.filter((uuid) => !gone.some(({ skuUuids }) => skuUuids.includes(uuid))));
		expect(list.skuUuids).toHaveLength(40);
		expect(other.skuUuids).toEqual(untouched);
		const path = `${prefix}/products/inventory-lists/${list.uuid}/remove-items/`;
		expect(used.sim.calls).toMatchObject([{ method: 'POST', host: 'api.cruxconnect.com', path, query: {}, body: { item_uuids: gone.map(({ uuid }) => uuid) }, status: 200 }]);
	});
});

describe('item_uuids: a list of strings, one request for all', () => {
	const forms: Array<[string, unknown]> = [
		['an array by expression', '={{ $json.ids }}'], ['the JSON text of an array', JSON.stringify([A, B, C])], ['commas', `${A},${B},${C}`], ['line breaks', `${A}\n${B}\n${C}`],
		['line breaks of Windows', `${A}\r\n${B}\r\n${C}`], ['commas, line breaks and spaces mixed', ` ${A} ,\n\t${B},\n${C}\n`], ['blanks between', `${A},, ,${B},\n\n,${C},`],
		['repeated ones', `${A},${B},${A},${C},${B}`], ['one repeated in capitals', `${A},${A.toUpperCase()},${B},${C}`],
	];

	test.each(forms)('%s: trimmed, blanks dropped, each once, in order', async (_, itemUuids) => {
		used.sim.fault({ path: 'remove-items', status: 200, body: '' });
		const { json } = await runNode(remove(itemUuids, { input: [{ ids: [A, ` ${B} `, '', null, C, A] }] }));
		expect(bodies()).toEqual([{ item_uuids: [A, B, C] }]);
		expect(json).toEqual([{ success: true, inventory_list_uuid: LIST, item_uuids: [A, B, C], removed: 3 }]);
	});

	test('a hundred go in one request', async () => {
		const ids = [...used.sim.state.crux.items.keys()].slice(0, 100);
		const { json } = await runNode(remove(ids.join(','), {}, { list: listOf('Autumn Shop').uuid }));
		expect(bodies()).toEqual([{ item_uuids: ids }]);
		expect(json[0].removed).toBe(100);
	});

	test.each([[''], ['  '], [[]], ['[]'], [','], ['\n \n'], [['', ' ']], [null], [undefined]])('an empty list (%j) is refused before any request', async (ids) => {
		await expectRefusedBeforeSending(used, remove('={{ $json.ids }}', { input: [{ ids: ids as string }] }), /'Item UUIDs' is empty \[item 0\]/, /\S/);
	});

	test.each(['ITEM-002', `${A},ITEM-002`, '12345', A.slice(1), `${A.slice(0, -1)}g`])("%s: what is no UUID is refused, with the supplier's item number as the likely reason", async (ids) => {
		await expectRefusedBeforeSending(used, remove(ids), /'Item UUIDs' is not a UUID/, /supplier's item number is not a UUID/);
	});
});

describe('path: the UUID of the list is required', () => {
	test.each([[''], ['  '], [null]])('%j is refused before any request', async (id) => {
		await expectRefusedBeforeSending(used, remove(A, { input: [{ id }] }, { list: '={{ $json.id }}' }), /'Inventory List' is empty \[item 0\]/, /\S/);
	});

	test('the name of a list is refused, with the difference', async () => {
		await expectRefusedBeforeSending(used, remove(A, {}, { list: 'Autumn-Shop' }), /'Inventory List' is not a UUID/, /name of a list is not its UUID/);
	});
});

describe('any 2xx is a success, merged with a JSON body if one comes', () => {
	const own = { success: true, inventory_list_uuid: LIST, item_uuids: [A], removed: 1 };

	test.each([[200, ''], [201, ''], [202, ''], [204, undefined], [200, 'null'], [200, '{}']])('%i with the body %j: what was asked for', async (status, body) => {
		used.sim.fault({ path: 'remove-items', status, body });
		expect((await runNode(remove(A))).json).toEqual([own]);
	});

	test.each([200, 201])('%i with members of its own: they are added unchanged', async (status) => {
		const said = { message: 'done', price: '40.00', rows: [{ uuid: A, ok: false }], nothing: null };
		used.sim.fault({ path: 'remove-items', status, body: said });
		expect((await runNode(remove(A))).json).toEqual([{ ...own, ...said }]);
	});

	test('the answer of the service itself, body shown nowhere', async () => {
		used.sim.state.crux.removeItemsAnswer = { status: 'ok', left: 36 };
		const list = listOf('Autumn Shop').uuid;
		const { json } = await runNode(remove(itemOf(1).uuid, {}, { list }));
		expect(json).toEqual([{ success: true, inventory_list_uuid: list, item_uuids: [itemOf(1).uuid], removed: 1, status: 'ok', left: 36 }]);
	});

	test('an array for an answer still gives one item that says what was removed', async () => {
		used.sim.fault({ path: 'remove-items', status: 200, body: '[]' });
		expect((await runNode(remove(A))).json).toEqual([expect.objectContaining(own)]);
	});

	test('a web page or half an answer with status 200 is no success', async () => {
		for (const kind of ['html', 'bad-json'] as const) {
			used.sim.clearFaults();
			used.sim.fault({ path: 'remove-items', kind, status: 200 });
			const { json } = await continued(remove(A));
			expect(json).toEqual([{ error: expect.stringMatching(/instead of data/), details: expect.objectContaining({ statusCode: 200, outcome: 'unknown' }) }]);
		}
	});
});

describe('statuses', () => {
	const said = (message: string) => ({ body: { message }, message });

	testStatuses(used, 'remove-items', () => remove(A), [
		{ line: '400 something required missing', status: 400, ours: /missing/, said: said('item_uuids is required') },
		{ line: '401 user name or password wrong', status: 401, ours: /[Uu]ser name and password|fixed token/, said: said('Bad token') },
		{ line: '403 no permission', status: 403, ours: /permission 'edit_inventory_lists'/, said: said('Forbidden for you') },
		{ line: '404 wrong URL, taken as list not found', status: 404, ours: /No inventory list/, said: said('No such page') },
		{ line: '405 wrong verb', status: 405, ours: /kind of request/, said: said('Method not allowed') },
		{ line: '409 requester of the wrong type', status: 409, ours: /retailer account/, said: said('Critical') },
		{ line: '415 "a syntax problem" or Content-Type', status: 415, ours: /format/, said: { body: 'plain text', message: 'plain text' } },
		{ line: '422 not on this identifier', status: 422, ours: /cannot be done/, said: said('Not on this list') },
		{ line: '500 in no list', status: 500, outcome: 'unknown', ours: /may have been done/, said: said('Out of order') },
	]);

	test('400 lists what the operation requires', async () => {
		used.sim.fault({ path: 'remove-items', status: 400, body: '' });
		const { error } = await stopped(remove(A));
		for (const label of ['Inventory List', 'Item UUIDs']) expect(error?.description).toContain(label);
	});

	test.each([404, 422])('%i names the list also when the service says nothing', async (status) => {
		used.sim.fault({ path: 'remove-items', status, body: '' });
		const { error } = await stopped(remove(A));
		expect(`${error?.message} ${error?.description}`).toContain(LIST);
	});

	test('an unknown list: 404 in the words of the service, which name it', async () => {
		const { error } = await stopped(remove(A));
		expect(error).toMatchObject({ httpCode: '404', message: expect.stringContaining(LIST), description: expect.stringContaining('No inventory list') });
	});

	test('a user without the permission and a supplier are told what is needed; nothing leaves the list', async () => {
		const list = listOf('Autumn Shop');
		used.sim.state.crux.accounts[0].permissions = [];
		const lacking = await stopped(remove(itemOf(1).uuid, {}, { list: list.uuid }));
		expect(lacking.error).toMatchObject({ httpCode: '403', description: expect.stringContaining("'edit_inventory_lists'") });
		const supplier = await stopped(remove(itemOf(1).uuid, { credential: cruxToken(used.sim, 'SUPPLIER') }, { list: list.uuid }));
		expect(supplier.error).toMatchObject({ httpCode: '409', description: expect.stringContaining('needs a retailer account') });
		expect(list.skuUuids).toHaveLength(48);
	});
});

test('401 signs in once more, then the list is changed once', async () => {
	const [credential, list] = [used.credentials.retailer(), listOf('Autumn Shop')];
	await runNode(remove(itemOf(1).uuid, { credential }, { list: list.uuid }));
	used.sim.expireTokens('crux');
	const [before, calls] = [used.sim.state.crux.logins, used.sim.calls.length];
	const ran = await runNode(remove(itemOf(2).uuid, { credential }, { list: list.uuid }));
	expect(ran.error).toBeUndefined();
	expect(used.sim.state.crux.logins - before).toBe(1);
	expect(used.sim.calls.slice(calls).map(({ status }) => status)).toEqual([401, 200, 200]);
});

test('a password and a token that the service repeats are hidden', async () => {
	const credential = used.credentials.retailer();
	await runNode(remove(itemOf(1).uuid, { credential }, { list: listOf('Autumn Shop').uuid }));
	const [token] = [...used.sim.state.crux.tokens.keys()].slice(-1);
	used.sim.fault({ path: 'remove-items', status: 400, body: { message: `${used.sim.demo.cruxRetailer.password} with ${token} is wrong` } });
	for (const ran of [await stopped(remove(A, { credential })), await continued(remove(A, { credential }))]) {
		expect(ran.error?.message ?? ran.json[0].error).toMatch(/^\*+ with \*+ is wrong/);
		expectNoSecret(used.sim, ran);
	}
});

test('the UUIDs of all input items go in one call, each item paired and with its own values, a bad one among them', async () => {
	const list = listOf('Autumn Shop').uuid;
	const ids = [itemOf(1).uuid, 'ITEM-002', `${itemOf(3).uuid},${itemOf(4).uuid}`, itemOf(5).uuid];
	const { out } = await continued(remove('={{ $json.ids }}', { input: ids.map((one) => ({ ids: one })) }, { list }));
	expect(paired(out)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 3 }]);
	expect(out.map(({ json }) => json.removed)).toEqual([1, undefined, 2, 1]);
	expect(bodies()).toEqual([{ item_uuids: [itemOf(1).uuid, itemOf(3).uuid, itemOf(4).uuid, itemOf(5).uuid] }]);
});
