import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { shoppingCart } from './resources/shoppingCart';

export const ebayBuy = defineNode(ebayApi, [shoppingCart]);
