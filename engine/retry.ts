import type { IDataObject } from 'n8n-workflow';
import { CAUTION, retryAfter } from './explain';
import type { NetworkFault, Raw, Sending } from './explain';
import { pause } from './pool';
import type { Answer, Caller, Effect, Failure, Repeat, Result } from './types';

export interface RetryLimits {
	/** Tries of one request at most, the first included. */
	tries: number;
	/** Milliseconds that one request may wait in all. */
	requestWait: number;
	/** Milliseconds that all requests of a run may wait in all. */
	runWait: number;
}

export const RETRY_LIMITS: RetryLimits = { tries: 5, requestWait: 120_000, runWait: 900_000 };
/** A service that reports a fault of its own is asked this often. */
const TRIES_AFTER_FAULT = 3;
const FIRST_WAIT = 400;
const LONGEST_WAIT = 20_000;

/** What the requests of one run share: pauses that the service asked for, the time waited, a used-up quota. */
export class Pace {
	private pausedUntil = 0;
	private waited = 0;
	/** Set when nothing more can be had today. */
	quota?: Failure;

	constructor(
		readonly limits: RetryLimits,
		/** No further try: the workflow was stopped, or another item has failed. */
		readonly stopped: () => boolean,
		/** The workflow was stopped. */
		readonly cancelled: () => boolean = stopped,
	) {}

	/** Waits until no pause is in force. */
	async ready(): Promise<void> {
		while (this.pausedUntil > Date.now() && !this.stopped()) await pause(this.pausedUntil - Date.now(), this.stopped);
	}

	/** Keeps all requests of the run back for so long; parallel wishes count once. */
	hold(milliseconds: number): boolean {
		const until = Date.now() + milliseconds;
		const more = until - Math.max(this.pausedUntil, Date.now());
		if (more <= 0) return true;
		if (!this.spend(more)) return false;
		this.pausedUntil = until;
		return true;
	}

	/** Waits for one request only. */
	async wait(milliseconds: number): Promise<boolean> {
		if (!this.spend(milliseconds)) return false;
		await pause(milliseconds, this.stopped);
		return !this.stopped();
	}

	private spend(milliseconds: number): boolean {
		if (this.waited + milliseconds > this.limits.runWait) return false;
		this.waited += milliseconds;
		return true;
	}
}

/** What all requests of one run share. */
export interface Wire {
	caller: Caller;
	pace: Pace;
	/** The credential as it was read for this run; a renewed token is put into it. */
	credentials: IDataObject;
}

/** One try: what came back, and what it means; without an answer of its own there is nothing to try again. */
export interface Try {
	raw?: Raw | NetworkFault;
	result: Result<Answer>;
}

/** The answer to a request that an earlier try has carried out. */
const DONE_BEFORE: Answer = { statusCode: 204, headers: {}, body: undefined, repeated: true };

/**
 * Tries a request until it is answered, refused, or a budget is spent. A write is sent again only when that does no
 * harm: the service surely has not acted, a second sending is harmless, or a read tells that the first was not carried
 * out; then its answer is read for what it means.
 */
export async function withRetries(pace: Pace, sending: Sending, attempt: () => Promise<Try>): Promise<Result<Answer>> {
	let waited = 0;
	let unsure = sending.unsure ?? false;
	for (let tries = 1; ; tries++) {
		await pace.ready();
		if (pace.quota) return { ok: false, failure: unsure ? inDoubt(pace.quota) : { ...pace.quota, outcome: tries > 1 ? 'not done' : 'not sent' } };
		if (unsure && tries === 1 && sending.verify) {
			const told = await look(sending, inDoubt(NO_ANSWER), true);
			if (told.ok || told.failure.outcome === 'unknown') return told;
		}
		const { raw, result } = await attempt();
		if (result.ok) return result;
		if (unsure && isDone(sending, result.failure)) return { ok: true, value: DONE_BEFORE };
		const plain = tries > 1 ? { ...result.failure, description: `${result.failure.description} Tried ${tries} times.` } : result.failure;
		const failure = unsure ? inDoubt(plain) : plain;
		const wait = raw && waitBefore(raw, sending, result.failure, tries);
		const isLast = !raw || wait === undefined || tries >= pace.limits.tries || pace.stopped();
		if (isLast) return await look(sending, failure, isSilent(raw), plain);
		if (isQuota(raw, wait, pace)) {
			pace.quota = result.failure;
			return await look(sending, failure, isSilent(raw), plain);
		}
		waited += wait;
		unsure ||= failure.outcome === 'unknown';
		const mayGoOn = waited <= pace.limits.requestWait && (isBusy(raw) ? pace.hold(wait) : await pace.wait(wait));
		if (!mayGoOn) return await look(sending, failure, isSilent(raw), plain);
		if (!unsure || !sending.verify) continue;
		const told = await look(sending, failure, isSilent(raw), plain);
		if (told.ok || told.failure.outcome === 'unknown') return told;
		unsure = false;
	}
}

