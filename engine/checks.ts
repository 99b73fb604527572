import { isObject, parseJson } from './json';
import { FieldProblem } from './problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A value as it may be shown in a message: quoted and cut. */
export const shown = (value: unknown): string => {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
};

/** Nothing was given: absent, null or blank text. */
export const isBlank = (raw: unknown): boolean =>
	raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

/** Text of a value; numbers are written as they are, anything else is refused. */
export function toText(raw: unknown): string {
	if (typeof raw === 'string') return raw.trim();
	if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
	throw new FieldProblem(`must be text, not ${shown(raw)}`, 'Give one value, or an expression that returns one.');
}

/**
 * An identifier that goes into a path or a body: one word, not an address, nothing that could leave its path segment.
 * @throws FieldProblem
 */
export function toId(raw: unknown): string {
	const id = toText(raw);
	if (id === '') throw new FieldProblem('is empty', 'Choose an entry from the list or give its ID.');
	if (/^[a-z][a-z0-9+.-]*:\/\//i.test(id) || /^www\./i.test(id)) {
		throw new FieldProblem(`is a URL, not an ID: ${shown(id)}`, 'Give only the ID, without the address around it.');
	}
	if (/^=?\s*\{\{.*\}\}$/s.test(id)) throw new FieldProblem(`is an expression that nobody has worked out: ${shown(id)}`, "Switch the field from 'Fixed' to 'Expression'.");
	if (/^\.{1,2}$/.test(id) || /[\s/\\?#\p{Cc}\p{Cs}]/u.test(id)) {
		throw new FieldProblem(`is not an ID: ${shown(id)}`, 'An ID has no spaces, slashes, question marks or number signs, and is not made of dots.');
	}
	return id;
}

/**
 * A UUID, lower case.
 * @param hint what it is often confused with
 * @throws FieldProblem
 */
export function toUuid(raw: unknown, hint: string): string {
	const id = toId(raw);
	if (!UUID.test(id)) {
		throw new FieldProblem(`is not a UUID: ${shown(id)}`, `A UUID looks like 6dc3646a-8719-483e-8b4c-617215fb1bf0. ${hint}`.trim());
	}
	return id.toLowerCase();
}

/**
 * A whole number; text that is one counts, "3.5", "1,000" and "1E+05" do not.
 * @throws FieldProblem
 */
export function toInteger(raw: unknown, min: number, max: number): number {
	if (isBlank(raw)) throw new FieldProblem('is empty', 'Give a whole number, or remove the field.');
	const value = typeof raw === 'string' && /^[+-]?\d+$/.test(raw.trim()) ? Number(raw) : raw;
	if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
		throw new FieldProblem(`must be a whole number, not ${shown(raw)}`, 'Round or clean the value before this node; it is never rounded here.');
	}
	if (value < min || value > max) {
		const range = max === Number.MAX_SAFE_INTEGER ? `at least ${min}` : `between ${min} and ${max}`;
		throw new FieldProblem(`must be ${range}, not ${value}`);
	}
	return value;
}

/**
 * A number; text that is one counts when it can be read in one way only: "12.5" does, "1.234,50", "1,000" and "1E+05"
 * do not.
 * @throws FieldProblem
 */
export function toNumber(raw: unknown, above: number): number {
	const value = typeof raw === 'string' && /^[+-]?\d+(\.\d+)?$/.test(raw.trim()) ? Number(raw) : raw;
	if (typeof value !== 'number' || !Number.isFinite(value)) {
		throw new FieldProblem(`must be a number, not ${shown(raw)}`, 'Write it with a point for decimals and without thousands separators.');
	}
	if (value <= above) throw new FieldProblem(`must be more than ${above}, not ${value}`);
	return value;
}

/**
 * An amount of money as the text that is sent: digits, a point, decimals. Money is never guessed, so "1.234,50", "12,50"
 * and "1E+05" are refused.
 * @throws FieldProblem
 */
export function toAmount(raw: unknown): string {
	const text = toText(raw);
	if (/^\d+(\.\d+)?$/.test(text)) return text;
	throw new FieldProblem(`is not an amount: ${shown(raw)}`, 'Write it like 12.50, with a point for decimals and without currency, sign or thousands separators.');
}

/** Boolean; the words true and false count. @throws FieldProblem */
export function toBoolean(raw: unknown): boolean {
	const word = typeof raw === 'string' ? raw.trim().toLowerCase() : raw;
	if (word === true || word === 'true') return true;
	if (word === false || word === 'false') return false;
	throw new FieldProblem(`must be true or false, not ${shown(raw)}`);
}

/** Entries of an array, or of a text with commas or line breaks; blanks and repetitions are left out. */
export function toEntries(raw: unknown): unknown[] {
	const parsed = typeof raw === 'string' && /^\s*\[/.test(raw) ? fromJson(raw) : raw;
	const entries = Array.isArray(parsed) ? parsed : typeof parsed === 'string' ? parsed.split(/[,\n\r]+/) : [parsed];
	return [...new Set(entries.map((entry) => (typeof entry === 'string' ? entry.trim() : entry)))].filter((entry) => !isBlank(entry));
}

/** An object from an object or from its JSON text. @throws FieldProblem */
export function toObject(raw: unknown): Record<string, unknown> {
	const value = typeof raw === 'string' ? fromJson(raw) : raw;
	if (!isObject(value)) throw new FieldProblem(`must be a JSON object, not ${shown(raw)}`, 'Write it like { "name": "value" }.');
	return value;
}

/** A list from an array or from its JSON text. @throws FieldProblem */
export function toList(raw: unknown): unknown[] {
	const value = typeof raw === 'string' ? fromJson(raw) : raw;
	if (!Array.isArray(value)) throw new FieldProblem(`must be a JSON list, not ${shown(raw)}`, 'Write it like [{ "name": "value" }].');
	return value as unknown[];
}

function fromJson(text: string): unknown {
	const value = parseJson(text);
	if (value === undefined) throw new FieldProblem(`is not valid JSON: ${shown(text)}`, 'Check quotes, commas and brackets.');
	return value;
}
