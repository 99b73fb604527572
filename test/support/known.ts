import type { CruxSku } from '../../simulator/crux/state';
import type { ServiceName, SimulatorState } from '../../simulator/types';

type Find = (state: SimulatorState) => string[];

/** More would only make runs longer: each kind of record stands among the first. */
const MOST = 12;

/** SKUs with what few have come first: one without a known stock, some with an ISBN. */
const skus = ({ crux }: SimulatorState): CruxSku[] => {
	const rarity = ({ quantity_in_stock: stock, isbn }: CruxSku): number => (stock === null ? 2 : isbn === null ? 0 : 1);
	const all = [...crux.skus.values()].sort((a, b) => rarity(b) - rarity(a));
	return [...all.slice(0, 3), ...[...crux.skus.values()].filter((sku) => !all.slice(0, 3).includes(sku))];
};
const codes = (kind: 'sku_id' | 'upca' | 'ean13' | 'gtin14' | 'isbn'): Find => (state) => skus(state).flatMap((sku) => sku[kind] ?? []);
/** Lines that the supplier has neither shipped nor cancelled. */
const openLines: Find = ({ crux }) =>
	crux.orders.flatMap(({ lines }) => lines).filter(({ designation }) => designation !== 'HasTracking' && designation !== 'Cancelled').map(({ uuid }) => uuid);
/** Listings that can be bought and are not in the cart. */
const buyable: Find = ({ ebay: { listings, cart } }) =>
	[...listings.values()].filter(({ itemId, hasEnded }) => !hasEnded && !cart.items.some((entry) => entry.itemId === itemId)).map(({ itemId }) => itemId);

/**
 * What exists in the simulator, by the API's own name of the parameter or body member; where one name means different
 * things, by `<path> <name>`.
 */
const KNOWN: Record<ServiceName, Record<string, Find>> = {
	crux: {
		inventory_list_uuid: ({ crux }) => [...crux.inventoryLists.keys()],
		item_uuid: ({ crux }) => [...crux.items.keys()],
		item_uuids: ({ crux }) => [...crux.items.keys()],
		order_uuid: ({ crux }) => crux.orders.map(({ uuid }) => uuid),
		order_item_uuid: openLines,
		sku_uuid: (state) => skus(state).map(({ uuid }) => uuid),
		supplier_uuids: ({ crux }) => crux.accounts.map(({ sideUuid }) => sideUuid),
		org_uuids: ({ crux }) => crux.accounts.map(({ orgUuid }) => orgUuid),
		sku_id: codes('sku_id'), upca: codes('upca'), ean13: codes('ean13'), gtin14: codes('gtin14'), isbn: codes('isbn'),
	},
	whisk: {
		'/list/v2/{id} id': ({ whisk }) => whisk.lists.map(({ id }) => id),
		'/recipe/v2/get id': ({ whisk }) => [...whisk.recipes.keys()],
		list_id: ({ whisk }) => [whisk.lists[0].id],
		item_id: ({ whisk }) => whisk.lists[0].items.map(({ id }) => id),
	},
	ebay: {
		'X-EBAY-C-MARKETPLACE-ID': ({ ebay }) => ebay.marketplaces,
		item_id: ({ ebay }) => [...ebay.listings.keys()],
		itemId: buyable,
		'/buy/browse/v1/item_summary/search q': ({ ebay }) => [...ebay.listings.values()].filter(({ hasEnded }) => !hasEnded).map(({ title }) => title),
		cartItemId: ({ ebay }) => ebay.cart.items.map(({ cartItemId }) => cartItemId),
	},
};

/** Values that exist in the simulator for a name of the API; undefined where any value will do. */
export function existing(state: SimulatorState, service: ServiceName, path: string, name: string): string[] | undefined {
	const find = KNOWN[service][`${path} ${name}`] ?? KNOWN[service][name];
	return find?.(state).slice(0, MOST);
}
