import { operations } from '../../contracts/crux.json';
import { describe } from '../contract';
import type { Authorized, Operation, Problem, Service, SimulatedRequest } from '../types';
import { failed } from './answers';
import { rules } from './rules';
import { createCruxState } from './seed';
import type { CruxCaller, CruxState } from './state';

const STATUS: Partial<Record<Problem['kind'], number>> = { 'unknown-route': 404, 'wrong-method': 405, 'content-type': 415 };

const tokenIn = (authorization: string | undefined) => /^Token (\S+)$/.exec(authorization ?? '')?.[1];

function authorize(state: CruxState, operation: Operation, { headers }: SimulatedRequest, now: number): Authorized<CruxCaller> {
	if (operation.token.length === 0) return { caller: { account: state.accounts[0] } };
	const token = state.tokens.get(tokenIn(headers.authorization) ?? '');
	if (!token || token.isEnded || token.expires <= now) return { refusal: failed(401, 'The token is missing, wrong or expired') };
	const { account } = token;
	const isWrongSide = operation.role !== 'any' && operation.role !== account.role.toLowerCase();
	if (isWrongSide) return { refusal: failed(409, `Only a ${operation.role} may do this`) };
	const lacking = operation.permission?.find((name) => !account.permissions.includes(name));
	return lacking ? { refusal: failed(403, `The user lacks the permission ${lacking}`) } : { caller: { account } };
}

/** Crux Connect, version 1 and Timpanogos on one state. */
export const crux: Service<CruxState, CruxCaller> = {
	name: 'crux',
	operations: operations as unknown as Operation[],
	rules,
	createState: createCruxState,
	authorize,
	refuse: (problem) => failed(STATUS[problem.kind] ?? 400, describe(problem)),
	failure: (status) => failed(status, 'The simulator was told to fail'),
	expireTokens(state, only) {
		const token = tokenIn(only);
		for (const [key, entry] of state.tokens) if (only === undefined || key === token) entry.expires = 0;
	},
};
