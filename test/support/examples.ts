import type { IDataObject } from 'n8n-workflow';
import * as allocateAgainstStock from '../../examples/allocate-against-stock.json';
import * as catalogueToEbay from '../../examples/catalogue-to-ebay.json';
import * as cleanIngredients from '../../examples/clean-ingredients.json';
import * as communityRecipes from '../../examples/community-recipes.json';
import * as cruxListToEbay from '../../examples/crux-list-to-ebay.json';
import * as discontinuedSkus from '../../examples/discontinued-skus.json';
import * as discontinuedSkusOffLists from '../../examples/discontinued-skus-off-lists.json';
import * as ebayOrdersToSheet from '../../examples/ebay-orders-to-sheet.json';
import * as inventoryListToOffers from '../../examples/inventory-list-to-offers.json';
import * as mealPlanToList from '../../examples/meal-plan-to-list.json';
import * as newOrdersToWarehouse from '../../examples/new-orders-to-warehouse.json';
import * as pricesToEbay from '../../examples/prices-to-ebay.json';
import * as recipeIntake from '../../examples/recipe-intake.json';
import * as recipeToBasket from '../../examples/recipe-to-basket.json';
import * as returnsTriage from '../../examples/returns-triage.json';
import * as shippedOrdersToInvoices from '../../examples/shipped-orders-to-invoices.json';
import * as shopOrdersToCrux from '../../examples/shop-orders-to-crux.json';
import * as stockFeedBulk from '../../examples/stock-feed-bulk.json';
import * as stockUpdate from '../../examples/stock-update.json';
import * as studioCatalogue from '../../examples/studio-catalogue.json';
import * as tidyListsAndCart from '../../examples/tidy-lists-and-cart.json';
import * as trackingToEbay from '../../examples/tracking-to-ebay.json';
import { nodes, PACKAGE, runWorkflow } from './engine';
import type { Ran, Start, Vault, WorkflowJson } from './engine';
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

const example = (json: { name: string }, accounts: Example['accounts'], ...reports: string[]): Example => ({ title: json.name, workflow: json as unknown as WorkflowJson, accounts, reports });

const [retailer, supplier, studio] = [{ crux: 'retailer' }, { crux: 'supplier' }, { whisk: 'server' }] as const;

export const examples: Record<string, Example> = {
	'stock-update': example(stockUpdate, supplier, 'Report'),
	'discontinued-skus': example(discontinuedSkus, retailer, 'List Report', 'Order Report'),
	'tidy-lists-and-cart': example(tidyListsAndCart, {}, 'List Report', 'Cart Report'),
	'stock-feed-bulk': example(stockFeedBulk, supplier, 'Report'),
	'new-orders-to-warehouse': example(newOrdersToWarehouse, supplier, 'Pick List', 'Acknowledged'),
	'allocate-against-stock': example(allocateAgainstStock, supplier, 'Report'),
	'shipped-orders-to-invoices': example(shippedOrdersToInvoices, supplier, 'Report'),
	'shop-orders-to-crux': example(shopOrdersToCrux, retailer, 'Report'),
	'inventory-list-to-offers': example(inventoryListToOffers, retailer, 'Offers'),
	'discontinued-skus-off-lists': example(discontinuedSkusOffLists, retailer, 'Report'),
	'recipe-to-basket': example(recipeToBasket, {}, 'Basket Report'),
	'meal-plan-to-list': example(mealPlanToList, {}, 'Week Report'),
	'recipe-intake': example(recipeIntake, {}, 'Recipe Report'),
	'studio-catalogue': example(studioCatalogue, studio, 'Product Report'),
	'community-recipes': example(communityRecipes, {}, 'Post Report'),
	'clean-ingredients': example(cleanIngredients, {}, 'Ingredient Report'),
	'ebay-orders-to-sheet': example(ebayOrdersToSheet, {}, 'Sheet Rows'),
	'tracking-to-ebay': example(trackingToEbay, {}, 'Shipped', 'Left Out'),
	'prices-to-ebay': example(pricesToEbay, {}, 'Sheet Rows', 'Failures'),
	'catalogue-to-ebay': example(catalogueToEbay, {}, 'Report'),
	'returns-triage': example(returnsTriage, {}, 'Approved', 'Not Approved', 'For a Person'),
	'crux-list-to-ebay': example(cruxListToEbay, retailer, 'Listed', 'Updated', 'Listed Again', 'Withdrawn', 'Failed'),
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

/** Runs an example on n8n's own engine against a simulator, from its button unless another start is named; rows by report. */
export async function runExample(name: string, sim: Simulator, start?: Start): Promise<{ ran: Ran; rows: Record<string, IDataObject[]> }> {
	const { workflow, accounts, reports } = examples[name];
	const ran = await runWorkflow(withCredentials(workflow), vaultFor(sim, accounts), undefined, start);
	return { ran, rows: Object.fromEntries(reports.map((report) => [report, ran.items(report).map(({ json }) => json)])) };
}
