import { body, collection, dateTime, option, query, text } from '../../../../engine/fields';
import { language } from '../../../../engine/codes';
import { op, resource } from '../../../../engine/rows';
import { integrationId } from '../fields';

const milliseconds = (utc: Date): string => String(utc.getTime());

export const studioProduct = resource('Studio Product', 'studioProduct', [
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many studio products', description: 'Retrieve the products of an integration, also only those changed in a time',
		route: 'GET /products/v1/get/batch', host: 'api.studio.whisk.com', tokens: ['server'],
		effect: 'read', repeat: 'absolute',
		fields: {
			integration: query('integration_id', integrationId()),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, {
				parts: query('fields', option({ label: 'Parts', description: 'What the answer holds beside the basics', options: { EXTRA_PRODUCT_FIELD_NUTRITION: 'Nutrition' } })),
				updatedAfter: query('updated_at.min', dateTime({ label: 'Updated After', description: "A time without a zone is read in the workflow's zone", write: milliseconds })),
				updatedBefore: query('updated_at.max', dateTime({ label: 'Updated Before', description: 'A time without a zone is read in the zone of the workflow', write: milliseconds })),
			}),
		},
		list: { items: 'products', id: ['id'], paging: { in: 'query', by: 'cursor', at: 'paging.after', limit: 'paging.limit', max: 100, next: 'paging.after' } },
		simplify: { id: 'id', external_product_id: 'external_product_id', name: 'name', brand: 'brand', gtin: 'gtin', price: 'price.rrp', url: 'url', updated_at: 'updated_at' },
	}),
	op({
		value: 'createOrUpdate', name: 'Create or Update', action: 'Create or update studio product', description: 'Send the products of all input items in as few calls as possible; products that exist are updated',
		route: 'POST /products/v1/upsert/batch', host: 'api.studio.whisk.com', tokens: ['server'],
		effect: 'update', repeat: 'absolute', lane: ['product'],
		gather: { max: 100, into: 'batch', shared: ['integration_id'], results: 'results', key: 'request_id', either: { success: 'success', failure: 'error' } },
		fields: {
			integration: body('integration_id', integrationId()),
			product: body('payload.external_product_id', text({ label: 'Product ID', required: true, placeholder: 'e.g. SKU-0001', description: 'Your own ID of the product: it decides whether one is updated or made' }), ['request_id']),
			values: collection({ label: 'Product Fields', add: 'Add Field' }, {
				brand: body('payload.brand', text({ label: 'Brand', placeholder: 'e.g. Mutti' })),
				description: body('payload.description', text({ label: 'Description', rows: 4, description: 'What shoppers read' })),
				language: body('payload.language', language({ label: 'Language', description: 'Language of name and description' })),
				name: body('payload.name', text({ label: 'Name', placeholder: 'e.g. Peeled tomatoes', description: 'Needed for a product that is new' })),
			}),
		},
	}),
]);
