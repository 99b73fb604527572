import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { startSimulator } from '../../simulator/server';
import type { Call } from '../../simulator/types';
import { contractOf, contracts } from '../contract/contracts';
import type { Contract } from '../contract/contracts';
import { callOf } from '../contract/sent';
import { nodes, runNode } from '../support/engine';
import type { NodeJob, NodeRan } from '../support/engine';
import type { VersionedRow } from '../support/inputs';
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

type Make = (sim: Simulator, contract: Contract) => ICredentialDataDecryptedObject;

const CREDENTIALS: Record<string, Make> = {
	cruxApi: (sim, { role }) => credentialsFor(sim)[role === 'supplier' ? 'supplier' : 'retailer'](),
	ebayApi: (sim) => credentialsFor(sim).ebay(),
	whiskApi: (sim, { token }) => {
		const kind = token.includes('user') ? 'user' : (token[0] as 'server' | 'client');
		return { ...credentialsFor(sim).whisk(), accessType: kind, token: sim.demo.whisk[`${kind}Token`] };
	},
};

/** A credential that may do what the row does. */
export const credentialFor = (row: VersionedRow, sim: Simulator): ICredentialDataDecryptedObject => CREDENTIALS[row.api.credential](sim, promiseOf(row));

/** Calls that fetch a token: every run has them, whatever it does. */
const SIGN_IN = new Set(contracts.filter(({ token }) => !token.length || token.includes('client')).filter(({ answer }) => 'access_token' in answer || 'auth_token' in answer).map(({ id }) => id));

/** What a run sent but for its sign-in. */
export const callsOf = ({ calls }: Simulator): Call[] => calls.filter(({ operation }) => !SIGN_IN.has(operation ?? ''));

const CHOSEN = ['resource', 'operation', 'apiVersion', 'output', 'simplify'];
const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parameters that read each value from the input item, which holds the parameters themselves. */
function byExpression(list: INodeParameters[]): INodeParameters {
	const refer = (values: unknown[], at: string): unknown => {
		const objects = values.filter(isObject);
		if (!objects.length) return `={{ ${at} }}`;
		if (objects.some(({ __rl }) => __rl)) return { __rl: true, mode: 'id', value: `={{ ${at}?.value }}` };
		const names = [...new Set(objects.flatMap((value) => Object.keys(value)))];
		return Object.fromEntries(names.map((name) => [name, refer(objects.map((value) => value[name]), `${at}?.${name}`)]));
	};
	const names = [...new Set(list.flatMap((one) => Object.keys(one)))];
	return Object.fromEntries(names.map((name) => [name, CHOSEN.includes(name) ? list[0][name] : refer(list.map((one) => one[name]), `$json.${name}`)])) as INodeParameters;
}

const job = (row: VersionedRow, sim: Simulator, settings?: Partial<INode>): Omit<NodeJob, 'parameters'> => ({
	node: row.description.name as keyof typeof nodes, credential: credentialFor(row, sim), settings,
});

/** Runs an operation on n8n's engine for one item. */
export const runOne = async (row: VersionedRow, sim: Simulator, parameters: INodeParameters, settings?: Partial<INode>): Promise<NodeRan> =>
	await runNode({ ...job(row, sim, settings), parameters });

/** Runs an operation once for several items, each with parameters of its own. */
export const runMany = async (row: VersionedRow, sim: Simulator, list: INodeParameters[], settings?: Partial<INode>): Promise<NodeRan> =>
	await runNode({ ...job(row, sim, settings), parameters: byExpression(list), input: list as unknown as IDataObject[] });
