import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { cruxTrigger } from './triggerTable';

export class CruxTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Crux Connect Trigger',
		name: 'cruxTrigger',
		icon: { light: 'file:../crux.svg', dark: 'file:../crux.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Work with stock, orders and lists on Crux Connect, or start a workflow when orders, stock or partners change',
		defaults: { name: 'Crux Connect Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cruxApi', required: true }],
		properties: cruxTrigger.properties,
	};

	methods = cruxTrigger.methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await cruxTrigger.poll(this);
	}
}
