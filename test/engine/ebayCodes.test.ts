import type { IDataObject, INode } from 'n8n-workflow';
import { lineIdOf, orderIdOf } from '../../simulator/ebay/ordersSeed';
import { ebayListings } from '../../nodes/Ebay/EbayListings/table';
import { ebayOrders } from '../../nodes/Ebay/EbayOrders/table';
import { contracts } from '../contract/contracts';
import { testCredential } from '../support/credentialTest';
import { agree, linkIn, REFRESH, useShop } from '../support/ebayShop';
import { runNode } from '../support/engine';

/** Every code that a page of eBay names for what sellers send most, and what the node says to it beside eBay's own words. */
const shop = useShop();
const { used, keyset } = shop;
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const called: Record<string, { node: string; table: typeof ebayOrders; resource: string; operation: string; path: string; parameters: () => IDataObject }> = {
	publishOffer: { node: 'ebayListings', table: ebayListings, resource: 'offer', operation: 'publish', path: 'publish$', parameters: () => ({ skuOfOffer: byId(''), offer: byId('8000000003') }) },
	bulkUpdatePriceQuantity: {
		node: 'ebayListings', table: ebayListings, resource: 'inventoryItem', operation: 'updatePriceAndQuantity', path: 'bulk_update_price_quantity$', parameters: () => ({ sku: 'DEMO-001', offer: '8000000001', price: '12.00' }),
	},
	createShippingFulfillment: {
		node: 'ebayOrders', table: ebayOrders, resource: 'shippingFulfillment', operation: 'create', path: 'shipping_fulfillment$',
		parameters: () => ({ order: byId(orderIdOf(1)), lineItems: { entries: [{ lineItem: byId(lineIdOf(1, 1)), quantity: 1 }] }, trackingNumber: '1Z1', carrier: 'UPS', shippedDate: '' }),
	},
	issueRefund: { node: 'ebayOrders', table: ebayOrders, resource: 'order', operation: 'issueRefund', path: 'issue_refund$', parameters: () => ({ order: byId(orderIdOf(1)), reason: 'BUYER_CANCEL', currency: 'USD', amount: '1.00', refundItems: {}, comment: '' }) },
};

const codesOf = (name: string): Array<[string, string]> =>
	Object.entries(contracts.find(({ id }) => id.endsWith(`.${name}`))!.errors).flatMap(([status, codes]) => codes.map((code): [string, string] => [String(code), status]));
const rowOf = ({ table, resource, operation }: (typeof called)[string]) => table.resources.find(({ value }) => value === resource)!.operations.find(({ value }) => value === operation)!;
const run = async ({ node, resource, operation, parameters }: (typeof called)[string], settings: Partial<INode> = {}) =>
	await runNode({ node, credential: used.credentials.ebay(), settings, parameters: { resource, operation, options: { maxTries: 1 }, ...parameters() } as never });

describe.each(Object.keys(called))('%s', (name) => {
	const one = called[name];

	test('each code has words of ours: what it means, and what to do', () => {
		const codes = codesOf(name).map(([code]) => code);
		expect(codes.length).toBeGreaterThan(3);
		expect(codes.filter((code) => !/^\S.{9,}[.:;,] \S.{4,}\.$/.test(rowOf(one).meanings?.[code] ?? ''))).toEqual([]);
	});

	test.each(codesOf(name).filter(([, status]) => Number(status) >= 400))('%s (status %s): eBay speaks, the node says what it means and what to do', async (code, status) => {
		used.sim.fault({ path: one.path, method: 'POST', status: Number(status), body: { errors: [{ errorId: Number(code), domain: 'API', message: 'What eBay says', longMessage: 'At length eBay says more', parameters: [{ name: 'x', value: 'y' }] }] } });
		const { error } = await run(one);
		expect(error?.message).toBe('What eBay says');
		expect(error?.description).toMatch(new RegExp(`At length eBay says more .*Code ${code}\\. x: y\\.`));
		expect(error?.description).toContain(rowOf(one).meanings![code]);
	});
});

test('a long message that goes on where the short one ends stands in its place', async () => {
	used.sim.fault({ path: called.publishOffer.path, method: 'POST', status: 400, body: { errors: [{ errorId: 25002, message: 'A user error has occurred.', longMessage: 'A user error has occurred. The item specific Brand is missing.' }] } });
	const { error } = await run(called.publishOffer);
	expect(error?.message).toMatch(/The item specific Brand is missing/);
	expect(error?.description).not.toContain('A user error has occurred');
});

test('a row of a bulk call that fails has the same words', async () => {
	const failure = { sku: 'DEMO-001', statusCode: 400, errors: [{ errorId: 25759, message: 'What eBay says' }] };
	used.sim.fault({ path: called.bulkUpdatePriceQuantity.path, kind: 'element', holds: 'DEMO-001', body: failure });
	const { json } = await run(called.bulkUpdatePriceQuantity, { onError: 'continueRegularOutput' });
	expect(json[0]).toMatchObject({ error: 'What eBay says', details: { code: '25759', description: expect.stringContaining(rowOf(called.bulkUpdatePriceQuantity).meanings![25759]) } });
});

describe('the sign-in', () => {
	const codes = Object.entries(contracts.find(({ id }) => id === 'ebay:identity.token')!.errors).flatMap(([status, list]) => list.map((code): [string, number] => [String(code), Number(status)]));
	const grants: Array<[string, () => Promise<IDataObject>]> = [
		['client_credentials', async () => ({})], ['refresh_token', async () => ({ refreshToken: REFRESH, ruName: '' })],
		['authorization_code', async () => ({ refreshToken: await agree(linkIn(await testCredential(keyset()))) })],
	];

	test.each(grants.flatMap(([grant, given]) => codes.map(([code, status]) => [grant, code, status, given] as const)))('%s refused with %s (%i): what it is and what to do', async (grant, code, status, given) => {
		const more = await given();
		used.sim.fault({ path: 'token$', holds: `grant_type=${grant}`, status, body: { error: code, error_description: 'what eBay says' } });
		const said = await testCredential(keyset(more));
		expect(said).toMatch(/^eBay sign-in: /);
		expect(said).not.toContain('gave no token');
		expect(said).toMatch(/Take |take |Check |check |Open |Fill in /);
	});

	test('a service that is out of order', async () => {
		used.sim.fault({ path: 'token$', status: 503, body: { error: 'temporarily_unavailable' } });
		expect(await testCredential(keyset())).toMatch(/^eBay sign-in: .*\(status 503\).*[Tt]ry again later/);
	});
});
