import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { item } from './resources/item';
import { shoppingCart } from './resources/shoppingCart';

export const ebayBuy = defineNode(ebayApi, [item, shoppingCart]);
