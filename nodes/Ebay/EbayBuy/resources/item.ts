import { path } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import { marketplace } from '../../fields';
import { itemDetails, itemId } from './fields';

export const item = resource('Item', 'item', [
	op({
		value: 'get', name: 'Get', action: 'Get item', description: 'Retrieve an item for sale with price, availability and shipping',
		route: 'GET /buy/browse/v1/item/{itemId}', tokens: ['application', 'user'], effect: 'read', repeat: 'absolute', warnings: true,
		fields: { itemId: path('item_id', itemId()), marketplace: marketplace(), additionalFields: itemDetails },
		simplify: {
			itemId: 'itemId', title: 'title', price: 'price', condition: 'condition', seller: 'seller.username', availability: 'estimatedAvailabilities', buyingOptions: 'buyingOptions', endDate: 'itemEndDate', itemWebUrl: 'itemWebUrl', image: 'image.imageUrl',
		},
	}),
]);
