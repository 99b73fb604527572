import { defineNode } from '../../../engine/table';
import { ebayApi } from '../api';
import { item } from './resources/item';
import { itemSearch } from './resources/itemSearch';
import { merchandisedProduct } from './resources/merchandisedProduct';
import { shoppingCart } from './resources/shoppingCart';

export const ebayBuy = defineNode(ebayApi, [item, itemSearch, merchandisedProduct, shoppingCart]);
