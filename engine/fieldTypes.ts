import type { IDataObject, INodeProperties, ResourceMapperField } from 'n8n-workflow';
import type { List, Values } from './variations';

/**
 * Where a value stands in the request; body names are dot paths, the empty name is the whole body. `also` sends it under
 * further names, for pages that contradict themselves; `nameFrom` takes the member's name from another field's value.
 */
export type Place =
	| { in: 'path' | 'query' | 'header'; name: string }
	| { in: 'body'; name: string; also?: readonly string[] }
	| { in: 'body'; nameFrom: string; names: readonly string[] }
	| { in: 'method' | 'host' | 'token' | 'none' };

/** A day without a time, as some services write it. */
export interface Day {
	year: number;
	month: number;
	day: number;
}

/** A file of an input item. */
export interface FileContent {
	fileName: string;
	mimeType: string;
	/** Bytes; undefined when the item does not say. */
	size?: number;
	/** Its place in n8n's store, or its bytes in Base64. */
	id?: string;
	data: string;
}

/** What a field may know while it is read. */
export interface Reading {
	/** Values of the fields read before, in the order of the row. */
	values: Values;
	/** The workflow's time zone, for dates without one. */
	timezone: string;
	/** Chosen API version, where the API has several. */
	version?: string;
	credentials: IDataObject;
	/** The file of an input item by its name there; throws when there is none. */
	file: (name: string) => FileContent;
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
	/** Members of a control whose `read` makes one value of them. */
	inner?: Fields;
	/** A collection that needs at least one of its members. */
	atLeastOne?: boolean;
	/** Its value is never shown: not in failures, not by Dry Run. */
	secret?: true;
	/** The only API version that knows this field. */
	version?: string;
	picker?: Picker;
	mapper?: Mapper;
	/** Parameters that its value depends on, beside its own. */
	looksAt?: readonly string[];
}

export type Fields = Record<string, Field>;

/** A live list behind a "From list" mode. */
export interface Picker {
	/** Name of the listSearch method, unique in the node. */
	name: string;
	route: string;
	host?: string;
	list: List;
	/** Fixed request body members. */
	body?: IDataObject;
	/** What is asked before it, for its route. */
	before?: readonly Asking[];
	/** Query parameters, by the credential, what was asked before, and the parameters that it looks at; one that has no value yet is undefined. */
	query?: Asking['query'];
	looksAt?: readonly string[];
	/** The query parameter that takes what the user types, the parameter that stands for it while nothing is typed, and what is said where both are empty. */
	searchBy?: { query: string; or: string; none: string };
	/** Member of the body that takes what the user types: the service searches, nothing is filtered here. */
	search?: string;
	label: (record: IDataObject) => string;
	value: readonly string[];
	/** Parameter that must be chosen before, by the name it has in the route. */
	parent?: Parent;
	tokens?: readonly string[];
}

/** A parameter that must be chosen before: its name, its label, and what it is in words. */
export interface Parent {
	parameter: string;
	label: string;
	thing: string;
}

/** One read of several: each may use what the ones before gave, the credential, and parameters of the form. */
export interface Asking {
	route: string;
	query: (known: IDataObject, chosen: Values) => IDataObject;
	/** Member of the answer that is known to those after it. */
	gives?: string;
}

/** A form whose fields come from the API: steps that each may use what the ones before gave, and how the last answer becomes fields. */
export interface Mapper {
	/** Name of the resourceMapping method, unique in the node. */
	name: string;
	parent: Parent;
	tokens?: readonly string[];
	steps: readonly Asking[];
	looksAt?: readonly string[];
	fields: (answer: IDataObject) => ResourceMapperField[];
}
