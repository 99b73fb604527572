import type { IDataObject } from 'n8n-workflow';
import type { Failure, Item } from './types';

/** The columns of an input row and those of the operation, which stand in a row whatever became of it. */
export interface Columns {
	input: IDataObject;
	own: IDataObject;
}

/** A row that was done: the input's own columns, what the service answers, and what became of it. */
export function doneRow({ input, own }: Columns, { json, ...rest }: Item): Item {
	if (json.dryRun) return { json, ...rest };
	return { ...rest, json: { ...input, ...own, ...json, status: json.status ?? 'done', changed: json.changed ?? true, message: json.message ?? '' } };
}

/** The same columns for a row that failed; whether it changed something is not always known. */
export const failedRow = ({ input, own }: Columns, { message, description, outcome }: Failure): IDataObject => ({
	...input, ...own, status: outcome, changed: outcome === 'unknown' ? null : outcome === 'done', message: [message, description].filter(Boolean).join('. ').replace(/([.!?])\. /g, '$1 '),
});
