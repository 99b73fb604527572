import type { INodeProperties } from 'n8n-workflow';
import { routeOf } from './request';
import type { Operation, Resource } from './types';

const byLabel = (list: INodeProperties[]): INodeProperties[] => [...list].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));

/** Options that every operation has, and those that only some have. */
export function optionsProperty(resources: readonly Resource[]): INodeProperties {
	const rows = resources.flatMap(({ operations }) => operations);
	const some = [
		...resources.flatMap(({ value, operations }) => onlyFor(imageField, operations, ({ picture }) => picture !== undefined).map((one) => ({ ...one, displayOptions: { show: { '/resource': [value], ...one.displayOptions?.show } } }))),
		...onlyFor(checkEvery, rows, ({ job }) => job !== undefined),
		...onlyFor(maxJobTime, rows, ({ job }) => job !== undefined),
		...onlyFor(failOnWarnings, rows, ({ warnings }) => warnings === true),
		...onlyFor(batchSize, rows, ({ gather }) => gather !== undefined),
		...onlyFor(dryRun, rows, ({ effect }) => effect !== 'read'),
		...onlyFor(additionalBodyFields, rows, ({ effect, route, encoding = 'json' }) => effect !== 'read' && encoding === 'json' && routeOf(route).method !== 'DELETE'),
	];
	return { displayName: 'Options', name: 'options', type: 'collection', placeholder: 'Add Option', default: {}, options: byLabel([...commonOptions, ...some]) };
}

function onlyFor(property: INodeProperties, rows: readonly Operation[], has: (row: Operation) => boolean): INodeProperties[] {
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

const checkEvery: INodeProperties = {
	displayName: 'Check Every (Seconds)', name: 'checkEvery', type: 'number', default: 5, typeOptions: whole(1), description: 'How long to wait before asking again whether the job is done',
};

const maxJobTime: INodeProperties = {
	displayName: 'Wait at Most (Minutes)', name: 'maxJobTime', type: 'number', default: 10, typeOptions: whole(1), description: 'When to give up waiting for the job, which goes on nevertheless',
};

export const waitForCompletion: INodeProperties = {
	displayName: 'Wait for Completion', name: 'waitForCompletion', type: 'boolean', default: true,
	description: 'Whether to wait until the job is done and hand on its file, or only to start it',
};

export const binaryProperty: INodeProperties = {
	displayName: 'Put Output File in Field', name: 'binaryProperty', type: 'string', default: 'data', required: true, hint: 'The name of the output binary field to put the file in',
};

const imageField: INodeProperties = {
	displayName: 'Put Image in Field', name: 'imageField', type: 'string', default: 'data', description: 'Fetches the first picture too and hands it on as a file under this name; without a picture there is none',
};

export const keepOtherFields: INodeProperties = {
	displayName: 'Keep Other Fields', name: 'keepOtherFields', type: 'boolean', default: true,
	description: 'Whether fields that are not given here keep their values. The service replaces the whole record: with this off, they are lost.',
};

export const compareFirst: INodeProperties = {
	displayName: 'Compare First', name: 'compareFirst', type: 'boolean', default: false,
	description: 'Whether to read what is there and to send only rows that would change something. It costs a request or two for each row.',
};

/** AI agents choose how much they want in one parameter. */
const forTools = { show: { '@tool': [true] } };

export const simplifyProperty: INodeProperties = {
	displayName: 'Simplify', name: 'simplify', type: 'boolean', default: true, displayOptions: { hide: { '@tool': [true] } },
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const detailProperties: INodeProperties[] = [
	{
		displayName: 'Detail', name: 'detail', type: 'options', default: 'simplified', displayOptions: forTools, description: 'How much of the answer to hand on',
		options: [
			{ name: 'Simplified', value: 'simplified', description: 'The members that matter most' },
			{ name: 'Raw', value: 'raw', description: 'All that the service answers' },
			{ name: 'Selected Fields', value: 'selected', description: 'Only the members named' },
		],
	},
	{
		displayName: 'Fields to Return', name: 'fieldsToReturn', type: 'string', default: '', placeholder: 'e.g. title, price.value', displayOptions: { show: { '@tool': [true], detail: ['selected'] } },
		description: 'Members of the raw answer, separated by commas; a dot leads into a member',
	},
];

export const reportProperty: INodeProperties = {
	displayName: 'Rows to Output', name: 'report', type: 'options', default: 'all', description: 'What to hand on; failed rows are handed on when On Error of this node is set to continue',
	options: [
		{ name: 'All Rows', value: 'all', description: 'An item for every input item' },
		{ name: 'Failures Only', value: 'failures', description: 'Only the items that failed' },
		{ name: 'Summary', value: 'summary', description: 'One item with the counts and the reasons' },
	],
};

const batchSize: INodeProperties = {
	displayName: 'Rows per Call', name: 'batchSize', type: 'number', default: 500, typeOptions: whole(1),
	description: 'How many rows go into one call at most. Taken from the first item.',
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
