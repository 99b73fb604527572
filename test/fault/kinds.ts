import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { crux } from '../../simulator/crux';
import type { SimulatorState } from '../../simulator/types';
import { fileKinds } from './fileKinds';
import { byId, ITEMS, timp } from './kind';
import type { Kind } from './kind';
import { stepKinds } from './stepKinds';

const skuAt = (item: number) => `SKU-000${item + 1}`;
const stockOf = ({ crux }: SimulatorState, sku: string) => [...crux.skus.values()].find((one) => one.sku_id === sku)!.quantity_in_stock;

/** Orders of the seed with nothing shipped or given back. */
const EBAY_ORDERS = ['12-10001-20001', '12-10004-20004', '12-10007-20007'];
const linesOf = [['10000000011', '10000000012'], ['10000000041'], ['10000000071', '10000000072']];
const ebayOrder = ({ ebay }: SimulatorState, item: number) => ebay.orders.get(EBAY_ORDERS[item])!;
/** Lines of the order in which many can be shipped. */
const cruxLines = ({ crux }: SimulatorState) => crux.orders.find(({ poNumber }) => poNumber === 'PO-1005')!.lines.slice(2, 5);
const cruxOrder = (po: string, { crux }: Pick<SimulatorState, 'crux'>) => crux.orders.find(({ poNumber }) => poNumber === po)!;
const cruxTracked = ({ crux }: SimulatorState, item: number, number: string) => crux.orders.flatMap(({ lines }) => lines).filter((line) => line.uuid === lineUuids[item]).flatMap(({ tracking }) => tracking).filter((one) => one.number === number).length;

/** UUIDs of the seed, which is the same every time. */
const seeded = { crux: crux.createState(1) } as Pick<SimulatorState, 'crux'>;
const lineUuids = cruxLines(seeded as SimulatorState).map(({ uuid }) => uuid);
const itemUuids = [...seeded.crux.items.keys()].slice(0, 3);
const [listUuid] = [...seeded.crux.inventoryLists.keys()];
const trackingOrder = cruxOrder('PO-1005', seeded).uuid;

const stock = { ...timp, resource: 'sku', identifyBy: 'sku_id', identifier: '={{ $json.sku }}', inventory: { quantityInStock: '={{ $json.stock }}' } };
const stockInput = ITEMS.map((item) => ({ sku: skuAt(item), stock: 701 + item }));
const stockSet = (state: SimulatorState, item: number) => (stockOf(state, skuAt(item)) === 701 + item ? 1 : 0);
const toldOfSku = ([{ json }]: INodeExecutionData[], item: number) => json.success === true && (json.identifier as IDataObject).sku_id === skuAt(item);

const offers = ['8000000001', '8000000002', '8000000004'];
const offerSkus = ['DEMO-001', 'DEMO-002', 'DEMO-004'];
const offerAt = ({ ebay }: SimulatorState, item: number) => ebay.inventory.offers.get(offers[item])!;

const removed = (state: SimulatorState, item: number) => (state.crux.items.get(itemUuids[item])!.skuUuids.some((sku) => state.crux.inventoryLists.get(listUuid)!.skuUuids.includes(sku)) ? 0 : 1);
const removal: Omit<Kind, 'name'> = {
	service: 'crux', node: 'crux', nature: 'absolute', role: 'retailer', input: itemUuids.map((uuid) => ({ uuid })),
	parameters: { ...timp, resource: 'inventoryList', operation: 'removeItems', inventoryList: byId(listUuid), itemUuids: '={{ $json.uuid }}' },
	method: 'POST', path: '/remove-items/$', holds: itemUuids, effects: removed, shows: ([{ json }], item) => String(json.item_uuids) === itemUuids[item],
};

const bulkStock: Omit<Kind, 'name'> = {
	service: 'crux', node: 'crux', nature: 'absolute', role: 'supplier', parameters: { ...stock, operation: 'updateInventoryBulk' }, input: stockInput,
	method: 'POST', path: '/inventory/bulk/$', holds: ITEMS.map(skuAt), effects: stockSet, shows: toldOfSku, bulk: 'order',
};

/** The same as rows of one text. */
const tableStock: Omit<Kind, 'name'> = {
	...bulkStock, rowsBy: 'sku_id', parameters: { ...timp, resource: 'sku', operation: 'updateInventoryBulk', rowsFrom: 'csv', identifyBy: 'sku_id', rowsCsv: '={{ $json.csv }}' },
	input: [{ csv: `item_id,sku_id,quantity_in_stock\n${stockInput.map(({ sku, stock: pieces }) => `mine,${sku},${pieces}`).join('\n')}\n` }],
	shows: (items, item) => toldOfSku(items, item) && items[0].json.item_id === 'mine',
};

