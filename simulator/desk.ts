import { compileCheck } from './contract';
import type { Check } from './contract';
import { Routes, paramsOf } from './routes';
import type { Answer, Fields, Operation, Problem, Service, SimulatedRequest } from './types';

/** One API at work: knows its routes and answers requests on the state of the moment. */
export interface Desk {
	identify(request: SimulatedRequest): Operation | undefined;
	serve(request: SimulatedRequest, now: number): Answer;
	failure(request: SimulatedRequest, status: number): Answer;
	expireTokens(authorization?: string): void;
	/** Records that a call changes and that no other one may change meanwhile. */
	writtenBy?(request: SimulatedRequest): string[];
	concurrent?(): Answer;
}

/** The hosts an API is served on in production; where the address names none, one set of routes serves all. */
class Hosts {
	private readonly byHost = new Map<string, Routes>();

	constructor(
		operations: Operation[],
		private readonly isNamed: boolean,
	) {
		for (const operation of operations) {
			const host = isNamed ? operation.host : '';
			const routes = this.byHost.get(host) ?? new Routes();
			routes.add(operation);
			this.byHost.set(host, routes);
		}
	}

	find({ host, path }: SimulatedRequest) {
		return this.byHost.get(host)?.find(path);
	}

	/** What may have been meant by an address that leads nowhere. */
	hintFor({ host, path }: SimulatedRequest): string | undefined {
		if (this.isNamed && !this.byHost.has(host)) return `No API is served on the host "${host}"; hosts: ${[...this.byHost.keys()].join(', ')}`;
		const elsewhere = [...this.byHost].find(([other, routes]) => other !== host && routes.find(path));
		if (elsewhere) return `This path belongs to the host ${elsewhere[0]}, not to ${host}`;
		const isSlash = this.byHost.get(host)?.find(path.endsWith('/') ? path.slice(0, -1) : `${path}/`);
		return isSlash ? `No such address: ${path}; with${path.endsWith('/') ? 'out' : ''} a closing slash it is one` : undefined;
	}
}

/** A body as JSON; nothing of one that is none. */
function bodyOf({ raw }: SimulatedRequest): Fields {
	try {
		return (JSON.parse(raw.toString('utf8')) ?? {}) as Fields;
	} catch {
		return {};
	}
}

/** Opens the desk of a service; the checks of its operations are compiled here, once. */
export function openDesk<State, Caller>(service: Service<State, Caller>, isHostNamed: boolean, stateOf: () => State): Desk {
	const hosts = new Hosts(service.operations, isHostNamed);
	const checks = new Map<Operation, Check>(service.operations.map((operation) => [operation, compileCheck(operation)]));

	const route = (request: SimulatedRequest): { operation: Operation; params: Record<string, string> } | { problem: Problem } => {
		const found = hosts.find(request);
		if (!found) return { problem: { kind: 'unknown-route', hint: hosts.hintFor(request) } };
		const operation = found.operations.get(request.method);
		if (!operation) return { problem: { kind: 'wrong-method', allowed: [...found.operations.keys()] } };
		const params = paramsOf(operation, found.values);
		return params ? { operation, params } : { problem: { kind: 'wrong-type', place: 'path', name: request.path, expected: 'percent-encoded text' } };
	};

	const identify = (request: SimulatedRequest) => hosts.find(request)?.operations.get(request.method);

	return {
		identify,
		serve(request, now) {
			const routed = route(request);
			if ('problem' in routed) return service.refuse(routed.problem);
			const { operation, params } = routed;
			const state = stateOf();
			const authorized = service.authorize(state, operation, request, now);
			if ('refusal' in authorized) return authorized.refusal;
			const checked = checks.get(operation)?.(request) ?? { query: {}, body: {} };
			if ('problem' in checked) return service.refuse(checked.problem, operation);
			const rule = service.rules[operation.id];
			if (!rule) return { status: 501, body: { message: `The simulator has no rule for ${operation.id} yet` } };
			return rule({ state, caller: authorized.caller, operation, params, headers: request.headers, raw: request.raw, address: request.address, now, ...checked });
		},
		failure: (request, status) => service.failure(status, identify(request)),
		expireTokens: (authorization) => service.expireTokens(stateOf(), authorization),
		writtenBy(request) {
			const routed = service.writtenBy && route(request);
			return routed && 'operation' in routed ? service.writtenBy!(stateOf(), routed.operation, routed.params, bodyOf(request)) : [];
		},
		concurrent: () => service.concurrent!(),
	};
}
