import fc from 'fast-check';
import { isUnder } from '../../engine/address';
import { redactAll, secretsOf } from '../../engine/redact';
import { buildRequest } from '../../engine/request';
import { cruxApi } from '../../nodes/Crux/api';
import { crux } from '../../nodes/Crux/table';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const credentials = { environment: 'custom', customUrl: 'http://127.0.0.1:1/base' };

test('10,000 random values never leave their path segment', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '../x', '%2e%2e', '%2F', 'a/../b', '\\..\\', '//host', 'x?y#z', '@host')), (value) => {
			const build = () => buildRequest(crux.api, credentials, { route: 'GET /lists/{list}/end/', fields: {} }, { list: value }, {});
			if (value === '' || value === '.' || value === '..') return expect(build).toThrow();
			const wellFormed = value === Buffer.from(value, 'utf8').toString('utf8');
			if (!wellFormed) return expect(build).toThrow();
			const { pathname, origin, search, hash } = new URL(build().url);
			expect([origin, search, hash]).toEqual(['http://127.0.0.1:1', '', '']);
			expect(pathname.split('/')).toHaveLength(6);
			expect(decodeURIComponent(pathname.split('/')[3])).toBe(value);
			return undefined;
		}),
		{ numRuns: 10_000 },
	);
});

test('a request whose address would leave that of the credential is not made', () => {
	const api = { ...cruxApi, address: () => 'https://gateway.example/base' };
	const make = (route: string) => buildRequest(api, {}, { route, fields: {} }, {}, {});
	expect(make('GET /orders/').url).toBe('https://gateway.example/base/orders/');
	expect(() => make('GET /../orders/')).toThrow('another address');
	expect(() => buildRequest(api, {}, { route: 'GET /orders/', fields: {} }, {}, {}, '/../elsewhere')).toThrow('another address');
});

test('an address is under another one only with the same origin and path', () => {
	expect(isUnder('https://api.ebay.com', 'https://api.ebay.com/buy')).toBe(true);
	for (const other of ['https://api.ebay.com.evil.example/buy', 'https://apiz.ebay.com/buy', 'http://api.ebay.com/buy', 'https://api.ebay.com@evil.example/', 'not a url', 'https://api.ebay.com:444/buy']) {
		expect(isUnder('https://api.ebay.com', other)).toBe(false);
	}
	expect(isUnder('https://h.example/a', 'https://h.example/ab')).toBe(false);
	expect(isUnder('https://h.example/a', 'https://h.example/a/b')).toBe(true);
});

test('secrets are hidden wherever they stand, those inside a stored session too', () => {
	const stored = { password: 'p@ss "word"', sessionToken: JSON.stringify({ fingerprint: 'ffff', tokens: { user: 'abc.def#123' } }) };
	const secrets = secretsOf(stored, ['password', 'sessionToken']);
	const told = { message: `got p@ss "word" and abc.def#123`, url: `/x?t=${encodeURIComponent('abc.def#123')}`, list: ['Bearer zzzzzzzzzz'], 'abc.def#123': 1 };
	expect(JSON.stringify(redactAll(told, secrets))).not.toMatch(/abc\.def|p@ss|zzzz/);
});

describe('a service that echoes what it was sent', () => {
	const used = useSimulator();

	test('does not get the token or the password into an error', async () => {
		const credential = used.credentials.retailer();
		const list = { node: 'crux' as const, credential, parameters: { apiVersion: 'timp', resource: 'inventoryList', operation: 'getAll', returnAll: true, options: {} } };
		await runNode(list);
		const { tokens } = JSON.parse(String(credential.sessionToken)) as { tokens: { user: string } };
		const echo = { message: `Bad header Authorization: Token ${tokens.user}`, headers: { authorization: `Token ${tokens.user}`, password: credential.password } };
		for (const settings of [{}, { onError: 'continueRegularOutput' as const }]) {
			used.sim.fault({ path: '/timp/products/inventory-lists/', status: 400, body: echo, count: 1 });
			const { error, json } = await runNode({ ...list, settings });
			const seen = `${JSON.stringify(error)} ${error?.message} ${error?.description} ${error?.stack} ${JSON.stringify(error?.cause)} ${JSON.stringify(json)}`;
			expect(seen).toContain('Bad header');
			expect(seen).not.toContain(tokens.user);
			expect(seen).not.toContain(String(credential.password));
		}
	});
});
