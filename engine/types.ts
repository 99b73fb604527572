import type { IDataObject, IExecuteFunctions, ILoadOptionsFunctions, INodeProperties } from 'n8n-workflow';

/** What a call changes. Everything but `read` is a write. */
export type Effect = 'read' | 'create' | 'update' | 'delete';

/**
 * What a second sending of the same request does: `absolute` sets a state, so it is harmless;
 * `keyed` is refused by the service with one of the codes named (an HTTP status or the API's own code), which says that
 * the first one did it; `never` acts a second time.
 */
export type Repeat = 'absolute' | 'never' | { keyed: ReadonlyArray<number | string> };

/**
 * Where a value stands in the request; body names are dot paths. `also` sends it under further names, for pages that
 * contradict themselves; `nameFrom` takes the member's name from another field's value.
 */
export type Place =
	| { in: 'path' | 'query' | 'header'; name: string }
	| { in: 'body'; name: string; also?: readonly string[] }
	| { in: 'body'; nameFrom: string; names: readonly string[] }
	| { in: 'none' };

/** The values of one item, by parameter name. */
export type Values = Record<string, unknown>;

/** What a field may know while it is read. */
export interface Reading {
	/** Values of the fields read before, in the order of the row. */
	values: Values;
	/** The workflow's time zone, for dates without one. */
	timezone: string;
	/** Chosen API version, where the API has several. */
	version?: string;
}

/** The n8n control of a field; name, displayOptions and required are stamped by the engine. */
export type Control = Omit<INodeProperties, 'name' | 'displayOptions' | 'required'>;

export interface Field<V = unknown> {
	control: Control;
	place: Place;
	/** Refused before any request when nothing is given. */
	required: boolean;
	/** Turns what the user gave into a checked value; `undefined` when nothing was given. Throws FieldProblem. */
	read: (raw: unknown, reading: Reading) => V | undefined;
	/** Members of a collection control: each stands where its own place says. */
	members?: Fields;
	/** A collection that needs at least one of its members. */
	atLeastOne?: boolean;
	/** The only API version that knows this field. */
	version?: string;
	picker?: Picker;
}

export type Fields = Record<string, Field>;

/** How a list answer is cut into records and asked for page by page. */
export interface List {
	/** Member that holds the records; a bare array answer is taken as it is. */
	items: string;
	/** Members that name a record, first present wins: a page that brings no new one ends the reading. */
	id: readonly string[];
	paging?: Paging;
}

/** A start (offset in records) and a limit in the query or in the body, answered with a total or a next start. */
export interface Paging {
	in: 'query' | 'body';
	/** The API's name of the start. */
	start: 'start' | 'offset';
	/** Largest page the API allows; asked for when all records are wanted. */
	max: number;
	/** Dot path of the total in the answer. */
	total: string;
	/** Dot path of the next start in the answer, null or absent at the end. */
	next?: string;
	/** Every page must have the same size, as a start must be a multiple of it. */
	even?: boolean;
	/** The API gives no record beyond so many. */
	most?: number;
	/** The only API version that pages; others answer everything at once. */
	version?: string;
}

/** A live list behind a "From list" mode. */
export interface Picker {
	/** Name of the listSearch method, unique in the node. */
	name: string;
	route: string;
	list: List;
	/** Fixed request body members. */
	body?: IDataObject;
	label: (record: IDataObject) => string;
	value: readonly string[];
	/** Parameter that must be chosen before, by the name it has in the route. */
	parent?: { parameter: string; label: string; thing: string };
	tokens?: readonly string[];
}

/** Many items in one call, which answers for each of them in the order they were sent. */
export interface Gather {
	/** Most items in one call. */
	max: number;
	/** Member of the body that holds the items; without it they are the body. */
	into?: string;
	/** Member of the answer that holds the results; without it they are the answer. */
	results?: string;
	/** Member of a result that holds its HTTP status. */
	status: string;
}

