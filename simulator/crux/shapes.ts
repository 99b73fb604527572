import { uuidOf } from '../random';
import type { Fields } from '../types';
import { accountOf } from './state';
import type { CruxInventoryList, CruxItem, CruxSku, CruxState } from './state';

export type Membership = Map<string, Array<{ uuid: string; name: string }>>;

/** The catalog that every item stands in. */
export const CATALOG = { name: 'Standard', uuid: uuidOf(1, 'catalog:standard') };

const NO_MEASURES = { height: null, length: null, width: null, weight: null, weight_units: 'g', dimension_units: 'cm' };

/** Money as the samples write it. */
export const money = (cents: number) => (cents / 100).toFixed(2);

/** The inventory lists each SKU stands in. */
export function membership(state: CruxState): Membership {
	const lists: Membership = new Map();
	for (const { uuid, name, skuUuids } of state.inventoryLists.values()) {
		for (const sku of skuUuids) lists.set(sku, [...(lists.get(sku) ?? []), { uuid, name }]);
	}
	return lists;
}

/** An inventory list: it names its SKUs by uuid only. */
export function inventoryListShape(state: CruxState, list: CruxInventoryList): Fields {
	const { uuid, name, description, created, last_updated, skuUuids } = list;
	return {
		uuid,
		retailer: { uuid: accountOf(state, 'RETAILER').sideUuid },
		skus: skuUuids.map((sku) => ({ uuid: sku })),
		created,
		last_updated,
		name,
		description,
	};
}

/** Pieces in one unit of sale. */
export const piecesOf = (item: CruxItem | undefined): number => (item?.bundle === 'case_pack' ? 6 : 1);

function priceTier(cents: number, item: CruxItem | undefined): Fields {
	const shipping = item?.shipping ?? 'fixed';
	return {
		handling_cost: '0.00',
		shipping_cost_type: shipping,
		catalog: CATALOG,
		shipping_cost_is_estimate: false,
		cost: money(cents),
		cost_per_unit: money(cents / piecesOf(item)),
		shipping_cost: shipping === 'free' ? '0.00' : '4.50',
		minimum_tier_quantity: 1,
	};
}

/** A SKU as every call shows it; the item inside is its uuid, or all of it. */
export function skuShape(state: CruxState, sku: CruxSku, lists: Membership, isComplete: boolean): Fields {
	const { uuid, itemUuid, color, size, cents, upca, ean13, gtin14, isbn } = sku;
	const item = state.items.get(itemUuid);
	return {
		uuid,
		restrictions: sku.restrictions,
		condition: 'new',
		sku_distinguishing_attributes: { size, color },
		sku_nondistinguishing_attributes: {},
		item: isComplete && item ? itemShape(state, item, lists, false) : { uuid: itemUuid },
		minimum_advertised_price: money(cents + 500),
		msrp: money(cents * 2),
		price_tiers: [priceTier(cents, item)],
		product_images: [],
		product_videos: [],
		measurements: { package: NO_MEASURES, sku: NO_MEASURES },
		product_identifiers: { upca, ean13, gtin14, isbn, asin: null, mpn: null },
		inventory_lists: lists.get(uuid) ?? [],
		created: sku.created,
		last_updated: sku.last_updated,
		sku_id: sku.sku_id,
		quantity_in_stock: sku.quantity_in_stock,
		quantity_on_backorder: sku.quantity_on_backorder,
		number_of_units_bundled: piecesOf(item),
		...sku.more,
	};
}

/** The uuid of a category. */
export const categoryUuid = (category: string): string => uuidOf(1, `category:${category}`);

/** The pictures of an item; the samples name their address in two ways. */
export const imagesOf = ({ uuid, item_id: id, images }: CruxItem, key: 'uri' | 'url'): Fields[] =>
	images.map(({ width, height }, index) => ({
		uuid: uuidOf(1, `image:${uuid}:${index}`), [key]: `https://images.supplier.test/${id}/${index + 1}.jpg`, uri_type: 'url', width, height,
	}));

/** An item, with its SKUs or without. */
export function itemShape(state: CruxState, item: CruxItem, lists: Membership, withSkus: boolean): Fields {
	const { uuid, item_id, title, brand, category, country, skuUuids, created, last_updated } = item;
	const skus = skuUuids.flatMap((sku) => state.skus.get(sku) ?? []);
	const prices = skus.map(({ cents }) => cents);
	const range = (change: (cents: number) => number) => (prices.length ? { max: money(change(Math.max(...prices))), min: money(change(Math.min(...prices))) } : { max: null, min: null });
	const supplier = accountOf(state, 'SUPPLIER');
	return {
		uuid,
		...(withSkus ? { skus: skus.map((sku) => skuShape(state, sku, lists, false)) } : {}),
		restrict_from_marketplaces: [],
		supplier: { uuid: supplier.sideUuid, name: supplier.organization },
		cost_range: range((cents) => cents),
		minimum_advertised_price_range: range((cents) => cents + 500),
		msrp_range: range((cents) => cents * 2),
		product_images: imagesOf(item, 'uri'),
		product_videos: [],
		categories: [{ uuid: categoryUuid(category), path: category, description: '' }],
		created,
		last_updated,
		item_id,
		title,
		description: `${title} by ${brand}`,
		warranty: '',
		return_policy: '',
		manufacturer: brand,
		brand,
		country_of_origin: country,
		shipping_origin_country: country,
		other_marketplace_restriction: '',
		fba_certified: false,
		item_attributes: {},
		...item.more,
	};
}
