// The real n8n with the package under measurement and the peers it is compared with.
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../e2e/install.mjs';
import { N8nClient, rowsOf } from '../../e2e/n8n-client.mjs';
import { startN8n } from '../../e2e/n8n-server.mjs';
import { installPackage, repository } from '../../e2e/package-under-test.mjs';
import { writeParameters } from './harness.mjs';

const PEERS = 'n8n-nodes-bench';
const peers = path.resolve(import.meta.dirname, '../peers');
const stock = { identifier: '={{ $json.sku }}', quantity: '={{ $json.stock }}' };

/** Whether the n8n of e2e/package-lock.json is installed already; here nothing is installed. */
export function isInstalled() {
	const cache = cacheFolder();
	const same = (home, file) =>
		existsSync(path.join(home, file)) && readFileSync(path.join(home, file), 'utf8') === readFileSync(path.join(repository, 'e2e', file), 'utf8');
	const homes = existsSync(cache) ? readdirSync(cache).filter((name) => /^n8n-[0-9a-f]{12}$/.test(name)) : [];
	return homes.some((name) => ['package.json', 'package-lock.json'].every((file) => same(path.join(cache, name), file)));
}

/** The nodes that make the same call, by short name: type and parameters. */
export const sides = {
	ours: { type: 'n8n-nodes-crux-whisk-ebay.crux', parameters: () => writeParameters(10) },
	helper: { type: `${PEERS}.benchHelper`, parameters: (url) => ({ baseUrl: url }) },
	httpRequest: {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: (url, latency) => ({
			method: 'POST',
			url: `${url}/timp/products/skus/inventory/`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'cruxApi',
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify({ sku_id: $json.sku, quantity_in_stock: $json.stock }) }}',
			options: { batching: { batch: { batchSize: 10, batchInterval: Math.max(1, latency) } } },
		}),
	},
	declarative: { type: `${PEERS}.benchDeclarative`, parameters: (url) => ({ operation: 'update', baseUrl: url, ...stock }) },
	oneByOne: { type: `${PEERS}.benchOneByOne`, parameters: (url) => ({ baseUrl: url, ...stock }) },
};

function installPeers(userFolder) {
	const folder = path.join(userFolder, '.n8n/nodes/node_modules', PEERS);
	mkdirSync(folder, { recursive: true });
	cpSync(peers, folder, { recursive: true });
	const n8n = { n8nNodesApiVersion: 1, nodes: readdirSync(peers), credentials: [] };
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: PEERS, version: '1.0.0', keywords: ['n8n-community-node-package'], n8n }));
}

function workflowOf({ type, typeVersion = 1, parameters }, credential, { name, url, latency, rows }) {
	const node = (id, label, more) => ({ id, name: label, typeVersion: 1, position: [0, 0], parameters: {}, ...more });
	const to = (label) => ({ main: [[{ node: label, type: 'main', index: 0 }]] });
	const nodes = [
		node('1', 'Start', { type: 'n8n-nodes-base.manualTrigger' }),
		node('2', 'Rows', { type: `${PEERS}.benchRows`, parameters: { count: rows } }),
		node('3', 'Node', { type, typeVersion, parameters: parameters(url, latency), credentials: { cruxApi: { id: credential.id, name: credential.name } } }),
	];
	return { name, nodes, connections: { Start: to('Rows'), Rows: to('Node') } };
}

/**
 * Starts n8n with all nodes in it.
 * @returns {Promise<{ run(side: string, how: { url: string, latency: number, rows: number }): Promise<number>, version: string, stop(): Promise<void> }>}
 * `run` gives the milliseconds that n8n noted for the node
 */
export async function startRealN8n(userFolder, root) {
	await installPackage(userFolder, root);
	installPeers(userFolder);
	const n8n = await startN8n({ userFolder });
	const client = new N8nClient(n8n.url);
	await client.setupOwner({ email: 'bench@example.com', password: `Bench-${randomBytes(9).toString('hex')}1` });
	const saved = new Map();
	const once = async (key, make) => {
		if (!saved.has(key)) saved.set(key, await make());
		return saved.get(key);
	};
	const data = (url) => ({ environment: 'custom', customUrl: url, authentication: 'token', token: 'bench-token' });
	const run = async (side, { url, latency, rows }) => {
		const name = `${side} ${latency} ms ${rows} rows`;
		const credential = await once(url, async () => await client.createCredential('cruxApi', url, data(url)));
		const { id } = await once(name, async () => await client.importWorkflow(workflowOf(sides[side], credential, { name, url, latency, rows })));
		const ran = await client.run(id, 'Start', 120_000);
		if (ran.status !== 'success') throw new Error(`${name}: ${ran.status} ${ran.data.resultData.error?.message ?? ''}`);
		const out = rowsOf(ran, 'Node');
		if (out.length !== rows || out.some(({ error }) => error)) throw new Error(`${name}: not every row was written`);
		return ran.data.resultData.runData.Node[0].executionTime;
	};
	const { dependencies } = JSON.parse(readFileSync(path.join(repository, 'e2e/package.json'), 'utf8'));
	return { run, version: dependencies.n8n, stop: n8n.stop };
}
