import type { IDataObject, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { buildRequest } from './request';
import type { Call, Extra } from './request';
import { Pace } from './retry';
import type { RetryLimits } from './retry';
import { send } from './send';
import type { Wire } from './send';
import type { Answer, Api, Operation, Result, Values } from './types';

interface Wishes extends Pick<Operation, 'meanings' | 'open'> {
	version?: string;
	/** Kinds of token that are accepted, best first. */
	tokens?: readonly string[];
	limits: RetryLimits;
}

/** Asks the service outside of a run: while someone fills in a form, or at a poll. */
export interface Asker {
	ask: (call: Call, values: Values, extra: Extra) => Promise<Result<Answer>>;
	version?: string;
	credentials: IDataObject;
}

export async function asker(context: ILoadOptionsFunctions | IPollFunctions, api: Api, { version, tokens, limits, meanings, open }: Wishes): Promise<Asker> {
	const credentials = await context.getCredentials(api.credential);
	const prefix = api.versions?.find(({ value }) => value === version)?.prefix ?? '';
	const given = api.kinds?.(credentials);
	const sending = { api, effect: 'read' as const, meanings, open, kind: tokens?.find((kind) => given?.includes(kind)) };
	const wire: Wire = { caller: context, credentials: { ...credentials }, pace: new Pace(limits, () => false) };
	return { version, credentials, ask: async (call, values, extra) => await send(wire, sending, buildRequest(api, credentials, call, values, extra, prefix)) };
}
