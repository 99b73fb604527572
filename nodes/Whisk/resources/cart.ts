import { language } from '../../../engine/codes';
import { repeated } from '../../../engine/composites';
import { body, collection, json, number, secret, text, texts, under } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { cartId, cartItems, combineItems, retailerLocator } from '../fields';

const graph = { host: 'graph.whisk.com', tokens: ['user', 'server', 'client'] };

export const cart = resource('Cart', 'cart', [
	op({
		value: 'addRecipes', name: 'Add Recipes', action: 'Add recipes to cart', description: 'Put products for all ingredients of recipes into a cart; what is there already is added once more',
		route: 'POST /v1/{cart}/recipes', ...graph, status: 'partial',
		effect: 'create', repeat: 'never', lane: ['cart'],
		fields: {
			cart: cartId('id'),
			recipes: body('recipes', repeated({ label: 'Recipes', add: 'Add Recipe', entry: 'Recipe', required: true, description: 'Recipes to shop for' }, {
				recipe: body('id', text({ label: 'Recipe ID or URL', required: true, placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035' })),
				scale: body('scale', number({ label: 'Scale', above: 0, default: 1, description: 'Factor for all amounts' })),
			})),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, { combineItems: combineItems() }),
		},
	}),
	op({
		value: 'checkout', name: 'Checkout', action: 'Check out cart', description: 'Hand items over to the cart that the shopper has at a store. Passwords of shoppers are never asked for here.',
		route: 'POST /v1/carts/checkout', ...graph, status: 'partial',
		effect: 'create', repeat: 'never',
		fields: {
			retailer: body('retailerId', retailerLocator()),
			items: cartItems(),
			token: body('credentials.oauth.token', secret({ label: 'Retailer Token', description: 'What the store gave when the shopper signed in; see Retailer → Get Sign-In Link' })),
			affiliate: collection({ label: 'Affiliate', add: 'Add Network', description: 'Whom the store pays for the purchase' }, under('extra.affiliate', {
				awin: body('awin', text({ label: 'Awin', placeholder: 'e.g. 123456', description: 'Your ID in this network' })),
				cj: body('cj', text({ label: 'CJ', placeholder: 'e.g. 1234567', description: 'Your ID in that network' })),
				vigLink: body('vigLink', text({ label: 'VigLink', placeholder: 'e.g. 0a1b2c3d', description: 'Your key in the network' })),
			})),
		},
	}),
	op({
		value: 'create', name: 'Create', action: 'Create cart', description: 'Fill a cart of a store with items and recipes; works for stores whose stock Whisk knows',
		route: 'POST /v1/carts', ...graph,
		effect: 'create', repeat: 'never',
		fields: {
			retailer: body('retailerId', retailerLocator()),
			items: cartItems(),
			recipes: body('recipeIds', texts({ label: 'Recipes', placeholder: 'e.g. 9773cb7eca5d11e7ae7e42010a9a0035', description: 'IDs or addresses, separated by commas' })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				combineItems: combineItems(),
				labels: body('labels', json({ label: 'Labels (JSON)', placeholder: 'e.g. { "campaign": "autumn" }', description: 'Marks of your own' })),
				language: body('language', language({ label: 'Language', description: 'Language of the names' })),
			}),
		},
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete cart', description: 'Throw a cart away with all its items',
		route: 'DELETE /v1/{cart}', ...graph,
		effect: 'delete', repeat: 'absolute', lane: ['cart'], fields: { cart: cartId('cart_id') },
		echo: ({ cart: id }) => ({ deleted: true, cart_id: id }),
	}),
]);
