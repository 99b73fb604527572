import type { INodeExecutionData, INodeProperties, IPollFunctions } from 'n8n-workflow';
import type { TriggerEvent } from './events';
import { leftEmpty } from './fields';
import { simplifyProperty } from './options';
import { buildListSearch, buildLoadOptions } from './pickers';
import { versionsOf } from './plan';
import { MOST_LOOK_BACK, poll } from './poll';
import { fieldProperty, versionProperty } from './properties';
import { signInProperty } from './signIns';
import type { Api } from './types';

export interface TriggerTable {
	api: Api;
	events: readonly TriggerEvent[];
	properties: INodeProperties[];
	methods: { listSearch: ReturnType<typeof buildListSearch>; loadOptions: ReturnType<typeof buildLoadOptions> };
	poll: (context: IPollFunctions) => Promise<INodeExecutionData[][] | null>;
}

/** A row of a trigger's table. */
export const event = (row: TriggerEvent): TriggerEvent => ({ ...row, fields: Object.fromEntries(Object.entries(row.fields).map(([name, field]) => [name, leftEmpty(field)])) });

/** All that a trigger's node file needs of its table. */
export function defineTrigger(api: Api, events: readonly TriggerEvent[]): TriggerTable {
	const resources = [{ operations: events }];
	return {
		api, events,
		properties: [...signInProperty(api), ...versionProperty(api), ...eventProperties(api, events), ...fieldProperties(events), ...commonProperties(events)],
		methods: { listSearch: buildListSearch(api, resources), loadOptions: buildLoadOptions(api, resources) },
		poll: async (context) => await poll(context, api, events),
	};
}

/** The choice of the event, as it is in each API version; one for all where they are alike. */
function eventProperties(api: Api, events: readonly TriggerEvent[]): INodeProperties[] {
	const { versions = [] } = api;
	const isIn = (row: TriggerEvent, version: string) => versionsOf(api, row).some(({ value }) => value === version);
	if (events.every((row) => versions.every(({ value }) => isIn(row, value)))) return [eventProperty(events)];
	return versions.map(({ value }) => ({ ...eventProperty(events.filter((row) => isIn(row, value))), displayOptions: { show: { apiVersion: [value] } } }));
}

const eventProperty = (events: readonly TriggerEvent[]): INodeProperties => ({
	displayName: 'Event', name: 'event', type: 'options', noDataExpression: true, default: events[0].value,
	options: [...events].sort((a, b) => a.name.localeCompare(b.name, 'en')).map(({ name, value, description }) => ({ name, value, description })),
});

/** Equal fields of several events are one. */
function fieldProperties(events: readonly TriggerEvent[]): INodeProperties[] {
	const shared = new Map<string, { property: INodeProperties; values: string[] }>();
	for (const { value, fields } of events) {
		for (const [name, field] of Object.entries(fields)) {
			const property = fieldProperty(name, field);
			const entry = shared.get(JSON.stringify(property)) ?? { property, values: [] };
			entry.values.push(value);
			shared.set(JSON.stringify(property), entry);
		}
	}
	return [...shared.values()].map(({ property, values }) => shownFor(property, values));
}

const shownFor = (property: INodeProperties, values: string[]): INodeProperties => ({ ...property, displayOptions: { ...property.displayOptions, show: { event: values, ...property.displayOptions?.show } } });

/** What several events have, each shown for those that do. */
function commonProperties(events: readonly TriggerEvent[]): INodeProperties[] {
	const having = (has: (row: TriggerEvent) => boolean) => events.filter(has).map(({ value }) => value);
	const days = [...new Set(events.flatMap(({ window }) => (window?.by === 'lookBack' ? [window.days ?? 1] : [])))];
	const parts: Array<[INodeProperties, string[]]> = [
		...days.map((usual): [INodeProperties, string[]] => [lookBack(usual), having(({ window }) => window?.by === 'lookBack' && (window.days ?? 1) === usual)]),
		[includeNew, having(({ watches }) => watches !== undefined)],
		[simplify, having((row) => row.simplify !== undefined || (!row.entries && row.reads.simplify !== undefined))],
	];
	return parts.filter(([, values]) => values.length).map(([property, values]) => shownFor(property, values));
}

const lookBack = (usual: number): INodeProperties => ({
	displayName: 'Look Back (Days)', name: 'lookBack', type: 'number', default: usual, typeOptions: { minValue: 1, maxValue: MOST_LOOK_BACK, numberPrecision: 0 },
	description: 'How old a record may be to be noticed. Every poll reads all records of this time.',
});

const includeNew: INodeProperties = {
	displayName: 'Include New', name: 'includeNew', type: 'boolean', default: true,
	description: 'Whether new records are handed on too. What changes before the first poll that shows a record cannot be told from its beginning.',
};

const simplify: INodeProperties = { ...simplifyProperty, displayOptions: {} };
