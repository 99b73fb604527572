import type { IDataObject } from 'n8n-workflow';
import * as cleanIngredients from '../../examples/clean-ingredients.json';
import * as communityRecipes from '../../examples/community-recipes.json';
import * as discontinuedSkus from '../../examples/discontinued-skus.json';
import * as mealPlanToList from '../../examples/meal-plan-to-list.json';
import * as recipeIntake from '../../examples/recipe-intake.json';
import * as recipeToBasket from '../../examples/recipe-to-basket.json';
import * as stockUpdate from '../../examples/stock-update.json';
import * as studioCatalogue from '../../examples/studio-catalogue.json';
import * as tidyListsAndCart from '../../examples/tidy-lists-and-cart.json';
import { nodes, PACKAGE, runWorkflow } from './engine';
import type { Ran, Vault, WorkflowJson } from './engine';
import { credentialsFor } from './simulator';
import type { Simulator } from './simulator';

export interface Example {
	title: string;
	workflow: WorkflowJson;
	/** The demo credential of each type. */
	accounts: { crux?: 'retailer' | 'supplier'; whisk?: 'user' | 'server' };
	/** Nodes whose rows are the result. */
	reports: string[];
}

export const examples: Record<string, Example> = {
	'stock-update': { title: stockUpdate.name, workflow: stockUpdate as unknown as WorkflowJson, accounts: { crux: 'supplier' }, reports: ['Report'] },
	'discontinued-skus': { title: discontinuedSkus.name, workflow: discontinuedSkus as unknown as WorkflowJson, accounts: { crux: 'retailer' }, reports: ['List Report', 'Order Report'] },
	...Object.fromEntries(Object.entries({
		'recipe-to-basket': [recipeToBasket, 'Basket Report'], 'meal-plan-to-list': [mealPlanToList, 'Week Report'], 'recipe-intake': [recipeIntake, 'Recipe Report'],
		'community-recipes': [communityRecipes, 'Post Report'], 'clean-ingredients': [cleanIngredients, 'Ingredient Report'],
	} as const).map(([name, [workflow, report]]): [string, Example] => [name, { title: workflow.name, workflow: workflow as unknown as WorkflowJson, accounts: {}, reports: [report] }])),
	'studio-catalogue': { title: studioCatalogue.name, workflow: studioCatalogue as unknown as WorkflowJson, accounts: { whisk: 'server' }, reports: ['Product Report'] },
	'tidy-lists-and-cart': { title: tidyListsAndCart.name, workflow: tidyListsAndCart as unknown as WorkflowJson, accounts: {}, reports: ['List Report', 'Cart Report'] },
};

/** The credential type of each of our nodes, by the node's type. */
const TYPES: Record<string, string> = Object.fromEntries(Object.entries(nodes).map(([name, { description }]) => [`${PACKAGE}.${name}`, description.credentials![0].name]));

/** The workflow with a credential chosen in each node of ours, as a user does after importing it. */
export const withCredentials = (workflow: WorkflowJson): WorkflowJson => ({
	...workflow,
	nodes: workflow.nodes.map((node) => (TYPES[node.type] ? { ...node, credentials: { [TYPES[node.type]]: { id: TYPES[node.type], name: TYPES[node.type] } } } : node)),
});

export function vaultFor(sim: Simulator, { crux = 'retailer', whisk = 'user' }: Example['accounts']): Vault {
	const made = credentialsFor(sim);
	const whiskData = { ...made.whisk(), accessType: whisk, token: sim.demo.whisk[`${whisk}Token`] };
	return { cruxApi: { type: 'cruxApi', data: made[crux]() }, ebayApi: { type: 'ebayApi', data: made.ebay() }, whiskApi: { type: 'whiskApi', data: whiskData } };
}

/** Runs an example on n8n's own engine against a simulator; rows by report. */
export async function runExample(name: string, sim: Simulator): Promise<{ ran: Ran; rows: Record<string, IDataObject[]> }> {
	const { workflow, accounts, reports } = examples[name];
	const ran = await runWorkflow(withCredentials(workflow), vaultFor(sim, accounts));
	return { ran, rows: Object.fromEntries(reports.map((report) => [report, ran.items(report).map(({ json }) => json)])) };
}
