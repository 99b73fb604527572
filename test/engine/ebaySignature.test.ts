import { createHash, generateKeyPairSync, verify } from 'crypto';
import type { KeyObject } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { openWire } from '../founding/wire.js';
import type { Sent } from '../founding/wire.js';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';

const used = useSimulator();

/** Parameters of a refund with text that JSON and UTF-8 write in several bytes. */
const REFUND = { resource: 'order', operation: 'issueRefund', order: { __rl: true, mode: 'id', value: '12-ä34' }, reason: 'BUYER_CANCEL', currency: 'EUR', amount: '1.50', refundItems: {}, comment: 'Größe "M" – 50 % 😀', options: {} };

/*
 * A verifier of its own, from the text of the standards: RFC 9421 (HTTP Message Signatures) §2.2 derived components,
 * §2.3 signature parameters, §2.5 signature base, §3.2 verifying; RFC 9530 (Digest Fields) §2 Content-Digest.
 */

/** An inner list of RFC 8941 as it stands, its names, and its parameters. */
function innerList(text: string): { names: string[]; params: Record<string, string> } {
	const [, list, rest] = /^\(([^()]*)\)(.*)$/.exec(text) ?? [];
	if (list === undefined) throw new Error('not an inner list');
	const names = list.split(' ').filter(Boolean).map((item) => /^"([^"]+)"$/.exec(item)![1]);
	return { names, params: Object.fromEntries(rest.split(';').filter(Boolean).map((one) => one.split('=') as [string, string])) };
}

/** The member of a dictionary of RFC 8941. */
const memberOf = (header: string | undefined, label: string): string | undefined => (header?.startsWith(`${label}=`) ? header.slice(label.length + 1) : undefined);

/** A byte sequence of RFC 8941; one with bits that mean nothing at its end is refused, as §4.2.7 allows. */
const bytesOf = (item: string | undefined): Buffer | undefined => {
	const [, text] = /^:([A-Za-z0-9+/]*={0,2}):$/.exec(item ?? '') ?? [];
	const bytes = text === undefined ? undefined : Buffer.from(text, 'base64');
	return bytes?.toString('base64') === text ? bytes : undefined;
};

/** The value of one component of a request. */
function component(name: string, { method, url, headers }: Sent): string {
	const { host, pathname } = new URL(url);
	const derived: Record<string, string> = { '@method': method, '@authority': host.toLowerCase(), '@path': pathname };
	if (name.startsWith('@')) return derived[name];
	const value = headers[name];
	if (value === undefined) throw new Error(`${name} is not there`);
	return value.trim();
}

/** Whether a request bears a signature by this key over its method, path, host, key and body. */
function isSigned(sent: Sent, key: KeyObject, label = 'sig1'): boolean {
	const input = memberOf(sent.headers['signature-input'], label);
	const signature = bytesOf(memberOf(sent.headers.signature, label));
	if (!input || !signature) return false;
	const { names, params } = innerList(input);
	const wanted = ['x-ebay-signature-key', '@method', '@path', '@authority', ...(sent.body ? ['content-digest'] : [])];
	if (wanted.some((name) => !names.includes(name)) || !/^\d+$/.test(params.created ?? '')) return false;
	if (sent.body) {
		const digest = bytesOf(memberOf(sent.headers['content-digest'], 'sha-256'));
		if (!digest?.equals(createHash('sha256').update(sent.body, 'utf8').digest())) return false;
	}
	const base = [...names.map((name) => `"${name}": ${component(name, sent)}`), `"@signature-params": ${input}`].join('\n');
	return verify(key.asymmetricKeyType === 'rsa' ? 'sha256' : null, Buffer.from(base, 'utf8'), key, signature);
}

