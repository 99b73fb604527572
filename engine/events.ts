import type { IDataObject } from 'n8n-workflow';
import type { Fields } from './fieldTypes';
import type { Operation } from './types';
import type { List, Simplify, Values } from './variations';

/** One thing that a trigger can wait for: a row of its table. */
export interface TriggerEvent {
	value: string;
	name: string;
	description: string;
	/** The read of the node's table that shows it; its route, paging, token kinds and sentences for failures count. */
	reads: Operation;
	/** How its answer is cut into records, where the read itself is not of a list. */
	list?: List;
	/** Filters, in their places of the request. */
	fields: Fields;
	/** Members of the request's body that no field gives, by dot path. */
	body?: IDataObject;
	window?: Window;
	/** The things in a record that are watched, where the record itself is none. */
	entries?: (record: IDataObject) => IDataObject[];
	/** Only these are of interest: one that becomes so is new, one that is so no longer is forgotten. */
	only?: (entry: IDataObject, values: Values) => boolean;
	/** Members that name an entry, all of them together; alternatives parted by |. */
	key: readonly string[];
	/** Member that says when, to hand entries on in order. */
	time?: string;
	/** What makes a change, by the name that is handed on; without it only new entries are told of. */
	watches?: Simplify;
	/** The members handed on when Simplify is on, where they are not those of the read. */
	simplify?: Simplify;
	/** What to do when there is too much to watch. */
	narrow: string;
	/** The first API version that has it, or the last one. */
	since?: string;
	until?: string;
}

/** What a list can be narrowed to, so that not everything is read at each poll. */
export interface Window {
	/**
	 * `newest`: from the newest record seen, less the `overlap`, for lists of what is new. `lookBack`: from so many days
	 * ago as the user says, for lists whose records change later.
	 */
	by: 'newest' | 'lookBack';
	/** Of a look back, unless the user says otherwise. */
	days?: number;
	/** Member that holds the time the list is narrowed by. */
	time: string;
	/** Minutes by which records may come late, or clocks differ. */
	overlap?: number;
	in: 'body' | 'query';
	/** The members of the request that say so, by dot path. */
	write: (from: Date, version?: string) => IDataObject;
}

/** What the user chose for a trigger. */
export interface Watching {
	event: TriggerEvent;
	values: Values;
	version?: string;
	simplify: boolean;
	includeNew: boolean;
	/** Days. */
	lookBack: number;
}
