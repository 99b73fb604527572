import type { Answer, Fields, Visit } from '../types';
import { failed, newUuid, ok } from './answers';
import type { CruxConnection, CruxDiscovered, CruxPartner, CruxRequest } from './peopleState';
import { accountOf } from './state';
import type { CruxCaller, CruxState } from './state';

type CruxVisit = Visit<CruxState, CruxCaller>;

const PAGE = 50;
const PAGE_MAX = 100;

const personOf = (contact: string, email: string): Fields => {
	const [first, last] = contact.split(' ');
	return { first_name: first, last_name: last, email, phone: '555-0100' };
};

/** One side of a connection. */
function sideOf({ sideUuid, orgUuid, name, contact }: CruxPartner, side: 'retailer' | 'supplier', isTimp: boolean): Fields {
	const sides = isTimp ? { retailer_uuid: '', supplier_uuid: '', [`${side}_uuid`]: sideUuid } : {};
	const organization = { uuid: orgUuid, name, website: 'https://partner.test', org_type: side.toUpperCase(), status: 'ACTIVE', created_date: '2026-01-05T09:00:00.000001Z', active_date: '2026-01-06T09:00:00.000001Z', ...sides };
	return { uuid: sideUuid, organization, contact: personOf(contact, 'contact@partner.test') };
}

function connectionShape({ uuid, retailer, supplier, status, accountNumber, deactivated }: CruxConnection, isTimp: boolean): Fields {
	return {
		uuid, status, retailer: sideOf(retailer, 'retailer', isTimp), supplier: sideOf(supplier, 'supplier', isTimp),
		account_manager: { uuid, person: personOf('Ada Quinn', 'ada@crux.test') },
		suppliers_retailer_account_number: accountNumber, retailers_supplier_account_number: accountNumber,
		...(isTimp ? { allocation_type: 'MANUAL', deactivated_date: deactivated } : {}),
	};
}

/** GET …/organizations/connections/: all of them, as a bare array; each side sees its own. */
export function getConnections({ state, caller, operation }: CruxVisit): Answer {
	const { role, sideUuid } = caller.account;
	const own = state.connections.filter(({ retailer, supplier }) => (role === 'RETAILER' ? retailer : supplier).sideUuid === sideUuid);
	return ok(own.map((one) => connectionShape(one, operation.version === 'timp')));
}

function requestShape({ uuid, asked, integrations, files, date, isApproved }: CruxRequest): Fields {
	return {
		record_uuid: uuid, org_name: asked.organization_name, org_contact_full_name: asked.primary_contact_name, primary_contact_phone: asked.primary_contact_phone ?? '', primary_contact_email: asked.primary_contact_email ?? '',
		retailer_account_number: asked.organization_account_number ?? asked.retailer_account_number ?? '', additional_information: asked.additional_information ?? '',
		integrations: integrations.map(({ file_locations: locations, ...rest }) => ({ ...rest, feed_source_file_locations: locations ?? '' })), uploaded_files: files,
		request_date: date, is_approved: isApproved, approved_by: isApproved ? { uuid, person: personOf('Ada Quinn', 'ada@crux.test') } : null,
	};
}

/** GET …/organizations/connections/request/ */
export function getRequests({ state, query }: CruxVisit): Answer {
	const { start = 0, limit = PAGE } = query as { start?: number; limit?: number };
	if (start < 0 || limit < 1) return failed(400, 'start must be 0 or more and limit 1 or more');
	const all = [...state.requests.values()];
	return ok({ requests: all.slice(start, start + Math.min(limit, PAGE_MAX)).map(requestShape), pagination: { total_count: all.length, start, limit } });
}

const noRequest = (uuid: string): Answer => failed(404, `No connection request ${uuid}`);

/** GET …/organizations/connections/request/{request_uuid}/ */
export function getRequest({ state, params }: CruxVisit): Answer {
	const found = state.requests.get(params.request_uuid);
	return found ? ok(requestShape(found)) : noRequest(params.request_uuid);
}

const newIntegration = ({ type, ...rest }: Fields, now: number): Fields => ({ record_uuid: newUuid(), integration_type: type ?? 'other', date_created: new Date(now).toISOString().slice(0, 10), ...rest });

/** POST …/organizations/connections/request/: the same supplier may be asked for twice. */
export function createRequest({ state, body, now }: CruxVisit): Answer {
	const { integrations = [], uploaded_files: files = [], ...asked } = body as Fields & { integrations?: Fields[]; uploaded_files?: Fields[] };
	const empty = ['organization_name', 'primary_contact_name'].find((name) => String(asked[name]).trim() === '');
	if (empty) return failed(400, `${empty} must not be empty`);
	const [uuid, date] = [newUuid(), new Date(now).toISOString().slice(0, 10)];
	state.requests.set(uuid, { uuid, asked, integrations: integrations.map((one) => newIntegration(one, now)), files, date, isApproved: false });
	return { status: 201, body: { request_uuid: uuid, request_date: date } };
}

