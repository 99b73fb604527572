// What a person sees in the editor when something is wrong.
import assert from 'node:assert/strict';

const locator = (mode, value) => ({ __rl: true, mode, value });
const NODE = 'n8n-nodes-crux-whisk-ebay.crux';

/** A workflow with a wrong value, an unknown ID, and a list that depends on an expression. */
function wrongWorkflow({ id, name }) {
	const credentials = { cruxApi: { id, name } };
	const remove = (itemUuids, list) => ({
		apiVersion: 'timp', resource: 'inventoryList', operation: 'removeItems', inventoryList: locator('id', list), itemUuids, options: {},
	});
	const unknown = '00000000-0000-4000-8000-000000000000';
	const cancel = { apiVersion: 'timp', resource: 'order', operation: 'cancelItem', order: locator('id', '={{ $json.order }}'), lineItem: locator('list', ''), options: {} };
	const node = (position, title, parameters) => ({ id: title, name: title, type: NODE, typeVersion: 1, position: [220, position], parameters, credentials });
	const nodes = [
		{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
		node(-200, 'Wrong Value', remove('ITEM-0002', unknown)),
		node(0, 'Unknown List', remove('0d6702e9-6846-4ed2-896e-d57139b02a37', unknown)),
		node(200, 'Dependent List', cancel),
	];
	const main = [nodes.slice(1).map(({ name: to }) => ({ node: to, type: 'main', index: 0 }))];
	return { name: 'Things that go wrong', nodes, connections: { Start: { main } }, settings: { executionOrder: 'v1' } };
}

/** Opens the three nodes and looks at what they say. */
export async function checkFailures(report, editor, { client, credential }) {
	const { id } = await client.importWorkflow(wrongWorkflow(credential));
	// Opened anew each time: after a failed step this n8n cannot run another one ("Cannot read properties of null").
	const open = async (name) => {
		await editor.openWorkflow(id);
		await editor.openNode(name);
	};
	await report.check('a wrong value is refused in the editor with the name of the field and what to do', async () => {
		await open('Wrong Value');
		const said = await editor.executeStep();
		await editor.screenshot('6-wrong-value');
		assert.match(said, /'Item UUIDs' is not a UUID: "ITEM-0002"/);
		assert.match(said, /supplier's item number/);
	});
	await report.check('a refusal of the service is shown in its words, with what it means', async () => {
		await open('Unknown List');
		const said = await editor.executeStep();
		await editor.screenshot('7-refused');
		assert.match(said, /inventory list/i);
		assert.match(said, /No inventory list with this UUID was found/);
	});
	await report.check('a list whose parent is an expression says so', async () => {
		await open('Dependent List');
		const said = await editor.pickerMessage('lineItem');
		await editor.screenshot('8-dependent-list');
		assert.match(said, /'Order' is not chosen, or is an expression .* run the nodes before this one, or choose the order by hand/);
	});
}