const prices: Omit<Kind, 'name'> = {
	service: 'ebay', node: 'ebayListings', nature: 'absolute',
	parameters: { resource: 'inventoryItem', operation: 'updatePriceAndQuantity', sku: '={{ $json.sku }}', offer: '={{ $json.offer }}', price: '={{ $json.price }}', offerQuantity: 3 },
	input: ITEMS.map((item) => ({ sku: offerSkus[item], offer: offers[item], price: `7${item}.25` })),
	method: 'POST', path: '/bulk_update_price_quantity$', holds: offers,
	effects: (state, item) => (offerAt(state, item).pricingSummary?.price?.value === `7${item}.25` && offerAt(state, item).availableQuantity === 3 ? 1 : 0),
	shows: ([{ json }], item) => json.sku === offerSkus[item], bulk: 'key', isRow: true,
};

/** The same without the offers, which are looked up. */
const bySku: Omit<Kind, 'name'> = {
	...prices, parameters: { ...prices.parameters, offer: '' }, input: ITEMS.map((item) => ({ sku: offerSkus[item], price: `7${item}.25` })), look: '/v1/offer$', isRow: true,
	shows: ([{ json }], item) => json.sku === offerSkus[item] && json.offerId === offers[item] && ['done', 'unchanged'].includes(String(json.status)),
};

/** Offers that could be published, and SKUs without an offer. */
const UNLISTED = ['8000000015', '8000000021', '8000000027'];
const BARE = ['DEMO-067', 'DEMO-068', 'DEMO-069'];

const parcel: Omit<Kind, 'name' | 'input' | 'effects'> = {
	service: 'ebay', node: 'ebayOrders', nature: 'verify',
	parameters: {
		resource: 'shippingFulfillment', operation: 'create', order: byId('={{ $json.order }}'), lineItems: { entries: [{ lineItem: '={{ $json.line }}', quantity: 1 }] },
		trackingNumber: '={{ $json.number }}', carrier: '={{ $json.number ? "UPS" : "" }}',
	},
	method: 'POST', path: '/shipping_fulfillment$', look: '/shipping_fulfillment$', shows: ([{ json }]) => json.success === true,
};

const tracking: Omit<Kind, 'name' | 'input' | 'effects'> = {
	service: 'crux', node: 'crux', nature: 'verify', role: 'supplier',
	parameters: { ...timp, resource: 'order', operation: 'addTracking', order: byId(trackingOrder), trackingNumber: '={{ $json.number }}', lineItems: { entries: [{ lineItem: '={{ $json.line }}', quantity: 1 }] } },
	method: 'POST', path: '/orders/tracking/', holds: lineUuids, look: '^/timp/orders/[^/]+/$', shows: ([{ json }]) => json.success === true,
};

