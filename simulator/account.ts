import { digest, digestOfBytes } from './random';
import type { Call, FilePart, SimulatedRequest } from './types';

const SECRET_NAMES = /^(password|token|auth_token|access_token|refresh_token|reset_token|client_secret|code|privateKey|jwe|verificationToken|authorization|signature)$/i;
const KEPT_HEADERS = [
	'content-type', 'content-length', 'content-range', 'content-digest', 'accept', 'accept-encoding', 'accept-language', 'content-language', 'range', 'signature-input', 'x-ebay-c-marketplace-id', 'x-ebay-c-enduserctx',
];
/** Headers that are secrets themselves. */
const SECRET_HEADERS = ['signature', 'x-ebay-signature-key'];

/** What stands in the account for a secret: the same secret gives the same mark. */
export const markOf = (secret: string) => `[secret ${digest(secret).slice(0, 8)}]`;

function hidden(value: unknown, name = ''): unknown {
	if (SECRET_NAMES.test(name) && value !== null && typeof value !== 'object') return markOf(String(value));
	if (Array.isArray(value)) return value.map((entry) => hidden(entry, name));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, hidden(entry, key)]));
}

function recordedAuthorization(value: string): string {
	const [scheme, ...rest] = value.trim().split(/\s+/);
	return rest.length === 0 ? markOf(scheme) : `${scheme} ${markOf(rest.join(' '))}`;
}

function recordedHeaders(headers: SimulatedRequest['headers']): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const name of KEPT_HEADERS) {
		const value = headers[name];
		if (value !== undefined) kept[name] = value;
	}
	for (const name of SECRET_HEADERS) if (headers[name] !== undefined) kept[name] = markOf(headers[name]);
	if (headers.authorization !== undefined) kept.authorization = recordedAuthorization(headers.authorization);
	return kept;
}

function recordedBody({ raw, headers }: SimulatedRequest): unknown {
	if (raw.length === 0) return null;
	const text = raw.toString('utf8');
	if (headers['content-type']?.includes('x-www-form-urlencoded')) return hidden(Object.fromEntries(new URLSearchParams(text)));
	try {
		return hidden(JSON.parse(text));
	} catch {
		return { bytes: raw.length, sha256: digestOfBytes(raw) };
	}
}

/** The parts of a multipart body, files by their name and digest. */
export const recordedForm = (form: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(form).map(([name, part]) => [name, typeof part === 'string' ? part : fileRecord(part as FilePart)]));

const fileRecord = ({ fileName, contentType, content }: FilePart) => ({ fileName, contentType, bytes: content.length, sha256: digestOfBytes(content) });

function recordedQuery(query: SimulatedRequest['query']): Call['query'] {
	const single = Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values]);
	return hidden(Object.fromEntries(single)) as Call['query'];
}

/** Everything the simulator was asked, in the order it arrived. */
export class Account {
	readonly calls: Call[] = [];
	private inFlight = 0;

	/** Writes the request down and gives its entry, still without an answer. */
	open(request: SimulatedRequest, now: number): Call {
		this.inFlight += 1;
		const { service, method, host, path } = request;
		const call: Call = {
			n: this.calls.length + 1,
			at: now,
			took: 0,
			inFlight: this.inFlight,
			service,
			method,
			host,
			path,
			query: recordedQuery(request.query),
			headers: recordedHeaders(request.headers),
			body: recordedBody(request),
			status: 'pending',
			operation: null,
			fault: null,
		};
		this.calls.push(call);
		return call;
	}

	/** Completes the entry with what went back. */
	close(call: Call, status: Call['status'], now: number): void {
		this.inFlight -= 1;
		call.status = status;
		call.took = now - call.at;
	}

	clear(): void {
		this.calls.length = 0;
	}
}
