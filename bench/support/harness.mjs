// n8n's own engine with the built package and a few nodes of the bench in it.
import { createRequire } from 'node:module';
import path from 'node:path';
import { median, workers } from './measure.mjs';

const require = createRequire(import.meta.url);
const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json; charset=utf-8' };
const TOKEN = 'bench-token';

/** The request of one row, as every side sends it. */
const requestOf = (url, { sku, stock }) => ({
	method: 'POST',
	url: `${url}/timp/products/skus/inventory/`,
	headers: HEADERS,
	body: JSON.stringify({ sku_id: sku, quantity_in_stock: stock }),
});

/** Rows of a stock sheet. */
export const stockRows = (count) => Array.from({ length: count }, (_, index) => ({ sku: `SKU-${index}`, stock: index % 300 }));

/** Parameters of our node for one stock row an item. */
export const writeParameters = (concurrency) => ({
	resource: 'sku',
	operation: 'updateInventory',
	identifyBy: 'sku_id',
	identifier: '={{ $json.sku }}',
	inventory: { quantityInStock: '={{ $json.stock }}' },
	options: { concurrency },
});

/** Rows of a price sheet, with the IDs of the offers or without. */
export const priceRows = (count, hasIds) => Array.from({ length: count }, (_, index) => ({ sku: `SKU-${index}`, price: `${10 + (index % 90)}.50`, offerId: hasIds ? `1SKU-${index}` : '' }));

/** Parameters of our node for a price sheet. */
const priceParameters = (options) => ({ resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', offer: '={{ $json.offerId }}', price: '={{ $json.price }}', report: 'all', options });

/** A plain loop with fetch: what the machine and the server can do. Gives milliseconds. */
export async function bareLoop(url, rows, concurrency, token = TOKEN) {
	const started = performance.now();
	await workers(rows.length, concurrency, async (index) => {
		const { url: address, headers, ...request } = requestOf(url, rows[index]);
		const answer = await fetch(address, { ...request, headers: { ...headers, Authorization: `Token ${token}` } });
		if (!answer.ok) throw new Error(`The bare loop was answered ${answer.status}: ${await answer.text()}`);
		await answer.json();
	});
	return performance.now() - started;
}

const property = (name, type, fallback) => ({ displayName: name, name, type, default: fallback });

/** A node that does nothing but call n8n's request helper. */
const helperNode = {
	description: {
		displayName: 'Helper',
		name: 'benchHelper',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Helper' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cruxApi' }],
		properties: [property('url', 'string', ''), property('concurrency', 'number', 1)],
	},
	async execute() {
		const [items, { url, concurrency }] = [this.getInputData(), this.getNode().parameters];
		const output = [];
		await workers(items.length, concurrency, async (index) => {
			const json = await this.helpers.httpRequestWithAuthentication.call(this, 'cruxApi', { ...requestOf(url, items[index].json), json: true });
			output[index] = { json, pairedItem: { item: index } };
		});
		return [output];
	},
};

/** Lets a node say how long its execute took, in wall and processor time. */
function timed(node, spent) {
	const { execute } = node;
	node.execute = async function () {
		const [started, cpu] = [performance.now(), process.cpuUsage()];
		const output = await execute.call(this);
		const { user, system } = process.cpuUsage(cpu);
		Object.assign(spent, { execute: performance.now() - started, cpu: (user + system) / 1000 });
		spent.onEnd?.();
		return output;
	};
	return node;
}

const vaultFor = (url) => ({
	c1: { type: 'cruxApi', data: { environment: 'custom', customUrl: url, authentication: 'token', token: TOKEN, sessionToken: '' } },
	c2: { type: 'ebayApi', data: { environment: 'custom', customUrl: url, clientId: `Bench-${url}`, clientSecret: 'bench', refreshToken: 'bench', marketplace: 'EBAY_US', tokens: '' } },
});

function workflowOf(type, parameters) {
	const input = { id: '1', name: 'Input', type: 'test.input', typeVersion: 1, position: [0, 0], parameters: {} };
	const credentials = type.includes('.ebay') ? { ebayApi: { id: 'c2', name: 'c2' } } : { cruxApi: { id: 'c1', name: 'c1' } };
	const node = { id: '2', name: 'Node', type, typeVersion: 1, position: [200, 0], parameters, credentials };
	return { nodes: [input, node], connections: { Input: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } } };
}

/**
 * Loads n8n's engine with the package under `root`, built, as users run it: what a loader of TypeScript adds to the
 * sources would be measured with them.
 * @param {string} root
 * @param {Record<string, object>} [more] further node types by name
 */
export function loadEngine(root, more = {}) {
	const spent = {};
	const { helperNodes } = require('../../test/support/helperNodes.ts');
	const own = { 'bench.helper': helperNode, ...more };
	for (const [type, node] of Object.entries(own)) helperNodes[type] = timed(node, spent);
	const { credentialTypes, nodes, PACKAGE, runWorkflow } = require('../../test/support/engine.ts');
	const { Crux } = require(path.join(root, 'dist/nodes/Crux/Crux.node.js'));
	const { CruxApi } = require(path.join(root, 'dist/credentials/CruxApi.credentials.js'));
	const { EbayListings } = require(path.join(root, 'dist/nodes/Ebay/EbayListings/EbayListings.node.js'));
	const { EbayApi } = require(path.join(root, 'dist/credentials/EbayApi.credentials.js'));
	Object.assign(credentialTypes, { cruxApi: new CruxApi(), ebayApi: new EbayApi() });
	Object.assign(nodes.crux, timed(new Crux(), spent));
	Object.assign(nodes.ebayListings, timed(new EbayListings(), spent));
	const vaults = new Map();
	const run = async (type, url, parameters, rows) => {
		if (!vaults.has(url)) vaults.set(url, vaultFor(url));
		const started = performance.now();
		const ran = await runWorkflow(
			workflowOf(type, parameters),
			vaults.get(url),
			rows.map((json) => ({ json })),
		);
		const wall = performance.now() - started;
		if (ran.error) throw ran.error;
		return { wall, execute: spent.execute, cpu: spent.cpu, items: ran.items('Node') };
	};
	const write = async (type, url, parameters, rows) => {
		const { items, ...times } = await run(type, url, parameters, rows);
		if (items.length !== rows.length || items.some(({ json }) => json.error)) throw new Error(`${type} did not write every row`);
		return times;
	};
	return {
		credentialTypes,
		/** Called when an execute has ended, before n8n goes on with its output. */
		onEnd: (look) => {
			spent.onEnd = look;
		},
		run: async (url, parameters, rows) => await run(`${PACKAGE}.crux`, url, parameters, rows),
		ours: async (url, rows, concurrency, type = `${PACKAGE}.crux`) => await write(type, url, writeParameters(concurrency), rows),
		prices: async (url, rows, options) => await write(`${PACKAGE}.ebayListings`, url, priceParameters(options), rows),
		helper: async (url, rows, concurrency) => await write('bench.helper', url, { url, concurrency }, rows),
	};
}

/** Rows a second from the milliseconds of several rounds. */
export const rate = (count, milliseconds) => (count / median(milliseconds)) * 1000;
