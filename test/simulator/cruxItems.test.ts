import { useSimulator } from '../support/simulator';
import { NOWHERE, callerOf, said } from './cruxCalls';
import type { Json } from './cruxCalls';

const used = useSimulator();
const { ask } = callerOf(used);

test.each(['', '/timp'])('items join an inventory list once, with all their SKUs (%s)', async (prefix) => {
	const { items, inventoryLists } = used.sim.state.crux;
	const list = [...inventoryLists.values()].find(({ name }) => name === 'Gift Guide')!;
	const [there, fresh] = [[...items.values()][20], [...items.values()][29]];
	const route = `POST ${prefix}/products/inventory-lists/${list.uuid}/add-items/`;
	expect(list.skuUuids).toHaveLength(12);
	expect(await ask('Retailer', route, { item_uuids: [there.uuid, fresh.uuid, fresh.uuid] })).toEqual({ status: 200, body: {} });
	expect(list.skuUuids).toHaveLength(16);
	expect(list.skuUuids.slice(12)).toEqual(fresh.skuUuids);
	const other = [...items.values()][30].uuid;
	expect(await ask('Retailer', route, { item_uuids: [other, NOWHERE] })).toEqual({ status: 422, body: said(NOWHERE) });
	expect(await ask('Retailer', route, { item_uuids: [] })).toMatchObject({ status: 400 });
	expect(await ask('Retailer', route, { item_uuids: ['ITEM-031'] })).toMatchObject({ status: 400 });
	expect(await ask('Supplier', route, { item_uuids: [other] })).toMatchObject({ status: 409 });
	expect(await ask('Retailer', route.replace(list.uuid, NOWHERE), { item_uuids: [other] })).toMatchObject({ status: 404 });
	expect(list.skuUuids).toHaveLength(16);
});

