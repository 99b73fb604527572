import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { crux } from './table';

export class Crux implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Crux Connect',
		name: 'crux',
		icon: { light: 'file:crux.svg', dark: 'file:crux.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Work with stock, orders and lists on the Crux Connect dropship network',
		defaults: { name: 'Crux Connect' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cruxApi', required: true }],
		sensitiveOutputFields: crux.sensitiveOutputFields,
		properties: crux.properties,
	};

	methods = crux.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await crux.execute(this);
	}
}
