import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, withQuery } from './ebayCalls';
import type { Got, Json } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

const ROOT = '/sell/inventory/v1';
const US = { 'content-language': 'en-US' };
const itemPath = (sku: string) => `${ROOT}/inventory_item/${encodeURIComponent(sku)}`;
const put = (sku: string, body: Json, headers: Record<string, string> = US) => call('PUT', itemPath(sku), { body, headers });
const inventory = () => used.sim.state.ebay.inventory;

async function pages(path: string, name: string, query: Record<string, string>): Promise<{ records: Json[]; answers: Got[] }> {
	const answers: Got[] = [];
	for (let next: string | undefined = withQuery(path, query); next; next = answers.at(-1)?.json.next as string | undefined) {
		answers.push(await call('GET', next));
		if (answers.length > 20) throw new Error('The pages do not end');
	}
	return { records: answers.flatMap(({ json }) => json[name] as Json[]), answers };
}

describe('inventory items', () => {
	test('are given page by page, with total, the number of pages and a next address as long as there is more', async () => {
		const { records, answers } = await pages(`${ROOT}/inventory_item`, 'inventoryItems', { limit: '30' });
		expect(records.map(({ sku }) => sku as string)).toEqual([...inventory().items.keys()]);
		expect(answers.map(({ json }) => [json.total, json.size, json.inventoryItems.length])).toEqual([[72, 3, 30], [72, 3, 30], [72, 3, 12]]);
		expect(answers[1].json).toMatchObject({ href: `${ROOT}/inventory_item?limit=30&offset=30`, prev: `${ROOT}/inventory_item?limit=30&offset=0` });
	});

	test('25 stand on a page by default; an offset can be made to count pages, and its next addresses still lead through all', async () => {
		expect((await call('GET', `${ROOT}/inventory_item`)).json.inventoryItems).toHaveLength(25);
		inventory().offsetCounts = 'pages';
		const { records, answers } = await pages(`${ROOT}/inventory_item`, 'inventoryItems', { limit: '30' });
		expect(answers[1].json.href).toBe(`${ROOT}/inventory_item?limit=30&offset=1`);
		expect(new Set(records.map(({ sku }) => sku as string)).size).toBe(72);
	});

	test.each([['0', '0'], ['201', '0'], ['x', '0'], ['10', '-1']])('limit %s with offset %s is refused with 25706', async (limit, offset) => {
		expect(codeOf(await call('GET', withQuery(`${ROOT}/inventory_item`, { limit, offset })))).toBe('400 25706');
	});

	test.each(['DEMO-001', '00070', 'DEMO/071 B', 'DÉMO-072'])('%s is found under its own name', async (sku) => {
		expect((await call('GET', itemPath(sku))).json).toMatchObject({ sku, locale: 'en_US' });
	});

	test('an unknown one is 404 with 25710, on reading and on deleting', async () => {
		expect([codeOf(await call('GET', itemPath('NONE'))), codeOf(await call('DELETE', itemPath('NONE')))]).toEqual(['404 25710', '404 25710']);
	});

	test('PUT makes a new one with 201 and replaces the whole of a known one with 204', async () => {
		expect((await put('NEW-1', { condition: 'NEW' }, { 'content-language': 'de-DE' })).status).toBe(201);
		expect((await call('GET', itemPath('NEW-1'))).json).toEqual({ sku: 'NEW-1', locale: 'de_DE', condition: 'NEW' });
		const answer = await put('DEMO-001', { availability: { shipToLocationAvailability: { quantity: 3 } } });
		expect([answer.status, answer.bytes.length]).toEqual([204, 0]);
		expect(inventory().items.get('DEMO-001')).toEqual({ sku: 'DEMO-001', locale: 'en_US', availability: { shipToLocationAvailability: { quantity: 3 } } });
	});

	test('what reading gives beyond the item itself may not be written back', async () => {
		const { json } = await call('GET', itemPath('DEMO-001'));
		expect(codeOf(await put('DEMO-001', json))).toBe('400 2004');
	});

	test('aspects are lists of texts under any name', async () => {
		const product = { aspects: { 'Any Name': ['a', 'b'] } };
		expect((await put('NEW-1', { product })).status).toBe(201);
		expect(inventory().items.get('NEW-1')?.product).toEqual(product);
		expect(codeOf(await put('NEW-1', { product: { aspects: { Brand: 'Demo' } } }))).toBe('400 2004');
		expect(codeOf(await put('NEW-1', { product: { aspects: 'Brand' } }))).toBe('400 2004');
	});

	test.each([
		['a SKU of 51 characters', 'S'.repeat(51), {}, '25707'],
		['a title of 81 characters', 'NEW-1', { product: { title: 't'.repeat(81) } }, '25709'],
		['a picture without https', 'NEW-1', { product: { imageUrls: ['http://a.test/1.jpg'] } }, '25015'],
		['a stock below 0', 'NEW-1', { availability: { shipToLocationAvailability: { quantity: -1 } } }, '25709'],
	])('%s is refused', async (_, sku, body, code) => {
		expect(codeOf(await put(sku, body))).toBe(`400 ${code}`);
		expect(inventory().items.has(sku)).toBe(false);
	});

	test.each([
		['no Content-Language', {}, 'Content-Language'], ['one that eBay does not know', { 'content-language': 'en' }, 'Content-Language'],
		['an Accept-Language as browsers send it', { ...US, 'accept-language': 'en-US,en;q=0.9' }, 'Accept-Language'], ['the * of some clients', { ...US, 'accept-language': '*' }, 'Accept-Language'],
	])('%s is refused with 25709', async (_, headers, fieldName) => {
		const answer = await put('NEW-1', {}, headers as Record<string, string>);
		expect(codeOf(answer)).toBe('400 25709');
		expect(answer.json.errors[0].parameters).toContainEqual({ name: 'fieldName', value: fieldName });
	});

	test('reading refuses a wrong Accept-Language too, and needs no Content-Language', async () => {
		expect(codeOf(await call('GET', itemPath('DEMO-001'), { headers: { 'accept-language': '*' } }))).toBe('400 25709');
		expect((await call('GET', itemPath('DEMO-001'))).status).toBe(200);
	});

	test('deleting takes the offers along and answers 204', async () => {
		expect(inventory().offers.has('8000000005')).toBe(true);
		expect((await call('DELETE', itemPath('DEMO-005'))).status).toBe(204);
		expect([inventory().items.has('DEMO-005'), inventory().offers.has('8000000005'), inventory().offers.has('8000000905')]).toEqual([false, false, false]);
		expect(codeOf(await call('DELETE', itemPath('DEMO-005')))).toBe('404 25710');
	});
});

