import { defineNode } from '../../engine/table';
import { cruxApi } from './api';
import { inventoryList } from './resources/inventoryList';
import { order } from './resources/order';
import { sku } from './resources/sku';

export const crux = defineNode(cruxApi, [inventoryList, order, sku]);
