import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../engine/json';
import { op, resource } from '../../engine/rows';
import { readSession } from '../../engine/session';
import { NOTHING } from '../../engine/parts';
import type { Part, PartRow, Parts, Resource, Values } from '../../engine/types';
import { agreedJobs } from './consent';
import { marketplace } from './fields';
import { siteOf, currencyOf, languageOf, marketplaces } from './marketplaces';
import { jobNames, jobsOf } from './scopes';

const USER = ['user'];

const listIn = (answer: unknown, name: string): IDataObject[] => (isObject(answer) && Array.isArray(answer[name]) ? (answer[name] as IDataObject[]) : []);
const memberIn = (answer: unknown, name: string): IDataObject => (isObject(answer) && isObject(answer[name]) ? answer[name] : {});
const marketplaceOf = (credentials: IDataObject, values: Values): string => siteOf(values.marketplace ?? credentials.marketplace);

/** Policies of one kind: publishing an offer needs one. */
const policies = (name: string, path: string, list: string): Part => ({
	name, route: `GET /sell/account/v1/${path}`, tokens: USER,
	query: (credentials, values) => ({ marketplace_id: marketplaceOf(credentials, values) }),
	tell: (answer) => {
		const names = listIn(answer, list).map(({ name: one }) => String(one));
		return names.length ? { result: names.join(', ') } : { status: 'Attention', result: 'None on this marketplace', whatToDo: 'An offer cannot be published without one: make it in Seller Hub under Account, Business Policies.' };
	},
});

const account: Part = {
	name: 'Account', route: 'GET /commerce/identity/v1/user/', host: 'apiz.ebay.com', tokens: USER,
	tell: (answer) => {
		const { username, accountType, status, registrationMarketplaceId: home } = answer as IDataObject;
		return { result: [username, accountType, status, home && `registered on ${String(home)}`].filter(Boolean).join(', '), ...(status === 'CONFIRMED' || !status ? {} : { status: 'Attention', whatToDo: 'eBay does not call this account confirmed: sign in at eBay and look for what it asks.' }) };
	},
};

const sellingLimit: Part = {
	name: 'Selling Limit', route: 'GET /sell/account/v1/privilege', tokens: USER,
	tell: (answer) => {
		const { amount, quantity } = memberIn(answer, 'sellingLimit');
		const { value, currency } = memberIn({ amount }, 'amount');
		const result = [quantity !== undefined && `${String(quantity)} items`, value !== undefined && `${String(value)} ${String(currency)}`].filter(Boolean).join(', ') || 'eBay names none';
		return (answer as IDataObject).sellerRegistrationCompleted === false ? { status: 'Attention', result, whatToDo: 'The registration as a seller is not complete: finish it in Seller Hub before you list.' } : { result };
	},
};

const programs: Part = {
	name: 'Business Policies', route: 'GET /sell/account/v1/program/get_opted_in_programs', tokens: USER,
	tell: (answer) =>
		listIn(answer, 'programs').some(({ programType }) => programType === 'SELLING_POLICY_MANAGEMENT')
			? { result: 'The account uses them' }
			: { status: 'Attention', result: 'The account does not use them', whatToDo: 'Offers name policies by ID: opt in to business policies in Seller Hub, then make one of each kind.' },
};

const locations: Part = {
	name: 'Inventory Locations', route: 'GET /sell/inventory/v1/location', tokens: USER, query: () => ({ limit: 100 }),
	tell: (answer) => {
		const keys = listIn(answer, 'locations').map(({ merchantLocationKey: key }) => String(key));
		return keys.length ? { result: keys.join(', ') } : { status: 'Attention', result: 'None', whatToDo: 'An offer cannot be published without one: make it with eBay Listings, Location, Create.' };
	},
};

const orders: Part = {
	name: 'Orders', route: 'GET /sell/fulfillment/v1/order', tokens: USER, query: () => ({ limit: 1 }),
	tell: (answer) => ({ result: `${String((answer as IDataObject).total ?? 0)} in the last 90 days` }),
};

