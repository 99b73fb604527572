import type { SimulatorState } from '../../simulator/types';
import { LOCATION } from '../../simulator/ebay/inventorySeed';
import { byId, ITEMS } from './kind';
import type { Kind } from './kind';

/** SKUs that are not in the inventory yet, and some whose offers only wait to be published. */
const NEW = ITEMS.map((item) => `LAMP-${item}`);
const WAITING = ['DEMO-003', 'DEMO-009', 'DEMO-015'];
const WAITING_OFFERS = ['8000000003', '8000000009', '8000000015'];

const offersOf = ({ ebay }: SimulatorState, sku: string) => [...ebay.inventory.offers.values()].filter((offer) => offer.sku === sku);

/** An item that is listed step by step; each step is struck by itself. */
const listing: Omit<Kind, 'name' | 'step' | 'input' | 'method' | 'path' | 'nature'> = {
	service: 'ebay', node: 'ebayListings',
	parameters: {
		resource: 'listing', operation: 'listItem', sku: '={{ $json.sku }}', format: 'FIXED_PRICE', title: 'Brass desk lamp', imageUrls: 'https://i.ebayimg.test/lamp.jpg', condition: 'NEW',
		quantity: 5, price: '24.50', category: '20697', location: byId(LOCATION), product: { aspectsJson: '{ "Brand": "Acme" }' },
	},
};

const shows = (skus: string[]) => ([{ json }]: Parameters<NonNullable<Kind['shows']>>[0], item: number, state: SimulatorState): boolean => {
	const [offer, ...others] = offersOf(state, skus[item]);
	return json.sku === skus[item] && json.offerId === offer.offerId && json.listingId === offer.listing?.listingId && !others.length;
};

export const stepKinds: Kind[] = [
	{
		...listing, name: 'steps: eBay list item, the item', step: 'item', nature: 'absolute', input: NEW.map((sku) => ({ sku })), method: 'PUT', path: NEW.map((sku) => `/inventory_item/${sku}$`), look: '/inventory_item/[^/]+$',
		effects: ({ ebay }, item) => (ebay.inventory.items.has(NEW[item]) ? 1 : 0), shows: shows(NEW),
	},
	{
		...listing, name: 'steps: eBay list item, the offer', step: 'offer', nature: 'verify', input: NEW.map((sku) => ({ sku })), method: 'POST', path: 'v1/offer$', holds: NEW, look: 'v1/offer$',
		effects: (state, item) => offersOf(state, NEW[item]).length, shows: shows(NEW),
	},
	{
		...listing, name: 'steps: eBay list item, the listing', step: 'listing', nature: 'verify', input: WAITING.map((sku) => ({ sku })), method: 'POST', path: WAITING_OFFERS.map((offer) => `/offer/${offer}/publish$`), look: '/offer/\\d+$',
		effects: (state, item) => (offersOf(state, WAITING[item])[0].status === 'PUBLISHED' ? 1 : 0), shows: shows(WAITING),
	},
];
