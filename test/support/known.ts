import { permissionUuid } from '../../simulator/crux/people';
import { categoryUuid } from '../../simulator/crux/shapes';
import { BY_ROLE } from '../../simulator/crux/state';
import type { CruxLine, CruxOrder, CruxSku } from '../../simulator/crux/state';
import { ordersKnown, ordersWorlds } from './knownEbayOrders';
import { inventoryBarred, inventoryKnown, inventoryNeeded, inventoryWorlds } from './knownInventory';
import { whiskEither, whiskKnown, whiskWorlds } from './knownWhisk';
import { TASKS } from '../../simulator/ebay/feeds';
import type { ServiceName, SimulatorState } from '../../simulator/types';
import { FILE_SIZE } from './files';

export type Find = (state: SimulatorState) => string[];

/** More would only make runs longer: each kind of record stands among the first. */
const MOST = 12;

/** SKUs with what few have come first: one without a known stock, some with an ISBN. */
const skus = ({ crux }: SimulatorState): CruxSku[] => {
	const rarity = ({ quantity_in_stock: stock, isbn }: CruxSku): number => (stock === null ? 2 : isbn === null ? 0 : 1);
	const all = [...crux.skus.values()].sort((a, b) => rarity(b) - rarity(a));
	return [...all.slice(0, 3), ...[...crux.skus.values()].filter((sku) => !all.slice(0, 3).includes(sku))];
};
const codes = (kind: 'sku_id' | 'upca' | 'ean13' | 'gtin14' | 'isbn'): Find => (state) => skus(state).flatMap((sku) => sku[kind] ?? []);
const isOpen = ({ designation, isCancelRequested }: CruxLine): boolean => designation !== 'HasTracking' && designation !== 'Cancelled' && !isCancelRequested;
const asked: Find = ({ crux }) => crux.orders.filter(({ lines }) => lines.some((line) => line.isCancelRequested)).map(({ uuid }) => uuid);
const askedLines: Find = ({ crux }) => crux.orders.flatMap(({ lines }) => lines).filter((line) => line.isCancelRequested).map(({ uuid }) => uuid);
const orders: Find = ({ crux }) => crux.orders.map(({ uuid }) => uuid);
/** Colleagues of the retailer's demo user: what that one may do decides what the tests may do. */
const colleagues: Find = ({ crux }) => crux.users.filter(({ orgUuid, uuid }) => orgUuid === crux.accounts[0].orgUuid && uuid !== crux.accounts[0].userUuid).map(({ uuid }) => uuid);
/** Lines that the supplier has neither shipped nor cancelled. */
const openLines: Find = ({ crux }) =>
	crux.orders.flatMap(({ lines }) => lines).filter(isOpen).map(({ uuid }) => uuid);
/** Listings that can be bought and are not in the cart. */
const buyable: Find = ({ ebay: { listings, cart } }) =>
	[...listings.values()].filter(({ itemId, hasEnded }) => !hasEnded && !cart.items.some((entry) => entry.itemId === itemId)).map(({ itemId }) => itemId);

/** Lines that a package can hold. */
const shippable = ({ lines }: CruxOrder): string[] => lines.filter(({ status, designation }) => status === 'Allocated' && designation === 'NeedsTracking').map(({ uuid }) => uuid);
const amounts: Find = () => ['0.10', '0.25', '1.00'];
const countries: Find = () => ['US', 'GB', 'DE'];
const languages: Find = () => ['en', 'de'];

/**
 * What exists in the simulator, by the API's own name of the parameter or body member, `list[].member` for one of an
 * entry; where one name means different things, by `<path> <name>`, or by `<method> <path> <name>`.
 */
