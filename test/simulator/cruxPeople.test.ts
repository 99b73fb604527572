import { permissionUuid } from '../../simulator/crux/people';
import { CATALOG } from '../../simulator/crux/shapes';
import { useSimulator } from '../support/simulator';
import { NOWHERE, callerOf, said } from './cruxCalls';
import type { Json } from './cruxCalls';

const used = useSimulator();
const { ask } = callerOf(used);
const crux = () => used.sim.state.crux;

describe('catalogs', () => {
	test('Timpanogos answers in pages, version 1 with an array and one retailer', async () => {
		const { body } = await ask('Supplier', 'GET /timp/products/catalogs/?start=1&limit=1');
		expect(body.pagination).toEqual({ total_count: 3, start: 1, limit: 1 });
		expect(body.catalogs).toEqual([expect.objectContaining({ name: 'Winter', num_skus: 28, is_discoverable: false, retailers: [expect.any(Object)] })]);
		const all = (await ask('Supplier', 'GET /products/catalogs/')).body;
		expect(all).toHaveLength(3);
		expect(all[0]).toMatchObject({ uuid: CATALOG.uuid, retailer: { uuid: expect.any(String) } });
	});

	test('a new one is empty; items, SKUs and searches fill and empty it', async () => {
		const { body } = await ask('Supplier', 'POST /timp/products/catalogs/', { name: 'Spring', default_shipping_cost: 5.3 });
		expect(body).toMatchObject({ num_skus: 0, default_shipping_cost: '5.30', default_handling_cost: null });
		const call = async (verb: string, more: Json) => await ask('Supplier', `POST /timp/products/catalogs/${body.uuid}/${verb}/`, more);
		const count = () => crux().catalogs.get(body.uuid)!.skuUuids.length;
		const [item, other] = [...crux().items.values()];
		const counts: number[] = [];
		for (const [verb, more] of [
			['add-items', { item_uuids: [item.uuid] }], ['add-items', { item_uuids: [item.uuid] }], ['add-skus', { sku_uuids: [other.skuUuids[0]] }], ['remove-skus', { sku_uuids: [item.skuUuids[0]] }],
			['add-items-by-search', { search_term: 'ITEM-003' }], ['remove-items-by-search', { facets: { country_of_origin: ['NO', 'US', 'CA'] } }],
		] as Array<[string, Json]>) {
			expect((await call(verb, more)).status).toBe(200);
			counts.push(count());
		}
		expect(counts).toEqual([4, 4, 5, 4, 8, 0]);
		expect(await call('add-skus', { sku_uuids: [NOWHERE] })).toEqual({ status: 422, body: said('No SKU') });
		expect((await ask('Retailer', `POST /timp/products/catalogs/${body.uuid}/add-items/`, { item_uuids: [item.uuid] })).status).toBe(409);
	});
});

describe('items and SKUs', () => {
	test('made twice they are there twice; attributes under the name of the sample are lost', async () => {
		const wanted = { item_id: 'NEW-1', title: 'New thing', custom_attributes: { Color: 'black' }, item_attributes: { Size: 'XL' } };
		const { body } = await ask('Supplier', 'POST /timp/products/items/', wanted);
		await ask('Supplier', 'POST /timp/products/items/', wanted);
		expect(body).toMatchObject({ item_id: 'NEW-1', item_attributes: { Size: 'XL' }, skus: [] });
		expect([...crux().items.values()].filter((item) => item.item_id === 'NEW-1')).toHaveLength(2);
		const sku = await ask('Supplier', 'POST /products/skus/', { item: { uuid: body.uuid }, sku_id: 'NEW-1-A', quantity_in_stock: 5 });
		expect(sku.body).toMatchObject({ sku_id: 'NEW-1-A', quantity_in_stock: 5, catalogs: [{ name: '__master__' }] });
		expect((await ask('Supplier', `GET /timp/products/items/${body.uuid}/`)).body.skus).toHaveLength(1);
		expect((await ask('Supplier', 'POST /timp/products/skus/', { item: { uuid: NOWHERE }, sku_id: 'X' })).status).toBe(404);
	});

	test('all items come in pages that name the next start', async () => {
		const { body } = await ask('Retailer', 'GET /timp/products/items/?start=200&limit=100');
		expect([body.items.length, body.pagination.next_start_index]).toEqual([50, null]);
	});
});

