// The example workflows of the repository, as a user has them after importing and choosing credentials.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './package-under-test.mjs';

const whiskNode = 'n8n-nodes-crux-whisk-ebay.whisk';
const cruxNode = 'n8n-nodes-crux-whisk-ebay.crux';
const ebayNode = 'n8n-nodes-crux-whisk-ebay.ebay';

/** File name (without .json), the accounts of Crux Connect and Whisk that each example is for, and members of its rows that the service makes anew. */
export const examples = {
	'stock-update': { crux: 'cruxSupplier' },
	'discontinued-skus': { crux: 'cruxRetailer' },
	'tidy-lists-and-cart': { whisk: 'whisk' },
	'recipe-to-basket': { whisk: 'whisk' },
	'meal-plan-to-list': { whisk: 'whisk' },
	'recipe-intake': { whisk: 'whisk' },
	'studio-catalogue': { whisk: 'whiskServer' },
	'community-recipes': { whisk: 'whisk' },
	'clean-ingredients': { whisk: 'whisk' },
	'stock-feed-bulk': { crux: 'cruxSupplier' },
	'new-orders-to-warehouse': { crux: 'cruxSupplier' },
	'allocate-against-stock': { crux: 'cruxSupplier' },
	'shipped-orders-to-invoices': { crux: 'cruxSupplier' },
	'shop-orders-to-crux': { crux: 'cruxRetailer', made: ['order_uuid'] },
	'inventory-list-to-offers': { crux: 'cruxRetailer' },
	'discontinued-skus-off-lists': { crux: 'cruxRetailer' },
	'ebay-orders-to-sheet': { made: ['ordered'] },
	'tracking-to-ebay': { made: ['fulfillment_id'] },
	'prices-to-ebay': {},
	'catalogue-to-ebay': {},
	'returns-triage': { made: ['respond_by'] },
	'crux-list-to-ebay': { crux: 'cruxRetailer' },
};

/** Reads an example and chooses the saved credentials in its nodes; `saved` is `{ id, name, type }` by account. */
export function readExample(name, saved) {
	const workflow = JSON.parse(readFileSync(path.join(repository, 'examples', `${name}.json`), 'utf8'));
	const nodes = workflow.nodes.map((node) => {
		const account = node.type.startsWith(cruxNode) ? examples[name].crux : node.type.startsWith(whiskNode) ? examples[name].whisk : node.type.startsWith(ebayNode) ? 'ebay' : undefined;
		if (!account) return node;
		const { id, name: label, type } = saved[account];
		return { ...node, credentials: { [type]: { id, name: label } } };
	});
	return { ...workflow, nodes };
}
