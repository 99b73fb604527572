import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { explainAnswer, explainFault } from './explain';
import type { NetworkFault, Raw, Sending } from './explain';
import { brokenOff, isPage, opened, toFile } from './files';
import { parseJson } from './json';
import { redactAll, secretsIn, secretsOf } from './redact';
import { withRetries } from './retry';
import type { Try, Wire } from './retry';
import { goesUnsigned, renewalFault } from './signIns';
import type { OAuthError } from './signIns';
import type { Answer, Api, Caller, HttpRequest, Result, Stream } from './types';

/** What `next` gives is sent anew for each try; a failure of its own ends the tries. */
export type NextRequest = () => Promise<Result<HttpRequest>>;

/**
 * Sends one request with the node's credential, again where that does no harm, and reads its answer. Never throws for
 * what the service or the network does: a failure comes back as a value, without secrets.
 * Statuses but 401 are asked for as answers, since n8n renews a token only when a 401 throws (measured on n8n 2.41;
 * older n8n hands a 401 back as an answer and is asked once more).
 */
export async function send(wire: Wire, sending: Sending, request: HttpRequest | NextRequest): Promise<Result<Answer>> {
	return await withRetries(wire.pace, sending, async () => {
		const next = typeof request === 'function' ? await request() : { ok: true as const, value: request };
		return next.ok ? await tryOnce(wire, sending, next.value) : { result: next };
	});
}

async function tryOnce(wire: Wire, sending: Sending, request: HttpRequest): Promise<Try> {
	const told = await attempt(wire, sending, request);
	const got = 'statusCode' in told ? await read(wire.caller, sending, told) : undefined;
	if (got && 'body' in got) return { raw: told, result: { ok: true, value: got } };
	const raw = got ?? told;
	const failure = 'statusCode' in raw ? explainAnswer(raw, sending, request) : explainFault(raw, sending, request);
	return { raw, result: { ok: false, failure: redactAll(failure, [...(await secretsNow(wire, sending.api)), ...secretsIn(sending.fields, sending.values)]) } };
}

/** What must not be seen: n8n's OAuth2 keeps a renewed token to itself, so the credential is read anew. */
export async function secretsNow({ caller, credentials }: Wire, { credential, oAuth2, secrets }: Api): Promise<string[]> {
	const known = secretsOf(credentials, secrets);
	return oAuth2 ? [...known, ...secretsOf(await caller.getCredentials(credential), secrets)] : known;
}

async function attempt(wire: Wire, sending: Sending, request: HttpRequest): Promise<Raw | NetworkFault> {
	const { renewOn = [401] } = sending.api;
	const but = { ignore: true as const, except: renewOn };
	const first = await once(wire, sending, request, but);
	if (!('statusCode' in first) || !renewOn.includes(first.statusCode)) return first;
	// A stream is used up by the first sending: n8n renews the token, but leaves the second sending to us (measured on n8n 2.41).
	if (first.thrown) return request.parts ? await once(wire, sending, request, but) : first;
	return await once(wire, sending, request, false);
}

/** n8n writes a token of any other type into the address; a status that may also mean something else renews only a token whose time is over. */
const AS_BEARER = { tokenType: 'Bearer', skipRefreshWhileTokenIsFresh: true };

async function once({ caller, credentials }: Wire, { api, kind, sign, binary, open }: Sending, request: HttpRequest, ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors']): Promise<Raw | NetworkFault> {
	const { method, url, timeout } = request;
	const { body, headers } = await opened(caller, request, sign);
	const notes = { ...(api.kindHeader && kind ? { [api.kindHeader]: kind } : {}), ...(api.signHeader && sign ? { [api.signHeader]: 'yes' } : {}) };
	const options: IHttpRequestOptions = {
		method, url, timeout, body, headers: { ...headers, ...notes }, encoding: binary ? 'stream' : 'text', returnFullResponse: true, disableFollowRedirect: true, ignoreHttpStatusErrors,
	};
	const more = (data: IDataObject) => ({ credentialsDecrypted: { id: '', name: '', type: api.credential, data } as never, ...(api.oAuth2 ? { oauth2: { ...AS_BEARER, tokenExpiredStatusCode: api.renewOn } } : {}) });
	const signed = async (data: IDataObject) => await caller.helpers.httpRequestWithAuthentication.call(caller, api.credential, options, more(data));
	const answer: Promise<IN8nHttpFullResponse> = open || goesUnsigned(api, credentials, url) ? caller.helpers.httpRequest(options) : withCredentials(credentials, signed);
	return await answer.then(({ statusCode, headers: received, body: content }) => toRaw(caller, statusCode, received, content), async (error: HttpError) => await fromError(caller, error, api));
}

/**
 * Lends the credential of the run to one request and takes a token back that it has renewed. Each has a copy of its own,
 * so that n8n still sees which token a request was refused with.
 */
async function withCredentials<T>(credentials: IDataObject, use: (own: IDataObject) => Promise<T>): Promise<T> {
	const own = { ...credentials };
	const before = { ...own };
	return await use(own).finally(() => {
		for (const name of Object.keys(own)) if (own[name] !== before[name]) credentials[name] = own[name];
	});
}

async function toRaw(caller: Caller, statusCode: number, headers: IDataObject, body: unknown): Promise<Raw> {
	if (typeof body === 'string') return { statusCode, headers, text: body };
	if (!isStream(body)) return { statusCode, headers, text: body === undefined || body === null ? '' : JSON.stringify(body) };
	if (statusCode >= 200 && statusCode < 300 && !isPage(headers)) return { statusCode, headers, text: '', stream: body };
	return { statusCode, headers, text: await (caller as IExecuteFunctions).helpers.binaryToString(body) };
}

const isStream = (body: unknown): body is Stream => typeof (body as { pipe?: unknown } | null | undefined)?.pipe === 'function';

interface HttpError extends OAuthError {
	cause?: HttpError;
	response?: { status: number; headers?: IDataObject; data?: unknown };
}

/** What a thrown error of n8n's helper holds: the answer behind it, a refused sign-in, or a network fault. */
async function fromError(caller: Caller, error: HttpError, api: Api): Promise<Raw | NetworkFault> {
	const cause = error.cause ?? error;
	const renewal = renewalFault(api, cause);
	if (renewal) return renewal;
	// An answer that breaks off comes as an error which holds a response of status 200 (measured on n8n 2.41).
	if (!cause.response || cause.response.status < 300) return { code: cause.code, message: cause.message, signIn: cause.name === 'SignInError' };
	const { status, headers = {}, data } = cause.response;
	return { ...(await toRaw(caller, status, headers, data)), thrown: true };
}

/** The JSON or the file of a 2xx answer; undefined when it is none; a fault when a file breaks off. */
async function read(caller: Caller, { binary }: Sending, { statusCode, headers, text, stream }: Raw): Promise<Answer | NetworkFault | undefined> {
	if (statusCode < 200 || statusCode > 299) return undefined;
	if (binary) return stream && (await toFile(caller as IExecuteFunctions, stream, headers, binary).then((file) => ({ statusCode, headers, body: undefined, file }), brokenOff));
	if (text.trim() === '') return { statusCode, headers, body: undefined };
	const body = parseJson(text);
	return body === undefined ? undefined : { statusCode, headers, body };
}
