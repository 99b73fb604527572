// The usual programmatic node: a loop over the items that awaits each call.
class BenchOneByOne {
	description = {
		displayName: 'Bench One by One',
		name: 'benchOneByOne',
		group: ['transform'],
		version: 1,
		description: 'One call after the other',
		defaults: { name: 'Bench One by One' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cruxApi', required: true }],
		properties: [
			{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
			{ displayName: 'Identifier', name: 'identifier', type: 'string', default: '' },
			{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 0 },
		],
	};

	async execute() {
		const output = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			const body = { sku_id: this.getNodeParameter('identifier', item), quantity_in_stock: this.getNodeParameter('quantity', item) };
			const url = `${this.getNodeParameter('baseUrl', item)}/timp/products/skus/inventory/`;
			const json = await this.helpers.httpRequestWithAuthentication.call(this, 'cruxApi', { method: 'POST', url, body, json: true });
			output.push({ json, pairedItem: { item } });
		}
		return [output];
	}
}

module.exports = { BenchOneByOne };
