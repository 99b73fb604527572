import type { INodeParameters } from 'n8n-workflow';
import { signedIn } from '../../engine/signIns';
import type { Caller, SignIn } from '../../engine/types';
import { markOf } from '../../simulator/account';
import { runNode } from '../support/engine';
import { filesFor } from '../support/files';
import { minimal, sample } from '../support/inputs';
import { credentialsFor } from '../support/simulator';
import { promisedRows } from '../table/rows';
import type { VersionedRow } from '../table/rows';
import { credentialFor, ownCalls, startOver, useLoop } from './run';

/** Every operation under every way to sign in that its node offers beside the usual one. */
const used = useLoop();
const choosing = (value: string) => ({ getNodeParameter: () => value }) as unknown as Caller;
const ways: Array<[string, VersionedRow, SignIn]> = promisedRows.flatMap((row) => (row.api.signIns ?? []).slice(1).map((way): [string, VersionedRow, SignIn] => [`${row.id} by ${way.value}`, row, way]));
const runs = async (row: VersionedRow, parameters: INodeParameters, credential: ReturnType<typeof credentialFor>) =>
	await runNode({ node: row.description.name, credential, parameters, files: [filesFor(row.operation.fields)], settings: { onError: 'continueRegularOutput' } });
const wireOf = (row: VersionedRow) => ownCalls(row, used.sim).map(({ method, host, path, query, body, status }) => ({ method, host, path, query, body, status }));

test('there are such operations', () => expect(ways.length).toBeGreaterThan(80));

test.each(ways)('%s: it does the same, with the token of that way, or says that it cannot', async (_, row, { value }) => {
	const api = signedIn(choosing(value), row.api);
	const parameters = sample(minimal(row, used.sim));
	const usual = await runs(row, parameters, credentialFor(row, used.sim));
	const [wire, json] = [wireOf(row), usual.json];
	startOver(used.sim);
	const ran = await runs(row, { ...parameters, authentication: value }, credentialsFor(used.sim).whiskOAuth2());
	const { tokens } = row.operation;
	if (tokens && !tokens.some((kind) => api.kinds!({}).includes(kind))) {
		expect(used.sim.calls).toEqual([]);
		return expect(ran.json[0]).toMatchObject({ error: expect.stringMatching(/ needs a .* token, which this Whisk credential does not give/), details: { outcome: 'not sent', description: expect.stringContaining('Access Token') } });
	}
	const secret = `Bearer ${markOf(used.sim.demo.whisk.consent.accessToken)}`;
	for (const { headers } of ownCalls(row, used.sim)) expect(headers.authorization).toBe(secret);
	// IDs that are made anew are not compared: how many items came, and what was sent, is
	expect({ items: ran.json.length, failed: ran.json.filter(({ error }) => error), wire: wireOf(row) }).toEqual({ items: json.length, failed: [], wire });
});