describe('price and quantity in bulk', () => {
	const bulk = (requests: Json[]) => call('POST', `${ROOT}/bulk_update_price_quantity`, { body: { requests } });
	const price = { value: '7.25', currency: 'USD' };
	const stock = (quantity: number) => ({ shipToLocationAvailability: { quantity } });

	test('one result for the SKU and one for each offer; all done is 200', async () => {
		const answer = await bulk([{ sku: 'DEMO-001', ...stock(11), offers: [{ offerId: '8000000001', price, availableQuantity: 4 }] }, { offers: [{ offerId: '8000000002', price }] }]);
		expect(answer.status).toBe(200);
		expect(answer.json.responses).toEqual([
			{ sku: 'DEMO-001', statusCode: 200 }, { offerId: '8000000001', sku: 'DEMO-001', statusCode: 200 }, { offerId: '8000000002', sku: 'DEMO-002', statusCode: 200 },
		]);
		expect(inventory().items.get('DEMO-001')?.availability).toEqual(stock(11));
		expect(inventory().offers.get('8000000001')).toMatchObject({ availableQuantity: 4, pricingSummary: { price } });
		expect(inventory().offers.get('8000000002')).toMatchObject({ availableQuantity: 3, pricingSummary: { price } });
	});

	test('what fails says so in its own element, the others are done: 207', async () => {
		const answer = await bulk([
			{ sku: 'NONE', ...stock(1) }, { sku: 'DEMO-001', ...stock(9) }, { offers: [{ offerId: '1', price }] }, { offers: [{ offerId: '8000000003', price }] },
			{ sku: 'DEMO-001', offers: [{ offerId: '8000000002', price }] }, { offers: [{ offerId: '8000000004' }] }, { sku: 'DEMO-001', ...stock(-1) },
			{ offers: [{ offerId: '8000000004', price }, { offerId: '8000000004', price }] }, { ...stock(1) }, { sku: 'DEMO-001' }, { offers: [{ offerId: '8000000004', price: { value: '1,5', currency: 'USD' } }] },
		]);
		expect(answer.status).toBe(207);
		expect((answer.json.responses as Json[]).map(({ statusCode, errors }) => `${statusCode} ${errors?.[0].errorId ?? ''}`.trim())).toEqual([
			'404 25702', '200', '404 25713', '400 25002', '400 25002', '400 25709', '400 25709', '200', '400 25002', '400 25709', '400 25709', '400 25709',
		]);
		expect(inventory().items.get('DEMO-001')?.availability).toEqual(stock(9));
	});

	test('25 elements are the most, and an element needs its offer ID', async () => {
		const elements = (count: number) => Array.from({ length: count }, () => ({ sku: 'DEMO-001', ...stock(1) }));
		expect((await bulk(elements(25))).json.responses).toHaveLength(25);
		expect([codeOf(await bulk(elements(26))), codeOf(await bulk([])), codeOf(await bulk([{ offers: [{ availableQuantity: 1 }] }]))]).toEqual(['400 25709', '400 25709', '400 25709']);
	});
});

describe('inventory locations', () => {
	const create = (key: string, body: Json) => call('POST', `${ROOT}/location/${key}`, { body });
	const place = (address: Json) => ({ location: { address } });

	test('a new one is 204, one that exists 409 with 25803', async () => {
		expect((await create('SHOP', place({ country: 'DE', postalCode: '10115' }))).status).toBe(204);
		expect(inventory().locations.get('SHOP')).toMatchObject({ merchantLocationStatus: 'ENABLED', locationTypes: ['WAREHOUSE'] });
		expect(codeOf(await create('SHOP', place({ country: 'DE', postalCode: '10115' })))).toBe('409 25803');
	});

	test.each([['nothing', {}], ['no country', place({ postalCode: '1' })], ['neither postal code nor city', place({ country: 'US', city: 'San Jose' })]])('%s is refused with 25801', async (_, body) => {
		expect(codeOf(await create('SHOP', body))).toBe('400 25801');
		expect(inventory().locations.has('SHOP')).toBe(false);
	});

	test('a key has at most 36 characters', async () => {
		expect(codeOf(await create('k'.repeat(37), place({ country: 'US', postalCode: '1' })))).toBe('400 25800');
	});
});
