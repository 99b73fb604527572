import { mintHex } from '../random';
import type { Answer, Fields, Visit } from '../types';
import { failed, ok } from './answers';
import { assignmentsOf } from './people';
import type { CruxTransaction } from './peopleState';
import type { CruxAccount, CruxCaller, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

function loginAnswer({ role, orgUuid, userUuid, sideUuid, permissions }: CruxAccount, token: string, isTimp: boolean): Answer {
	return ok({
		auth_token: token, org_uuid: orgUuid, user_uuid: userUuid, retailer_uuid: role === 'RETAILER' ? sideUuid : '', supplier_uuid: role === 'SUPPLIER' ? sideUuid : '',
		org_type: role, permission_assignments: assignmentsOf({ uuid: userUuid, permissions }, isTimp),
	});
}

/** POST …/organizations/user-login/ */
export function login({ state, operation, body, now }: CruxVisit): Answer {
	const account = state.accounts.find(({ username, password }) => username === body.username && password === body.password);
	if (!account) return failed(401, 'User name or password is wrong');
	if (state.loginEndsOlderToken) {
		for (const token of state.tokens.values()) if (token.account === account) token.isEnded = true;
	}
	const token = mintHex(40);
	state.tokens.set(token, { account, expires: now + state.tokenLife * 1000, isEnded: false });
	state.logins += 1;
	return loginAnswer(account, token, operation.version === 'timp');
}

/** POST /timp/organizations/reset-password/: every asking makes a token of its own; the older ones go on. */
export function resetPassword({ state, body }: CruxVisit): Answer {
	const token = mintHex(40);
	state.resets.set(token, { email: body.email as string, isUsed: false });
	return ok({ reset_token: token });
}

const isOpen = ({ state }: CruxVisit, token: unknown): boolean => state.resets.get(String(token))?.isUsed === false;
const noToken = failed(404, 'No such reset token');

/** GET /timp/organizations/complete-password/ */
export const validateReset = (visit: CruxVisit): Answer => (isOpen(visit, visit.query.token) ? { status: 204 } : noToken);

/** POST /timp/organizations/complete-password/: a token is good for one password. */
export function completePassword(visit: CruxVisit): Answer {
	const { state, body } = visit;
	if (!isOpen(visit, body.token)) return noToken;
	const reset = state.resets.get(body.token as string)!;
	reset.isUsed = true;
	const account = state.accounts.find(({ username }) => username === reset.email);
	if (account) account.password = body.password as string;
	return { status: 204 };
}

const noInvitation = failed(404, 'No such invitation');

/** GET /timp/organizations/accept-invite/{invitation_token}/: an expired one is sent anew. */
export function getInvitation({ state, params }: CruxVisit): Answer {
	const found = state.invitations.get(params.invitation_token);
	if (!found || found.state === 'accepted') return noInvitation;
	if (found.state === 'expired') return { status: 201, body: '' };
	return ok({ email: found.email, token: params.invitation_token });
}

/** POST /timp/organizations/accept-invite/{invitation_token}/ */
export function acceptInvitation({ state, params, body }: CruxVisit): Answer {
	const found = state.invitations.get(params.invitation_token);
	if (found?.state !== 'open') return noInvitation;
	Object.assign(found, { state: 'accepted', password: body.password });
	return { status: 204 };
}

const transactionShape = ({ id, statement, paid, total, status }: CruxTransaction): Fields => ({ statement_date: statement, payment_date: paid, transaction_id: id, total, status });

/** GET /accounting/transactions/ */
export const getTransactions = ({ state }: CruxVisit): Answer => ok(state.transactions.map(transactionShape));

/** GET /accounting/transactions/{transaction_id}/ */
export function getTransaction({ state, params }: CruxVisit): Answer {
	const found = state.transactions.find(({ id }) => id === params.transaction_id);
	return found ? ok(transactionShape(found)) : failed(404, `No transaction ${params.transaction_id}`);
}

/** GET /accounting/payment-methods/: the page shows the whole number of a card. */
export const getPaymentMethods = (): Answer =>
	ok({ payment_type: 'Credit Card', card_number: '4242424242424242', card_last_four: '4242', card_expiration: '12/2028', is_default: true, address: { address1: '12 Elm Street', city: 'Portland', state: 'OR', postal_code: '97201' } });

/** GET /organizations/subscription/ */
export const getSubscription = (): Answer =>
	ok({ plan_name: 'Growth', available_add_ons: [], plan_features: ['Orders', 'Inventory'], plan_add_ons: [], next_bill_plan: { bill_date: '2026-12-01', amount: '120.50', start_date: '2026-12-01', end_date: '2026-12-31', card_last_four: '4242' } });
