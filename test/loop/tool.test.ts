import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INode, INodeParameters, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { runWorkflow } from '../support/engine';
import type { Vault } from '../support/engine';
import { rows, versionedRows } from '../table/rows';
import type { VersionedRow } from '../table/rows';
import { credentialFor, callsOf, runOne, useLoop } from './run';
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

test('what is for the staff of the service, or on no published page, is neither offered to an agent nor run by one', async () => {
	const { json } = await call('crux/billing/getSubscription v1', {}, {});
	expect(json.failure).toMatch(/is not for AI agents/);
	expect(callsOf(used.sim)).toEqual([]);
	const kept = rows.filter(({ operation: { status } }) => status === 'internal' || status === 'hidden');
	expect(kept.length).toBeGreaterThan(10);
	for (const { description, operation } of kept) {
		const options = description.properties.filter(({ name }) => name === 'operation').flatMap((property) => property.options as INodePropertyOptions[]).filter(({ action }) => action === operation.action);
		expect(options.map(({ displayOptions }) => displayOptions)).not.toContain(undefined);
	}
});

/** Names of the parameters that n8n shows for an operation in a node of this description. */
function shownIn(description: INodeTypeDescription, { resource, operation, version }: VersionedRow, more: INodeParameters = {}): string[] {
	const values = { resource: resource.value, operation: operation.value, ...(version ? { apiVersion: version.value } : {}), ...more };
	const node = { name: 'Node', type: description.name, typeVersion: 1 } as INode;
	return description.properties.filter((property) => NodeHelpers.displayParameter(values, property, node, description)).map(({ name }) => name);
}

const SHAPES = ['simplify', 'detail', 'fieldsToReturn'];
const simplified = versionedRows.filter(({ operation }) => operation.simplify);

describe('how much of an answer', () => {
	test.each(simplified.map((row) => [row.id, row] as const))('%s: people get Simplify, tools get Detail, and Fields to Return where it is chosen', (_, row) => {
		const tool = toolNodes[toolType(row.description.name)].description;
		const shapes = (description: INodeTypeDescription, more?: INodeParameters) => shownIn(description, row, more).filter((name) => SHAPES.includes(name));
		expect(shapes(row.description)).toEqual(['simplify']);
		expect(shapes(row.description, { detail: 'selected' })).toEqual(['simplify']);
		expect(shapes(tool)).toEqual(['detail']);
		expect(shapes(tool, { detail: 'selected' })).toEqual(['detail', 'fieldsToReturn']);
	});

	test('operations whose answers are not simplified have none of these', () => {
		const others = versionedRows.filter(({ operation }) => !operation.simplify);
		expect(others.length).toBeGreaterThan(10);
		for (const row of others) expect(shownIn(toolNodes[toolType(row.description.name)].description, row).filter((name) => SHAPES.includes(name))).toEqual([]);
	});

	const item = () => used.sim.state.crux.items.keys().next().value!;
	const read = async (parameters: INodeParameters, args: IDataObject = {}) => {
		const { json, error } = await call('crux/item/get timp', { item: fromAi('Item_UUID'), ...parameters }, { Item_UUID: item(), ...args });
		expect(error).toBeUndefined();
		return (JSON.parse(json.answer as string) as IDataObject[])[0];
	};

	test('a tool gets the simplified answer by itself, and the raw one when it asks for it', async () => {
		const [simple, raw] = [await read({}), await read({ detail: 'raw' })];
		expect(Object.keys(simple)).toEqual(expect.arrayContaining(['uuid', 'title']));
		expect(Object.keys(raw).length).toBeGreaterThan(Object.keys(simple).length);
	});

	test('Selected Fields hands on only the members that the model names, by their place in the raw answer', async () => {
		const whole = await read({ detail: 'raw' });
		expect(await read({ detail: 'selected', fieldsToReturn: fromAi('Fields_to_Return') }, { Fields_to_Return: 'title, supplier.name, no.such.member' })).toEqual({
			title: whole.title, ...((whole.supplier as IDataObject).name === undefined ? {} : { supplier: { name: (whole.supplier as IDataObject).name } }),
		});
	});

	test('a person who once chose Detail as a tool has it ignored', async () => {
		const row = versionedRows.find(({ id }) => id === 'crux/item/get timp')!;
		const { json } = await runOne(row, used.sim, { resource: 'item', operation: 'get', item: item(), detail: 'raw', simplify: true });
		expect(Object.keys(json[0])).toEqual(Object.keys(await read({})));
	});
});

test('every node of the package is usable as a tool', () => {
	const names = [...new Set(rows.map(({ description }) => toolType(description.name)))];
	expect(Object.keys(toolNodes)).toEqual(expect.arrayContaining(names));
});
