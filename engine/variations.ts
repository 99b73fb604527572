import type { IDataObject } from 'n8n-workflow';

/** The values of one item, by parameter name. */
export type Values = Record<string, unknown>;

/** What a call changes. Everything but `read` is a write. */
export type Effect = 'read' | 'create' | 'update' | 'delete';

/**
 * What a second sending of the same request does: `absolute` sets a state, so it is harmless;
 * `keyed` is refused by the service with one of the codes named (an HTTP status or the API's own code), which says that
 * the first one did it; `verify` acts a second time, but a read tells whether the first one did it; `never` acts a
 * second time.
 */
export type Repeat = 'absolute' | 'never' | { keyed: ReadonlyArray<number | string> } | { verify: Verify };

/** The read that tells whether a write was done: a GET, or a search with this body, and what its answer must hold. */
export interface Verify {
	route: string;
	/** Members of the search by dot path. */
	body?: (values: Values) => IDataObject;
	/** Undefined when the values do not tell one write from another. */
	holds: (answer: unknown, values: Values) => boolean | undefined;
	/** What the answer shows of a write that was done, such as the ID that its own answer would have given. */
	gives?: (answer: unknown, values: Values) => IDataObject;
	/** Statuses that say that there is nothing to be seen: then the answer is undefined. */
	none?: readonly number[];
}

/** What a choice asks for, and what does not go with it; fields, or members of a collection by dot path. */
export interface Rule {
	/** The field, and the value of it. */
	when: readonly [field: string, value: string];
	needs?: readonly string[];
	bars?: readonly string[];
}

/** How a list answer is cut into records and asked for page by page. */
export interface List {
	/** Member that holds the records; a bare array answer is taken as it is. */
	items: string;
	/** The answer is one record. */
	single?: true;
	/** That member holds several lists by name, which are read as one. */
	grouped?: true;
	/** Members that name a record, first present wins: a page that brings no new one ends the reading. */
	id: readonly string[];
	paging?: Paging;
}

/**
 * How a list is asked for page by page. `records`: the start is a number of records; `pages`: a page number from 1;
 * `cursor`: a text that the answer before gave; without `by` the size can be asked for, but there is one page only.
 */
export interface Paging {
	in: 'query' | 'body';
	by?: 'records' | 'pages' | 'cursor';
	/** The API's name of the size, and of the start, page number or cursor; dot paths in the body. */
	limit: string;
	at?: string;
	/** Further names under which both are sent, for pages that contradict themselves. */
	also?: { limit: string; at: string };
	/** Largest page the API allows, asked for when all records are wanted, and the smallest one. */
	max: number;
	min?: number;
	/** Dot path of the total in the answer. */
	total?: string;
	/** Dot path of the next start or cursor in the answer, absent or null at the end; `link` names the query parameter to take it from. */
	next?: string;
	link?: string;
	/** Every page must have the same size, as a start must be a multiple of it. */
	even?: boolean;
	/** The API gives no record beyond so many. */
	most?: number;
	/** The only API version that pages; others answer everything at once. */
	version?: string;
}

/** Many items in one call. */
export interface Gather {
	/** Most items in one call; of a `union`, most entries. */
	max: number;
	/** Member of the body that holds the items; without it they are the body. */
	into?: string;
	/** Members of the body that stand beside the list; items of one call have the same. */
	shared?: readonly string[];
	/** The items' lists of this member become one list, and the answer is everyone's. */
	union?: true;
	/** The elements can also come from one parameter, as a list in JSON or a CSV text whose columns have the API's names; an example of that text. */
	table?: string;
	/** Member of the answer that holds the results; without it they are the answer. They stand in the order they were sent. */
	results?: string;
	/** Dot path that results and sent elements share; results are matched by it instead of their order, several for one item are joined. */
	key?: string;
	/** Member of a result that holds its HTTP status. */
	status?: string;
	/** Members of a result that hold the success and the failure, where there is no status. */
	either?: { success: string; failure: string };
	/** Each item is handed on as a row: the columns of the input, what became of it, and these columns with the values of fields, good or bad. */
	rows?: Readonly<Record<string, string>>;
	/** Each result is an object whose member is named by the `key` and holds a word: under which name the word is handed on, and which words mean that the element failed. */
	words?: { name: string; failed: RegExp };
}

/**
 * A read that completes a row before it is sent: what is found fills a field that was left empty. It is asked only where
 * one of the fields that need it is given.
 */
