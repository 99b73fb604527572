import { randomSource } from './random';
import type { ActiveFault, Answer, ServiceName, SimulatedRequest } from './types';

const KINDS = ['status', 'timeout', 'reset-before', 'reset-after', 'html', 'bad-json', 'cut', 'broken', 'element', 'redirect', 'echo', 'delay', 'expire-token'] as const;

export type FaultKind = (typeof KINDS)[number];

/** What goes wrong, and for which calls. A path that starts with a slash is a prefix, any other is a regular expression. */
export interface FaultRule {
	service?: ServiceName;
	method?: string;
	path?: string;
	/** A regular expression for the decoded query, a line break, and the body as text; for an element, for that one of the list as JSON. */
	holds?: string;
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
	/** Whether the call is carried out before its answer is spoilt; reset-after, cut and broken always do. */
	applied?: boolean;
	/** Of a timeout: the call is carried out so many milliseconds after its caller has given up. */
	late?: number;
}

interface Entry extends ActiveFault {
	kind: FaultKind;
	matches(request: SimulatedRequest): boolean;
	strikes(): boolean;
}

/** What `holds` is held against: query and body. */
function textOf({ query, raw }: SimulatedRequest): string {
	const pairs = Object.entries(query).flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
	return `${pairs.join('&')}\n${raw.toString('utf8')}`;
}

function matcher({ service, method, path, holds }: FaultRule): (request: SimulatedRequest) => boolean {
	const pattern = path !== undefined && !path.startsWith('/') ? new RegExp(path) : undefined;
	const content = holds === undefined ? undefined : new RegExp(holds);
	return (request) =>
		(service === undefined || request.service === service) &&
		(method === undefined || request.method === method.toUpperCase()) &&
		(path === undefined || (pattern ? pattern.test(request.path) : request.path.startsWith(path))) &&
		(content === undefined || content.test(textOf(request)));
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

/** A refusal that repeats all that it was sent, headers and body, as some services do. */
export const echoOf = ({ headers, raw }: SimulatedRequest): Answer => ({ status: 400, body: { message: `Refused: ${JSON.stringify(headers)}`, errors: [{ errorId: 1, message: `Refused: ${JSON.stringify(headers)} ${raw.toString('utf8')}`, parameters: Object.entries(headers).map(([name, value]) => ({ name, value })) }] } });

/** The first half of an answer; what is no text is cut by bytes. */
export function halfOf({ body, ...answer }: Answer): { half: Answer; whole: Buffer } {
	const whole = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' || body === undefined ? (body ?? '') : JSON.stringify(body));
	const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json; charset=utf-8';
	const headers = { 'content-type': type, ...answer.headers };
	return { half: { ...answer, headers, body: whole.subarray(0, Math.floor(whole.length / 2)) }, whole };
}

type Fields = Record<string, unknown>;

/** Members that hold the elements of a bulk call, and those of its answer. */
const LISTS = ['requests', 'responses'];
const listIn = (body: unknown): unknown[] => (Array.isArray(body) ? body : ((LISTS.map((name) => (body as Fields | undefined)?.[name]).find(Array.isArray) as unknown[] | undefined) ?? []));

/** A bulk call of which one element fails with the answer of the rule; it is carried out only if the rule says so. */
export function withoutElement({ holds = '', body: failure, applied }: FaultRule, request: SimulatedRequest, serve: (request: SimulatedRequest) => Answer): Answer {
	const sent: unknown = JSON.parse(request.raw.toString('utf8'));
	const elements = listIn(sent);
	const at = elements.findIndex((element) => new RegExp(holds).test(JSON.stringify(element)));
	const rest = elements.filter((_, index) => applied || index !== at);
	const bare = Array.isArray(sent) ? rest : { ...(sent as Fields), requests: rest };
	const answer = rest.length ? serve({ ...request, raw: Buffer.from(JSON.stringify(bare)) }) : { status: 200, body: Array.isArray(sent) ? [] : { responses: [] } };
	if (answer.status > 299) return answer;
	const results = [...listIn(answer.body)];
	results.splice(at, applied ? 1 : 0, failure);
	return { ...answer, body: Array.isArray(answer.body) ? results : { ...(answer.body as Fields), responses: results } };
}