describe('partners', () => {
	test('each side sees its own connections', async () => {
		const [retailer, supplier] = [await ask('Retailer', 'GET /timp/organizations/connections/'), await ask('Supplier', 'GET /organizations/connections/')];
		expect(retailer.body.map((one: Json) => one.status)).toEqual(['ACTIVE', 'ACTIVE', 'CONFIRMATION WAITING', 'DEACTIVATED']);
		expect(supplier.body).toHaveLength(1);
		expect(retailer.body[0].supplier.uuid).not.toBe(retailer.body[0].supplier.organization.uuid);
		expect(Object.keys(supplier.body[0])).not.toContain('allocation_type');
	});

	test('a request is made, changed and read back under other names', async () => {
		const { status, body } = await ask('Retailer', 'POST /timp/organizations/connections/request/', { organization_name: 'Fern', primary_contact_name: 'Al', integrations: [{ type: 'item' }] });
		expect(status).toBe(201);
		const path = `/timp/organizations/connections/request/${body.request_uuid}/`;
		const read = async () => (await ask('Retailer', `GET ${path}`)).body;
		const [{ record_uuid: record }] = (await read()).integrations;
		await ask('Retailer', `PATCH ${path}`, { primary_contact_name: 'Bea', integrations: [{ record_uuid: record, rules: 'None' }, { integration_type: 'order' }] });
		expect(await read()).toMatchObject({ org_name: 'Fern', org_contact_full_name: 'Bea', is_approved: false, integrations: [{ integration_type: 'item', rules: 'None' }, { integration_type: 'order' }] });
	});

	test('discovery: by letter, sorted, never more than a hundred', async () => {
		const ask100 = async (more: Json) => (await ask('Retailer', 'POST /timp/discovery/suppliers/', more)).body;
		expect((await ask100({ limit: 500 })).suppliers).toHaveLength(100);
		expect((await ask100({ pagination: { start: 100, limit: 100 } })).suppliers).toHaveLength(20);
		const { suppliers } = await ask100({ initial_character: '#', sort: { key: 'number_of_skus', dir: 'desc' } });
		const counts = suppliers.map((one: Json) => one.number_of_skus);
		expect(counts).toEqual([...counts].sort((a: number, b: number) => b - a));
		expect(suppliers.every((one: Json) => /^\d/.test(one.name))).toBe(true);
	});

	test('who takes part shows a catalog', async () => {
		const path = `/discovery/participation/${crux().accounts[1].sideUuid}/`;
		expect((await ask('Supplier', `POST ${path}`, { is_participating: true })).status).toBe(400);
		await ask('Supplier', `POST ${path}`, { is_participating: true, discovery_catalog_uuid: CATALOG.uuid });
		expect((await ask('Supplier', `GET /timp${path}`)).body).toMatchObject({ is_participating: true, discovery_catalog_uuid: CATALOG.uuid });
	});
});

describe('people', () => {
	test('permissions come and go, and count at once', async () => {
		const { userUuid, permissions } = crux().accounts[0];
		const change = async (method: string, name: string) => (await ask('Retailer', `${method} /timp/organizations/users/permissions/${userUuid}/`, { permission_uuids: [permissionUuid(name)] })).status;
		expect(await change('DELETE', 'view_order')).toBe(204);
		expect(await ask('Retailer', 'POST /timp/orders/', {})).toEqual({ status: 403, body: said('view_order') });
		expect(await change('PATCH', 'view_order')).toBe(204);
		expect(permissions.filter((name) => name === 'view_order')).toHaveLength(1);
		expect((await ask('Retailer', 'POST /timp/orders/', {})).status).toBe(200);
	});

	test('version 1 knows neither titles of jobs nor tokens', async () => {
		const [timp, old] = [(await ask('Retailer', 'GET /timp/organizations/users/all/')).body, (await ask('Retailer', 'GET /organizations/users/all/')).body];
		expect(timp).toHaveLength(5);
		expect([Object.keys(timp[0]).includes('token'), Object.keys(old[0]).includes('token')]).toEqual([true, false]);
		expect(timp.map((one: Json) => typeof one.token)).toContain('string');
	});

	test('a notification setting changes in one of its ways', async () => {
		const [{ uuid }] = crux().settings;
		await ask('Retailer', 'PUT /notifications/notification-settings/', { uuid, notification_via: 'email', notification_frequency: 'Twice a day', enabled: true });
		const { body } = await ask('Retailer', 'GET /timp/notifications/notification-settings/');
		expect(body[0]).toMatchObject({ notification_name: 'orders/created', notification_type: [{ enabled: true, notification_frequency: 'Real-time' }, { enabled: true, notification_frequency: 'Twice a day' }] });
	});
});

describe('accounts', () => {
	const plain = async (method: string, path: string, body?: Json) => {
		const answer = await fetch(`${used.sim.urls.crux}/timp/organizations/${path}`, { method, ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}) });
		return { status: answer.status, text: await answer.text() };
	};

	test('a reset token is good for one password', async () => {
		const { username } = used.sim.demo.cruxRetailer;
		const { reset_token: token } = JSON.parse((await plain('POST', 'reset-password/', { email: username })).text) as { reset_token: string };
		expect((await plain('GET', `complete-password/?token=${token}`)).status).toBe(204);
		expect((await plain('POST', 'complete-password/', { token, password: 'another-one' })).status).toBe(204);
		expect((await plain('POST', 'complete-password/', { token, password: 'a-third' })).status).toBe(404);
		expect((await plain('POST', 'user-login/', { username, password: 'another-one' })).status).toBe(200);
	});

	test('an invitation is accepted once; an expired one is sent anew', async () => {
		const [open, , expired] = crux().invitations.keys();
		expect((await plain('GET', `accept-invite/${open}/`)).status).toBe(200);
		expect((await plain('GET', `accept-invite/${expired}/`)).status).toBe(201);
		expect((await plain('POST', `accept-invite/${open}/`, { password: 'first-one' })).status).toBe(204);
		expect((await plain('POST', `accept-invite/${open}/`, { password: 'again' })).status).toBe(404);
	});
});
