import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { whiskPublishing } from './table';

export class WhiskPublishing implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Whisk Publishing',
		name: 'whiskPublishing',
		icon: { light: 'file:whisk.svg', dark: 'file:whisk.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Work with communities, posts and Studio catalogues on Whisk (Samsung Food)',
		defaults: { name: 'Whisk Publishing' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'whiskApi', required: true, displayOptions: { show: { authentication: ['accessToken'] } } },
			{ name: 'whiskOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
		],
		properties: whiskPublishing.properties,
	};

	methods = whiskPublishing.methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await whiskPublishing.execute(this);
	}
}
