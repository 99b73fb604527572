// Nothing but n8n's request helper, ten calls at once.
class BenchHelper {
	description = {
		displayName: 'Bench Helper',
		name: 'benchHelper',
		group: ['transform'],
		version: 1,
		description: 'Ten calls at once',
		defaults: { name: 'Bench Helper' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cruxApi', required: true }],
		properties: [{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' }],
	};

	async execute() {
		const [items, output] = [this.getInputData(), []];
		const url = `${this.getNodeParameter('baseUrl', 0)}/timp/products/skus/inventory/`;
		let next = 0;
		const work = async () => {
			while (next < items.length) {
				const item = next++;
				const { sku, stock } = items[item].json;
				const json = await this.helpers.httpRequestWithAuthentication.call(this, 'cruxApi', {
					method: 'POST',
					url,
					body: { sku_id: sku, quantity_in_stock: stock },
					json: true,
				});
				output[item] = { json, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: 10 }, work));
		return [output];
	}
}

module.exports = { BenchHelper };