/** PATCH …/organizations/connections/request/{request_uuid}/: an integration with its uuid is changed, one without is added. */
export function updateRequest({ state, params, body, now }: CruxVisit): Answer {
	const found = state.requests.get(params.request_uuid);
	if (!found) return noRequest(params.request_uuid);
	const { integrations = [], uploaded_files: files = [], ...asked } = body as Fields & { integrations?: Fields[]; uploaded_files?: Fields[] };
	const known = (uuid: unknown) => found.integrations.find((one) => one.record_uuid === uuid);
	const unknown = integrations.find(({ record_uuid: uuid }) => uuid !== undefined && !known(uuid));
	if (unknown) return failed(422, `The request has no integration ${String(unknown.record_uuid)}`);
	for (const one of integrations) if (one.record_uuid) Object.assign(known(one.record_uuid)!, one);
	found.integrations.push(...integrations.filter((one) => !one.record_uuid).map((one) => newIntegration(one, now)));
	found.files.push(...files);
	Object.assign(found.asked, asked);
	return { status: 204 };
}

interface Discovery {
	initial_character?: string;
	recent?: number;
	pagination?: { start?: number; limit?: number };
	start?: number;
	limit?: number;
	sort?: { key?: string; dir?: string };
}

const SORTS: Record<string, (one: CruxDiscovered) => number | string> = { number_of_skus: ({ skus }) => skus, fulfillment_percentage: ({ fulfillment }) => fulfillment, name: ({ name }) => name };

const discoveredShape = ({ sideUuid, name, contact, skus, fulfillment }: CruxDiscovered): Fields => ({
	uuid: sideUuid, name, website: 'https://partner.test', description: `${name} ships from stock`, fulfillment_percentage: fulfillment, number_of_skus: skus,
	contact: personOf(contact, 'contact@partner.test'), shipping_origin_country_name: 'United States',
});

/** POST …/discovery/suppliers/: start and limit are read where the sample has them, or at the top; larger limits are cut. */
export function getDiscoverySuppliers({ state, body, now }: CruxVisit): Answer {
	const { initial_character: initial = '', recent, pagination = {}, sort, ...flat } = body as Discovery;
	const start = pagination.start ?? flat.start ?? 0;
	const limit = Math.min(PAGE_MAX, pagination.limit ?? flat.limit ?? PAGE);
	const since = recent === undefined ? -Infinity : now - recent * 86_400_000;
	const begins = (name: string) => initial === '' || (initial === '#' ? /^\d/.test(name) : name.toUpperCase().startsWith(initial[0].toUpperCase()));
	const found = state.discovered.filter(({ name, joined }) => begins(name) && Date.parse(joined) >= since);
	const keyOf = SORTS[sort?.key ?? ''];
	const order = sort?.dir === 'desc' ? -1 : 1;
	if (keyOf) found.sort((a, b) => order * String(keyOf(a)).localeCompare(String(keyOf(b)), 'en', { numeric: true }));
	return ok({ suppliers: found.slice(start, start + limit).map(discoveredShape), pagination: { total_count: found.length, start: null, limit: null } });
}

const isSupplier = (state: CruxState, uuid: string): boolean => [...state.connections.map(({ supplier }) => supplier), ...state.discovered].some(({ sideUuid }) => sideUuid === uuid);

/** GET …/discovery/participation/{supplier_uuid}/ */
export function getParticipation({ state, params }: CruxVisit): Answer {
	const uuid = params.supplier_uuid;
	if (!isSupplier(state, uuid)) return failed(404, `No supplier ${uuid}`);
	const { isParticipating, catalogUuid, joined } = state.participation.get(uuid) ?? { isParticipating: false, catalogUuid: null, joined: null };
	const { contact, username, userUuid } = accountOf(state, 'SUPPLIER');
	return ok({
		supplier_uuid: uuid, is_participating: isParticipating, discovery_catalog_uuid: catalogUuid, date_joined: joined,
		requested_by: { uuid: userUuid, ...personOf(contact, username), job_title: 'Operations' }, approved_by: isParticipating ? { uuid: userUuid, person: personOf('Ada Quinn', 'ada@crux.test') } : null,
	});
}

/** POST …/discovery/participation/{supplier_uuid}/: who takes part shows a catalog. */
export function updateParticipation({ state, params, body, now }: CruxVisit): Answer {
	const { is_participating: isParticipating, discovery_catalog_uuid: catalogUuid } = body as { is_participating: boolean; discovery_catalog_uuid?: string };
	if (!isSupplier(state, params.supplier_uuid)) return failed(404, `No supplier ${params.supplier_uuid}`);
	if (isParticipating && (!catalogUuid || !state.catalogs.has(catalogUuid))) return failed(400, 'discovery_catalog_uuid must name a catalog of the supplier');
	state.participation.set(params.supplier_uuid, { isParticipating, catalogUuid: isParticipating ? catalogUuid! : null, joined: isParticipating ? new Date(now).toISOString() : null });
	return { status: 204 };
}
