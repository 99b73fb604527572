import type { IDataObject } from 'n8n-workflow';
import type { FaultRule } from '../../simulator/faults';
import type { Simulator } from '../support/simulator';
import { isOwnStruck } from './kind';
import type { Kind } from './kind';

/** Where a fault strikes. */
export type Target = Pick<FaultRule, 'service' | 'method' | 'path' | 'holds' | 'after' | 'count'>;

export interface Place {
	sim: Simulator;
	kind: Kind;
	/** Address of a host that is none of the credential's. */
	stranger: string;
}

export interface Fault {
	name: string;
	rules: (target: Target, place: Place) => FaultRule[];
	/** The caller gets no answer that says whether the service has acted. */
	isOpen?: true;
	/** Nobody answered and nothing was done: a look finds nothing, but the service might still be at it. */
	isSilent?: true;
	/** Which operations get over it when it passes: all, as the service has surely not acted; those that a second sending does no harm; none. */
	survivors: 'all' | 'harmless' | 'none';
	/** Each strike costs a sign-in. */
	ends?: 'token';
	options?: IDataObject;
	/** Milliseconds after which nothing more happens. */
	settles?: number;
	/** The only rounds that make sense. */
	rounds?: string[];
	fits?: (kind: Kind) => boolean;
}

const status = (code: number, more: Partial<FaultRule> = {}) => (target: Target): FaultRule[] => [{ ...target, kind: 'status', status: code, ...more }];
const spoilt = (more: FaultRule) => (target: Target): FaultRule[] => [{ ...target, ...more }];

/** What only a write can tell apart. */
const forWrites = (kind: Kind): boolean => kind.nature !== 'read' && isOwnStruck(kind);
const isJson = ({ isFile }: Kind): boolean => !isFile;
/** Whether all items write one record: what comes late then writes over what came in time, whoever sends it. */
const isShared = ({ isMixed, nature }: Kind): boolean => nature === 'absolute' && isMixed === true;
/** Short, but long enough that a busy machine answers in time what no fault strikes. */
const SECONDS = { timeout: 3 };

const concurrent = { errors: [{ errorId: 25025, domain: 'API_INVENTORY', category: 'APPLICATION', message: 'Concurrent access of the same Inventory or Offer is not allowed. Please try again later.' }] };

/** The failed element of a bulk answer. */
function element({ bulk, bulkKey = 'sku', input }: Kind, statusCode: number, errorId: number): unknown {
	if (bulk === 'order') return { status_code: statusCode, message: 'The element failed' };
	return { [bulkKey]: input[1][bulkKey], statusCode, errors: [{ errorId, domain: 'API_INVENTORY', category: 'APPLICATION', message: 'The element failed' }] };
}

const inBulk = (statusCode: number, errorId: number, applied = false): Pick<Fault, 'rules' | 'fits' | 'rounds'> => ({
	rounds: ['passes', 'stays'],
	rules: (target, { kind }) => [{ ...target, kind: 'element', body: element(kind, statusCode, errorId), applied }],
	fits: ({ bulk }) => bulk !== undefined && (errorId !== 25025 || bulk === 'key'),
});

