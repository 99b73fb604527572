import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { setup } from '../setup';
import { cancellation } from './resources/cancellation';
import { theCases } from './resources/case';
import { inquiry } from './resources/inquiry';
import { order } from './resources/order';
import { paymentDispute } from './resources/paymentDispute';
import { returns } from './resources/return';
import { shipmentResource, shippingQuote } from './resources/shipping';
import { shippingFulfillment } from './resources/shippingFulfillment';

export const ebayOrders = defineNode(ebayApi, [
	cancellation, theCases, inquiry, order, paymentDispute, returns,
	setup('See in one table which account this is, what it may do, what is set up, and how much quota is left'), shipmentResource, shippingFulfillment, shippingQuote,
]);
