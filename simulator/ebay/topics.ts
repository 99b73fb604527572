import type { Answer, Fields } from '../types';
import { failed } from './errors';
import type { EbayVisit } from './inventory';
import { BASE_SCOPE } from './scopes';

export interface EbayTopic {
	topicId: string;
	context: 'USER' | 'APPLICATION';
	scopes: string[];
}

const NAMED = [
	'MARKETPLACE_ACCOUNT_DELETION', 'AUTHORIZATION_REVOCATION', 'ITEM_AVAILABILITY', 'ITEM_PRICE_REVISION', 'PRIORITY_LISTING_REVISION',
	'SELLER_STANDARDS_PROFILE_METRICS', 'SELLER_CUSTOMER_SERVICE_METRIC_RATING', 'BUYER_REQUESTED_PURCHASE_QUOTE', 'LISTING_PREVIEW_CREATION_TASK_STATUS',
	'FEEDBACK_LEFT', 'FEEDBACK_RECEIVED', 'FEEDBACK_STAR_RATING', 'BUYER_QUESTION', 'NEW_MESSAGE', 'ORDER_CONFIRMATION', 'ITEM_MARKED_SHIPPED',
];
const OF_THE_CLIENT = ['MARKETPLACE_ACCOUNT_DELETION', 'AUTHORIZATION_REVOCATION'];
const TOPICS = 45;
const START = 'topics:';

/** The topics: those that eBay's notes name, then made-up ones. */
export function createTopics(): EbayTopic[] {
	const more = Array.from({ length: TOPICS - NAMED.length }, (_, index) => `DEMO_TOPIC_${String(index + 1).padStart(2, '0')}`);
	return [...NAMED, ...more].map((topicId) => ({ topicId, context: OF_THE_CLIENT.includes(topicId) ? 'APPLICATION' : 'USER', scopes: [BASE_SCOPE] }));
}

const topicShape = ({ topicId, context, scopes }: EbayTopic): Fields => ({
	topicId,
	description: `Tells of ${topicId.toLowerCase().replace(/_/g, ' ')}`,
	status: 'ENABLED',
	context,
	filterable: false,
	scope: 'ALL',
	authorizationScopes: scopes,
	supportedPayloads: [{ format: ['JSON'], schemaVersion: '1.0', deliveryProtocol: 'HTTPS', deprecated: false }],
});

const tokenOf = (start: number) => Buffer.from(`${START}${start}`).toString('base64url');

function startOf(token: string): number | undefined {
	const [, digits] = /^topics:(\d{1,6})$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
	return digits === undefined ? undefined : Number(digits);
}

/** GET /topic: the next page is known only by the token in the address that the last one gives. */
export function getTopics({ state, query, operation, address }: EbayVisit): Answer {
	const { limit: size = '20', continuation_token: token } = query as Record<string, string | undefined>;
	const limit = /^\d+$/.test(size) ? Number(size) : 0;
	if (limit < 10 || limit > 100) return failed(400, 195004);
	const start = token === undefined ? 0 : startOf(token);
	if (start === undefined || start >= state.topics.length) return failed(400, 195005);
	const at = (from: number) => `${address}/ebay/api.ebay.com${operation.path}?${new URLSearchParams({ limit: String(limit), ...(from > 0 ? { continuation_token: tokenOf(from) } : {}) })}`;
	const end = start + limit;
	const topics = state.topics.slice(start, end).map(topicShape);
	return { status: 200, body: { total: state.topics.length, href: at(start), ...(end < state.topics.length ? { next: at(end) } : {}), limit, topics } };
}
