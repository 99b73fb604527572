import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { explainAnswer, explainFault } from './explain';
import type { NetworkFault, Raw, Sending } from './explain';
import { parseJson } from './json';
import { redactAll, secretsOf } from './redact';
import { withRetries } from './retry';
import type { Pace, Try } from './retry';
import type { Answer, Caller, HttpRequest, Result } from './types';

/**
 * Sends one request with the node's credential, again where that does no harm, and reads its JSON answer. Never throws for what the service or the
 * network does: a failure comes back as a value, without secrets.
 * Statuses but 401 are asked for as answers, since n8n renews a token only when a 401 throws (measured on n8n 2.41;
 * older n8n hands a 401 back as an answer and is asked once more).
 */
export async function send(caller: Caller, sending: Sending, request: HttpRequest, pace: Pace): Promise<Result<Answer>> {
	return await withRetries(pace, sending, async () => await tryOnce(caller, sending, request));
}

async function tryOnce(caller: Caller, sending: Sending, request: HttpRequest): Promise<Try> {
	const raw = await attempt(caller, sending, request);
	const answer = 'statusCode' in raw ? read(raw) : undefined;
	if (answer) return { raw, result: { ok: true, value: answer } };
	const failure = 'statusCode' in raw ? explainAnswer(raw, sending, request) : explainFault(raw, sending, request);
	const secrets = secretsOf(await caller.getCredentials(sending.api.credential), sending.api.secrets);
	return { raw, result: { ok: false, failure: redactAll(failure, secrets) } };
}

async function attempt(caller: Caller, { api, kind }: Sending, request: HttpRequest): Promise<Raw | NetworkFault> {
	const headers = { ...request.headers, ...(api.kindHeader && kind ? { [api.kindHeader]: kind } : {}) };
	const options: IHttpRequestOptions = { ...request, encoding: 'text', returnFullResponse: true, disableFollowRedirect: true };
	const once = async (ignoreHttpStatusErrors: IHttpRequestOptions['ignoreHttpStatusErrors']) =>
		await (caller.helpers.httpRequestWithAuthentication.call(caller, api.credential, { ...options, headers: { ...headers }, ignoreHttpStatusErrors }) as Promise<IN8nHttpFullResponse>).then(
			({ statusCode, headers: received, body }): Raw => ({ statusCode, headers: received, text: toText(body) }), fromError,
		);
	const first = await once({ ignore: true, except: [401] });
	return 'statusCode' in first && first.statusCode === 401 && !('thrown' in first) ? await once(false) : first;
}

const toText = (body: unknown): string => (typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body));

interface HttpError extends Error {
	code?: string;
	response?: { status: number; headers?: IDataObject; data?: unknown };
}

/** What a thrown error of n8n's helper holds: the answer behind it, a refused sign-in, or a network fault. */
function fromError(error: Error & { cause?: HttpError }): (Raw & { thrown: true }) | NetworkFault {
	const cause = error.cause ?? (error as HttpError);
	if (cause.response) {
		const { status, headers = {}, data } = cause.response;
		return { statusCode: status, headers, text: toText(data), thrown: true };
	}
	return { code: cause.code, message: cause.message, signIn: cause.name === 'SignInError' };
}

/** The JSON of a 2xx answer; undefined when it is none. */
function read({ statusCode, text }: Raw): Answer | undefined {
	if (statusCode < 200 || statusCode > 299) return undefined;
	if (text.trim() === '') return { statusCode, body: undefined };
	const body = parseJson(text);
	return body === undefined ? undefined : { statusCode, body };
}
