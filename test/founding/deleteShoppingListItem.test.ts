import type { IDataObject } from 'n8n-workflow';
import type { WhiskList } from '../../simulator/whisk/state';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { afterNode, continued, expectNoSecret, expectRefusedBeforeSending, headersOf, locator, onTheWire, paired, stopped, testStatuses } from './support';

const used = useSimulator();
const LIST = '106c5fa8b2c14be39dd26ac9fd9b3c34500';
const ITEM = '5f0e7e0c-4b0f-4f3a-9f0e-7e0c4b0f4f3a';

const weekly = (): WhiskList => used.sim.state.whisk.lists[0];
const item = (name: string) => weekly().items.find((one) => one.name === name)!;

const remove = ({ list = LIST as unknown, entry = ITEM as unknown, output = 'list' } = {}, more: Partial<NodeJob> = {}): NodeJob => ({
	node: 'whisk', credential: used.credentials.whisk(),
	parameters: { resource: 'shoppingListItem', operation: 'delete', list: locator(list), item: locator(entry), output, options: {} } as NodeJob['parameters'],
	...more,
});

/** An entry of the weekly list. */
const entryOf = (name: string, output = 'list') => remove({ list: weekly().id, entry: item(name).id, output });

/** The list after the removal in the documentation's form: no primary, checked, combined_items; times as text. */
const ANSWER: IDataObject = {
	list: { id: LIST, name: 'My list' },
	content: {
		items: [
			{
				id: '0a1b', item: { name: 'milk', quantity: 2.5, unit: 'l' }, analysis: { product: { canonical_name: 'MILK', original_name: 'milk' }, category: { canonical_name: 'DAIRY' } },
				created_time: '1588154640', updated_at: '1588154641', matching_properties: {}, recipe: null, future_member: [{ deep: ['kept', 0, false, ''] }],
			},
			{ id: '2c3d', item: { name: 'eggs' }, combined: { combined_item_id: 'x' }, image_url: '' },
		],
		recipes: [],
	},
};

describe('1. DELETE https://api.whisk.com/list/v2/{list_id}/item/{item_id}', () => {
	const credential = { environment: 'production', accessType: 'user', token: 'whisk-token-1' };

	test('exact address in production, no query, no body', async () => {
		const { ran, sent } = await onTheWire(remove({}, { credential }), () => ({ status: 200, body: JSON.stringify(ANSWER) }));
		expect(ran.error).toBeUndefined();
		expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([['DELETE', `https://api.whisk.com/list/v2/${LIST}/item/${ITEM}`, '']]);
	});

	test('2. Authorization: Bearer <user access token> and Accept: application/json, nothing of a body, no cookie', async () => {
		const { sent } = await onTheWire(remove({}, { credential: { ...credential, token: ' whisk-token-1\n' } }), () => ({ status: 200, body: '{}', headers: { 'set-cookie': 'a=b' } }));
		expect(headersOf(sent[0])).toEqual({ accept: 'application/json', authorization: 'Bearer whisk-token-1' });
		expect(sent[0].headers).not.toHaveProperty('content-length');
	});

	test.each([['a|b', 'a%7Cb'], ['käse:1', 'k%C3%A4se%3A1'], ['50%', '50%25'], ['%2e%2e', '%252e%252e'], ['a;b&c=d+e', 'a%3Bb%26c%3Dd%2Be']])('both IDs are URL-encoded: %s', async (id, encoded) => {
		const { sent } = await onTheWire(remove({ list: id, entry: id }, { credential }), () => ({ status: 200, body: '{}' }));
		expect(sent[0].url).toBe(`https://api.whisk.com/list/v2/${encoded}/item/${encoded}`);
	});

	test.each(['list', 'entry'])('%s: empty or unsafe is refused before any request', async (which) => {
		for (const value of ['', '  ', null, '.', '..', 'a/b', '../x', 'a?b=c', 'a#b', 'a b', 'a\\b', 'a\u0000b']) {
			const job = remove({ [which]: '={{ $json.id }}' }, { input: [{ id: value }] });
			await expectRefusedBeforeSending(used, job, which === 'list' ? /^'Shopping List' is (empty|not an ID)/ : /^'Item' is (empty|not an ID)/, /\S/);
		}
	});

	test('the simulator receives what was asked, once', async () => {
		const { id } = item('coffee');
		await runNode(entryOf('coffee'));
		expect(used.sim.calls).toMatchObject([{ method: 'DELETE', host: 'api.whisk.com', path: `/list/v2/${weekly().id}/item/${id}`, query: {}, body: null, status: 200 }]);
		expect(used.sim.calls[0].headers).not.toHaveProperty('content-type');
	});
});