/** The rates of all APIs, the one with the least left first. */
const ratesIn = (answer: unknown): Array<{ name: string; share: number; text: string }> =>
	listIn(answer, 'rateLimits').flatMap((api) => listIn(api, 'resources')).flatMap((one) => listIn(one, 'rates').map((rate) => ({ one, rate }))).map(({ one, rate }) => ({
		name: String(one.name), share: Number(rate.remaining) / Math.max(1, Number(rate.limit)), text: `${String(one.name)}: ${String(rate.remaining)} of ${String(rate.limit)}, anew ${String(rate.reset)}`,
	})).sort((a, b) => a.share - b.share);

/** Below this share of a quota it is worth a look. */
const LITTLE = 0.1;

const quota: Part = {
	name: 'Quota Left', route: 'GET /developer/analytics/v1_beta/rate_limit/', tokens: ['application', 'user'],
	tell: (answer) => {
		const rates = ratesIn(answer);
		const low = rates.filter(({ share }) => share < LITTLE);
		if (!low.length) return { result: rates.length ? `Enough of all ${rates.length}; least left of ${rates[0].text}` : 'eBay names no limits' };
		return { status: 'Attention', result: low.map(({ text }) => text).join('; '), whatToDo: 'Send less often, put rows together in bulk operations, or ask eBay for an Application Growth Check.' };
	},
};

const row = (check: string, result: string, whatToDo?: string): PartRow => ({ check, status: whatToDo ? 'Attention' : 'OK', result, whatToDo: whatToDo ?? NOTHING });
const until = (ends?: number | null): string => (ends ? `until ${new Date(ends).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'for an unknown time');

const ENVIRONMENTS: Record<string, string> = { production: 'Production', sandbox: 'Sandbox' };

function signingRow({ signRequests, signingKey }: IDataObject, ends?: number): PartRow {
	if (!signRequests) return row('Digital Signature', 'Off; sellers in the European Union and the United Kingdom need it for refunds and payouts');
	return row('Digital Signature', signingKey === 'own' ? 'On, with a key of your own' : `On, with a key made by eBay, valid ${until(ends)}`);
}

/** What the member has agreed to, as far as the pasted address tells. */
function accessRow(credentials: IDataObject): PartRow {
	if (!credentials.refreshToken) return row('Access', 'No member has agreed', "Fill in 'RuName' in the credential and save: the test shows the link.");
	const agreed = agreedJobs(credentials);
	return agreed ? row('Access', jobNames(agreed)) : row('Access', `A token or code was pasted, which does not tell; chosen: ${jobNames(jobsOf(credentials))}. The rows below show what works`);
}

/** What the credential itself tells; tokens only by their life. */
function facts(credentials: IDataObject, values: Values): PartRow[] {
	const { ends = {}, tokens = {} } = readSession(credentials.tokens) ?? {};
	const site = marketplaceOf(credentials, values);
	return [
		row('Environment', `${ENVIRONMENTS[String(credentials.environment)] ?? `Custom URL, ${String(credentials.customUrl)}`}, keyset ${String(credentials.clientId)}`),
		row('Marketplace', `${marketplaces[site] ?? site} (${site}), ${currencyOf(site)}, ${languageOf({ ...credentials, marketplace: site })}`),
		row('Application Token', tokens.application ? `Valid ${until(ends.application)}` : 'None', tokens.application ? undefined : 'Open the credential and save it: its test says what is wrong.'),
		row('User Token', tokens.user ? `Valid ${until(ends.user)}; the consent behind it ${until(ends.consent)}` : 'None'),
		accessRow(credentials),
		signingRow(credentials, ends.signing),
	];
}

const parts: Parts = {
	facts,
	reads: [
		account, sellingLimit, orders, programs, policies('Shipping Policies', 'fulfillment_policy', 'fulfillmentPolicies'), policies('Payment Policies', 'payment_policy', 'paymentPolicies'),
		policies('Return Policies', 'return_policy', 'returnPolicies'), locations, quota,
	],
};

/** What to run first, and when something does not work. */
export const setup = (description: string): Resource =>
	resource('Setup', 'setup', [
		op({
			value: 'check', name: 'Check Setup', action: 'Check setup', description,
			route: 'GET /commerce/identity/v1/user/', effect: 'read', repeat: 'absolute', fields: { marketplace: marketplace() }, parts,
		}),
	]);
