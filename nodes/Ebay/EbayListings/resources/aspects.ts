import type { ResourceMapperField } from 'n8n-workflow';
import type { Mapper } from '../../../../engine/types';
import { treeOfSite } from './categories';

/** One aspect as eBay describes it. */
export interface Aspect {
	localizedAspectName: string;
	aspectConstraint?: { aspectRequired?: boolean; aspectMode?: string; itemToAspectCardinality?: string };
	aspectValues?: Array<{ localizedValue: string }>;
}

/** A choice refuses what is not in it, and a list of thousands is none: so only short lists that eBay closes are choices. */
const MOST_OPTIONS = 200;

function toField({ localizedAspectName: name, aspectConstraint: rules = {}, aspectValues: values = [] }: Aspect): ResourceMapperField {
	const isMulti = rules.itemToAspectCardinality === 'MULTI';
	const isChoice = rules.aspectMode === 'SELECTION_ONLY' && !isMulti && values.length > 0 && values.length <= MOST_OPTIONS;
	// The form marks nothing as required by itself.
	const notes = [...(rules.aspectRequired ? ['required'] : []), ...(isMulti ? ['one per line'] : [])];
	return {
		id: name, displayName: notes.length ? `${name} (${notes.join(', ')})` : name, required: rules.aspectRequired === true, defaultMatch: false, display: true, canBeUsedToMatch: false,
		type: isChoice ? 'options' : 'string',
		...(isChoice ? { options: values.map(({ localizedValue }) => ({ name: localizedValue, value: localizedValue })) } : {}),
	};
}

/** The aspects of a category, as a form; in the marketplace that is chosen, or that of the credential. */
export const aspectMapper: Mapper = {
	name: 'getAspects', tokens: ['application'], looksAt: ['marketplace'],
	parent: { parameter: 'category', label: 'Category', thing: 'category' },
	steps: [
		treeOfSite,
		{ route: 'GET /commerce/taxonomy/v1/category_tree/{categoryTreeId}/get_item_aspects_for_category', query: ({ category }) => ({ category_id: category }) },
	],
	fields: ({ aspects = [] }) => (aspects as unknown as Aspect[]).map(toField),
};
