import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { execute } from './execute';
import { ownRequest } from './ownRequest';
import { buildListSearch, buildLoadOptions, buildResourceMapping } from './pickers';
import { buildProperties } from './properties';
import type { Api, Operation, Resource } from './types';

export interface NodeTable {
	api: Api;
	resources: readonly Resource[];
	properties: INodeProperties[];
	methods: { listSearch: ReturnType<typeof buildListSearch>; loadOptions: ReturnType<typeof buildLoadOptions>; resourceMapping: ReturnType<typeof buildResourceMapping> };
	/** Members of items that n8n shows to nobody. */
	sensitiveOutputFields: string[];
	execute: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** What rows leave out of answers, as it stands in an item that has it nevertheless: because it was asked for, or by an own request. */
export const secretMembers = (reads: readonly Pick<Operation, 'omit' | 'outputs'>[]): string[] =>
	[...new Set(reads.flatMap(({ omit = [], outputs = [] }) => [...omit, ...outputs.flatMap((output) => output.omit ?? [])]))].sort();

/** All that a node file needs of its table. */
export function defineNode(api: Api, own: readonly Resource[]): NodeTable {
	const resources = [...own, ownRequest(api)];
	return {
		api,
		resources,
		properties: buildProperties(api, resources),
		methods: { listSearch: buildListSearch(api, resources), loadOptions: buildLoadOptions(api, resources), resourceMapping: buildResourceMapping(api, resources) },
		sensitiveOutputFields: secretMembers(resources.flatMap(({ operations }) => operations)),
		execute: async (context) => await execute(context, api, resources),
	};
}
