import type { Answer } from '../types';
import { failed } from './errors';
import { progressOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayOrder } from './ordersSeed';

export type OrderFilter = (order: EbayOrder) => boolean;

const YEARS = 2;
const STATUSES = ['NOT_STARTED', 'IN_PROGRESS', 'FULFILLED'];
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const WINDOW = 90 * DAY;

const instant = (text: string): number => (DATE.test(text) ? Date.parse(text) : Number.NaN);

interface Range {
	from: number;
	to: number;
}

function readRange(name: string, value: string, now: number): Range | { refusal: Answer } {
	const [, start, end] = /^\[([^\]]*?)\.\.([^\]]*)\]$/.exec(value) ?? [];
	if (start === undefined) return { refusal: failed(400, 30800, { fieldvalue: value, fieldname: name }) };
	if (start === '') return { refusal: failed(400, 30820) };
	const [from, to] = [instant(start), end === '' ? now : instant(end)];
	if (Number.isNaN(from) || Number.isNaN(to)) return { refusal: failed(400, 30810) };
	if (from > now || to > now) return { refusal: failed(400, 30850) };
	if (from > to) return { refusal: failed(400, 30840) };
	return to - from > YEARS * 366 * DAY ? { refusal: failed(400, 30830, { allowedTime: String(YEARS) }) } : { from, to };
}

function readStatuses(name: string, value: string): string[] | { refusal: Answer } {
	const statuses = /^\{([^}]*)\}$/.exec(value)?.[1].split('|') ?? [];
	const isKnown = statuses.length > 0 && statuses.every((status) => STATUSES.includes(status));
	return isKnown ? statuses : { refusal: failed(400, 30800, { fieldvalue: value, fieldname: name }) };
}

interface Criteria {
	creationdate?: Range;
	lastmodifieddate?: Range;
	statuses?: string[];
}

function readCriteria(text: string, now: number): Criteria | { refusal: Answer } {
	const criteria: Criteria = {};
	// a comma stands between criteria, never within one
	for (const part of text.split(',')) {
		const [, name, value] = /^(\w+):(.*)$/.exec(part) ?? [];
		if (name === 'creationdate' || name === 'lastmodifieddate') {
			const range = readRange(name, value, now);
			if ('refusal' in range) return range;
			criteria[name] = range;
		} else if (name === 'orderfulfillmentstatus') {
			const statuses = readStatuses(name, value);
			if ('refusal' in statuses) return statuses;
			criteria.statuses = statuses;
		} else return { refusal: failed(400, 30700, { fieldname: name ?? part }) };
	}
	return criteria;
}

/** The orders that a filter lets through: without dates those of the last 90 days; of both dates only that of creation counts. */
export function readFilter(text: string | undefined, now: number): OrderFilter | { refusal: Answer } {
	const criteria = text === undefined ? {} : readCriteria(text, now);
	if ('refusal' in criteria) return criteria;
	const { creationdate: created, lastmodifieddate: modified, statuses } = criteria;
	const range = created ?? modified ?? { from: now - WINDOW, to: now };
	const isByChange = !created && modified !== undefined;
	return ({ createdAt, modifiedAt, lines }) => {
		const at = isByChange ? modifiedAt : createdAt;
		return at >= range.from && at <= range.to && (!statuses || statuses.includes(progressOf(lines)));
	};
}
