import { body, boolean, collection, locator, option, path, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';
import type { Picker, Simplify, Verify } from '../../../../engine/types';
import { labelOf } from '../../fields';
import { about, fieldGroups, languageOf, listOf, moment, more, note, opened, postOrder, refusals, says } from './postOrder';

const list = listOf('members', 'inquiryId');

const picker: Picker = {
	name: 'searchInquiries', route: 'GET /post-order/v2/inquiry/search', ...postOrder, list,
	label: ({ inquiryId, buyer, inquiryStatusEnum: status }) => labelOf(inquiryId, buyer, status), value: ['inquiryId'],
};

const theInquiry = () => path('inquiryId', locator({ label: 'Inquiry', description: 'The inquiry to work on', picker, placeholder: 'e.g. 5000078901' }));
const done = ({ inquiry: inquiryId }: { inquiry: string }) => ({ success: true, inquiryId });
const meanings = refusals('inquiry');

const STATUSES = {
	CLOSED: 'Closed', CLOSED_WITH_ESCALATION: 'Closed, Escalated', CS_CLOSED: 'Closed by eBay', OPEN: 'Open', OTHER: 'Other', PENDING: 'Pending', WAITING_BUYER_RESPONSE: 'Waiting for the Buyer', WAITING_SELLER_RESPONSE: 'Waiting for the Seller',
};

const details: Simplify = {
	inquiryId: 'inquiryId', status: 'status', state: 'state', itemId: 'itemId', transactionId: 'transactionId', title: 'itemDetails.itemTitle', quantity: 'inquiryQuantity', claimAmount: 'claimAmount',
	created: 'inquiryDetails.creationDate.value', respondBy: 'sellerMakeItRightByDate.value', escalated: 'inquiryDetails.escalationDate.value', trackingNumber: 'inquiryHistoryDetails.shipmentTrackingDetails.trackingNumber', history: 'inquiryHistoryDetails.history',
};

const route = 'GET /post-order/v2/inquiry/{inquiry}';

/** A parcel is known by its number; without one no answer is told from another. */
const isTracked: Verify = { route, holds: (answer, { trackingNumber }) => (trackingNumber === undefined ? undefined : says(answer, 'trackingNumber', trackingNumber)) };
/** The date of an escalation is there only after it. */
const isEscalated: Verify = { route, holds: (answer) => (says(answer, 'escalationDate') ? true : says(answer, 'inquiryId') ? false : undefined) };

export const inquiry = resource('Inquiry', 'inquiry', [
	op({
		value: 'escalate', name: 'Escalate', action: 'Escalate inquiry', description: 'Ask eBay to decide on a parcel that has not arrived; the inquiry becomes a case',
		route: 'POST /post-order/v2/inquiry/{inquiry}/escalate', ...postOrder,
		effect: 'update', repeat: { verify: isEscalated }, lane: ['inquiry'],
		fields: {
			inquiry: theInquiry(),
			reason: body('escalateInquiryReason', text({ label: 'Reason', required: true, description: "One of eBay's own words; its pages list them" })),
			comments: note('comments', { label: 'Comments', description: 'What eBay should know about the parcel' }), additionalFields: more({ language: languageOf('comments') }),
		},
		echo: done, meanings,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get inquiry', description: 'Retrieve what a buyer asks about a parcel that has not arrived, and what was answered',
		route: 'GET /post-order/v2/inquiry/{inquiry}', ...postOrder,
		effect: 'read', repeat: 'absolute', fields: { inquiry: theInquiry() }, simplify: details, meanings,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many inquiries', description: 'Search the parcels that buyers miss by status, date, order or item',
		route: 'GET /post-order/v2/inquiry/search', ...postOrder,
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				...opened('inquiry_creation_date_range'), ...about('order_id'), fieldGroups: fieldGroups(),
				status: query('inquiry_status', option({ label: 'Status', description: 'Whose turn it is', options: STATUSES, default: 'WAITING_SELLER_RESPONSE', open: true })),
			}),
		},
		list, meanings,
	}),
	op({
		value: 'issueRefund', name: 'Issue Refund', action: 'Issue refund for inquiry', description: 'Give all the money back for a parcel that has not arrived; sent once only, never again',
		route: 'POST /post-order/v2/inquiry/{inquiry}/issue_refund', ...postOrder,
		effect: 'create', repeat: 'never', sign: true, lane: ['inquiry'],
		fields: { inquiry: theInquiry(), comments: note('comments', { label: 'Comments', description: 'A note to the buyer about the money' }), additionalFields: more({ language: languageOf('comments') }) }, echo: done, meanings,
	}),
	op({
		value: 'provideShipmentInfo', name: 'Provide Shipment Info', action: 'Provide shipment info for inquiry', description: 'Tell the buyer how and when a missing parcel was sent',
		route: 'POST /post-order/v2/inquiry/{inquiry}/provide_shipment_info', ...postOrder,
		effect: 'create', repeat: { verify: isTracked }, lane: ['inquiry'],
		fields: {
			inquiry: theInquiry(),
			trackingNumber: body('trackingNumber', text({ label: 'Tracking Number', placeholder: 'e.g. 1Z999AA10123456784', description: 'Goes with the carrier' })),
			carrier: body('shippingCarrierName', text({ label: 'Carrier', placeholder: 'e.g. UPS', description: 'Goes with the tracking number' })),
			shippedDate: moment('shippingDate', { label: 'Shipped', description: 'When the parcel was handed over' }),
			additionalFields: more({
				comments: note('sellerComments', { label: 'Comments', description: 'What the buyer should know about the parcel' }), language: languageOf('sellerComments'),
				proof: body('proofOfShipmentUploaded', boolean({ label: 'Proof Uploaded', description: 'Whether a receipt of the carrier has been sent to eBay' })),
				tracked: body('shippedWithTracking', boolean({ label: 'Shipped With Tracking', description: 'Whether the parcel can be followed' })),
			}),
		},
		goesWith: { trackingNumber: 'carrier' }, echo: done, meanings,
	}),
	op({
		value: 'sendMessage', name: 'Send Message', action: 'Send message about inquiry', description: 'Write to the buyer who misses a parcel; sent once only',
		route: 'POST /post-order/v2/inquiry/{inquiry}/send_message', ...postOrder,
		effect: 'create', repeat: 'never', lane: ['inquiry'],
		fields: { inquiry: theInquiry(), message: note('message', { label: 'Message', required: true, description: 'What the buyer is told' }), additionalFields: more({ language: languageOf('message') }) }, echo: done, meanings,
	}),
]);
