import type { IDataObject } from 'n8n-workflow';
import { locator } from '../../../../engine/fields';
import { getPath } from '../../../../engine/request';
import type { Asking, Field, Picker } from '../../../../engine/types';
import { labelOf } from '../../fields';
import { chosenSite } from '../../marketplaces';

/** Each site has a tree of categories of its own. */
export const treeOfSite: Asking = { route: 'GET /commerce/taxonomy/v1/get_default_category_tree_id', query: (known, chosen) => ({ marketplace_id: chosenSite(known, chosen) }), gives: 'categoryTreeId' };

/** From the widest category to the one that is meant. */
const pathOf = (suggestion: IDataObject): string => {
	const above = ((suggestion.categoryTreeNodeAncestors ?? []) as IDataObject[]).map(({ categoryName }) => String(categoryName)).reverse();
	return labelOf(...above, getPath(suggestion, 'category.categoryName'));
};

const categoryPicker: Picker = {
	name: 'searchCategories', route: 'GET /commerce/taxonomy/v1/category_tree/{categoryTreeId}/get_category_suggestions', tokens: ['application'],
	before: [treeOfSite], looksAt: ['marketplace'], searchBy: { query: 'q', or: 'title', none: 'Type what the item is, such as desk lamp: eBay then names the categories that fit' },
	list: { items: 'categorySuggestions', id: ['category.categoryId'] }, label: pathOf, value: ['category.categoryId'],
};

/** A category in which something can be listed. */
export const categoryLocator = (description: string): Field<string> => locator({ label: 'Category', description, required: false, picker: categoryPicker, placeholder: 'e.g. 112581' });
