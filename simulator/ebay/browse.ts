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

const WHOLE = /^\d+$/;

/** GET /item_summary/search: by words of the title; the start must be a multiple of the page size. */
export function search({ state, query }: EbayVisit): Answer {
	const { q = '', limit: size = '50', offset: from = '0' } = query as Record<string, string | undefined>;
	const [limit, offset] = [Number(size), Number(from)];
	if (!WHOLE.test(size) || limit < 1 || limit > 200) return failed(400, 12006);
	if (!WHOLE.test(from)) return failed(400, 12005);
	if (offset % limit !== 0) return failed(400, 12515);
	if (offset >= 10_000) return failed(400, 12029);
	if (!q && !query.category_ids && !query.epid && !query.gtin && !query.charity_ids) return failed(400, 12001);
	const words = q.toLowerCase().split(/\s+/).filter(Boolean);
	const found = [...state.listings].filter(([, { title, hasEnded }]) => !hasEnded && words.every((word) => title.toLowerCase().includes(word)));
	const page = found.slice(offset, offset + limit).map(([itemId, listing]) => ({
		itemId,
		title: listing.title,
		price: { value: (listing.cents / 100).toFixed(2), currency: 'USD' },
		condition: 'New',
		conditionId: '1000',
		buyingOptions: ['FIXED_PRICE'],
		seller: { username: 'demo_seller', feedbackPercentage: '99.8', feedbackScore: 4321 },
		categories: [{ categoryId: '1234', categoryName: 'Things' }],
		...imageOf(listing),
		...webUrlOf(listing),
	}));
	return { status: 200, body: { href: '', total: found.length, limit, offset, ...(page.length ? { itemSummaries: page } : {}) } };
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
