import { codes } from '../../contracts/ebay.json';
import type { Answer, Fields, Operation } from '../types';
import { MESSAGES } from './messages';

interface CodeFacts {
	domain: string;
	category: string;
	parameters?: string[];
}

const ACCESS: CodeFacts = { domain: 'ACCESS', category: 'REQUEST' };
// from eBay's guide to digital signatures: in no contract either
const SIGNATURES = [215000, 215001, 215105, 215111, 215112, 215113, 215114, 215115, 215122];

// codes of the gateway before the APIs: from general knowledge, in no contract
const GATEWAY: Record<number, CodeFacts> = {
	1001: { domain: 'OAuth', category: 'REQUEST' },
	1002: { domain: 'OAuth', category: 'REQUEST' },
	1100: ACCESS,
	2001: ACCESS,
	2002: ACCESS,
	2003: { domain: 'ACCESS', category: 'APPLICATION' },
	2004: ACCESS,
	...Object.fromEntries(SIGNATURES.map((code) => [code, ACCESS])),
};

const factsOf = (code: number): CodeFacts => (codes as Record<string, CodeFacts>)[code] ?? GATEWAY[code];

/** The names of the values that the contract promises with a code. */
export const parametersOf = (code: number): string[] => factsOf(code).parameters ?? [];

/** One entry of errors[] or warnings[]; the parameters are those the contract names for the code. */
export function entryOf(code: number, values: Record<string, string> = {}, longMessage?: string): Fields {
	const { domain, category } = factsOf(code);
	const message = MESSAGES[code];
	const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
	const detail = parameters.map(({ name, value }) => `${name}: ${value}`).join(', ');
	return {
		errorId: code,
		domain,
		category,
		message,
		longMessage: longMessage ?? (detail ? `${message} (${detail})` : message),
		...(parameters.length ? { parameters } : {}),
	};
}

/** An answer with one error. */
export function failed(status: number, code: number, values?: Record<string, string>, longMessage?: string): Answer {
	return { status, body: { errors: [entryOf(code, values, longMessage)] } };
}

/** An error of the token endpoint. */
export const oauthFailed = (status: number, error: string, description: string): Answer => ({ status, body: { error, error_description: description } });

const FAILURES: Record<number, number> = { 401: 1001, 403: 1100, 404: 2002, 429: 2001 };

/** A failure of eBay itself: each API has an internal error of its own. */
export function failure(status: number, operation?: Operation): Answer {
	if (operation?.bodyType === 'form') return oauthFailed(status, 'server_error', 'The simulator was told to fail');
	const internal = Object.values(operation?.errors['500'] ?? [])[0] ?? 2003;
	return failed(status, FAILURES[status] ?? (status >= 500 ? Number(internal) : 2004));
}
