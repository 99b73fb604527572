import { shown, toText } from './checks';
import { field } from './fields';
import type { Words } from './fields';
import { FieldProblem } from './problem';
import type { Field } from './types';

/** Made when the first value is checked: each takes a good while, and every n8n process loads this. */
const known: Partial<Record<'region' | 'language', Intl.DisplayNames>> = {};
const isNamed = (type: 'region' | 'language', code: string): boolean => (known[type] ??= new Intl.DisplayNames(['en'], { type, fallback: 'none' })).of(code) !== undefined;

/** A text of a known list, in the letters that standards write it in. */
const code = (words: Words, form: RegExp, write: (text: string) => string, isKnown: (text: string) => boolean, help: string): Field<string> =>
	field(words, { type: 'string', default: '' }, (raw) => {
		const text = toText(raw);
		if (form.test(text) && isKnown(write(text))) return write(text);
		throw new FieldProblem(`is not a code that is known: ${shown(raw)}`, help);
	});

/** Country by ISO 3166, two letters. */
export const country = (words: Words): Field<string> =>
	code({ placeholder: 'e.g. US', ...words }, /^[a-z]{2}$/i, (text) => text.toUpperCase(), (text) => isNamed('region', text) && text !== 'ZZ', 'Write the two letters of the country, such as US, GB or DE.');

/** Language by ISO 639, two letters. */
export const language = (words: Words): Field<string> =>
	code({ placeholder: 'e.g. en', ...words }, /^[a-z]{2}$/i, (text) => text.toLowerCase(), (text) => isNamed('language', text), 'Write the two letters of the language, such as en, de or fr.');

/** Currency by ISO 4217, three letters. */
export const currency = (words: Words): Field<string> =>
	code({ placeholder: 'e.g. USD', ...words }, /^[a-z]{3}$/i, (text) => text.toUpperCase(), (text) => Intl.supportedValuesOf('currency').includes(text), 'Write the three letters of the currency, such as USD, GBP or EUR.');
