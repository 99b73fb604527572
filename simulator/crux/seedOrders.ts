import { numberOf, uuidOf } from '../random';
import { dayOf, skuUuid } from './seedIds';
import type { AllocationStatus, CruxLine, CruxOrder, CruxTracking, Designation } from './state';

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
			// many lines of many pieces, for packages of any size
			...Array.from({ length: 12 }, (_, index): LinePlan => [105 + index, 600, 'Allocated', 'NeedsTracking']),
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

function seededTracking(seed: number, line: string, quantity: number): CruxTracking {
	return {
		packageUuid: uuidOf(seed, `package:${line}`),
		number: `1Z${String(numberOf(seed, `tracking:${line}`, 1e9)).padStart(9, '0')}`,
		carrier: 'UPS',
		method: 'Ground',
		weight: null,
		cost: null,
		skuCost: null,
		date: '2026-10-18',
		created: '2026-10-18T10:00:00.000001Z',
		quantity,
		attributes: [],
	};
}

function createLine(seed: number, po: string, index: number, [sku, quantity, status, designation]: LinePlan): CruxLine {
	const isShipped = designation === 'HasTracking';
	return {
		uuid: uuidOf(seed, `line:${po}:${index + 1}`),
		skuUuid: skuUuid(seed, sku),
		quantity,
		status,
		designation,
		backorderDate: designation === 'Backordered' ? '2026-12-15' : null,
		tracking: isShipped ? [seededTracking(seed, `${po}:${index}`, quantity)] : [],
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

/** The orders of a fresh state. */
export const createOrders = (seed: number): CruxOrder[] => ORDERS.map((plan, index) => createOrder(seed, plan, index));
