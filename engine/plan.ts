import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { toBoolean, toInteger, toObject, isBlank } from './checks';
import type { Shape } from './output';
import type { PoolOptions } from './pool';
import { RETRY_LIMITS } from './retry';
import type { RetryLimits } from './retry';
import { guarded, labelled, readValues, refusal } from './read';
import { buildRequest } from './request';
import type { Extra } from './request';
import type { Api, HttpRequest, Operation, Result, Values } from './types';

/** All that is needed to run one item, read and checked. */
export interface Plan {
	values: Values;
	request: (extra: Extra) => HttpRequest;
	shape: Shape;
	limit?: number;
	version?: string;
	kind?: string;
	failOnWarnings: boolean;
	/** Only show the request. */
	dryRun: boolean;
}

/** Reads and checks everything one item says; sends nothing. */
export function planItem(context: IExecuteFunctions, api: Api, operation: Operation, credentials: IDataObject, itemIndex: number): Result<Plan> {
	const version = api.versions ? String(context.getNodeParameter('apiVersion', itemIndex, api.versions[0].value)) : undefined;
	const suited = checkVersion(api, operation, itemIndex, version) ?? checkKind(api, operation, credentials);
	if (suited) return { ok: false, failure: suited };
	const values = readValues(context, operation, itemIndex, version);
	if (!values.ok) return values;
	const common = guarded('Options', itemIndex, () => readCommon(context, operation, itemIndex));
	if (!common.ok) return common;
	const { ownBody, timeout, limit, ...rest } = common.value;
	const { route, host, fields } = operation;
	const prefix = api.versions?.find(({ value }) => value === version)?.prefix ?? '';
	const request = (extra: Extra) => buildRequest(api, credentials, { route, host, fields }, values.value, { ...extra, ownBody }, prefix, timeout);
	// Building it once here finds an address that cannot be built before anything is sent.
	const first = guarded('Credential', itemIndex, () => request({}));
	if (!first.ok) return first;
	return { ok: true, value: { ...rest, values: values.value, request, limit, version, kind: kindOf(api, operation, credentials) } };
}

function checkVersion({ versions }: Api, { since, name }: Operation, itemIndex: number, version?: string) {
	if (!versions) return undefined;
	const needed = versions.find(({ value }) => value === since);
	if (!versions.some(({ value }) => value === version)) return refusal(`'API Version' does not know "${version}" [item ${itemIndex}]`, `Use one of: ${versions.map(({ value }) => value).join(', ')}.`);
	if (!needed || needed.value === version) return undefined;
	return refusal(`${name} needs ${needed.name}: it does not exist in ${versions.find(({ value }) => value === version)!.name} [item ${itemIndex}]`, `Set 'API Version' to ${needed.name}.`);
}

const kindOf = (api: Api, { tokens }: Operation, credentials: IDataObject): string | undefined => {
	const given = api.kinds?.(credentials);
	return tokens?.find((kind) => given?.includes(kind));
};

function checkKind(api: Api, operation: Operation, credentials: IDataObject) {
	const { tokens } = operation;
	if (!tokens || !api.kinds || kindOf(api, operation, credentials)) return undefined;
	return refusal(`${operation.name} needs a ${tokens.join(' or ')} token, which this ${api.name} credential does not give`, api.kindHelp?.(tokens));
}

function readCommon(context: IExecuteFunctions, operation: Operation, itemIndex: number) {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const given = (name: string) => context.getNodeParameter(name, itemIndex, undefined);
	const all = operation.list ? toBoolean(given('returnAll') ?? false) : true;
	return {
		shape: { output: operation.outputs ? String(given('output')) : undefined, simplify: operation.simplify ? toBoolean(given('simplify') ?? true) : false },
		limit: all ? undefined : labelled('Limit', () => toInteger(given('limit') ?? 50, 1, Number.MAX_SAFE_INTEGER)),
		failOnWarnings: toBoolean(options.failOnWarnings ?? false),
		dryRun: operation.effect !== 'read' && toBoolean(options.dryRun ?? false),
		ownBody: isBlank(options.additionalBodyFields) ? undefined : labelled('Additional Body Fields (JSON)', () => toObject(options.additionalBodyFields) as IDataObject),
		timeout: labelled('Timeout (Seconds)', () => toInteger(options.timeout ?? 60, 1, 3600)) * 1000,
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
