import type { CruxLine, CruxOrder } from '../../simulator/crux/state';
import type { Simulator } from '../support/simulator';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into freely
export type Json = Record<string, any>;

export type Side = 'Supplier' | 'Retailer';

export interface Reply {
	status: number;
	body: Json;
}

/** The uuid of nothing. */
export const NOWHERE = '6dc3646a-8719-483e-8b4c-617215fb1bf0';

/** The body of an error whose message has these words. */
export const said = (words: string | RegExp) => ({ message: expect.stringMatching(words) });

/** Plain requests to the simulator of the moment, signed in as one of the demo accounts; an empty answer is `{}`. */
export function callerOf(used: { sim: Simulator }) {
	const tokenOf = async (side: Side): Promise<string> => {
		const login = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(used.sim.demo[`crux${side}`]) };
		const answer = await fetch(`${used.sim.urls.crux}/timp/organizations/user-login/`, login);
		return ((await answer.json()) as { auth_token: string }).auth_token;
	};
	const ask = async (side: Side, route: string, body?: Json | FormData): Promise<Reply> => {
		const [method, path] = route.split(' ');
		const isForm = body instanceof FormData;
		const headers = { authorization: `Token ${await tokenOf(side)}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) };
		const answer = await fetch(used.sim.urls.crux + path, { method, headers, body: isForm ? body : body && JSON.stringify(body) });
		return { status: answer.status, body: JSON.parse((await answer.text()) || '{}') as Json };
	};
	const orderOf = (po: string): CruxOrder => used.sim.state.crux.orders.find(({ poNumber }) => poNumber === po)!;
	const lineOf = (po: string, at: number): CruxLine => orderOf(po).lines[at];
	return { tokenOf, ask, orderOf, lineOf };
}
