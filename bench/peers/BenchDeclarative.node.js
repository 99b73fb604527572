// The same call as n8n's declarative style writes it.
class BenchDeclarative {
	description = {
		displayName: 'Bench Declarative',
		name: 'benchDeclarative',
		group: ['transform'],
		version: 1,
		description: 'Routing instead of execute',
		defaults: { name: 'Bench Declarative' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cruxApi', required: true }],
		requestDefaults: { baseURL: '={{ $parameter.baseUrl }}', headers: { Accept: 'application/json', 'Content-Type': 'application/json' } },
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'update',
				options: [{ name: 'Update', value: 'update', action: 'Update', routing: { request: { method: 'POST', url: '/timp/products/skus/inventory/' } } }],
			},
			{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
			{ displayName: 'Identifier', name: 'identifier', type: 'string', default: '', routing: { send: { type: 'body', property: 'sku_id' } } },
			{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 0, routing: { send: { type: 'body', property: 'quantity_in_stock' } } },
		],
	};
}

module.exports = { BenchDeclarative };
