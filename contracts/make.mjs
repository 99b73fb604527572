// Makes the contract files: node contracts/make.mjs <folder with the *-operations.json files>
// Facts only; no text of the sources is taken over. Running it twice gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlays } from './overlays.mjs';
import { print } from './print.mjs';

/** Operations in the contracts. Crux without the /timp prefix: both versions are taken where they exist. */
const SELECTION = {
	crux: [
		'POST /organizations/user-login/',
		'GET /organizations/',
		'GET /products/inventory-lists/',
		'GET /products/inventory-lists/{inventory_list_uuid}/',
		'POST /products/inventory-lists/{inventory_list_uuid}/remove-items/',
		'GET /products/items/{item_uuid}/',
		'GET /products/skus/',
		'GET /products/skus/{sku_uuid}/',
		'POST /products/skus/inventory/',
		'POST /orders/',
		'GET /orders/{order_uuid}/',
		'DELETE /orders/items/cancel/{order_item_uuid}/',
	],
	whisk: ['GET /list/v2', 'GET /list/v2/{id}', 'DELETE /list/v2/{list_id}/item/{item_id}', 'GET /user/v2/me', 'GET /recipe/v2/get'],
	ebay: [
		'buy_browse_v1.addItem',
		'buy_browse_v1.getItem',
		'buy_browse_v1.getShoppingCart',
		'buy_browse_v1.removeItem',
		'buy_browse_v1.updateQuantity',
		'developer_analytics_v1_beta.getRateLimits',
	],
};

const READ_ON = '2026-11-22';
const CRUX_COMMIT = { id: '4ac7be0', date: '2019-03-29' };

const bare = (path) => path.replace(/^\/timp(?=\/)/, '');

const pathOf = (url) => (url === null ? '' : new URL(url).pathname.replace(/%7B/gi, '{').replace(/%7D/gi, '}'));

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One parameter or body member in our form. */
function member({ type, required, enum: values, documented }) {
	const list = /^array<(\w+)>$/.exec(type) ?? /^(\w+)\[\]$/.exec(type);
	const plain = (name) => ({ enum: 'string', float: 'number' })[name] ?? name.split(':')[0];
	return {
		type: list ? 'array' : plain(type),
		...(list ? { items: plain(list[1]) } : {}),
		...(required === true ? { required: true } : {}),
		...(values?.length && !values.some((value) => /[?*]|\.\.\./.test(value)) ? { enum: values } : {}),
		...(documented === false ? { documented: false } : {}),
	};
}

const members = (list, key) => sorted(Object.fromEntries(list.map((entry) => [entry[key], member(entry)])));

/** Top members of an answer, from paths such as "orders[].uuid" or "user.{id,email}". */
function topFields(paths) {
	const answer = {};
	for (const path of paths) {
		const [, name, list, deeper] = /^(?:\[\]\.)?([\w-]+)(\[\])?(\.)?/.exec(path) ?? [];
		if (!name) continue;
		const type = list ? 'array' : deeper ? 'object' : 'any';
		if (!answer[name] || answer[name] === 'any') answer[name] = type;
	}
	return answer;
}

function cruxRecord(page) {
	const fields = page.body?.fields ?? [];
	const guessed = (field) => field.requiredBasis?.startsWith('inferred') ?? false;
	const bodyFields = fields.map((field) => ({ ...field, required: field.required === true || guessed(field) }));
	const statuses = page.success.map(({ status }) => status);
	return {
		id: `crux:${page.method} ${page.path}`,
		api: 'crux',
		version: page.version,
		method: page.method,
		host: 'api.cruxconnect.com',
		path: page.path,
		token: page.authRequired ? ['user'] : [],
		role: page.role,
		permission: [...page.permissions.documented, ...page.permissions.inferred],
		params: members(page.pathParams, 'name'),
		query: members(page.queryParams, 'name'),
		body: members(bodyFields, 'path'),
		success: statuses,
		empty204: statuses.includes(204),
		errors: sorted(Object.fromEntries(page.errors.map(({ status }) => [status, []]))),
		answerRoot: page.exampleResponseKeys.some((key) => key.startsWith('[].')) ? 'array' : '',
		answer: topFields(page.exampleResponseKeys),
		source: `${page.sourceFile}@${CRUX_COMMIT.id}`,
		date: CRUX_COMMIT.date,
		certainty: 'full',
		inferred: [...fields.filter(guessed).map(({ path }) => `body.${path}.required`), ...page.permissions.inferred.map((name) => `permission.${name}`)],
	};
}

