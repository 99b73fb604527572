// Corrections of eBay's APIs around an order; see ../overlays.mjs.

const idsOf = (api, ...names) => names.map((name) => `ebay:${api}.${name}`);

const POST_ORDER = [
	...idsOf('cancellation', 'approveCancellationRequest', 'checkCancellationEligibility', 'createCancellation', 'getCancellation', 'rejectCancellationRequest', 'search'),
	...idsOf('case', 'appealCaseDecision', 'getCase', 'search'),
	...idsOf('inquiry', 'escalateInquiry', 'getInquiry', 'issueInquiryRefund', 'provideInquiryShipmentInfo', 'search', 'sendInquiryMessage'),
	...idsOf('return', 'addShippingLabelInfo', 'createReturnRequest', 'escalateReturn', 'getReturn', 'getReturnFiles', 'getReturnPreferences', 'getShipmentTrackingInfo'),
	...idsOf('return', 'issueReturnRefund', 'markReturnReceived', 'processReturnRequest', 'search', 'sendReturnMessage', 'setReturnPreferences', 'uploadReturnFile'),
];

/** Members of an answer that the source has no schema for; eBay's pages on the types name them. */
const answers = (name, operation, answer) => ({
	name,
	reason: 'the source has no schema of the answers; the members are those of the pages on its types',
	operations: [operation],
	patch: { answer, inferred: Object.keys(answer).map((member) => `answer.${member}`) },
});

const found = (list, total) => ({ [list]: 'array', paginationOutput: 'object', [total]: 'integer' });

/** Members that a call cannot do without, by its text or its codes; the contract marks none. */
const required = (name, reason, operation, ...members) => ({
	name, reason, operations: [operation], patch: { body: Object.fromEntries(members.map((member) => [member, { required: true }])), inferred: members.map((member) => `body.${member}.required`) },
});

export const ebayOrdersOverlays = [
	{
		name: 'post-order-internal-error',
		reason: "the Post-Order API's list of errors has it; the number means something else in all other APIs",
		operations: POST_ORDER,
		patch: { errors: { 500: [1001] } },
	},
	answers('cancellation-search-answer', 'ebay:cancellation.search', found('cancellations', 'total')),
	answers('cancellation-get-answer', 'ebay:cancellation.getCancellation', { cancelDetail: 'object' }),
	answers('cancellation-create-answer', 'ebay:cancellation.createCancellation', { cancelId: 'string', orderEligibilityResult: 'object', warnings: 'array' }),
	answers('cancellation-check-answer', 'ebay:cancellation.checkCancellationEligibility', { eligible: 'boolean', eligibleCancelReason: 'array', failureReason: 'array', itemEligibilityResult: 'array', legacyOrderId: 'string' }),
	answers('case-search-answer', 'ebay:case.search', found('members', 'totalNumberOfCases')),
	answers('case-get-answer', 'ebay:case.getCase', {
		caseDetails: 'object', caseHistoryDetails: 'object', caseId: 'string', caseQuantity: 'integer', caseType: 'string', claimAmount: 'object', initiator: 'string', itemDetails: 'object', itemId: 'string', returnId: 'string', state: 'string', status: 'string', transactionId: 'string',
	}),
	answers('inquiry-search-answer', 'ebay:inquiry.search', found('members', 'totalNumberOfInquiries')),
	answers('inquiry-get-answer', 'ebay:inquiry.getInquiry', {
		claimAmount: 'object', initiator: 'string', inquiryDetails: 'object', inquiryHistoryDetails: 'object', inquiryId: 'string', inquiryQuantity: 'integer', itemDetails: 'object', itemId: 'string', sellerMakeItRightByDate: 'object', state: 'string', status: 'string', transactionId: 'string',
	}),
	answers('inquiry-refund-answer', 'ebay:inquiry.issueInquiryRefund', { refundResult: 'object' }),
	answers('return-search-answer', 'ebay:return.search', found('members', 'total')),
	answers('return-get-answer', 'ebay:return.getReturn', { detail: 'object', summary: 'object' }),
	answers('return-create-answer', 'ebay:return.createReturnRequest', { detail: 'object', returnId: 'string', summary: 'object' }),
	answers('return-decide-answer', 'ebay:return.processReturnRequest', { refundStatus: 'string' }),
	answers('return-refund-answer', 'ebay:return.issueReturnRefund', { refundStatus: 'string' }),
	answers('return-files-answer', 'ebay:return.getReturnFiles', { files: 'array' }),
	answers('return-upload-answer', 'ebay:return.uploadReturnFile', { fileId: 'string' }),
	answers('return-tracking-answer', 'ebay:return.getShipmentTrackingInfo', { carrierUsed: 'string', scanHistory: 'array', trackingNumber: 'string', trackingStatus: 'string' }),
	answers('return-preference-answer', 'ebay:return.getReturnPreferences', { rmaRequired: 'boolean' }),
	{
		name: 'return-request-type',
		reason: 'UNKNOWN stands for a value that eBay does not know: nothing to be asked for',
		operations: ['ebay:return.createReturnRequest'],
		patch: { body: { 'returnRequest.requestType': { enum: ['CREATE', 'REQUEST'], openEnum: true }, 'returnRequest.type': { enum: ['EXCHANGE', 'MONEY_BACK', 'REPLACEMENT'], openEnum: true } } },
	},
	required('return-message-required', 'the same call of inquiries demands it; a message without a text is none', 'ebay:return.sendReturnMessage', 'message', 'message.content'),
	required('dispute-accept-required', 'the text asks for the revision', 'ebay:sell_fulfillment_v1.acceptPaymentDispute', 'revision'),
	required('dispute-contest-required', 'the text asks for the revision', 'ebay:sell_fulfillment_v1.contestPaymentDispute', 'revision'),
	required(
		'dispute-update-evidence-required', 'the text asks for the set, its files and its lines', 'ebay:sell_fulfillment_v1.updateEvidence',
		'evidenceId', 'evidenceType', 'files', 'files[].fileId', 'lineItems', 'lineItems[].itemId', 'lineItems[].lineItemId',
	),
	{
		name: 'dispute-status-list',
		reason: 'by its text the parameter is repeated for each status',
		operations: ['ebay:sell_fulfillment_v1.getPaymentDisputeSummaries'],
		patch: { query: { payment_dispute_status: { type: 'array', items: 'string' } } },
	},
	required('shipment-required', 'a label is bought for a rate of a quote; error 90010 names what is missing', 'ebay:sell_logistics_v1.createFromShippingQuote', 'rateId', 'shippingQuoteId'),
	required(
		'quote-required', 'a rate depends on the order, the size, the weight and both ends of the way; error 90010 names what is missing', 'ebay:sell_logistics_v1.createShippingQuote',
		'orders', 'orders[].orderId', 'packageSpecification', 'packageSpecification.dimensions', 'packageSpecification.weight',
		...['height', 'length', 'unit', 'width'].map((name) => `packageSpecification.dimensions.${name}`), ...['unit', 'value'].map((name) => `packageSpecification.weight.${name}`),
	),
];
