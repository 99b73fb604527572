import { crux as service } from '../../simulator/crux';
import { useSimulator } from '../support/simulator';
import { NOWHERE, callerOf, said } from './cruxCalls';
import type { Json, Reply, Side } from './cruxCalls';

const used = useSimulator();
const { ask, lineOf, orderOf } = callerOf(used);

test('every operation of the contract has a rule, and no rule is without one', () => {
	expect(Object.keys(service.rules).sort()).toEqual(service.operations.map(({ id }) => id).sort());
});

describe('tracking', () => {
	const VERSIONS = {
		timp: {
			path: (uuid: string) => `/timp/orders/tracking/${uuid}/`,
			parcel: (lines: Array<[string, number]>, number = 'T-1') => ({
				tracking_number: number, supplier_provided_carrier: 'FedEx', package_weight: 2.5, package_ship_cost: 12, package_ship_date: '2026-10-20',
				line_items: lines.map(([uuid, quantity]) => ({ line_item_uuid: uuid, quantity_shipped: quantity, supplier_provided_sku_cost: 13.98 })),
				package_attributes: [{ attribute_name: 'Pallet', attribute_value: '7' }],
			}),
		},
		v1: {
			path: (uuid: string) => `/orders/tracking/${uuid}/`,
			parcel: (lines: Array<[string, number]>, number = 'T-1') => ({
				tracking: number, carrier: 'FedEx', weight: 2.5, ship_cost: 12, line_items: lines.map(([uuid, quantity]) => ({ line_item_uuid: uuid, quantity, sku_cost: 13.98 })),
			}),
		},
	};
	const versions = test.each(Object.keys(VERSIONS) as Array<keyof typeof VERSIONS>);
	const ship = async (version: keyof typeof VERSIONS, po: string, lines: Array<[string, number]>, number?: string, side: Side = 'Supplier') =>
		await ask(side, `POST ${VERSIONS[version].path(orderOf(po).uuid)}`, VERSIONS[version].parcel(lines, number));

	versions('%s: a package over two lines stands on both, and on no other', async (version) => {
		const [first, , third] = orderOf('PO-1002').lines;
		const { status, body } = await ship(version, 'PO-1002', [[first.uuid, 1], [third.uuid, 2]]);
		expect(status).toBe(200);
		const { body: order } = await ask('Retailer', `GET /timp/orders/${orderOf('PO-1002').uuid}/`);
		const [one, other, two] = order.line_items;
		const date = version === 'timp' ? '2026-10-20' : new Date().toISOString().slice(0, 10);
		const parcel = { tracking_number: 'T-1', shipping_carrier: 'FedEx', shipping_weight: '2.50', shipping_cost: '12.00', shipping_date: date };
		const attributes = version === 'timp' ? [{ attribute_name: 'Pallet', attribute_value: '7' }] : [];
		expect(one.tracking).toEqual([{ ...parcel, shipping_method: null, created_date: expect.any(String), quantity: 1, package_attributes: attributes }]);
		expect(two.tracking).toEqual([expect.objectContaining({ ...parcel, quantity: 2 })]);
		expect([one, other, two].map((line) => line.line_item_designation)).toEqual(['HasTracking', 'HasTracking', 'HasTracking']);
		expect(other.tracking).toHaveLength(1);
		const kept = [first, third].map((line) => line.tracking[0].packageUuid);
		expect(kept[0]).toBe(kept[1]);
		expect(body).toEqual(version === 'timp' ? { package_uuid: kept[0] } : {});
	});

	test('version 1 and the list of orders show it too', async () => {
		const { uuid } = lineOf('PO-1004', 0);
		await ship('v1', 'PO-1004', [[uuid, 1]], 'T-9');
		const detail = await ask('Supplier', `GET /orders/${orderOf('PO-1004').uuid}/`);
		expect(detail.body.line_items[0]).toMatchObject({ uuid, status: 'HasTracking', tracking_numbers: ['T-9'] });
		for (const path of ['/orders/', '/timp/orders/']) {
			const list = await ask('Supplier', `POST ${path}`, { line_item_designation: 'HasTracking' });
			const found = list.body.orders.find((order: Json) => order.purchase_order_id === 'PO-1004').line_items[0];
			expect(JSON.stringify(found.tracking_numbers ?? found.tracking)).toContain('T-9');
		}
	});

	versions('%s: the same package sent twice is there twice', async (version) => {
		const line = lineOf('PO-1005', 2);
		for (const round of [1, 2]) {
			expect((await ship(version, 'PO-1005', [[line.uuid, 600]])).status).toBe(200);
			expect(line.tracking).toHaveLength(round);
		}
		expect(line.tracking.map(({ number }) => number)).toEqual(['T-1', 'T-1']);
		expect(new Set(line.tracking.map(({ packageUuid }) => packageUuid)).size).toBe(2);
	});

	versions('%s: what cannot be shipped is refused and changes nothing', async (version) => {
		const before = JSON.stringify(used.sim.state.crux.orders);
		const [line, other] = [lineOf('PO-1002', 2), lineOf('PO-1001', 0)];
		const refusals: Array<[Reply, number, RegExp]> = [
			[await ship(version, 'PO-1002', [[lineOf('PO-1002', 0).uuid, 1], [NOWHERE, 1]]), 422, /no such line/],
			[await ship(version, 'PO-1002', [[other.uuid, 1]]), 422, /no such line/],
			[await ship(version, 'PO-1002', [[line.uuid, 4]]), 422, /4 are more than the 3 ordered/],
			[await ship(version, 'PO-1002', [[line.uuid, 2], [line.uuid, 2]]), 422, /4 are more than the 3 ordered/],
			[await ship(version, 'PO-1001', [[other.uuid, 1]]), 422, /not allocated/],
			[await ship(version, 'PO-1004', [[lineOf('PO-1004', 1).uuid, 1]]), 422, /cancelled/],
			[await ship(version, 'PO-1002', [[line.uuid, 0]]), 400, /1 or more/],
			[await ship(version, 'PO-1002', []), 400, /at least one line/],
			[await ship(version, 'PO-1002', [[line.uuid, 1]], ' '), 400, /must not be empty/],
			[await ship(version, 'PO-1002', [[line.uuid, 1]], 'T-1', 'Retailer'), 409, /Only a supplier/],
			[await ask('Supplier', `POST ${VERSIONS[version].path(NOWHERE)}`, VERSIONS[version].parcel([[line.uuid, 1]])), 404, /No order/],
		];
		for (const [{ status, body }, expected, message] of refusals) expect({ status, body }).toEqual({ status: expected, body: said(message) });
		expect(JSON.stringify(used.sim.state.crux.orders)).toBe(before);
	});

	test('a member of the other version is refused', async () => {
		const { status, body } = await ask('Supplier', `POST ${VERSIONS.v1.path(orderOf('PO-1002').uuid)}`, VERSIONS.timp.parcel([[lineOf('PO-1002', 0).uuid, 1]]));
		expect({ status, body }).toEqual({ status: 400, body: said(/missing in the body: tracking/) });
	});
});

