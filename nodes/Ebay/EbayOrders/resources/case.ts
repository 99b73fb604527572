import { collection, locator, option, path, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Picker, Simplify } from '../../../../engine/types';
import { labelOf } from '../../fields';
import { about, fieldGroups, languageOf, listOf, more, note, opened, postOrder, refusals } from './postOrder';

const list = listOf('members', 'caseId');

const picker: Picker = {
	name: 'searchCases', route: 'GET /post-order/v2/casemanagement/search', ...postOrder, list,
	label: ({ caseId, buyer, caseStatusEnum: status }) => labelOf(caseId, buyer, status), value: ['caseId'],
};

const theCase = () => path('caseId', locator({ label: 'Case', description: 'The case to work on', picker, placeholder: 'e.g. 5000098765' }));
const meanings = refusals('case');

const STATUSES = {
	CLOSED: 'Closed', CS_CLOSED: 'Closed by eBay', ON_HOLD: 'On Hold', OPEN: 'Open', OTHER: 'Other', REFUND_AGREED_BUT_FAILED: 'Refund Failed', WAITING_CS: 'Waiting for eBay', WAITING_DELIVERY: 'Waiting for Delivery',
};

const details: Simplify = {
	caseId: 'caseId', type: 'caseType', status: 'status', state: 'state', itemId: 'itemId', transactionId: 'transactionId', title: 'itemDetails.itemTitle', quantity: 'caseQuantity', claimAmount: 'claimAmount', returnId: 'returnId',
	created: 'caseDetails.creationDate.value', history: 'caseHistoryDetails.history',
};

export const theCases = resource('Case', 'case', [
	op({
		value: 'appeal', name: 'Appeal', action: 'Appeal case decision', description: 'Object to what eBay has decided on a case; sent once only',
		route: 'POST /post-order/v2/casemanagement/{case}/appeal', ...postOrder,
		effect: 'create', repeat: 'never', lane: ['case'],
		fields: { case: theCase(), comments: note('comments', { label: 'Comments', required: true, description: 'Why the decision should be changed' }), additionalFields: more({ language: languageOf('comments') }) },
		echo: ({ case: caseId }) => ({ success: true, caseId }), meanings,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get case', description: 'Retrieve a return or a missing parcel that eBay decides on',
		route: 'GET /post-order/v2/casemanagement/{case}', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { case: theCase() }, simplify: details, meanings,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many cases', description: 'Search what eBay decides on by status, date, order, item or return',
		route: 'GET /post-order/v2/casemanagement/search', ...postOrder,
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				...opened('case_creation_date_range'), ...about('order_id'), fieldGroups: fieldGroups(), returnId: query('return_id', text({ label: 'Return ID', description: 'The case of one return' })),
				status: query('case_status_filter', option({ label: 'Status', description: 'How far eBay is with it', options: STATUSES, default: 'OPEN', open: true })),
			}),
		},
		list, meanings,
	}),
]);
