import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { routeOf } from '../../engine/request';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import { serviceOf } from '../support/inputs';
import { useSimulator } from '../support/simulator';
import { versionedRows } from '../table/rows';
import type { VersionedRow } from '../table/rows';

const used = useSimulator();
const credential = { crux: () => used.credentials.retailer(), ebay: () => used.credentials.ebay(), whisk: () => used.credentials.whisk() };

interface Asked {
	path: string;
	/** Where the service has several. */
	host?: string;
	token?: string;
	query?: IDataObject;
	body?: IDataObject;
	/** A member that the answer must have. */
	gives: string;
}

const READS: Record<string, Asked> = {
	crux: { path: '/organizations/', gives: 'org_type' },
	ebay: { path: '/buy/browse/v1/item_summary/search', host: 'api.ebay.com', token: 'application', query: { q: 'lamp', limit: 2 }, gives: 'itemSummaries' },
	whisk: { path: '/list/v2', host: 'api.whisk.com', gives: 'items' },
};

const WRITES: Record<string, Asked> = {
	crux: { path: '/orders/', body: { limit: 2, sort: { key: 'date', dir: 'asc' } }, gives: 'orders' },
	ebay: { path: '/buy/browse/v1/shopping_cart/update_quantity', host: 'api.ebay.com', token: 'user', body: { cartItemId: '5400000001', quantity: 2 }, gives: 'cartItems' },
	whisk: { path: '/list/v2', host: 'api.whisk.com', body: { name: 'Weekend' }, gives: 'list' },
};

const own = versionedRows.filter(({ operation }) => operation.own);
const isRead = ({ operation }: VersionedRow): boolean => routeOf(operation.route).method === 'GET';

/** The name of the parameter that stands at a place. */
function parameterAt({ operation: { fields } }: VersionedRow, where: string): string | undefined {
	return Object.entries(fields).find(([, { place }]) => place.in === where)?.[0];
}

async function run(row: VersionedRow, { path, host, token, query, body }: Asked, more: IDataObject = {}): Promise<NodeRan> {
	const { resource, operation, version, description } = row;
	const given: Array<[string, unknown]> = [['path', path], ['host', host], ['token', token], ['query', query && JSON.stringify(query)], ['body', body && JSON.stringify(body)]];
	const placed = given.flatMap(([where, value]) => { const name = parameterAt(row, where); return name && value !== undefined ? [[name, value]] : []; });
	const parameters = { resource: resource.value, operation: operation.value, ...(version ? { apiVersion: version.value } : {}), ...Object.fromEntries(placed), ...more } as INodeParameters;
	return await runNode({ node: description.name, credential: credential[serviceOf(row)](), parameters, settings: { onError: 'continueRegularOutput' } });
}

/** What the service looked at under a path; a call whose token had died is answered 401 and counts for nothing. */
const callsTo = (path: string) => used.sim.calls.filter((call) => call.path.endsWith(path) && call.status !== 401);
/** The call itself; those before it fetch a token. */
const last = () => used.sim.calls.at(-1)!;

test('every node has a read and a write of the user\'s own', () => {
	const nodes = [...new Set(versionedRows.map(({ description }) => description.name))];
	for (const name of nodes) expect({ name, kinds: own.filter(({ description }) => description.name === name).map(isRead).sort().filter((one, index, all) => all.indexOf(one) === index) }).toEqual({ name, kinds: [false, true] });
});

test.each(own.filter(isRead).map((row) => [row.id, row] as const))('%s: path and query are sent as they are written, and the answer is handed on', async (_, row) => {
	const asked = READS[serviceOf(row)];
	const { json, error } = await run(row, asked);
	expect(error).toBeUndefined();
	expect(json[0]).toHaveProperty(asked.gives);
	const query = Object.fromEntries(Object.entries(asked.query ?? {}).map(([name, value]) => [name, String(value)]));
	expect(last()).toMatchObject({ method: 'GET', path: `${row.version?.prefix ?? ''}${asked.path}`, query, status: 200 });
});

test.each(own.filter((row) => !isRead(row)).map((row) => [row.id, row] as const))('%s: the body is sent as it is written, once', async (_, row) => {
	const asked = WRITES[serviceOf(row)];
	const { json, error } = await run(row, asked);
	expect(error).toBeUndefined();
	expect(json[0]).toHaveProperty(asked.gives);
	expect(callsTo(asked.path)).toEqual([expect.objectContaining({ method: 'POST', body: asked.body, status: 200 })]);
});

test.each(own.filter((row) => !isRead(row)).map((row) => [row.id, row] as const))('%s: the method can be chosen, and a write without an answer is not sent again', async (_, row) => {
	const asked = { ...WRITES[serviceOf(row)], path: '/nothing/here', body: undefined };
	used.sim.fault({ path: 'nothing/here$', kind: 'reset-after' });
	const { json } = await run(row, asked, { [parameterAt(row, 'method')!]: 'DELETE' });
	expect(callsTo('/nothing/here').map(({ method, status }) => ({ method, status }))).toEqual([{ method: 'DELETE', status: 'dropped' }]);
	expect(json[0].details).toMatchObject({ outcome: 'unknown' });
});

const strange = ['//evil.test/a', 'https://evil.test/a', '/a/../../b', '/a?b=1', '/a#b', 'a/b', '/a b', '/a\\b'];

test.each(strange)('a path that could lead elsewhere is refused before anything is sent: %s', async (path) => {
	for (const row of own) {
		const { json } = await run(row, { ...READS[serviceOf(row)], path });
		expect(json[0].details).toMatchObject({ outcome: 'not sent' });
	}
	expect(used.sim.calls).toEqual([]);
});
