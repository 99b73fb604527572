// Makes the contract files: node contracts/make.mjs <folder with the *-operations.json files>
// Facts only; no text of the sources is taken over. Running it twice gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlays } from './overlays.mjs';
import { print } from './print.mjs';
import { cruxRecord, ebayRecord, joinPages, sorted, whiskRecord } from './records.mjs';

/** What follows an order: cancellations, returns, inquiries, cases, disputes, labels. */
const ORDERS = [
	...['approveCancellationRequest', 'checkCancellationEligibility', 'createCancellation', 'getCancellation', 'rejectCancellationRequest', 'search'].map((name) => `cancellation.${name}`),
	...['appealCaseDecision', 'getCase', 'search'].map((name) => `case.${name}`),
	...['escalateInquiry', 'getInquiry', 'issueInquiryRefund', 'provideInquiryShipmentInfo', 'search', 'sendInquiryMessage'].map((name) => `inquiry.${name}`),
	...['addShippingLabelInfo', 'createReturnRequest', 'escalateReturn', 'getReturn', 'getReturnFiles', 'getReturnPreferences', 'getShipmentTrackingInfo'].map((name) => `return.${name}`),
	...['issueReturnRefund', 'markReturnReceived', 'processReturnRequest', 'search', 'sendReturnMessage', 'setReturnPreferences', 'uploadReturnFile'].map((name) => `return.${name}`),
	...['acceptPaymentDispute', 'contestPaymentDispute', 'getActivities', 'getPaymentDisputeSummaries', 'getShippingFulfillment', 'updateEvidence'].map((name) => `sell_fulfillment_v1.${name}`),
	...['cancelShipment', 'createFromShippingQuote', 'createShippingQuote', 'downloadLabelFile', 'getShipment', 'getShippingQuote'].map((name) => `sell_logistics_v1.${name}`),
];

/** Operations in the contracts; '*' takes all. */
const SELECTION = {
	crux: '*',
	/** All that is documented in full or in part; what is known by its name only is left out. */
	whisk: 'documented',
	ebay: [
		'buy_marketing_v1_beta.getMerchandisedProducts',
		'commerce_identity_v1.getUser',
		'commerce_media_v1_beta.createVideo',
		'commerce_media_v1_beta.getVideo',
		'commerce_media_v1_beta.uploadVideo',
		'commerce_notification_v1.getTopics',
		'commerce_taxonomy_v1.getCategorySuggestions',
		'commerce_taxonomy_v1.getDefaultCategoryTreeId',
		'commerce_taxonomy_v1.getItemAspectsForCategory',
		'developer_key_management_v1.createSigningKey',
		'sell_account_v1.getFulfillmentPolicies',
		'sell_account_v1.getOptedInPrograms',
		'sell_account_v1.getPaymentPolicies',
		'sell_account_v1.getPrivileges',
		'sell_account_v1.getReturnPolicies',
		'sell_feed_v1.getResultFile',
		...ORDERS,
		'sell_fulfillment_v1.addEvidence',
		'sell_fulfillment_v1.createShippingFulfillment',
		'sell_fulfillment_v1.fetchEvidenceContent',
		'sell_fulfillment_v1.getOrder',
		'sell_fulfillment_v1.getOrders',
		'sell_fulfillment_v1.getPaymentDispute',
		'sell_fulfillment_v1.getShippingFulfillments',
		'sell_fulfillment_v1.issueRefund',
		'sell_fulfillment_v1.uploadEvidenceFile',
		'sell_inventory_v1.bulkCreateOffer',
		'sell_inventory_v1.bulkCreateOrReplaceInventoryItem',
		'sell_inventory_v1.bulkGetInventoryItem',
		'sell_inventory_v1.bulkMigrateListing',
		'sell_inventory_v1.bulkPublishOffer',
		'sell_inventory_v1.bulkUpdatePriceQuantity',
		'sell_inventory_v1.createInventoryLocation',
		'sell_inventory_v1.createOffer',
		'sell_inventory_v1.createOrReplaceInventoryItem',
		'sell_inventory_v1.createOrReplaceInventoryItemGroup',
		'sell_inventory_v1.createOrReplaceProductCompatibility',
		'sell_inventory_v1.createOrReplaceSkuLocationMapping',
		'sell_inventory_v1.deleteInventoryItem',
		'sell_inventory_v1.deleteInventoryItemGroup',
		'sell_inventory_v1.deleteInventoryLocation',
		'sell_inventory_v1.deleteOffer',
		'sell_inventory_v1.deleteProductCompatibility',
		'sell_inventory_v1.deleteSkuLocationMapping',
		'sell_inventory_v1.disableInventoryLocation',
		'sell_inventory_v1.enableInventoryLocation',
		'sell_inventory_v1.getInventoryItem',
		'sell_inventory_v1.getInventoryItemGroup',
		'sell_inventory_v1.getInventoryItems',
		'sell_inventory_v1.getInventoryLocation',
		'sell_inventory_v1.getInventoryLocations',
		'sell_inventory_v1.getListingFees',
		'sell_inventory_v1.getOffer',
		'sell_inventory_v1.getOffers',
		'sell_inventory_v1.getProductCompatibility',
		'sell_inventory_v1.getSkuLocationMapping',
		'sell_inventory_v1.publishOffer',
		'sell_inventory_v1.publishOfferByInventoryItemGroup',
		'sell_inventory_v1.updateInventoryLocation',
		'sell_inventory_v1.updateOffer',
		'sell_inventory_v1.withdrawOffer',
		'sell_inventory_v1.withdrawOfferByInventoryItemGroup',
		'buy_browse_v1.addItem',
		'buy_browse_v1.getItem',
		'buy_browse_v1.getShoppingCart',
		'buy_browse_v1.removeItem',
		'buy_browse_v1.search',
		'buy_browse_v1.updateQuantity',
		'developer_analytics_v1_beta.getRateLimits',
	],
};

