import { createCases } from './cases';
import type { EbayCase } from './cases';
import { createDisputes } from './disputes';
import type { EbayDispute } from './disputes';
import { createInquiries } from './inquiries';
import type { EbayInquiry } from './inquiries';
import { createInventory } from './inventorySeed';
import type { EbayInventory } from './inventorySeed';
import { createOrders } from './ordersSeed';
import type { EbayOrder } from './ordersSeed';
import { createReturns } from './returnShapes';
import type { EbayReturn } from './returnShapes';
import { USER_SCOPES } from './scopes';
import { signingKey } from './signing';
import type { Cipher, SigningKey } from './signing';
import { createLogistics } from './logistics';
import type { EbayQuote, EbayShipment } from './logistics';
import { createSellers, DEMO_SELLER } from './sellers';
import type { EbaySeller } from './sellers';
import { createTopics } from './topics';
import type { EbayTopic } from './topics';
import type { EbayVideo } from './videos';

export interface EbayToken {
	kind: 'application' | 'user';
	scopes: string[];
	expires: number;
	/** Whose it is; a token of an application is nobody's. */
	seller?: string;
}

export interface EbayRefreshToken {
	seller: string;
	/** The keyset that it belongs to; the demo's where none is named. */
	clientId?: string;
	scopes: string[];
	isRevoked: boolean;
	expires: number;
}

export interface EbayCode {
	seller: string;
	clientId: string;
	ruName: string;
	scopes: string[];
	expires: number;
	isUsed: boolean;
}

export interface EbayClient {
	id: string;
	secret: string;
	ruName: string;
}

export interface EbayListing {
	itemId: string;
	title: string;
	cents: number;
	available: number;
	hasEnded: boolean;
	/** Which of the members that eBay gives only at times are given. */
	shows: { image: 'full' | 'address' | 'none'; webUrl: boolean; subtotal: boolean; converted: boolean };
}

export interface EbayCartItem {
	cartItemId: string;
	itemId: string;
	quantity: number;
}

export interface EbayQuota {
	context: string;
	api: string;
	version: string;
	resource: string;
	/** The start of the paths that count. */
	path: string;
	limit: number;
	count: number;
}

export interface EbayState {
	client: EbayClient;
	/** Other keysets of the same environment. */
	otherClients: EbayClient[];
	/** The members by name; the first one is the demo's, the world of the others lies over the state. */
	sellers: Map<string, EbaySeller>;
	/** Who has signed in last on the consent page. */
	signedIn?: string;
	tokens: Map<string, EbayToken>;
	refreshTokens: Map<string, EbayRefreshToken>;
	codes: Map<string, EbayCode>;
	/** Seconds an access token lives. */
	tokenLife: number;
	/** Application tokens made today, and how many may be. */
	mints: number;
	mintQuota: number;
	/** User tokens made from refresh tokens and from codes today, and how many may be. */
	refreshes: number;
	refreshQuota: number;
	exchanges: number;
	exchangeQuota: number;
	marketplaces: string[];
	listings: Map<string, EbayListing>;
	cart: { items: EbayCartItem[]; unavailable: EbayCartItem[] };
	nextCartItem: number;
	quotas: EbayQuota[];
	inventory: EbayInventory;
	orders: Map<string, EbayOrder>;
	returns: Map<string, EbayReturn>;
	inquiries: Map<string, EbayInquiry>;
	cases: Map<string, EbayCase>;
	/** The seller gives every return a number of its own. */
	rmaRequired: boolean;
	shippingQuotes: Map<string, EbayQuote>;
	shipments: Map<string, EbayShipment>;
	disputes: Map<string, EbayDispute>;
	videos: Map<string, EbayVideo>;
	topics: EbayTopic[];
	/** The key pairs of the member; they stay the same when the simulator is reset. */
	signingKeys: Readonly<Record<Cipher, SigningKey>>;
	/** Counts what is new: listings, parcels, refunds, files, videos. */
	serial: number;
}

export interface EbayCaller {
	kind: 'application' | 'user';
	scopes: string[];
	seller?: string;
	clientId?: string;
}

export const DEMO_REFRESH_TOKEN = 'v^1.1#i^1#r^1#demo-refresh-token';

const REFRESH_LIFE = 47304000;

type ListingPlan = [serial: number, title: string, cents: number, available: number, shows?: Partial<EbayListing['shows']>, hasEnded?: boolean];

