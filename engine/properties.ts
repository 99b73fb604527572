import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { routeOf } from './request';
import type { Api, Field, Fields, Operation, Resource } from './types';

const byName = <T extends { name: string }>(list: T[]): T[] => [...list].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const byLabel = (list: INodeProperties[]): INodeProperties[] => [...list].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

const NOTES: Record<NonNullable<Operation['status']>, string> = {
	limited: 'needs the approval of the service',
	internal: 'meant for the staff of the service',
	retired: 'no longer in the current API',
};

/**
 * The properties of a node: version, resource, operations, the fields of each operation, and what many have. Equal
 * properties of several operations become one; fields stand before what many have, whatever the resource.
 */
export function buildProperties(api: Api, resources: readonly Resource[]): INodeProperties[] {
	const rows = resources.flatMap((resource) => resource.operations.map((row) => ({ resource: resource.value, row })));
	const parts = [(row: Operation) => ownProperties(api, row), listProperties, shapeProperties];
	return [
		...versionProperty(api), resourceProperty(resources), ...resources.map(operationProperty),
		...parts.flatMap((part) => share(rows.map(({ resource, row }) => ({ resource, operation: row.value, properties: part(row) })))),
		optionsProperty(resources),
	];
}

const versionProperty = ({ versions }: Api): INodeProperties[] =>
	versions
		? [{
			displayName: 'API Version', name: 'apiVersion', type: 'options', noDataExpression: true, default: versions[0].value,
			options: versions.map(({ name, value, description }) => ({ name, value, description })),
		}]
		: [];

const resourceProperty = (resources: readonly Resource[]): INodeProperties => ({
	displayName: 'Resource', name: 'resource', type: 'options', noDataExpression: true, default: resources[0].value,
	options: byName(resources.map(({ name, value }) => ({ name, value }))),
});

function operationProperty({ value: resource, operations }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = byName(operations.map(({ name, value, action, ...row }) => ({ name, value, action, description: describe(row) })));
	return {
		displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: options[0].value,
		displayOptions: { show: { resource: [resource] } }, options,
	};
}

const describe = ({ description, status }: Pick<Operation, 'description' | 'status'>): string => (status ? `${description} (${NOTES[status]})` : description);

interface Shown {
	resource: string;
	operation: string;
	properties: INodeProperties[];
}

/** One property for all operations that have it: those of a resource first, then resources with the same operations. */
function share(rows: Shown[]): INodeProperties[] {
	const ofResource = new Map<string, { property: INodeProperties; resource: string; operation: string[] }>();
	for (const { resource, operation, properties } of rows) {
		for (const property of properties) {
			const key = JSON.stringify([resource, property]);
			const entry = ofResource.get(key) ?? { property, resource, operation: [] };
			entry.operation.push(operation);
			ofResource.set(key, entry);
		}
	}
	const shared = new Map<string, { property: INodeProperties; resource: string[]; operation: string[] }>();
	for (const { property, resource, operation } of ofResource.values()) {
		const key = JSON.stringify([operation, property]);
		const entry = shared.get(key) ?? { property, resource: [], operation };
		entry.resource.push(resource);
		shared.set(key, entry);
	}
	return [...shared.values()].map(({ property, resource, operation }) => ({ ...property, displayOptions: { show: { resource, operation, ...property.displayOptions?.show } } }));
}

const ownProperties = (api: Api, row: Operation): INodeProperties[] => [
	...sinceNotice(api, row), ...Object.entries(row.fields).map(([name, field]) => fieldProperty(name, field, row.since)),
];

function sinceNotice({ versions = [] }: Api, { since, name }: Operation): INodeProperties[] {
	const needed = versions.find(({ value }) => value === since);
	if (!needed) return [];
	const others = versions.filter((version) => version !== needed);
	return [{
		displayName: `${name} exists only in ${needed.name}: set API Version to ${needed.name}`, name: 'versionNotice', type: 'notice', default: '',
		displayOptions: { show: { apiVersion: others.map(({ value }) => value) } },
	}];
}

function fieldProperty(name: string, field: Field, since?: string): INodeProperties {
	const version = field.version ?? since;
	const { control, members } = field;
	return {
		...(control as INodeProperties), name,
		...(field.required ? { required: true } : {}),
		...(version ? { displayOptions: { show: { apiVersion: [version] } } } : {}),
		...(members ? { options: memberProperties(members) } : {}),
	};
}

const memberProperties = (members: Fields): INodeProperties[] =>
	byLabel(Object.entries(members).map(([name, { control, version }]) => ({
		...(control as INodeProperties), name, ...(version ? { displayOptions: { show: { '/apiVersion': [version] } } } : {}),
	})));

