import type { Contract, Member, Members } from '../contract/contracts';
import { isObject, isOf, once, typeOf } from './samples';
import type { Json, SampleRequest, Written } from './samples';

/** Environments of a service that its samples use in place of the production host. */
const HOSTS: Record<string, string> = {
	'api-sandbox.cruxconnect.com': 'api.cruxconnect.com',
	'api-dev.cruxconnect.com': 'api.cruxconnect.com',
	'api.sandbox.ebay.com': 'api.ebay.com',
	'apiz.sandbox.ebay.com': 'apiz.ebay.com',
	'api.whisk-dev.com': 'api.whisk.com',
};

/** Headers of every call, which no contract names. */
const STANDARD = ['accept', 'authorization', 'content-type'];

/** How the credential of a service hands on its kinds of token. */
const SCHEMES: Record<string, Record<string, string>> = {
	crux: { user: 'Token' },
	whisk: { user: 'Bearer', server: 'Token', client: 'Token' },
	ebay: { user: 'Bearer', application: 'Bearer' },
};

const CONTENT_TYPES: Record<string, string> = { form: 'application/x-www-form-urlencoded', multipart: 'multipart/form-data', raw: 'application/octet-stream' };

const FORMS: Record<string, RegExp> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ };

/** What a printed request has and the contract does not, and what the contract demands and the request does without. */
export function requestDifferences(contract: Written, request: SampleRequest): string[] {
	const url = new URL(request.url);
	return once([
		...lineDifferences(contract, request.method, url),
		...queryDifferences(contract.query ?? {}, url.searchParams),
		...headerDifferences(contract, request),
		...(contract.body ? bodyDifferences(contract.body, request.body ?? {}) : isEmpty(request.body) ? [] : [`body of ${Object.keys(request.body as Json).join(', ')}, none in the contract`]),
	]);
}

function lineDifferences({ method, host, path }: Contract, given: string, url: URL): string[] {
	const pattern = new RegExp(`^${path.replace(/[.+]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);
	return [
		...(given === method ? [] : [`method ${given}`]),
		...((HOSTS[url.host] ?? url.host) === host ? [] : [`host ${url.host}`]),
		...(pattern.test(decodeURI(url.pathname)) ? [] : [`path ${url.pathname}`]),
	];
}

const unlisted = ({ enum: listed, openEnum }: Member, values: unknown[]): unknown[] => (listed && !openEnum ? values.filter((value) => !listed.includes(String(value))) : []);

function queryDifferences(members: Members, query: URLSearchParams): string[] {
	const names = once([...query.keys()]);
	const required = Object.keys(members).filter((name) => members[name].required && !names.includes(name));
	return [...names.flatMap((name) => textDifferences(`query ${name}`, members[name], query.getAll(name))), ...required.map((name) => `query ${name}: required, not in the sample`)];
}

function textDifferences(place: string, member: Member | undefined, texts: string[]): string[] {
	if (!member) return [`${place}: not in the contract`];
	const type = (member.type === 'array' ? member.items : member.type) ?? 'string';
	if (member.type !== 'array' && texts.length > 1) return [`${place}: stands ${texts.length} times`];
	if (texts.some((text) => FORMS[type]?.test(text) === false)) return [`${place}: no ${type}`];
	return unlisted(member, texts).map((text) => `${place}: ${String(text)} is not listed`);
}

function headerDifferences(contract: Written, { headers, body }: SampleRequest): string[] {
	const known = Object.keys(contract.header ?? {});
	const given = Object.keys(headers).map((name) => name.toLowerCase());
	const unknown = Object.keys(headers).filter((name) => !STANDARD.includes(name.toLowerCase()) && !known.some((one) => one.toLowerCase() === name.toLowerCase()));
	const missing = known.filter((name) => contract.header![name].required && !given.includes(name.toLowerCase()));
	return [
		...unknown.map((name) => `header ${name}: not in the contract`),
		...missing.map((name) => `header ${name}: required, not in the sample`),
		...schemeDifferences(contract, headers.Authorization),
		...(isEmpty(body) ? [] : contentDifferences(contract, headers['Content-Type'])),
	];
}

/** Many pages print the same call for every GET, with an empty object for a body. */
const isEmpty = (body: unknown): boolean => body === undefined || (isObject(body) && Object.keys(body).length === 0);

function schemeDifferences({ id, token }: Contract, authorization?: string): string[] {
	const scheme = authorization?.split(' ')[0];
	const wanted = token.map((kind) => SCHEMES[id.split(':')[0]][kind]);
	return scheme === undefined || wanted.includes(scheme) ? [] : [`header Authorization: ${scheme} for a ${token.join(' or ') || 'missing'} token`];
}

function contentDifferences({ bodyType }: Written, given?: string): string[] {
	const type = given?.split(';')[0];
	return type === undefined || type === (CONTENT_TYPES[bodyType ?? ''] ?? 'application/json') ? [] : [`header Content-Type: ${type}`];
}

/** Names directly below a prefix such as `a.`, `a[].` or nothing. */
const below = (members: Members, prefix: string): string[] =>
	once(Object.keys(members).filter((name) => name.startsWith(prefix)).map((name) => prefix + name.slice(prefix.length).split('.')[0].replace(/\[\]$/, '')));

/** Members in the notation of the contracts: dot paths, `list[]` for the elements of a list, a bare list under `[]`. */
export function bodyDifferences(members: Members, value: unknown, prefix = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((element) => bodyDifferences(members, element, `${prefix}[].`));
	if (!isObject(value)) return [`body ${prefix}: ${typeOf(value)} where members stand`];
	const missing = below(members, prefix).filter((name) => members[name]?.required && !(name.slice(prefix.length) in value));
	return [...Object.keys(value).flatMap((key) => memberDifferences(members, prefix + key, value[key])), ...missing.map((name) => `body ${name}: required, not in the sample`)];
}

function memberDifferences(members: Members, name: string, value: unknown): string[] {
	const place = `body ${name}`;
	const member = members[name] as Member | undefined;
	const inner = [`${name}.`, `${name}[].`].some((prefix) => Object.keys(members).some((one) => one.startsWith(prefix)));
	if (!member && !inner) return [`${place}: not in the contract`];
	const wrong = member && wrongType(member, value);
	if (wrong) return [`${place}: ${wrong}`];
	const strange = member ? unlisted(member, Array.isArray(value) ? value : [value]).map((one) => `${place}: ${String(one)} is not listed`) : [];
	return value === null || !inner ? strange : [...strange, ...innerDifferences(members, name, value)];
}

const innerDifferences = (members: Members, name: string, value: unknown): string[] =>
	Array.isArray(value) ? value.flatMap((element) => bodyDifferences(members, element, `${name}[].`)) : bodyDifferences(members, value as Json, `${name}.`);

function wrongType({ type, items = 'any', nullable }: Member, value: unknown): string | undefined {
	if (value === null) return nullable ? undefined : `null for ${type}`;
	if (!isOf(type, value)) return `${typeOf(value)} for ${type}`;
	const other = Array.isArray(value) ? value.find((element) => !isOf(items, element)) : undefined;
	return other === undefined ? undefined : `list of ${typeOf(other)} for list of ${items}`;
}
