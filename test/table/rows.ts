import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeProperties, INodePropertyCollection, INodeTypeDescription } from 'n8n-workflow';
import { versionsOf as inVersionsOf } from '../../engine/plan';
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
export const versionsOf = ({ api, operation }: Pick<Row, 'api' | 'operation'>): Array<ApiVersion | undefined> => (api.versions ? inVersionsOf(api, operation) : [undefined]);

/** An operation in one version of its API. */
export type VersionedRow = Row & { version?: ApiVersion };

/** Every row once for each version it exists in: here ids are unique, though a row of its own may stand for each version. */
export const versionedRows: VersionedRow[] = rows.flatMap((row) => versionsOf(row).map((version) => ({ ...row, version, id: version ? `${row.id} ${version.value}` : row.id })));

/** The rows that one contract stands for: all but calls of the user's own, and those that put several reads or writes together. */
export const promisedRows: VersionedRow[] = versionedRows.filter(({ operation }) => !operation.own && !operation.parts && !operation.steps);

/** The rows that put several reads together: each of these is held against its own contract. */
export const composedRows: VersionedRow[] = versionedRows.filter(({ operation }) => operation.parts !== undefined);

/** The rows that carry out several others: each of these is held against its own contract. */
export const guidedRows: VersionedRow[] = versionedRows.filter(({ operation }) => operation.steps !== undefined);

/** A row's fields by parameter name, members of collections under `collection.member`, with the collection's own. */
export const fieldsOf = (fields: Fields, under = ''): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([name, field]): Array<[string, Field]> => [[under + name, field], ...fieldsOf(field.members ?? {}, `${under}${name}.`)]);

/** The same with members of which a control makes one value, under `control[].member`: they stand in no place of the request themselves. */
export const allFieldsOf = (fields: Fields, under = ''): Array<[string, Field]> =>
	Object.entries(fields).flatMap(([name, field]): Array<[string, Field]> => [
		[under + name, field], ...allFieldsOf(field.members ?? {}, `${under}${name}.`), ...allFieldsOf(field.inner ?? {}, `${under}${name}[].`),
	]);

/** A property with all that hangs below it: the members of collections, at any depth. */
export const withMembers = (property: INodeProperties): INodeProperties[] => [property, ...membersOf(property).flatMap(withMembers)];

/** The members of a collection, or of the entries of one that repeats. */
export function membersOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	return type === 'fixedCollection' ? (options as INodePropertyCollection[]).flatMap(({ values }) => values) : [];
}

const shell = { name: 'Node', type: 'test', typeVersion: 1 } as INode;

/** The parameters that the editor shows for one operation, as n8n itself decides it. */
export function visibleFor({ description, resource, operation }: Row, apiVersion?: string): INodeProperties[] {
	const values = { resource: resource.value, operation: operation.value, returnAll: false, bodyInput: 'fields', rowsFrom: 'items', waitForCompletion: true, ...(apiVersion ? { apiVersion } : {}) };
	return description.properties.filter((property) => NodeHelpers.displayParameter(values, property, shell, description));
}

/** Values that stand more than once. */
export const repeated = <T>(values: T[]): T[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
