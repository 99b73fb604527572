import { path } from '../../../../engine/fields';
import { op } from '../../../../engine/rows';
import { contentLanguage, marketplaceId } from '../../fields';
import { skuText } from './fields';
import { listedItem } from './itemFields';
import { steps } from './listItemSteps';
import { meanings } from './meanings';
import { format } from './offer';
import { listedRules, listedTerms, offerTerms } from './offerFields';

/** From a row of a catalogue to a listing. */
export const listItem = op({
	value: 'listItem', name: 'List Item', action: 'List item for sale',
	description: 'Put an item up for sale in one go: its inventory item, its offer and the listing, for which eBay may ask a fee. What eBay would refuse is said before anything is written, as far as it can be known. Run again, it changes what is there, goes on where it was stopped and doubles nothing. A listing made in Seller Hub or by the Trading API is not seen here: migrate it first (Listing → Migrate), or the item is listed a second time.',
	route: 'PUT /sell/inventory/v1/inventory_item/{sku}', tokens: ['user'], warnings: true, meanings,
	effect: 'update', repeat: 'absolute', lane: ['sku'], steps, rules: listedRules,
	fields: {
		sku: path('sku', skuText('Your own number of the item')), marketplace: marketplaceId(), format: format(), contentLanguage: contentLanguage(),
		...listedItem.texts, category: offerTerms.category, aspects: listedItem.aspects, ...listedTerms, ...listedItem.details,
	},
	echo: ({ sku }) => ({ sku }),
});
