import { uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import type { WhiskCombined, WhiskItem, WhiskList, WhiskState, WhiskVisit } from './state';

/** Items of the same name and unit stand combined; a group keeps its id as long as it lasts. */
export function combine(seed: number, { id, items }: Pick<WhiskList, 'id' | 'items'>): WhiskCombined[] {
	const groups = new Map<string, string[]>();
	for (const item of items) {
		const key = `${item.name.toLowerCase()}:${item.unit ?? ''}`;
		const group = groups.get(key) ?? [];
		group.push(item.id);
		groups.set(key, group);
	}
	return [...groups].filter(([, itemIds]) => itemIds.length > 1).map(([key, itemIds]) => ({ id: uuidOf(seed, `combined:${id}:${key}`), itemIds }));
}

const identity = ({ id, name, isPrimary }: WhiskList): Fields => trimmed({ id, name, primary: isPrimary });

const sum = (items: WhiskItem[]) => items.reduce((total, { quantity }) => total + (quantity ?? 0), 0);

function analysisOf({ name, brand, category }: WhiskItem): Fields {
	return {
		product: { canonical_name: name.toUpperCase(), original_name: name },
		category: { canonical_name: category },
		...(brand ? { brand: { canonical_name: brand } } : {}),
	};
}

function itemShape(list: WhiskList, item: WhiskItem, groupId?: string): Fields {
	const { id, name, brand, comment, quantity, unit, isChecked, recipeId, created, updated } = item;
	const position = recipeId ? list.items.filter((other) => other.recipeId === recipeId).indexOf(item) : 0;
	return trimmed({
		id,
		item: trimmed({ name, brand, comment, quantity, unit }),
		checked: isChecked,
		analysis: analysisOf(item),
		recipe: recipeId && trimmed({ recipe_id: recipeId, position }),
		combined: groupId && trimmed({ combined_item_id: groupId, quantity }),
		created_time: String(created),
		updated_at: String(updated),
		matching_properties: {},
	});
}

function combinedShape(list: WhiskList, id: string, itemIds: string[]): Fields {
	const isMember = new Set(itemIds);
	const members = list.items.filter((item) => isMember.has(item.id));
	const [first] = members;
	const isChecked = members.every((member) => member.isChecked);
	const latest = Math.max(...members.map(({ updated }) => updated));
	return trimmed({
		id,
		item: trimmed({ name: first.name, quantity: sum(members), unit: first.unit }),
		checked: isChecked,
		analysis: analysisOf(first),
		created_time: String(first.created),
		updated_at: String(latest),
	});
}

/** A list with all it holds. */
export function listShape(state: WhiskState, list: WhiskList): Fields {
	const recipeIds = [...new Set(list.items.flatMap(({ recipeId }) => recipeId ?? []))];
	const recipes = recipeIds
		.flatMap((id) => state.recipes.get(id) ?? [])
		.map(({ id, name }) => ({ id, name, source: { name: 'whisk.test', display_name: 'Demo kitchen', license: 'LICENCE_FAIRUSE' } }));
	const groups = new Map(list.combined.flatMap(({ id, itemIds }) => itemIds.map((itemId) => [itemId, id] as const)));
	const items = list.items.map((item) => itemShape(list, item, groups.get(item.id)));
	const combined = list.combined.map(({ id, itemIds }) => combinedShape(list, id, itemIds));
	return { list: identity(list), content: trimmed({ items, combined_items: combined, recipes }) };
}

/** GET /list/v2: every list of the user twice, bare and with its counts. */
export function getLists({ state }: WhiskVisit): Answer {
	const owned = state.lists.filter(({ isOwned }) => isOwned);
	const counted = owned.map((list) => {
		const hidden = list.combined.reduce((total, { itemIds }) => total + itemIds.length - 1, 0);
		return trimmed({ list: identity(list), item_count: list.items.length, grouped_item_count: list.items.length - hidden });
	});
	return ok(trimmed({ items: counted, list: owned.map(identity) }));
}

/** No such list; the page prints a placeholder for the codes of a 400, so that this and all others are inferred. */
export const unknownList = (id: string) => refused(400, 'list.notFound', `No shopping list ${id}`);

/** GET /list/v2/{id} */
export function getList({ state, params }: WhiskVisit): Answer {
	const list = state.lists.find(({ id }) => id === params.id);
	return list ? ok(listShape(state, list)) : unknownList(params.id);
}

/** DELETE /list/v2/{list_id}/item/{item_id}: answers with the list as it is afterwards. */
export function deleteItem({ state, params }: WhiskVisit): Answer {
	const list = state.lists.find(({ id }) => id === params.list_id);
	if (!list) return unknownList(params.list_id);
	if (!list.items.some(({ id }) => id === params.item_id)) return refused(400, 'item.notFound', `No item ${params.item_id} on the list`);
	list.items = list.items.filter(({ id }) => id !== params.item_id);
	list.combined = combine(state.seed, list);
	return ok(listShape(state, list));
}
