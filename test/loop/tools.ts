import { NodeConnectionTypes, deepCopy } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { tables } from '../table/load.js';

/** The type of a node in its form as a tool. */
export const toolType = (name: string): string => `n8n-nodes-crux-whisk-ebay.${name}Tool`;

const descriptionType: INodeProperties = {
	displayName: 'Tool Description', name: 'descriptionType', type: 'options', noDataExpression: true, default: 'auto', options: [{ name: 'Set Automatically', value: 'auto' }, { name: 'Set Manually', value: 'manual' }],
};

/** What n8n 2.41 makes of the description of a node that is usable as a tool. */
function asTool(source: INodeTypeDescription): INodeTypeDescription {
	const description = deepCopy(source);
	delete description.usableAsTool;
	const toolDescription: INodeProperties = {
		displayName: 'Description', name: 'toolDescription', type: 'string', default: description.description, required: true, displayOptions: { show: { descriptionType: ['manual'] } },
	};
	return {
		...description, name: `${description.name}Tool`, displayName: `${description.displayName} Tool`, inputs: [], outputs: [NodeConnectionTypes.AiTool],
		properties: [descriptionType, toolDescription, ...description.properties],
	};
}

interface Tool {
	name: string;
	description: string;
	invoke: (args: IDataObject) => Promise<string>;
}

/** Stands for n8n's agent: calls its one tool with the arguments of the input item, and hands on what a model would read. */
const agent: INodeType = {
	description: {
		displayName: 'Agent', name: 'agent', group: ['transform'], version: 1, description: '', defaults: { name: 'Agent' },
		inputs: [NodeConnectionTypes.Main, { type: NodeConnectionTypes.AiTool }], outputs: [NodeConnectionTypes.Main], properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const [tool, ...others] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
		if (others.length) throw new Error('The agent of the tests takes one tool');
		const [{ json }] = this.getInputData();
		const answered = await tool.invoke(json.args as IDataObject).then((answer) => ({ answer }), (error: Error) => ({ failure: error.message }));
		return [[{ json: { tool: { name: tool.name, description: tool.description }, ...answered } }]];
	},
};

/** The nodes of the package in their form as tools, by type. */
const tools: Record<string, INodeType> = Object.fromEntries(
	tables.filter(({ description }) => description.usableAsTool).map(({ table, description }) => {
		const node: INodeType = {
			description: asTool(description),
			async execute(this: IExecuteFunctions) {
				return await table.execute(this);
			},
		};
		return [toolType(description.name), node];
	}),
);

/** Node types by type: the agent, and the nodes of the package as tools. */
export const toolNodes: Record<string, INodeType> = { 'test.agent': agent, ...tools };
