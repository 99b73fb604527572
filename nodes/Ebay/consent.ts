import type { IDataObject } from 'n8n-workflow';
import { SignInError } from '../../engine/problem';
import { fingerprintOf } from '../../engine/session';
import { ebayAddress } from './address';
import { jobNames, jobsOf, memberScopes } from './scopes';

/** The field that takes what a member's consent has given, as a person sees it. */
const FIELD = "'Authorization Code or Refresh Token'";

const textIn = (value: unknown): string => String(value ?? '').trim();

/** What a member's consent has given: a code to be exchanged once, or a text that may be either of two. */
export interface Given {
	kind: 'code' | 'either';
	text: string;
	/** The address that a code stood in. */
	address?: string;
}

/** Ties a link to one keyset in one environment and to what it asks for; nobody without the secret can make one. */
const stateOf = (credentials: IDataObject, jobs: string[]): string => {
	const { environment, clientId, clientSecret, ruName } = credentials;
	const seal = fingerprintOf('consent', environment, ebayAddress(credentials, 'auth.ebay.com'), textIn(clientId), textIn(clientSecret), textIn(ruName), jobs);
	return [seal.slice(0, 32), ...jobs].join('.');
};

/** The address of the page on which a member signs in and agrees; a new sign-in is asked for, so that it is the right shop. */
export function consentLink(credentials: IDataObject): string {
	const query = {
		client_id: textIn(credentials.clientId), redirect_uri: textIn(credentials.ruName), response_type: 'code', scope: memberScopes(credentials).join(' '),
		state: stateOf(credentials, jobsOf(credentials)), prompt: 'login',
	};
	return `${ebayAddress(credentials, 'auth.ebay.com')}/oauth2/authorize?${Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

/** What to do to get a consent: with the link, where the credential has all that it needs. */
export const howToAgree = (credentials: IDataObject): string =>
	textIn(credentials.ruName)
		? `Open this link, sign in as the shop and agree. Then paste the whole address of the page you land on into ${FIELD} within five minutes, and save. ${consentLink(credentials)}`
		: `Fill in 'RuName', empty ${FIELD} and save: the test then shows a link for a new consent. Or paste a refresh token that is valid`;

const refuse = (credentials: IDataObject, reason: string): never => {
	throw new SignInError(`eBay sign-in: ${reason}. ${howToAgree(credentials)}`);
};

/** A member of an address as it stands there: eBay's codes hold signs that a URL would cut at. */
function partOf(address: string, name: string): string | undefined {
	const found = new RegExp(`[?&]${name}=([^&\\s]*)`).exec(address)?.[1];
	return found === undefined ? undefined : decoded(found);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Reads what was pasted: the whole address that eBay led to, a code, or a refresh token. */
export function readGiven(credentials: IDataObject): Given | undefined {
	const text = textIn(credentials.refreshToken);
	if (!text) return undefined;
	if (/^https?:\/\/|[?&](code|state)=/i.test(text)) return { kind: 'code', text: partOf(text, 'code') ?? '', address: text };
	return /%[0-9a-f]{2}/i.test(text) ? { kind: 'code', text: decoded(text) } : { kind: 'either', text };
}

/**
 * Checks that a pasted address was made by a link of this credential, so that nobody signs in as someone else.
 * @throws SignInError with the way to a new consent
 */
export function checkGiven(credentials: IDataObject, { address, text }: Given): void {
	if (address === undefined) return;
	if (!textIn(credentials.ruName)) refuse(credentials, "a pasted address needs the 'RuName' that its link was made with");
	if (!text && /[?&]client_id=/.test(address)) refuse(credentials, 'what was pasted is the link itself, not the address that eBay leads to after you have agreed');
	if (!text) refuse(credentials, 'the pasted address holds no code: eBay leads to one with a code only after you have agreed');
	if (!agreedJobs(credentials)) refuse(credentials, 'the pasted address was not made for this credential, but for another keyset, RuName or environment');
}

/** The jobs that the member has agreed to, where that can be told. */
export function agreedJobs(credentials: IDataObject): string[] | undefined {
	const state = partOf(textIn(credentials.refreshToken), 'state');
	const jobs = (state ?? '').split('.').slice(1);
	return state === stateOf(credentials, jobs) ? jobs : undefined;
}

/** What is still to be done by a member, for the test of the credential; undefined when nothing is. */
export function stillToAgree(credentials: IDataObject): string | undefined {
	if (!textIn(credentials.ruName)) return undefined;
	if (!textIn(credentials.refreshToken)) return `Client ID and Client Secret are right. Now an eBay member has to agree. ${howToAgree(credentials)}`;
	const agreed = agreedJobs(credentials);
	const missing = agreed ? jobsOf(credentials).filter((job) => !agreed.includes(job)) : [];
	return missing.length ? `The member has not agreed to ${jobNames(missing)} yet; everything else works. ${howToAgree(credentials)}` : undefined;
}

/** @throws SignInError for an address where eBay's ID of it belongs */
export function checkRuName({ ruName }: IDataObject): void {
	if (!/[/:\s]/.test(textIn(ruName))) return;
	throw new SignInError("eBay sign-in: 'RuName' is not an address but eBay's ID of one, such as Acme-AcmeApp-PRD-abc123. At developer.ebay.com it stands under Application Keys, User Tokens, Get a Token from eBay via Your Application");
}
