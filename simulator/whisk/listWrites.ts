import { digest } from '../random';
import type { Answer } from '../types';
import { ok, refused } from './answers';
import { readItems } from './items';
import { combine, listShape, unknownList } from './lists';
import type { WhiskItem, WhiskList, WhiskState, WhiskVisit } from './state';

/** The items of a list, and which of them stand combined. */
export function setItems(state: WhiskState, list: WhiskList, items: WhiskItem[]): void {
	list.items = items;
	list.combined = combine(state.seed, list);
}

/** POST /list/v2: a list made with a server token belongs to nobody. */
export function createList({ state, caller, body, now }: WhiskVisit): Answer {
	const read = readItems(state, body, now);
	if ('refusal' in read) return read.refusal;
	const isOwned = caller.kind === 'user';
	const isPrimary = isOwned && body.primary === true;
	if (isPrimary) for (const other of state.lists) other.isPrimary = false;
	const id = digest(state.seed, `whisk-list:${(state.minted += 1)}`).slice(0, 35);
	const list: WhiskList = { id, name: (body.name as string | undefined) ?? '', isPrimary, isOwned, items: [], combined: [] };
	setItems(state, list, read.items);
	state.lists.push(list);
	return ok(listShape(state, list));
}

/** PUT /list/v2/{id}/item: adds, so that the same call sent twice adds twice. */
export function addItems({ state, params, body, now }: WhiskVisit): Answer {
	const list = state.lists.find(({ id }) => id === params.id);
	if (!list) return unknownList(params.id);
	const read = readItems(state, body, now);
	if ('refusal' in read) return read.refusal;
	if (read.items.length === 0) return refused(400, 'item.invalid', 'Neither items nor recipes are given');
	setItems(state, list, [...list.items, ...read.items]);
	return ok(listShape(state, list));
}

/** DELETE /list/v2/{id}/item: the checked items, or all of them. */
export function clearItems({ state, params, body }: WhiskVisit): Answer {
	const list = state.lists.find(({ id }) => id === params.id);
	if (!list) return unknownList(params.id);
	setItems(state, list, body.only_checked === true ? list.items.filter(({ isChecked }) => !isChecked) : []);
	return ok({});
}
