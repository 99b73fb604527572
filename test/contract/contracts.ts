import { filesIn, jsonOf } from '../table/load.js';

export interface Member {
	type: string;
	items?: string;
	required?: boolean;
	enum?: string[];
	/** The page leaves values out, so further ones are no mistake. */
	openEnum?: boolean;
	nullable?: boolean;
	/** No page names it: an overlay of ours does. */
	documented?: boolean;
}

export type Members = Record<string, Member>;

/** What the service promises of one operation. */
export interface Contract {
	id: string;
	status?: string;
	method: string;
	host: string;
	path: string;
	token: string[];
	scopes?: string[];
	/** How the body is written, when not as JSON. */
	bodyType?: string;
	role?: string;
	permission?: string[];
	params?: Members;
	query?: Members;
	header?: Members;
	body?: Members;
	success: number[];
	empty204?: boolean;
	errors: Record<string, Array<number | string>>;
	certainty?: 'full' | 'partial';
	answerRoot?: string;
	answer: Record<string, string>;
}

interface ContractFile {
	service: string;
	operations?: Contract[];
}

export const contracts: Contract[] = filesIn(['contracts'], /\.json$/).flatMap((file) => (jsonOf(file) as ContractFile).operations ?? []);

export const keyOf = ({ method, host, path }: Pick<Contract, 'method' | 'host' | 'path'>): string => `${method} ${host}${path}`;

const byKey = new Map(contracts.map((contract) => [keyOf(contract), contract]));

export const contractOf = (call: Pick<Contract, 'method' | 'host' | 'path'>): Contract | undefined => byKey.get(keyOf(call));

/** The value of a path parameter in a path that was called; what follows the parameter in its segment is no part of it. */
export function pathValue(path: string, called: string, name: string): string | undefined {
	const at = path.split('/').findIndex((segment) => segment.startsWith(`{${name}}`));
	const end = path.split('/')[at]?.slice(name.length + 2) ?? '';
	const segment = called.split('/')[at];
	return segment === undefined ? undefined : decodeURIComponent(segment.slice(0, segment.length - end.length));
}

/** Cursors of the page before, which are offered by no list. */
export const BACKWARDS: Record<string, string> = Object.fromEntries(
	contracts.flatMap(({ id, query = {}, body = {} }) => [...Object.keys(query).map((name) => `query ${name}`), ...Object.keys(body).map((name) => `body ${name}`)].filter((name) => /[ .]before$/.test(name)).map((name) => [`${id}: ${name}`, 'pages are read forwards only'])),
);

/** Members of texts and amounts that eBay makes when it translates or converts: what a sender has is offered. */
export const MADE_BY_EBAY: Record<string, string> = Object.fromEntries(
	contracts.flatMap(({ id, body = {} }) => Object.keys(body).filter((name) => /\.(translated|converted)From\w+$/.test(name)).map((name) => [`${id}: body ${name}`, 'eBay makes it when it translates or converts'])),
);

/** Where the contract keeps the members of a place. */
export const membersAt = (contract: Contract, place: Place): Members => contract[place === 'path' ? 'params' : place] ?? {};

export const PLACES = ['path', 'query', 'header', 'body'] as const;
export type Place = (typeof PLACES)[number];

/** Every member that the contract names, with its place. */
export const namedIn = (contract: Contract): Array<{ in: Place; name: string; member: Member }> =>
	PLACES.flatMap((place) => Object.entries(membersAt(contract, place)).map(([name, member]) => ({ in: place, name, member })));
