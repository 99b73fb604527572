import type { Rule } from '../types';
import { acceptInvitation, completePassword, getInvitation, getPaymentMethods, getSubscription, getTransaction, getTransactions, login, resetPassword, validateReset } from './accounts';
import { cancelItem, cancelOrder, decideItem, decideOrder } from './cancellations';
import { collectionRules } from './collections';
import { getExport, startItemExport, startOrderExport, startOrderExportByUuid, startTransactionExport } from './exports';
import { searchItems } from './itemSearch';
import { estimateFees, getOrder, getOrders, getOrdersByPo, getOrganization } from './orders';
import { acknowledge, allocate, createInvoice, createOrder, getAttributes, getFees, getInvoices, updateAttributes, updateFees } from './orderWrites';
import { createRequest, getConnections, getDiscoverySuppliers, getParticipation, getRequest, getRequests, updateParticipation, updateRequest } from './partners';
import { changePermissions, getNotices, getPermissions, getSettings, getUser, getUserPermissions, getUsers, updateSetting } from './people';
import { createItem, createSku, getItem, getItems, getSku, getSkus, updateInventory, updateInventoryBulk } from './products';
import type { CruxCaller, CruxState } from './state';
import { addTracking } from './tracking';
import { uploadFile } from './uploads';

type CruxRule = Rule<CruxState, CruxCaller>;
type Rules = Record<string, CruxRule>;

/** What both versions have, by the path of version 1. */
const BOTH: Rules = {
	...collectionRules,
	'POST /organizations/user-login/': login,
	'GET /organizations/': getOrganization,
	'GET /organizations/connections/': getConnections,
	'GET /organizations/connections/request/': getRequests,
	'POST /organizations/connections/request/': createRequest,
	'GET /organizations/connections/request/{request_uuid}/': getRequest,
	'PATCH /organizations/connections/request/{request_uuid}/': updateRequest,
	'POST /discovery/suppliers/': getDiscoverySuppliers,
	'GET /discovery/participation/{supplier_uuid}/': getParticipation,
	'POST /discovery/participation/{supplier_uuid}/': updateParticipation,
	'GET /organizations/users/all/': getUsers,
	'GET /organizations/users/detail/{user_uuid}/': getUser,
	'GET /organizations/users/permissions/{user_uuid}/': getUserPermissions,
	'PATCH /organizations/users/permissions/{user_uuid}/': changePermissions(true),
	'DELETE /organizations/users/permissions/{user_uuid}/': changePermissions(false),
	'GET /organizations/all_permissions/': getPermissions,
	'GET /notifications/': getNotices,
	'GET /notifications/notification-settings/': getSettings,
	'PUT /notifications/notification-settings/': updateSetting,
	'GET /products/items/': getItems,
	'POST /products/items/': createItem,
	'POST /products/items/search/': searchItems,
	'POST /products/items/export/': startItemExport,
	'POST /products/items/search/export/': startItemExport,
	'GET /products/items/{item_uuid}/': getItem,
	'GET /products/skus/': getSkus,
	'POST /products/skus/': createSku,
	'GET /products/skus/{sku_uuid}/': getSku,
	'POST /orders/': getOrders,
	'POST /orders/create/': createOrder,
	'GET /orders/{order_uuid}/': getOrder,
	'PATCH /orders/cancel/': cancelOrder,
	'DELETE /orders/items/cancel/{order_item_uuid}/': cancelItem,
	'POST /orders/tracking/{order_uuid}/': addTracking,
	'PUT /orders/allocation/{order_uuid}/': allocate,
	'POST /orders/export/': startOrderExportByUuid,
	'POST /orders/search/export/': startOrderExport,
};

const V1: Rules = {
	'POST /orders/fees/': estimateFees,
	'GET /accounting/payment-methods/': getPaymentMethods,
	'GET /accounting/transactions/': getTransactions,
	'GET /accounting/transactions/{transaction_id}/': getTransaction,
	'POST /accounting/transactions/export/': startTransactionExport,
	'GET /organizations/subscription/': getSubscription,
};

const TIMPANOGOS: Rules = {
	'GET /data/export/{export_uuid}/': getExport,
	'POST /organizations/files/upload/': uploadFile,
	'POST /products/skus/inventory/': updateInventory,
	'POST /products/skus/inventory/bulk/': updateInventoryBulk,
	'GET /orders/po/{po_number}/': getOrdersByPo,
	'PUT /orders/acknowledge/': acknowledge,
	'PATCH /orders/cancel/{order_uuid}/confirm/': decideOrder(true),
	'PATCH /orders/cancel/{order_uuid}/reject/': decideOrder(false),
	'PATCH /orders/items/cancel/{order_item_uuid}/confirm/': decideItem(true),
	'PATCH /orders/items/cancel/{order_item_uuid}/reject/': decideItem(false),
	'GET /orders/{order_uuid}/attributes/': getAttributes,
	'POST /orders/{order_uuid}/attributes/': updateAttributes,
	'GET /orders/{order_uuid}/fees/': getFees,
	'POST /orders/{order_uuid}/fees/': updateFees,
	'GET /orders/{order_uuid}/invoices/': getInvoices,
	'POST /orders/{order_uuid}/invoices/': createInvoice,
	'POST /organizations/reset-password/': resetPassword,
	'GET /organizations/complete-password/': validateReset,
	'POST /organizations/complete-password/': completePassword,
	'GET /organizations/accept-invite/{invitation_token}/': getInvitation,
	'POST /organizations/accept-invite/{invitation_token}/': acceptInvitation,
};

const under = (prefix: string, made: Rules): Rules =>
	Object.fromEntries(Object.entries(made).map(([route, rule]) => [`crux:${route.replace(' ', ` ${prefix}`)}`, rule]));

/** What each operation does. */
export const rules: Rules = { ...under('', { ...BOTH, ...V1 }), ...under('/timp', { ...BOTH, ...TIMPANOGOS }) };
