import type { IDataObject } from 'n8n-workflow';

/** The value of a JSON text; undefined when it is none, which no JSON text stands for. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

export const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a member of an answer; nothing for what is not there. */
export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
