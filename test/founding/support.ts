import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';
import { oneNode, runNode, runWorkflow } from '../support/engine';
import type { NodeJob, NodeRan, Ran } from '../support/engine';
import type { Simulator, useSimulator } from '../support/simulator';
import { openWire } from './wire.js';

// Room for the pauses of an engine that repeats a request.
jest.setTimeout(60_000);

export type Used = ReturnType<typeof useSimulator>;
export type Sent = Awaited<ReturnType<typeof openWire>>['sent'][number];

export const locator = (value: unknown, mode = 'id'): IDataObject => ({ __rl: true, mode, value: value as string });

/** Every text that must never be seen: passwords and every token, those that were made during the run too. */
const secretsOf = ({ state, demo }: Simulator): string[] => [
	demo.cruxRetailer.password, demo.cruxSupplier.password, ...state.crux.tokens.keys(),
	demo.whisk.userToken, demo.whisk.serverToken, demo.whisk.clientToken,
	demo.ebay.clientSecret, demo.ebay.refreshToken, ...state.ebay.tokens.keys(),
];

/** All that n8n would save of a run, errors with what does not show in their JSON included. */
export function savedText({ run, error }: Ran): string {
	const own = error ? Object.fromEntries(Object.getOwnPropertyNames(error).map((name) => [name, (error as unknown as IDataObject)[name]])) : {};
	return JSON.stringify([run.data.resultData, own]);
}

export function expectNoSecret(sim: Simulator, ran: Ran): void {
	const text = savedText(ran);
	expect(secretsOf(sim).filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))).toEqual([]);
}

/** A Crux credential with a token that is valid already: no sign-in stands among the calls. */
export function cruxToken({ state, urls }: Simulator, role: 'RETAILER' | 'SUPPLIER'): ICredentialDataDecryptedObject {
	const token = `fixed-${role.toLowerCase()}-token-0123456789`;
	state.crux.tokens.set(token, { account: state.crux.accounts.find((account) => account.role === role)!, expires: Infinity, isEnded: false });
	return { environment: 'custom', customUrl: urls.crux, authentication: 'token', token, sessionToken: '' };
}

export const stopped = async (job: NodeJob): Promise<NodeRan> => await runNode(job);
export const continued = async (job: NodeJob): Promise<NodeRan> => await runNode({ ...job, settings: { ...job.settings, onError: 'continueRegularOutput' } });
export const paired = (out: INodeExecutionData[]): unknown[] => out.map(({ pairedItem }) => pairedItem);

/** What must be seen when nothing may be sent: the sentence, why and what to do, no call, and the same under Continue. */
export async function expectRefusedBeforeSending({ sim }: Used, job: NodeJob, message: RegExp, help: RegExp): Promise<void> {
	const { error, out } = await stopped(job);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(help);
	expect(out).toEqual([]);
	const went = await continued(once(job));
	expect(went.error).toBeUndefined();
	expect(went.out).toEqual([{ json: { error: expect.stringMatching(message), details: { outcome: 'not sent', description: expect.stringMatching(help) } }, pairedItem: { item: 0 } }]);
	expect(sim.calls).toEqual([]);
}

export interface Status {
	/** Line of the acceptance list. */
	line: string;
	status: number;
	/** What the user is told in our own words: what it means and what to do. */
	ours: RegExp;
	/** 'not done' unless said otherwise. */
	outcome?: 'not done' | 'unknown';
	/** An answer in the service's own shape and what must come of it. */
	said?: { body: unknown; message: string; description?: string[]; code?: string; parameters?: IDataObject };
}

/** The same job without repetitions, which are proven elsewhere and take their time. */
const once = (job: NodeJob): NodeJob => ({ ...job, parameters: { ...job.parameters, options: { ...(job.parameters.options as IDataObject), maxTries: 1 } } as NodeJob['parameters'] });

/** One failed run of both kinds: the error that stops the workflow, and the failed item under Continue. */
async function expectFailure(used: Used, job: NodeJob, { status, outcome = 'not done' }: Status, said: { message: string | RegExp; code?: string; parameters?: IDataObject }): Promise<string> {
	const { error, out, ...ran } = await stopped(once(job));
	expect(error?.message).toMatch(said.message);
	expect(error?.httpCode).toBe(String(status));
	expect(error?.context).toMatchObject({ itemIndex: 0 });
	expect(out).toEqual([]);
	const went = await continued(once(job));
	const { code, parameters } = said;
	const details = { statusCode: status, ...(code ? { code } : {}), ...(parameters ? { parameters } : {}), outcome, description: error?.description };
	expect(went.error).toBeUndefined();
	expect(went.out).toEqual([{ json: { error: error?.message, details }, pairedItem: { item: 0 } }]);
	expectNoSecret(used.sim, { ...ran, error });
	expectNoSecret(used.sim, went);
	return String(error?.description);
}

/** Statuses without a word from the service: what they mean, in our words. */
export function testSilent(used: Used, path: string, makeJob: () => NodeJob, cases: Status[]): void {
	test.each(cases)('$line: in our words when the service says nothing', async (one) => {
		used.sim.fault({ path, status: one.status, body: '' });
		const { error } = await stopped(once(makeJob()));
		expect(`${error?.message} ${error?.description}`).toMatch(one.ours);
		await expectFailure(used, makeJob(), one, { message: /\S/ });
	});
}

/** The same in the service's own words, with ours after them. */
export function testSaid(used: Used, path: string, makeJob: () => NodeJob, cases: Status[]): void {
	test.each(cases)("$line: the service's own words, with what they mean", async (one) => {
		const said = one.said!;
		used.sim.fault({ path, status: one.status, body: said.body });
		const message = new RegExp(`^${said.message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.?$`);
		const description = await expectFailure(used, makeJob(), one, { ...said, message });
		expect(description).toMatch(one.ours);
		for (const part of said.description ?? []) expect(description).toContain(part);
	});
}

/** Every documented status, both ways. */
export function testStatuses(used: Used, path: string, makeJob: () => NodeJob, cases: Status[]): void {
	testSilent(used, path, makeJob, cases);
	testSaid(used, path, makeJob, cases.filter(({ said }) => said));
}

/** Runs the node with another one behind it, called Next. */
export async function afterNode(job: NodeJob, type: string): Promise<Ran> {
	const { nodes, connections } = oneNode(job);
	const next = { id: '3', name: 'Next', type: 'test.input', typeVersion: 1, position: [400, 0] as [number, number], parameters: {} };
	const workflow = { nodes: [...nodes, next], connections: { ...connections, Node: { main: [[{ node: 'Next', type: 'main' as const, index: 0 }]] } } };
	return await runWorkflow(workflow, { c1: { type, data: job.credential } });
}

export interface Answered {
	status: number;
	body?: string;
	headers?: Record<string, string>;
}

/** Runs a node while the services' own hosts are played on this machine; gives what arrived there. */
export async function onTheWire(job: NodeJob, answer: (sent: Sent) => Answered): Promise<{ ran: NodeRan; sent: Sent[] }> {
	const wire = await openWire(answer);
	try {
		return { ran: await runNode(job), sent: wire.sent };
	} finally {
		await wire.close();
	}
}

const TRANSPORT = ['user-agent', 'accept-encoding', 'content-length'];

/** The headers of a request but for those that every request of n8n has. */
export const headersOf = ({ headers }: Sent): Record<string, string> => Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT.includes(name)));