/** One way to hand an answer on; the first one of a row is the default. */
export interface Output {
	value: string;
	name: string;
	description: string;
	/** Dot path of a list in the answer: one item per entry. */
	split?: string;
	/** Replaces the answer. */
	replace?: (values: Values) => IDataObject;
}

/** Output name → dot paths in the answer, first present wins; `each` goes into a list. */
export type Simplify = { [name: string]: string | { from: string; each: Simplify } };

export interface Operation {
	value: string;
	name: string;
	action: string;
	description: string;
	/** `METHOD /path/{parameter}`, each parameter a field of the row. */
	route: string;
	effect: Effect;
	repeat: Repeat;
	fields: Fields;
	/** At least one of these is needed; members of a collection by dot path. */
	anyOf?: readonly string[];
	/** Host of this operation where the API has several. */
	host?: string;
	/** The first API version that has it; others are refused before sending. */
	since?: string;
	/** Kinds of token it accepts, best first. */
	tokens?: readonly string[];
	list?: List;
	gather?: Gather;
	simplify?: Simplify;
	outputs?: readonly Output[];
	/** Members put before the answer's own ones. */
	echo?: (values: Values) => IDataObject;
	/** Members put over the answer's own ones, where the documentation knows better than an answer it does not name. */
	always?: IDataObject;
	/** The item for an answer without content. */
	empty?: IDataObject;
	/** Fields whose equal values must not be written at the same time. [] = all of this operation. */
	lane?: readonly string[];
	/** The 2xx answer may carry `warnings`. */
	warnings?: boolean;
	/** Sentences for a status or a code of the API: what it means and what to do. */
	meanings?: Meanings;
	/** Shown with the description: this operation is not for everyone. */
	status?: 'limited' | 'internal' | 'retired';
}

export type Meanings = Record<string | number, string>;

export interface Resource {
	name: string;
	value: string;
	operations: readonly Operation[];
}

/** What the service says about a refused call, in its own words. */
export interface Problem {
	message?: string;
	description?: string;
	code?: string;
	parameters?: IDataObject;
}

export interface ApiVersion {
	name: string;
	value: string;
	/** Put before every path. */
	prefix: string;
	description: string;
}

export interface Api {
	/** Name of the service as people know it. */
	name: string;
	/** Name of the credential type. */
	credential: string;
	/** Credential fields that must never be seen. */
	secrets: readonly string[];
	/** Host used by rows that name none. */
	host: string;
	versions?: readonly ApiVersion[];
	/** Base address for a host under this credential, without a slash at the end. Throws FieldProblem. */
	address: (credentials: IDataObject, host: string) => string;
	/** Headers of every request. */
	headers?: (credentials: IDataObject) => Record<string, string>;
	/** Kinds of token this credential can give. */
	kinds?: (credentials: IDataObject) => string[];
	/** Tells `authenticate` which kind is wanted; removed there. */
	kindHeader?: string;
	/** What to do when the credential cannot give the kind of token. */
	kindHelp?: (wanted: readonly string[]) => string;
	/** What a JSON error says; errors in plain text speak for themselves. */
	problem: (body: IDataObject) => Problem;
	meanings: Meanings;
	/** Codes that say for sure that nothing was done, whatever the status. */
	notDone?: readonly string[];
}

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	url: string;
	headers: Record<string, string>;
	body?: string;
	timeout: number;
}

/** A JSON answer with a 2xx status. */
export interface Answer {
	statusCode: number;
	body: unknown;
	/** Our own second sending was refused because the first had done it: there is no answer to hand on. */
	repeated?: boolean;
}

/** Whether a failed call changed something: said in every failed item as `details.outcome`. */
export type Outcome = 'not sent' | 'not done' | 'unknown' | 'done';

export interface Failure {
	message: string;
	description: string;
	/** HTTP status, or the code of a network fault. */
	statusCode?: number | string;
	code?: string;
	parameters?: IDataObject;
	outcome: Outcome;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** The n8n contexts that can send a request. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions;