const listProperties = ({ list }: Operation): INodeProperties[] =>
	list
		? [
			{ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false, description: 'Whether to return all results or only up to a given limit' },
			{
				displayName: 'Limit', name: 'limit', type: 'number', default: 50, typeOptions: { minValue: 1 },
				description: 'Max number of results to return', displayOptions: { show: { returnAll: [false] } },
			},
		]
		: [];

const shapeProperties = ({ simplify, outputs, gather }: Operation): INodeProperties[] => [
	...(gather ? [reportProperty] : []),
	...(simplify
		? [{
			displayName: 'Simplify', name: 'simplify', type: 'boolean' as const, default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		}]
		: []),
	...(outputs
		? [{
			displayName: 'Output', name: 'output', type: 'options' as const, default: outputs[0].value,
			options: outputs.map(({ name, value, description }) => ({ name, value, description })), description: 'What to hand on to the next node',
		}]
		: []),
];

/** Options that every operation has, and those that only some have. */
function optionsProperty(resources: readonly Resource[]): INodeProperties {
	const rows = resources.flatMap(({ operations }) => operations);
	const some = [
		...onlyFor(failOnWarnings, rows, ({ warnings }) => warnings === true),
		...onlyFor(batchSize, rows, ({ gather }) => gather !== undefined),
		...onlyFor(dryRun, rows, ({ effect }) => effect !== 'read'),
		...onlyFor(additionalBodyFields, rows, ({ effect, route }) => effect !== 'read' && routeOf(route).method !== 'DELETE'),
	];
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options: byLabel([...commonOptions, ...some]) };
}

function onlyFor(property: INodeProperties, rows: Operation[], has: (row: Operation) => boolean): INodeProperties[] {
	const operations = [...new Set(rows.filter(has).map(({ value }) => value))];
	if (rows.every(has)) return [property];
	return operations.length ? [{ ...property, displayOptions: { show: { '/operation': operations } } }] : [];
}

const whole = (minValue: number, maxValue?: number) => ({ minValue, ...(maxValue ? { maxValue } : {}), numberPrecision: 0 });

const commonOptions: INodeProperties[] = [
	{
		displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 5, typeOptions: whole(1, 50),
		description: 'How many requests may be under way at the same time. Taken from the first item.',
	},
	{
		displayName: 'Max Tries', name: 'maxTries', type: 'number', default: 5, typeOptions: whole(1, 5),
		description: 'How often a request is sent at most, where a second sending does no harm. Taken from the first item.',
	},
	{
		displayName: 'Max Wait (Minutes)', name: 'maxWait', type: 'number', default: 15, typeOptions: whole(0),
		description: 'How long all items may wait in all when the service is busy. Taken from the first item.',
	},
	{
		displayName: 'Pause Between Requests (Ms)', name: 'requestInterval', type: 'number', default: 0, typeOptions: whole(0),
		description: 'Milliseconds from the start of one request to the start of the next. Taken from the first item.',
	},
	{ displayName: 'Timeout (Seconds)', name: 'timeout', type: 'number', default: 60, typeOptions: whole(1), description: 'How long to wait for an answer' },
];

const reportProperty: INodeProperties = {
	displayName: 'Rows to Output', name: 'report', type: 'options', default: 'all', description: 'What to hand on; failed rows are handed on when On Error of this node is set to continue',
	options: [
		{ name: 'All Rows', value: 'all', description: 'An item for every input item' },
		{ name: 'Failures Only', value: 'failures', description: 'Only the items that failed' },
		{ name: 'Summary', value: 'summary', description: 'One item with the counts and the reasons' },
	],
};

const batchSize: INodeProperties = {
	displayName: 'Rows per Call', name: 'batchSize', type: 'number', default: 500, typeOptions: whole(1),
	description: 'How many input items go into one call at most. Taken from the first item.',
};

const dryRun: INodeProperties = {
	displayName: 'Dry Run', name: 'dryRun', type: 'boolean', default: false, description: 'Whether to only show the request that would be sent, without sending it',
};

const failOnWarnings: INodeProperties = {
	displayName: 'Fail on Warnings', name: 'failOnWarnings', type: 'boolean', default: false,
	description: 'Whether an item fails when the service did what was asked but warns about it',
};

const additionalBodyFields: INodeProperties = {
	displayName: 'Additional Body Fields (JSON)', name: 'additionalBodyFields', type: 'json', default: '{}',
	description: 'Members merged into the request body last, for what this form does not offer',
};
