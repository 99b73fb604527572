import type { IDataObject } from 'n8n-workflow';
import { getPath } from '../../../../engine/request';
import { rowOf } from '../../../../engine/rows';
import type { StepRead, Steps, Values } from '../../../../engine/types';
import { siteOf } from '../../marketplaces';
import { POLICIES, policyRoute } from './fields';
import type { PolicyKind } from './fields';
import { inventoryItem } from './inventoryItem';
import { aspectReads, keptIn } from './listItemAspects';
import { obstacles } from './listItemObstacles';
import { offer, sameOffer } from './offer';

const KINDS = Object.keys(POLICIES) as PolicyKind[];
const QUANTITY = 'availability.shipToLocationAvailability.quantity';

const listIn = (answer: unknown, name: string): IDataObject[] | undefined => getPath(answer, name) as IDataObject[] | undefined;

/** Without the access to policies nothing can be said of them before publishing. */
const policies = (kind: PolicyKind): StepRead => ({
	name: `${kind}Policies`, route: policyRoute(kind), none: [403], shared: true, query: ({ marketplace }) => ({ marketplace_id: siteOf(marketplace) }), find: (answer) => listIn(answer, `${kind}Policies`),
});

const reads: StepRead[] = [
	{ name: 'item', route: 'GET /sell/inventory/v1/inventory_item/{sku}', none: [404] },
	{ name: 'offer', route: 'GET /sell/inventory/v1/offer?sku={sku}', none: [404], find: sameOffer },
	{ name: 'locations', route: 'GET /sell/inventory/v1/location', none: [403], shared: true, query: () => ({ limit: 100 }) },
	...KINDS.map(policies),
	...aspectReads,
];

/** The ID of the only record of a list. */
const only = (list: IDataObject[] | undefined, id: string): unknown => (list?.length === 1 ? list[0][id] : undefined);

const enabled = ({ locations }: Values): IDataObject[] | undefined => listIn(locations, 'locations')?.filter(({ merchantLocationStatus: status }) => status !== 'DISABLED');

const policiesOf = (known: Values): Values =>
	Object.fromEntries(KINDS.map((kind) => [`${kind}Policy`, known[`${kind}Policy`] ?? keptIn(known, `listingPolicies.${kind}PolicyId`) ?? only(known[`${kind}Policies`] as IDataObject[] | undefined, `${kind}PolicyId`)]));

/** Pieces of an offer of fixed price: those given, those that the offer has, those of the item. */
const piecesOf = (known: Values): unknown => (known.format === 'AUCTION' ? undefined : known.quantity ?? keptIn(known, 'availableQuantity') ?? getPath(known.item, QUANTITY));

const valuesOfOffer = (known: Values): Values => ({
	...known, offer: getPath(known.offer, 'offerId'), availableQuantity: piecesOf(known), additionalFields: known.offerDetails,
	location: known.location ?? keptIn(known, 'merchantLocationKey') ?? only(enabled(known), 'merchantLocationKey'),
	policies: { ...(known.policies as Values | undefined), ...policiesOf(known) },
});

/** The inventory item, its offer, and the listing: each by the row that does it alone too. */
export const steps: Steps = {
	reads, obstacles,
	writes: [
		{ name: 'item', there: 'item', make: rowOf(inventoryItem, 'createOrReplace'), values: (known) => ({ ...known, additionalFields: known.itemDetails }), gives: {} },
		{ name: 'offer', there: 'offer', make: rowOf(offer, 'create'), change: rowOf(offer, 'update'), values: valuesOfOffer, gives: { offerId: 'offerId' } },
		{
			name: 'listing', there: 'offer', make: rowOf(offer, 'publish'), done: ({ status }) => status === 'PUBLISHED', word: 'published',
			values: ({ offerId }) => ({ offer: offerId }), gives: { listingId: 'listingId|listing.listingId' },
		},
	],
};
