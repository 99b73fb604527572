import type { IExecuteFunctions } from 'n8n-workflow';
import type { Answer, HttpRequest, Item, Result } from './types';

/** What is settled in one run, by item number, with the request that each belongs to; jobs that were started, and writes whose end is unknown. */
type Memory = Map<number, { request: string; result?: Result<Item[]>; begun?: Begun; doubt?: true; failed?: Result<Item[]> }>;

/** The answer to the start of a job. */
type Begun = Extract<Result<Answer>, { ok: true }>;

const runs = new WeakMap<object, Map<string, Memory>>();

/**
 * What earlier tries of the same run have done: n8n's "Retry On Fail" runs the whole node again, and hands every try
 * the same node context (measured on n8n 2.41), so that writes which succeeded are not sent again.
 */
export class RunMemory {
	private readonly byRun: Map<string, Memory>;
	private readonly memory: Memory;
	private readonly key: string;

	/** @param step of several writes of an item, which of them */
	constructor(context: IExecuteFunctions, step = '') {
		const node = context.getContext('node');
		this.key = `${context.getWorkflowDataProxy(0).$runIndex ?? 0} ${step}`;
		this.byRun = runs.get(node) ?? new Map<string, Memory>();
		runs.set(node, this.byRun);
		this.memory = this.byRun.get(this.key) ?? new Map();
		this.byRun.set(this.key, this.memory);
	}

	/** What is known of an item, if its request is still the same. */
	private of(itemIndex: number, request: HttpRequest) {
		const entry = this.memory.get(itemIndex);
		return entry && entry.request === fingerprint(request) ? entry : undefined;
	}

	/** What this item gave in an earlier try. */
	recall(itemIndex: number, request: HttpRequest): Result<Item[]> | undefined {
		return this.of(itemIndex, request)?.result;
	}

	keep(itemIndex: number, request: HttpRequest, result: Result<Item[]>): void {
		this.memory.set(itemIndex, { request: fingerprint(request), result });
	}

	/** The start of a job in an earlier try. */
	begun(itemIndex: number, request: HttpRequest): Begun | undefined {
		return this.of(itemIndex, request)?.begun;
	}

	begin(itemIndex: number, request: HttpRequest, begun: Begun): void {
		this.memory.set(itemIndex, { request: fingerprint(request), begun });
	}

	/** Whether an earlier try left it open what became of this item. */
	inDoubt(itemIndex: number, request: HttpRequest): boolean {
		return this.of(itemIndex, request)?.doubt === true;
	}

	doubt(itemIndex: number, request: HttpRequest): void {
		this.memory.set(itemIndex, { request: fingerprint(request), doubt: true });
	}

	/** How an item failed in an earlier try, where nothing was done and nothing more is known of it. */
	failed(itemIndex: number, request: HttpRequest): Result<Item[]> | undefined {
		return this.of(itemIndex, request)?.failed;
	}

	fail(itemIndex: number, request: HttpRequest, failed: Result<Item[]>): void {
		if (!this.of(itemIndex, request)) this.memory.set(itemIndex, { request: fingerprint(request), failed });
	}

	/** Nothing failed: no further try will come, so nothing needs to be remembered. */
	forget(): void {
		this.byRun.delete(this.key);
	}
}

const fingerprint = ({ method, url, body = '', parts = [] }: HttpRequest): string => `${method} ${url} ${body}${parts.length ? JSON.stringify(parts) : ''}`;
