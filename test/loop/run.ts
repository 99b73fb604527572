import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeListSearchResult, INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { FILES_HOST } from '../../simulator/files';
import { startSimulator } from '../../simulator/server';
import type { Call } from '../../simulator/types';
import { contractOf, contracts } from '../contract/contracts';
import type { Contract } from '../contract/contracts';
import { callOf } from '../contract/sent';
import { runMapper, runNode, runPicker } from '../support/engine';
import type { NodeJob, NodeRan } from '../support/engine';
import { filesFor } from '../support/files';
import type { VersionedRow } from '../support/inputs';
import { prepare } from '../support/prepared';
import { credentialsFor } from '../support/simulator';
import type { Simulator } from '../support/simulator';

/** The contract of a row in its version. */
export function promiseOf({ api, operation, version, id }: VersionedRow): Contract {
	const found = contractOf(callOf(api, operation, version));
	if (!found) throw new Error(`${id}: no contract has its method, host and path`);
	return found;
}

/** Puts a simulator back to its beginning, but for the tokens: those that credentials hold stay valid. */
export function startOver(sim: Simulator): void {
	const [crux, ebay] = [sim.state.crux.tokens, sim.state.ebay.tokens];
	sim.reset();
	sim.state.crux.tokens = crux;
	sim.state.ebay.tokens = ebay;
	prepare(sim.state);
}

/** Starts a simulator before the tests of a file, puts it back before each, and stops it after them. */
export function useLoop(): { sim: Simulator } {
	const used = {} as { sim: Simulator };
	beforeAll(async () => {
		used.sim = await startSimulator();
	});
	beforeEach(() => startOver(used.sim));
	afterAll(async () => await used.sim.close());
	return used;
}

type Make = (sim: Simulator, promise: () => Contract) => ICredentialDataDecryptedObject;

const CREDENTIALS: Record<string, Make> = {
	cruxApi: (sim, promise) => credentialsFor(sim)[promise().role === 'supplier' ? 'supplier' : 'retailer'](),
	ebayApi: (sim) => credentialsFor(sim).ebay(),
	whiskApi: (sim, promise) => {
		const { token } = promise();
		const kind = token.includes('user') ? 'user' : ((token[0] ?? 'user') as 'server' | 'client' | 'user');
		return { ...credentialsFor(sim).whisk(), accessType: kind, token: sim.demo.whisk[`${kind}Token`] };
	},
};

/** A credential that may do what the row does. */
export const credentialFor = (row: VersionedRow, sim: Simulator): ICredentialDataDecryptedObject => CREDENTIALS[row.api.credential](sim, () => promiseOf(row));

/** Calls that fetch a token: every run has them, whatever it does. */
const SIGN_IN = new Set(contracts.filter(({ token }) => !token.length || token.includes('client')).filter(({ answer }) => 'access_token' in answer || 'auth_token' in answer).map(({ id }) => id));

/** What a run sent but for its sign-in. */
export const callsOf = ({ calls }: Simulator): Call[] => calls.filter(({ operation }) => !SIGN_IN.has(operation ?? ''));

/** Reads that go with the call of a row: of the record that is kept, of what was done, of a job; by the contract. */
function looksOf({ api, operation, version }: VersionedRow): string[] {
	const { merge, repeat, job: work, lookUp, compare = [], host, fields } = operation;
	const before = [...(lookUp ? [lookUp] : []), ...compare].map(({ route }) => ({ route, version }));
	const verify = typeof repeat === 'object' && 'verify' in repeat ? [{ route: repeat.verify.route, version }] : [];
	const ofJob = work ? [{ route: work.route, version: api.versions?.find(({ value }) => value === work.version) ?? version }] : [];
	return [...(merge ? [{ route: merge.route, version }] : []), ...before, ...verify, ...ofJob].flatMap((look) => {
		const call = callOf(api, { route: look.route, host, fields }, look.version);
		return contracts.filter((one) => one.method === call.method && one.host === call.host && bare(one.path) === bare(call.path)).map(({ id }) => id);
	});
}

const bare = (path: string): string => path.split('?')[0].replace(/\{\w+\}/g, '{}');

/** What a run sent, parted: the calls of the row itself, the reads that go with it, files behind links, and all else. */
export function partedCalls(row: VersionedRow, sim: Simulator): { own: Call[]; looks: Call[]; links: Call[]; others: Call[] } {
	const { id } = promiseOf(row);
	const looks = looksOf(row);
	const kindOf = ({ operation, host, path }: Call) => (operation === id ? 'own' : operation && looks.includes(operation) ? 'looks' : row.operation.job && host === FILES_HOST && path.startsWith('/files/') ? 'links' : 'others');
	const parted = { own: [], looks: [], links: [], others: [] } as ReturnType<typeof partedCalls>;
	for (const call of SIGN_IN.has(id) ? sim.calls : callsOf(sim)) parted[kindOf(call)].push(call);
	return parted;
}

