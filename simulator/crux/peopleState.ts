import type { Fields } from '../types';
import type { CruxInventoryList } from './state';

export interface CruxCatalog extends CruxInventoryList {
	shippingCost: string | null;
	handlingCost: string | null;
	isDiscoverable: boolean;
}

/** A supplier or retailer, with its two uuids and whom to talk to. */
export interface CruxPartner {
	sideUuid: string;
	orgUuid: string;
	name: string;
	contact: string;
}

export type ConnectionStatus = 'CONFIRMATION WAITING' | 'ACTIVE' | 'DEACTIVATED';

export interface CruxConnection {
	uuid: string;
	retailer: CruxPartner;
	supplier: CruxPartner;
	status: ConnectionStatus;
	accountNumber: string;
	deactivated: string | null;
}

export interface CruxRequest {
	uuid: string;
	/** As it was asked for, under the names of the request. */
	asked: Fields;
	integrations: Fields[];
	files: Fields[];
	date: string;
	isApproved: boolean;
}

export interface CruxDiscovered extends CruxPartner {
	skus: number;
	fulfillment: number;
	joined: string;
}

export interface CruxParticipation {
	isParticipating: boolean;
	catalogUuid: string | null;
	joined: string | null;
}

export interface CruxUser {
	uuid: string;
	orgUuid: string;
	first: string;
	last: string;
	email: string;
	job: string;
	status: ConnectionStatus;
	/** Names; those of a demo account are the ones that its calls are checked by. */
	permissions: string[];
}

export interface CruxNotice {
	uuid: string;
	title: string;
	created: string;
}

export interface CruxSetting {
	uuid: string;
	slug: string;
	label: string;
	domain: 'Billing' | 'Inventory' | 'Orders' | 'Miscellaneous';
	types: Array<{ via: string; frequency: string; enabled: boolean }>;
}

export interface CruxTransaction {
	id: string;
	statement: string;
	paid: string | null;
	total: string;
	status: string;
}

export interface CruxInvitation {
	email: string;
	state: 'open' | 'expired' | 'accepted';
	password?: string;
}

export interface CruxReset {
	email: string;
	isUsed: boolean;
}

/** What people and partners are made of, beside goods and orders. */
export interface PeopleState {
	catalogs: Map<string, CruxCatalog>;
	connections: CruxConnection[];
	requests: Map<string, CruxRequest>;
	discovered: CruxDiscovered[];
	participation: Map<string, CruxParticipation>;
	users: CruxUser[];
	notices: CruxNotice[];
	settings: CruxSetting[];
	transactions: CruxTransaction[];
	invitations: Map<string, CruxInvitation>;
	/** Every reset that was asked for, by its token. */
	resets: Map<string, CruxReset>;
}
