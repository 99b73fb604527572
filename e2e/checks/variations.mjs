// One operation of each kind on the real n8n: run there, and its panel looked at in the editor.
import assert from 'node:assert/strict';
import { rowsOf } from '../n8n-client.mjs';

const byId = (value) => ({ __rl: true, mode: 'id', value });
const PACKAGE = 'n8n-nodes-crux-whisk-ebay';
const options = {};

/** What is run and looked at: node, account, parameters, what it must give, and labels that its panel must show. */
const steps = [
	{
		name: 'Orders by Filter', node: 'ebayOrders', account: 'ebay', labels: ['Filters', 'Return All', 'Limit', 'Simplify'],
		parameters: { resource: 'order', operation: 'getAll', filters: { createdAfter: '2026-01-01T00:00:00', fulfillment: ['NOT_STARTED'] }, additionalFields: {}, limit: 5, options },
		gives: (rows) => rows.length === 5 && rows.every(({ orderId }) => orderId),
	},
	{
		name: 'Ship Order', node: 'ebayOrders', account: 'ebay', labels: ['Order', 'Line Items', 'Tracking Number'],
		parameters: (data) => ({ resource: 'shippingFulfillment', operation: 'create', order: byId(data.orderId), lineItems: { entries: [{ lineItem: data.lineItemId, quantity: '1' }] }, trackingNumber: '1Z999', carrier: 'UPS', shippedDate: '', options }),
		gives: ([row]) => row.success === true && row.fulfillmentId,
	},
	{
		name: 'Refund', node: 'ebayOrders', account: 'ebay', labels: ['Reason', 'Refund of Order', 'Comment'],
		parameters: (data) => ({ resource: 'order', operation: 'issueRefund', order: byId(data.orderId), reason: 'BUYER_CANCEL', currency: '', amount: '1.00', refundItems: {}, comment: 'Sorry', options }),
		gives: ([row]) => Boolean(row.refundId),
	},
	{
		name: 'Inventory Item', node: 'ebayListings', account: 'ebay', labels: ['SKU', 'Title', 'Category', 'Aspects', 'Brand', 'Keep Other Fields', 'Specify Body'], lower: 'Keep Other Fields',
		parameters: { resource: 'inventoryItem', operation: 'createOrReplace', sku: 'DEMO-001', contentLanguage: 'marketplace', title: 'A better title', category: byId('9355'), aspects: { mappingMode: 'defineBelow', value: {} }, product: {}, packageDetails: {}, additionalFields: {}, options },
		gives: ([row]) => row.success === true && row.sku === 'DEMO-001',
	},
	{
		name: 'List Item', node: 'ebayListings', account: 'ebay', labels: ['SKU', 'Format', 'Title', 'Category', 'Aspects', 'Brand', 'Fulfillment Policy', 'Location', 'Keep Other Fields'], lower: 'Keep Other Fields',
		parameters: {
			resource: 'listing', operation: 'listItem', sku: 'LAMP-01', format: 'FIXED_PRICE', title: 'Brass desk lamp', quantity: '5', condition: 'NEW', imageUrls: 'https://i.ebayimg.test/lamp.jpg', category: byId('20697'),
			aspects: { mappingMode: 'defineBelow', value: { Brand: 'Acme' } }, price: '24.50', location: byId('DEMO-WAREHOUSE'), policies: {}, pricing: {}, offerDetails: {}, product: {}, packageDetails: {}, itemDetails: {}, options,
		},
		gives: ([row]) => row.listing === 'published' && Boolean(row.listingId),
	},
	{
		name: 'Price by SKU', node: 'ebayListings', account: 'ebay', labels: ['SKU', 'Offer ID', 'Price', 'Rows to Output'],
		parameters: { resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: 'DEMO-002', offer: '8000000002', price: '11.00', marketplace: '', additionalFields: {}, options },
		gives: ([row]) => row.statusCode === 200,
	},
	{
		name: 'Notification Topics', node: 'ebayCommunication', account: 'ebay', labels: ['Return All'],
		parameters: { resource: 'notificationTopic', operation: 'getAll', returnAll: true, options },
		gives: (rows) => rows.length === 45,
	},
	{
		name: 'Result File', node: 'ebayFeeds', account: 'ebay', labels: ['Task ID', 'Put Output File in Field'],
		parameters: { resource: 'task', operation: 'getResultFile', task: 'task-16-1000000001', options },
		gives: ([row]) => row.fileName === 'orders.csv',
	},
	{
		name: 'Cart by Own Request', node: 'ebayBuy', account: 'ebay', labels: ['Path', 'Host', 'Token', 'Query Parameters (JSON)'],
		parameters: { resource: 'ownRequest', operation: 'get', path: '/buy/browse/v1/shopping_cart/', options },
		gives: ([row]) => Array.isArray(row.cartItems),
	},
	{
		name: 'Export Orders', node: 'crux', account: 'cruxRetailer', labels: ['Filters', 'Wait for Completion', 'Put Output File in Field'],
		parameters: { resource: 'order', operation: 'exportBySearch', filters: {}, sort: {}, options: { checkEvery: 1 } },
		gives: ([row]) => row.status === 'COMPLETED' && row.mimeType === 'text/csv',
	},
	{
		name: 'Upload Export', node: 'crux', account: 'cruxRetailer', after: 'Export Orders', labels: ['Input Data Field Name', 'File Name'],
		parameters: { resource: 'file', operation: 'upload', fileName: 'orders.csv', options },
		gives: ([row]) => Boolean(row.uuid),
	},
	{
		name: 'Search Items', node: 'crux', account: 'cruxRetailer', labels: ['Search Term', 'Filters', 'Facets'],
		parameters: { resource: 'item', operation: 'search', searchTerm: 'Rain Jacket', filters: {}, facets: {}, limit: 3, options },
		gives: (rows) => rows.length === 3,
	},
	{
		name: 'Fees in Version 1', node: 'crux', account: 'cruxRetailer', labels: ['SKUs', 'Address'],
		parameters: { apiVersion: 'v1', resource: 'order', operation: 'estimateFees', skus: { entries: [{ sku: 'SKU-0001', quantity: 2 }] }, address: {}, shipping: {}, options },
		gives: ([row]) => 'order_fee' in row,
	},
	{
		name: 'Community Recipes', node: 'whiskPublishing', account: 'whisk', labels: ['Community', 'Parts', 'Return All'],
		parameters: (data) => ({ resource: 'community', operation: 'getRecipes', community: { __rl: true, mode: 'id', value: data.community }, returnAll: true, options }),
		gives: (rows) => rows.length === 48,
	},
	{
		name: 'Meal Plan', node: 'whiskFood', account: 'whisk', labels: ['Settings', 'Keep Other Fields'],
		parameters: { resource: 'mealPlan', operation: 'updateSettings', settings: { servings: 3 }, options },
		gives: (rows) => rows.length === 1,
	},
	{
		name: 'Studio Products', node: 'whiskPublishing', account: 'whiskServer', labels: ['Integration ID', 'Product ID', 'Product Fields'],
		parameters: (data) => ({ resource: 'studioProduct', operation: 'createOrUpdate', integration: data.integration, product: 'SKU-1001', values: { name: 'Peeled tomatoes' }, options }),
		gives: ([row]) => row.external_product_id === 'SKU-1001',
	},
];

