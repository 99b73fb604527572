import type { ResourceMapperField } from 'n8n-workflow';
import type { Mapper } from '../../../../engine/types';
import { accountSite } from '../../marketplaces';

interface Aspect {
	localizedAspectName: string;
	aspectConstraint?: { aspectRequired?: boolean; aspectMode?: string; itemToAspectCardinality?: string };
	aspectValues?: Array<{ localizedValue: string }>;
}

/** A choice refuses what is not in it, and a list of thousands is none: so only short lists that eBay closes are choices. */
const MOST_OPTIONS = 200;

function toField({ localizedAspectName: name, aspectConstraint: rules = {}, aspectValues: values = [] }: Aspect): ResourceMapperField {
	const isMulti = rules.itemToAspectCardinality === 'MULTI';
	const isChoice = rules.aspectMode === 'SELECTION_ONLY' && !isMulti && values.length > 0 && values.length <= MOST_OPTIONS;
	return {
		id: name, displayName: isMulti ? `${name} (one per line)` : name, required: rules.aspectRequired === true, defaultMatch: false, display: true, canBeUsedToMatch: false,
		type: isChoice ? 'options' : 'string',
		...(isChoice ? { options: values.map(({ localizedValue }) => ({ name: localizedValue, value: localizedValue })) } : {}),
	};
}

/** The aspects of a category in the marketplace of the credential, as a form. */
export const aspectMapper: Mapper = {
	name: 'getAspects', tokens: ['application'],
	parent: { parameter: 'category', label: 'Category ID', thing: 'category' },
	steps: [
		{ route: 'GET /commerce/taxonomy/v1/get_default_category_tree_id', query: (known) => ({ marketplace_id: accountSite(known.marketplace) }), gives: 'categoryTreeId' },
		{ route: 'GET /commerce/taxonomy/v1/category_tree/{categoryTreeId}/get_item_aspects_for_category', query: ({ category }) => ({ category_id: category }) },
	],
	fields: ({ aspects = [] }) => (aspects as unknown as Aspect[]).map(toField),
};
