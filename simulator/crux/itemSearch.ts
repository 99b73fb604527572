import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import { CATALOG, categoryUuid, imagesOf, itemShape, membership, piecesOf } from './shapes';
import type { Membership } from './shapes';
import { accountOf } from './state';
import type { CruxCaller, CruxItem, CruxSku, CruxState } from './state';

interface Range {
	min?: number | null;
	max?: number | null;
}

interface ItemSearch {
	filters?: Record<string, Range>;
	facets?: Record<string, string[]>;
	search_term?: string;
	sort?: string;
	pagination?: { start?: number; limit?: number };
}

/** One value of a facet: what it is called and what selects it. */
interface Mark {
	uuid: string;
	name: string;
}

interface Found extends Mark {
	count: number;
	selected: boolean;
}

type Facet = (item: CruxItem, state: CruxState, lists: Membership) => Mark[];

const ITEMS_PAGE = 50;
const BUNDLES = { case_pack: 'Case Pack', single: 'Single' };
const CODES = { upca: 'UPC-A', ean13: 'EAN-13', gtin14: 'GTIN-14', isbn: 'ISBN' } as const;
const SORTS = ['title', 'item_id', 'brand', 'created', 'last_updated'] as const;
const STANDARD = ['standard'];

const skusOf = (item: CruxItem, state: CruxState): CruxSku[] => item.skuUuids.flatMap((uuid) => state.skus.get(uuid) ?? []);

const plain = (name: string): Mark => ({ uuid: name, name });

/** What of an item each facet counts and selects by. */
const FACETS: Record<string, Facet> = {
	supplier: (_item, state) => [{ uuid: accountOf(state, 'SUPPLIER').sideUuid, name: accountOf(state, 'SUPPLIER').organization }],
	shipping_cost_type: ({ shipping }) => [plain(shipping)],
	shipping_origin_country: ({ country }) => [plain(country)],
	country_of_origin: ({ country }) => [plain(country)],
	bundle_type: ({ bundle }) => [{ uuid: bundle, name: BUNDLES[bundle] }],
	product_identifiers: (item, state) =>
		(Object.keys(CODES) as Array<keyof typeof CODES>).filter((kind) => skusOf(item, state).some((sku) => sku[kind] !== null)).map((kind) => ({ uuid: kind, name: CODES[kind] })),
	categories: ({ category }) => [{ uuid: categoryUuid(category), name: category }],
	catalog_type: ({ catalogType }) => [plain(catalogType)],
	condition: () => [plain('new')],
	catalogs: () => [CATALOG],
	inventory_lists: ({ skuUuids }, _state, lists) => [...new Map(skuUuids.flatMap((sku) => lists.get(sku) ?? []).map((list) => [list.uuid, list])).values()],
};

/** Filters on a SKU: an item is found when one of its SKUs passes all of them. */
const SKU_FILTERS: Record<string, (sku: CruxSku, item: CruxItem) => number | null> = {
	cost_per_unit: ({ cents }, item) => Math.round(cents / piecesOf(item)) / 100,
	minimum_tier_quantity: () => 1,
	quantity_in_stock: ({ quantity_in_stock: stock }) => stock,
};

const FILTERS = [...Object.keys(SKU_FILTERS), 'image_height', 'image_width', 'number_of_item_images'];

const isOpen = ({ min, max }: Range = {}) => (min ?? null) === null && (max ?? null) === null;

function isIn(range: Range | undefined, value: number | null): boolean {
	if (isOpen(range)) return true;
	return value !== null && value >= (range?.min ?? -Infinity) && value <= (range?.max ?? Infinity);
}

function passesFilters(item: CruxItem, state: CruxState, filters: Record<string, Range>): boolean {
	const { number_of_item_images: count, image_height: height, image_width: width } = filters;
	const hasImage = (isOpen(height) && isOpen(width)) || item.images.some((image) => isIn(height, image.height) && isIn(width, image.width));
	const hasSku = skusOf(item, state).some((sku) => Object.entries(SKU_FILTERS).every(([name, valueOf]) => isIn(filters[name], valueOf(sku, item))));
	return hasImage && hasSku && isIn(count, item.images.length);
}

