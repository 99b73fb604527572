import { DateTime } from 'luxon';
import { shown } from './checks';
import { isObject } from './json';
import { FieldProblem } from './problem';
import type { Day } from './types';

/**
 * A moment from what n8n hands over: ISO text, a Luxon or JavaScript date, milliseconds. Text without a zone is read
 * in the workflow's zone.
 * @throws FieldProblem
 */
export const toUtc = (raw: unknown, zone: string): Date => toMoment(raw, zone).toJSDate();

/** The day that a moment falls on in the workflow's zone, or that stands there as answers give it. @throws FieldProblem */
export function toDay(raw: unknown, zone: string): Day {
	const { year, month, day } = toMoment(dayText(raw), zone).setZone(zone);
	return { year, month, day };
}

/** A day of year, month and day as people and sheets write it; anything else as it is. */
export function dayText(value: unknown): unknown {
	// own members only: a Luxon date has these, too, in a zone of its own
	const { year, month, day } = { ...(isObject(value) ? value : {}) } as Partial<Day>;
	if (![year, month, day].every(Number.isInteger)) return value;
	const date = DateTime.fromObject({ year, month, day }, { zone: 'utc' });
	return date.isValid ? date.toISODate() : value;
}

function toMoment(raw: unknown, zone: string): DateTime {
	const moment =
		raw instanceof Date ? DateTime.fromJSDate(raw)
		: typeof raw === 'number' ? DateTime.fromMillis(raw)
		: typeof raw === 'string' ? fromText(raw.trim(), zone)
		: DateTime.fromISO(String((raw as { toISO?: () => string }).toISO?.() ?? ''));
	if (!moment.isValid) throw new FieldProblem(`is not a date: ${shown(raw)}`, 'Write it like 2026-11-22T08:30:00.');
	return moment;
}

function fromText(text: string, zone: string): DateTime {
	const iso = DateTime.fromISO(text, { zone });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
}

/** Seconds since 1970 have fewer digits than milliseconds. */
const FIRST_MILLISECONDS = 1e11;

/** The time that an answer gives, in milliseconds: text, in UTC when it names no zone, or a number of seconds or milliseconds; -Infinity for none. */
export function timeOf(value: unknown): number {
	const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	if (typeof number === 'number') return number < FIRST_MILLISECONDS ? number * 1000 : number;
	const moment = typeof value === 'string' ? fromText(value.trim(), 'utc') : undefined;
	return moment?.isValid ? moment.toMillis() : -Infinity;
}
