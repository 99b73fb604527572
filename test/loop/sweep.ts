import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../simulator/types';
import { SEED, forms, full, minimal, sample } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import type { Simulator } from '../support/simulator';
import { versionedRows } from '../table/rows';
import { runMany, startOver } from './run';

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

const isFailed = ({ error, details, ...rest }: IDataObject): boolean => error !== undefined && details !== undefined && !Object.keys(rest).length;

/** One row in one form: many full inputs and some minimal ones in one run. What is used up fails for the later ones. */
async function sweepForm(row: VersionedRow, sim: Simulator, form: Record<string, string>): Promise<Swept> {
	startOver(sim);
	const turns = Array.from({ length: FULL + MINIMAL }, (_, turn) => turn);
	const list = turns.map((turn) => sample((turn < FULL ? full : minimal)(row, { state: sim.state, form, turn }), SEED + turn));
	const { json, error } = await runMany(row, sim, list, { onError: 'continueRegularOutput' });
	const items = json.filter((item) => !isFailed(item));
	if (error || !items.length) throw new Error(`${row.id}: nothing came out: ${error?.message ?? JSON.stringify(json[0])}`);
	return { row, calls: [...sim.calls], items };
}

/** Runs every operation of every version, in every form, with full input. */
export async function sweep(sim: Simulator): Promise<Swept[]> {
	const swept: Swept[] = [];
	for (const row of versionedRows) for (const form of forms(row)) swept.push(await sweepForm(row, sim, form));
	return swept;
}
