import type { Answer, Fields } from '../types';
import { failed } from './errors';

/** What a format needs, and what it does not have. */
export function formatProblem({ format, listingDuration, pricingSummary = {}, availableQuantity, quantityLimitPerBuyer, listingPolicies = {} }: Fields): Answer | undefined {
	const { auctionStartPrice, auctionReservePrice, originalRetailPrice } = pricingSummary as Fields;
	if (format !== 'AUCTION') return auctionStartPrice || auctionReservePrice ? failed(400, 25758) : undefined;
	if (!listingDuration) return failed(400, 25755);
	if (!auctionStartPrice) return failed(400, 25757);
	if (originalRetailPrice) return failed(400, 25761);
	if (availableQuantity !== undefined) return failed(400, 25762);
	if (quantityLimitPerBuyer !== undefined) return failed(400, 25763);
	return (listingPolicies as Fields).eBayPlusIfEligible ? failed(400, 25764) : undefined;
}
