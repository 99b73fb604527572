import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { keepsRecords } from '../../engine/plan';
import type { Call } from '../../simulator/types';
import { SEED, forms, full, minimal, sample } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import type { Simulator } from '../support/simulator';
import { allFieldsOf, composedRows, guidedRows, promisedRows } from '../table/rows';
import { layoutOf, runForm, runList, runMany, runOne, startOver } from './run';

/** Enough for each kind of record to come out. */
const FULL = 12;
const MINIMAL = 4;

/** What one row in one form sent and gave. */
export interface Swept {
	row: VersionedRow;
	calls: Call[];
	/** What came out in the default shape; failed items are left out. */
	items: IDataObject[];
}

const isFailed = ({ error, details }: IDataObject): boolean => error !== undefined && details !== undefined;

/** Many full inputs and some minimal ones. What is kept of a record was not given, so nothing is kept. */
function inputsFor(row: VersionedRow, sim: Simulator, form: Record<string, string>): INodeParameters[] {
	return Array.from({ length: FULL + MINIMAL }, (_, turn) => {
		const input = sample((turn < FULL ? full : minimal)(row, { state: sim.state, form, turn }), SEED + turn);
		return keepsRecords(row.operation) ? { ...input, keepOtherFields: false } : input;
	});
}

/** One row in one form, in one run for all inputs that have the same layout. What is used up fails for the later ones. */
async function sweepForm(row: VersionedRow, sim: Simulator, form: Record<string, string>): Promise<Swept> {
	startOver(sim);
	const layouts = new Map<string, INodeParameters[]>();
	for (const input of inputsFor(row, sim, form)) layouts.set(layoutOf(input), [...(layouts.get(layoutOf(input)) ?? []), input]);
	const items: IDataObject[] = [];
	// rows are handed on with the columns of their input, which are no part of the operation's output
	for (const inputs of row.operation.gather?.rows ? [] : layouts.values()) {
		const { json, error } = await runMany(row, sim, inputs, { onError: 'continueRegularOutput' });
		if (error) throw new Error(`${row.id}: ${error.message}`);
		items.push(...json);
	}
	if (row.operation.gather?.rows) for (const input of [...layouts.values()].flat()) items.push(...(await runOne(row, sim, input, { onError: 'continueRegularOutput' })).json);
	const good = items.filter((item) => !isFailed(item));
	if (!good.length) throw new Error(`${row.id}: nothing came out: ${JSON.stringify(items[0])}`);
	return { row, calls: [...sim.calls], items: good };
}

/** All that has an output of its own. */
export const sweptRows: VersionedRow[] = [...promisedRows, ...composedRows, ...guidedRows];

/** Runs every operation of every version, in every form, with full input, or those whose ID fits; all that gave nothing is told at once. */
export async function sweep(sim: Simulator, only = /./): Promise<Swept[]> {
	const swept: Swept[] = [];
	const problems: string[] = [];
	for (const row of sweptRows.filter(({ id }) => only.test(id))) {
		for (const form of forms(row)) await sweepForm(row, sim, form).then((one) => swept.push(one), (error: Error) => problems.push(error.message));
	}
	if (problems.length) throw new Error(problems.join('\n'));
	return swept;
}

/** Asks for every form whose fields come from the API, and for every list that the service itself searches, with a value for the parameter that it depends on. */
export async function sweepForms(sim: Simulator): Promise<Call[]> {
	startOver(sim);
	for (const row of sweptRows) {
		const input = sample(full(row, { state: sim.state, turn: 0 }), SEED);
		for (const [, { mapper, picker }] of allFieldsOf(row.operation.fields)) {
			if (picker?.searchBy && !(await runList(row, sim, input, picker.name, 'phones')).results.length) throw new Error(`${row.id}: the list ${picker.name} finds nothing`);
			if (!mapper) continue;
			const { fields } = await runForm(row, sim, input, mapper.name);
			if (!fields.length) throw new Error(`${row.id}: the form ${mapper.name} has no fields`);
		}
	}
	return [...sim.calls];
}
