import type { Answer, Fields } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { CATEGORIES, ROOT, TREES, VERSION } from './taxonomySeed';
import type { EbayAspect } from './taxonomySeed';

/** GET /get_default_category_tree_id */
export function getDefaultCategoryTreeId({ query }: EbayVisit): Answer {
	const marketplace = String(query.marketplace_id);
	return Object.hasOwn(TREES, marketplace) ? { status: 200, body: { categoryTreeId: TREES[marketplace], categoryTreeVersion: VERSION } } : failed(400, 62003);
}

function valuesOf({ values = [], dependsOn }: EbayAspect): Fields[] {
	const dependent = Object.entries(dependsOn?.of ?? {}).flatMap(([value, below]) =>
		below.map((localizedValue) => ({
			localizedValue,
			valueConstraints: [{ applicableForLocalizedAspectName: dependsOn?.aspect, applicableForLocalizedAspectValues: [value] }],
		})),
	);
	return [...values.map((localizedValue) => ({ localizedValue })), ...dependent];
}

function aspectShape(aspect: EbayAspect): Fields {
	const { name, isRequired = false, mode, isMulti, type = 'STRING', maxLength, variations = false } = aspect;
	const aspectValues = valuesOf(aspect);
	return {
		localizedAspectName: name,
		aspectConstraint: {
			aspectDataType: type,
			itemToAspectCardinality: isMulti ? 'MULTI' : 'SINGLE',
			aspectMode: mode,
			aspectRequired: isRequired,
			aspectUsage: isRequired ? 'RECOMMENDED' : 'OPTIONAL',
			aspectEnabledForVariations: variations,
			aspectApplicableTo: ['PRODUCT'],
			...(type === 'NUMBER' ? { aspectFormat: 'double' } : {}),
			...(maxLength ? { aspectMaxLength: maxLength } : {}),
		},
		...(aspectValues.length ? { aspectValues } : {}),
	};
}

/** GET /category_tree/{category_tree_id}/get_category_suggestions: leaves that have a word of the question in their name; without one, nothing. */
export function getCategorySuggestions({ params, query }: EbayVisit): Answer {
	if (!Object.values(TREES).includes(params.category_tree_id)) return failed(404, 62004);
	const words = String(query.q).toLowerCase().split(/\W+/).filter(Boolean).map((word) => word.replace(/s$/, ''));
	const fits = ({ name, isLeaf }: (typeof CATEGORIES)[string]) => isLeaf && words.some((word) => name.toLowerCase().includes(word));
	const categorySuggestions = Object.entries(CATEGORIES).filter(([, category]) => fits(category)).map(([categoryId, { name }]) => ({
		category: { categoryId, categoryName: name },
		categoryTreeNodeAncestors: categoryId === '9355' ? [{ categoryId: '15032', categoryName: CATEGORIES['15032'].name, categoryTreeNodeLevel: 1 }] : [], categoryTreeNodeLevel: categoryId === '9355' ? 2 : 1,
	}));
	return categorySuggestions.length ? { status: 200, body: { categorySuggestions, categoryTreeId: params.category_tree_id, categoryTreeVersion: VERSION } } : { status: 204 };
}

/** GET /category_tree/{category_tree_id}/get_item_aspects_for_category */
export function getItemAspectsForCategory({ params, query }: EbayVisit): Answer {
	if (!Object.values(TREES).includes(params.category_tree_id)) return failed(404, 62004);
	const id = String(query.category_id);
	if (id === ROOT) return failed(400, 62008);
	if (!Object.hasOwn(CATEGORIES, id)) return failed(400, 62005);
	const { isLeaf, aspects } = CATEGORIES[id];
	if (!isLeaf) return failed(400, 62009);
	return aspects.length > 0 ? { status: 200, body: { aspects: aspects.map(aspectShape) } } : { status: 204 };
}

const BRANDS = ['Demo', 'Canon', 'Apple'];
const PRODUCTS = Array.from({ length: 30 }, (_, index) => ({ serial: index + 1, brand: BRANDS[index % BRANDS.length] }));

function productShape({ serial, brand }: (typeof PRODUCTS)[number]): Fields {
	return {
		epid: String(240000000 + serial),
		title: `${brand} product ${serial}`,
		image: { imageUrl: `https://i.ebayimg.test/products/${serial}.jpg` },
		averageRating: (3 + (serial % 20) / 10).toFixed(1),
		ratingCount: serial * 3,
		reviewCount: serial,
		marketPriceDetails: [{ conditionGroup: 'NEW_OTHER', conditionIds: ['1000'], estimatedStartPrice: { value: (20 + serial).toFixed(2), currency: 'USD' } }],
	};
}

/** GET /merchandised_product: the best sellers of a category, as many as asked for and no further page. */
export function getMerchandisedProducts({ query }: EbayVisit): Answer {
	const { metric_name: metric, category_id: category, limit = '8', aspect_filter: aspect } = query as Record<string, string | undefined>;
	if (metric !== 'BEST_SELLING') return failed(400, 70002, { metric_name: String(metric) });
	if (!/^\d+$/.test(category ?? '')) return failed(400, 70004, { categoryId: String(category) });
	if (!/^-?\d+$/.test(limit)) return failed(400, 70006);
	if (Number(limit) < 1 || Number(limit) > 100) return failed(400, 70005);
	const brand = /^Brand:(.+)$/.exec(aspect ?? '')?.[1];
	const found = PRODUCTS.filter((product) => brand === undefined || product.brand === brand);
	return { status: 200, body: { merchandisedProducts: found.slice(0, Number(limit)).map(productShape) } };
}
