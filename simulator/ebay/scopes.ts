export const BASE_SCOPE = 'https://api.ebay.com/oauth/api_scope';
export const CART_SCOPE = `${BASE_SCOPE}/buy.shopping.cart`;

const below = (...names: string[]) => names.map((name) => `${BASE_SCOPE}/${name}`);

/** Scopes a client may have of its own. */
export const APPLICATION_SCOPES = [BASE_SCOPE, ...below('buy.guest.order', 'buy.item.feed', 'buy.marketing', 'buy.item.bulk', 'commerce.charity')];

/** Scopes the demo member has consented to. */
export const USER_SCOPES = [
	BASE_SCOPE,
	CART_SCOPE,
	...below('sell.inventory', 'sell.fulfillment', 'sell.account', 'sell.marketing', 'sell.finances', 'sell.logistics', 'sell.payment.dispute', 'commerce.identity.readonly'),
];
