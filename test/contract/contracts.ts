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

/** Where the contract keeps the members of a place. */
export const membersAt = (contract: Contract, place: Place): Members => contract[place === 'path' ? 'params' : place] ?? {};

export const PLACES = ['path', 'query', 'header', 'body'] as const;
export type Place = (typeof PLACES)[number];

/** Every member that the contract names, with its place. */
export const namedIn = (contract: Contract): Array<{ in: Place; name: string; member: Member }> =>
	PLACES.flatMap((place) => Object.entries(membersAt(contract, place)).map(([name, member]) => ({ in: place, name, member })));
