import type { Answer, Fields, Operation } from '../types';
import { failed } from './errors';
import type { EbayState } from './state';

const INVENTORY = 'ebay:sell_inventory_v1.';
/** Writes by their method that change no item, offer or group. */
const HARMLESS = /bulkGet|getListingFees|Location$|bulkMigrate/;

/** The items and groups that a call changes, by name: SKUs, those behind offers, and groups. */
export function writtenBy({ inventory: { offers } }: EbayState, { id, method }: Operation, params: Record<string, string>, body: Fields): string[] {
	if (!id.startsWith(INVENTORY) || method === 'GET' || HARMLESS.test(id)) return [];
	const ofEntry = ({ sku, offerId, inventoryItemGroupKey: group, offers: list }: Fields): string[] => [
		...(typeof sku === 'string' ? [sku] : []), ...(typeof group === 'string' ? [`group ${group}`] : []),
		...(typeof offerId === 'string' ? [offers.get(offerId)?.sku ?? `offer ${offerId}`] : []), ...(Array.isArray(list) ? (list as Fields[]).flatMap(ofEntry) : []),
	];
	const entries = Array.isArray(body.requests) ? (body.requests as Fields[]) : [];
	return [...new Set([params, body, ...entries].flatMap(ofEntry))];
}

/** What a call gets that comes while another one is changing the same item or group; it has done nothing. */
export const concurrent = (): Answer => failed(500, 25025);
