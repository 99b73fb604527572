import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from '../../../engine/events';
import { collection, flag, locator, query, uuids } from '../../../engine/fields';
import { rowOf } from '../../../engine/rows';
import { event } from '../../../engine/triggerTable';
import { item } from '../resources/item';
import { listPicker } from '../resources/pickers';
import { sku } from '../resources/sku';
import { toUuid } from '../../../engine/checks';

/** The API cannot be asked for the SKUs of a list; each SKU names the lists it stands in. */
const inventoryList = locator({
	label: 'Inventory List', required: false, description: 'Only SKUs that stand in this list; all that you can see when it is empty', picker: listPicker,
	check: (raw) => toUuid(raw, 'The name of a list is not its UUID: choose it from the list.'),
});

const isInList = ({ inventory_lists: lists }: IDataObject, { inventoryList: wanted }: Record<string, unknown>): boolean =>
	wanted === undefined || (Array.isArray(lists) && lists.some((one: IDataObject) => one.uuid === wanted));

const common = {
	reads: rowOf(sku, 'getAll'), key: ['uuid'], only: isInList,
	fields: {
		inventoryList,
		skuFilters: collection({ label: 'Filters', add: 'Add Filter', version: 'timp' }, {
			itemDetails: query('item_verbosity', flag('complete', { label: 'Include Item Details', description: 'Whether each SKU is handed on with all details of its item, while Simplify is off' })),
			supplierUuids: query('supplier_uuids', uuids({ label: 'Supplier UUIDs', description: 'Only SKUs of these suppliers, separated by commas', join: ',', hint: "Take 'supplier.uuid' of a connection, not the UUID of its organization." })),
		}),
	},
	narrow: 'Choose an Inventory List, or name suppliers under Filters.',
};

export const goodsEvents: TriggerEvent[] = [
	event({
		...common, value: 'inventoryChanged', name: 'Inventory Changed', description: 'Stock, backorder quantity, restriction or a price of a SKU has changed. Every poll reads all SKUs.',
		watches: {
			quantity_in_stock: 'quantity_in_stock', quantity_on_backorder: 'quantity_on_backorder', restrictions: 'restrictions',
			price_tiers: 'price_tiers', minimum_advertised_price: 'minimum_advertised_price',
		},
	}),
	event({ ...common, value: 'newSku', name: 'New SKU', description: 'A SKU can be seen that was not there before', time: 'created' }),
	event({
		reads: rowOf(item, 'getAll'), key: ['uuid'], time: 'created', fields: {}, narrow: 'Use New SKU with an Inventory List.',
		value: 'newItem', name: 'New Item', description: 'An item can be seen that was not there before',
	}),
];
