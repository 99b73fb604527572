import type { IDataObject } from 'n8n-workflow';
import { isObject, parseJson } from './json';
import type { Api, Effect, Failure, Fields, HttpRequest, Meanings, Outcome, Problem, Repeat, Result, Stream, Values } from './types';

/** What a look shows of a write that was done; false when it was not, undefined when that cannot be told. */
export type Seen = IDataObject | false | undefined;

/** What an explanation needs to know of the call that failed. */
export interface Sending {
	api: Api;
	effect: Effect;
	repeat?: Repeat;
	/** Sentences of the row, tried before those of the API. */
	meanings?: Meanings;
	/** Kind of token wanted from the credential. */
	kind?: string;
	/** The request is to carry a digital signature. */
	sign?: boolean;
	/** It is asked without signing in. */
	open?: true;
	/** The answer is a file. */
	binary?: { gunzip?: boolean };
	/** Reads whether an earlier try has done it. */
	verify?: () => Promise<Result<Seen>>;
	/** A try before this run had no answer. */
	unsure?: boolean;
	/** What was asked for, to be named in a failure. */
	fields?: Fields;
	values?: Values;
}

export interface Raw {
	statusCode: number;
	headers: IDataObject;
	text: string;
	/** A file, not yet read. */
	stream?: Stream;
	/** It came as an error, after n8n had renewed the token. */
	thrown?: true;
}

