import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { NodeJob } from '../support/engine';
import type { Simulator } from '../support/simulator';
import { locator } from './support';

let accounts = 0;

/** A credential that was never used: the first call mints, whatever earlier tests have left in memory. */
export function ebayAccount({ state, demo, urls }: Simulator): ICredentialDataDecryptedObject {
	state.ebay.client.id = `Founding-${accounts++}`;
	return { environment: 'custom', customUrl: urls.ebay, ...demo.ebay, clientId: state.ebay.client.id, tokens: '' };
}

export const removeFrom = (sim: Simulator, id: unknown, parameters: IDataObject = {}, more: Partial<NodeJob> = {}): NodeJob => ({
	node: 'ebayBuy', credential: more.credential ?? ebayAccount(sim),
	parameters: { resource: 'shoppingCart', operation: 'removeItem', cartItem: locator(id), marketplace: '', output: 'cart', options: {}, ...parameters } as NodeJob['parameters'],
	...more,
});

/** An answer with every member at least once, each conditional one also absent, and one that no page names. */
export const CART: IDataObject = {
	cartItems: [
		{
			cartItemId: '5400000002', cartItemSubtotal: { currency: 'USD', value: '30.00' }, image: { height: 300, imageUrl: 'https://i.ebayimg.test/1.jpg', width: 400 },
			itemId: 'v1|110000000002|0', itemWebUrl: 'https://www.ebay.test/itm/1', quantity: 3, title: 'Leather notebook',
			price: { convertedFromCurrency: 'GBP', convertedFromValue: '8.10', currency: 'USD', value: '10.00' }, futureMember: { deep: [0, false, '', null] },
		},
		{ cartItemId: '5400000003', itemId: 'v1|110000000003|0', title: 'Mechanical keyboard', price: { currency: 'USD', value: '0.10' }, image: { imageUrl: 'https://i.ebayimg.test/2.jpg' } },
	],
	cartSubtotal: { currency: 'USD', value: '30.10' },
	cartWebUrl: 'https://cart.ebay.test/',
	unavailableCartItems: [{ cartItemId: '5400000005', itemId: 'v1|110000000005|0', title: 'Film camera', price: { currency: 'USD', value: '120.00' } }],
};

/** An error answer as eBay's pages write it. */
export const ebayError = (errorId: number, message: string, longMessage: string, parameters: Record<string, string> = {}): IDataObject => ({
	errors: [{
		errorId, domain: 'API_BROWSE', category: errorId === 10000 ? 'APPLICATION' : errorId === 10013 ? 'BUSINESS' : 'REQUEST', message, longMessage,
		parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
	}],
});
