import type { Desk } from '../desk';
import { mintHex } from '../random';
import type { Answer, SimulatedRequest } from '../types';
import { CONSENT_SCOPES } from './scopes';
import type { EbayClient, EbayState } from './state';
import { clientsOf, CODE_LIFE, scopesIn } from './token';

/** The host of the page on which a member agrees; no API is served there. */
export const CONSENT_HOST = 'auth.ebay.com';

const ROOT = '/oauth2';

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(status: number, title: string, content: string): Answer {
	const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><body style="font: 16px sans-serif; margin: 3em auto; max-width: 34em"><h1>${escaped(title)}</h1>${content}</body></html>`;
	return { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}

const wrong = (code: string, text: string): Answer => page(400, 'Something went wrong', `<p><code>${code}</code></p><p>${escaped(text)}</p>`);

type Asked = Record<'client_id' | 'redirect_uri' | 'response_type' | 'scope' | 'state' | 'prompt' | 'user' | 'answer', string | undefined>;

const askedOf = ({ query }: SimulatedRequest): Asked => Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values[0]])) as Asked;

/** What is wrong with a link, or the keyset that it names. */
function clientOf(state: EbayState, asked: Asked): EbayClient | Answer {
	const client = clientsOf(state).find(({ id }) => id === asked.client_id);
	if (!client) return wrong('unauthorized_client', 'The client is not known in this environment.');
	if (asked.redirect_uri !== client.ruName) return wrong('invalid_request', 'redirect_uri must be the RuName of the keyset, which is no address.');
	if (asked.response_type !== 'code') return wrong('unsupported_response_type', 'response_type must be code.');
	const unknown = scopesIn(asked.scope).find((scope) => !CONSENT_SCOPES.includes(scope));
	if (unknown) return wrong('invalid_scope', `The keyset may not ask for ${unknown}.`);
	return scopesIn(asked.scope).length ? client : wrong('invalid_scope', 'No scope was asked for.');
}

function form(state: EbayState, asked: Asked, client: EbayClient): Answer {
	const hidden = Object.entries(asked).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value ?? '')}">`);
	const known = asked.prompt === 'login' ? undefined : state.signedIn;
	const who = known
		? `<p>Signed in as <b>${known}</b></p><input type="hidden" name="user" value="${known}">`
		: `<p><label>Sign in as <select name="user">${[...state.sellers.keys()].map((name) => `<option>${name}</option>`).join('')}</select></label></p>`;
	const scopes = scopesIn(asked.scope).map((scope) => `<li><code>${escaped(scope)}</code></li>`);
	return page(200, 'Simulated eBay: grant access', `<form action="consent">${hidden.join('')}${who}<p><b>${escaped(client.id)}</b> asks for:</p><ul>${scopes.join('')}</ul>
<button name="answer" value="agree">Agree and continue</button> <button name="answer" value="decline">Decline</button></form>`);
}

function redirectTo(address: string, name: string, values: Record<string, string | undefined>): Answer {
	const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { status: 302, body: '', headers: { location: `${address}/ebay/${CONSENT_HOST}${ROOT}/${name}?${new URLSearchParams(given)}` } };
}

/** A member has pressed a button: a code to be used once, sent to the address that the RuName stands for. */
function decided(state: EbayState, asked: Asked, client: EbayClient, { address }: SimulatedRequest, now: number): Answer {
	if (asked.answer !== 'agree') return redirectTo(address, 'declined', { error: 'access_denied', state: asked.state });
	const seller = asked.user ?? '';
	if (!state.sellers.has(seller)) return wrong('invalid_request', 'There is no such member.');
	state.signedIn = seller;
	const code = `v^1.1#i^1#r^1#f^0#I^3#t^${mintHex(40)}==`;
	state.codes.set(code, { seller, clientId: client.id, ruName: client.ruName, scopes: scopesIn(asked.scope), expires: now + CODE_LIFE * 1000, isUsed: false });
	return redirectTo(address, 'accepted', { state: asked.state, code, expires_in: String(CODE_LIFE) });
}

function serve(state: EbayState, request: SimulatedRequest, now: number): Answer {
	if (request.method !== 'GET') return page(405, 'Something went wrong', '');
	if (request.path === `${ROOT}/accepted`) return page(200, 'Access is granted', '<p>This page has no more to do: the address of it holds the code.</p>');
	if (request.path === `${ROOT}/declined`) return page(200, 'Access is not granted', '');
	if (request.path !== `${ROOT}/authorize` && request.path !== `${ROOT}/consent`) return page(404, 'There is no such page', '');
	const asked = askedOf(request);
	const client = clientOf(state, asked);
	if ('status' in client) return client;
	return request.path === `${ROOT}/authorize` ? form(state, asked, client) : decided(state, asked, client, request, now);
}

/** The pages that a member of eBay sees in a browser: signing in, agreeing, and where that leads. */
export const openConsent = (stateOf: () => EbayState): Desk => ({
	identify: () => undefined,
	serve: (request, now) => serve(stateOf(), request, now),
	failure: (_request, status) => page(status, 'The simulator was told to fail', ''),
	expireTokens: () => undefined,
});
