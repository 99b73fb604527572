import { describe } from '../contract';
import type { Answer, Operation, Problem } from '../types';
import { failed, oauthFailed, parametersOf } from './errors';

const CART_TYPES: Record<string, number> = { cartItemId: 10012, itemId: 10008, quantity: 10009 };

function cartRefusal(problem: Problem, operation: Operation): Answer | undefined {
	const names = (name: string) => name in (operation.body ?? {});
	if (problem.kind === 'missing' && problem.place === 'header') return failed(400, 10025, { supportedValues: 'EBAY_US and others' });
	if (problem.kind === 'missing' && problem.place === 'body' && names(problem.name)) return failed(400, 10007, { field: problem.name });
	if (problem.kind === 'wrong-type' && problem.place === 'body' && names(problem.name)) return failed(400, CART_TYPES[problem.name], {}, describe(problem));
	return undefined;
}

type Codes = Record<string, number>;

/** The codes for a member that is missing, by its name; `*` stands for any other. */
const MISSING: Record<string, Codes> = {
	'sell_inventory_v1.createInventoryLocation': { '*': 25801 },
	sell_inventory_v1: { '*': 25709 },
	'sell_fulfillment_v1.createShippingFulfillment': { '*': 32600 },
	'sell_fulfillment_v1.issueRefund': { reasonForRefund: 34903 },
	'sell_fulfillment_v1.addEvidence': { '*': 33100 },
	'sell_fulfillment_v1.fetchEvidenceContent': { evidence_id: 33002, file_id: 33003 },
	'sell_fulfillment_v1.uploadEvidenceFile': { file: 33106 },
	sell_account_v1: { marketplace_id: 20401 },
	'sell_fulfillment_v1.updateEvidence': { '*': 33100 },
	'sell_fulfillment_v1.acceptPaymentDispute': { '*': 33100 },
	'sell_fulfillment_v1.contestPaymentDispute': { '*': 33100 },
	'sell_logistics_v1.createShippingQuote': { '*': 90010 },
	'sell_logistics_v1.createFromShippingQuote': { '*': 90010 },
	'commerce_media_v1_beta.createVideo': { size: 190002, title: 190006, classification: 190014 },
	'commerce_taxonomy_v1.getCategorySuggestions': { q: 62007 },
	'commerce_taxonomy_v1.getDefaultCategoryTreeId': { marketplace_id: 62002 },
	'commerce_taxonomy_v1.getItemAspectsForCategory': { category_id: 62006 },
	'buy_marketing_v1_beta.getMerchandisedProducts': { metric_name: 70001, category_id: 70003 },
};

/** The codes for a member of the wrong type. */
const WRONG: Record<string, Codes> = {
	'sell_inventory_v1.createInventoryLocation': { '*': 25800 },
	'sell_fulfillment_v1.createShippingFulfillment': { '*': 32600 },
	'sell_fulfillment_v1.addEvidence': { '*': 33100 },
	'sell_fulfillment_v1.uploadEvidenceFile': { file: 33005 },
	'sell_fulfillment_v1.updateEvidence': { '*': 33100 },
	'sell_fulfillment_v1.acceptPaymentDispute': { '*': 33100 },
	'sell_fulfillment_v1.contestPaymentDispute': { '*': 33100 },
	'sell_logistics_v1.createShippingQuote': { '*': 90020 },
	'sell_logistics_v1.createFromShippingQuote': { '*': 90020 },
	'commerce_media_v1_beta.createVideo': { size: 190002, classification: 190014 },
};

function ownRefusal(problem: Problem, { id }: Operation): Answer | undefined {
	if (problem.kind !== 'missing' && problem.kind !== 'wrong-type') return undefined;
	const table = problem.kind === 'missing' ? MISSING : WRONG;
	const name = id.replace('ebay:', '');
	const codes = table[name] ?? table[name.split('.')[0]];
	const code = codes?.[problem.name] ?? codes?.['*'];
	if (code === undefined) return undefined;
	return failed(400, code, parametersOf(code).includes('fieldName') ? { fieldName: problem.name } : {}, describe(problem));
}

const STATUS: Partial<Record<Problem['kind'], number>> = { 'unknown-route': 404, 'wrong-method': 405, 'content-type': 415 };

/** A broken contract in eBay's words: the API's own codes where it has them, else those of the gateway. */
export function refuse(problem: Problem, operation?: Operation): Answer {
	const text = describe(problem);
	if (operation?.bodyType === 'form') {
		const isGrant = problem.kind === 'not-allowed' && problem.name === 'grant_type';
		return oauthFailed(400, isGrant ? 'unsupported_grant_type' : 'invalid_request', text);
	}
	const own = operation?.path.includes('/shopping_cart/') ? cartRefusal(problem, operation) : operation && ownRefusal(problem, operation);
	return own ?? failed(STATUS[problem.kind] ?? 400, problem.kind === 'unknown-route' ? 2002 : 2004, {}, text);
}
