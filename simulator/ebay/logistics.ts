import type { Answer, Fields } from '../types';
import { entryOf, failed } from './errors';
import type { EbayVisit } from './inventory';
import { amountOf } from './orderShapes';
import { DAY } from './ordersSeed';
import type { EbayOrder } from './ordersSeed';
import { serialOf } from './serial';

export interface EbayQuote {
	shippingQuoteId: string;
	request: Fields;
	createdAt: number;
	expiresAt: number;
	rates: Array<{ rateId: string; service: string; cents: number }>;
	shipmentId?: string;
}

export interface EbayShipment {
	shipmentId: string;
	quoteId: string;
	rateId: string;
	trackingNumber: string;
	createdAt: number;
	more: Fields;
	isUsed: boolean;
	cancelledAt?: number;
}

interface QuoteRequest {
	orders: Array<{ orderId: string }>;
	packageSpecification: { weight: { value: string; unit: string } };
	shipTo?: Fields;
}

const LIFE = 3 * DAY;
const MOST_ORDERS = 10;
/** Pounds; more is taken by no service here. */
const HEAVIEST = 70;
const SERVICES: Array<[string, number]> = [['USPS Ground Advantage', 620], ['USPS Priority Mail', 985]];
const POUNDS: Record<string, number> = { POUND: 1, OUNCE: 1 / 16, KILOGRAM: 2.2046, GRAM: 0.0022046 };
const SELLER = { fullName: 'Demo Seller', contactAddress: { addressLine1: '2 Sample Road', city: 'Portland', stateOrProvince: 'OR', postalCode: '97201', countryCode: 'US' } };

const quoteOf = (shippingQuoteId: string, request: Fields, now: number): EbayQuote => ({
	shippingQuoteId, request, createdAt: now, expiresAt: now + LIFE, rates: SERVICES.map(([service, cents], index) => ({ rateId: `${shippingQuoteId}-${index + 1}`, service, cents })),
});

const shipmentOf = (quote: EbayQuote, rateId: string, now: number, more: Fields): EbayShipment => ({
	shipmentId: quote.shippingQuoteId.replace(/^70/, '71'), quoteId: quote.shippingQuoteId, rateId, trackingNumber: `94001118${quote.shippingQuoteId}`, createdAt: now, more, isUsed: false,
});

const DEMO = 30;

/** Quotes for the newest orders: two of three wait to be bought, the others have a label. */
export function createLogistics(orders: Map<string, EbayOrder>, now: number): { shippingQuotes: Map<string, EbayQuote>; shipments: Map<string, EbayShipment> } {
	const quotes = [...orders.keys()].slice(0, DEMO).map((orderId, index) => quoteOf(String(7000000001 + index), {
		orders: [{ channel: 'EBAY', orderId }], packageSpecification: { weight: { unit: 'POUND', value: '2' }, dimensions: { unit: 'INCH', length: '10', width: '8', height: '4' } },
	}, now));
	const bought = quotes.filter((_, index) => index % 3 === 2).map((quote) => shipmentOf(quote, quote.rates[0].rateId, now, {}));
	for (const { quoteId, shipmentId } of bought) quotes.find(({ shippingQuoteId }) => shippingQuoteId === quoteId)!.shipmentId = shipmentId;
	return { shippingQuotes: new Map(quotes.map((one) => [one.shippingQuoteId, one])), shipments: new Map(bought.map((one) => [one.shipmentId, one])) };
}

const rateShape = ({ rateId, service, cents }: EbayQuote['rates'][number]): Fields => ({
	rateId, shippingCarrierCode: 'USPS', shippingCarrierName: 'USPS', shippingServiceCode: service.replace(/ /g, ''), shippingServiceName: service, baseShippingCost: amountOf(cents),
	additionalOptions: [{ optionType: 'SIGNATURE', additionalCost: amountOf(290) }],
});

const partiesOf = ({ orders, shipFrom = SELLER, shipTo, packageSpecification }: Fields): Fields => ({ orders, packageSpecification, shipFrom, shipTo: shipTo ?? { fullName: 'Buyer of the order' } });

const quoteShape = ({ shippingQuoteId, request, createdAt, expiresAt, rates }: EbayQuote): Fields => ({
	shippingQuoteId, ...partiesOf(request), creationDate: new Date(createdAt).toISOString(), expirationDate: new Date(expiresAt).toISOString(), rates: rates.map(rateShape), ...(request.shipTo ? { warnings: [entryOf(90135)] } : {}),
});

