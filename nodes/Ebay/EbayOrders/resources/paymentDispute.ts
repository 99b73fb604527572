import { file, repeated } from '../../../../engine/composites';
import { body, option, path, query, text } from '../../../../engine/fields';
import { op, resource } from '../../../../engine/rows';

const dispute = () => path('payment_dispute_id', text({ label: 'Payment Dispute ID', required: true, placeholder: 'e.g. 5000123456', description: 'The dispute to work on' }));

/** Disputes are served on a host of their own. */
const shared = { host: 'apiz.ebay.com', tokens: ['user'] };

export const paymentDispute = resource('Payment Dispute', 'paymentDispute', [
	op({
		value: 'addEvidence', name: 'Add Evidence', action: 'Add evidence to payment dispute', description: 'Put uploaded files together as one piece of evidence',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/add_evidence', ...shared,
		effect: 'create', repeat: 'never', lane: ['dispute'],
		fields: {
			dispute: dispute(),
			evidenceType: body('evidenceType', option({ label: 'Evidence Type', required: true, description: 'What the files prove', open: true, options: { PROOF_OF_AUTHENTICITY: 'Proof of Authenticity', PROOF_OF_DELIVERY: 'Proof of Delivery', PROOF_OF_DELIVERY_SIGNATURE: 'Proof of Delivery with Signature', PROOF_OF_ITEM_AS_DESCRIBED: 'Proof of Item as Described', PROOF_OF_PICKUP: 'Proof of Pickup', TRACKING_INFORMATION: 'Tracking Information' } })),
			files: body('files', repeated({ label: 'Files', add: 'Add File', entry: 'File', required: true, description: 'Files that Upload Evidence File has sent' }, { file: body('fileId', text({ label: 'File ID', required: true })) })),
			lineItems: body('lineItems', repeated({ label: 'Line Items', add: 'Add Line', entry: 'Line', description: 'The lines that the evidence is about' }, {
				item: body('itemId', text({ label: 'Item ID' })), lineItem: body('lineItemId', text({ label: 'Line Item ID' })),
			})),
		},
	}),
	op({
		value: 'get', name: 'Get', action: 'Get payment dispute', description: 'Retrieve a payment dispute with what the buyer says and what is asked for',
		route: 'GET /sell/fulfillment/v1/payment_dispute/{dispute}', ...shared,
		effect: 'read', repeat: 'absolute',
		fields: { dispute: dispute() },
		simplify: {
			paymentDisputeId: 'paymentDisputeId', orderId: 'orderId', status: 'paymentDisputeStatus', reason: 'reason', amount: 'amount', openDate: 'openDate', respondByDate: 'respondByDate', buyer: 'buyerUsername', choices: 'availableChoices', revision: 'revision', evidence: 'evidence',
		},
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
	}),
	op({
		value: 'uploadEvidenceFile', name: 'Upload Evidence File', action: 'Upload evidence file of payment dispute', description: 'Send a picture that proves something, to be added as evidence afterwards',
		route: 'POST /sell/fulfillment/v1/payment_dispute/{dispute}/upload_evidence_file', ...shared, encoding: 'multipart',
		effect: 'create', repeat: 'never',
		fields: { dispute: dispute(), file: body('file', file({ types: /image\/(jpeg|png)|\.(jpe?g|png)$/i, typesText: 'JPEG and PNG pictures' })) },
	}),
]);
