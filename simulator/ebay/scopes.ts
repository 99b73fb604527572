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

/** Scopes that a member can be asked for on the consent page; what needs an approval of eBay is not among them. */
export const CONSENT_SCOPES = [
	...USER_SCOPES,
	...below(
		'commerce.catalog.readonly', 'commerce.feedback', 'commerce.feedback.readonly', 'commerce.message', 'commerce.notification.subscription', 'commerce.notification.subscription.readonly', 'commerce.post_order.document',
		'sell.account.readonly', 'sell.analytics.readonly', 'sell.finances.earnings.read', 'sell.fulfillment.readonly', 'sell.inventory.readonly', 'sell.marketing.readonly', 'sell.stores',
	),
];
