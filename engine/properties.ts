import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { binaryProperty, compareFirst, detailProperties, keepOtherFields, optionsProperty, reportProperty, simplifyProperty, waitForCompletion } from './options';
import { keepsRecords, versionsOf } from './plan';
import { isInBody } from './read';
import { isForPeople } from './rows';
import { signInProperty } from './signIns';
import { TABLES } from './tabular';
import type { Api, Field, Fields, Operation, Resource } from './types';

const byName = <T extends { name: string }>(list: T[]): T[] => [...list].sort((a, b) => a.name.localeCompare(b.name, 'en'));
const byLabel = (list: INodeProperties[]): INodeProperties[] => [...list].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

const NOTES: Record<NonNullable<Operation['status']>, string> = {
	limited: 'needs the approval of the service',
	internal: 'meant for the staff of the service',
	hidden: 'on no published page',
	retired: 'no longer in the current API',
	partial: 'documented in part only',
};

/**
 * The properties of a node: version, resource, operations, the fields of each operation, and what many have. Equal
 * properties of several operations become one; fields stand before what many have, whatever the resource.
 */
export function buildProperties(api: Api, resources: readonly Resource[]): INodeProperties[] {
	const rows = resources.flatMap((resource) => resource.operations.map((row) => ({ resource: resource.value, row })));
	const parts = [ownProperties, listProperties, shapeProperties];
	return [
		...signInProperty(api), ...versionProperty(api), resourceProperty(api, resources),
		...resources.flatMap((one) => operationProperties(api, one)),
		...parts.flatMap((part) => share(rows.map(({ resource, row }) => ({ resource, operation: row.value, properties: part(row).map((property) => inVersions(api, row, property)) })))),
		optionsProperty(resources),
	];
}

/** The first version is the current one, whose own name tells nobody that. */
export const versionProperty = ({ versions }: Api): INodeProperties[] =>
	versions
		? [{
			displayName: 'API Version', name: 'apiVersion', type: 'options', noDataExpression: true, default: versions[0].value,
			description: 'The release of the service to work with; an older one only for workflows that rely on it',
			options: versions.map(({ name, value, description }, index) => ({ name: index ? name : `${name} (Current)`, value, description })),
		}]
		: [];

/** The operations as they are in each API version, which offers only what exists there; one choice for all where they are alike. */
function operationProperties(api: Api, resource: Resource): INodeProperties[] {
	const { versions = [] } = api;
	const { operations } = resource;
	if (operations.every((row) => versionsOf(api, row).length === versions.length)) return [operationProperty(resource)];
	return versions.flatMap((version) => {
		const offered = operations.filter((row) => versionsOf(api, row).includes(version));
		if (!offered.length) return [];
		const made = operationProperty({ ...resource, operations: offered });
		return [{ ...made, displayOptions: { show: { apiVersion: [version.value], ...made.displayOptions?.show } } }];
	});
}

/** Shows a property of an operation only in the versions that have the operation. */
function inVersions(api: Api, row: Operation, property: INodeProperties): INodeProperties {
	const fit = versionsOf(api, row);
	if (fit.length === (api.versions ?? []).length || property.displayOptions?.show?.apiVersion) return property;
	return { ...property, displayOptions: { ...property.displayOptions, show: { ...property.displayOptions?.show, apiVersion: fit.map(({ value }) => value) } } };
}

/** One choice for all API versions: n8n lists the actions of a node once for each choice of that name. */
const resourceProperty = (api: Api, resources: readonly Resource[]): INodeProperties => ({
	displayName: 'Resource', name: 'resource', type: 'options', noDataExpression: true, default: resources[0].value,
	options: byName(resources.map(({ name, value, operations }) => ({ name, value, ...shownWhere(api, operations) }))),
});

/** Where a resource is offered: in the API versions that have it, and to AI agents if it is for them. */
function shownWhere(api: Api, operations: readonly Operation[]): Pick<INodePropertyOptions, 'displayOptions'> {
	const fit = (api.versions ?? []).filter((version) => operations.some((row) => versionsOf(api, row).includes(version)));
	const show = fit.length < (api.versions ?? []).length ? { show: { apiVersion: fit.map(({ value }) => value) } } : {};
	const hide = operations.every(isForPeople) ? forPeople.displayOptions : {};
	return Object.keys({ ...show, ...hide }).length ? { displayOptions: { ...show, ...hide } } : {};
}

function operationProperty({ value: resource, operations }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = byName(operations.map(({ name, value, action, ...row }) => ({ name, value, action, description: describe(row), ...(isForPeople(row) ? forPeople : {}) })));
	return {
		displayName: 'Operation', name: 'operation', type: 'options', noDataExpression: true, default: options[0].value,
		displayOptions: { show: { resource: [resource] } }, options,
	};
}

/** Not offered to AI agents. */
const forPeople = { displayOptions: { hide: { '@tool': [true] } } };

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
	return [...shared.values()].map(({ property, resource, operation }) => ({ ...property, displayOptions: { ...property.displayOptions, show: { resource, operation, ...property.displayOptions?.show } } }));
}

