import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Api, ApiVersion, Field, Fields, Operation, Resource } from '../../engine/types';
import { tables } from './load.js';

export interface Row {
	/** node/resource/operation, for test names and messages. */
	id: string;
	api: Api;
	description: INodeTypeDescription;
	resource: Resource;
	operation: Operation;
}

/** Every operation of every node. */
export const rows: Row[] = tables.flatMap(({ table, description }) =>
	table.resources.flatMap((resource) =>
		resource.operations.map((operation) => ({ id: `${description.name}/${resource.value}/${operation.value}`, api: table.api, description, resource, operation })),
	),
);

/** The API versions in which an operation exists; one without a name where the API has none. */
export const versionsOf = ({ api, operation: { since } }: Row): Array<ApiVersion | undefined> =>
	api.versions ? api.versions.filter(({ value }) => !since || value === since) : [undefined];

/** Every row once for each version it exists in. */
export const versionedRows = rows.flatMap((row) => versionsOf(row).map((version) => ({ ...row, version, id: version ? `${row.id} ${version.value}` : row.id })));

/** A row's fields by parameter name, members of collections under `collection.member`, with the collection's own. */
export const fieldsOf = (fields: Fields, under = ''): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([name, field]): Array<[string, Field]> => [[under + name, field], ...fieldsOf(field.members ?? {}, `${under}${name}.`)]);

const shell = { name: 'Node', type: 'test', typeVersion: 1 } as INode;

/** The parameters that the editor shows for one operation, as n8n itself decides it. */
export function visibleFor({ description, resource, operation }: Row, apiVersion?: string): INodeProperties[] {
	const values = { resource: resource.value, operation: operation.value, returnAll: false, ...(apiVersion ? { apiVersion } : {}) };
	return description.properties.filter((property) => NodeHelpers.displayParameter(values, property, shell, description));
}

/** Values that stand more than once. */
export const repeated = <T>(values: T[]): T[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
