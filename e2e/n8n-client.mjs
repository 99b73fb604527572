// Speaks to n8n as its own editor does: REST with a session cookie.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Reads n8n's stored form of an execution: an array in which strings inside objects are positions. */
export function unflatten(text) {
	const input = JSON.parse(text);
	const known = new Map();
	const value = (position) => {
		const found = input[Number(position)];
		if (typeof found !== 'object' || found === null) return found;
		if (known.has(position)) return known.get(position);
		const made = Array.isArray(found) ? [] : {};
		known.set(position, made);
		for (const [key, part] of Object.entries(found)) made[key] = typeof part === 'string' ? value(part) : part;
		return made;
	};
	return value('0');
}

/** Reads the JSON that `n8n execute --rawOutput` prints between its log lines. */
export function readRawOutput({ code, stdout, stderr }) {
	const start = stdout.search(/^\{/m);
	if (code !== 0 || start < 0) throw new Error(`n8n execute ended with ${code}:\n${(stdout + stderr).slice(-3_000)}`);
	return JSON.parse(stdout.slice(start, stdout.lastIndexOf('\n}') + 2));
}

/** Rows that a node of a finished run gave on one output. */
export function rowsOf(run, node, output = 0) {
	const runs = run.data.resultData.runData[node];
	if (!runs) throw new Error(`Node "${node}" did not run`);
	return (runs.at(-1).data?.main?.[output] ?? []).map(({ json }) => json);
}

/** A signed-in session of n8n. */
export class N8nClient {
	#url;
	#cookies = new Map();
	// n8n binds a session to this id.
	#browser = randomBytes(8).toString('hex');

	constructor(url) {
		this.#url = url;
	}

	/** Sends a request as the editor would; gives status, headers and the parsed body. */
	async request(method, path, body) {
		const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
		// A connection of its own each time: a busy n8n closes idle ones just when the next request is on its way.
		const headers = { 'browser-id': this.#browser, cookie, connection: 'close' };
		if (body !== undefined) headers['content-type'] = 'application/json';
		const answer = await fetch(this.#url + path, { method, headers, body: JSON.stringify(body) });
		for (const line of answer.headers.getSetCookie()) {
			const [name, value] = line.split(';')[0].split('=');
			this.#cookies.set(name, value);
		}
		const text = await answer.text();
		const json = (answer.headers.get('content-type') ?? '').includes('json');
		return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
	}

	/** The `data` of a successful answer. */
	async call(method, path, body) {
		const answer = await this.request(method, path, body);
		if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 500)}`);
		return answer.body?.data ?? answer.body;
	}

	/** Makes the first user of a new n8n, signed in at once. */
	async setupOwner({ email, password }) {
		return await this.call('POST', '/rest/owner/setup', { email, password, firstName: 'Demo', lastName: 'Owner' });
	}

	async login({ email, password }) {
		return await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** Saves a credential; its `id` and `name` are what a workflow's node refers to. */
	async createCredential(type, name, data) {
		return await this.call('POST', '/rest/credentials', { type, name, data });
	}

	/** Runs the credential's own test: `{ status: 'OK' | 'Error', message }`. */
	async testCredential({ id, name, type }, data) {
		return await this.call('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
	}

	async importWorkflow(workflow) {
		const { name, nodes, connections, settings = {} } = workflow;
		return await this.call('POST', '/rest/workflows', { name, nodes, connections, settings, active: false });
	}

	/** Runs a saved workflow as the editor's button does and waits for its end. */
	async run(workflowId, trigger, timeout = 60_000) {
		const workflowData = await this.call('GET', `/rest/workflows/${workflowId}`);
		const { executionId } = await this.call('POST', `/rest/workflows/${workflowId}/run`, {
			workflowData,
			startNodes: [],
			triggerToStartFrom: { name: trigger },
		});
		const deadline = Date.now() + timeout;
		while (Date.now() < deadline) {
			const { isEnded, ...run } = await this.execution(executionId);
			if (isEnded) return run;
			await sleep(200);
		}
		throw new Error(`Execution ${executionId} did not end within ${timeout / 1_000} seconds`);
	}

	/** A run as it stands: its status, whether it has ended, and its data. */
	async execution(id) {
		const { finished, status, data } = await this.call('GET', `/rest/executions/${id}`);
		const isEnded = finished || ['success', 'error', 'crashed', 'canceled'].includes(status);
		return { status, isEnded, ...(isEnded ? { data: unflatten(data) } : {}) };
	}
}
