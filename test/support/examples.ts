import type { IDataObject } from 'n8n-workflow';
import * as discontinuedSkus from '../../examples/discontinued-skus.json';
import * as stockUpdate from '../../examples/stock-update.json';
import * as tidyListsAndCart from '../../examples/tidy-lists-and-cart.json';
import { nodes, PACKAGE, runWorkflow } from './engine';
import type { Ran, Vault, WorkflowJson } from './engine';
import { credentialsFor } from './simulator';
import type { Simulator } from './simulator';

export interface Example {
	title: string;
	workflow: WorkflowJson;
	/** The demo credential of each type. */
	accounts: { crux?: 'retailer' | 'supplier' };
	/** Nodes whose rows are the result. */
	reports: string[];
}

export const examples: Record<string, Example> = {
	'stock-update': { title: stockUpdate.name, workflow: stockUpdate as unknown as WorkflowJson, accounts: { crux: 'supplier' }, reports: ['Report'] },
	'discontinued-skus': { title: discontinuedSkus.name, workflow: discontinuedSkus as unknown as WorkflowJson, accounts: { crux: 'retailer' }, reports: ['List Report', 'Order Report'] },
	'tidy-lists-and-cart': { title: tidyListsAndCart.name, workflow: tidyListsAndCart as unknown as WorkflowJson, accounts: {}, reports: ['List Report', 'Cart Report'] },
};

/** The credential type of each of our nodes, by the node's type. */
const TYPES: Record<string, string> = Object.fromEntries(Object.entries(nodes).map(([name, { description }]) => [`${PACKAGE}.${name}`, description.credentials![0].name]));

/** The workflow with a credential chosen in each node of ours, as a user does after importing it. */
export const withCredentials = (workflow: WorkflowJson): WorkflowJson => ({
	...workflow,
	nodes: workflow.nodes.map((node) => (TYPES[node.type] ? { ...node, credentials: { [TYPES[node.type]]: { id: TYPES[node.type], name: TYPES[node.type] } } } : node)),
});

export function vaultFor(sim: Simulator, { crux = 'retailer' }: Example['accounts']): Vault {
	const made = credentialsFor(sim);
	return { cruxApi: { type: 'cruxApi', data: made[crux]() }, ebayApi: { type: 'ebayApi', data: made.ebay() }, whiskApi: { type: 'whiskApi', data: made.whisk() } };
}

/** Runs an example on n8n's own engine against a simulator; rows by report. */
export async function runExample(name: string, sim: Simulator): Promise<{ ran: Ran; rows: Record<string, IDataObject[]> }> {
	const { workflow, accounts, reports } = examples[name];
	const ran = await runWorkflow(withCredentials(workflow), vaultFor(sim, accounts));
	return { ran, rows: Object.fromEntries(reports.map((report) => [report, ran.items(report).map(({ json }) => json)])) };
}
