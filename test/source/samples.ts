import { contracts } from '../contract/contracts';
import type { Contract } from '../contract/contracts';
import { jsonOf } from '../table/load.js';

/** A call as a page or a public file prints it; our scripts neither wrote nor read it. */
export interface Sample {
	/** Id of the contract. */
	operation: string;
	/** Where it is printed. */
	address: string;
	note?: string;
	request: SampleRequest | null;
	response: SampleResponse | null;
}

export interface SampleRequest {
	address?: string;
	method: string;
	url: string;
	/** As printed, secrets replaced; none where only the address is printed. */
	headers: Record<string, string>;
	body?: unknown;
}

export interface SampleResponse {
	address?: string;
	/** Null where the sample stands without its status. */
	status: number | null;
	body: unknown;
}

export const SERVICES = ['crux', 'whisk', 'ebay'] as const;

export const samplesOf = (service: string): Sample[] => jsonOf(`test/source/fixtures/${service}.json`) as Sample[];

export const samples: Sample[] = SERVICES.flatMap(samplesOf);

/** A contract with the way its body is written. */
export type Written = Contract & { bodyType?: string };

/** @throws Error: a sample of an operation that no contract knows compares nothing */
export function contractFor({ operation }: Sample): Written {
	const contract: Written | undefined = contracts.find(({ id }) => id === operation);
	if (!contract) throw new Error(`No contract has the id ${operation}`);
	return contract;
}

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON type of a value. */
export const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);

/** Whether a value is of a contract's type. */
export const isOf = (type: string, value: unknown): boolean =>
	type === 'any' || type === typeOf(value) || (type === 'number' && typeOf(value) === 'integer') || (type === 'binary' && typeof value === 'string');

export const once = (texts: string[]): string[] => [...new Set(texts)];
