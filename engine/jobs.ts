import { fetchLink } from './files';
import type { Sending } from './explain';
import { isObject } from './json';
import { asLook } from './looks';
import type { Plan } from './plan';
import { pause } from './pool';
import { getPath } from './request';
import type { Wire } from './retry';
import { send } from './send';
import type { Answer, Failure, Job, Result } from './types';

/**
 * Waits for work that the service does after its answer, and fetches its result. What fails here fails after the work
 * was started: `done`, with the ID, so that nobody starts it twice.
 */
export async function awaitJob(wire: Wire, sending: Sending, job: Job, plan: Plan, started: Answer): Promise<Result<Answer>> {
	const id = String(getPath(started.body, job.id) ?? '');
	if (!plan.wait || started.repeated) return { ok: true, value: started };
	if (!id) return { ok: false, failure: unfinished(id, `${sending.api.name} started the job without naming it`, 'It cannot be waited for.') };
	const end = Date.now() + plan.wait.limit;
	for (;;) {
		await pause(Math.min(plan.wait.interval, Math.max(0, end - Date.now())), wire.pace.cancelled);
		const answer = await send(wire, asLook(sending), plan.sibling(job.route, { job: id }, job.version));
		if (!answer.ok) return { ok: false, failure: unfinished(id, answer.failure.message, answer.failure.description) };
		const status = String(getPath(answer.value.body, job.status) ?? '');
		if (job.done.includes(status)) return await resultOf(wire, sending, job, plan, id, answer.value);
		if (job.failed.test(status)) return { ok: false, failure: unfinished(id, `${sending.api.name} reports that the job ended as ${status}`, 'Look at its input, then start it again.') };
		if (wire.pace.cancelled()) return { ok: false, failure: unfinished(id, 'The workflow was stopped while the job was running', '') };
		if (Date.now() >= end) return { ok: false, failure: unfinished(id, `The job is still running after ${plan.wait.limit / 60_000} minutes (status ${status})`, 'Raise Wait at Most in Options, or fetch its result later.') };
	}
}

async function resultOf(wire: Wire, sending: Sending, { link }: Job, plan: Plan, id: string, { body, statusCode, headers }: Answer): Promise<Result<Answer>> {
	const got = await fetchLink(wire, sending, getPath(body, link), plan.base);
	if (!got.ok) return { ok: false, failure: unfinished(id, got.failure.message, got.failure.description) };
	return { ok: true, value: { statusCode, headers, body: withoutLink(body, link), file: got.value.file } };
}

/** The link carries a signature that opens the file to anyone: it is not handed on. */
const withoutLink = (body: unknown, link: string): unknown => (isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== link)) : body);

const unfinished = (id: string, message: string, help: string): Failure => ({
	message, description: `${help} The job was started${id ? ` under the ID ${id}` : ''}: do not start it again without need.`.trim(), parameters: { job: id }, outcome: 'done',
});
