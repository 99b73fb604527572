import type { IDataObject } from 'n8n-workflow';

/** What a member can be asked for, in the words of the credential. */
interface Job {
	name: string;
	description: string;
	/** Scopes, without what stands before all of them. */
	scopes: readonly string[];
	/** Paths that need it; the first job that fits a path is its job. */
	paths: RegExp;
}

const ROOT = 'https://api.ebay.com/oauth/api_scope';

/** The usual scope, which every token has. */
export const BASE_SCOPE = ROOT;

/** Narrow paths stand before the wide ones that hold them. */
const JOBS: Record<string, Job> = {
	disputes: { name: 'Payment Disputes', description: 'See and answer payment disputes', scopes: ['sell.payment.dispute'], paths: /^\/sell\/fulfillment\/v1\/payment_dispute/ },
	earnings: { name: 'Order Earnings', description: 'See what each order has earned', scopes: ['sell.finances.earnings.read'], paths: /^\/sell\/finances\/v1\/.*earnings/ },
	finances: { name: 'Payouts and Refunds', description: 'See payouts and fees, give money back', scopes: ['sell.finances'], paths: /^\/sell\/(finances\/|fulfillment\/v1\/order\/[^/]+\/issue_refund|account\/v2\/payout)/ },
	orders: { name: 'Orders and Shipping', description: 'See orders, enter parcels and tracking numbers', scopes: ['sell.fulfillment'], paths: /^\/sell\/(fulfillment\/|feed\/v1\/order_task)/ },
	labels: { name: 'Shipping Labels', description: 'Quotes and labels of carriers; eBay has to approve the keyset for it', scopes: ['sell.logistics'], paths: /^\/sell\/logistics\// },
	returnDocuments: { name: 'Return Documents', description: 'Files that belong to returns and cases', scopes: ['commerce.post_order.document'], paths: /^\/commerce\/media\/v1_beta\/post_order/ },
	listings: { name: 'Listings and Inventory', description: 'Items, offers, stock, prices, pictures', scopes: ['sell.inventory'], paths: /^\/(sell\/(inventory\/|negotiation\/|recommendation\/|feed\/v1\/inventory_task)|commerce\/media\/)/ },
	account: { name: 'Account and Policies', description: 'Policies for shipping, payment and returns; settings of the account', scopes: ['sell.account', 'sell.account.readonly'], paths: /^\/sell\/account\// },
	marketing: { name: 'Marketing', description: 'Promoted listings, campaigns and discounts', scopes: ['sell.marketing'], paths: /^\/sell\/marketing\// },
	analytics: { name: 'Analytics', description: 'Traffic and seller standards', scopes: ['sell.analytics.readonly'], paths: /^\/sell\/(analytics\/|feed\/v1\/customer_service)/ },
	store: { name: 'Store', description: 'The eBay store and its categories', scopes: ['sell.stores'], paths: /^\/sell\/stores\// },
	catalog: { name: 'Product Catalog', description: "Products of eBay's catalog", scopes: ['commerce.catalog.readonly'], paths: /^\/commerce\/catalog\// },
	feedback: { name: 'Feedback', description: 'See and leave feedback', scopes: ['commerce.feedback'], paths: /^\/commerce\/feedback\// },
	identity: { name: 'Shop Identity', description: 'Which account this is', scopes: ['commerce.identity.readonly'], paths: /^\/commerce\/identity\// },
	messages: { name: 'Messages', description: 'Talk to buyers', scopes: ['commerce.message'], paths: /^\/commerce\/message\// },
	notifications: { name: 'Notifications', description: 'Subscribe to what happens in the account', scopes: ['commerce.notification.subscription'], paths: /^\/commerce\/notification\// },
	cart: { name: 'Shopping Cart', description: "The member's own cart, which the current API no longer has", scopes: ['buy.shopping.cart'], paths: /^\/buy\/browse\/v1\/shopping_cart\// },
};

/** The jobs as a choice of several, in the order of their names. */
export const jobOptions = Object.entries(JOBS)
	.map(([value, { name, description }]) => ({ name, value, description }))
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** What sellers ask for first. */
export const USUAL_JOBS = ['account', 'disputes', 'finances', 'identity', 'listings', 'orders'];

/** The jobs chosen in a credential, each once, in one order; none stands for the usual ones, as the editor saves an untouched choice as empty. */
export function jobsOf({ scopes }: IDataObject): string[] {
	const chosen = [...new Set([scopes ?? []].flat().map(String))].filter((job) => job in JOBS).sort();
	return chosen.length ? chosen : [...USUAL_JOBS];
}

/** Names of jobs, as a person reads them. */
export const jobNames = (jobs: readonly string[]): string => jobs.map((job) => JOBS[job]?.name ?? job).join(', ');

const listed = (text: unknown): string[] => String(text ?? '').split(/[\s,]+/).filter(Boolean);

/** All scopes that a member is asked for. */
export const memberScopes = (credentials: IDataObject): string[] => [...new Set([BASE_SCOPE, ...jobsOf(credentials).flatMap((job) => JOBS[job].scopes.map((scope) => `${ROOT}/${scope}`)), ...listed(credentials.furtherScopes)])];

/** All scopes that the application asks for by itself. */
export const applicationScopes = (credentials: IDataObject): string[] => [...new Set([BASE_SCOPE, ...listed(credentials.applicationScopes)])];

/** The job that a path belongs to, if it is one of the choice. */
export const jobOf = (path: string): { value: string; name: string; scopes: string[] } | undefined => {
	const found = Object.entries(JOBS).find(([, { paths }]) => paths.test(path));
	return found && { value: found[0], name: found[1].name, scopes: found[1].scopes.map((scope) => `${ROOT}/${scope}`) };
};
