// So many stock rows, each on its own item.
class BenchRows {
	description = {
		displayName: 'Bench Rows',
		name: 'benchRows',
		group: ['transform'],
		version: 1,
		description: 'Rows of a stock sheet',
		defaults: { name: 'Bench Rows' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [{ displayName: 'Count', name: 'count', type: 'number', default: 1 }],
	};

	async execute() {
		const count = this.getNodeParameter('count', 0);
		return [Array.from({ length: count }, (_, index) => ({ json: { sku: `SKU-${index}`, stock: index % 300 }, pairedItem: { item: 0 } }))];
	}
}

module.exports = { BenchRows };
