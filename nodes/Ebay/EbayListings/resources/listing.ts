import { body, path, text, texts } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { marketplace } from '../../fields';
import { skuLocator } from './fields';
import { listItem } from './listItem';
import { listedOffer } from './lookUps';
import { meanings } from './meanings';
import { published } from './offer';

const listingId = () => text({ label: 'Listing ID', required: true, placeholder: 'e.g. 110123456789', description: 'The item number that buyers see' });
const mapping = () => ({ listing: path('listingId', listingId()), sku: path('sku', skuLocator()) });
const named = ({ listing, sku }: { listing: string; sku: string }) => ({ listingId: listing, sku });

export const listing = resource('Listing', 'listing', [
	op({
		value: 'migrate', name: 'Migrate', action: 'Migrate listing', description: 'Take listings that were made in Seller Hub or by the Trading API into the inventory, five a call. There is no way back: afterwards they can be changed here, and no more by the Trading API. A listing must be active, of fixed price, with a SKU for each variation and with business policies.',
		route: 'POST /sell/inventory/v1/bulk_migrate_listing', tokens: ['user'], meanings,
		effect: 'update', repeat: 'never', lane: ['listing'],
		gather: { max: 5, into: 'requests', results: 'responses', key: 'listingId', status: 'statusCode' },
		fields: { listing: body('listingId', listingId()) },
	}),
	op({
		value: 'deleteLocations', name: 'Delete Locations', action: 'Delete locations of listing', description: 'Take all fulfillment centers off a SKU of a listing',
		route: 'DELETE /sell/inventory/v1/listing/{listing}/sku/{sku}/locations', tokens: ['user'], meanings,
		effect: 'delete', repeat: 'absolute', lane: ['listing', 'sku'], fields: mapping(), echo: (values) => ({ deleted: true, ...named(values) }),
	}),
	op({
		value: 'end', name: 'End', action: 'End listing', description: 'End the listing of a SKU; its offer stays and can be published again. A listing that has ended already is left as it is.',
		route: 'POST /sell/inventory/v1/offer/{offer}/withdraw', tokens: ['user'], warnings: true, meanings,
		effect: 'update', repeat: { verify: published(false) }, lane: ['sku'], lookUp: listedOffer,
		fields: {
			sku: skuLocator(), marketplace: marketplace(),
			offer: path('offerId', text({ label: 'Offer ID', placeholder: 'e.g. 36445435465', description: 'Saves a request; left empty, it is looked up by the SKU' })),
		},
		echo: ({ offer: offerId }) => ({ success: true, offerId }),
	}),
	op({
		value: 'getLocations', name: 'Get Locations', action: 'Get locations of listing', description: 'Retrieve the fulfillment centers that a SKU of a listing ships from; without any, eBay finds nothing',
		route: 'GET /sell/inventory/v1/listing/{listing}/sku/{sku}/locations', tokens: ['user'], meanings,
		effect: 'read', repeat: 'absolute', fields: mapping(),
	}),
	listItem,
	op({
		value: 'setLocations', name: 'Set Locations', action: 'Set locations of listing', description: 'Say which fulfillment centers a SKU of a listing ships from, for better delivery dates; others leave it',
		route: 'PUT /sell/inventory/v1/listing/{listing}/sku/{sku}/locations', tokens: ['user'], meanings,
		effect: 'update', repeat: 'absolute', lane: ['listing', 'sku'],
		fields: { ...mapping(), locationKeys: body('locations', texts({ label: 'Location Keys', required: true, each: 'merchantLocationKey', placeholder: 'e.g. center-1, center-2', description: 'Separated by commas; eBay looks at the first 50' })) },
		echo: (values) => ({ success: true, ...named(values) }),
	}),
]);
