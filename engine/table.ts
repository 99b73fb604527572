import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { execute } from './execute';
import { ownRequest } from './ownRequest';
import { buildListSearch, buildLoadOptions, buildResourceMapping } from './pickers';
import { buildProperties } from './properties';
import type { Api, Resource } from './types';

export interface NodeTable {
	api: Api;
	resources: readonly Resource[];
	properties: INodeProperties[];
	methods: { listSearch: ReturnType<typeof buildListSearch>; loadOptions: ReturnType<typeof buildLoadOptions>; resourceMapping: ReturnType<typeof buildResourceMapping> };
	execute: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** All that a node file needs of its table. */
export function defineNode(api: Api, own: readonly Resource[]): NodeTable {
	const resources = [...own, ownRequest(api)];
	return {
		api,
		resources,
		properties: buildProperties(api, resources),
		methods: { listSearch: buildListSearch(api, resources), loadOptions: buildLoadOptions(api, resources), resourceMapping: buildResourceMapping(api, resources) },
		execute: async (context) => await execute(context, api, resources),
	};
}
