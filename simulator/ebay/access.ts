import type { Authorized, Operation, Rule, SimulatedRequest } from '../types';
import { failed } from './errors';
import { worldOf } from './sellers';
import { isPostOrder } from './postOrder';
import { signatureRefusal } from './signing';
import type { EbayCaller, EbayState } from './state';

/** Who calls, and whether that one may: token, kind, scope, signature, quota. */
export function authorize(state: EbayState, operation: Operation, request: SimulatedRequest, now: number): Authorized<EbayCaller> {
	const { headers, path } = request;
	if (operation.token.includes('client')) return { caller: { kind: 'application', scopes: [] } };
	if (!headers.authorization) return { refusal: failed(401, 1002) };
	const [scheme, text = ''] = headers.authorization.split(' ');
	const token = scheme === (operation.scheme ?? 'Bearer') ? state.tokens.get(text) : undefined;
	if (!token || token.expires <= now) return { refusal: failed(401, 1001) };
	const isFit = operation.token.includes(token.kind) && (isPostOrder(operation) || (operation.scopes ?? []).some((scope) => token.scopes.includes(scope)));
	if (!isFit)
		return { refusal: failed(403, 1100, {}, `Needs a token of kind ${operation.token.join(' or ')} with the scope ${operation.scopes?.join(' or ')}`) };
	const unsigned = operation.signed ? signatureRefusal(request, now) : undefined;
	if (unsigned) return { refusal: unsigned };
	const quota = state.quotas.find((entry) => path.startsWith(entry.path));
	if (quota && quota.count >= quota.limit) return { refusal: failed(429, 2001) };
	if (quota) quota.count += 1;
	return { caller: { kind: token.kind, scopes: token.scopes, seller: token.seller } };
}

/** Rules that see what belongs to the member whose token calls. */
export const inWorldOfCaller = (rules: Record<string, Rule<EbayState, EbayCaller>>): Record<string, Rule<EbayState, EbayCaller>> =>
	Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, (visit) => rule({ ...visit, state: worldOf(visit.state, visit.caller.seller) })]));
