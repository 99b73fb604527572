// Signing in to Whisk as a user does it: the Connect button in the editor, consent, a run, expiry, renewal, withdrawal.
import assert from 'node:assert/strict';
import { Editor } from '../editor.mjs';
import { rowsOf } from '../n8n-client.mjs';
import { holdsNone, secretsOf } from './credentials.mjs';

const NODE = 'n8n-nodes-crux-whisk-ebay.whisk';

function workflowWith({ id, name, type }) {
	const node = {
		id: 'lists', name: 'My Lists', type: NODE, typeVersion: 1, position: [220, 0], credentials: { [type]: { id, name } },
		parameters: { authentication: 'oAuth2', resource: 'shoppingList', operation: 'getAll', returnAll: true, options: {} },
	};
	const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	return { name: 'Lists of a user', nodes: [start, node], connections: { Start: { main: [[{ node: 'My Lists', type: 'main', index: 0 }]] } }, settings: { executionOrder: 'v1' } };
}

/** Status by path of all that Whisk was asked since the last reset of the list. */
const traceOf = async (simulator, since) => (await simulator.calls()).slice(since).filter(({ service }) => service === 'whisk').map(({ method, path, status }) => `${method} ${path} ${status}`);

async function connect(report, editor, { url, simulator, credential }) {
	await report.check('a consent that is refused leaves the credential unconnected', async () => {
		const popup = await editor.openConsent(`${url}/home/credentials/${credential.id}`);
		await popup.getByRole('button', { name: 'Deny' }).click();
		await popup.getByText(/denied|error|insufficient/i).first().waitFor();
		await popup.close();
		assert.ok(!(await traceOf(simulator, 0)).some((line) => line.includes('/oauth/v2/token')));
	});
	await report.check('the Connect button leads to the consent page and back, and the account is connected', async () => {
		const popup = await editor.openConsent(`${url}/home/credentials/${credential.id}`);
		await editor.screenshot('c1-consent', popup);
		assert.match(await popup.locator('main').innerText(), /shopping_list:read\s+shopping_list:write\s+community:read\s+community:write/);
		await popup.getByRole('button', { name: 'Allow' }).click();
		await editor.page.getByTestId('oauth-connect-success-banner').waitFor();
		await editor.screenshot('c2-connected');
		assert.deepEqual((await traceOf(simulator, 0)).slice(-3), ['GET /oauth/v2/authorize 200', 'POST /oauth/v2/authorize 302', 'POST /oauth/v2/token 200']);
	});
}

async function run(report, editor, { client, simulator, workflowId }) {
	const lists = async (wanted) => {
		const since = (await simulator.calls()).length;
		const made = await client.run(workflowId, 'Start');
		return { made, trace: await traceOf(simulator, since), wanted };
	};
	await report.check('an operation runs with the consent', async () => {
		const { made, trace } = await lists();
		assert.equal(made.status, 'success', JSON.stringify(made.data?.resultData?.error?.message));
		assert.equal(rowsOf(made, 'My Lists').length, 2);
		assert.deepEqual(trace, ['GET /list/v2 200']);
	});
	await report.check('an access that has expired is renewed by itself, and kept for the next run', async () => {
		await simulator.control('POST', 'expire-tokens', { service: 'whisk' });
		const { made, trace } = await lists();
		assert.equal(made.status, 'success', JSON.stringify(made.data?.resultData?.error?.message));
		assert.deepEqual(trace, ['GET /list/v2 401', 'POST /oauth/v2/token 200', 'GET /list/v2 200']);
		assert.deepEqual((await lists()).trace, ['GET /list/v2 200']);
	});
	await report.check('the panel of the node shows the consent as its credential, and the step runs', async () => {
		await editor.openWorkflow(workflowId);
		await editor.openNode('My Lists');
		// n8n shows one list of credentials for all types, and sets Authentication by the chosen one.
		const shown = await editor.panelText(['Credential', 'Resource', 'Operation']);
		assert.ok(!shown.includes('Select Credential'), shown);
		const output = await editor.executeStep();
		await editor.screenshot('c3-run');
		assert.match(output, /2 items/);
	});
	await report.check('a consent that was taken back is told in one sentence', async () => {
		await simulator.control('POST', 'revoke-consents');
		await editor.openWorkflow(workflowId);
		await editor.openNode('My Lists');
		const said = await editor.executeStep();
		await editor.screenshot('c4-withdrawn');
		assert.match(said, /Whisk sign-in: the access could not be renewed: the consent was withdrawn or has run out/);
		assert.match(said, /connect it again/);
	});
}

/** The whole way of a user's consent, in a browser; screenshots go to a folder outside the repository. */
export async function checkConnect(report, { url, owner, client, simulator, log }) {
	await simulator.reset();
	const secrets = secretsOf({ ...simulator.accounts, ...simulator.apps });
	const { type, name, data } = simulator.apps.whisk;
	const { id } = await client.createCredential(type, name, data);
	const credential = { id, name, type };
	const { id: workflowId } = await client.importWorkflow(workflowWith(credential));
	const editor = await report.check('a browser starts for the Connect button', () => Editor.open({ url, secrets }));
	if (!editor) return;
	try {
		await editor.signIn(owner);
		await connect(report, editor, { url, simulator, credential });
		await run(report, editor, { client, simulator, workflowId });
		await report.check('neither the editor nor the log of n8n shows a secret of it', async () => {
			const { body } = await client.request('GET', `/rest/credentials/${id}?includeData=true`);
			holdsNone(JSON.stringify(body), secrets, 'the answer');
			assert.doesNotMatch(JSON.stringify(body), /whisk-(refresh-)?[0-9a-f]{40}/);
			holdsNone(log(), secrets, 'the log');
			assert.doesNotMatch(log(), /whisk-(refresh-)?[0-9a-f]{40}/);
			assert.deepEqual(editor.faults, []);
		});
	} finally {
		await editor.close();
		console.log(`Screenshots: ${editor.screenshots}`);
	}
}