export interface LookUp {
	/** GET route with values of the row. */
	route: string;
	/** The field that is filled, and the member of what is found that goes into it. */
	fills: string;
	with: string;
	/** Fields that need it, members of a collection by dot path; without it the row always does. */
	for?: readonly string[];
	/** The record that the values mean. Throws FieldProblem, in words for the user, when there is none, or more than one. */
	find: (answer: unknown, values: Values) => IDataObject;
	/** Whether what is found shows that there is nothing left to do: then nothing is sent. */
	already?: (found: IDataObject) => boolean;
	/** Statuses that say that there is nothing: then the answer is undefined. */
	none?: readonly number[];
}

/** A read of what is there already: a row whose values are all the same is not sent (Compare First). */
export interface Compare {
	/** GET route with values of the row, and those that were looked up. */
	route: string;
	/** The record in the answer, where it is not the answer itself. */
	find?: (answer: unknown, values: Values) => IDataObject | undefined;
	/** Where the record holds the value of each field; members of a collection by dot path. */
	same: Readonly<Record<string, string>>;
}

/** A PUT that replaces the whole record: what the user does not give is read first and sent along. */
export interface Merge {
	/** GET route of the record, with the parameters of the row. */
	route: string;
	/** Member of the answer that holds the record, and member of the body it goes into. */
	from?: string;
	into?: string;
	/** Members that the service gives but does not take. */
	omit?: readonly string[];
	/** There may be no such record yet. */
	mayBeNew?: true;
}

/** An update that names what it changes: the names of the members given stand in a list beside them. */
export interface Mask {
	/** Members of the body that hold the values and the list of names; dot paths. */
	of: string;
	into: string;
	/** What is sent for members that are not given, where the service wants all of them; the list leaves them out. */
	rest?: IDataObject;
}

/** Work that the service does after its answer: asked about until it is done, then its result is fetched. */
export interface Job {
	/** Dot path of the job's ID in the answer. */
	id: string;
	/** GET route that tells how far it is; `{job}` is the ID. */
	route: string;
	/** API version whose path the route has, where only one has it. */
	version?: string;
	status: string;
	done: readonly string[];
	/** Words of a status that mean that it will never be done. */
	failed: RegExp;
	/** Dot path of the link to the finished file, fetched without a credential. */
	link: string;
}

/** One row of what several reads tell. */
export interface PartRow {
	/** What it is about. */
	check: string;
	status: 'OK' | 'Attention' | 'Failed';
	result: string;
	/** What to do about it. */
	whatToDo: string;
}

/** One of several reads: a GET of its own. */
export interface Part {
	name: string;
	route: string;
	host?: string;
	/** Kinds of token it accepts, best first. */
	tokens: readonly string[];
	query?: (credentials: IDataObject, values: Values) => IDataObject;
	/** What its answer says; a status of its own where something is missing. */
	tell: (answer: unknown) => Partial<Omit<PartRow, 'check'>>;
}

/** Several reads that together answer one question, one row each, and what is known without asking. */
export interface Parts {
	reads: readonly Part[];
	/** Rows that stand before the others; told after the reads, when the credential has signed in. */
	facts: (credentials: IDataObject, values: Values) => PartRow[];
}

/** One way to hand an answer on; the first one of a row is the default. */
export interface Output {
	value: string;
	name: string;
	description: string;
	/** Dot path of a list in the answer: one item per entry. */
	split?: string;
	rows?: Rows;
	/** Secrets of the answer, by the names of their members: left out, at any depth. */
	omit?: readonly string[];
	/** Replaces the answer. */
	replace?: (values: Values) => IDataObject;
}

/**
 * Records as rows of a table: one item per entry of a list in the record. Every row has every column, null where nothing
 * stands; a record without entries gives one row nevertheless, unless the record alone says nothing.
 */
export interface Rows {
	/** Dot path of the list. */
	from: string;
	/** Columns of the record, the same in each of its rows, and of the entry. */
	record: Columns;
	entry: Columns;
	/** A record without entries gives no row. */
	entriesOnly?: true;
}

/** A day that the answer gives as year, month and day, as one text such as 2026-11-22; what is no such day stays as it is. */
export type DayColumn = { from: string; as: 'day' };

/** Column name → dot paths, first present wins; `each` writes this member of all entries of a list into one text. */
export type Columns = { [name: string]: string | DayColumn | { from: string; each: string } };

/** Output name → dot paths in the answer, first present wins; `each` goes into a list. */
export type Simplify = { [name: string]: string | DayColumn | { from: string; each: Simplify } };

/** How a body is written; `base64` is JSON in which the file stands as a text. */
export type Encoding = 'json' | 'form' | 'multipart' | 'raw' | 'base64';

/** Files that stand in an answer as Base64: each becomes an item with its other members and the file. */
export interface Embedded {
	/** Dot path of the list in the answer; members that hold the file and its name. */
	items: string;
	data: string;
	name: string;
	/** Further members that are left out, such as smaller copies. */
	drop?: readonly string[];
}
