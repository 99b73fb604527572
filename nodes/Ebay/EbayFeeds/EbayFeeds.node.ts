import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ebayFeeds } from './table';

export class EbayFeeds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Feeds',
		name: 'ebayFeeds',
		icon: { light: 'file:ebay.svg', dark: 'file:ebay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Files that eBay makes and takes',
		defaults: { name: 'eBay Feeds' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayFeeds.properties,
	};

	methods = ebayFeeds.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await ebayFeeds.execute(this);
	}
}
