import { operations } from '../../contracts/ebay.json';
import type { Authorized, Operation, Rule, Service, SimulatedRequest } from '../types';
import { getItem, getRateLimits, search } from './browse';
import { addItem, getCart, inCart, removeItem, updateQuantity } from './cart';
import { failed, failure, refuse } from './errors';
import { createEbayState } from './state';
import type { EbayCaller, EbayState } from './state';
import { grantToken } from './token';

const rules: Record<string, Rule<EbayState, EbayCaller>> = {
	'ebay:identity.token': grantToken,
	'ebay:buy_browse_v1.getItem': getItem,
	'ebay:buy_browse_v1.search': search,
	'ebay:buy_browse_v1.getShoppingCart': inCart(getCart),
	'ebay:buy_browse_v1.addItem': inCart(addItem),
	'ebay:buy_browse_v1.updateQuantity': inCart(updateQuantity),
	'ebay:buy_browse_v1.removeItem': inCart(removeItem),
	'ebay:developer_analytics_v1_beta.getRateLimits': getRateLimits,
};

function authorize(state: EbayState, operation: Operation, { headers, path }: SimulatedRequest, now: number): Authorized<EbayCaller> {
	if (operation.token.includes('client')) return { caller: { kind: 'application', scopes: [] } };
	if (!headers.authorization) return { refusal: failed(401, 1002) };
	const text = /^Bearer (.+)$/.exec(headers.authorization)?.[1] ?? '';
	const token = state.tokens.get(text);
	if (!token || token.expires <= now) return { refusal: failed(401, 1001) };
	const isFit = operation.token.includes(token.kind) && (operation.scopes ?? []).some((scope) => token.scopes.includes(scope));
	if (!isFit)
		return { refusal: failed(403, 1100, {}, `Needs a token of kind ${operation.token.join(' or ')} with the scope ${operation.scopes?.join(' or ')}`) };
	const quota = state.quotas.find((entry) => path.startsWith(entry.path));
	if (quota && quota.count >= quota.limit) return { refusal: failed(429, 2001) };
	if (quota) quota.count += 1;
	return { caller: { kind: token.kind, scopes: token.scopes } };
}

/** eBay: the token endpoint, the shopping cart, an item, the rate limits. */
export const ebay: Service<EbayState, EbayCaller> = {
	name: 'ebay',
	operations: operations as unknown as Operation[],
	rules,
	createState: createEbayState,
	authorize,
	refuse,
	failure,
	expireTokens(state, only) {
		const named = only?.replace(/^Bearer /, '');
		for (const [text, token] of state.tokens) if (named === undefined || named === text) token.expires = 0;
	},
};