const KNOWN: Record<ServiceName, Record<string, Find>> = {
	crux: {
		inventory_list_uuid: ({ crux }) => [...crux.inventoryLists.keys()],
		item_uuid: ({ crux }) => [...crux.items.keys()],
		item_uuids: ({ crux }) => [...crux.items.keys()],
		order_uuid: orders, '/orders/export/ uuids': orders, '/orders/acknowledge/ uuids': orders,
		'/orders/cancel/ order_uuid': ({ crux }) => crux.orders.filter(({ lines }) => lines.some(isOpen)).map(({ uuid }) => uuid),
		'/orders/cancel/{order_uuid}/confirm/ order_uuid': asked, '/orders/cancel/{order_uuid}/reject/ order_uuid': asked,
		order_item_uuid: openLines, '/orders/items/cancel/{order_item_uuid}/confirm/ order_item_uuid': askedLines, '/orders/items/cancel/{order_item_uuid}/reject/ order_item_uuid': askedLines,
		catalog_uuid: ({ crux }) => [...crux.catalogs.keys()], discovery_catalog_uuid: ({ crux }) => [...crux.catalogs.keys()],
		'item.uuid': ({ crux }) => [...crux.items.keys()], sku_uuids: ({ crux }) => [...crux.skus.keys()],
		'facets.categories': ({ crux }) => [...new Set([...crux.items.values()].map(({ category }) => categoryUuid(category)))], 'facets.product_identifiers': () => ['upca', 'ean13'],
		'facets.shipping_origin_country': countries, 'facets.supplier': ({ crux }) => [crux.accounts[1].sideUuid],
		user_uuid: colleagues, permission_uuids: () => BY_ROLE.SUPPLIER.map(permissionUuid),
		'/notifications/notification-settings/ uuid': ({ crux }) => crux.settings.map(({ uuid }) => uuid),
		supplier_uuid: ({ crux }) => crux.connections.map(({ supplier }) => supplier.sideUuid),
		initial_character: () => ['A', 'B', '#'], '/discovery/suppliers/ sort.key': () => ['number_of_skus', 'name'], recent: () => ['365', '500'],
		transaction_id: ({ crux }) => crux.transactions.map(({ id }) => id),
		invitation_token: ({ crux }) => [...crux.invitations].filter(([, { state }]) => state === 'open').map(([token]) => token),
		'/organizations/complete-password/ token': ({ crux }) => [...crux.resets.keys()],
		sku_uuid: (state) => skus(state).map(({ uuid }) => uuid),
		supplier_uuids: ({ crux }) => crux.accounts.map(({ sideUuid }) => sideUuid),
		org_uuids: ({ crux }) => crux.accounts.map(({ orgUuid }) => orgUuid),
		po_number: ({ crux }) => crux.orders.map(({ poNumber }) => poNumber),
		export_uuid: ({ crux }) => [...crux.exports.keys()],
		sku_id: codes('sku_id'), upca: codes('upca'), ean13: codes('ean13'), gtin14: codes('gtin14'), isbn: codes('isbn'),
	},
	whisk: { ...whiskKnown, country: countries, language: languages },
	ebay: {
		...ordersKnown,
		'X-EBAY-C-MARKETPLACE-ID': ({ ebay }) => ebay.marketplaces,
		item_id: ({ ebay }) => [...ebay.listings.keys()],
		itemId: buyable,
		'/buy/browse/v1/item_summary/search q': ({ ebay }) => [...ebay.listings.values()].filter(({ hasEnded }) => !hasEnded).map(({ title }) => title),
		'/buy/marketing/v1_beta/merchandised_product category_id': () => ['9355', '20697'],
		'/buy/marketing/v1_beta/merchandised_product aspect_filter': () => ['Brand:Demo', 'Brand:Canon'],
		cartItemId: ({ ebay }) => ebay.cart.items.map(({ cartItemId }) => cartItemId),
		orderId: ({ ebay }) => [...ebay.orders.keys()], orderIds: ({ ebay }) => [...ebay.orders.keys()],
		'/sell/fulfillment/v1/order filter:': () => ['orderfulfillmentstatus:{NOT_STARTED|FULFILLED}'],
		'lineItems[].quantity': () => ['1'], trackingNumber: () => ['1Z999AA10123456784', 'RB123456785US', 'JD0002233'], shippingCarrierCode: () => ['UPS', 'USPS'],
		currency: () => ['USD'], orderLevelRefundAmount: amounts, refundAmount: amounts,
		'product.imageUrls': () => ['https://i.ebayimg.test/1.jpg', 'https://i.ebayimg.test/2.jpg'], country: countries,
		categoryId: () => ['9355', '20697'],
		availableQuantity: () => ['1', '7', '30'],
		...inventoryKnown,
		task_id: () => Object.keys(TASKS),
		video_id: ({ ebay }) => [...ebay.videos.values()].filter(({ content }) => !content.length).map(({ videoId }) => videoId),
		'/commerce/media/v1_beta/video/{video_id} video_id': ({ ebay }) => [...ebay.videos.values()].sort((a, b) => b.content.length - a.content.length).map(({ videoId }) => videoId),
		'Content-Range': () => [`bytes 0-${FILE_SIZE - 1}/${FILE_SIZE}`],
	},
};

/** Values that only fit each other: one of these goes into an input, whole. */
export type World = Record<string, string[]>;

/** Orders with their lines. */
const withLines = (all: CruxOrder[]): World[] => all.map(({ uuid, lines }) => ({ order_uuid: [uuid], line_item_uuid: lines.map((line) => line.uuid) }));

const disputes = ({ ebay }: SimulatorState) => [...ebay.disputes.values()].filter(({ files }) => files.length);

