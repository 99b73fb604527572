import type { Answer, Fields } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { POLICIES } from './inventorySeed';
import { DEMO_SELLER } from './sellers';

/** GET /commerce/identity/v1/user/: who has agreed. */
export function getUser({ state, caller }: EbayVisit): Answer {
	const { username, userId, marketplace } = state.sellers.get(caller.seller ?? DEMO_SELLER)!;
	return { status: 200, body: { accountType: 'BUSINESS', businessAccount: { doingBusinessAs: username }, registrationMarketplaceId: marketplace, status: 'CONFIRMED', userId, username } };
}

const isFirst = ({ caller }: EbayVisit) => (caller.seller ?? DEMO_SELLER) === DEMO_SELLER;

/** The policies of one kind on one marketplace: the first shop has one of each, the second one none. */
const policies = (list: string, id: 'fulfillmentPolicyId' | 'paymentPolicyId' | 'returnPolicyId', name: string) => (visit: EbayVisit): Answer => {
	const marketplace = String(visit.query.marketplace_id);
	if (!visit.state.marketplaces.includes(marketplace)) return failed(400, 20403, { fieldName: 'marketplaceId' });
	const found: Fields[] = isFirst(visit) ? [{ [id]: POLICIES[id], name, marketplaceId: marketplace, categoryTypes: [{ name: 'ALL_EXCLUDING_MOTORS_VEHICLES', default: true }] }] : [];
	return { status: 200, body: { href: '', limit: 20, next: '', offset: 0, prev: '', total: found.length, [list]: found } };
};

export const getFulfillmentPolicies = policies('fulfillmentPolicies', 'fulfillmentPolicyId', 'Two days, free');
export const getPaymentPolicies = policies('paymentPolicies', 'paymentPolicyId', 'Managed payments');
export const getReturnPolicies = policies('returnPolicies', 'returnPolicyId', 'Thirty days');

/** GET /sell/account/v1/program/get_opted_in_programs */
export const getOptedInPrograms = (visit: EbayVisit): Answer => ({ status: 200, body: { programs: isFirst(visit) ? [{ programType: 'SELLING_POLICY_MANAGEMENT' }] : [] } });

/** GET /sell/account/v1/privilege */
export const getPrivileges = (visit: EbayVisit): Answer => ({
	status: 200,
	body: { sellerRegistrationCompleted: isFirst(visit), sellingLimit: { amount: { currency: 'USD', value: '25000.00' }, quantity: 500 } },
});
