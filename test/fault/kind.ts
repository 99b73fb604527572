import type { IBinaryKeyData, ICredentialDataDecryptedObject, IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import type { ServiceName, SimulatorState } from '../../simulator/types';
import { credentialsFor } from '../support/simulator';
import type { Simulator } from '../support/simulator';

/** What a second sending does, as the APIs' pages tell it. */
export type Nature = 'read' | 'absolute' | 'keyed' | 'verify' | 'never';

/** One real operation, with three items to run it on and the eyes to see in the state what became of each. */
export interface Kind {
	name: string;
	service: ServiceName;
	node: string;
	nature: Nature;
	role?: 'retailer' | 'supplier';
	parameters: INode['parameters'];
	options?: IDataObject;
	input: IDataObject[];
	files?: IBinaryKeyData[];
	/** What the items work on and the seed does not have. */
	prepare?: (state: SimulatorState) => void;
	/** The call that is struck: method, path as a regular expression, and for each item a regular expression for query and body. */
	method: string;
	path: string | string[];
	holds?: string[];
	/** The call that carries the write out, where another one is struck. */
	own?: { method: string; path: string };
	/** A call does not show which item it is for: all items read the same, or write one record. */
	isMixed?: true;
	/** How many effects of an item the state shows; reads have none. */
	effects?: (state: SimulatorState, item: number) => number;
	/** Whether what a successful item hands on is right. */
	shows?: (items: INodeExecutionData[], item: number, state: SimulatorState) => boolean;
	/** The read that goes with the write: of what was done, or of the record. */
	look?: string;
	/** Whether one bad row is refused inside the call, and the column that results are matched by. */
	bulk?: 'order' | 'key';
	/** Of several steps, the one that is struck: an item that failed later tells that it was done. */
	step?: string;
	/** The items are rows of a table in one input item; each is known by this member of what it gives. */
	rowsBy?: string;
	bulkKey?: string;
	/** Items are handed on as rows, failed ones too. */
	isRow?: true;
	/** The struck call is answered with a file instead of JSON. */
	isFile?: boolean;
}

/** The numbers of the items of every cell. */
export const ITEMS = [0, 1, 2];

/** A record named by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

export const timp = { apiVersion: 'timp' };

/** Whether the struck call is the one that writes. */
export const isOwnStruck = ({ own, method }: Kind): boolean => !own || own.method === method;

/** A credential that no other cell has, so that its sign-ins are its own. */
export function credentialFor(kind: Kind, sim: Simulator, serial: number): ICredentialDataDecryptedObject {
	const make = credentialsFor(sim);
	if (kind.service === 'whisk') return make.whisk();
	if (kind.service === 'ebay') {
		sim.state.ebay.client.secret = `PRD-demo-client-secret-${serial}`;
		return { ...make.ebay(), clientSecret: sim.state.ebay.client.secret };
	}
	const role = kind.role ?? 'retailer';
	const account = sim.state.crux.accounts.find((one) => one.role === role.toUpperCase())!;
	account.username = `${role}-${serial}@crux.test`;
	return { ...make[role](), username: account.username };
}
