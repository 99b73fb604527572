import { fastify } from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sleep } from 'n8n-workflow';
import { Account, recordedForm } from './account';
import { control } from './control';
import { crux } from './crux';
import { createCruxState } from './crux/seed';
import { accountOf } from './crux/state';
import type { Role } from './crux/state';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { ebay } from './ebay';
import { CONSENT_HOST, openConsent } from './ebay/consent';
import { DEMO_REFRESH_TOKEN } from './ebay/state';
import { echoOf, Faults, halfOf, spoiltAnswer, withoutElement } from './faults';
import type { FaultRule } from './faults';
import { FILES_HOST, openFiles } from './files';
import type { Answer, Call, Demo, Fields, FilePart, ServiceName, SimulatedRequest, Simulator, SimulatorOptions, SimulatorState } from './types';
import { UnderWay } from './underWay';
import { whisk } from './whisk';
import { DEMO_CLIENT, DEMO_GRANT } from './whisk/oauthState';
import { demoToken } from './whisk/state';

export type { FaultKind, FaultRule } from './faults';
export type { ActiveFault, Call, Demo, ServiceName, Simulator, SimulatorOptions, SimulatorState } from './types';

const HOLD = 120_000;
const SLICE = 25;
const BODY_LIMIT = 64 * 1024 * 1024;

interface Machine {
	account: Account;
	faults: Faults;
	desks: Record<ServiceName, Desk>;
	files: Desk;
	consent: Desk;
	latency: number;
	underWay: UnderWay;
	isClosing: boolean;
}

const freshState = (seed: number, items?: number): SimulatorState => ({ crux: createCruxState(seed, items), whisk: whisk.createState(seed), ebay: ebay.createState(seed) });

function demoOf(state: SimulatorState): Demo {
	const login = (role: Role) => {
		const { username, password } = accountOf(state.crux, role);
		return { username, password };
	};
	const { id, secret, ruName } = state.ebay.client;
	const { privateKey, jwe } = state.ebay.signingKeys.ED25519;
	return {
		cruxRetailer: login('RETAILER'),
		cruxSupplier: login('SUPPLIER'),
		whisk: { userToken: demoToken('user'), serverToken: demoToken('server'), clientToken: demoToken('client'), app: { ...DEMO_CLIENT }, consent: { ...DEMO_GRANT } },
		ebay: { clientId: id, clientSecret: secret, ruName, refreshToken: DEMO_REFRESH_TOKEN, marketplace: state.ebay.marketplaces[0], signingKey: { privateKey, jwe } },
	};
}

function queryOf(text: string): Record<string, string[]> {
	const query: Record<string, string[]> = Object.create(null);
	for (const [name, value] of new URLSearchParams(text)) (query[name] ??= []).push(value);
	return query;
}

/** The request to one of the services, or to the files that Crux hands out; undefined when the address names none. */
function read(request: FastifyRequest): SimulatedRequest | undefined {
	const [whole, query = ''] = (request.raw.url ?? '/').split(/\?(.*)/s);
	const isFile = whole.startsWith('/files/');
	const [, service, rest = ''] = isFile ? ['', 'crux', whole] : (/^\/(crux|whisk|ebay)(\/.*)$/.exec(whole) ?? []);
	if (!service) return undefined;
	const [, host, path] = (service === 'ebay' && /^\/([^/]+)(\/.*)$/.exec(rest)) || ['', isFile ? FILES_HOST : '', rest];
	const headers = request.headers as Record<string, string | undefined>;
	return {
		service: service as ServiceName,
		method: request.method,
		host,
		path,
		query: queryOf(query),
		headers,
		raw: bodyOf(request),
		address: `http://${headers.host ?? ''}`,
	};
}