/** POST /shipping_quote: nothing is bought; an own destination is noted. */
export function createQuote({ state, body, now }: EbayVisit): Answer {
	const { orders, packageSpecification: { weight } } = body as unknown as QuoteRequest;
	if (orders.length > MOST_ORDERS) return failed(409, 90133);
	const unknown = orders.find(({ orderId }) => !state.orders.has(orderId));
	if (unknown) return failed(400, 90110, { orderId: unknown.orderId });
	const pounds = Number(weight.value) * (POUNDS[weight.unit] ?? Number.NaN);
	if (Number.isNaN(pounds)) return failed(400, 90020, { fieldName: 'packageSpecification.weight' });
	if (pounds > HEAVIEST) return failed(409, 90120);
	const quote = quoteOf(serialOf(state, 7050000000), body, now);
	state.shippingQuotes.set(quote.shippingQuoteId, quote);
	return { status: 201, body: quoteShape(quote) };
}

/** GET /shipping_quote/{shippingQuoteId} */
export function getQuote({ state, params }: EbayVisit): Answer {
	const quote = state.shippingQuotes.get(params.shippingQuoteId);
	return quote ? { status: 200, body: quoteShape(quote) } : failed(404, 90005);
}

function shipmentShape({ shipmentId, quoteId, rateId, trackingNumber, createdAt, more, cancelledAt }: EbayShipment, { state, address }: EbayVisit): Fields {
	const quote = state.shippingQuotes.get(quoteId)!;
	const rate = rateShape(quote.rates.find((one) => one.rateId === rateId)!);
	const { additionalOptions: chosen = [], ...label } = more;
	return {
		shipmentId, shipmentTrackingNumber: trackingNumber, creationDate: new Date(createdAt).toISOString(), ...partiesOf(quote.request), returnTo: SELLER, labelSize: '4"x6"', ...label,
		labelDownloadUrl: `${address}/ebay/api.ebay.com/sell/logistics/v1_beta/shipment/${shipmentId}/download_label_file`, rate: { ...rate, additionalOptions: chosen, totalShippingCost: rate.baseShippingCost },
		...(cancelledAt ? { cancellation: { cancellationRequestedDate: new Date(cancelledAt).toISOString(), cancellationStatus: 'REQUESTED' } } : {}),
	};
}

/** POST /shipment/create_from_shipping_quote: a quote is sold once. */
export function buyLabel(visit: EbayVisit): Answer {
	const { state, body, now } = visit;
	const { shippingQuoteId, rateId, ...more } = body as { shippingQuoteId: string; rateId: string };
	const quote = state.shippingQuotes.get(shippingQuoteId);
	if (!quote) return failed(400, 90020, { fieldName: 'shippingQuoteId' });
	if (!quote.rates.some((rate) => rate.rateId === rateId)) return failed(400, 90020, { fieldName: 'rateId' });
	if (quote.shipmentId) return failed(409, 90210);
	if (now > quote.expiresAt) return failed(409, 90200);
	const shipment = shipmentOf(quote, rateId, now, more);
	quote.shipmentId = shipment.shipmentId;
	state.shipments.set(shipment.shipmentId, shipment);
	return { status: 201, body: shipmentShape(shipment, visit) };
}

const inShipment =
	(rule: (visit: EbayVisit, shipment: EbayShipment) => Answer) =>
	(visit: EbayVisit): Answer => {
		const shipment = visit.state.shipments.get(visit.params.shipmentId);
		return shipment ? rule(visit, shipment) : failed(404, 90005);
	};

/** GET /shipment/{shipmentId} */
export const getShipment = inShipment((visit, shipment) => ({ status: 200, body: shipmentShape(shipment, visit) }));

/** GET /shipment/{shipmentId}/download_label_file: there is none any more for a cancelled one. */
export const getLabel = inShipment(({ headers }, { shipmentId, trackingNumber, cancelledAt }) => {
	if (headers.accept !== 'application/pdf') return failed(406, 90005, {}, 'Labels are PDF files');
	if (cancelledAt) return failed(404, 90005);
	return { status: 200, body: Buffer.from(`%PDF-1.4\n% label ${trackingNumber}\n`), headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="label-${shipmentId}.pdf"` } };
});

/** POST /shipment/{shipmentId}/cancel: not after the label was used, and once. */
export const cancelShipment = inShipment((visit, shipment) => {
	if (shipment.isUsed || shipment.cancelledAt) return failed(409, 90260, { shipmentId: shipment.shipmentId });
	shipment.cancelledAt = visit.now;
	return { status: 200, body: shipmentShape(shipment, visit) };
});
