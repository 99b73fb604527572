import type { Answer, Visit } from '../types';
import { imageOf, webUrlOf } from './cart';
import { failed } from './errors';
import type { EbayCaller, EbayState } from './state';

type EbayVisit = Visit<EbayState, EbayCaller>;

const DAY = 86400;
// midnight Pacific standard time
const RESET_HOUR = 8;

/** GET /item/{item_id} */
export function getItem({ state, params, query }: EbayVisit): Answer {
	const { item_id: itemId } = params;
	if (!/^v1\|\d+\|\d+$/.test(itemId)) return failed(400, 11012);
	const estimate = query.quantity_for_shipping_estimate as string | undefined;
	if (estimate !== undefined && !/^[1-9]\d*$/.test(estimate)) return failed(400, 11019, { quantityForShippingEstimate: estimate });
	const listing = state.listings.get(itemId);
	if (!listing) return failed(400, 11001);
	const { title, cents, available, hasEnded } = listing;
	return {
		status: 200,
		body: {
			itemId,
			legacyItemId: itemId.split('|')[1],
			title,
			price: { value: (cents / 100).toFixed(2), currency: 'USD' },
			condition: 'New',
			conditionId: '1000',
			categoryId: '1234',
			categoryPath: 'Home|Things',
			buyingOptions: ['FIXED_PRICE'],
			seller: { username: 'demo_seller', feedbackPercentage: '99.8', feedbackScore: 4321 },
			estimatedAvailabilities: [{ estimatedAvailabilityStatus: hasEnded ? 'OUT_OF_STOCK' : 'IN_STOCK', estimatedAvailableQuantity: available }],
			listingMarketplaceId: 'EBAY_US',
			...imageOf(listing),
			...webUrlOf(listing),
		},
	};
}

function nextReset(now: number): string {
	const shifted = Math.floor(now / 1000) - RESET_HOUR * 3600;
	return new Date((Math.floor(shifted / DAY) * DAY + DAY + RESET_HOUR * 3600) * 1000).toISOString();
}

/** GET /developer/analytics/v1_beta/rate_limit/ */
export function getRateLimits({ state, query, now }: EbayVisit): Answer {
	const { api_context: context, api_name: name } = query;
	const wanted = state.quotas.filter((quota) => (context === undefined || quota.context === context) && (name === undefined || quota.api === name));
	if (wanted.length === 0) return { status: 204 };
	const rateLimits = wanted.map(({ context: apiContext, api, version, resource, limit, count }) => ({
		apiContext,
		apiName: api,
		apiVersion: version,
		resources: [{ name: resource, rates: [{ count, limit, remaining: Math.max(0, limit - count), reset: nextReset(now), timeWindow: DAY }] }],
	}));
	return { status: 200, body: { rateLimits } };
}
