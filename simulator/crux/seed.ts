import { codeOf, numberOf, uuidOf } from '../random';
import { createAccount } from './state';
import type { AllocationStatus, CruxInventoryList, CruxItem, CruxLine, CruxOrder, CruxSku, CruxState, Designation } from './state';

const ITEMS = 250;
const SKUS_PER_ITEM = 4;
const COLORS = ['Black', 'Blue', 'Green', 'Red'];
const SIZES = ['S', 'M', 'L', 'XL'];
const GOODS = ['Rain Jacket', 'Trail Pack', 'Camp Stove', 'Wool Socks', 'Head Lamp', 'Dry Bag', 'Sun Hat', 'Water Bottle', 'Field Guide', 'Tent Pegs'];
const BRANDS = ['Fjordline', 'Cedar & Co', 'Peakwise', 'Tidewater'];

/** Items 2 and 4 are discontinued as a whole, item 7 in one SKU only. */
const DISCONTINUED = new Set([5, 6, 7, 8, 13, 14, 15, 16, 26]);
const UNAVAILABLE = new Set([33, 402]);
const NO_STOCK_KNOWN = 900;

const dayOf = (day: number, time: string) => `2026-${day > 30 ? '10' : '09'}-${String(((day - 1) % 30) + 1).padStart(2, '0')}T${time}Z`;

const skuIdOf = (serial: number) => `SKU-${String(serial).padStart(4, '0')}`;

const skuUuid = (seed: number, serial: number) => uuidOf(seed, `sku:${skuIdOf(serial)}`);

const itemUuid = (seed: number, serial: number) => uuidOf(seed, `item:${serial}`);

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

function createItem(seed: number, serial: number): CruxItem {
	const first = (serial - 1) * SKUS_PER_ITEM + 1;
	return {
		uuid: itemUuid(seed, serial),
		item_id: `ITEM-${String(serial).padStart(3, '0')}`,
		title: `${GOODS[(serial - 1) % GOODS.length]} ${serial}`,
		brand: BRANDS[serial % BRANDS.length],
		category: 'Outdoor > Gear',
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

type LinePlan = [sku: number, quantity: number, status: AllocationStatus, designation: Designation | null];

interface OrderPlan {
	po: string;
	day: number;
	customer: string;
	city: string;
	isSent: boolean;
	lines: LinePlan[];
}

const ORDERS: OrderPlan[] = [
	{
		po: 'PO-1001',
		day: 33,
		customer: 'Ida Brandt',
		city: 'Portland',
		isSent: true,
		lines: [
			[5, 1, 'Unallocated', null],
			[30, 2, 'Unallocated', null],
		],
	},
	{
		po: 'PO-1002',
		day: 35,
		customer: 'Omar Haddad',
		city: 'Boise',
		isSent: true,
		lines: [
			[7, 1, 'Allocated', 'NeedsTracking'],
			[13, 1, 'Allocated', 'HasTracking'],
			[41, 3, 'Allocated', 'NeedsTracking'],
		],
	},
	{
		po: 'PO-1003',
		day: 37,
		customer: 'Mei Tan',
		city: 'Tacoma',
		isSent: true,
		lines: [
			[14, 2, 'Unallocated', null],
			[52, 4, 'Partial', 'Backordered'],
		],
	},
	{
		po: 'PO-1004',
		day: 40,
		customer: 'Luca Ferri',
		city: 'Reno',
		isSent: true,
		lines: [
			[26, 1, 'Allocated', 'NeedsTracking'],
			[61, 1, 'Allocated', 'Cancelled'],
			[62, 2, 'Allocated', 'HasTracking'],
			[63, 1, 'Allocated', 'Rejected'],
		],
	},
	{
		po: 'PO-1005',
		day: 44,
		customer: 'Ana Lopes',
		city: 'Salem',
		isSent: true,
		lines: [
			[101, 1, 'Allocated', 'HasTracking'],
			[102, 1, 'Allocated', 'HasTracking'],
		],
	},
	{
		po: 'PO-1006',
		day: 47,
		customer: 'Jon Pratt',
		city: 'Eugene',
		isSent: false,
		lines: [
			[8, 1, 'Partial', 'Backordered'],
			[103, 2, 'Unallocated', null],
			[104, 1, 'Unallocated', null],
		],
	},
];

function createLine(seed: number, po: string, index: number, [sku, quantity, status, designation]: LinePlan): CruxLine {
	const isShipped = designation === 'HasTracking';
	const number = `1Z${String(numberOf(seed, `tracking:${po}:${index}`, 1e9)).padStart(9, '0')}`;
	return {
		uuid: uuidOf(seed, `line:${po}:${index + 1}`),
		skuUuid: skuUuid(seed, sku),
		quantity,
		status,
		designation,
		backorderDate: designation === 'Backordered' ? '2026-12-15' : null,
		tracking: isShipped ? [{ number, carrier: 'UPS', method: 'Ground', date: '2026-10-18' }] : [],
		isCancelRequested: false,
	};
}

function createOrder(seed: number, { po, day, customer, city, isSent, lines }: OrderPlan, index: number): CruxOrder {
	return {
		uuid: uuidOf(seed, `order:${po}`),
		poNumber: po,
		created: dayOf(day, `14:0${index}:21.512345`),
		customer,
		city,
		notes: index === 0 ? 'Gift: no price on the slip' : '',
		isSentToSupplier: isSent,
		lines: lines.map((line, at) => createLine(seed, po, at, line)),
	};
}

const byUuid = <T extends { uuid: string }>(records: T[]) => new Map(records.map((record) => [record.uuid, record]));

/** A fresh state: two accounts, 250 items of four SKUs, three inventory lists, six orders. */
export function createCruxState(seed: number): CruxState {
	const serials = Array.from({ length: ITEMS * SKUS_PER_ITEM }, (_, index) => index + 1);
	return {
		accounts: [createAccount(seed, 'RETAILER'), createAccount(seed, 'SUPPLIER')],
		tokens: new Map(),
		logins: 0,
		tokenLife: 7200,
		loginEndsOlderToken: false,
		pagesInventoryLists: true,
		limitIsPageEnd: false,
		removeItemsAnswer: undefined,
		skus: byUuid(serials.map((serial) => createSku(seed, serial))),
		items: byUuid(serials.slice(0, ITEMS).map((serial) => createItem(seed, serial))),
		inventoryLists: byUuid(LISTS.map((plan, index) => createList(seed, plan, index))),
		orders: ORDERS.map((plan, index) => createOrder(seed, plan, index)),
	};
}
