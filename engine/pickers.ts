import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import { asker } from './ask';
import type { Asker } from './ask';
import { isBlank, toId } from './checks';
import { nodeError } from './failure';
import { firstStart, readPage } from './pages';
import type { Start } from './pages';
import { guarded } from './refusal';
import { getPath, placed } from './request';
import type { Extra } from './request';
import type { Api, Asking, Field, Fields, Mapper, Operation, Parent, Picker } from './types';

type ListSearch = Record<string, (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>>;
type LoadOptions = Record<string, (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>>;
type Mapping = Record<string, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>>;

const PAGE = 100;
/** Someone looks at an open list: it is tried again, but not for long. */
const PICKER_LIMITS = { tries: 2, requestWait: 5_000, runWait: 10_000 };
/** A filter looks through this many pages at most for one answer of the list. */
const MOST_PAGES = 10;

/** Whatever has fields: operations, or the events of a trigger. */
type Fielded = { operations: ReadonlyArray<Pick<Operation, 'fields'>> };

const fieldsOf = (resources: readonly Fielded[]): Field[] => resources.flatMap(({ operations }) => operations.flatMap(({ fields }) => allOf(fields)));
/** Fields with all that stand in them. */
const allOf = (fields: Fields): Field[] => placed(fields).flatMap(([, field]) => [field, ...(field.inner ? allOf(field.inner) : [])]);

/** The listSearch methods of every picker that the resources use. */
export function buildListSearch(api: Api, resources: readonly Fielded[]): ListSearch {
	const pickers = fieldsOf(resources).flatMap(({ picker, control }) => (picker && control.type !== 'multiOptions' ? [picker] : []));
	return Object.fromEntries(pickers.map((picker) => [picker.name, async function (this: ILoadOptionsFunctions, filter?: string, token?: string) {
		return await search(this, api, picker, filter, token);
	}]));
}

/** The loadOptions methods of every choice of several from a live list: all of it at once. */
export function buildLoadOptions(api: Api, resources: readonly Fielded[]): LoadOptions {
	const pickers = fieldsOf(resources).flatMap(({ picker, control }) => (picker && control.type === 'multiOptions' ? [picker] : []));
	return Object.fromEntries(pickers.map((picker) => [picker.name, async function (this: ILoadOptionsFunctions) {
		return (await search(this, api, picker)).results as INodePropertyOptions[];
	}]));
}

/** Asks the service while someone fills in the form. */
async function formAsker(context: ILoadOptionsFunctions, api: Api, tokens?: readonly string[]): Promise<Asker> {
	const version = api.versions ? String(context.getCurrentNodeParameter('apiVersion') ?? api.versions[0].value) : undefined;
	return await asker(context, api, { version, tokens, limits: PICKER_LIMITS });
}

async function search(context: ILoadOptionsFunctions, api: Api, picker: Picker, filter = '', token?: string): Promise<INodeListSearchResult> {
	const { route, host, list, searchBy } = picker;
	const asking = await formAsker(context, api, picker.tokens);
	const { ask, version } = asking;
	const chosen = chosenIn(context, [...(picker.looksAt ?? []), ...(searchBy ? [searchBy.or] : [])]);
	const typed = filter.trim() || (searchBy && String(chosen[searchBy.or] ?? '').trim());
	if (searchBy && !typed) throw new NodeOperationError(context.getNode(), searchBy.none);
	const { known } = await askInTurn(context, asking, picker.before, {}, chosen);
	const query = { ...picker.query?.(known, chosen), ...(searchBy ? { [searchBy.query]: typed } : {}) };
	const values = picker.parent ? { ...known, [picker.parent.parameter]: parentOf(context, picker.parent) } : known;
	const asked = { ...picker.body, ...(picker.search && typed ? { [picker.search]: typed } : {}) };
	const fetch = async (extra: Extra) => await ask({ route, host, fields: {} }, values, { ...extra, query: { ...query, ...extra.query }, body: Object.keys(asked).length ? { ...asked, ...extra.body } : extra.body });
	const results: INodeListSearchItems[] = [];
	let start: Start = token === undefined ? firstStart(list) : list.paging?.by === 'cursor' ? token : Number(token);
	let isLast = false;
	for (let pages = 0; !isLast && pages < MOST_PAGES && !results.length; pages++) {
		const page = await readPage(fetch, list, version, start, Math.min(PAGE, list.paging?.max ?? PAGE));
		if (!page.ok) throw nodeError(context.getNode(), page.failure, 0);
		results.push(...page.value.records.map((record) => entry(record, picker)).filter((found) => picker.search || searchBy || matches(found, filter)));
		({ next: start, isLast } = page.value);
	}
	return { results, ...(isLast ? {} : { paginationToken: String(start) }) };
}

/** Asks one after the other; gives what is known then, and the last answer. */
async function askInTurn(context: ILoadOptionsFunctions, { ask, credentials }: Asker, steps: readonly Asking[] = [], more: IDataObject, chosen: IDataObject): Promise<{ known: IDataObject; answer: IDataObject }> {
	const known: IDataObject = { ...credentials, ...more };
	let answer: IDataObject = {};
	for (const { route, query, gives } of steps) {
		const got = await ask({ route, fields: {} }, known, { query: query(known, chosen) });
		if (!got.ok) throw nodeError(context.getNode(), got.failure, 0);
		answer = (got.value.body ?? {}) as IDataObject;
		if (gives) known[gives] = answer[gives];
	}
	return { known, answer };
}

/** Parameters as they stand in the form; expressions that have no value here are left out. */
const chosenIn = (context: ILoadOptionsFunctions, names: readonly string[] = []): IDataObject =>
	Object.fromEntries(names.map((name) => [name, context.getCurrentNodeParameter(name)]).filter(([, value]) => !isBlank(value) && !String(value).startsWith('='))) as IDataObject;

/** The resourceMapping methods of every form whose fields come from the API. */
export function buildResourceMapping(api: Api, resources: readonly Fielded[]): Mapping {
	const mappers = fieldsOf(resources).flatMap(({ mapper }) => (mapper ? [mapper] : []));
	return Object.fromEntries(mappers.map((mapper) => [mapper.name, async function (this: ILoadOptionsFunctions) {
		return await fieldsFor(this, api, mapper);
	}]));
}

async function fieldsFor(context: ILoadOptionsFunctions, api: Api, { parent, tokens, steps, looksAt, fields }: Mapper): Promise<ResourceMapperFields> {
	const asking = await formAsker(context, api, tokens);
	const { answer } = await askInTurn(context, asking, steps, { [parent.parameter]: parentOf(context, parent) }, chosenIn(context, looksAt));
	return { fields: fields(answer) };
}

const entry = (record: IDataObject, { label, value }: Picker): INodeListSearchItems => ({ name: label(record), value: String(getPath(record, value.join('|'))) });

const matches = ({ name, value }: INodeListSearchItems, filter: string): boolean => `${name} ${String(value)}`.toLowerCase().includes(filter.trim().toLowerCase());

/**
 * The parent's ID. The editor resolves an expression before it asks and gives nothing when it cannot, so both cases
 * are said in one sentence; a list shows no more than that (looked at in n8n 2.41).
 */
function parentOf(context: ILoadOptionsFunctions, { parameter, label, thing }: Parent): string {
	const raw = context.getCurrentNodeParameter(parameter) as IDataObject | string | undefined | null;
	const value = typeof raw === 'object' && raw !== null ? raw.value : raw;
	const node = context.getNode();
	if (isBlank(value) || String(value).startsWith('=')) {
		throw new NodeOperationError(node, `'${label}' is not chosen, or is an expression without a value here: run the nodes before this one, or choose the ${thing} by hand`);
	}
	const id = guarded(label, { item: 0 }, () => toId(value));
	if (!id.ok) throw nodeError(node, id.failure, 0);
	return id.value;
}
