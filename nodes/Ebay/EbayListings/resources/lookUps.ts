import type { IDataObject } from 'n8n-workflow';
import { FieldProblem } from '../../../../engine/problem';
import { getPath } from '../../../../engine/request';
import type { Compare, LookUp, Values } from '../../../../engine/types';
import { offerSite } from '../../marketplaces';

const OFFERS = 'GET /sell/inventory/v1/offer?sku={sku}';

const offersIn = (answer: unknown): IDataObject[] => (getPath(answer, 'offers') ?? []) as IDataObject[];

/** Offers of fixed price, of the site that was chosen; published ones where there are any. */
function candidates(answer: unknown, { marketplace }: Values): IDataObject[] {
	const fixed = offersIn(answer).filter(({ format, marketplaceId }) => format !== 'AUCTION' && (marketplace === undefined || marketplaceId === offerSite(marketplace)));
	const live = fixed.filter(({ status }) => status === 'PUBLISHED');
	return live.length ? live : fixed;
}

const problem = (message: string, help: string) => new FieldProblem(message, help);

const unknownSku = ({ sku }: Values) =>
	problem(`was not found: eBay's inventory has no offer for the SKU "${String(sku)}"`, 'If it was listed in Seller Hub or by the Trading API, migrate the listing first with Listing → Migrate; else create an offer with Offer → Create.');

/** The one offer that a SKU means. @throws FieldProblem */
function offerFor(answer: unknown, values: Values): IDataObject {
	const [offer, ...others] = candidates(answer, values);
	const sku = String(values.sku);
	if (!offersIn(answer).length) throw unknownSku(values);
	if (!offer) throw problem(`was not found: the SKU "${sku}" has no offer of fixed price on this marketplace`, 'Choose another Marketplace, or give the Offer ID.');
	if (others.length) throw problem(`is not the only one: the SKU "${sku}" has ${others.length + 1} offers`, 'Choose the Marketplace, or give the Offer ID.');
	const [wanted, own] = [getPath(values, 'price.currency'), getPath(offer, 'pricingSummary.price.currency')];
	if (wanted !== undefined && own !== undefined && wanted !== own) throw problem(`belongs to another marketplace: the offer of the SKU "${sku}" is priced in ${String(own)}, the price given is in ${String(wanted)}`, 'Choose its Marketplace.');
	return offer;
}

/** The offer that is listed, or any where none is. @throws FieldProblem */
function listedFor(answer: unknown, values: Values): IDataObject {
	const here = offersIn(answer).filter(({ marketplaceId }) => values.marketplace === undefined || marketplaceId === offerSite(values.marketplace));
	const live = here.filter(({ status }) => status === 'PUBLISHED');
	if (!here.length) throw unknownSku(values);
	if (live.length > 1) throw problem(`is not the only one: the SKU "${String(values.sku)}" has ${live.length} listings`, 'Choose the Marketplace, or give the Offer ID.');
	return live[0] ?? here[0];
}

/** The offer of a SKU whose listing is to end; without a listing there is nothing left to do. */
export const listedOffer: LookUp = { route: OFFERS, fills: 'offer', with: 'offerId', none: [404], find: listedFor, already: ({ status }) => status !== 'PUBLISHED' };

/** The offer of a SKU whose price or quantity is to change. */
export const offerOfSku: LookUp = { route: OFFERS, fills: 'offer', with: 'offerId', for: ['price', 'offerQuantity'], none: [404], find: offerFor };

/** What eBay has of an offer, and of the item behind it. */
export const offerAndStock: Compare[] = [
	{ route: OFFERS, find: (answer, { offer }) => offersIn(answer).find(({ offerId }) => offerId === offer), same: { price: 'pricingSummary.price', offerQuantity: 'availableQuantity' } },
	{ route: 'GET /sell/inventory/v1/inventory_item/{sku}', same: { quantity: 'availability.shipToLocationAvailability.quantity' } },
];
