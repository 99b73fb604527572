import { body, collection, integer, json, text, under, wholeBody } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { cartId, cartItemId, cartItems, combineItems } from '../fields';

const graph = { host: 'graph.whisk.com', tokens: ['user', 'server', 'client'] };

const wholeCart = [
	{ value: 'cart', name: 'Whole Cart', description: 'One item with the cart as it is after the change' },
	{ value: 'items', name: 'One Item per Cart Entry', description: 'Every entry of the cart as an item of its own', split: 'items' },
];

export const cartItem = resource('Cart Item', 'cartItem', [
	op({
		value: 'add', name: 'Add', action: 'Add to cart', description: 'Put products, or entries in words, into a cart; what is there already is added once more',
		route: 'POST /v1/{cart}/items', ...graph,
		effect: 'create', repeat: 'never', lane: ['cart'],
		fields: { cart: cartId('id'), items: cartItems(true), additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { combineItems: combineItems() }) },
		outputs: wholeCart,
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete cart item', description: 'Take an entry out of a cart',
		route: 'DELETE /v1/{cart}/items/{item}', ...graph,
		effect: 'delete', repeat: 'absolute', lane: ['cart'], fields: { cart: cartId('cart_id'), item: cartItemId() },
		echo: ({ cart, item }) => ({ deleted: true, cart_id: cart, item_id: item }),
	}),
	op({
		value: 'getOptions', name: 'Get Options', action: 'Get options of cart item', description: 'Retrieve the products that could stand in the place of one in the cart',
		route: 'GET /v1/{cart}/items/{item}/options', ...graph,
		effect: 'read', repeat: 'absolute', fields: { cart: cartId('cart_id'), item: cartItemId() },
		list: { items: 'options', id: ['sku'] },
	}),
	op({
		value: 'split', name: 'Split', action: 'Split cart item', description: 'Turn an entry that was combined of several back into its parts',
		route: 'POST /v1/{cart}/items/{item}/split', ...graph,
		effect: 'update', repeat: 'never', lane: ['cart'], fields: { cart: cartId('cart_id'), item: cartItemId() },
		outputs: wholeCart,
	}),
	op({
		value: 'swap', name: 'Swap', action: 'Swap cart item', description: 'Put another product in the place of one in the cart; Get Options names those that fit',
		route: 'POST /v1/{cart}/items/{item}/swap', ...graph,
		effect: 'update', repeat: 'absolute', lane: ['cart'],
		fields: {
			cart: cartId('cart_id'), item: cartItemId(),
			sku: body('newItem.sku', text({ label: 'SKU', required: true, placeholder: 'e.g. 254878201', description: 'Number of the new product at the store' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, under('newItem', {
				quantity: body('quantity', integer({ label: 'Quantity', min: 1, default: 1, description: 'How many packs of it' })),
				source: body('source', json({ label: 'Source (JSON)', placeholder: 'e.g. { "name": "2 apples" }', description: 'Where the product comes from: a name and the ID of a group' })),
			})),
		},
	}),
	op({
		value: 'update', name: 'Update', action: 'Update cart item', description: 'Change an entry of a cart. No page shows the body: it is sent as you write it.',
		route: 'PATCH /v1/carts/{cart}/items/{item}', ...graph, status: 'partial',
		effect: 'update', repeat: 'absolute', lane: ['cart'],
		fields: { cart: cartId('cart_id'), item: cartItemId(), changes: wholeBody(json({ label: 'Body (JSON)', required: true, placeholder: 'e.g. { "quantity": 2 }', description: 'What shall be different; the name in the example is a guess' })) },
		echo: ({ cart, item }) => ({ success: true, cart_id: cart, item_id: item }),
	}),
]);
