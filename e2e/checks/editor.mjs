// One workflow in the editor, as a person sees and uses it.
import assert from 'node:assert/strict';
import { Editor } from '../editor.mjs';
import { secretsOf } from './credentials.mjs';
import { checkEbaySignIn } from './ebaySignIn.mjs';
import { checkFailures } from './failures.mjs';
import { lookAtTriggers } from './triggers.mjs';
import { lookAtVariations } from './variations.mjs';

async function tour(report, editor, { owner, workflowId, simulator }) {
	await report.check('the editor lets the owner sign in and shows the workflow', async () => {
		await editor.signIn(owner);
		await editor.openWorkflow(workflowId);
		const names = await editor.nodeNames();
		for (const name of ['All SKUs', 'Inventory Lists', 'Remove Items', 'Cancel Item']) assert.ok(names.includes(name), `${name} is not on the canvas`);
		await editor.screenshot('1-workflow');
	});
	await report.check('the panel of a Crux Connect node shows the fields of its operation', async () => {
		await editor.openNode('Remove Items');
		const labels = (await editor.fieldLabels()).join('\n');
		for (const label of ['API Version', 'Resource', 'Operation', 'Inventory List', 'Item UUIDs']) assert.ok(labels.includes(label), `${label} is not shown`);
		await editor.screenshot('2-node');
	});
	await report.check('the picker lists the inventory lists of the account', async () => {
		const entries = await editor.pickerEntries('inventoryList');
		await editor.screenshot('3-picker');
		for (const entry of ['Autumn Shop', 'Gift Guide', 'Marketplace'])
			assert.ok(
				entries.some((text) => text.includes(entry)),
				`${entry} is not among ${entries.join(', ')}`,
			);
		await editor.pick('Gift Guide');
	});
	await report.check('the step runs and shows its output', async () => {
		const output = await editor.executeStep();
		await editor.screenshot('4-output');
		assert.match(output, /\b3 items\b/);
		assert.match(output, /inventory_list_uuid/);
		const writes = (await simulator.calls()).filter((call) => call.path.endsWith('/remove-items/') && call.status !== 401);
		assert.equal(writes.length, 1, 'one call for the three items, on the list that was picked');
		assert.equal(new Set(writes[0].body.item_uuids).size, writes[0].body.item_uuids.length, 'each UUID once');
	});
	await report.check('the node creator finds the nodes by their names', async () => {
		await editor.closeNode();
		const found = await editor.searchNodes('crux', 'Crux Connect');
		await editor.screenshot('5-search');
		assert.ok(found.includes('Crux Connect'), `found ${found.join(', ')}`);
	});
}

/** Walks through the editor in a headless browser; screenshots go to a folder outside the repository. */
export async function checkEditor(report, { url, owner, workflowId, simulator, client, credential, variations, triggers }) {
	await simulator.reset();
	const editor = await report.check('a browser starts', () => Editor.open({ url, secrets: secretsOf(simulator.accounts) }));
	if (!editor) return;
	try {
		await tour(report, editor, { owner, workflowId, simulator });
		await lookAtVariations(report, editor, variations);
		await lookAtTriggers(report, editor, triggers);
		await checkEbaySignIn(report, editor, { client, simulator });
		await checkFailures(report, editor, { client, credential });
		await report.check('the editor raised no error and no picture shows a secret', () => assert.deepEqual(editor.faults, []));
	} finally {
		await editor.close();
		console.log(`Screenshots: ${editor.screenshots}`);
	}
}
