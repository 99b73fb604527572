import type { Call } from '../../simulator/types';
import { namedIn, pathValue } from '../contract/contracts';
import type { Contract, Member, Place } from '../contract/contracts';

/** Names of a kind: those in the contract, and those that arrived. */
export interface Count {
	documented: number;
	arrived: number;
}

/** One line of the table. */
export interface Coverage {
	api: string;
	operations: Count;
	path: Count;
	query: Count;
	header: Count;
	body: Count;
	/** `<contract>` for an operation that was never called, `<contract>: <place> <name>` for what was never sent. */
	missing: string[];
}

const DEPTH = 2;

/** Steps of a body member's name; a list is a step of its own. */
const stepsOf = (name: string): string[] => name.replace(/\[\]/g, '.[]').split('.').filter(Boolean);
/** What no page names is no documentation; what lies deeper in a body is proven by the contract level. */
const isCounted = ({ in: place, name, member }: { in: Place; name: string; member: Member }): boolean =>
	member.documented !== false && (place !== 'body' || stepsOf(name).filter((step) => step !== '[]').length <= DEPTH);

function isIn(value: unknown, [step, ...rest]: string[]): boolean {
	if (step === undefined) return value !== undefined;
	if (step === '[]') return Array.isArray(value) && value.some((entry) => isIn(entry, rest));
	return typeof value === 'object' && value !== null && Object.hasOwn(value, step) && isIn((value as Record<string, unknown>)[step], rest);
}

function hasArrived({ path, bodyType }: Contract, call: Call, { in: place, name, member }: { in: Place; name: string; member: Member }): boolean {
	if (place === 'query') return name in call.query;
	if (place === 'header') return name.toLowerCase() in call.headers;
	// the account keeps no parts of a form: that one was accepted proves the parts without which it is not
	if (place === 'body') return bodyType === 'multipart' && member.required === true ? call.headers['content-type'].startsWith('multipart/form-data') : isIn(call.body, stepsOf(name));
	return Boolean(pathValue(path, call.path, name));
}

const isDone = ({ status }: Call): boolean => typeof status === 'number' && status >= 200 && status < 300;
/** What a record of the contract files says beside what the tests read elsewhere. */
type Labelled = Contract & { api?: string; version?: string };

const labelOf = ({ id, api = '', version = '' }: Labelled): string => [...new Set([id.split(':')[0], api, /^v?\d/.test(version) ? '' : version])].filter(Boolean).join(' ');

function add(coverage: Coverage, contract: Contract, calls: Call[]): void {
	const mine = calls.filter((call) => call.operation === contract.id && isDone(call));
	coverage.operations.documented += 1;
	if (mine.length) coverage.operations.arrived += 1;
	else coverage.missing.push(contract.id);
	for (const named of namedIn(contract).filter(isCounted)) {
		coverage[named.in].documented += 1;
		if (mine.some((call) => hasArrived(contract, call, named))) coverage[named.in].arrived += 1;
		else if (mine.length) coverage.missing.push(`${contract.id}: ${named.in} ${named.name}`);
	}
}

const none = (): Count => ({ documented: 0, arrived: 0 });

/** What of the contracts has arrived at the simulator in calls that succeeded, by API. */
export function coverageOf(contracts: Contract[], calls: Call[]): Coverage[] {
	const made = new Map<string, Coverage>();
	for (const contract of contracts) {
		const api = labelOf(contract);
		const coverage = made.get(api) ?? { api, operations: none(), path: none(), query: none(), header: none(), body: none(), missing: [] };
		made.set(api, coverage);
		add(coverage, contract, calls);
	}
	return [...made.values()].sort((a, b) => a.api.localeCompare(b.api, 'en'));
}