describe('3. user tokens only', () => {
	test.each(['server', 'client'] as const)('a %s token is refused before sending, with the kind that is needed', async (accessType) => {
		const credential = { ...used.credentials.whisk(), accessType, token: used.sim.demo.whisk[`${accessType}Token`] };
		await expectRefusedBeforeSending(used, remove({}, { credential }), /^Delete needs a user token/, /Token Type 'User/);
	});

	test('a token without the scope shopping_list:write: refused by the service, said with the scope', async () => {
		used.sim.state.whisk.tokens.get(used.sim.demo.whisk.userToken)!.scopes = ['shopping_list:read'];
		const { error } = await stopped(entryOf('milk'));
		expect(error).toMatchObject({ httpCode: '403', message: expect.stringContaining('shopping_list:write'), description: expect.stringMatching(/scopes/) });
		expect(weekly().items).toHaveLength(8);
	});
});

describe('4. 200: the list after the removal is handed on', () => {
	test('unchanged, with members that the page does not name; 5. absent members stay absent, times stay text', async () => {
		used.sim.fault({ path: '/list/v2/', status: 200, body: ANSWER });
		const { out } = await runNode(remove());
		expect(out).toStrictEqual([{ json: ANSWER, pairedItem: { item: 0 } }]);
	});

	test('as it is in the service: the entry is gone, all others are there', async () => {
		const left = weekly().items.filter(({ name }) => name !== 'milk').map(({ id }) => id);
		const { json } = await runNode(entryOf('milk'));
		const { list, content } = json[0] as { list: IDataObject; content: { items: IDataObject[]; combined_items: unknown[]; recipes: unknown[] } };
		expect(list).toEqual({ id: weekly().id, name: 'Weekly shop', primary: true });
		expect(content.items.map(({ id }) => id)).toEqual(left);
		expect(content.combined_items).toHaveLength(2);
		expect(content.recipes).toHaveLength(2);
		expect(content.items.filter((one) => 'checked' in one).map(({ checked }) => checked)).toEqual([true]);
		expect(weekly().items.map(({ id }) => id)).toEqual(left);
	});

	test('the last entry: a list without items', async () => {
		weekly().items = [item('coffee')];
		weekly().combined = [];
		const { json } = await runNode(entryOf('coffee'));
		expect(json).toEqual([{ list: { id: weekly().id, name: 'Weekly shop', primary: true }, content: {} }]);
	});

	test("n8n's usual { deleted: true } is offered as an output, with the IDs", async () => {
		const [list, entry] = [weekly().id, item('milk').id];
		const { json } = await runNode(entryOf('milk', 'deleted'));
		expect(json).toEqual([{ deleted: true, list_id: list, item_id: entry }]);
		expect(weekly().items).toHaveLength(7);
	});

	test('one item per remaining entry, each unchanged and paired; whole list is the default', async () => {
		used.sim.fault({ path: '/list/v2/', status: 200, body: ANSWER });
		const { out } = await runNode(remove({ output: 'items' }));
		expect(out).toStrictEqual((ANSWER.content as { items: IDataObject[] }).items.map((json) => ({ json, pairedItem: { item: 0 } })));
		const { parameters, ...job } = remove();
		const { output, ...rest } = parameters;
		expect((await runNode({ ...job, parameters: rest })).json).toStrictEqual([ANSWER]);
		expect(output).toBe('list');
	});
});

describe('6. errors', () => {
	const code = (text: string) => ({ body: { code: text }, message: '', code: text });

	testStatuses(used, '/list/v2/', () => remove(), [
		{ line: '400 {error_code, message}', status: 400, ours: /list and the entry/, said: { body: { error_code: 'list.notFound', message: 'No such list' }, message: 'No such list', code: 'list.notFound' } },
		{ line: '401', status: 401, ours: /does not accept the token/ },
		{ line: '403', status: 403, ours: /scopes/, said: { body: { error_code: 'x.forbidden', message: 'Not yours' }, message: 'Not yours', code: 'x.forbidden' } },
		{ line: '404', status: 404, ours: /Check the IDs/, said: { body: 'not here', message: 'not here' } },
		{ line: '429', status: 429, ours: /Concurrency/, said: { body: { error_code: 'slow', message: 'Slow down' }, message: 'Slow down', code: 'slow' } },
		{ line: '500 plain text', status: 500, outcome: 'unknown', ours: /may have been done/, said: { body: 'Internal { "broken', message: 'Internal { "broken' } },
	]);

	test.each([['auth.tokenNotFound', /does not know this token/], ['auth.tokenExpired', /has expired/], ['auth.tokenInvalid', /not valid/], ['auth.tokenRequired', /no token/]])('401 {code: %s}: its own sentence, and the code', async (text, sentence) => {
		used.sim.fault({ path: '/list/v2/', status: 401, body: code(text).body });
		const { error } = await stopped(remove());
		expect(`${error?.message}`).toMatch(sentence);
		const { out } = await continued(remove());
		expect(out).toEqual([{ json: { error: error?.message, details: { statusCode: 401, code: text, outcome: 'not done', description: expect.stringContaining(text) } }, pairedItem: { item: 0 } }]);
	});

	test('401 of an expired token comes from the service itself; the list stays', async () => {
		used.sim.expireTokens('whisk');
		const { error } = await stopped(entryOf('milk'));
		expect(error).toMatchObject({ httpCode: '401', message: expect.stringMatching(/has expired/) });
		expect(weekly().items).toHaveLength(8);
	});

	test('an entry that is not on the list, an unknown list: 400 with both', async () => {
		const { json } = await continued(remove({ list: weekly().id }));
		expect(json).toEqual([{ error: expect.stringContaining(ITEM), details: expect.objectContaining({ statusCode: 400, code: 'item.notFound', outcome: 'not done' }) }]);
		const other = await continued(remove());
		expect(other.json).toEqual([{ error: expect.stringContaining(LIST), details: expect.objectContaining({ statusCode: 400, code: 'list.notFound' }) }]);
	});

	test('a token that the service repeats is hidden', async () => {
		used.sim.fault({ path: '/list/v2/', status: 400, body: { error_code: 'bad', message: `Token ${used.sim.demo.whisk.userToken} and ${used.sim.demo.whisk.userToken}` } });
		for (const ran of [await stopped(remove()), await continued(remove())]) {
			expect(String(ran.error?.message ?? ran.json[0].error)).toMatch(/^Token \*+ and \*+/);
			expectNoSecret(used.sim, ran);
		}
	});
});

test.each(['x', '1', 'ITEM-1', 'æøå', 'a.b_c~d', '106c5fa8b2c14be39dd26ac9fd9b3c34500'])('8. IDs are not validated beyond non-empty and safe: %s', async (id) => {
	used.sim.fault({ path: '/list/v2/', status: 200, body: ANSWER });
	const ran = await runNode(remove({ list: id, entry: id }));
	expect(ran.error).toBeUndefined();
	expect(used.sim.calls.map(({ path }) => decodeURIComponent(path))).toEqual([`/list/v2/${id}/item/${id}`]);
});

describe('9. many items', () => {
	test('Continue gives { error } per item; N items are N calls, each paired', async () => {
		const ids = [item('milk').id, ITEM, '', item('bread').id, item('milk').id];
		const { out } = await continued(remove({ list: weekly().id, entry: '={{ $json.id }}', output: 'deleted' }, { input: ids.map((id) => ({ id })) }));
		expect(paired(out)).toEqual(ids.map((_, index) => ({ item: index })));
		expect(out.map(({ json }) => json.item_id ?? (json.details as IDataObject).outcome)).toEqual([ids[0], 'not done', 'not sent', ids[3], 'not done']);
		expect(used.sim.calls.map(({ path }) => path.split('/').at(-1))).toEqual([ids[0], ids[1], ids[3], ids[4]]);
		expect(weekly().items).toHaveLength(6);
	});

	test('a member of combined_items: it goes alone, the other member stays', async () => {
		const [first, second] = weekly().items.filter(({ name }) => name === 'onion');
		const { json } = await runNode(remove({ list: weekly().id, entry: first.id }));
		const { items, combined_items: combined } = json[0].content as { items: IDataObject[]; combined_items: IDataObject[] };
		expect(items.map(({ id }) => id)).toContain(second.id);
		expect(items.map(({ id }) => id)).not.toContain(first.id);
		expect(items.find(({ id }) => id === second.id)).not.toHaveProperty('combined');
		expect(combined.map((one) => (one.item as IDataObject).name)).toEqual(['carrots']);
	});

	test('a node that follows gets the remaining list', async () => {
		const ran = await afterNode(entryOf('milk'), 'whiskApi');
		expect((ran.items('Next')[0].json.content as { items: unknown[] }).items).toHaveLength(7);
	});
});
