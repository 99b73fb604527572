import type { EbayInventory, EbayOffer } from './inventorySeed';
import { offerIdOf, skuOf } from './inventorySeed';

/** The SKU, offer and price of one of many. */
export const bulkSku = (index: number) => `BULK-${String(index).padStart(5, '0')}`;
export const bulkOfferId = (index: number) => String(8500000000 + index);

/** Puts many live listings beside those of the demo, each with an item and an offer of its own, at 9.99 and 5 pieces. */
export function addListings({ items, offers }: EbayInventory, count: number): void {
	const [item, offer] = [items.get(skuOf(1))!, offers.get(offerIdOf(1))!];
	for (let index = 0; index < count; index++) {
		const [sku, offerId] = [bulkSku(index), bulkOfferId(index)];
		items.set(sku, { ...item, sku });
		const live: EbayOffer = { ...offer, offerId, sku, availableQuantity: 5, pricingSummary: { price: { value: '9.99', currency: 'USD' } }, listing: { listingId: String(115000000000 + index), listingStatus: 'ACTIVE', soldQuantity: 0 } };
		offers.set(offerId, live);
	}
}