describe('fees and PO numbers', () => {
	const fees = async (skus: Json[], side: Side = 'Retailer') => await ask(side, 'POST /orders/fees/', { skus, address: { city: 'Reno', state: 'NV' } });

	test('an estimate grows with pieces and with SKUs', async () => {
		expect(await fees([{ sku_id: 'SKU-0001', quantity: 1 }])).toEqual({ status: 200, body: { estimated_shipping_cost: '4.50', drop_ship_fee: '2.00', order_fee: '0.50' } });
		const { body } = await fees([{ sku_id: 'SKU-0001', quantity: 5 }, { sku_id: 'SKU-0002', quantity: 1 }]);
		expect(body).toEqual({ estimated_shipping_cost: '27.00', drop_ship_fee: '4.00', order_fee: '0.50' });
	});

	test('no estimate for nothing, for an unknown SKU or for a supplier', async () => {
		expect(await fees([])).toEqual({ status: 400, body: said(/at least one SKU/) });
		expect(await fees([{ sku_id: 'SKU-0001', quantity: 0 }])).toMatchObject({ status: 400 });
		expect(await fees([{ sku_id: 'SKU-9999', quantity: 1 }])).toEqual({ status: 422, body: said(/SKU-9999/) });
		expect(await fees([{ sku_id: 'SKU-0001', quantity: 1 }], 'Supplier')).toMatchObject({ status: 409 });
	});

	test('a PO number gives every order that has it, also with a slash in it', async () => {
		const [first, second] = used.sim.state.crux.orders;
		for (const order of [first, second]) order.poNumber = 'PO 7/A';
		const { status, body } = await ask('Supplier', `GET /timp/orders/po/${encodeURIComponent('PO 7/A')}/`);
		expect({ status, uuids: body.map((order: Json) => order.order_uuid) }).toEqual({ status: 200, uuids: [first.uuid, second.uuid] });
		expect(body[0].line_items).toHaveLength(first.lines.length);
		expect(await ask('Retailer', 'GET /timp/orders/po/PO-9999/')).toEqual({ status: 200, body: [] });
	});
});
