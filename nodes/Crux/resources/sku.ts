import { pairs } from '../../../engine/composites';
import { currency } from '../../../engine/codes';
import { body, bodyNamedBy, collection, flag, integer, multiPicker, number, option, query, text } from '../../../engine/fields';
import { FieldProblem } from '../../../engine/problem';
import { op, resource } from '../../../engine/rows';
import type { Reading, Verify } from '../../../engine/types';
import { CREATE_SKU } from './bodyExamples';
import { images, itemLocator, needs, skuLocator } from './fields';
import { skus, suppliersPicker } from './pickers';

const IDENTIFIERS = { sku_id: 'SKU ID', upca: 'UPC-A', ean13: 'EAN-13', gtin14: 'GTIN-14', isbn: 'ISBN' };
/** Digits that a code has; a sheet that turned it into a number has cut its leading zeros. */
const DIGITS: Record<string, number> = { upca: 12, ean13: 13, gtin14: 14 };

function checkIdentifier(value: string, { values }: Reading): void {
	const digits = DIGITS[String(values.identifyBy)];
	if (digits === undefined || new RegExp(`^\\d{${digits}}$`).test(value)) return;
	throw new FieldProblem(`must have ${digits} digits, not "${value}"`, 'Keep such codes as text in a sheet, so that leading zeros stay.');
}

const simplify = {
	uuid: 'uuid', sku_id: 'sku_id', item_uuid: 'item.uuid', quantity_in_stock: 'quantity_in_stock', quantity_on_backorder: 'quantity_on_backorder',
	restrictions: 'restrictions', condition: 'condition', distinguishing_attributes: 'sku_distinguishing_attributes', minimum_advertised_price: 'minimum_advertised_price', price_tiers: 'price_tiers', product_identifiers: 'product_identifiers',
	images, last_updated: 'last_updated',
};

/** One stock row: exactly one identifier, at least one of three values. */
const stockRow = {
	identifyBy: option({ label: 'Identify By', description: 'Which of its codes names the SKU', options: IDENTIFIERS }),
	identifier: bodyNamedBy('identifyBy', Object.keys(IDENTIFIERS), text({
		label: 'Identifier', required: true, placeholder: 'e.g. SKU-0001', description: 'The code of the SKU, as the supplier writes it', check: checkIdentifier,
	})),
	inventory: collection({ label: 'Fields to Update', add: 'Add Field', atLeastOne: true }, {
		quantityInStock: body('quantity_in_stock', integer({ label: 'Quantity in Stock', description: 'Pieces that can be sold; 0 is a value' })),
		quantityOnBackorder: body('quantity_on_backorder', integer({ label: 'Quantity on Backorder', description: 'Pieces that can be ordered ahead of delivery' })),
		restriction: body('restrictions', option({
			label: 'Restriction', description: 'Why the SKU cannot be sold', nulls: ['none'],
			options: { discontd: 'Discontinued', tmpunavail: 'Temporarily Unavailable', none: ['None', 'Clears the restriction by sending null, which no page documents'] },
		})),
	}),
};

const stockEcho = ({ identifyBy, identifier }: { identifyBy: string | null; identifier: string }) => ({ success: true, identifier: { [String(identifyBy)]: identifier } });

/** The item tells whether a SKU of this ID stands there already. */
const verify: Verify = {
	route: 'GET /products/items/{item}/',
	holds: (answer, { skuId }) => ((answer as { skus?: Array<{ sku_id?: string }> } | undefined)?.skus ?? []).some((one) => one.sku_id === skuId),
};

