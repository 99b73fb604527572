import { ebay } from '../../simulator/ebay';
import { useSimulator } from '../support/simulator';
import { callerOf, codeOf, withQuery } from './ebayCalls';
import type { Json } from './ebayCalls';

const used = useSimulator();
const call = callerOf(used);

describe('notification topics', () => {
	const ROOT = '/commerce/notification/v1/topic';

	test.each([[20, [20, 20, 5]], [15, [15, 15, 15]]])('%i a page are read to the end by the token in the next address', async (limit, expected) => {
		const ids: string[] = [];
		const sizes: number[] = [];
		for (let query = ''; ; ) {
			const { json } = await call('GET', `${ROOT}?limit=${limit}${query}`);
			ids.push(...(json.topics as Json[]).map(({ topicId }) => topicId as string));
			sizes.push((json.topics as Json[]).length);
			if (!json.next) break;
			const next = new URL(json.next as string);
			expect(next.origin + next.pathname).toBe(`${used.sim.urls.ebay}/api.ebay.com${ROOT}`);
			query = `&continuation_token=${next.searchParams.get('continuation_token')}`;
		}
		expect(sizes).toEqual(expected);
		expect(new Set(ids).size).toBe(45);
		expect(ids).toEqual(expect.arrayContaining(['MARKETPLACE_ACCOUNT_DELETION', 'ORDER_CONFIRMATION', 'ITEM_MARKED_SHIPPED']));
	});

	test('20 by default, for either kind of token', async () => {
		const { json } = await call('GET', ROOT, { token: 'application' });
		expect([json.limit, json.total, json.topics.length]).toEqual([20, 45, 20]);
		expect(json.topics[0]).toMatchObject({ context: 'APPLICATION', supportedPayloads: [{ format: ['JSON'], schemaVersion: '1.0' }] });
	});

	test.each([['limit', '9', 195004], ['limit', '101', 195004], ['continuation_token', 'x', 195005]])('%s %s is refused', async (name, value, code) => {
		expect(codeOf(await call('GET', withQuery(ROOT, { [name]: value })))).toBe(`400 ${code}`);
	});
});

describe('taxonomy', () => {
	const ROOT = '/commerce/taxonomy/v1';
	const read = (path: string) => call('GET', ROOT + path, { token: 'application' });
	const aspects = (category: string, tree = '0') => read(`/category_tree/${tree}/get_item_aspects_for_category?category_id=${category}`);

	test('each marketplace has its tree', async () => {
		expect((await read('/get_default_category_tree_id?marketplace_id=EBAY_DE')).json).toEqual({ categoryTreeId: '77', categoryTreeVersion: '129' });
		expect([codeOf(await read('/get_default_category_tree_id?marketplace_id=EBAY_XX')), codeOf(await read('/get_default_category_tree_id'))]).toEqual(['400 62003', '400 62002']);
	});

	test('a category has aspects that are required, chosen, free and of several values', async () => {
		const { json } = await aspects('9355');
		const named = Object.fromEntries((json.aspects as Json[]).map(({ localizedAspectName: name, aspectConstraint: rule, aspectValues: values }) => [name as string, { ...rule, values: values?.length ?? 0 } as Json]));
		expect(named.Brand).toMatchObject({ aspectRequired: true, aspectMode: 'FREE_TEXT', itemToAspectCardinality: 'SINGLE', values: 3 });
		expect(named['Storage Capacity']).toMatchObject({ aspectRequired: true, aspectMode: 'SELECTION_ONLY', aspectEnabledForVariations: true });
		expect(named.Features).toMatchObject({ aspectRequired: false, aspectMode: 'SELECTION_ONLY', itemToAspectCardinality: 'MULTI', values: 4 });
		expect(named['Custom Text']).toMatchObject({ aspectMode: 'FREE_TEXT', values: 0 });
		expect(named['Item Height']).toMatchObject({ aspectDataType: 'NUMBER' });
		const [, model] = json.aspects as Json[];
		expect(model.aspectValues[0].valueConstraints).toEqual([{ applicableForLocalizedAspectName: 'Brand', applicableForLocalizedAspectValues: ['Apple'] }]);
	});

	test('a category without aspects is 204, what is none is refused', async () => {
		expect((await aspects('1201')).status).toBe(204);
		expect([codeOf(await aspects('9355', '999')), codeOf(await aspects('0')), codeOf(await aspects('15032')), codeOf(await aspects('77'))]).toEqual(['404 62004', '400 62008', '400 62009', '400 62005']);
		expect(codeOf(await read('/category_tree/0/get_item_aspects_for_category'))).toBe('400 62006');
	});

	test('needs a token of the application', async () => {
		expect(codeOf(await call('GET', `${ROOT}/get_default_category_tree_id?marketplace_id=EBAY_US`))).toBe('403 1100');
	});
});

describe('merchandised products', () => {
	const read = (query: Record<string, string>) => call('GET', withQuery('/buy/marketing/v1_beta/merchandised_product', query), { token: 'application' });
	const BEST = { metric_name: 'BEST_SELLING', category_id: '9355' };
	const count = async (query: Record<string, string>) => ((await read(query)).json.merchandisedProducts as Json[]).length;

	test('as many as asked for, 8 by default, and no more than there are', async () => {
		expect([await count(BEST), await count({ ...BEST, limit: '20' }), await count({ ...BEST, limit: '100' })]).toEqual([8, 20, 30]);
		expect(Object.keys((await read(BEST)).json)).toEqual(['merchandisedProducts']);
		const { json } = await read({ ...BEST, limit: '100', aspect_filter: 'Brand:Canon' });
		expect((json.merchandisedProducts as Json[]).every(({ title }) => (title as string).startsWith('Canon'))).toBe(true);
		expect(json.merchandisedProducts).toHaveLength(10);
	});

	test.each<[Record<string, string>, number]>([
		[{ category_id: '9355' }, 70001], [{ ...BEST, metric_name: 'WORST' }, 70002], [{ metric_name: 'BEST_SELLING' }, 70003], [{ ...BEST, category_id: 'x' }, 70004], [{ ...BEST, limit: '101' }, 70005], [{ ...BEST, limit: '0' }, 70005],
		[{ ...BEST, limit: 'x' }, 70006],
	])('%j is refused', async (query, code) => {
		expect(codeOf(await read(query))).toBe(`400 ${code}`);
	});
});

describe('all operations of the contract', () => {
	test('have a rule, and no rule is for any other', () => {
		expect(Object.keys(ebay.rules).sort()).toEqual(ebay.operations.map(({ id }) => id).sort());
	});

	test('have words for an error of eBay itself', () => {
		const bodies = ebay.operations.filter(({ bodyType }) => bodyType !== 'form').map((operation) => ebay.failure(500, operation).body as Json);
		expect(bodies.length).toBeGreaterThan(30);
		expect(bodies.map(({ errors, errorMessage }) => (errors ?? errorMessage.error)[0]).filter(({ message, category }: Json) => !message || category !== 'APPLICATION')).toEqual([]);
	});
});
