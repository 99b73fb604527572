import { digest, numberOf, uuidOf } from '../random';
import { CATALOG } from './shapes';
import type { CruxCatalog, CruxConnection, CruxDiscovered, CruxPartner, CruxRequest, CruxSetting, CruxUser, PeopleState } from './peopleState';
import { dayOf } from './seedIds';
import type { CruxAccount, CruxItem } from './state';

const SUPPLIERS = ['Pinecrest Trading', 'Saltmarsh Goods', 'Old Mill Outdoor'];
const LETTERS = 'ABCDEFGHIJKLMNOPRSTW';
const DISCOVERED = 120;

const partnerOf = ({ sideUuid, orgUuid, organization: name, contact }: CruxAccount): CruxPartner => ({ sideUuid, orgUuid, name, contact });

const partner = (seed: number, name: string): CruxPartner => ({ sideUuid: uuidOf(seed, `side:${name}`), orgUuid: uuidOf(seed, `organization:${name}`), name, contact: 'Nora Whitfield' });

function createConnections(seed: number, [retailer, supplier]: CruxAccount[]): CruxConnection[] {
	const statuses = ['ACTIVE', 'ACTIVE', 'CONFIRMATION WAITING', 'DEACTIVATED'] as const;
	return [partnerOf(supplier), ...SUPPLIERS.map((name) => partner(seed, name))].map((one, index) => ({
		uuid: uuidOf(seed, `connection:${one.name}`), retailer: partnerOf(retailer), supplier: one, status: statuses[index], accountNumber: `A-${1000 + index}`,
		deactivated: statuses[index] === 'DEACTIVATED' ? dayOf(25, '10:00:00.000001') : null,
	}));
}

function createRequests(seed: number): CruxRequest[] {
	return ['Tundra Textiles', 'Lakeside Lamps', 'Meadow Mills'].map((name, index) => ({
		uuid: uuidOf(seed, `request:${name}`),
		asked: { organization_name: name, primary_contact_name: 'Bo Lind', primary_contact_phone: '555-0142', primary_contact_email: 'bo@partner.test', organization_account_number: `T-${index}`, additional_information: '' },
		integrations: [{ record_uuid: uuidOf(seed, `integration:${name}`), integration_type: 'items', update_frequency: '30 6,12 * * *', file_locations: 'ftp://partner.test/in', file_specs: '', rules: '', date_created: '2026-09-10' }],
		files: [{ name: 'W-9', uuid: uuidOf(seed, `file:${name}`) }],
		date: `2026-09-1${index}`, isApproved: index === 0,
	}));
}

function createDiscovered(seed: number): CruxDiscovered[] {
	return Array.from({ length: DISCOVERED }, (_, index) => {
		const name = `${index % 10 === 9 ? '3' : LETTERS[index % LETTERS.length]}-Line Wholesale ${index + 1}`;
		return { ...partner(seed, name), skus: numberOf(seed, name, 5000), fulfillment: 80 + (index % 20), joined: dayOf(1 + (index % 50), '08:00:00.000001') };
	});
}

function createCatalogs(seed: number, items: CruxItem[]): CruxCatalog[] {
	const made = (name: string, uuid: string, from: number, to: number): CruxCatalog => ({
		uuid, name, description: `${name} catalog`, skuUuids: items.slice(from, to).flatMap(({ skuUuids }) => skuUuids), created: dayOf(1, '09:00:00.000001'), last_updated: dayOf(20, '09:00:00.000001'),
		shippingCost: '4.50', handlingCost: null, isDiscoverable: name === 'Discovery',
	});
	return [made(CATALOG.name, CATALOG.uuid, 0, 40), made('Winter', uuidOf(seed, 'catalog:winter'), 5, 12), made('Discovery', uuidOf(seed, 'catalog:discovery'), items.length - 10, items.length)];
}

const COLLEAGUES = [['Tess', 'Arbor', 'Buyer'], ['Ravi', 'Menon', 'Warehouse'], ['June', 'Castle', 'Accounting'], ['Olaf', 'Brink', 'Support']];

function createUsers(seed: number, account: CruxAccount): CruxUser[] {
	const [first, last] = account.contact.split(' ');
	const own = { uuid: account.userUuid, orgUuid: account.orgUuid, first, last, email: account.username, job: 'Operations', status: 'ACTIVE' as const, permissions: account.permissions };
	return [own, ...COLLEAGUES.map(([given, family, job], index) => ({
		uuid: uuidOf(seed, `user:${account.role}:${family}`), orgUuid: account.orgUuid, first: given, last: family, email: `${given.toLowerCase()}@crux.test`, job,
		status: index === 3 ? ('CONFIRMATION WAITING' as const) : ('ACTIVE' as const), permissions: ['view_order', 'view_items', 'view_org_users'].slice(0, 1 + (index % 3)),
	}))];
}

const SETTINGS: Array<[slug: string, label: string, domain: CruxSetting['domain']]> = [
	['orders/created', 'Order Created', 'Orders'], ['billing/invoice-due', 'Invoice Due', 'Billing'], ['billing/credit-limit', 'Nearing Credit Limit', 'Billing'],
	['orders/paid', 'Order Paid', 'Orders'], ['misc/api-errors', 'API Errors', 'Miscellaneous'],
];

const createSettings = (seed: number): CruxSetting[] => SETTINGS.map(([slug, label, domain]) => ({
	uuid: uuidOf(seed, `setting:${slug}`), slug, label, domain, types: [{ via: 'Dashboard', frequency: 'Real-time', enabled: true }, { via: 'email', frequency: 'Daily', enabled: false }],
}));

const byUuid = <T extends { uuid: string }>(records: T[]) => new Map(records.map((record) => [record.uuid, record]));

/** The token of a seeded invitation. */
export const invitationToken = (seed: number, name: string): string => digest(seed, `invitation:${name}`).slice(0, 40);

/** Partners, people, notices and bills of a fresh state. */
export function createPeople(seed: number, accounts: CruxAccount[], items: CruxItem[]): PeopleState {
	return {
		catalogs: byUuid(createCatalogs(seed, items)),
		connections: createConnections(seed, accounts),
		requests: byUuid(createRequests(seed)),
		discovered: createDiscovered(seed),
		participation: new Map(),
		users: accounts.flatMap((account) => createUsers(seed, account)),
		notices: ['Order PO-1001 was created', 'Order PO-1003 was created', 'A feed has failed'].map((title, index) => ({ uuid: uuidOf(seed, `notice:${title}`), title, created: dayOf(33 + index, '15:00:00.000001') })),
		settings: createSettings(seed),
		transactions: Array.from({ length: 5 }, (_, index) => ({ id: String(1040 + index), statement: `2026-0${5 + index}-01`, paid: index < 4 ? `2026-0${5 + index}-09` : null, total: `${120 + index}.50`, status: index < 4 ? 'PAID' : 'OPEN' })),
		invitations: new Map([['ines', 'open'], ['pavel', 'open'], ['old', 'expired']].map(([name, state]) => [invitationToken(seed, name), { email: `${name}@crux.test`, state: state as 'open' }])),
		resets: new Map(),
	};
}
