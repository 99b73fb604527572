import type { IBinaryKeyData, IDataObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import type { FileContent } from './fieldTypes';

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
	method: Method;
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** Parts of a multipart body, the one file of a raw one, or the files that go into a JSON body; opened anew for each try. */
	parts?: Array<[string, FileContent | string]>;
	timeout: number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer with a 2xx status: JSON, or a file. */
export interface Answer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
	file?: IBinaryKeyData[string];
	/** Our own second sending was refused, or not needed, because the first had done it: there is no answer to hand on. */
	repeated?: boolean;
}

/** What an item gives to the next node. */
export interface Item {
	json: IDataObject;
	binary?: IBinaryKeyData;
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
	/** What the steps before the failed one have done. */
	steps?: IDataObject;
	outcome: Outcome;
	/** Milliseconds that the service asks to wait. */
	retryAfter?: number;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** The n8n contexts that can send a request. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** What is sent alone or together with others: an input item, or a row of a table that stands in a parameter of it. */
export interface Unit {
	item: number;
	row?: TableRow;
	/** Its table cannot be read. */
	refused?: Failure;
}

interface TableRow {
	/** From 1, the header left out. */
	number: number;
	columns: IDataObject;
}

/** A stream of n8n's helpers. */
export type Stream = Extract<Parameters<IExecuteFunctions['helpers']['prepareBinaryData']>[0], { pipe: unknown }>;