const all: Fault[] = [
	{ name: '429 with Retry-After', rules: status(429, { headers: { 'retry-after': '1' } }), survivors: 'all' },
	{ name: '429 without Retry-After', rules: status(429), survivors: 'all' },
	{ name: 'daily quota', rules: status(429, { headers: { 'retry-after': '7200' } }), survivors: 'none' },
	{ name: '500', rules: status(500), isOpen: true, survivors: 'harmless' },
	{ name: '500, nothing was done', rules: status(500, { body: concurrent }), survivors: 'all', fits: ({ service }) => service === 'ebay' },
	{ name: '502', rules: status(502), isOpen: true, survivors: 'harmless' },
	{ name: '502, applied', rules: status(502, { applied: true }), isOpen: true, survivors: 'harmless', fits: forWrites },
	{ name: '503', rules: status(503), isOpen: true, survivors: 'harmless' },
	{ name: 'reset before the write', rules: spoilt({ kind: 'reset-before' }), isOpen: true, isSilent: true, survivors: 'harmless' },
	{ name: 'reset after the write', rules: spoilt({ kind: 'reset-after' }), isOpen: true, survivors: 'harmless', fits: forWrites },
	{ name: 'timeout, not applied', rules: spoilt({ kind: 'timeout' }), isOpen: true, isSilent: true, survivors: 'harmless', options: SECONDS },
	{ name: 'timeout, applied', rules: spoilt({ kind: 'timeout', applied: true }), isOpen: true, survivors: 'harmless', options: SECONDS, fits: forWrites },
	{ name: 'timeout, applied after the caller gave up', rules: spoilt({ kind: 'timeout', late: 2_000 }), isOpen: true, isSilent: true, survivors: 'none', options: SECONDS, settles: 2_300, fits: (kind) => forWrites(kind) && !isShared(kind) },
	{ name: 'bad JSON with status 200', rules: spoilt({ kind: 'bad-json', applied: true }), isOpen: true, survivors: 'none', fits: isJson },
	{ name: 'web page with status 200', rules: spoilt({ kind: 'html', status: 200 }), isOpen: true, survivors: 'none' },
	{ name: 'web page with status 200, applied', rules: spoilt({ kind: 'html', status: 200, applied: true }), isOpen: true, survivors: 'none', fits: forWrites },
	{ name: 'half an answer', rules: spoilt({ kind: 'cut' }), isOpen: true, survivors: 'none', fits: ({ isFile, node }) => !isFile || node === 'ebayFeeds' },
	{ name: 'connection broken within the answer', rules: spoilt({ kind: 'broken' }), isOpen: true, survivors: 'harmless' },
	{ name: '401', rules: status(401), ends: 'token', survivors: 'all', fits: ({ path }) => path !== '^/files/' },
	{
		name: '401 in flight', survivors: 'all', ends: 'token', fits: ({ service, path }) => service !== 'whisk' && path !== '^/files/',
		rules: (target) => [{ ...target, count: undefined, kind: 'delay', delay: 30, after: 0, holds: undefined }, { ...target, kind: 'expire-token' }],
	},
	{ name: 'redirect to the same host', rules: (target, { sim, kind }) => [{ ...target, kind: 'redirect', location: `${sim.urls[kind.service]}/elsewhere` }], survivors: 'none' },
	{ name: 'redirect to another host', rules: (target, { stranger }) => [{ ...target, kind: 'redirect', status: 307, location: `${stranger}/elsewhere` }], survivors: 'none' },
	{ name: 'redirect after the write (303)', rules: (target, { sim, kind }) => [{ ...target, kind: 'redirect', status: 303, applied: true, location: `${sim.urls[kind.service]}/elsewhere` }], isOpen: true, survivors: 'none', fits: forWrites },
	{ name: 'element refused', ...inBulk(404, 25702), survivors: 'none' },
	{ name: 'element failed', ...inBulk(500, 25001), isOpen: true, survivors: 'none' },
	{ name: 'element failed, applied', ...inBulk(500, 25001, true), isOpen: true, survivors: 'none' },
	{ name: 'element failed, nothing was done', ...inBulk(500, 25025), survivors: 'none' },
	{ name: 'bad value among the others', rules: status(422), survivors: 'none', fits: ({ name }) => name.startsWith('union') },
	{
		name: 'the read beside it fails', survivors: 'harmless', fits: ({ look, nature }) => look !== undefined && nature === 'absolute',
		rules: (target, { kind }) => [{ service: kind.service, method: 'GET', path: `(?:${kind.look})`, after: 1, count: target.count, status: 503 }],
	},
	{
		name: 'reset after the write, and the look fails', survivors: 'none', isOpen: true, fits: ({ look, nature }) => look !== undefined && nature === 'verify',
		rules: (target, { kind }) => [{ service: kind.service, method: 'GET', path: `(?:${kind.look})`, status: 400 }, { ...target, kind: 'reset-after' }],
	},
	{
		name: 'link to another host', survivors: 'none', fits: ({ path }) => path === '/data/export/',
		rules: (target, { stranger }) => [{ ...target, status: 200, body: { uuid: 'u', status: 'COMPLETED', url: `${stranger}/file.csv` } }],
	},
];

export const faultsOf = (kind: Kind): Fault[] => all.filter(({ fits }) => !fits || fits(kind));

/** The calls that a fault strikes: those of the middle item, of all items, or the second one where calls do not tell their item. */
export function targetOf(kind: Kind, items: number[], count?: number): Target {
	const { service, method, path, holds } = kind;
	const of = (marks: string[]) => [...new Set(items.map((item) => marks[item]))].join('|');
	const isMarked = holds !== undefined || Array.isArray(path);
	return { service, method, path: `(?:${Array.isArray(path) ? of(path) : path})`, holds: holds && of(holds), count, after: isMarked || items.length > 1 ? 0 : 1 };
}
