import type { NodeOperationError } from 'n8n-workflow';
import { MemberProblem } from './members';
import { FieldProblem } from './problem';
import type { Failure, Result, Unit } from './types';

/** Where something is wrong; a trigger has no items. */
export const at = (unit?: Unit): string => (!unit ? '' : unit.row ? ` [item ${unit.item}, row ${unit.row.number}]` : ` [item ${unit.item}]`);

/** Runs a check and says its problem in one sentence with the parameter and the item. */
export function guarded<T>(label: string, unit: Unit | undefined, check: () => T): Result<T> {
	try {
		return { ok: true, value: check() };
	} catch (error) {
		const own = error instanceof FieldProblem;
		const named = error instanceof MemberProblem ? error.message : own ? `'${label}' ${error.message}` : `'${label}' cannot be read: ${(error as Error).message}`;
		return { ok: false, failure: refusal(`${named}${at(unit)}`, own ? error.help : (error as NodeOperationError).description ?? '') };
	}
}

/** A failure found before anything was sent. */
export const refusal = (message: string, help = ''): Failure => ({ message, description: help, outcome: 'not sent' });
