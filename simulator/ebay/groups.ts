import type { Answer } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import type { EbayGroup } from './inventorySeed';

const none = (key: string) => failed(404, 25705, { inventoryItemGroupKey: key });

/** GET /inventory_item_group/{inventoryItemGroupKey} */
export function getInventoryItemGroup({ state, params: { inventoryItemGroupKey: key } }: EbayVisit): Answer {
	const group = state.inventory.groups.get(key);
	return group ? { status: 200, body: group } : none(key);
}

/** PUT /inventory_item_group/{inventoryItemGroupKey}: what is not in the body is gone afterwards. */
export function createOrReplaceInventoryItemGroup({ state, params: { inventoryItemGroupKey: key }, body }: EbayVisit): Answer {
	const { items, groups } = state.inventory;
	const { variantSKUs } = body as EbayGroup;
	const strange = variantSKUs.find((sku) => !items.has(sku));
	if (strange !== undefined) return failed(400, 25702, { skuValue: strange });
	const other = [...groups.values()].find((group) => group.inventoryItemGroupKey !== key && group.variantSKUs.some((sku) => variantSKUs.includes(sku)));
	if (other) return failed(400, 25703, { skuValue: variantSKUs.find((sku) => other.variantSKUs.includes(sku))!, inventoryItemGroupKey: other.inventoryItemGroupKey });
	const status = groups.has(key) ? 204 : 201;
	groups.set(key, { ...(body as EbayGroup), inventoryItemGroupKey: key });
	return { status };
}

/** DELETE /inventory_item_group/{inventoryItemGroupKey} */
export function deleteInventoryItemGroup({ state, params: { inventoryItemGroupKey: key } }: EbayVisit): Answer {
	return state.inventory.groups.delete(key) ? { status: 204 } : none(key);
}

/** GET /inventory_item/{sku}/product_compatibility */
export function getProductCompatibility({ state, params: { sku } }: EbayVisit): Answer {
	const found = state.inventory.compatibilities.get(sku);
	return found ? { status: 200, body: { sku, ...found } } : failed(404, 25710);
}

/** PUT /inventory_item/{sku}/product_compatibility */
export function createOrReplaceProductCompatibility({ state, params: { sku }, body }: EbayVisit): Answer {
	const { items, compatibilities } = state.inventory;
	if (!items.has(sku)) return failed(400, 25702, { skuValue: sku });
	const status = compatibilities.has(sku) ? 204 : 201;
	compatibilities.set(sku, { compatibleProducts: body.compatibleProducts });
	return { status };
}

/** DELETE /inventory_item/{sku}/product_compatibility */
export function deleteProductCompatibility({ state, params: { sku } }: EbayVisit): Answer {
	return state.inventory.compatibilities.delete(sku) ? { status: 204 } : failed(404, 25710);
}
