import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { setup } from '../setup';
import { order } from './resources/order';
import { paymentDispute } from './resources/paymentDispute';
import { shippingFulfillment } from './resources/shippingFulfillment';

export const ebayOrders = defineNode(ebayApi, [order, paymentDispute, setup('See in one table which account this is, what it may do, what is set up, and how much quota is left'), shippingFulfillment]);
