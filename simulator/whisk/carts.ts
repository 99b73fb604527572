import { digest, uuidOf } from '../random';
import type { Answer, Fields } from '../types';
import { ok, refused } from './answers';
import { cursorTo, pageOf } from './paging';
import type { Asked } from './paging';
import { findRecipe } from './recipes';
import { productShape } from './recipesV1';
import type { WhiskRules, WhiskState, WhiskVisit } from './state';
import { PRODUCTS } from './world';
import type { WhiskCart, WhiskCartItem, WhiskProductChoice } from './world';

const LIFE = 86_400;

interface Wanted {
	storeItem?: { sku: string; quantity?: number; source?: { name?: string } };
	raw?: { name: string };
}

const unknownCart = (id: string) => refused(400, 'cart.notFound', `No cart ${id}`);
const unknownItem = (id: string) => refused(400, 'cartItem.notFound', `No item ${id} in the cart`);

const itemShape = ({ id, sources, product, quantity }: WhiskCartItem): Fields => ({
	id, sourceList: sources.map((name) => ({ name })), product: productShape(product, quantity), combined: sources.length > 1 ? sources.map((name) => ({ name })) : [], analysis: { product: product.name.split(',')[0] },
});

function shape(state: WhiskState, { id, retailerId, items, created }: WhiskCart): Fields {
	const { name, titles, country, currency } = state.retailers.find((one) => one.id === retailerId)!;
	return {
		id, retailer: { id: retailerId, name, displayName: titles.en, country, currency }, items: items.map(itemShape),
		groups: [{ id: digest(id).slice(0, 8), type: 'Custom', displayName: 'Items' }], created, expiresIn: LIFE,
	};
}

/** The product whose name has a word of the text; the first one where none has. */
const productFor = (text: string): WhiskProductChoice => PRODUCTS.find(({ name }) => text.toLowerCase().split(/\W+/).some((word) => word.length > 3 && name.includes(word))) ?? PRODUCTS[0];

function read(state: WhiskState, wanted: Wanted[]): { items: WhiskCartItem[] } | { refusal: Answer } {
	const items: WhiskCartItem[] = [];
	for (const { storeItem, raw } of wanted) {
		if ((storeItem === undefined) === (raw === undefined)) return { refusal: refused(400, 'cartItem.invalid', 'An item holds one of storeItem and raw') };
		const product = storeItem ? PRODUCTS.find(({ sku }) => sku === storeItem.sku) : productFor(raw!.name);
		if (!product) return { refusal: refused(400, 'cartItem.unknownSku', `The store has no product ${storeItem!.sku}`) };
		items.push({ id: uuidOf(state.seed, `cart-item:${(state.minted += 1)}`), sources: [storeItem?.source?.name ?? raw?.name ?? product.name], product, quantity: storeItem?.quantity ?? 1 });
	}
	return { items };
}

/** Puts items into a cart; those of one product become one unless that is switched off. */
function put(cart: WhiskCart, items: WhiskCartItem[], combines = true): void {
	for (const item of items) {
		const same = combines ? cart.items.find(({ product }) => product.sku === item.product.sku) : undefined;
		if (!same) cart.items.push(item);
		else Object.assign(same, { sources: [...same.sources, ...item.sources], quantity: same.quantity + item.quantity });
	}
}

const ingredients = (state: WhiskState, ids: string[]): Wanted[] | undefined => {
	const recipes = ids.map((id) => findRecipe(state, id));
	return recipes.some((one) => !one) ? undefined : recipes.flatMap((one) => one!.ingredients.map((name) => ({ raw: { name } })));
};

const retailerOf = (state: WhiskState, named: string) => state.retailers.find(({ id, name }) => id === named || name === named);

function create({ state, body, now }: WhiskVisit): Answer {
	const { retailerId, items = [], recipeIds = [], combineItems } = body as { retailerId: string; items?: Wanted[]; recipeIds?: string[]; combineItems?: boolean };
	const retailer = retailerOf(state, retailerId);
	if (!retailer) return refused(400, 'retailer.notFound', `No retailer ${retailerId}`);
	const ofRecipes = ingredients(state, recipeIds);
	if (!ofRecipes) return refused(400, 'recipe.notFound', 'One of the recipes does not exist');
	const got = read(state, [...items, ...ofRecipes]);
	if ('refusal' in got) return got.refusal;
	const cart: WhiskCart = { id: digest(state.seed, `cart:${(state.minted += 1)}`).slice(0, 33), retailerId: retailer.id, items: [], created: Math.floor(now / 1000) };
	put(cart, got.items, combineItems);
	state.carts.set(cart.id, cart);
	return ok(shape(state, cart));
}

function addTo(visit: WhiskVisit, wanted: Wanted[] | undefined): Answer {
	const { state, params, body } = visit;
	const cart = state.carts.get(params.id);
	if (!cart) return unknownCart(params.id);
	const got = wanted ? read(state, wanted) : { refusal: refused(400, 'recipe.notFound', 'One of the recipes does not exist') };
	if ('refusal' in got) return got.refusal;
	put(cart, got.items, body.combineItems as boolean | undefined);
	return ok(shape(state, cart));
}

