import type { IDataObject } from 'n8n-workflow';
import { body, collection, forList, option, query, text, texts } from '../../../../engine/fields';
import { isObject } from '../../../../engine/json';
import { getPath } from '../../../../engine/request';
import { op, resource } from '../../../../engine/rows';
import type { Values, Verify } from '../../../../engine/types';
import { contentLanguage, marketplace, marketplaceId, marketplaceOfOffers } from '../../fields';
import { groupKey, offerLocator, offers, skuLocator, skuText } from './fields';
import { meanings } from './meanings';
import { formatRules, offerTerms } from './offerFields';

/** The SKU only fills the list of its offers. */
const chosen = () => ({ skuOfOffer: forList(skuLocator()), offer: offerLocator() });
const offerText = () => body('offerId', text({ label: 'Offer ID', required: true, placeholder: 'e.g. 36445435465', description: 'Offer → Create hands it on' }));
export const format = () => body('format', option({ label: 'Format', required: true, description: 'How it is sold', options: { FIXED_PRICE: 'Fixed Price', AUCTION: 'Auction' } }));
const group = () => ({ groupKey: body('inventoryItemGroupKey', groupKey()), marketplace: marketplaceId() });

const EXAMPLE = '{\n  "sku": "LAMP-01",\n  "marketplaceId": "EBAY_US",\n  "format": "FIXED_PRICE",\n  "availableQuantity": 10,\n  "categoryId": "112581",\n  "merchantLocationKey": "warehouse-1",\n  "pricingSummary": { "price": { "value": "24.50", "currency": "USD" } }\n}';

/** Whether an offer is published, or not, afterwards. */
export const published = (isLive: boolean): Verify => ({
	route: 'GET /sell/inventory/v1/offer/{offer}', holds: (answer) => isObject(answer) && typeof answer.status === 'string' && (answer.status === 'PUBLISHED') === isLive,
	gives: (answer) => ({ listingId: getPath(answer, 'listing.listingId') as string }),
});

/** The one offer that a SKU may have for a site and a format. */
export const sameOffer = (answer: unknown, { marketplace: site, format: kind }: Values): IDataObject | undefined =>
	((getPath(answer, 'offers') ?? []) as IDataObject[]).find(({ marketplaceId: at, format: how }) => at === site && how === kind);

/** An offer that is there as it was wanted was made by this call; one that is there with other terms may be older. */
const made: Verify = {
	route: 'GET /sell/inventory/v1/offer?sku={sku}', none: [404],
	holds: (answer, values) => {
		const found = sameOffer(answer, values);
		const terms = { 'pricingSummary.price.value': getPath(values, 'price.value'), availableQuantity: values.availableQuantity, categoryId: values.category };
		if (!found) return false;
		return Object.entries(terms).every(([path, value]) => value === undefined || Number(getPath(found, path)) === Number(value)) || undefined;
	},
	gives: (answer, values) => ({ offerId: sameOffer(answer, values)!.offerId }),
};

const simplify = { offerId: 'offerId', sku: 'sku', marketplaceId: 'marketplaceId', status: 'status', listingId: 'listing.listingId', price: 'pricingSummary.price', availableQuantity: 'availableQuantity', categoryId: 'categoryId' };

