/** Words of the Post-Order API for returns, as its pages list them; all lists take other values by expression. */

export const CARRIERS = {
	AUSTRALIA_POST: 'Australia Post', CANADA_POST: 'Canada Post', COLISSIMO: 'Colissimo', CORREOS: 'Correos', DEUTSCHE_POST: 'Deutsche Post', DHL: 'DHL', FEDEX: 'FedEx', HERMES: 'Hermes', LA_POSTE: 'La Poste',
	MONDIAL_RELAY: 'Mondial Relay', PARCEL_FORCE: 'Parcelforce', POSTE: 'Poste Italiane', ROYAL_MAIL: 'Royal Mail', UPS: 'UPS', USPS: 'USPS', OTHER: 'Other',
};

export const DECISIONS = {
	ACCEPT_PARTIAL_REFUND: 'Accept Partial Refund', ACCEPT_REPLACEMENT_OFFER: 'Accept Replacement', APPROVE: 'Approve', APPROVE_WITHOUT_EBAY_LABEL: 'Approve Without eBay Label', DECLINE: 'Decline', DECLINE_PARTIAL_REFUND: 'Decline Partial Refund',
	DECLINE_REPLACEMENT_OFFER: 'Decline Replacement', OFFER_PARTIAL_REFUND: 'Offer Partial Refund', OFFER_REPLACEMENT: 'Offer Replacement', OFFER_RETURN: 'Offer Return', OFFER_RETURN_WITHOUT_LABEL: 'Offer Return Without Label', PROVIDE_RMA: 'Provide RMA Number',
};

export const ESCALATION_REASONS = {
	BUYER_RETURNED_WRONG_ITEM: 'Buyer Returned Wrong Item', ITEM_NOT_RECEIVED: 'Item Not Received', ITEM_RECEIVED_IN_DIFFERENT_CONDITION: 'Item Received in Different Condition', TROUBLE_COMMUNICATION_WITH_BUYER: 'Trouble With the Buyer', OTHER: 'Other',
};

export const FEES = {
	DOMESTIC_SHIPPING: 'Domestic Shipping', IMPORT_CHARGE: 'Import Charge', INTERNATIONAL_SHIPPING: 'International Shipping', ITEM_IMPORT_TAX: 'Import Tax of the Item', ITEM_TAX: 'Tax of the Item', ORDER_ADJUSTMENT: 'Adjustment of the Order', ORIGINAL_SHIPPING: 'Original Shipping', OTHER: 'Other',
	PURCHASE_PRICE: 'Purchase Price', RETURN_SHIPPING: 'Return Shipping', SHIPPING_IMPORT_TAX: 'Import Tax of Shipping', SHIPPING_TAX: 'Tax of Shipping',
};

export const LABELS = {
	AU_LABEL: 'eBay Label, Australia', EBAY_LABEL: 'eBay Label', MARK_AS_SENT: 'eBay Label, Mark as Sent', NO_LABEL: 'No Label', PURCHASE_LABEL: "Seller's Own Label",
};

export const PURPOSES = { ITEM_RELATED: 'The Item', LABEL_RELATED: 'A Label', REFUND_RELATED: 'A Refund' };

export const RETURN_FILTERS = {
	ALL_OPEN: 'All Open', ALL_OPEN_REPLACEMENT: 'Open, With Replacement', ALL_OPEN_RETURN: 'Open, With Refund', CLOSED: 'Closed', ITEM_DELIVERED: 'Item Is Back', ITEM_SHIPPED: 'Item Is on Its Way', RETURN_STARTED: 'Just Started',
	SELLER_ACTION_DUE: 'Seller Must Act', SELLER_ACTION_OVERDUE: 'Seller Should Have Acted',
};

export const RETURN_REASONS = {
	ARRIVED_DAMAGED: 'Arrived Damaged', ARRIVED_LATE: 'Arrived Late', DEFECTIVE_ITEM: 'Defective', DIFFERENT_FROM_LISTING: 'Different From the Listing', FAKE_OR_COUNTERFEIT: 'Fake', FOUND_BETTER_PRICE: 'Found a Better Price', MISSING_PARTS: 'Parts Are Missing',
	NO_LONGER_NEED_ITEM: 'No Longer Needed', NO_REASON: 'No Reason', NOT_AS_DESCRIBED: 'Not as Described', ORDERED_ACCIDENTALLY: 'Ordered by Accident', ORDERED_WRONG_ITEM: 'Ordered the Wrong Item', OTHER: 'Other', RETURNING_GIFT: 'Was a Gift', WRONG_SIZE: 'Wrong Size',
};

export const RETURN_TYPES = { MONEY_BACK: 'Money Back', REPLACEMENT: 'Replacement', EXCHANGE: 'Exchange' };
