import type { Answer, Fields, Operation } from '../types';

/** 200 with a JSON body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** A failure of the request, as Whisk writes it. */
export const refused = (status: number, code: string, message: string): Answer => ({ status, body: { error_code: code, message } });

/** A failure of the sign-in, as Whisk writes it: a code and nothing else; the Food pages name 403 where all others name 401. */
export const unauthorized = (code: string, { errors }: Pick<Operation, 'errors'> = { errors: {} }): Answer =>
	({ status: '403' in errors && !('401' in errors) ? 403 : 401, body: { code } });

/** Whether a value is one that this API leaves out of its answers. */
function isLeftOut(value: unknown): boolean {
	if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
	return Array.isArray(value) && value.length === 0;
}

/** Without the members that are empty, zero or false. */
export const trimmed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => !isLeftOut(value)));

/** The same on every level: objects stay, however empty, and so does what stands in a list. */
export function trimmedDeep(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(trimmedDeep);
	if (typeof value !== 'object' || value === null) return value;
	return trimmed(Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, trimmedDeep(inner)])));
}

/** A whole number of 64 bits is text, and absent when it is zero. */
export const countOf = (rows: unknown[]): string | undefined => (rows.length === 0 ? undefined : String(rows.length));
