import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../support/engine';
import type { NodeJob } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { CART, ebayAccount, ebayError, removeFrom } from './cart';
import { continued, expectNoSecret, stopped, testSaid, testSilent } from './support';

const used = useSimulator();
const PATH = '/buy/browse/v1/shopping_cart/remove_item';

const cart = () => used.sim.state.ebay.cart;
const remove = (id: unknown = '5400000001', parameters: IDataObject = {}, more: Partial<NodeJob> = {}): NodeJob => removeFrom(used.sim, id, parameters, more);

describe('8. warnings in a 200', () => {
	const warning = (errorId: number) => ({ category: 'BUSINESS', domain: 'API_BROWSE', errorId, message: `Warning ${errorId}`, longMessage: `All about ${errorId}`, parameters: [{ name: 'itemId', value: 'v1|1|0' }] });

	test.each([10004, 10005, 10006, 10020, 10024])('%i does not fail the node and is passed on; with Fail on Warnings it does, and says that the entry was removed', async (code) => {
		const body = { ...CART, warnings: [warning(code)] };
		used.sim.fault({ path: PATH, status: 200, body });
		expect((await runNode(remove())).json).toStrictEqual([body]);
		const strict = { options: { failOnWarnings: true } };
		const { error, out } = await stopped(remove('5400000001', strict));
		expect(error?.message).toMatch(new RegExp(`^Warning ${code}\\.?$`));
		expect(error?.description).toMatch(/was carried out/);
		expect(out).toEqual([]);
		const { json } = await continued(remove('5400000001', strict));
		expect(json).toEqual([{ error: error?.message, details: expect.objectContaining({ outcome: 'done', parameters: { warnings: [warning(code)] } }) }]);
	});

	test('Fail on Warnings lets an answer without warnings pass', async () => {
		const { json } = await runNode(remove('5400000001', { options: { failOnWarnings: true } }));
		expect(json).toHaveLength(1);
		expect(json[0]).toHaveProperty('cartItems');
	});
});

describe('9. statuses and codes', () => {
	testSilent(used, PATH, () => remove(), [
		{ line: '400', status: 400, ours: /could not use the values/ }, { line: '401', status: 401, ours: /does not accept the token/ }, { line: '403', status: 403, ours: /scope.*access/ },
		{ line: '404', status: 404, ours: /Nothing was found/ }, { line: '409', status: 409, ours: /state of the cart/ }, { line: '500', status: 500, outcome: 'unknown', ours: /fault of its own.*may have been done/ },
	]);

	const code = (errorId: number, status: number, ours: RegExp, parameters?: Record<string, string>) => {
		const [message, longMessage] = [`Message of ${errorId}.`, `The long message of ${errorId} says more.`];
		const shown = Object.entries(parameters ?? {}).map(([name, value]) => `${name}: ${value}`);
		return {
			line: `${errorId} with ${status}`, status, ours, outcome: status === 500 ? ('unknown' as const) : ('not done' as const),
			said: { body: ebayError(errorId, message, longMessage, parameters), message: `Message of ${errorId}`, code: String(errorId), parameters, description: [longMessage, String(errorId), ...shown] },
		};
	};

	testSaid(used, PATH, () => remove(), [
		code(10000, 500, /Try once more/), code(10001, 400, /Choose another Marketplace/, { supportedValues: 'EBAY_US,EBAY_GB' }), code(10002, 403, /scope buy\.shopping\.cart/), code(10002, 400, /scope buy\.shopping\.cart/),
		code(10007, 400, /A value is missing/, { field: 'cartItemId' }), code(10012, 400, /no cart item ID/, { cartItemId: '54' }), code(10013, 409, /not in the cart/), code(10025, 400, /Choose a Marketplace/),
	]);

	const real: Array<[string, number, string, () => NodeJob]> = [
		['10001', 400, 'supportedValues: EBAY_US', () => remove('5400000001', { marketplace: 'EBAY_FR' })], ['10012', 400, 'cartItemId: abc', () => remove('abc')],
		['10013', 409, 'not in the cart', () => remove('5400000099')], ['10025', 400, 'Marketplace', () => remove('5400000001', {}, { credential: { ...ebayAccount(used.sim), marketplace: '' } })],
	];
	test.each(real)('%s as the service itself gives it; the cart stays', async (errorId, status, text, job) => {
		const { json } = await continued(job());
		expect(json).toEqual([{ error: expect.any(String), details: expect.objectContaining({ statusCode: status, code: errorId, outcome: 'not done', description: expect.stringContaining(text) }) }]);
		expect(cart().items).toHaveLength(4);
	});

	test.each([false, true])('10000 is retryable once: one internal error does not fail the item (entry gone already: %s)', async (applied) => {
		used.sim.fault({ path: PATH, status: 500, body: ebayError(10000, 'Internal', 'Internal error'), count: 1, applied });
		const ran = await runNode(remove());
		expect(ran.error).toBeUndefined();
		expect(ran.out).toHaveLength(1);
		expect(cart().items).toHaveLength(3);
	});

	test('tokens and keys that the service repeats are hidden, in parameters too', async () => {
		const credential = ebayAccount(used.sim);
		await runNode(remove('5400000001', {}, { credential }));
		const secrets = [...used.sim.state.ebay.tokens.keys(), used.sim.demo.ebay.refreshToken, used.sim.demo.ebay.clientSecret];
		used.sim.fault({ path: PATH, status: 400, body: ebayError(10007, secrets.join(' '), `Bearer ${secrets.join('/')}`, { field: secrets.join(',') }) });
		for (const ran of [await stopped(remove('5400000002', {}, { credential })), await continued(remove('5400000002', {}, { credential }))]) {
			expect(String(ran.error?.message ?? ran.json[0].error)).toMatch(/^[* .]+$/);
			expectNoSecret(used.sim, ran);
		}
	});
});
