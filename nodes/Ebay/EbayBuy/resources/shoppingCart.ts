import type { IDataObject } from 'n8n-workflow';
import { body, integer } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Output } from '../../../../engine/types';
import { marketplace } from '../../fields';
import { cartItem, itemId } from './fields';

const cart: readonly Output[] = [
	{ value: 'cart', name: 'Whole Cart', description: 'One item with the cart as eBay answers it' },
	{ value: 'items', name: 'One Item per Cart Item', description: 'Every entry that can be bought as an item of its own', split: 'cartItems' },
	{ value: 'unavailable', name: 'Unavailable Items', description: 'Every entry that can no longer be bought as an item of its own', split: 'unavailableCartItems' },
];

/** eBay answers 204 for a cart without anything in it. */
const empty: IDataObject = { cartItems: [], cartEmpty: true };

const shared = { tokens: ['user'], warnings: true, outputs: cart, empty, status: 'retired' as const };

const meanings = {
	10000: 'eBay reports a fault of its own. Try once more; if it stays, ask eBay developer support.',
	10001: 'Choose another Marketplace: eBay has no cart for this one.',
	10002: 'Carts are open to approved applications only, and the consent needs the scope buy.shopping.cart.',
	10004: 'The item can no longer be bought: ended or out of stock. It stays among the unavailable items until it is removed.',
	10005: 'The seller has changed the listing. Look at it before buying.',
	10006: 'Fewer pieces are available: eBay has lowered the quantity in the cart.',
	10007: 'A value is missing. Check the fields of this item.',
	10009: 'Give a quantity of at least 1.',
	10012: "This is no cart item ID. Take 'cartItemId' from the cart.",
	10013: 'This entry is not in the cart, or no longer. Read the cart again with Shopping Cart → Get.',
	10020: 'The seller does not sell to this member.',
	10024: "The seller does not ship to this member's place.",
	10025: 'Choose a Marketplace here or in the credential.',
};

export const shoppingCart = resource('Shopping Cart', 'shoppingCart', [
	op({
		value: 'addItem', name: 'Add Item', action: 'Add item to shopping cart', description: "Put an item into the member's cart, which is made if there is none",
		route: 'POST /buy/browse/v1/shopping_cart/add_item',
		effect: 'create', repeat: { keyed: [10011] }, lane: [], ...shared,
		fields: {
			itemId: body('itemId', itemId()),
			quantity: body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1, description: 'How many pieces; eBay lowers it to what is available and warns' })),
			marketplace: marketplace(),
		},
		meanings: {
			...meanings,
			10008: 'This is no item ID. It looks like v1|110553111111|0.',
			10010: 'eBay has no item with this ID. The listing may have ended.',
			10011: 'The item is in the cart already. Use Update Quantity.',
			10016: 'The cart is full. Remove entries first.',
			10017: 'This item cannot be bought through a cart.',
			10018: 'The seller limits how many of it one buyer may have. Lower the quantity.',
			10019: 'The seller does not sell to this member.',
			10021: 'So many are not available. Lower the quantity.',
			10022: 'The item can no longer be bought: ended or out of stock.',
			10023: "The seller does not ship to this member's place.",
		},
	}),
	op({
		value: 'get', name: 'Get', action: 'Get shopping cart', description: "Retrieve the member's cart, what can no longer be bought included",
		route: 'GET /buy/browse/v1/shopping_cart/',
		effect: 'read', repeat: 'absolute', ...shared,
		fields: { marketplace: marketplace() }, meanings,
	}),
	op({
		value: 'removeItem', name: 'Remove Item', action: 'Remove item from shopping cart', description: 'Take an entry out of the cart and hand on what remains',
		route: 'POST /buy/browse/v1/shopping_cart/remove_item',
		effect: 'delete', repeat: { keyed: [10013] }, lane: [], ...shared,
		fields: { cartItem: body('cartItemId', cartItem()), marketplace: marketplace() }, meanings,
	}),
	op({
		value: 'updateQuantity', name: 'Update Quantity', action: 'Update quantity in shopping cart', description: 'Set how many pieces of an entry the cart holds',
		route: 'POST /buy/browse/v1/shopping_cart/update_quantity',
		effect: 'update', repeat: 'absolute', lane: [], ...shared,
		fields: {
			cartItem: body('cartItemId', cartItem()),
			quantity: body('quantity', integer({ label: 'Quantity', required: true, min: 1, default: 1, description: 'How many pieces from now on; to take the entry out use Remove Item' })),
			marketplace: marketplace(),
		},
		meanings,
	}),
]);
