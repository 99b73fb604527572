import type { TriggerEvent } from '../../../engine/events';
import { rowOf } from '../../../engine/rows';
import { event } from '../../../engine/triggerTable';
import { connection } from '../resources/connection';
import { connectionRequest } from '../resources/connectionRequest';
import { notification } from '../resources/notification';

const NARROW = 'Nothing can narrow this list; use Get Many of the Crux Connect node on a schedule.';

const requests = { reads: rowOf(connectionRequest, 'getAll'), key: ['record_uuid'], fields: {}, narrow: NARROW };

export const partnerEvents: TriggerEvent[] = [
	event({ ...requests, value: 'newConnectionRequest', name: 'New Connection Request', description: 'Someone of your organization has asked for a connection with a supplier' }),
	event({
		...requests, value: 'connectionRequestApproved', name: 'Connection Request Approved', description: 'Crux Connect has approved a request for a connection',
		only: ({ is_approved: isApproved }) => isApproved === true,
	}),
	event({
		reads: rowOf(connection, 'getAll'), key: ['uuid'], fields: {}, narrow: NARROW,
		value: 'connectionChanged', name: 'Connection Changed', description: 'Status, allocation type or an account number of a connection has changed',
		watches: {
			status: 'status', deactivated_date: 'deactivated_date', allocation_type: 'allocation_type',
			retailers_supplier_account_number: 'retailers_supplier_account_number', suppliers_retailer_account_number: 'suppliers_retailer_account_number',
		},
	}),
	event({
		reads: rowOf(notification, 'getAll'), key: ['uuid'], time: 'created_at', fields: {}, narrow: NARROW,
		value: 'newNotification', name: 'New Notification', description: 'A notice has come to your dashboard; it names no order',
	}),
];
