import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isBlank, toBoolean, toEntries, toInteger, toObject } from './checks';
import type { Shape } from './output';
import type { PoolOptions } from './pool';
import { RETRY_LIMITS } from './retry';
import type { RetryLimits } from './retry';
import { labelled } from './members';
import { FieldProblem } from './problem';
import { isBodyJson, isInBody, readValues } from './read';
import { at, guarded, refusal } from './refusal';
import { buildRequest, getPath } from './request';
import type { Extra } from './request';
import { notConnected } from './signIns';
import type { Api, ApiVersion, Failure, Fields, HttpRequest, Operation, Result, Unit, Values } from './types';

/** Seconds to wait for an answer; files take longer. */
const TIMEOUT = 60;
const UPLOAD_TIMEOUT = 300;

/** All that is needed to run one item, read and checked. */
export interface Plan {
	/** Where it stands in the input. */
	unit: Unit;
	values: Values;
	/** The request as the fields make it, and with what paging or a kept record adds to it. */
	base: HttpRequest;
	request: (extra: Extra) => HttpRequest;
	/** A read of another route with the same values, and some more. */
	sibling: (route: string, more?: Values, version?: string, extra?: Extra, host?: string) => HttpRequest;
	/** The plan of one of several steps: another row, with values of its own and the settings of this one. */
	step: (name: string, row: Operation, values: Values) => Result<Plan>;
	/** The request of the first try, where the record that it keeps was read a moment ago. */
	first?: HttpRequest;
	/** The values, and those that stand in a body of the user's own. */
	known: Values;
	shape: Shape;
	limit?: number;
	version?: string;
	kind?: string;
	failOnWarnings: boolean;
	/** Only show the request. */
	dryRun: boolean;
	/** What is not given is kept as it is. */
	keepOthers: boolean;
	/** What would change nothing is not sent. */
	compareFirst: boolean;
	/** A value is still to be looked up: the base shows a note in its place. */
	isLookedUp: boolean;
	/** How long to wait for a job, and how often to ask, in milliseconds. */
	wait?: { limit: number; interval: number };
}

/** Reads and checks everything one item says; sends nothing. */
export function planItem(context: IExecuteFunctions, api: Api, operation: Operation, credentials: IDataObject, unit: Unit): Result<Plan> {
	const itemIndex = unit.item;
	if (unit.refused) return { ok: false, failure: unit.refused };
	const version = versionOf(context, api, itemIndex);
	const suited = checkVersion(api, operation, unit, version) ?? checkKind(api, operation, credentials) ?? (operation.open ? undefined : notConnected(api, credentials));
	if (suited) return { ok: false, failure: suited };
	const read = readValues(context, operation, credentials, unit, version);
	if (!read.ok) return read;
	const common = guarded('Options', unit, () => readCommon(context, operation, itemIndex));
	if (!common.ok) return common;
	const { ownBody, wholeBody } = common.value;
	const given = Object.entries(operation.fields).map(([name, { control }]): [string, unknown] => [control.displayName, read.value[name]]);
	const zero = checkZero(api, [...given, ['JSON Body', wholeBody], ['Additional Body Fields (JSON)', ownBody]], itemIndex);
	if (zero) return { ok: false, failure: zero };
	return planOf({ api, credentials, unit, version }, operation, read.value, common.value);
}

/** What all requests of an item have in common. */
type Around = { api: Api; credentials: IDataObject; version?: string } & Pick<Plan, 'unit'>;

/** The plan of an item whose values are checked. */
function planOf(around: Around, operation: Operation, values: Values, common: ReturnType<typeof readCommon>): Result<Plan> {
	const { api, credentials, unit, version } = around;
	const { ownBody, wholeBody, timeout, ...rest } = common;
	const { route, host, fields, encoding, binary, fixed, mask } = operation;
	const prefixOf = (wanted?: string) => api.versions?.find(({ value }) => value === (wanted ?? version))?.prefix ?? '';
	const request = (extra: Extra, used = values) => buildRequest(api, credentials, { route, host, fields, encoding, binary, fixed, mask }, used, { ...extra, wholeBody, ownBody }, prefixOf(), timeout);
	const known = wholeBody ? { ...inBody(fields, wholeBody), ...values } : values;
	const sibling = (other: string, more: Values = {}, wanted?: string, extra: Extra = {}, at = host) => buildRequest(api, credentials, { route: other, host: at, fields: {} }, { ...known, ...more }, extra, prefixOf(wanted), timeout);
	const step = (name: string, row: Operation, own: Values) => planOf(around, row, own, { ...common, wholeBody: undefined, ownBody: ownBody?.[name] as IDataObject | undefined, failOnWarnings: false, shape: { simplify: false, omit: [] } });
	// Built here, so that an address that cannot be built is found before anything is sent.
	const isLookedUp = isToBeLookedUp(operation, values);
	const base = guarded('Credential', unit, () => request({}, isLookedUp ? { ...values, [operation.lookUp!.fills]: LOOKED_UP } : values));
	if (!base.ok) return base;
	return { ok: true, value: { ...rest, unit, isLookedUp, values, known, base: base.value, request, sibling, step, version, kind: chosenKind(operation, values) ?? kindOf(api, operation, credentials) } };
}