/** The parts of a multipart body by name: text as text, files as FilePart; undefined for any other body. */
async function formOf({ headers, raw }: SimulatedRequest): Promise<Fields | undefined> {
	const type = headers['content-type'] ?? '';
	if (!type.startsWith('multipart/form-data')) return undefined;
	const form = await new Response(raw, { headers: { 'content-type': type } }).formData().catch(() => new FormData());
	const parts = await Promise.all([...form].map(async ([name, part]): Promise<[string, string | FilePart]> =>
		typeof part === 'string' ? [name, part] : [name, { fileName: part.name, contentType: part.type, content: Buffer.from(await part.arrayBuffer()) }],
	));
	return Object.fromEntries(parts);
}

function send(reply: FastifyReply, { status, body, headers }: Answer): void {
	void reply.code(status).headers(headers ?? {});
	if (body === undefined) return void reply.send(status === 204 ? undefined : '');
	const isPlain = typeof body === 'string' || Buffer.isBuffer(body);
	const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : isPlain ? 'application/octet-stream' : 'application/json; charset=utf-8';
	if (!reply.hasHeader('content-type')) void reply.header('content-type', type);
	return void reply.send(isPlain ? body : JSON.stringify(body));
}

/** Waits until the time is over, the caller gives up or the simulator closes. */
async function hold(machine: Machine, request: FastifyRequest, milliseconds: number): Promise<void> {
	const end = Date.now() + milliseconds;
	while (Date.now() < end && !machine.isClosing && !request.raw.socket.destroyed) await sleep(SLICE);
}

const deskFor = ({ desks, files, consent }: Machine, { service, host }: SimulatedRequest): Desk =>
	service === 'crux' && host === FILES_HOST ? files : service === 'ebay' && host === CONSENT_HOST ? consent : desks[service];

/** The answer to a request after the faults have had their way; undefined when the connection is to be dropped. */
async function answerTo(machine: Machine, simulated: SimulatedRequest, call: Call, request: FastifyRequest, reply: FastifyReply): Promise<Answer | undefined> {
	const desk = deskFor(machine, simulated);
	const struck = machine.faults.strike(simulated);
	if (struck.length > 0) call.fault = struck.map(({ kind }) => kind).join(',');
	if (machine.latency > 0) await sleep(machine.latency);
	for (const { kind, rule } of struck) {
		if (kind === 'delay') await hold(machine, request, rule.delay ?? 1000);
		if (kind === 'expire-token') desk.expireTokens(simulated.headers.authorization ?? '');
	}
	const last = struck.find(({ kind }) => kind !== 'delay' && kind !== 'expire-token');
	if (!last) return desk.serve(simulated, Date.now());
	const carryOut = (other = simulated) => desk.serve(other, Date.now());
	if (last.kind === 'echo') return echoOf(simulated);
	if (last.kind === 'cut') return halfOf(carryOut()).half;
	if (last.kind === 'broken') return breakOff(reply, carryOut());
	if (last.kind === 'element') return withoutElement(last.rule, simulated, carryOut);
	if (last.kind === 'reset-after' || last.rule.applied) carryOut();
	if (last.kind === 'timeout') await timeOut(machine, request, last.rule, carryOut);
	return ['timeout', 'reset-before', 'reset-after'].includes(last.kind)
		? undefined
		: spoiltAnswer(last.kind, last.rule, (status) => desk.failure(simulated, status));
}

/** No answer until the caller gives up; what comes late is carried out after that. */
async function timeOut(machine: Machine, request: FastifyRequest, { delay = HOLD, late }: FaultRule, carryOut: () => Answer): Promise<void> {
	await hold(machine, request, delay);
	if (late === undefined) return;
	await sleep(late);
	if (!machine.isClosing) carryOut();
}

/** Sends half of an answer that was announced whole, and hangs up. */
function breakOff(reply: FastifyReply, answer: Answer): undefined {
	const { half, whole } = halfOf(answer);
	void reply.hijack();
	reply.raw.writeHead(half.status, { ...half.headers, 'content-length': String(whole.length) });
	reply.raw.write(half.body);
	reply.raw.socket?.destroySoon();
	return undefined;
}

