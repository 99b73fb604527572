import type { Answer, Fields } from '../types';
import { entryOf, failed } from './errors';
import type { EbayVisit } from './inventory';
import type { EbayAmount } from './inventorySeed';
import { isPrice, revise } from './offers';
import type { EbayState } from './state';

interface OfferChange {
	offerId: string;
	availableQuantity?: number;
	price?: EbayAmount;
}

interface Change {
	sku?: string;
	shipToLocationAvailability?: { quantity?: number };
	offers?: OfferChange[];
}

/** How one element ended: its own status, and the error when it failed. */
export interface Outcome extends Fields {
	statusCode: number;
}

export const MOST = 25;

/** A failed element. */
export const wrong = (names: Fields, statusCode: number, code: number, values: Record<string, string>): Outcome => ({ ...names, statusCode, errors: [entryOf(code, values)] });

const isQuantity = (quantity: unknown) => Number.isInteger(quantity) && (quantity as number) >= 0;

/** The total of an inventory item. */
function setStock({ inventory }: EbayState, sku: string | undefined, quantity: number | undefined): Outcome {
	if (!sku) return wrong({}, 400, 25709, { fieldName: 'sku' });
	const item = inventory.items.get(sku);
	if (!item) return wrong({ sku }, 404, 25702, { skuValue: sku });
	if (!isQuantity(quantity)) return wrong({ sku }, 400, 25709, { fieldName: 'shipToLocationAvailability.quantity' });
	const { availability = {} } = item;
	item.availability = { ...availability, shipToLocationAvailability: { ...availability.shipToLocationAvailability, quantity } };
	return { sku, statusCode: 200 };
}

/** Price and quantity of one offer; an offer that is not live is none of this call's. */
function setOffer({ inventory }: EbayState, sku: string | undefined, { offerId, availableQuantity, price }: OfferChange): Outcome {
	const offer = inventory.offers.get(offerId);
	const names = { offerId, ...(sku ?? offer?.sku ? { sku: sku ?? offer?.sku } : {}) };
	if (!offer) return wrong(names, 404, 25713, { additionalInfo: offerId });
	if (sku && offer.sku !== sku) return wrong(names, 400, 25002, { additionalInfo: `The offer belongs to SKU ${offer.sku}` });
	if (offer.status !== 'PUBLISHED') return wrong(names, 400, 25002, { additionalInfo: 'The offer is not published' });
	if (availableQuantity === undefined && price === undefined) return wrong(names, 400, 25709, { fieldName: 'availableQuantity or price' });
	if (availableQuantity !== undefined && !isQuantity(availableQuantity)) return wrong(names, 400, 25709, { fieldName: 'availableQuantity' });
	if (price !== undefined && !isPrice(price)) return wrong(names, 400, 25709, { fieldName: 'price' });
	if (!revise({ inventory } as EbayState, offer)) return wrong(names, 400, 25002, { additionalInfo: 'The listing was revised as often as a day allows' });
	if (availableQuantity !== undefined) offer.availableQuantity = availableQuantity;
	if (price !== undefined) offer.pricingSummary = { ...offer.pricingSummary, price };
	return { ...names, statusCode: 200 };
}

function applyChange(state: EbayState, { sku, shipToLocationAvailability: stock, offers = [] }: Change): Outcome[] {
	const ofStock = stock ? [setStock(state, sku, stock.quantity)] : [];
	const ofOffers = offers.map((offer, index) =>
		offers.findIndex(({ offerId }) => offerId === offer.offerId) < index
			? wrong({ offerId: offer.offerId, ...(sku ? { sku } : {}) }, 400, 25002, { additionalInfo: 'The offer is named twice' })
			: setOffer(state, sku, offer),
	);
	const all = [...ofStock, ...ofOffers];
	return all.length > 0 ? all : [wrong(sku ? { sku } : {}, 400, 25709, { fieldName: 'shipToLocationAvailability or offers' })];
}

/** POST /bulk_update_price_quantity: one result for each offer, and one for the SKU where its total is set. */
export function bulkUpdatePriceQuantity({ state, body }: EbayVisit): Answer {
	const requests = body.requests as Change[];
	if (requests.length === 0 || requests.length > MOST) return failed(400, 25709, { fieldName: 'requests', additionalInfo: `1 to ${MOST} elements` });
	const responses = requests.flatMap((change) => applyChange(state, change));
	return { status: responses.every(({ statusCode }) => statusCode === 200) ? 200 : 207, body: { responses } };
}