/** Stands in a request for what is not known before the look-up. */
export const LOOKED_UP = '(looked up)';

const isToBeLookedUp = ({ lookUp }: Operation, values: Values): boolean => lookUp !== undefined && values[lookUp.fills] === undefined && (lookUp.for?.some((name) => getPath(values, name) !== undefined) ?? true);

/** What a body of the user's own holds for each field. */
const inBody = (fields: Fields, written: IDataObject): Values =>
	Object.fromEntries(Object.entries(fields).flatMap(([name, { place }]) => (place.in === 'body' && 'name' in place && place.name ? [[name, getPath(written, place.name)]] : [])));

/** The chosen API version, where there are several. */
export const versionOf = (context: IExecuteFunctions, { versions }: Api, itemIndex: number): string | undefined => (versions ? String(context.getNodeParameter('apiVersion', itemIndex, versions[0].value)) : undefined);

/** The versions an operation exists in, newest first. */
export function versionsOf({ versions = [] }: Api, { since, until }: Pick<Operation, 'since' | 'until'>): ApiVersion[] {
	const at = (name: string | undefined, otherwise: number) => (name === undefined ? otherwise : versions.findIndex(({ value }) => value === name));
	return versions.slice(at(until, 0), at(since, versions.length - 1) + 1);
}

/** Refuses what the chosen API version does not have. */
export function checkVersion(api: Api, operation: Pick<Operation, 'name' | 'since' | 'until'>, unit: Unit | undefined, version?: string): Failure | undefined {
	const { versions } = api;
	const fit = versionsOf(api, operation);
	if (!versions || fit.some(({ value }) => value === version)) return undefined;
	const chosen = versions.find(({ value }) => value === version);
	if (!chosen) return refusal(`'API Version' does not know "${version}"${at(unit)}`, `Use one of: ${versions.map(({ value }) => value).join(', ')}.`);
	return refusal(`${operation.name} needs ${fit[0].name}: it does not exist in ${chosen.name}${at(unit)}`, `Set 'API Version' to ${fit[0].name}.`);
}

/** The kind of token that the user chose, where that can be done. */
const chosenKind = ({ fields }: Operation, values: Values): string | undefined => {
	const name = Object.keys(fields).find((one) => fields[one].place.in === 'token');
	return name && (values[name] as string);
};

/** The kind of token that a call gets: the best one that the credential can give. */
export const kindOf = (api: Api, { tokens }: Pick<Operation, 'tokens'>, credentials: IDataObject): string | undefined => {
	const given = api.kinds?.(credentials);
	return tokens?.find((kind) => given?.includes(kind));
};

/** Why a credential cannot serve a call, if it cannot. */
export function checkKind(api: Api, { name, tokens }: Pick<Operation, 'name' | 'tokens'>, credentials: IDataObject): Failure | undefined {
	if (!tokens || !api.kinds || kindOf(api, { tokens }, credentials)) return undefined;
	return refusal(`${name} needs a ${tokens.join(' or ')} token, which this ${api.name} credential does not give`, api.kindHelp?.(tokens));
}

const leavesOf = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value]);

function checkZero({ name, zeroWord }: Api, given: Array<[string, unknown]>, itemIndex: number) {
	if (!zeroWord) return undefined;
	for (const [label, value] of given) {
		const found = leavesOf(value).find((leaf) => typeof leaf === 'string' && zeroWord.test(leaf));
		if (found) return refusal(`'${label}' holds "${String(found)}" [item ${itemIndex}]`, `${name} gives this word where nothing was said; it cannot be sent. Leave it out, or give another one.`);
	}
	return undefined;
}

