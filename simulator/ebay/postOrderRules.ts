import type { Rule } from '../types';
import { approveCancellation, checkCancellation, createCancellation, getCancellation, rejectCancellation, searchCancellations } from './cancellations';
import { appealCase, getCase, searchCases } from './cases';
import { escalateInquiry, getInquiry, messageInquiry, refundInquiry, searchInquiries, shipInquiry } from './inquiries';
import {
	addShippingLabel, createReturn, decideReturn, escalateReturn, getReturn, getReturnFiles, getReturnPreference, markReceived, messageReturn, refundReturn, searchReturns, setReturnPreference, trackReturn, uploadReturnFile,
} from './returns';
import type { EbayCaller, EbayState } from './state';

/** What follows an order, by the Post-Order API. */
export const postOrderRules: Record<string, Rule<EbayState, EbayCaller>> = {
	'ebay:cancellation.search': searchCancellations,
	'ebay:cancellation.getCancellation': getCancellation,
	'ebay:cancellation.approveCancellationRequest': approveCancellation,
	'ebay:cancellation.rejectCancellationRequest': rejectCancellation,
	'ebay:cancellation.checkCancellationEligibility': checkCancellation,
	'ebay:cancellation.createCancellation': createCancellation,
	'ebay:case.search': searchCases,
	'ebay:case.getCase': getCase,
	'ebay:case.appealCaseDecision': appealCase,
	'ebay:inquiry.search': searchInquiries,
	'ebay:inquiry.getInquiry': getInquiry,
	'ebay:inquiry.provideInquiryShipmentInfo': shipInquiry,
	'ebay:inquiry.issueInquiryRefund': refundInquiry,
	'ebay:inquiry.sendInquiryMessage': messageInquiry,
	'ebay:inquiry.escalateInquiry': escalateInquiry,
	'ebay:return.search': searchReturns,
	'ebay:return.getReturn': getReturn,
	'ebay:return.createReturnRequest': createReturn,
	'ebay:return.processReturnRequest': decideReturn,
	'ebay:return.addShippingLabelInfo': addShippingLabel,
	'ebay:return.getShipmentTrackingInfo': trackReturn,
	'ebay:return.markReturnReceived': markReceived,
	'ebay:return.issueReturnRefund': refundReturn,
	'ebay:return.escalateReturn': escalateReturn,
	'ebay:return.sendReturnMessage': messageReturn,
	'ebay:return.uploadReturnFile': uploadReturnFile,
	'ebay:return.getReturnFiles': getReturnFiles,
	'ebay:return.getReturnPreferences': getReturnPreference,
	'ebay:return.setReturnPreferences': setReturnPreference,
};
