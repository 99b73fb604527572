// The real n8n in the browser with the nodes, demo credentials and examples, and the simulator beside it: npm start
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { examples, readExample } from './examples.mjs';
import { cacheFolder, installN8n } from './install.mjs';
import { N8nClient } from './n8n-client.mjs';
import { startN8n } from './n8n-server.mjs';
import { buildPackage, installPackage } from './package-under-test.mjs';
import { freePort, isAlive } from './processes.mjs';
import { startSimulator } from './simulator.mjs';

const usage = `The real n8n with the nodes of this repository, on this machine only.

  npm start -- [options]

  --fresh            forget the demo data of earlier starts
  --port <number>    port of n8n, the next free one if it is taken (default 5678)
  --help             this text
`;

const demoFolder = path.join(cacheFolder(), 'demo');
const memory = path.join(demoFolder, 'demo.json');

/** What earlier starts left: the owner, the saved credentials and workflows. */
function recall() {
	return existsSync(memory) ? JSON.parse(readFileSync(memory, 'utf8')) : { credentials: {}, workflows: {} };
}

function remember(state) {
	writeFileSync(memory, JSON.stringify(state, null, '\t'), { mode: 0o600 });
}

/** Refuses to use the data folder of a demo that is running. */
function claim(fresh) {
	const { running } = recall();
	if (running && isAlive(running.pid)) throw new Error(`The demo is running already: ${running.url ?? 'it is just starting'} (stop it there with Ctrl+C)`);
	if (fresh) rmSync(demoFolder, { recursive: true, force: true });
	mkdirSync(demoFolder, { recursive: true, mode: 0o700 });
	const state = { ...recall(), running: { pid: process.pid } };
	remember(state);
	return state;
}

/** Signs in; on the first start it makes the owner, with a password of its own. */
async function signIn(client, state) {
	if (state.owner) return await client.login(state.owner);
	const owner = { email: 'demo@example.com', password: `Demo-${randomBytes(6).toString('hex')}1` };
	await client.setupOwner(owner);
	state.owner = owner;
	remember(state);
}

/** Saves the simulator's accounts; an earlier credential keeps its id and gets today's address. */
async function saveCredentials(client, accounts, state) {
	for (const [account, { type, name, data }] of Object.entries(accounts)) {
		const known = state.credentials[account];
		const updated = known && (await client.request('PATCH', `/rest/credentials/${known.id}`, { type, name, data }));
		if (updated?.status === 200) continue;
		const { id } = await client.createCredential(type, name, data);
		state.credentials[account] = { id, name, type };
	}
	remember(state);
}

/** Imports each example once; what the user made of it stays as it is. */
async function saveExamples(client, state) {
	for (const name of Object.keys(examples)) {
		if (state.workflows[name]) continue;
		state.workflows[name] = (await client.importWorkflow(readExample(name, state.credentials))).id;
	}
	remember(state);
}

async function fill(url, accounts, state) {
	const client = new N8nClient(url);
	try {
		await signIn(client, state);
		await saveCredentials(client, accounts, state);
		await saveExamples(client, state);
	} catch (error) {
		console.error(`The demo credentials and examples could not be renewed (${error.message}). "npm start -- --fresh" starts over.`);
	}
}

function show({ url, owner, simulator }) {
	console.log(`
n8n         ${url}
  E-mail    ${owner?.email}
  Password  ${owner?.password}

Simulator   ${simulator.address}   (what was asked of it: ${simulator.address}/__simulator/calls)

The examples are under Workflows, with demo credentials chosen. Everything runs on this machine only,
the data is kept in ${demoFolder}
Ctrl+C stops both.
`);
}

/** Stops everything on Ctrl+C, or when one of the two ends by itself. */
async function untilStopped(n8n, simulator, state) {
	const signal = new Promise((resolve) => {
		for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => resolve(name));
	});
	const first = await Promise.race([signal, n8n.ended.then(() => 'n8n'), simulator.ended.then(() => 'the simulator')]);
	console.log(first.startsWith('SIG') ? '\nStopping …' : `\n${first} ended by itself, stopping …`);
	await Promise.all([n8n.stop(), simulator.stop()]);
	delete state.running;
	remember(state);
	if (!first.startsWith('SIG')) console.error(n8n.log().slice(-2_000));
	return first.startsWith('SIG') ? 0 : 1;
}

async function main() {
	const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean' } } });
	if (values.help) return console.log(usage);
	const state = claim(values.fresh);
	console.error('Building the package …');
	await buildPackage();
	await installN8n();
	await installPackage(demoFolder);
	console.error('Starting the simulator and n8n …');
	const simulator = await startSimulator(await freePort(4010));
	const n8n = await startN8n({ userFolder: demoFolder, port: await freePort(Number(values.port ?? 5678)) }).catch(async (error) => {
		await simulator.stop();
		throw error;
	});
	state.running.url = n8n.url;
	await fill(n8n.url, { ...simulator.accounts, whiskOAuth2: simulator.apps.whisk }, state);
	remember(state);
	show({ url: n8n.url, owner: state.owner, simulator });
	process.exitCode = await untilStopped(n8n, simulator, state);
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
