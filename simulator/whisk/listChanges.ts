import { digest } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused, trimmed } from './answers';
import { readItems, readText } from './items';
import { setItems } from './listWrites';
import { listShape, unknownList } from './lists';
import { findRecipe } from './recipes';
import { categoryOf } from './state';
import type { WhiskItem, WhiskList, WhiskRules, WhiskState, WhiskVisit } from './state';

const unknownItem = (id: string) => refused(400, 'item.notFound', `No item ${id} on the list`);

const listOf = (state: WhiskState, id: string) => state.lists.find((one) => one.id === id);

/** POST /list/v2/{id}: only what the mask names is changed. */
function update({ state, params, body }: WhiskVisit): Answer {
	const list = listOf(state, params.id);
	if (!list) return unknownList(params.id);
	const { fields: { name, primary }, mask: { paths } } = body as unknown as { fields: { name: string; primary: boolean }; mask: { paths: string[] } };
	if (!paths.length) return refused(400, 'mask.invalid', 'The mask names nothing');
	if (paths.includes('name')) list.name = name;
	if (paths.includes('primary')) {
		if (primary) for (const other of state.lists) other.isPrimary = false;
		list.isPrimary = primary;
	}
	return ok({ list: trimmed({ id: list.id, name: list.name, primary: list.isPrimary }) });
}

function remove({ state, params }: WhiskVisit): Answer {
	if (!listOf(state, params.id)) return unknownList(params.id);
	state.lists = state.lists.filter(({ id }) => id !== params.id);
	return ok({});
}

/** Takes items off a list; refused as a whole when one is not there. */
function take(state: WhiskState, list: WhiskList, ids: string[]): WhiskItem[] | Answer {
	const missing = ids.find((id) => !list.items.some((item) => item.id === id));
	if (missing !== undefined) return unknownItem(missing);
	const taken = list.items.filter(({ id }) => ids.includes(id));
	setItems(state, list, list.items.filter(({ id }) => !ids.includes(id)));
	return taken;
}

/** DELETE /list/v2/{list_id}/items */
function removeMany({ state, params, body }: WhiskVisit): Answer {
	const list = listOf(state, params.list_id);
	if (!list) return unknownList(params.list_id);
	const taken = take(state, list, body.item_ids as string[]);
	return Array.isArray(taken) ? ok(listShape(state, list)) : taken;
}

/** POST /list/v2/{from_list_id}/move_items: no page shows the body; these names are taken for it. */
function move({ state, params, body }: WhiskVisit): Answer {
	const { to_list_id: target = '', item_ids: ids = [] } = body as { to_list_id?: string; item_ids?: string[] };
	const [from, to] = [listOf(state, params.from_list_id), listOf(state, target)];
	if (!from) return unknownList(params.from_list_id);
	if (!to) return unknownList(target);
	const taken = take(state, from, ids);
	if (!Array.isArray(taken)) return taken;
	setItems(state, to, [...to.items, ...taken]);
	return ok({ from_list_content: listShape(state, from).content });
}

/** PUT /list/v2/{list_id}/item/{item_id}: no page shows the body; these names are taken for it. What is left out stays. */
function updateItem({ state, params, body, now }: WhiskVisit): Answer {
	const list = listOf(state, params.list_id);
	if (!list) return unknownList(params.list_id);
	const item = list.items.find(({ id }) => id === params.item_id);
	if (!item) return unknownItem(params.item_id);
	const { checked, ...texts } = body as { checked?: boolean };
	if (!Object.keys(body).length) return refused(400, 'item.invalid', 'Nothing to change');
	Object.assign(item, texts, checked === undefined ? {} : { isChecked: checked }, { updated: Math.floor(now / 1000) });
	setItems(state, list, list.items);
	return ok(listShape(state, list));
}

const itemV1 = ({ id, name, quantity, unit, comment, brand, category, created }: WhiskItem): Fields =>
	({ id, name, ...(quantity === undefined ? {} : { quantity }), ...(unit ? { unit } : {}), ...(comment ? { comment } : {}), ...(brand ? { brand } : {}), analysis: { category }, createdTime: created });

interface Named {
	name: string;
	quantity?: number;
	unit?: string;
	comment?: string;
}

/** POST /v1/lists */
function createV1({ state, body, now, caller }: WhiskVisit): Answer {
	const { name = '', rawItems = [], items = [], recipes = [] } = body as { name?: string; rawItems?: string[]; items?: Named[]; recipes?: Array<{ id: string }> };
	const strange = recipes.find(({ id }) => !findRecipe(state, id));
	if (strange) return refused(400, 'recipe.notFound', `No recipe ${strange.id}`);
	const all = { items: [...rawItems.map((text) => ({ raw: { text } })), ...items.map((normalized) => ({ normalized }))], recipes: recipes.map(({ id }) => ({ recipe_id: id })) };
	const read = readItems(state, all as Fields, now);
	if ('refusal' in read) return read.refusal;
	const list: WhiskList = { id: digest(state.seed, `whisk-list:${(state.minted += 1)}`).slice(0, 35), name, isPrimary: false, isOwned: caller.kind === 'user', items: [], combined: [] };
	setItems(state, list, read.items);
	state.lists.push(list);
	const seconds = Math.floor(now / 1000);
	return ok({ id: list.id, name, primary: false, createdTime: seconds, updatedTime: seconds, items: list.items.map(itemV1) });
}

/** POST /v1/lists/analyze: nothing is stored. */
function analyze({ body }: WhiskVisit): Answer {
	const texts = body.items as string[];
	if (!texts.length) return refused(400, 'items.invalid', 'No texts are given');
	return ok({ analyzedItems: texts.map((text) => {
		const { name, quantity, unit, comment } = readText(text);
		return { sourceText: text, normalized: name, analysis: { product: name, ...(quantity === undefined ? {} : { quantity }), ...(unit ? { unit } : {}), category: categoryOf(name), ...(comment ? { comment } : {}) } };
	}) });
}

/** POST /v1/lists/transfers: a link for the shopper. */
function transfer({ state, body }: WhiskVisit): Answer {
	if (!(body.items as Named[] | undefined)?.length) return refused(400, 'items.invalid', 'No items are given');
	state.transfers.push(body);
	return ok({ landingUrl: `https://graph.whisk.com/v1/lists/transfers/${digest(state.seed, `transfer:${(state.minted += 1)}`).slice(0, 16)}/landing` });
}

export const listRules: WhiskRules = {
	'whisk:POST /list/v2/{id}': update,
	'whisk:DELETE /list/v2/{id}': remove,
	'whisk:DELETE /list/v2/{list_id}/items': removeMany,
	'whisk:POST /list/v2/{from_list_id}/move_items': move,
	'whisk:PUT /list/v2/{list_id}/item/{item_id}': updateItem,
	'whisk:POST /v1/lists': createV1,
	'whisk:POST /v1/lists/analyze': analyze,
	'whisk:POST /v1/lists/transfers': transfer,
};
