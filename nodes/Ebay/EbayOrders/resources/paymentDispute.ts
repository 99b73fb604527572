import { file, repeated } from '../../../../engine/composites';
import { country } from '../../../../engine/codes';
import { body, collection, dateTime, integer, locator, multiOption, option, path, query, text, under } from '../../../../engine/fields';
import { getPath } from '../../../../engine/request';
import { op, resource } from '../../../../engine/rows';
import type { Output, Picker, Verify } from '../../../../engine/types';
import { labelOf } from '../../fields';
import { acceptCodes, contestCodes, evidenceCodes, searchCodes, unknown, unknownFile, updateCodes, uploadCodes } from './disputeMeanings';

/** Disputes are served on a host of their own. */
const shared = { host: 'apiz.ebay.com', tokens: ['user'] };

const picker: Picker = {
	name: 'searchDisputes', route: 'GET /sell/fulfillment/v1/payment_dispute_summary', ...shared,
	list: { items: 'paymentDisputeSummaries', id: ['paymentDisputeId'], paging: { in: 'query', by: 'records', at: 'offset', limit: 'limit', max: 200, total: 'total' } },
	label: ({ paymentDisputeId, buyerUsername, paymentDisputeStatus: status }) => labelOf(paymentDisputeId, buyerUsername, status), value: ['paymentDisputeId'],
};

const dispute = () => path('payment_dispute_id', locator({ label: 'Payment Dispute', placeholder: 'e.g. 5000123456', description: 'The dispute to work on', picker }));
const done = ({ dispute: paymentDisputeId }: { dispute: string }) => ({ success: true, paymentDisputeId });

const EVIDENCE = {
	PROOF_OF_AUTHENTICITY: 'Proof of Authenticity', PROOF_OF_DELIVERY: 'Proof of Delivery', PROOF_OF_DELIVERY_SIGNATURE: 'Proof of Delivery with Signature', PROOF_OF_ITEM_AS_DESCRIBED: 'Proof of Item as Described', PROOF_OF_PICKUP: 'Proof of Pickup', TRACKING_INFORMATION: 'Tracking Information',
};

const evidenceType = () => body('evidenceType', option({ label: 'Evidence Type', required: true, description: 'What the files prove', open: true, options: EVIDENCE }));
const files = () => body('files', repeated({ label: 'Files', add: 'Add File', entry: 'File', required: true, description: 'Files that Upload Evidence File has sent' }, { file: body('fileId', text({ label: 'File ID', required: true })) }));
const lineItems = (required = false) => body('lineItems', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', required, description: 'The lines that the evidence is about' }, {
	item: body('itemId', text({ label: 'Item ID', required })), lineItem: body('lineItemId', text({ label: 'Line Item ID', required })),
}));

const revision = () => body('revision', integer({ label: 'Revision', required: true, min: 0, description: "It stands in the dispute; eBay refuses an older one, so that nobody answers what has changed" }));

const returnAddress = () => collection({ label: 'Return Address', add: 'Add Field', description: 'Where the buyer is to send the item back to' }, under('returnAddress', {
	fullName: body('fullName', text({ label: 'Full Name', placeholder: 'e.g. Nathan Smith' })), addressLine1: body('addressLine1', text({ label: 'Address Line 1' })), addressLine2: body('addressLine2', text({ label: 'Address Line 2' })),
	city: body('city', text({ label: 'City' })), county: body('county', text({ label: 'County' })), state: body('stateOrProvince', text({ label: 'State or Province', placeholder: 'e.g. OR' })), postalCode: body('postalCode', text({ label: 'Postal Code' })), country: body('country', country({ label: 'Country' })),
	phoneCountry: body('primaryPhone.countryCode', country({ label: 'Phone Country', description: 'Country of the phone number' })), phone: body('primaryPhone.number', text({ label: 'Phone Number', placeholder: 'e.g. 5035550100', description: 'Digits only, with the area code' })),
}));

const route = 'GET /sell/fulfillment/v1/payment_dispute/{dispute}';

/** A dispute keeps what the seller has answered; an answer in other words tells nothing. */
const hasAnswered = (answer: string): Verify => ({
	route,
	holds: (found) => {
		const given = getPath(found, 'sellerResponse');
		return given === answer ? true : given === undefined && getPath(found, 'paymentDisputeId') !== undefined ? false : undefined;
	},
});

const idsIn = (list: unknown): unknown[] => [list ?? []].flat().map((one) => getPath(one, 'fileId'));
/** A set keeps its files; they are in it already when the first sending got through. */
const hasFiles: Verify = {
	route,
	holds: (found, { evidenceId, files: wanted }) => {
		const set = [getPath(found, 'evidence') ?? []].flat().find((one) => getPath(one, 'evidenceId') === evidenceId);
		return set === undefined ? undefined : idsIn(wanted).every((id) => idsIn(getPath(set, 'files')).includes(id));
	},
};

/** Nothing names an activity, and two may bear the same date: so they are no list whose records are told apart. */
const activities: readonly Output[] = [
	{ value: 'activities', name: 'One Item per Activity', description: 'What was done, each as an item of its own', split: 'activity' },
	{ value: 'dispute', name: 'All in One Item', description: 'One item with the whole history' },
];

