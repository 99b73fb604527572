import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import { inventoryListShape, itemShape, membership, skuShape } from './shapes';
import { IDENTIFIERS } from './state';
import type { CruxCaller, CruxInventoryList, CruxSku, CruxState, Identifier, Restriction } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LISTS_PAGE = 200;
const SKUS_PAGE = 25;
const SKUS_PAGE_MAX = 500;

/** GET /products/inventory-lists/: paged in Timpanogos, the whole array in version 1. */
export function getInventoryLists({ state, operation, query }: CruxVisit): Answer {
	const all = [...state.inventoryLists.values()].map((list) => inventoryListShape(state, list));
	if (operation.version === 'v1') return ok(all);
	const asked = state.pagesInventoryLists ? query : {};
	const start = (asked.start as number | undefined) ?? 0;
	const limit = (asked.limit as number | undefined) ?? LISTS_PAGE;
	if (start < 0 || limit < 1) return failed(400, 'start must be 0 or more and limit 1 or more');
	return ok({ pagination: { total_count: all.length, start, limit }, inventory_lists: all.slice(start, start + limit) });
}

/** GET /products/inventory-lists/{uuid}/ */
export function getInventoryList({ state, params }: CruxVisit): Answer {
	const list = state.inventoryLists.get(params.inventory_list_uuid);
	return list ? ok(inventoryListShape(state, list)) : failed(404, `No inventory list ${params.inventory_list_uuid}`);
}

type Change = (list: CruxInventoryList, itemUuids: string[], state: CruxState) => Answer;

/** Changes a list by the items that the call names. */
const byItems = (change: Change) => ({ state, params, body, now }: CruxVisit): Answer => {
	const list = state.inventoryLists.get(params.inventory_list_uuid);
	if (!list) return failed(404, `No inventory list ${params.inventory_list_uuid}`);
	const items = body.item_uuids as string[];
	if (items.length === 0) return failed(400, 'item_uuids must name at least one item');
	const wrong = items.find((uuid) => !UUID.test(uuid));
	if (wrong !== undefined) return failed(400, `item_uuids holds something that is no uuid: ${wrong}`);
	const answer = change(list, items, state);
	if (answer.status === 200) list.last_updated = new Date(now).toISOString();
	return answer;
};

/** POST …/remove-items/: the items leave the list with all their SKUs; one that is not there is no mistake. */
export const removeItems = byItems((list, items, state) => {
	const leaving = new Set(items.flatMap((uuid) => state.items.get(uuid)?.skuUuids ?? []));
	list.skuUuids = list.skuUuids.filter((uuid) => !leaving.has(uuid));
	return ok(state.removeItemsAnswer);
});

/** POST …/add-items/: the items join the list with all their SKUs, once; with an unknown one among them, none does. */
export const addItems = byItems((list, items, state) => {
	const unknown = items.find((uuid) => !state.items.has(uuid));
	if (unknown !== undefined) return failed(422, `No item ${unknown}`);
	list.skuUuids = [...new Set([...list.skuUuids, ...items.flatMap((uuid) => state.items.get(uuid)?.skuUuids ?? [])])];
	return ok(undefined);
});

/** GET /products/skus/: pages of up to 500 in Timpanogos, everything in version 1. */
export function getSkus({ state, operation, query }: CruxVisit): Answer {
	const lists = membership(state);
	const shape = (sku: CruxSku) => skuShape(state, sku, lists, query.item_verbosity === 'complete');
	if (operation.version === 'v1') return ok([...state.skus.values()].map(shape));
	const start = (query.start as number | undefined) ?? 0;
	const limit = (query.limit as number | undefined) ?? SKUS_PAGE;
	if (limit < 1 || limit > SKUS_PAGE_MAX) return failed(400, `limit must lie between 1 and ${SKUS_PAGE_MAX}`);
	if (start < 0) return failed(400, 'start must be 0 or more');
	const suppliers = ((query.supplier_uuids as string[] | undefined) ?? []).flatMap((text) => text.split(','));
	const own = state.accounts.find(({ role }) => role === 'SUPPLIER')?.sideUuid ?? '';
	const all = suppliers.length === 0 || suppliers.includes(own) ? [...state.skus.values()] : [];
	const end = start + limit;
	const pagination = { total_count: all.length, start, limit, next_start_index: end < all.length ? end : null };
	return ok({ pagination, skus: all.slice(start, end).map(shape) });
}

/** GET /products/skus/{uuid}/ */
export function getSku({ state, params }: CruxVisit): Answer {
	const sku = state.skus.get(params.sku_uuid);
	return sku ? ok(skuShape(state, sku, membership(state), false)) : failed(404, `No SKU ${params.sku_uuid}`);
}

/** GET /products/items/{uuid}/ */
export function getItem({ state, params }: CruxVisit): Answer {
	const item = state.items.get(params.item_uuid);
	return item ? ok(itemShape(state, item, membership(state), true)) : failed(404, `No item ${params.item_uuid}`);
}

function findSku(state: CruxState, kind: Identifier, value: string): CruxSku | undefined {
	for (const sku of state.skus.values()) if (sku[kind] === value) return sku;
	return undefined;
}

const isQuantity = (value: unknown) => value === undefined || (value as number) >= 0;

/** One stock row: used by the single update, and fit for the bulk one. */
export function updateStock(state: CruxState, row: Fields, now: number): Answer {
	const given = IDENTIFIERS.filter((name) => row[name] !== undefined);
	if (given.length !== 1) return failed(400, `Exactly one identifier is needed, of ${IDENTIFIERS.join(', ')}; given: ${given.join(', ') || 'none'}`);
	const [kind] = given;
	const { quantity_in_stock: stock, quantity_on_backorder: backorder, restrictions } = row;
	if (stock === undefined && backorder === undefined && restrictions === undefined)
		return failed(400, 'Nothing to update: give quantity_in_stock, quantity_on_backorder or restrictions');
	if (!isQuantity(stock) || !isQuantity(backorder)) return failed(400, 'Quantities must be 0 or more');
	const sku = findSku(state, kind, row[kind] as string);
	if (!sku) return failed(404, `No sku found with sku identifier: {'${kind}': '${String(row[kind])}'}; Valid identifiers: ${IDENTIFIERS.join(', ')}`);
	if (stock !== undefined) sku.quantity_in_stock = stock as number;
	if (backorder !== undefined) sku.quantity_on_backorder = backorder as number;
	if (restrictions !== undefined) sku.restrictions = restrictions as Restriction;
	sku.last_updated = new Date(now).toISOString();
	return ok({ message: 'success' });
}

/** POST /timp/products/skus/inventory/ */
export const updateInventory = ({ state, body, now }: CruxVisit): Answer => updateStock(state, body, now);

/** POST /timp/products/skus/inventory/bulk/: 200 for the whole, whatever becomes of each element. */
export const updateInventoryBulk = ({ state, body, now }: CruxVisit): Answer =>
	ok((body as unknown as Fields[]).map((element) => {
		const { status, body: said } = updateStock(state, element, now);
		return { status_code: status, message: (said as { message: string }).message };
	}));
