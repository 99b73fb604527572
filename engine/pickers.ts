import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { isBlank, toId } from './checks';
import { nodeError } from './failure';
import { isPaged, readPage } from './pages';
import { guarded } from './read';
import { buildRequest, getPath, placed } from './request';
import { Pace } from './retry';
import { send } from './send';
import type { Api, Picker, Resource } from './types';

type ListSearch = Record<string, (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>>;

const PAGE = 100;
/** Someone looks at an open list: it is tried again, but not for long. */
const PICKER_LIMITS = { tries: 2, requestWait: 5_000, runWait: 10_000 };
/** A filter looks through this many pages at most for one answer of the list. */
const MOST_PAGES = 10;

/** The listSearch methods of every picker that the resources use. */
export function buildListSearch(api: Api, resources: readonly Resource[]): ListSearch {
	const fields = resources.flatMap(({ operations }) => operations.flatMap((operation) => placed(operation.fields)));
	const pickers = fields.flatMap(([, { picker }]) => (picker ? [picker] : []));
	return Object.fromEntries(pickers.map((picker) => [picker.name, async function (this: ILoadOptionsFunctions, filter?: string, token?: string) {
		return await search(this, api, picker, filter, token);
	}]));
}

async function search(context: ILoadOptionsFunctions, api: Api, picker: Picker, filter = '', token = '0'): Promise<INodeListSearchResult> {
	const credentials = await context.getCredentials(api.credential);
	const version = api.versions ? String(context.getCurrentNodeParameter('apiVersion') ?? api.versions[0].value) : undefined;
	const prefix = api.versions?.find(({ value }) => value === version)?.prefix ?? '';
	const values = picker.parent ? { [picker.parent.parameter]: parentOf(context, picker.parent) } : {};
	const given = api.kinds?.(credentials);
	const sending = { api, effect: 'read' as const, kind: picker.tokens?.find((kind) => given?.includes(kind)) };
	const pace = new Pace(PICKER_LIMITS, () => false);
	const fetch = async (extra: { query?: IDataObject; body?: IDataObject }) => {
		const body = picker.body ? { ...picker.body, ...extra.body } : extra.body;
		const request = buildRequest(api, credentials, { route: picker.route, fields: {} }, values, { ...extra, body }, prefix);
		return await send(context, sending, request, pace);
	};
	const results: INodeListSearchItems[] = [];
	let start: number | undefined = Number(token);
	for (let pages = 0; start !== undefined && pages < MOST_PAGES && !results.length; pages++) {
		const page = await readPage(fetch, picker.list, version, start, Math.min(PAGE, picker.list.paging?.max ?? PAGE));
		if (!page.ok) throw nodeError(context.getNode(), page.failure, 0);
		results.push(...page.value.records.map((record) => entry(record, picker)).filter((found) => matches(found, filter)));
		start = isPaged(picker.list, version) ? page.value.next : undefined;
	}
	return { results, ...(start === undefined ? {} : { paginationToken: String(start) }) };
}

const entry = (record: IDataObject, { label, value }: Picker): INodeListSearchItems => ({ name: label(record), value: String(getPath(record, value.join('|'))) });

const matches = ({ name, value }: INodeListSearchItems, filter: string): boolean => `${name} ${String(value)}`.toLowerCase().includes(filter.trim().toLowerCase());

/**
 * The parent's ID. The editor resolves an expression before it asks and gives nothing when it cannot, so both cases
 * are said in one sentence; a list shows no more than that (looked at in n8n 2.41).
 */
function parentOf(context: ILoadOptionsFunctions, { parameter, label, thing }: NonNullable<Picker['parent']>): string {
	const raw = context.getCurrentNodeParameter(parameter) as IDataObject | string | undefined | null;
	const value = typeof raw === 'object' && raw !== null ? raw.value : raw;
	const node = context.getNode();
	if (isBlank(value) || String(value).startsWith('=')) {
		throw new NodeOperationError(node, `'${label}' is not chosen, or is an expression without a value here: choose the ${thing} by hand or give the ID`);
	}
	const id = guarded(label, 0, () => toId(value));
	if (!id.ok) throw nodeError(node, id.failure, 0);
	return id.value;
}