const pairOf = (cipher: string) => {
	const { privateKey, publicKey } = cipher === 'RSA' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
	return { privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'), publicKey };
};

const JWE = 'eyJ0ZXN0.a-_b.c.d.e';
let serial = 0;

/** Runs the refund against a stand-in for eBay's own hosts, which makes keys too, and gives all that came over the wire. */
async function refund(credential: IDataObject, pair: { privateKey: string }, parameters: IDataObject = REFUND): Promise<Sent[]> {
	const wire = await openWire(({ url, body }) => {
		if (url.endsWith('/token')) return { status: 200, body: JSON.stringify({ access_token: body.includes('refresh_token') ? 'user-token' : 'application-token', expires_in: 7200 }) };
		if (url.endsWith('/signing_key')) return { status: 200, body: JSON.stringify({ jwe: JWE, privateKey: pair.privateKey, publicKey: 'x', expirationTime: Math.floor(Date.now() / 1000) + 86_400 * 900, signingKeyCipher: 'x', signingKeyId: 'id' }) };
		return { status: 200, body: JSON.stringify({ refundId: '1', refundStatus: 'PENDING' }) };
	});
	try {
		const base = { environment: 'production', clientId: `signing-${++serial}`, clientSecret: 'cert-1', refreshToken: 'v^1.1#refresh', marketplace: 'EBAY_DE', tokens: '', signRequests: true };
		const { error } = await runNode({ node: 'ebayOrders', credential: { ...base, ...credential } as ICredentialDataDecryptedObject, parameters: parameters as never });
		expect(error).toBeUndefined();
		return wire.sent;
	} finally {
		await wire.close();
	}
}

const changed: Array<[string, (sent: Sent) => Sent]> = [
	['a byte of the body', (sent) => ({ ...sent, body: sent.body.replace('1.50', '1.51') })],
	['the last byte of the body', (sent) => ({ ...sent, body: `${sent.body} ` })],
	['the body and its digest', (sent) => {
		const body = sent.body.replace('1.50', '9.50');
		return { ...sent, body, headers: { ...sent.headers, 'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:` } };
	}],
	['the method', (sent) => ({ ...sent, method: 'PUT' })],
	['the path', (sent) => ({ ...sent, url: sent.url.replace('%C3%A4', 'a') })],
	['the host', (sent) => ({ ...sent, url: sent.url.replace('api.ebay.com', 'apiz.ebay.com') })],
	['the key', (sent) => ({ ...sent, headers: { ...sent.headers, 'x-ebay-signature-key': `${JWE}x` } })],
	['the time', (sent) => ({ ...sent, headers: { ...sent.headers, 'signature-input': sent.headers['signature-input'].replace(/created=(\d+)/, (_, time) => `created=${Number(time) + 1}`) } })],
	['the order of what is covered', (sent) => ({ ...sent, headers: { ...sent.headers, 'signature-input': sent.headers['signature-input'].replace('"@method" "@path"', '"@path" "@method"') } })],
	['the signature', (sent) => ({ ...sent, headers: { ...sent.headers, signature: sent.headers.signature.replace(/sig1=:(.)/, (_, first) => `sig1=:${first === 'A' ? 'B' : 'A'}`) } })],
];

/** A text with one of its signs changed into another of the same length, at each place in turn. */
const everyChange = (text: string): string[] => [...text].map((sign, at, signs) => [...signs.slice(0, at), sign === 'x' ? 'y' : 'x', ...signs.slice(at + 1)].join(''));

/** All that the signature covers, by its name, and the request with another value in its place. */
const covered: Array<[string, (sent: Sent) => string, (sent: Sent, value: string) => Sent]> = [
	['method', ({ method }) => method, (sent, method) => ({ ...sent, method })],
	['host', ({ url }) => new URL(url).host, (sent, host) => ({ ...sent, url: sent.url.replace(new URL(sent.url).host, host) })],
	['path', ({ url }) => new URL(url).pathname.slice(1), (sent, path) => ({ ...sent, url: `${new URL(sent.url).origin}/${path}` })],
	['body', ({ body }) => body, (sent, body) => ({ ...sent, body })],
	...['content-digest', 'x-ebay-signature-key', 'signature-input', 'signature'].map((name): (typeof covered)[number] => [name, ({ headers }) => headers[name], (sent, value) => ({ ...sent, headers: { ...sent.headers, [name]: value } })]),
];

/** A verifier that does not understand what it is given refuses it. */
const passes = (sent: Sent, key: KeyObject): boolean => {
	try {
		return isSigned(sent, key);
	} catch {
		return false;
	}
};

describe.each(['ED25519', 'RSA'])('a refund signed with %s', (cipher) => {
	const pair = pairOf(cipher);
	let sent: Sent[] = [];

	test('the key is asked for once, for this cipher, with the token of the application', async () => {
		sent = await refund({ signingKey: cipher }, pair);
		const [asked, ...more] = sent.filter(({ url }) => url.endsWith('/signing_key'));
		expect([asked.method, asked.url, JSON.parse(asked.body), asked.headers.authorization, more]).toEqual(['POST', 'https://apiz.ebay.com/developer/key_management/v1/signing_key', { signingKeyCipher: cipher }, 'Bearer application-token', []]);
	});

	test('verifies by the standards over the bytes that came over the wire', () => {
		const call = sent.at(-1)!;
		expect([call.method, call.url, call.headers.authorization, call.headers['x-ebay-signature-key']]).toEqual(['POST', 'https://api.ebay.com/sell/fulfillment/v1/order/12-%C3%A434/issue_refund', 'Bearer user-token', JWE]);
		expect(JSON.parse(call.body)).toMatchObject({ comment: REFUND.comment });
		expect(isSigned(call, pair.publicKey)).toBe(true);
		expect(isSigned(call, pairOf(cipher).publicKey)).toBe(false);
	});

	test.each(changed)('does not verify any more when %s is changed', (_, change) => {
		const call = sent.at(-1)!;
		expect(change(call)).not.toEqual(call);
		expect(isSigned(change(call), pair.publicKey)).toBe(false);
	});

	test.each(covered)('does not verify any more when any byte of the %s is another', (_, valueOf, put) => {
		const call = sent.at(-1)!;
		const changes = everyChange(valueOf(call));
		expect(changes.length).toBeGreaterThan(3);
		expect(changes.filter((value) => passes(put(call, value), pair.publicKey))).toEqual([]);
		expect(passes(put(call, valueOf(call)), pair.publicKey)).toBe(true);
	});

	test('a request without a body is signed without a digest, and over its path nevertheless', async () => {
		const call = (await refund({ signingKey: cipher }, pair, { resource: 'cancellation', operation: 'approve', cancellation: { __rl: true, mode: 'id', value: '5001' }, options: {} })).at(-1)!;
		expect([call.url, call.body, call.headers['content-digest'], call.headers.authorization]).toEqual(['https://api.ebay.com/post-order/v2/cancellation/5001/approve', '', undefined, 'IAF user-token']);
		expect(isSigned(call, pair.publicKey)).toBe(true);
		expect(isSigned({ ...call, url: call.url.replace('5001', '5002') }, pair.publicKey)).toBe(false);
		expect(isSigned({ ...call, body: '{}' }, pair.publicKey)).toBe(false);
	});

	test('a key pair of my own does the same, and none is made', async () => {
		const own = await refund({ signingKey: 'own', signingKeyJwe: ` ${JWE} `, signingPrivateKey: `-----BEGIN PRIVATE KEY-----\n${pair.privateKey}\n-----END PRIVATE KEY-----` }, pair);
		expect(own.filter(({ url }) => url.endsWith('/signing_key'))).toEqual([]);
		expect(isSigned(own.at(-1)!, pair.publicKey)).toBe(true);
	});
});

test('in the sandbox the signature is over the host of the sandbox', async () => {
	const pair = pairOf('ED25519');
	const sent = await refund({ environment: 'sandbox', signingKey: 'ED25519' }, pair);
	expect(new URL(sent.at(-1)!.url).host).toBe('api.sandbox.ebay.com');
	expect(isSigned(sent.at(-1)!, pair.publicKey)).toBe(true);
});

describe('the key that eBay makes for the credential', () => {
	// what the credential remembers in this process belongs to a keyset: each test has its own
	beforeEach(() => {
		const { otherClients, refreshTokens } = used.sim.state.ebay;
		otherClients.push({ id: `keys-${++serial}`, secret: 'cert-1', ruName: 'x' });
		for (const grant of refreshTokens.values()) grant.clientId = `keys-${serial}`;
	});

	const shop = (more: IDataObject = {}) => ({ ...used.credentials.ebay(), clientId: `keys-${serial}`, clientSecret: 'cert-1', signingKey: 'ED25519', signingKeyJwe: '', signingPrivateKey: '', ...more }) as ICredentialDataDecryptedObject;
	const parameters = () => ({ ...REFUND, order: { __rl: true, mode: 'id', value: [...used.sim.state.ebay.orders.keys()][8] }, currency: '', amount: '1.00' });
	const made = () => used.sim.calls.filter(({ path }) => path.endsWith('/signing_key')).length;
	const run = async (credential: ICredentialDataDecryptedObject) => await runNode({ node: 'ebayOrders', credential, parameters: parameters() });
	const keptIn = ({ tokens }: ICredentialDataDecryptedObject) => (JSON.parse(String(tokens)) as { kept: { signing?: { privateKey: string; jwe: string; ends: number } } }).kept.signing;

	test('lives through new tokens, and is made anew when it has run out', async () => {
		const credential = shop();
		expect((await run(credential)).error).toBeUndefined();
		const first = keptIn(credential)!;
		used.sim.expireTokens('ebay');
		expect((await run(credential)).error).toBeUndefined();
		expect([keptIn(credential), made()]).toEqual([first, 1]);
		jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'], now: first.ends + 1000 });
		for (const grant of used.sim.state.ebay.refreshTokens.values()) grant.expires = first.ends + 1e9;
		const late = await run(credential);
		jest.useRealTimers();
		expect([late.error, made()]).toEqual([undefined, 2]);
		expect(keptIn(credential)?.jwe).not.toBe(first.jwe);
	});

	test('stands in no item, no error and no run data, and neither does what the consent has given', async () => {
		const credential = shop();
		used.sim.fault({ path: '/issue_refund', kind: 'echo', count: 1 });
		const { run: whole, error } = await run(credential);
		const { privateKey, jwe } = keptIn(credential)!;
		const seen = `${JSON.stringify(whole.data)} ${JSON.stringify(error)} ${error?.message}`;
		for (const secret of [privateKey, jwe, privateKey.slice(20, 50)]) expect(seen).not.toContain(secret);
		expect(JSON.stringify(used.sim.calls)).not.toContain(privateKey);
	});

	test('is not made where nothing is to be signed', async () => {
		expect((await run(shop({ signRequests: false }))).error?.description).toMatch(/Code 215001/);
		expect(made()).toBe(0);
	});
});
