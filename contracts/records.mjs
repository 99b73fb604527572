// Turns the pages of each source into records of our own form.

const READ_ON = '2026-11-22';
const CRUX_COMMIT = { id: '4ac7be0', date: '2019-03-29' };

/** The path of an address, its {param} kept; some pages write :param. */
export const pathOf = (url) => (url === null ? '' : new URL(url).pathname.replace(/%7B/gi, '{').replace(/%7D/gi, '}').replace(/:([A-Za-z_]\w*)/g, '{$1}'));

/** An object with its keys in order. */
export const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** One parameter or body member in our form. */
function member({ type, required, enum: values, documented }) {
	const list = /^array<(\w+|\{.*\})>$/.exec(type) ?? /^([\w:]+)\[\]$/.exec(type);
	if (type.startsWith('object<')) return { ...member({ type: 'object', required, documented }) };
	const plain = (name) => ({ enum: 'string', float: 'number', decimal: 'number' })[name.replace(/\(.*\)$/, '')] ?? (/^((object )?\{|[A-Z])/.test(name) ? 'object' : name.replace(/\(.*\)$/, '').split(':')[0]);
	return {
		type: list ? 'array' : plain(type),
		...(list ? { items: plain(list[1]) } : {}),
		...(required === true ? { required: true } : {}),
		...(values?.length && !values.some((value) => /[?*]|\.\.\./.test(value)) ? { enum: values } : {}),
		...(documented === false ? { documented: false } : {}),
	};
}

/** Members by path; a list's elements stand under `list[].`. */
const members = (list, key) => sorted(Object.fromEntries(list.map((entry) => [entry[key].replace(/\[\]$/, ''), member(entry)])));

/** How a body is written when it is not JSON. */
const bodyTypeOf = (contentType = '') => ({ 'multipart/form-data': 'multipart', 'application/octet-stream': 'raw' })[contentType] ?? '';

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

/** Lists whose type names the members of their elements. */
const inElements = (field) => [field, ...(/^array<\{(.*)\}>$/.exec(field.type)?.[1].split(',') ?? []).map((name) => ({ path: `${field.path}[].${name}`, type: 'string', requiredBasis: 'inferred: an attribute is a name and a value' }))];

/** A page of the Crux documentation. */
export function cruxRecord(page) {
	const fields = (page.body?.fields ?? []).flatMap(inElements);
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
		permission: [...page.permissions.documented, ...page.permissions.inferred].map((name) => name.replace(/ \(.*\)$/, '')),
		params: members(page.pathParams, 'name'),
		query: members(page.queryParams, 'name'),
		bodyType: bodyTypeOf(page.body?.contentType),
		body: members(bodyFields, 'path'),
		success: statuses,
		empty204: statuses.includes(204),
		errors: sorted(Object.fromEntries(page.errors.map(({ status }) => [status, []]))),
		answerRoot: page.exampleResponseKeys.some((key) => key.startsWith('[].')) ? 'array' : '',
		answer: topFields(page.exampleResponseKeys),
		source: `${page.sourceFile}@${CRUX_COMMIT.id}`,
		date: CRUX_COMMIT.date,
		certainty: 'full',
		inferred: [...fields.filter(guessed).map(({ path }) => `body.${path}.required`), ...page.permissions.inferred.map((name) => `permission.${name.replace(/ \(.*\)$/, '')}`)],
	};
}

/** The zero value of an enum stands on some pages; nobody may send it. */
const withoutZero = (list) => list.map((entry) => (entry.enum ? { ...entry, enum: entry.enum.filter((value) => !/_INVALID$/.test(value)) } : entry));

/** Two pages of one route as one record: what only one of them requires is not required, what one leaves open is open. */
export function joinPages(first, second) {
	const joined = { ...first, errors: { ...second.errors, ...first.errors }, answer: { ...second.answer, ...first.answer }, inferred: [...new Set([...first.inferred, ...second.inferred])] };
	for (const place of ['query', 'body']) {
		const both = sorted({ ...second[place], ...first[place] });
		joined[place] = Object.fromEntries(Object.entries(both).map(([name, entry]) => [name, joinMembers(name, entry, first[place][name], second[place][name])]));
	}
	return { ...joined, certainty: [first, second].some(({ certainty }) => certainty === 'partial') ? 'partial' : 'full' };
}

/** What stands inside an object is required of those who send the object. */
function joinMembers(name, { required, enum: _, ...entry }, one, other) {
	const values = one?.enum && other?.enum ? [...new Set([...one.enum, ...other.enum])] : !(one && other) ? (one ?? other).enum : undefined;
	return { ...entry, ...(required && (name.includes('.') || (one?.required && other?.required)) ? { required } : {}), ...(values ? { enum: values } : {}) };
}

/** A page of the Whisk documentation. */
export function whiskRecord(page) {
	const status = page.success ? Number(page.success.status) : 200;
	return {
		id: `whisk:${page.method} ${pathOf(page.url)}`,
		api: page.group,
		version: page.apiVersion,
		method: page.method,
		host: page.host,
		path: pathOf(page.url),
		token: page.auth.tokens.filter((kind) => kind !== 'none'),
		scopes: page.auth.scope ? [page.auth.scope] : [],
		params: members(page.pathParams, 'name'),
		query: members(withoutZero(page.queryParams), 'name'),
		body: members(withoutZero(page.bodyFields), 'name'),
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

/** An operation of eBay's contracts. */
export function ebayRecord(page) {
	const at = (place) => page.params.filter((parameter) => parameter.in === place && parameter.name !== 'Content-Type');
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
		scheme: page.authScheme === 'Bearer' ? '' : (page.authScheme ?? ''),
		scopes: page.scopes,
		status: page.status.startsWith('retired') ? 'retired' : page.limitedRelease ? 'limited' : '',
		params: members(at('path'), 'name'),
		query: members(at('query'), 'name'),
		header: members(at('header'), 'name'),
		signed: page.digitalSignature,
		bodyType: bodyTypeOf(page.body?.contentType),
		body: members(page.body?.fields ?? [], 'path'),
		success: page.success.codes.map(Number),
		empty204: page.success.codes.includes('204'),
		errors: sorted(
			Object.fromEntries([
				...page.otherStatus.map((status) => [status, []]),
				...Object.entries(page.errorCodes).map(([status, codes]) => [status, codes.map(Number)]),
			]),
		),
		answer: Object.fromEntries(page.success.topFields.map(({ name, type }) => [name, /\[\]$/.test(type) ? 'array' : type.split(':')[0]])),
		source,
		date: date ?? READ_ON,
		certainty: 'full',
		inferred: [],
	};
}
