import { createHash, generateKeyPairSync, randomBytes, randomUUID, verify } from 'crypto';
import type { KeyObject } from 'crypto';
import type { Answer, SimulatedRequest, Visit } from '../types';
import { failed } from './errors';

export type Cipher = 'ED25519' | 'RSA';

/** A key pair as eBay makes it: the private key without frame, the public one wrapped in a text for the header. */
export interface SigningKey {
	cipher: Cipher;
	privateKey: string;
	jwe: string;
	publicKey: KeyObject;
	/** Milliseconds since 1970. */
	expires?: number;
}

function makeKey(cipher: Cipher): SigningKey {
	const pair = cipher === 'RSA' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519');
	return {
		cipher,
		privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
		jwe: [24, 32, 12, 180, 16].map((length) => randomBytes(length).toString('base64url')).join('.'),
		publicKey: pair.publicKey,
	};
}

const made = new Map<Cipher, SigningKey>();

/** Key pairs that were asked for, by their public key; kept for the whole process too. */
const askedFor = new Map<string, SigningKey>();

/** Seconds a key pair is valid; eBay gives no figure. */
const KEY_LIFE = 3 * 365 * 86_400;

/** POST /developer/key_management/v1/signing_key: the private key is shown here and never again. */
export function createSigningKey({ body, now }: Visit<unknown, unknown>): Answer {
	const cipher = body.signingKeyCipher as Cipher;
	if (cipher !== 'ED25519' && cipher !== 'RSA') return failed(400, 210001);
	const key: SigningKey = { ...makeKey(cipher), expires: now + KEY_LIFE * 1000 };
	askedFor.set(key.jwe, key);
	const creationTime = Math.floor(now / 1000);
	const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
	return { status: 200, body: { signingKeyId: randomUUID(), signingKeyCipher: cipher, creationTime, expirationTime: creationTime + KEY_LIFE, jwe: key.jwe, privateKey: key.privateKey, publicKey } };
}

/** The key pair of a cipher: the same one for the whole process, so that it outlives a reset; made when first asked for. */
export function signingKey(cipher: Cipher): SigningKey {
	const key = made.get(cipher) ?? makeKey(cipher);
	made.set(cipher, key);
	return key;
}

// eBay gives no figure for the range
const RANGE = 300;
const REQUIRED = ['x-ebay-signature-key', '@method', '@path', '@authority'];

/** A refusal when the digest is not one of the bytes that came. */
function digestRefusal({ headers, raw }: SimulatedRequest): Answer | undefined {
	if (raw.length === 0) return undefined;
	const given = headers['content-digest'];
	if (!given) return failed(403, 215000);
	return given === `sha-256=:${createHash('sha256').update(raw).digest('base64')}:` ? undefined : failed(403, 215105);
}

/** The text that was to be signed; undefined when a part that must be covered is not, or is unknown. */
function baseOf(request: SimulatedRequest, input: string, list: string): string | undefined {
	const { method, host, path, headers, raw } = request;
	const values: Record<string, string | undefined> = {
		'content-digest': headers['content-digest'],
		'x-ebay-signature-key': headers['x-ebay-signature-key'],
		'@method': method,
		'@path': path,
		'@authority': host,
	};
	const parts = list === '' ? [] : list.split(' ').map((part) => part.replace(/^"(.*)"$/, '$1'));
	const required = raw.length > 0 ? ['content-digest', ...REQUIRED] : REQUIRED;
	if (required.some((name) => !parts.includes(name)) || parts.some((name) => values[name] === undefined)) return undefined;
	return [...parts.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${input}`].join('\n');
}

/** A refusal when a request is not signed as eBay wants it: its host and path as eBay itself sees them, its bytes as they came. */
export function signatureRefusal(request: SimulatedRequest, now: number): Answer | undefined {
	const { headers } = request;
	if (!headers['x-ebay-signature-key']) return failed(403, 215001);
	if (!headers['signature-input']) return failed(403, 215112);
	if (!headers.signature) return failed(403, 215111);
	const wrong = digestRefusal(request);
	if (wrong) return wrong;
	const [, input = '', list = '', created] = /^sig1=(\(([^)]*)\);created=(\d+))$/.exec(headers['signature-input']) ?? [];
	if (created === undefined) return failed(403, 215113);
	if (Math.abs(now / 1000 - Number(created)) > RANGE) return failed(403, 215114);
	const name = headers['x-ebay-signature-key'];
	const key = [...made.values()].find(({ jwe }) => jwe === name) ?? askedFor.get(name);
	if (!key || (key.expires ?? Infinity) <= now) return failed(403, 215115);
	const base = baseOf(request, input, list);
	const signature = /^sig1=:([A-Za-z0-9+/]+=*):$/.exec(headers.signature)?.[1];
	const isValid = base !== undefined && signature !== undefined && verify(key.cipher === 'RSA' ? 'sha256' : null, Buffer.from(base), key.publicKey, Buffer.from(signature, 'base64'));
	return isValid ? undefined : failed(403, 215122);
}
