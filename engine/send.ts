import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { parseJson } from './json';
import { redact, redactAll, secretsOf } from './redact';
import type { Answer, Api, Caller, Effect, Failure, HttpRequest, Meanings, Outcome, Result } from './types';

/** What a failure needs to know of the call that failed. */
export interface Sending {
	api: Api;
	effect: Effect;
	/** Sentences of the row, tried before those of the API. */
	meanings?: Meanings;
	/** Kind of token wanted from the credential. */
	kind?: string;
}

interface Raw {
	statusCode: number;
	headers: IDataObject;
	text: string;
}

/** Network faults after which the service surely has not acted. */
const NEVER_ARRIVED: Record<string, string> = {
	ECONNREFUSED: 'refused the connection',
	ENOTFOUND: 'was not found (no such host name)',
	EAI_AGAIN: 'could not be looked up (name service)',
	EHOSTUNREACH: 'cannot be reached from this machine',
	ENETUNREACH: 'cannot be reached from this machine',
	CERT_HAS_EXPIRED: 'has an expired certificate',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that is not trusted',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that is not trusted',
	ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another host',
};

/**
 * Sends one request with the node's credential and reads its JSON answer. Never throws for what the service or the
 * network does: a failure comes back as a value, without secrets.
 * Statuses but 401 are asked for as answers, since n8n renews a token only when a 401 throws (measured on n8n 2.41;
 * older n8n hands a 401 back as an answer and is asked once more).
 */
export async function send(caller: Caller, sending: Sending, request: HttpRequest): Promise<Result<Answer>> {
	const raw = await attempt(caller, sending, request);
	if ('statusCode' in raw) {
		const answer = read(raw);
		if (answer) return { ok: true, value: answer };
	}
	const secrets = secretsOf(await caller.getCredentials(sending.api.credential), sending.api.secrets);
	const failure = 'statusCode' in raw ? refused(raw, sending, request, secrets) : broken(raw, sending, request);
	return { ok: false, failure: redactAll(failure, secrets) };
}

async function attempt(caller: Caller, { api, kind }: Sending, request: HttpRequest): Promise<Raw | NetworkFault> {
	const headers = { ...request.headers, ...(api.kindHeader && kind ? { [api.kindHeader]: kind } : {}) };
	const options: IHttpRequestOptions = {
		...request, headers, encoding: 'text', returnFullResponse: true, disableFollowRedirect: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
	};
	const once = async (sent: IHttpRequestOptions) =>
		await (caller.helpers.httpRequestWithAuthentication.call(caller, api.credential, sent) as Promise<IN8nHttpFullResponse>).then(
			({ statusCode, headers: received, body }): Raw => ({ statusCode, headers: received, text: toText(body) }), fromError,
		);
	const first = await once({ ...options, headers: { ...headers } });
	if (!('statusCode' in first) || first.statusCode !== 401 || 'thrown' in first) return first;
	return await once({ ...options, headers: { ...headers }, ignoreHttpStatusErrors: false });
}

const toText = (body: unknown): string => (typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body));

interface NetworkFault {
	code?: string;
	message: string;
	signIn: boolean;
}

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

const hostOf = (request: HttpRequest): string => new URL(request.url).host;

/** An answer that is no success: said in the service's own words where it has any. */
function refused({ statusCode, headers, text }: Raw, { api, effect, meanings }: Sending, request: HttpRequest, secrets: string[]): Failure {
	if (statusCode < 200 || (statusCode > 299 && statusCode < 400)) return redirected(statusCode, headers, request);
	const body = parseJson(text);
	const outcome = outcomeOf(effect, statusCode);
	if (body === undefined && (statusCode < 300 || looksLikePage(text))) return notJson(statusCode, text, effect, request);
	const problem = api.problem(body ?? text);
	const meaning = meanings?.[problem.code ?? ''] ?? meanings?.[statusCode] ?? api.meanings[problem.code ?? ''] ?? api.meanings[statusCode];
	const fallback = statusCode > 499 ? `${api.name} could not process the request (status ${statusCode})` : `${api.name} refused the request (status ${statusCode})`;
	const [what, ...whatToDo] = (meaning ?? '').split(/(?<=\.) /);
	const message = problem.message ?? (what.replace(/\.$/, '') || fallback);
	const advice = problem.message ? meaning : whatToDo.join(' ');
	const said = [problem.description, advice, problem.code && `Code ${problem.code}.`, parametersText(problem.parameters), caution(outcome)];
	const description = said.filter((part) => part && part !== message).join(' ') || `Status ${statusCode} of ${hostOf(request)}.`;
	return { message: redact(message, secrets), description, statusCode, code: problem.code, parameters: problem.parameters, outcome };
}

const parametersText = (parameters?: IDataObject): string | undefined =>
	parameters && Object.keys(parameters).length ? `${Object.entries(parameters).map(([name, value]) => `${name}: ${String(value)}`).join(', ')}.` : undefined;

const looksLikePage = (text: string): boolean => /^\s*<(!doctype|html|\?xml)/i.test(text);

/** 4xx: the service refused; 5xx of a write: it may have acted. */
const outcomeOf = (effect: Effect, statusCode: number): Outcome => (effect !== 'read' && (statusCode > 499 || statusCode < 300 || statusCode === 408) ? 'unknown' : 'not done');

const caution = (outcome: Outcome): string | undefined => (outcome === 'unknown' ? 'It may have been done: check before sending it again.' : undefined);

function redirected(statusCode: number, headers: IDataObject, request: HttpRequest): Failure {
	const target = String(headers.location ?? '');
	const host = URL.canParse(target, request.url) ? new URL(target, request.url).host : 'an unknown address';
	return {
		message: `${hostOf(request)} redirects to ${host} instead of answering`,
		description: 'Redirects are not followed, so that no credential reaches another host. Check the environment of the credential.',
		statusCode,
		outcome: 'not done',
	};
}

function notJson(statusCode: number, text: string, effect: Effect, request: HttpRequest): Failure {
	const what = looksLikePage(text) ? 'a web page' : 'something that is not valid JSON';
	const outcome = outcomeOf(effect, statusCode);
	return {
		message: `${hostOf(request)} answered with ${what} instead of data (status ${statusCode})`,
		description: ['Check the environment of the credential, and whether a proxy or a sign-in page stands between.', caution(outcome)].filter(Boolean).join(' '),
		statusCode,
		outcome,
	};
}

function broken({ code, message, signIn }: NetworkFault, { api, effect }: Sending, request: HttpRequest): Failure {
	if (signIn) return { message, description: `Nothing was sent. Open the ${api.name} credential, correct it and save it: n8n tests it then.`, outcome: 'not sent' };
	const host = hostOf(request);
	const reason = NEVER_ARRIVED[code ?? ''];
	if (reason) {
		return { message: `${host} ${reason}`, description: 'Nothing was done. Check the environment of the credential and the network of this n8n.', statusCode: code, outcome: 'not done' };
	}
	const outcome = effect === 'read' ? 'not done' : 'unknown';
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT' || /timeout/i.test(message);
	return {
		message: timedOut ? `${host} did not answer within ${request.timeout / 1000} seconds` : code ? `The connection to ${host} broke off (${code})` : `The request to ${host} did not get through: ${message}`,
		description: [timedOut ? 'Try again later, or raise Timeout in Options.' : 'Try again later.', caution(outcome)].filter(Boolean).join(' '),
		statusCode: code,
		outcome,
	};
}
