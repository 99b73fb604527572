import { operations } from '../../contracts/whisk.json';
import { describe } from '../contract';
import type { Answer, Authorized, Operation, Problem, Service, SimulatedRequest } from '../types';
import { refused, unauthorized } from './answers';
import { cartRules } from './carts';
import { collectionRules } from './collections';
import { communityRules } from './communities';
import { dictionaryRules } from './dictionaries';
import { searchFood } from './foods';
import { healthRules } from './health';
import { listRules } from './listChanges';
import { deleteItem, getList, getLists } from './lists';
import { addItems, clearItems, createList } from './listWrites';
import { getSettings, putSettings } from './mealPlan';
import { mealRules } from './meals';
import { generate } from './mealWeek';
import { oauthFailed, oauthOperations, oauthRules } from './oauth';
import { postRules } from './posts';
import { getRecipe, picture, pictureOperation } from './recipes';
import { recipeV1Rules } from './recipesV1';
import { getRetailers } from './retailers';
import { createWhiskState } from './state';
import type { WhiskCaller, WhiskRules, WhiskState } from './state';
import { addIntegration, getProducts, getRecipes, upsertProducts } from './studio';
import { userRules } from './users';

const ruleOf: WhiskRules = {
	'whisk:GET /list/v2': getLists,
	'whisk:GET /list/v2/{id}': getList,
	'whisk:POST /list/v2': createList,
	'whisk:PUT /list/v2/{id}/item': addItems,
	'whisk:DELETE /list/v2/{id}/item': clearItems,
	'whisk:DELETE /list/v2/{list_id}/item/{item_id}': deleteItem,
	'whisk:GET /recipe/v2/get': getRecipe,
	[pictureOperation.id]: picture,
	'whisk:POST /food/v2/search': searchFood,
	'whisk:GET /mealplan/v2/settings': getSettings,
	'whisk:PUT /mealplan/v2/settings': putSettings,
	'whisk:PUT /mealplan/v2/generate': generate,
	'whisk:GET /v1/retailers': getRetailers,
	'whisk:GET /products/v1/get/batch': getProducts,
	'whisk:POST /products/v1/upsert/batch': upsertProducts,
	'whisk:PUT /integrations/v1/add': addIntegration,
	'whisk:GET /recipes/v1/get/batch': getRecipes,
	...cartRules, ...collectionRules, ...communityRules, ...dictionaryRules, ...healthRules, ...listRules, ...mealRules, ...oauthRules, ...postRules, ...recipeV1Rules, ...userRules,
};

/** The zero value of an enum, anywhere in a request. */
function zeroIn(value: unknown): string | undefined {
	if (typeof value === 'string') return /^[A-Z][A-Z_]*_INVALID$/.test(value) ? value : undefined;
	return typeof value === 'object' && value !== null ? Object.values(value).map(zeroIn).find((found) => found !== undefined) : undefined;
}

/** Every rule refuses the zero value of an enum: it says that nothing was said. */
const rules: WhiskRules = Object.fromEntries(Object.entries(ruleOf).map(([id, rule]) => [id, (visit) => {
	const zero = zeroIn([visit.query, visit.body]);
	return zero === undefined ? rule(visit) : refused(400, 'enum.invalid', `${zero} is no value to send`);
}]));

const SCHEMES = { server: 'Token', client: 'Token', user: 'Bearer' };
const STUDIO = 'api.studio.whisk.com';

/** The pages of Studio name the server token and print Bearer in their samples: it takes both. */
const isSchemeOf = (kind: WhiskCaller['kind'], scheme: string, { host }: Operation) => scheme === SCHEMES[kind] || (host === STUDIO && scheme === 'Bearer');

function authorize(state: WhiskState, operation: Operation, { headers }: SimulatedRequest, now: number): Authorized<WhiskCaller> {
	const { authorization } = headers;
	// what is public asks for no token; one that comes nevertheless is not looked at
	if (!operation.token.length) return { caller: { kind: 'client' } };
	const refusal = (code: string) => ({ refusal: unauthorized(code, operation) });
	if (authorization === undefined) return refusal('auth.tokenNotFound');
	const [scheme, text] = authorization.trim().split(/\s+/);
	if (!text) return refusal('auth.tokenRequired');
	const token = state.tokens.get(text);
	const isFit = token && isSchemeOf(token.kind, scheme, operation) && operation.token.includes(token.kind);
	if (!isFit) return refusal('auth.tokenInvalid');
	if (token.isExpired || (token.expires !== undefined && token.expires <= now)) return refusal('auth.tokenExpired');
	const lacking = operation.scopes?.find((scope) => token.kind === 'user' && !token.scopes.includes(scope));
	// no page says what a missing scope gives: 403 is the inferred answer
	return lacking ? { refusal: refused(403, 'auth.scopeMissing', `The token lacks the scope ${lacking}`) } : { caller: { kind: token.kind } };
}

/** No page shows 404 or 405: the shape of 400 is taken for them. */
function refuse(problem: Problem, operation?: Operation): Answer {
	if (operation?.id.startsWith('whisk:oauth')) return oauthFailed(400, 'invalid_request', describe(problem));
	if (problem.kind === 'unknown-route') return refused(404, 'route.notFound', describe(problem));
	if (problem.kind === 'wrong-method') return refused(405, 'route.methodNotAllowed', describe(problem));
	return refused(400, 'request.invalid', describe(problem));
}

/** A failure of Whisk itself is plain text, one of the sign-in a code. */
function failure(status: number): Answer {
	if (status >= 500) return { status, body: 'Something went wrong on our side' };
	return status === 401 ? unauthorized('auth.tokenInvalid') : refused(status, 'request.failed', 'The simulator was told to fail');
}

/** Whisk: version 2, what exists only in version 1, and Studio. */
export const whisk: Service<WhiskState, WhiskCaller> = {
	name: 'whisk',
	operations: [...(operations as unknown as Operation[]), ...oauthOperations, pictureOperation],
	rules,
	createState: createWhiskState,
	authorize,
	refuse,
	failure,
	expireTokens(state, only) {
		const named = only?.trim().split(/\s+/)[1] ?? '';
		for (const [text, token] of state.tokens) {
			if (only === undefined ? token.kind === 'user' : named === text) token.isExpired = true;
		}
	},
};
