import type { INodeExecutionData } from 'n8n-workflow';
import { errorItem } from './failure';
import type { RunSettings } from './plan';
import { doneRow, failedRow } from './sheet';
import type { Columns } from './sheet';
import { numbersOf } from './tabular';
import type { Item, Operation, Outcome, Result, Unit } from './types';

/** What became of each item; those never started have no entry. */
export type Outcomes = Array<Result<Item[]> | undefined>;

/**
 * Output in the order of the input, each item paired with its own.
 * @param columnsOf the columns of each row, where items are handed on as rows; failed ones stay bare on an error output, where n8n adds the input row itself
 */
export function report(outcomes: Outcomes, units: Unit[], wanted: RunSettings['report'], columnsOf?: (index: number) => Columns, isErrorOutput = false): INodeExecutionData[] {
	if (wanted === 'summary') return [summary(outcomes, units)];
	const output: INodeExecutionData[] = [];
	outcomes.forEach((outcome, index) => {
		if (!outcome) return;
		const { item: itemIndex, row } = units[index];
		const columns = columnsOf?.(index);
		if (!outcome.ok) {
			const { json, ...rest } = errorItem(outcome.failure, units[index]);
			output.push({ ...rest, json: { ...(columns && !isErrorOutput ? failedRow(columns, outcome.failure) : {}), ...json } });
		} else if (wanted === 'all') {
			for (const item of outcome.value) output.push({ ...(columns ? doneRow(columns, item) : row ? { ...item, json: { ...row.columns, ...item.json } } : item), pairedItem: { item: itemIndex } });
		}
	});
	return output;
}

/** One item for all: how many were done, and why the others were not. */
function summary(outcomes: Outcomes, units: Unit[]): INodeExecutionData {
	const failures = outcomes.flatMap((outcome, index) => (outcome && !outcome.ok ? [{ item: units[index].item, ...(units[index].row ? { row: units[index].row.number } : {}), message: outcome.failure.message, outcome: outcome.failure.outcome }] : []));
	const total = outcomes.length;
	return { json: { total, done: total - failures.length, failed: failures.length, failures }, pairedItem: [...new Set(units.map(({ item }) => item))].map((item) => ({ item })) };
}

/** What a failed item is in the account of a stopped run. */
const OF_FAILURE: Partial<Record<Outcome, string>> = { unknown: 'may have been done', done: 'failed after it was done' };

/** What happened to the other items when the node stops: said in full, as later items may be done already. */
export function account({ effect, gather }: Operation, outcomes: Outcomes, units: Unit[], failed: number): string {
	const groups = new Map<string, number[]>();
	for (let index = 0; index < units.length; index++) {
		if (index === failed) continue;
		const outcome = outcomes[index];
		const group = !outcome ? 'not sent' : outcome.ok ? (effect === 'read' ? 'read' : 'done') : OF_FAILURE[outcome.failure.outcome] ?? (outcome.failure.steps ? 'done in part' : 'failed too');
		groups.set(group, [...(groups.get(group) ?? []), index]);
	}
	const { row } = units[failed];
	const others = groups.size ? `Other ${row ? 'rows' : 'items'}: ${[...groups].map(([group, indexes]) => `${group} ${numbersOf(units, indexes)}`).join('; ')}.` : '';
	const advice = gather && groups.size ? "Set 'On Error' in Settings to Continue, and each row comes back with what became of it." : '';
	return [row ? `Failed: row ${numbersOf(units, [failed])}.` : '', others, advice].filter(Boolean).join(' ');
}