const WORLDS: Record<ServiceName, Record<string, (state: SimulatorState) => World[]>> = {
	crux: {
		'/organizations/user-login/': ({ crux }) => crux.accounts.map(({ username, password }) => ({ username: [username], password: [password] })),
		'/organizations/connections/request/{request_uuid}/': ({ crux }) => [...crux.requests.values()].map(({ uuid, integrations }) => ({ request_uuid: [uuid], record_uuid: integrations.map((one) => String(one.record_uuid)) })),
		'/orders/create/': ({ crux }) => [{ supplier_org_uuid: [crux.accounts[1].orgUuid], supplier_uuid: [crux.accounts[1].sideUuid], sku_id: [...crux.skus.values()].slice(0, MOST).map((sku) => sku.sku_id) }],
		'/orders/allocation/{order_uuid}/': ({ crux }) => withLines(crux.orders).map((world) => ({ ...world, 'allocation.quantity_accepted': ['1'], 'allocation.quantity_rejected': ['0'], 'allocation.quantity_backordered': ['0'] })),
		'/orders/{order_uuid}/invoices/': ({ crux }) => withLines(crux.orders).map((world) => ({ ...world, quantity_invoiced: ['1'] })),
		'/orders/{order_uuid}/attributes/': ({ crux }) => withLines(crux.orders),
		'/orders/{order_uuid}/fees/': ({ crux }) => withLines(crux.orders),
		'/orders/tracking/{order_uuid}/': ({ crux }) => crux.orders.filter((order) => shippable(order).length > 5).map((order) => ({ order_uuid: [order.uuid], line_item_uuid: shippable(order) })),
	},
	whisk: whiskWorlds,
	ebay: {
		...ordersWorlds,
		'/sell/fulfillment/v1/order/{orderId}/shipping_fulfillment': ({ ebay }) => [...ebay.orders.values()].map(({ orderId, lines }) => ({ orderId: [orderId], lineItemId: lines.map((line) => line.lineItemId) })),
		'/sell/fulfillment/v1/order/{order_id}/issue_refund': ({ ebay }) => [...ebay.orders.values()].map(({ orderId, lines }) => ({
			order_id: [orderId], lineItemId: lines.map((line) => line.lineItemId), 'legacyReference.legacyItemId': [lines[0].legacyItemId], 'legacyReference.legacyTransactionId': [lines[0].legacyTransactionId],
		})),
		'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/add_evidence': (state) => disputes(state).filter(({ status }) => status !== 'CLOSED').map(({ paymentDisputeId, files, lines }) => ({
			payment_dispute_id: [paymentDisputeId], fileId: files.map((one) => one.fileId), itemId: [lines[0].itemId], lineItemId: [lines[0].lineItemId],
		})),
		'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/upload_evidence_file': ({ ebay }) => [...ebay.disputes.values()].filter(({ status }) => status !== 'CLOSED').map(({ paymentDisputeId }) => ({ payment_dispute_id: [paymentDisputeId] })),
		'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}/fetch_evidence_content': (state) => disputes(state).flatMap(({ paymentDisputeId, evidence }) => evidence.map(({ evidenceId, files }) => ({
			payment_dispute_id: [paymentDisputeId], evidence_id: [evidenceId], file_id: files.map((one) => one.fileId),
		}))),
		'/sell/fulfillment/v1/payment_dispute/{payment_dispute_id}': ({ ebay }) => [...ebay.disputes.keys()].map((id) => ({ payment_dispute_id: [id] })),
		...inventoryWorlds,
	},
};

/** Places of a body that exclude each other: one of each group is filled. The first one is what a minimal input has. */
const EITHER: Record<ServiceName, Record<string, string[][]>> = {
	crux: {},
	whisk: whiskEither,
	ebay: { '/sell/fulfillment/v1/order/{order_id}/issue_refund': [['orderLevelRefundAmount', 'refundItems']] },
};

/** Parameters that the service needs though its contract leaves them open, or only together with others. */
const NEEDED: Record<ServiceName, Record<string, string[]>> = {
	crux: { '/discovery/participation/{supplier_uuid}/': ['catalog'] },
	whisk: { '/products/v1/upsert/batch': ['values.name'] },
	ebay: inventoryNeeded,
};

/** Groups of places in the body that exclude each other. */
export const either = (service: ServiceName, path: string): string[][] => EITHER[service][path] ?? [];

/** Parameters, or members of collections by dot path, that even the smallest input has. */
export const needed = (service: ServiceName, path: string): string[] => NEEDED[service][path] ?? [];

/** Places of the body that only other records of the route have than those of the tests. */
export const barred = (service: ServiceName, route: string): string[] => (service === 'ebay' ? inventoryBarred[route] : undefined) ?? [];

/** Values that exist in the simulator for a name of the API, which may stand in an object or an entry; undefined where any value will do. */
export function existing(state: SimulatorState, service: ServiceName, path: string, name: string, below = name, step = 0, method = ''): string[] | undefined {
	const worlds = WORLDS[service][path]?.(state) ?? [];
	const world = worlds.length ? worlds[step % worlds.length] : {};
	const found = world[below] ?? world[name];
	if (found) return found;
	const known = KNOWN[service];
	const find = known[`${method} ${path} ${name}`] ?? known[`${path} ${below}`] ?? known[`${path} ${name}`] ?? known[below] ?? known[name];
	return find?.(state).slice(0, MOST);
}

/** Every path that something is known of, to be held against the contracts. */
export const knownPaths = (): string[] => [WORLDS, EITHER, NEEDED].flatMap((one) => Object.values(one).flatMap((paths) => Object.keys(paths)));
