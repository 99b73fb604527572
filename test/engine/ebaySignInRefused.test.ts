import type { IDataObject } from 'n8n-workflow';
import type { EbayCode } from '../../simulator/ebay/state';
import { testCredential } from '../support/credentialTest';
import { agree, linkIn, useShop } from '../support/ebayShop';

const { used, keyset, grants } = useShop();

describe('refused with what to do', () => {
	const saidOf = async (more: IDataObject) => await testCredential(keyset(more));

	test.each<[string, () => IDataObject]>([
		['another keyset', () => { const [other] = used.sim.state.ebay.otherClients; return { clientId: other.id, clientSecret: other.secret, ruName: other.ruName }; }],
		['another RuName', () => ({ ruName: 'Else-AcmeApp-PRD-abc' })],
		['another environment', () => ({ customUrl: used.sim.urls.ebay.replace('127.0.0.1', 'localhost') })],
	])('an address made for %s: before anything is sent', async (_, more) => {
		const address = await agree(linkIn(await testCredential(keyset())));
		used.sim.calls.length = 0;
		const said = await saidOf({ ...more(), refreshToken: address });
		expect(said).toMatch(/^eBay sign-in: the pasted address was not made for this credential, but for another keyset, RuName or environment\. Open this link/);
		expect(used.sim.calls).toHaveLength(0);
	});

	test.each<[string, (address: string) => string, RegExp]>([
		['an address without state', (address) => address.replace(/state=[^&]*&/, ''), /was not made for this credential/],
		['a state of more than was asked for', (address) => address.replace(/(state=[^&]*)/, '$1.marketing'), /was not made for this credential/],
		['an address without a code', (address) => address.replace(/code=[^&]*/, ''), /holds no code/],
	])('%s', async (_, change, says) => {
		const address = await agree(linkIn(await testCredential(keyset())));
		expect(await saidOf({ refreshToken: change(address) })).toMatch(says);
		expect(grants().some((one) => one.startsWith('authorization_code'))).toBe(false);
	});

	test('the link itself, and the address after a refusal', async () => {
		const link = linkIn(await testCredential(keyset()));
		expect(await saidOf({ refreshToken: link })).toMatch(/what was pasted is the link itself/);
		expect(await saidOf({ refreshToken: await agree(link, 'demo_shop', 'decline') })).toMatch(/holds no code: eBay leads to one with a code only after you have agreed\. Open this link/);
	});

	test('a RuName that is an address, and one that eBay does not know', async () => {
		expect(await saidOf({ ruName: 'https://n8n.example.com/callback' })).toMatch(/^eBay sign-in: 'RuName' is not an address but eBay's ID of one/);
		expect(used.sim.calls).toHaveLength(0);
		const credential = keyset({ ruName: 'Wrong-AcmeApp-PRD-abc', refreshToken: 'v^1.1%23i^1' });
		expect(await testCredential(credential)).toMatch(/^eBay sign-in: eBay does not accept 'RuName' with this keyset\. Take it from the same environment/);
	});

	test.each<[string, (code: EbayCode) => void]>([['is older than 299 seconds', (code) => { code.expires = Date.now() - 1; }], ['was used before', (code) => { code.isUsed = true; }], ['belongs to another keyset', (code) => { code.clientId = 'Else'; }]])('a code that %s', async (_, change) => {
		const address = await agree(linkIn(await testCredential(keyset())));
		change([...used.sim.state.ebay.codes.values()][0]);
		for (const pasted of [address, new URL(address).searchParams.get('code')!.replace(/\^/g, '%5E')]) {
			const said = await saidOf({ refreshToken: pasted });
			expect(said).toMatch(/^eBay sign-in: the pasted code is not accepted: it works once, for five minutes.*Open this link/);
			expect(linkIn(said)).not.toBe('');
		}
	});

	test('a text that is neither', async () => {
		expect(await saidOf({ refreshToken: 'nothing of use' })).toMatch(/^eBay sign-in: the refresh token is not accepted, nor is it a code.*Open this link/);
		expect(await saidOf({ refreshToken: 'nothing of use', ruName: '' })).toMatch(/Fill in 'RuName', empty 'Authorization Code or Refresh Token' and save: the test then shows a link/);
	});

	test.each([['Acme-Shop-SBX-1', 'custom', /belongs to the sandbox \(SBX\): set Environment to Sandbox/], ['Acme-Shop-1', 'custom', /sandbox keys work in the sandbox only$/]])('keys of the wrong environment: %s', async (clientId, environment, says) => {
		expect(await saidOf({ clientId, environment })).toMatch(says);
	});

	test('the quota of application tokens is used up', async () => {
		used.sim.state.ebay.mintQuota = 0;
		expect(await saidOf({})).toBe('eBay sign-in: too many sign-ins today; the quota starts anew at midnight Pacific time');
	});

	test('an application scope that is not granted', async () => {
		expect(await saidOf({ applicationScopes: 'https://api.ebay.com/oauth/api_scope/sell.nothing' })).toMatch(/one of the 'Application Scopes'/);
	});
});
