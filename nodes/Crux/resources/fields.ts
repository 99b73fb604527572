import { repeated } from '../../../engine/composites';
import { body, path, text, under, uuidLocator, uuids } from '../../../engine/fields';
import type { Fields, Job, Meanings, Picker } from '../../../engine/types';
import { catalogPicker, itemPicker, linePicker, listPicker, orderPicker, requestPicker, skuPicker, userPicker } from './pickers';

export const inventoryListLocator = () =>
	path('inventory_list_uuid', uuidLocator({
		label: 'Inventory List', description: 'The list to work on', picker: listPicker,
		hint: 'The name of a list is not its UUID: choose the list from the list.',
	}));

export const catalogLocator = () =>
	path('catalog_uuid', uuidLocator({
		label: 'Catalog', description: 'Whose items and SKUs it is about', picker: catalogPicker,
		hint: 'The name of a catalog is not its UUID: choose the catalog from the list.',
	}));

const orderField = (description: string) => uuidLocator({ label: 'Order', description, picker: orderPicker, hint: 'A PO number is not the UUID of an order: choose the order from the list.' });
export const orderLocator = (description: string) => path('order_uuid', orderField(description));
/** The same where the call has it in its body. */
export const orderInBody = (description: string) => body('order_uuid', orderField(description));

const LINE_HINT = "Choose the line from the list, or take 'line_item_uuid' from 'line_items' of the order; a PO number, an item number or a SKU does not name a line.";

export const lineItemLocator = (description: string) => path('order_item_uuid', uuidLocator({ label: 'Line Item', description, picker: linePicker, hint: LINE_HINT }));

/** A line of the order that is chosen above, in an entry of a list or in the body. */
export const lineField = () => body('line_item_uuid', uuidLocator({ label: 'Line Item', description: 'By its own UUID, not that of the item sold', picker: linePicker, hint: LINE_HINT }));

export const itemLocator = (description: string) =>
	uuidLocator({ label: 'Item', description, picker: itemPicker, hint: "A supplier's item number is not a UUID: choose the item from the list, or take 'item.uuid' of a SKU." });

export const skuLocator = () =>
	path('sku_uuid', uuidLocator({ label: 'SKU', description: 'The SKU to look up', picker: skuPicker, hint: "The supplier's own SKU ID is not the UUID: choose the SKU from the list." }));

export const userLocator = () =>
	path('user_uuid', uuidLocator({ label: 'User', description: 'Someone of your organization', picker: userPicker, hint: 'An e-mail address is not the UUID of a user: choose the user from the list.' }));

export const requestLocator = () =>
	path('request_uuid', uuidLocator({ label: 'Connection Request', description: 'What your organization has asked for', picker: requestPicker, hint: 'The name of a supplier is not the UUID of a request: choose the request from the list.' }));

/** A supplier of one of the two kinds of UUID. */
export const supplierField = (picker: Picker, hint: string) => uuidLocator({ label: 'Supplier', description: 'One that your organization is connected with', picker, hint });

const itemsField = (isRequired: boolean) => uuids({
	label: 'Item UUIDs', required: isRequired, placeholder: 'e.g. 6dc3646a-8719-483e-8b4c-617215fb1bf0',
	description: 'Separate several with commas or line breaks, or give an array by expression',
	hint: "A supplier's item number is not a UUID: take 'item.uuid' of a SKU, or 'uuid' of an item.",
});

export const itemUuids = () => body('item_uuids', itemsField(true));
/** Where a search may stand instead of them. */
export const someItemUuids = () => body('item_uuids', itemsField(false));

export const skuUuids = () => body('sku_uuids', uuids({
	label: 'SKU UUIDs', required: true, placeholder: 'e.g. fcf57d87-19ae-46ad-adea-aad17ccb2d15',
	description: 'Separate several with commas or line breaks, or give an array by expression',
	hint: "A supplier's SKU ID is not a UUID: take 'uuid' of a SKU.",
}));

/** Names and values of the user's own on an order, a line, a package or an invoice. */
export const attributes = (name: string, label: string, description: string) => body(name, repeated({ label, add: 'Add Attribute', entry: 'Attribute', description }, {
	name: body('attribute_name', text({ label: 'Name', required: true })), value: body('attribute_value', text({ label: 'Value', required: true })),
}));

/** Members below `address`. */
export const addressFields = <F extends Fields>(fields: F): F => under('address', fields);

/** Pictures, whose address has two names in the answers. */
export const images = { from: 'product_images', each: { uuid: 'uuid', uri: 'uri|url', width: 'width', height: 'height' } };

/** What a 403 means when the operation names its permission, and a 409 when it names its side. */
export const needs = (permission: string, side?: 'retailer' | 'supplier'): Meanings => {
	const meanings: Meanings = { 403: `The user of the credential lacks the permission '${permission}'. An administrator of your organization can assign it.` };
	return side ? { ...meanings, ...onlyFor(side) } : meanings;
};

export const onlyFor = (side: 'retailer' | 'supplier'): Meanings => ({ 409: `This needs a ${side} account; the credential belongs to a ${side === 'retailer' ? 'supplier' : 'retailer'}. Choose a credential of the ${side}.` });

/** An export answers at once; its file is ready some time later. The page of its look-up exists in Timpanogos only, and shows no status but COMPLETED. */
export const exportedFile: Job = { id: 'uuid|export.uuid', route: 'GET /data/export/{job}/', version: 'timp', status: 'status', done: ['COMPLETED'], failed: /FAIL|ERROR|CANCEL/i, link: 'url' };
