import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Part } from '../../engine/types';
import { revokeConsent, SECOND_SELLER } from '../../simulator/ebay/sellers';
import { contractOf } from '../contract/contracts';
import { callOf } from '../contract/sent';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { composedRows } from '../table/rows';

const used = useSimulator();
const credentials = (more: IDataObject = {}) => ({ ...used.credentials.ebay(), ...more }) as ICredentialDataDecryptedObject;

/** The table of Check Setup by the name of the check. */
async function check(credential: ICredentialDataDecryptedObject, more: IDataObject = {}): Promise<Record<string, IDataObject>> {
	const { json, error } = await runNode({ node: 'ebayOrders', credential, parameters: { resource: 'setup', operation: 'check', marketplace: '', options: {}, ...more } as never });
	expect(error).toBeUndefined();
	for (const row of json) expect(Object.keys(row)).toEqual(['check', 'status', 'result', 'whatToDo']);
	return Object.fromEntries(json.map((row) => [row.check as string, row]));
}

const SHOP = [
	'Environment', 'Marketplace', 'Application Token', 'User Token', 'Access', 'Digital Signature',
	'Account', 'Selling Limit', 'Orders', 'Business Policies', 'Shipping Policies', 'Payment Policies', 'Return Policies', 'Inventory Locations', 'Quota Left',
];

describe('several reads that are one table', () => {
	test.each(composedRows.map((row) => [row.id, row] as const))('%s: each read is in its contract, with its host, its kinds of token and all that it demands', (_, row) => {
		const { reads } = row.operation.parts!;
		const problemsOf = ({ name, route, host, tokens, query }: Part): string[] => {
			const contract = contractOf(callOf(row.api, { route, host, fields: {} }));
			if (!contract) return [`${name}: no contract has ${route}`];
			const asked = Object.keys(query?.({ marketplace: 'EBAY_US' }, {}) ?? {});
			const demanded = Object.entries(contract.query ?? {}).filter(([, { required }]) => required).map(([one]) => one);
			return [
				...tokens.filter((kind) => !contract.token.includes(kind)).map((kind) => `${name}: no ${kind} token`), ...asked.filter((one) => !(one in (contract.query ?? {}))).map((one) => `${name}: ${one} is unknown`),
				...demanded.filter((one) => !asked.includes(one)).map((one) => `${name}: ${one} is missing`), ...(contract.method === 'GET' ? [] : [`${name}: no read`]),
			];
		};
		expect(reads.flatMap(problemsOf)).toEqual([]);
		expect(row.operation.effect).toBe('read');
		expect(`${reads[0].route} ${row.operation.route}`).toBe(`${row.operation.route} ${row.operation.route}`);
	});

	test('it is offered in the nodes that sellers begin with', () => {
		expect(composedRows.map(({ id }) => id)).toEqual(['ebayListings/setup/check', 'ebayOrders/setup/check']);
	});
});

