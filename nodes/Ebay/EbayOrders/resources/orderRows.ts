import type { Columns, Output } from '../../../../engine/types';

const to = (member: string): string => `fulfillmentStartInstructions.0.shippingStep.shipTo.${member}`;

/** Columns of the order, the same for each of its lines. */
const record: Columns = {
	orderId: 'orderId', creationDate: 'creationDate', lastModifiedDate: 'lastModifiedDate', fulfillmentStatus: 'orderFulfillmentStatus', paymentStatus: 'orderPaymentStatus', cancelState: 'cancelStatus.cancelState',
	buyer: 'buyer.username', buyerNote: 'buyerCheckoutNotes', shipToName: to('fullName'), shipToCompany: to('companyName'), shipToAddress1: to('contactAddress.addressLine1'), shipToAddress2: to('contactAddress.addressLine2'),
	shipToCity: to('contactAddress.city'), shipToState: to('contactAddress.stateOrProvince'), shipToPostalCode: to('contactAddress.postalCode'), shipToCountry: to('contactAddress.countryCode'), shipToPhone: to('primaryPhone.phoneNumber'), shipToEmail: to('email'),
	shippingService: 'fulfillmentStartInstructions.0.shippingStep.shippingServiceCode', orderTotal: 'pricingSummary.total.value', currency: 'pricingSummary.total.currency', salesRecord: 'salesRecordReference',
};

/** Columns of a line; its costs are in the currency of the order. */
const entry: Columns = {
	lineItemId: 'lineItemId', sku: 'sku', title: 'title', quantity: 'quantity', lineCost: 'lineItemCost.value', lineShipping: 'deliveryCost.shippingCost.value', lineTotal: 'total.value', lineStatus: 'lineItemFulfillmentStatus',
	shipBy: 'lineItemFulfillmentInstructions.shipByDate', legacyItemId: 'legacyItemId', legacyVariationId: 'legacyVariationId', marketplace: 'purchaseMarketplaceId|listingMarketplaceId',
};

const lines = (description: string): Output => ({ value: 'lines', name: 'One Item per Order Line', description, rows: { from: 'lineItems', record, entry } });

/** How orders are handed on: whole, or by line. */
export const ofOne: readonly Output[] = [
	{ value: 'order', name: 'Whole Order', description: 'One item with the order and its lines' },
	lines('Every line as an item of its own, with flat columns of the order and of the line'),
];
export const ofMany: readonly Output[] = [
	{ value: 'orders', name: 'Orders', description: 'An item for every order, with its lines' },
	lines('Every line as an item of its own, with flat columns of its order and of the line; Limit counts orders'),
];
