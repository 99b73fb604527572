import { DateTime } from 'luxon';
import { shown } from './checks';
import { FieldProblem } from './problem';
import type { Day } from './types';

/**
 * A moment from what n8n hands over: ISO text, a Luxon or JavaScript date, milliseconds. Text without a zone is read
 * in the workflow's zone.
 * @throws FieldProblem
 */
export const toUtc = (raw: unknown, zone: string): Date => toMoment(raw, zone).toJSDate();

/** The day that a moment falls on in the workflow's zone. @throws FieldProblem */
export function toDay(raw: unknown, zone: string): Day {
	const { year, month, day } = toMoment(raw, zone).setZone(zone);
	return { year, month, day };
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
