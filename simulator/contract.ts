import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Fields, Member, Members, Operation, Problem, SimulatedRequest } from './types';

interface Schema {
	type?: string | string[];
	items?: Schema;
	enum?: unknown[];
	properties?: Record<string, Schema>;
	required?: string[];
	additionalProperties?: boolean;
}

export type Checked = { query: Fields; body: Fields } | { problem: Problem };

export type Check = (request: SimulatedRequest) => Checked;

const ajv = new Ajv({ strict: false });

function memberSchema({ type, items, enum: values, openEnum, nullable }: Member): Schema {
	const limits = values && !openEnum ? { enum: nullable ? [...values, null] : values } : {};
	if (type === 'array') return { type, items: { ...(items ? { type: items } : {}), ...limits } };
	if (type === 'any') return limits;
	if (type === 'binary') return { type: 'object' };
	return { type: nullable ? [type, 'null'] : type, ...limits };
}

const emptyObject = (): Schema => ({ type: 'object', properties: {}, required: [], additionalProperties: false });

/** The schema of one name on the way down; `name[]` stands for the elements of a list. */
function childOf(parent: Schema, segment: string): Schema {
	const name = segment.replace(/\[\]$/, '');
	const properties = (parent.properties ??= {});
	const known = properties[name]?.properties || properties[name]?.items?.properties ? properties[name] : undefined;
	if (segment === name) return (properties[name] = known ?? emptyObject());
	const list = (properties[name] = known ?? { type: 'array', items: emptyObject() });
	return list.items!;
}

/** The schema of a body whose members stand as dot paths, shorter paths before the longer ones below them. */
function bodySchema(members: Members): Schema {
	const elements = Object.entries(members).filter(([path]) => path.startsWith('[].'));
	if (elements.length > 0) return { type: 'array', items: bodySchema(Object.fromEntries(elements.map(([path, member]) => [path.slice(3), member]))) };
	const root = emptyObject();
	for (const [path, member] of Object.entries(members)) {
		const names = path.split('.');
		const last = names.pop()!;
		const parent = names.reduce(childOf, root);
		(parent.properties ??= {})[last] ??= memberSchema(member);
		if (member.required) parent.required?.push(last);
	}
	return root;
}

function problemOf(error: ErrorObject): Problem {
	const at = error.instancePath.slice(1).replace(/\//g, '.');
	const below = (name: string) => (at === '' ? name : `${at}.${name}`);
	const details = error.params as Record<string, unknown>;
	switch (error.keyword) {
		case 'required':
			return { kind: 'missing', place: 'body', name: below(String(details.missingProperty)) };
		case 'additionalProperties':
			return { kind: 'unknown-member', place: 'body', name: below(String(details.additionalProperty)) };
		case 'enum':
			return { kind: 'not-allowed', place: 'body', name: at, allowed: (details.allowedValues as unknown[]).map(String) };
		default:
			return { kind: 'wrong-type', place: 'body', name: at, expected: String(details.type) };
	}
}

const FORMS: Record<string, RegExp> = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ };

function convert(text: string, type: string): unknown {
	if (type === 'integer' || type === 'number') return Number(text);
	return type === 'boolean' ? text === 'true' : text;
}

/** Query parameters by the contract: known, present where required, of the right type. */
function checkQuery(members: Members, query: Record<string, string[]>): { values: Fields } | { problem: Problem } {
	const values: Fields = {};
	for (const [name, texts] of Object.entries(query)) {
		const member = Object.hasOwn(members, name) ? members[name] : undefined;
		if (!member) return { problem: { kind: 'unknown-member', place: 'query', name } };
		const isList = member.type === 'array';
		const type = (isList ? member.items : member.type) ?? 'string';
		if ((!isList && texts.length > 1) || texts.some((text) => FORMS[type]?.test(text) === false)) {
			return { problem: { kind: 'wrong-type', place: 'query', name, expected: isList ? `array of ${type}` : type } };
		}
		const allowed = member.openEnum ? undefined : member.enum;
		if (allowed && texts.some((text) => !allowed.includes(text))) return { problem: { kind: 'not-allowed', place: 'query', name, allowed } };
		values[name] = isList ? texts.map((text) => convert(text, type)) : convert(texts[0], type);
	}
	const missing = Object.keys(members).find((name) => members[name].required && !(name in values));
	return missing ? { problem: { kind: 'missing', place: 'query', name: missing } } : { values };
}

function readForm(raw: Buffer): Fields {
	return Object.fromEntries(new URLSearchParams(raw.toString('utf8')));
}

function readJson(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8'));
	} catch {
		return undefined;
	}
}

const CONTENT_TYPES: Record<NonNullable<Operation['bodyType']> | 'json', string> = {
	json: 'application/json', form: 'application/x-www-form-urlencoded', multipart: 'multipart/form-data', raw: '',
};

function checkBody(operation: Operation, validate: ValidateFunction | undefined, request: SimulatedRequest): { body: Fields } | { problem: Problem } {
	const { raw, headers, method } = request;
	if (operation.bodyType === 'raw') return { body: {} };
	if (!validate) {
		const isNothing = raw.length === 0 || (method === 'DELETE' && raw.toString('utf8').trim() === '{}');
		return isNothing ? { body: {} } : { problem: { kind: 'unexpected-body' } };
	}
	const expected = CONTENT_TYPES[operation.bodyType ?? 'json'];
	const given = (headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	if (raw.length > 0 && given !== expected) return { problem: { kind: 'content-type', expected } };
	const body = request.form ?? (raw.length === 0 ? {} : operation.bodyType === 'form' ? readForm(raw) : readJson(raw));
	if (body === undefined) return { problem: { kind: 'unreadable-body' } };
	if (validate(body)) return { body: body as Fields };
	const [error] = validate.errors ?? [];
	return { problem: problemOf(error) };
}

/** Makes the check of one operation, once; it says how a request breaks the contract or gives its typed values. */
export function compileCheck(operation: Operation): Check {
	const query = operation.query ?? {};
	const headers = Object.entries(operation.header ?? {}).filter(([, { required }]) => required);
	const validate = operation.body ? ajv.compile(bodySchema(operation.body)) : undefined;
	return (request) => {
		const absent = headers.find(([name]) => !request.headers[name.toLowerCase()]?.trim());
		if (absent) return { problem: { kind: 'missing', place: 'header', name: absent[0] } };
		const inQuery = checkQuery(query, request.query);
		if ('problem' in inQuery) return inQuery;
		const inBody = checkBody(operation, validate, request);
		return 'problem' in inBody ? inBody : { query: inQuery.values, body: inBody.body };
	};
}

/** A problem in plain words. */
export function describe(problem: Problem): string {
	switch (problem.kind) {
		case 'unknown-route':
			return problem.hint ?? 'No such address';
		case 'wrong-method':
			return `Method not allowed here; allowed: ${problem.allowed.join(', ')}`;
		case 'content-type':
			return `The body must be sent as ${problem.expected}`;
		case 'unreadable-body':
			return 'The body cannot be read';
		case 'unexpected-body':
			return 'This call takes no body';
		case 'missing':
			return `Required but missing in the ${problem.place}: ${problem.name}`;
		case 'unknown-member':
			return `Unknown in the ${problem.place}: ${problem.name}`;
		case 'wrong-type':
			return `Wrong type in the ${problem.place}: ${problem.name || 'body'} must be ${problem.expected}`;
		case 'not-allowed':
			return `Value not allowed in the ${problem.place}: ${problem.name} must be one of ${problem.allowed.join(', ')}`;
	}
}
