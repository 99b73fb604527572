import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ebayCommunication } from './table';

export class EbayCommunication implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Communication',
		name: 'ebayCommunication',
		icon: { light: 'file:ebay.svg', dark: 'file:ebay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Notifications that eBay sends',
		defaults: { name: 'eBay Communication' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayCommunication.properties,
	};

	methods = ebayCommunication.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await ebayCommunication.execute(this);
	}
}
