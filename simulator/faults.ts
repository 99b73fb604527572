import { randomSource } from './random';
import type { ActiveFault, Answer, ServiceName, SimulatedRequest } from './types';

const KINDS = ['status', 'timeout', 'reset-before', 'reset-after', 'html', 'bad-json', 'redirect', 'delay', 'expire-token'] as const;

export type FaultKind = (typeof KINDS)[number];

/** What goes wrong, and for which calls. A path that starts with a slash is a prefix, any other is a regular expression. */
export interface FaultRule {
	service?: ServiceName;
	method?: string;
	path?: string;
	kind?: FaultKind;
	status?: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** How often it strikes; without it, every time. */
	count?: number;
	/** How many matching calls pass unharmed first. */
	after?: number;
	/** The share of matching calls it strikes, 0 to 1. */
	probability?: number;
	/** Milliseconds, for delay and timeout. */
	delay?: number;
	location?: string;
	/** Whether the call is carried out before its answer is spoilt; reset-after always does. */
	applied?: boolean;
}

interface Entry extends ActiveFault {
	kind: FaultKind;
	matches(request: SimulatedRequest): boolean;
	strikes(): boolean;
}

function matcher({ service, method, path }: FaultRule): (request: SimulatedRequest) => boolean {
	const pattern = path !== undefined && !path.startsWith('/') ? new RegExp(path) : undefined;
	return (request) =>
		(service === undefined || request.service === service) &&
		(method === undefined || request.method === method.toUpperCase()) &&
		(path === undefined || (pattern ? pattern.test(request.path) : request.path.startsWith(path)));
}

/** The faults in force. */
export class Faults {
	private entries: Entry[] = [];
	private random: () => number;

	constructor(private readonly seed: number) {
		this.random = randomSource(seed);
	}

	add(rule: FaultRule): ActiveFault {
		if (!KINDS.includes(rule.kind ?? 'status')) throw new Error(`kind must be one of ${KINDS.join(', ')}`);
		let seen = 0;
		let struck = 0;
		const entry: Entry = {
			rule,
			kind: rule.kind ?? 'status',
			get struck() {
				return struck;
			},
			matches: matcher(rule),
			strikes: () => {
				seen += 1;
				const isDue = seen > (rule.after ?? 0) && struck < (rule.count ?? Infinity);
				const strikes = isDue && (rule.probability === undefined || this.random() < rule.probability);
				if (strikes) struck += 1;
				return strikes;
			},
			clear: () => {
				this.entries = this.entries.filter((other) => other !== entry);
			},
		};
		this.entries.push(entry);
		return entry;
	}

	/** The faults that strike this request: delays and expired tokens first come along, the first of the others ends the search. */
	strike(request: SimulatedRequest): Array<{ kind: FaultKind; rule: FaultRule }> {
		const found: Array<{ kind: FaultKind; rule: FaultRule }> = [];
		for (const entry of this.entries) {
			if (!entry.matches(request) || !entry.strikes()) continue;
			found.push({ kind: entry.kind, rule: entry.rule });
			if (entry.kind !== 'delay' && entry.kind !== 'expire-token') break;
		}
		return found;
	}

	clear(): void {
		this.entries = [];
		this.random = randomSource(this.seed);
	}
}

const HTML = '<!DOCTYPE html><html><head><title>Just a moment</title></head><body><h1>Checking your connection</h1></body></html>';

/** The spoilt answer of a fault that answers at all; the body of a plain failure is in the service's own shape. */
export function spoiltAnswer(kind: FaultKind, rule: FaultRule, failure: (status: number) => Answer): Answer {
	const { status, headers } = rule;
	switch (kind) {
		case 'html':
			return { status: status ?? 503, body: rule.body ?? HTML, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } };
		case 'bad-json':
			return { status: status ?? 200, body: rule.body ?? '{"partial": [1, 2', headers: { 'content-type': 'application/json; charset=utf-8', ...headers } };
		case 'redirect':
			return { status: status ?? 302, headers: { location: rule.location ?? 'http://127.0.0.1:9/elsewhere', ...headers } };
		default:
			return { ...failure(status ?? 500), ...(rule.body === undefined ? {} : { body: rule.body }), headers };
	}
}
