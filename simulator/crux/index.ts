import { operations } from '../../contracts/crux.json';
import { describe } from '../contract';
import { mintHex, uuidOf } from '../random';
import type { Answer, Authorized, Operation, Problem, Rule, Service, SimulatedRequest, Visit } from '../types';
import { failed, ok } from './answers';
import { getExport, startOrderExport } from './exports';
import { searchItems } from './itemSearch';
import { cancelItem, estimateFees, getOrder, getOrders, getOrdersByPo, getOrganization } from './orders';
import { addItems, getInventoryList, getInventoryLists, getItem, getSku, getSkus, removeItems, updateInventory, updateInventoryBulk } from './products';
import { createCruxState } from './seed';
import type { CruxAccount, CruxCaller, CruxState } from './state';
import { addTracking } from './tracking';
import { uploadFile } from './uploads';

type CruxRule = Rule<CruxState, CruxCaller>;

const STATUS: Partial<Record<Problem['kind'], number>> = { 'unknown-route': 404, 'wrong-method': 405, 'content-type': 415 };

function loginAnswer(account: CruxAccount, token: string): Answer {
	const { role, orgUuid, userUuid, sideUuid, permissions } = account;
	const assigned = permissions.map((name) => ({
		assigned: true,
		permission: {
			uuid: uuidOf(1, `permission:${name}`),
			name,
			display_name: name.replace(/_/g, ' '),
			description: '',
			visibility: 'BOTH',
			grouping: 'General',
		},
	}));
	return ok({
		auth_token: token,
		org_uuid: orgUuid,
		user_uuid: userUuid,
		retailer_uuid: role === 'RETAILER' ? sideUuid : '',
		supplier_uuid: role === 'SUPPLIER' ? sideUuid : '',
		org_type: role,
		permission_assignments: { permissions: assigned, org_user: { uuid: userUuid } },
	});
}

function login({ state, body, now }: Visit<CruxState, CruxCaller>): Answer {
	const account = state.accounts.find(({ username, password }) => username === body.username && password === body.password);
	if (!account) return failed(401, 'User name or password is wrong');
	if (state.loginEndsOlderToken) {
		for (const token of state.tokens.values()) if (token.account === account) token.isEnded = true;
	}
	const token = mintHex(40);
	state.tokens.set(token, { account, expires: now + state.tokenLife * 1000, isEnded: false });
	state.logins += 1;
	return loginAnswer(account, token);
}

/** Gives both versions of a route the same rule. */
const both = (route: string, rule: CruxRule): Record<string, CruxRule> => {
	const [method, path] = route.split(' ');
	return { [`crux:${method} ${path}`]: rule, [`crux:${method} /timp${path}`]: rule };
};

const rules: Record<string, CruxRule> = {
	...both('POST /organizations/user-login/', login),
	...both('GET /organizations/', getOrganization),
	...both('GET /products/inventory-lists/', getInventoryLists),
	...both('GET /products/inventory-lists/{inventory_list_uuid}/', getInventoryList),
	...both('POST /products/inventory-lists/{inventory_list_uuid}/remove-items/', removeItems),
	...both('POST /products/inventory-lists/{inventory_list_uuid}/add-items/', addItems),
	...both('POST /products/items/search/', searchItems),
	...both('GET /products/items/{item_uuid}/', getItem),
	...both('GET /products/skus/', getSkus),
	...both('GET /products/skus/{sku_uuid}/', getSku),
	'crux:POST /timp/products/skus/inventory/': updateInventory,
	'crux:POST /timp/products/skus/inventory/bulk/': updateInventoryBulk,
	...both('POST /orders/', getOrders),
	...both('GET /orders/{order_uuid}/', getOrder),
	...both('DELETE /orders/items/cancel/{order_item_uuid}/', cancelItem),
	...both('POST /orders/tracking/{order_uuid}/', addTracking),
	...both('POST /orders/search/export/', startOrderExport),
	'crux:GET /timp/data/export/{export_uuid}/': getExport,
	'crux:POST /orders/fees/': estimateFees,
	'crux:GET /timp/orders/po/{po_number}/': getOrdersByPo,
	'crux:POST /timp/organizations/files/upload/': uploadFile,
};

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
