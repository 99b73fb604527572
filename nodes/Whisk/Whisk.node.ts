import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { whisk } from './table';

export class Whisk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Whisk',
		name: 'whisk',
		icon: { light: 'file:whisk.svg', dark: 'file:whisk.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Work with shopping lists, carts and recipes on Whisk (Samsung Food)',
		defaults: { name: 'Whisk' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whiskApi', required: true, displayOptions: { show: { authentication: ['accessToken'] } } },
			{ name: 'whiskOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: whisk.properties,
	};

	methods = whisk.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await whisk.execute(this);
	}
}
