import { body, query, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { cursorPagingV1, retailerLocator } from '../fields';

export const storeItem = resource('Store Item', 'storeItem', [
	op({
		value: 'search', name: 'Search', action: 'Search store items', description: 'Find products of stores; what the user eats, avoids and dislikes decides the order',
		route: 'POST /storeitem/v2/search', tokens: ['user'], status: 'partial',
		effect: 'read', repeat: 'absolute',
		fields: { term: body('query', text({ label: 'Search Text', required: true, placeholder: 'e.g. oat milk', description: 'Words of the product name' })) },
		list: { items: 'items', id: ['id', 'sku'], paging: { in: 'body', by: 'cursor', at: 'cursor.cursors.after', limit: 'cursor.limit', max: 50, next: 'paging.cursors.after' } },
	}),
	op({
		value: 'searchV1', name: 'Search (Version 1)', action: 'Search store items in version 1', description: 'Find products of one store by the older API, with their prices and SKUs',
		route: 'GET /v1/search', host: 'graph.whisk.com', tokens: ['user', 'server'], fixed: { type: 'storeItem' },
		effect: 'read', repeat: 'absolute',
		fields: {
			retailer: query('retailerId', retailerLocator()),
			term: query('q', text({ label: 'Search Text', required: true, placeholder: 'e.g. oat milk', description: 'Words of the name on the pack' })),
		},
		list: { items: 'items', id: ['sku'], paging: cursorPagingV1 },
	}),
]);