async function serve(machine: Machine, simulated: SimulatedRequest, request: FastifyRequest, reply: FastifyReply): Promise<void> {
	const call = machine.account.open(simulated, Date.now());
	const operation = deskFor(machine, simulated).identify(simulated);
	call.operation = operation?.id ?? null;
	call.host ||= operation?.host ?? '';
	simulated.form = await formOf(simulated);
	if (simulated.form) call.body = recordedForm(simulated.form);
	const answer = await machine.underWay.inTurn(deskFor(machine, simulated), simulated, request.raw.socket, async () => await answerTo(machine, simulated, call, request, reply)).catch(
		(error: Error): Answer => ({ status: 500, body: `The simulator failed: ${error.message}` }),
	);
	machine.account.close(call, answer?.status ?? 'dropped', Date.now());
	if (answer) return send(reply, answer);
	if (reply.sent) return;
	void reply.hijack();
	request.raw.socket.resetAndDestroy();
}

function openDesks(state: SimulatorState): Record<ServiceName, Desk> {
	return {
		crux: openDesk(crux, false, () => state.crux),
		whisk: openDesk(whisk, false, () => state.whisk),
		ebay: openDesk(ebay, true, () => state.ebay),
	};
}

const NAMES = ['crux', 'whisk', 'ebay'] as const;

const bodyOf = (request: FastifyRequest) => (request.body as Buffer | undefined) ?? Buffer.alloc(0);

type Handle = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function handleWith(simulator: Simulator, machine: Machine): Handle {
	return async (request, reply) => {
		const simulated = read(request);
		const path = (request.raw.url ?? '').split('?')[0];
		if (simulated) await serve(machine, simulated, request, reply);
		else send(reply, control(simulator, request.headers.host ?? '', request.method, path, bodyOf(request)));
		return reply;
	};
}

function createServer(handle: Handle): FastifyInstance {
	const server = fastify({
		bodyLimit: BODY_LIMIT,
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		// an address that cannot be decoded is answered by the service it was meant for
		frameworkErrors: (_error, request, reply) => void handle(request as FastifyRequest, reply as FastifyReply),
	});
	server.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	server.route({ method: server.supportedMethods, url: '*', handler: handle });
	return server;
}

function createSimulator(machine: Machine, state: SimulatorState, fresh: () => SimulatorState): Simulator {
	return {
		address: '',
		urls: { crux: '', whisk: '', ebay: '' },
		demo: demoOf(state),
		state,
		calls: machine.account.calls,
		reset() {
			Object.assign(state, fresh());
			machine.account.clear();
			machine.faults.clear();
		},
		expireTokens(service) {
			for (const name of service ? [service] : NAMES) machine.desks[name].expireTokens();
		},
		fault: (rule) => machine.faults.add(rule),
		clearFaults: () => machine.faults.clear(),
		close: () => Promise.resolve(),
	};
}

/** Starts the simulator on the loopback interface; port 0 takes a free one. */
export async function startSimulator({ port = 0, seed = 1, latency = 0, items }: SimulatorOptions = {}): Promise<Simulator> {
	const fresh = () => freshState(seed, items);
	const state = fresh();
	const machine: Machine = { account: new Account(), faults: new Faults(seed), desks: openDesks(state), files: openFiles(() => state.crux.files), consent: openConsent(() => state.ebay), latency, underWay: new UnderWay(), isClosing: false };
	const simulator = createSimulator(machine, state, fresh);
	const server = createServer(handleWith(simulator, machine));
	simulator.close = async () => {
		machine.isClosing = true;
		await server.close();
	};
	simulator.address = await server.listen({ port, host: '127.0.0.1' });
	for (const name of NAMES) simulator.urls[name] = `${simulator.address}/${name}`;
	return simulator;
}