function readCommon(context: IExecuteFunctions, operation: Operation, itemIndex: number) {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	// n8n throws for a parameter that is not shown, unless it is told what stands for it.
	const given = (name: string) => context.getNodeParameter(name, itemIndex, null) ?? undefined;
	const isOn = (label: string, value: unknown) => labelled(label, () => toBoolean(value));
	const count = (label: string, value: unknown, max = Number.MAX_SAFE_INTEGER) => labelled(label, () => toInteger(value, 1, max));
	const { list, job, compare, encoding, effect } = operation;
	const all = list ? isOn('Return All', given('returnAll') ?? false) : true;
	return {
		shape: readShape(operation, given, options),
		limit: all ? undefined : count('Limit', given('limit') ?? 50),
		failOnWarnings: isOn('Fail on Warnings', options.failOnWarnings ?? false),
		dryRun: effect !== 'read' && isOn('Dry Run', options.dryRun ?? false),
		// members that no field knows cannot be compared
		compareFirst: compare !== undefined && isBlank(options.additionalBodyFields) && isOn('Compare First', given('compareFirst') ?? false),
		keepOthers: keepsRecords(operation) && isOn('Keep Other Fields', given('keepOtherFields') ?? true),
		wait: job && isOn('Wait for Completion', given('waitForCompletion') ?? true)
			? { limit: count('Wait at Most (Minutes)', options.maxJobTime ?? 10, 1440) * 60_000, interval: count('Check Every (Seconds)', options.checkEvery ?? 5, 3600) * 1000 }
			: undefined,
		wholeBody: isBodyJson(context, operation, itemIndex) ? labelled('JSON Body', () => toObject(given('bodyJson')) as IDataObject) : undefined,
		ownBody: isBlank(options.additionalBodyFields) ? undefined : labelled('Additional Body Fields (JSON)', () => ownMembers(operation, toObject(options.additionalBodyFields) as IDataObject)),
		timeout: count('Timeout (Seconds)', options.timeout ?? (['multipart', 'raw', 'base64'].includes(encoding ?? '') ? UPLOAD_TIMEOUT : TIMEOUT), 3600) * 1000,
	};
}

/** Whether a record that is replaced keeps what is not given. */
export const keepsRecords = ({ merge, steps }: Pick<Operation, 'merge' | 'steps'>): boolean => merge !== undefined || (steps?.writes.some(({ make }) => make.merge) ?? false);

/** Members of the user's own; of several steps, those of each under its name. @throws FieldProblem */
function ownMembers({ steps }: Operation, given: IDataObject): IDataObject {
	const names = steps?.writes.filter(({ make }) => Object.values(make.fields).some(isInBody)).map(({ name }) => name) ?? [];
	const wrong = steps && Object.keys(given).find((name) => !names.includes(name));
	if (wrong !== undefined) throw new FieldProblem(`does not say what "${wrong}" belongs to`, `Put members under the name of their step: ${names.join(', ')}.`);
	return given;
}

/** What the user wants of the answer; AI agents choose by a parameter of their own. */
function readShape({ outputs, simplify, binary, embedded, job, picture, omit = [] }: Operation, given: (name: string) => unknown, { imageField }: IDataObject): Shape {
	const detail = simplify && given('detail');
	const output = outputs ? String(given('output')) : undefined;
	const chosen = outputs?.find(({ value }) => value === output);
	return {
		output, rows: chosen?.rows, omit: [...omit, ...(chosen?.omit ?? [])],
		simplify: simplify ? (detail === undefined ? labelled('Simplify', () => toBoolean(given('simplify') ?? true)) : detail === 'simplified') : false,
		only: detail === 'selected' ? (toEntries(given('fieldsToReturn') ?? '') as string[]) : undefined,
		binaryProperty: binary || embedded || job ? String(given('binaryProperty') ?? 'data') : picture && !isBlank(imageField) ? String(imageField).trim() : undefined,
	};
}

export interface RunSettings {
	pool: Pick<PoolOptions, 'concurrency' | 'interval'>;
	limits: RetryLimits;
	/** Most items in one call. */
	batchSize: number;
	/** What to hand on of a run over many rows. */
	report: 'all' | 'failures' | 'summary';
}

/** How the items of this run are sent and reported; read once, from the first item. */
export function runSettings(context: IExecuteFunctions, { gather }: Operation): RunSettings {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const number = (value: unknown, fallback: number, min: number, max: number) => (isBlank(value) ? fallback : Math.min(max, Math.max(min, Math.trunc(Number(value)) || min)));
	const { tries, runWait } = RETRY_LIMITS;
	return {
		pool: { concurrency: number(options.concurrency, 5, 1, 50), interval: number(options.requestInterval, 0, 0, 60_000) },
		limits: { ...RETRY_LIMITS, tries: number(options.maxTries, tries, 1, tries), runWait: number(options.maxWait, runWait / 60_000, 0, 1440) * 60_000 },
		batchSize: gather ? number(options.batchSize, gather.max, 1, gather.max) : 1,
		report: gather ? (context.getNodeParameter('report', 0, 'all') as RunSettings['report']) : 'all',
	};
}
