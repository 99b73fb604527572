import { NodeConnectionTypes } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { runWorkflow } from '../support/engine';
import type { Vault } from '../support/engine';
import { rows, versionedRows } from '../table/rows';
import { credentialFor, callsOf, useLoop } from './run';
import { toolNodes, toolType } from './tools';

// n8n makes a second node type, named …Tool, of each node that is usable as a tool
jest.mock('../support/helperNodes', () => {
	const { helperNodes } = jest.requireActual<{ helperNodes: object }>('../support/helperNodes');
	const { toolNodes } = jest.requireActual<{ toolNodes: object }>('./tools');
	return { helperNodes: { ...helperNodes, ...toolNodes } };
});

const used = useLoop();
const agent: INode = { id: '2', name: 'Agent', type: 'test.agent', typeVersion: 1, position: [200, 0], parameters: {} };

/** Lets an agent of n8n's engine call an operation as its tool, with what a model answers; gives the tool's answer as the model reads it. */
async function call(id: string, parameters: INodeParameters, args: IDataObject) {
	const row = versionedRows.find((one) => one.id === id)!;
	const { resource, operation, description, version, api } = row;
	const tool: INode = {
		id: '3', name: operation.action, type: toolType(description.name), typeVersion: 1, position: [200, 200], credentials: { [api.credential]: { id: 'c1', name: 'c1' } },
		parameters: { resource: resource.value, operation: operation.value, ...(version ? { apiVersion: version.value } : {}), ...parameters },
	};
	const vault: Vault = { c1: { type: api.credential, data: credentialFor(row, used.sim) } };
	const connections = { [tool.name]: { [NodeConnectionTypes.AiTool]: [[{ node: agent.name, type: NodeConnectionTypes.AiTool, index: 0 }]] } };
	const ran = await runWorkflow({ nodes: [agent, tool], connections }, vault, [{ json: { args } }]);
	return { ...ran, json: ran.items(agent.name)[0]?.json };
}

/** A parameter that the model fills, as the button of the editor writes it. */
const fromAi = (name: string, type = 'string'): string => `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${name}', \`\`, '${type}') }}`;

test('a read: the model names the list, and reads the answer', async () => {
	const list = used.sim.state.crux.inventoryLists.keys().next().value!;
	const { json, error } = await call('crux/inventoryList/get timp', { inventoryList: { __rl: true, mode: 'id', value: fromAi('Inventory_List') } }, { Inventory_List: list });
	expect(error).toBeUndefined();
	expect(json).toMatchObject({ tool: { name: expect.stringMatching(/^\w+$/), description: expect.stringContaining('Get inventory list') } });
	expect(JSON.parse(json.answer as string)).toEqual([expect.objectContaining({ uuid: list, name: 'Autumn Shop' })]);
});

test('a write: numbers that the model gives as text are sent as numbers', async () => {
	const parameters = { identifier: fromAi('Identifier'), inventory: { quantityInStock: fromAi('Quantity_in_Stock') } };
	const { json, error } = await call('crux/sku/updateInventory timp', parameters, { Identifier: 'SKU-0001', Quantity_in_Stock: '12' });
	expect(error).toBeUndefined();
	expect(JSON.parse(json.answer as string)).toEqual([expect.objectContaining({ success: true, identifier: { sku_id: 'SKU-0001' } })]);
	expect(callsOf(used.sim).map(({ body, status }) => ({ body, status }))).toEqual([{ body: { sku_id: 'SKU-0001', quantity_in_stock: 12 }, status: 200 }]);
});

test('a number that the model cannot name in one way is refused before anything is sent, and the model reads why', async () => {
	const parameters = { identifier: fromAi('Identifier'), inventory: { quantityInStock: fromAi('Quantity_in_Stock') } };
	const { json } = await call('crux/sku/updateInventory timp', parameters, { Identifier: 'SKU-0001', Quantity_in_Stock: '1.200,50' });
	expect(json.failure).toMatch(/'Quantity in Stock' must be a whole number/);
	expect(callsOf(used.sim)).toEqual([]);
});

test('every node of the package is usable as a tool', () => {
	const names = [...new Set(rows.map(({ description }) => toolType(description.name)))];
	expect(Object.keys(toolNodes)).toEqual(expect.arrayContaining(names));
});
