import type { Files } from '../files';
import { uuidOf } from '../random';
import type { Fields, FilePart } from '../types';
import type { PeopleState } from './peopleState';

export type Role = 'RETAILER' | 'SUPPLIER';
export type AllocationStatus = 'Unallocated' | 'Partial' | 'Allocated';
export type Designation = 'HasTracking' | 'NeedsTracking' | 'Backordered' | 'Rejected' | 'Cancelled';
export type Restriction = 'discontd' | 'tmpunavail' | null;
export type Identifier = 'sku_id' | 'upca' | 'ean13' | 'gtin14' | 'isbn';

export const IDENTIFIERS: Identifier[] = ['sku_id', 'upca', 'ean13', 'gtin14', 'isbn'];

export interface CruxAccount {
	username: string;
	password: string;
	role: Role;
	organization: string;
	contact: string;
	orgUuid: string;
	userUuid: string;
	/** The uuid of the retailer or the supplier that the organization is: not the one of the organization. */
	sideUuid: string;
	permissions: string[];
}

export interface CruxToken {
	account: CruxAccount;
	expires: number;
	/** A later login took its place. */
	isEnded: boolean;
}

export interface CruxSku {
	uuid: string;
	itemUuid: string;
	sku_id: string;
	upca: string | null;
	ean13: string | null;
	gtin14: string | null;
	isbn: string | null;
	quantity_in_stock: number | null;
	quantity_on_backorder: number;
	restrictions: Restriction;
	color: string;
	size: string;
	cents: number;
	created: string;
	last_updated: string;
	/** What a call gave beside this, under the names of the API. */
	more?: Fields;
}

export interface CruxItem {
	uuid: string;
	item_id: string;
	title: string;
	brand: string;
	category: string;
	country: string;
	shipping: 'fixed' | 'free' | 'variable';
	bundle: 'single' | 'case_pack';
	catalogType: 'standard' | 'discovery';
	images: Array<{ width: number; height: number }>;
	skuUuids: string[];
	created: string;
	last_updated: string;
	more?: Fields;
}

export interface CruxInventoryList {
	uuid: string;
	name: string;
	description: string;
	skuUuids: string[];
	created: string;
	last_updated: string;
}

export interface CruxAttribute {
	attribute_name?: string;
	attribute_value?: string;
}

/** What of a line went out in one package; the lines of a package share its uuid. */
export interface CruxTracking {
	packageUuid: string;
	number: string;
	carrier: string | null;
	method: string | null;
	weight: string | null;
	cost: string | null;
	/** No answer shows what the supplier says the SKU costs. */
	skuCost: string | null;
	date: string;
	created: string;
	quantity: number;
	attributes: CruxAttribute[];
}

export interface CruxLine {
	uuid: string;
	skuUuid: string;
	quantity: number;
	status: AllocationStatus;
	designation: Designation | null;
	backorderDate: string | null;
	tracking: CruxTracking[];
	/** No answer shows it: the documentation knows no field for a pending request. */
	isCancelRequested: boolean;
	/** As the supplier has said; lines of the seed follow from their status. */
	allocation?: { accepted: number; rejected: number; backordered: number };
	/** Notes, attributes and costs that either side has set, under the names of the API. */
	more?: Fields;
}

export interface CruxInvoice {
	uuid: string;
	number: string;
	attributes: CruxAttribute[];
	items: Fields[];
	charges: Fields;
}

export interface CruxOrder {
	uuid: string;
	poNumber: string;
	created: string;
	customer: string;
	city: string;
	notes: string;
	isSentToSupplier: boolean;
	lines: CruxLine[];
	address?: Fields;
	invoices?: CruxInvoice[];
	/** How often the supplier has said that it has the order; no answer shows it. */
	acknowledged?: number;
	/** Fees that either side has set, and its notes and attributes, under the names of the API. */
	fees?: Fields;
	more?: Fields;
}

/** A CSV in the making: what it will be, and how often it was asked for. */
export interface CruxExport {
	uuid: string;
	end: 'COMPLETED' | 'FAILED' | 'never';
	csv: string;
	polls: number;
	/** The signed link, once the file is there. */
	link: string | null;
}

/** A file as it was uploaded; the part has a file name of its own. */
export interface CruxUpload extends FilePart {
	uuid: string;
	name: string;
}

export interface CruxState extends PeopleState {
	accounts: CruxAccount[];
	tokens: Map<string, CruxToken>;
	logins: number;
	/** Seconds a token lives. */
	tokenLife: number;
	/** Not known of the real API; both readings can be tried. */
	loginEndsOlderToken: boolean;
	/** start and limit of the inventory lists are undocumented; false leaves them without effect. */
	pagesInventoryLists: boolean;
	/** The text of the order search reads limit as the end of the page, the samples as its size. */
	limitIsPageEnd: boolean;
	/** What Remove Items answers; no body is documented. */
	removeItemsAnswer: unknown;
	skus: Map<string, CruxSku>;
	items: Map<string, CruxItem>;
	inventoryLists: Map<string, CruxInventoryList>;
	orders: CruxOrder[];
	exports: Map<string, CruxExport>;
	/** How often an export is pending before it ends. */
	pendingPolls: number;
	uploads: Map<string, CruxUpload>;
	/** What signed links lead to. */
	files: Files;
}

export interface CruxCaller {
	account: CruxAccount;
}

const BOTH = [
	'view_org_users',
	'edit_org_users',
	'view_org_subscription_plan',
	'view_payment_info',
	'view_billing_statement',
	'view_notifications_settings',
	'edit_email_notifications_preferences',
	'cancel_order',
	'view_order',
	'export_order',
	'view_items',
	'view_orders',
	'view_supplier_catalogs',
];

/** Names of what users may do. */
export const BY_ROLE: Record<Role, string[]> = {
	RETAILER: [...BOTH, 'create_order', 'view_inventory_lists', 'edit_inventory_lists'],
	SUPPLIER: [...BOTH, 'edit_items', 'add_order_tracking', 'allocate_order', 'edit_supplier_catalogs'],
};

/** One of the two demo accounts. */
export function createAccount(seed: number, role: Role): CruxAccount {
	const side = role.toLowerCase();
	const isRetailer = role === 'RETAILER';
	return {
		username: `${side}@crux.test`,
		password: `${side}-demo-password`,
		role,
		organization: isRetailer ? 'Harbor Outfitters' : 'Northwind Supply',
		contact: isRetailer ? 'Rosa Marin' : 'Sven Okafor',
		orgUuid: uuidOf(seed, `organization:${side}`),
		userUuid: uuidOf(seed, `user:${side}`),
		sideUuid: uuidOf(seed, `side:${side}`),
		permissions: [...BY_ROLE[role]],
	};
}

/** The account of a role. */
export function accountOf(state: CruxState, role: Role): CruxAccount {
	const found = state.accounts.find((account) => account.role === role);
	if (!found) throw new Error(`No ${role} account in the state`);
	return found;
}
