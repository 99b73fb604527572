import { createHash, createPrivateKey, sign } from 'crypto';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { isUnder } from '../../engine/address';
import { EBAY_HOSTS, ebayAddress } from './address';

/** Method, path and host of a request as eBay itself sees them, also behind a custom URL; undefined for another address. */
function target(credentials: IDataObject, { method = 'GET', url = '' }: IHttpRequestOptions): { method: string; path: string; authority: string } | undefined {
	const host = EBAY_HOSTS.find((one) => isUnder(ebayAddress(credentials, one), url));
	if (!host) return undefined;
	const base = new URL(ebayAddress(credentials, host));
	const path = new URL(url).pathname.slice(base.pathname.replace(/\/+$/, '').length);
	return { method, path, authority: credentials.environment === 'sandbox' ? base.host : host };
}

/** PKCS8 key from the Base64 text that eBay gives it as, with or without its frame. @throws Error for a text that is no key */
const keyOf = (text: string) => createPrivateKey({ key: Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64'), format: 'der', type: 'pkcs8' });

/**
 * The headers of a digital signature (RFC 9421 as eBay reads it: guide "Digital signatures for APIs") over the exact
 * bytes of the body, which must be a Buffer; a request without a body is signed without a digest.
 * @param now seconds since 1970
 * @throws Error when the private key cannot be read
 */
export function signatureHeaders(credentials: IDataObject, { jwe, privateKey }: { jwe: string; privateKey: string }, request: IHttpRequestOptions, now: number): Record<string, string> {
	const seen = target(credentials, request);
	if (!seen) return {};
	const digest = Buffer.isBuffer(request.body) && request.body.length ? `sha-256=:${createHash('sha256').update(request.body).digest('base64')}:` : undefined;
	const parts: Array<[string, string]> = [
		...(digest ? [['content-digest', digest] as [string, string]] : []), ['x-ebay-signature-key', jwe], ['@method', seen.method], ['@path', seen.path], ['@authority', seen.authority],
	];
	const input = `(${parts.map(([name]) => `"${name}"`).join(' ')});created=${now}`;
	const text = [...parts.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${input}`].join('\n');
	const key = keyOf(privateKey);
	const signature = sign(key.asymmetricKeyType === 'rsa' ? 'sha256' : null, Buffer.from(text), key).toString('base64');
	return { ...(digest ? { 'Content-Digest': digest } : {}), 'x-ebay-signature-key': jwe, 'Signature-Input': `sig1=${input}`, Signature: `sig1=:${signature}:` };
}
