import { shown, toId } from '../../../../engine/checks';
import { collection, header, integer, locator, multiOption, query, text } from '../../../../engine/fields';
import { FieldProblem } from '../../../../engine/problem';
import type { Picker } from '../../../../engine/types';

const cartPicker: Picker = {
	name: 'searchCartItems', route: 'GET /buy/browse/v1/shopping_cart/', tokens: ['user'],
	list: { items: 'cartItems', id: ['cartItemId'] },
	label: ({ title, quantity }) => `${String(title ?? 'Untitled')}${quantity ? ` × ${String(quantity)}` : ''}`,
	value: ['cartItemId'],
};

function toCartItemId(raw: unknown): string {
	const id = toId(raw);
	if (/^v1\|/.test(id)) {
		throw new FieldProblem(`is the ID of an item for sale, not of an entry in the cart: ${shown(id)}`, "Take 'cartItemId' from the cart: choose the entry from the list, or use Shopping Cart → Get.");
	}
	return id;
}

export const cartItem = () =>
	locator({ label: 'Cart Item', description: 'The entry of the cart, which is not the item ID', picker: cartPicker, placeholder: 'e.g. 5000123', check: toCartItemId });

function checkItemId(value: string): void {
	if (toId(value) && !/^v1\|\d+\|\d+$/.test(value)) throw new FieldProblem(`is not an eBay item ID: ${shown(value)}`, 'An item ID looks like v1|110553111111|0, as item searches give it.');
}

export const itemId = () =>
	text({ label: 'Item ID', required: true, placeholder: 'e.g. v1|110553111111|0', description: 'The RESTful ID of the item for sale', check: checkItemId });

export const acceptLanguage = () => header('Accept-Language', text({ label: 'Language', placeholder: 'e.g. fr-BE', description: 'For marketplaces with several languages' }));

export const endUserContext = () => header('X-EBAY-C-ENDUSERCTX', text({
	label: 'End User Context', placeholder: 'e.g. contextualLocation=country%3DUS%2Czip%3D19406', description: "Buyer's place or affiliate campaign",
}));

/** What every read of items for sale can be asked for beside the item. */
export const itemDetails = collection({ label: 'Additional Fields', add: 'Add Field' }, {
	acceptLanguage: acceptLanguage(),
	detailGroups: query('fieldgroups', multiOption({
		label: 'Detail Groups', description: 'More, or only what changes often',
		options: { ADDITIONAL_SELLER_DETAILS: 'Additional Seller Details', CHARITY_DETAILS: 'Charity Details', COMPACT: 'Compact', PRODUCT: 'Product' }, join: ',',
	})),
	endUserContext: endUserContext(),
	shippingQuantity: query('quantity_for_shipping_estimate', integer({ label: 'Quantity for Shipping Estimate', min: 1, description: 'Pieces to estimate the shipping for' })),
});
