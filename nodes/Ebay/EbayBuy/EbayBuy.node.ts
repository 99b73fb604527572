import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ebayBuy } from './table';

export class EbayBuy implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Buy',
		name: 'ebayBuy',
		icon: { light: 'file:ebay.svg', dark: 'file:ebay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Buy on eBay: work with the cart of a member',
		defaults: { name: 'eBay Buy' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayBuy.properties,
	};

	methods = ebayBuy.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await ebayBuy.execute(this);
	}
}
