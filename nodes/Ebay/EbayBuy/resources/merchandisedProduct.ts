import { option, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

export const merchandisedProduct = resource('Merchandised Product', 'merchandisedProduct', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many merchandised products', description: 'Retrieve the products of a category that sell best',
		route: 'GET /buy/marketing/v1_beta/merchandised_product', tokens: ['application'], status: 'limited',
		effect: 'read', repeat: 'absolute', warnings: true,
		fields: {
			category: query('category_id', text({ label: 'Category ID', required: true, placeholder: 'e.g. 31388', description: 'A category without subcategories' })),
			metric: query('metric_name', option({ label: 'Metric', required: true, description: 'What the products are ranked by', options: { BEST_SELLING: 'Best Selling' }, open: true })),
			aspects: query('aspect_filter', text({ label: 'Aspects', placeholder: 'e.g. Brand:Canon', description: 'Properties that the products must have' })),
		},
		// eBay gives no further pages, only the size of the one there is.
		list: { items: 'merchandisedProducts', id: ['epid'], paging: { in: 'query', limit: 'limit', max: 100 } },
	}),
]);
