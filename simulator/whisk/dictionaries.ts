import { digest } from '../random';
import type { Answer } from '../types';
import { ok, refused } from './answers';
import type { WhiskRules, WhiskVisit } from './state';
import { PRODUCTS } from './world';

const DICTIONARIES = {
	recipe_languages: [{ code: 'en', display_name: 'English' }, { code: 'de', display_name: 'German' }],
	cooking_devices: [{ name: 'oven', image_url: 'https://whisk.test/oven.jpg', modes: [{ name: 'grill' }] }],
	recipe_tags: [{ group_display_name: 'Taste', tags: [{ name: 'tasty', display_name: 'Tasty' }] }],
};

/** GET /provision/v2/dictionaries */
function dictionaries({ query }: WhiskVisit): Answer {
	const paths = query['response_mask.paths'] as string[] | undefined;
	return ok(Object.fromEntries(Object.entries(DICTIONARIES).filter(([name]) => !paths || paths.includes(name))));
}

/** GET /autocomplete/v2/suggest */
function suggest({ state, query }: WhiskVisit): Answer {
	const { q, limit = 5, product_type: type } = query as { q: string; limit?: number; product_type?: string };
	const begins = (name: string) => name.toLowerCase().startsWith(q.trim().toLowerCase());
	const foods = state.foods.filter(({ title }) => begins(title)).slice(0, limit).map(({ hit, title }) => ({ name: title, product_id: hit, product_type: 'PRODUCT_TYPE_ONTOLOGY_PRODUCT' }));
	const goods = PRODUCTS.filter(({ name }) => begins(name)).slice(0, limit).map(({ sku, name }) => ({ name, product_id: sku, product_type: 'PRODUCT_TYPE_BASE_ITEM', image: { url: `https://whisk.test/products/${sku}.jpg` } }));
	return ok({ response: [...foods, ...goods].filter((one) => !type || one.product_type === type) });
}

const LANGUAGES = ['en', 'en-us', 'en-gb', 'es', 'es-es', 'es-mx', 'fr', 'sv', 'de', 'zh', 'ko', 'it', 'no'];
const FILES = ['all', 'all-slim', 'food', 'food-slim'];

/** The public files of product names, which need no token. */
function productNames({ params }: WhiskVisit): Answer {
	const [language, file] = [params['language-tag'], params['file-type']];
	if (!LANGUAGES.includes(language) || !FILES.includes(file)) return refused(404, 'file.notFound', `No file ${file} for ${language}`);
	const isSlim = file.endsWith('-slim');
	return ok({ products: PRODUCTS.map(({ name, sku }) => ({ name, displayName: name[0].toUpperCase() + name.slice(1), ...(isSlim ? {} : { imageUrl: `https://whisk.test/products/${sku}.jpg`, metadata: { category: 'Other', storing: 'dry' }, nounForm: 'singular' }) })) });
}

/** The page that a shopper opens: signs in at the store and comes back with a token. */
function signIn({ state, query }: WhiskVisit): Answer {
	const { retailer, redirect_uri: back } = query as Record<string, string>;
	if (!state.retailers.some(({ id, name }) => id === retailer || name === retailer) || !URL.canParse(back)) return refused(400, 'retailer.notFound', `No retailer ${retailer}, or no address to come back to`);
	const address = new URL(back);
	address.searchParams.set('token', digest(state.seed, 'retailer-token', retailer).slice(0, 24));
	return { status: 302, headers: { location: address.toString() } };
}

export const dictionaryRules: WhiskRules = {
	'whisk:GET /provision/v2/dictionaries': dictionaries,
	'whisk:GET /autocomplete/v2/suggest': suggest,
	'whisk:GET /autocomplete/v1/{language-tag}/{file-type}.json': productNames,
	'whisk:GET /retailers/oauth/v2/authorize': signIn,
};
