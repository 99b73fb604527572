import fc from 'fast-check';
import type { Sending } from '../../engine/explain';
import { retryAfter } from '../../engine/explain';
import { Pace, withRetries } from '../../engine/retry';
import type { Try } from '../../engine/retry';
import type { Effect, Repeat } from '../../engine/types';
import { crux } from '../../nodes/Crux/table';

const LIMITS = { tries: 5, requestWait: 120_000, runWait: 900_000 };
// Waits pass at once: only their sum is of interest here.
jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => undefined }));
const now = { value: 1_700_000_000_000 };
beforeEach(() => {
	jest.spyOn(Date, 'now').mockImplementation(() => (now.value += 25));
});
afterEach(() => jest.restoreAllMocks());

/** A service with a memory: what each sending does, and what it answers. */
type Turn = 'ok' | 'lost' | 'reset' | 'refused' | 'busy' | 'fault' | 'gone';

const refusal = (statusCode: number | string, outcome: 'unknown' | 'not done') => ({ ok: false as const, failure: { message: 'm', description: 'd', statusCode, outcome } });

/** One try of a write: `lost` does it and breaks off, `reset` breaks off before. */
function tryOf(turn: Turn, effect: Effect, done: { count: number }, absolute: boolean): Try {
	const unknown = effect === 'read' ? 'not done' : 'unknown';
	const did = () => {
		if (effect !== 'read' && (!absolute || done.count === 0)) done.count++;
	};
	const raw = (statusCode: number) => ({ statusCode, headers: {}, text: '' });
	if (turn === 'ok') did();
	if (turn === 'lost') did();
	if (turn === 'ok') return { raw: raw(200), result: { ok: true, value: { statusCode: 200, headers: {}, body: {} } } };
	if (turn === 'busy') return { raw: raw(429), result: refusal(429, 'not done') };
	if (turn === 'fault') return { raw: raw(503), result: refusal(503, unknown) };
	if (turn === 'gone') return { raw: raw(404), result: refusal(404, 'not done') };
	const code = turn === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET';
	return { raw: { code, message: code, signIn: false }, result: refusal(code, turn === 'refused' ? 'not done' : unknown) };
}

const turns = fc.array(fc.constantFrom<Turn>('ok', 'lost', 'reset', 'refused', 'busy', 'fault', 'gone'), { minLength: 8, maxLength: 8 });
const kinds = fc.constantFrom<{ effect: Effect; repeat: Repeat }>(
	{ effect: 'read', repeat: 'absolute' }, { effect: 'update', repeat: 'absolute' }, { effect: 'delete', repeat: 'absolute' }, { effect: 'create', repeat: 'never' }, { effect: 'create', repeat: { keyed: ['404'] } },
);

test('whatever happens in whatever order: nothing is done twice, and what is said about it is true', async () => {
	await fc.assert(
		fc.asyncProperty(turns, kinds, async (script, { effect, repeat }) => {
			const done = { count: 0 };
			let sent = 0;
			const sending: Sending = { api: crux.api, effect, repeat };
			const result = await withRetries(new Pace(LIMITS, () => false), sending, async () => tryOf(script[sent++], effect, done, repeat !== 'never'));
			expect(sent).toBeLessThanOrEqual(5);
			expect(done.count).toBeLessThanOrEqual(1);
			if (effect === 'read') return;
			if (!result.ok && result.failure.outcome === 'not done') expect(done.count).toBe(0);
			if (result.ok && script[sent - 1] === 'ok') expect(done.count).toBe(1);
			if (repeat === 'never') expect(script.slice(0, sent - 1).every((turn) => turn === 'busy' || turn === 'refused')).toBe(true);
		}),
		{ numRuns: 3_000 },
	);
});

test('a pause that the service asks for is taken once for all, and budgets end the waiting', async () => {
	const pace = new Pace({ ...LIMITS, runWait: 100_000 }, () => false);
	expect([pace.hold(60_000), pace.hold(59_000), pace.hold(61_000)]).toEqual([true, true, true]);
	expect(pace.hold(200_000)).toBe(false);
	const sending: Sending = { api: crux.api, effect: 'read', repeat: 'absolute' };
	const busy = async (): Promise<Try> => ({ raw: { statusCode: 429, headers: { 'retry-after': '50' }, text: '' }, result: refusal(429, 'not done') });
	let sent = 0;
	const result = await withRetries(new Pace(LIMITS, () => false), sending, async () => (sent++, await busy()));
	expect(result.ok).toBe(false);
	expect(sent).toBe(3);
});

test('a pause that the service asks for holds back every request of the run', async () => {
	const pace = new Pace(LIMITS, () => false);
	const sending: Sending = { api: crux.api, effect: 'read', repeat: 'absolute' };
	const fine: Try = { raw: { statusCode: 200, headers: {}, text: '{}' }, result: { ok: true, value: { statusCode: 200, headers: {}, body: {} } } };
	const script: Try[] = [{ raw: { statusCode: 429, headers: { 'retry-after': '50' }, text: '' }, result: refusal(429, 'not done') }, fine];
	const asked = now.value;
	const first = withRetries(pace, sending, async () => script.shift()!);
	// until the first one waits
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
	let sentAt = 0;
	await withRetries(pace, sending, async () => ((sentAt = now.value), fine));
	expect(sentAt - asked).toBeGreaterThan(50_000);
	expect((await first).ok).toBe(true);
});

test('a wait beyond what a request may wait is a quota: nothing more is sent in this run', async () => {
	const pace = new Pace(LIMITS, () => false);
	const sending: Sending = { api: crux.api, effect: 'read', repeat: 'absolute' };
	let sent = 0;
	const quota = async (): Promise<Try> => (sent++, { raw: { statusCode: 429, headers: { 'retry-after': '7200' }, text: '' }, result: refusal(429, 'not done') });
	const first = await withRetries(pace, sending, quota);
	const second = await withRetries(pace, sending, quota);
	expect(sent).toBe(1);
	expect(first).toMatchObject({ ok: false, failure: { outcome: 'not done' } });
	expect(second).toMatchObject({ ok: false, failure: { outcome: 'not sent' } });
});

test('Retry-After is read as seconds and as a date', () => {
	jest.restoreAllMocks();
	expect(retryAfter({ 'retry-after': '2' })).toBe(2_000);
	expect(retryAfter({})).toBeUndefined();
	expect(retryAfter({ 'retry-after': 'soon' })).toBeUndefined();
	const inAMinute = retryAfter({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() })!;
	expect(Math.round(inAMinute / 10_000)).toBe(6);
});
