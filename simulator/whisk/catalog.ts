import { codeOf, digest, uuidOf } from '../random';
import type { WhiskFood, WhiskProduct, WhiskRecipe, WhiskRetailer } from './state';

const HOUR = 3_600_000;
const CREATED = 1791187200_000;

const pairs = (first: string[], second: string[]) => first.flatMap((one) => second.map((other) => [one, other] as const));

const METHODS = ['Roast', 'Grilled', 'Steamed', 'Stuffed', 'Pickled', 'Curried'];
const MAINS = ['aubergine', 'cauliflower', 'courgette', 'fennel', 'leeks', 'mushrooms', 'peppers', 'salmon'];

/** The recipes of a community. */
export const communityRecipes = (): WhiskRecipe[] =>
	pairs(METHODS, MAINS).map(([method, main]) => ({
		id: digest('community-recipe', method, main).slice(0, 32),
		name: `${method} ${main}`,
		servings: 2,
		ingredients: [`400 g ${main}`, '2 tbsp olive oil', '1 lemon, halved'],
		steps: ['Heat the oven.', `Prepare the ${main}.`, 'Serve with lemon.'],
	}));

const KINDS = ['', 'braeburn', 'bramley', 'cox', 'fuji', 'gala', 'golden delicious', 'jonagold', 'pink lady', 'russet'];
const FORMS = ['raw', 'baked', 'dried', 'juice', 'puree', 'peeled'];
const OTHERS = ['banana', 'beetroot', 'blueberry', 'carrot', 'milk', 'oats', 'pineapple', 'rice'];

/** An identifier in the form of the page's samples. */
const hitOf = (title: string) => Buffer.from(`\n#20${digest('food', title).slice(0, 33)}`).toString('base64');

/** Foods: sixty kinds of apple, and a few others. */
export const createFoods = (): WhiskFood[] => {
	const apples = pairs(KINDS, FORMS).map(([kind, form]) => `apple ${kind}, ${form}`.replace(' ,', ','));
	return [...apples, ...OTHERS].map((title) => ({ hit: hitOf(title), title }));
};

/** Retailers of four countries; those of two are found by the beginning of a zipcode. */
export const createRetailers = (): WhiskRetailer[] => [
	{ id: 'GB:GreenBasket', name: 'GreenBasket', titles: { en: 'Green Basket', de: 'Grüner Korb' }, country: 'GB', currency: 'GBP' },
	{ id: 'GB:MarketRow', name: 'MarketRow', titles: { en: 'Market Row' }, country: 'GB', currency: 'GBP' },
	{ id: 'GB:CornerShop', name: 'CornerShop', titles: { en: 'Corner Shop', de: 'Eckladen' }, country: 'GB', currency: 'GBP' },
	{ id: 'FR:PanierVert', name: 'PanierVert', titles: { en: 'Panier Vert' }, country: 'FR', currency: 'EUR' },
	{ id: 'US:HarborFoods', name: 'HarborFoods', titles: { en: 'Harbor Foods' }, country: 'US', currency: 'USD', zips: ['100', '112'] },
	{ id: 'US:PrairieMart', name: 'PrairieMart', titles: { en: 'Prairie Mart' }, country: 'US', currency: 'USD', zips: ['606', '100'] },
	{ id: 'US:BayGrocer', name: 'BayGrocer', titles: { en: 'Bay Grocer' }, country: 'US', currency: 'USD', zips: ['941'] },
	{ id: 'DE:Marktplatz', name: 'Marktplatz', titles: { en: 'Market Square', de: 'Marktplatz' }, country: 'DE', currency: 'EUR', zips: ['10', '20'] },
	{ id: 'DE:Hofladen', name: 'Hofladen', titles: { en: 'Farm Shop', de: 'Hofladen' }, country: 'DE', currency: 'EUR', zips: ['10', '80'] },
];

const GOODS = ['Oat bar', 'Lentil soup', 'Tomato sauce', 'Rye crackers', 'Peanut butter', 'Mango chutney'];
const FLAVOURS = ['classic', 'organic', 'spicy', 'low salt', 'family size', 'limited edition'];

/** The products of an integration, each last written an hour after the one before. */
export const createProducts = (seed: number): WhiskProduct[] =>
	pairs(GOODS, FLAVOURS).map(([good, flavour], index) => {
		const time = CREATED + index * HOUR;
		return {
			id: uuidOf(seed, `product:${good}:${flavour}`), externalId: `SKU-${1001 + index}`,
			name: `${good}, ${flavour}`, description: `${good} of the ${flavour} kind`, brand: 'Crumb', language: 'en',
			gtin: codeOf('5012', index + 1, 13), cents: 150 + index * 10, calories: 180 + index, created: time, updated: time,
		};
	});
