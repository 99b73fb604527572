import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure as NodeFailure, IDataObject, INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import type { Failure, Unit } from './types';

/** The failed item that keeps its details and its input row on the error output: these keys and no others (measured). */
export function errorItem(failure: Failure, { item, row }: Unit): INodeExecutionData {
	const { message, description, statusCode, code, parameters, steps, outcome } = failure;
	const details = withoutEmpty({ statusCode, code, parameters, outcome, description, steps, row: row && { ...row } });
	return { json: { error: message, details }, pairedItem: { item } };
}

const withoutEmpty = (source: IDataObject): IDataObject => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));

/**
 * The error that ends the node. It is built from plain values, as NodeApiError takes no new words for another error;
 * its message is set once more, as n8n replaces messages in which it finds something like a network code.
 */
export function nodeError(node: INode, failure: Failure, itemIndex: number, account = ''): NodeApiError | NodeOperationError {
	const { message, statusCode, code, outcome } = failure;
	const description = [failure.description, account].filter(Boolean).join(' ');
	const error =
		statusCode === undefined
			? new NodeOperationError(node, message, { itemIndex, description })
			: new NodeApiError(node, withoutEmpty({ code, outcome }) as JsonObject, { message, description, httpCode: String(statusCode), itemIndex, failure: causeOf(failure) });
	error.message = message;
	error.description = description;
	return error;
}

/** What n8n makes of it when a trigger fails: it polls again sooner or later. */
function causeOf({ statusCode, retryAfter }: Failure): NodeFailure | undefined {
	if (statusCode === 429) return { cause: 'rate-limited', ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }) };
	if (statusCode === 401) return { cause: 'credential-invalid' };
	return typeof statusCode === 'string' || Number(statusCode) > 499 ? { cause: 'temporarily-unavailable' } : undefined;
}

/** Numbers as ranges: 0–4, 7, 9–10. */
export function ranges(numbers: number[]): string {
	const parts: Array<[number, number]> = [];
	for (const number of [...numbers].sort((a, b) => a - b)) {
		const last = parts.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else parts.push([number, number]);
	}
	return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
