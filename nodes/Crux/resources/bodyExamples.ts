/** Bodies as JSON, by the names of the API: what stands in the field before anyone has written into it. */
const LINE = '"line_item_uuid": "71b8b807-3c6b-49c8-91dd-5798896f5253"';
const ADDRESS = '"address": { "name": "Ida Brandt", "address1": "12 Elm Street", "city": "Portland", "state": "OR", "postal_code": "97201" }';
const NOTE = '[{ "attribute_name": "Gift", "attribute_value": "yes" }]';

export const CREATE_ORDER = `{\n  "po_number": "PO-1001",\n  "skus": [{ "sku_id": "SKU-0001", "quantity": 2, "supplier_org_uuid": "d6ac857d-c844-4312-8485-6d121d065308" }],\n  ${ADDRESS}\n}`;
export const CREATE_ORDER_V1 = `{\n  "purchase_order_id": "PO-1001",\n  "skus": [{ "sku_id": "SKU-0001", "quantity": 2, "supplier_uuid": "86ab12cd-fd66-4122-8b81-f837bc72d755" }],\n  ${ADDRESS}\n}`;
export const ADD_TRACKING = `{\n  "tracking_number": "1Z999AA10123456784",\n  "line_items": [{ ${LINE}, "quantity_shipped": 2 }],\n  "supplier_provided_carrier": "UPS",\n  "supplier_provided_method": "Ground",\n  "package_attributes": ${NOTE}\n}`;
export const ADD_TRACKING_V1 = `{\n  "tracking": "1Z999AA10123456784",\n  "line_items": [{ ${LINE}, "quantity": 2 }],\n  "carrier": "UPS",\n  "method": "Ground"\n}`;
export const CREATE_INVOICE = `{\n  "invoice_number": "INV-2042",\n  "line_items": [{ ${LINE}, "quantity_invoiced": 2, "supplier_provided_sku_cost": 13.98 }],\n  "supplier_provided_shipping_cost": 4.5,\n  "invoice_attributes": ${NOTE}\n}`;
export const UPDATE_ATTRIBUTES = `{\n  "retailer_provided_notes": "Leave at the door",\n  "retailer_provided_order_attributes": ${NOTE},\n  "line_items": [{ ${LINE}, "retailer_provided_notes": "Blue paper" }]\n}`;
export const UPDATE_FEES = `{\n  "supplier_provided_dropship_fee": 2,\n  "supplier_provided_order_total": 29.98,\n  "line_items": [{ ${LINE}, "supplier_provided_sku_cost": 13.98 }]\n}`;
export const CREATE_ITEM = '{\n  "item_id": "ITEM-001",\n  "title": "Rain jacket",\n  "brand": "Northwind",\n  "categories": [{ "path": ["home", "garden"] }],\n  "item_attributes": { "material": "cotton" }\n}';
export const CREATE_SKU = '{\n  "sku_id": "SKU-0001",\n  "item": { "uuid": "6dc3646a-8719-483e-8b4c-617215fb1bf0" },\n  "quantity_in_stock": 10,\n  "sku_distinguishing_attributes": { "size": "M", "color": "blue" }\n}';
export const CREATE_REQUEST = '{\n  "organization_name": "Northwind Supply",\n  "primary_contact_name": "Sven Okafor",\n  "integrations": [{ "type": "item", "update_frequency": "30 6,12 * * *" }],\n  "uploaded_files": [{ "name": "W-9", "uuid": "6dc3646a-8719-483e-8b4c-617215fb1bf0" }]\n}';
export const UPDATE_REQUEST = '{\n  "integrations": [{ "record_uuid": "6dc3646a-8719-483e-8b4c-617215fb1bf0", "integration_type": "item", "update_frequency": "0 5 * * *" }],\n  "additional_information": "Our catalog is in the file"\n}';
