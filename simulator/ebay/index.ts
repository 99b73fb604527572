import { operations } from '../../contracts/ebay.json';
import type { Authorized, Operation, Rule, Service, SimulatedRequest } from '../types';
import { getItem, getRateLimits, search } from './browse';
import { addItem, getCart, inCart, removeItem, updateQuantity } from './cart';
import { getDefaultCategoryTreeId, getItemAspectsForCategory, getMerchandisedProducts } from './catalog';
import { addEvidence, fetchEvidenceContent, getPaymentDispute, uploadEvidenceFile } from './disputes';
import { failed, failure } from './errors';
import { getResultFile } from './feeds';
import { inventoryRules } from './inventoryRules';
import { createShippingFulfillment, getOrder, getOrders, getShippingFulfillments } from './orders';
import { refuse } from './refusals';
import { issueRefund } from './refunds';
import { signatureRefusal } from './signing';
import { createEbayState } from './state';
import type { EbayCaller, EbayState } from './state';
import { grantToken } from './token';
import { getTopics } from './topics';
import { createVideo, getVideo, uploadVideo } from './videos';

const rules: Record<string, Rule<EbayState, EbayCaller>> = {
	...inventoryRules,
	'ebay:identity.token': grantToken,
	'ebay:buy_browse_v1.getItem': getItem,
	'ebay:buy_browse_v1.search': search,
	'ebay:buy_browse_v1.getShoppingCart': inCart(getCart),
	'ebay:buy_browse_v1.addItem': inCart(addItem),
	'ebay:buy_browse_v1.updateQuantity': inCart(updateQuantity),
	'ebay:buy_browse_v1.removeItem': inCart(removeItem),
	'ebay:developer_analytics_v1_beta.getRateLimits': getRateLimits,
	'ebay:buy_marketing_v1_beta.getMerchandisedProducts': getMerchandisedProducts,
	'ebay:commerce_taxonomy_v1.getDefaultCategoryTreeId': getDefaultCategoryTreeId,
	'ebay:commerce_taxonomy_v1.getItemAspectsForCategory': getItemAspectsForCategory,
	'ebay:commerce_notification_v1.getTopics': getTopics,
	'ebay:commerce_media_v1_beta.createVideo': createVideo,
	'ebay:commerce_media_v1_beta.uploadVideo': uploadVideo,
	'ebay:commerce_media_v1_beta.getVideo': getVideo,
	'ebay:sell_feed_v1.getResultFile': getResultFile,
	'ebay:sell_fulfillment_v1.getOrders': getOrders,
	'ebay:sell_fulfillment_v1.getOrder': getOrder,
	'ebay:sell_fulfillment_v1.createShippingFulfillment': createShippingFulfillment,
	'ebay:sell_fulfillment_v1.getShippingFulfillments': getShippingFulfillments,
	'ebay:sell_fulfillment_v1.issueRefund': issueRefund,
	'ebay:sell_fulfillment_v1.getPaymentDispute': getPaymentDispute,
	'ebay:sell_fulfillment_v1.uploadEvidenceFile': uploadEvidenceFile,
	'ebay:sell_fulfillment_v1.addEvidence': addEvidence,
	'ebay:sell_fulfillment_v1.fetchEvidenceContent': fetchEvidenceContent,
};

function authorize(state: EbayState, operation: Operation, request: SimulatedRequest, now: number): Authorized<EbayCaller> {
	const { headers, path } = request;
	if (operation.token.includes('client')) return { caller: { kind: 'application', scopes: [] } };
	if (!headers.authorization) return { refusal: failed(401, 1002) };
	const text = /^Bearer (.+)$/.exec(headers.authorization)?.[1] ?? '';
	const token = state.tokens.get(text);
	if (!token || token.expires <= now) return { refusal: failed(401, 1001) };
	const isFit = operation.token.includes(token.kind) && (operation.scopes ?? []).some((scope) => token.scopes.includes(scope));
	if (!isFit)
		return { refusal: failed(403, 1100, {}, `Needs a token of kind ${operation.token.join(' or ')} with the scope ${operation.scopes?.join(' or ')}`) };
	const unsigned = operation.signed ? signatureRefusal(request, now) : undefined;
	if (unsigned) return { refusal: unsigned };
	const quota = state.quotas.find((entry) => path.startsWith(entry.path));
	if (quota && quota.count >= quota.limit) return { refusal: failed(429, 2001) };
	if (quota) quota.count += 1;
	return { caller: { kind: token.kind, scopes: token.scopes } };
}

/** eBay: the token endpoint, what a buyer looks at and puts into the cart, what a seller lists, ships and refunds. */
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