const details = {
	condition: body('condition', option({ label: 'Condition', options: { new: 'New', used: 'Used', refurb: 'Refurbished' } })),
	distinguishing: body('sku_distinguishing_attributes', pairs({ label: 'Distinguishing Attributes', add: 'Add Attribute', entry: 'Attribute', description: 'What tells it from its siblings, such as size and color' })),
	map: body('minimum_advertised_price', number({ label: 'Minimum Advertised Price', description: 'Below it nobody may advertise the SKU' })),
	mapCurrency: body('minimum_advertised_price_currency', currency({ label: 'Minimum Advertised Price Currency', description: 'Three letters; in a sample only' })),
	msrp: body('msrp', number({ label: 'MSRP', description: 'The price that the maker suggests' })),
	msrpCurrency: body('msrp_currency', currency({ label: 'MSRP Currency', description: 'Three letters; named by a sample only' })),
	nonDistinguishing: body('sku_nondistinguishing_attributes', pairs({ label: 'Other Attributes', add: 'Add Attribute', entry: 'Attribute', description: 'What it shares with its siblings' })),
	quantityInStock: body('quantity_in_stock', integer({ label: 'Quantity in Stock', description: 'Pieces that can be sold; 0 is a value' })),
	quantityOnBackorder: body('quantity_on_backorder', integer({ label: 'Quantity on Backorder', description: 'Pieces that can be ordered ahead of delivery' })),
	restriction: body('restrictions', option({ label: 'Restriction', description: 'Why it cannot be sold', options: { tmpunavail: 'Temporarily Unavailable', discontd: 'Discontinued' } })),
	unitsBundled: body('number_of_units_bundled', integer({ label: 'Units Bundled', min: 1, default: 1, description: 'Pieces in one unit of sale' })),
};

export const sku = resource('SKU', 'sku', [
	op({
		value: 'create', name: 'Create', action: 'Create SKU', description: 'Add a variant to an item of your assortment',
		route: 'POST /products/skus/', bodyExample: CREATE_SKU,
		effect: 'create', repeat: { verify }, lane: ['item', 'skuId'],
		fields: {
			item: body('item.uuid', itemLocator('The item it is a variant of')),
			skuId: body('sku_id', text({ label: 'SKU ID', required: true, max: 256, placeholder: 'e.g. SKU-0001', description: "The supplier's own number of the variant" })),
			additionalFields: collection({ label: 'Additional Fields', add: 'Add Field' }, details),
		},
		simplify, meanings: { ...needs('edit_items', 'supplier'), 404: 'No item with this UUID was found.' },
	}),
	op({
		value: 'get', name: 'Get', action: 'Get SKU', description: 'Retrieve a SKU with its stock, prices and identifiers',
		route: 'GET /products/skus/{sku}/',
		effect: 'read', repeat: 'absolute',
		fields: { sku: skuLocator() }, simplify,
		meanings: { ...needs('view_items'), 404: 'No SKU with this UUID was found.' },
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many SKU records', description: 'Retrieve the SKUs that your organization can see',
		route: 'GET /products/skus/',
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter', version: 'timp' }, {
				itemDetails: query('item_verbosity', flag('complete', { label: 'Include Item Details', description: 'Whether each SKU comes with all details of its item' })),
				supplierUuids: query('supplier_uuids', multiPicker({ label: 'Supplier Names or IDs', picker: suppliersPicker, join: ',', hint: "Take 'supplier.uuid' of a connection, not the UUID of its organization." })),
			}),
		},
		list: skus, simplify,
		meanings: needs('view_items'),
	}),
	op({
		value: 'updateInventory', name: 'Update Inventory', action: 'Update SKU inventory',
		description: 'Set stock, backorder quantity or restriction of one SKU',
		route: 'POST /products/skus/inventory/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['identifyBy', 'identifier'],
		fields: stockRow,
		echo: stockEcho,
		meanings: {
			...needs('edit_items', 'supplier'),
			404: 'No SKU with this identifier was found. Check Identify By and the identifier.',
		},
	}),
	op({
		value: 'updateInventoryBulk', name: 'Update Inventory (Bulk)', action: 'Update inventory of many SKU records',
		description: 'Set stock, backorder quantity or restriction of many SKUs from input items, JSON or CSV text, up to 500 rows a call, each with its own result; for files and XLSX sheets put Extract From File before this node',
		route: 'POST /products/skus/inventory/bulk/', since: 'timp',
		effect: 'update', repeat: 'absolute', lane: ['identifyBy', 'identifier'], gather: { max: 500, status: 'status_code', table: 'e.g. item_id,sku_id,quantity_in_stock,quantity_on_backorder' },
		fields: stockRow, echo: stockEcho,
		meanings: { ...needs('edit_items', 'supplier'), 404: 'No SKU with this identifier was found. Check Identify By and the identifier.' },
	}),
]);
