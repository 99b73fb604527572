import { path, text } from '../../../engine/fields';
import { op, resource } from '../../../engine/rows';
import { exportedFile, needs } from './fields';
import { wholeList } from './pickers';

/** Pages of version 1 that no site shows. */
export const billing = resource('Unsupported: Billing', 'billing', [
	op({
		value: 'exportTransactions', name: 'Export Transactions', action: 'Export transactions', description: 'Get the statement of your account as a CSV file',
		route: 'POST /accounting/transactions/export/', until: 'v1', status: 'hidden',
		effect: 'create', repeat: 'never', job: exportedFile, fields: {}, meanings: needs('view_billing_statement'),
	}),
	op({
		value: 'getPaymentMethods', name: 'Get Payment Methods', action: 'Get payment methods', description: 'Retrieve how your organization pays; the number of a card is never handed on',
		route: 'GET /accounting/payment-methods/', until: 'v1', status: 'hidden',
		effect: 'read', repeat: 'absolute', fields: {}, omit: ['card_number'], meanings: needs('view_payment_info'),
	}),
	op({
		value: 'getSubscription', name: 'Get Subscription', action: 'Get subscription', description: 'Retrieve the plan of your organization with its next bill',
		route: 'GET /organizations/subscription/', until: 'v1', status: 'hidden',
		effect: 'read', repeat: 'absolute', fields: {}, meanings: needs('view_org_subscription_plan'),
	}),
	op({
		value: 'getTransaction', name: 'Get Transaction', action: 'Get transaction', description: 'Retrieve one payment by its number',
		route: 'GET /accounting/transactions/{transaction}/', until: 'v1', status: 'hidden',
		effect: 'read', repeat: 'absolute',
		fields: { transaction: path('transaction_id', text({ label: 'Transaction ID', required: true, placeholder: 'e.g. 1042', description: "It stands in 'transaction_id' of Get Transactions" })) },
		meanings: { ...needs('view_billing_statement'), 404: 'No transaction of this number was found.' },
	}),
	op({
		value: 'getTransactions', name: 'Get Transactions', action: 'Get transactions', description: 'Retrieve the payments of your organization',
		route: 'GET /accounting/transactions/', until: 'v1', status: 'hidden',
		effect: 'read', repeat: 'absolute', fields: {}, list: wholeList('transaction_id'), meanings: needs('view_billing_statement'),
	}),
]);
