import type { EbayState } from './state';

/** What belongs to one member only. */
type Own = Pick<EbayState, 'cart' | 'disputes' | 'inventory' | 'orders' | 'serial'>;

/** A member: who that is, and a world of its own, but for the demo's member, whose world is the state itself. */
export interface EbaySeller {
	username: string;
	userId: string;
	marketplace: string;
	own?: Own;
	world?: EbayState;
}

export const DEMO_SELLER = 'demo_shop';
export const SECOND_SELLER = 'second_shop';

/** How many orders the second shop has; its ids begin with another number. */
const FEW = 3;

/** Two members; what the second one has is made of what the first one has. */
export function createSellers({ orders, inventory }: Pick<EbayState, 'orders' | 'inventory'>): Map<string, EbaySeller> {
	const renamed = [...orders.values()].slice(0, FEW).map((order) => ({ ...structuredClone(order), orderId: order.orderId.replace(/^12-/, '27-') }));
	const own: Own = {
		cart: { items: [], unavailable: [] }, disputes: new Map(), serial: 0,
		inventory: { ...inventory, items: new Map(), offers: new Map(), locations: new Map() },
		orders: new Map(renamed.map((order) => [order.orderId, order])),
	};
	return new Map([
		[DEMO_SELLER, { username: DEMO_SELLER, userId: 'demoUser0001', marketplace: 'EBAY_US' }],
		[SECOND_SELLER, { username: SECOND_SELLER, userId: 'secondUser02', marketplace: 'EBAY_DE', own }],
	]);
}

/** The state as a member sees it: what is its own lies over what all share. */
export function worldOf(state: EbayState, username?: string): EbayState {
	const seller = username === undefined ? undefined : state.sellers.get(username);
	if (!seller?.own) return state;
	seller.world ??= Object.assign(Object.create(state) as EbayState, seller.own);
	return seller.world;
}

/** What happens when a member withdraws the consent, or changes the password: every token of it is dead. */
export function revokeConsent({ refreshTokens, tokens }: EbayState, username: string): void {
	for (const grant of refreshTokens.values()) if (grant.seller === username) grant.isRevoked = true;
	for (const token of tokens.values()) if (token.seller === username) token.expires = 0;
}
