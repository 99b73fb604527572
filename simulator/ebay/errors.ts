import { codes } from '../../contracts/ebay.json';
import { describe } from '../contract';
import type { Answer, Fields, Operation, Problem } from '../types';

interface CodeFacts {
	domain: string;
	category: string;
	parameters?: string[];
}

// codes of the gateway before the APIs: from general knowledge, in no contract
const GATEWAY: Record<number, CodeFacts> = {
	1001: { domain: 'OAuth', category: 'REQUEST' },
	1002: { domain: 'OAuth', category: 'REQUEST' },
	1100: { domain: 'ACCESS', category: 'REQUEST' },
	2001: { domain: 'ACCESS', category: 'REQUEST' },
	2002: { domain: 'ACCESS', category: 'REQUEST' },
	2003: { domain: 'ACCESS', category: 'APPLICATION' },
	2004: { domain: 'ACCESS', category: 'REQUEST' },
};

const MESSAGES: Record<number, string> = {
	1001: 'Access token is invalid or has expired',
	1002: 'Access token is missing',
	1100: 'Access denied: the token may not do this',
	2001: 'Too many requests for today',
	2002: 'Resource not found',
	2003: 'Internal error',
	2004: 'The request breaks the contract',
	10000: 'Internal error',
	10001: 'This marketplace is not supported',
	10006: 'Fewer pieces are left than asked for; the quantity was lowered',
	10007: 'A required member is missing',
	10008: 'The item ID has the wrong form',
	10009: 'The quantity must be a whole number above 0',
	10010: 'There is no such item',
	10011: 'The item is in the cart already',
	10012: 'The cart item ID is not valid',
	10013: 'This is not in the cart',
	10022: 'The item cannot be bought any more',
	10025: 'The marketplace header is required',
	11001: 'There is no such item ID',
	11012: 'The item ID has the wrong form',
	11019: 'The quantity for the shipping estimate must be above 0',
	11000: 'Internal error',
	12001: 'Keywords, a category, a product or a number must be given',
	12005: 'The offset must be a whole number',
	12006: 'The limit must lie between 1 and 200',
	12029: 'There are no results beyond 10,000',
	12515: 'The offset must be a multiple of the limit',
	105000: 'Internal error',
};

/** One entry of errors[] or warnings[]; the parameters are those the contract names for the code. */
export function entryOf(code: number, values: Record<string, string> = {}, longMessage?: string): Fields {
	const facts = (codes as Record<string, CodeFacts>)[code] ?? GATEWAY[code];
	const message = MESSAGES[code];
	const parameters = Object.entries(values).map(([name, value]) => ({ name, value }));
	const detail = parameters.map(({ name, value }) => `${name}: ${value}`).join(', ');
	return {
		errorId: code,
		domain: facts.domain,
		category: facts.category,
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

const CART_TYPES: Record<string, number> = { cartItemId: 10012, itemId: 10008, quantity: 10009 };

function cartRefusal(problem: Problem, operation: Operation): Answer | undefined {
	const names = (name: string) => name in (operation.body ?? {});
	if (problem.kind === 'missing' && problem.place === 'header') return failed(400, 10025, { supportedValues: 'EBAY_US and others' });
	if (problem.kind === 'missing' && problem.place === 'body' && names(problem.name)) return failed(400, 10007, { field: problem.name });
	if (problem.kind === 'wrong-type' && problem.place === 'body' && names(problem.name)) return failed(400, CART_TYPES[problem.name], {}, describe(problem));
	return undefined;
}

const STATUS: Partial<Record<Problem['kind'], number>> = { 'unknown-route': 404, 'wrong-method': 405, 'content-type': 415 };

/** A broken contract in eBay's words: the API's own codes where it has them, else those of the gateway. */
export function refuse(problem: Problem, operation?: Operation): Answer {
	const text = describe(problem);
	if (operation?.bodyType === 'form') {
		const isGrant = problem.kind === 'not-allowed' && problem.name === 'grant_type';
		return oauthFailed(400, isGrant ? 'unsupported_grant_type' : 'invalid_request', text);
	}
	const own = operation?.path.includes('/shopping_cart/') ? cartRefusal(problem, operation) : undefined;
	return own ?? failed(STATUS[problem.kind] ?? 400, problem.kind === 'unknown-route' ? 2002 : 2004, {}, text);
}