/** Domain, category and parameter names of every code the records name. */
function ebayCodes(records, errors) {
	const codes = {};
	for (const { id } of records) {
		for (const rows of Object.values(errors[id.replace('ebay:', '')] ?? {})) {
			for (const [code, { domain, category, message }] of Object.entries(rows)) {
				const parameters = [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
				codes[code] = { domain, category, ...(parameters.length ? { parameters } : {}) };
			}
		}
	}
	return sorted(codes);
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base, patch) {
	const out = { ...base };
	for (const [key, value] of Object.entries(patch)) {
		out[key] = isObject(value) ? merge(base?.[key] ?? {}, value) : key === 'inferred' ? [...new Set([...(base[key] ?? []), ...value])] : value;
	}
	return out;
}

/** Applies the overlays to the records of one service; gives the used ones with their reasons. */
function correct(service, records) {
	const reasons = {};
	let corrected = records;
	for (const { name, reason, operations = [], patch = {}, replace = [], add = [], service: owner } of overlays) {
		if (owner === service) corrected = [...corrected, ...add.map((record) => ({ ...record, overlays: [name] }))];
		const missing = operations.filter((id) => id.startsWith(`${service}:`) && !corrected.some((record) => record.id === id));
		if (missing.length) throw new Error(`Overlay ${name} names unknown operations: ${missing.join(', ')}`);
		corrected = corrected.map((record) => {
			if (!operations.includes(record.id)) return record;
			const base = { ...record, ...Object.fromEntries(replace.map((key) => [key, {}])) };
			return { ...merge(base, patch), overlays: [...(record.overlays ?? []), name] };
		});
		if (owner === service || operations.some((id) => id.startsWith(`${service}:`))) reasons[name] = reason;
	}
	return { records: corrected, reasons };
}

const ORDER = [
	'id',
	'api',
	'version',
	'status',
	'method',
	'host',
	'path',
	'token',
	'scheme',
	'scopes',
	'role',
	'permission',
	'params',
	'query',
	'header',
	'signed',
	'bodyType',
	'body',
	'success',
	'empty204',
	'errors',
	'answerRoot',
	'answer',
	'source',
	'date',
	'certainty',
	'inferred',
	'overlays',
];
const KEPT = new Set(['token', 'success', 'errors', 'answer', 'inferred']);

/** Members in a fixed order, empty ones left out unless they mean something. */
function tidy(record) {
	const empty = (value) => value === undefined || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
	const shown = ORDER.filter((key) => key in record && (KEPT.has(key) || !empty(record[key])));
	return Object.fromEntries(shown.map((key) => [key, ['params', 'query', 'header', 'body'].includes(key) ? sorted(record[key]) : record[key]]));
}

function pick(service, pages) {
	const wanted = SELECTION[service];
	if (wanted === 'documented') return pages.filter(({ certainty }) => certainty !== 'name-only');
	// some operations have two pages: the first one is the public one
	if (wanted === '*') return pages.filter((page, index) => pages.findIndex(({ method, path }) => method === page.method && path === page.path) === index);
	const name = (page) => page.id;
	const found = pages.filter((page) => wanted.includes(name(page)));
	const missing = wanted.filter((entry) => !found.some((page) => name(page) === entry));
	if (missing.length) throw new Error(`Not in the sources of ${service}: ${missing.join(', ')}`);
	return found;
}

/** One record for each route, though several pages may describe it. */
function joined(records) {
	const byId = new Map();
	for (const record of records) byId.set(record.id, byId.has(record.id) ? joinPages(byId.get(record.id), record) : record);
	return [...byId.values()];
}

const folder = process.argv[2];
if (!folder) throw new Error('Usage: node contracts/make.mjs <folder with the *-operations.json files>');
const load = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const makers = { crux: cruxRecord, whisk: whiskRecord, ebay: ebayRecord };
for (const [service, make] of Object.entries(makers)) {
	const { records, reasons } = correct(service, joined(pick(service, load(`${service}-operations.json`)).map(make)));
	const operations = records.map(tidy).sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
	const codes = service === 'ebay' ? { codes: ebayCodes(records, load('ebay-errors.json')) } : {};
	writeFileSync(new URL(`${service}.json`, import.meta.url), print({ service, overlays: reasons, ...codes, operations }));
	console.log(`${service}: ${operations.length} operations`);
}
