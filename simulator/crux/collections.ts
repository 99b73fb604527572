import type { Answer, Fields, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import { findItems } from './itemSearch';
import type { CruxCatalog } from './peopleState';
import { inventoryListShape, membership } from './shapes';
import { accountOf } from './state';
import type { CruxCaller, CruxInventoryList, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;
type Rule = (visit: CruxVisit) => Answer;

/** Inventory lists of retailers and catalogs of suppliers: named sets of SKUs, filled by items, SKUs or a search. */
interface Kind {
	thing: string;
	param: string;
	member: string;
	all: (state: CruxState) => Map<string, CruxInventoryList>;
	shape: (state: CruxState, list: never, version: string, isDetail: boolean) => Fields;
	make: (state: CruxState, base: CruxInventoryList, body: Fields) => void;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const PAGE = 200;

function catalogShape(state: CruxState, { skuUuids, shippingCost, handlingCost, isDiscoverable, ...rest }: CruxCatalog, version: string, isDetail: boolean): Fields {
	const retailer = { uuid: accountOf(state, 'RETAILER').sideUuid };
	return {
		...rest, supplier: { uuid: accountOf(state, 'SUPPLIER').sideUuid }, skus: skuUuids.map((uuid) => ({ uuid })), num_skus: skuUuids.length,
		default_shipping_cost: shippingCost, default_handling_cost: handlingCost,
		...(isDetail || version === 'v1' ? { retailer } : { retailers: [retailer], is_discoverable: isDiscoverable }),
	};
}

const costOf = (value: unknown): string | null => (value === undefined || value === null || value === '' ? null : Number(value).toFixed(2));

const LISTS: Kind = {
	thing: 'inventory list', param: 'inventory_list_uuid', member: 'inventory_lists', all: ({ inventoryLists }) => inventoryLists, shape: inventoryListShape,
	make: (state, base) => void state.inventoryLists.set(base.uuid, base),
};

const CATALOGS: Kind = {
	thing: 'catalog', param: 'catalog_uuid', member: 'catalogs', all: ({ catalogs }) => catalogs, shape: catalogShape,
	make: (state, base, body) => void state.catalogs.set(base.uuid, { ...base, shippingCost: costOf(body.default_shipping_cost), handlingCost: costOf(body.default_handling_cost), isDiscoverable: false }),
};

const found = ({ all, param, thing }: Kind, { state, params }: CruxVisit): CruxInventoryList | Answer => all(state).get(params[param]) ?? failed(404, `No ${thing} ${params[param]}`);
const isAnswer = (value: CruxInventoryList | Answer): value is Answer => 'status' in value;

/** Paged in Timpanogos, the whole array in version 1. */
const getAll = (kind: Kind): Rule => ({ state, operation, query }) => {
	const all = [...kind.all(state).values()].map((list) => kind.shape(state, list as never, operation.version, false));
	if (operation.version === 'v1') return ok(all);
	const asked = state.pagesInventoryLists ? query : {};
	const start = (asked.start as number | undefined) ?? 0;
	const limit = (asked.limit as number | undefined) ?? PAGE;
	if (start < 0 || limit < 1) return failed(400, 'start must be 0 or more and limit 1 or more');
	return ok({ pagination: { total_count: all.length, start, limit }, [kind.member]: all.slice(start, start + limit) });
};

const get = (kind: Kind): Rule => (visit) => {
	const list = found(kind, visit);
	return isAnswer(list) ? list : ok(kind.shape(visit.state, list as never, visit.operation.version, true));
};

/** A name may be given twice: a second sending makes a second one. */
const create = (kind: Kind): Rule => ({ state, operation, body, now }) => {
	const { name, description = '' } = body as { name: string; description?: string };
	if (name.trim() === '') return failed(400, 'name must not be empty');
	const at = new Date(now).toISOString();
	const uuid = newUuid();
	kind.make(state, { uuid, name, description, skuUuids: [], created: at, last_updated: at }, body);
	return ok(kind.shape(state, kind.all(state).get(uuid) as never, operation.version, false));
};

type Choose = (visit: CruxVisit) => string[] | Answer;

/** SKUs by the uuids of a body member; those of items come with all their SKUs. An unknown one is a mistake only where something is added. */
const byUuids = (member: 'item_uuids' | 'sku_uuids', isStrict: boolean): Choose => ({ state, body }) => {
	const uuids = body[member] as string[];
	if (uuids.length === 0) return failed(400, `${member} must name at least one`);
	const wrong = uuids.find((uuid) => !UUID.test(uuid));
	if (wrong !== undefined) return failed(400, `${member} holds something that is no uuid: ${wrong}`);
	const known = member === 'item_uuids' ? state.items : state.skus;
	const unknown = isStrict && uuids.find((uuid) => !known.has(uuid));
	if (unknown) return failed(422, `No ${member === 'item_uuids' ? 'item' : 'SKU'} ${unknown}`);
	return member === 'sku_uuids' ? uuids : uuids.flatMap((uuid) => state.items.get(uuid)?.skuUuids ?? []);
};

/** SKUs of all items that a search finds; start and limit have no effect, as no page says which one they have. */
const bySearch: Choose = ({ state, body }) => findItems(state, body, membership(state)).flatMap(({ skuUuids }) => skuUuids);

const change = (kind: Kind, choose: Choose, apply: (has: string[], chosen: string[]) => string[], answerOf: (state: CruxState) => unknown = () => undefined): Rule => (visit) => {
	const list = found(kind, visit);
	if (isAnswer(list)) return list;
	const chosen = choose(visit);
	if (!Array.isArray(chosen)) return chosen;
	list.skuUuids = apply(list.skuUuids, chosen);
	list.last_updated = new Date(visit.now).toISOString();
	return ok(answerOf(visit.state));
};

const join = (has: string[], chosen: string[]): string[] => [...new Set([...has, ...chosen])];
const leave = (has: string[], chosen: string[]): string[] => {
	const leaving = new Set(chosen);
	return has.filter((uuid) => !leaving.has(uuid));
};

/** The nine rules of a kind, by route below its own path. */
const rulesOf = (path: string, kind: Kind): Record<string, Rule> => {
	const one = `${path}{${kind.param}}/`;
	return {
		[`GET ${path}`]: getAll(kind), [`POST ${path}`]: create(kind), [`GET ${one}`]: get(kind),
		[`POST ${one}add-items/`]: change(kind, byUuids('item_uuids', true), join),
		[`POST ${one}add-skus/`]: change(kind, byUuids('sku_uuids', true), join, () => (kind === CATALOGS ? null : undefined)),
		[`POST ${one}add-items-by-search/`]: change(kind, bySearch, join),
		[`POST ${one}remove-items/`]: change(kind, byUuids('item_uuids', false), leave, ({ removeItemsAnswer }) => removeItemsAnswer),
		[`POST ${one}remove-skus/`]: change(kind, byUuids('sku_uuids', false), leave),
		[`POST ${one}remove-items-by-search/`]: change(kind, bySearch, leave),
	};
};

/** Rules of inventory lists and catalogs, for both versions. */
export const collectionRules: Record<string, Rule> = { ...rulesOf('/products/inventory-lists/', LISTS), ...rulesOf('/products/catalogs/', CATALOGS) };
