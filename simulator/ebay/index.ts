import { operations } from '../../contracts/ebay.json';
import type { Operation, Rule, Service } from '../types';
import { authorize, inWorldOfCaller } from './access';
import { getFulfillmentPolicies, getOptedInPrograms, getPaymentPolicies, getPrivileges, getReturnPolicies, getUser } from './account';
import { getItem, getRateLimits, search } from './browse';
import { addItem, getCart, inCart, removeItem, updateQuantity } from './cart';
import { getCategorySuggestions, getDefaultCategoryTreeId, getItemAspectsForCategory, getMerchandisedProducts } from './catalog';
import { concurrent, writtenBy } from './concurrent';
import { acceptDispute, addEvidence, contestDispute, fetchEvidenceContent, getActivities, getDisputeSummaries, getPaymentDispute, updateEvidence, uploadEvidenceFile } from './disputes';
import { failure } from './errors';
import { getResultFile } from './feeds';
import { inventoryRules } from './inventoryRules';
import { buyLabel, cancelShipment, createQuote, getLabel, getQuote, getShipment } from './logistics';
import { createShippingFulfillment, getOrder, getOrders, getShippingFulfillment, getShippingFulfillments } from './orders';
import { isPostOrder, postOrderFailure, postOrderRefusal } from './postOrder';
import { postOrderRules } from './postOrderRules';
import { refuse } from './refusals';
import { issueRefund } from './refunds';
import { createSigningKey } from './signing';
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
	'ebay:commerce_identity_v1.getUser': getUser,
	'ebay:developer_key_management_v1.createSigningKey': createSigningKey,
	'ebay:sell_account_v1.getFulfillmentPolicies': getFulfillmentPolicies,
	'ebay:sell_account_v1.getOptedInPrograms': getOptedInPrograms,
	'ebay:sell_account_v1.getPaymentPolicies': getPaymentPolicies,
	'ebay:sell_account_v1.getPrivileges': getPrivileges,
	'ebay:sell_account_v1.getReturnPolicies': getReturnPolicies,
	'ebay:buy_marketing_v1_beta.getMerchandisedProducts': getMerchandisedProducts,
	'ebay:commerce_taxonomy_v1.getCategorySuggestions': getCategorySuggestions,
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
};

/** eBay: the token endpoint, what a buyer looks at and puts into the cart, what a seller lists, ships and refunds. */
export const ebay: Service<EbayState, EbayCaller> = {
	name: 'ebay',
	operations: operations as unknown as Operation[],
	rules: inWorldOfCaller(rules),
	createState: createEbayState,
	authorize,
	refuse: (problem, operation) => (operation && isPostOrder(operation) ? postOrderRefusal(problem) : refuse(problem, operation)),
	failure: (status, operation) => (operation && isPostOrder(operation) ? postOrderFailure(status) : failure(status, operation)),
	writtenBy, concurrent,
	expireTokens(state, only) {
		const named = only?.replace(/^(Bearer|IAF) /, '');
		for (const [text, token] of state.tokens) if (named === undefined || named === text) token.expires = 0;
	},
};