const LISTINGS: ListingPlan[] = [
	[1, 'Brass desk lamp', 4550, 5],
	[2, 'Leather notebook', 1899, 12, { image: 'address' }],
	[3, 'Mechanical keyboard', 8900, 3, { webUrl: false, converted: true }],
	[4, 'Cable ties, 100 pieces', 599, 200, { subtotal: false, image: 'none' }],
	[5, 'Film camera', 12000, 0, {}, true],
	[6, 'Vinyl record', 2400, 0, { image: 'address' }, true],
	[7, 'Wall clock', 3300, 8],
	[8, 'Tea kettle', 2750, 6],
	[9, 'Chess set', 5400, 2],
	[10, 'Wool blanket', 6100, 1],
	[11, 'Garden shears', 2199, 15],
	[12, 'Bicycle bell', 999, 40],
	[13, 'Ceramic mug', 1250, 25],
	[14, 'Desk fan', 3999, 4],
	[15, 'Picture frame', 1750, 9],
	[16, 'Typewriter', 14500, 0, {}, true],
];

/** The item id of a demo listing. */
export const itemIdOf = (serial: number) => `v1|1100000000${String(serial).padStart(2, '0')}|0`;

const cartItem = (serial: number, quantity: number): EbayCartItem => ({ cartItemId: String(5400000000 + serial), itemId: itemIdOf(serial), quantity });

function createListings(): Map<string, EbayListing> {
	const shows = { image: 'full', webUrl: true, subtotal: true, converted: false } as const;
	return new Map(
		LISTINGS.map(([serial, title, cents, available, differing, hasEnded]) => {
			const itemId = itemIdOf(serial);
			return [itemId, { itemId, title, cents, available, hasEnded: hasEnded ?? false, shows: { ...shows, ...differing } }];
		}),
	);
}

// an RSA pair takes a while to make, and few ask for it
const signingKeys: EbayState['signingKeys'] = {
	ED25519: signingKey('ED25519'),
	get RSA() {
		return signingKey('RSA');
	},
};

/** What a seller has: items, offers, orders, disputes. */
export function createSeller(now: number) {
	const orders = createOrders(now);
	return {
		inventory: createInventory(),
		orders,
		returns: createReturns(orders),
		inquiries: createInquiries(orders),
		cases: createCases(orders),
		rmaRequired: false,
		...createLogistics(orders, now),
		disputes: createDisputes(now),
		videos: new Map(),
		topics: createTopics(),
		signingKeys,
		serial: 0,
	};
}

const CLIENT: EbayClient = { id: 'DemoApp-Demo-PRD-0000', secret: 'PRD-demo-client-secret', ruName: 'Demo_Shop-DemoApp-Demo-abcdef' };
const OTHER_CLIENT: EbayClient = { id: 'OtherApp-Other-PRD-1111', secret: 'PRD-other-client-secret', ruName: 'Other_Shop-OtherApp-Other-ghijkl' };

/** A fresh state: one client, one member with a cart of four items and two that are unavailable, and all that a seller has. */
export function createEbayState(): EbayState {
	const seller = createSeller(Date.now());
	return {
		...seller,
		client: { ...CLIENT },
		otherClients: [{ ...OTHER_CLIENT }],
		sellers: createSellers(seller),
		tokens: new Map(),
		refreshTokens: new Map([[DEMO_REFRESH_TOKEN, { seller: DEMO_SELLER, scopes: [...USER_SCOPES], isRevoked: false, expires: Date.now() + REFRESH_LIFE * 1000 }]]),
		codes: new Map(),
		tokenLife: 7200,
		mints: 0,
		mintQuota: 1000,
		refreshes: 0,
		refreshQuota: 50_000,
		exchanges: 0,
		exchangeQuota: 10_000,
		marketplaces: ['EBAY_US', 'EBAY_GB', 'EBAY_DE', 'EBAY_AU', 'EBAY_CA', 'EBAY_MOTORS_US'],
		listings: createListings(),
		cart: { items: [cartItem(1, 1), cartItem(2, 3), cartItem(3, 1), cartItem(4, 10)], unavailable: [cartItem(5, 1), cartItem(6, 2)] },
		nextCartItem: 7,
		quotas: [
			{ context: 'buy', api: 'browse', version: 'v1', resource: 'buy.browse', path: '/buy/browse/', limit: 5000, count: 0 },
			{ context: 'developer', api: 'analytics', version: 'v1_beta', resource: 'developer.analytics', path: '/developer/analytics/', limit: 5000, count: 0 },
		],
	};
}

/** Seconds a refresh token lives. */
export const refreshLife = REFRESH_LIFE;
