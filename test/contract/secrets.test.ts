import type { IDataObject } from 'n8n-workflow';
import { secretMembers } from '../../engine/table';
import { runNode } from '../support/engine';
import { useSimulator } from '../support/simulator';
import { filesIn, jsonOf, nodeTypes, tables, triggers } from '../table/load.js';
import { callOf } from './sent';
import { contractOf } from './contracts';
import { promisedRows } from '../table/rows';

/** Names under which services hand out what opens something to whoever has it. */
const SECRET = /^(auth_?|access_?|refresh_?|reset_?|verification_?|invitation_?)?token$|^(private_?key|(client_?)?secret|password|card_?number)$/i;

const used = useSimulator();

/** Names of all members of a schema, at any depth. */
const namesIn = (schema: IDataObject): string[] =>
	Object.entries((schema.properties ?? {}) as Record<string, IDataObject>).flatMap(([name, inner]) => [name, ...namesIn(inner)]).concat(schema.items ? namesIn(schema.items as IDataObject) : []);

const holding = promisedRows.map((row) => {
	const { answer = {} } = contractOf(callOf(row.api, row.operation, row.version)) ?? {};
	return { ...row, secrets: Object.keys(answer).filter((name) => SECRET.test(name)) };
}).filter(({ secrets }) => secrets.length);

test('there are answers with a secret in them', () => {
	expect(holding.map(({ id }) => id)).toContain('crux/account/getToken timp');
});

test.each(holding.map((row) => [row.id, row] as const))('%s: the secret of its answer is handed on only when it is asked for', (_, { operation: { omit = [], outputs = [] }, secrets }) => {
	expect([...omit, ...(outputs[0]?.omit ?? [])]).toEqual(expect.arrayContaining(secrets));
});

test('no item that is handed on unasked has a member of such a name, at any depth', () => {
	const schemas = filesIn(['nodes'], /__schema__\/.*\.json$/);
	expect(schemas.length).toBeGreaterThan(100);
	expect(schemas.flatMap((file) => namesIn(jsonOf(file) as IDataObject).filter((name) => SECRET.test(name)).map((name) => `${file}: ${name}`))).toEqual([]);
});

test.each(nodeTypes.map((node) => [node.name, node] as const))('%s: n8n is told which members of its items are secret', (_, { description }) => {
	const ofNode = tables.filter((one) => one.description === description).map(({ table }) => table.sensitiveOutputFields);
	const ofTrigger = triggers.filter((one) => one.description === description).map(({ table }) => secretMembers(table.events.map(({ reads }) => reads)));
	expect(description.sensitiveOutputFields ?? []).toEqual([...ofNode, ...ofTrigger].flat());
});

test('the token of a pending invitation stands in no user, raw ones included', async () => {
	const invited = used.sim.state.crux.users.find(({ status }) => status === 'CONFIRMATION WAITING')!;
	const base = { apiVersion: 'timp', resource: 'user', simplify: false, options: {} };
	const one = { ...base, operation: 'get', user: { __rl: true, mode: 'id', value: invited.uuid } };
	for (const parameters of [one, { ...base, operation: 'getAll', returnAll: true }]) {
		const { json } = await runNode({ node: 'crux', credential: used.credentials.retailer(), parameters });
		const shown = json.find(({ uuid }) => uuid === invited.uuid);
		expect(shown).toMatchObject({ status: 'CONFIRMATION WAITING' });
		expect(shown).not.toHaveProperty('token');
	}
});