/** The calls of a row itself. */
export const ownCalls = (row: VersionedRow, sim: Simulator): Call[] => partedCalls(row, sim).own;

/** Parameters that decide which others are shown, and so cannot be expressions. */
const CHOSEN = ['resource', 'operation', 'apiVersion', 'output', 'simplify', 'detail', 'report', 'keepOtherFields', 'compareFirst', 'waitForCompletion', 'bodyInput', 'rowsFrom', 'binaryProperty'];
const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entries of a list that repeats. */
const entriesIn = (value: unknown): unknown[] | undefined => (isObject(value) && Array.isArray(value.entries) ? value.entries : undefined);

/**
 * Expressions for values that stand at one place in several items. n8n knows no expression for a whole list of entries:
 * each member of each entry gets one, for as many entries as all items have.
 */
function refer(values: unknown[], at: string): unknown {
	const objects = values.filter(isObject);
	if (!objects.length) return `={{ ${at} }}`;
	if (objects.some(({ __rl }) => __rl)) return { __rl: true, mode: 'id', value: `={{ ${at}?.value }}` };
	const lists = objects.flatMap((value) => { const found = entriesIn(value); return found ? [found] : []; });
	if (lists.length) return { entries: Array.from({ length: Math.min(...lists.map(({ length }) => length)) }, (_, index) => refer(lists.map((list) => list[index]), `${at}?.entries?.[${index}]`)) };
	const names = [...new Set(objects.flatMap((value) => Object.keys(value)))];
	const referred = Object.fromEntries(names.map((name) => [name, refer(objects.map((value) => value[name]), `${at}?.[${JSON.stringify(name)}]`)]));
	return 'mappingMode' in referred ? { ...referred, mappingMode: 'defineBelow', schema: [] } : referred;
}

/** Parameters that read each value from the input item, which holds the parameters themselves. */
function byExpression(list: INodeParameters[]): INodeParameters {
	const names = [...new Set(list.flatMap((one) => Object.keys(one)))];
	return Object.fromEntries(names.map((name) => [name, CHOSEN.includes(name) ? list[0][name] : refer(list.map((one) => one[name]), `$json.${name}`)])) as INodeParameters;
}

/** Where lists with entries stand in parameters, and which members these have: items that differ in it cannot be one run. */
export function layoutOf(parameters: unknown, at = ''): string {
	if (!isObject(parameters)) return '';
	const entries = entriesIn(parameters);
	if (entries) return `${at}(${entries.map((entry) => Object.keys(entry as object).sort().join()).sort().join('|')})`;
	return Object.entries(parameters).map(([name, value]) => layoutOf(value, `${at}.${name}`)).filter(Boolean).sort().join();
}

const job = (row: VersionedRow, sim: Simulator, settings?: Partial<INode>): Omit<NodeJob, 'parameters'> => ({
	node: row.description.name, credential: credentialFor(row, sim), settings,
});

/** Runs an operation on n8n's engine for one item, which has a file where the operation takes one. */
export const runOne = async (row: VersionedRow, sim: Simulator, parameters: INodeParameters, settings?: Partial<INode>): Promise<NodeRan> =>
	await runNode({ ...job(row, sim, settings), parameters, files: [filesFor(row.operation.fields)] });

/** Runs an operation once for several items, each with parameters and a file of its own. */
export const runMany = async (row: VersionedRow, sim: Simulator, list: INodeParameters[], settings?: Partial<INode>): Promise<NodeRan> =>
	await runNode({ ...job(row, sim, settings), parameters: byExpression(list), input: list as unknown as IDataObject[], files: list.map((_, item) => filesFor(row.operation.fields, item)) });

/** Asks for the fields of a form as the editor does when the parameters are filled in. */
export const runForm = async (row: VersionedRow, sim: Simulator, parameters: INodeParameters, method: string): Promise<ResourceMapperFields> =>
	await runMapper({ ...job(row, sim), parameters }, method);

/** Asks for a list that the service searches as the editor does when something is typed. */
export const runList = async (row: VersionedRow, sim: Simulator, parameters: INodeParameters, method: string, typed: string): Promise<INodeListSearchResult> =>
	await runPicker({ ...job(row, sim), parameters }, method, typed);
