import type { INodeExecutionData } from 'n8n-workflow';
import { errorItem, ranges } from './failure';
import type { RunSettings } from './plan';
import { doneRow, failedRow } from './sheet';
import type { Columns } from './sheet';
import type { Item, Operation, Outcome, Result } from './types';

/** What became of each item; those never started have no entry. */
export type Outcomes = Array<Result<Item[]> | undefined>;

/**
 * Output in the order of the input, each item paired with its own.
 * @param columnsOf the columns of each row, where items are handed on as rows; failed ones stay bare on an error output, where n8n adds the input row itself
 */
export function report(outcomes: Outcomes, wanted: RunSettings['report'], columnsOf?: (itemIndex: number) => Columns, isErrorOutput = false): INodeExecutionData[] {
	if (wanted === 'summary') return [summary(outcomes)];
	const output: INodeExecutionData[] = [];
	outcomes.forEach((outcome, itemIndex) => {
		if (!outcome) return;
		const columns = columnsOf?.(itemIndex);
		if (!outcome.ok) {
			const { json, ...rest } = errorItem(outcome.failure, itemIndex);
			output.push({ ...rest, json: { ...(columns && !isErrorOutput ? failedRow(columns, outcome.failure) : {}), ...json } });
		} else if (wanted === 'all') for (const item of outcome.value) output.push({ ...(columns ? doneRow(columns, item) : item), pairedItem: { item: itemIndex } });
	});
	return output;
}

/** One item for all: how many were done, and why the others were not. */
function summary(outcomes: Outcomes): INodeExecutionData {
	const failures = outcomes.flatMap((outcome, item) => (outcome && !outcome.ok ? [{ item, message: outcome.failure.message, outcome: outcome.failure.outcome }] : []));
	const total = outcomes.length;
	return { json: { total, done: total - failures.length, failed: failures.length, failures }, pairedItem: outcomes.map((_, item) => ({ item })) };
}

/** What a failed item is in the account of a stopped run. */
const OF_FAILURE: Partial<Record<Outcome, string>> = { unknown: 'may have been done', done: 'failed after it was done' };

/** What happened to the other items when the node stops: said in full, as later items may be done already. */
export function account({ effect }: Operation, outcomes: Outcomes, count: number, failed: number): string {
	const groups = new Map<string, number[]>();
	for (let index = 0; index < count; index++) {
		if (index === failed) continue;
		const outcome = outcomes[index];
		const group = !outcome ? 'not sent' : outcome.ok ? (effect === 'read' ? 'read' : 'done') : OF_FAILURE[outcome.failure.outcome] ?? 'failed too';
		groups.set(group, [...(groups.get(group) ?? []), index]);
	}
	return groups.size ? `Other items: ${[...groups].map(([group, indexes]) => `${group} ${ranges(indexes)}`).join('; ')}.` : '';
}
