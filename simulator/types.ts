import type { CruxState } from './crux/state';
import type { EbayState } from './ebay/state';
import type { FaultRule } from './faults';
import type { WhiskState } from './whisk/state';

export type ServiceName = 'crux' | 'whisk' | 'ebay';

export type Fields = Record<string, unknown>;

/** What the contract says of one parameter or body member. */
export interface Member {
	type: string;
	items?: string;
	required?: boolean;
	enum?: string[];
	openEnum?: boolean;
	nullable?: boolean;
	documented?: boolean;
}

export type Members = Record<string, Member>;

/** A record of contracts/*.json, as far as the simulator reads it. */
export interface Operation {
	id: string;
	version: string;
	method: string;
	host: string;
	path: string;
	token: string[];
	/** What stands before the token in its header, when not Bearer. */
	scheme?: string;
	scopes?: string[];
	role?: string;
	permission?: string[];
	params?: Members;
	query?: Members;
	header?: Members;
	bodyType?: 'form' | 'multipart' | 'raw';
	signed?: boolean;
	body?: Members;
	success: number[];
	errors: Record<string, Array<string | number>>;
}

/** An answer: no body is an empty one, text and bytes go out as they are, anything else as JSON. */
export interface Answer {
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
}

export type Place = 'path' | 'query' | 'header' | 'body';

/** How a request breaks its contract. */
export type Problem =
	| { kind: 'unknown-route'; hint?: string }
	| { kind: 'wrong-method'; allowed: string[] }
	| { kind: 'content-type'; expected: string }
	| { kind: 'unreadable-body' }
	| { kind: 'unexpected-body' }
	| { kind: 'missing'; place: Place; name: string }
	| { kind: 'unknown-member'; place: Place; name: string }
	| { kind: 'wrong-type'; place: Place; name: string; expected: string }
	| { kind: 'not-allowed'; place: Place; name: string; allowed: string[] };

export interface SimulatedRequest {
	service: ServiceName;
	method: string;
	host: string;
	path: string;
	query: Record<string, string[]>;
	headers: Record<string, string | undefined>;
	raw: Buffer;
	/** The parts of a multipart body. */
	form?: Fields;
	/** Where the caller reached the simulator, for links in answers. */
	address: string;
}

/** A file part of a multipart body. */
export interface FilePart {
	fileName: string;
	contentType: string;
	content: Buffer;
}

/** A checked request on its way through a rule. */
export interface Visit<State, Caller> {
	state: State;
	caller: Caller;
	operation: Operation;
	params: Record<string, string>;
	query: Fields;
	headers: Record<string, string | undefined>;
	body: Fields;
	/** The bytes of the body as they came. */
	raw: Buffer;
	/** The address of the simulator itself, for links in answers. */
	address: string;
	now: number;
}

export type Rule<State, Caller> = (visit: Visit<State, Caller>) => Answer;

export type Authorized<Caller> = { caller: Caller } | { refusal: Answer };

/** One API: its operations, its state, who may call, and what each operation does. */
export interface Service<State, Caller> {
	name: ServiceName;
	operations: Operation[];
	rules: Record<string, Rule<State, Caller>>;
	createState(seed: number): State;
	authorize(state: State, operation: Operation, request: SimulatedRequest, now: number): Authorized<Caller>;
	refuse(problem: Problem, operation?: Operation): Answer;
	/** What a failure of the service itself looks like, for faults that bring no body. */
	failure(status: number, operation?: Operation): Answer;
	expireTokens(state: State, only?: string): void;
	/** Names of the records that a call changes, where two calls must not do so at the same time, and what the second one gets. */
	writtenBy?(state: State, operation: Operation, params: Record<string, string>, body: Fields): string[];
	concurrent?(): Answer;
}

export interface SimulatorState {
	crux: CruxState;
	whisk: WhiskState;
	ebay: EbayState;
}

/** One request of the account; secrets are replaced before it is kept. */
export interface Call {
	n: number;
	at: number;
	took: number;
	inFlight: number;
	service: ServiceName;
	method: string;
	host: string;
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	body: unknown;
	status: number | 'dropped' | 'pending';
	operation: string | null;
	fault: string | null;
}

export interface Login {
	username: string;
	password: string;
}

export interface Demo {
	cruxRetailer: Login;
	cruxSupplier: Login;
	whisk: { userToken: string; serverToken: string; clientToken: string; app: { clientId: string; clientSecret: string }; consent: { accessToken: string; refreshToken: string } };
	ebay: { clientId: string; clientSecret: string; ruName: string; refreshToken: string; marketplace: string; signingKey: { privateKey: string; jwe: string } };
}

export interface SimulatorOptions {
	port?: number;
	seed?: number;
	latency?: number;
	/** Items of Crux Connect, of four SKUs each; 250 and more. */
	items?: number;
}

/** A running simulator. */
export interface Simulator {
	address: string;
	urls: Record<ServiceName, string>;
	demo: Demo;
	state: SimulatorState;
	calls: Call[];
	reset(): void;
	expireTokens(service?: ServiceName): void;
	fault(rule: FaultRule): ActiveFault;
	clearFaults(): void;
	close(): Promise<void>;
}

/** A fault that was set: how often it has struck, and how to take it back. */
export interface ActiveFault {
	readonly rule: FaultRule;
	readonly struck: number;
	clear(): void;
}
