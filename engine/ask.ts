import type { IDataObject, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { nodeError } from './failure';
import { buildRequest } from './request';
import type { Call, Extra } from './request';
import { Pace } from './retry';
import type { RetryLimits, Wire } from './retry';
import { send } from './send';
import { notConnected, signedIn } from './signIns';
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
	/** With what the chosen way to sign in says. */
	api: Api;
	version?: string;
	credentials: IDataObject;
}

/** @throws NodeOperationError when nobody has given consent with the credential */
export async function asker(context: ILoadOptionsFunctions | IPollFunctions, whole: Api, { version, tokens, limits, meanings, open }: Wishes): Promise<Asker> {
	const api = signedIn(context, whole);
	const credentials = await context.getCredentials(api.credential);
	const unable = open ? undefined : notConnected(api, credentials);
	if (unable) throw nodeError(context.getNode(), unable, 0);
	const prefix = api.versions?.find(({ value }) => value === version)?.prefix ?? '';
	const given = api.kinds?.(credentials);
	const sending = { api, effect: 'read' as const, meanings, open, kind: tokens?.find((kind) => given?.includes(kind)) };
	const wire: Wire = { caller: context, credentials: { ...credentials }, pace: new Pace(limits, () => false) };
	return { api, version, credentials, ask: async (call, values, extra) => await send(wire, sending, buildRequest(api, credentials, call, values, extra, prefix)) };
}