/** Facets narrow by uuid or by name; without a catalog type only standard catalogs are searched. */
function selectionOf({ facets = {} }: ItemSearch): Record<string, string[]> {
	return { ...facets, catalog_type: facets.catalog_type?.length ? facets.catalog_type : STANDARD };
}

/** The items that a search finds, whatever part of them it asks for. */
export function findItems(state: CruxState, search: ItemSearch, lists: Membership): CruxItem[] {
	const term = (search.search_term ?? '').trim().toLowerCase();
	const selected = Object.entries(selectionOf(search)).filter(([, values]) => values.length > 0);
	const found = [...state.items.values()].filter(
		(item) =>
			[item.title, item.item_id, item.brand].some((text) => text.toLowerCase().includes(term)) &&
			selected.every(([name, values]) => FACETS[name](item, state, lists).some(({ uuid, name: label }) => values.includes(uuid) || values.includes(label))) &&
			passesFilters(item, state, search.filters ?? {}),
	);
	// only title is documented: an attribute that nobody knows leaves the order as it is
	const key = SORTS.find((name) => name === search.sort);
	return key ? found.sort((a, b) => a[key].localeCompare(b[key], 'en', { numeric: true })) : found;
}

function count(name: string, items: CruxItem[], state: CruxState, lists: Membership, selected: string[]): Found[] {
	const counts = new Map<string, Found>();
	for (const mark of items.flatMap((item) => FACETS[name](item, state, lists))) {
		const entry = counts.get(mark.uuid) ?? { name: mark.name, count: 0, uuid: mark.uuid, selected: selected.includes(mark.uuid) || selected.includes(mark.name) };
		entry.count += 1;
		counts.set(mark.uuid, entry);
	}
	return [...counts.values()];
}

function facetsOf(state: CruxState, search: ItemSearch, items: CruxItem[], lists: Membership): Fields {
	const selection = selectionOf(search);
	const counted = Object.fromEntries(Object.keys(FACETS).map((name) => [name, count(name, items, state, lists, selection[name] ?? [])]));
	// two facets answer in a form of their own
	return { ...counted, categories: { [accountOf(state, 'SUPPLIER').sideUuid]: counted.categories }, catalog_type: selection.catalog_type };
}

function shapeV1(state: CruxState, item: CruxItem, lists: Membership): Fields {
	return { ...itemShape(state, item, lists, false), product_images: imagesOf(item, 'url'), sku_count: item.skuUuids.length, catalog_type: item.catalogType };
}

const echoOf = (filters: Record<string, Range> = {}): Fields =>
	Object.fromEntries(FILTERS.map((name) => [name, { min: filters[name]?.min ?? null, max: filters[name]?.max ?? null }]));

/** POST …/products/items/search/: items with all SKUs in Timpanogos, with their number in version 1. */
export function searchItems({ state, operation, body }: Visit<CruxState, CruxCaller>): Answer {
	const search = body as ItemSearch;
	const { start = 0, limit = ITEMS_PAGE } = search.pagination ?? {};
	if (start < 0 || limit < 0) return failed(400, 'start and limit must be 0 or more');
	const lists = membership(state);
	const items = findItems(state, search, lists);
	const page = items.slice(start, state.limitIsPageEnd ? limit + 1 : start + limit);
	return ok({
		pagination: { start, limit, total_count: items.length },
		items: page.map((item) => (operation.version === 'v1' ? shapeV1(state, item, lists) : itemShape(state, item, lists, true))),
		facets: facetsOf(state, search, items, lists),
		sort: search.sort ? [search.sort] : [],
		search_term: search.search_term ?? '',
		filters: echoOf(search.filters),
	});
}