export interface NetworkFault {
	code?: string;
	message: string;
	/** The credential could not sign in; the message is its own. */
	signIn: boolean;
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

/** Characters of a plain-text error that are shown. */
const LONGEST_TEXT = 300;

const hostOf = (request: HttpRequest): string => new URL(request.url).host;
const join = (parts: Array<string | undefined | false>): string => parts.filter(Boolean).join(' ');

/** An answer that is no success, in the service's own words where it has any. */
export function explainAnswer({ statusCode, headers, text }: Raw, sending: Sending, request: HttpRequest): Failure {
	if (statusCode < 200 || (statusCode > 299 && statusCode < 400)) return redirected(statusCode, headers, sending, request);
	const body = parseJson(text);
	const usual = outcomeOf(sending.effect, statusCode);
	if (body === undefined && (statusCode < 300 || looksLikePage(text))) return notJson(statusCode, text, usual, request);
	const { message: said, description: more, code, parameters } = isObject(body) ? sending.api.problem(body, request) : ({ message: text.trim().slice(0, LONGEST_TEXT) || undefined } as Problem);
	const outcome = code !== undefined && sending.api.notDone?.includes(code) ? 'not done' : usual;
	const meaning = meaningOf(sending, statusCode, code);
	const [what, ...whatToDo] = meaning.split(/(?<=\.) /);
	const fallback = `${sending.api.name} ${statusCode > 499 ? 'could not process' : 'refused'} the request (status ${statusCode})`;
	const message = said ?? (what.replace(/\.$/, '') || fallback);
	const description = join([
		more, said ? meaning : whatToDo.join(' '), code && `Code ${code}.`, parametersText(parameters), subjectText(sending, statusCode, code), caution(outcome),
	]);
	return { message, description: description || `Status ${statusCode} of ${hostOf(request)}.`, statusCode, code, parameters, outcome, ...(statusCode === 429 ? { retryAfter: retryAfter(headers) } : {}) };
}

/** Warnings of a call that was carried out, for those who want them to fail. */
export function explainWarnings(warnings: IDataObject[], statusCode: number, sending: Sending): Failure {
	const { message, code } = sending.api.problem({ errors: warnings });
	const write = sending.effect !== 'read';
	return {
		message: message ?? `${sending.api.name} answers with warnings`,
		description: join([meaningOf(sending, statusCode, code), code && `Code ${code}.`, write && 'The request was carried out; it fails here because Fail on Warnings is on.']),
		statusCode, code, parameters: { warnings }, outcome: write ? 'done' : 'not done',
	};
}

const meaningOf = ({ api, meanings = {} }: Sending, statusCode: number, code = ''): string => meanings[code] ?? meanings[statusCode] ?? api.meanings[code] ?? api.meanings[statusCode] ?? '';

const parametersText = (parameters?: IDataObject): string | undefined =>
	parameters && Object.keys(parameters).length ? `${Object.entries(parameters).map(([name, value]) => `${name}: ${String(value)}`).join(', ')}.` : undefined;

/** What the operation requires when something is missing, and what it was given when that is not found or cannot be done. */
function subjectText({ api, meanings = {}, fields = {}, values = {} }: Sending, statusCode: number, code = ''): string | undefined {
	const entries = Object.entries(fields);
	const needed = entries.filter(([, field]) => field.required || field.atLeastOne).map(([, { control }]) => `'${control.displayName}'`);
	// A code with words of its own says more than what is required.
	if (statusCode === 400) return needed.length && !(meanings[code] ?? api.meanings[code]) ? `Required: ${needed.join(', ')}.` : undefined;
	if (statusCode !== 404 && statusCode !== 422) return undefined;
	const given = entries.flatMap(([name, { control, place }]) => {
		if (values[name] === undefined || !(place.in === 'path' || 'nameFrom' in place || control.type === 'resourceLocator')) return [];
		return [`${'nameFrom' in place ? String(values[place.nameFrom]) : control.displayName} ${String(values[name])}`];
	});
	return given.length ? `Given: ${given.join(', ')}.` : undefined;
}

/** Retry-After as milliseconds: seconds or a date. */
export function retryAfter(headers: IDataObject): number | undefined {
	const text = String(headers['retry-after'] ?? '').trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const date = Date.parse(text);
	return text === '' || Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

const looksLikePage = (text: string): boolean => /^\s*<(!doctype|html|\?xml)/i.test(text);

/** 4xx: the service refused; anything else of a write: it may have acted. */
const outcomeOf = (effect: Effect, statusCode: number): Outcome => (effect !== 'read' && (statusCode > 499 || statusCode < 300 || statusCode === 408) ? 'unknown' : 'not done');

export const CAUTION = 'It may have been done: check before sending it again.';

const caution = (outcome: Outcome): string | false => outcome === 'unknown' && CAUTION;

/** A 303 leads to what was done; any other redirect comes instead of doing it. */
function redirected(statusCode: number, headers: IDataObject, { effect }: Sending, request: HttpRequest): Failure {
	const target = String(headers.location ?? '');
	const host = URL.canParse(target, request.url) ? new URL(target, request.url).host : 'an unknown address';
	const outcome: Outcome = statusCode === 303 && effect !== 'read' ? 'unknown' : 'not done';
	return {
		message: `${hostOf(request)} redirects to ${host} instead of answering`,
		description: join(['Redirects are not followed, so that no credential reaches another host. Check the environment of the credential.', caution(outcome)]),
		statusCode,
		outcome,
	};
}

function notJson(statusCode: number, text: string, outcome: Outcome, request: HttpRequest): Failure {
	const what = looksLikePage(text) ? 'a web page' : 'something that is not valid JSON';
	return {
		message: `${hostOf(request)} answered with ${what} instead of data (status ${statusCode})`,
		description: join(['Check the environment of the credential, and whether a proxy or a sign-in page stands between.', caution(outcome)]),
		statusCode,
		outcome,
	};
}

/** A request without an answer: a refused sign-in, a fault before the service was reached, or a broken connection. */
export function explainFault({ code, message, signIn }: NetworkFault, { api, effect }: Sending, request: HttpRequest): Failure {
	if (signIn) return { message, description: api.oAuth2 ? `Nothing was done. Open the ${api.name} credential and connect it again.` : `Nothing was sent. Open the ${api.name} credential, correct it and save it: n8n tests it then.`, outcome: 'not sent' };
	const host = hostOf(request);
	const reason = NEVER_ARRIVED[code ?? ''];
	if (reason) {
		return { message: `${host} ${reason}`, description: 'Nothing was done. Check the environment of the credential and the network of this n8n.', statusCode: code, outcome: 'not done' };
	}
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT' || /timeout/i.test(message);
	const what = timedOut ? `${host} did not answer within ${request.timeout / 1000} seconds` : code ? `The connection to ${host} broke off (${code})` : `The request to ${host} did not get through: ${message}`;
	const outcome = effect === 'read' ? 'not done' : 'unknown';
	return { message: what, description: join([timedOut ? 'Try again later, or raise Timeout in Options.' : 'Try again later.', caution(outcome)]), statusCode: code, outcome };
}
