import type { IDataObject } from 'n8n-workflow';
import type { HttpRequest } from './callTypes';
import type { Fields } from './fieldTypes';
import type { Compare, Effect, Embedded, Encoding, Gather, Job, List, LookUp, Mask, Merge, Output, Parts, Repeat, Rule, Simplify, Values } from './variations';

export type * from './callTypes';
export type * from './fieldTypes';
export type * from './variations';

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
	/** Query parameters that every call of the row has, such as the one that tells two rows of one route apart. */
	fixed?: Record<string, string>;
	mask?: Mask;
	/** Nothing is sent: the address itself is handed on under this name, for a person to open. */
	link?: string;
	/** At least one of these is needed; members of a collection by dot path. */
	anyOf?: readonly string[];
	/** Exactly one of these is needed. */
	oneOf?: readonly string[];
	/** Numbers of which one must be more than 0: left as they are, they would say nothing. */
	notAllZero?: readonly string[];
	/** What a choice asks for, and what does not go with it. */
	rules?: readonly Rule[];
	/** A field that is of use only with another one. */
	goesWith?: Readonly<Record<string, string>>;
	/** Host of this operation where the API has several. */
	host?: string;
	/** The first API version that has it, or the last one; others do not offer it and refuse it before sending. */
	since?: string;
	until?: string;
	/** How the body is written, when not as JSON. */
	encoding?: Encoding;
	/** The body can also be given as one JSON text; this is an example of it. */
	bodyExample?: string;
	/** The request carries a digital signature where the credential has a key. */
	sign?: boolean;
	/** Kinds of token it accepts, best first. */
	tokens?: readonly string[];
	/** It is asked without signing in. */
	open?: true;
	list?: List;
	gather?: Gather;
	lookUp?: LookUp;
	compare?: readonly Compare[];
	merge?: Merge;
	job?: Job;
	/** It asks several routes, none of which it stands for; its own route is the first of them. */
	parts?: Parts;
	/** It carries out several rows one after the other, and stands for none of their routes; its own is that of the first write. */
	steps?: Steps;
	/** The answer is a file, not JSON; `gunzip` unpacks it when it is packed. */
	binary?: { gunzip?: boolean };
	/** Dot path, or several with bars between, of the link to a picture in the answer, which can be handed on as a file. */
	picture?: string;
	embedded?: Embedded;
	/** Name under which the ID at the end of the Location header is handed on. */
	location?: string;
	simplify?: Simplify;
	/** Secrets of the answer, by the names of their members: never handed on, at any depth. */
	omit?: readonly string[];
	outputs?: readonly Output[];
	/** Members put before the answer's own ones. */
	echo?: (values: Values) => IDataObject;
	/** Members put over the answer's own ones, where the documentation knows better than an answer it does not name. */
	always?: IDataObject;
	/** The item for an answer without content. */
	empty?: IDataObject;
	/** Fields whose equal values must not be written at the same time. [] = all of this operation. */
	lane?: readonly string[];
	/** Most items of one lane that a run may write, and why. */
	laneMost?: { most: number; why: string };
	/** The 2xx answer may carry `warnings`. */
	warnings?: boolean;
	/** Sentences for a status or a code of the API: what it means and what to do. */
	meanings?: Meanings;
	/** Shown with the description: this operation is not for everyone. AI agents get neither `internal` nor `hidden` ones. */
	status?: 'limited' | 'internal' | 'hidden' | 'retired' | 'partial';
	/** A call of the user's own, which stands in no contract. */
	own?: true;
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

/** One of several ways to sign in, chosen in the node. */
export interface SignIn {
	name: string;
	value: string;
	description: string;
	/** What stands over the API's own under this way. */
	as: Partial<Pick<Api, 'credential' | 'secrets' | 'kinds' | 'kindHelp' | 'meanings' | 'oAuth2' | 'renewOn'>>;
}

