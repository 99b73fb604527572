import { addListings } from './ebay/manyListings';
import { DEMO_SELLER, revokeConsent } from './ebay/sellers';
import type { FaultRule } from './faults';
import type { Answer, ServiceName, Simulator } from './types';
import { revokeConsents } from './whisk/oauthState';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

type Action = (simulator: Simulator, body: unknown) => Answer;

const done: Answer = { status: 200, body: { done: true } };

const ACTIONS: Record<string, Action> = {
	'GET health': ({ address, urls, calls }) => ({ status: 200, body: { ok: true, address, urls, calls: calls.length } }),
	'GET calls': ({ calls }) => ({ status: 200, body: calls }),
	'POST reset': (simulator) => {
		simulator.reset();
		return done;
	},
	'POST expire-tokens': (simulator, body) => {
		simulator.expireTokens((body as { service?: ServiceName } | undefined)?.service);
		return done;
	},
	'POST revoke-consent': ({ state }, body) => {
		revokeConsent(state.ebay, (body as { seller?: string } | undefined)?.seller ?? DEMO_SELLER);
		return done;
	},
	'POST revoke-consents': ({ state }) => {
		revokeConsents(state.whisk);
		return done;
	},
	'POST listings': ({ state }, body) => {
		addListings(state.ebay.inventory, Number((body as { count?: number } | undefined)?.count ?? 0));
		return done;
	},
	'POST faults': (simulator, body) => {
		simulator.fault(body as FaultRule);
		return { status: 201, body: { rule: body } };
	},
	'DELETE faults': (simulator) => {
		simulator.clearFaults();
		return done;
	},
};

function parsed(raw: Buffer): unknown {
	return raw.length === 0 ? undefined : JSON.parse(raw.toString('utf8'));
}

/** The simulator's own addresses. Only a loopback Host gets in, so that no web page can reach them by a name of its own. */
export function control(simulator: Simulator, host: string, method: string, path: string, raw: Buffer): Answer {
	if (!LOOPBACK.test(host)) return { status: 403, body: { message: 'Only for callers on this machine, by its loopback address' } };
	const action = ACTIONS[`${method} ${path.replace(/^\/__simulator\/?/, '')}`];
	if (!action) return { status: 404, body: { message: 'No such simulator address', addresses: Object.keys(ACTIONS) } };
	try {
		return action(simulator, parsed(raw));
	} catch (error) {
		return { status: 400, body: { message: error instanceof Error ? error.message : 'The request cannot be read' } };
	}
}
