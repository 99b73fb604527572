import { createHash } from 'crypto';
import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { isUnder } from './address';
import { isObject, parseJson } from './json';
import { SignInError } from './problem';

/** What a sign-in gives. */
export interface SignedIn {
	/** Tokens by kind. */
	tokens: Record<string, string>;
	/** When each of them ends, in milliseconds since 1970. */
	ends?: Record<string, number>;
	/** What outlives the tokens and cannot be had again; the next sign-in is given it. */
	kept?: IDataObject;
}

/** A sign-in bound to the credential values it was made for; kept as JSON text in one hidden field. */
export interface Session extends SignedIn {
	fingerprint: string;
	/** When it was made, in milliseconds since 1970. */
	made?: number;
}

interface Flight {
	running?: Promise<string>;
	/** The newest session made here. */
	last?: string;
	/** Sessions that a newer one has replaced: whoever still holds one gets the newest without a sign-in. */
	replaced: string[];
	refused?: { until: number; message: string };
}

const MOST_FLIGHTS = 200;
const MOST_REPLACED = 50;
/** A refused sign-in is not repeated for so long, so that a thousand rows do not lock the account. */
const REFUSED_FOR = 5_000;
const flights = new Map<string, Flight>();

/** Names the credential values a session belongs to, without showing them. */
export const fingerprintOf = (...values: unknown[]): string => createHash('sha256').update(JSON.stringify(values)).digest('hex');

/** A stored session, if it was made for these credential values; without a fingerprint, whatever it was made for. */
export function readSession(stored: unknown, fingerprint?: string): Session | undefined {
	const session = parseJson(String(stored ?? '')) as Session | undefined;
	return isObject(session?.tokens) && (fingerprint ?? session.fingerprint) === session.fingerprint ? session : undefined;
}

/** A token of a stored session, if the session was made for these credential values. */
export const tokenOf = (stored: unknown, fingerprint: string, kind: string): string | undefined => readSession(stored, fingerprint)?.tokens[kind];

/**
 * The session to store: one sign-in for any number of callers whose token died together, also across workflows of
 * this process. n8n has no lock of its own here (measured: 50 items in flight, 50 sign-ins).
 * @param stored the session the caller holds; '' at first
 * @param signIn signs in; throws SignInError
 */
export async function renewSession(stored: string, fingerprint: string, signIn: () => Promise<SignedIn>): Promise<string> {
	const flight = flights.get(fingerprint) ?? { replaced: [] };
	flights.delete(fingerprint);
	flights.set(fingerprint, flight);
	if (flights.size > MOST_FLIGHTS) flights.delete(flights.keys().next().value!);
	if (flight.last && stored !== flight.last && (stored === '' || flight.replaced.includes(stored))) return flight.last;
	if (flight.refused && flight.refused.until > Date.now()) throw new SignInError(flight.refused.message);
	flight.running ??= start(flight, stored, fingerprint, signIn).finally(() => {
		flight.running = undefined;
	});
	return await flight.running;
}

async function start(flight: Flight, stored: string, fingerprint: string, signIn: () => Promise<SignedIn>): Promise<string> {
	const signedIn = await signIn().catch((error: Error) => {
		if (error instanceof SignInError) flight.refused = { until: Date.now() + REFUSED_FOR, message: error.message };
		return Promise.reject(error);
	});
	const session: Session = { fingerprint, made: Date.now(), ...signedIn };
	flight.replaced = [...flight.replaced, flight.last ?? '', stored].filter(Boolean).slice(-MOST_REPLACED);
	flight.last = JSON.stringify(session);
	flight.refused = undefined;
	return flight.last;
}

/** Status and JSON of a sign-in request. @throws SignInError in words for the credential's owner */
export async function askForToken(helper: IHttpRequestHelper, service: string, request: IHttpRequestOptions): Promise<{ statusCode: number; body: IDataObject }> {
	const options: IHttpRequestOptions = { ...request, encoding: 'text', returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true, timeout: 30_000 };
	const { host } = new URL(request.url);
	const answer = await (helper.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch((error: { code?: string }) =>
		Promise.reject(new SignInError(`${service} sign-in: ${host} cannot be reached${error.code ? ` (${error.code})` : ''}. Check Environment and Custom URL of the credential and the network of this n8n`)),
	);
	const body = typeof answer.body === 'string' ? parseJson(answer.body) : answer.body;
	if (!isObject(body)) {
		throw new SignInError(`${service} sign-in: ${host} did not answer with data (status ${answer.statusCode}). Check Environment and Custom URL of the credential`);
	}
	return { statusCode: answer.statusCode, body };
}

/**
 * Puts the Authorization header on a request, or takes it off: no token, or an address that is not the credential's
 * own, goes without, so that a token never reaches a host it was not made for.
 */
export function authorize(request: IHttpRequestOptions, authorization: string | undefined, bases: string[]): IHttpRequestOptions {
	const headers: IDataObject = { ...request.headers };
	delete headers.Authorization;
	// The HTTP Request node hands over `uri`, where everything else has `url`; both must fit when there are both.
	const { url, uri, baseURL = '' } = request as Partial<IHttpRequestOptions> & { uri?: string };
	const named = [url, uri].filter((address): address is string => typeof address === 'string' && address !== '');
	const addresses = named.map((address) => (/^https?:\/\//i.test(address) ? address : `${baseURL}${address}`));
	const isOwn = addresses.length > 0 && addresses.every((address) => bases.some((base) => isUnder(base, address)));
	if (authorization && isOwn) headers.Authorization = authorization;
	request.headers = headers;
	return request;
}
