// Starts the real n8n, on the loopback address only, with a user folder of its own.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, installN8n } from './install.mjs';
import { freePort, runProcess, startProcess } from './processes.mjs';

const withParent = new URL('./with-parent.mjs', import.meta.url);

/** What makes n8n quiet, local and silent towards the outside. */
const quiet = {
	N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	// These look at addresses on the internet by themselves, or clutter the editor.
	N8N_DISABLED_MODULES: 'agents,chat-hub,instance-ai,mcp-registry',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_HOST: '127.0.0.1',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	NO_COLOR: '1',
};

async function environment(install, userFolder, extra) {
	const inherited = Object.entries(environmentOf(install)).filter(([name]) => !/^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|NODE_OPTIONS$)/.test(name));
	const ports = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
	return { ...Object.fromEntries(inherited), ...quiet, ...ports, N8N_USER_FOLDER: userFolder, ...extra };
}

async function untilReady(url, server) {
	const deadline = Date.now() + 120_000;
	let over;
	server.ended.then((end) => {
		over = end;
	});
	while (Date.now() < deadline && !over) {
		const ready = await fetch(`${url}/healthz/readiness`).then(
			(answer) => answer.ok,
			() => false,
		);
		if (ready) return;
		await sleep(100);
	}
	const why = over ? `it ended with ${over.code ?? over.error?.message}` : 'it did not answer within 120 seconds';
	throw new Error(`n8n did not start: ${why}\n${server.log().slice(-4_000)}`);
}

/**
 * Starts n8n on a free port and waits until it serves.
 * @param {{ userFolder: string, port?: number, env?: Record<string, string> }} options
 * @returns {Promise<{ url: string, pid: number, userFolder: string, stop(): Promise<void>, log(): string, ended: Promise<unknown>, cli(args: string[]): Promise<{ code: number, stdout: string, stderr: string }> }>}
 */
export async function startN8n({ userFolder, port, env: extra = {} }) {
	const install = await installN8n();
	mkdirSync(path.join(userFolder, '.n8n'), { recursive: true });
	const chosen = port ?? (await freePort());
	const url = `http://127.0.0.1:${chosen}`;
	const env = await environment(install, userFolder, { N8N_PORT: String(chosen), N8N_EDITOR_BASE_URL: url, N8N_WEBHOOK_URL: url, ...extra });
	const args = ['--import', withParent.href, install.n8n, 'start'];
	const server = startProcess(install.node, args, { env, cwd: userFolder });
	try {
		await untilReady(url, server);
	} catch (error) {
		await server.stop();
		throw error;
	}
	const cli = async (command) => {
		const own = { ...env, N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
		return await runProcess(install.node, [install.n8n, ...command], { env: own, cwd: userFolder });
	};
	return { url, pid: server.child.pid, userFolder, stop: server.stop, log: server.log, ended: server.ended, cli };
}