function whiskRecord(page) {
	const status = page.success ? Number(page.success.status) : 200;
	return {
		id: `whisk:${page.method} ${pathOf(page.url)}`,
		api: page.group,
		version: page.apiVersion,
		method: page.method,
		host: page.host,
		path: pathOf(page.url),
		token: page.auth.tokens,
		scopes: page.auth.scope ? [page.auth.scope] : [],
		params: members(page.pathParams, 'name'),
		query: members(page.queryParams, 'name'),
		body: members(page.bodyFields, 'name'),
		success: [status],
		empty204: false,
		errors: sorted(Object.fromEntries(page.errors.map(({ status: code, codes }) => [code, codes ?? []]))),
		answer: topFields(page.success?.fields ?? []),
		source: page.sourceUrls.find((url) => url.startsWith('https:')) ?? page.sourceUrls[0],
		date: READ_ON,
		certainty: page.certainty,
		inferred: page.inferred,
	};
}

function ebayRecord(page) {
	const at = (place) => page.params.filter((parameter) => parameter.in === place);
	const [, source, date] = /^(.*?)(?: specs)?(?: \((.*)\))?$/.exec(page.source);
	const kinds = { clientCredentials: 'application', authorizationCode: 'user' };
	return {
		id: `ebay:${page.id}`,
		api: page.api,
		version: page.version,
		method: page.method,
		host: page.host,
		path: page.basePath + page.path,
		token: page.flows.map((flow) => kinds[flow]).sort(),
		scopes: page.scopes,
		status: page.status.startsWith('retired') ? 'retired' : '',
		params: members(at('path'), 'name'),
		query: members(at('query'), 'name'),
		header: members(at('header'), 'name'),
		body: members(page.body?.fields ?? [], 'path'),
		success: page.success.codes.map(Number),
		empty204: page.success.codes.includes('204'),
		errors: sorted(Object.fromEntries([...page.otherStatus.map((status) => [status, []]), ...Object.entries(page.errorCodes).map(([status, codes]) => [status, codes.map(Number)])])),
		answer: Object.fromEntries(page.success.topFields.map(({ name, type }) => [name, /\[\]$/.test(type) ? 'array' : type.split(':')[0]])),
		source,
		date: date ?? READ_ON,
		certainty: 'full',
		inferred: [],
	};
}

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

const ORDER = ['id', 'api', 'version', 'status', 'method', 'host', 'path', 'token', 'scopes', 'role', 'permission', 'params', 'query', 'header', 'bodyType', 'body', 'success', 'empty204', 'errors', 'answerRoot', 'answer', 'source', 'date', 'certainty', 'inferred', 'overlays'];
const KEPT = new Set(['token', 'success', 'errors', 'answer', 'inferred']);

/** Members in a fixed order, empty ones left out unless they mean something. */
function tidy(record) {
	const empty = (value) => value === undefined || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);
	const shown = ORDER.filter((key) => key in record && (KEPT.has(key) || !empty(record[key])));
	return Object.fromEntries(shown.map((key) => [key, ['params', 'query', 'header', 'body'].includes(key) ? sorted(record[key]) : record[key]]));
}

function pick(service, pages) {
	const wanted = SELECTION[service];
	const name = { crux: (page) => `${page.method} ${bare(page.path)}`, whisk: (page) => `${page.method} ${pathOf(page.url)}`, ebay: (page) => page.id }[service];
	const found = pages.filter((page) => wanted.includes(name(page)));
	const missing = wanted.filter((entry) => !found.some((page) => name(page) === entry));
	if (missing.length) throw new Error(`Not in the sources of ${service}: ${missing.join(', ')}`);
	return found;
}

const folder = process.argv[2];
if (!folder) throw new Error('Usage: node contracts/make.mjs <folder with the *-operations.json files>');
const load = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const makers = { crux: cruxRecord, whisk: whiskRecord, ebay: ebayRecord };
for (const [service, make] of Object.entries(makers)) {
	const { records, reasons } = correct(service, pick(service, load(`${service}-operations.json`)).map(make));
	const operations = records.map(tidy).sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
	const codes = service === 'ebay' ? { codes: ebayCodes(records, load('ebay-errors.json')) } : {};
	writeFileSync(new URL(`${service}.json`, import.meta.url), print({ service, overlays: reasons, ...codes, operations }));
	console.log(`${service}: ${operations.length} operations`);
}
