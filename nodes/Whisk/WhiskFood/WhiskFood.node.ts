import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { whiskFood } from './table';

export class WhiskFood implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Whisk Food & Health',
		name: 'whiskFood',
		icon: { light: 'file:whisk.svg', dark: 'file:whisk.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Work with foods, meals and nutrition on Whisk (Samsung Food)',
		defaults: { name: 'Whisk Food & Health' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whiskApi', required: true, displayOptions: { show: { authentication: ['accessToken'] } } },
			{ name: 'whiskOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: whiskFood.properties,
	};

	methods = whiskFood.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await whiskFood.execute(this);
	}
}
