import { file, repeated } from '../../../../engine/composites';
import { currency } from '../../../../engine/codes';
import { body, boolean, collection, integer, locator, option, path, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Picker, Simplify, Verify } from '../../../../engine/types';
import { labelOf, price } from '../../fields';
import { about, fieldGroups, languageOf, listOf, moment, more, note, opened, postOrder, refusals, role, says } from './postOrder';
import { CARRIERS, DECISIONS, ESCALATION_REASONS, FEES, LABELS, PURPOSES, RETURN_FILTERS, RETURN_REASONS, RETURN_TYPES } from './returnWords';

const list = listOf('members', 'returnId');

const picker: Picker = {
	name: 'searchReturns', route: 'GET /post-order/v2/return/search', ...postOrder, list,
	label: ({ returnId, buyerLoginName, state }) => labelOf(returnId, buyerLoginName, state), value: ['returnId'],
};

const theReturn = () => path('returnId', locator({ label: 'Return', description: 'The return to work on', picker, placeholder: 'e.g. 5000045678' }));
const done = ({ return: returnId }: { return: string }) => ({ success: true, returnId });
const meanings = refusals('return');

const comments = (description: string, required = false) => note('comments', { label: 'Comments', description, required });
const commentLanguage = () => more({ language: languageOf('comments') });

/** Members by name, below the one that a single record stands in. */
const simplified = (below = ''): Simplify => Object.fromEntries(Object.entries({
	returnId: 'returnId', orderId: 'orderId', buyer: 'buyerLoginName', state: 'state', status: 'status', type: 'currentType', reason: 'creationInfo.reason', comments: 'creationInfo.comments.content', itemId: 'creationInfo.item.itemId', transactionId: 'creationInfo.item.transactionId',
	quantity: 'creationInfo.item.returnQuantity', created: 'creationInfo.creationDate.value', due: 'sellerResponseDue.activityDue', respondBy: 'sellerResponseDue.respondByDate.value', estimatedRefund: 'sellerTotalRefund.estimatedRefundAmount', actualRefund: 'sellerTotalRefund.actualRefundAmount',
}).map(([name, at]) => [name, `${below}${at}`]));

const route = 'GET /post-order/v2/return/{return}';

/** A parcel is known by its number; without one no label is told from another. */
const isTracked: Verify = { route, holds: (answer, { trackingNumber }) => (trackingNumber === undefined ? undefined : says(answer, 'trackingNumber', trackingNumber)) };
const isEscalated: Verify = { route, holds: (answer) => (says(answer, 'status', 'ESCALATED') ? true : says(answer, 'status') ? false : undefined) };

const amountCurrency = () => currency({ label: 'Currency', description: 'Of the amounts; without it, that of the marketplace in the credential' });

const refundLines = () => body('refundDetail.itemizedRefundDetail', repeated({ label: 'Refund Parts', add: 'Add Part', entry: 'Part', required: true, description: 'What the money is for; together they make up the total' }, {
	fee: body('refundFeeType', option({ label: 'Part of the Price', required: true, description: 'What is given back here', options: FEES, default: 'PURCHASE_PRICE', open: true })),
	amount: body('refundAmount', price({ label: 'Amount', required: true })),
	restockingFee: body('restockingFeePercentage', text({ label: 'Restocking Fee (Percent)', placeholder: 'e.g. 10', description: 'Kept back by the seller, where the return policy allows it' })),
}));

