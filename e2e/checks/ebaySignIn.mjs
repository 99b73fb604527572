// From a keyset to the first orders: the eBay credential made by hand in the editor, against the simulator's eBay.
import assert from 'node:assert/strict';
import { CredentialForm } from '../credential-form.mjs';
import { rowsOf } from '../n8n-client.mjs';

const PACKAGE = 'n8n-nodes-crux-whisk-ebay';
const linkIn = (text) => /https?:\/\/\S+\/oauth2\/authorize\?\S+/.exec(text)?.[0];

/** Opens a link in a window of its own, signs in and agrees; gives the address of the page that this ends at. */
async function agree(editor, link, user, picture) {
	const page = await editor.browser.newPage();
	try {
		await page.goto(link);
		await page.getByLabel('Sign in as').selectOption(user);
		await editor.screenshot(picture, page);
		await page.getByRole('button', { name: 'Agree' }).click();
		await page.waitForURL(/\/accepted\?/);
		return page.url();
	} finally {
		await page.close();
	}
}

function workflowOf({ id, name }) {
	const credentials = { ebayApi: { id, name } };
	const node = (title, x, parameters) => ({ id: title, name: title, type: `${PACKAGE}.ebayOrders`, typeVersion: 1, position: [x, 0], parameters: { ...parameters, options: {} }, credentials });
	const nodes = [
		{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		node('Check Setup', 220, { resource: 'setup', operation: 'check', marketplace: '' }),
		{ ...node('First Orders', 440, { resource: 'order', operation: 'getAll', filters: {}, additionalFields: {}, limit: 5 }), executeOnce: true },
	];
	const to = (title) => ({ main: [[{ node: title, type: 'main', index: 0 }]] });
	return { name: 'First orders of a shop', nodes, connections: { Start: to('Check Setup'), 'Check Setup': to('First Orders') }, settings: { executionOrder: 'v1' } };
}

const grants = async (simulator) => (await simulator.calls()).filter(({ path }) => path.endsWith('/oauth2/token')).map(({ body, status }) => `${body.grant_type} ${status}`);
const exchanges = async (simulator) => (await grants(simulator)).filter((one) => one.startsWith('authorization_code'));

async function firstSignIn(report, editor, form, { simulator }) {
	const { customUrl, clientId, clientSecret, ruName } = simulator.accounts.ebay.data;
	const red = await report.check('a keyset typed into the editor: the test fails with the link to agree', async () => {
		await form.create('eBay API');
		await editor.screenshot('s1-empty-form');
		await form.choose('environment', 'Custom URL');
		for (const [name, value] of Object.entries({ customUrl, clientId, clientSecret, ruName })) await form.fill(name, value);
		const result = await form.save();
		await editor.screenshot('s2-link');
		assert.equal(result.passed, false);
		assert.match(result.text, /Now an eBay member has to agree\. Open this link/);
		assert.match(linkIn(result.text) ?? '', /prompt=login/);
		return result;
	});
	const green = await report.check('the link is opened, the address it ends at is pasted, and the test turns green', async () => {
		const address = await agree(editor, linkIn(red.text), 'demo_shop', 's3-consent');
		await form.fill('refreshToken', address);
		const result = await form.save();
		await editor.screenshot('s4-green');
		assert.ok(result.passed, result.text);
		assert.deepEqual(await exchanges(simulator), ['authorization_code 200']);
		return result;
	});
	await report.check('saved again in the same dialog, with another marketplace: still green, and the code is not used twice', async () => {
		await form.choose('marketplace', 'United Kingdom');
		const { passed, text } = await form.save();
		assert.ok(passed, text);
		await form.choose('marketplace', 'United States');
		assert.ok((await form.save()).passed);
		assert.deepEqual(await exchanges(simulator), ['authorization_code 200']);
	});
	return green.id;
}

async function runOperations(report, editor, { client, credential }) {
	const { id } = await client.importWorkflow(workflowOf(credential));
	await report.check('with this credential Check Setup and the first orders come', async () => {
		const run = await client.run(id, 'Start');
		assert.equal(run.status, 'success', JSON.stringify(run.data?.resultData?.error?.message));
		const rows = rowsOf(run, 'Check Setup');
		assert.deepEqual(rows.filter(({ status }) => status !== 'OK'), []);
		assert.match(rows.find(({ check }) => check === 'Account').result, /^demo_shop/);
		assert.match(rows.find(({ check }) => check === 'Access').result, /Listings and Inventory, Orders and Shipping$/);
		assert.equal(rowsOf(run, 'First Orders').length, 5);
	});
	await report.check('Check Setup is one table in the editor', async () => {
		await editor.openWorkflow(id);
		await editor.openNode('Check Setup');
		const output = await editor.executeStep();
		await editor.screenshot('s5-check-setup');
		for (const text of ['check', 'status', 'result', 'whatToDo', 'demo_shop', 'Inventory Locations']) assert.ok(output.includes(text), `${text} is not in the output`);
	});
	return id;
}

async function secondSignIn(report, editor, form, { client, simulator, credential, workflow }) {
	const red = await report.check('a consent that was withdrawn: the run and the test say so, with a new link', async () => {
		await simulator.revokeConsent('demo_shop');
		const run = await client.run(workflow, 'Start');
		const rows = rowsOf(run, 'Check Setup');
		assert.match(rows.find(({ check }) => check === 'Account').result, /the consent of the eBay member is over: withdrawn in My eBay/);
		await form.open(credential.id);
		const result = await form.retry();
		await editor.screenshot('s6-withdrawn');
		assert.equal(result.passed, false);
		assert.match(result.text, /the consent of the eBay member is over/);
		return result;
	});
	await report.check('another shop agrees, and the same workflow works on its orders', async () => {
		await form.fill('refreshToken', await agree(editor, linkIn(red.text), 'second_shop', 's7-second-shop'));
		const { passed, text } = await form.save();
		await editor.screenshot('s8-green-again');
		assert.ok(passed, text);
		const run = await client.run(workflow, 'Start');
		assert.match(rowsOf(run, 'Check Setup').find(({ check }) => check === 'Account').result, /^second_shop/);
		assert.deepEqual(rowsOf(run, 'First Orders').map(({ orderId }) => orderId.slice(0, 3)), ['27-', '27-', '27-']);
	});
}

/** Makes an eBay credential by hand and works with it, to a withdrawn consent and back. */
export async function checkEbaySignIn(report, editor, { client, simulator }) {
	await simulator.reset();
	const form = new CredentialForm(editor);
	const id = await firstSignIn(report, editor, form, { simulator });
	const credential = { id, name: 'eBay account' };
	const workflow = await runOperations(report, editor, { client, credential });
	await secondSignIn(report, editor, form, { client, simulator, credential, workflow });
	await report.check('no token, code or secret of it reaches the browser again', async () => {
		const { body } = await client.request('GET', `/rest/credentials/${id}?includeData=true`);
		assert.doesNotMatch(JSON.stringify(body), /v\^1|v%5E1|code=|"tokens":"(?!__n8n_)[^"]/);
	});
}