/** The operations that stand for their kind. */
export const kinds: Kind[] = [
	{
		name: 'read: eBay order get', service: 'ebay', node: 'ebayOrders', nature: 'read', parameters: { resource: 'order', operation: 'get', order: byId('={{ $json.order }}') },
		input: EBAY_ORDERS.map((order) => ({ order })), method: 'GET', path: EBAY_ORDERS.map((order) => `/order/${order}$`), shows: ([{ json }], item) => json.orderId === EBAY_ORDERS[item],
	},
	{
		name: 'paged read: Crux SKU getAll', service: 'crux', node: 'crux', nature: 'read', role: 'supplier', parameters: { ...timp, resource: 'sku', operation: 'getAll', returnAll: true }, input: [{}, {}, {}],
		prepare: ({ crux: state }) => {
			state.skus = new Map([...state.skus].slice(0, 510));
		},
		method: 'GET', path: '/products/skus/$', holds: ['start=0', 'start=500', 'start=500'], isMixed: true, shows: (items, _, { crux: state }) => new Set(items.map(({ json }) => json.uuid)).size === 510 && items.length === state.skus.size,
	},
	{
		name: 'paged read: eBay inventory item getAll', service: 'ebay', node: 'ebayListings', nature: 'read', parameters: { resource: 'inventoryItem', operation: 'getAll', returnAll: true }, input: [{}, {}, {}],
		prepare: ({ ebay }) => {
			for (let serial = 73; serial <= 450; serial++) ebay.inventory.items.set(`MORE-${serial}`, { sku: `MORE-${serial}`, locale: 'en_US' });
		},
		method: 'GET', path: '/inventory_item$', holds: ['offset=0', 'offset=200', 'offset=400'], isMixed: true, shows: (items) => items.length === 450 && new Set(items.map(({ json }) => json.sku)).size === 450,
	},
	{
		name: 'absolute: Crux SKU updateInventory', service: 'crux', node: 'crux', nature: 'absolute', role: 'supplier', parameters: { ...stock, operation: 'updateInventory' }, input: stockInput,
		method: 'POST', path: '/skus/inventory/$', holds: ITEMS.map(skuAt), effects: stockSet, shows: toldOfSku,
	},
	{
		name: 'keyed: eBay location create', service: 'ebay', node: 'ebayListings', nature: 'keyed', input: ITEMS.map((item) => ({ key: `PLACE-${item}` })),
		parameters: { resource: 'location', operation: 'create', locationKey: '={{ $json.key }}', country: 'US', address: { postalCode: '10001' } },
		method: 'POST', path: ITEMS.map((item) => `/location/PLACE-${item}$`), effects: ({ ebay }, item) => (ebay.inventory.locations.has(`PLACE-${item}`) ? 1 : 0), shows: ([{ json }], item) => json.merchantLocationKey === `PLACE-${item}`,
	},
	{
		name: 'keyed: eBay cart removeItem', service: 'ebay', node: 'ebayBuy', nature: 'keyed', input: ITEMS.map((item) => ({ id: `540000000${item + 1}` })),
		parameters: { resource: 'shoppingCart', operation: 'removeItem', cartItem: byId('={{ $json.id }}') },
		method: 'POST', path: '/remove_item$', holds: ITEMS.map((item) => `540000000${item + 1}`), effects: ({ ebay }, item) => (ebay.cart.items.some(({ cartItemId }) => cartItemId === `540000000${item + 1}`) ? 0 : 1),
	},
	{
		...parcel, name: 'verify: eBay shipping fulfillment create', input: ITEMS.map((item) => ({ order: EBAY_ORDERS[item], line: linesOf[item][0], number: `1ZFAULT${item}` })),
		path: EBAY_ORDERS.map((order) => `/order/${order}/shipping_fulfillment$`), effects: (state, item) => ebayOrder(state, item).fulfillments.filter(({ trackingNumber }) => trackingNumber === `1ZFAULT${item}`).length,
	},
	{
		...parcel, name: 'verify: eBay shipping fulfillment create, another line of the same parcel',
		input: [0, 1, 0].map((line, item) => ({ order: EBAY_ORDERS[item === 2 ? 2 : 0], line: linesOf[item === 2 ? 2 : 0][line], number: '1ZSAME' })), holds: [linesOf[0][0], linesOf[0][1], linesOf[2][0]],
		effects: (state, item) => ebayOrder(state, item === 2 ? 2 : 0).fulfillments.filter(({ trackingNumber, lines }) => trackingNumber === '1ZSAME' && lines[0].lineItemId === [linesOf[0][0], linesOf[0][1], linesOf[2][0]][item]).length,
	},
	{
		// no read can tell such parcels apart
		...parcel, name: 'never: eBay shipping fulfillment create, without a tracking number', nature: 'never',
		input: [0, 1, 0].map((line, item) => ({ order: EBAY_ORDERS[item === 2 ? 2 : 0], line: linesOf[item === 2 ? 2 : 0][line], number: '' })), holds: [linesOf[0][0], linesOf[0][1], linesOf[2][0]],
		effects: (state, item) => ebayOrder(state, item === 2 ? 2 : 0).fulfillments.filter(({ lines }) => lines[0].lineItemId === [linesOf[0][0], linesOf[0][1], linesOf[2][0]][item]).length,
	},
	{ ...tracking, name: 'verify: Crux order addTracking', input: ITEMS.map((item) => ({ line: lineUuids[item], number: `1ZCRUX${item}` })), effects: (state, item) => cruxTracked(state, item, `1ZCRUX${item}`) },
	{ ...tracking, name: 'verify: Crux order addTracking, another line of the same package', input: ITEMS.map((item) => ({ line: lineUuids[item], number: '1ZCRUX' })), effects: (state, item) => cruxTracked(state, item, '1ZCRUX') },
	{
		name: 'verify: eBay offer publish', service: 'ebay', node: 'ebayListings', nature: 'verify', parameters: { resource: 'offer', operation: 'publish', offer: byId('={{ $json.offer }}') },
		input: [3, 9, 15].map((serial) => ({ offer: String(8000000000 + serial) })), method: 'POST', path: [3, 9, 15].map((serial) => `/offer/${8000000000 + serial}/publish$`), look: '/offer/\\d+$',
		effects: ({ ebay }, item) => (ebay.inventory.offers.get(String(8000000000 + [3, 9, 15][item]))!.status === 'PUBLISHED' ? 1 : 0),
	},
	{
		name: 'never: eBay order issueRefund, signed', service: 'ebay', node: 'ebayOrders', nature: 'never', input: EBAY_ORDERS.map((order) => ({ order })),
		parameters: { resource: 'order', operation: 'issueRefund', order: byId('={{ $json.order }}'), reason: 'BUYER_CANCEL', amount: '1.00' },
		method: 'POST', path: EBAY_ORDERS.map((order) => `/order/${order}/issue_refund$`), effects: (state, item) => ebayOrder(state, item).refunds.length, shows: ([{ json }]) => typeof json.refundId === 'string',
	},
	{
		name: 'never: Whisk shopping list item add', service: 'whisk', node: 'whisk', nature: 'never', input: ITEMS.map((item) => ({ name: `fault number ${item}` })),
		parameters: { resource: 'shoppingListItem', operation: 'add', list: byId('={{ $json.list }}'), items: { entries: [{ name: '={{ $json.name }}', quantity: 1 }] }, output: 'list' },
		method: 'PUT', path: '/list/v2/[^/]+/item$', holds: ITEMS.map((item) => `fault number ${item}`),
		effects: ({ whisk }, item) => whisk.lists.flatMap(({ items }) => items).filter(({ name }) => name === `fault number ${item}`).length,
	},
	{ ...bulkStock, name: 'gathered by order: Crux SKU updateInventoryBulk, one a call', options: { batchSize: 1 } },
	{ ...bulkStock, name: 'gathered by order: Crux SKU updateInventoryBulk, all in one call' },
	{ ...tableStock, name: 'gathered from a table: Crux SKU updateInventoryBulk, one a call', options: { batchSize: 1 } },
	{ ...tableStock, name: 'gathered from a table: Crux SKU updateInventoryBulk, all in one call' },
	{ ...prices, name: 'gathered by key: eBay updatePriceAndQuantity, one a call', options: { batchSize: 1 } },
	{ ...prices, name: 'gathered by key: eBay updatePriceAndQuantity, all in one call' },
	{ ...removal, name: 'union: Crux inventory list removeItems, one a call', options: { batchSize: 1 } },
	{ ...removal, name: 'union: Crux inventory list removeItems, all in one call' },
	{ ...bySku, name: 'looked up: eBay updatePriceAndQuantity by SKU, one a call', options: { batchSize: 1 } },
	{ ...bySku, name: 'looked up: eBay updatePriceAndQuantity by SKU, all in one call' },
	{ ...bySku, name: 'compared: eBay updatePriceAndQuantity by SKU', parameters: { ...bySku.parameters, compareFirst: true } },
	{
		name: 'looked up, verify: eBay listing end by SKU', service: 'ebay', node: 'ebayListings', nature: 'verify', input: ITEMS.map((item) => ({ sku: offerSkus[item] })),
		parameters: { resource: 'listing', operation: 'end', sku: byId('={{ $json.sku }}') }, method: 'POST', path: offers.map((offer) => `/offer/${offer}/withdraw$`), look: '/offer/\\d+$',
		effects: (state, item) => (offerAt(state, item).status === 'UNPUBLISHED' ? 1 : 0), shows: ([{ json }], item) => json.success === true && json.offerId === offers[item],
	},
	{
		name: 'gathered and kept: eBay inventory item createOrReplaceBulk', service: 'ebay', node: 'ebayListings', nature: 'absolute', input: ITEMS.map((item) => ({ sku: offerSkus[item], title: `Title ${item}` })),
		parameters: { resource: 'inventoryItem', operation: 'createOrReplaceBulk', sku: '={{ $json.sku }}', title: '={{ $json.title }}' },
		method: 'POST', path: '/bulk_create_or_replace_inventory_item$', holds: offerSkus, look: '/inventory_item/[^/]+$', bulk: 'key', shows: ([{ json }], item) => json.sku === offerSkus[item],
		effects: ({ ebay }, item) => (ebay.inventory.items.get(offerSkus[item])!.product!.title === `Title ${item}` && ebay.inventory.items.get(offerSkus[item])!.product!.brand === 'Demo' ? 1 : 0),
	},
	...[1, 3].map((batchSize): Kind => ({
		name: `gathered, verify: eBay offer publishBulk, ${batchSize} a call`, service: 'ebay', node: 'ebayListings', nature: 'verify', options: { batchSize }, parameters: { resource: 'offer', operation: 'publishBulk', offer: '={{ $json.offerId }}' },
		input: UNLISTED.map((offerId) => ({ offerId })), method: 'POST', path: '/bulk_publish_offer$', holds: UNLISTED, look: '/offer/\\d+$', bulk: 'key', bulkKey: 'offerId',
		effects: ({ ebay }, item) => (ebay.inventory.offers.get(UNLISTED[item])!.status === 'PUBLISHED' ? 1 : 0),
	})),
	...[1, 3].map((batchSize): Kind => ({
		name: `gathered, verify: eBay offer createBulk, ${batchSize} a call`, service: 'ebay', node: 'ebayListings', nature: 'verify', options: { batchSize },
		parameters: { resource: 'offer', operation: 'createBulk', sku: '={{ $json.sku }}', format: 'FIXED_PRICE', price: '5.00', availableQuantity: 2 },
		input: BARE.map((sku) => ({ sku })), method: 'POST', path: '/bulk_create_offer$', holds: BARE, look: '/offer$', bulk: 'key', shows: ([{ json }], item, { ebay }) => ebay.inventory.offers.get(String(json.offerId))?.sku === BARE[item],
		effects: ({ ebay }, item) => [...ebay.inventory.offers.values()].filter(({ sku }) => sku === BARE[item]).length,
	})),
	{
		name: 'verify: eBay offer create, whose ID is handed on', service: 'ebay', node: 'ebayListings', nature: 'verify', input: BARE.map((sku) => ({ sku })),
		parameters: { resource: 'offer', operation: 'create', sku: byId('={{ $json.sku }}'), format: 'FIXED_PRICE', price: '5.00', availableQuantity: 2 },
		method: 'POST', path: '/v1/offer$', holds: BARE, look: '/offer$', shows: ([{ json }], item, { ebay }) => ebay.inventory.offers.get(String(json.offerId))?.sku === BARE[item],
		effects: ({ ebay }, item) => [...ebay.inventory.offers.values()].filter(({ sku }) => sku === BARE[item]).length,
	},
	{
		name: 'merge: eBay offer update', service: 'ebay', node: 'ebayListings', nature: 'absolute', parameters: { resource: 'offer', operation: 'update', offer: byId('={{ $json.offer }}'), contentLanguage: 'en-US', availableQuantity: '={{ $json.quantity }}' },
		input: ITEMS.map((item) => ({ offer: offers[item], quantity: 41 + item })), method: 'PUT', path: offers.map((offer) => `/offer/${offer}$`), look: '/offer/\\d+$',
		effects: (state, item) => (offerAt(state, item).availableQuantity === 41 + item && offerAt(state, item).quantityLimitPerBuyer === 5 && offerAt(state, item).pricingSummary?.price?.currency === 'USD' ? 1 : 0),
	},
	{
		name: 'merge: Whisk meal plan updateSettings', service: 'whisk', node: 'whiskFood', nature: 'absolute', parameters: { resource: 'mealPlan', operation: 'updateSettings', settings: { servings: '={{ $json.servings }}', calories: '={{ $json.calories }}', weekStart: '={{ $json.weekStart }}' } },
		input: [{ servings: 7 }, { calories: 1777 }, { weekStart: 'DAY_OF_WEEK_SUNDAY' }], method: 'PUT', path: '/mealplan/v2/settings$', look: '/mealplan/v2/settings$',
		holds: ['"servings":7', '"calorie_per_day":1777', '"week_start":"DAY_OF_WEEK_SUNDAY"'], isMixed: true,
		effects: ({ whisk: { mealPlan: { settings } } }, item) => ([settings.servings === 7, settings.calorie_per_day === 1777, settings.week_start === 'DAY_OF_WEEK_SUNDAY'][item] && settings.generation_algorithm !== undefined ? 1 : 0),
	},
	...fileKinds, ...stepKinds,
];
