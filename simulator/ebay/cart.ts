import type { Answer, Fields, Visit } from '../types';
import { entryOf, failed } from './errors';
import type { EbayCaller, EbayCartItem, EbayListing, EbayState } from './state';

type CartVisit = Visit<EbayState, EbayCaller>;
type Cart = EbayState['cart'];

const CURRENCY = 'USD';
const ITEM_ID = /^v1\|\d+\|\d+$/;
const CART_ITEM_ID = /^\d{6,}$/;

const amount = (cents: number) => ({ value: (cents / 100).toFixed(2), currency: CURRENCY });

/** The image of a listing, with as many members as the listing shows. */
export function imageOf({ itemId, shows }: EbayListing): Fields {
	const imageUrl = `https://i.ebayimg.test/${itemId.split('|')[1]}.jpg`;
	if (shows.image === 'none') return {};
	return { image: shows.image === 'full' ? { imageUrl, height: 400, width: 400 } : { imageUrl } };
}

/** The page of a listing, where it is shown. */
export const webUrlOf = ({ itemId, shows }: EbayListing): Fields => (shows.webUrl ? { itemWebUrl: `https://www.ebay.com/itm/${itemId.split('|')[1]}` } : {});

function itemShape(state: EbayState, { cartItemId, itemId, quantity }: EbayCartItem): Fields {
	const listing = state.listings.get(itemId);
	if (!listing) return { cartItemId, itemId, quantity };
	const { title, cents, shows } = listing;
	const converted = shows.converted ? { convertedFromCurrency: 'GBP', convertedFromValue: (cents / 125).toFixed(2) } : {};
	return {
		cartItemId,
		itemId,
		title,
		price: { ...amount(cents), ...converted },
		quantity,
		...imageOf(listing),
		...webUrlOf(listing),
		...(shows.subtotal ? { cartItemSubtotal: amount(cents * quantity) } : {}),
	};
}

/** The whole cart, or 204 when nothing at all is left in it. */
function cartAnswer(state: EbayState, warnings: Fields[] = []): Answer {
	const { items, unavailable } = state.cart;
	if (items.length + unavailable.length === 0) return { status: 204 };
	const total = items.reduce((sum, { itemId, quantity }) => sum + (state.listings.get(itemId)?.cents ?? 0) * quantity, 0);
	const body = {
		...(items.length ? { cartItems: items.map((item) => itemShape(state, item)), cartSubtotal: amount(total) } : {}),
		cartWebUrl: 'https://cart.ebay.com/',
		...(unavailable.length ? { unavailableCartItems: unavailable.map((item) => itemShape(state, item)) } : {}),
		...(warnings.length ? { warnings } : {}),
	};
	return { status: 200, body };
}

/** A refusal when the marketplace is not one of those with a cart. */
function marketplaceRefusal({ state, headers }: CartVisit): Answer | undefined {
	const marketplace = headers['x-ebay-c-marketplace-id'] ?? '';
	return state.marketplaces.includes(marketplace) ? undefined : failed(400, 10001, { supportedValues: state.marketplaces.join(',') });
}

/** Guards a cart rule with what holds for all of them. */
export const inCart =
	(rule: (visit: CartVisit) => Answer) =>
	(visit: CartVisit): Answer =>
		marketplaceRefusal(visit) ?? rule(visit);

/** GET /shopping_cart/ */
export const getCart = ({ state }: CartVisit): Answer => cartAnswer(state);

function capped(listing: EbayListing | undefined, itemId: string, quantity: number): { quantity: number; warnings: Fields[] } {
	const available = listing?.available ?? quantity;
	return quantity > available ? { quantity: available, warnings: [entryOf(10006, { itemId })] } : { quantity, warnings: [] };
}

/** POST /shopping_cart/add_item */
export function addItem({ state, body }: CartVisit): Answer {
	const { itemId, quantity: asked } = body as { itemId: string; quantity: number };
	if (itemId.trim() === '') return failed(400, 10007, { field: 'itemId' });
	if (!ITEM_ID.test(itemId)) return failed(400, 10008, { itemId });
	if (asked < 1) return failed(400, 10009);
	const listing = state.listings.get(itemId);
	if (!listing) return failed(400, 10010);
	const { items, unavailable } = state.cart;
	if ([...items, ...unavailable].some((item) => item.itemId === itemId)) return failed(409, 10011, { itemId });
	if (listing.hasEnded || listing.available === 0) return failed(409, 10022);
	const { quantity, warnings } = capped(listing, itemId, asked);
	items.push({ cartItemId: String(5400000100 + state.nextCartItem), itemId, quantity });
	state.nextCartItem += 1;
	return cartAnswer(state, warnings);
}

/** A refusal when the text cannot be the id of anything in a cart. */
function idRefusal(cartItemId: string): Answer | undefined {
	if (cartItemId.trim() === '') return failed(400, 10007, { field: 'cartItemId' });
	return CART_ITEM_ID.test(cartItemId) ? undefined : failed(400, 10012, { cartItemId });
}

/** POST /shopping_cart/update_quantity */
export function updateQuantity({ state, body }: CartVisit): Answer {
	const { cartItemId, quantity: asked } = body as { cartItemId: string; quantity: number };
	const refusal = idRefusal(cartItemId);
	if (refusal) return refusal;
	if (asked < 1) return failed(400, 10009);
	const item = state.cart.items.find((entry) => entry.cartItemId === cartItemId);
	if (!item) return failed(409, 10013);
	const { quantity, warnings } = capped(state.listings.get(item.itemId), item.itemId, asked);
	item.quantity = quantity;
	return cartAnswer(state, warnings);
}

const without = (cart: Cart, cartItemId: string): Cart => ({
	items: cart.items.filter((item) => item.cartItemId !== cartItemId),
	unavailable: cart.unavailable.filter((item) => item.cartItemId !== cartItemId),
});

/** POST /shopping_cart/remove_item: also for what is unavailable. */
export function removeItem({ state, body }: CartVisit): Answer {
	const cartItemId = body.cartItemId as string;
	const refusal = idRefusal(cartItemId);
	if (refusal) return refusal;
	const { items, unavailable } = state.cart;
	if (![...items, ...unavailable].some((item) => item.cartItemId === cartItemId)) return failed(409, 10013);
	state.cart = without(state.cart, cartItemId);
	return cartAnswer(state);
}
