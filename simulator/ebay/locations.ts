import type { Answer, Fields } from '../types';
import { failed } from './errors';
import { pagedAnswer } from './inventory';
import type { EbayVisit } from './inventory';
import type { EbayState } from './state';

const KEY = 36;
const none = failed(404, 25805, { fieldName: 'merchantLocationKey' });
const shown = ([key, location]: [string, Fields]): Fields => ({ merchantLocationKey: key, ...location });

/** POST /location/{merchantLocationKey} */
export function createInventoryLocation({ state, params, body }: EbayVisit): Answer {
	const { locations } = state.inventory;
	const { merchantLocationKey: key } = params;
	if (key.length > KEY) return failed(400, 25800, { fieldName: 'merchantLocationKey' });
	if (locations.has(key)) return failed(409, 25803, { fieldName: 'merchantLocationKey' });
	const { postalCode, city, stateOrProvince } = (body.location as { address: Record<string, string | undefined> }).address;
	if (!postalCode && !(city && stateOrProvince)) return failed(400, 25801, { fieldName: 'location.address.postalCode' });
	locations.set(key, { locationTypes: ['WAREHOUSE'], merchantLocationStatus: 'ENABLED', ...body });
	return { status: 204 };
}

/** GET /location */
export const getInventoryLocations = (visit: EbayVisit): Answer => pagedAnswer(visit, 'locations', [...visit.state.inventory.locations].map(shown), { standard: 100, max: 100 });

/** GET /location/{merchantLocationKey} */
export function getInventoryLocation({ state, params: { merchantLocationKey: key } }: EbayVisit): Answer {
	const location = state.inventory.locations.get(key);
	return location ? { status: 200, body: shown([key, location]) } : none;
}

/** DELETE /location/{merchantLocationKey}: a fulfillment center can only be disabled. */
export function deleteInventoryLocation({ state, params: { merchantLocationKey: key } }: EbayVisit): Answer {
	const location = state.inventory.locations.get(key);
	if (!location) return none;
	if ((location.locationTypes as string[]).includes('FULFILLMENT_CENTER')) return failed(400, 25806);
	state.inventory.locations.delete(key);
	return { status: 204 };
}

function change({ inventory: { locations } }: EbayState, key: string, more: (location: Fields) => Fields, status: number): Answer {
	const location = locations.get(key);
	if (!location) return none;
	locations.set(key, { ...location, ...more(location) });
	return status === 200 ? { status, body: {} } : { status };
}

/** POST /location/{merchantLocationKey}/enable and /disable */
export const setLocationStatus = (merchantLocationStatus: string) => ({ state, params }: EbayVisit): Answer => change(state, params.merchantLocationKey, () => ({ merchantLocationStatus }), 200);

/** POST /location/{merchantLocationKey}/update_location_details: what is given takes the place of what was, the rest stays. */
export const updateInventoryLocation = ({ state, params, body }: EbayVisit): Answer =>
	change(state, params.merchantLocationKey, ({ location }) => {
		const [old, given] = [location, body.location ?? {}] as Array<{ address?: Fields }>;
		return { ...body, location: { ...old, ...given, address: { ...old.address, ...given.address } } };
	}, 204);