/** The fields of an operation; those of the body give way to one JSON field where the row offers that. */
function ownProperties({ fields, bodyExample, gather }: Operation): INodeProperties[] {
	const own = Object.entries(fields).map(([name, field]): INodeProperties => {
		const property = fieldProperty(name, field);
		return bodyExample !== undefined && isInBody(field) ? { ...property, displayOptions: { show: { bodyInput: ['fields'], ...property.displayOptions?.show } } } : property;
	});
	if (gather?.table) return withTable(own, fields, gather.table);
	if (bodyExample === undefined) return own;
	const first = Object.values(fields).findIndex(isInBody);
	return [...own.slice(0, first), ...bodyProperties(bodyExample), ...own.slice(first)];
}

/** Where rows come from; fields of the body give way to a table. */
function withTable(own: INodeProperties[], fields: Fields, example: string): INodeProperties[] {
	const first = Object.values(fields).findIndex(isInBody);
	const shown = own.map((property) => (isInBody(fields[property.name]) ? { ...property, displayOptions: { show: { rowsFrom: ['items'], ...property.displayOptions?.show } } } : property));
	return [...tableProperties(example).slice(0, 1), ...shown.slice(0, first), ...tableProperties(example).slice(1), ...shown.slice(first)];
}

const tableProperties = (example: string): INodeProperties[] => [
	{
		displayName: 'Rows From', name: 'rowsFrom', type: 'options', default: 'items', noDataExpression: true, description: 'What holds the rows; for a file or an XLSX sheet put Extract From File before this node and choose Input Items',
		options: [
			{ name: 'Input Items', value: 'items', description: 'Every input item is a row' },
			{ name: 'CSV Text', value: 'csv', description: 'A text with the names of the API in its first line' },
			{ name: 'JSON', value: 'json', description: 'A list of objects with the names of the API' },
		],
	},
	{
		displayName: TABLES.csv.label, name: TABLES.csv.name, type: 'string', default: '', required: true, typeOptions: { rows: 6 }, placeholder: example, displayOptions: { show: { rowsFrom: ['csv'] } },
		description: 'Cells separated by commas. Columns with other names are not sent; they come back with the result of their row, and empty cells change nothing.',
	},
	{
		displayName: TABLES.json.label, name: TABLES.json.name, type: 'json', default: '[]', required: true, displayOptions: { show: { rowsFrom: ['json'] } },
		description: 'Members with other names are not sent, but come back with the result of their row',
	},
];

const bodyProperties = (example: string): INodeProperties[] => [
	{
		displayName: 'Specify Body', name: 'bodyInput', type: 'options', default: 'fields', noDataExpression: true, description: 'How to say what is sent',
		options: [{ name: 'Using Fields Below', value: 'fields' }, { name: 'Using JSON', value: 'json' }],
	},
	{ displayName: 'JSON Body', name: 'bodyJson', type: 'json', default: example, description: 'All that is sent, by the names of the API', displayOptions: { show: { bodyInput: ['json'] } } },
];

export function fieldProperty(name: string, { control, members, inner, required, version }: Field): INodeProperties {
	const shown = members ?? (control.type === 'collection' ? inner : undefined);
	return {
		...(control as INodeProperties), name,
		...(required ? { required: true } : {}),
		...(version ? { displayOptions: { show: { apiVersion: [version] } } } : {}),
		...(shown ? { options: memberProperties(shown) } : {}),
	};
}

const memberProperties = (members: Fields): INodeProperties[] =>
	byLabel(Object.entries(members).map(([name, { control, inner, version }]) => ({
		...(control as INodeProperties), name,
		...(inner && control.type === 'collection' ? { options: memberProperties(inner) } : {}),
		...(version ? { displayOptions: { show: { '/apiVersion': [version] } } } : {}),
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

const shapeProperties = ({ simplify, outputs, gather, merge, steps, compare, job, binary, embedded }: Operation): INodeProperties[] => [
	...(keepsRecords({ merge, steps }) ? [keepOtherFields] : []),
	...(compare ? [compareFirst] : []),
	...(job ? [waitForCompletion] : []),
	...(binary || embedded || job ? [job ? { ...binaryProperty, displayOptions: { show: { waitForCompletion: [true] } } } : binaryProperty] : []),
	...(gather && !gather.union ? [reportProperty] : []),
	...(outputs
		? [{
			displayName: 'Output', name: 'output', type: 'options' as const, default: outputs[0].value,
			options: outputs.map(({ name, value, description }) => ({ name, value, description })), description: 'What to hand on to the next node',
		}]
		: []),
	...(simplify ? [simplifyProperty, ...detailProperties].map((property) => notForRows(property, outputs)) : []),
];

/** Rows have columns of their own: how much of a record is wanted is not asked for them. */
function notForRows(property: INodeProperties, outputs: Operation['outputs'] = []): INodeProperties {
	const rows = outputs.filter((output) => output.rows).map(({ value }) => value);
	return rows.length ? { ...property, displayOptions: { ...property.displayOptions, hide: { ...property.displayOptions?.hide, output: rows } } } : property;
}