export interface Api {
	/** Name of the service as people know it. */
	name: string;
	/** Name of the credential type. */
	credential: string;
	/** Ways to sign in where there are several, the usual one first. */
	signIns?: readonly SignIn[];
	/** n8n's own OAuth2 signs the requests and renews the token, whatever their host. */
	oAuth2?: boolean;
	/** Statuses after which n8n's OAuth2 renews a token that may have expired; 401 unless others are named. */
	renewOn?: number[];
	/** Credential fields that must never be seen; members of one by dot path. */
	secrets: readonly string[];
	/** Host used by rows that name none, and all hosts where there are several. */
	host: string;
	hosts?: readonly string[];
	/** Kinds of token by name, where a user can choose. */
	tokenNames?: Record<string, string>;
	versions?: readonly ApiVersion[];
	/** Base address for a host under this credential, without a slash at the end. Throws FieldProblem. */
	address: (credentials: IDataObject, host: string) => string;
	/** Headers of every request, or of those whose path has them. */
	headers?: (credentials: IDataObject, path?: string) => Record<string, string>;
	/** Kinds of token this credential can give. */
	kinds?: (credentials: IDataObject) => string[];
	/** Headers that tell `authenticate` which kind is wanted, and that the request is to be signed; removed there. */
	kindHeader?: string;
	signHeader?: string;
	/** What to do when the credential cannot give the kind of token. */
	kindHelp?: (wanted: readonly string[]) => string;
	/** What a JSON error says, of the request that it answers; errors in plain text speak for themselves. */
	problem: (body: IDataObject, request?: HttpRequest) => Problem;
	meanings: Meanings;
	/** Codes that say for sure that nothing was done, whatever the status. */
	notDone?: readonly string[];
	/** A word of a list that says that nothing was said: the service gives it, nobody may send it. */
	zeroWord?: RegExp;
	/** Hosts of links in answers that may be fetched, as they end. */
	fileHosts?: readonly string[];
}

/** A read that comes before all writes of several steps. */
export interface StepRead {
	/** Under which name what it finds is known. */
	name: string;
	/** GET route with what is known so far: the values of the row, and what the reads before it have found. */
	route: string;
	query?: (known: Values) => IDataObject;
	/** Headers beside those that the API always has. */
	headers?: (known: Values) => Record<string, string>;
	/** Kinds of token of which it needs one, where those are not the row's. */
	tokens?: readonly string[];
	/** What the answer shows, where that is not the answer itself; what is shared shows the same to all items. */
	find?: (answer: unknown, known: Values) => unknown;
	/** Statuses that say that nothing can be seen: then it shows undefined. */
	none?: readonly number[];
	/** Whether it is asked at all. */
	when?: (known: Values) => boolean;
	/** It is asked once for all items of a run that ask alike, and only what it shows is remembered. */
	shared?: true;
}

/** One write of several: a row of its own, with the promises that this row has. */
export interface Step {
	/** Name under which is told what it did, and under which additional body fields stand. */
	name: string;
	/** The read that shows its record. */
	there: string;
	/** The row that makes the record, and the one that changes it where that is another one. */
	make: Operation;
	change?: Operation;
	/** Whether the record shows that nothing is left to do. */
	done?: (record: IDataObject) => boolean;
	/** The values of that row. */
	values: (known: Values) => Values;
	/** What is handed on, and known to the steps after it: name → dot paths in the answer or the record. */
	gives: Readonly<Record<string, string>>;
	/** What is said of it when it is done, where that is neither 'created' nor 'updated'. */
	word?: string;
}

/** What stands in the way of a later step: the parameter, what is wrong with it, what to do. */
export interface Obstacle {
	/** Members of a collection by dot path. */
	field: string;
	/** Goes on after the name of the parameter; parameters with the same problem are told together. */
	problem: string;
	help: string;
}

/**
 * Several writes that lead to one end. What is there is read first, and nothing is written while something stands in the
 * way; a step that would change nothing is left out, so that the same call repairs what an earlier one has left.
 */
export interface Steps {
	reads: readonly StepRead[];
	writes: readonly Step[];
	/** What stands in the way, by what is known and by the body that each step would send. */
	obstacles: (bodies: Readonly<Record<string, IDataObject>>, known: Values) => Obstacle[];
}
