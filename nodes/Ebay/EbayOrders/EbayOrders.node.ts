import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ebayOrders } from './table';

export class EbayOrders implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Orders',
		name: 'ebayOrders',
		icon: { light: 'file:ebay.svg', dark: 'file:ebay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Orders of an eBay seller and what follows: parcels, labels, refunds, cancellations, returns, disputes',
		defaults: { name: 'eBay Orders' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayOrders.properties,
	};

	methods = ebayOrders.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await ebayOrders.execute(this);
	}
}
