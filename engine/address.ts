import type { IDataObject } from 'n8n-workflow';
import { FieldProblem } from './problem';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Base address from a credential's "Custom URL": https, or http on this machine; no user info, query or fragment; a
 * path is kept. Without a slash at the end.
 * @throws FieldProblem in words for the credential's owner
 */
export function customAddress(credentials: IDataObject): string {
	const text = String(credentials.customUrl ?? '').trim();
	const url = parse(text);
	if (!url) throw new FieldProblem(`has a Custom URL that is no URL: "${text}"`, 'Write it like https://host.example in the credential.');
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		throw new FieldProblem('has a Custom URL that does not start with https://', 'http:// is accepted only for this machine, such as http://127.0.0.1:4010.');
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new FieldProblem('has a Custom URL with a user name, question mark or number sign', 'Give the plain address.');
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** Whether an address lies under a base address: same origin, same path up to a slash. */
export function isUnder(base: string, address: string): boolean {
	const [root, url] = [parse(base), parse(address)];
	if (!root || !url || root.origin !== url.origin) return false;
	return `${url.pathname}/`.startsWith(`${root.pathname.replace(/\/+$/, '')}/`);
}

function parse(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}
