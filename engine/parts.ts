import type { IDataObject } from 'n8n-workflow';
import { asLook } from './looks';
import type { Plan } from './plan';
import type { Sending } from './explain';
import { refusal } from './read';
import { send } from './send';
import type { Wire } from './send';
import type { Failure, Item, Part, PartRow, Parts, Result } from './types';

/**
 * Several reads that together answer one question, one row each. What fails in one is said in its row, with what to do,
 * and ends nothing else.
 */
export async function readParts(wire: Wire, sending: Sending, { reads, facts }: Parts, plan: Plan): Promise<Result<Item[]>> {
	const rows: PartRow[] = [];
	for (const part of reads) rows.push(await readPart(wire, sending, part, plan));
	return { ok: true, value: [...facts(wire.credentials, plan.values), ...rows].map((row) => ({ json: { ...row } })) };
}

async function readPart(wire: Wire, sending: Sending, { name, route, host, tokens, query, tell }: Part, plan: Plan): Promise<PartRow> {
	const kind = kindFor(sending, wire.credentials, tokens);
	if (!kind) return failedRow(name, refusal(`${name} needs a ${tokens.join(' or ')} token, which this credential does not give`, sending.api.kindHelp?.(tokens)));
	const extra = { query: query?.(wire.credentials, plan.values) };
	const answer = await send(wire, { ...asLook(sending), kind, open: undefined }, plan.sibling(route, {}, undefined, extra, host));
	return answer.ok ? { check: name, status: 'OK', result: '', whatToDo: '', ...tell(answer.value.body ?? {}) } : failedRow(name, answer.failure);
}

const kindFor = ({ api }: Sending, credentials: IDataObject, tokens: readonly string[]): string | undefined => {
	const given = api.kinds?.(credentials);
	return tokens.find((kind) => !given || given.includes(kind));
};

const failedRow = (name: string, { message, description }: Failure): PartRow => ({ check: name, status: 'Failed', result: message, whatToDo: description });
