import type { CruxLine, CruxOrder, CruxState, CruxTracking } from '../../simulator/crux/state';

/** A UUID that no seed has. */
export const id = (serial: number): string => `00000000-0000-4000-8000-0000000000${String(serial).padStart(2, '0')}`;

/** An order like the first one, but new. */
export function addOrder(state: CruxState, serial: number, created = new Date().toISOString(), more: Partial<CruxLine> = {}): CruxOrder {
	const [one] = state.orders;
	const order: CruxOrder = { ...one, uuid: id(serial), poNumber: `PO-9${serial}`, created, lines: one.lines.map((line, at) => ({ ...line, uuid: id(50 + 2 * serial + at), tracking: [], ...more })) };
	state.orders.push(order);
	return order;
}

/** A package that was sent today. */
export const parcel = (number: string): CruxTracking => ({ packageUuid: id(1), number, carrier: 'UPS', method: null, weight: null, cost: null, skuCost: null, date: '2026-11-22', created: new Date().toISOString(), quantity: 1, attributes: [] });