describe('Check Setup', () => {
	test('a shop that is ready: who it is, what it may do, what is there, what is left', async () => {
		const table = await check(credentials());
		expect(Object.keys(table)).toEqual(SHOP);
		expect(Object.values(table).filter(({ status, whatToDo }) => status !== 'OK' || whatToDo !== 'Nothing')).toEqual([]);
		expect(table).toMatchObject({
			Environment: { result: `Custom URL, ${used.sim.urls.ebay}, keyset ${used.sim.demo.ebay.clientId}` }, Marketplace: { result: 'United States (EBAY_US), USD, en-US' },
			'Application Token': { result: expect.stringMatching(/^Valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/) }, 'User Token': { result: expect.stringMatching(/^Valid until .* UTC; the consent behind it for an unknown time$/) },
			Account: { result: 'demo_shop, BUSINESS, CONFIRMED, registered on EBAY_US' }, 'Selling Limit': { result: '500 items, 25000.00 USD' }, Orders: { result: '120 in the last 90 days' },
			'Shipping Policies': { result: 'Two days, free' }, 'Inventory Locations': { result: 'DEMO-WAREHOUSE, DEMO-CENTER' }, 'Quota Left': { result: expect.stringMatching(/^Enough of all 2; least left of /) },
		});
	});

	test('another shop that has nothing yet: each row says what to do', async () => {
		for (const grant of used.sim.state.ebay.refreshTokens.values()) grant.seller = SECOND_SELLER;
		used.sim.expireTokens('ebay');
		const table = await check(credentials({ marketplace: 'EBAY_DE', applicationScopes: '' }));
		expect(table.Account.result).toBe('second_shop, BUSINESS, CONFIRMED, registered on EBAY_DE');
		const open = Object.values(table).filter(({ status }) => status !== 'OK');
		expect(open.map(({ check: name, status }) => [name, status])).toEqual(['Selling Limit', 'Business Policies', 'Shipping Policies', 'Payment Policies', 'Return Policies', 'Inventory Locations'].map((name) => [name, 'Attention']));
		for (const { whatToDo } of open) expect(whatToDo).toMatch(/\S.*\.$/);
	});

	test('a scope that is missing fails its rows only, with the word of the credential to add', async () => {
		const [grant] = used.sim.state.ebay.refreshTokens.values();
		grant.scopes = grant.scopes.filter((scope) => !scope.endsWith('sell.account'));
		used.sim.expireTokens('ebay');
		const table = await check(credentials());
		const failed = Object.values(table).filter(({ status }) => status === 'Failed');
		expect(failed.map(({ check: name }) => name)).toEqual(['Selling Limit', 'Business Policies', 'Shipping Policies', 'Payment Policies', 'Return Policies']);
		for (const { whatToDo } of failed) expect(whatToDo).toMatch(/add 'Account and Policies' to 'Access'/);
		expect(table.Account.status).toBe('OK');
	});

	test('without a member: what needs none is told, the rest says how to get one, and is not sent', async () => {
		const table = await check(credentials({ refreshToken: '', ruName: '' }));
		expect(table.Access).toMatchObject({ status: 'Attention', whatToDo: expect.stringMatching(/'RuName'/) });
		expect(table.Account).toMatchObject({ status: 'Failed', result: 'Account needs a user token, which this eBay credential does not give', whatToDo: expect.stringMatching(/RuName/) });
		expect(table['Quota Left'].status).toBe('OK');
		expect(used.sim.calls.filter(({ path }) => !path.endsWith('/token')).map(({ path }) => path)).toEqual(['/developer/analytics/v1_beta/rate_limit/']);
	});

	test('a consent that is over and a service that is down are rows, not ends', async () => {
		const credential = credentials();
		await check(credential);
		revokeConsent(used.sim.state.ebay, 'demo_shop');
		const over = await check(credential);
		expect(over.Account).toMatchObject({ status: 'Failed', result: expect.stringMatching(/^eBay sign-in: the refresh token is not accepted/) });
		used.sim.reset();
		used.sim.fault({ path: '/sell/inventory/v1/location', kind: 'html', status: 200 });
		const down = await check(credentials({ applicationScopes: '' }));
		expect(down['Inventory Locations']).toMatchObject({ status: 'Failed', result: expect.stringMatching(/web page instead of data/) });
		expect(down['Quota Left'].status).toBe('OK');
	});

	test('a quota that is nearly used up, a marketplace that is chosen, and no secret in the table', async () => {
		const [first] = used.sim.state.ebay.quotas;
		first.count = first.limit - 5;
		const table = await check(credentials({ applicationScopes: 'https://api.ebay.com/oauth/api_scope/buy.item.bulk' }), { marketplace: 'EBAY_GB' });
		expect(table['Quota Left']).toMatchObject({ status: 'Attention', result: expect.stringMatching(/^buy\.browse: 5 of 5000, anew /) });
		expect(table.Marketplace.result).toBe('United Kingdom (EBAY_GB), GBP, en-GB');
		expect(used.sim.calls.filter(({ path }) => path.includes('policy')).map(({ query }) => query.marketplace_id)).toEqual(['EBAY_GB', 'EBAY_GB', 'EBAY_GB']);
		const secrets = [...used.sim.state.ebay.tokens.keys(), used.sim.demo.ebay.refreshToken, used.sim.demo.ebay.clientSecret, used.sim.demo.ebay.signingKey.privateKey];
		for (const secret of secrets) expect(JSON.stringify(table)).not.toContain(secret);
	});
});
