import { operations } from '../../contracts/ebay.json';
import type { Authorized, Operation, Rule, Service, SimulatedRequest } from '../types';
import { getItem, getRateLimits, search } from './browse';
import { bulkUpdatePriceQuantity } from './bulk';
import { addItem, getCart, inCart, removeItem, updateQuantity } from './cart';
import { getDefaultCategoryTreeId, getItemAspectsForCategory, getMerchandisedProducts } from './catalog';
import { acceptDispute, addEvidence, contestDispute, fetchEvidenceContent, getActivities, getDisputeSummaries, getPaymentDispute, updateEvidence, uploadEvidenceFile } from './disputes';
import { failed, failure } from './errors';
import { isPostOrder, postOrderFailure, postOrderRefusal } from './postOrder';
import { postOrderRules } from './postOrderRules';
import { getResultFile } from './feeds';
import { buyLabel, cancelShipment, createQuote, getLabel, getQuote, getShipment } from './logistics';
import { createInventoryLocation, createOrReplaceInventoryItem, deleteInventoryItem, getInventoryItem, getInventoryItems, inInventory } from './inventory';
import { getOffer, getOffers, publishOffer, updateOffer } from './offers';
import { createShippingFulfillment, getOrder, getOrders, getShippingFulfillment, getShippingFulfillments } from './orders';
import { refuse } from './refusals';
import { issueRefund } from './refunds';
import { signatureRefusal } from './signing';
import { createEbayState } from './state';
import type { EbayCaller, EbayState } from './state';
import { grantToken } from './token';
import { getTopics } from './topics';
import { createVideo, getVideo, uploadVideo } from './videos';

const rules: Record<string, Rule<EbayState, EbayCaller>> = {
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
	'ebay:sell_fulfillment_v1.getShippingFulfillment': getShippingFulfillment,
	'ebay:sell_fulfillment_v1.getPaymentDispute': getPaymentDispute,
	'ebay:sell_fulfillment_v1.getPaymentDisputeSummaries': getDisputeSummaries,
	'ebay:sell_fulfillment_v1.getActivities': getActivities,
	'ebay:sell_fulfillment_v1.acceptPaymentDispute': acceptDispute,
	'ebay:sell_fulfillment_v1.contestPaymentDispute': contestDispute,
	'ebay:sell_fulfillment_v1.updateEvidence': updateEvidence,
	'ebay:sell_logistics_v1.createShippingQuote': createQuote,
	'ebay:sell_logistics_v1.getShippingQuote': getQuote,
	'ebay:sell_logistics_v1.createFromShippingQuote': buyLabel,
	'ebay:sell_logistics_v1.getShipment': getShipment,
	'ebay:sell_logistics_v1.downloadLabelFile': getLabel,
	'ebay:sell_logistics_v1.cancelShipment': cancelShipment,
	'ebay:sell_fulfillment_v1.uploadEvidenceFile': uploadEvidenceFile,
	'ebay:sell_fulfillment_v1.addEvidence': addEvidence,
	'ebay:sell_fulfillment_v1.fetchEvidenceContent': fetchEvidenceContent,
	...postOrderRules,
	'ebay:sell_inventory_v1.getInventoryItems': inInventory(getInventoryItems),
	'ebay:sell_inventory_v1.getInventoryItem': inInventory(getInventoryItem),
	'ebay:sell_inventory_v1.createOrReplaceInventoryItem': inInventory(createOrReplaceInventoryItem),
	'ebay:sell_inventory_v1.deleteInventoryItem': inInventory(deleteInventoryItem),
	'ebay:sell_inventory_v1.bulkUpdatePriceQuantity': inInventory(bulkUpdatePriceQuantity),
	'ebay:sell_inventory_v1.getOffers': inInventory(getOffers),
	'ebay:sell_inventory_v1.getOffer': inInventory(getOffer),
	'ebay:sell_inventory_v1.updateOffer': inInventory(updateOffer),
	'ebay:sell_inventory_v1.publishOffer': inInventory(publishOffer),
	'ebay:sell_inventory_v1.createInventoryLocation': inInventory(createInventoryLocation),
};

function authorize(state: EbayState, operation: Operation, request: SimulatedRequest, now: number): Authorized<EbayCaller> {
	const { headers, path } = request;
	if (operation.token.includes('client')) return { caller: { kind: 'application', scopes: [] } };
	if (!headers.authorization) return { refusal: failed(401, 1002) };
	const text = headers.authorization.startsWith(`${operation.scheme ?? 'Bearer'} `) ? headers.authorization.replace(/^\w+ /, '') : '';
	const token = state.tokens.get(text);
	if (!token || token.expires <= now) return { refusal: failed(401, 1001) };
	const isFit = operation.token.includes(token.kind) && (operation.scopes?.some((scope) => token.scopes.includes(scope)) ?? true);
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
	refuse: (problem, operation) => (operation && isPostOrder(operation) ? postOrderRefusal(problem) : refuse(problem, operation)),
	failure: (status, operation) => (operation && isPostOrder(operation) ? postOrderFailure(status) : failure(status, operation)),
	expireTokens(state, only) {
		const named = only?.replace(/^(Bearer|IAF) /, '');
		for (const [text, token] of state.tokens) if (named === undefined || named === text) token.expires = 0;
	},
};