export const returns = resource('Return', 'return', [
	op({
		value: 'addShippingLabel', name: 'Add Shipping Label', action: 'Add shipping label to return', description: 'Tell the buyer which label or tracking number to send the item back with',
		route: 'POST /post-order/v2/return/{return}/add_shipping_label', ...postOrder,
		effect: 'create', repeat: { verify: isTracked }, lane: ['return'],
		fields: {
			return: theReturn(),
			labelAction: body('labelAction', option({ label: 'Label', required: true, description: 'Where the label comes from', options: LABELS, default: 'PURCHASE_LABEL', open: true })),
			trackingNumber: body('trackingNumber', text({ label: 'Tracking Number', placeholder: 'e.g. 9400111899223197428490', description: 'Of the parcel back to the seller' })),
			additionalFields: more({
				carrier: body('carrierEnum', option({ label: 'Carrier', description: 'Who brings the parcel back', options: CARRIERS, default: 'USPS', open: true })),
				carrierName: body('carrierName', text({ label: 'Carrier Name', description: 'Where the list does not have the carrier' })),
				comments: comments('What the buyer should know about the label'), language: languageOf('comments'),
				cost: body('returnLabelCost', price({ label: 'Label Cost', description: 'In the currency of the marketplace' })),
				fileId: body('fileId', text({ label: 'File ID', description: 'Of a label that Upload File has sent' })),
				forwardLabel: body('forwardShippingLabelProvided', boolean({ label: 'Forward Label Provided', description: 'Whether a label for the way to the buyer is provided too' })),
				noLabelReason: body('noLabelReason', text({ label: 'Reason for No Label', description: 'Needed where there is none' })),
				sentDate: moment('labelSentDate', { label: 'Label Sent', description: 'When the buyer got it' }),
			}),
		},
		echo: done, meanings,
	}),
	op({
		value: 'create', name: 'Create', action: 'Create return', description: 'Ask for a return as a buyer does, to try out what follows; sent once only',
		route: 'POST /post-order/v2/return', ...postOrder,
		effect: 'create', repeat: 'never',
		fields: {
			itemId: body('returnRequest.itemId', text({ label: 'Item ID', required: true, placeholder: 'e.g. 110012345678', description: "The listing: 'legacyItemId' of the line" })),
			transactionId: body('returnRequest.transactionId', text({ label: 'Transaction ID', required: true, description: 'Names the line of the order together with the item' })),
			requestType: body('returnRequest.requestType', option({ label: 'Request Type', required: true, description: 'Whether to ask for a return or to open it', options: { REQUEST: 'Request', CREATE: 'Create' }, open: true })),
			additionalFields: more({
				carrier: body('returnRequest.carrier', option({ label: 'Carrier', description: 'Who is to bring the parcel back', options: CARRIERS, default: 'USPS', open: true })),
				comments: note('returnRequest.comments', { label: 'Comments', description: 'What is wrong with the item' }), draftId: body('draftId', text({ label: 'Draft ID', description: 'Of a draft that is to become a return' })), language: languageOf('returnRequest.comments'),
				quantity: body('returnRequest.returnQuantity', integer({ label: 'Quantity', min: 1, default: 1 })),
				reason: body('returnRequest.reason', option({ label: 'Reason', description: 'Why the item comes back', options: RETURN_REASONS, default: 'NOT_AS_DESCRIBED', open: true })),
				type: body('returnRequest.type', option({ label: 'Outcome', description: 'What the buyer wants', options: RETURN_TYPES, open: true })),
			}),
		},
		meanings: refusals('line of the order'),
	}),
	op({
		value: 'decide', name: 'Decide', action: 'Decide on return', description: 'Approve or decline what a buyer asks for, or offer something else; it can move money and is sent once only',
		route: 'POST /post-order/v2/return/{return}/decide', ...postOrder,
		effect: 'update', repeat: 'never', sign: true, lane: ['return'],
		fields: {
			return: theReturn(),
			decision: body('decision', option({ label: 'Decision', required: true, description: 'What the buyer is answered', options: DECISIONS, default: 'APPROVE', open: true })),
			currency: amountCurrency(),
			partialRefund: body('partialRefundAmount', price({ label: 'Partial Refund', description: 'Where a part of the money is offered' })),
			comments: comments('Why it is decided so'),
			additionalFields: more({
				keepItem: body('keepOriginalItem', boolean({ label: 'Keep Original Item', description: 'Whether the buyer may keep what was bought' })), language: languageOf('comments'),
				rmaNumber: body('RMANumber', text({ label: 'RMA Number', placeholder: 'e.g. RMA-1001', description: "The seller's own number of the return" })),
				rmaProvided: body('rMAProvided', boolean({ label: 'RMA Number Provided', description: 'Whether the buyer has got the number already' })),
			}),
		},
		echo: done, meanings,
	}),
	op({
		value: 'escalate', name: 'Escalate', action: 'Escalate return', description: 'Ask eBay to decide on a return, which becomes a case',
		route: 'POST /post-order/v2/return/{return}/escalate', ...postOrder,
		effect: 'update', repeat: { verify: isEscalated }, lane: ['return'],
		fields: {
			return: theReturn(),
			reason: body('reason', option({ label: 'Reason', required: true, description: 'Why seller and buyer do not agree', options: ESCALATION_REASONS, default: 'OTHER', open: true })),
			comments: comments('What eBay should know', true), additionalFields: commentLanguage(),
		},
		echo: done, meanings,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get return', description: 'Retrieve a return with its state, its amounts and what has been said',
		route: 'GET /post-order/v2/return/{return}', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { return: theReturn(), additionalFields: more({ fieldGroups: fieldGroups() }) }, simplify: simplified('summary.'), meanings,
	}),
	op({
		value: 'getFiles', name: 'Get Files', action: 'Get files of return', description: 'Download the pictures and labels of a return, each as an item with a file',
		route: 'GET /post-order/v2/return/{return}/files', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { return: theReturn() }, embedded: { items: 'files', data: 'fileData', name: 'fileName', drop: ['resizedFileData'] }, meanings,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many returns', description: 'Search returns by state, date, order or item',
		route: 'GET /post-order/v2/return/search', ...postOrder,
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				...opened('creation_date_range'), ...about('order_id'), returnId: query('return_id', text({ label: 'Return ID', placeholder: 'e.g. 5000045678' })), role: role(),
				state: query('states', text({ label: 'Exact State', placeholder: 'e.g. ITEM_DELIVERED', description: "One of eBay's own words for the stage of a return" })),
				situation: query('return_state', option({ label: 'Situation', description: 'What is to be done about the returns', options: RETURN_FILTERS, default: 'SELLER_ACTION_DUE', open: true })),
			}),
		},
		list, simplify: simplified(), meanings,
	}),
	op({
		value: 'getPreferences', name: 'Get Preferences', action: 'Get return preferences', description: 'Retrieve whether the seller gives each return a number of its own',
		route: 'GET /post-order/v2/return/preference', ...postOrder, effect: 'read', repeat: 'absolute', fields: {}, meanings: refusals('setting'),
	}),
	op({
		value: 'getTracking', name: 'Get Tracking', action: 'Get tracking of return', description: 'Retrieve where the parcel of a return is',
		route: 'GET /post-order/v2/return/{return}/tracking', ...postOrder,
		effect: 'read', repeat: 'absolute',
		fields: {
			return: theReturn(),
			carrier: query('carrier_used', text({ label: 'Carrier', required: true, placeholder: 'e.g. USPS', description: 'Who brings the parcel back' })),
			trackingNumber: query('tracking_number', text({ label: 'Tracking Number', required: true, placeholder: 'e.g. 9400111899223197428490' })),
		},
		meanings,
	}),
	op({
		value: 'issueRefund', name: 'Issue Refund', action: 'Issue refund for return', description: 'Give the buyer of a returned item money back; sent once only, never again',
		route: 'POST /post-order/v2/return/{return}/issue_refund', ...postOrder,
		effect: 'create', repeat: 'never', sign: true, lane: ['return'],
		fields: {
			return: theReturn(), currency: amountCurrency(),
			total: body('refundDetail.totalAmount', price({ label: 'Total', required: true, description: 'All that the buyer gets' })), parts: refundLines(), comments: comments('A note to the buyer about the money'),
			additionalFields: more({ language: languageOf('comments'), relist: body('relistItem', boolean({ label: 'Relist Item', description: 'Whether the item is offered again' })) }),
		},
		echo: done, meanings,
	}),
	op({
		value: 'markReceived', name: 'Mark as Received', action: 'Mark return as received', description: 'Confirm that the item is back',
		route: 'POST /post-order/v2/return/{return}/mark_as_received', ...postOrder,
		effect: 'update', repeat: 'absolute', lane: ['return'], fields: { return: theReturn(), comments: comments('What state the item is in'), additionalFields: commentLanguage() }, echo: done, meanings,
	}),
	op({
		value: 'sendMessage', name: 'Send Message', action: 'Send message about return', description: 'Write to the buyer of a return; sent once only',
		route: 'POST /post-order/v2/return/{return}/send_message', ...postOrder,
		effect: 'create', repeat: 'never', lane: ['return'],
		fields: { return: theReturn(), message: note('message', { label: 'Message', required: true, description: 'What the buyer reads' }), additionalFields: more({ language: languageOf('message') }) }, echo: done, meanings,
	}),
	op({
		value: 'updatePreferences', name: 'Update Preferences', action: 'Update return preferences', description: 'Set whether the seller gives each return a number of its own',
		route: 'POST /post-order/v2/return/preference', ...postOrder,
		effect: 'update', repeat: 'absolute', lane: [], fields: { rmaRequired: body('rmaRequired', boolean({ label: 'RMA Number Required', required: true, description: 'Whether buyers need a number from the seller before they send something back' })) },
		echo: ({ rmaRequired }) => ({ success: true, rmaRequired }), meanings: refusals('setting'),
	}),
	op({
		value: 'uploadFile', name: 'Upload File', action: 'Upload file to return', description: 'Send a picture or a label that belongs to a return',
		route: 'POST /post-order/v2/return/{return}/file/upload', ...postOrder, encoding: 'base64',
		effect: 'create', repeat: 'never', lane: ['return'],
		fields: {
			return: theReturn(), file: body('data', file()),
			purpose: body('filePurpose', option({ label: 'Purpose', required: true, description: 'What the file shows', options: PURPOSES, open: true })),
			fileName: body('fileName', text({ label: 'File Name', placeholder: 'e.g. damage.png', description: 'Under which the buyer sees it' })),
		},
		meanings,
	}),
]);
