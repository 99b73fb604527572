import { createHash, createPrivateKey, sign } from 'crypto';
import type { Simulator } from '../support/simulator';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
export type Json = Record<string, any>;

export interface Sent {
	body?: unknown;
	/** Bytes or a form, sent as they are. */
	raw?: Buffer | FormData;
	headers?: Record<string, string>;
	host?: string;
	token?: 'user' | 'application';
}

export interface Got {
	status: number;
	json: Json;
	bytes: Buffer;
	headers: Headers;
}

const BASE = 'https://api.ebay.com/oauth/api_scope';

/** A token of the running simulator, from its token endpoint. */
export async function mint({ urls, demo }: Simulator, kind: 'user' | 'application', scope = kind === 'user' ? '' : `${BASE} ${BASE}/buy.marketing`): Promise<string> {
	const { clientId, clientSecret, refreshToken } = demo.ebay;
	const grant: Record<string, string> = kind === 'user' ? { grant_type: 'refresh_token', refresh_token: refreshToken } : { grant_type: 'client_credentials' };
	const answer = await fetch(`${urls.ebay}/api.ebay.com/identity/v1/oauth2/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ ...grant, ...(scope ? { scope } : {}) }).toString(),
	});
	return ((await answer.json()) as Json).access_token as string;
}

/** A plain request with a fresh token, on the simulator of the moment. */
export const callerOf = (used: { sim: Simulator }) => async (method: string, path: string, { body, raw, headers, host = 'api.ebay.com', token = 'user' }: Sent = {}): Promise<Got> => {
	const answer = await fetch(`${used.sim.urls.ebay}/${host}${path}`, {
		method,
		headers: {
			authorization: `Bearer ${await mint(used.sim, token)}`,
			'accept-language': 'en-US',
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...headers,
		},
		body: body === undefined ? (raw instanceof Buffer ? new Uint8Array(raw) : raw) : JSON.stringify(body),
	});
	const bytes = Buffer.from(await answer.arrayBuffer());
	const isJson = answer.headers.get('content-type')?.includes('json');
	return { status: answer.status, json: isJson ? (JSON.parse(bytes.toString('utf8')) as Json) : {}, bytes, headers: answer.headers };
};

/** The code of the first error of an answer with its status, as `400 25709`. */
export const codeOf = ({ status, json }: Got): string => `${status} ${json.errors?.[0]?.errorId}`;

export const withQuery = (path: string, query: Record<string, string>): string => `${path}?${new URLSearchParams(query).toString()}`;

export interface Signing {
	key: { privateKey: string; jwe: string };
	algorithm?: 'sha256';
	host?: string;
	path: string;
	text: string;
	created?: number;
	parts?: string[];
}

const PARTS = ['content-digest', 'x-ebay-signature-key', '@method', '@path', '@authority'];

/** The headers of a digital signature over a POST, made as eBay's guide tells. */
export function signed({ key: { privateKey, jwe }, algorithm, host = 'api.ebay.com', path, text, created = Math.floor(Date.now() / 1000), parts = PARTS }: Signing): Record<string, string> {
	const digest = `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;
	const values: Record<string, string> = { 'content-digest': digest, 'x-ebay-signature-key': jwe, '@method': 'POST', '@path': path, '@authority': host };
	const input = `(${parts.map((name) => `"${name}"`).join(' ')});created=${created}`;
	const base = [...parts.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${input}`].join('\n');
	const pem = `-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----`;
	const signature = sign(algorithm ?? null, Buffer.from(base), createPrivateKey(pem)).toString('base64');
	return { 'content-digest': digest, 'x-ebay-signature-key': jwe, 'signature-input': `sig1=${input}`, signature: `sig1=:${signature}:` };
}
