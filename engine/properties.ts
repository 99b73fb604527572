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

/** The properties of a node: version, resource, operations, the fields of each, and what every operation has. */
export function buildProperties(api: Api, resources: readonly Resource[]): INodeProperties[] {
	return [...versionProperty(api), resourceProperty(resources), ...resources.flatMap((resource) => resourceProperties(api, resource))];
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

function resourceProperties(api: Api, { value: resource, operations }: Resource): INodeProperties[] {
	const options: INodePropertyOptions[] = byName(operations.map(({ name, value, action, ...row }) => ({ name, value, action, description: describe(row) })));
	const chooser: INodeProperties = {
		displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: options[0].value,
		displayOptions: { show: { resource: [resource] } }, options,
	};
	return [chooser, ...share(resource, operations.map((row) => [row, rowProperties(api, row)]))];
}

const describe = ({ description, status }: Pick<Operation, 'description' | 'status'>): string => (status ? `${description} (${NOTES[status]})` : description);

/** Equal properties of several operations become one that is shown for all of them. */
function share(resource: string, rows: Array<[Operation, INodeProperties[]]>): INodeProperties[] {
	const shared = new Map<string, { property: INodeProperties; operations: string[] }>();
	for (const [{ value }, properties] of rows) {
		for (const property of properties) {
			const key = JSON.stringify(property);
			const entry = shared.get(key) ?? { property, operations: [] };
			entry.operations.push(value);
			shared.set(key, entry);
		}
	}
	return [...shared.values()].map(({ property, operations }) => ({
		...property, displayOptions: { show: { resource: [resource], operation: operations, ...property.displayOptions?.show } },
	}));
}

function rowProperties(api: Api, row: Operation): INodeProperties[] {
	return [
		...sinceNotice(api, row),
		...Object.entries(row.fields).map(([name, field]) => fieldProperty(name, field, row.since)),
		...listProperties(row), ...shapeProperties(row), optionsProperty(row),
	];
}

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

const shapeProperties = ({ simplify, outputs }: Operation): INodeProperties[] => [
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

function optionsProperty({ effect, warnings, route }: Operation): INodeProperties {
	const ownBody = effect !== 'read' && routeOf(route).method !== 'DELETE';
	const members: INodeProperties[] = [
		{
			displayName: 'Concurrency', name: 'concurrency', type: 'number', default: 5, typeOptions: { minValue: 1, maxValue: 50, numberPrecision: 0 },
			description: 'How many requests may be under way at the same time. Taken from the first item.',
		},
		{
			displayName: 'Pause Between Requests (Ms)', name: 'requestInterval', type: 'number', default: 0, typeOptions: { minValue: 0, numberPrecision: 0 },
			description: 'Milliseconds from the start of one request to the start of the next. Taken from the first item.',
		},
		{ displayName: 'Timeout (Seconds)', name: 'timeout', type: 'number', default: 60, typeOptions: { minValue: 1, numberPrecision: 0 }, description: 'How long to wait for an answer' },
		...(warnings ? [failOnWarnings] : []),
		...(ownBody ? [additionalBodyFields] : []),
	];
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options: byLabel(members) };
}

const failOnWarnings: INodeProperties = {
	displayName: 'Fail on Warnings', name: 'failOnWarnings', type: 'boolean', default: false,
	description: 'Whether an item fails when the service did what was asked but warns about it',
};

const additionalBodyFields: INodeProperties = {
	displayName: 'Additional Body Fields (JSON)', name: 'additionalBodyFields', type: 'json', default: '{}',
	description: 'Members merged into the request body last, for what this form does not offer',
};
