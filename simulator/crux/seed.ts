import { codeOf, numberOf, uuidOf } from '../random';
import { dayOf, itemUuid, skuIdOf, skuUuid } from './seedIds';
import { createOrders } from './seedOrders';
import { createPeople } from './seedPeople';
import { createAccount } from './state';
import type { CruxInventoryList, CruxItem, CruxSku, CruxState } from './state';

const ITEMS = 250;
const SKUS_PER_ITEM = 4;
const COLORS = ['Black', 'Blue', 'Green', 'Red'];
const SIZES = ['S', 'M', 'L', 'XL'];
const GOODS = ['Rain Jacket', 'Trail Pack', 'Camp Stove', 'Wool Socks', 'Head Lamp', 'Dry Bag', 'Sun Hat', 'Water Bottle', 'Field Guide', 'Tent Pegs'];
const CLOTHING = new Set(['Rain Jacket', 'Wool Socks', 'Sun Hat']);
const BRANDS = ['Fjordline', 'Cedar & Co', 'Peakwise', 'Tidewater'];
const COUNTRIES = ['NO', 'US', 'US', 'CA'];
/** Later ones are only for retailers without a connection. */
const STANDARD_ITEMS = 240;

/** Items 2 and 4 are discontinued as a whole, item 7 in one SKU only. */
const DISCONTINUED = new Set([5, 6, 7, 8, 13, 14, 15, 16, 26]);
const UNAVAILABLE = new Set([33, 402]);
const NO_STOCK_KNOWN = 900;

function restrictionOf(serial: number): CruxSku['restrictions'] {
	if (DISCONTINUED.has(serial)) return 'discontd';
	return UNAVAILABLE.has(serial) ? 'tmpunavail' : null;
}

function createSku(seed: number, serial: number): CruxSku {
	const restrictions = restrictionOf(serial);
	const variant = (serial - 1) % SKUS_PER_ITEM;
	return {
		uuid: skuUuid(seed, serial),
		itemUuid: itemUuid(seed, Math.ceil(serial / SKUS_PER_ITEM)),
		sku_id: skuIdOf(serial),
		upca: serial % 2 === 0 ? codeOf('0614', serial, 12) : null,
		ean13: serial % 3 === 0 ? codeOf('4006', serial, 13) : null,
		gtin14: serial % 5 === 0 ? codeOf('1061', serial, 14) : null,
		isbn: serial % 40 === 33 ? codeOf('97800', serial, 13) : null,
		// the documentation says that it may be null
		quantity_in_stock: serial === NO_STOCK_KNOWN ? null : restrictions === 'discontd' ? 0 : numberOf(seed, `stock:${serial}`, 200),
		quantity_on_backorder: numberOf(seed, `backorder:${serial}`, 10) === 0 ? 5 : 0,
		restrictions,
		color: COLORS[variant],
		size: SIZES[variant],
		cents: 500 + numberOf(seed, `price:${serial}`, 9500),
		created: dayOf(1, '08:00:00.000001'),
		last_updated: dayOf(20, '08:00:00.000001'),
	};
}

function categoryOf(good: string): string {
	if (good === 'Field Guide') return 'Outdoor > Books';
	return CLOTHING.has(good) ? 'Outdoor > Clothing' : 'Outdoor > Gear';
}

/** None to five pictures, of 400 x 300, 800 x 600 or 1200 x 900 pixels. */
function imagesOf(serial: number): CruxItem['images'] {
	const scale = 1 + (serial % 3);
	return Array.from({ length: serial % 6 }, () => ({ width: 400 * scale, height: 300 * scale }));
}

function createItem(seed: number, serial: number): CruxItem {
	const first = (serial - 1) * SKUS_PER_ITEM + 1;
	const good = GOODS[(serial - 1) % GOODS.length];
	return {
		uuid: itemUuid(seed, serial),
		item_id: `ITEM-${String(serial).padStart(3, '0')}`,
		title: `${good} ${serial}`,
		brand: BRANDS[serial % BRANDS.length],
		category: categoryOf(good),
		country: COUNTRIES[serial % COUNTRIES.length],
		shipping: serial % 5 === 0 ? 'free' : 'fixed',
		bundle: serial % 8 === 0 ? 'case_pack' : 'single',
		catalogType: serial > STANDARD_ITEMS ? 'discovery' : 'standard',
		images: imagesOf(serial),
		skuUuids: Array.from({ length: SKUS_PER_ITEM }, (_, index) => skuUuid(seed, first + index)),
		created: dayOf(1, '08:00:00.000001'),
		last_updated: dayOf(20, '08:00:00.000001'),
	};
}

interface ListPlan {
	name: string;
	description: string;
	items: number[];
}

const LISTS: ListPlan[] = [
	{ name: 'Autumn Shop', description: 'What the web shop shows this season', items: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
	{ name: 'Marketplace', description: 'What goes to the marketplaces', items: [4, 13, 14, 15, 16, 17, 18] },
	{ name: 'Gift Guide', description: 'Small things under fifty', items: [21, 22, 23] },
];

function createList(seed: number, { name, description, items }: ListPlan, index: number): CruxInventoryList {
	const serials = items.flatMap((item) => Array.from({ length: SKUS_PER_ITEM }, (_, at) => (item - 1) * SKUS_PER_ITEM + 1 + at));
	return {
		uuid: uuidOf(seed, `list:${name}`),
		name,
		description,
		skuUuids: serials.map((serial) => skuUuid(seed, serial)),
		created: dayOf(2 + index, '09:15:00.120000'),
		last_updated: dayOf(21 + index, '09:15:00.120000'),
	};
}

const byUuid = <T extends { uuid: string }>(records: T[]) => new Map(records.map((record) => [record.uuid, record]));

/** A fresh state: two accounts, 250 items of four SKUs unless more are asked for, three inventory lists, six orders. */
export function createCruxState(seed: number, goods = ITEMS): CruxState {
	const serials = Array.from({ length: goods * SKUS_PER_ITEM }, (_, index) => index + 1);
	const accounts = [createAccount(seed, 'RETAILER'), createAccount(seed, 'SUPPLIER')];
	const items = serials.slice(0, goods).map((serial) => createItem(seed, serial));
	return {
		...createPeople(seed, accounts, items),
		accounts,
		tokens: new Map(),
		logins: 0,
		tokenLife: 7200,
		loginEndsOlderToken: false,
		pagesInventoryLists: true,
		limitIsPageEnd: false,
		removeItemsAnswer: undefined,
		skus: byUuid(serials.map((serial) => createSku(seed, serial))),
		items: byUuid(items),
		inventoryLists: byUuid(LISTS.map((plan, index) => createList(seed, plan, index))),
		orders: createOrders(seed),
		exports: new Map(),
		pendingPolls: 2,
		uploads: new Map(),
		files: new Map(),
	};
}
