import { createHash } from 'crypto';

/** Hex digits that depend on nothing but the parts. */
export function digest(...parts: Array<string | number>): string {
	return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** SHA-256 of bytes, to tell whether a file arrived whole. */
export const digestOfBytes = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A uuid of version 4 form, the same for the same seed and label. */
export function uuidOf(seed: number, label: string): string {
	const hex = digest(seed, label);
	const variant = '89ab'[Number.parseInt(hex[16], 16) % 4];
	return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

/** A whole number from 0 up to, not including, the bound. */
export function numberOf(seed: number, label: string, bound: number): number {
	return Number.parseInt(digest(seed, label).slice(0, 8), 16) % bound;
}

/** A source of numbers from 0 to 1 that starts over with the same seed (mulberry32). */
export function randomSource(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

let minted = 0;

/** A new token of hex digits; no two of a process are alike, also after a reset. */
export function mintHex(length: number): string {
	minted += 1;
	return digest('token', minted).slice(0, length);
}

/** Decimal digits of a check-digit code (UPC, EAN, GTIN, ISBN-13) of the given length. */
export function codeOf(prefix: string, serial: number, length: number): string {
	const digits = (prefix + String(serial).padStart(length - 1 - prefix.length, '0')).slice(0, length - 1);
	const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
	return digits + String((10 - (sum % 10)) % 10);
}
