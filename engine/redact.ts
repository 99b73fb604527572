import type { IDataObject } from 'n8n-workflow';
import { parseJson } from './json';
import { getPath } from './request';
import type { Fields, Values } from './types';

const SCHEMES = /\b(Bearer|Basic|Token|IAF)\s+[^\s"',;}]{6,}/gi;
const MASK = '***';

/** Every text that a credential keeps secret, the members of JSON texts among them. */
export function secretsOf(credentials: IDataObject, names: readonly string[]): string[] {
	return names.map((name) => getPath(credentials, name)).flatMap((value) => [value, ...inside(value)]).filter((secret): secret is string => typeof secret === 'string' && secret.length >= 4);
}

/** What was given for the fields that keep their value secret, those in collections too. */
export const secretsIn = (fields: Fields = {}, values: Values = {}): string[] =>
	Object.entries(fields).flatMap(([name, { secret, members }]) => {
		if (members) return secretsIn(members, values[name] as Values | undefined);
		return secret && String(values[name] ?? '').length > 3 ? [String(values[name])] : [];
	});

const inside = (value: unknown): unknown[] => (typeof value === 'string' && value.startsWith('{') ? leaves(parseJson(value)) : []);

const leaves = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]);

/** Hides secrets, as they are and as they stand in a URL, and whatever follows an authorization scheme. */
export function redact(text: string, secrets: readonly string[]): string {
	const hidden = secrets
		.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
		.reduce((rest, secret) => rest.split(secret).join(MASK), text);
	return hidden.replace(SCHEMES, `$1 ${MASK}`);
}

/** Hides secrets in every text of a value, member names included. */
export function redactAll<T>(value: T, secrets: readonly string[]): T {
	if (typeof value === 'string') return redact(value, secrets) as T;
	if (Array.isArray(value)) return value.map((entry: unknown) => redactAll(entry, secrets)) as T;
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([name, entry]) => [redact(name, secrets), redactAll(entry as unknown, secrets)])) as T;
	}
	return value;
}
