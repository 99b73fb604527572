import type { Sending } from './explain';
import { asLook } from './looks';
import { checkKind, kindOf } from './plan';
import type { Plan } from './plan';
import type { Wire } from './retry';
import { send } from './send';
import type { Failure, Item, Part, PartRow, Parts, Result } from './types';

/** What to do where all is well: n8n marks an empty text in red. */
export const NOTHING = 'Nothing';

/**
 * Several reads that together answer one question, one row each. What fails in one is said in its row, with what to do,
 * and ends nothing else.
 */
export async function readParts(wire: Wire, sending: Sending, { reads, facts }: Parts, plan: Plan): Promise<Result<Item[]>> {
	const rows: PartRow[] = [];
	for (const part of reads) rows.push(await readPart(wire, sending, part, plan));
	return { ok: true, value: [...facts(wire.credentials, plan.values), ...rows].map((row) => ({ json: { ...row } })) };
}

async function readPart(wire: Wire, sending: Sending, part: Part, plan: Plan): Promise<PartRow> {
	const { name, route, host, query, tell } = part;
	const refused = checkKind(sending.api, part, wire.credentials);
	if (refused) return failedRow(name, refused);
	const request = plan.sibling(route, {}, undefined, { query: query?.(wire.credentials, plan.values) }, host);
	const answer = await send(wire, { ...asLook(sending), kind: kindOf(sending.api, part, wire.credentials) }, request);
	return answer.ok ? { check: name, status: 'OK', result: '', whatToDo: NOTHING, ...tell(answer.value.body ?? {}) } : failedRow(name, answer.failure);
}

const failedRow = (check: string, { message, description }: Failure): PartRow => ({ check, status: 'Failed', result: message, whatToDo: description });
