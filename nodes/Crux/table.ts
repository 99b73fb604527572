import { defineNode } from '../../engine/table';
import { cruxApi } from './api';
import { exportResource } from './resources/export';
import { file } from './resources/file';
import { inventoryList } from './resources/inventoryList';
import { item } from './resources/item';
import { order } from './resources/order';
import { organization } from './resources/organization';
import { sku } from './resources/sku';

export const crux = defineNode(cruxApi, [exportResource, file, inventoryList, item, order, organization, sku]);
