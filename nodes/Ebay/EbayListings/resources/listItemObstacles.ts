import type { IDataObject } from 'n8n-workflow';
import { getPath } from '../../../../engine/request';
import type { Obstacle, Values } from '../../../../engine/types';
import { POLICIES } from './fields';
import type { PolicyKind } from './fields';
import { aspectObstacles } from './listItemAspects';

type Bodies = Readonly<Record<string, IDataObject>>;

/** What every listing needs, by the body and the place it stands in there, and the parameter that gives it. */
const NEEDED: ReadonlyArray<[body: string, path: string, field: string, help: string]> = [
	['item', 'product.title', 'title', 'Give a title of up to 80 characters.'],
	['item', 'product.imageUrls.0', 'imageUrls', 'Give the https address of at least one picture.'],
	['item', 'condition', 'condition', 'Choose a condition that the category allows.'],
	['offer', 'categoryId', 'category', 'Choose a category without further ones below it.'],
];

const PRICES: Record<string, [path: string, field: string]> = { FIXED_PRICE: ['pricingSummary.price.value', 'price'], AUCTION: ['pricingSummary.auctionStartPrice.value', 'pricing.auctionStartPrice'] };

const missing = (field: string, help: string): Obstacle => ({ field, problem: 'is missing, and eBay has none yet', help });

const named = (records: IDataObject[], id: string): string => records.map((record) => [record.name, record[id]].filter(Boolean).join(' – ')).join(', ');

/** A policy that is missing, or none of this marketplace; where policies may not be seen, any ID will do. */
function policyObstacle(kind: PolicyKind, { offer }: Bodies, known: Values): Obstacle[] {
	const [field, id] = [`${kind}Policy`, `${kind}PolicyId`];
	const [wanted, there] = [getPath(offer, `listingPolicies.${id}`), known[`${kind}Policies`] as IDataObject[] | undefined];
	const site = String(known.marketplace);
	if (there && !there.length) return [{ field, problem: `cannot be chosen: the account has none on ${site}`, help: 'Make it in Seller Hub under Account, Business Policies.' }];
	if (!wanted) return [{ field, problem: there ? `is missing, and the account has several on ${site}` : 'is missing', help: there ? `Choose one of: ${named(there, id)}.` : 'Give its ID.' }];
	return !there || there.some((one) => String(one[id]) === wanted) ? [] : [{ field, problem: `is none of ${site}: "${String(wanted)}"`, help: `Choose one of: ${named(there, id)}.` }];
}

/** What is wrong with a location that is not among those that are there. */
function strangeLocation(wanted: unknown, there: IDataObject[]): Obstacle {
	if (!there.length) return { field: 'location', problem: 'cannot be chosen: the account has none', help: 'Make it with Location → Create.' };
	const help = `Choose one of: ${named(there, 'merchantLocationKey')}.`;
	return { field: 'location', problem: wanted ? `is not known: "${String(wanted)}"` : 'is missing, and the account has several', help };
}

/** A location that is missing, unknown or disabled, as far as the first hundred tell. */
function locationObstacle({ offer }: Bodies, { locations }: Values): Obstacle[] {
	const wanted = offer?.merchantLocationKey;
	const there = getPath(locations, 'locations') as IDataObject[] | undefined;
	if (!there) return wanted ? [] : [missing('location', 'Give its key.')];
	const found = there.find(({ merchantLocationKey: key }) => key === wanted);
	if (found) return found.merchantLocationStatus === 'DISABLED' ? [{ field: 'location', problem: `is disabled: "${String(wanted)}"`, help: 'Enable it with Location → Enable, or choose another.' }] : [];
	const isWhole = Number(getPath(locations, 'total') ?? there.length) <= there.length;
	return isWhole || !wanted ? [strangeLocation(wanted, there)] : [];
}

/** A listing that is live may have none left; a new one needs a piece. */
function quantityObstacle({ item, offer }: Bodies, { format, offer: record }: Values): Obstacle[] {
	const pieces = Number((format === 'AUCTION' ? getPath(item, 'availability.shipToLocationAvailability.quantity') : offer?.availableQuantity) ?? 0);
	return pieces > 0 || getPath(record, 'status') === 'PUBLISHED' ? [] : [{ field: 'quantity', problem: 'is missing or 0', help: 'A new listing needs at least one piece.' }];
}

/** What an offer of its format needs: a price, and an auction its duration. */
function formatObstacles({ offer }: Bodies, { format }: Values): Obstacle[] {
	const [path, field] = PRICES[String(format)];
	const price = getPath(offer, path) === undefined ? [missing(field, format === 'AUCTION' ? 'Say where bids begin.' : 'Give the price that buyers pay.')] : [];
	return format === 'AUCTION' && !offer?.listingDuration ? [...price, missing('offerDetails.listingDuration', 'Choose 1 to 10 days.')] : price;
}

/** What is part of a group is listed with the whole of it. */
function groupObstacle({ item }: Values): Obstacle[] {
	const [group] = (getPath(item, 'inventoryItemGroupKeys') ?? []) as string[];
	return group ? [{ field: 'sku', problem: `belongs to the item group "${group}"`, help: 'List the whole group with Offer → Publish by Item Group.' }] : [];
}

/** All that publishing would be refused for, as far as it can be known before. */
export const obstacles = (bodies: Bodies, known: Values): Obstacle[] => [
	...groupObstacle(known),
	...NEEDED.flatMap(([body, path, field, help]) => (getPath(bodies[body], path) ? [] : [missing(field, help)])),
	...(Object.keys(POLICIES) as PolicyKind[]).flatMap((kind) => policyObstacle(kind, bodies, known)),
	...aspectObstacles(bodies, known), ...locationObstacle(bodies, known), ...quantityObstacle(bodies, known), ...formatObstacles(bodies, known),
];
