import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from '../../engine/events';
import { setPath } from '../../engine/request';
import type { Api, Operation } from '../../engine/types';
import { cruxApi } from '../../nodes/Crux/api';
import { cruxTrigger } from '../../nodes/Crux/CruxTrigger/triggerTable';
import { ebayApi } from '../../nodes/Ebay/api';
import { events as ebayEvents } from '../../nodes/Ebay/EbayOrderTrigger/events';
import { whiskApi } from '../../nodes/Whisk/api';
import { events as whiskEvents } from '../../nodes/Whisk/WhiskTrigger/events';
import { env } from '../support/host.js';
import { history, live } from './histories';
import type { Source, Thing } from './histories';

/** Histories of lists and of the triggers that watch them, in a time of their own. */
const HISTORIES = 1000;

const read = { value: 'getAll', name: 'Get Many', route: 'GET /things', effect: 'read', repeat: 'absolute', fields: {}, list: { items: 'things', id: ['id'], paging: { in: 'query', by: 'records', at: 'start', limit: 'limit', max: 3, total: 'total' } } } as unknown as Operation;
const things = { name: 'Things', credential: 'thingsApi', secrets: [], host: 'things.test', address: () => 'https://things.test', problem: () => ({}), meanings: {} } as unknown as Api;
const base = { reads: read, fields: {}, key: ['id'], description: '', narrow: '', time: 'created' };
const from = { time: 'created', in: 'query' as const, write: (at: Date) => ({ from: at.toISOString() }) };

/** The ways to watch, each by itself. */
const ways: TriggerEvent[] = [
	{ ...base, value: 'newest', name: 'New, from the newest on', window: { ...from, by: 'newest', overlap: 10 } },
	{ ...base, value: 'lookBack', name: 'Changed, of some days', window: { ...from, by: 'lookBack', days: 1 }, watches: { version: 'version' } },
	{ ...base, value: 'snapshot', name: 'Changed, of all', watches: { version: 'version' } },
];

const marks = ({ id, version }: Thing): IDataObject => ({ thing: id, turn: version });
const first = (path: string): string => path.split('|')[0];

/** A record with what the row names it by, when it was, and a watched member that tells its version. */
function byRow({ key, time, window, watches = {} }: TriggerEvent) {
	return (thing: Thing): IDataObject => {
		const record = marks(thing);
		for (const path of key) setPath(record, first(path), `id-${thing.id}`);
		for (const path of [time, window?.time]) if (path) setPath(record, path, new Date(thing.created).toISOString());
		const [member] = Object.values(watches);
		if (typeof member === 'string' && member !== '') setPath(record, first(member), `v${thing.version}`);
		else if (typeof member === 'object' && 'each' in member) setPath(record, member.from, [Object.fromEntries(Object.values(member.each).map((path) => [first(String(path)), `v${thing.version}`]))]);
		return record;
	};
}

/** Records that the rows do not describe: those that hold what is watched, and those that only count in one state. */
const OWN: Record<string, (thing: Thing, usual: IDataObject) => IDataObject> = {
	trackingAdded: (thing, usual) => ({ ...usual, order_uuid: `order-${thing.id}`, line_items: [{ line_item_uuid: 'line', tracking: [{ tracking_number: `parcel-${thing.id}`, ...marks(thing) }] }] }),
	invoiceAdded: (thing, usual) => ({ ...usual, order_uuid: `order-${thing.id}`, invoices: [{ invoice_number: `invoice-${thing.id}`, ...marks(thing) }] }),
	orderCancelled: (thing, usual) => ({ ...usual, order_uuid: `order-${thing.id}`, line_items: [{ line_item_uuid: 'line', line_item_designation: 'Cancelled', ...marks(thing) }] }),
	connectionRequestApproved: (_, usual) => ({ ...usual, is_approved: true }),
	itemChecked: (_, usual) => ({ ...usual, checked: true }),
	orderPaid: (_, usual) => ({ ...usual, orderPaymentStatus: 'PAID' }),
};

function sourceOf(api: Api, event: TriggerEvent, more: Partial<Source>): Source {
	const usual = byRow(event);
	const own = OWN[event.value];
	return { api, event, shape: own ? (thing) => own(thing, usual(thing)) : usual, ...more };
}

const LIST = '101f9e1b9f474914c32a8dff4b4a3cdbd5d';
/** The whole of a list is one record: it cannot have a history of many. Its test is whiskTrigger. */
const isOfMany = ({ list }: TriggerEvent): boolean => !(list?.single);

const services: Record<string, Source[]> = {
	...Object.fromEntries(ways.map((event) => [event.name, [sourceOf(things, event, {})]])),
	'Crux Connect Trigger': cruxTrigger.events.map((event) => sourceOf(cruxApi, event, { credentials: { environment: 'production' }, parameters: { apiVersion: 'timp' } })),
	'Whisk Trigger': whiskEvents.filter(isOfMany).map((event) => sourceOf(whiskApi, event, { credentials: { environment: 'production', accessType: 'user' }, parameters: { list: LIST, collection: LIST, community: LIST } })),
	// a change is told by its time, which eBay stamps
	'eBay Order Trigger': ebayEvents.map((event) => sourceOf(ebayApi, event, { credentials: { environment: 'production', refreshToken: 'given' }, isMoved: event.value === 'orderChanged' })),
};

// Lateness and a wrong clock have ten minutes together: the overlap.
test.each(Object.keys(services))(`%s: ${HISTORIES} histories miss nothing, and double nothing but on a crash`, async (name) => {
	const seed = Number(env.SEED ?? Date.now() % 2 ** 31);
	const property = fc.asyncProperty(fc.constantFrom(...services[name].map(({ event }) => event.value)), history, async (value, [before, isSlow, steps]) => {
		expect(await live(services[name].find(({ event }) => event.value === value)!, before, isSlow, steps)).toEqual([]);
	});
	await fc.assert(property, { numRuns: HISTORIES, seed });
}, 300_000);

test('a clock that goes back brings nothing back that has left the days looked back on', async () => {
	const [, source] = [...ways].map((event) => sourceOf(things, event, {}));
	const forgotten = Array.from({ length: 5 }, () => ({ do: 'poll' as const }));
	const steps = [{ do: 'create' as const, late: 24 * 60 - 2, count: 1 }, { do: 'poll' as const }, { do: 'wait' as const, minutes: 3 }, ...forgotten, { do: 'clock' as const, minutes: -5 }, { do: 'poll' as const }];
	expect(await live(source, 3, false, steps)).toEqual([]);
});
