import { collection, flag, multiOption, option, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { List } from '../../../../engine/types';
import { marketplace } from '../../fields';
import { acceptLanguage, endUserContext } from './fields';

/** eBay gives at most 10,000 results, in pages whose start is a multiple of their size. */
const summaries: List = {
	items: 'itemSummaries', id: ['itemId'],
	paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 200, total: 'total', even: true, most: 10_000 },
};

const filters = collection({ label: 'Filters', add: 'Add Filter' }, {
	aspects: query('aspect_filter', text({ label: 'Aspects', placeholder: 'e.g. categoryId:15724,Color:{Red|Blue}', description: 'Properties of the item; needs the category here and in Category ID' })),
	category: query('category_ids', text({ label: 'Category ID', placeholder: 'e.g. 15724' })),
	charity: query('charity_ids', text({ label: 'Charity ID', description: 'Only items sold for this charity' })),
	compatibility: query('compatibility_filter', text({ label: 'Compatible With', placeholder: 'e.g. Year:2018;Make:BMW', description: 'The vehicle that a part must fit' })),
	fieldFilter: query('filter', text({
		label: 'Field Filter', placeholder: 'e.g. price:[10..50],priceCurrency:USD,conditions:{NEW|USED}',
		description: 'Ranges in [from..to], choices in {A|B}, several filters with commas between them',
	})),
	product: query('epid', text({ label: 'Product ID (ePID)', description: "A product of eBay's catalog" })),
	tradeItemNumber: query('gtin', text({ label: 'GTIN', description: 'UPC, EAN or ISBN of the product' })),
});

const additionalFields = collection({ label: 'Additional Fields', add: 'Add Field' }, {
	acceptLanguage: acceptLanguage(),
	autoCorrect: query('auto_correct', flag('KEYWORD', { label: 'Correct Keywords', description: 'Whether eBay may correct misspelt keywords' })),
	detailGroups: query('fieldgroups', multiOption({
		label: 'Detail Groups', description: 'More about the items, or counts to refine the search by', join: ',',
		options: {
			ASPECT_REFINEMENTS: 'Aspect Counts', BUYING_OPTION_REFINEMENTS: 'Buying Option Counts', CATEGORY_REFINEMENTS: 'Category Counts',
			CONDITION_REFINEMENTS: 'Condition Counts', EXTENDED: 'Extended', FULL: 'Full', MATCHING_ITEMS: 'Matching Items',
		},
	})),
	endUserContext: endUserContext(),
	sort: query('sort', option({ label: 'Sort By', options: { price: 'Lowest Total Price', '-price': 'Highest Total Price', newlyListed: 'Newly Listed', endingSoonest: 'Ending Soonest' } })),
});

export const itemSearch = resource('Item Search', 'itemSearch', [
	op({
		value: 'search', name: 'Search', action: 'Search items', description: 'Find items for sale by keywords, category, product or number, up to 10,000 of them',
		route: 'GET /buy/browse/v1/item_summary/search', tokens: ['application', 'user'],
		effect: 'read', repeat: 'absolute', warnings: true,
		fields: { keywords: query('q', text({ label: 'Keywords', placeholder: 'e.g. brass desk lamp', description: 'Words with spaces must all occur; in parentheses with commas, any of them' })), marketplace: marketplace(), filters, additionalFields },
		anyOf: ['keywords', 'filters.category', 'filters.charity', 'filters.product', 'filters.tradeItemNumber'],
		list: summaries,
		simplify: {
			itemId: 'itemId', title: 'title', price: 'price', condition: 'condition', seller: 'seller.username', buyingOptions: 'buyingOptions', categories: 'categories', itemWebUrl: 'itemWebUrl', image: 'image.imageUrl',
		},
	}),
]);