function workflowOf(saved, data) {
	const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const nodes = steps.map(({ name, node, account, parameters }, index) => {
		const { id, name: credential, type } = saved[account];
		return {
			id: name, name, type: `${PACKAGE}.${node}`, typeVersion: 1, position: [220 + (index % 5) * 220, Math.floor(index / 5) * 200],
			parameters: typeof parameters === 'function' ? parameters(data) : parameters, credentials: { [type]: { id, name: credential } },
		};
	});
	const connections = {};
	for (const { name, after = 'Start' } of steps) (connections[after] ??= { main: [[]] }).main[0].push({ node: name, type: 'main', index: 0 });
	return { name: 'One of each kind', nodes: [start, ...nodes], connections, settings: { executionOrder: 'v1' } };
}

/** Runs one operation of each kind from the editor's own run button; gives the id of the workflow. */
export async function checkVariations(report, { client, simulator, saved }) {
	await simulator.reset();
	const { seeds } = simulator;
	const { id } = await client.importWorkflow(workflowOf(saved, seeds));
	const run = await report.check('a workflow with one operation of each kind runs', async () => {
		const made = await client.run(id, 'Start', 120_000);
		assert.equal(made.status, 'success', JSON.stringify(made.data?.resultData?.error?.message));
		return made;
	});
	for (const { name, gives } of steps) {
		await report.check(`${name}: gives what it should`, () => {
			const rows = rowsOf(run, name);
			assert.ok(gives(rows), JSON.stringify(rows).slice(0, 500));
		});
	}
	return id;
}

/** Opens the panel of each of them and looks at its fields. */
export async function lookAtVariations(report, editor, id) {
	for (const [index, { name, labels, lower }] of steps.entries()) {
		await report.check(`${name}: its panel shows the fields of the operation`, async () => {
			await editor.openWorkflow(id);
			await editor.openNode(name);
			const picture = `v${String(index + 1).padStart(2, '0')}-${name.toLowerCase().replace(/ /g, '-')}`;
			await editor.screenshot(picture);
			const shown = await editor.panelText(labels);
			for (const label of labels) assert.ok(shown.includes(label), `${label} is not in ${shown}`);
			if (!lower) return;
			await editor.scrollTo(lower);
			await editor.screenshot(`${picture}-lower`);
		});
	}
}
