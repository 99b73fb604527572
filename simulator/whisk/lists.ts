import type { Answer, Fields, Visit } from '../types';
import { ok, refused } from './answers';
import type { WhiskCaller, WhiskItem, WhiskList, WhiskState } from './state';

type WhiskVisit = Visit<WhiskState, WhiskCaller>;

/** Whether a value is one that this API leaves out of its answers. */
function isLeftOut(value: unknown): boolean {
	if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
	return Array.isArray(value) && value.length === 0;
}

/** Without the members that are empty, zero or false. */
export const trimmed = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => !isLeftOut(value)));

const identity = ({ id, name, isPrimary }: WhiskList): Fields => trimmed({ id, name, primary: isPrimary });

const sum = (items: WhiskItem[]) => items.reduce((total, { quantity }) => total + (quantity ?? 0), 0);

function analysisOf({ name, brand, category }: WhiskItem): Fields {
	return {
		product: { canonical_name: name.toUpperCase(), original_name: name },
		category: { canonical_name: category },
		...(brand ? { brand: { canonical_name: brand } } : {}),
	};
}

function itemShape(list: WhiskList, item: WhiskItem): Fields {
	const { id, name, brand, comment, quantity, unit, isChecked, recipeId, created, updated } = item;
	const group = list.combined.find(({ itemIds }) => itemIds.includes(id));
	const position = list.items.filter((other) => other.recipeId === recipeId).indexOf(item);
	return trimmed({
		id,
		item: trimmed({ name, brand, comment, quantity, unit }),
		checked: isChecked,
		analysis: analysisOf(item),
		recipe: recipeId && trimmed({ recipe_id: recipeId, position }),
		combined: group && trimmed({ combined_item_id: group.id, quantity }),
		created_time: String(created),
		updated_at: String(updated),
		matching_properties: {},
	});
}

function combinedShape(list: WhiskList, id: string, itemIds: string[]): Fields {
	const members = list.items.filter((item) => itemIds.includes(item.id));
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
	const items = list.items.map((item) => itemShape(list, item));
	const combined = list.combined.map(({ id, itemIds }) => combinedShape(list, id, itemIds));
	return { list: identity(list), content: trimmed({ items, combined_items: combined, recipes }) };
}

/** GET /list/v2: every list twice, bare and with its counts. */
export function getLists({ state }: WhiskVisit): Answer {
	const counted = state.lists.map((list) => {
		const hidden = list.combined.reduce((total, { itemIds }) => total + itemIds.length - 1, 0);
		return trimmed({ list: identity(list), item_count: list.items.length, grouped_item_count: list.items.length - hidden });
	});
	return ok(trimmed({ items: counted, list: state.lists.map(identity) }));
}

// the page prints a placeholder for the codes of a 400: list.notFound, item.notFound and recipe.notFound are inferred
const unknownList = (id: string) => refused(400, 'list.notFound', `No shopping list ${id}`);

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
	list.combined = list.combined
		.map(({ id, itemIds }) => ({ id, itemIds: itemIds.filter((other) => other !== params.item_id) }))
		.filter(({ itemIds }) => itemIds.length > 1);
	return ok(listShape(state, list));
}
