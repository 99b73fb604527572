// Proves the package on the real n8n, headless: npm run e2e; only the Connect button: npm run e2e -- --only-connect; only the triggers: --only-triggers; only the examples: --only-examples; only ten thousand rows of stock: --only-stock; only ten thousand prices: --only-prices
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkActiveExamples } from './checks/activeExamples.mjs';
import { checkConnect } from './checks/connect.mjs';
import { checkCredentials, holdsNone, secretsOf } from './checks/credentials.mjs';
import { checkEditor } from './checks/editor.mjs';
import { checkExamples } from './checks/examples.mjs';
import { checkPackage } from './checks/package.mjs';
import { checkPrices } from './checks/prices.mjs';
import { Report } from './checks/report.mjs';
import { checkStock } from './checks/stock.mjs';
import { checkTriggers } from './checks/triggers.mjs';
import { checkVariations } from './checks/variations.mjs';
import { N8nClient } from './n8n-client.mjs';
import { startN8n } from './n8n-server.mjs';
import { buildPackage, installPackage } from './package-under-test.mjs';
import { startSimulator } from './simulator.mjs';

const report = new Report();
const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-e2e-'));
const owner = { email: 'owner@example.com', password: `E2e-${randomBytes(9).toString('hex')}` };
const started = [];

async function prove() {
	await buildPackage();
	await installPackage(userFolder);
	const simulator = await startSimulator();
	started.push(simulator);
	const n8n = await report.check('n8n starts with the packed package', () => startN8n({ userFolder }));
	if (!n8n) return;
	started.push(n8n);
	const { url, log } = n8n;
	const client = new N8nClient(url);
	await client.setupOwner(owner);
	if (process.argv.includes('--only-connect')) return await checkConnect(report, { url, owner, client, simulator, log });
	if (process.argv.includes('--only-stock')) return await checkStock(report, { n8n, client }, true);
	await checkPackage(report, { client, log });
	const saved = await checkCredentials(report, { client, accounts: simulator.accounts });
	if (process.argv.includes('--only-triggers')) return await checkTriggers(report, { client, simulator, saved });
	if (process.argv.includes('--only-prices')) return await checkPrices(report, { n8n, client, simulator, saved });
	const ids = await checkExamples(report, { n8n, client, simulator, saved });
	await checkActiveExamples(report, { client, simulator, saved });
	if (process.argv.includes('--only-examples')) return;
	await checkStock(report, { n8n, client });
	const variations = await checkVariations(report, { client, simulator, saved });
	const triggers = await checkTriggers(report, { client, simulator, saved });
	await checkEditor(report, { url, owner, workflowId: ids['discontinued-skus'], simulator, client, credential: saved.cruxRetailer, variations, triggers });
	await checkConnect(report, { url, owner, client, simulator, log });
	await report.check('the log of n8n holds no secret after all this', () => holdsNone(log(), secretsOf(simulator.accounts), 'the log'));
}

for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => process.exit(130));
await prove().catch(async (error) => {
	await report.check('the checks run to their end', () => Promise.reject(error));
});
for (const one of started) await one.stop();
rmSync(userFolder, { recursive: true, force: true, maxRetries: 3 });
process.exitCode = report.finish() ? 0 : 1;
