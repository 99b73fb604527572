import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { ebayOrderTrigger } from './triggerTable';

export class EbayOrderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eBay Order Trigger',
		name: 'ebayOrderTrigger',
		icon: { light: 'file:../EbayOrders/ebay.svg', dark: 'file:../EbayOrders/ebay.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Start a workflow when orders, cancellations, returns or disputes on eBay come or change',
		defaults: { name: 'eBay Order Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ebayApi', required: true }],
		properties: ebayOrderTrigger.properties,
	};

	methods = ebayOrderTrigger.methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await ebayOrderTrigger.poll(this);
	}
}
