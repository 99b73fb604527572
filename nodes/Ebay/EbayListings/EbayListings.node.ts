import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { ebayListings } from './table';

export class EbayListings implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Listings',
		name: 'ebayListings',
		icon: { light: 'file:ebay.svg', dark: 'file:ebay.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Sell on eBay: list items, update prices and stock, and keep inventory, offers, locations and videos',
		defaults: { name: 'eBay Listings' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayListings.properties,
	};

	methods = ebayListings.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await ebayListings.execute(this);
	}
}