export const offer = resource('Offer', 'offer', [
	op({
		value: 'create', name: 'Create', action: 'Create offer', description: 'Say at what price and terms a SKU is sold on a site; nothing is listed before it is published',
		route: 'POST /sell/inventory/v1/offer', tokens: ['user'], warnings: true, meanings,
		effect: 'create', repeat: { verify: made }, lane: ['sku'], bodyExample: EXAMPLE, rules: formatRules,
		fields: { sku: body('sku', skuLocator()), marketplace: marketplaceId(), format: format(), contentLanguage: contentLanguage(), ...offerTerms },
	}),
	op({
		value: 'createBulk', name: 'Create (Bulk)', action: 'Create offers in bulk', description: 'Say at what price and terms the SKUs of all input items are sold, 25 a call; each gets a result of its own with the ID of its offer',
		route: 'POST /sell/inventory/v1/bulk_create_offer', tokens: ['user'], meanings,
		effect: 'create', repeat: { verify: made }, lane: ['sku'], rules: formatRules,
		gather: { max: 25, into: 'requests', results: 'responses', key: 'sku', status: 'statusCode' },
		fields: { sku: body('sku', skuText('Your own number of what is sold')), marketplace: marketplaceId(), format: format(), contentLanguage: contentLanguage(), ...offerTerms },
	}),
	op({
		value: 'delete', name: 'Delete', action: 'Delete offer', description: 'Remove an offer; its listing ends, or loses this variation if that was never sold',
		route: 'DELETE /sell/inventory/v1/offer/{offer}', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['offer'], fields: chosen(), echo: ({ offer: offerId }) => ({ deleted: true, offerId }),
	}),
	op({
		value: 'get', name: 'Get', action: 'Get offer', description: 'Retrieve an offer with price, quantity, policies and listing',
		route: 'GET /sell/inventory/v1/offer/{offer}', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: chosen(),
		simplify: { ...simplify, format: 'format', policies: 'listingPolicies' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many offers', description: 'Retrieve the offers of a SKU, one for each marketplace',
		route: 'GET /sell/inventory/v1/offer', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', list: offers, simplify,
		fields: {
			sku: query('sku', skuLocator()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				format: query('format', option({ label: 'Format', options: { FIXED_PRICE: 'Fixed Price', AUCTION: 'Auction' } })),
				marketplace: marketplaceOfOffers(),
			}),
		},
	}),
	op({
		value: 'getFees', name: 'Get Listing Fees', action: 'Get listing fees', description: 'Look up what publishing would cost, added up for all the offers named and told by site',
		route: 'POST /sell/inventory/v1/offer/get_listing_fees', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute',
		fields: { offerIds: body('offers', texts({ label: 'Offer IDs', required: true, each: 'offerId', max: 250, placeholder: 'e.g. 36445435465, 36445435466', description: 'Offers that are not published, up to 250, separated by commas' })) },
		outputs: [
			{ value: 'whole', name: 'All Sites', description: 'One item with the fees of every site' },
			{ value: 'sites', name: 'One Item per Site', description: 'An item for each entry', split: 'feeSummaries' },
		],
	}),
	op({
		value: 'publish', name: 'Publish', action: 'Publish offer', description: 'Make a listing that buyers see from an offer, for which eBay may ask a fee',
		route: 'POST /sell/inventory/v1/offer/{offer}/publish', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: { verify: published(true) }, lane: ['offer'],
		fields: chosen(), echo: ({ offer: offerId }) => ({ success: true, offerId }),
	}),
	op({
		value: 'publishBulk', name: 'Publish (Bulk)', action: 'Publish offers in bulk', description: 'Make listings from the offers of all input items, 25 a call, for which eBay may ask fees; each gets a result of its own',
		route: 'POST /sell/inventory/v1/bulk_publish_offer', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: { verify: published(true) }, lane: ['offer'],
		gather: { max: 25, into: 'requests', results: 'responses', key: 'offerId', status: 'statusCode' },
		fields: { offer: offerText() },
	}),
	op({
		value: 'publishGroup', name: 'Publish by Item Group', action: 'Publish offers of item group', description: 'Make one listing with variations from the offers of all SKUs of a group',
		route: 'POST /sell/inventory/v1/offer/publish_by_inventory_item_group', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'never', lane: ['groupKey'], fields: group(), echo: ({ groupKey: inventoryItemGroupKey }) => ({ success: true, inventoryItemGroupKey }),
	}),
	op({
		value: 'update', name: 'Update', action: 'Update offer', description: 'Change price, quantity, policies and other terms of an offer; those of a published one change at once',
		route: 'PUT /sell/inventory/v1/offer/{offer}', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: 'absolute', lane: ['offer'],
		merge: { route: 'GET /sell/inventory/v1/offer/{offer}', omit: ['offerId', 'sku', 'marketplaceId', 'format', 'status', 'listing'] },
		fields: { ...chosen(), marketplace: marketplace(), contentLanguage: contentLanguage(), ...offerTerms },
		echo: ({ offer: offerId }) => ({ success: true, offerId }),
	}),
	op({
		value: 'withdraw', name: 'Withdraw', action: 'Withdraw offer', description: 'End the listing of an offer; the offer stays and can be published again',
		route: 'POST /sell/inventory/v1/offer/{offer}/withdraw', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: { verify: published(false) }, lane: ['offer'],
		fields: chosen(), echo: ({ offer: offerId }) => ({ success: true, offerId }),
	}),
	op({
		value: 'withdrawGroup', name: 'Withdraw by Item Group', action: 'Withdraw offers of item group', description: 'End the listing with variations of a group; group and offers stay and can be published again',
		route: 'POST /sell/inventory/v1/offer/withdraw_by_inventory_item_group', tokens: ['user'], meanings,
		effect: 'update', repeat: 'absolute', lane: ['groupKey'], fields: group(), echo: ({ groupKey: inventoryItemGroupKey }) => ({ success: true, inventoryItemGroupKey }),
	}),
]);