const addItems = (visit: WhiskVisit) => addTo(visit, (visit.body.items as Wanted[] | undefined) ?? []);
const addRecipes = (visit: WhiskVisit) => addTo(visit, ingredients(visit.state, ((visit.body.recipes as Array<{ id: string }> | undefined) ?? []).map(({ id }) => id)));

function withItem({ state, params }: WhiskVisit, act: (cart: WhiskCart, item: WhiskCartItem) => Answer): Answer {
	const cart = state.carts.get(params.cart_id);
	if (!cart) return unknownCart(params.cart_id);
	const item = cart.items.find(({ id }) => id === params.item_id);
	return item ? act(cart, item) : unknownItem(params.item_id);
}

const deleteItem = (visit: WhiskVisit) => withItem(visit, (cart, item) => {
	cart.items = cart.items.filter((one) => one !== item);
	return ok({ ok: true });
});

const split = (visit: WhiskVisit) => withItem(visit, (cart, item) => {
	if (item.sources.length < 2) return refused(400, 'cartItem.notCombined', 'The item was not combined');
	const parts = item.sources.map((name) => ({ ...item, id: uuidOf(visit.state.seed, `cart-item:${(visit.state.minted += 1)}`), sources: [name], quantity: 1 }));
	cart.items = cart.items.flatMap((one) => (one === item ? parts : [one]));
	return ok(shape(visit.state, cart));
});

const swap = (visit: WhiskVisit) => withItem(visit, (_, item) => {
	const { sku, quantity } = visit.body.newItem as { sku: string; quantity?: number };
	const product = PRODUCTS.find((one) => one.sku === sku);
	if (!product) return refused(400, 'cartItem.unknownSku', `The store has no product ${sku}`);
	Object.assign(item, { product, quantity: quantity ?? item.quantity });
	return ok(itemShape(item));
});

/** No page shows the body: a quantity is what is understood here. */
const update = (visit: WhiskVisit) => withItem(visit, (_, item) => {
	if (typeof visit.body.quantity !== 'number') return refused(400, 'cartItem.invalid', 'Nothing to change');
	item.quantity = visit.body.quantity;
	return ok(itemShape(item));
});

const options = (visit: WhiskVisit) => withItem(visit, (_, { product }) => ok({ options: PRODUCTS.filter(({ name }) => name.split(',')[0] === product.name.split(',')[0]).map((one) => productShape(one)) }));

const remove = ({ state, params }: WhiskVisit): Answer => (state.carts.delete(params.cart_id) ? ok({ ok: true }) : unknownCart(params.cart_id));

function checkout({ state, body }: WhiskVisit): Answer {
	const { retailerId, items = [] } = body as { retailerId: string; items?: Wanted[] };
	if (!retailerOf(state, retailerId)) return refused(400, 'retailer.notFound', `No retailer ${retailerId}`);
	const got = read(state, items);
	if ('refusal' in got) return got.refusal;
	state.checkouts.push(body);
	return ok({ items: got.items.map(({ product, quantity }) => ({ ...productShape(product, quantity), isAdded: true })), total: { list: got.items.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0) } });
}

/** POST /storeitem/v2/search */
function searchItems({ state, body }: WhiskVisit): Answer {
	const { query, cursor: { limit, cursors } = {} } = body as unknown as { query: string; cursor?: { limit?: number; cursors?: Asked } };
	const found = PRODUCTS.filter(({ name }) => query.toLowerCase().split(/\s+/).every((word) => name.includes(word)));
	const page = pageOf(found, ({ sku }) => cursorTo(sku), { limit, ...cursors }, { usual: 10, most: 25 });
	if ('refusal' in page) return page.refusal;
	return ok({ items: page.rows.map(({ sku, name }) => ({ id: digest(state.seed, sku).slice(0, 16), sku, name, is_available: true })), paging: { cursors: page.after ? { after: page.after } : {} } });
}

export const cartRules: WhiskRules = {
	'whisk:POST /v1/carts': create,
	'whisk:POST /v1/{id}/items': addItems,
	'whisk:POST /v1/{id}/recipes': addRecipes,
	'whisk:DELETE /v1/{cart_id}': remove,
	'whisk:DELETE /v1/{cart_id}/items/{item_id}': deleteItem,
	'whisk:POST /v1/{cart_id}/items/{item_id}/split': split,
	'whisk:POST /v1/{cart_id}/items/{item_id}/swap': swap,
	'whisk:PATCH /v1/carts/{cart_id}/items/{item_id}': update,
	'whisk:GET /v1/{cart_id}/items/{item_id}/options': options,
	'whisk:POST /v1/carts/checkout': checkout,
	'whisk:POST /storeitem/v2/search': searchItems,
};
