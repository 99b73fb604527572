import type { IDataObject } from 'n8n-workflow';
import type { Values } from './fieldTypes';
import type { Operation } from './types';

/** A read that comes before all writes of several steps. */
export interface StepRead {
	/** Under which name what it finds is known. */
	name: string;
	/** GET route with what is known so far: the values of the row, and what the reads before it have found. */
	route: string;
	query?: (known: Values) => IDataObject;
	/** What the answer shows, where that is not the answer itself. */
	find?: (answer: unknown, known: Values) => unknown;
	/** Statuses that say that nothing can be seen: then the answer is undefined. */
	none?: readonly number[];
	/** Whether it is asked at all. */
	when?: (known: Values) => boolean;
	/** It is asked once for all items of a run that ask alike. */
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
