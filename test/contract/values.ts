import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Field, Fields } from '../../engine/types';
import { FILE_NAME, fileFor, readingWith } from '../support/files';

/** What people may type, from the strictest form to the loosest; the first that a field takes is its sample. */
const SAMPLES = [
	'6dc3646a-8719-483e-8b4c-617215fb1bf0', 'v1|110553111111|0', '{ "a": 1 }', '[{ "a": 1 }]', 'some text', '2026-01-02T03:04:05Z', '2026-01-02', '012345678905', '4', '12.50', 'US', 'en',
	'en-US', 'USD', 'EBAY_US', 'https://example.com/picture.jpg', '09:30', '12-10001-20001', 'DEMO-001', 'Color:Red',
];

const optionsOf = ({ options = [] }: Field['control']): unknown[] => (options as INodePropertyOptions[]).map(({ value }) => value);

const isPairs = ({ control, inner }: Field): boolean => control.type === 'fixedCollection' && !inner;

/** What may stand in the parameter of a field: each of its options, or what a person may type. */
function rawsOf(field: Field, version?: string): unknown[] {
	const { control, inner, members } = field;
	if (isPairs(field)) return [{ entries: [{ name: 'Color', value: 'Red' }] }];
	if (inner) {
		// one entry with every member, and where some of them exclude each other, an entry for each
		const entry = objectOf(inner, version);
		return control.type === 'fixedCollection' ? [{ entries: [entry] }, ...Object.entries(entry).map(([name, value]) => ({ entries: [{ [name]: value }] }))] : [entry];
	}
	if (members) return [];
	if (control.type === 'boolean') return [true, false];
	if (control.type === 'number') return [4, 4.5, control.typeOptions?.minValue, control.typeOptions?.maxValue];
	if (control.type === 'resourceMapper') return [{ mappingMode: 'defineBelow', value: { Color: 'Red' }, schema: [] }];
	if (fileFor(field)) return [FILE_NAME];
	return isChoice(control) && control.options ? optionsOf(control) : control.type === 'multiOptions' ? [SAMPLES.slice(0, 1)] : SAMPLES;
}

const isChoice = ({ type }: Pick<INodeProperties, 'type'>): boolean => type === 'options' || type === 'multiOptions';

/** One raw value for each member that takes one. */
const objectOf = (members: Fields, version?: string): Record<string, unknown> =>
	Object.fromEntries(Object.entries(members).flatMap(([name, member]) => {
		const raw = rawsOf(member, version).find((one) => readOf(member, one, version) !== undefined);
		return raw === undefined ? [] : [[name, raw]];
	}));

/** What a field makes of a raw value; undefined when it refuses it. */
function readOf(field: Field, raw: unknown, version?: string): unknown {
	const file = fileFor(field);
	try {
		return field.read(raw, readingWith({ version, ...(file ? { file: () => file } : {}) }));
	} catch {
		return undefined;
	}
}

/** The values that a field hands to the request: each of its options, or one sample. */
export function valuesOf(field: Field, version?: string): unknown[] {
	const values = rawsOf(field, version).flatMap((raw) => {
		const value = readOf(field, raw, version);
		return value === undefined ? [] : [value];
	});
	return isChoice(field.control) || ['boolean', 'number'].includes(field.control.type) ? values : values.slice(0, 1);
}
