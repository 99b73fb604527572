import { defineNode } from '../../engine/table';
import { cruxApi } from './api';
import { account } from './resources/account';
import { billing } from './resources/billing';
import { catalog } from './resources/catalog';
import { connection } from './resources/connection';
import { connectionRequest } from './resources/connectionRequest';
import { discoverySupplier } from './resources/discoverySupplier';
import { exportResource } from './resources/export';
import { file } from './resources/file';
import { inventoryList } from './resources/inventoryList';
import { item } from './resources/item';
import { notification } from './resources/notification';
import { order } from './resources/order';
import { organization } from './resources/organization';
import { participation } from './resources/participation';
import { permission } from './resources/permission';
import { sku } from './resources/sku';
import { user } from './resources/user';

export const crux = defineNode(cruxApi, [
	catalog, connection, connectionRequest, discoverySupplier, exportResource, file, inventoryList, item, notification, order, organization, permission, sku, user,
	account, billing, participation,
]);
