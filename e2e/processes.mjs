// Child processes that never outlive their work: loopback ports, logs, a stop that is certain.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A port of the loopback address that is free now; `wanted` is taken when it is free. */
export async function freePort(wanted = 0) {
	const server = createServer();
	const port = await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(wanted, '127.0.0.1', () => resolve(server.address().port));
	}).catch((error) => {
		if (wanted && error.code === 'EADDRINUSE') return undefined;
		throw error;
	});
	if (port === undefined) return await freePort(wanted + 1);
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/**
 * Starts a long-running process. Its input stays open as long as this process lives.
 * @returns {{ child: import('node:child_process').ChildProcess, log(): string, ended: Promise<{ code: number | null, error?: Error }>, stop(): Promise<void> }}
 */
export function startProcess(command, args, { env, cwd }) {
	const child = spawn(command, args, { env, cwd, stdio: ['pipe', 'pipe', 'pipe'] });
	let log = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => {
			log = (log + text).slice(-2_000_000);
		});
	}
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);
	const ended = new Promise((resolve) => {
		child.once('error', (error) => resolve({ code: null, error }));
		child.once('close', (code) => resolve({ code }));
	}).finally(() => process.off('exit', kill));
	const stop = async () => {
		child.kill('SIGTERM');
		const late = setTimeout(kill, 15_000);
		await ended;
		clearTimeout(late);
	};
	return { child, log: () => log, ended, stop };
}

/** Runs a process to its end and gives what it said: into files, as a process that ends itself does not wait for a pipe. */
export async function runProcess(command, args, { env, cwd, timeout = 120_000 }) {
	const folder = mkdtempSync(path.join(tmpdir(), 'said-'));
	const files = ['stdout', 'stderr'].map((name) => path.join(folder, name));
	const places = files.map((file) => openSync(file, 'w'));
	try {
		const child = spawn(command, args, { env, cwd, timeout, stdio: ['ignore', ...places] });
		const code = await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('close', resolve);
		});
		const [stdout, stderr] = files.map((file) => readFileSync(file, 'utf8'));
		return { code, stdout, stderr };
	} finally {
		places.forEach((place) => closeSync(place));
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Whether a process of this number runs. */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
