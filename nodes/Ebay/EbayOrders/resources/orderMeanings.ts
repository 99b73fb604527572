import type { Meanings } from '../../../../engine/types';

/** Sentences for the codes of orders, parcels and refunds: what happened and what to do. */
export const badOrder: Meanings = {
	30500: 'eBay reports a fault of its own. Try again in a while.',
	32100: 'There is no order with this ID for the member behind this credential. Take the ID from Order → Get Many, not the sales record number.',
};

export const badParcel: Meanings = { ...badOrder, 32110: 'The order has no parcel with this ID. Take it from Shipping Fulfillment → Get Many.' };

export const parcelCodes: Meanings = {
	...badOrder,
	32200: 'A line does not belong to this order. Choose it from the list, or take lineItemId from the order.',
	32210: 'A line stands twice in this parcel. Name each line once, with its whole quantity.',
	32300: 'Tracking number or carrier is not accepted: the number has letters and digits only, and each goes with the other. Take out spaces and dashes, and write the carrier as eBay does.',
	32400: "The seller's account is suspended: nothing can be marked as shipped. Settle that with eBay first.",
	32500: 'The date of shipping is not accepted. It may not lie before the order or in the future.',
	32600: 'eBay could not use a value of this parcel. Check that there is a line at least, with a quantity the order has.',
	34100: 'The order has as many tracking numbers as it may have. Nothing was added.',
	34200: 'Lines that go through eBay\'s Global Shipping Program and others stand in one parcel. Enter a parcel for each kind.',
	34300: 'Lines that go through eBay\'s Global Shipping Program cannot be marked together. Enter a parcel for each line.',
	34500: 'These lines have a parcel already, and eBay does not add another one. Look at the parcels of the order.',
};

export const searchCodes: Meanings = {
	30500: 'eBay reports a fault of its own. Try again in a while.',
	30700: 'Filter Text names a filter that eBay does not have. Known are creationdate, lastmodifieddate and orderfulfillmentstatus.',
	30800: 'The value of a filter is not accepted. Check Filter Text: dates stand in [ ], statuses in { }.',
	30810: 'A date is not in the form that eBay expects. Use the fields for dates instead of Filter Text.',
	30820: 'The range of dates has no start. Give the earlier date too.',
	30830: 'The range of dates is too long: eBay looks back two years at most.',
	30840: 'The range of dates ends before it starts.',
	30850: 'A date lies in the future. Leave the later end of the range empty for "until now".',
	30900: 'At most 50 order IDs can be asked for at once.',
	31000: 'The place in the list is not accepted. Lower Limit.',
	31100: 'The size of the list is not accepted. Lower Limit.',
	32800: 'eBay does not know this group of fields.',
};

export const singleCodes: Meanings = { ...badOrder, 32800: 'eBay does not know this group of fields.' };

export const refundCodes: Meanings = {
	34900: 'eBay reports a fault of its own; the refund may have been issued. Look at the refunds of the order before you send it again.',
	34901: 'The order is not named. Choose it in Order.',
	34902: 'Nothing was given: name a reason and an amount.',
	34903: 'The reason is missing. Choose one.',
	34905: 'Give either Refund of Order or Refund per Line, not both and not neither.',
	34906: 'An amount is missing. Give one to the order, or to each line.',
	34907: 'An amount cannot be used. It must be more than 0 and have at most two decimals.',
	34908: 'The currency of an amount is missing. Set Currency to the one the buyer paid in.',
	34909: 'The currency is not that of the order. Give the currency the buyer paid in.',
	34910: 'A line is not named: choose it, or give legacy item ID and legacy transaction ID.',
	34911: 'The legacy transaction ID stands alone. Give the legacy item ID too, or the line item instead of both.',
	34912: 'The legacy item ID stands alone. Give the legacy transaction ID too, or the line item instead of both.',
	34913: 'There is no order with this ID for the member behind this credential. Take the ID from Order → Get Many, and check that the credential is that of the shop.',
	34914: 'A line does not belong to this order. Choose it from the list, or take lineItemId from the order.',
	34915: 'The refund is more than was paid for the order. Look at what was refunded already.',
	34916: 'A return, an inquiry or a case is open for this order: refund there instead, with the operation of that resource.',
	34917: 'The order is refunded already. Nothing was done.',
	34918: 'eBay did not handle the payment of this order: refund the buyer where the money came in.',
	34919: 'The member behind this credential may not refund this order. Use the credential of the shop that sold it.',
	34920: 'It is too late to refund this order through eBay. Agree with the buyer on another way.',
	34921: 'The comment is too long. Shorten it.',
	34922: 'An earlier refund of this order is still being processed. Nothing was done; look at it again later.',
	34923: 'Orders of this kind cannot be refunded this way. Refund it in the Seller Hub.',
	34924: 'The refund of a line is more than is left of it. Look at what was refunded already, and give less.',
	34925: 'None of the payment methods of the seller covers the refund. Add money or another method in the Seller Hub.',
	34926: 'The seller has no payment method that suits. Settle it in the Seller Hub.',
	34927: 'The payment method of the seller was declined. Choose another one in the Seller Hub.',
	34928: 'The payment method of the seller could not be verified. Choose another one in the Seller Hub.',
	34929: "The buyer's payment is not processed yet. Try again later.",
	34930: 'The usual payment method of the seller has reached its limit. Choose another one, or try again later.',
};
