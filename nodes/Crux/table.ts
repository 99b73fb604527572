import { defineNode } from '../../engine/table';
import { cruxApi } from './api';
import { inventoryList } from './resources/inventoryList';
import { item } from './resources/item';
import { order } from './resources/order';
import { organization } from './resources/organization';
import { sku } from './resources/sku';

export const crux = defineNode(cruxApi, [inventoryList, item, order, organization, sku]);