export const paymentDispute = resource('Payment Dispute', 'paymentDispute', [
	op({
		value: 'accept', name: 'Accept', action: 'Accept payment dispute', description: 'Give in to what a buyer claims from the bank or card: the money goes back',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/accept', ...shared,
		effect: 'update', repeat: { verify: hasAnswered('ACCEPT') }, lane: ['dispute'],
		fields: { dispute: dispute(), revision: revision(), returnAddress: returnAddress() }, echo: done, meanings: acceptCodes,
	}),
	op({
		value: 'addEvidence', name: 'Add Evidence', action: 'Add evidence to payment dispute', description: 'Put uploaded files together as one piece of evidence',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/add_evidence', ...shared,
		effect: 'create', repeat: 'never', lane: ['dispute'],
		fields: { dispute: dispute(), evidenceType: evidenceType(), files: files(), lineItems: lineItems() }, meanings: evidenceCodes,
	}),
	op({
		value: 'contest', name: 'Contest', action: 'Contest payment dispute', description: 'Object to what a buyer claims, with the evidence given before; afterwards none can be added',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/contest', ...shared,
		effect: 'update', repeat: { verify: hasAnswered('CONTEST') }, lane: ['dispute'],
		fields: { dispute: dispute(), revision: revision(), note: body('note', text({ label: 'Note', rows: 3, max: 1000, description: 'What speaks against the claim' })), returnAddress: returnAddress() }, echo: done, meanings: contestCodes,
	}),
	op({
		value: 'get', name: 'Get', action: 'Get payment dispute', description: 'Retrieve a payment dispute with what the buyer says and what is asked for',
		route, ...shared,
		effect: 'read', repeat: 'absolute',
		fields: { dispute: dispute() },
		simplify: {
			paymentDisputeId: 'paymentDisputeId', orderId: 'orderId', status: 'paymentDisputeStatus', reason: 'reason', amount: 'amount', openDate: 'openDate', respondByDate: 'respondByDate', buyer: 'buyerUsername', choices: 'availableChoices', revision: 'revision', response: 'sellerResponse', evidence: 'evidence',
		},
		meanings: unknown,
	}),
	op({
		value: 'getActivities', name: 'Get Activities', action: 'Get activities of payment dispute', description: 'Retrieve all that has been done about a dispute, and when',
		route: 'GET /sell/fulfillment/v1/payment_dispute/{dispute}/activity', ...shared,
		effect: 'read', repeat: 'absolute', fields: { dispute: dispute() }, outputs: activities, meanings: unknown,
	}),
	op({
		value: 'getAll', name: 'Get Many', action: 'Get many payment disputes', description: 'Search disputes by status, date, order or buyer',
		route: 'GET /sell/fulfillment/v1/payment_dispute_summary', ...shared,
		effect: 'read', repeat: 'absolute',
		fields: {
			filters: collection({ label: 'Filters', add: 'Add Filter' }, {
				buyer: query('buyer_username', text({ label: 'Buyer', placeholder: 'e.g. buyer_name', description: 'User name of who paid' })),
				openedAfter: query('open_date_from', dateTime({ label: 'Opened After', description: 'The range has at most 90 days', write: (utc) => utc.toISOString() })),
				openedBefore: query('open_date_to', dateTime({ label: 'Opened Before', description: 'At most 90 days after the other end', write: (utc) => utc.toISOString() })),
				orderId: query('order_id', text({ label: 'Order ID', placeholder: 'e.g. 27-11111-22222', description: 'With it no other filter counts' })),
				status: query('payment_dispute_status', multiOption({ label: 'Status', description: 'How far the disputes are', options: { ACTION_NEEDED: 'Action Needed', OPEN: 'Open', CLOSED: 'Closed' } })),
			}),
		},
		list: picker.list, meanings: searchCodes,
	}),
	op({
		value: 'getEvidenceFile', name: 'Get Evidence File', action: 'Get evidence file of payment dispute', description: 'Download a file that was given as evidence',
		route: 'GET /sell/fulfillment/v1/payment_dispute/{dispute}/fetch_evidence_content', ...shared,
		effect: 'read', repeat: 'absolute', binary: {},
		fields: {
			dispute: dispute(),
			evidence: query('evidence_id', text({ label: 'Evidence ID', required: true, description: "It stands in 'evidence' of the dispute" })),
			file: query('file_id', text({ label: 'File ID', required: true, description: 'One of the files of the evidence' })),
		},
		meanings: unknownFile,
	}),
	op({
		value: 'updateEvidence', name: 'Update Evidence', action: 'Update evidence of payment dispute', description: 'Put more uploaded files into a piece of evidence',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/update_evidence', ...shared,
		effect: 'update', repeat: { verify: hasFiles }, lane: ['dispute'],
		fields: {
			dispute: dispute(), evidenceId: body('evidenceId', text({ label: 'Evidence ID', required: true, description: 'The set to add to; it stands in the dispute' })),
			evidenceType: evidenceType(), files: files(), lineItems: lineItems(true),
		},
		echo: done, meanings: updateCodes,
	}),
	op({
		value: 'uploadEvidenceFile', name: 'Upload Evidence File', action: 'Upload evidence file of payment dispute', description: 'Send a picture that proves something, to be added as evidence afterwards',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/upload_evidence_file', ...shared, encoding: 'multipart',
		effect: 'create', repeat: 'never',
		fields: { dispute: dispute(), file: body('file', file({ types: /image\/(jpeg|png)|\.(jpe?g|png)$/i, typesText: 'JPEG and PNG pictures' })) },
		meanings: uploadCodes,
	}),
]);