describe('item search', () => {
	const search = async (body: Json, path = '/timp/products/items/search/') => (await ask('Retailer', `POST ${path}`, body)).body;
	const total = async (body: Json): Promise<number> => (await search(body)).pagination.total_count;

	test('a term is looked for in title, item number and brand', async () => {
		expect((await search({ search_term: 'rain JACKET 11' })).items.map(({ title }: Json) => title)).toEqual(['Rain Jacket 11', 'Rain Jacket 111']);
		expect((await search({ search_term: 'ITEM-042' })).items.map(({ item_id: id }: Json) => id)).toEqual(['ITEM-042']);
		expect(await total({ search_term: 'fjordline' })).toBe(60);
		expect(await search({ search_term: 'no such thing' })).toMatchObject({ items: [], pagination: { total_count: 0 }, search_term: 'no such thing' });
	});

	test('pages of any size join to the whole', async () => {
		const ids: string[] = [];
		for (let start = 0; start < 240; start += 35) {
			const { items, pagination } = await search({ sort: 'title', pagination: { start, limit: 35 } });
			expect(pagination).toEqual({ start, limit: 35, total_count: 240 });
			ids.push(...items.map(({ uuid }: Json) => uuid));
		}
		expect(ids).toHaveLength(240);
		expect(new Set(ids).size).toBe(240);
		expect((await search({})).items).toHaveLength(50);
		expect(await ask('Retailer', 'POST /products/items/search/', { pagination: { start: -1 } })).toMatchObject({ status: 400 });
	});

	test('titles are sorted when they are asked for', async () => {
		const titles = (await search({ sort: 'title', pagination: { limit: 240 } })).items.map(({ title }: Json) => title);
		expect([titles[0], titles[1], titles[239]]).toEqual(['Camp Stove 3', 'Camp Stove 13', 'Wool Socks 234']);
		expect((await search({ pagination: { limit: 1 } })).items[0].title).toBe('Rain Jacket 1');
	});

	test('each version shows items in its own way', async () => {
		const [timp] = (await search({ search_term: 'ITEM-003' })).items;
		expect(timp.skus.map((sku: Json) => sku.sku_id)).toEqual(['SKU-0009', 'SKU-0010', 'SKU-0011', 'SKU-0012']);
		expect(timp).not.toHaveProperty('sku_count');
		expect(timp.product_images[0]).toMatchObject({ uri: 'https://images.supplier.test/ITEM-003/1.jpg', width: 400 });
		const [v1] = (await search({ search_term: 'ITEM-003' }, '/products/items/search/')).items;
		expect(v1).toMatchObject({ sku_count: 4, catalog_type: 'standard', uuid: timp.uuid });
		expect(v1).not.toHaveProperty('skus');
		expect(v1.product_images[0].url).toBe(timp.product_images[0].uri);
	});

	test('filters take both ends, one end or none', async () => {
		const [low, high] = [20, 30];
		const { items, filters } = await search({ filters: { cost_per_unit: { min: low, max: high }, image_width: { min: null } }, pagination: { limit: 240 } });
		expect(filters).toMatchObject({ cost_per_unit: { min: low, max: high }, quantity_in_stock: { min: null, max: null } });
		expect(items.length).toBeGreaterThan(10);
		expect(items.length).toBeLessThan(200);
		for (const { skus } of items) expect(skus.some(({ price_tiers: [tier] }: Json) => Number(tier.cost_per_unit) >= low && Number(tier.cost_per_unit) <= high)).toBe(true);
		const others = (await search({ pagination: { limit: 240 } })).items.filter(({ uuid }: Json) => !items.some((item: Json) => item.uuid === uuid));
		for (const { skus } of others) expect(skus.some(({ price_tiers: [tier] }: Json) => Number(tier.cost_per_unit) >= low && Number(tier.cost_per_unit) <= high)).toBe(false);
		expect(await total({ filters: { number_of_item_images: { min: 5 } } })).toBe(40);
		expect(await total({ filters: { number_of_item_images: { max: 0 } } })).toBe(40);
		expect(await total({ filters: { image_width: { min: 1000 }, image_height: { max: 900 } } })).toBe(80);
		expect(await total({ filters: { image_height: { min: 901 } } })).toBe(0);
		expect(await total({ filters: { minimum_tier_quantity: { min: 2 } } })).toBe(0);
		expect(await total({ search_term: 'ITEM-004', filters: { quantity_in_stock: { min: 1 } } })).toBe(0);
		expect(await total({ filters: {} })).toBe(240);
	});

	test('one SKU must pass all filters on SKUs', async () => {
		const { skus, items } = used.sim.state.crux;
		const [first, second] = [...items.values()][0].skuUuids.map((uuid) => skus.get(uuid)!);
		for (const uuid of [...items.values()][0].skuUuids) Object.assign(skus.get(uuid)!, { cents: 99_900, quantity_in_stock: 1 });
		first.cents = 100_100;
		second.quantity_in_stock = 900;
		const filters = { cost_per_unit: { min: 1000 }, quantity_in_stock: { min: 800 } };
		expect(await total({ filters })).toBe(0);
		first.quantity_in_stock = 900;
		expect(await total({ filters })).toBe(1);
	});

	test('facets narrow, by uuid or by name, and say how many there are', async () => {
		const { facets } = await search({ search_term: 'tent pegs' });
		expect(facets.shipping_cost_type).toEqual([{ name: 'free', count: 24, uuid: 'free', selected: false }]);
		expect(facets.catalog_type).toEqual(['standard']);
		const [supplier] = facets.supplier;
		expect(supplier).toMatchObject({ name: 'Northwind Supply', count: 24, uuid: used.sim.state.crux.accounts[1].sideUuid });
		expect(facets.categories[supplier.uuid]).toEqual([expect.objectContaining({ name: 'Outdoor > Gear', count: 24 })]);
		expect(facets.product_identifiers.find(({ uuid }: Json) => uuid === 'upca').count).toBe(24);
		const narrowed = async (name: string, ...values: string[]) => await total({ facets: { [name]: values } });
		expect(await Promise.all([narrowed('supplier', supplier.uuid), narrowed('supplier', 'Northwind Supply'), narrowed('supplier', NOWHERE), narrowed('supplier')])).toEqual([240, 240, 0, 240]);
		expect(await Promise.all([narrowed('shipping_cost_type', 'free'), narrowed('shipping_cost_type', 'free', 'fixed'), narrowed('bundle_type', 'case_pack')])).toEqual([48, 240, 30]);
		expect(await Promise.all([narrowed('shipping_origin_country', 'NO'), narrowed('shipping_origin_country', 'NO', 'CA'), narrowed('product_identifiers', 'isbn')])).toEqual([60, 120, 24]);
		expect(await Promise.all([narrowed('catalog_type', 'discovery'), narrowed('catalog_type', 'discovery', 'standard'), narrowed('catalog_type')])).toEqual([10, 250, 240]);
		expect(await total({ facets: { categories: [facets.categories[supplier.uuid][0].uuid], shipping_cost_type: ['free'] }, search_term: 'tent' })).toBe(24);
		expect((await search({ facets: { shipping_cost_type: ['free'] } })).facets.shipping_cost_type).toEqual([expect.objectContaining({ name: 'free', count: 48, selected: true })]);
	});

	test('what no page names is refused', async () => {
		for (const body of [{ facets: { color: ['red'] } }, { filters: { cost_per_unit: { least: 1 } } }, { filters: { cost_per_unit: { min: '1' } } }, { facets: { bundle_type: ['pallet'] } }]) {
			expect(await ask('Retailer', 'POST /timp/products/items/search/', body)).toMatchObject({ status: 400 });
		}
	});
});
