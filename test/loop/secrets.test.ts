import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Session } from '../../engine/session';
import type { FaultRule } from '../../simulator/server';
import { runNode } from '../support/engine';
import type { NodeRan } from '../support/engine';
import { filesFor } from '../support/files';
import { inspect } from '../support/host.js';
import { minimal, sample } from '../support/inputs';
import type { VersionedRow } from '../support/inputs';
import { guidedRows, promisedRows } from '../table/rows';
import { credentialFor, ownCalls, promiseOf, useLoop } from './run';

const used = useLoop();

/** What a credential does not keep secret: where it goes and who it is for. */
const OPEN = ['environment', 'customUrl', 'authentication', 'accessType', 'marketplace', 'ruName', 'username', 'clientId', 'applicationScopes', 'signingKey', 'signingKeyJwe'];
const leaves = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : []);

/** The tokens of a session, and what it keeps but for what that was got for. */
const sessionSecrets = ({ tokens, kept = {} }: Session): string[] => [...leaves(tokens), ...Object.values(kept).flatMap((one) => leaves({ ...(one as object), of: undefined }))];

/** Every secret of a credential after a run, each token of its session among them; the fingerprint is a hash. */
function canariesOf(credential: ICredentialDataDecryptedObject): string[] {
	const secret = Object.entries(credential).filter(([name]) => !OPEN.includes(name)).flatMap(([, value]) => leaves(value));
	const inside = secret.filter((text) => text.startsWith('{')).flatMap((text) => sessionSecrets(JSON.parse(text) as Session));
	return [...secret.filter((text) => !text.startsWith('{')), ...inside].filter((text) => text.length > 5);
}

/** All that a person, a log or a later node can get to see of a run. */
function seenIn({ out, errors, error, run }: NodeRan, printed: string[]): string {
	const whole = error ? [JSON.stringify(error), inspect(error, { depth: 12, showHidden: true }), error.message, error.description, error.stack, JSON.stringify(error.context), inspect((error as { cause?: unknown }).cause, { depth: 12 })] : [];
	return [...whole, JSON.stringify([out, errors]), JSON.stringify(run.data.resultData.runData), ...printed].join('\n');
}

/** Runs a row with what is written to the console caught. */
async function runSeen(row: VersionedRow, fault: FaultRule | undefined, settings: object): Promise<{ seen: string; canaries: string[] }> {
	const credential = credentialFor(row, used.sim);
	const parameters = { ...sample(minimal(row, used.sim)), options: { maxTries: 1, timeout: 1, ...(row.operation.job ? { checkEvery: 1 } : {}) } };
	const printed: string[] = [];
	const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => void printed.push(parts.map((part) => inspect(part, { depth: 8 })).join(' '))));
	if (fault) used.sim.fault({ method: promiseOf(row).method, path: '^(?!.*(login|oauth2)).*$', ...fault });
	const ran = await runNode({ node: row.description.name, credential, parameters, settings, files: [filesFor(row.operation.fields)] });
	for (const spy of spies) spy.mockRestore();
	return { seen: seenIn(ran, printed), canaries: canariesOf(credential) };
}

const FAULTS: Array<[string, FaultRule | undefined]> = [
	['nothing goes wrong', undefined], ['all is echoed', { kind: 'echo' }], ['a web page comes', { kind: 'html', status: 502 }], ['the connection breaks', { kind: 'reset-before' }], ['every token is refused', { status: 401 }],
];

describe.each(FAULTS)('when %s', (_, fault) => {
	test.each([...promisedRows, ...guidedRows].map((row) => [row.id, row] as const))('%s: no secret of the credential is seen', async (__, row) => {
		for (const settings of fault ? [{}, { onError: 'continueRegularOutput' }] : [{}]) {
			const { seen, canaries } = await runSeen(row, fault, settings);
			expect(canaries.length).toBeGreaterThan(0);
			expect(canaries.filter((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')].some((form) => seen.includes(form)))).toEqual([]);
		}
	});
});

/** Texts of a query or a body that are long enough to be found by chance nowhere else. */
const telling = (values: unknown): string[] => leaves(values).filter((text) => text.length > 9);

describe('what was sent', () => {
	test.each([...promisedRows, ...guidedRows].map((row) => [row.id, row] as const))('%s: a broken connection shows nothing of query and body', async (_, row) => {
		const { seen } = await runSeen(row, { kind: 'reset-before' }, { onError: 'continueErrorOutput' });
		const [call] = ownCalls(row, used.sim);
		if (!call) return;
		const told = (JSON.parse(seen.split('\n')[0]) as unknown[]).flat() as Array<{ json: IDataObject }>;
		const text = JSON.stringify(told.map(({ json }) => json.error ?? json.details));
		expect(telling([call.query, call.body]).filter((value) => text.includes(value))).toEqual([]);
	});
});
