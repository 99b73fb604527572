import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { whiskTrigger } from './triggerTable';

export class WhiskTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Whisk Trigger',
		name: 'whiskTrigger',
		icon: { light: 'file:../whisk.svg', dark: 'file:../whisk.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["event"]}}',
		description: 'Work with shopping lists, carts and recipes on Whisk, or start a workflow when lists, recipes, meals or food change',
		defaults: { name: 'Whisk Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whiskApi', required: true, displayOptions: { show: { authentication: ['accessToken'] } } },
			{ name: 'whiskOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: whiskTrigger.properties,
	};

	methods = whiskTrigger.methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await whiskTrigger.poll(this);
	}
}
