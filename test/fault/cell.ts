import { sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';
import { crux } from '../../simulator/crux';
import type { CruxState } from '../../simulator/crux/state';
import { ebay } from '../../simulator/ebay';
import type { Call } from '../../simulator/types';
import { whisk } from '../../simulator/whisk';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import type { Simulator } from '../support/simulator';
import { targetOf } from './faults';
import type { Fault } from './faults';
import { credentialFor, ITEMS } from './kind';
import type { Kind } from './kind';

const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

/** How n8n runs the node. */
export const modes: Record<string, Partial<INode>> = {
	stop: {},
	continue: { onError: 'continueRegularOutput' },
	'error output': { onError: 'continueErrorOutput' },
	'Retry On Fail': RETRY,
	'Retry On Fail, continue': { ...RETRY, onError: 'continueRegularOutput' },
};

const ONE = ['stop', 'continue', 'error output', 'Retry On Fail'];

/** Whether the fault passes after one strike, stays with the middle item, or stays with all of them; and how n8n runs the node then. */
export const rounds = {
	passes: { items: [1], count: 1, modes: ONE },
	stays: { items: [1], count: undefined, modes: ONE },
	'strikes all': { items: [0, 1, 2], count: undefined, modes: ['stop', 'continue', 'Retry On Fail, continue'] },
} as const;

export interface Cell {
	kind: Kind;
	fault: Fault;
	round: keyof typeof rounds;
	mode: keyof typeof modes;
}

/** All that can be known of a cell that was run. */
export interface Trace extends Cell {
	sim: Simulator;
	ran: NodeRan;
	calls: Call[];
	/** Effects of each item in the state, those of before left out; undefined for reads. */
	effects?: number[];
	credential: ICredentialDataDecryptedObject;
	/** Requests that another host received. */
	strayed: number;
}

export const idOf = ({ kind, fault, round, mode }: Cell): string => `${kind.name} | ${fault.name} | ${round} | ${mode}`;

const seed = crux.createState(1);

/** Making all goods anew takes longer than a whole cell: only what calls can change is copied. */
function cruxState(): CruxState {
	const copies = <T extends object>(map: Map<string, T>): Map<string, T> => new Map([...map].map(([key, value]) => [key, { ...value }]));
	const { accounts, orders, skus, inventoryLists } = seed;
	const anew = { tokens: new Map(), exports: new Map(), uploads: new Map(), files: new Map() };
	return { ...seed, ...anew, accounts: structuredClone(accounts), orders: structuredClone(orders), skus: copies(skus), inventoryLists: copies(inventoryLists) };
}

const states = { crux: cruxState, ebay: () => ebay.createState(1), whisk: () => whisk.createState(1) };

/** Puts back what a cell may have changed: the service that it works on. */
export function startOver(sim: Simulator, service: Kind['service']): void {
	Object.assign(sim.state, { [service]: states[service]() });
	sim.calls.length = 0;
	sim.clearFaults();
}

let serial = 0;

/** Runs one cell on a simulator of its own. */
export async function runCell(cell: Cell, sim: Simulator, stranger: { address: string; requests: number }): Promise<Trace> {
	const { kind, fault, round, mode } = cell;
	startOver(sim, kind.service);
	kind.prepare?.(sim.state);
	const strayedBefore = stranger.requests;
	const credential = credentialFor(kind, sim, (serial += 1));
	const count = (item: number) => kind.effects!(sim.state, item);
	const before = kind.effects && ITEMS.map(count);
	const { items, count: strikes } = rounds[round];
	for (const rule of fault.rules(targetOf(kind, [...items], strikes), { sim, kind, stranger: stranger.address })) sim.fault(rule);
	const options: IDataObject = { maxTries: 2, concurrency: 3, ...kind.options, ...fault.options };
	const input = kind.input.map((row) => ({ ...row, list: sim.state.whisk.lists[0].id }));
	const ran = await runNode({ node: kind.node, credential, parameters: { ...kind.parameters, options: options as never }, input, files: kind.files, settings: modes[mode] });
	// a node that broke off by itself may have left items under way, which must not run into the next cell
	const isBroken = ran.error !== undefined && ran.error.context?.itemIndex === undefined;
	await sleep(isBroken ? 3_000 : (fault.settles ?? 0));
	return { ...cell, sim, ran, calls: [...sim.calls], effects: before && ITEMS.map((item) => count(item) - before[item]), credential, strayed: stranger.requests - strayedBefore };
}