/** What is said of a try of an earlier run. */
const NO_ANSWER: Failure = { message: 'An earlier try had no answer, and it cannot be seen what became of it', description: '', outcome: 'unknown' };

/**
 * A failure that may have been done, after a look whether it was. What the look does not find is not done, unless the
 * service gave no answer at all: then it may still be at it.
 */
export async function look({ verify }: Sending, failure: Failure, isSilent: boolean, plain = failure): Promise<Result<Answer>> {
	if (failure.outcome !== 'unknown' || !verify) return { ok: false, failure };
	const told = await verify();
	if (told.ok && told.value) return { ok: true, value: { ...DONE_BEFORE, body: told.value } };
	if (!told.ok || told.value === undefined || isSilent) return { ok: false, failure };
	const description = `A look afterwards showed that it was not done. ${plain.description.replace(CAUTION, '')}`.trim();
	return { ok: false, failure: { ...plain, outcome: 'not done', description } };
}

/** Nobody answered, or only a gateway that had no answer either. */
const isSilent = (raw?: Raw | NetworkFault): boolean => raw !== undefined && (statusOf(raw) === undefined || statusOf(raw) === 504);

const statusOf = (raw: Raw | NetworkFault): number | undefined => ('statusCode' in raw ? raw.statusCode : undefined);
const isBusy = (raw: Raw | NetworkFault): boolean => statusOf(raw) === 429;
/** A 429 whose wait is longer than a request may wait is a quota, not a peak. */
const isQuota = (raw: Raw | NetworkFault, wait: number, { limits }: Pace): boolean => isBusy(raw) && wait > limits.requestWait;

/** Milliseconds to wait before the next try; undefined when there must be none. */
function waitBefore(raw: Raw | NetworkFault, { effect, repeat = 'absolute' }: Sending, { outcome }: Failure, tries: number): number | undefined {
	const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)) * (0.5 + Math.random());
	const status = statusOf(raw);
	if (status === 429) return retryAfter((raw as Raw).headers) ?? backoff;
	if (outcome === 'unknown' && !isHarmless(effect, repeat)) return undefined;
	if (status !== undefined) {
		if (![500, 502, 503, 504].includes(status)) return undefined;
		if (status === 500 && tries >= TRIES_AFTER_FAULT) return undefined;
		return retryAfter((raw as Raw).headers) ?? backoff;
	}
	return mayPass(raw as NetworkFault) && tries < TRIES_AFTER_FAULT ? backoff : undefined;
}

const isHarmless = (effect: Effect, repeat: Repeat): boolean => effect === 'read' || repeat !== 'never';

/** Faults that may be gone in a moment; a wrong host name or a certificate that is not trusted stays. */
const mayPass = ({ code = '', signIn }: NetworkFault): boolean => !signIn && !['ENOTFOUND'].includes(code) && !/CERT|SIGNATURE/.test(code);

/** The codes that say that a repetition came too late. */
export const repeatCodes = (repeat?: Repeat): ReadonlyArray<number | string> => (typeof repeat === 'object' && 'keyed' in repeat ? repeat.keyed : []);

/** After a first sending with an unknown end: whether this refusal of the second one says that the first did it. */
function isDone({ effect, repeat }: Sending, { statusCode, code }: Failure): boolean {
	if (effect === 'delete' && statusCode === 404) return true;
	return names(repeatCodes(repeat), statusCode, code);
}

/** A failure after an earlier try without an answer: whatever it says of itself, that one may have done it. */
export const inDoubt = (failure: Failure): Failure => ({
	...failure, outcome: 'unknown', description: `An earlier try had no answer and may have done it: check before sending it again. ${failure.description}`.trim(),
});

const names = (codes: ReadonlyArray<number | string>, statusCode?: number | string, code?: string): boolean =>
	codes.some((one) => String(one) === String(statusCode) || String(one) === code);
