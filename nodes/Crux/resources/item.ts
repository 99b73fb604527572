import { op, resource } from '../../../engine/table';
import { itemUuid, needs } from './fields';

const simplify = {
	uuid: 'uuid', item_id: 'item_id', title: 'title', description: 'description', supplier: 'supplier.name|supplier.organization.name', categories: 'categories',
	cost_range: 'cost_range', skus: { from: 'skus', each: { uuid: 'uuid', sku_id: 'sku_id', quantity_in_stock: 'quantity_in_stock', restrictions: 'restrictions' } }, last_updated: 'last_updated',
};

export const item = resource('Item', 'item', [
	op({
		value: 'get', name: 'Get', action: 'Get item', description: 'Retrieve an item with its SKUs, prices and pictures',
		route: 'GET /products/items/{item}/',
		effect: 'read', repeat: 'absolute',
		fields: { item: itemUuid() }, simplify,
		meanings: { ...needs('view_items'), 404: 'No item with this UUID was found.' },
	}),
]);
